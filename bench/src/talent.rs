//! Half a million candidates: who of them fits a vacancy, who is found by words; and a board with many cards.

use std::time::Instant;

use talang_catalogue::{Kind, Value};
use talang_engine::{Draft, Filter, Op, Query, Scope};
use talang_identity::{Identity, Settings};
use talang_recruiting::matching::{self, Whose};

use crate::client::Server;
use crate::http::PASSWORD;
use crate::report::{Report, Target, memory};
use crate::world::{World, percentiles, save};

/// Skills of the library, in drawers of ten.
const SKILLS: usize = 3_000;
/// Skills of each candidate.
const EACH: usize = 8;
/// One candidate in so many has a document whose text was read.
const DOCUMENTS: usize = 5;

const TRADES: [&str; 12] = [
    "Payroll accountant",
    "Controller",
    "Software developer",
    "Nurse",
    "Welder",
    "Electrician",
    "Data analyst",
    "Buyer",
    "Recruiter",
    "Chemist",
    "Warehouse manager",
    "Sales representative",
];
const TOWNS: [(&str, &str); 8] = [
    ("Lyon", "FR"),
    ("Köln", "DE"),
    ("Utrecht", "NL"),
    ("Göteborg", "SE"),
    ("Valencia", "ES"),
    ("Odense", "DK"),
    ("Leeds", "GB"),
    ("Graz", "AT"),
];
const WORDS: [&str; 16] = [
    "planned",
    "improved",
    "budget",
    "customers",
    "factory",
    "regional",
    "maintenance",
    "software",
    "audit",
    "training",
    "turbines",
    "logistics",
    "hospital",
    "payroll",
    "research",
    "shipping",
];

/// The same numbers in each run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below.max(1)
    }

    /// Some are common, most are rare.
    fn skill(&mut self) -> usize {
        if self.roll(4) == 0 { self.roll(30) } else { self.roll(SKILLS) }
    }
}

fn text(en: &str) -> Value {
    Value::Texts([("en".to_string(), en.to_string())].into())
}

fn all(
    system: &Scope,
    object: &str,
    count: usize,
    mut line: impl FnMut(usize) -> Vec<(&'static str, Value)>,
) {
    let found = system.view(|v| v.object(object)).expect("the object");
    let mut done = 0;
    while done < count {
        let some = (count - done).min(20_000);
        let drafts = (done..done + some).map(|n| Draft::new(&found, line(n)).expect("fields")).collect();
        let (_, refused) = save(system, object, drafts);
        assert_eq!(refused, 0, "{object} refused");
        done += some;
    }
}

fn switched_on(system: &Scope) {
    let on = vec![("code", Value::Text("recruiting".to_string())), ("on", Value::Int(1))];
    system.change(Kind::Shared, |c| c.create("FeatureSwitch", on)).expect("switched on");
}

fn candidates(system: &Scope, people: usize) {
    let mut dice = Dice(7);
    all(system, "Candidate", people, |n| {
        let trade = TRADES[n % TRADES.len()];
        let (town, country) = TOWNS[dice.roll(TOWNS.len())];
        vec![
            ("number", format!("K{n:07}").into()),
            ("first_name", format!("Given{}", n % 4_001).into()),
            ("last_name", format!("Family{}", n % 9_973).into()),
            ("email", format!("k{n}@example.org").into()),
            ("headline", format!("{trade} with {} years", dice.roll(30)).into()),
            ("current_title", trade.into()),
            ("city", town.into()),
            ("country", country.into()),
        ]
    });
}

fn furnish(system: &Scope, people: usize) {
    let mut dice = Dice(11);
    all(system, "Skill", SKILLS, |n| {
        let mut values =
            vec![("code", format!("s{n}").into()), ("label", text(&format!("Skill of kind {n}")))];
        if n >= SKILLS / 10 {
            values.push(("broader", Value::Text(format!("s{}", n % (SKILLS / 10)))));
        }
        values
    });
    candidates(system, people);
    all(system, "CandidateSkill", people * EACH, |n| {
        // Eight different ones: the same drawer is never opened twice.
        let skill = (dice.skill() / EACH * EACH + n % EACH) % SKILLS;
        vec![
            ("candidate", format!("K{:07}", n / EACH).into()),
            ("skill", format!("s{skill}").into()),
            ("years", Value::Int((n % 20) as i64)),
        ]
    });
    all(system, "CandidateLanguage", people * 2, |n| {
        let language = if n % 2 == 0 { "en" } else { ["fr", "de", "nl", "es", "sv", "da"][n / 2 % 6] };
        let level = ["B1", "B2", "C1", "C2"][n % 4];
        vec![
            ("candidate", format!("K{:07}", n / 2).into()),
            ("language", language.into()),
            ("level", level.into()),
        ]
    });
    all(system, "CandidateExperience", people, |n| {
        vec![
            ("candidate", format!("K{n:07}").into()),
            ("employer", format!("Company {}", n % 5_000).into()),
            ("started", crate::world::new_year(2008 + (n % 15) as i64)),
            ("job_title", TRADES[(n + n / 7) % TRADES.len()].into()),
        ]
    });
    let file =
        format!("{}/cv.txt", system.tenant().db().attachments().put(b"A curriculum vitae").expect("a file"));
    let mut dice = Dice(13);
    all(system, "CandidateDocument", people / DOCUMENTS, |n| {
        let mut words = String::new();
        for _ in 0..120 {
            words.push_str(WORDS[dice.roll(WORDS.len())]);
            words.push(' ');
        }
        if n % 1_000 == 0 {
            words.push_str("beekeeping");
        }
        vec![
            ("candidate", format!("K{:07}", n * DOCUMENTS).into()),
            ("number", format!("D{n}").into()),
            ("kind", "cv".into()),
            ("name", "CV".into()),
            ("file", file.as_str().into()),
            ("text", words.into()),
        ]
    });
    all(system, "Vacancy", 20, |n| {
        let (town, country) = TOWNS[n % TOWNS.len()];
        vec![
            ("code", format!("V{n}").into()),
            ("title", text(TRADES[n % TRADES.len()])),
            ("state", "open".into()),
            ("place", town.into()),
            ("country", country.into()),
        ]
    });
    all(system, "VacancySkill", 20 * EACH, |n| {
        // Two that many have, six that few have.
        let skill = if n % EACH < 2 { n % 30 } else { (n * 37) % SKILLS };
        vec![
            ("vacancy", format!("V{}", n / EACH).into()),
            ("skill", format!("s{skill}").into()),
            ("mandatory", Value::from(n % EACH == 0)),
        ]
    });
    all(system, "VacancyLanguage", 20, |n| {
        vec![("vacancy", format!("V{n}").into()), ("language", "en".into()), ("level", "B2".into())]
    });
}

fn rank(scope: &Scope, code: &str) -> usize {
    let found = scope.view(|v| {
        let object = v.object("Vacancy")?;
        let id = v.resolve("Vacancy", code)?.expect("a vacancy");
        let vacancy = v.get(&object, id)?;
        matching::people(v, &vacancy, Whose::Candidates, true, 500)
    });
    found.expect("a ranking").fits.len()
}

fn find(scope: &Scope, words: &str, count: bool) -> usize {
    let page = scope.view(|v| {
        let object = v.object("Candidate")?;
        let sort = v.sort(&object, "last_name,first_name")?;
        let query = Query { search: Some(words.to_string()), sort, limit: 50, count, ..Query::default() };
        v.list(&object, &query)
    });
    page.expect("a page").records.len()
}

/// Matching and search.
pub fn run(people: usize) -> bool {
    let world = World::new("talent", 10);
    let tenant = world.tenant("acme");
    let system = world.system(&tenant);
    switched_on(&system);
    furnish(&system, people);
    let recruiter = world.user(&tenant, "rita", None, &[("*", "*", "read", "all")]);
    let mut report = Report::new("talent");

    // The limit: what a plain query gives of the skills alone, without levels, kin, languages, place and reasons.
    let wanted: Vec<i64> = system
        .view(|v| {
            let object = v.object("VacancySkill")?;
            let of = v.resolve("Vacancy", "V3")?.expect("a vacancy");
            let filter = Some(Filter::test(&object, "vacancy", Op::Is, vec![Value::Int(of)]));
            let records = v.list(&object, &Query { filter, ..Query::default() })?.records;
            Ok(records.iter().filter_map(|r| r.get("skill").as_int()).collect())
        })
        .expect("skills");
    let list = wanted.iter().map(i64::to_string).collect::<Vec<_>>().join(",");
    let sql = format!(
        "SELECT candidate, COUNT(*) FROM candidates.candidate_skill WHERE skill IN ({list}) GROUP BY candidate ORDER BY 2 DESC LIMIT 500"
    );
    let (plain, _) = percentiles(10, |_| {
        let rows = tenant.db().read(|conn| conn.query(&sql, &[])).expect("rows");
        assert!(!rows.is_empty());
    });
    report.figure("plain SQL, common skills alone: median", plain, "ms", None, Target::None);
    let before = memory("self", "VmRSS");
    let begin = Instant::now();
    assert!(rank(&recruiter, "V0") > 0);
    report.figure(
        "first ranking: all files read",
        begin.elapsed().as_secs_f64() * 1000.0,
        "ms",
        None,
        Target::None,
    );
    let held = memory("self", "VmRSS") - before;
    report.figure("memory of it", held, "MB", None, Target::None);
    let (median, tail) = percentiles(60, |n| assert!(rank(&recruiter, &format!("V{}", n % 20)) > 0));
    let of = Some((median / plain, "the plain query's median"));
    report.figure("a vacancy's 500 best, with reasons: median", median, "ms", of, Target::AtMost(200.0));
    report.figure("a vacancy's 500 best, with reasons: p99", tail, "ms", None, Target::None);
    let (after, _) = percentiles(20, |n| {
        let values = vec![("headline", Value::Text(format!("Changed {n}")))];
        let id = system.view(|v| v.resolve("Candidate", "K0000017")).expect("read").expect("there");
        system.change(Kind::Candidates, |c| c.update("Candidate", id, values)).expect("changed");
        assert!(rank(&recruiter, "V5") > 0);
    });
    report.figure("a change and the ranking after it: median", after, "ms", None, Target::None);
    let candidate = system.view(|v| v.resolve("Candidate", "K0000017")).expect("read").expect("there");
    let (open, _) = percentiles(50, |_| {
        let fits = recruiter.view(|v| matching::vacancies(v, candidate, 5)).expect("vacancies");
        assert!(!fits.is_empty());
    });
    report.figure("a candidate's vacancies, of 20: median", open, "ms", None, Target::None);

    // The limit of the search: the bare index, without rights, order and records.
    let bare = |words: &str| {
        let sql = "SELECT rowid FROM candidates.search WHERE words MATCH ? LIMIT 50";
        percentiles(50, |_| {
            let rows = tenant.db().read(|conn| conn.query(sql, &[talang_store::P::Text(words)]));
            assert!(!rows.expect("rows").is_empty());
        })
        .0
    };
    for (name, words, index) in [
        ("a name", "family77 given77", "\"family77\"*"),
        ("a rare word of documents", "beekeeping", "\"beekeeping\"*"),
        ("a common word", "nurse", "\"nurse\"*"),
        ("two common words, one of documents", "nurse hospital", "\"nurse\"*"),
    ] {
        let bare = bare(index);
        for count in [false, true] {
            let (median, tail) = percentiles(20, |_| assert!(find(&recruiter, words, count) > 0));
            let name = format!("search, {name}{}", if count { ", counted" } else { "" });
            let of = Some((median / bare, "the bare index"));
            report.figure(&format!("{name}: median"), median, "ms", of, Target::AtMost(50.0));
            report.figure(&format!("{name}: p99"), tail, "ms", None, Target::None);
        }
    }
    let (pairs, _) = percentiles(5, |_| {
        recruiter.view(|v| talang_recruiting::duplicates::all(v, 0, 50)).expect("pairs");
    });
    report.figure("files that may be of one person, a page: median", pairs, "ms", None, Target::None);
    // Documents that came with the candidates wait to be read: a job each.
    let begin = Instant::now();
    let mut read = 0;
    loop {
        match talang_engine::jobs::run_due(system.installation(), &|| false).expect("jobs run") {
            0 => break,
            ran => read += ran,
        }
    }
    let rate = read as f64 / begin.elapsed().as_secs_f64();
    report.figure("documents read, from a queue of them all", rate, "/s", None, Target::None);
    let night = night(&system);
    let rows = 1_000.0 * people as f64 / night;
    report.figure("a night of retention, nobody's time is over", night, "ms", None, Target::None);
    report.figure("of it: candidates looked at", rows, "/s", None, Target::None);
    report.end()
}

/// Milliseconds of the nightly task that looks at everybody's time.
fn night(system: &Scope) -> f64 {
    let made = system.change(Kind::Candidates, |c| {
        let rule = vec![
            ("code", "all".into()),
            ("months", 24.into()),
            ("extension", 24.into()),
            ("answer_days", 30.into()),
            ("active", true.into()),
        ];
        c.create("RetentionRule", rule)?;
        let now = c.scope().installation().clock().now();
        c.as_program(|c| c.enqueue("recruiting.retention", &Default::default(), now, None))
    });
    made.expect("a rule");
    let begin = Instant::now();
    while talang_engine::jobs::run_due(system.installation(), &|| false).expect("jobs run") > 0 {}
    begin.elapsed().as_secs_f64() * 1_000.0
}

/// A board with so many cards.
pub fn board(cards: usize) -> bool {
    let world = World::new("board", 10);
    let tenant = world.tenant("acme");
    let system = world.system(&tenant);
    switched_on(&system);
    candidates(&system, cards);
    all(&system, "Vacancy", 1, |_| {
        vec![("code", "V0".into()), ("title", text("Nurse")), ("state", "open".into())]
    });
    let stages: Vec<(i64, String)> = system
        .view(|v| {
            let object = v.object("PipelineStage")?;
            let records = v.list(&object, &Query::default())?.records;
            let named =
                |r: &talang_catalogue::Record| Some((r.id, format!("standard|{}", r.get("code").as_text()?)));
            Ok(records.iter().filter_map(named).collect::<Vec<_>>())
        })
        .expect("stages");
    all(&system, "Application", cards, |n| {
        vec![
            ("candidate", format!("K{n:07}").into()),
            ("vacancy", "V0".into()),
            ("stage", stages[n % 3.min(stages.len())].1.as_str().into()),
        ]
    });
    let id = system.view(|v| v.resolve("Vacancy", "V0")).expect("read").expect("there");
    let cards_of: Vec<i64> = system
        .view(|v| {
            let object = v.object("Application")?;
            Ok(v.ids(&object, &Query::default())?.iter().collect())
        })
        .expect("applications");
    let recruiter = world.account(&tenant, "rita", None, &["recruiter"]);
    let identity = Identity::new(Settings::default()).expect("random numbers");
    let account = recruiter.actor.id().expect("a user");
    identity.set_password(&system, account, "rita", PASSWORD, false).expect("a password");
    let folder = world.close();
    let server = Server::start(&folder.0);
    let mut client = server.connect("acme");
    client.sign_in("rita", PASSWORD);
    let mut report = Report::new("board");
    client.compressed = false;
    let page = client.get(&format!("/vacancies/{id}"));
    client.compressed = true;
    assert_eq!(page.status, 200, "{}", page.text());
    let text = page.text();
    let asset = text
        .split('"')
        .find(|p| p.starts_with("/assets/") && p.ends_with(".css"))
        .expect("a style sheet")
        .to_string();
    let (fixed, _) = percentiles(200, |_| assert_eq!(client.get(&asset).status, 200));
    report.figure("static file: median", fixed, "ms", None, Target::None);
    let (median, tail) =
        percentiles(100, |_| assert_eq!(client.get(&format!("/vacancies/{id}")).status, 200));
    let of = Some((median / fixed, "the static file's median"));
    report.figure(&format!("board of {cards} applications: median"), median, "ms", of, Target::AtMost(25.0));
    report.figure("board: p99", tail, "ms", None, Target::None);
    // A card is drawn from one column into the next, and back.
    let csrf = text.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let csrf = csrf.expect("a form's key").to_string();
    let mut turn = 0;
    let (median, tail) = percentiles(200, |n| {
        turn += 1;
        let (card, stage) = (cards_of[n % cards_of.len()], stages[turn % 2].0);
        let form = format!("csrf={csrf}&id={card}&to={stage}");
        let kind = "application/x-www-form-urlencoded";
        let answer = client.send_as(kind, "POST", "/applications/move", form.as_bytes());
        assert_eq!(answer.status, 303, "{}", answer.text());
    });
    let of = Some((median / fixed, "the static file's median"));
    report.figure("a card moved, kept durably: median", median, "ms", of, Target::AtMost(25.0));
    report.figure("a card moved: p99", tail, "ms", None, Target::None);
    report.end()
}
