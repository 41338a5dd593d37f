//! Figures of recruiting: reckoned from what a reader may see, narrowed by time, unit and vacancy, on the page and as files (S7, A11).

use talang_catalogue::Kind;
use talang_testkit::both;

use crate::approvals::{SETUP, Visitor, make};
use crate::offers::house;

/// The figures beside a name in the tables of a page.
fn row(visitor: &Visitor<'_>, query: &str, name: &str) -> Vec<String> {
    let body = visitor.get(&format!("/recruiting/figures{query}")).body;
    let head = format!("<th scope=\"row\">{name}</th>");
    let Some((_, rest)) = body.split_once(&head) else { return Vec::new() };
    let cells = rest.split_once("</tr>").map_or("", |(cells, _)| cells);
    cells.split("is-number\">").skip(1).filter_map(|c| c.split('<').next()).map(str::to_string).collect()
}

#[test]
fn figures_are_reckoned_from_what_their_reader_may_see() {
    both(&SETUP, |kit| {
        let (house, _) = house(kit);
        let system = house.system();
        let stage =
            [("pipeline", "P"), ("code", "talk"), ("label", "Talk"), ("kind", "interview"), ("rank", "3")];
        make(&system, "PipelineStage", &stage);
        make(&system, "RejectionReason", &[("code", "other"), ("label", "Other")]);
        for source in ["site", "agency"] {
            make(&system, "CandidateSource", &[("code", source), ("label", source)]);
        }
        make(
            &system,
            "Vacancy",
            &[("code", "COOK"), ("title", "Cook"), ("recruiter", "Rita"), ("manager", "Cora")],
        );
        let id = |object: &str, key: &str| {
            system.view(|v| v.resolve(object, key)).expect("read").unwrap_or_else(|| panic!("{object} {key}"))
        };
        let update =
            |object: &'static str, key: &str, values: Vec<(&'static str, talang_catalogue::Value)>| {
                let id = id(object, key);
                system.change(Kind::Candidates, |c| c.update(object, id, values.clone())).expect("updated");
            };
        let today = house.kit.today();
        let ago = |days: i64| today.saturating_sub(jiff::Span::new().days(days)).to_string();
        for (number, vacancy, days, source) in
            [("fay", "NURSE", 30, "site"), ("gus", "NURSE", 20, "site"), ("hal", "COOK", 10, "agency")]
        {
            make(&system, "Candidate", &[("number", number), ("first_name", number), ("last_name", "Zee")]);
            let at = format!("{}T08:00:00Z", ago(days));
            let values =
                [("candidate", number), ("vacancy", vacancy), ("applied_at", &at), ("source", source)];
            make(&system, "Application", &values);
        }
        update("Vacancy", "NURSE", vec![("openings", 3.into()), ("state", "open".into())]);
        let talk = id("PipelineStage", "P|talk");
        for key in ["fay|NURSE", "gus|NURSE"] {
            update("Application", key, vec![("stage", talk.into())]);
        }
        update("Application", "fay|NURSE", vec![("state", "hired".into())]);
        let why = id("RejectionReason", "other");
        update(
            "Application",
            "gus|NURSE",
            vec![("state", "refused".into()), ("rejection_reason", why.into())],
        );

        let (rita, mona) = (house.sign_in("Rita"), house.sign_in("Mona"));
        // Who was refused after an interview came as far as that; Ann applied today.
        assert_eq!(row(&rita, "", "New"), ["4"]);
        assert_eq!(row(&rita, "", "Interview"), ["2"]);
        assert_eq!(row(&rita, "", "Hired"), ["1"]);
        assert_eq!(row(&rita, "", "site"), ["2", "2", "1"]);
        assert_eq!(row(&rita, "", "agency"), ["1", "0", "0"]);
        assert_eq!(row(&rita, "", "Nurse")[0], "2", "three openings, one hired");
        assert!(rita.get("/recruiting/figures").body.contains("30 days"));
        // Narrowed by vacancy and by time.
        assert_eq!(row(&rita, &format!("?vacancy={}", id("Vacancy", "COOK")), "New"), ["1"]);
        assert_eq!(row(&rita, &format!("?from={}", ago(15)), "New"), ["2"]);
        assert_eq!(row(&rita, &format!("?from={}&to={}", ago(25), ago(5)), "New"), ["2"]);
        let none = rita.get(&format!("/recruiting/figures?from={}&to={}", ago(400), ago(390)));
        assert!(none.status == 200 && none.body.contains("Nothing to show for this time"));
        // Of other teams' vacancies nobody learns a number.
        assert_eq!(row(&mona, "", "New"), ["3"]);
        assert!(row(&mona, "", "agency").is_empty());
        assert!(row(&mona, &format!("?vacancy={}", id("Vacancy", "COOK")), "New").is_empty());
        assert_ne!(house.sign_in("Deb").get("/recruiting/figures").status, 200);

        let file = rita.get("/recruiting/figures/sources?format=csv");
        assert_eq!(file.status, 200, "{}", file.body);
        let lines: Vec<Vec<&str>> =
            file.body.lines().map(|l| l.split([',', ';']).map(|c| c.trim_matches('"')).collect()).collect();
        assert!(lines.contains(&vec!["site", "2", "2", "1", "50"]), "{}", file.body);
        assert!(rita.get("/recruiting/figures/funnel?format=xlsx").body.starts_with("PK"));
        assert_eq!(rita.get("/recruiting/figures/salaries?format=csv").status, 404);
        assert_ne!(
            mona.get("/recruiting/figures/sources?format=csv").status,
            200,
            "without a right to export"
        );
    });
}
