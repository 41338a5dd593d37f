//! New employees through the whole gate (rights, rules, journal, search), without files: where an import's time goes.

use crate::report::{Report, Target, timed};
use crate::world::{World, employee, raw, save};

pub fn run(rows: usize) -> bool {
    let world = World::new("gate", 10);
    let tenant = world.tenant("acme");
    let scope = world.user(&tenant, "importer", None, &[("*", "*", "read,create,update,import", "all")]);
    let object = scope.view(|v| v.object("Employee")).expect("the object");
    let drafts: Vec<_> = (0..rows).map(|n| employee(&object, n)).collect();
    let other = world.tenant("other");
    let rate = |time: std::time::Duration| rows as f64 / time.as_secs_f64();

    let mut report = Report::new("gate");
    let ((), bare, _) = timed(|| raw(&other, &object, &drafts, "employees.raw", true));
    let ((), indexed, _) = timed(|| raw(&other, &object, &drafts, "employees.employee", false));
    report.figure("raw insert, bare table", rate(bare), "rows/s", None, Target::None);
    report.figure("raw insert, table with its indexes", rate(indexed), "rows/s", None, Target::None);
    for what in ["created through the gate", "unchanged, again"] {
        let ((_, refused), wall, cpu) = timed(|| save(&scope, "Employee", drafts.clone()));
        assert_eq!(refused, 0, "rows that were refused");
        let own = rate(wall);
        report.figure(what, own, "rows/s", Some((own / rate(bare), "raw insert, bare")), Target::None);
        report.figure(
            &format!("{what}: processor"),
            cpu.as_secs_f64() * 1e6 / rows as f64,
            "µs/row",
            None,
            Target::None,
        );
    }
    report.end()
}
