//! Circles: whom users reach where records are not about employees. A small recruiting of two openings, three seekers
//! and their requests; every number of it is also the number of an employee, so that a mix-up would show.

use std::sync::Arc;

use talang_catalogue::object::GENERAL;
use talang_catalogue::{BusinessObject, Code, Kind, Line, Ref};
use talang_core_hr::objects::people::Employee;
use talang_derive::Object;
use talang_engine::acting::Ground;
use talang_engine::{Action, Circle, Feature, Module, Query, Scope, Tenant, Tie};
use talang_testkit::{Kit, Setup, both};

use crate::{company, make, try_make};

/// A place to fill.
#[derive(Object)]
#[object(id = 901, module = "hiring", kind = candidates, key(code), within = self, privacy = none)]
pub struct Opening {
    /// Its code.
    #[field(id = 1, search, numbered = "{year}-{3}")]
    pub code: Code,
    /// Who leads the search.
    #[field(id = 2)]
    pub lead: Option<Ref<Employee>>,
    /// What it may cost.
    #[field(id = 3, group = "budget")]
    pub budget: Option<Line>,
}

/// Somebody on the team of an opening.
#[derive(Object)]
#[object(id = 902, module = "hiring", kind = candidates, key(opening, employee), within = opening, privacy = none)]
pub struct Mate {
    /// The opening.
    #[field(id = 1)]
    pub opening: Ref<Opening>,
    /// The employee.
    #[field(id = 2)]
    pub employee: Ref<Employee>,
}

/// Somebody who looks for work.
#[derive(Object)]
#[object(id = 903, module = "hiring", kind = candidates, key(number), subject = self, privacy = identity)]
pub struct Seeker {
    /// Their number.
    #[field(id = 1, search)]
    pub number: Code,
    /// What they earned so far.
    #[field(id = 2, privacy = financial)]
    pub salary: Option<Line>,
    /// The employee who they are, if they work here.
    #[field(id = 3)]
    pub employee: Option<Ref<Employee>>,
}

/// A seeker's paper.
#[derive(Object)]
#[object(id = 904, module = "hiring", kind = candidates, key(seeker, title), subject = seeker, privacy = private)]
pub struct Paper {
    /// Whose.
    #[field(id = 1, privacy = identity)]
    pub seeker: Ref<Seeker>,
    /// What it is called.
    #[field(id = 2, privacy = identity)]
    pub title: Code,
}

/// A seeker's request for an opening.
#[derive(Object)]
#[object(id = 905, module = "hiring", kind = candidates, key(seeker, opening), subject = seeker, within = opening, privacy = identity)]
pub struct Request {
    /// Who.
    #[field(id = 1)]
    pub seeker: Ref<Seeker>,
    /// For what.
    #[field(id = 2)]
    pub opening: Ref<Opening>,
    /// What was thought of it.
    #[field(id = 3, search)]
    pub remark: Option<Line>,
}

/// What was said about a request.
#[derive(Object)]
#[object(id = 906, module = "hiring", kind = candidates, key(request, number), subject = seeker, within = opening, privacy = work)]
pub struct Remark {
    /// About what.
    #[field(id = 1)]
    pub request: Ref<Request>,
    /// Which one.
    #[field(id = 2, numbered = "{2}")]
    pub number: Code,
    /// Whose data it is.
    #[field(id = 3, follows = "request")]
    pub seeker: Ref<Seeker>,
    /// Within what.
    #[field(id = 4, follows = "request")]
    pub opening: Ref<Opening>,
}

const SEEKERS: Tie =
    Tie::Through { object: "Request", of: "seeker", to: "opening", next: "Opening", ties: &TEAM };
const TEAM: [Tie; 2] =
    [Tie::Named("lead"), Tie::Member { object: "Mate", of: "opening", person: "employee" }];

fn hiring() -> Module {
    Module {
        objects: vec![Opening::DEF, Mate::DEF, Seeker::DEF, Paper::DEF, Request::DEF, Remark::DEF],
        circles: vec![
            Circle {
                object: "Opening",
                team: &TEAM,
                own: &[],
                conflict: &[Tie::Through {
                    object: "Request",
                    of: "opening",
                    to: "seeker",
                    next: "Seeker",
                    ties: &[Tie::Named("employee")],
                }],
                sealed: None,
            },
            Circle {
                object: "Seeker",
                team: &[SEEKERS],
                own: &[Tie::Named("employee")],
                conflict: &[Tie::Named("employee")],
                sealed: None,
            },
        ],
        features: vec![Feature {
            code: "hiring",
            module: "hiring",
            since: "2026-11-30",
            documentation: "docs/admin-guide/features.md",
            brings: &["hiring"],
        }],
        ..Module::default()
    }
}

const SETUP: Setup = Setup {
    modules: || vec![talang_core_hr::module(), hiring()],
    seed: |_, _| Ok(()),
    seed_version: "circles",
};

/// Bea (1) leads opening A, Ann (2) is on the team of B, Bob (3) recruits everywhere. Seekers 1 and 2 asked for A, 2 and 3
/// for B, 4 is Bob himself, who asked for B; 5 asked for nothing.
fn house(kit: &Kit) -> (Arc<Tenant>, Scope) {
    let (tenant, system) = company(kit);
    make(&system, Kind::Shared, "FeatureSwitch", &[("code", "hiring"), ("on", "true")]);
    for (code, lead) in [("A", "1"), ("B", "")] {
        let values = [("code", code), ("lead", lead), ("budget", "high")];
        make(
            &system,
            Kind::Candidates,
            "Opening",
            &values.into_iter().filter(|v| !v.1.is_empty()).collect::<Vec<_>>(),
        );
    }
    make(&system, Kind::Candidates, "Mate", &[("opening", "B"), ("employee", "2")]);
    for number in ["1", "2", "3", "4", "5"] {
        let mut values = vec![("number", number), ("salary", "40000")];
        if number == "4" {
            values.push(("employee", "3"));
        }
        make(&system, Kind::Candidates, "Seeker", &values);
        make(&system, Kind::Candidates, "Paper", &[("seeker", number), ("title", "cv")]);
    }
    for (seeker, opening) in [("1", "A"), ("2", "A"), ("2", "B"), ("3", "B"), ("4", "B")] {
        make(
            &system,
            Kind::Candidates,
            "Request",
            &[("seeker", seeker), ("opening", opening), ("remark", "good")],
        );
    }
    let team = [
        ("Opening", "general", "read, update", "team"),
        ("Mate", "*", "read, create, delete", "team"),
        ("Seeker", "general", "read", "team"),
        ("Paper", "*", "read", "team"),
        ("Request", "*", "read, update", "team"),
        ("Remark", "*", "read, create, import", "team"),
        ("Delegation", "*", "read, create", "self"),
        // Rights over the data of employees do not widen those over seekers.
        ("Employee", "general", "read", "all"),
    ];
    kit.role(&tenant, "leader", &team);
    kit.role(
        &tenant,
        "recruiter",
        &[
            ("module:hiring", "*", "read, create, update, delete", "all"),
            ("Delegation", "*", "read, create", "self"),
        ],
    );
    kit.role(
        &tenant,
        "employee",
        &[("Seeker", "*", "read", "self"), ("Request", "*", "read", "self"), ("Paper", "*", "read", "lists")],
    );
    kit.user(&tenant, "bea", Some("1"), &["leader"]);
    kit.user(&tenant, "ann", Some("2"), &["leader"]);
    kit.user(&tenant, "bob", Some("3"), &["recruiter"]);
    kit.user(&tenant, "cid", Some("4"), &["employee"]);
    kit.user(&tenant, "bobs-own", Some("3"), &["employee"]);
    (tenant, system)
}

/// Key texts of what a scope lists of an object, and what it counts.
fn seen(scope: &Scope, object: &str) -> Vec<String> {
    scope
        .view(|v| {
            let object = v.object(object)?;
            let sort = v.sort(
                &object,
                object
                    .key
                    .iter()
                    .map(|i| object.fields[*i].name.as_ref())
                    .collect::<Vec<_>>()
                    .join(",")
                    .as_str(),
            )?;
            let page = v.list(&object, &Query { sort, count: true, ..Query::default() })?;
            assert_eq!(
                page.total,
                Some(page.records.len() as i64),
                "{} is counted as it is listed",
                object.def.name
            );
            v.load_titles(&object, &page.records)?;
            page.records.iter().map(|r| Ok(v.title_of(r)?.key)).collect()
        })
        .expect("lists")
}

#[test]
fn who_is_on_the_team_reaches_the_opening_and_its_seekers_and_nobody_else_does() {
    // S2, A11
    both(&SETUP, |kit| {
        let (tenant, _) = house(kit);
        let (bea, ann, bob) =
            (kit.scope(&tenant, "bea"), kit.scope(&tenant, "ann"), kit.scope(&tenant, "bob"));
        assert_eq!(seen(&bea, "Opening"), ["A"]);
        assert_eq!(seen(&ann, "Opening"), ["B"]);
        assert_eq!(seen(&bob, "Opening"), ["A", "B"]);
        assert_eq!(seen(&bea, "Seeker"), ["1", "2"]);
        assert_eq!(seen(&ann, "Seeker"), ["2", "3", "4"]);
        assert_eq!(seen(&bob, "Seeker"), ["1", "2", "3", "4", "5"]);
        assert_eq!(seen(&ann, "Paper"), ["2|cv", "3|cv", "4|cv"]);
        // Of the seeker who asked for both, each team sees its own request.
        assert_eq!(seen(&bea, "Request"), ["1|A", "2|A"]);
        assert_eq!(seen(&ann, "Request"), ["2|B", "3|B", "4|B"]);
        // What nobody on a team may read stays hidden, also in what is reached.
        bea.view(|v| {
            let object = v.object("Seeker")?;
            let id = v.resolve("Seeker", "1")?.expect("reached");
            assert!(v.get(&object, id)?.get("salary").is_null());
            assert_eq!(v.resolve("Seeker", "3")?, None, "a key of somebody out of reach leads nowhere");
            assert_eq!(v.resolve("Opening", "B")?, None);
            Ok(())
        })
        .expect("read");
    });
}

#[test]
fn rights_to_oneself_and_to_lists_open_no_seeker_by_an_employees_number() {
    // A11: seeker 4 has the row number of employee 4, who is Cid.
    both(&SETUP, |kit| {
        let (tenant, _) = house(kit);
        let cid = kit.scope(&tenant, "cid");
        for object in ["Seeker", "Request", "Paper", "Opening"] {
            assert_eq!(seen(&cid, object), [""; 0], "{object}");
        }
        // Bob works here and asked for B: his own file is his to read, the team's request about him is not.
        let own = kit.scope(&tenant, "bobs-own");
        assert_eq!(seen(&own, "Seeker"), ["4"]);
        assert_eq!(seen(&own, "Request"), [""; 0]);
    });
}

#[test]
fn who_changes_what_lies_within_an_opening_must_reach_it_and_joining_counts_at_once() {
    both(&SETUP, |kit| {
        let (tenant, system) = house(kit);
        let (bea, ann) = (kit.scope(&tenant, "bea"), kit.scope(&tenant, "ann"));
        let id = |scope: &Scope, object: &str, key: &str| {
            scope.view(|v| v.resolve(object, key)).expect("read").expect("there")
        };
        let request = id(&system, "Request", "3|B");
        let change = |scope: &Scope| {
            scope
                .change(Kind::Candidates, |c| c.update("Request", request, vec![("remark", "better".into())]))
        };
        assert!(change(&bea).is_err_and(|e| e.is("record.not_found")));
        change(&ann).expect("her own team's");
        // Neither a seat on another's team nor a request moved out of it.
        let seat = [("opening", "B"), ("employee", "1")];
        assert!(try_make(&bea, Kind::Candidates, "Mate", &seat).is_err());
        let opening = id(&system, "Opening", "A");
        let moved =
            ann.change(Kind::Candidates, |c| c.update("Request", request, vec![("opening", opening.into())]));
        assert!(moved.is_err());
        // History is told to whom the record is shown.
        let told = |scope: &Scope| {
            scope
                .view(|v| {
                    let object = v.object("Request")?;
                    v.history(&object, request, 9)
                })
                .expect("history")
                .len()
        };
        assert_eq!((told(&bea), told(&ann)), (0, 2));
        // Ann takes Bea in: at once, and in the same transaction for whoever adds themselves to what they lead.
        make(&ann, Kind::Candidates, "Mate", &seat);
        assert_eq!(seen(&bea, "Request"), ["1|A", "2|A", "2|B", "3|B", "4|B"]);
        assert_eq!(told(&bea), 2);
        let seat = id(&system, "Mate", "B|1");
        let leave = ann.change(Kind::Candidates, |c| {
            let object = c.object("Mate")?;
            c.delete(&object, seat, None)
        });
        leave.expect("and lets her go");
        assert_eq!(seen(&bea, "Request"), ["1|A", "2|A"]);
        let both_ways = system.change(Kind::Candidates, |c| {
            let opening = c.resolve("Opening", "A")?.expect("there");
            c.update("Opening", opening, vec![("lead", talang_catalogue::Value::Null)])
        });
        both_ways.expect("without a lead");
        assert_eq!(seen(&bea, "Opening"), [""; 0]);
    });
}

#[test]
fn what_hangs_on_a_request_follows_it_and_is_reached_as_it_is() {
    both(&SETUP, |kit| {
        let (tenant, system) = house(kit);
        let (bea, ann) = (kit.scope(&tenant, "bea"), kit.scope(&tenant, "ann"));
        make(&ann, Kind::Candidates, "Remark", &[("request", "2|B"), ("number", "1")]);
        assert_eq!(seen(&ann, "Remark"), ["2|B|1"]);
        assert_eq!(seen(&bea, "Remark"), [""; 0]);
        system
            .view(|v| {
                let object = v.object("Remark")?;
                let id = v.resolve("Remark", "2|B|1")?.expect("there");
                let remark = v.get(&object, id)?;
                assert_eq!(remark.get("seeker").as_int(), v.resolve("Seeker", "2")?);
                assert_eq!(remark.get("opening").as_int(), v.resolve("Opening", "B")?);
                Ok(())
            })
            .expect("read");
        // Another team's request is unknown, and nobody says that a remark lies elsewhere than its request.
        let denied = try_make(&bea, Kind::Candidates, "Remark", &[("request", "3|B"), ("number", "1")]);
        assert!(denied.is_err_and(|e| e.is("reference.unknown")));
        let elsewhere = [("request", "2|A"), ("number", "1"), ("opening", "A"), ("seeker", "2")];
        make(&bea, Kind::Candidates, "Remark", &elsewhere);
        let elsewhere = [("request", "2|B"), ("number", "2"), ("opening", "A")];
        assert!(
            try_make(&system, Kind::Candidates, "Remark", &elsewhere).is_err_and(|e| e.is("field.read_only"))
        );
    });
}

#[test]
fn who_leaves_a_number_open_gets_the_next_one() {
    both(&SETUP, |kit| {
        let (tenant, system) = house(kit);
        let bob = kit.scope(&tenant, "bob");
        let year = kit.today().year();
        make(&bob, Kind::Candidates, "Opening", &[]);
        make(&bob, Kind::Candidates, "Opening", &[("code", &format!("{year}-x"))]);
        make(&bob, Kind::Candidates, "Opening", &[("code", &format!("{year}-041"))]);
        make(&bob, Kind::Candidates, "Opening", &[("budget", "low")]);
        let codes = ["001", "041", "042", "x"].map(|n| format!("{year}-{n}"));
        assert_eq!(seen(&system, "Opening")[..4], codes);
        // A file says which record it means: nothing is numbered there.
        let object = system.view(|v| v.object("Opening")).expect("there");
        let draft = talang_engine::Draft::new(&object, vec![("budget", "low".into())]).expect("a draft");
        let upsert = bob.change(Kind::Candidates, |c| c.save(&object, talang_engine::Mode::Upsert, draft));
        assert!(upsert.is_err_and(|e| e.is("key.missing")));
        // Each request counts its own remarks.
        for request in ["1|A", "1|A", "2|B"] {
            make(&bob, Kind::Candidates, "Remark", &[("request", request)]);
        }
        assert_eq!(seen(&system, "Remark"), ["1|A|01", "1|A|02", "2|B|01"]);
        assert!(try_make(&bob, Kind::Candidates, "Remark", &[]).is_err());
    });
}

#[test]
fn a_deputy_has_the_others_teams_but_nothing_that_concerns_themselves() {
    // A13: Bob asked for B and lends his eyes to nobody here; Ann is on the team of B.
    both(&SETUP, |kit| {
        let (tenant, system) = house(kit);
        let delegate = |from: &str, to: &str| {
            let (today, next) = (kit.today().to_string(), kit.today().tomorrow().expect("a day").to_string());
            let values = [
                ("delegator", from),
                ("delegate", to),
                ("start", &*today),
                ("end", &*next),
                ("extent", "all"),
            ];
            make(&system, Kind::Employees, "Delegation", &values).id
        };
        let (to_bob, to_cid, all_to_cid) = (delegate("2", "3"), delegate("2", "4"), delegate("3", "4"));
        let acting = |login: &str, id: i64| {
            let mut scope = kit.scope(&tenant, login);
            scope.act(Ground::Delegation(id)).expect("acts");
            scope
        };
        assert_eq!(seen(&acting("cid", to_cid), "Request"), ["2|B", "3|B", "4|B"]);
        assert_eq!(seen(&acting("cid", all_to_cid), "Opening"), ["A", "B"]);
        // Bob himself asked for B: as Ann he sees nothing of it.
        let bob = acting("bobs-own", to_bob);
        assert_eq!(seen(&bob, "Opening"), [""; 0]);
        assert_eq!(seen(&bob, "Request"), [""; 0]);
        assert_eq!(seen(&bob, "Seeker"), ["2", "3"]);
    });
}

#[test]
fn what_is_not_switched_on_is_there_for_nobody() {
    // S8: whatever the roles say.
    both(&SETUP, |kit| {
        let (tenant, system) = house(kit);
        let bob = kit.scope(&tenant, "bob");
        assert_eq!(seen(&bob, "Opening"), ["A", "B"]);
        let switch = |on: bool| {
            system.change(Kind::Shared, |c| {
                let id = c.resolve("FeatureSwitch", "hiring")?.expect("there");
                c.update("FeatureSwitch", id, vec![("on", on.into())])
            })
        };
        switch(false).expect("off");
        let may = |scope: &Scope| {
            scope
                .view(|v| {
                    let object = v.object("Opening")?;
                    v.who(&object, GENERAL, Action::Read).map(|w| format!("{w:?}"))
                })
                .expect("asks")
        };
        assert_eq!(may(&bob), "Nobody");
        assert!(try_make(&bob, Kind::Candidates, "Opening", &[("code", "C")]).is_err());
        // The records are there still, and for the program itself.
        assert_eq!(seen(&system, "Opening"), ["A", "B"]);
        switch(true).expect("on");
        assert_eq!(seen(&bob, "Opening"), ["A", "B"]);
    });
}

// A11: whoever asks for something reaches it from the first moment: a new record is measured by what it names itself.
#[test]
fn a_new_record_of_a_circle_is_whose_it_names() {
    both(&SETUP, |kit| {
        let (tenant, system) = house(kit);
        let values = [("number", "5"), ("first_name", "Eve"), ("last_name", "Ek"), ("status", "active")];
        make(&system, Kind::Employees, "Employee", &values);
        let opener = [("Opening", "general", "read, create", "team"), ("Employee", "general", "read", "all")];
        kit.role(&tenant, "opener", &opener);
        kit.role(&tenant, "namer", &[("Seeker", "general", "read, create", "self")]);
        kit.user(&tenant, "opens", Some("5"), &["opener", "namer"]);
        let scope = kit.scope(&tenant, "opens");
        let opening = |lead: &str, code: &str| {
            try_make(&scope, Kind::Candidates, "Opening", &[("code", code), ("lead", lead)])
        };
        opening("5", "MINE").expect("one's own");
        assert!(opening("1", "HERS").is_err(), "somebody else's");
        assert!(try_make(&scope, Kind::Candidates, "Opening", &[("code", "NOBODY")]).is_err(), "nobody's");
        let budget = [("code", "RICH"), ("lead", "5"), ("budget", "high")];
        assert!(try_make(&scope, Kind::Candidates, "Opening", &budget).is_err(), "a group without a right");
        let seeker = |number: &str, employee: &str| {
            let values = [("number", number), ("employee", employee)];
            try_make(&scope, Kind::Candidates, "Seeker", &values)
        };
        seeker("7", "5").expect("oneself");
        assert!(seeker("8", "1").is_err(), "somebody else");
        // A deputy asks for whom they act for, and for nobody else.
        let from = make(
            &system,
            Kind::Employees,
            "Delegation",
            &[("delegator", "5"), ("delegate", "3"), ("start", "2020-01-01"), ("extent", "all")],
        );
        kit.user(&tenant, "deputy", Some("3"), &[]);
        let mut deputy = kit.scope(&tenant, "deputy");
        deputy.act(Ground::Delegation(from.id)).expect("acts");
        try_make(&deputy, Kind::Candidates, "Opening", &[("code", "LENT"), ("lead", "5")]).expect("lent");
        assert!(
            try_make(&deputy, Kind::Candidates, "Opening", &[("code", "OWN"), ("lead", "3")]).is_err(),
            "for oneself in another's name"
        );
        assert!(
            try_make(&deputy, Kind::Candidates, "Seeker", &[("number", "9"), ("employee", "5")]).is_err()
        );
    });
}
