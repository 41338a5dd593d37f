//! Effective dates: slices never overlap, references lead to the slice of the day, past and future can be read.

use jiff::civil::date;
use talang_catalogue::{Kind, Value};
use talang_engine::AsOf;
use talang_testkit::both;

use crate::{SETUP, company, make, numbers, try_make};

#[test]
fn a_new_slice_ends_the_one_before_and_begins_before_the_next() {
    both(&SETUP, |kit| {
        let (_, system) = company(kit);
        make(
            &system,
            Kind::Employees,
            "Assignment",
            &[("employee", "4"), ("organisation", "OPS"), ("start", "2027-01-01")],
        );
        make(
            &system,
            Kind::Employees,
            "Assignment",
            &[("employee", "4"), ("organisation", "SALES"), ("start", "2023-01-01")],
        );
        let slices: Vec<(String, String)> = system
            .view(|v| {
                let object = v.object("Assignment")?;
                let filter = talang_engine::Filter::parse(&v.catalogue(), &object, "employee = 4")?;
                let sort = v.sort(&object, "start")?;
                let query = talang_engine::Query {
                    filter: Some(filter),
                    sort,
                    as_of: AsOf::Always,
                    ..Default::default()
                };
                let page = v.list(&object, &query)?;
                let day = |value: &Value| value.as_date().map(|d| d.to_string()).unwrap_or_default();
                Ok(page.records.iter().map(|r| (day(r.get("start")), day(r.get("end")))).collect())
            })
            .expect("slices");
        let expected = [("2021-01-01", "2022-12-31"), ("2023-01-01", "2026-12-31"), ("2027-01-01", "")];
        assert_eq!(slices, expected.map(|(a, b)| (a.to_string(), b.to_string())));
        // The list of people by their organisation on any date.
        let under = |day| numbers(&system.on(day), "assignment.organisation under SALES");
        assert_eq!(under(date(2022, 6, 1)), ["2", "4"]);
        assert_eq!(under(date(2027, 6, 1)), ["2"]);
        assert_eq!(under(date(2019, 6, 1)), [""; 0]);
    });
}

#[test]
fn an_explicit_overlap_is_refused() {
    both(&SETUP, |kit| {
        let (_, system) = company(kit);
        make(
            &system,
            Kind::Employees,
            "Assignment",
            &[("employee", "4"), ("organisation", "OPS"), ("start", "2027-01-01")],
        );
        let refuse = |start: &str, end: &str, code: &str| {
            let values = [("employee", "4"), ("organisation", "EU"), ("start", start), ("end", end)];
            let refused = try_make(&system, Kind::Employees, "Assignment", &values);
            assert!(refused.is_err_and(|e| e.is(code)), "{start} {end}");
        };
        refuse("2026-01-01", "2027-02-01", "period.overlap");
        refuse("2026-01-01", "2025-02-01", "period.end_before_start");
        refuse("2027-01-01", "2027-02-01", "record.exists");
    });
}

#[test]
fn a_reference_leads_to_the_slice_of_the_day() {
    both(&SETUP, |kit| {
        let (_, system) = company(kit);
        make(
            &system,
            Kind::Employees,
            "Organisation",
            &[("code", "NORTH"), ("name", "Nordics"), ("parent", "OPS"), ("start", "2025-01-01")],
        );
        let title = |day| {
            system
                .on(day)
                .view(|v| {
                    let id = v.resolve("Organisation", "NORTH")?.expect("there");
                    Ok(v.title("Organisation", id)?.title)
                })
                .expect("title")
        };
        assert_eq!(title(date(2024, 12, 31)), "NORTH");
        assert_eq!(title(date(2025, 1, 1)), "Nordics");
        let under = |day| numbers(&system.on(day), "assignment.organisation under OPS");
        assert_eq!(under(date(2024, 12, 31)), ["3"]);
        assert_eq!(under(date(2025, 1, 1)), ["3", "4"]);
    });
}

#[test]
fn an_organisation_cannot_stand_below_itself() {
    both(&SETUP, |kit| {
        let (_, system) = company(kit);
        let refused = system.change(Kind::Employees, |c| {
            let object = c.object("Organisation")?;
            let id = c.resolve("Organisation", "EU")?.expect("there");
            let slice = c.current(&object, id)?;
            c.update("Organisation", slice.id, vec![("parent", "NORTH".into())])
        });
        assert!(refused.is_err_and(|e| e.is("hierarchy.circle")));
    });
}

// Found by the simulation: a slice that was moved by hand did not see its neighbours.
#[test]
fn a_slice_that_is_moved_is_fitted_between_its_neighbours() {
    both(&SETUP, |kit| {
        let (_, system) = company(kit);
        let values = [("employee", "4"), ("organisation", "OPS"), ("start", "2023-01-01")];
        let slice = make(&system, Kind::Employees, "Assignment", &values);
        let values = [("employee", "4"), ("organisation", "EU"), ("start", "2027-01-01")];
        make(&system, Kind::Employees, "Assignment", &values);
        let change = |values: &[(&'static str, Value)]| {
            system.change(Kind::Employees, |c| c.update("Assignment", slice.id, values.to_vec()))
        };
        let refused = change(&[("end", date(2027, 3, 1).into())]);
        assert!(refused.is_err_and(|e| e.is("period.overlap")));
        assert!(change(&[("start", date(2021, 1, 1).into())]).is_err_and(|e| e.is("period.overlap")));
        // Earlier: the one before ends earlier. Open: it ends where the next begins.
        change(&[("start", date(2022, 1, 1).into()), ("end", Value::Null)]).expect("moved");
        let periods: Vec<String> = system
            .view(|v| {
                let object = v.object("Assignment")?;
                let day = |value: &Value| value.as_date().map(|d| d.to_string()).unwrap_or_default();
                let slices = v.slices(&object, slice.thread)?;
                Ok(slices.iter().map(|r| format!("{}..{}", day(r.get("start")), day(r.get("end")))).collect())
            })
            .expect("slices");
        assert_eq!(periods, ["2021-01-01..2021-12-31", "2022-01-01..2026-12-31", "2027-01-01.."]);
    });
}
