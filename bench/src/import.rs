//! Employees as a CSV file through the importer and the whole gate, as a user; the same file again; and peak memory.

use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use talang_catalogue::{Culture, Kind, Object, Value, types};
use talang_engine::Scope;
use talang_interchange::csv::{Counts, ImportOptions, import_file};

use crate::report::{Report, Target, forget_peak, memory, timed};
use crate::world::{World, employee, raw, rewrite, written};

/// The name of the measured file: its type, mode, culture and order (I4).
const FILE: &str = "Employee_InsertAndUpdate_en-GB_10_.csv";

/// Rows per second for new employees, and for the same file again.
pub fn run(rows: usize) -> bool {
    let world = World::new("import", 10);
    let tenant = world.tenant("acme");
    let scope = importer(&world, &tenant);
    let object = scope.view(|v| v.object("Employee")).expect("the object");
    let file = write_file(&world.folder.0, &object, rows);
    let drafts: Vec<_> = (0..rows).map(|n| employee(&object, n)).collect();
    let other = world.tenant("other");
    let rate = |time: std::time::Duration| rows as f64 / time.as_secs_f64();

    let mut report = Report::new("import");
    let ((), bare, bare_cpu) = timed(|| raw(&other, &object, &drafts, "employees.raw", true));
    let ((), indexed, indexed_cpu) = timed(|| raw(&other, &object, &drafts, "employees.employee", false));
    drop(drafts);
    report.figure("raw insert, bare table", rate(bare), "rows/s", None, Target::None);
    report.figure("raw insert, table with its indexes", rate(indexed), "rows/s", None, Target::None);
    let (created, wall, cpu) = timed(|| import(&scope, &file));
    assert_eq!(created.created as usize, rows, "every line is a new employee: {created:?}");
    let new = rate(wall);
    report.figure("new employees", new, "rows/s", None, Target::AtLeast(20_000.0));
    let share = new / rate(bare);
    report.figure(
        "new employees, share of a raw insert",
        share,
        "",
        Some((share, "raw insert, bare table")),
        Target::AtLeast(0.2),
    );
    let share = new / rate(indexed);
    report.figure(
        "the same, with indexes",
        share,
        "",
        Some((share, "raw insert, with indexes")),
        Target::AtLeast(0.2),
    );
    // What must be written in any case: the journal's rows and the search words belong to it.
    let third = world.tenant("third");
    let copied = written(&tenant, &object);
    let ((), whole, whole_cpu) = timed(|| rewrite(&third, &copied));
    drop(copied);
    report.figure("raw insert, all that the gate writes", rate(whole), "rows/s", None, Target::None);
    let share = new / rate(whole);
    report.figure(
        "the same, with all that it writes",
        share,
        "",
        Some((share, "raw insert of all rows")),
        Target::AtLeast(0.2),
    );
    let whole_cpu = whole_cpu.as_secs_f64() * 1e6 / rows as f64;
    report.figure("processor: raw insert, all rows", whole_cpu, "µs/row", None, Target::None);
    let (again, wall, cpu_again) = timed(|| import(&scope, &file));
    assert_eq!(again.unchanged as usize, rows, "every line is unchanged: {again:?}");
    let same = rate(wall);
    report.figure(
        "the same file again",
        same,
        "rows/s",
        Some((same / new, "new employees")),
        Target::AtLeast(new),
    );
    let micro = |time: std::time::Duration| time.as_secs_f64() * 1e6 / rows as f64;
    let (bare, indexed) = (micro(bare_cpu), micro(indexed_cpu));
    report.figure("processor: raw insert, bare table", bare, "µs/row", None, Target::None);
    report.figure("processor: raw insert, with indexes", indexed, "µs/row", None, Target::None);
    report.figure(
        "processor: new employees",
        micro(cpu),
        "µs/row",
        Some((micro(cpu) / bare, "raw insert, bare table")),
        Target::None,
    );
    report.figure(
        "processor: the same file again",
        micro(cpu_again),
        "µs/row",
        Some((micro(cpu_again) / bare, "raw insert, bare table")),
        Target::None,
    );
    report.end()
}

/// Applications as a CSV file, against the candidates whose they are: rules that look at other records and write what happened
/// must not make a line much dearer.
pub fn applications(rows: usize) -> bool {
    let world = World::new("applications", 10);
    let tenant = world.tenant("acme");
    let on = vec![("code", Value::Text("recruiting".to_string())), ("on", Value::Int(1))];
    world.system(&tenant).change(Kind::Shared, |c| c.create("FeatureSwitch", on)).expect("switched on");
    let scope = importer(&world, &tenant);
    let file = |name: &str, heads: &str, line: &dyn Fn(usize) -> String, rows: usize| {
        let mut text = format!("{heads}\n");
        (0..rows).for_each(|n| text.push_str(&line(n)));
        let path = world.folder.0.join(name);
        std::fs::write(&path, text).expect("written");
        (path, name.to_string())
    };
    let take = |(path, name): (PathBuf, String)| {
        let options = ImportOptions { dry_run: false, adapted: None, folder: None, progress: &mut |_| {} };
        let report = import_file(&scope, &path, &name, options).expect("an import");
        assert_eq!(report.counts.rejected, 0, "{:?}", report.faults);
        report.counts.created as usize
    };
    let vacancies = 200;
    take(file(
        "Vacancy_InsertAndUpdate_en-GB_10_.csv",
        "code,title.en,state",
        &|n| format!("V{n:05},Vacancy {n},open\n"),
        vacancies,
    ));
    let candidates = file(
        "Candidate_InsertAndUpdate_en-GB_20_.csv",
        "number,first_name,last_name,email",
        &|n| format!("K{n:06},Given{n},Family{n},k{n}@example.org\n"),
        rows,
    );
    let (made, wall, _) = timed(|| take(candidates));
    assert_eq!(made, rows);
    let bare = rows as f64 / wall.as_secs_f64();
    let applications = file(
        "Application_InsertAndUpdate_en-GB_30_.csv",
        "candidate,vacancy",
        &|n| format!("K{n:06},V{:05}\n", n % vacancies),
        rows,
    );
    let (made, wall, _) = timed(|| take(applications));
    assert_eq!(made, rows);
    let rate = rows as f64 / wall.as_secs_f64();
    let mut report = Report::new("applications");
    report.figure("new candidates", bare, "rows/s", None, Target::None);
    report.figure(
        "new applications, each with its event",
        rate,
        "rows/s",
        Some((rate / bare, "new candidates")),
        Target::AtLeast(20_000.0),
    );
    report.end()
}

/// Peak memory of importing a file, against that of a tenth of it: it must not grow with the file.
pub fn peak(rows: usize) -> bool {
    let world = World::new("memory", 10);
    let mut report = Report::new("memory");
    let mut peaks = Vec::new();
    for (name, lines) in [("tenth", rows / 10), ("whole", rows)] {
        let tenant = world.tenant(name);
        let scope = importer(&world, &tenant);
        let object = scope.view(|v| v.object("Employee")).expect("the object");
        let file = write_file(&world.folder.0, &object, lines);
        forget_peak();
        let before = memory("self", "VmRSS");
        let (counts, wall, _) = timed(|| import(&scope, &file));
        assert_eq!(counts.created as usize, lines, "every line is a new employee: {counts:?}");
        peaks.push((lines, before, memory("self", "VmHWM"), lines as f64 / wall.as_secs_f64()));
    }
    let small = peaks.first().map_or(0.0, |p| p.2);
    for (lines, before, peak, rate) in peaks {
        report.figure(&format!("resident before {lines} lines"), before, "MB", None, Target::None);
        let of = Some((peak / small, "the peak with a tenth of the lines"));
        report.figure(&format!("peak with {lines} lines"), peak, "MB", of, Target::AtMost(300.0));
        report.figure(&format!("rate with {lines} lines"), rate, "rows/s", None, Target::None);
    }
    report.end()
}

fn importer(world: &World, tenant: &std::sync::Arc<talang_engine::Tenant>) -> Scope {
    world.user(tenant, "importer", None, &[("*", "*", "read,create,update,import", "all")])
}

/// Writes the file line by line: it is never in memory.
pub fn write_file(folder: &Path, object: &Object, rows: usize) -> PathBuf {
    let path = folder.join(format!("{rows}-{FILE}"));
    let mut out = BufWriter::new(std::fs::File::create(&path).expect("a file"));
    let culture = Culture::find("en-GB").expect("a culture");
    for n in 0..rows {
        let draft = employee(object, n);
        let fields = |cell: &dyn Fn(&(usize, talang_catalogue::Value)) -> String| {
            draft.values.iter().map(cell).collect::<Vec<_>>().join(",")
        };
        if n == 0 {
            writeln!(out, "{}", fields(&|(index, _)| object.fields[*index].name.to_string()))
                .expect("written");
        }
        writeln!(out, "{}", fields(&|(index, value)| types::write(&object.fields[*index], value, culture)))
            .expect("written");
    }
    out.flush().expect("written");
    path
}

/// Imports the file, of which every line must be taken.
pub fn import(scope: &Scope, path: &Path) -> Counts {
    let options = ImportOptions { dry_run: false, adapted: None, folder: None, progress: &mut |_| {} };
    let report = import_file(scope, path, FILE, options).expect("an import");
    assert_eq!(report.counts.rejected, 0, "{:?}", report.faults);
    report.counts
}
