//! A10, A11: the golden permission matrix. Every object and group of fields × every standard role × whose data it is,
//! as the gate itself answers, written down in `permission_matrix.txt` beside this file. A change of roles, privacy classes or the
//! gate shows there line by line; whoever meant it accepts it, everybody else has found a mistake.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use talang_catalogue::object::GENERAL;
use talang_catalogue::{Culture, FieldType, Kind, Object, Subject, Value, types};
use talang_engine::{Action, Error, Result, Scope, Tenant};
use talang_testkit::{Kit, Maker, Setup, both};

use super::{folder, starting_library};

const SETUP: Setup = Setup {
    modules: talang_server::modules::modules,
    seed: |_, _| Ok(()),
    seed_version: "permission matrix",
};

/// Whose data it is, seen from the user.
const RELATIONS: [(&str, &str); 4] = [("s", "ME"), ("t", "TEAM"), ("l", "LISTED"), ("o", "OTHER")];

const LEGEND: &str = "\
# The golden permission matrix: what each standard role may do, as the gate answers.
# A line is an object and a group of its fields, a column is a role on its own.
# Actions: r read, c create, u update, d delete, i import, e export.
# Whose data: :s own, :t one's team (of vacancies and candidates: one's hiring teams; of requisitions and offers: what one is asked about), :l on one's accreditation list, :o
# anybody else's; without a colon the object is about nobody in particular. A dot is nothing at all.
# Accept a change with: TALANG_ACCEPT=1 cargo nextest run --workspace --test server permission_matrix
";

/// A tenant with the standard roles, ME over TEAM, LISTED on a list of ME's, OTHER apart, and a user per role, who is ME.
fn company(kit: &Kit) -> (Arc<Tenant>, Vec<String>) {
    let tenant = kit.tenant("acme");
    let system = kit.system(&tenant);
    make(&system, "Organisation", &[("code", "EU"), ("name", "EU"), ("start", "2020-01-01")]);
    for (_, number) in RELATIONS {
        let values =
            [("number", number), ("first_name", number), ("last_name", number), ("status", "active")];
        make(&system, "Employee", &values);
        let manager = if number == "TEAM" { "ME" } else { "" };
        let values =
            [("employee", number), ("organisation", "EU"), ("manager", manager), ("start", "2021-01-01")];
        make(&system, "Assignment", &values);
    }
    make(&system, "AccreditationList", &[("code", "MINE"), ("label", "Mine"), ("rule", "")]);
    make(&system, "ListMember", &[("list", "MINE"), ("employee", "LISTED")]);
    make(&system, "ListOwner", &[("list", "MINE"), ("employee", "ME")]);
    // ME recruits for TEAM's vacancy and once applied for another one.
    for (code, recruiter) in [("TEAM", "ME"), ("OTHER", "OTHER")] {
        make(&system, "Vacancy", &[("code", code), ("title", code), ("recruiter", recruiter)]);
    }
    // ME asks for one, is asked about another, and hears nothing of the third.
    for (code, requester) in [("ME", "ME"), ("TEAM", "OTHER"), ("OTHER", "OTHER")] {
        make(&system, "Requisition", &[("code", code), ("title", code), ("requester", requester)]);
    }
    make(&system, "RequisitionApproval", &[("requisition", "TEAM"), ("step", "1"), ("approver", "ME")]);
    for (number, employee) in [("ME", "ME"), ("TEAM", ""), ("OTHER", "")] {
        let values =
            [("number", number), ("first_name", number), ("last_name", number), ("employee", employee)];
        make(&system, "Candidate", &values);
    }
    for (candidate, vacancy) in [("ME", "OTHER"), ("TEAM", "TEAM"), ("OTHER", "OTHER")] {
        make(&system, "Application", &[("candidate", candidate), ("vacancy", vacancy)]);
    }
    // ME is to judge one interview; another of the team's and one of another team are judged by OTHER.
    for (application, number, who) in
        [("TEAM|TEAM", "001", "ME"), ("TEAM|TEAM", "002", "OTHER"), ("OTHER|OTHER", "001", "OTHER")]
    {
        let values = [
            ("application", application),
            ("number", number),
            ("starts_at", "2027-01-01T10:00:00Z"),
            ("interviewers", who),
        ];
        make(&system, "Interview", &values);
    }
    for card in JUDGED {
        let id = system.view(|v| v.resolve("InterviewScorecard", card)).expect("read").expect("a card");
        let at = jiff::Timestamp::UNIX_EPOCH.into();
        system
            .change(talang_catalogue::Kind::Candidates, |c| {
                c.update("InterviewScorecard", id, vec![("submitted_at", at)])
            })
            .expect("submitted");
    }
    // ME made one offer for another team's vacancy and recruits for the vacancy of the second; the third is OTHER's.
    for (application, number, author) in
        [("OTHER|OTHER", "001", "ME"), ("TEAM|TEAM", "001", "OTHER"), ("OTHER|OTHER", "002", "OTHER")]
    {
        make(&system, "Offer", &[("application", application), ("number", number), ("author", author)]);
    }
    make(&system, "FeatureSwitch", &[("code", "recruiting"), ("on", "true")]);
    let mut roles: BTreeMap<String, Vec<[String; 4]>> = BTreeMap::new();
    for line in starting_library::lines("RoleRight") {
        let cell = |name: &str| line[name].clone();
        let right = [cell("object"), cell("field_group"), cell("actions"), cell("extent")];
        roles.entry(cell("role")).or_default().push(right);
    }
    let codes: Vec<String> = starting_library::lines("Role").iter().map(|l| l["code"].clone()).collect();
    for code in &codes {
        // Support has none (T4).
        let rights: Vec<_> = roles
            .entry(code.clone())
            .or_default()
            .iter()
            .map(|[o, g, a, e]| (&**o, &**g, &**a, &**e))
            .collect();
        kit.role(&tenant, code, &rights);
        kit.user(&tenant, code, Some("ME"), &[code]);
    }
    (tenant, codes)
}

fn make(scope: &Scope, object: &str, values: &[(&str, &str)]) {
    let kind = scope.view(|v| v.object(object)).expect("an object").def.kind;
    let made = scope.change(kind, |change| {
        let found = change.object(object)?;
        let mut parsed = Vec::new();
        for (name, text) in values.iter().filter(|(_, text)| !text.is_empty()) {
            let field = found.field(name).unwrap_or_else(|| panic!("{object} has no {name}"));
            parsed.push((*name, value_of(field, text)?));
        }
        change.create(object, parsed)
    });
    made.unwrap_or_else(|e| panic!("{object} {values:?}: {e}"));
}

fn value_of(field: &talang_catalogue::Field, text: &str) -> Result<Value> {
    Ok(match &field.ty {
        FieldType::Translated => Value::Texts([("en".to_string(), text.to_string())].into_iter().collect()),
        _ => types::parse(field, text, &Culture::NEUTRAL)?,
    })
}

/// The cards that are submitted: of the team's, and of another's.
const JUDGED: [&str; 2] = ["TEAM|TEAM|002|OTHER", "OTHER|OTHER|001|OTHER"];

/// By whose records rights are measured → which of them are one's own, one's team's, listed and anybody else's.
type Relations = BTreeMap<&'static str, Vec<(&'static str, i64)>>;

fn relations(system: &Scope) -> Relations {
    let id = |space: &str, key: &str| system.view(|v| v.resolve(space, key)).expect("read");
    let of = |space: &'static str| {
        let found = RELATIONS.iter().filter_map(|(letter, key)| Some((*letter, id(space, key)?))).collect();
        (space, found)
    };
    let named = |space: &'static str, all: [(&'static str, &str); 3]| {
        let found = all.iter().filter_map(|(letter, key)| Some((*letter, id(space, key)?))).collect();
        (space, found)
    };
    let cards = named("InterviewScorecard", [("s", "TEAM|TEAM|001|ME"), ("t", JUDGED[0]), ("o", JUDGED[1])]);
    let offers = [("s", "OTHER|OTHER|001"), ("t", "TEAM|TEAM|001"), ("o", "OTHER|OTHER|002")];
    [cards, named("Offer", offers), of("Employee"), of("Candidate"), of("Requisition"), of("Vacancy")].into()
}

/// One cell: actions grouped by the relations that they reach.
fn cell(scope: &Scope, object: &Arc<Object>, group: &str, relations: &Relations) -> String {
    let mut by_reach: Vec<(String, String)> = Vec::new();
    for action in Action::ALL {
        let who = scope.view(|v| v.who(object, group, action)).expect("an answer");
        let reach: String = match object.def.space() {
            None if who.includes(None) => "-".to_string(),
            None => String::new(),
            Some(space) => {
                let reached = relations[space].iter().filter(|(_, id)| who.includes(Some(*id)));
                reached.map(|(letter, _)| *letter).collect()
            }
        };
        if reach.is_empty() {
            continue;
        }
        let letter = &action.name()[..1];
        match by_reach.iter_mut().find(|(known, _)| *known == reach) {
            Some((_, actions)) => actions.push_str(letter),
            None => by_reach.push((reach, letter.to_string())),
        }
    }
    let words: Vec<String> = by_reach
        .iter()
        .map(|(reach, actions)| if reach == "-" { actions.clone() } else { format!("{actions}:{reach}") })
        .collect();
    if words.is_empty() { ".".to_string() } else { words.join("+") }
}

fn matrix(kit: &Kit) -> String {
    let (tenant, roles) = company(kit);
    let system = kit.system(&tenant);
    let relations = relations(&system);
    let catalogue = system.view(|v| Ok(v.catalogue())).expect("a catalogue");
    let scopes: Vec<Scope> = roles.iter().map(|role| kit.scope(&tenant, role)).collect();
    let mut rows: Vec<Vec<String>> = vec![std::iter::once("object.group".to_string()).chain(roles).collect()];
    let mut objects: Vec<&Arc<Object>> = catalogue.objects().iter().collect();
    objects.sort_by_key(|o| (o.def.module, o.def.name));
    for object in objects {
        for group in &object.groups {
            let name = format!("{}/{}.{group}", object.def.module, object.def.name);
            let cells = scopes.iter().map(|scope| cell(scope, object, group, &relations));
            rows.push(std::iter::once(name).chain(cells).collect());
        }
    }
    let width = |column: usize| rows.iter().map(|r| r[column].len()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..rows[0].len()).map(width).collect();
    let mut text = LEGEND.to_string();
    for row in &rows {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(c, w)| format!("{c:<w$}")).collect();
        let _ = writeln!(text, "{}", cells.join("  ").trim_end());
    }
    text
}

fn snapshot() -> PathBuf {
    folder("tests/declarations/permission_matrix.txt")
}

/// The lines that differ, as `-` of the file and `+` of the gate.
fn differences(file: &str, gate: &str) -> String {
    let missing = |from: &str, to: &str, sign: char| -> Vec<String> {
        from.lines().filter(|l| !to.lines().any(|o| o == *l)).map(|l| format!("{sign} {l}")).collect()
    };
    [missing(file, gate, '-'), missing(gate, file, '+')].concat().join("\n")
}

// A10, A11, G1
#[test]
fn the_permission_matrix_is_as_written_down() {
    both(&SETUP, |kit| {
        let gate = matrix(kit);
        if std::env::var_os("TALANG_ACCEPT").is_some() {
            std::fs::write(snapshot(), &gate).expect("a file to write");
        }
        let file = std::fs::read_to_string(snapshot()).unwrap_or_default();
        assert!(
            file == gate,
            "the permissions are not as tests/declarations/permission_matrix.txt says:\n{}\nIf that is meant, accept it with \
             TALANG_ACCEPT=1 cargo nextest run --workspace --test server permission_matrix",
            differences(&file, &gate)
        );
    });
}

/// Fails on purpose: what was done before is undone.
fn undo() -> Error {
    talang_catalogue::Fault::new("request.invalid").with("detail", "undone on purpose").into()
}

/// Whether the work went through; it is undone in any case.
fn went_through(
    scope: &Scope,
    kind: Kind,
    work: impl FnOnce(&mut talang_engine::Change<'_>) -> Result<()>,
) -> bool {
    let mut done = false;
    let answer: Result<()> = scope.change(kind, |c| {
        done = work(c).is_ok();
        Err(undo())
    });
    assert!(answer.is_err());
    done
}

// A10, A11: what the gate answers is what it does: every record is really read and removed, by every role, in every
// relation, and every object is really written about oneself, one's team, one's list and everybody else.
#[test]
fn the_gate_does_what_it_answers() {
    both(&SETUP, |kit| {
        let (tenant, roles) = company(kit);
        let system = kit.system(&tenant);
        let people = relations(&system).remove("Employee").expect("people");
        let catalogue = system.view(|v| Ok(v.catalogue())).expect("a catalogue");
        let scopes: Vec<(String, Scope)> =
            roles.iter().map(|role| (role.clone(), kit.scope(&tenant, role))).collect();
        let mut maker = Maker::new(&system);
        let (mut tried, mut skipped, mut wrong) = (0, Vec::new(), Vec::new());
        // Candidates and vacancies have walls of their own, tried in recruiting's tests.
        let by_people = |o: &&Arc<Object>| matches!(o.def.space(), None | Some("Employee"));
        for object in catalogue.objects().iter().filter(|o| !o.def.internal).filter(by_people) {
            let personal = object.bounded();
            let relations = if personal { &people[..] } else { &people[..1] };
            for (letter, subject) in relations {
                let made = match object.def.subject {
                    Subject::Itself => Some((*subject, *subject)),
                    _ => maker.make(object.def.name, *subject),
                };
                let draft = maker.draft(object, *subject);
                let (Some((id, _)), Some(draft)) = (made, draft) else {
                    skipped.push(object.def.name);
                    continue;
                };
                tried += 1;
                let subject = personal.then_some(*subject);
                for (role, scope) in &scopes {
                    let may = |action| {
                        scope.view(|v| v.who(object, GENERAL, action)).expect("an answer").includes(subject)
                    };
                    let read = scope.view(|v| v.get(object, id)).is_ok();
                    if read != may(Action::Read) {
                        wrong.push(format!("{role} reads {} ({letter}): {read}", object.def.name));
                    }
                    let deletable =
                        |scope: &Scope| went_through(scope, object.def.kind, |c| c.delete(object, id, None));
                    // What nobody could remove, because others refer to it, says nothing about rights.
                    if deletable(&system) && deletable(scope) != (read && may(Action::Delete)) {
                        wrong.push(format!("{role} deletes {} ({letter})", object.def.name));
                    }
                    if object.def.subject == Subject::Itself {
                        continue;
                    }
                    let creatable = |scope: &Scope| {
                        went_through(scope, object.def.kind, |c| {
                            let draft = talang_engine::Draft { values: draft.clone() };
                            c.save(object, talang_engine::Mode::Insert, draft).map(|_| ())
                        })
                    };
                    let created = creatable(scope);
                    if created && !may(Action::Create) {
                        wrong.push(format!("{role} creates {} ({letter})", object.def.name));
                    }
                    // A role that may not see what the record refers to is refused all the same; and there is only
                    // one profile of a person, one country of a code.
                    let sees_all = role == "super-administrator";
                    if sees_all && !created && may(Action::Create) && creatable(&system) {
                        wrong.push(format!("{role} cannot create {} ({letter})", object.def.name));
                    }
                }
            }
        }
        skipped.dedup();
        assert!(wrong.is_empty(), "the gate does otherwise than it answers:\n{}", wrong.join("\n"));
        println!("{tried} records tried; not made from the declaration alone: {}", skipped.join(", "));
        assert!(tried > 180, "only {tried} records were tried");
    });
}
