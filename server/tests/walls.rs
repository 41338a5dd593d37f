//! Swapped ids on every route: each address of the program, called with the numbers of records that the caller may not
//! see or change, by users of every reach. The program is asked by HTTP; what each may see is asked of the gate, record by
//! record. Every text of a record is a mark found nowhere else, so a leak cannot hide. A new route is in here by itself.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use talang_catalogue::object::GENERAL;
use talang_catalogue::{Field, FieldType, Kind, Object, Record, Value};
use talang_engine::{Action, Scope, Tenant};
use talang_http::{Method, Route};
use talang_testkit::{Database, Kit, Maker, Setup};

use crate::PASSWORD;
use crate::client::{Answer, Server};

pub(crate) const SETUP: Setup = Setup {
    modules: talang_server::modules::modules,
    seed: talang_server::library::seed,
    seed_version: "walls",
};

/// Who tries: login, employee, roles.
const USERS: [(&str, Option<&str>, &[&str]); 5] = [
    ("nobody", None, &[]),
    ("mia", Some("MIA"), &["employee"]),
    ("max", Some("MAX"), &["employee", "manager"]),
    ("liv", Some("LIV"), &["employee", "hr-user"]),
    ("adm", None, &["administrator"]),
];

/// Addresses about the caller's own session and password, which lead to nobody else's data: called again and again with
/// nonsense, they only lock the caller out.
const OWN_SESSION: [&str; 12] = [
    "/sign-out",
    "/sign-in",
    "/password",
    "/confirm",
    "/devices/end",
    "/devices/end-others",
    "/second-factor",
    "/second-factor/enrol/app",
    "/second-factor/enrol/passkey",
    "/second-factor/passkey",
    "/sign-in/passkey",
    "/sign-in/passkey/ask",
];

/// A record that somebody might get at.
pub(crate) struct Target {
    pub(crate) object: Arc<Object>,
    pub(crate) id: i64,
    thread: i64,
}

/// What one user may do with the targets, as the gate answers.
struct Allowed {
    marks: HashSet<String>,
    /// Object and field of every mark.
    owner: HashMap<String, String>,
    /// Targets that the user may not change in any way.
    walled: Vec<usize>,
    /// Targets that the user may not see.
    hidden: HashSet<usize>,
}

/// Texts such as `Qz100017z`, in small letters.
pub(crate) fn marks(text: &str) -> BTreeSet<String> {
    let small = text.to_lowercase();
    let mut found = BTreeSet::new();
    for (at, _) in small.match_indices("qz") {
        let rest = &small[at + 2..];
        let digits = rest.chars().take_while(char::is_ascii_digit).count();
        if digits == 6 && rest[digits..].starts_with('z') {
            found.insert(format!("qz{}z", &rest[..digits]));
        }
    }
    found
}

pub(crate) fn marks_of(value: &Value) -> BTreeSet<String> {
    match value {
        Value::Text(text) => marks(text),
        Value::Texts(texts) => texts.values().flat_map(|t| marks(t)).collect(),
        _ => BTreeSet::new(),
    }
}

fn english(text: &str) -> Value {
    Value::Texts([("en".to_string(), text.to_string())].into_iter().collect())
}

/// MAX leads TIM; LIV has the list with LOU; MIA and OLE are by themselves. There is a record of every object about OLE,
/// TIM and LOU, or about nobody.
pub(crate) fn world(kit: &Kit) -> (Arc<Tenant>, Vec<Target>) {
    let tenant = kit.tenant("acme");
    let system = kit.system(&tenant);
    let made = system.change(Kind::Employees, |c| {
        c.create(
            "Organisation",
            vec![("code", "HQ".into()), ("name", english("HQ")), ("start", Value::Int(18_000))],
        )?;
        for number in ["MIA", "MAX", "TIM", "LIV", "LOU", "OLE"] {
            c.create(
                "Employee",
                vec![("number", number.into()), ("first_name", "A".into()), ("last_name", "B".into())],
            )?;
            let mut place = vec![
                ("employee", number.into()),
                ("organisation", "HQ".into()),
                ("start", Value::Int(18_000)),
            ];
            place.extend((number == "TIM").then(|| ("manager", "MAX".into())));
            c.create("Assignment", place)?;
        }
        c.create("AccreditationList", vec![("code", "MINE".into()), ("label", english("Mine"))])?;
        c.create("ListMember", vec![("list", "MINE".into()), ("employee", "LOU".into())])?;
        c.create("ListOwner", vec![("list", "MINE".into()), ("employee", "LIV".into())])
    });
    made.unwrap();
    for (login, employee, roles) in USERS {
        kit.user(&tenant, login, employee, roles);
    }
    let mut targets: Vec<Target> = Vec::new();
    let catalogue = system.view(|v| Ok(v.catalogue())).unwrap();
    let mut maker = Maker::new(&system);
    for number in ["OLE", "TIM", "LOU"] {
        let person = system.view(|v| v.resolve("Employee", number)).unwrap().unwrap();
        for object in catalogue.objects().iter().filter(|o| !o.def.internal) {
            match object.def.subject {
                talang_catalogue::Subject::Itself => {
                    maker.made.push((object.def.name.to_string(), person, person));
                }
                talang_catalogue::Subject::None if number != "OLE" => {}
                // A later place would take TIM out of MAX's team.
                _ if object.def.name == "Assignment" && number != "OLE" => {}
                _ => {
                    maker.make(object.def.name, person);
                }
            }
        }
    }
    for (name, id, thread) in std::mem::take(&mut maker.made) {
        maker.mark_texts(&name, id);
        let object = catalogue.object(&name).unwrap().clone();
        targets.push(Target { object, id, thread });
    }
    let missing: Vec<&str> = (catalogue.objects().iter().map(|o| o.def.name))
        .filter(|name| !targets.iter().any(|t| t.object.def.name == *name))
        .collect();
    println!("{} records; none of {}", targets.len(), missing.join(", "));
    assert!(targets.len() > 130, "only {} records to get at", targets.len());
    (tenant, targets)
}

fn record(scope: &Scope, target: &Target) -> Option<Record> {
    scope.view(|v| v.get(&target.object, target.id)).ok()
}

/// The marks of the key and the title of a record.
fn names(system: &Scope, targets: &[Target], object: &str, thread: i64) -> BTreeSet<String> {
    let named = |t: &&Target| t.object.def.name == object && t.thread == thread;
    let found = targets.iter().filter(named).filter_map(|t| Some((t, record(system, t)?)));
    let shown = |(t, r): (&Target, Record)| -> BTreeSet<String> {
        let fields = t.object.key.iter().chain(&t.object.title);
        fields.filter_map(|i| r.values.get(*i)).flat_map(marks_of).collect()
    };
    found.flat_map(shown).collect()
}

fn allowed(scope: &Scope, system: &Scope, targets: &[Target]) -> Allowed {
    let mut answer =
        Allowed { marks: HashSet::new(), owner: HashMap::new(), walled: Vec::new(), hidden: HashSet::new() };
    for (at, target) in targets.iter().enumerate() {
        match record(scope, target) {
            Some(seen) => {
                answer.marks.extend(seen.values.iter().flat_map(marks_of));
                // What a record refers to is named in it: an assignment names the manager whom nobody else may look up.
                for (field, value) in target.object.fields.iter().zip(&seen.values) {
                    if let (FieldType::Reference(to), Value::Int(id)) = (&field.ty, value) {
                        answer.marks.extend(names(system, targets, to, *id));
                    }
                }
            }
            None => {
                answer.hidden.insert(at);
            }
        }
        let Some(whole) = record(system, target) else { continue };
        for (field, value) in target.object.fields.iter().zip(&whole.values) {
            let name = || format!("{}.{}", target.object.def.name, field.name);
            answer.owner.extend(marks_of(value).into_iter().map(|mark| (mark, name())));
        }
        let touch = scope.view(|v| {
            let mut any =
                v.may(&whole, GENERAL, Action::Delete)? || v.may(&whole, GENERAL, Action::Import)?;
            for group in &target.object.groups {
                any |= v.may(&whole, group, Action::Update)?;
            }
            Ok(any)
        });
        if !touch.unwrap() {
            answer.walled.push(at);
        }
    }
    answer
}

/// The path of a route for a target; nothing where the path names an object that the target is not of.
fn path(route: &Route, target: &Target, id: i64) -> String {
    let text =
        target.object.fields.iter().find(|f| !marks_of(&Value::Text(String::new())).is_empty() || f.search);
    let mut path = route.pattern.replace("{object}", target.object.def.path).replace("{id}", &id.to_string());
    path = path
        .replace("{kind}", target.object.def.kind.name())
        .replace("{field}", text.map_or("number", |f| &f.name));
    while let (Some(from), Some(to)) = (path.find('{'), path.find('}')) {
        path.replace_range(from..=to, &id.to_string());
    }
    path
}

/// Addresses whose places take more than numbers: OData's, and those of programs from another suite, with the record under
/// every name that it has there. Nothing for all others.
fn addresses(route: &Route, catalogue: &[Arc<Object>], target: &Target, id: i64, key: &str) -> Vec<String> {
    let object = &target.object;
    let set: String = object.def.path.split('-').map(capital).collect();
    match route.pattern {
        "/api/odata/v4/{set}" => {
            let questions = ["", "?$search=qz&$count=true", "?$top=3&$skip=1"];
            let mut all: Vec<String> =
                questions.iter().map(|q| format!("/api/odata/v4/{set}{}", q.replace(' ', "%20"))).collect();
            all.extend([
                format!("/api/odata/v4/{set}({id})"),
                format!("/api/odata/v4/{set}?$filter=id%20eq%20{id}"),
            ]);
            all
        }
        "/api/odata/v4/{set}/{part}" => {
            let own = |f: &&Field| matches!(f.ty, FieldType::Reference(_));
            let to = object.fields.iter().filter(own).map(|f| f.name.to_string());
            let mut ways: Vec<String> = to.collect();
            for other in catalogue {
                let here = |f: &&Field| matches!(&f.ty, FieldType::Reference(to) if to == object.def.name);
                let path = other.def.path.replace('-', "_");
                ways.extend(other.fields.iter().filter(here).map(|f| format!("{path}_by_{}", f.name)));
            }
            let mut all: Vec<String> =
                ways.iter().map(|way| format!("/api/odata/v4/{set}({id})/{way}")).collect();
            all.push(format!("/api/odata/v4/{set}/$count?$filter=id%20eq%20{id}"));
            all
        }
        pattern if pattern.starts_with("/api/hub/") => {
            let fits = match object.def.name {
                "Employee" => pattern.contains("/employees"),
                "Position" | "PositionHolder" => pattern.contains("/position"),
                _ => pattern.contains("/libraries") && !object.personal(),
            };
            if !fits {
                return Vec::new();
            }
            let key = talang_http::encode(key);
            let path =
                pattern.replace("{type}", object.def.name).replace("{id}", &key).replace("{code}", &key);
            let logs = "startingFromLogId=0&maxNumberOfLogs=100000";
            vec![if path.ends_with("/logs") { format!("{path}?{logs}") } else { format!("{path}?asOf=all") }]
        }
        _ => Vec::new(),
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether an address is about that record and no other, so that nothing but "not found" may be said of it.
fn is_about(route: &Route, target: &Target, address: &str) -> bool {
    match route.pattern {
        pattern if pattern.starts_with("/api/odata/") => address.contains('('),
        "/api/hub/v2/employees/{id}" | "/api/hub/v3/employees/{id}" => target.object.def.name == "Employee",
        "/api/hub/v2/positions/{code}" | "/api/hub/v3/positions/{code}" => {
            target.object.def.name == "Position"
        }
        pattern => pattern.contains("{object}") && pattern.contains("{id}"),
    }
}

/// Everything that a page of this program could be told about a record, all at once: its number under every name, and fields
/// changed. [`Visitor::ask`] says whose form it is.
fn words(fields: &BTreeSet<&str>, id: i64) -> String {
    let mut form = format!(
        "{CSRF}version=1&confirm=1&yes=1&field=last_name&value=CHANGED&reason=x&date=2026-07-01&q=qz"
    );
    for name in [
        "id",
        "ids",
        "unit",
        "node",
        "parent",
        "to",
        "from",
        "target",
        "person",
        "employee",
        "user",
        "role",
        "list",
        "member",
        "owner",
        "organisation",
        "manager",
        "slice",
        "thread",
        "undo",
        "record",
        "a",
        "b",
        "left",
        "right",
        "skill",
        "job",
        "position",
        "account",
        "provider",
        "client",
        "key",
        "of",
    ] {
        form.push_str(&format!("&{name}={id}"));
    }
    for field in fields {
        form.push_str(&format!("&{field}=CHANGED&f.{field}=CHANGED"));
    }
    form
}

/// Where a form says whose it is.
const CSRF: &str = "_csrf=&";

const FORM: &str = "application/x-www-form-urlencoded";

/// The names of the fields of objects; of their texts alone, which take any word.
fn names_of<'t>(objects: &[&'t Object], texts: bool) -> BTreeSet<&'t str> {
    let all = objects.iter().flat_map(|o| &o.fields);
    all.filter(|f| !texts || matches!(f.ty, FieldType::Line | FieldType::Long)).map(|f| &*f.name).collect()
}

/// A request about targets.
struct Asking {
    about: Vec<usize>,
    path: String,
    kind: &'static str,
    body: String,
}

/// What is asked of a route. Of one address, such as a page's with a number in it, everything is asked at once that the records
/// of that number have to change: which of them it means is the page's question.
fn askings(
    route: &Route,
    (catalogue, targets, keys): (&[Arc<Object>], &[Target], &[String]),
    allowed: &Allowed,
) -> Vec<Asking> {
    let get = route.method == Method::Get;
    let mut out = Vec::new();
    let mut alike: BTreeMap<String, (i64, Vec<usize>)> = BTreeMap::new();
    let mut asked = HashSet::new();
    for (at, target) in targets.iter().enumerate() {
        // About a record that the user may change, changes say nothing.
        if !get && !allowed.walled.contains(&at) {
            continue;
        }
        for id in BTreeSet::from([target.id, target.thread]) {
            let named = addresses(route, catalogue, target, id, &keys[at]);
            if named.is_empty() {
                alike.entry(path(route, target, id)).or_insert((id, Vec::new())).1.push(at);
            }
            for path in named.into_iter().filter(|p| !get || asked.insert(p.clone())) {
                let (kind, body) = match get {
                    true => ("", String::new()),
                    false => ("application/json", json(&[&target.object], route.pattern)),
                };
                out.push(Asking { about: vec![at], path, kind, body });
            }
        }
    }
    for (path, (id, about)) in alike {
        let mut objects: Vec<&Object> = about.iter().map(|at| &*targets[*at].object).collect();
        objects.dedup_by_key(|o| o.def.id);
        let form = |texts: bool| words(&names_of(&objects, texts), id);
        let mut add = |path: String, kind: &'static str, body: String| {
            out.push(Asking { about: about.clone(), path, kind, body });
        };
        match (get, path.starts_with("/api/")) {
            (true, true) => add(path, "", String::new()),
            (false, true) => add(path, "application/json", json(&objects, route.pattern)),
            // With everything that could be asked besides, and without: a page may refuse a question.
            (true, false) => {
                let question = form(false);
                let question = question.split_once("&field").map_or("", |(_, rest)| rest);
                add(path.clone(), "", String::new());
                add(format!("{path}?field{question}"), "", String::new());
            }
            // A form that is told too much may refuse what is no day and no number, so once more with texts alone.
            (false, false) => {
                if objects.len() > 1 {
                    add(path.clone(), FORM, form(true));
                }
                add(path, FORM, form(false));
            }
        }
    }
    out
}

struct Visitor<'a> {
    server: &'a Server,
    login: &'static str,
    cookie: String,
    csrf: String,
}

impl<'a> Visitor<'a> {
    fn new(server: &'a Server, login: &'static str) -> Visitor<'a> {
        let mut visitor = Visitor { server, login, cookie: String::new(), csrf: String::new() };
        visitor.sign_in();
        visitor
    }

    fn sign_in(&mut self) {
        self.cookie = self.server.sign_in_as("acme", self.login);
        self.csrf = self.server.get("acme", "/password", &[("Cookie", &self.cookie)]).csrf();
    }

    /// A request; where the last one ended the session, after signing in again.
    fn ask(&mut self, method: Method, path: &str, kind: &str, body: &str) -> Answer {
        for _ in 0..2 {
            let (cookie, csrf) = (self.cookie.clone(), self.csrf.clone());
            let body = body.replacen(CSRF, &format!("_csrf={csrf}&"), 1);
            let headers = [("Cookie", &*cookie), ("Content-Type", kind), ("x-csrf-token", &*csrf)];
            let answer = self.server.send("acme", method.name(), path, &headers, body.as_bytes());
            let gone =
                answer.status == 401 || answer.header("location").is_some_and(|l| l.starts_with("/sign-in"));
            if !gone {
                return answer;
            }
            self.sign_in();
        }
        panic!("{} stays outside at {path}", self.login);
    }
}

/// What went through a wall: how often, and on which path first.
type Wrong = BTreeMap<String, (usize, String)>;

/// Calls every route about every target; what was wrong.
fn walk(
    visitor: &mut Visitor<'_>,
    routes: &[Route],
    world: (&[Arc<Object>], &[Target], &[String]),
    allowed: &Allowed,
) -> (Wrong, usize, HashSet<String>) {
    let (mut wrong, mut count, mut shown) = (Wrong::new(), 0, HashSet::new());
    for route in routes.iter().filter(|r| !OWN_SESSION.contains(&r.pattern)) {
        for Asking { about, path, kind, body } in askings(route, world, allowed) {
            let answer = visitor.ask(route.method, &path, kind, &body);
            count += 1;
            let hidden = about.iter().all(|at| allowed.hidden.contains(at));
            let mut note = |what: String| {
                let place = format!("{} {} {}", visitor.login, route.method.name(), route.pattern);
                let entry = wrong.entry(format!("{place}: {what}")).or_insert((0, path.clone()));
                entry.0 += 1;
            };
            let found = marks(&answer.body);
            if let Some(mark) = found.iter().find(|m| !allowed.marks.contains(*m)) {
                note(format!("shows a mark of {}", allowed.owner.get(mark).map_or("nothing", |o| o)));
            }
            // OData and the hub must show something to somebody, or their walls were never touched.
            if let Some(door) = ["/api/odata/", "/api/hub/"].iter().find(|d| route.pattern.starts_with(**d))
                && !found.is_empty()
            {
                shown.insert(door.to_string());
            }
            shown.extend(found);
            if answer.status >= 500 {
                note(format!("answers {}", answer.status));
            }
            if path.contains("/$count") && hidden && answer.status == 200 {
                let counted = answer.body.trim_start_matches('\u{feff}');
                if counted != "0" {
                    note(format!("counts {counted} of what is invisible"));
                }
            }
            if is_about(route, &world.1[about[0]], &path) && hidden && !matches!(answer.status, 403 | 404) {
                note(format!("answers {} about what is invisible", answer.status));
            }
        }
    }
    (wrong, count, shown)
}

/// The text fields of records changed, as the interface takes it.
fn json(objects: &[&Object], pattern: &str) -> String {
    if pattern.starts_with("/api/hub/") {
        let body = match pattern {
            p if p.contains("employees") => serde_json::json!({
                "Identity": [{ "lastName": "CHANGED" }], "ContactInfo": [{ "office": "CHANGED" }],
            }),
            p if p.contains("libraries") => serde_json::json!({ "label": "CHANGED" }),
            _ => serde_json::json!({ "title": "CHANGED" }),
        };
        return body.to_string();
    }
    let mut fields = serde_json::Map::new();
    for field in objects.iter().flat_map(|o| &o.fields) {
        use talang_catalogue::FieldType::{Line, Long};
        if matches!(field.ty, Line | Long) && !field.fixed && !field.read_only {
            fields.insert(field.name.to_string(), "CHANGED".into());
        }
    }
    let fields = serde_json::Value::Object(fields);
    match pattern.ends_with("/bulk") {
        true => serde_json::json!([fields]).to_string(),
        false => fields.to_string(),
    }
}

fn run(database: Database) {
    let kit = Kit::new(database, &SETUP);
    let (tenant, targets) = world(&kit);
    let system = kit.system(&tenant);
    let (server, identity) = Server::of(&kit);
    for (login, ..) in USERS {
        let id = system.view(|v| v.resolve("User", login)).unwrap().unwrap();
        identity.set_password(&system, id, login, PASSWORD, false).unwrap();
    }
    let routes = talang_server::modules::routes();
    let catalogue = system.view(|v| Ok(v.catalogue())).unwrap();
    // Under what a program knows a record that does not go by numbers.
    let key = |target: &Target| {
        let first = target.object.key.first().copied().unwrap_or_default();
        let text = record(&system, target).and_then(|r| r.values.get(first)?.as_text().map(str::to_string));
        text.unwrap_or_else(|| target.id.to_string())
    };
    let keys: Vec<String> = targets.iter().map(key).collect();
    let state = |targets: &[Target]| -> BTreeMap<usize, Vec<Value>> {
        targets.iter().enumerate().filter_map(|(at, t)| Some((at, record(&system, t)?.values))).collect()
    };
    let (mut wrong, mut count, mut doors) = (Wrong::new(), 0, BTreeSet::new());
    for (login, ..) in USERS {
        let allowed = allowed(&kit.scope(&tenant, login), &system, &targets);
        let before = state(&targets);
        let mut visitor = Visitor::new(&server, login);
        // Who gives rights may give themselves some: what they could change afterwards says nothing.
        let reads: Vec<Route> = routes.iter().filter(|r| r.method == Method::Get).copied().collect();
        let routes = if login == "adm" { &reads } else { &routes };
        let (found, asked, shown) =
            walk(&mut visitor, routes, (catalogue.objects(), &targets, &keys), &allowed);
        let (may, walled) = (allowed.marks.len(), allowed.walled.len());
        println!("{login}: {asked} requests, {may} marks allowed, {} shown, {walled} walled", shown.len());
        // A walk that sees nothing would prove nothing.
        assert!(may == 0 || shown.len() * 3 > may, "{login} is shown too little to tell");
        doors.extend(shown.into_iter().filter(|word| word.starts_with("/api/")));
        wrong.extend(found);
        count += asked;
        let after = state(&targets);
        for at in &allowed.walled {
            if let Some(target) = targets.get(*at).filter(|_| before.get(at) != after.get(at)) {
                let what = format!("{login} changed {}", target.object.def.name);
                wrong.entry(what).or_insert((0, target.id.to_string())).0 += 1;
            }
        }
    }
    assert_eq!(doors.len(), 2, "of these alone something was shown: {doors:?}");
    let lines: Vec<String> =
        wrong.iter().map(|(what, (times, first))| format!("{what} ({times} times, first {first})")).collect();
    assert!(lines.is_empty(), "of {count} requests some went through a wall:\n{}", lines.join("\n"));
}

// A10, A11, T4: the walls hold on every route.
#[test]
fn swapped_ids_open_nothing_on_sqlite() {
    run(Database::Sqlite);
}

#[test]
fn swapped_ids_open_nothing_on_postgresql() {
    run(Database::Postgres);
}

/// Routes that anybody may call. Each is a decision; what they show is nobody's.
const PUBLIC: &[&str] = &[
    "GET /.well-known/oauth-authorization-server",
    "GET /Pages/Offre/detailoffre.aspx",
    "GET /Pages/Offre/listeoffre.aspx",
    "GET /activate",
    "GET /api/soap/training-content",
    "GET /app",
    "GET /app.webmanifest",
    "GET /candidate-account",
    "GET /careers/{site}",
    "GET /careers/{site}/Pages/Offre/detailoffre.aspx",
    "GET /careers/{site}/Pages/Offre/listeoffre.aspx",
    "GET /careers/{site}/agency",
    "GET /careers/{site}/agency/jobs/{job}",
    "GET /careers/{site}/agency/jobs/{job}/propose",
    "GET /careers/{site}/agency/open",
    "GET /careers/{site}/agency/proposals/{id}",
    "GET /careers/{site}/alerts",
    "GET /careers/{site}/alerts/change",
    "GET /careers/{site}/alerts/confirm",
    "GET /careers/{site}/alerts/stop",
    "GET /careers/{site}/apply",
    "GET /careers/{site}/apply/received",
    "GET /careers/{site}/feed.rss",
    "GET /careers/{site}/feed.xml",
    "GET /careers/{site}/handlers/offerRss.ashx",
    "GET /careers/{site}/jobs",
    "GET /careers/{site}/jobs/{job}",
    "GET /careers/{site}/jobs/{job}/apply",
    "GET /careers/{site}/jobs/{job}/received",
    "GET /careers/{site}/me",
    "GET /careers/{site}/me/confirm",
    "GET /careers/{site}/me/documents/{id}",
    "GET /careers/{site}/me/erase",
    "GET /careers/{site}/me/export.zip",
    "GET /careers/{site}/me/forgotten",
    "GET /careers/{site}/me/keep",
    "GET /careers/{site}/me/new-password",
    "GET /careers/{site}/me/open",
    "GET /careers/{site}/me/password",
    "GET /careers/{site}/me/sign-up",
    "GET /careers/{site}/me/withdraw",
    "GET /careers/{site}/offre-de-emploi/liste-toutes-offres.aspx",
    "GET /careers/{site}/pages/offre/detailoffre.aspx",
    "GET /careers/{site}/pages/offre/listeoffre.aspx",
    "GET /careers/{site}/pages/{page}",
    "GET /careers/{site}/picture/{picture}",
    "GET /careers/{site}/privacy",
    "GET /careers/{site}/recommended",
    "GET /careers/{site}/robots.txt",
    "GET /careers/{site}/site.css",
    "GET /careers/{site}/sitemap.xml",
    "GET /charter.css",
    "GET /charter/logo",
    "GET /cookies",
    "GET /forgotten",
    "GET /handlers/offerRss.ashx",
    "GET /offre-de-emploi/liste-toutes-offres.aspx",
    "GET /pages/offre/detailoffre.aspx",
    "GET /pages/offre/listeoffre.aspx",
    "GET /service-worker.js",
    "GET /sign-in",
    "GET /sso/{code}",
    "GET /sso/{code}/logout",
    "GET /sso/{code}/metadata",
    "GET /sso/{code}/oidc",
    "GET /sso/{code}/oidc/keys",
    "GET /sso/{code}/wsfed",
    "POST /activate",
    "POST /api/oauth/token",
    "POST /api/token",
    "POST /careers/{site}/agency/jobs/{job}/propose",
    "POST /careers/{site}/agency/leave",
    "POST /careers/{site}/agency/link",
    "POST /careers/{site}/agency/proposals/{id}/withdraw",
    "POST /careers/{site}/alerts",
    "POST /careers/{site}/alerts/change",
    "POST /careers/{site}/alerts/confirm",
    "POST /careers/{site}/alerts/stop",
    "POST /careers/{site}/apply",
    "POST /careers/{site}/cv",
    "POST /careers/{site}/jobs/{job}/apply",
    "POST /careers/{site}/me/alerts/{id}/stop",
    "POST /careers/{site}/me/confirm",
    "POST /careers/{site}/me/data",
    "POST /careers/{site}/me/documents",
    "POST /careers/{site}/me/documents/{id}/remove",
    "POST /careers/{site}/me/erase",
    "POST /careers/{site}/me/export",
    "POST /careers/{site}/me/forgotten",
    "POST /careers/{site}/me/keep",
    "POST /careers/{site}/me/leave",
    "POST /careers/{site}/me/link",
    "POST /careers/{site}/me/message",
    "POST /careers/{site}/me/new-password",
    "POST /careers/{site}/me/offers/{id}",
    "POST /careers/{site}/me/password",
    "POST /careers/{site}/me/sessions/end",
    "POST /careers/{site}/me/sign-in",
    "POST /careers/{site}/me/sign-up",
    "POST /careers/{site}/me/strength",
    "POST /careers/{site}/me/times",
    "POST /careers/{site}/me/times/back",
    "POST /careers/{site}/me/withdraw",
    "POST /careers/{site}/recommended",
    "POST /forgotten",
    "POST /language",
    "POST /password/strength",
    "POST /sign-in",
    "POST /sign-in/passkey",
    "POST /sign-in/passkey/ask",
    "POST /sso/{code}/acs",
    "POST /sso/{code}/logout",
    "POST /sso/{code}/oidc/logout",
    "POST /sso/{code}/wsfed",
];

// T4: nobody comes in without an account of this tenant, on no route.
#[test]
fn without_an_account_every_route_is_closed() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = kit.tenant("acme");
    let other = kit.tenant("other");
    kit.user(&other, "eve", None, &["super-administrator"]);
    let (server, identity) = Server::of(&kit);
    let system = kit.system(&other);
    let eve = system.view(|v| v.resolve("User", "eve")).unwrap().unwrap();
    identity.set_password(&system, eve, "eve", PASSWORD, false).unwrap();
    let foreign = server.sign_in_as("other", "eve");
    let mut public = Vec::new();
    for route in talang_server::modules::routes() {
        let call = format!("{} {}", route.method.name(), route.pattern);
        if route.access.is_open() {
            public.push(call);
            continue;
        }
        let path = route
            .pattern
            .replace("{object}", "employees")
            .replace("{kind}", "employees")
            .replace(['{', '}'], "");
        let path = path.replace("/id", "/1");
        let cookie = format!("Cookie: {foreign}");
        for (who, headers) in [
            ("nobody", vec![]),
            ("another tenant's user", vec![("Cookie", cookie.trim_start_matches("Cookie: "))]),
        ] {
            let answer = server.send("acme", route.method.name(), &path, &headers, b"");
            let closed = match path.starts_with("/api/") || route.method != Method::Get {
                true => answer.status == 401,
                false => {
                    answer.status == 303
                        && answer.header("location").is_some_and(|l| l.starts_with("/sign-in"))
                }
            };
            assert!(closed, "{who} at {call}: {} {}", answer.status, answer.body);
        }
    }
    public.sort();
    assert_eq!(public, PUBLIC, "a route that anybody may call is a decision: write it down here");
    drop(tenant);
}
