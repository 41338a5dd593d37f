//! The pages of people and organisation: they show themselves to everybody, show nobody more than they may see, and what
//! is done on them is done through the gate.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::{Date, date};
use talang_catalogue::value::days_of_date;
use talang_catalogue::{Kind, Language, Record, Value};
use talang_engine::{AsOf, Filter, Op, Query, Scope, Tenant};
use talang_http::{Body, Call, Method, Request, Router, Session, encode, form_pairs};
use talang_testkit::{Database, Kit, Setup, both};

const SETUP: Setup = Setup {
    modules: || vec![talang_core_hr::module(), talang_screens::module()],
    seed: |_, _| Ok(()),
    seed_version: "core-hr-screens",
};

/// Someone at a screen.
struct Browser<'a> {
    kit: &'a Kit,
    scope: Scope,
    router: Router,
}

struct Answer {
    status: u16,
    location: String,
    news: String,
    text: String,
}

impl<'a> Browser<'a> {
    fn new(kit: &'a Kit, tenant: &Arc<Tenant>, login: &str) -> Browser<'a> {
        Browser { kit, scope: kit.scope(tenant, login), router: Router::new(talang_core_hr::routes()) }
    }

    fn on(mut self, day: Date) -> Self {
        self.scope = self.scope.on(day);
        self
    }

    fn get(&self, address: &str) -> Answer {
        self.call(Method::Get, address, &[])
    }

    fn post(&self, address: &str, fields: &[(&str, &str)]) -> Answer {
        self.call(Method::Post, address, fields)
    }

    fn call(&self, method: Method, address: &str, fields: &[(&str, &str)]) -> Answer {
        let body: Vec<String> = fields.iter().map(|(n, v)| format!("{}={}", encode(n), encode(v))).collect();
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let found = self.router.find(method, path);
        let (route, params) = found.unwrap_or_else(|_| panic!("no route for {address}"));
        let request = Request {
            method,
            path: path.to_string(),
            query: form_pairs(query),
            headers: HashMap::new(),
            body: body.join("&").into_bytes(),
            upload: None,
            address: String::new(),
            https: false,
        };
        let call = Call {
            installation: self.kit.installation(),
            scope: self.scope.clone(),
            session: Some(Session { csrf: "the-token".to_string(), recent: true, ..Session::default() }),
            request,
            params,
        };
        match (route.handler)(&call) {
            Ok(reply) => {
                let header = |name: &str| {
                    reply.headers.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default()
                };
                let text = match &reply.body {
                    Body::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
                    _ => String::new(),
                };
                Answer {
                    status: reply.status,
                    location: header("location"),
                    news: header("set-cookie"),
                    text,
                }
            }
            Err(error) => Answer {
                status: error.status(),
                location: String::new(),
                news: String::new(),
                text: error.to_string(),
            },
        }
    }

    fn page(&self, address: &str) -> String {
        let answer = self.get(address);
        assert_eq!(answer.status, 200, "{address}: {}", answer.text);
        assert_eq!(answer.text.matches("<h1").count(), 1, "{address} has one heading");
        for forbidden in [" style=\"", " onclick=", "<script>"] {
            assert!(!answer.text.contains(forbidden), "{address} keeps to the content security policy");
        }
        answer.text
    }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_string())
}

fn label(text: &str) -> Value {
    Value::Texts([("en".to_string(), text.to_string())].into_iter().collect())
}

fn day(day: Date) -> Value {
    Value::Int(days_of_date(day))
}

/// Two teams in a company of four units: Tom reports to Mia in Sales, Olga to Otto in IT; Hanna is HR.
fn company(kit: &Kit) -> Arc<Tenant> {
    let tenant = kit.tenant("screens");
    let start = date(2020, 1, 1);
    let made = kit.system(&tenant).change(Kind::Shared, |c| {
        c.create("JobFamily", vec![("code", text("SALES")), ("label", label("Selling"))])?;
        c.create(
            "Job",
            vec![("code", text("REP")), ("label", label("Sales representative")), ("family", text("SALES"))],
        )?;
        c.create("SkillCategory", vec![("code", text("CRAFT")), ("label", label("Crafts"))])?;
        c.create(
            "Skill",
            vec![("code", text("TALK")), ("label", label("Negotiation")), ("category", text("CRAFT"))],
        )?;
        c.create(
            "JobSkill",
            vec![("job", text("REP")), ("skill", text("TALK")), ("mandatory", true.into())],
        )?;
        Ok(())
    });
    made.expect("jobs and skills");
    let made = kit.system(&tenant).change(Kind::Employees, |c| {
        for (code, name, parent) in [
            ("GROUP", "Group", ""),
            ("SALES", "Sales", "GROUP"),
            ("SOUTH", "South", "SALES"),
            ("IT", "Systems", "GROUP"),
        ] {
            let mut values = vec![("code", text(code)), ("start", day(start)), ("name", label(name))];
            if !parent.is_empty() {
                values.push(("parent", text(parent)));
            }
            c.create("Organisation", values)?;
        }
        c.create(
            "Position",
            vec![
                ("code", text("P1")),
                ("start", day(start)),
                ("title", label("Sales desk")),
                ("organisation", text("SALES")),
            ],
        )?;
        for (number, first, last) in [
            ("1", "Hanna", "Reyes"),
            ("2", "Mia", "Berg"),
            ("3", "Tom", "Lind"),
            ("4", "Olga", "Fremd"),
            ("5", "Otto", "Fern"),
        ] {
            c.create(
                "Employee",
                vec![
                    ("number", text(number)),
                    ("first_name", text(first)),
                    ("last_name", text(last)),
                    ("hire_date", day(start)),
                ],
            )?;
        }
        for (number, unit, manager) in
            [("1", "GROUP", ""), ("2", "SALES", ""), ("3", "SALES", "2"), ("4", "IT", "5"), ("5", "IT", "")]
        {
            let mut values =
                vec![("employee", text(number)), ("start", day(start)), ("organisation", text(unit))];
            values.push(("job", text("REP")));
            if !manager.is_empty() {
                values.push(("manager", text(manager)));
            }
            c.create("Assignment", values)?;
        }
        for number in ["3", "4"] {
            c.create("ProfileSkill", vec![("employee", text(number)), ("skill", text("TALK"))])?;
        }
        c.create(
            "AbsenceType",
            vec![("code", text("HOL")), ("label", label("Holiday")), ("category", text("holiday"))],
        )?;
        for number in ["3", "4"] {
            c.create(
                "Absence",
                vec![
                    ("employee", text(number)),
                    ("number", text("A1")),
                    ("start", day(date(2026, 7, 1))),
                    ("end", day(date(2026, 7, 10))),
                    ("absence_type", text("HOL")),
                ],
            )?;
        }
        Ok(())
    });
    made.expect("units and people");
    kit.role(&tenant, "hr", &[("*", "*", "read, create, update, delete, import, export", "all")]);
    let mine: Vec<(&str, &str, &str, &str)> =
        ["Employee", "Assignment", "Absence", "ProfileSkill", "EmployeeEvent"]
            .into_iter()
            .map(|object| (object, "*", "read", "self"))
            .chain(
                ["Organisation", "Position", "Job", "JobFamily", "JobSkill", "Skill", "SkillCategory"]
                    .map(|o| (o, "*", "read", "all")),
            )
            .collect();
    kit.role(&tenant, "self", &mine);
    let team: Vec<(&str, &str, &str, &str)> = ["Employee", "Assignment", "Absence", "ProfileSkill"]
        .map(|object| (object, "general", "read", "team"))
        .into_iter()
        .chain([("Absence", "decision", "read, update", "team")])
        .collect();
    kit.role(&tenant, "boss", &team);
    kit.user(&tenant, "hanna", Some("1"), &["hr"]);
    kit.user(&tenant, "mia", Some("2"), &["self", "boss"]);
    kit.user(&tenant, "tom", Some("3"), &["self"]);
    kit.user(&tenant, "nobody", None, &["self"]);
    tenant
}

/// The number of a record by its key.
fn id(kit: &Kit, tenant: &Arc<Tenant>, object: &str, key: &str) -> i64 {
    kit.system(tenant)
        .view(|v| v.resolve(object, key))
        .expect("a look-up")
        .unwrap_or_else(|| panic!("no {object} {key}"))
}

/// The slices of a person's assignment in order of time.
fn assignments(kit: &Kit, tenant: &Arc<Tenant>, person: i64) -> Vec<Record> {
    let found = kit.system(tenant).view(|v| {
        let object = v.object("Assignment")?;
        let filter = Filter::test(&object, "employee", Op::Is, vec![Value::Int(person)]);
        let sort = v.sort(&object, "start")?;
        Ok(v.list(&object, &Query { filter: Some(filter), sort, as_of: AsOf::Always, ..Query::default() })?
            .records)
    });
    found.expect("assignments")
}

/// Every page, with the numbers of a person, a unit, a job and a skill.
fn pages(person: i64, unit: i64, job: i64, skill: i64) -> Vec<String> {
    let mut out: Vec<String> = [
        "/me",
        "/people",
        "/organisation",
        "/organisation?look=outline&levels=5",
        "/organisation?q=sal",
        "/organisation/list",
        "/positions",
        "/jobs",
        "/skills",
        "/skills?q=nego",
    ]
    .map(str::to_string)
    .to_vec();
    for tab in ["overview", "work", "profile", "absences", "history"] {
        out.push(format!("/people/{person}?tab={tab}"));
    }
    for tab in ["overview", "people", "people&below=1", "positions", "history"] {
        out.push(format!("/organisation/{unit}?tab={tab}"));
    }
    out.extend([format!("/organisation?unit={unit}"), format!("/jobs/{job}"), format!("/skills/{skill}")]);
    out
}

// S1, S4, S10, T9
#[test]
fn every_page_shows_itself_to_everybody_who_may_open_it() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let unit = id(kit, &tenant, "Organisation", "SALES");
        let (job, skill) = (id(kit, &tenant, "Job", "REP"), id(kit, &tenant, "Skill", "TALK"));
        for (login, number) in [("hanna", "3"), ("mia", "3"), ("tom", "3")] {
            let browser = Browser::new(kit, &tenant, login);
            for address in pages(id(kit, &tenant, "Employee", number), unit, job, skill) {
                browser.page(&address);
            }
        }
        let hanna = Browser::new(kit, &tenant, "hanna");
        let person = id(kit, &tenant, "Employee", "3");
        for address in ["personal", "equipment", "pay"].map(|t| format!("/people/{person}?tab={t}")) {
            hanna.page(&address);
        }
        hanna.page(&format!("/people/{person}/move"));
        hanna.page(&format!("/people/{person}/leave"));
        hanna.page(&format!("/organisation/{unit}?tab=properties"));
        assert!(hanna.get(&format!("/organisation/nodes?unit={unit}")).text.contains("South"));
        let category = id(kit, &tenant, "SkillCategory", "CRAFT");
        assert!(hanna.get(&format!("/skills/nodes?category={category}")).text.contains("Negotiation"));
        // An account without a person has a personal area, too.
        assert!(Browser::new(kit, &tenant, "nobody").page("/me").contains("no employee file"));
    });
}

// A11: whatever page a manager opens, people of other teams are not there.
#[test]
fn a_manager_meets_nobody_of_another_team() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let mia = Browser::new(kit, &tenant, "mia");
        let (job, skill) = (id(kit, &tenant, "Job", "REP"), id(kit, &tenant, "Skill", "TALK"));
        for (person, unit) in [("3", "IT"), ("2", "GROUP")] {
            let (person, unit) =
                (id(kit, &tenant, "Employee", person), id(kit, &tenant, "Organisation", unit));
            for address in pages(person, unit, job, skill) {
                let page = mia.page(&address);
                assert!(
                    !page.contains("Olga") && !page.contains("Otto"),
                    "{address} names somebody of another team"
                );
            }
        }
        // The same pages name her own report.
        for address in ["/me", "/people"]
            .map(str::to_string)
            .into_iter()
            .chain([format!("/jobs/{job}"), format!("/skills/{skill}")])
        {
            assert!(mia.page(&address).contains("Tom"), "{address}");
        }
        // His absence awaits her, with the days that it is about.
        assert!(mia.page("/me").contains("Absence requested: 01/07/2026 to 10/07/2026"));
        // Hanna sees both.
        let hanna = Browser::new(kit, &tenant, "hanna");
        assert!(hanna.page("/people").contains("Olga"));
        assert!(hanna.page(&format!("/skills/{skill}")).contains("Olga"));
    });
}

// Invisible is not there: 404, on every route and with every method.
#[test]
fn forged_numbers_lead_nowhere() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let olga = id(&kit, &tenant, "Employee", "4");
    let move_olga = [("start", "2026-07-01"), ("organisation", "1")];
    for login in ["mia", "tom"] {
        let browser = Browser::new(&kit, &tenant, login);
        for tab in ["overview", "work", "personal", "pay", "history", "nonsense"] {
            assert_eq!(browser.get(&format!("/people/{olga}?tab={tab}")).status, 404, "{login}, {tab}");
        }
        for what in ["move", "leave"] {
            assert_eq!(browser.get(&format!("/people/{olga}/{what}")).status, 404, "{login}, {what}");
            assert_eq!(
                browser.post(&format!("/people/{olga}/{what}"), &move_olga).status,
                404,
                "{login}, {what}"
            );
        }
    }
    // Mia sees Tom, but has no right to move him or to let him go.
    let tom = id(&kit, &tenant, "Employee", "3");
    let mia = Browser::new(&kit, &tenant, "mia");
    for what in ["move", "leave"] {
        let answer = mia.post(
            &format!("/people/{tom}/{what}"),
            &[("start", "2026-07-01"), ("exit_date", "2026-07-01"), ("organisation", "1")],
        );
        assert_eq!(answer.status, 403, "{what}: {}", answer.text);
    }
    assert_eq!(mia.get(&format!("/people/{tom}?tab=pay")).status, 404, "no tab of what she may not read");
    let hanna = Browser::new(&kit, &tenant, "hanna");
    for address in [
        "/people/999999",
        "/people/x",
        "/organisation/999999",
        "/organisation?unit=999999",
        "/organisation/nodes?unit=999999",
        "/jobs/999999",
        "/skills/999999",
        "/skills/nodes?skill=999999",
        "/skills/nodes",
    ] {
        assert_eq!(hanna.get(address).status, 404, "{address}");
    }
    assert_eq!(
        hanna.post("/organisation/move", &[("node", "999999"), ("to", "1"), ("date", "2026-07-01")]).status,
        404
    );
    assert_eq!(hanna.post("/organisation/undo?slice=999999&node=1", &[]).status, 404);
}

// S4: a move is a new slice from a day on; the old one ends the day before.
#[test]
fn moving_a_person_makes_a_slice_and_an_event() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let hanna = Browser::new(kit, &tenant, "hanna");
        let tom = id(kit, &tenant, "Employee", "3");
        let (it, otto) = (
            id(kit, &tenant, "Organisation", "IT").to_string(),
            id(kit, &tenant, "Employee", "5").to_string(),
        );
        let job = id(kit, &tenant, "Job", "REP").to_string();
        let fields = [
            ("start", "2026-09-01"),
            ("organisation", it.as_str()),
            ("manager", otto.as_str()),
            ("job", job.as_str()),
        ];
        let answer = hanna.post(&format!("/people/{tom}/move"), &fields);
        assert_eq!(answer.status, 303, "{}", answer.text);
        assert!(answer.news.contains("people-moved"), "{}", answer.news);
        let slices = assignments(kit, &tenant, tom);
        let ends: Vec<(&Value, &Value)> = slices.iter().map(|s| (s.get("start"), s.get("end"))).collect();
        assert_eq!(
            ends,
            [(&day(date(2020, 1, 1)), &day(date(2026, 8, 31))), (&day(date(2026, 9, 1)), &Value::Null)]
        );
        assert_eq!(
            slices.last().map(|s| s.get("manager").clone()),
            Some(Value::Int(otto.parse().expect("a number")))
        );
        // The file of the day before still shows the old unit, that of the day itself the new one.
        let before =
            Browser::new(kit, &tenant, "hanna").on(date(2026, 8, 31)).page(&format!("/people/{tom}"));
        assert!(before.contains("Sales") && !before.contains("Systems"));
        let after = Browser::new(kit, &tenant, "hanna").on(date(2026, 9, 1)).page(&format!("/people/{tom}"));
        assert!(after.contains("Systems") && after.contains("Otto Fern"));
        let history = hanna.page(&format!("/people/{tom}?tab=history"));
        assert!(history.contains("hanna"), "who did it stands in the history");
        // The same again changes nothing; nonsense is told at its field, with what was typed kept.
        let again = hanna.post(
            &format!("/people/{tom}/move"),
            &[
                ("start", "2026-10-01"),
                ("organisation", it.as_str()),
                ("manager", otto.as_str()),
                ("job", job.as_str()),
            ],
        );
        assert!(again.news.contains("general-unchanged"), "{}", again.news);
        assert_eq!(assignments(kit, &tenant, tom).len(), 2);
        let wrong = hanna
            .post(&format!("/people/{tom}/move"), &[("start", "tomorrow"), ("organisation", it.as_str())]);
        assert_eq!(wrong.status, 422);
        assert!(wrong.text.contains("tomorrow") && wrong.text.contains("is-wrong"), "{}", wrong.text);
        let own = hanna.post(
            &format!("/people/{tom}/move"),
            &[("start", "2026-12-01"), ("organisation", it.as_str()), ("manager", &tom.to_string())],
        );
        assert_eq!(own.status, 422, "nobody is their own manager");
    });
}

#[test]
fn leaving_ends_the_assignment_and_keeps_the_file() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let hanna = Browser::new(&kit, &tenant, "hanna");
    let tom = id(&kit, &tenant, "Employee", "3");
    assert_eq!(
        hanna.post(&format!("/people/{tom}/leave"), &[("exit_date", "")]).status,
        422,
        "the day is mandatory"
    );
    assert_eq!(
        hanna.post(&format!("/people/{tom}/leave"), &[("exit_date", "2019-01-01")]).status,
        422,
        "not before the hire date"
    );
    let answer = hanna.post(&format!("/people/{tom}/leave"), &[("exit_date", "2026-05-31")]);
    assert_eq!(answer.status, 303, "{}", answer.text);
    let ends: Vec<Value> = assignments(&kit, &tenant, tom).iter().map(|s| s.get("end").clone()).collect();
    assert_eq!(ends, [day(date(2026, 5, 31))]);
    let page = hanna.page(&format!("/people/{tom}"));
    assert!(page.contains("already left") && page.contains("31 May 2026"), "the file says since when");
    assert!(!hanna.page("/people").contains("Tom"), "the list begins with those who are there");
    assert!(hanna.page("/people?view=all").contains("Tom"));
}

// A unit is moved from a day on; what was before stays; undo takes it back; nobody puts a unit below itself.
#[test]
fn moving_a_unit_makes_a_slice_and_can_be_undone() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let hanna = Browser::new(kit, &tenant, "hanna");
        let unit = |code: &str| id(kit, &tenant, "Organisation", code);
        let (south, it, sales) = (unit("SOUTH"), unit("IT"), unit("SALES"));
        let dialog = hanna.get(&format!("/organisation/move?node={south}&to={it}"));
        assert!(
            dialog.status == 200 && dialog.text.contains("Move South") && dialog.text.contains("Systems"),
            "{}",
            dialog.text
        );
        let fields = |node: i64, to: i64| {
            [("node", node.to_string()), ("to", to.to_string()), ("date", "2026-07-01".to_string())]
        };
        let send = |fields: &[(&str, String)]| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
            hanna.post("/organisation/move", &fields)
        };
        let answer = send(&fields(south, it));
        assert_eq!(answer.status, 303, "{}", answer.text);
        assert!(
            answer.location.contains("asOf=2026-07-01"),
            "a move to come is shown on its day: {}",
            answer.location
        );
        let parents = || {
            let found = kit.system(&tenant).view(|v| {
                let object = v.object("Organisation")?;
                Ok(v.slices(&object, south)?
                    .iter()
                    .map(|s| (s.get("start").clone(), s.get("parent").clone()))
                    .collect::<Vec<_>>())
            });
            found.expect("slices")
        };
        assert_eq!(
            parents(),
            [(day(date(2020, 1, 1)), Value::Int(sales)), (day(date(2026, 7, 1)), Value::Int(it))]
        );
        let on = |day: Date| Browser::new(kit, &tenant, "hanna").on(day).page("/organisation/list");
        let order =
            |page: &str| (page.find(">Systems<").expect("Systems"), page.find(">South<").expect("South"));
        let (before, after) = (on(date(2026, 6, 30)), on(date(2026, 7, 1)));
        let sales_at = |page: &str| page.find(">Sales<").expect("Sales");
        assert!(order(&before).1 > sales_at(&before), "below Sales, which comes first");
        assert!(order(&after).1 > order(&after).0, "below Systems");
        assert!(after.find(">South<") > after.find(">Systems<"));
        // A circle is refused with a sentence in the dialog.
        let circle = send(&fields(sales, sales));
        assert_eq!(circle.status, 422, "{}", circle.text);
        let circle = send(&fields(unit("GROUP"), it));
        assert_eq!(circle.status, 422, "{}", circle.text);
        let news = form_pairs(&format!(
            "n={}",
            answer.news.split(';').next().unwrap_or_default().trim_start_matches("talang_news=")
        ));
        let undo = news.first().and_then(|(_, v)| v.split('|').nth(2).map(str::to_string)).expect("an undo");
        assert!(undo.starts_with("/organisation/undo?"), "{undo}");
        assert_eq!(hanna.post(&undo, &[]).status, 303);
        assert_eq!(parents().last().map(|(_, p)| p.clone()), Some(Value::Int(sales)));
        // Tom may look at the organisation and not change it.
        let tom = Browser::new(kit, &tenant, "tom");
        let refused = tom.post(
            "/organisation/move",
            &[("node", &south.to_string()), ("to", &it.to_string()), ("date", "2026-08-01")],
        );
        assert!(matches!(refused.status, 403 | 404 | 422), "{}", refused.status);
        assert_eq!(parents().len(), 2);
    });
}

// S10
#[test]
fn pages_speak_every_language() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let registry = kit.installation();
    let wrong = registry.registry().messages.check();
    assert!(wrong.is_empty(), "{wrong:?}");
    let unit = id(&kit, &tenant, "Organisation", "SALES");
    let (job, skill) = (id(&kit, &tenant, "Job", "REP"), id(&kit, &tenant, "Skill", "TALK"));
    let person = id(&kit, &tenant, "Employee", "3");
    for language in Language::ALL {
        let mut hanna = Browser::new(&kit, &tenant, "hanna");
        hanna.scope.culture = talang_catalogue::Culture::of(language);
        for address in pages(person, unit, job, skill) {
            let page = hanna.page(&address);
            for raw in ["people-", "org-", "general-"] {
                let shown = page
                    .split('>')
                    .filter_map(|t| t.split('<').next())
                    .find(|t| t.starts_with(raw) && !t.contains(' '));
                assert!(shown.is_none(), "{language:?} {address}: {shown:?}");
            }
        }
    }
}

// Whoever has gone is not counted though the assignment was left open, neither today nor on another day.
#[test]
fn headcounts_leave_out_who_has_gone() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let gone = kit.system(&tenant).change(Kind::Employees, |c| {
            let olga = c.resolve("Employee", "4")?.unwrap_or_default();
            c.update("Employee", olga, vec![("exit_date", day(date(2026, 5, 31))), ("status", text("left"))])
        });
        gone.expect("an exit");
        let page = |on: Date| Browser::new(kit, &tenant, "hanna").on(on).page("/organisation");
        assert!(page(date(2026, 5, 31)).contains("1 / 5"), "the last day counts");
        assert!(page(date(2026, 6, 15)).contains("1 / 4"), "today");
        assert!(page(date(2026, 6, 16)).contains("1 / 4"), "tomorrow");
    });
}

// Figures count only whom the scope may see (S7), and the chart says so.
#[test]
fn headcounts_count_whom_one_may_see() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let hanna = Browser::new(&kit, &tenant, "hanna").page("/organisation");
    assert!(
        hanna.contains("1 / 5") && !hanna.contains("Figures count"),
        "one in the group itself, five with all below"
    );
    let mia = Browser::new(&kit, &tenant, "mia").page("/organisation");
    assert!(mia.contains("0 / 2") && mia.contains("Figures count the people that you may see"));
}
