//! Who reaches what of recruiting, with the standard roles and through the gate (A10, A11, S2, S8, G1).

use std::collections::BTreeMap;
use std::sync::Arc;

use talang_catalogue::{Culture, FieldType, Value, types};
use talang_engine::{Query, Result, Saved, Scope, Tenant};
use talang_recruiting::matching::{self, Whose};
use talang_testkit::{Kit, Setup, both};

const SETUP: Setup = Setup {
    modules: || vec![talang_core_hr::module(), talang_recruiting::module()],
    seed: |_, _| Ok(()),
    seed_version: "recruiting",
};

/// What the standard roles have of recruiting and of core HR.
const RIGHTS: [&str; 2] = [
    include_str!("../library/csv/RoleRight_InsertAndUpdate_en-GB_460_.csv"),
    include_str!("../../core_hr/library/csv/RoleRight_InsertAndUpdate_en-GB_310_.csv"),
];

fn try_make(scope: &Scope, object: &str, values: &[(&str, &str)]) -> Result<Saved> {
    let found = scope.view(|v| v.object(object))?;
    let parsed: Result<Vec<_>> = values
        .iter()
        .map(|(name, text)| {
            let field = found.field(name).unwrap_or_else(|| panic!("{object} has no {name}"));
            let value = match &field.ty {
                FieldType::Translated => {
                    Value::Texts([("en".to_string(), text.to_string())].into_iter().collect())
                }
                _ => types::parse(field, text, &Culture::NEUTRAL)?,
            };
            Ok((*name, value))
        })
        .collect();
    let parsed = parsed?;
    scope.change(found.def.kind, |change| change.create(object, parsed))
}

fn make(scope: &Scope, object: &str, values: &[(&str, &str)]) {
    try_make(scope, object, values).unwrap_or_else(|e| panic!("{object} {values:?}: {e}"));
}

fn update(
    system: &Scope,
    scope: &Scope,
    object: &str,
    key: &str,
    value: (&'static str, &str),
) -> Result<Saved> {
    let found = system.view(|v| v.object(object))?;
    let id = system.view(|v| v.resolve(object, key))?.unwrap_or_else(|| panic!("no {object} {key}"));
    let parsed = types::parse(found.field(value.0).expect("a field"), value.1, &Culture::NEUTRAL)?;
    scope.change(found.def.kind, |change| change.update(object, id, vec![(value.0, parsed)]))
}

/// The title field's worth of everything of an object that a scope sees.
fn seen(scope: &Scope, object: &str) -> usize {
    let count = scope.view(|view| {
        let object = view.object(object)?;
        view.count(&object, &Query::default())
    });
    usize::try_from(count.unwrap_or_default()).expect("a count")
}

fn sees(scope: &Scope, object: &str, key: &str) -> bool {
    scope.view(|v| v.resolve(object, key)).unwrap_or(None).is_some()
}

/// A field as a scope reads it.
fn field(scope: &Scope, object: &str, key: &str, name: &str) -> Value {
    scope
        .view(|view| {
            let id = view.resolve(object, key)?.unwrap_or_else(|| panic!("no {object} {key}"));
            let object = view.object(object)?;
            Ok(view.get(&object, id)?.get(name).clone())
        })
        .expect("a record")
}

struct House {
    tenant: Arc<Tenant>,
    system: Scope,
}

/// Rea recruits everywhere. Max will lead whoever fills NURSE, Ida interviews for it; COOK is Tom's. Ann and Bo applied for
/// NURSE, Bo and Cem for COOK; Ida herself, who works here, for COOK.
fn house(kit: &Kit) -> House {
    let tenant = kit.tenant("acme");
    let system = kit.system(&tenant);
    for number in ["REA", "MAX", "IDA", "TOM", "EVA"] {
        let values =
            [("number", number), ("first_name", number), ("last_name", number), ("status", "active")];
        make(&system, "Employee", &values);
    }
    make(&system, "PipelineTemplate", &[("code", "P"), ("label", "P"), ("standard", "true")]);
    for (code, rank) in [("new", "1"), ("talk", "2")] {
        make(&system, "PipelineStage", &[("pipeline", "P"), ("code", code), ("label", code), ("rank", rank)]);
    }
    for (code, manager) in [("NURSE", "MAX"), ("COOK", "TOM")] {
        let values = [
            ("code", code),
            ("title", code),
            ("manager", manager),
            ("salary_from", "2000.00 EUR"),
            ("comment", "between us"),
        ];
        make(&system, "Vacancy", &values);
    }
    make(&system, "HiringTeamMember", &[("vacancy", "NURSE"), ("employee", "IDA")]);
    for (number, employee) in [("ann", ""), ("bo", ""), ("cem", ""), ("ida", "IDA")] {
        let values = [
            ("number", number),
            ("first_name", number),
            ("last_name", number),
            ("email", &format!("{number}@example.org")),
            ("birth_date", "1990-01-01"),
            ("salary_wish", "3000.00 EUR"),
            ("employee", employee),
        ];
        make(&system, "Candidate", &values);
    }
    for (candidate, vacancy) in
        [("ann", "NURSE"), ("bo", "NURSE"), ("bo", "COOK"), ("cem", "COOK"), ("ida", "COOK")]
    {
        let values = [
            ("candidate", candidate),
            ("vacancy", vacancy),
            ("cover_text", "I would like to"),
            ("stage", "P|new"),
        ];
        make(&system, "Application", &values);
    }
    let mut roles: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for text in RIGHTS {
        for line in text.trim_start_matches('\u{feff}').lines().skip(1) {
            let (start, extent) = line.rsplit_once(',').expect("an extent");
            let mut cells: Vec<String> =
                start.splitn(4, ',').map(|c| c.trim_matches('"').to_string()).collect();
            cells.push(extent.to_string());
            roles.entry(cells[0].clone()).or_default().push(cells);
        }
    }
    for (role, lines) in &roles {
        let lines: Vec<_> =
            lines.iter().map(|l| (l[1].as_str(), l[2].as_str(), l[3].as_str(), l[4].as_str())).collect();
        kit.role(&tenant, role, &lines);
    }
    for (login, employee, roles) in [
        ("rea", Some("REA"), &["employee", "recruiter"][..]),
        ("max", Some("MAX"), &["employee", "manager", "hiring-manager"]),
        ("ida", Some("IDA"), &["employee", "hiring-manager"]),
        ("eva", Some("EVA"), &["employee", "hiring-manager"]),
        ("hr", None, &["hr-manager"]),
        ("admin", None, &["administrator"]),
        ("root", None, &["super-administrator"]),
    ] {
        kit.user(&tenant, login, employee, roles);
    }
    House { tenant, system }
}

fn switched_on(kit: &Kit) -> House {
    let house = house(kit);
    make(&house.system, "FeatureSwitch", &[("code", "recruiting"), ("on", "true")]);
    house
}

// S8: until the company wants it, recruiting is there for nobody, whatever the roles say.
#[test]
fn nobody_reaches_recruiting_until_it_is_switched_on() {
    both(&SETUP, |kit| {
        let house = house(kit);
        for login in ["rea", "max", "hr", "admin", "root"] {
            let scope = kit.scope(&house.tenant, login);
            for object in ["Vacancy", "Candidate", "Application", "PipelineStage", "Referral"] {
                assert_eq!(seen(&scope, object), 0, "{login} sees {object}");
            }
            assert!(
                try_make(&scope, "RejectionReason", &[("code", "R"), ("label", "R")]).is_err(),
                "{login}"
            );
        }
        make(&house.system, "FeatureSwitch", &[("code", "recruiting"), ("on", "true")]);
        assert_eq!(seen(&kit.scope(&house.tenant, "root"), "Candidate"), 4);
    });
}

// S2, A11: a hiring team sees its vacancy and who applied for it, and nothing of other teams.
#[test]
fn a_hiring_team_sees_its_own_candidates_only() {
    both(&SETUP, |kit| {
        let House { tenant, .. } = switched_on(kit);
        for (login, vacancies, candidates, applications) in [
            ("rea", &["NURSE", "COOK"][..], &["ann", "bo", "cem", "ida"][..], 5),
            ("max", &["NURSE"], &["ann", "bo"], 2),
            ("ida", &["NURSE"], &["ann", "bo"], 2),
            ("eva", &[], &[], 0),
            ("admin", &[], &[], 0),
            ("hr", &["NURSE", "COOK"], &[], 0),
        ] {
            let scope = kit.scope(&tenant, login);
            for code in ["NURSE", "COOK"] {
                assert_eq!(sees(&scope, "Vacancy", code), vacancies.contains(&code), "{login} {code}");
            }
            for number in ["ann", "bo", "cem", "ida"] {
                assert_eq!(
                    sees(&scope, "Candidate", number),
                    candidates.contains(&number),
                    "{login} {number}"
                );
            }
            assert_eq!(seen(&scope, "Application"), applications, "{login}");
        }
        // Bo applied for both, and Max hears of one.
        let max = kit.scope(&tenant, "max");
        assert!(sees(&max, "Application", "bo|NURSE") && !sees(&max, "Application", "bo|COOK"));
    });
}

// G1: what a hiring team does not need for its choice is not shown to it.
#[test]
fn a_hiring_manager_reads_no_private_data_and_decides_within_the_team() {
    both(&SETUP, |kit| {
        let House { tenant, system } = switched_on(kit);
        let (max, rea) = (kit.scope(&tenant, "max"), kit.scope(&tenant, "rea"));
        for (object, key, hidden, shown) in [
            ("Candidate", "ann", "birth_date", "email"),
            ("Candidate", "ann", "salary_wish", "first_name"),
            ("Vacancy", "NURSE", "comment", "salary_from"),
        ] {
            assert!(field(&max, object, key, hidden).is_null(), "{object}.{hidden}");
            assert!(!field(&max, object, key, shown).is_null(), "{object}.{shown}");
            assert!(!field(&rea, object, key, hidden).is_null(), "{object}.{hidden} for recruiters");
        }
        assert!(!field(&max, "Application", "ann|NURSE", "cover_text").is_null());
        update(&system, &max, "Application", "ann|NURSE", ("stage", "P|talk")).expect("moves on");
        for (object, key, value) in [
            ("Application", "cem|COOK", ("stage", "P|talk")),
            ("Application", "ann|NURSE", ("cover_text", "I would not like to")),
            ("Candidate", "ann", ("first_name", "Anna")),
            ("Vacancy", "NURSE", ("openings", "9")),
        ] {
            assert!(update(&system, &max, object, key, value).is_err(), "{object} {key} {value:?}");
        }
    });
}

// A11: what hangs on an application is its candidate's and lies within its vacancy, whatever somebody writes.
#[test]
fn notes_follow_their_application() {
    both(&SETUP, |kit| {
        let House { tenant, system } = switched_on(kit);
        let max = kit.scope(&tenant, "max");
        let note = |application| {
            [("application", application), ("number", "1"), ("author", "MAX"), ("text", "Friendly")]
        };
        make(&max, "ApplicationNote", &note("ann|NURSE"));
        let ann = system.view(|v| v.resolve("Candidate", "ann")).unwrap().map(Value::Int);
        assert_eq!(Some(field(&max, "ApplicationNote", "ann|NURSE|1", "candidate")), ann);
        assert!(try_make(&max, "ApplicationNote", &note("cem|COOK")).is_err(), "another team's");
        assert!(
            try_make(&max, "ApplicationNote", &note("bo|COOK")).is_err(),
            "another team's, of a known candidate"
        );
        let mut forged = note("bo|NURSE").to_vec();
        forged.push(("vacancy", "COOK"));
        assert!(try_make(&max, "ApplicationNote", &forged).is_err(), "led elsewhere");
        // Ida interviews for NURSE and applied for COOK: of that she hears nothing.
        make(&system, "ApplicationNote", &note("ida|COOK"));
        assert_eq!(seen(&kit.scope(&tenant, "ida"), "ApplicationNote"), 1);
        // Nobody writes history by hand.
        for login in ["rea", "max"] {
            let event = [
                ("application", "ann|NURSE"),
                ("number", "1"),
                ("at", "2026-01-01T08:00:00Z"),
                ("kind", "hired"),
            ];
            assert!(try_make(&kit.scope(&tenant, login), "ApplicationEvent", &event).is_err(), "{login}");
        }
    });
}

// A13, G1: nobody approves their own requisition, and colleagues do not see it.
#[test]
fn requisitions_belong_to_who_asks() {
    both(&SETUP, |kit| {
        let House { tenant, system } = switched_on(kit);
        let max = kit.scope(&tenant, "max");
        let own = |code, requester| [("code", code), ("title", "A nurse"), ("requester", requester)];
        make(&max, "Requisition", &own("R1", "MAX"));
        assert!(try_make(&max, "Requisition", &own("R2", "TOM")).is_err(), "in another's name");
        assert!(
            update(&system, &max, "Requisition", "R1", ("state", "approved")).is_err(),
            "approves their own"
        );
        let mut approved = own("R3", "MAX").to_vec();
        approved.push(("state", "approved"));
        assert!(try_make(&max, "Requisition", &approved).is_err(), "born approved");
        update(&system, &max, "Requisition", "R1", ("title", "Two nurses")).expect("one's own");
        assert!(!sees(&kit.scope(&tenant, "eva"), "Requisition", "R1"));
        // Whoever is asked decides, and nobody else writes how it stands.
        let hr = kit.scope(&tenant, "hr");
        assert!(sees(&hr, "Requisition", "R1"));
        assert!(update(&system, &hr, "Requisition", "R1", ("state", "approved")).is_err());
    });
}

// G7: one person has one file; an employee is one candidate.
#[test]
fn a_person_is_one_candidate() {
    both(&SETUP, |kit| {
        let House { system, .. } = switched_on(kit);
        for twin in [("email", "ann@example.org"), ("employee", "IDA")] {
            let values = [("number", "twin"), ("first_name", "A"), ("last_name", "B"), twin];
            let fault = try_make(&system, "Candidate", &values).expect_err("taken").to_string();
            assert!(fault.contains("value.duplicate"), "{twin:?}: {fault}");
        }
        make(
            &system,
            "Candidate",
            &[("number", "eva"), ("first_name", "E"), ("last_name", "V"), ("employee", "EVA")],
        );
    });
}

/// Who is found by words.
fn found(scope: &Scope, words: &str) -> Vec<String> {
    scope
        .view(|view| {
            let object = view.object("Candidate")?;
            let page = view.search(&object, words, 10)?;
            Ok(page
                .records
                .iter()
                .map(|r| r.get("number").as_text().unwrap_or_default().to_string())
                .collect())
        })
        .expect("a search")
}

// S2, A2: candidates are found by words of their documents, word by word, by those who may read the documents, and by nobody else; a document
// that cannot be read is there all the same; another file takes the place of the text, too.
#[test]
fn candidates_are_found_by_their_documents_by_those_who_may_read_them() {
    both(&SETUP, |kit| {
        let house = switched_on(kit);
        let tenant = &house.tenant;
        kit.role(tenant, "names", &[("Candidate", "*", "read", "all")]);
        kit.role(
            tenant,
            "papers",
            &[("Candidate", "*", "read", "all"), ("CandidateDocument", "*", "read", "all")],
        );
        kit.user(tenant, "nan", None, &["names"]);
        kit.user(tenant, "pia", None, &["papers"]);
        let file = |bytes: &[u8]| format!("{}/cv.pdf", tenant.db().attachments().put(bytes).unwrap());
        let list = [("code", "candidate-document-type"), ("name", "Documents")];
        make(&house.system, "ValueList", &list);
        let item = [("list", "candidate-document-type"), ("code", "cv"), ("label", "CV")];
        make(&house.system, "ValueListItem", &item);
        let bring = |candidate: &str, number: &str, bytes: &[u8]| {
            let values = [
                ("candidate", candidate),
                ("number", number),
                ("kind", "cv"),
                ("name", "CV"),
                ("file", &file(bytes)),
            ];
            make(&house.system, "CandidateDocument", &values);
        };
        let work = || while talang_engine::jobs::run_due(&kit.installation(), &|| false).unwrap() > 0 {};
        bring("ann", "1", b"{\\rtf1\\ansi Beekeeper in \\'c5rhus since 2014}");
        bring("cem", "2", "Beekeeper, and cooks for forty".as_bytes());
        bring("bo", "3", b"\x89PNG\r\n\x1a\n a picture");
        work();
        let scope = |login: &str| kit.scope(tenant, login);
        let (pia, rea) = (scope("pia"), scope("rea"));
        for reader in [&pia, &rea] {
            assert_eq!(found(reader, "beekeeper"), ["ann", "cem"]);
            assert_eq!(found(reader, "beekeep arhus"), ["ann"], "beginnings of words, without accents");
            assert_eq!(
                found(reader, "cem beekeeper"),
                ["cem"],
                "the name is the candidate's, the rest the document's"
            );
            assert_eq!(found(reader, "bo"), ["bo"]);
            assert_eq!(found(reader, "bo beekeeper"), Vec::<String>::new());
        }
        // Max leads NURSE, for which Ann applied and Cem did not.
        assert!(!found(&scope("max"), "beekeeper").contains(&"cem".to_string()));
        assert_eq!(found(&scope("nan"), "beekeeper"), Vec::<String>::new(), "no right to documents");
        assert_eq!(found(&scope("nan"), "cem"), ["cem"]);
        assert_eq!(found(&scope("eva"), "beekeeper"), Vec::<String>::new());
        assert!(matches!(field(&rea, "CandidateDocument", "bo|3", "text"), Value::Null));
        update(&house.system, &house.system, "CandidateDocument", "ann|1", ("file", &file(b"Falconer")))
            .unwrap();
        work();
        assert_eq!(found(&pia, "beekeeper"), ["cem"]);
        assert_eq!(found(&pia, "falconer"), ["ann"]);
    });
}

// S2: what a CV proposes is of the tenant's own library, its skills by every name that they have there.
#[test]
fn a_cv_is_read_with_what_the_tenant_knows() {
    both(&SETUP, |kit| {
        let house = switched_on(kit);
        let system = &house.system;
        make(system, "Skill", &[("code", "bees"), ("label", "Beekeeping")]);
        make(system, "Skill", &[("code", "animals"), ("label", "Animals"), ("kind", "group")]);
        make(system, "Language", &[("iso", "sv"), ("name", "Swedish")]);
        make(system, "SkillAlias", &[("skill", "bees"), ("language", "sv"), ("text", "Biodling")]);
        let proposal = system.view(|view| {
            let bees = view.resolve("Skill", "bees")?.expect("the skill");
            let knowledge = talang_recruiting::cv::Knowledge::load(view)?;
            let text =
                "Åsa Öberg\nasa.oberg@example.org\n\nSkills\nbiodling, animals\n\nLanguages\nSwedish: native";
            Ok((bees, talang_recruiting::cv::propose(text, &knowledge, 2026)))
        });
        let (bees, proposal) = proposal.expect("a proposal");
        assert_eq!(proposal.skills, [bees]);
        assert_eq!(
            (proposal.first_name.as_deref(), proposal.last_name.as_deref()),
            (Some("Åsa"), Some("Öberg"))
        );
        assert_eq!(proposal.languages.iter().map(|l| l.language.as_str()).collect::<Vec<_>>(), ["sv"]);
    });
}

/// Numbers of the candidates, or of the employees, who fit a vacancy, as a scope finds them; and how many parts of files did not count.
fn fitting(scope: &Scope, vacancy: &str, whose: Whose, fresh: bool) -> (Vec<String>, usize) {
    scope
        .view(|view| {
            let object = view.object("Vacancy")?;
            let id = view.resolve("Vacancy", vacancy)?.unwrap_or_else(|| panic!("no {vacancy}"));
            let vacancy = view.get(&object, id)?;
            let found = matching::people(view, &vacancy, whose, fresh, 10)?;
            let object = view.object(whose.object())?;
            let mut out = Vec::new();
            for fit in &found.fits {
                out.push(view.get(&object, fit.id)?.get("number").as_text().unwrap_or_default().to_string());
            }
            Ok((out, found.unread.len()))
        })
        .expect("a ranking")
}

// S5, S11, A11: a ranking knows nobody whom its reader does not see, and rests on nothing that its reader does not read; it
// follows every change at once.
#[test]
fn matching_sees_what_its_reader_sees() {
    both(&SETUP, |kit| {
        let house = switched_on(kit);
        let (tenant, system) = (&house.tenant, &house.system);
        make(system, "Skill", &[("code", "sutures"), ("label", "Suturing")]);
        make(system, "Skill", &[("code", "stitches"), ("label", "Stitches"), ("broader", "sutures")]);
        make(system, "VacancySkill", &[("vacancy", "NURSE"), ("skill", "sutures"), ("mandatory", "true")]);
        make(system, "Candidate", &[("number", "dot"), ("first_name", "Dot"), ("last_name", "D")]);
        make(system, "Candidate", &[("number", "fay"), ("first_name", "Fay"), ("last_name", "F")]);
        for (candidate, skill) in [("dot", "sutures"), ("fay", "stitches"), ("ann", "sutures")] {
            make(system, "CandidateSkill", &[("candidate", candidate), ("skill", skill)]);
        }
        let list = [("code", "candidate-document-type"), ("name", "Documents")];
        make(system, "ValueList", &list);
        let item = [("list", "candidate-document-type"), ("code", "cv"), ("label", "CV")];
        make(system, "ValueListItem", &item);
        let file =
            format!("{}/cv.txt", tenant.db().attachments().put(b"Skills\nSuturing, and more").unwrap());
        let paper =
            [("candidate", "cem"), ("number", "1"), ("kind", "cv"), ("name", "CV"), ("file", file.as_str())];
        make(system, "CandidateDocument", &paper);
        while talang_engine::jobs::run_due(&kit.installation(), &|| false).unwrap() > 0 {}

        // The skill itself stands before its special case, and what was entered before what a document names.
        let rea = kit.scope(tenant, "rea");
        let outside = |scope: &Scope, fresh| fitting(scope, "NURSE", Whose::Candidates, fresh);
        assert_eq!(outside(&rea, true), (vec!["dot".into(), "fay".into(), "cem".into()], 0));
        assert_eq!(outside(&rea, false).0, ["ann", "dot", "fay", "cem"], "with those who applied");

        // Max sees who applied for NURSE, and nobody else by a ranking either.
        let max = kit.scope(tenant, "max");
        assert_eq!(outside(&max, false).0, ["ann"]);
        assert_eq!(outside(&max, true).0, Vec::<String>::new());
        let dot = system.view(|v| v.resolve("Candidate", "dot")).unwrap().unwrap();
        let nurse = system.view(|v| v.resolve("Vacancy", "NURSE")).unwrap().unwrap();
        let open = |scope: &Scope| -> Vec<i64> {
            let fits = scope.view(|v| matching::vacancies(v, dot, 5)).unwrap();
            fits.into_iter().map(|(fit, _)| fit.id).collect()
        };
        assert_eq!(open(&rea), Vec::<i64>::new(), "a draft is for nobody");
        update(system, system, "Vacancy", "NURSE", ("state", "open")).unwrap();
        assert_eq!(open(&rea), [nurse]);
        assert_eq!(open(&max), Vec::<i64>::new(), "Max does not see Dot");

        // Who reads names only finds nobody by skills; who reads papers, nobody by what was entered.
        let vacancies = [("Vacancy", "*", "read", "all"), ("VacancySkill", "*", "read", "all")];
        let with =
            |more: &[(&'static str, &'static str, &'static str, &'static str)]| [&vacancies, more].concat();
        kit.role(tenant, "names", &with(&[("Candidate", "*", "read", "all")]));
        kit.role(
            tenant,
            "papers",
            &with(&[("Candidate", "*", "read", "all"), ("CandidateDocument", "*", "read", "all")]),
        );
        kit.user(tenant, "nan", None, &["names"]);
        kit.user(tenant, "pia", None, &["papers"]);
        let (names, unread) = outside(&kit.scope(tenant, "nan"), false);
        assert_eq!(names, Vec::<String>::new());
        assert!(unread >= 5, "it says what did not count");
        assert_eq!(outside(&kit.scope(tenant, "pia"), false).0, ["cem"]);

        // What changes counts from the next request on.
        make(system, "CandidateSkill", &[("candidate", "bo"), ("skill", "sutures")]);
        assert_eq!(outside(&rea, false).0, ["ann", "bo", "dot", "fay", "cem"]);
        let gone = system.view(|v| v.resolve("CandidateSkill", "dot|sutures")).unwrap().unwrap();
        system
            .change(talang_catalogue::Kind::Candidates, |c| {
                let object = c.object("CandidateSkill")?;
                c.delete(&object, gone, None)
            })
            .unwrap();
        update(system, system, "Candidate", "cem", ("blocked", "true")).unwrap();
        assert_eq!(outside(&rea, false).0, ["ann", "bo", "fay"]);
        make(system, "Candidate", &[("number", "gil"), ("first_name", "Gil"), ("last_name", "G")]);
        make(system, "CandidateSkill", &[("candidate", "gil"), ("skill", "stitches")]);
        assert_eq!(outside(&rea, false).0, ["ann", "bo", "fay", "gil"]);

        // Employees: who works here today, as far as the reader sees their skills.
        make(system, "OrganisationType", &[("code", "T"), ("name", "T"), ("level", "1")]);
        make(
            system,
            "Organisation",
            &[("code", "O"), ("name", "O"), ("organisation_type", "T"), ("start", "2020-01-01")],
        );
        for who in ["TOM", "EVA"] {
            make(system, "ProfileSkill", &[("employee", who), ("skill", "sutures")]);
        }
        let place = [("employee", "TOM"), ("organisation", "O"), ("start", "2020-01-01")];
        make(system, "Assignment", &place);
        assert_eq!(fitting(system, "NURSE", Whose::Employees, true).0, ["TOM"], "Eva works nowhere today");
        assert_eq!(fitting(&max, "NURSE", Whose::Employees, true).0, Vec::<String>::new());
    });
}

/// Numbers of the candidates whom a condition of the filter language finds.
fn where_(scope: &Scope, text: &str) -> Vec<String> {
    scope
        .view(|view| {
            let object = view.object("Candidate")?;
            let filter = talang_engine::Filter::parse(&view.catalogue(), &object, text)?;
            let sort = view.sort(&object, "number")?;
            let query = Query { filter: Some(filter), sort, count: true, ..Query::default() };
            let page = view.list(&object, &query)?;
            assert_eq!(page.total, i64::try_from(page.records.len()).ok(), "{text}");
            Ok(page
                .records
                .iter()
                .map(|r| r.get("number").as_text().unwrap_or_default().to_string())
                .collect())
        })
        .unwrap_or_else(|e| panic!("{text}: {e}"))
}

// S2, A10: lists are narrowed by what is part of a record, as far as its reader reads the parts; conditions on one part are asked of one
// record of it.
#[test]
fn candidates_are_narrowed_by_their_skills_and_languages() {
    both(&SETUP, |kit| {
        let house = switched_on(kit);
        let (tenant, system) = (&house.tenant, &house.system);
        for code in ["a", "b"] {
            make(system, "Skill", &[("code", code), ("label", code)]);
        }
        for (candidate, skill) in [("ann", "a"), ("ann", "b"), ("bo", "a"), ("cem", "b")] {
            make(system, "CandidateSkill", &[("candidate", candidate), ("skill", skill), ("years", "3")]);
        }
        for (candidate, language, level) in
            [("ann", "fr", "C1"), ("ann", "en", "A2"), ("bo", "fr", "A2"), ("bo", "en", "C1")]
        {
            let values = [("candidate", candidate), ("language", language), ("level", level)];
            make(system, "CandidateLanguage", &values);
        }
        let rea = kit.scope(tenant, "rea");
        assert_eq!(where_(&rea, "candidate_skill.skill is \"a\""), ["ann", "bo"]);
        assert_eq!(
            where_(&rea, "candidate_skill.skill is \"a\" and candidate_skill.skill is \"b\""),
            ["ann"]
        );
        assert_eq!(
            where_(&rea, "candidate_skill.skill is \"a\" or candidate_skill.skill is \"b\""),
            ["ann", "bo", "cem"]
        );
        assert_eq!(where_(&rea, "candidate_skill.skill != \"a\""), ["cem", "ida"]);
        assert_eq!(where_(&rea, "not (candidate_skill.skill is \"b\")"), ["bo", "ida"]);
        assert_eq!(where_(&rea, "candidate_skill.skill is empty"), ["ida"]);
        assert_eq!(
            where_(&rea, "candidate_skill.years >= 3 and candidate_skill.skill is \"b\""),
            ["ann", "cem"]
        );
        // The French of that level, not some language of it.
        assert_eq!(
            where_(&rea, "candidate_language.language is fr and candidate_language.level is C1"),
            ["ann"]
        );
        assert_eq!(where_(&rea, "application.vacancy is \"COOK\""), ["bo", "cem", "ida"]);
        // Max sees Ann and Bo, and what they are made of; Nan sees everybody, and no skills: neither who has one nor who has none.
        let max = kit.scope(tenant, "max");
        assert_eq!(where_(&max, "candidate_skill.skill is \"b\""), ["ann"]);
        assert_eq!(where_(&max, "application.vacancy is \"COOK\""), Vec::<String>::new());
        kit.role(tenant, "names", &[("Candidate", "*", "read", "all"), ("Skill", "*", "read", "all")]);
        kit.user(tenant, "nan", None, &["names"]);
        let nan = kit.scope(tenant, "nan");
        for text in ["is \"a\"", "!= \"a\"", "is empty", "is not empty"] {
            assert_eq!(
                where_(&nan, &format!("candidate_skill.skill {text}")),
                Vec::<String>::new(),
                "{text}"
            );
            let contrary = format!("not (candidate_skill.skill {text})");
            assert_eq!(where_(&nan, &contrary), Vec::<String>::new(), "{contrary}");
        }
        // A total follows the parts.
        make(system, "CandidateSkill", &[("candidate", "ida"), ("skill", "a")]);
        assert_eq!(where_(&rea, "candidate_skill.skill is \"a\""), ["ann", "bo", "ida"]);
        // Many cannot be shown, or put in order by.
        let wrong = rea.view(|view| {
            let object = view.object("Candidate")?;
            let sort = view.sort(&object, "candidate_skill.skill")?;
            view.list(&object, &Query { sort, ..Query::default() })
        });
        assert!(wrong.is_err_and(|e| e.is("field.unknown")));
        // Found by words of posts and tags, too.
        make(system, "CandidateTag", &[("candidate", "cem"), ("tag", "apprentice")]);
        let post = [
            ("candidate", "bo"),
            ("employer", "Kustbygg"),
            ("started", "2020-01-01"),
            ("job_title", "Crane driver"),
        ];
        make(system, "CandidateExperience", &post);
        assert_eq!(found(&rea, "apprentice"), ["cem"]);
        assert_eq!(found(&rea, "bo crane"), ["bo"]);
        assert_eq!(found(&nan, "crane"), Vec::<String>::new());
    });
}
