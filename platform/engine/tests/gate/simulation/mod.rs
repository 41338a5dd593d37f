//! A seeded simulation: several users do whatever comes to their minds, the program crashes at commits, the clock jumps;
//! after every step the data must be whole, the journal must add up to it, and everybody must see exactly whom a simple
//! model says that they see (I5, I7, A10, A11).
//!
//! `TALANG_SEEDS=200 TALANG_STEPS=500` runs more seeds and longer ones, `TALANG_SEED=7` runs one.

mod model;

use std::collections::{BTreeSet, HashMap};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;

use talang_catalogue::{Fault, Kind, Value};
use talang_engine::idempotency::KeptReply;
use talang_engine::{
    Change, Door, Draft, Error, Installation, ManualClock, Mode, Options, Query, Registry, Result, Scope,
    Tenant,
};
use talang_store::Backend;
use talang_testkit::{Database, Kit};

use crate::{SETUP, company, make};
use model::{Model, Replay, Rows, Rule};

/// Numbers that come from a seed alone (SplitMix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(bound.max(1)).unwrap_or(1)).unwrap_or_default()
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

const USERS: [&str; 5] = ["root", "list", "boss", "ann", "cid"];
const ROLES: [&str; 4] = ["everything", "by-list", "team", "own"];
const UNITS: [&str; 6] = ["EU", "SALES", "OPS", "NORTH", "LAB", "SHOP"];
const NUMBERS: [&str; 14] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14"];
const NAMES: [&str; 8] = ["Ård", "Öst", "Zorn", "Dupont", "Dupré", "de Vries", "Müller-Lang", "Nuñez"];
const LISTS: [&str; 3] = ["A", "B", "C"];
const EXTRA: [&str; 3] = ["badge", "locker", "shirt"];

struct World<'k> {
    kit: &'k Kit,
    tenant: Arc<Tenant>,
    dice: Dice,
    rules: HashMap<String, Rule>,
    replay: Replay,
    rows: Rows,
    /// Changes that went through, and that were refused.
    counts: [usize; 2],
    keys: usize,
}

fn undone() -> Error {
    Fault::new("request.invalid").with("detail", "undone on purpose").into()
}

/// How a piece of work ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Commit,
    /// The work itself gives up after everything was written.
    GivesUp,
    /// A dry run.
    Dry,
    /// A panic in the middle.
    Panics,
    /// The machine stops: what a copy of the disk shows then is what was there before.
    PowerFails,
    /// The database server throws the connection out.
    Disconnected,
}

impl<'k> World<'k> {
    fn new(kit: &'k Kit, seed: u64) -> World<'k> {
        let (tenant, system) = company(kit);
        let all = "read, create, update, delete, import, export";
        kit.role(&tenant, "everything", &[("*", "*", all, "all")]);
        kit.role(
            &tenant,
            "by-list",
            &[
                ("Employee", "*", all, "lists"),
                ("Assignment", "*", all, "lists"),
                ("Organisation", "*", "read", "all"),
            ],
        );
        kit.role(
            &tenant,
            "team",
            &[
                ("Employee", "general", "read, update", "team"),
                ("Assignment", "*", "read, create, update", "team"),
                ("Organisation", "*", "read", "all"),
            ],
        );
        kit.role(
            &tenant,
            "own",
            &[("Employee", "*", "read", "self"), ("Employee", "general", "update", "self")],
        );
        for (login, employee, roles) in [
            ("root", None, &["everything"][..]),
            ("list", Some("3"), &["by-list"]),
            ("boss", Some("1"), &["team", "own"]),
            ("ann", Some("2"), &["team", "own"]),
            ("cid", Some("4"), &["own"]),
        ] {
            kit.user(&tenant, login, employee, roles);
        }
        make(&system, Kind::Employees, "AccreditationList", &[("code", "A"), ("label", "A")]);
        make(&system, Kind::Employees, "ListOwner", &[("list", "A"), ("employee", "3")]);
        make(&system, Kind::Employees, "ListMember", &[("list", "A"), ("employee", "4")]);
        let catalogue = model::catalogue(&system);
        let rows = Rows::read(&tenant, &catalogue);
        let mut replay = Replay::default();
        replay.follow(&tenant);
        World { kit, tenant, dice: Dice(seed), rules: HashMap::new(), replay, rows, counts: [0; 2], keys: 0 }
    }

    fn scope(&self, login: &str) -> Scope {
        self.kit.scope(&self.tenant, login)
    }

    fn system(&self) -> Scope {
        self.kit.system(&self.tenant)
    }

    fn today(&self) -> i64 {
        talang_catalogue::value::days_of_date(self.kit.today())
    }

    fn restart(&mut self) {
        self.kit.restart();
        self.tenant = self.kit.tenant("acme");
    }

    /// Row number of any record of an object: mostly one that is there.
    fn any(&mut self, object: &'static str) -> i64 {
        let ids: Vec<i64> = self.rows.of(object).map(|r| r.id).collect();
        if ids.is_empty() || self.dice.one_in(20) { 987_654 } else { *self.dice.pick(&ids) }
    }

    fn day(&mut self) -> Value {
        Value::Int(self.today() + i64::try_from(self.dice.below(60)).unwrap_or(0) - 30)
    }

    fn unit(&mut self) -> Value {
        (*self.dice.pick(&UNITS)).into()
    }

    fn number(&mut self) -> Value {
        (*self.dice.pick(&NUMBERS)).into()
    }

    fn rule(&mut self, deep: usize) -> Rule {
        let (unit, number) = (self.dice.pick(&UNITS).to_string(), self.dice.pick(&NUMBERS).to_string());
        match self.dice.below(if deep == 0 { 5 } else { 8 }) {
            0 => Rule::Under(unit),
            1 => Rule::Is(unit),
            2 => Rule::Managed(number),
            3 => Rule::ManagedBelow(number),
            4 => Rule::Nowhere,
            5 => Rule::Not(Box::new(self.rule(deep - 1))),
            6 => Rule::And(Box::new(self.rule(deep - 1)), Box::new(self.rule(deep - 1))),
            _ => Rule::Or(Box::new(self.rule(deep - 1)), Box::new(self.rule(deep - 1))),
        }
    }

    /// Values for a record of an object; names first.
    fn values(&mut self, object: &'static str) -> Vec<(&'static str, Value)> {
        let mut values = Vec::new();
        match object {
            "Employee" => {
                values.push(("number", self.number()));
                values.push(("first_name", (*self.dice.pick(&NAMES)).into()));
                values.push(("last_name", (*self.dice.pick(&NAMES)).into()));
                if self.dice.one_in(3) {
                    values
                        .push(("work_email", format!("p{}@example.org", self.dice.below(6)).as_str().into()));
                }
                if self.dice.one_in(3) {
                    values
                        .push(("birth_date", Value::Int(i64::try_from(self.dice.below(5000)).unwrap_or(0))));
                }
                if self.dice.one_in(6) {
                    values.push(("status", "no such status".into()));
                }
            }
            "Assignment" => {
                values.push(("employee", self.number()));
                values.push(("start", self.day()));
                if self.dice.one_in(3) {
                    values.push(("end", self.day()));
                }
                if !self.dice.one_in(4) {
                    values.push(("organisation", self.unit()));
                }
                if self.dice.one_in(2) {
                    values.push(("manager", self.number()));
                }
            }
            _ => {
                let code = *self.dice.pick(&UNITS);
                values.push(("code", code.into()));
                values.push(("start", self.day()));
                values.push(("name", texts(code)));
                if self.dice.one_in(3) {
                    values.push(("end", self.day()));
                }
                if self.dice.one_in(2) {
                    values.push(("parent", self.unit()));
                }
            }
        }
        values
    }

    /// Does a piece of work as somebody and lets it end somehow; whatever does not commit must leave nothing.
    fn work(
        &mut self,
        scope: &Scope,
        kind: Kind,
        end: End,
        work: impl Fn(&mut Change<'_>) -> Result<()>,
    ) -> bool {
        let (before, catalogue) = (self.rows.clone(), model::catalogue(&self.system()));
        let (kit, tenant) = (self.kit, self.tenant.clone());
        let answer = catch_unwind(AssertUnwindSafe(|| {
            scope.change(kind, |change| {
                if end == End::Dry {
                    change.dry_run();
                }
                let result = work(change);
                match end {
                    End::Commit | End::Dry => result,
                    End::GivesUp => Err(undone()),
                    End::Panics => resume_unwind(Box::new("a crash")),
                    End::PowerFails => {
                        assert!(copy_of(kit, &catalogue) == before, "a copy of the disk shows half a change");
                        Err(undone())
                    }
                    End::Disconnected => {
                        let out: talang_store::Result<()> = tenant.db().read(|conn| {
                            conn.query(
                                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                                 WHERE datname = current_database() AND pid <> pg_backend_pid()",
                                &[],
                            )?;
                            Ok(())
                        });
                        out.expect("somebody who throws others out");
                        result
                    }
                }
            })
        }));
        let done = matches!(answer, Ok(Ok(())));
        if end != End::Commit {
            assert!(end == End::Dry || !done, "{end:?} and yet it is done");
            if matches!(end, End::Panics | End::PowerFails) && self.dice.one_in(2) {
                self.restart();
            }
        }
        if !done || end == End::Dry {
            let now = Rows::read(&self.tenant, &model::catalogue(&self.system()));
            assert!(now == before, "{end:?}, and something stayed: {answer:?}");
        }
        self.counts[usize::from(!done)] += 1;
        done && end == End::Commit
    }

    fn end(&mut self) -> End {
        match self.dice.below(30) {
            0 => End::GivesUp,
            1 => End::Dry,
            2 => End::Panics,
            3 if self.kit.database() == Database::Sqlite => End::PowerFails,
            3 => End::Disconnected,
            _ => End::Commit,
        }
    }

    fn step(&mut self) -> String {
        let login = *self.dice.pick(&USERS);
        let login = if self.dice.one_in(2) { "root" } else { login };
        let mut scope = self.scope(login);
        scope.door = *self.dice.pick(&[Door::Screen, Door::Rest, Door::Import]);
        let end = self.end();
        let object = *self.dice.pick(&[
            "Employee",
            "Employee",
            "Assignment",
            "Assignment",
            "Assignment",
            "Organisation",
        ]);
        let said = match self.dice.below(22) {
            0..=4 => {
                let values = self.values(object);
                let said = format!("{login} makes {object} {values:?}");
                let done =
                    self.work(&scope, Kind::Employees, end, |c| c.create(object, values.clone()).map(|_| ()));
                format!("{said}: {done}")
            }
            5..=8 => {
                let id = self.any(object);
                let mut values = self.values(object);
                // The key may only be repeated, and half of the time only some fields are named.
                values.remove(0);
                let few = self.dice.below(values.len()) + 1;
                values.truncate(few);
                let allowed = self.allowed(login, object, "update", id);
                let done = self
                    .work(&scope, Kind::Employees, end, |c| c.update(object, id, values.clone()).map(|_| ()));
                assert!(!done || allowed, "{login} changed {object} {id}");
                format!("{login} changes {object} {id} {values:?}: {done}")
            }
            9..=10 => {
                let id = self.any(object);
                let allowed = self.allowed(login, object, "delete", id);
                let done = self.work(&scope, Kind::Employees, end, |c| {
                    let object = c.object(object)?;
                    c.delete(&object, id, None)
                });
                assert!(!done || allowed, "{login} deleted {object} {id}");
                format!("{login} deletes {object} {id}: {done}")
            }
            11..=12 => self.batch(&scope, object, end),
            13 => self.extra_field(end),
            14..=15 => self.role(end),
            16..=18 => self.list(end),
            19 => self.twice(&scope, object),
            20 => {
                let hours = i64::try_from(self.dice.below(24 * 40)).unwrap_or(0) - 48;
                self.kit.clock().advance(hours * 3_600_000_000);
                format!("the clock jumps by {hours} hours to {}", self.kit.today())
            }
            _ => {
                self.restart();
                "restart".to_string()
            }
        };
        format!("{end:?}: {said}")
    }

    /// By the model: whether a user may do that with an employee. Other objects have no model of their own.
    fn allowed(&self, login: &str, object: &str, action: &str, id: i64) -> bool {
        if object != "Employee" {
            return true;
        }
        let model = Model::new(&self.rows, self.today(), &self.rules, &self.replay.makers);
        model.may(login, "general", "read", id)
            && (model.may(login, "general", action, id) || model.may(login, "private", action, id))
    }

    /// Many at once, as a file brings them: what is refused stops no other, and what repeats writes nothing.
    fn batch(&mut self, scope: &Scope, object: &'static str, end: End) -> String {
        let mut scope = scope.clone();
        scope.door = Door::Import;
        let count = self.dice.below(12) + 1;
        let lines: Vec<_> = (0..count).map(|_| self.values(object)).collect();
        let mode = if self.dice.one_in(3) { Mode::Insert } else { Mode::Upsert };
        let run = |c: &mut Change<'_>| {
            let object = c.object(object)?;
            let drafts = lines.iter().map(|l| Draft::new(&object, l.clone())).collect::<Result<Vec<_>>>()?;
            c.save_all(&object, mode, drafts).map(|_| ())
        };
        let done = self.work(&scope, Kind::Employees, end, run);
        format!("{} imports {count} of {object} as {mode:?}: {done} {lines:?}", scope.actor.id().unwrap_or(0))
    }

    /// The same request twice under one key: done once, answered twice.
    fn twice(&mut self, scope: &Scope, object: &'static str) -> String {
        let values = self.values(object);
        self.keys += 1;
        let key = format!("key-{}", self.keys);
        let request = || {
            scope.change_once(Kind::Employees, &key, &[object.as_bytes()], |c| {
                let saved = c.create(object, values.clone())?;
                Ok(KeptReply { status: 201, response: saved.id.to_string() })
            })
        };
        let first = request();
        let catalogue = model::catalogue(&self.system());
        let rows = Rows::read(&self.tenant, &catalogue);
        let second = request();
        assert!(Rows::read(&self.tenant, &catalogue) == rows, "a repeated request did something");
        assert_eq!(first.is_ok(), second.is_ok());
        if let (Ok(first), Ok(second)) = (&first, &second) {
            assert_eq!(first, second);
        }
        format!("a request for {object} comes twice: {}", first.is_ok())
    }

    fn extra_field(&mut self, end: End) -> String {
        let code = *self.dice.pick(&EXTRA);
        let scope = self.scope("root");
        let known = self.rows.of("ExtraField").find(|r| r.get("code").as_text() == Some(code)).map(|r| r.id);
        match known {
            Some(id) if self.dice.one_in(3) => {
                let done = self.work(&scope, Kind::Shared, end, |c| {
                    let object = c.object("ExtraField")?;
                    c.delete(&object, id, None)
                });
                format!("the field {code} goes: {done}")
            }
            Some(_) => {
                let (id, value) = (self.any("Employee"), self.dice.below(100));
                let value = Value::Int(i64::try_from(value).unwrap_or(0));
                let done = self.work(&scope, Kind::Employees, end, |c| {
                    c.update("Employee", id, vec![(code, value.clone())]).map(|_| ())
                });
                format!("{code} of {id} becomes {value:?}: {done}")
            }
            None => {
                let done = self.work(&scope, Kind::Shared, end, |c| {
                    let values = vec![
                        ("object", "Employee".into()),
                        ("code", code.into()),
                        ("field_type", "integer".into()),
                        ("label", texts(code)),
                        ("privacy_class", "work".into()),
                    ];
                    c.create("ExtraField", values).map(|_| ())
                });
                format!("the field {code} comes: {done}")
            }
        }
    }

    fn role(&mut self, end: End) -> String {
        let scope = self.system();
        // Root stays root: somebody must be able to go on.
        let login = *self.dice.pick(&USERS[1..]);
        let role = *self.dice.pick(&ROLES[1..]);
        let pair = format!("{login}|{role}");
        let given = self.system().view(|v| v.resolve("UserRole", &pair)).expect("read");
        let done = match given {
            Some(id) => self.work(&scope, Kind::Shared, end, |c| {
                let object = c.object("UserRole")?;
                c.delete(&object, id, None)
            }),
            None => self.work(&scope, Kind::Shared, end, |c| {
                c.create("UserRole", vec![("user", login.into()), ("role", role.into())]).map(|_| ())
            }),
        };
        if self.dice.one_in(4) {
            let id = self.system().view(|v| v.resolve("Role", role)).expect("read").expect("a role");
            let active = Value::from(!self.dice.one_in(3));
            self.note();
            self.work(&scope, Kind::Shared, End::Commit, |c| {
                c.update("Role", id, vec![("active", active.clone())]).map(|_| ())
            });
        }
        format!("the role {role} of {login} is {}: {done}", if given.is_some() { "taken" } else { "given" })
    }

    fn list(&mut self, end: End) -> String {
        let scope = self.system();
        let code = *self.dice.pick(&LISTS);
        let known =
            self.rows.of("AccreditationList").find(|r| r.get("code").as_text() == Some(code)).map(|r| r.id);
        let rule = self.rule(2);
        let text = rule.text();
        self.rules.insert(text.clone(), rule);
        let Some(list) = known else {
            let done = self.work(&scope, Kind::Employees, end, |c| {
                let values =
                    vec![("code", code.into()), ("label", texts(code)), ("rule", text.as_str().into())];
                c.create("AccreditationList", values).map(|_| ())
            });
            return format!("the list {code} with {text:?}: {done}");
        };
        match self.dice.below(5) {
            0 | 1 => {
                let done = self.work(&scope, Kind::Employees, end, |c| {
                    c.update("AccreditationList", list, vec![("rule", text.as_str().into())]).map(|_| ())
                });
                format!("the list {code} gets {text:?}: {done}")
            }
            2 => {
                let active = Value::from(!self.dice.one_in(3));
                let done = self.work(&scope, Kind::Employees, end, |c| {
                    c.update("AccreditationList", list, vec![("active", active.clone())]).map(|_| ())
                });
                format!("the list {code} is active {active:?}: {done}")
            }
            which => {
                let object = if which == 3 { "ListOwner" } else { "ListMember" };
                let number = *self.dice.pick(&NUMBERS);
                let there =
                    self.system().view(|v| v.resolve(object, &format!("{code}|{number}"))).expect("read");
                let done = self.work(&scope, Kind::Employees, end, |c| match there {
                    Some(id) => {
                        let object = c.object(object)?;
                        c.delete(&object, id, None)
                    }
                    None => {
                        c.create(object, vec![("list", code.into()), ("employee", number.into())]).map(|_| ())
                    }
                });
                format!("{object} {code} {number}, there before: {there:?}: {done}")
            }
        }
    }

    /// Reads the rows anew.
    fn note(&mut self) {
        self.rows = Rows::read(&self.tenant, &model::catalogue(&self.system()));
    }

    fn check(&mut self) {
        self.note();
        let catalogue = model::catalogue(&self.system());
        model::check_rows(&self.rows, &catalogue);
        self.replay.follow(&self.tenant);
        self.replay.check(&self.rows, &catalogue);
        self.check_search();
        for login in USERS {
            self.check_sight(login);
        }
    }

    fn check_search(&mut self) {
        let word = talang_catalogue::culture::words(*self.dice.pick(&NAMES)).swap_remove(0);
        let beginning: String = word.chars().take(2).collect();
        let found: BTreeSet<i64> = self
            .system()
            .view(|view| {
                let object = view.object("Employee")?;
                Ok(view.search(&object, &beginning, 0)?.records.iter().map(|r| r.id).collect())
            })
            .expect("a search");
        assert_eq!(found, model::found_by_word(&self.rows, &beginning), "searching {beginning:?}");
    }

    /// What a user sees through every way of looking is what the model says.
    fn check_sight(&self, login: &str) {
        let model = Model::new(&self.rows, self.today(), &self.rules, &self.replay.makers);
        let sees = |group: &str, id: i64| {
            model.may(login, "general", "read", id) && model.may(login, group, "read", id)
        };
        let all: Vec<i64> = self.rows.of("Employee").map(|r| r.id).collect();
        let expected: BTreeSet<i64> = all.iter().copied().filter(|id| sees("general", *id)).collect();
        self.scope(login)
            .view(|view| {
                let object = view.object("Employee")?;
                let page = view.list(&object, &Query { count: true, ..Query::default() })?;
                let listed: BTreeSet<i64> = page.records.iter().map(|r| r.id).collect();
                assert_eq!(listed, expected, "{login} lists");
                assert_eq!(page.total, Some(i64::try_from(expected.len()).unwrap_or(0)), "{login} counts");
                let birth = object.field("birth_date").expect("a field").index;
                for record in &page.records {
                    assert_eq!(
                        !record.is_hidden(birth),
                        sees("private", record.id),
                        "{login}, birth of {}",
                        record.id
                    );
                }
                for id in &all {
                    assert_eq!(view.get(&object, *id).is_ok(), expected.contains(id), "{login} gets {id}");
                }
                // A total that followed the changes is that of a list made anew.
                for (of, text) in [
                    ("Employee", "status is active"),
                    ("Employee", "assignment.organisation is empty"),
                    ("Employee", "not (assignment.organisation is empty) and last_name >= m"),
                    ("Assignment", "employee.status is active"),
                ] {
                    let object = view.object(of)?;
                    let filter = Some(talang_engine::Filter::parse(&view.catalogue(), &object, text)?);
                    let page = view.list(&object, &Query { count: true, filter, ..Query::default() })?;
                    let listed = i64::try_from(page.records.len()).ok();
                    assert_eq!(page.total, listed, "{login} counts {of} where {text}");
                }
                Ok(())
            })
            .expect("a view");
    }
}

fn texts(text: &str) -> Value {
    Value::Texts([("en".to_string(), text.to_string())].into_iter().collect())
}

/// What an installation on a copy of the data folder shows, as after a power failure.
fn copy_of(kit: &Kit, catalogue: &talang_catalogue::Catalogue) -> Rows {
    let target = kit.data().with_extension("copy");
    let _ = std::fs::remove_dir_all(&target);
    copy_tree(kit.data(), &target);
    let registry = Registry::new((SETUP.modules)()).expect("a registry");
    let options = Options {
        data: target.clone(),
        backend: Backend::Sqlite,
        durable: false,
        open_tenants: 5,
        keys: None,
    };
    let clock = Arc::new(ManualClock::at(kit.today()));
    let installation =
        Installation::open(options, registry, clock, SETUP.seed, SETUP.seed_version).expect("the copy opens");
    let tenant =
        installation.tenant(&talang_engine::TenantId::parse("acme").expect("a name")).expect("the tenant");
    let rows = Rows::read(&tenant, catalogue);
    drop((tenant, installation));
    let _ = std::fs::remove_dir_all(&target);
    rows
}

fn copy_tree(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy_tree(&entry.path(), &target);
        } else if !entry.file_name().to_string_lossy().ends_with("-shm") {
            // The index of the log lives in memory and is gone after a power failure.
            std::fs::copy(entry.path(), &target).expect("a copy");
        }
    }
}

fn from_env(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

fn simulate(database: Database) {
    let steps = from_env("TALANG_STEPS").unwrap_or(120);
    let seeds = match from_env("TALANG_SEED") {
        Some(seed) => seed..seed + 1,
        None => 1..from_env("TALANG_SEEDS").unwrap_or(3) + 1,
    };
    for seed in seeds {
        let kit = Kit::new(database, &SETUP);
        let mut world = World::new(&kit, seed);
        let mut said = Vec::new();
        for step in 0..steps {
            let one = catch_unwind(AssertUnwindSafe(|| {
                let what = world.step();
                said.push(format!("{step}. {what}"));
                world.check();
            }));
            if let Err(panic) = one {
                let last = said.len().saturating_sub(12);
                println!(
                    "seed {seed} on {database:?}, step {step} (TALANG_SEED={seed} repeats it):\n{}",
                    said[last..].join("\n")
                );
                resume_unwind(panic);
            }
        }
        println!("seed {seed}: {} changes, {} refused or undone", world.counts[0], world.counts[1]);
        assert!(
            world.counts[0] * 5 > usize::try_from(steps).unwrap_or(0),
            "too little went through to prove anything"
        );
    }
}

#[test]
fn whatever_happens_the_data_stay_whole_on_sqlite() {
    simulate(Database::Sqlite);
}

#[test]
fn whatever_happens_the_data_stay_whole_on_postgresql() {
    simulate(Database::Postgres);
}
