//! Privacy notices per career site and country (G6, G11): which one is read where, and what is kept of it.

use talang_engine::Query;
use talang_testkit::{Kit, both};

use crate::approvals::{House, SETUP, make};
use crate::candidate_area::{Browser, house as area_house};

fn house(kit: &Kit) -> House<'_> {
    let house = area_house(kit);
    let system = house.system();
    for (code, country) in [("VF", "FR"), ("VD", "DE"), ("VN", "")] {
        let vacancy =
            [("code", code), ("title", code), ("country", country), ("recruiter", "Rita"), ("state", "open")];
        make(&system, "Vacancy", &vacancy);
        make(
            &system,
            "VacancyPosting",
            &[("vacancy", code), ("channel", "career-site"), ("start", "2020-01-01"), ("state", "online")],
        );
    }
    house
}

fn notice(house: &House<'_>, code: &str, text: &str, more: &[(&str, &str)]) {
    let mut values = vec![("code", code), ("text", text)];
    values.extend(more);
    make(&house.system(), "PrivacyNotice", &values);
}

/// The notices that could stand on a page.
fn read(house: &House<'_>, path: &str) -> Vec<&'static str> {
    let page = Browser::new(house).get(&format!("/careers/jobs/{path}"));
    assert_eq!(page.status, 200, "{}", page.body);
    let known = [
        "We read it.",
        "House rules.",
        "French law.",
        "Our site.",
        "Our site in France.",
        "Old words.",
        "Next year.",
    ];
    known.into_iter().filter(|text| page.body.contains(&format!("<p>{text}</p>"))).collect()
}

// G6: the closest notice counts: the site's for the country, the site's, the company's for the country, the company's, the general text.
#[test]
fn the_closest_notice_is_read() {
    both(&SETUP, |kit| {
        let house = house(kit);
        for job in ["VF", "VD", "VN"] {
            assert_eq!(read(&house, &format!("jobs/{job}/apply")), ["We read it."]);
        }
        notice(&house, "all", "House rules.", &[]);
        notice(&house, "next", "Next year.", &[("valid_from", "2999-01-01")]);
        notice(&house, "off", "Old words.", &[("front_office", "jobs"), ("active", "false")]);
        assert_eq!(read(&house, "jobs/VF/apply"), ["House rules."]);
        notice(&house, "fr", "French law.", &[("country", "FR")]);
        assert_eq!(read(&house, "jobs/VF/apply"), ["French law."]);
        assert_eq!(read(&house, "jobs/VD/apply"), ["House rules."]);
        assert_eq!(read(&house, "privacy"), ["House rules.", "French law."]);
        notice(&house, "site-old", "Old words.", &[("front_office", "jobs"), ("valid_from", "2020-01-01")]);
        assert_eq!(read(&house, "jobs/VN/apply"), ["Old words."]);
        notice(&house, "site", "Our site.", &[("front_office", "jobs"), ("valid_from", "2021-01-01")]);
        for job in ["VF", "VD", "VN"] {
            assert_eq!(read(&house, &format!("jobs/{job}/apply")), ["Our site."]);
        }
        notice(&house, "site-fr", "Our site in France.", &[("front_office", "jobs"), ("country", "FR")]);
        assert_eq!(read(&house, "jobs/VF/apply"), ["Our site in France."]);
        assert_eq!(read(&house, "jobs/VD/apply"), ["Our site."]);
        assert_eq!(read(&house, "privacy"), ["Our site.", "Our site in France."]);
        // Another site has what is everybody's.
        make(
            &house.system(),
            "FrontOffice",
            &[
                ("code", "second"),
                ("label", "Second"),
                ("culture", "en-GB"),
                ("active", "true"),
                ("internal", "false"),
                ("channel", "career-site"),
                ("privacy_notice", "We read it."),
            ],
        );
        let page = Browser::new(&house).get("/careers/second/jobs/VF/apply").body;
        assert!(page.contains("French law.") && !page.contains("Our site"), "{page}");
    });
}

// G6: what somebody agreed to is kept in the words that they read.
#[test]
fn the_words_that_were_read_are_kept() {
    both(&SETUP, |kit| {
        let house = house(kit);
        notice(&house, "fr", "French law.", &[("country", "FR")]);
        let fields =
            [("first_name", "Ada"), ("last_name", "Lee"), ("email", "ada@example.net"), ("privacy", "yes")];
        let body: String = fields
            .iter()
            .map(|(name, value)| {
                format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
            })
            .collect();
        let cv = "--edge\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"cv.pdf\"\r\n\r\n%PDF-1.7 Ada\r\n";
        let body = format!("{body}{cv}--edge--\r\n");
        let kind = ("Content-Type", "multipart/form-data; boundary=edge");
        for job in ["VF", "VD", "VF"] {
            let sent = house.server.send(
                "acme",
                "POST",
                &format!("/careers/jobs/jobs/{job}/apply"),
                &[kind],
                body.as_bytes(),
            );
            assert_eq!(sent.status, 303, "{}", sent.body);
        }
        let texts = house.system().view(|v| {
            let object = v.object("CandidateConsent")?;
            let all = v.list(&object, &Query::default())?.records;
            Ok(all
                .iter()
                .map(|r| r.get("text").as_text().unwrap_or_default().to_string())
                .collect::<Vec<_>>())
        });
        assert_eq!(texts.expect("consents"), ["French law.", "We read it."], "each once");
    });
}
