//! Installations and people for measurements: made, never taken.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use talang_catalogue::{Kind, Value};
use talang_engine::{
    Actor, Door, Draft, Installation, Mode, Options, Registry, Scope, SystemClock, Tenant, TenantId,
};

/// A throw-away installation that waits for the disk like a real one.
pub struct World {
    pub installation: Arc<Installation>,
    folder: PathBuf,
}

impl World {
    pub fn new(name: &str, open_tenants: usize) -> World {
        let folder = std::env::temp_dir().join(format!("talang-bench-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        let registry = Registry::new(vec![talang_core_hr::module()]).expect("modules that fit together");
        let options = Options {
            data: folder.clone(),
            backend: talang_store::Backend::Sqlite,
            durable: true,
            open_tenants,
        };
        let installation =
            Installation::open(options, registry, Arc::new(SystemClock), |_, _| Ok(()), "bench")
                .expect("an installation");
        World { installation, folder }
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

    /// A user with a role of those rights.
    pub fn user(
        &self,
        tenant: &Arc<Tenant>,
        login: &str,
        employee: Option<&str>,
        rights: &[(&str, &str, &str, &str)],
    ) -> Scope {
        let made = self.system(tenant).change(Kind::Shared, |c| {
            let label = Value::Texts([("en".to_string(), login.to_string())].into_iter().collect());
            c.create("Role", vec![("code", login.into()), ("label", label)])?;
            for (object, group, actions, extent) in rights {
                let values = vec![
                    ("role", login.into()),
                    ("object", (*object).into()),
                    ("field_group", (*group).into()),
                    ("actions", (*actions).into()),
                    ("extent", (*extent).into()),
                ];
                c.create("RoleRight", values)?;
            }
            let mut values = vec![("login", login.into())];
            values.extend(employee.map(|e| ("employee", e.into())));
            let user = c.create("User", values)?;
            c.create("UserRole", vec![("user", login.into()), ("role", login.into())])?;
            let object = c.object("User")?;
            Ok((user.id, c.get(&object, user.id)?.get("employee").as_int()))
        });
        let (id, employee) = made.expect("a user");
        let actor = Actor::User { id, login: login.to_string(), employee };
        Scope::new(&self.installation, tenant, actor, Door::Import)
    }
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
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
        let answers = scope.change(Kind::Employees, |c| {
            let object = c.object(object)?;
            c.save_all(&object, Mode::Upsert, now)
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
