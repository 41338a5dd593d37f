//! Velmora recruits: a few vacancies, some with many applications, so that boards have something on them.

use jiff::civil::Date;

use super::names;
use super::people::{Company, ascii};
use super::places::plus;
use super::random::Random;
use super::table::{Table, cells, text};
use super::texts::{LANGUAGES, translated};

/// A vacancy: unit that hires, job, how many applied, state, headlines of those who apply, lowest and highest salary in
/// thousands of euros a year.
struct Post {
    unit: &'static str,
    job: &'static str,
    applied: usize,
    state: &'static str,
    headlines: &'static [&'static str],
    salary: (u32, u32),
}

const POSTS: [Post; 6] = [
    Post {
        unit: "HR-SSC",
        job: "payroll-specialist",
        applied: 46,
        state: "open",
        headlines: &[
            "Payroll accountant, six years in industry",
            "HR generalist who likes figures",
            "Payroll for 900 people in two countries",
            "Graduate in economics, first post",
            "Payroll consultant, Workday and SAP",
        ],
        salary: (34, 42),
    },
    Post {
        unit: "DATA",
        job: "data-analyst",
        applied: 38,
        state: "open",
        headlines: &[
            "Data analyst in retail, SQL and Python",
            "Statistician, energy markets",
            "Dashboards for a logistics company",
            "PhD in physics, changing field",
        ],
        salary: (44, 56),
    },
    Post {
        unit: "SE-SERVICE",
        job: "service-technician",
        applied: 17,
        state: "open",
        headlines: &[
            "Refrigeration technician, certified",
            "Electrician with ten years of service",
            "Heating engineer, heat pumps",
            "Apprentice about to qualify",
        ],
        salary: (38, 46),
    },
    Post {
        unit: "THERMO",
        job: "research-scientist",
        applied: 12,
        state: "open",
        headlines: &[
            "Postdoc in thermodynamics",
            "Simulation of heat exchangers",
            "Refrigerants and their successors",
        ],
        salary: (52, 66),
    },
    Post {
        unit: "ACCOUNT-FR",
        job: "accountant",
        applied: 24,
        state: "filled",
        headlines: &["Accountant, consolidation", "Tax accountant", "Accounts payable, shared services"],
        salary: (36, 44),
    },
    Post {
        unit: "CLOUDAPP",
        job: "software-developer",
        applied: 0,
        state: "draft",
        headlines: &[],
        salary: (50, 68),
    },
];

pub const MISSION: [&str; 7] = [
    "You join a team that keeps its promises to customers and colleagues, and take over tasks of your own after a few weeks.",
    "Vous rejoignez une équipe qui tient ses engagements envers ses clients et ses collègues, et prenez vos propres dossiers après quelques semaines.",
    "Sie verstärken ein Team, das Zusagen gegenüber Kundschaft und Kolleginnen und Kollegen hält, und übernehmen nach einigen Wochen eigene Aufgaben.",
    "U versterkt een team dat zijn afspraken met klanten en collega’s nakomt en krijgt na enkele weken eigen taken.",
    "Se incorpora a un equipo que cumple lo que promete a clientes y compañeros y, tras unas semanas, asume tareas propias.",
    "Du blir del av ett team som håller vad det lovar kunder och kollegor, och får egna uppgifter efter några veckor.",
    "Du bliver en del af et team, der holder, hvad det lover kunder og kolleger, og får egne opgaver efter nogle uger.",
];
pub const PROFILE: [&str; 7] = [
    "You know the field, ask when something is unclear, and write so that others understand you. English is our common language.",
    "Vous connaissez le métier, posez des questions quand un point n’est pas clair et écrivez de façon compréhensible. L’anglais est notre langue commune.",
    "Sie kennen das Fach, fragen nach, wenn etwas unklar ist, und schreiben verständlich. Unsere gemeinsame Sprache ist Englisch.",
    "U kent het vak, vraagt door als iets onduidelijk is en schrijft begrijpelijk. Engels is onze gemeenschappelijke taal.",
    "Conoce el oficio, pregunta cuando algo no está claro y escribe de forma comprensible. El inglés es nuestra lengua común.",
    "Du kan området, frågar när något är oklart och skriver så att andra förstår. Engelska är vårt gemensamma språk.",
    "Du kender faget, spørger, når noget er uklart, og skriver, så andre forstår dig. Engelsk er vores fælles sprog.",
];

/// How far applications have come: stage, its share of a hundred, days since they came in.
const STAGES: [(&str, u32, (i64, i64)); 7] = [
    ("received", 34, (1, 9)),
    ("screening", 20, (4, 16)),
    ("phone", 12, (6, 20)),
    ("interview", 8, (12, 26)),
    ("offer", 3, (18, 30)),
    ("refused", 22, (9, 45)),
    ("withdrawn", 1, (5, 30)),
];
const WORDS: [&str; 4] = [
    "Your work on quiet heat pumps is the reason why I write. I have read about your laboratory and would like to be part of it.",
    "I am looking for a company in which I can stay. What your people say about their work convinced me.",
    "After five years in a consultancy I want to see what becomes of my work. I could begin in two months.",
    "A friend works for you and told me about the vacancy. Please find my experience in the documents.",
];

/// The import files of recruiting. `labels` gives a job's names in the seven languages, `skills` what it asks for, with levels.
pub fn tables(
    company: &Company,
    labels: impl Fn(&str) -> [String; 7],
    skills: impl Fn(&str) -> Vec<(String, String)>,
) -> Vec<Table> {
    let mut switch = Table::new("FeatureSwitch", 200);
    switch.add(cells! { code: "recruiting", on: "true" });
    let (mut vacancies, mut members) = (Table::new("Vacancy", 201), Table::new("HiringTeamMember", 202));
    let (mut candidates, mut applications) = (Table::new("Candidate", 203), Table::new("Application", 206));
    let (mut interviews, mut times) = (Table::new("Interview", 207), Table::new("InterviewSlot", 217));
    let (mut offers, mut events) = (Table::new("Offer", 208), Table::new("ApplicationEvent", 210));
    let mut messages = Table::new("CandidateMessage", 209);
    let (mut experience, mut languages) =
        (Table::new("CandidateExperience", 204), Table::new("CandidateLanguage", 205));
    let mut abilities = Table::new("CandidateSkill", 216);
    let leader = |code: &str| {
        let unit = company.units.iter().find(|u| u.code == code)?;
        unit.leader(company.today).map(|at| &company.people[at])
    };
    let recruiter = leader("HR-FR").map(|p| p.number.clone());
    let mut number = 0;
    let (mut open, mut named) = (Vec::new(), Vec::new());
    for (at, post) in POSTS.iter().enumerate() {
        let code = format!("{}-{:04}", company.today.year(), at + 1);
        let opened = plus(company.today, -50);
        let draft = post.state == "draft";
        // Two mornings on which those who were spoken with by telephone may come.
        if let Some(who) = leader(post.unit).filter(|_| post.state == "open") {
            for (at, (day, hour)) in [(8, 8), (8, 9), (8, 10), (9, 8), (9, 9)].into_iter().enumerate() {
                let day = plus(company.today, day);
                times.add(cells! {
                    vacancy: code, number: format!("{:04}", at + 1), kind: "on-site", starts_at: format!("{day}T{hour:02}:00:00Z"), ends_at: format!("{day}T{hour:02}:45:00Z"),
                    zone: "Europe/Paris", place: "", interviewers: who.number, organiser: text(recruiter.as_deref())
                });
            }
        }
        let mut line = cells! { code: code };
        line.extend(translated("title", &labels(post.job).each_ref().map(String::as_str)));
        line.extend(cells! {
            job: post.job, organisation: post.unit, establishment: text(super::careers::site_of(company, post.unit)), openings: 1 + at % 2, contract_type: "permanent", working_time: 100,
            salary_from: post.salary.0 * 1000, salary_to: post.salary.1 * 1000, pay_period: "year",
            salary_shown: "true", recruiter: text(recruiter.as_deref()), manager: text(leader(post.unit).map(|p| p.number.as_str())),
            state: post.state, opened_on: text((!draft).then_some(opened)),
            closed_on: text((post.state == "filled").then(|| plus(company.today, -4)))
        });
        line.extend(
            ["salary_from", "salary_to"].map(|field| (format!("{field}.currency"), "EUR".to_string())),
        );
        line.extend(translated("mission", &MISSION));
        line.extend(translated("profile", &PROFILE));
        vacancies.add(line);
        if post.state == "open" {
            open.push(code.clone());
        }
        if let Some(second) = leader("PEOPLE") {
            members.add(cells! { vacancy: code, employee: second.number, role: "observer" });
        }
        for one in 0..post.applied {
            number += 1;
            let mut random = Random::new(company.plan.seed, "candidate", number);
            let culture = *random.pick(&["fr", "de", "sv", "es", "nl", "da", "en", "it", "pl"]);
            let names = names::culture(culture).draw(random.chance(52), &mut random);
            let country = match culture {
                "sv" => "SE",
                "da" => "DK",
                "en" => "GB",
                "it" => "IT",
                "pl" => "PL",
                "de" => "DE",
                "es" => "ES",
                "nl" => "NL",
                _ => "FR",
            };
            named.push([names.first.to_string(), names.last.to_string()]);
            let hired = post.state == "filled" && one == 0;
            let (stage, _, days) = match (hired, post.state) {
                (true, _) => ("hired", 0, (25, 40)),
                (_, "filled") => ("refused", 0, (15, 45)),
                _ => *STAGES
                    .iter()
                    .find(|s| s.0 == random.weighted(&STAGES.map(|s| (s.0, s.1))))
                    .unwrap_or(&STAGES[0]),
            };
            let ago = random.between(days.0, days.1);
            let source = *random.pick(&[
                "career-site",
                "career-site",
                "job-board",
                "social-network",
                "referral",
                "agency",
            ]);
            person(&mut candidates, company.today, number, &names, country, source, post, &mut random);
            // Some came a second time, by another address.
            if number % 40 == 7 {
                candidates.add(cells! {
                    number: format!("D{number:07}"), first_name: names.first, last_name: names.last, phone: phone(number), country: country,
                    email: format!("{}{number}@post.example", ascii(&names.last).to_lowercase().replace([' ', '\''], "")),
                    headline: post.headlines[0], source: "job-board", channel: "import"
                });
            }
            history(&mut experience, number, post, company.today, &mut random);
            able(
                &mut abilities,
                number,
                &skills(post.job),
                &mut Random::new(company.plan.seed, "ability", number),
            );
            languages.add(cells! { candidate: key(number), language: culture, level: "C2", native: "true" });
            if culture != "en" {
                languages.add(cells! { candidate: key(number), language: "en", level: random.pick(&["B1", "B2", "C1"]), native: "false" });
            }
            let at = format!(
                "{}T{:02}:{:02}:00Z",
                plus(company.today, -ago),
                random.between(6, 20),
                random.between(0, 59)
            );
            let reason = match stage {
                "refused" => *random.pick(&["experience", "skills", "better-candidate", "languages"]),
                "withdrawn" => "other-offer",
                _ => "",
            };
            let state = match stage {
                "hired" | "refused" | "withdrawn" => stage,
                _ => "active",
            };
            let rating = match stage {
                "received" | "refused" | "withdrawn" => String::new(),
                _ => random.between(3, 5).to_string(),
            };
            if matches!(stage, "interview" | "offer")
                && let Some(who) = leader(post.unit)
            {
                // Whoever has come as far as an offer was there last week; the others come in the next ones.
                let held = stage == "offer";
                let day =
                    plus(company.today, if held { -random.between(3, 8) } else { random.between(1, 12) });
                let hour = random.between(8, 14);
                interviews.add(cells! {
                    application: format!("{}|{code}", key(number)), number: "001", kind: random.pick(&["video", "on-site"]),
                    starts_at: format!("{day}T{hour:02}:00:00Z"), ends_at: format!("{day}T{hour:02}:45:00Z"), zone: "Europe/Paris",
                    place: "", interviewers: who.number, organiser: text(recruiter.as_deref()), state: if held { "held" } else { "planned" }
                });
            }
            // Some are only kept in mind: they applied long ago, or a recruiter found them.
            if number % 8 == 5 && stage == "received" {
                continue;
            }
            if matches!(stage, "interview" | "offer") {
                messages.add(invitation(company, &key(number), &code, culture, &names.first, -ago + 1));
            }
            if stage == "offer" {
                // One of those who have an offer has accepted it and waits for whoever hires.
                let accepted = post.unit == "SE-SERVICE";
                let mut line = cells! {
                    application: format!("{}|{code}", key(number)), number: "001", job_title: labels(post.job)[0], contract_type: "permanent",
                    working_time: 100, starts_on: plus(company.today, 62), salary: post.salary.1 * 1000, pay_period: "year",
                    valid_until: plus(company.today, 12), state: if accepted { "accepted" } else { "sent" },
                    sent_at: format!("{}T09:30:00Z", plus(company.today, -2)),
                    answered_at: if accepted { format!("{}T16:10:00Z", plus(company.today, -1)) } else { String::new() }
                };
                line.push(("salary.currency".to_string(), "EUR".to_string()));
                offers.add(line);
            }
            if hired {
                events.add(cells! {
                    application: format!("{}|{code}", key(number)), number: "900", kind: "hired", to_stage: "standard|hired",
                    at: format!("{}T15:00:00Z", plus(company.today, -4))
                });
            }
            applications.add(cells! {
                candidate: key(number), vacancy: code, applied_at: at, source: source,
                stage: format!("standard|{}", if stage == "withdrawn" { "screening" } else { stage }),
                book_until: text((stage == "phone" && number % 2 == 0).then(|| plus(company.today, 6))), state: state, rating: rating, rejection_reason: reason, cover_text: random.pick(&WORDS)
            });
        }
    }
    let (pools, pooled, tags) = kept(company.today, number);
    let agencies = agencies(company.today, &open, &named);
    let sites = super::careers::tables(company, &labels, &open, &mut vacancies);
    let mut all = vec![
        switch,
        requests(company),
        vacancies,
        members,
        candidates,
        experience,
        languages,
        abilities,
        applications,
        interviews,
        times,
        offers,
        events,
        messages,
        referred(company, &open),
    ];
    all.extend([pools, pooled, tags]);
    all.extend(sites);
    all.extend(agencies);
    all
}

/// What is asked for: unit whose leader asks, title, job, why, budget in thousands of euros a year, days ago, and who decides
/// while the demo is made, by login; nobody for a draft, an empty list for what is only handed in.
pub struct Request {
    unit: &'static str,
    /// What is sought.
    pub title: &'static str,
    job: &'static str,
    why: &'static str,
    budget: u32,
    ago: i64,
    /// Who approves it, one after the other.
    pub decided_by: Option<&'static [&'static str]>,
}

/// What Velmora's managers ask for.
pub const REQUESTS: [Request; 4] = [
    Request {
        unit: "SE-SERVICE",
        title: "Second service technician for the west coast",
        job: "service-technician",
        why: "Two colleagues retire next spring, and the heat pumps sold last year come into their first service.",
        budget: 52,
        ago: 6,
        decided_by: Some(&[]),
    },
    Request {
        unit: "PLANT-NTE",
        title: "Buyer for electronic components",
        job: "buyer",
        why: "Deliveries of controllers have been late for two quarters; nobody has the time to look for a second source.",
        budget: 61,
        ago: 3,
        decided_by: Some(&[]),
    },
    Request {
        unit: "PLANT-HAM",
        title: "Safety officer for the new line",
        job: "hse-officer",
        why: "The new line goes into two shifts; one officer cannot be there for both.",
        budget: 55,
        ago: 9,
        decided_by: Some(&["director@velmora.example"]),
    },
    Request {
        unit: "SE-SERVICE",
        title: "Apprentice in the workshop",
        job: "service-technician",
        why: "",
        budget: 24,
        ago: 1,
        decided_by: None,
    },
];

/// Requisitions as drafts; they are handed in when there are roles by which somebody is asked.
fn requests(company: &Company) -> Table {
    let mut requisitions = Table::new("Requisition", 198);
    for (at, request) in REQUESTS.iter().enumerate() {
        let unit = company.units.iter().find(|u| u.code == request.unit);
        let Some(asker) = unit.and_then(|u| u.leader(company.today)) else { continue };
        let mut line = cells! {
            code: format!("R{}-{:04}", company.today.year(), at + 1), title: request.title, job: request.job,
            organisation: request.unit, reason: "growth", headcount: 1, contract_type: "permanent", working_time: 100,
            budget: request.budget * 1000, wanted_from: plus(company.today, 90), justification: request.why,
            requester: company.people[asker].number, requested_on: plus(company.today, -request.ago)
        };
        line.push(("budget.currency".to_string(), "EUR".to_string()));
        requisitions.add(line);
    }
    requisitions
}

/// What candidates who came far were written, in their language.
const INVITED: [(&str, &str); 7] = [
    (
        "We would like to meet you",
        "Dear NAME,\n\nYour application has convinced us, and we would like to get to know you. You will receive an appointment by mail.",
    ),
    (
        "Nous aimerions vous rencontrer",
        "Bonjour NAME,\n\nVotre candidature nous a convaincus et nous aimerions faire votre connaissance. Vous recevrez un rendez-vous par e-mail.",
    ),
    (
        "Wir möchten Sie kennenlernen",
        "Guten Tag NAME,\n\nIhre Bewerbung hat uns überzeugt, und wir möchten Sie gern kennenlernen. Den Termin erhalten Sie per E-Mail.",
    ),
    (
        "Wij maken graag kennis",
        "Beste NAME,\n\nUw sollicitatie heeft ons overtuigd en wij maken graag kennis. U krijgt een afspraak per e-mail.",
    ),
    (
        "Nos gustaría conocerle",
        "Hola, NAME:\n\nSu candidatura nos ha convencido y nos gustaría conocerle. Recibirá una cita por correo.",
    ),
    (
        "Vi vill gärna träffa dig",
        "Hej NAME,\n\nDin ansökan har övertygat oss och vi vill gärna lära känna dig. Du får en tid per e-post.",
    ),
    (
        "Vi vil gerne møde dig",
        "Kære NAME\n\nDin ansøgning har overbevist os, og vi vil gerne lære dig at kende. Du får en aftale pr. mail.",
    ),
];

fn invitation(
    company: &Company,
    candidate: &str,
    vacancy: &str,
    culture: &str,
    name: &str,
    days: i64,
) -> Vec<(String, String)> {
    let at =
        ["en", "fr", "de", "nl", "es", "sv", "da"].iter().position(|l| *l == culture).unwrap_or_default();
    let (heading, text) = INVITED[at];
    cells! {
        candidate: candidate, number: format!("{candidate}-1"), application: format!("{candidate}|{vacancy}"), direction: "outgoing",
        at: format!("{}T09:30:00Z", plus(company.today, days)), heading: heading, text: text.replace("NAME", name)
    }
}

/// Whom employees have recommended, and nobody has answered yet, or with no: given name, family name, days ago, how it stands, and how
/// the two know each other.
const REFERRED: [(&str, &str, i64, &str, &str); 3] = [
    ("Ines", "Sorensen", 3, "submitted", "We studied together."),
    ("Marek", "Dahlberg", 12, "submitted", "We worked in the same team for four years."),
    ("Lotte", "Verhoeven", 31, "closed", "She trained me in my first job."),
];

fn referred(company: &Company, open: &[String]) -> Table {
    let mut referrals = Table::new("Referral", 234);
    for (at, (first, last, ago, state, how)) in REFERRED.iter().enumerate() {
        let (Some(person), Some(vacancy)) = (company.people.get(20 + at * 7), open.get(at)) else { continue };
        referrals.add(cells! {
            referrer: person.number, number: "000001", first_name: first, last_name: last,
            email: format!("{}.{}@mail.example", first.to_lowercase(), last.to_lowercase()), vacancy: vacancy,
            relationship: how, referred_at: format!("{}T09:30:00Z", plus(company.today, -ago)), state: state, agreed: "true"
        });
    }
    referrals
}

/// Whom recruiters keep in mind for later: pools with their members, and tags.
fn kept(today: Date, people: u64) -> (Table, Table, Table) {
    let mut pools = Table::new("CandidatePool", 231);
    let mut members = Table::new("CandidatePoolMember", 232);
    let mut tags = Table::new("CandidateTag", 233);
    for ((code, names), every) in POOLS.iter().zip([11, 17]) {
        let mut line = cells! { code: code, active: "true" };
        line.extend(translated("label", names));
        pools.add(line);
        for number in (3..=people).filter(|n| n % every == 3) {
            members.add(cells! { pool: code, candidate: key(number), added_on: plus(today, -9) });
        }
    }
    for number in (1..=people).filter(|n| n % 9 == 4) {
        let tag = if number % 2 == 0 { "speaks at conferences" } else { "moves for the job" };
        tags.add(cells! { candidate: key(number), tag: tag });
    }
    (pools, members, tags)
}

/// Two agencies, the people who work there, what they work on, and whom they proposed: some were accepted, one waits, one was too late.
fn agencies(today: Date, open: &[String], named: &[[String; 2]]) -> Vec<Table> {
    let mut agencies = Table::new("Agency", 241);
    let mut users = Table::new("AgencyUser", 242);
    let mut mandates = Table::new("AgencyMandate", 243);
    let mut proposals = Table::new("AgencySubmission", 244);
    for (code, name, city, months, fee, first, last, culture) in [
        ("hartmann", "Hartmann & Lowe", "Strasbourg", 12, 20, "Odile", "Hartmann", "fr-FR"),
        ("kompass", "Kompass Talent", "Malmö", 6, 18, "Sixten", "Lowe", "sv-SE"),
    ] {
        let country = if code == "kompass" { "SE" } else { "FR" };
        agencies.add(cells! {
            code: code, name: name, city: city, country: country, email: format!("office@{code}.example"), website: format!("https://{code}.example"),
            contract_until: plus(today, 400), fee: fee, protection_months: months, active: "true"
        });
        users.add(cells! {
            agency: code, email: format!("{}@{code}.example", first.to_lowercase()), first_name: first, last_name: last, culture: culture, active: "true"
        });
    }
    for (at, vacancy) in open.iter().enumerate().take(4) {
        let note = "Two weekends a month on call. The team speaks English; the customers do not always.";
        mandates.add(cells! { agency: "hartmann", vacancy: vacancy, start: plus(today, -30), end: plus(today, 60), note: if at == 2 { note } else { "" } });
        if at % 2 == 0 {
            mandates.add(cells! { agency: "kompass", vacancy: vacancy, start: plus(today, -12) });
        }
    }
    let Some(first) = open.first() else { return vec![agencies, users, mandates] };
    let (odile, sixten) = ("hartmann|odile@hartmann.example", "kompass|sixten@kompass.example");
    for (at, (agency, by, person, ago, state, comment)) in [
        (
            "hartmann",
            odile,
            2,
            12,
            "accepted",
            "Has run a payroll of this size for three years and wants to stay in the region.",
        ),
        ("hartmann", odile, 9, 6, "accepted", "Knows your software; could begin in a month."),
        ("kompass", sixten, 9, 3, "duplicate", "A calm organiser whom we have known for years."),
        ("kompass", sixten, named.len(), 1, "received", "Looks for a change after eight years in one house."),
    ]
    .into_iter()
    .enumerate()
    {
        let [first_name, last_name] =
            person.checked_sub(1).and_then(|at| named.get(at)).cloned().unwrap_or_default();
        proposals.add(cells! {
            number: format!("P{}-{:05}", today.year(), at + 1), agency: agency, candidate: key(person as u64), first_name: first_name, last_name: last_name, vacancy: first, submitted_by: by, submitted_at: format!("{}T08:40:00Z", plus(today, -ago)),
            state: state, comment: comment, agreed: "true"
        });
    }
    vec![agencies, users, mandates, proposals]
}

/// Pools: code, and name in each language.
const POOLS: [(&str, [&str; 7]); 2] = [
    (
        "strong-second",
        [
            "Strong second choices",
            "Très bons seconds choix",
            "Starke zweite Wahl",
            "Sterke tweede keuzes",
            "Buenas segundas opciones",
            "Starka andrahandsval",
            "Stærke andetvalg",
        ],
    ),
    (
        "apprentices",
        [
            "Future apprentices",
            "Futurs apprentis",
            "Künftige Auszubildende",
            "Toekomstige leerlingen",
            "Futuros aprendices",
            "Blivande lärlingar",
            "Kommende lærlinge",
        ],
    ),
];

fn key(number: u64) -> String {
    format!("C{number:07}")
}

/// A number of those that nobody has, kept for films (Arcep).
fn phone(number: u64) -> String {
    format!("+3363998{number:04}")
}

#[expect(clippy::too_many_arguments, reason = "a line of a file, drawn in one place")]
fn person(
    table: &mut Table,
    today: Date,
    number: u64,
    names: &names::Names,
    country: &str,
    source: &str,
    post: &Post,
    random: &mut Random,
) {
    let letters = |name: &str| ascii(name).to_lowercase().replace([' ', '\''], "-");
    let mut line = cells! {
        number: key(number), first_name: names.first, last_name: names.last,
        email: format!("{}.{}.{number}@mail.example", letters(&names.first), letters(&names.last)),
        phone: phone(number),
        culture: match country { "SE" => "sv-SE", "DK" => "da-DK", "DE" => "de-DE", "ES" => "es-ES", "NL" => "nl-NL", "FR" => "fr-FR", _ => "en-GB" },
        country: country, headline: random.pick(post.headlines), source: source,
        channel: if source == "agency" { "agency" } else { "career-site" },
        available_from: plus(today, random.between(20, 120)),
        salary_wish: i64::from(post.salary.0) * 1000 + random.between(-3, 12) * 1000, pay_period: "year"
    };
    line.push(("salary_wish.currency".to_string(), "EUR".to_string()));
    table.add(line);
}

/// Some of what the job asks for, above or below its level.
fn able(table: &mut Table, number: u64, skills: &[(String, String)], random: &mut Random) {
    for (skill, level) in skills {
        if !random.chance(62) {
            continue;
        }
        let (scale, rank) = level.split_once('|').unwrap_or(("PROFICIENCY", "3"));
        let highest = if scale == "CEFR" { 6 } else { 5 };
        let rank = (rank.parse::<i64>().unwrap_or(3) + random.between(-2, 1)).clamp(1, highest);
        let level = if random.chance(80) { format!("{scale}|{rank}") } else { String::new() };
        table
            .add(cells! { candidate: key(number), skill: skill, level: level, years: random.between(1, 12) });
    }
}

/// One or two posts before, in our own invented companies.
fn history(table: &mut Table, number: u64, post: &Post, today: Date, random: &mut Random) {
    let mut until = plus(today, -random.between(0, 200));
    for place in 0..random.between(1, 2) {
        let begun = plus(until, -random.between(400, 1900));
        let employer = random.pick(&[
            "Nordlicht Energie",
            "Ateliers Morel",
            "Brisa Logística",
            "Holt & Daughters",
            "Kustbygg",
            "Veldhuis Techniek",
        ]);
        table.add(cells! {
            candidate: key(number), employer: employer, job_title: random.pick(post.headlines).split(',').next().unwrap_or_default(),
            started: begun, ended: if place == 0 && random.chance(60) { String::new() } else { until.to_string() }
        });
        until = plus(begun, -30);
    }
}

/// The languages of the texts, so that none is forgotten when one is added.
const _: () = assert!(MISSION.len() == LANGUAGES.len() && PROFILE.len() == LANGUAGES.len());
