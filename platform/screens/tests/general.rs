//! The general screens over every object: they show themselves, keep to rights, and refuse what no form of theirs sends.

use std::collections::HashMap;
use std::sync::Arc;

use talang_catalogue::{FieldType, Kind, Language, Object, Value};
use talang_engine::{Draft, Mode, Module, Query, Scope, Tenant};
use talang_http::{Body, Call, Method, Reply, Request, Router, Session, encode, form_pairs};
use talang_testkit::{Database, Kit, Setup};

// Without the modules' own pages, so that the general ones are seen of every object.
const SETUP: Setup = Setup {
    modules: || {
        let general = |module: Module| Module { menu: Vec::new(), ..module };
        vec![general(talang_core_hr::module()), general(talang_screens::module())]
    },
    seed: |_, _| Ok(()),
    seed_version: "test",
};

struct Browser<'a> {
    kit: &'a Kit,
    scope: Scope,
    router: Router,
    fragment: bool,
}

struct Answer {
    status: u16,
    location: String,
    text: String,
    bytes: Vec<u8>,
}

impl<'a> Browser<'a> {
    fn new(kit: &'a Kit, scope: Scope) -> Browser<'a> {
        Browser { kit, scope, router: Router::new(talang_screens::routes()), fragment: false }
    }

    fn get(&self, address: &str) -> Answer {
        self.call(Method::Get, address, Vec::new(), None)
    }

    fn post(&self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let body: Vec<String> = fields.iter().map(|(n, v)| format!("{}={}", encode(n), encode(v))).collect();
        self.call(Method::Post, address, body.join("&").into_bytes(), None)
    }

    fn call(
        &self,
        method: Method,
        address: &str,
        body: Vec<u8>,
        upload: Option<std::path::PathBuf>,
    ) -> Answer {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let (route, params) =
            self.router.find(method, path).unwrap_or_else(|_| panic!("no route for {address}"));
        let mut headers = HashMap::new();
        if self.fragment {
            headers.insert("hx-request".to_string(), "true".to_string());
        }
        if upload.is_some() {
            headers.insert("content-type".to_string(), "multipart/form-data; boundary=edge".to_string());
        }
        let call = Call {
            installation: self.kit.installation(),
            scope: self.scope.clone(),
            session: Some(Session { csrf: "the-token".to_string(), recent: true, ..Session::default() }),
            request: Request {
                method,
                path: path.to_string(),
                query: form_pairs(query),
                headers,
                body,
                upload,
                address: String::new(),
                https: false,
            },
            params,
        };
        let reply = (route.handler)(&call);
        answer(reply)
    }

    fn page(&self, address: &str) -> String {
        let answer = self.get(address);
        assert_eq!(answer.status, 200, "{address}: {}", answer.text);
        answer.text
    }
}

fn answer(reply: talang_engine::Result<Reply>) -> Answer {
    match reply {
        Ok(reply) => {
            let header = |name: &str| reply.headers.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone());
            let location = header("location").or_else(|| header("hx-redirect")).unwrap_or_default();
            let bytes = match reply.body {
                Body::Bytes(bytes) => bytes,
                Body::File(path) => std::fs::read(path).unwrap(),
                _ => Vec::new(),
            };
            Answer {
                status: reply.status,
                location,
                text: String::from_utf8_lossy(&bytes).into_owned(),
                bytes,
            }
        }
        Err(error) => Answer {
            status: error.status(),
            location: String::new(),
            text: error.to_string(),
            bytes: Vec::new(),
        },
    }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_string())
}

/// A tenant with a user who may do everything, an employee who may see little, and a few records.
fn company(kit: &Kit) -> Arc<Tenant> {
    let tenant = kit.tenant("acme");
    kit.role(&tenant, "all", &[("*", "*", "read, create, update, delete, import, export", "all")]);
    kit.role(
        &tenant,
        "little",
        &[
            ("Employee", "general", "read", "all"),
            ("Employee", "contact", "update", "all"),
            ("Country", "*", "read", "all"),
        ],
    );
    let system = kit.system(&tenant);
    system
        .change(Kind::Employees, |c| {
            for (number, first, last) in [("1", "Ana", "Costa"), ("2", "Bo", "Åberg <b>")] {
                c.create(
                    "Employee",
                    vec![
                        ("number", text(number)),
                        ("first_name", text(first)),
                        ("last_name", text(last)),
                        ("birth_place", text("Secret-Town")),
                    ],
                )?;
            }
            let name = Value::Texts([("en".to_string(), "Sales".to_string())].into_iter().collect());
            c.create(
                "Organisation",
                vec![("code", text("SALES")), ("start", Value::Int(18_000)), ("name", name)],
            )
        })
        .unwrap();
    kit.user(&tenant, "boss", Some("1"), &["all"]);
    kit.user(&tenant, "ann", Some("2"), &["little"]);
    tenant
}

fn objects(scope: &Scope) -> Vec<Arc<Object>> {
    scope.view(|v| Ok(v.catalogue().objects().to_vec())).unwrap()
}

/// Makes a record with something in every field that can be filled without other records.
fn sample(scope: &Scope, object: &Arc<Object>, depth: usize) -> Option<i64> {
    if depth > 4 {
        return None;
    }
    let known = scope
        .view(|v| {
            Ok(v.list(object, &Query { limit: 1, as_of: talang_engine::AsOf::Always, ..Query::default() })?
                .records
                .pop())
        })
        .unwrap();
    if let Some(record) = known {
        return Some(if object.period.is_some() { record.thread } else { record.id });
    }
    let mut values = Vec::new();
    for field in &object.fields {
        let needed = field.mandatory || object.key.contains(&field.index);
        if field.default.is_some() || !needed {
            continue;
        }
        let min = field.bounds.min.unwrap_or(1).max(1);
        let value = match &field.ty {
            FieldType::Reference(target) => {
                let target = scope.view(|v| v.object(target)).unwrap();
                Value::Int(sample(scope, &target, depth + 1)?)
            }
            FieldType::References(target) => {
                let target = scope.view(|v| v.object(target)).unwrap();
                Value::Refs(vec![sample(scope, &target, depth + 1)?])
            }
            FieldType::Choice(def) => text(def.items[0].code),
            FieldType::Item(list) => text(list),
            FieldType::Bool => Value::Int(1),
            FieldType::Integer | FieldType::Duration => Value::Int(min),
            FieldType::Decimal | FieldType::Percent => Value::Int(min * 1_000_000),
            FieldType::Money => Value::Money(1_000_000, "EUR".into()),
            FieldType::Date => Value::Int(20_000),
            FieldType::Instant => Value::Int(1_700_000_000_000_000),
            FieldType::Time => Value::Int(3600),
            FieldType::Translated => {
                Value::Texts([("en".to_string(), "Sample".to_string())].into_iter().collect())
            }
            FieldType::Email => text("a@example.com"),
            FieldType::Phone => text("+33123456789"),
            FieldType::Url => text("https://example.com/"),
            FieldType::Iban => text("DE89370400440532013000"),
            FieldType::Language => text("en"),
            FieldType::Country => text("FR"),
            FieldType::Currency => text("EUR"),
            FieldType::Culture => text("en-GB"),
            FieldType::Json => text("{}"),
            _ => text("sample"),
        };
        if let (FieldType::Item(list), true) = (&field.ty, depth < 4) {
            item(scope, list);
        }
        values.push((field.index, value));
    }
    let made = scope.change(object.def.kind, |c| c.save(object, Mode::Insert, Draft { values }));
    made.ok().map(|saved| saved.thread)
}

/// Sees to it that a value list has an item of its own name.
fn item(scope: &Scope, list: &str) {
    let label = |word: &str| Value::Texts([("en".to_string(), word.to_string())].into_iter().collect());
    let _ = scope.change(Kind::Shared, |c| {
        if c.resolve("ValueList", list)?.is_none() {
            c.create("ValueList", vec![("code", text(list)), ("name", label(list))])?;
        }
        c.create("ValueListItem", vec![("list", text(list)), ("code", text(list)), ("label", label(list))])
    });
}

/// What must not be on any page: names of messages that nobody wrote.
fn assert_words(address: &str, html: &str) {
    for prefix in ["general-", "ui-"] {
        for part in html.split(prefix).skip(1) {
            let key: String = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
            let leaked =
                html.contains(&format!(">{prefix}{key}")) || html.contains(&format!("\"{prefix}{key}\""));
            assert!(!leaked, "{address} shows the key {prefix}{key}");
        }
    }
    assert!(!html.contains(" style=\""), "{address}: the policy forbids style attributes");
    assert!(!html.contains(" onclick="), "{address}: the policy forbids handlers in attributes");
}

// S1, S4: every object has a list, a form and a page, in every language.
#[test]
fn every_object_has_its_screens() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let boss = kit.scope(&tenant, "boss");
    let system = kit.system(&tenant);
    let mut browser = Browser::new(&kit, boss.clone());
    let all = objects(&boss);
    assert!(all.len() > 90);
    let mut with_record = 0;
    for (at, object) in all.iter().enumerate() {
        // One language after the other, so that all are seen over the objects.
        let language = Language::ALL[at % Language::ALL.len()];
        browser.scope.culture = talang_catalogue::Culture::of(language);
        let path = format!("/o/{}", object.def.path);
        if object.def.hidden {
            // What is not built is not on the screen; files and interfaces have it.
            for address in [path.clone(), format!("{path}/new")] {
                assert_eq!(browser.get(&address).status, 404, "{address}");
            }
            let name = format!(">{}<", maud_escape(&boss_label(&kit, language, object)));
            assert!(!browser.page("/o").contains(&name), "{path} is among all lists");
            continue;
        }
        let name = boss_label(&kit, language, object);
        let list = browser.page(&path);
        assert!(list.contains(&maud_escape(&name)), "{path} does not say {name}");
        assert_words(&path, &list);
        for filters in ["", "?slices=all", "?q=zzz"] {
            assert_words(&path, &browser.page(&format!("{path}{filters}")));
        }
        assert_words(&path, &browser.page(&format!("{path}/filter")));
        if !object.def.internal {
            let form = browser.page(&format!("{path}/new"));
            assert!(form.contains("name=\"csrf\" value=\"the-token\""), "{path}/new has no token");
            assert_words(&path, &form);
        }
        let Some(id) = sample(&system, object, 0) else { continue };
        with_record += 1;
        for page in ["", "/related", "/related?brief=1", "/history"] {
            assert_words(&path, &browser.page(&format!("{path}/{id}{page}")));
        }
        if !object.def.internal {
            let form = browser.page(&format!("{path}/{id}/edit"));
            assert!(
                form.contains("name=\"_version\""),
                "{path}: nobody would notice a change in the meantime"
            );
            assert_words(&path, &form);
        }
        assert_words(&path, &browser.page(&path));
        browser.page(&format!("/pick/{}?q=s", object.def.name));
    }
    // Some are refused by their owners' rules, which want more than a sample.
    assert!(
        with_record * 10 >= all.len() * 8,
        "{with_record} of {} objects have a record to look at",
        all.len()
    );
}

fn boss_label(kit: &Kit, language: Language, object: &Object) -> String {
    kit.installation().registry().labels.objects(language, object.def.name).to_string()
}

fn maud_escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

// A10: what may not be read is in no page, and what may not be written is refused however it is sent.
#[test]
fn hidden_fields_are_on_no_page_and_forged_fields_are_refused() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let boss = Browser::new(&kit, kit.scope(&tenant, "boss"));
    let ann = Browser::new(&kit, kit.scope(&tenant, "ann"));
    assert!(boss.page("/o/employees/1").contains("Secret-Town"));
    for page in [
        "/o/employees",
        "/o/employees/1",
        "/o/employees/1/history",
        "/o/employees/1/related",
        "/o/employees?columns=number,birth_place",
    ] {
        let html = ann.page(page);
        assert!(!html.contains("Secret-Town"), "{page} tells");
    }
    // What she cannot see does not exist.
    for page in ["/o/organisations", "/o/organisations/1", "/pick/Organisation?q=s"] {
        assert_eq!(ann.get(page).status, 404, "{page}");
    }
    assert!(!ann.page("/search?q=sales").contains("Sales"));
    assert!(boss.page("/search?q=sales").contains("Sales"));
    let forged = ann.post("/o/employees/1/edit", &[("_version", "1"), ("last_name", "Changed")]);
    assert_eq!(forged.status, 422);
    assert!(boss.page("/o/employees/1").contains("Costa"));
    let fixed = boss.post("/o/employees/1/edit", &[("_version", "1"), ("number", "77")]);
    assert_eq!(fixed.status, 422);
    assert!(fixed.text.contains("data-error-summary"));
}

// I5, S1: errors stand beside their fields, nothing typed is lost, and a change in the meantime is shown, not overwritten.
#[test]
fn a_form_tells_what_is_wrong_and_overwrites_nobody() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let boss = Browser::new(&kit, kit.scope(&tenant, "boss"));
    let wrong = boss.post(
        "/o/employees/new",
        &[("number", "3"), ("first_name", "Typed <i>"), ("work_email", "nonsense")],
    );
    assert_eq!(wrong.status, 422);
    assert!(
        wrong.text.contains("Typed &lt;i&gt;") && wrong.text.contains("id=\"f-last_name-error\""),
        "{}",
        wrong.text
    );
    assert!(wrong.text.contains("id=\"f-work_email-error\""));
    let made = boss.post(
        "/o/employees/new",
        &[("number", "3"), ("first_name", "Cleo"), ("last_name", "Dahl"), ("status", "active")],
    );
    assert_eq!((made.status, made.location.as_str()), (303, "/o/employees/3"), "{}", made.text);
    let names = |last: &str, version: &str| {
        boss.post(
            "/o/employees/3/edit",
            &[("_version", version), ("first_name", "Cleo"), ("last_name", last), ("status", "active")],
        )
    };
    assert_eq!(names("Dahl-Berg", "1").status, 303);
    let late = names("Lund", "1");
    assert_eq!(late.status, 409);
    assert!(
        late.text.contains("Dahl-Berg")
            && late.text.contains("value=\"Lund\"")
            && late.text.contains("name=\"_version\" value=\"2\"")
    );
    assert_eq!(names("Lund", "2").status, 303);
    assert!(boss.page("/o/employees/3/history").contains("Dahl-Berg"));
}

// S1: the address is the view; filters, order and columns come back from it, and pages follow each other.
#[test]
fn a_list_is_narrowed_ordered_and_paged_by_its_address() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let system = kit.system(&tenant);
    system
        .change(Kind::Employees, |c| {
            for n in 10..90 {
                c.create(
                    "Employee",
                    vec![
                        ("number", text(&n.to_string())),
                        ("first_name", text("P")),
                        ("last_name", text(&format!("N{n}"))),
                    ],
                )?;
            }
            Ok(())
        })
        .unwrap();
    let boss = Browser::new(&kit, kit.scope(&tenant, "boss"));
    let composed = boss.get("/o/employees?sort=-number&field=last_name&op=starts&value=N1");
    assert_eq!(composed.status, 303);
    let narrowed = boss.page(&composed.location);
    assert_eq!(narrowed.matches("data-row-link").count(), 10, "{}", composed.location);
    assert!(narrowed.contains("tl-filter-chip") && narrowed.contains("aria-sort=\"descending\""));
    let first = boss.page("/o/employees?size=25&sort=number&columns=number");
    let next = first.split("rel=\"next\"").next().unwrap().rsplit("href=\"").next().unwrap();
    let next = next.split('"').next().unwrap().replace("&amp;", "&");
    let second = boss.page(&next);
    assert!(second.contains("26–50") && first.contains("1–25"), "{next}");
    let back = second.split("rel=\"prev\"").next().unwrap().rsplit("href=\"").next().unwrap();
    assert!(boss.page(&back.split('"').next().unwrap().replace("&amp;", "&")).contains("1–25"));
    let broken = boss.page(&format!("/o/employees?filter={}", encode("nonsense ===")));
    assert!(broken.contains("alert-danger"));
}

// A deletion says why not, or can be undone.
#[test]
fn a_deletion_is_explained_or_undone() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let mut boss = Browser::new(&kit, kit.scope(&tenant, "boss"));
    boss.fragment = true;
    let used = boss.post("/o/employees/1/delete", &[]);
    assert_eq!(used.status, 409);
    assert!(used.text.contains("<dialog") && used.text.contains("/o/employees/1/related"), "{}", used.text);
    let system = kit.system(&tenant);
    let id = system
        .change(Kind::Employees, |c| {
            c.create(
                "Employee",
                vec![("number", text("9")), ("first_name", text("Gone")), ("last_name", text("Soon"))],
            )
        })
        .unwrap()
        .id;
    assert_eq!(boss.post(&format!("/o/employees/{id}/delete?version=1"), &[]).status, 200);
    assert_eq!(boss.get(&format!("/o/employees/{id}")).status, 404);
    let restored = boss.post(&format!("/o/employees/restore?id={id}"), &[]);
    assert_eq!(restored.status, 200);
    assert!(boss.page("/o/employees?q=gone").contains("Gone"));
    // Several at once, and one field of several.
    let set = boss.post(
        "/o/employees/bulk/set",
        &[("id", "1"), ("id", "2"), ("_field", "office"), ("_do", "1"), ("office", "B 12")],
    );
    assert_eq!(set.status, 200, "{}", set.text);
    assert!(boss.page("/o/employees/2").contains("B 12"));
    let gone = boss.post("/o/employees/bulk/delete", &[("id", "1"), ("id", "2")]);
    assert!(gone.text.contains("<dialog"), "users refer to both: {}", gone.text);
}

// House: what is valid from another date becomes a slice of its own, and the page shows the day's.
#[test]
fn a_dated_record_is_corrected_or_changed_from_a_date() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let mut boss = Browser::new(&kit, kit.scope(&tenant, "boss"));
    let changed = boss.post(
        "/o/organisations/1/edit",
        &[("_deed", "from"), ("_version", "1"), ("start", "2026-07-01"), ("name.en", "Sales and service")],
    );
    assert_eq!(changed.status, 303, "{}", changed.text);
    assert!(boss.page("/o/organisations/1").contains("<h1>Sales</h1>"));
    boss.scope = boss.scope.on("2026-08-01".parse().unwrap());
    let later = boss.page("/o/organisations/1");
    assert!(later.contains("<h1>Sales and service</h1>") && later.contains("slice="));
    assert_eq!(boss.page("/o/organisations?slices=all").matches("data-row-link").count(), 2);
}

// G3, S4: a tenant's own fields and value lists are in every screen of their object.
#[test]
fn extra_fields_and_value_lists_work_everywhere() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let system = kit.system(&tenant);
    item(&system, "exit-reason");
    system
        .change(Kind::Shared, |c| {
            let label = Value::Texts([("en".to_string(), "Shirt size".to_string())].into_iter().collect());
            c.create(
                "ExtraField",
                vec![
                    ("object", text("Employee")),
                    ("code", text("shirt")),
                    ("label", label),
                    ("field_type", text("line")),
                    ("privacy_class", text("none")),
                ],
            )
        })
        .unwrap();
    let boss = Browser::new(&kit, kit.scope(&tenant, "boss"));
    let form = boss.page("/o/employees/1/edit");
    assert!(form.contains("name=\"shirt\"") && form.contains("Shirt size"));
    assert!(form.contains("<option value=\"exit-reason\">"));
    let saved = boss.post(
        "/o/employees/1/edit",
        &[
            ("_version", "1"),
            ("first_name", "Ana"),
            ("last_name", "Costa"),
            ("status", "active"),
            ("shirt", "XXL"),
        ],
    );
    assert_eq!(saved.status, 303, "{}", saved.text);
    assert!(boss.page("/o/employees/1").contains("XXL"));
    let filter = encode("shirt = XXL");
    let list = boss.page(&format!("/o/employees?columns=last_name,shirt&filter={filter}"));
    assert!(list.contains("Shirt size") && list.matches("data-row-link").count() == 1);
}

// S1: a view is kept under a name, opened by itself, shared, and gone when its maker says so.
#[test]
fn a_view_is_saved_opened_and_deleted() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let boss = Browser::new(&kit, kit.scope(&tenant, "boss"));
    let unnamed = boss.post("/o/employees/views?sort=-number", &[("label", " ")]);
    assert_eq!(unnamed.status, 422);
    let saved =
        boss.post("/o/employees/views?sort=-number&size=25", &[("label", "Backwards"), ("default", "true")]);
    assert_eq!(saved.status, 303, "{}", saved.text);
    let plain = boss.page("/o/employees");
    assert!(plain.contains("Backwards") && plain.contains("aria-sort=\"descending\""));
    assert!(!boss.page("/o/employees?view=all").contains("aria-sort=\"descending\""));
    assert_eq!(boss.post("/o/employees/views/delete?id=1", &[]).status, 303);
    assert!(!boss.page("/o/employees").contains("Backwards"));
}

// S7: a list is grouped by its address, a group leads to its records; what is hidden is no group.
#[test]
fn a_list_is_grouped_and_kept_as_a_report() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let boss = Browser::new(&kit, kit.scope(&tenant, "boss"));
    let page = boss.page("/o/employees?group=status&total=hire_date:min&filter=number%20is%201");
    assert!(page.contains("Employees by Status") && page.contains("Hire date: first"), "{page}");
    assert!(page.contains("<tfoot>") && page.contains("data-chart-canvas") == page.contains("2 groups"));
    let link = page.split("data-row-link").next().unwrap().rsplit("href=\"").next().unwrap();
    let link = link.split('"').next().unwrap().replace("&amp;", "&");
    assert!(
        link.contains("number%20is%201") && link.contains("status%20is") && !link.contains("group="),
        "{link}"
    );
    let records = boss.page(&link);
    assert!(records.contains("data-total=\"1\"") && records.contains("Costa"), "{link}");
    // Its files are those of groups, and keep the filter.
    assert!(page.contains("format=xlsx") && page.contains("group=status"), "{page}");
    assert!(page.contains("format=csv") && !page.contains("CSV, all fields"), "{page}");
    // The dialog asks for what can be grouped, and remembers.
    let dialog = boss.page("/o/employees/groups?group=status&_path=/people");
    assert!(
        dialog.contains("action=\"/people\"") && dialog.contains("value=\"status\" selected"),
        "{dialog}"
    );
    assert!(dialog.contains("hire_date:year") && !dialog.contains("value=\"photo\""), "{dialog}");
    assert!(!boss.page("/o/employees/groups?_path=//elsewhere.example").contains("elsewhere"));
    // What cannot be grouped says so above the records.
    let wrong = boss.page("/o/employees?group=photo");
    assert!(wrong.contains("photo") && wrong.contains("Costa") && wrong.contains("alert"), "{wrong}");
    // Who may not see a field finds it neither in the dialog nor in an address.
    let ann = Browser::new(&kit, kit.scope(&tenant, "ann"));
    assert!(!ann.page("/o/employees/groups").contains("birth_place"));
    let hidden = ann.page("/o/employees?group=birth_place");
    assert!(!hidden.contains("Secret-Town") && hidden.contains("birth_place"), "{hidden}");
    // Kept like every view, and found on the page of reports.
    assert!(boss.page("/reports").contains("No reports yet"));
    let saved = boss.post("/o/employees/views?group=status&total=hire_date:min", &[("label", "By status")]);
    assert_eq!(saved.status, 303, "{}", saved.text);
    let reports = boss.page("/reports");
    assert!(reports.contains("By status") && reports.contains("Groups and totals"), "{reports}");
    assert!(reports.contains("/export/employees?group=status&amp;total=hire_date:min"), "{reports}");
    assert_eq!(boss.post("/o/employees/views/delete?to=reports&id=1", &[]).location, "/reports");
    assert!(boss.page("/reports").contains("No reports yet"));
}

// A10, T1: a file comes to whoever may read the field that holds it, and to nobody else.
#[test]
fn a_file_follows_the_rights_of_its_field() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let boss = Browser::new(&kit, kit.scope(&tenant, "boss"));
    let body = kit.data().join("upload");
    let picture = b"\x89PNG\r\n\x1a\nsmall";
    let mut bytes =
        b"--edge\r\nContent-Disposition: form-data; name=\"_file\"; filename=\"me.png\"\r\n\r\n".to_vec();
    bytes.extend_from_slice(picture);
    bytes.extend_from_slice(b"\r\n--edge--\r\n");
    std::fs::write(&body, bytes).unwrap();
    let sent = boss.call(Method::Post, "/files?object=employees&field=photo", Vec::new(), Some(body.clone()));
    assert_eq!(sent.status, 200, "{}", sent.text);
    let kept = sent.text.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_string();
    let saved = boss.post(
        "/o/employees/1/edit",
        &[
            ("_version", "1"),
            ("first_name", "Ana"),
            ("last_name", "Costa"),
            ("status", "active"),
            ("photo", &kept),
        ],
    );
    assert_eq!(saved.status, 303, "{}", saved.text);
    assert!(boss.page("/o/employees/1").contains("/files/employees/1/photo?v="));
    assert_eq!(boss.get("/files/employees/1/photo").bytes, picture);
    let other = Browser::new(&kit, {
        kit.user(&tenant, "nobody", None, &[]);
        kit.scope(&tenant, "nobody")
    });
    assert_eq!(other.get("/files/employees/1/photo").status, 404);
    assert_eq!(
        other.call(Method::Post, "/files?object=employees&field=photo", Vec::new(), Some(body)).status,
        403
    );
}

// The menu holds what the user may read, and an htmx request gets the content without the frame.
#[test]
fn the_menu_follows_rights_and_fragments_have_no_frame() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let mut ann = Browser::new(&kit, kit.scope(&tenant, "ann"));
    let page = ann.page("/o/employees");
    assert!(page.contains("href=\"/o/countries\"") && !page.contains("href=\"/o/organisations\""));
    assert!(ann.page("/o").contains("/o/countries"));
    ann.fragment = true;
    let part = ann.page("/o/employees");
    assert!(part.contains("data-list") && !part.contains("<html") && !part.contains("tl-side"));
    assert_eq!(ann.get("/").status, 303);
}
