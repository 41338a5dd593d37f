//! Installations and people for measurements: made, never taken.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use talang_catalogue::{Kind, Value};
use talang_engine::{
    Actor, Door, Draft, Installation, Mode, Options, Scope, SystemClock, Tenant, TenantId, jobs,
};
use talang_store::{Conn, P};

/// A throw-away installation as the program makes them, with the standard library, that waits for the disk like a real one.
pub struct World {
    pub installation: Arc<Installation>,
    pub folder: Folder,
}

/// A folder that goes when it is dropped.
pub struct Folder(pub PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// See [`World::workers`].
pub struct Workers {
    stop: Arc<AtomicBool>,
    threads: Vec<std::thread::JoinHandle<()>>,
}

impl Drop for Workers {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

impl World {
    pub fn new(name: &str, open_tenants: usize) -> World {
        let folder = std::env::temp_dir().join(format!("talang-bench-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        let registry = talang_server::modules::registry().expect("modules that fit together");
        let options = Options {
            data: folder.clone(),
            backend: talang_store::Backend::Sqlite,
            durable: true,
            open_tenants,
            keys: None,
        };
        let (seed, version) = (talang_server::library::seed, talang_server::library::version());
        let installation = Installation::open(options, registry, Arc::new(SystemClock), seed, &version)
            .expect("an installation");
        World { installation, folder: Folder(folder) }
    }

    /// Closes the databases and keeps the folder.
    /// Threads that work off what is due, as in the server, until they are dropped.
    pub fn workers(&self) -> Workers {
        let stop = Arc::new(AtomicBool::new(false));
        let start = |_| {
            let (installation, stop) = (self.installation.clone(), stop.clone());
            std::thread::spawn(move || {
                while !stop.load(Ordering::SeqCst) {
                    let ran = jobs::run_due(&installation, &|| stop.load(Ordering::SeqCst));
                    if ran.expect("jobs run") == 0 {
                        std::thread::sleep(Duration::from_millis(400));
                    }
                }
            })
        };
        Workers { threads: (0..2).map(start).collect(), stop }
    }

    pub fn close(self) -> Folder {
        self.folder
    }

    pub fn tenant(&self, id: &str) -> Arc<Tenant> {
        let id = TenantId::parse(id).expect("a name");
        match self.installation.tenant(&id) {
            Ok(tenant) => tenant,
            Err(_) => self.installation.create_tenant(&id, "Bench", "en-GB", "").expect("a tenant"),
        }
    }

    pub fn system(&self, tenant: &Arc<Tenant>) -> Scope {
        Scope::new(&self.installation, tenant, Actor::System, Door::Import)
    }

    /// The account as which command line and scheduler import.
    pub fn operator(&self, tenant: &Arc<Tenant>) -> Scope {
        let login = talang_server::library::OPERATOR;
        let id = self.system(tenant).view(|v| v.resolve("User", login)).expect("read").expect("the account");
        let actor = Actor::User { id, login: login.to_string(), employee: None };
        Scope::new(&self.installation, tenant, actor, Door::CommandLine)
    }

    /// A user with a role of those rights: object, group, actions, extent.
    pub fn user(
        &self,
        tenant: &Arc<Tenant>,
        login: &str,
        employee: Option<&str>,
        rights: &[(&str, &str, &str, &str)],
    ) -> Scope {
        let made = self.system(tenant).change(Kind::Shared, |c| {
            let role = format!("measured-{login}");
            let label = Value::Texts([("en".to_string(), login.to_string())].into_iter().collect());
            c.create("Role", vec![("code", role.as_str().into()), ("label", label)])?;
            for (object, group, actions, extent) in rights {
                let values = vec![
                    ("role", role.as_str().into()),
                    ("object", (*object).into()),
                    ("field_group", (*group).into()),
                    ("actions", (*actions).into()),
                    ("extent", (*extent).into()),
                ];
                c.create("RoleRight", values)?;
            }
            Ok(role)
        });
        let role = made.expect("a role");
        self.account(tenant, login, employee, &[&role])
    }

    /// A user with roles that are there.
    pub fn account(
        &self,
        tenant: &Arc<Tenant>,
        login: &str,
        employee: Option<&str>,
        roles: &[&str],
    ) -> Scope {
        let made = self.system(tenant).change(Kind::Shared, |c| {
            let mut values = vec![("login", login.into())];
            values.extend(employee.map(|e| ("employee", e.into())));
            let user = c.create("User", values)?;
            for role in roles {
                c.create("UserRole", vec![("user", login.into()), ("role", (*role).into())])?;
            }
            let object = c.object("User")?;
            Ok((user.id, c.get(&object, user.id)?.get("employee").as_int()))
        });
        let (id, employee) = made.expect("a user");
        let actor = Actor::User { id, login: login.to_string(), employee };
        Scope::new(&self.installation, tenant, actor, Door::Import)
    }
}

/// The limit of every import: the drafts' cells by one prepared statement in one durable transaction, without rules,
/// rights, journal and search. Into a bare table that is made for it, or into one that is there with its indexes.
pub fn raw(
    tenant: &Arc<Tenant>,
    object: &talang_catalogue::Object,
    drafts: &[Draft],
    table: &str,
    create: bool,
) {
    let Some(first) = drafts.first() else { return };
    let columns: Vec<String> =
        first.values.iter().map(|(i, _)| format!("\"{}\"", object.fields[*i].column)).collect();
    let names: Vec<&str> = columns.iter().map(String::as_str).collect();
    let cell = |value| match value {
        &Value::Int(n) => P::Int(n),
        Value::Text(s) => P::Text(s),
        _ => P::Null,
    };
    let inserted = tenant.db().write(|conn: &mut Conn| {
        if create {
            conn.batch(&format!("CREATE TABLE {table} (id INTEGER PRIMARY KEY, {})", columns.join(", ")))?;
        }
        for chunk in drafts.chunks(10_000) {
            let rows: Vec<Vec<P<'_>>> =
                chunk.iter().map(|d| d.values.iter().map(|(_, v)| cell(v)).collect()).collect();
            conn.insert(table, &names, &rows)?;
        }
        Ok::<_, talang_store::Error>(())
    });
    inserted.expect("raw rows");
}

/// A table, its columns, its rows.
pub type Copied = (String, Vec<String>, Vec<Vec<talang_store::Cell>>);

/// Every row that the gate wrote for the employees of a tenant: records with their sort keys, journal, search words.
pub fn written(tenant: &Arc<Tenant>, object: &talang_catalogue::Object) -> Vec<Copied> {
    let read = tenant.db().read(|conn: &mut Conn| {
        let mut all = Vec::new();
        for (table, condition) in
            [("employee", String::new()), ("journal", format!(" WHERE object = {}", object.def.id))]
        {
            let columns = conn.columns("employees", table)?;
            let list: Vec<String> = columns.iter().map(|c| format!("\"{c}\"")).collect();
            let rows =
                conn.query(&format!("SELECT {} FROM employees.{table}{condition}", list.join(", ")), &[])?;
            all.push((format!("employees.{table}"), list, rows));
        }
        let searched: Vec<String> =
            object.fields.iter().filter(|f| f.def.search).map(|f| format!("\"{}\"", f.column)).collect();
        let rows = conn.query(&format!("SELECT id, {} FROM employees.employee", searched.join(", ")), &[])?;
        let words = rows.iter().map(|row| {
            let mut words = String::new();
            row.iter()
                .skip(1)
                .for_each(|cell| talang_catalogue::culture::push_words(cell.text(), &mut words));
            let id = row.first().map_or(0, talang_store::Cell::int);
            vec![
                talang_store::Cell::Int((i64::from(object.def.id) << 40) + id),
                talang_store::Cell::Text(words),
            ]
        });
        all.push((
            "employees.search".to_string(),
            vec!["rowid".to_string(), "words".to_string()],
            words.collect(),
        ));
        Ok::<_, talang_store::Error>(all)
    });
    read.expect("rows")
}

/// Writes rows as they are, by prepared statements in one durable transaction, into the tables of another tenant.
pub fn rewrite(tenant: &Arc<Tenant>, copied: &[Copied]) {
    let inserted = tenant.db().write(|conn: &mut Conn| {
        for (table, columns, rows) in copied {
            let names: Vec<&str> = columns.iter().map(String::as_str).collect();
            for chunk in rows.chunks(10_000) {
                let rows: Vec<Vec<P<'_>>> = chunk
                    .iter()
                    .map(|row| {
                        let cell = |cell| match cell {
                            &talang_store::Cell::Int(n) => P::Int(n),
                            talang_store::Cell::Text(s) => P::Text(s),
                            talang_store::Cell::Null => P::Null,
                        };
                        row.iter().map(cell).collect()
                    })
                    .collect();
                conn.insert(table, &names, &rows)?;
            }
        }
        Ok::<_, talang_store::Error>(())
    });
    inserted.expect("copied rows");
}

/// Units of the measured organisation.
pub const UNITS: usize = 10_000;

/// A company: so many employees in [`UNITS`] units of ten each below another; the first 5,000 report to employee 0.
pub fn company(system: &Scope, people: usize) {
    let draft = |object: &str, values| {
        system.view(|v| v.object(object)).and_then(|o| Draft::new(&o, values)).expect("fields")
    };
    let object = system.view(|v| v.object("Employee")).expect("the object");
    let (_, refused) = save(system, "Employee", (0..people).map(|n| employee(&object, n)).collect());
    let units = (0..UNITS).map(|n| {
        let name = Value::Texts([("en".to_string(), format!("Unit {n}"))].into_iter().collect());
        let mut values =
            vec![("code", Value::Text(format!("U{n}"))), ("name", name), ("start", new_year(2020))];
        if n > 0 {
            values.push(("parent", Value::Text(format!("U{}", (n - 1) / 10))));
        }
        draft("Organisation", values)
    });
    let (_, refused_units) = save(system, "Organisation", units.collect());
    let slices = (0..people).map(|n| {
        // The first 5,000 report, over ten leaders, to employee 0.
        let manager = match n {
            0 => None,
            1..=10 => Some(0),
            11..=5_000 => Some(1 + n % 10),
            _ => Some(5_001 + n % 100),
        };
        let mut values = vec![
            ("employee", Value::Text(format!("E{n:07}"))),
            ("organisation", Value::Text(format!("U{}", n % UNITS))),
            ("start", new_year(2021)),
        ];
        if let Some(manager) = manager.filter(|m| *m != n && *m < people) {
            values.push(("manager", Value::Text(format!("E{manager:07}"))));
        }
        draft("Assignment", values)
    });
    let (_, refused_slices) = save(system, "Assignment", slices.collect());
    assert_eq!(
        (refused, refused_units, refused_slices),
        (0, 0, 0),
        "people, units, assignments that were refused"
    );
}

/// The first of January of that year.
pub fn new_year(year: i64) -> Value {
    Value::Int((year - 1970) * 365 + (year - 1969) / 4)
}

const FIRST: [&str; 16] = [
    "Aino", "Björn", "Chloé", "Dídac", "Elif", "Fátima", "Gwen", "Håkan", "Inès", "Jürgen", "Kofi", "Linh",
    "María", "Noor", "Øystein", "Priya",
];
const LAST: [&str; 16] = [
    "Åkesson",
    "Bernard",
    "Çelik",
    "Dubois",
    "Eriksson",
    "Fernández",
    "Garcia",
    "Hansen",
    "Ibarra",
    "Jansen",
    "Kowalski",
    "Lefèvre",
    "Müller",
    "Nguyen",
    "Ortiz",
    "Petit",
];

/// The values of an employee of that number, as a file would give them: twelve columns.
pub fn employee(object: &talang_catalogue::Object, n: usize) -> Draft {
    let pick = |list: &[&str; 16], salt: usize| list[(n * 7 + salt + n / 16) % 16].to_string();
    let (first, last) = (pick(&FIRST, 3), format!("{} {}", pick(&LAST, 5), n % 977));
    let day = |base: i64, spread: usize| Value::Int(base + (n * 31 % spread) as i64);
    let values = vec![
        ("number", Value::Text(format!("E{n:07}"))),
        ("first_name", Value::Text(first)),
        ("last_name", Value::Text(last)),
        ("birth_date", day(0, 9_000)),
        ("birth_place", Value::Text("Lyon".into())),
        ("sex", Value::Text(if n % 2 == 0 { "F" } else { "M" }.into())),
        ("nationality", Value::Text("FR".into())),
        ("culture", Value::Text("fr-FR".into())),
        ("work_email", Value::Text(format!("e{n}@bench.example"))),
        ("hire_date", day(12_000, 7_000)),
        ("status", Value::Text("active".into())),
        ("payroll_number", Value::Text(format!("P{n}"))),
    ];
    Draft::new(object, values).expect("fields that exist")
}

/// Saves drafts in transactions of a thousand, as imports do.
pub fn save(scope: &Scope, object: &str, drafts: Vec<Draft>) -> (Duration, usize) {
    let begin = Instant::now();
    let mut refused = 0;
    let mut rest = drafts;
    while !rest.is_empty() {
        let later = rest.split_off(rest.len().min(1_000));
        let now = std::mem::replace(&mut rest, later);
        let kind = scope.view(|v| Ok(v.object(object)?.def.kind)).expect("the object");
        let answers = scope.change(kind, |c| {
            let object = c.object(object)?;
            c.as_program(|c| c.save_all(&object, Mode::Upsert, now))
        });
        for answer in answers.expect("a batch") {
            if let Err(faults) = answer {
                refused += 1;
                if refused == 1 {
                    eprintln!("refused: {faults:?}");
                }
            }
        }
    }
    (begin.elapsed(), refused)
}

/// The median and the 99th percentile of so many runs, in milliseconds.
pub fn percentiles(runs: usize, mut work: impl FnMut(usize)) -> (f64, f64) {
    let mut times: Vec<f64> = (0..runs)
        .map(|i| {
            let begin = Instant::now();
            work(i);
            begin.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    (times[runs / 2], times[runs * 99 / 100])
}
