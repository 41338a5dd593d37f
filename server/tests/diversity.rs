//! Who applies and how far, as counts of a whole year, and only where the company wants it (S11).

use talang_catalogue::Kind;
use talang_testkit::both;

use crate::approvals::{SETUP, Visitor, make};
use crate::offers::house;

/// The cells of a table as CSV, its head first.
fn table(visitor: &Visitor<'_>, code: &str, query: &str) -> Vec<Vec<String>> {
    let answer = visitor.get(&format!("/recruiting/figures/{code}?format=csv{query}"));
    if answer.status != 200 {
        return Vec::new();
    }
    let cells =
        |line: &str| line.split([',', ';']).map(|c| c.trim_matches('"').to_string()).collect::<Vec<_>>();
    answer.body.lines().map(cells).filter(|cells: &Vec<String>| cells.len() > 2).collect()
}

// S11, G1: counts of a whole year, off until a company wants them, and nobody’s value follows from them.
#[test]
fn counts_by_gender_and_age_tell_of_nobody() {
    both(&SETUP, |kit| {
        let (house, _) = house(kit);
        let system = house.system();
        let stage =
            [("pipeline", "P"), ("code", "talk"), ("label", "Talk"), ("kind", "interview"), ("rank", "3")];
        make(&system, "PipelineStage", &stage);
        make(&system, "ValueList", &[("code", "civility"), ("name", "Title")]);
        for code in ["mrs", "mr", "mx"] {
            make(&system, "ValueListItem", &[("list", "civility"), ("code", code), ("label", code)]);
        }
        let year = house.kit.today().year() - 1;
        let resolve = |object: &str, key: &str| system.view(|v| v.resolve(object, key)).unwrap().unwrap();
        let talk = resolve("PipelineStage", "P|talk");
        let apply = |number: &str, civility: &str, born: i16, day: &str, interviewed: bool| {
            let born = format!("{born}-06-01");
            let person = [
                ("number", number),
                ("first_name", number),
                ("last_name", "Zee"),
                ("civility", civility),
                ("birth_date", &born),
            ];
            make(&system, "Candidate", &person);
            let at = format!("{year}-{day}T08:00:00Z");
            make(&system, "Application", &[("candidate", number), ("vacancy", "NURSE"), ("applied_at", &at)]);
            if interviewed {
                let id = resolve("Application", &format!("{number}|NURSE"));
                system
                    .change(Kind::Candidates, |c| c.update("Application", id, vec![("stage", talk.into())]))
                    .unwrap();
            }
        };
        for n in 0..12 {
            apply(&format!("w{n:02}"), "mrs", 1990, "03-01", n < 6);
        }
        for n in 0..11 {
            apply(&format!("m{n:02}"), "mr", 1970, "03-02", n < 5);
        }
        // One person of another gender, the only one under 25, and the last of the year.
        apply("x01", "mx", year - 20, "12-31", false);

        let (rita, mona) = (house.sign_in("Rita"), house.sign_in("Mona"));
        let time = format!("&from={year}-01-01&to={year}-12-31");
        let title = format!("How far candidates of {year} came");
        let page = |who: &Visitor<'_>, query: &str| who.get(&format!("/recruiting/figures?x={query}")).body;
        let allow = || {
            house.kit.role(&house.tenant, "diversity", &[("DiversityBreakdown", "*", "read", "all")]);
            make(&system, "UserRole", &[("user", "Rita"), ("role", "diversity")]);
        };
        // Off: nothing of it is there, whoever asks; with the right alone neither.
        assert!(!page(&rita, &time).contains(&title) && table(&rita, "gender", &time).is_empty());
        allow();
        assert!(!page(&rita, &time).contains(&title) && table(&rita, "gender", &time).is_empty());
        make(&system, "DiversityBreakdown", &[("kind", "gender")]);
        make(&system, "DiversityBreakdown", &[("kind", "age")]);
        // On, it is for those who may; seeing applications is not enough.
        assert!(!page(&mona, &time).contains(&title));
        assert_ne!(mona.get(&format!("/recruiting/figures/gender?format=csv{time}")).status, 200);
        let shown = page(&rita, &time);
        assert!(shown.contains(&title) && shown.contains("Women"), "{shown}");
        // The one person is in no group of their own: they went with the smaller of the others.
        let gender = table(&rita, "gender", &time);
        assert_eq!(gender[0][1..], ["Women", "Others and not said"], "{gender:?}");
        assert_eq!(gender[1][1..], ["10", "10"], "{gender:?}");
        assert_eq!(gender[2][1..], ["5", "5"], "{gender:?}");
        assert!(!shown.contains("Another") && !shown.contains("under 25"));
        let age = table(&rita, "age", &time);
        assert_eq!(age[0].len(), 3, "{age:?}");
        assert!(rita.get(&format!("/recruiting/figures/gender?format=xlsx{time}")).body.starts_with("PK"));

        // Nothing narrower is told: neither a vacancy, nor a unit, nor a part of the year, which shows the whole one.
        let nurse = resolve("Vacancy", "NURSE");
        for query in [
            format!("{time}&vacancy={nurse}"),
            format!("{time}&organisation=1"),
            format!("{time}&vacancy=999999"),
        ] {
            assert!(
                table(&rita, "gender", &query).is_empty() && !page(&rita, &query).contains(&title),
                "{query}"
            );
        }
        for query in [
            format!("&from={year}-12-31&to={year}-12-31"),
            format!("&from={year}-01-01&to={}-01-15", year + 1),
        ] {
            assert_eq!(table(&rita, "gender", &query), gender, "{query}");
        }
        // The year before is another one, in which nobody applied; this year is not over.
        assert!(table(&rita, "gender", &format!("&from={year}-12-30&to={year}-12-30")).is_empty());
        // A company may ask for larger groups, and for no smaller ones.
        let id = resolve("DiversityBreakdown", "gender");
        let set = |smallest: i64| {
            system.change(Kind::Candidates, |c| {
                c.update("DiversityBreakdown", id, vec![("smallest", smallest.into())])
            })
        };
        assert!(set(4).is_err());
        set(13).unwrap();
        assert!(table(&rita, "gender", &time).is_empty(), "two groups of thirteen are not there");
        // Nothing of it stands beside a person or in what others read.
        assert!(!page(&mona, "").contains(&title));
    });
}
