//! A list of everybody as a workbook and as CSV, made while it is sent, with the peak of memory; and groups and totals of it.

use std::io::Write;

use talang_engine::{Filter, Grouping, Query};
use talang_interchange::csv;
use talang_report::{Format, Report as Made};

use crate::report::{Report, Target, forget_peak, memory, middle_and_tail, timed};
use crate::world::{World, company};

/// What a list of people shows.
const COLUMNS: [&str; 8] = [
    "last_name",
    "first_name",
    "number",
    "hire_date",
    "status",
    "work_email",
    "assignment.organisation",
    "assignment.job",
];

/// Counts what a file would be.
#[derive(Default)]
struct Sink(usize);

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

pub fn run(people: usize) -> bool {
    let world = World::new("reports", 10);
    let tenant = world.tenant("acme");
    company(&world.system(&tenant), people);
    let hr = world.user(&tenant, "hr", None, &[("*", "*", "read, export", "all")]);
    let columns: Vec<String> = COLUMNS.iter().map(|c| (*c).to_string()).collect();
    let sort = hr.view(|v| v.sort(&v.object("Employee")?, "last_name,first_name")).expect("an order");
    let query = Query { sort, ..Query::default() };
    let mut report = Report::new("reports");
    // The limit: the same rows as CSV.
    forget_peak();
    let before = memory("self", "VmRSS");
    let (lines, wall, cpu) = timed(|| {
        csv::export(&hr, "Employee", &query, &columns, hr.culture, &mut Sink::default()).expect("a file")
    });
    let (plain, plain_cpu) = (wall.as_secs_f64(), cpu.as_secs_f64());
    report.figure("CSV", plain, "s", None, Target::None);
    report.figure(
        "CSV: peak memory above the start",
        memory("self", "VmHWM") - before,
        "MB",
        None,
        Target::None,
    );
    forget_peak();
    let before = memory("self", "VmRSS");
    let mut sink = Sink::default();
    let (rows, wall, cpu) = timed(|| {
        let made = Made::prepare(&hr, "Employee", &query, &columns, Format::Xlsx).expect("a report");
        made.write(&hr, &mut sink).expect("a file")
    });
    assert_eq!(rows, lines, "the same rows");
    let of = Some((wall.as_secs_f64() / plain, "CSV"));
    report.figure("workbook", wall.as_secs_f64(), "s", of, Target::AtMost(10.0));
    let of = Some((cpu.as_secs_f64() / plain_cpu.max(0.01), "CSV's"));
    report.figure("workbook: processor time", cpu.as_secs_f64(), "s", of, Target::None);
    let peak = memory("self", "VmHWM") - before;
    report.figure("workbook: peak memory above the start", peak, "MB", None, Target::AtMost(64.0));
    report.figure("workbook: size", sink.0 as f64 / 1e6, "MB", None, Target::None);
    // The longest document that is made.
    let some = i64::try_from(people).unwrap_or(i64::MAX).min(Format::Pdf.most());
    let few = hr.view(|v| {
        let object = v.object("Employee")?;
        let text = format!("number < E{some:07}");
        Ok(Query { filter: Some(Filter::parse(&v.catalogue(), &object, &text)?), ..query.clone() })
    });
    let few = few.expect("a filter");
    forget_peak();
    let before = memory("self", "VmRSS");
    let (rows, wall, _) = timed(|| {
        let made = Made::prepare(&hr, "Employee", &few, &columns, Format::Pdf).expect("a report");
        made.write(&hr, &mut Sink::default()).expect("a file")
    });
    report.figure(&format!("PDF of {rows} rows"), wall.as_secs_f64(), "s", None, Target::AtMost(10.0));
    report.figure(
        "PDF: peak memory above the start",
        memory("self", "VmHWM") - before,
        "MB",
        None,
        Target::None,
    );
    for (by, totals) in [
        ("status", vec!["hire_date:min".to_string()]),
        ("hire_date:year,status", Vec::new()),
        ("assignment.manager", Vec::new()),
    ] {
        let by: Vec<String> = by.split(',').map(str::to_string).collect();
        let times = (0..20).map(|_| {
            let (_, wall, _) = timed(|| {
                hr.view(|v| {
                    let object = v.object("Employee")?;
                    let grouping = Grouping::parse(&v.catalogue(), &object, &by, &totals)?;
                    v.groups(&object, &Query::default(), &grouping)
                })
                .expect("groups")
            });
            wall.as_secs_f64() * 1000.0
        });
        let (middle, _) = middle_and_tail(times.collect());
        report.figure(
            &format!("groups by {}: median", by.join(", ")),
            middle,
            "ms",
            None,
            Target::AtMost(500.0),
        );
    }
    report.end()
}
