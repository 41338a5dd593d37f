//! The pages of access and settings: what they change is changed through the gate, what they explain is so, and whoever
//! is no administrator does not find them.

use std::collections::HashMap;
use std::sync::Arc;

use talang_catalogue::value::Texts;
use talang_catalogue::{Kind, Value};
use talang_engine::{Action, Filter, Op, Query, Scope, Tenant};
use talang_http::{Access, Body, Call, Method, Reply, Request, Router, Session, encode, form_pairs};
use talang_testkit::{Database, Kit, Setup};

const SETUP: Setup = Setup {
    modules: || vec![talang_core_hr::module(), talang_screens::module()],
    seed: |_, _| Ok(()),
    seed_version: "test",
};

/// Calls routes as the server does: the route's right first, then the handler.
struct Browser<'a> {
    kit: &'a Kit,
    scope: Scope,
    router: Router,
}

impl<'a> Browser<'a> {
    fn new(kit: &'a Kit, tenant: &Arc<Tenant>, login: &str) -> Browser<'a> {
        Browser { kit, scope: kit.scope(tenant, login), router: Router::new(talang_screens::routes()) }
    }

    fn get(&self, address: &str) -> (u16, String) {
        self.call(Method::Get, address, Vec::new())
    }

    fn post(&self, address: &str, fields: &[(&str, &str)]) -> (u16, String) {
        let body: Vec<String> = fields.iter().map(|(n, v)| format!("{}={}", encode(n), encode(v))).collect();
        self.call(Method::Post, address, body.join("&").into_bytes())
    }

    fn call(&self, method: Method, address: &str, body: Vec<u8>) -> (u16, String) {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let (route, params) =
            self.router.find(method, path).unwrap_or_else(|_| panic!("no route for {address}"));
        if let Access::Right(name, action) = route.access {
            let may = self.scope.view(|v| Ok(v.rights().may(&*v.object(name)?, action))).unwrap();
            if !may {
                return (404, String::new());
            }
        }
        let call = Call {
            installation: self.kit.installation(),
            scope: self.scope.clone(),
            session: Some(Session { csrf: "token".into(), recent: true, ..Session::default() }),
            request: Request {
                method,
                path: path.to_string(),
                query: form_pairs(query),
                headers: HashMap::new(),
                body,
                upload: None,
                address: String::new(),
                https: false,
            },
            params,
        };
        match (route.handler)(&call) {
            Ok(reply) => (reply.status, text_of(reply)),
            Err(error) => (error.status(), error.to_string()),
        }
    }

    fn page(&self, address: &str) -> String {
        let (status, text) = self.get(address);
        assert_eq!(status, 200, "{address}: {text}");
        text
    }
}

fn text_of(reply: Reply) -> String {
    match reply.body {
        Body::Bytes(bytes) => String::from_utf8(bytes).unwrap(),
        Body::Stream(mut stream) => {
            let mut text = String::new();
            std::io::Read::read_to_string(&mut stream, &mut text).unwrap();
            text
        }
        _ => String::new(),
    }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_string())
}

fn label(text: &str) -> Value {
    Value::Texts(Texts::from([("en".to_string(), text.to_string())]))
}

/// Boss leads Lead, Lead leads Ann; Hana owns a list on which Ann is by its rule and Lead by hand.
fn company(kit: &Kit) -> Arc<Tenant> {
    let acme = kit.tenant("acme");
    let system = kit.system(&acme);
    system
        .change(Kind::Employees, |c| {
            for code in ["CORP", "SALES"] {
                let mut values =
                    vec![("code", text(code)), ("name", label(code)), ("start", Value::Int(18_000))];
                if code == "SALES" {
                    values.push(("parent", text("CORP")));
                }
                c.create("Organisation", values)?;
            }
            for (number, last) in [("1", "Boss"), ("2", "Lead"), ("3", "Ann"), ("4", "Hana")] {
                c.create(
                    "Employee",
                    vec![
                        ("number", text(number)),
                        ("last_name", text(last)),
                        ("first_name", text("Ada")),
                        ("hire_date", Value::Int(18_000)),
                    ],
                )?;
            }
            for (number, unit, manager) in [
                ("1", "CORP", None),
                ("2", "CORP", Some("1")),
                ("3", "SALES", Some("2")),
                ("4", "CORP", None),
            ] {
                let mut values = vec![
                    ("employee", text(number)),
                    ("organisation", text(unit)),
                    ("start", Value::Int(18_000)),
                ];
                values.extend(manager.map(|m| ("manager", text(m))));
                c.create("Assignment", values)?;
            }
            c.create(
                "AccreditationList",
                vec![
                    ("code", text("SALES")),
                    ("label", label("Sales people")),
                    ("rule", text("organisation under SALES")),
                ],
            )?;
            c.create("ListMember", vec![("list", text("SALES")), ("employee", text("2"))])?;
            c.create("ListOwner", vec![("list", text("SALES")), ("employee", text("4"))])
        })
        .unwrap();
    kit.role(&acme, "admin", &[("*", "*", "read, create, update, delete, import, export", "all")]);
    kit.role(&acme, "manager", &[("module:people", "general", "read", "team")]);
    kit.role(&acme, "hr", &[("Employee", "*", "read", "lists"), ("Employee", "general", "update", "lists")]);
    kit.role(&acme, "staff", &[("Employee", "*", "read", "self"), ("User", "general", "read", "self")]);
    kit.user(&acme, "root", None, &["admin"]);
    kit.user(&acme, "boss", Some("1"), &["manager"]);
    kit.user(&acme, "hana", Some("4"), &["hr"]);
    kit.user(&acme, "ann", Some("3"), &["staff"]);
    acme
}

fn id_of(kit: &Kit, tenant: &Arc<Tenant>, object: &str, key: &str) -> i64 {
    kit.system(tenant)
        .view(|v| v.resolve(object, key))
        .unwrap()
        .unwrap_or_else(|| panic!("no {object} {key}"))
}

/// The lines of a role as text, in order.
fn lines(kit: &Kit, tenant: &Arc<Tenant>, role: i64) -> Vec<String> {
    let found = kit.system(tenant).view(|v| {
        let object = v.object("RoleRight")?;
        let filter = Some(Filter::test(&object, "role", Op::Is, vec![Value::Int(role)]));
        v.list(&object, &Query { filter, ..Query::default() })
    });
    let mut lines: Vec<String> = found
        .unwrap()
        .records
        .iter()
        .map(|r| {
            ["object", "field_group", "actions", "extent"]
                .map(|n| r.get(n).as_text().unwrap().to_string())
                .join(" ")
        })
        .collect();
    lines.sort();
    lines
}

#[test]
fn the_matrix_saves_what_was_changed_and_nothing_else() {
    // A10
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let acme = company(&kit);
    let root = Browser::new(&kit, &acme, "root");
    let role = id_of(&kit, &acme, "Role", "hr");
    let address = format!("/access/roles/{role}");
    let before = lines(&kit, &acme, role);
    let page = root.page(&format!("{address}?module=people"));
    assert!(page.contains("name=\"Employee/general/read\""), "{page}");

    // Everything as it is: nothing is written.
    let same: Vec<(&str, &str)> = vec![
        ("module", "people"),
        ("Employee/*/read", "lists"),
        ("Employee/*/update", ""),
        ("Employee/general/update", "lists"),
        ("Employee/general/read", ""),
    ];
    assert_eq!(root.post(&address, &same).0, 303);
    assert_eq!(lines(&kit, &acme, role), before);

    let changed: Vec<(&str, &str)> = vec![
        ("module", "people"),
        ("Employee/*/read", "self,team"),
        ("Employee/general/update", ""),
        ("Employee/general/export", "all"),
    ];
    assert_eq!(root.post(&address, &changed).0, 303);
    assert_eq!(
        lines(&kit, &acme, role),
        ["Employee * read self", "Employee * read team", "Employee general export all"]
    );
    // The change counts at once.
    let hana = kit.scope(&acme, "hana");
    let may = hana.view(|v| Ok(v.rights().may(&*v.object("Employee")?, Action::Update))).unwrap();
    assert!(!may);

    let wrong = root.post(&address, &[("Employee/general/read", "everyone")]);
    assert_eq!(wrong.0, 422, "{}", wrong.1);
    let unknown = root.post(&address, &[("Employe/general/read", "all")]);
    assert_eq!(unknown.0, 422, "{}", unknown.1);
}

#[test]
fn what_a_wider_line_gives_is_shown_beside_the_cell() {
    // A10
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let acme = company(&kit);
    let root = Browser::new(&kit, &acme, "root");
    let role = id_of(&kit, &acme, "Role", "manager");
    let page = root.page(&format!("/access/roles/{role}?module=people"));
    assert!(page.contains("also: team"), "{page}");
}

#[test]
fn a_copied_role_has_the_same_lines_and_no_users() {
    // A10
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let acme = company(&kit);
    let root = Browser::new(&kit, &acme, "root");
    let role = id_of(&kit, &acme, "Role", "hr");
    let taken = root.post(&format!("/access/roles/{role}/copy"), &[("code", "hr"), ("label", "HR again")]);
    assert_eq!(taken.0, 422, "{}", taken.1);
    let made =
        root.post(&format!("/access/roles/{role}/copy"), &[("code", "hr-paris"), ("label", "HR Paris")]);
    assert_eq!(made.0, 303, "{}", made.1);
    let copy = id_of(&kit, &acme, "Role", "hr-paris");
    assert_eq!(lines(&kit, &acme, copy), lines(&kit, &acme, role));
    assert!(root.page(&format!("/access/roles/{copy}/users")).contains("Nobody has this role"));
    // Two roles side by side say where they differ.
    assert!(root.page(&format!("/access/roles/compare?a={role}&b={copy}")).contains("No difference"));
    let manager = id_of(&kit, &acme, "Role", "manager");
    let page = root.page(&format!("/access/roles/compare?a={role}&b={manager}"));
    assert!(page.contains("accreditation lists") && page.contains("team"), "{page}");
}

#[test]
fn why_somebody_sees_somebody_is_answered() {
    // A11
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let acme = company(&kit);
    let root = Browser::new(&kit, &acme, "root");
    let employee = |number: &str| id_of(&kit, &acme, "Employee", number);
    let why = |viewer: &str, person: &str| {
        root.page(&format!("/access/why?viewer={}&person={}", employee(viewer), employee(person)))
    };
    // By the reporting line, with everybody on it.
    let page = why("1", "3");
    assert!(page.contains("Ada Boss can see Ada Ann."), "{page}");
    assert!(
        page.contains("Reporting line") && page.contains("Ada Lead") && page.contains("manager (team)"),
        "{page}"
    );
    // By the rule of a list, and by hand.
    let page = why("4", "3");
    assert!(
        page.contains("can see") && page.contains("by rule") && page.contains("organisation under SALES"),
        "{page}"
    );
    let page = why("4", "2");
    assert!(page.contains("by hand") && page.contains("hr (accreditation lists)"), "{page}");
    // Not at all.
    let page = why("3", "1");
    assert!(page.contains("Ada Ann cannot see Ada Boss."), "{page}");
    assert!(page.contains("Neither reporting line nor accreditation list"), "{page}");
    // The other way round: who reaches a person, and whose role reaches everyone.
    let page = root.page(&format!("/access/why?person={}", employee("3")));
    for name in ["Ada Boss", "Ada Lead", "Ada Hana", "root"] {
        assert!(page.contains(name), "{name}: {page}");
    }
    // What the page says is what the gate does.
    for (login, number, sees) in
        [("boss", "3", true), ("hana", "3", true), ("ann", "1", false), ("hana", "1", false)]
    {
        let scope = kit.scope(&acme, login);
        let found = scope.view(|v| {
            let object = v.object("Employee")?;
            v.get(&object, employee(number))
        });
        assert_eq!(found.is_ok(), sees, "{login} {number}");
    }
}

#[test]
fn effective_rights_are_exported_with_their_origin() {
    // A13
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let acme = company(&kit);
    let root = Browser::new(&kit, &acme, "root");
    let hana = id_of(&kit, &acme, "User", "hana");
    let one = root.page(&format!("/access/users/{hana}/rights.csv"));
    assert!(one.contains("hana,4,Employee,general,read,lists,hr,hr: Employee * lists,2"), "{one}");
    let all = root.page("/access/rights.csv");
    for line in ["hana,4,Employee,general,update,lists,hr", "boss,1,Employee,general,read,team,manager"] {
        assert!(all.contains(line), "{line}: {all}");
    }
    assert_eq!(all.lines().filter(|l| l.contains("login")).count(), 1);
    // A suspended account has no rights.
    kit.system(&acme)
        .change(Kind::Shared, |c| c.update("User", hana, vec![("state", text("suspended"))]))
        .unwrap();
    assert!(!root.page("/access/rights.csv").contains("hana,"));
}

#[test]
fn roles_and_lists_are_given_and_taken() {
    // A10, A11
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let acme = company(&kit);
    let root = Browser::new(&kit, &acme, "root");
    let (ann, hr) = (id_of(&kit, &acme, "User", "ann"), id_of(&kit, &acme, "Role", "hr"));
    let user = format!("/access/users/{ann}");
    assert_eq!(root.post(&format!("{user}/roles"), &[("role", &hr.to_string())]).0, 303);
    assert!(root.page(&format!("{user}/rights")).contains("hr"));
    let twice = root.post(&format!("{user}/roles"), &[("role", &hr.to_string())]);
    assert_eq!(twice.0, 422, "{}", twice.1);
    let link = kit.system(&acme).view(|v| v.resolve("UserRole", "ann|hr")).unwrap().unwrap().to_string();
    assert_eq!(root.post(&format!("{user}/roles/remove"), &[("link", &link)]).0, 303);

    let list = format!("/access/lists/{}", id_of(&kit, &acme, "AccreditationList", "SALES"));
    let boss = id_of(&kit, &acme, "Employee", "1").to_string();
    assert_eq!(root.post(&format!("{list}/members"), &[("employee", &boss)]).0, 303);
    let page = root.page(&list);
    assert!(page.contains("Ada Boss") && page.contains("by hand") && page.contains("by rule"), "{page}");
    assert_eq!(root.post(&format!("{list}/members"), &[("employee", "")]).0, 422);
    assert_eq!(root.post(&format!("{list}/members"), &[("employee", "999999")]).0, 404);
}

#[test]
fn a_rule_is_built_tried_and_saved() {
    // A11
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let acme = company(&kit);
    let root = Browser::new(&kit, &acme, "root");
    let list = id_of(&kit, &acme, "AccreditationList", "SALES");
    let address = format!("/access/lists/{list}/rule");
    assert!(root.page(&address).contains("People: 1"));
    let corp = id_of(&kit, &acme, "Organisation", "CORP").to_string();
    let built = [
        ("as", "builder"),
        ("any", "and"),
        ("count", "1"),
        ("was.0", "organisation"),
        ("dimension.0", "organisation"),
        ("op.0", "not-under"),
        ("values.0", corp.as_str()),
    ];
    let (status, preview) = root.post(&format!("{address}/build"), &built);
    assert!(
        status == 200 && preview.contains("not organisation under CORP") && preview.contains("People: 0"),
        "{preview}"
    );
    let mut below = built;
    below[5] = ("op.0", "under");
    assert_eq!(root.post(&address, &below).0, 303);
    assert!(root.page(&format!("/access/lists/{list}")).contains("organisation under CORP"));
    // Another dimension begins without the values of the one before.
    let mut other = built;
    other[4] = ("dimension.0", "job");
    assert!(root.post(&format!("{address}/build"), &other).1.contains("There is no rule"));
    // A text that cannot be read is refused with its place, and nothing is lost.
    let (status, page) = root.post(&address, &[("as", "text"), ("rule", "organisation beneath CORP")]);
    assert!(status == 422 && page.contains("organisation beneath CORP"), "{status} {page}");
    // What the builder cannot show is left to the text.
    let nested = "organisation is SALES and (manager is 1 or manager is 2)";
    assert_eq!(root.post(&address, &[("as", "text"), ("rule", nested)]).0, 303);
    assert!(root.page(&address).contains("It can be changed as text"));
}

#[test]
fn sensitive_fields_need_a_confirmation_and_lost_values_a_warning() {
    // T9, G3
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let acme = company(&kit);
    let root = Browser::new(&kit, &acme, "root");
    let mut fields = vec![
        ("object", "Employee"),
        ("code", "union_membership"),
        ("field_type", "line"),
        ("label.en", "Trade union"),
        ("privacy_class", "work"),
    ];
    let (status, page) = root.post("/settings/fields/new", &fields);
    assert!(
        status == 422 && page.contains("GDPR, article 9") && page.contains("sensitive_confirmed"),
        "{status} {page}"
    );
    fields.extend([("sensitive_asked", "1"), ("sensitive_confirmed", "true")]);
    let made = root.post("/settings/fields/new", &fields);
    assert_eq!(made.0, 303, "{}", made.1);
    let (class, has) = kit
        .system(&acme)
        .view(|v| {
            let class = v.object("Employee")?.field("union_membership").map(|f| f.privacy.name());
            Ok((class, v.resolve("ExtraField", "Employee|union_membership")?))
        })
        .unwrap();
    assert_eq!(class, Some("sensitive"));
    let ann = id_of(&kit, &acme, "Employee", "3");
    kit.system(&acme)
        .change(Kind::Employees, |c| c.update("Employee", ann, vec![("union_membership", text("x"))]))
        .unwrap();
    let field = format!("/settings/fields/{}", has.unwrap());
    assert!(root.page(&format!("{field}/delete")).contains("(Employee): 1"));
    assert_eq!(root.post(&format!("{field}/delete"), &[]).0, 303);
    assert!(root.page("/settings/fields").contains("union_membership"), "without a tick nothing is deleted");
    assert_eq!(root.post(&format!("{field}/delete"), &[("sure", "true")]).0, 303);
    assert!(!root.page("/settings/fields").contains("union_membership"));
}

#[test]
fn value_lists_are_put_in_order_and_items_retired() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let acme = company(&kit);
    let root = Browser::new(&kit, &acme, "root");
    let list = kit
        .system(&acme)
        .change(Kind::Shared, |c| {
            c.create("ValueList", vec![("code", text("colour")), ("name", label("Colours"))])
        })
        .unwrap()
        .id;
    let address = format!("/settings/lists/{list}");
    for (code, word) in [("red", "Red"), ("blue", "Blue")] {
        let sent = [("code", code), ("label.en", word), ("label.fr", "x"), ("active", "true")];
        let made = root.post(&format!("{address}/new"), &sent);
        assert_eq!(made.0, 303, "{}", made.1);
    }
    let (red, blue) = (
        id_of(&kit, &acme, "ValueListItem", "colour|red"),
        id_of(&kit, &acme, "ValueListItem", "colour|blue"),
    );
    let (red, blue) = (red.to_string(), blue.to_string());
    assert_eq!(root.post(&address, &[("item", &blue), ("item", &red), ("active", &blue)]).0, 303);
    let items = kit.system(&acme).view(|v| Ok(v.catalogue().lists.get("colour").cloned())).unwrap().unwrap();
    let shown: Vec<(&str, bool)> = items.iter().map(|i| (i.code.as_str(), i.active)).collect();
    assert_eq!(shown, [("blue", true), ("red", false)]);
    let page = root.page(&address);
    assert!(page.find("Blue").unwrap() < page.find("Red").unwrap(), "{page}");
}

#[test]
fn what_is_mastered_elsewhere_cannot_be_written_on_screens() {
    // I6
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let acme = company(&kit);
    let root = Browser::new(&kit, &acme, "root");
    assert_eq!(root.post("/settings/mastered", &[("object", "Nothing")]).0, 404);
    assert_eq!(root.post("/settings/mastered", &[("object", "Employee")]).0, 303);
    assert!(root.page("/settings/mastered").contains("value=\"Employee\" checked"));
    let ann = id_of(&kit, &acme, "Employee", "3");
    let change = |scope: &Scope| {
        scope.change(Kind::Employees, |c| c.update("Employee", ann, vec![("last_name", text("Anna"))]))
    };
    assert!(change(&kit.scope(&acme, "root")).unwrap_err().is("object.mastered_elsewhere"));
    let mut file = kit.scope(&acme, "root");
    file.door = talang_engine::Door::Import;
    change(&file).unwrap();
    // The log tells who settled it (A12).
    assert!(root.page("/access/log?what=settings-changed").contains("mastered-objects: Employee"));
    assert!(!root.page("/access/log?what=sign-in").contains("mastered-objects: Employee"));
}

#[test]
fn whoever_is_no_administrator_does_not_find_these_pages() {
    // A10, A12
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let acme = company(&kit);
    let (ann, hana) = (Browser::new(&kit, &acme, "ann"), Browser::new(&kit, &acme, "hana"));
    let role = id_of(&kit, &acme, "Role", "hr");
    let person = id_of(&kit, &acme, "Employee", "1");
    for browser in [&ann, &hana] {
        for address in [
            "/access/roles".to_string(),
            format!("/access/roles/{role}"),
            "/access/roles/compare".to_string(),
            "/access/rights.csv".to_string(),
            "/access/lists".to_string(),
            format!("/access/why?person={person}"),
            "/access/log".to_string(),
            "/access/log.jsonl".to_string(),
            "/access/log/check".to_string(),
            "/settings/fields".to_string(),
            "/settings/lists".to_string(),
            "/settings/mastered".to_string(),
        ] {
            let (status, _) = browser.get(&address);
            assert!([403, 404].contains(&status), "{address}: {status}");
        }
        assert_eq!(browser.post(&format!("/access/roles/{role}"), &[("Employee/*/read", "all")]).0, 404);
    }
    // Their own account is theirs to see; another's is not there.
    let (own, other) = (id_of(&kit, &acme, "User", "ann"), id_of(&kit, &acme, "User", "root"));
    assert_eq!(ann.get(&format!("/access/users/{other}")).0, 404);
    let page = ann.page(&format!("/access/users/{own}"));
    assert!(!page.contains("Roles") && !page.contains("Effective rights"), "{page}");
    assert_eq!(ann.get(&format!("/access/users/{own}/rights")).0, 404);
}

#[test]
fn who_could_see_on_a_day_is_answered_with_reasons_and_as_a_file() {
    // A13
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let acme = company(&kit);
    let root = Browser::new(&kit, &acme, "root");
    let (ann, boss) = (id_of(&kit, &acme, "Employee", "3"), id_of(&kit, &acme, "Employee", "1"));
    let page = root.page("/access/why/day");
    assert!(page.contains("Who could see it?") && page.contains("value=\"Employee.private\""), "{page}");
    // Hana loses her role three days later; the question about the first day is answered all the same.
    let link = id_of(&kit, &acme, "UserRole", "hana|hr");
    kit.clock().advance(3 * 86_400_000_000);
    let root = Browser::new(&kit, &acme, "root");
    assert_eq!(
        root.post(
            &format!("/access/users/{}/roles/remove", id_of(&kit, &acme, "User", "hana")),
            &[("link", &link.to_string())]
        )
        .0,
        303
    );
    let ask = |day: &str| format!("person={ann}&what=Employee.private&day={day}");
    let first = root.page(&format!("/access/why/day?{}", ask("2026-06-15")));
    for words in ["hana", "hr", "SALES (by rule)", "root", "Ada Hana"] {
        assert!(first.contains(words), "{words}: {first}");
    }
    let then = root.page(&format!("/access/why/day?{}", ask("2026-06-17")));
    assert!(then.contains("the whole day") && then.contains("hana"), "{then}");
    kit.clock().advance(86_400_000_000);
    let root = Browser::new(&kit, &acme, "root");
    let last = root.page(&format!("/access/why/day?{}", ask("2026-06-19")));
    assert!(!last.contains(">hana<") && last.contains("root"), "{last}");
    let file = root.page(&format!("/access/why/day.csv?{}", ask("2026-06-16")));
    assert!(file.contains("2026-06-16,Employee,private,3,hana,,4,"), "{file}");
    assert!(file.contains(",hr,Employee,*,lists,SALES,"), "{file}");
    // The other way round: whom could boss see?
    let whom = root.page(&format!("/access/why/day?viewer={boss}&what=Employee.general&day=2026-06-16"));
    assert!(
        whom.contains("Whom they could see") && whom.contains("Ada Lead") && whom.contains("Ada Ann"),
        "{whom}"
    );
    assert!(!whom.contains("<li>Ada Hana</li>"), "{whom}");
    for (wrong, words) in [("2026-06-20", "at most"), ("soon", "not a valid date")] {
        let (status, page) = root.get(&format!("/access/why/day?{}", ask(wrong)));
        assert!(status == 200 && page.contains(words), "{wrong}: {status} {page}");
    }
    assert_eq!(root.get("/access/why/day?person=999999&day=2026-06-16").0, 404);
    for login in ["ann", "hana", "boss"] {
        let browser = Browser::new(&kit, &acme, login);
        assert!(
            [403, 404].contains(&browser.get(&format!("/access/why/day?{}", ask("2026-06-16"))).0),
            "{login}"
        );
        assert!(
            [403, 404].contains(&browser.get(&format!("/access/why/day.csv?{}", ask("2026-06-16"))).0),
            "{login}"
        );
    }
}

#[test]
fn what_may_not_be_given_is_not_offered_and_refused_on_the_page() {
    // A10, A12
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let acme = company(&kit);
    let access = ["User", "Role", "RoleRight", "UserRole"];
    let lines: Vec<_> = access.iter().map(|o| (*o, "*", "read, create, update, delete", "all")).collect();
    kit.role(&acme, "administrator", &lines);
    kit.user(&acme, "ada", None, &["administrator"]);
    let ada = Browser::new(&kit, &acme, "ada");
    let user = |login: &str| id_of(&kit, &acme, "User", login);
    let (admin, hr) = (id_of(&kit, &acme, "Role", "admin"), id_of(&kit, &acme, "Role", "hr"));
    let page = ada.page(&format!("/access/users/{}", user("ann")));
    assert!(
        page.contains(&format!("<option value=\"{hr}\""))
            && !page.contains(&format!("<option value=\"{admin}\"")),
        "{page}"
    );
    let give = |login: &str, role: i64| {
        ada.post(&format!("/access/users/{}/roles", user(login)), &[("role", &role.to_string())])
    };
    let (status, page) = give("ann", admin);
    assert!(status == 422 && page.contains("Only a super administrator"), "{status} {page}");
    let (status, page) = give("ada", hr);
    assert!(status == 422 && page.contains("Nobody gives rights to themselves"), "{status} {page}");
    assert_eq!(give("ann", hr).0, 303);
    // A copy of the super administrators' role, and a wildcard in the matrix.
    let (status, page) =
        ada.post(&format!("/access/roles/{admin}/copy"), &[("code", "mine"), ("label", "Mine")]);
    assert!(status == 422 && page.contains("Only a super administrator"), "{status} {page}");
    let (status, page) = ada.post(&format!("/access/roles/{hr}"), &[("*/*/read", "all"), ("module", "*")]);
    assert!(status == 422 && page.contains("Only a super administrator"), "{status} {page}");
    // The last super administrator stays.
    let root = Browser::new(&kit, &acme, "root");
    let link = id_of(&kit, &acme, "UserRole", "root|admin");
    let own = user("root");
    let (status, page) =
        root.post(&format!("/access/users/{own}/roles/remove"), &[("link", &link.to_string())]);
    assert!(
        status == 422 && page.contains("nobody who can reach technical configuration"),
        "{status} {page}"
    );
}

#[test]
fn two_roles_are_compared_as_a_file_too() {
    // A10
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let acme = company(&kit);
    let root = Browser::new(&kit, &acme, "root");
    let role = |code: &str| id_of(&kit, &acme, "Role", code);
    let address = format!("a={}&b={}", role("hr"), role("staff"));
    let page = root.page(&format!("/access/roles/compare?{address}"));
    assert!(
        page.contains(&format!("/access/roles/compare.csv?a={}&amp;b={}", role("hr"), role("staff"))),
        "{page}"
    );
    let file = root.page(&format!("/access/roles/compare.csv?{address}"));
    assert!(file.starts_with("\u{feff}object,group,action,hr,staff\r\n"), "{file}");
    assert!(
        file.contains("Employee,general,read,lists,self\r\n") && file.contains("User,general,read,,self\r\n"),
        "{file}"
    );
    let same = root.page(&format!("/access/roles/compare.csv?a={0}&b={0}", role("hr")));
    assert_eq!(same.lines().count(), 1);
    let all = root.page(&format!("/access/roles/compare.csv?a={0}&b={0}&all=true", role("hr")));
    assert!(all.lines().count() > 1);
}

#[test]
fn a_new_function_is_there_when_it_is_switched_on() {
    // S8, A13
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let acme = company(&kit);
    let (root, ann, hana) = (
        Browser::new(&kit, &acme, "root"),
        Browser::new(&kit, &acme, "ann"),
        Browser::new(&kit, &acme, "hana"),
    );
    assert_eq!(hana.get("/access/me").0, 404);
    let own = id_of(&kit, &acme, "User", "ann");
    assert!(!ann.page(&format!("/access/users/{own}")).contains("/access/me"));
    let page = root.page("/settings/features");
    assert!(page.contains("What may I do?") && page.contains(">Off<"), "{page}");
    assert_eq!(root.post("/settings/features", &[("code", "own-rights"), ("on", "true")]).0, 303);
    let page = root.page("/settings/features");
    assert!(page.contains(">On<") && page.contains("root"), "who and when: {page}");
    assert!(ann.page(&format!("/access/users/{own}")).contains("/access/me"), "in the menu of everybody");
    let mine = hana.page("/access/me");
    for words in ["Whom the rights reach", "accreditation lists", "People: 2", "hr"] {
        assert!(mine.contains(words), "{words}: {mine}");
    }
    assert!(!mine.contains("Sales people"), "lists are named to those who may read them");
    assert!(mine.contains("title=\"Employees, All fields: accreditation lists\""), "{mine}");
    // What nobody declared cannot be switched, by no door; and nobody else switches.
    let (status, text) = root.post("/settings/features", &[("code", "teleport"), ("on", "true")]);
    assert!(status == 422 && text.contains("feature.unknown"), "{status} {text}");
    assert!(
        [403, 404].contains(&ann.post("/settings/features", &[("code", "own-rights"), ("on", "false")]).0)
    );
    assert_eq!(root.post("/settings/features", &[("code", "own-rights"), ("on", "false")]).0, 303);
    assert_eq!(hana.get("/access/me").0, 404);
}
