//! Approvals of requisitions as those who ask and those who decide meet them: who is asked, in whose name, what nobody may, the
//! letters, and the vacancy that comes of it (S1, S2, A11, A13).

use std::collections::BTreeMap;
use std::sync::Arc;

use talang_catalogue::{Culture, FieldType, Kind, Value, types};
use talang_engine::{Door, Scope, Tenant, jobs};
use talang_mail::{Caught, Options, Post, Transport};
use talang_testkit::{Kit, Setup, both};

use crate::PASSWORD;
use crate::client::{Answer, Server};

pub const SETUP: Setup =
    Setup { modules: talang_server::modules::modules, seed: |_, _| Ok(()), seed_version: "approvals" };

/// What the standard roles have.
const RIGHTS: [&str; 2] = [
    include_str!("../../modules/recruiting/library/csv/RoleRight_InsertAndUpdate_en-GB_460_.csv"),
    include_str!("../../modules/core_hr/library/csv/RoleRight_InsertAndUpdate_en-GB_310_.csv"),
];

const DAY: i64 = 86_400_000_000;

/// Mona asks; Dan leads her and Cora leads Dan. Hanna is of HR, Rita recruits, Nils manages hiring elsewhere, Deb stands in for Dan.
pub struct House<'k> {
    pub kit: &'k Kit,
    pub tenant: Arc<Tenant>,
    pub server: Server,
}

impl<'k> House<'k> {
    pub fn new(kit: &'k Kit) -> House<'k> {
        let tenant = kit.tenant("acme");
        let system = kit.system(&tenant);
        let make = |object: &str, values: &[(&str, &str)]| make(&system, object, values);
        for (name, manager) in [
            ("Cora", ""),
            ("Dan", "Cora"),
            ("Mona", "Dan"),
            ("Hanna", "Cora"),
            ("Rita", "Hanna"),
            ("Nils", "Cora"),
            ("Deb", "Dan"),
        ] {
            let values = [
                ("number", name),
                ("first_name", name),
                ("last_name", "Qz"),
                ("status", "active"),
                ("work_email", &format!("{}@example.org", name.to_lowercase())),
            ];
            make("Employee", &values);
            make("Assignment", &[("employee", name), ("start", "2020-01-01"), ("manager", manager)]);
        }
        let mut roles: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
        for line in RIGHTS.iter().flat_map(|text| text.trim_start_matches('\u{feff}').lines().skip(1)) {
            let (start, extent) = line.trim_end().rsplit_once(',').expect("an extent");
            let mut cells: Vec<String> =
                start.splitn(4, ',').map(|c| c.trim_matches('"').to_string()).collect();
            cells.push(extent.to_string());
            roles.entry(cells[0].clone()).or_default().push(cells);
        }
        for (role, lines) in &roles {
            let lines: Vec<_> =
                lines.iter().map(|l| (l[1].as_str(), l[2].as_str(), l[3].as_str(), l[4].as_str())).collect();
            kit.role(&tenant, role, &lines);
        }
        let (server, identity) = Server::of(kit);
        let options =
            Options { transport: Transport::Catcher, folder: kit.data().join("mails"), ..Options::default() };
        let post = Post::new(options, false, "localhost", Some(server.port)).expect("a post");
        kit.installation().provide(Arc::new(post));
        for (login, roles) in [
            ("Cora", &["manager", "employee"][..]),
            ("Dan", &["manager", "employee"]),
            ("Mona", &["hiring-manager", "employee"]),
            ("Hanna", &["hr-manager", "employee"]),
            ("Rita", &["recruiter", "employee"]),
            ("Nils", &["hiring-manager", "employee"]),
            ("Deb", &["employee"]),
        ] {
            kit.user(&tenant, login, Some(login), roles);
            let id = system.view(|v| v.resolve("User", login)).expect("read").expect("there");
            identity.set_password(&system, id, login, PASSWORD, false).expect("a password");
        }
        make("FeatureSwitch", &[("code", "recruiting"), ("on", "true")]);
        House { kit, tenant, server }
    }

    /// The direct manager, and from 100,000 euros on the next one; then HR.
    fn with_rules(self) -> Self {
        for (code, values) in [
            ("a-manager", &[("rank", "10")][..]),
            ("b-next", &[("rank", "20"), ("level", "2"), ("from_amount", "100000.00 EUR")]),
            ("c-hr", &[("rank", "30"), ("asks", "role"), ("role", "hr-manager"), ("remind_after", "2")]),
        ] {
            let mut all = vec![("code", code), ("label", code)];
            all.extend(values);
            make(&self.system(), "ApprovalRule", &all);
        }
        self
    }

    /// Lets a user sign in who was made without a password.
    pub fn password(&self, login: &str) {
        let (_, identity) = Server::of(self.kit);
        let system = self.system();
        let id = system.view(|v| v.resolve("User", login)).expect("read").expect("there");
        identity.set_password(&system, id, login, PASSWORD, false).expect("a password");
    }

    pub fn system(&self) -> Scope {
        self.kit.system(&self.tenant)
    }

    pub fn person(&self, name: &str) -> i64 {
        self.system().view(|v| v.resolve("Employee", name)).expect("read").expect("there")
    }

    pub fn sign_in(&self, login: &str) -> Visitor<'_> {
        Visitor { house: self, cookie: self.server.sign_in_as("acme", login) }
    }

    /// A field of the only requisition of that title, and its number.
    fn requisition(&self, title: &str) -> (i64, String) {
        self.system()
            .view(|v| {
                let object = v.object("Requisition")?;
                let all = v.list(&object, &talang_engine::Query::default())?.records;
                let found = all.iter().find(|r| r.get("title").as_text() == Some(title)).expect("there");
                Ok((found.id, found.get("state").as_text().unwrap_or_default().to_string()))
            })
            .expect("read")
    }

    fn state(&self, title: &str) -> String {
        self.requisition(title).1
    }

    /// The steps of a requisition: number, who, how it stands.
    fn steps(&self, id: i64) -> Vec<(i64, String, String)> {
        let object = self.system().view(|v| v.object("RequisitionApproval")).expect("an object");
        let filter =
            talang_engine::Filter::test(&object, "requisition", talang_engine::Op::Is, vec![id.into()]);
        self.system()
            .view(|v| {
                let sort = v.sort(&object, "step")?;
                let query = talang_engine::Query { filter: Some(filter), sort, ..Default::default() };
                let mut out = Vec::new();
                for step in v.list(&object, &query)?.records {
                    let who = v.title("Employee", step.get("approver").as_int().unwrap_or_default())?.key;
                    let state = step.get("state").as_text().unwrap_or_default().to_string();
                    out.push((step.id, who, state));
                }
                Ok(out)
            })
            .expect("steps")
    }

    fn shape(&self, id: i64) -> Vec<String> {
        self.steps(id).into_iter().map(|(_, who, state)| format!("{who} {state}")).collect()
    }

    /// The letters that went to somebody, the latest first.
    pub fn letters(&self, to: &str) -> Vec<Caught> {
        let running = "SELECT (SELECT COUNT(*) FROM shared.job_queue WHERE state = 'running')
            + (SELECT COUNT(*) FROM candidates.job_queue WHERE state = 'running')";
        for _ in 0..6 {
            self.kit.clock().advance(1_000_000);
            jobs::run_due(&self.kit.installation(), &|| false).expect("jobs run");
            // The server's own workers may have taken one: what it leads to comes after it.
            for _ in 0..500 {
                let busy = self.tenant.db().read(|conn| conn.query_one(running, &[]));
                if busy.expect("a count").is_none_or(|row| row.first().is_none_or(|n| n.int() == 0)) {
                    break;
                }
                std::thread::sleep(std::time::Duration::from_millis(10));
            }
        }
        let caught = self.kit.installation().provided::<Post>().expect("a post").caught(&self.tenant);
        caught.into_iter().filter(|m| m.to == to).collect()
    }
}

fn parsed<'v>(scope: &Scope, object: &str, values: &[(&'v str, &str)]) -> Vec<(&'v str, Value)> {
    let object = scope.view(|v| v.object(object)).expect("an object");
    let value = |(name, text): &(&'v str, &str)| {
        let field = object.field(name).unwrap_or_else(|| panic!("no field {name}"));
        let value = match &field.ty {
            FieldType::Translated => {
                Value::Texts([("en".to_string(), text.to_string())].into_iter().collect())
            }
            _ => types::parse(field, text, &Culture::NEUTRAL).unwrap_or_else(|e| panic!("{name}: {e}")),
        };
        (*name, value)
    };
    values.iter().filter(|(_, text)| !text.is_empty()).map(value).collect()
}

pub fn make(scope: &Scope, object: &str, values: &[(&str, &str)]) {
    let kind = scope.view(|v| v.object(object)).expect("an object").def.kind;
    let values = parsed(scope, object, values);
    scope.change(kind, |c| c.create(object, values)).unwrap_or_else(|e| panic!("{object}: {e}"));
}

pub struct Visitor<'h> {
    house: &'h House<'h>,
    cookie: String,
}

impl Visitor<'_> {
    pub fn get(&self, path: &str) -> Answer {
        self.house.server.get("acme", path, &[("Cookie", &self.cookie)])
    }

    pub fn post(&self, path: &str, form: &str) -> Answer {
        let token = self.get("/password").csrf();
        let form = format!("_csrf={token}&csrf={token}&{form}");
        self.house.server.post("acme", path, &[("Cookie", &self.cookie)], &form)
    }

    fn ask(&self, title: &str, more: &str) -> i64 {
        let requester = self.house.person("Mona");
        let made = self
            .post("/o/requisitions/new", &format!("title={title}&headcount=1&requester={requester}{more}"));
        assert_eq!(made.status, 303, "{}", made.body);
        self.house.requisition(&title.replace('+', " ")).0
    }

    /// Decides the step of somebody.
    fn decide(&self, id: i64, whose: &str, verdict: &str, comment: &str) -> Answer {
        let steps = self.house.steps(id);
        let step = steps.iter().rev().find(|(_, who, _)| who == whose).expect("asked").0;
        let form = format!("step={step}&verdict={verdict}&comment={}", comment.replace(' ', "+"));
        self.post(&format!("/requisitions/{id}/decide"), &form)
    }
}

// S1, S2: handed in, asked in turns, sent back, handed in again, decided by a deputy and by HR, and worked on as a vacancy.
#[test]
fn a_requisition_goes_from_whoever_asks_through_those_who_decide_to_a_vacancy() {
    both(&SETUP, |kit| {
        let house = House::new(kit).with_rules();
        let (mona, dan, hanna) = (house.sign_in("Mona"), house.sign_in("Dan"), house.sign_in("Hanna"));
        let nils = house.sign_in("Nils");
        // Nobody asks in another's name, and nothing is born approved.
        let other = house.person("Nils");
        let forged = format!("title=A+spy&headcount=1&requester={other}");
        assert_eq!(mona.post("/o/requisitions/new", &forged).status, 422);
        let forged = format!("title=A+spy&headcount=1&requester={}&state=approved", house.person("Mona"));
        assert_eq!(mona.post("/o/requisitions/new", &forged).status, 422);
        let id = mona.ask("Two+nurses", "&budget=90000&budget.currency=EUR");
        assert_eq!(house.state("Two nurses"), "draft");
        let page = format!("/requisitions/{id}");
        assert_eq!(mona.get(&page).status, 200);
        for outside in [&dan, &nils] {
            assert_eq!(outside.get(&page).status, 404, "nobody is asked yet");
        }
        assert_eq!(nils.post(&format!("{page}/hand-in"), "").status, 404);

        assert_eq!(mona.post(&format!("{page}/hand-in"), "").status, 303);
        assert_eq!(house.shape(id), ["Dan pending", "Hanna pending"], "90,000 are below the limit of Cora");
        assert!(dan.get(&page).body.contains("Your decision"));
        assert!(dan.get("/me").body.contains("Decide about the requisition"));
        assert!(!mona.get(&page).body.contains("Your decision"));
        assert_eq!(nils.get(&page).status, 404);
        assert!(house.letters("dan@example.org")[0].subject.contains("Two nurses"));
        assert!(house.letters("hanna@example.org").is_empty(), "not her turn yet");
        // What those who decide read stays as it is.
        let refused = mona.post(&format!("/o/requisitions/{id}/edit"), "title=Nine+nurses&headcount=9");
        assert!(refused.status == 422 && refused.body.contains("Take it back first"), "{}", refused.status);
        assert_eq!(mona.post(&format!("{page}/hand-in"), "").status, 422, "once is enough");
        // Out of turn, by whoever is not asked, without a word: nothing.
        let early = hanna.decide(id, "Hanna", "approved", "");
        assert!(early.status == 422 && early.body.contains("their turn"), "{}", early.body);
        assert_eq!(hanna.decide(id, "Dan", "approved", "").status, 422, "in another's place");
        assert_ne!(mona.decide(id, "Dan", "approved", "").status, 303, "her own");
        assert_eq!(nils.decide(id, "Dan", "approved", "").status, 404);
        let silent = dan.decide(id, "Dan", "returned", "");
        assert!(silent.status == 422 && silent.body.contains("Enter a value"), "{}", silent.body);
        assert_eq!(house.shape(id), ["Dan pending", "Hanna pending"]);

        // Sent back: a draft again, with what was said; the next time is a round of its own.
        assert_eq!(dan.decide(id, "Dan", "returned", "Which ward?").status, 303);
        assert_eq!(house.state("Two nurses"), "draft");
        assert!(mona.get(&page).body.contains("Which ward?"));
        assert!(house.letters("mona@example.org")[0].text.contains("Which ward?"));
        let edit = "title=Two+nurses&headcount=2&justification=Ward+3";
        assert_eq!(mona.post(&format!("/o/requisitions/{id}/edit"), edit).status, 303);
        assert_eq!(mona.post(&format!("{page}/hand-in"), "").status, 303);
        let now = ["Dan returned", "Hanna skipped", "Dan pending", "Hanna pending"];
        assert_eq!(house.shape(id), now);

        // A13: Dan is away, Deb decides for him; the journal has both names, and the page says so.
        let deb = house.sign_in("Deb");
        assert_eq!(deb.get(&page).status, 404);
        let today = house.kit.today();
        let lent =
            format!("delegate={}&start={today}&end={today}&extent=all&reason=leave", house.person("Deb"));
        assert_eq!(dan.post("/delegations", &lent).status, 303);
        let offer = deb.get("/delegations").body;
        let ground = offer.split("name=\"ground\" value=\"").nth(1).and_then(|r| r.split('"').next());
        assert_eq!(deb.post("/acting", &format!("ground={}", ground.expect("offered"))).status, 303);
        assert!(deb.get(&page).body.contains("You decide for Dan Qz"));
        assert_eq!(deb.decide(id, "Dan", "approved", "").status, 303);
        let steps = house.steps(id);
        let told = house
            .system()
            .view(|v| {
                let object = v.object("RequisitionApproval")?;
                let entries = v.history(&object, steps[2].0, 10)?;
                Ok(entries.iter().map(|e| format!("{}/{}", e.actor, e.on_behalf)).collect::<Vec<_>>())
            })
            .expect("history");
        assert!(told.contains(&"Deb/Dan".to_string()), "{told:?}");
        assert!(mona.get(&page).body.contains("decided by Deb Qz as deputy"));

        assert_eq!(hanna.decide(id, "Hanna", "approved", "").status, 303);
        assert_eq!(house.state("Two nurses"), "approved");
        assert!(house.letters("mona@example.org")[0].subject.contains("approved"));
        assert!(!hanna.get("/me").body.contains("Decide about"));

        // Whoever recruits makes the vacancy; pressed twice it is still one.
        let rita = house.sign_in("Rita");
        let first = rita.post(&format!("{page}/vacancy"), "");
        assert_eq!(first.status, 303, "{}", first.body);
        let again = rita.post(&format!("{page}/vacancy"), "");
        assert_eq!(first.header("location"), again.header("location"));
        let vacancy = first.header("location").expect("led on").to_string();
        assert!(rita.get(&vacancy).body.contains("Two nurses"));
        assert_ne!(nils.post(&format!("{page}/vacancy"), "").status, 303);
    });
}

// A13, G1: nobody decides about their own request or twice about one, and no door leads round those who are asked.
#[test]
fn nobody_goes_round_those_who_are_asked() {
    both(&SETUP, |kit| {
        let house = House::new(kit).with_rules();
        let (mona, dan, hanna) = (house.sign_in("Mona"), house.sign_in("Dan"), house.sign_in("Hanna"));
        // From a limit on the next manager is asked too; an amount that is not said is above every limit.
        let id = mona.ask("A+surgeon", "&budget=100000&budget.currency=EUR");
        assert_eq!(mona.post(&format!("/requisitions/{id}/hand-in"), "").status, 303);
        assert_eq!(house.shape(id), ["Dan pending", "Cora pending", "Hanna pending"]);
        let silent = mona.ask("A+cook", "");
        assert_eq!(mona.post(&format!("/requisitions/{silent}/hand-in"), "").status, 303);
        assert_eq!(house.shape(silent), ["Dan pending", "Cora pending", "Hanna pending"]);

        // HR names somebody else for a step that waits, but neither whoever asks nor anybody twice; and removes none.
        let step = house.steps(id)[1].0;
        for (who, status) in [("Mona", 422), ("Dan", 422), ("Nils", 303)] {
            let form = format!("approver={}", house.person(who));
            let answer = hanna.post(&format!("/o/requisition-approvals/{step}/edit"), &form);
            assert_eq!(answer.status, status, "{who}: {}", answer.body);
        }
        let version = 2;
        let gone = hanna.post(&format!("/o/requisition-approvals/{step}/delete?version={version}"), "");
        assert_ne!(gone.status, 303, "{}", gone.body);
        assert_eq!(house.shape(id)[1], "Nils pending");
        // By the interface neither: the state of a requisition is nobody's to write, and files bring what was elsewhere.
        let scope = |login: &str, door: Door| {
            let mut scope = house.kit.scope(&house.tenant, login);
            scope.door = door;
            scope
        };
        for (login, door, object, row, fault) in [
            ("Hanna", Door::Rest, "Requisition", id, "field.read_only"),
            ("Rita", Door::Import, "Requisition", id, "approval.locked"),
            ("Rita", Door::Rest, "RequisitionApproval", step, "approval.not_asked"),
            ("Rita", Door::Import, "RequisitionApproval", step, "approval.by_rule"),
        ] {
            let values = vec![("state", "approved".into())];
            let error =
                scope(login, door).change(Kind::Candidates, |c| c.update(object, row, values.clone()));
            let error = error.expect_err("refused").to_string();
            assert!(error.contains(fault), "{login} {object}: {error}");
        }

        // Hanna asks for herself: she is no step of it, and the step that is left is her manager's.
        let form = format!("title=A+clerk&headcount=1&requester={}", house.person("Hanna"));
        assert_eq!(hanna.post("/o/requisitions/new", &form).status, 303);
        let own = house.requisition("A clerk").0;
        assert_eq!(hanna.post(&format!("/requisitions/{own}/hand-in"), "").status, 303);
        assert_eq!(house.shape(own), ["Cora pending"]);
        let forged = scope("Hanna", Door::Import)
            .change(Kind::Candidates, |c| c.update("Requisition", own, vec![("state", "approved".into())]));
        assert!(forged.is_err(), "her own, by a file");
        let step = house.steps(own)[0].0;
        let form = format!("approver={}", house.person("Hanna"));
        assert_eq!(hanna.post(&format!("/o/requisition-approvals/{step}/edit"), &form).status, 422);

        // A refusal ends it; taken back nobody is asked any more.
        assert_eq!(dan.decide(id, "Dan", "refused", "No budget").status, 303);
        assert_eq!(house.state("A surgeon"), "refused");
        assert_eq!(house.shape(id), ["Dan refused", "Nils skipped", "Hanna skipped"]);
        assert_eq!(mona.post(&format!("/requisitions/{silent}/take-back"), "").status, 303);
        assert_eq!(house.shape(silent), ["Dan skipped", "Cora skipped", "Hanna skipped"]);
        assert!(!dan.get("/me").body.contains("Decide about"));
        assert_eq!(dan.decide(silent, "Dan", "approved", "").status, 422);
        assert_eq!(mona.post(&format!("/requisitions/{silent}/cancel"), "").status, 303);
        assert_eq!(house.state("A cook"), "cancelled");
    });
}

// A tenant from before has no rules for approvals: the direct manager is asked. Who has none asks nobody, and is told.
#[test]
fn without_rules_the_direct_manager_decides() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let (mona, cora) = (house.sign_in("Mona"), house.sign_in("Cora"));
        let id = mona.ask("A+porter", "");
        assert_eq!(mona.post(&format!("/requisitions/{id}/hand-in"), "").status, 303);
        assert_eq!(house.shape(id), ["Dan pending"]);
        make(
            &house.system(),
            "Requisition",
            &[("code", "TOP"), ("title", "A driver"), ("requester", "Cora")],
        );
        let top = house.requisition("A driver").0;
        let hanna = house.sign_in("Hanna");
        let nobody = hanna.post(&format!("/requisitions/{top}/hand-in"), "");
        assert!(nobody.status == 422 && nobody.body.contains("No rule for approvals"), "{}", nobody.body);
        assert_eq!(
            cora.get(&format!("/requisitions/{top}")).status,
            404,
            "managers only read what they decide"
        );
        assert_eq!(house.state("A driver"), "draft");
    });
}

// I12: whoever is asked and says nothing is reminded, after the days of the rule and again; whoever's turn it is not is left alone.
#[test]
fn those_who_are_asked_are_reminded() {
    both(&SETUP, |kit| {
        let house = House::new(kit).with_rules();
        let (mona, dan) = (house.sign_in("Mona"), house.sign_in("Dan"));
        let id = mona.ask("A+gardener", "&budget=10&budget.currency=EUR");
        assert_eq!(mona.post(&format!("/requisitions/{id}/hand-in"), "").status, 303);
        let reminders =
            |to: &str| house.letters(to).iter().filter(|m| m.subject.starts_with("Reminder")).count();
        house.kit.clock().advance(DAY);
        assert_eq!(reminders("dan@example.org"), 0, "three days are his");
        for _ in 0..3 {
            house.kit.clock().advance(DAY);
            reminders("dan@example.org");
        }
        assert_eq!((reminders("dan@example.org"), reminders("hanna@example.org")), (1, 0));
        let dan = match dan.get("/me").status {
            200 => dan,
            // The session is over after so many days.
            _ => house.sign_in("Dan"),
        };
        assert_eq!(dan.decide(id, "Dan", "approved", "").status, 303);
        for _ in 0..3 {
            house.kit.clock().advance(DAY);
            reminders("hanna@example.org");
        }
        assert_eq!((reminders("dan@example.org"), reminders("hanna@example.org")), (1, 1));
    });
}
