//! From people and units to import files.

use std::collections::HashMap;

use jiff::civil::Date;

use super::people::{Company, Person, ascii, roles_in_use};
use super::places::{COUNTRIES, days, holidays, plus, weekday, years};
use super::portrait::Look;
use super::random::Random;
use super::recruiting;
use super::roles::{OWN_JOBS, Role};
use super::table::{Table, cells, read, text};
use super::texts::{
    ABSENCES, EMPLOYERS, HOLIDAYS, INTERESTS, LANGUAGES, STEPS, UNIT_TYPES, aspiration, degree, schools,
    summary, translated,
};
use super::{Account, DemoData, PASSWORD, Photo};

/// A sign-in: whose it is by unit and place in the list of roles.
pub struct SignIn {
    /// What one types.
    pub login: &'static str,
    /// Unit and place.
    pub person: Option<(&'static str, usize)>,
    /// Ready-made roles.
    pub roles: &'static [&'static str],
    /// What to look at.
    pub purpose: &'static str,
}

/// An accreditation list by rule.
pub struct List {
    /// Code.
    pub code: &'static str,
    /// Labels in the seven languages.
    pub labels: [&'static str; 7],
    /// Whom it holds.
    pub rule: &'static str,
    /// Whom it serves, by unit and place in the list of roles.
    pub owners: &'static [(&'static str, usize)],
}

/// A report on a list, shared by everybody with a role.
pub struct Kept {
    /// Code.
    pub code: &'static str,
    /// Name.
    pub label: &'static str,
    /// Business object that is listed.
    pub object: &'static str,
    /// Code of the role whose users see it.
    pub role: &'static str,
    /// Filter, groups and totals, as the list keeps them.
    pub query: &'static str,
}

const JOBS: &str = include_str!("../../../modules/core_hr/library/csv/Job_InsertAndUpdate_en-GB_40_.csv");
const JOB_SKILLS: &str =
    include_str!("../../../modules/core_hr/library/csv/JobSkill_InsertAndUpdate_en-GB_45_.csv");

/// The files, portraits and sign-ins of a company.
pub fn data(
    company: &Company,
    sign_ins: &[SignIn],
    lists: &'static [List],
    reports: &'static [Kept],
) -> DemoData {
    let mut writer = Writer::new(company);
    writer.library();
    writer.structure();
    writer.organisation();
    writer.positions();
    for person in 0..company.people.len() {
        writer.person(person);
    }
    writer.equipment();
    writer.lists(lists);
    for report in reports {
        let Kept { code, label, object, role, query } = report;
        writer.to(
            "SavedReport",
            195,
            cells! { code: code, label: label, object: object, role: role, query: query },
        );
    }
    if company.units.iter().any(|unit| unit.code == "RECRUIT") {
        let jobs = &writer.jobs;
        let labels = |job: &str| jobs.get(job).cloned().unwrap_or_default();
        let skills = |job: &str| writer.skills.get(job).cloned().unwrap_or_default();
        let tables = recruiting::tables(company, labels, skills);
        writer.tables.extend(tables);
    }
    writer.tables.sort_by_key(Table::order);
    DemoData {
        files: writer.tables.iter().map(Table::file).collect(),
        photos: photos(company),
        accounts: sign_ins
            .iter()
            .map(|sign_in| Account {
                login: sign_in.login.to_string(),
                password: PASSWORD,
                employee_number: sign_in.person.and_then(|p| cast(company, p)).map(|p| p.number.clone()),
                roles: sign_in.roles.to_vec(),
                purpose: sign_in.purpose,
            })
            .collect(),
    }
}

/// The person whom the cast puts in that place.
fn cast<'a>(company: &'a Company, place: (&str, usize)) -> Option<&'a Person> {
    company.people.iter().find(|p| p.cast == Some(place)).or_else(|| {
        // A place without a fixed name is meant for whoever leads the unit.
        let unit = company.units.iter().find(|u| u.code == place.0)?;
        unit.leader(company.today).map(|leader| &company.people[leader])
    })
}

fn photos(company: &Company) -> Vec<Photo> {
    let people =
        company.people.iter().filter(|p| p.status != "left" && (p.cast.is_some() || p.seed % 100 < 70));
    people
        .map(|p| {
            let (skin, blond) = match p.names.culture {
                "sv" | "da" | "fi" | "is" => ((0, 1), 55),
                "de" | "nl" | "pl" | "uk" => ((0, 2), 42),
                "fr" | "qc" | "en" | "ro" | "sl" => ((0, 2), 24),
                "es" | "it" | "pt" | "el" => ((1, 3), 10),
                "ma" | "tr" | "ar" => ((1, 4), 2),
                "in" | "id" | "hw" => ((3, 5), 0),
                "af" => ((5, 7), 0),
                _ => ((0, 2), 0),
            };
            let look = Look { woman: p.woman, age: (days(p.birth, company.today) / 365) as u32, skin, blond };
            Photo { employee: p.number.clone(), look, seed: p.seed }
        })
        .collect()
}

struct Writer<'a> {
    company: &'a Company,
    tables: Vec<Table>,
    at: HashMap<&'static str, usize>,
    /// Labels of jobs by code, in the seven languages.
    jobs: HashMap<String, [String; 7]>,
    /// Skill and usual level of each job.
    skills: HashMap<String, Vec<(String, String)>>,
    /// Equipment handed out: kind, who, since when, until when.
    loans: Vec<(&'static str, usize, Date, Option<Date>)>,
}

impl<'a> Writer<'a> {
    fn new(company: &'a Company) -> Writer<'a> {
        let mut jobs: HashMap<String, [String; 7]> = read(JOBS)
            .into_iter()
            .map(|line| {
                let label = |l: &str| line.get(&format!("label.{l}")).cloned().unwrap_or_default();
                (line.get("code").cloned().unwrap_or_default(), LANGUAGES.map(label))
            })
            .collect();
        for (code, labels, ..) in OWN_JOBS {
            jobs.insert((*code).to_string(), labels.map(str::to_string));
        }
        let mut skills: HashMap<String, Vec<(String, String)>> = HashMap::new();
        for line in read(JOB_SKILLS) {
            let cell = |name: &str| line.get(name).cloned().unwrap_or_default();
            skills.entry(cell("job")).or_default().push((cell("skill"), cell("level")));
        }
        Writer { company, tables: Vec::new(), at: HashMap::new(), jobs, skills, loans: Vec::new() }
    }

    /// The file of that import type. `order` counts where it is opened first.
    fn to(&mut self, object: &'static str, order: u32, cells: Vec<(String, String)>) {
        let at = *self.at.entry(object).or_insert_with(|| {
            self.tables.push(Table::new(object, order));
            self.tables.len() - 1
        });
        self.tables[at].add(cells);
    }

    fn number(&self, person: usize) -> &'a str {
        &self.company.people[person].number
    }

    /// Calendars, holidays and schedules of the countries where the company has sites.
    fn library(&mut self) {
        let today = self.company.today;
        let used = |code: &str| self.company.plan.sites.iter().any(|s| s.country == code);
        for country in COUNTRIES.iter().filter(|c| used(c.code)).collect::<Vec<_>>() {
            let [hours, minutes] = hours(country.hours);
            let mut cells = cells! { code: country.code, country: country.code, active: "true" };
            cells.extend(translated("name", &calendar_names(country.code)));
            self.to("HolidayCalendar", 100, cells);
            for year in today.year() - 1..=today.year() + 1 {
                for (day, name) in holidays(country, year) {
                    let names = HOLIDAYS.iter().find(|n| n[0] == name).map_or([name; 7], |n| *n);
                    let mut cells =
                        cells! { calendar: country.code, date: day, holiday_type: "public", portion: "full" };
                    cells.extend(translated("name", &names));
                    self.to("Holiday", 102, cells);
                }
            }
            let week = hours * 60 + minutes;
            let day = |minutes: i64| format!("{}:{:02}", minutes / 60, minutes % 60);
            let each = week / 5;
            let mut cells = cells! { code: country.schedule };
            cells.extend(translated(
                "name",
                &LANGUAGES.map(|l| full_time(l, country.hours)).each_ref().map(String::as_str),
            ));
            cells.extend(cells! {
                monday: day(each), tuesday: day(each), wednesday: day(each), thursday: day(each), friday: day(week - 4 * each),
                full_time_hours: day(week), day_starts: "08:00:00", day_ends: "17:00:00", flexible: "true", active: "true"
            });
            self.to("WorkSchedule", 104, cells);
        }
        for (code, labels, category, approval, evidence, balance) in ABSENCES {
            let mut cells = cells! { code: code };
            cells.extend(translated("label", labels));
            cells.extend(cells! {
                category: category, unit: "day", day_count: "working", paid: *category != "parental", needs_approval: approval,
                needs_evidence: evidence, has_balance: balance, active: "true"
            });
            self.to("AbsenceType", 106, cells);
        }
        let used: Vec<&str> = roles_in_use(self.company).iter().map(|r| r.job).collect();
        for (code, labels, family, sub_family, grade) in OWN_JOBS.iter().filter(|j| used.contains(&j.0)) {
            let mut cells = cells! { code: code };
            cells.extend(translated("label", labels));
            cells.extend(cells! { family: family, sub_family: sub_family, grade: grade, manages_people: "false", active: "true" });
            self.to("Job", 108, cells);
        }
        let mut cells = cells! { code: "JOINING", phase: "join", active: "true" };
        cells.extend(translated(
            "label",
            &[
                "Welcome to the company",
                "Bienvenue dans l’entreprise",
                "Willkommen im Unternehmen",
                "Welkom bij ons",
                "Bienvenida a la empresa",
                "Välkommen till företaget",
                "Velkommen til virksomheden",
            ],
        ));
        self.to("OnboardingPlan", 109, cells);
        for (order, (code, labels, category, responsible, due)) in STEPS.iter().enumerate() {
            let mut cells = cells! { plan: "JOINING", code: code, order: (order + 1) * 10 };
            cells.extend(translated("label", labels));
            cells.extend(
                cells! { category: category, responsible: responsible, due_days: due, mandatory: "true" },
            );
            self.to("OnboardingStep", 110, cells);
        }
    }

    /// People's own records come first, because nearly everything refers to them; then entities, sites, cost centres.
    fn structure(&mut self) {
        let company = self.company;
        for person in &company.people {
            self.employee(person);
        }
        let root = company
            .units
            .first()
            .and_then(|u| u.leader(company.today))
            .map(|p| self.number(p))
            .unwrap_or_default();
        let mut entities: Vec<&str> = Vec::new();
        let top = company.plan.sites.first().map_or("", |s| s.entity);
        for site in company.plan.sites {
            let country = company
                .country(company.plan.sites.iter().position(|s| s.code == site.code).unwrap_or_default());
            let mut random = Random::new(company.plan.seed, site.code, 7);
            let [street, postal, region] = site.address;
            if !entities.contains(&site.entity) {
                entities.push(site.entity);
                let (name, form) = entity(site.entity);
                let parent = if site.entity == top { "" } else { top };
                self.to("LegalEntity", 122, cells! {
                    code: site.entity, name: name, parent: parent, ownership: if parent.is_empty() { "" } else { "100" }, legal_form: form,
                    registration_number: random.digits(9), street: street, postal_code: postal, city: site.town, region: region,
                    country: site.country, currency: country.currency, culture: country.locale, website: format!("https://{}", company.plan.domain),
                    representative: if parent.is_empty() { root } else { "" }, founded: format!("{}-04-01", site.since), active: "true"
                });
            }
            let kind = match site.code {
                "LYO" | "AUB" => "head-office",
                "NTE" | "HAM" | "VAL" | "GOT" => "plant",
                "GRE" => "laboratory",
                "UTR" => "warehouse",
                _ => "office",
            };
            let zone = match site.country {
                "GB" => "Europe/London",
                "MA" => "Africa/Casablanca",
                "CA" => "America/Toronto",
                "JP" => "Asia/Tokyo",
                "DE" => "Europe/Berlin",
                "SE" => "Europe/Stockholm",
                "ES" => "Europe/Madrid",
                "NL" => "Europe/Amsterdam",
                "DK" => "Europe/Copenhagen",
                "IT" => "Europe/Rome",
                "PL" => "Europe/Warsaw",
                _ => "Europe/Paris",
            };
            let mut cells = cells! { code: site.code };
            cells.extend(translated("name", &[site.name; 1]));
            cells.extend(cells! {
                legal_entity: site.entity, establishment_type: kind, head_office: kind == "head-office", registration_number: random.digits(14),
                street: street, postal_code: postal, city: site.town, region: region, country: site.country, time_zone: zone,
                calendar: site.country, schedule: country.schedule, phone: country.phones(site.code, &mut random).0,
                email: format!("{}@{}", ascii(site.town), company.plan.domain), opened: format!("{}-04-01", site.since), active: "true"
            });
            self.to("Establishment", 126, cells);
        }
        for entity in entities {
            let Some(at) = company.plan.sites.iter().position(|s| s.entity == entity) else { continue };
            let country = company.country(at);
            let mut cells = cells! { code: entity };
            let label = format!("{} {}", entity_short(entity), country.currency);
            cells.extend(translated(
                "name",
                &LANGUAGES.map(|l| format!("{} {label}", monthly(l))).each_ref().map(String::as_str),
            ));
            cells.extend(cells! { legal_entity: entity, country: country.code, currency: country.currency, frequency: "monthly", pay_day: "28", cut_off_day: "18", active: "true" });
            self.to("PayGroup", 128, cells);
        }
        for (at, unit) in company.units.iter().enumerate() {
            let mut cells = cells! { code: cost_centre(at) };
            cells.extend(translated("name", &[unit.slices.last().map_or("", |s| s.2)]));
            cells.extend(cells! {
                cost_centre_type: if matches!(unit.kind, "country" | "region") { "profit" } else { "cost" },
                legal_entity: company.plan.sites[unit.site].entity,
                responsible: text(unit.leader(company.today).map(|p| self.number(p))),
                opened: unit.start, closed: text(unit.end), active: unit.end.is_none()
            });
            self.to("CostCentre", 124, cells);
        }
        for (code, names, level) in UNIT_TYPES {
            if company.units.iter().any(|u| u.kind == *code) {
                let mut cells = cells! { code: code };
                cells.extend(translated("name", names));
                cells.extend(cells! { level: level, sort_order: usize::from(*level) * 10, active: "true" });
                self.to("OrganisationType", 130, cells);
            }
        }
    }

    /// Units in an order in which every parent that a unit ever had comes before it.
    fn unit_order(&self) -> Vec<usize> {
        let units = &self.company.units;
        let mut done = vec![false; units.len()];
        let mut order = Vec::new();
        while order.len() < units.len() {
            let before = order.len();
            for at in 0..units.len() {
                if !done[at] && units[at].slices.iter().filter_map(|s| s.3).all(|p| done[p]) {
                    done[at] = true;
                    order.push(at);
                }
            }
            if order.len() == before {
                break;
            }
        }
        order
    }

    /// Slices of units: a new one with each name, place and leader.
    fn organisation(&mut self) {
        let company = self.company;
        for at in self.unit_order() {
            let unit = &company.units[at];
            let mut bounds: Vec<Date> = unit.slices.iter().map(|s| s.0).collect();
            bounds.extend(unit.leaders.iter().map(|l| l.0).filter(|d| *d >= company.horizon));
            bounds.retain(|d| *d >= unit.start && unit.end.is_none_or(|end| *d <= end));
            bounds.sort();
            bounds.dedup();
            let mut last: Option<(Vec<(String, String)>, Date)> = None;
            let mut lines = Vec::new();
            for from in bounds {
                let Some(slice) = unit.slices.iter().rev().find(|s| s.0 <= from) else { continue };
                let site = &company.plan.sites[unit.site];
                let mut cells = translated("name", &[slice.2]);
                cells.extend(cells! {
                    parent: slice.3.map_or("", |p| company.units[p].code), organisation_type: unit.kind,
                    manager: text(unit.leader(from.max(company.horizon)).map(|p| self.number(p))), legal_entity: site.entity,
                    establishment: site.code, cost_centre: cost_centre(at),
                    planned_headcount: unit.roles.iter().map(|r| r.1).sum::<usize>(), sort_order: at * 10
                });
                if last.as_ref().is_some_and(|(same, _)| *same == cells) {
                    continue;
                }
                if let Some((cells, start)) = last.take() {
                    lines.push((start, Some(plus(from, -1)), cells));
                }
                last = Some((cells, from));
            }
            if let Some((cells, start)) = last {
                lines.push((start, unit.end, cells));
            }
            for (start, end, rest) in lines {
                let mut cells = cells! { code: unit.code, start: start, end: text(end) };
                cells.extend(rest);
                self.to("Organisation", 132, cells);
            }
            for (start, end, leader) in &unit.leaders {
                let end = end.or(unit.end);
                if end.is_none_or(|end| end >= company.horizon) {
                    let start = (*start).max(company.horizon).max(unit.start);
                    self.to("OrganisationManager", 134, cells! {
                        organisation: unit.code, employee: self.number(*leader), role: "manager", start: start, end: text(end), acts_as_manager: "true"
                    });
                }
            }
        }
        self.functions();
    }

    /// HR partners and safety officers look after units that are not their own.
    fn functions(&mut self) {
        let company = self.company;
        let pairs = [
            ("hr-partner", "HR-FR", "PLANT-NTE"),
            ("hr-partner", "HR-FR", "FRANCE"),
            ("hr-partner", "HR-FR", "RND"),
            ("hr-partner", "HR-DE", "PLANT-HAM"),
            ("hr-partner", "HR-DE", "DACH"),
            ("hr-partner", "HR-NO", "NORDICS"),
            ("hr-partner", "HR-NO", "PLANT-GOT"),
            ("hr-partner", "HR-ES", "PLANT-VAL"),
            ("hr-partner", "HR-ES", "IBERIA"),
            ("hr-partner", "HR-NWE", "NWE"),
            ("safety", "SAFETY", "PLANT-NTE"),
            ("safety", "SAFETY", "PLANT-HAM"),
            ("safety", "SAFETY", "PLANT-VAL"),
            ("controller", "CONTROL", "OPERATIONS"),
            ("controller", "CONTROL-DE", "PLANT-HAM"),
            ("controller", "CONTROL-ES", "PLANT-VAL"),
        ];
        let find = |code: &str| company.units.iter().position(|u| u.code == code);
        for (place, (role, home, served)) in pairs.iter().enumerate() {
            let (Some(home), Some(served)) = (find(home), find(served)) else { continue };
            let holders: Vec<&Person> = company
                .people
                .iter()
                .filter(|p| {
                    p.status == "active"
                        && p.exit.is_none()
                        && p.spans.last().is_some_and(|s| {
                            s.unit == home && s.role.key == *role && s.start <= company.today
                        })
                })
                .collect();
            let Some(holder) = holders.get(place % holders.len().max(1)) else { continue };
            let start = holder
                .spans
                .last()
                .map_or(company.today, |s| s.start)
                .max(company.units[served].start)
                .max(company.horizon);
            self.to("OrganisationManager", 134, cells! {
                organisation: company.units[served].code, employee: holder.number, role: role, start: start, end: "", acts_as_manager: "false"
            });
        }
    }

    /// A position for each role of each unit, that of the leader first.
    fn positions(&mut self) {
        let company = self.company;
        for leading in [true, false] {
            for at in self.unit_order() {
                let unit = &company.units[at];
                let mut roles: Vec<&'static Role> = unit.roles.iter().map(|r| r.0).collect();
                for span in company.people.iter().flat_map(|p| &p.spans).filter(|s| s.unit == at) {
                    if !span.leads && !roles.contains(&span.role) {
                        roles.push(span.role);
                    }
                }
                for (place, role) in roles.into_iter().enumerate() {
                    let leads = place == 0 && !unit.roles.is_empty();
                    if leads != leading {
                        continue;
                    }
                    let planned = unit.roles.iter().find(|r| r.0 == role).map_or(0, |r| r.1);
                    let above = if leads { unit.parent(company.today) } else { Some(at) };
                    let above = above
                        .filter(|a| !company.units[*a].roles.is_empty())
                        .map(|a| position(company.units[a].code, company.units[a].roles[0].0));
                    let closed = unit.end.is_some();
                    let mut cells =
                        cells! { code: position(unit.code, role), start: unit.start, end: text(unit.end) };
                    cells.extend(match self.jobs.get(role.job) {
                        Some(labels) if !leads => translated("title", &labels.each_ref().map(String::as_str)),
                        _ => translated(
                            "title",
                            &[title(role, unit.slices.last().map_or("", |s| s.2)).as_str()],
                        ),
                    });
                    cells.extend(cells! {
                        job: role.job, organisation: unit.code, status: if closed { "closed" } else { "open" }, headcount: planned,
                        position_type: if role.key == "apprentice" { "trainee" } else { "permanent" }, reports_to: text(above), management: leads,
                        establishment: company.plan.sites[unit.site].code, cost_centre: cost_centre(at), grade: format!("G{:02}", role.grade)
                    });
                    self.to("Position", 136, cells);
                }
            }
        }
    }

    fn employee(&mut self, person: &Person) {
        let company = self.company;
        let today = company.today;
        let mut random = Random::new(person.seed, "file", 0);
        let country = company.country(person.site);
        let (phone, mobile) = country.phones(company.plan.sites[person.site].code, &mut random);
        let home = home_country(person.names.culture);
        let foreign = home.is_some_and(|h| h != country.code);
        let nationality =
            if foreign && random.chance(42) { home.unwrap_or(country.code) } else { country.code };
        let age = days(person.birth, today) / 365;
        let marital = random.weighted(&[
            ("single", if age < 32 { 60 } else { 22 }),
            ("married", if age < 32 { 18 } else { 52 }),
            ("partnership", 14),
            ("divorced", if age < 35 { 1 } else { 10 }),
            ("widowed", u32::from(age > 55) * 3),
        ]);
        let office = matches!(
            person.spans.last().map(|s| s.role.family),
            Some("production" | "logistics" | "service")
        );
        let birth_town = if nationality == country.code { random.pick(country.towns).0 } else { "" };
        let gone = person.status == "left";
        let maiden = person.woman && marital == "married" && random.chance(22);
        let birth_name =
            if maiden { country.culture(&mut random).draw(true, &mut random).last } else { String::new() };
        let nick = nickname(&person.names.first);
        self.to("Employee", 120, cells! {
            number: person.number, civility: if person.woman { "mrs" } else { "mr" }, first_name: person.names.first, last_name: person.names.last,
            birth_name: birth_name, preferred_name: if random.chance(40) { nick } else { "" }, birth_date: person.birth, birth_place: birth_town,
            birth_country: nationality, sex: if person.woman { "F" } else { "M" }, nationality: nationality, culture: locale(country.code, company.plan.sites[person.site].code),
            work_email: person.email, work_phone: if gone || office && random.chance(80) { "" } else { &phone },
            work_mobile: if gone || !random.chance(if office { 30 } else { 70 }) { "" } else { &mobile },
            office: if office || gone { String::new() } else { format!("{}{}.{:02}", random.word("A B C"), random.between(0, 4), random.between(1, 40)) },
            hire_date: person.hire, exit_date: text(person.exit), exit_reason: person.exit_reason, status: person.status,
            marital_status: if gone { "" } else { marital }, payroll_number: format!("P{}", person.number)
        });
    }

    fn person(&mut self, at: usize) {
        let person = &self.company.people[at];
        self.contracts(at);
        self.assignments(at);
        self.events(at);
        if person.status == "left" {
            self.farewell(at);
            return;
        }
        self.private(at);
        self.working_time(at);
        self.profile(at);
        self.onboarding(at);
        if person.status != "future" {
            self.absences(at);
        }
    }

    fn private(&mut self, at: usize) {
        let person = &self.company.people[at];
        let country = self.company.country(person.site);
        let mut random = Random::new(person.seed, "private", 0);
        let town = self.company.plan.sites[person.site].town;
        let today = self.company.today;
        let start = person.hire.max(self.company.horizon);
        let moved = plus(today, -random.between(60, 2500));
        let mut homes = vec![(start, None)];
        if moved > start && random.chance(28) {
            homes = vec![(start, Some(plus(moved, -1))), (moved, None)];
        }
        for (from, until) in homes {
            let [street, postal, city, region] = country.address(town, &mut random);
            self.to("EmployeeAddress", 140, cells! {
                employee: person.number, kind: "home", start: from, end: text(until), line1: street, postal_code: postal, city: city, region: region, country: country.code
            });
        }
        let (landline, mobile) = country.phones("", &mut random);
        let mail = format!(
            "{}.{}{}@mail.example",
            ascii(&person.names.first),
            ascii(&person.names.last),
            random.between(1, 99)
        );
        self.to(
            "EmployeeContact",
            141,
            cells! { employee: person.number, kind: "mobile", value: mobile, main: "true" },
        );
        if random.chance(70) {
            self.to(
                "EmployeeContact",
                141,
                cells! { employee: person.number, kind: "email", value: mail, main: "true" },
            );
        }
        let partner = random.chance(62);
        let kin = country
            .culture(&mut random)
            .draw(if partner { !person.woman } else { random.chance(60) }, &mut random);
        let last =
            if partner && random.chance(55) || !partner { person.names.last.clone() } else { kin.last };
        self.to("EmergencyContact", 142, cells! {
            employee: person.number, rank: "1", first_name: kin.first, last_name: last, relationship: if partner { "spouse" } else { random.word("parent sibling friend") },
            phone: landline, language: language_of(country.locale)
        });
        let age = days(person.birth, today) / 365;
        let children = if (26..58).contains(&age) {
            random.below(4).saturating_sub(usize::from(random.chance(50)))
        } else {
            0
        };
        for child in 0..children {
            let born = plus(person.birth, random.between(24 * 365, (age - 1).max(25) * 365));
            if born >= today || days(born, today) > 20 * 365 {
                continue;
            }
            let girl = random.chance(49);
            let name = country.culture(&mut random).draw(girl, &mut random);
            self.to("Dependent", 143, cells! {
                employee: person.number, number: child + 1, relationship: "child", first_name: name.first, last_name: person.names.last, birth_date: born,
                sex: if girl { "F" } else { "M" }, dependent_from: born, tax_relevant: "true", insured: "true"
            });
        }
        let iban = country.iban(&mut random);
        let local = if iban.is_none() { random.digits(12) } else { String::new() };
        self.to("BankAccount", 144, cells! {
            employee: person.number, rank: "1", purpose: "salary", holder: format!("{} {}", person.names.first, person.names.last), iban: text(iban),
            account_number: local, bank_name: "Fictive Bank", currency: country.currency, share: "100", valid_from: person.hire
        });
        let nationality_matters = home_country(person.names.culture).is_some_and(|h| !EUROPEAN.contains(&h))
            && EUROPEAN.contains(&country.code);
        if nationality_matters && random.chance(16) {
            let from = plus(today, -random.between(100, 900)).max(person.hire);
            self.to("WorkPermit", 145, cells! {
                employee: person.number, kind: random.word("residence blue-card settlement"), start: from, end: plus(from, 4 * 365), number: random.digits(9),
                country: country.code, employer_bound: "false"
            });
        }
    }

    fn contracts(&mut self, at: usize) {
        let person = &self.company.people[at];
        let company = self.company;
        let mut random = Random::new(person.seed, "contract", 0);
        let role = person.spans.last().map(|s| s.role);
        let grade = role.map_or(3, |r| r.grade);
        let entity = company.plan.sites[person.site].entity;
        let category = match grade {
            10.. => "executive",
            7.. => "manager",
            5.. => "employee",
            _ if role.is_some_and(|r| matches!(r.family, "production" | "logistics")) => "worker",
            _ => "employee",
        };
        let apprentice = role.is_some_and(|r| r.key == "apprentice");
        let trial = plus(
            years(person.hire, 0),
            match grade {
                7.. => 182,
                5.. => 121,
                _ => 60,
            },
        );
        let mut parts: Vec<(Date, Option<Date>, &str, &str)> = Vec::new();
        let service = days(person.hire, person.exit.unwrap_or(company.today));
        let temporary = grade <= 5 && random.chance(22);
        if apprentice {
            parts.push((
                person.hire,
                person.exit.or(Some(plus(years(person.hire, 2), -1))),
                "apprentice",
                "training",
            ));
        } else if temporary && (person.exit_reason == "end-of-term" || service < 240 && person.exit.is_none())
        {
            parts.push((
                person.hire,
                person.exit.or(Some(plus(years(person.hire, 1), -1))),
                "fixed-term",
                "workload",
            ));
        } else if temporary && service > 420 {
            let until = plus(person.hire, 364);
            parts.push((person.hire, Some(until), "fixed-term", "workload"));
            parts.push((plus(until, 1), person.exit, "permanent", "new-position"));
        } else {
            let kind = if person.exit_reason == "end-of-term" { "fixed-term" } else { "permanent" };
            parts.push((
                person.hire,
                person.exit,
                kind,
                if kind == "permanent" { "succession" } else { "project" },
            ));
        }
        for (place, (start, end, kind, reason)) in parts.iter().enumerate() {
            let last = place + 1 == parts.len();
            self.to("Contract", 150, cells! {
                employee: person.number, number: format!("C{}", place + 1), start: start, end: text(*end), contract_type: kind, reason: reason,
                legal_entity: entity, category: category, pay_group: entity, signed_on: plus(*start, -random.between(4, 45)),
                trial_end: if place == 0 && person.exit.is_none_or(|exit| exit > trial) { trial.to_string() } else { String::new() },
                notice_period: if grade >= 7 { "3 months" } else if grade >= 5 { "2 months" } else { "1 month" },
                end_reason: if last { person.exit_reason } else if end.is_some() { "end-of-term" } else { "" }
            });
        }
        // Promotions and reductions of working time are amendments to the last contract.
        let Some((start, end, ..)) = parts.last().copied() else { return };
        let mut changes: Vec<(Date, &str, &str)> = person
            .spans
            .iter()
            .skip(1)
            .filter(|s| s.reason == "promotion" || s.reason == "move")
            .map(|s| (s.start, "job", "New position and grade."))
            .collect();
        changes.extend(part_time(company, person).iter().skip(1).map(|(from, percent, _)| {
            (
                *from,
                "working-time",
                if *percent < 100 { "Reduced working time." } else { "Return to full time." },
            )
        }));
        changes.retain(|(on, ..)| *on > start && *on >= company.horizon && end.is_none_or(|end| *on <= end));
        changes.sort();
        for (place, (on, kind, description)) in changes.into_iter().enumerate() {
            let signed = plus(on, -random.between(5, 30));
            let status = if signed > company.today { "draft" } else { "signed" };
            self.to("ContractAmendment", 151, cells! {
                employee: person.number, contract: format!("{}|C{}", person.number, parts.len()), number: format!("A{}", place + 1), kind: kind, status: status,
                effective_on: on, signed_on: if status == "signed" { signed.to_string() } else { String::new() }, description: description
            });
        }
    }

    /// A slice for every unit, job and manager. What lies before the horizon came with the first data of the system.
    fn assignments(&mut self, at: usize) {
        let company = self.company;
        let person = &company.people[at];
        for span in &person.spans {
            let from = span.start.max(company.horizon);
            if span.end.is_some_and(|end| end < from) {
                continue;
            }
            let holder_from = from;
            let mut bounds = vec![from];
            bounds.extend(
                self.turning_points(span.unit)
                    .into_iter()
                    .filter(|d| *d > from && span.end.is_none_or(|end| *d <= end)),
            );
            bounds.sort();
            bounds.dedup();
            let mut slices: Vec<(Date, Option<usize>)> = Vec::new();
            for day in bounds {
                let manager = company.manager(at, span.unit, day);
                if slices.last().is_none_or(|s| s.1 != manager) {
                    slices.push((day, manager));
                }
            }
            for (place, (start, manager)) in slices.iter().enumerate() {
                let end = slices.get(place + 1).map(|next| plus(next.0, -1)).or(span.end);
                let reason = match place {
                    0 if span.start < company.horizon => "data-migration",
                    0 => span.reason,
                    _ => "manager-change",
                };
                let site = &company.plan.sites[company.units[span.unit].site];
                let unit_name =
                    company.units[span.unit].slices.iter().rev().find(|s| s.0 <= *start).map_or("", |s| s.2);
                self.to("Assignment", 152, cells! {
                    employee: person.number, start: start, end: text(end), organisation: company.units[span.unit].code,
                    position: position(company.units[span.unit].code, span.role), job: span.role.job,
                    job_title: if span.leads { title(span.role, unit_name) } else { String::new() }, manager: text(manager.map(|m| self.number(m))),
                    establishment: site.code, legal_entity: site.entity, cost_centre: cost_centre(span.unit),
                    grade: format!("G{:02}", span.role.grade.saturating_sub(span.below).max(1)), reason: reason
                });
            }
            self.to("PositionHolder", 153, cells! {
                position: position(company.units[span.unit].code, span.role), employee: person.number, start: holder_from, end: text(span.end), share: "100", capacity: "holder"
            });
        }
        if let Some(span) = person.spans.last().filter(|s| {
            !s.leads
                && person.status == "active"
                && matches!(s.role.key, "controller" | "hr-partner" | "hr-admin" | "buyer" | "safety")
        }) {
            let chief = match span.role.family {
                "finance" => "FINANCE",
                "hr" => "PEOPLE",
                "purchasing" => "PURCHASING",
                _ => "SAFETY",
            };
            let chief = company
                .units
                .iter()
                .find(|u| u.code == chief)
                .and_then(|u| u.leader(company.today).map(|l| (u, l)));
            if let Some((unit, chief)) = chief.filter(|(_, chief)| {
                *chief != at && company.manager(at, span.unit, company.today) != Some(*chief)
            }) {
                let since = unit
                    .leaders
                    .iter()
                    .find(|l| l.2 == chief)
                    .map_or(company.today, |l| l.0)
                    .max(span.start)
                    .max(company.horizon);
                self.to("ReportingLine", 154, cells! { employee: person.number, kind: "functional", manager: self.number(chief), start: since, end: text(person.exit), share: "20" });
            }
        }
    }

    /// Days on which the manager of a member of the unit can change: new leaders and moves, all the way up.
    fn turning_points(&self, unit: usize) -> Vec<Date> {
        let mut seen = vec![unit];
        let mut at = 0;
        while at < seen.len() {
            for slice in &self.company.units[seen[at]].slices {
                if let Some(parent) = slice.3.filter(|p| !seen.contains(p)) {
                    seen.push(parent);
                }
            }
            at += 1;
        }
        let mut days: Vec<Date> = Vec::new();
        for unit in seen {
            let unit = &self.company.units[unit];
            days.extend(unit.slices.iter().map(|s| s.0));
            days.extend(unit.leaders.iter().map(|l| l.0));
            days.extend(unit.leaders.iter().filter_map(|l| l.1).map(|end| plus(end, 1)));
        }
        days
    }

    fn events(&mut self, at: usize) {
        let company = self.company;
        let person = &company.people[at];
        if person.hire >= company.horizon {
            let first = &person.spans[0];
            self.to("EmployeeEvent", 156, cells! { employee: person.number, date: person.hire, kind: "hire", reason: "business", from_organisation: "", to_organisation: company.units[first.unit].code, from_job: "", to_job: first.role.job });
        }
        for pair in person.spans.windows(2) {
            let [before, after] = pair else { continue };
            if after.start < company.horizon {
                continue;
            }
            let kind = if after.reason == "promotion" { "promotion" } else { "move" };
            let reason = match after.reason {
                "promotion" => "performance",
                "reorganisation" => "reorganisation",
                _ => "request",
            };
            self.to("EmployeeEvent", 156, cells! {
                employee: person.number, date: after.start, kind: kind, reason: reason, from_organisation: company.units[before.unit].code,
                to_organisation: company.units[after.unit].code, from_job: before.role.job, to_job: after.role.job
            });
        }
        if let Some(exit) = person.exit {
            let last = person.spans.last().map(|s| company.units[s.unit].code).unwrap_or_default();
            self.to("EmployeeEvent", 156, cells! { employee: person.number, date: exit, kind: "leave", reason: "other", from_organisation: last });
        }
    }

    fn working_time(&mut self, at: usize) {
        let company = self.company;
        let person = &company.people[at];
        let country = company.country(person.site);
        let mut random = Random::new(person.seed, "hours", 0);
        let office = !matches!(
            person.spans.last().map(|s| s.role.family),
            Some("production" | "logistics" | "service")
        );
        let telework = if office && country.code != "JP" { random.between(0, 3) } else { 0 };
        let full: f64 = country.hours.parse().unwrap_or(40.0);
        let regime = match person.spans.last().map(|s| (s.role.family, s.role.grade)) {
            Some(("production", _)) => "shift",
            Some((_, 8..)) => "trust",
            Some(("logistics" | "service", _)) => "fixed",
            _ => "flexitime",
        };
        let slices = part_time(company, person);
        for (place, (start, percent, reason)) in slices.iter().enumerate() {
            let end = slices.get(place + 1).map(|next| plus(next.0, -1)).or(person.exit);
            self.to("WorkingTime", 158, cells! {
                employee: person.number, start: start, end: text(end), percent: percent, weekly_hours: (full * *percent as f64).round() / 100.0,
                schedule: country.schedule, regime: regime, telework_days: telework, reason: reason
            });
            if place > 0 && *start <= company.today {
                self.to("EmployeeEvent", 156, cells! { employee: person.number, date: start, kind: "working-time-change", reason: if *reason == "parental" { "family" } else { "request" } });
            }
        }
    }

    fn absences(&mut self, at: usize) {
        let company = self.company;
        let today = company.today;
        let person = &company.people[at];
        let mut random = Random::new(person.seed, "absence", 0);
        let country = company.country(person.site);
        let approver = person
            .spans
            .iter()
            .rev()
            .find(|s| s.start <= today)
            .and_then(|s| company.manager(at, s.unit, today))
            .map(|m| self.number(m))
            .unwrap_or_default();
        let mut plan: Vec<(Date, i64, &str)> = Vec::new();
        let day = |year: i16, month: i8, day: i8| Date::new(year, month, day).unwrap_or(today);
        for year in today.year() - 1..=today.year() {
            plan.push((plus(day(year, 7, 1), random.between(0, 45)), random.between(10, 19), "annual-leave"));
            if random.chance(70) {
                plan.push((
                    plus(day(year, 12, 18), random.between(0, 6)),
                    random.between(4, 9),
                    "annual-leave",
                ));
            }
            if random.chance(55) {
                plan.push((
                    plus(day(year, 2, 5), random.between(0, 70)),
                    random.between(2, 6),
                    "annual-leave",
                ));
            }
            if random.chance(48) {
                plan.push((
                    plus(day(year, 1, 8), random.between(0, 330)),
                    random.between(1, 8),
                    "sick-leave",
                ));
            }
            if random.chance(14) {
                plan.push((
                    plus(day(year, 3, 1), random.between(0, 250)),
                    random.between(1, 4),
                    "training-leave",
                ));
            }
            if random.chance(9) {
                plan.push((
                    plus(day(year, 1, 20), random.between(0, 300)),
                    random.between(0, 2),
                    "sick-child",
                ));
            }
        }
        if random.chance(12) {
            plan.push((plus(today, random.between(8, 60)), random.between(1, 9), "annual-leave"));
        }
        let mut suspended = None;
        if person.status == "suspended" {
            let start = plus(today, -random.between(20, 240)).max(plus(person.hire, 1));
            suspended = Some((start, days(start, today) + random.between(40, 330)));
            let (start, length) = suspended.unwrap_or((today, 1));
            plan.push((start, length, "parental-leave"));
            self.to(
                "EmployeeEvent",
                156,
                cells! { employee: person.number, date: start, kind: "suspension", reason: "family" },
            );
        }
        plan.sort();
        let mut busy = person.hire;
        let (mut number, mut taken, mut planned) = (0, 0, 0);
        for (wanted, length, kind) in plan {
            let Some(start) = (0..5).map(|ahead| plus(wanted, ahead)).find(|d| weekday(*d)) else { continue };
            let end = plus(start, length);
            let leave = suspended.map(|(from, length)| (from, plus(from, length)));
            let clash =
                kind != "parental-leave" && leave.is_some_and(|(from, until)| start <= until && end >= from);
            // Sickness is not planned: nothing of it lies ahead.
            if start <= busy
                || clash
                || person.exit.is_some_and(|exit| end > exit)
                || kind.starts_with("sick") && end >= today
                || days(start, today) < -70
            {
                continue;
            }
            busy = end;
            number += 1;
            let working = (0..=days(start, end)).filter(|d| weekday(plus(start, *d))).count();
            let ahead = start > today;
            let status = if ahead && random.chance(45) {
                "requested"
            } else if end < today {
                "taken"
            } else {
                "approved"
            };
            if kind == "annual-leave" && start.year() == today.year() {
                if status == "taken" { taken += working } else { planned += working }
            }
            let decided = status != "requested" && ABSENCES.iter().any(|a| a.0 == kind && a.3);
            self.to("Absence", 160, cells! {
                employee: person.number, number: format!("{number:03}"), start: start, end: end, absence_type: kind, status: status, days: working,
                requested_on: plus(start, -random.between(15, 60)).min(today), decided_by: if decided { approver } else { "" },
                decided_on: if decided { plus(start, -random.between(2, 14)).min(today).to_string() } else { String::new() }
            });
        }
        let entitled: i64 = match country.code {
            "FR" | "SE" | "DK" | "NL" | "GB" => 25,
            "DE" => 30,
            "JP" | "CA" => 15,
            _ => 22,
        };
        let carried = random.between(0, 5);
        self.to("AbsenceBalance", 162, cells! {
            employee: person.number, absence_type: "annual-leave", period_start: day(today.year(), 1, 1), period_end: day(today.year(), 12, 31), entitled: entitled,
            carried_over: carried, adjusted: "0", taken: taken, planned: planned, balance: entitled + carried - taken as i64 - planned as i64, calculated_on: today
        });
    }

    fn profile(&mut self, at: usize) {
        let company = self.company;
        let today = company.today;
        let person = &company.people[at];
        let mut random = Random::new(person.seed, "profile", 0);
        let Some(span) = person.spans.iter().rev().find(|s| s.start <= today).or(person.spans.last()) else {
            return;
        };
        let role = span.role;
        let country = company.country(person.site);
        let tongue = language_of(country.locale);
        let language = LANGUAGES.iter().position(|l| *l == tongue).unwrap_or_default();
        let label = self.jobs.get(role.job).map(|l| l[language].clone()).unwrap_or_default();
        let age = days(person.birth, today) / 365;
        let started = random.between(17, 20) + if role.grade >= 6 { 5 } else { 1 };
        let experience = (age - started).max(1);
        let told = role.grade >= 4 && random.chance(70) || person.cast.is_some();
        if told || random.chance(25) {
            self.to("Profile", 170, cells! {
                employee: person.number, headline: label, summary: summary(language, experience, &label),
                aspirations: if random.chance(45) { aspiration(language, random.below(3)) } else { "" }, open_to_mobility: random.chance(24), mentor: random.chance(15),
                reviewed_on: plus(today, -random.between(10, 600))
            });
        }
        // Mother tongue, the language of the country, English by need.
        let native = native_language(person.names.culture)
            .filter(|_| random.chance(85))
            .unwrap_or(local_language(country.code));
        let mut languages = vec![(native, "C2", true)];
        if native != local_language(country.code) {
            languages.push((local_language(country.code), random.word("B2 C1 C1 C2"), false));
        }
        if native != "en" && local_language(country.code) != "en" && (role.grade >= 5 || random.chance(45)) {
            languages.push((
                "en",
                if role.grade >= 6 { random.word("B2 C1 C1 C2") } else { random.word("A2 B1 B1 B2") },
                false,
            ));
        }
        if random.chance(if role.grade >= 6 { 40 } else { 15 }) {
            let other = random.word("fr de es it nl pt");
            if languages.iter().all(|l| l.0 != other) {
                languages.push((other, random.word("A2 B1 B2"), false));
            }
        }
        for (code, level, native) in languages {
            self.to(
                "ProfileLanguage",
                171,
                cells! { employee: person.number, language: code, level: level, native: native },
            );
        }
        let wanted = self.skills.get(role.job).cloned().unwrap_or_default();
        let assessor = company.manager(at, span.unit, today).map(|m| self.number(m)).unwrap_or_default();
        for (skill, level) in wanted {
            if !random.chance(78) {
                continue;
            }
            // Around what the job asks for, within the scale.
            let (scale, rank) = level.split_once('|').unwrap_or(("PROFICIENCY", "3"));
            let highest = if scale == "CEFR" { 6 } else { 5 };
            let rank = (rank.parse::<i64>().unwrap_or(3) + random.between(-1, 1)).clamp(1, highest);
            let by_manager = random.chance(60) && !assessor.is_empty() && person.status != "future";
            self.to("ProfileSkill", 172, cells! {
                employee: person.number, skill: skill, level: format!("{scale}|{rank}"), source: if by_manager { "manager" } else { "self" },
                assessed_on: plus(today, -random.between(15, 500)), assessed_by: if by_manager { assessor } else { "" }, years: random.between(1, experience.clamp(1, 25)),
                interest: random.word("use use develop teach")
            });
        }
        // Earlier employers, backwards from the hire date.
        let mut end = plus(person.hire, -random.between(5, 120));
        let mut place = 0;
        while days(person.birth, end) / 365 > started + 1 && place < 3 {
            let start = plus(end, -random.between(400, 2600)).max(years(person.birth, started as i16));
            let employer = EMPLOYERS[(person.seed as usize + place * 7) % EMPLOYERS.len()];
            self.to("Experience", 173, cells! {
                employee: person.number, employer: employer, started: start, ended: end, job_title: label, internal: "false", job: role.job, country: country.code
            });
            end = plus(start, -random.between(10, 150));
            place += 1;
        }
        let level = match role.grade {
            9.. => "master",
            7.. => random.weighted(&[("master", 75), ("bachelor", 20), ("doctorate", 5)]),
            5.. => random.weighted(&[("master", 25), ("bachelor", 50), ("short-tertiary", 25)]),
            _ => random.weighted(&[("vocational", 60), ("upper-secondary", 25), ("short-tertiary", 15)]),
        };
        let finished = years(person.birth, started as i16);
        if finished < today {
            self.to("Education", 174, cells! {
                employee: person.number, institution: random.pick(schools(country.code)), title: degree(role.field, level), level: level, field: role.field,
                started: years(finished, -2), ended: finished, completed: "true", country: country.code
            });
        }
        if random.chance(30) {
            let (kind, titles) = random.pick(&INTERESTS);
            self.to("Interest", 175, cells! { employee: person.number, title: titles[language], kind: kind, since: i64::from(today.year()) - random.between(1, 20) });
        }
        if random.chance(8) {
            let site = random.pick(company.plan.sites);
            self.to("MobilityWish", 176, cells! {
                employee: person.number, priority: "1", kind: if site.code == company.plan.sites[person.site].code { "job" } else { "place" }, job: role.job,
                establishment: site.code, country: site.country, horizon: random.word("6m 1y 2y later"), expressed_on: plus(today, -random.between(10, 300)), state: "open"
            });
        }
        self.certificates(at, role, &mut random);
    }

    fn certificates(&mut self, at: usize, role: &Role, random: &mut Random) {
        let today = self.company.today;
        let person = &self.company.people[at];
        let mut wanted: Vec<(&str, i16)> = Vec::new();
        match role.key {
            "warehouse" => wanted.push(("forklift", 5)),
            "welder" => wanted.push(("welder", 3)),
            "maintenance" | "service" => wanted.push(("electrical-work", 3)),
            "security" => wanted.push(("security-specialist", 3)),
            "baker" | "pastry" | "shop" | "owner" => wanted.push(("food-hygiene", 2)),
            _ => {}
        }
        if random.chance(9) {
            wanted.push((if random.chance(60) { "first-aider" } else { "fire-warden" }, 2));
        }
        for (code, valid) in wanted {
            let start = plus(today, -random.between(20, i64::from(valid) * 365 + 20));
            if start < person.hire || person.status == "future" {
                continue;
            }
            let end = plus(years(start, valid), -1);
            self.to("EmployeeCertification", 178, cells! {
                employee: person.number, certification: code, start: start, end: end, number: random.digits(7), status: "valid"
            });
        }
    }

    fn onboarding(&mut self, at: usize) {
        let company = self.company;
        let today = company.today;
        let person = &company.people[at];
        if days(person.hire, today) > 120 {
            return;
        }
        let mut random = Random::new(person.seed, "onboarding", 0);
        let unit = person.spans[0].unit;
        let manager = company
            .manager(at, unit, person.hire.max(company.horizon))
            .map(|m| self.number(m))
            .unwrap_or_default();
        let country = company.country(person.site);
        let language = LANGUAGES.iter().position(|l| *l == language_of(country.locale)).unwrap_or_default();
        for (place, (code, labels, _, responsible, due)) in STEPS.iter().enumerate() {
            let due = plus(person.hire, *due);
            let done = due < today && random.chance(88);
            let who = match *responsible {
                "employee" => person.number.as_str(),
                _ => manager,
            };
            let status = if done {
                "done"
            } else if due < plus(today, 10) && random.chance(30) {
                "in-progress"
            } else {
                "open"
            };
            self.to("OnboardingTask", 180, cells! {
                employee: person.number, number: place + 1, step: format!("JOINING|{code}"), name: labels[language], status: status, responsible: who, due_on: due,
                done_on: if done { plus(due, random.between(-2, 2)).min(today).to_string() } else { String::new() }, done_by: if done { who } else { "" }
            });
        }
    }

    fn farewell(&mut self, at: usize) {
        let company = self.company;
        let person = &company.people[at];
        let Some(exit) = person.exit else { return };
        let mut random = Random::new(person.seed, "farewell", 0);
        if days(exit, company.today) > 900 || !random.chance(45) {
            return;
        }
        let mut rating = || random.between(2, 5);
        let (overall, work, management, pay, development, balance) =
            (rating(), rating(), rating(), rating(), rating(), rating());
        let last = &person.spans[person.spans.len() - 1];
        let talked = plus(exit, -random.between(2, 15));
        self.to("ExitInterview", 184, cells! {
            employee: person.number, date: talked, interviewer: text(company.manager(at, last.unit, talked.max(company.horizon)).map(|m| self.number(m))), setting: random.word("in-person in-person video phone"),
            exit_reason: person.exit_reason, rating_overall: overall, rating_work: work, rating_management: management, rating_pay: pay,
            rating_development: development, rating_balance: balance, recommendation: random.between(3, 10), would_return: random.chance(60)
        });
    }

    /// Laptops, telephones, badges and vans, with who has them.
    fn equipment(&mut self) {
        let company = self.company;
        for (at, person) in company.people.iter().enumerate() {
            if person.status == "left" || person.status == "future" {
                continue;
            }
            let mut random = Random::new(person.seed, "equipment", 0);
            let Some(role) = person.spans.last().map(|s| s.role) else { continue };
            let since = |random: &mut Random| person.hire.max(plus(company.today, -random.between(30, 1300)));
            let desk = !matches!(role.family, "production" | "logistics") && company.people.len() > 50;
            if desk || role.key == "lead" {
                let on = since(&mut random);
                self.loans.push(("laptop", at, on, None));
            }
            if role.key == "service" || matches!(role.family, "sales" | "management") {
                let on = since(&mut random);
                self.loans.push(("phone", at, on, None));
            }
            if role.key == "service" || role.family == "sales" && random.chance(50) {
                let on = since(&mut random);
                self.loans.push(("vehicle", at, on, None));
            }
        }
        let loans = std::mem::take(&mut self.loans);
        for (place, (kind, at, on, back)) in loans.iter().enumerate() {
            let person = &company.people[*at];
            let mut random = Random::new(person.seed, kind, 1);
            let code = format!("{}-{:05}", kind[..2].to_uppercase(), place + 1);
            let (name, brand, price) = match *kind {
                "laptop" => ("Laptop 14\u{2033}", "Korvell", random.between(900, 1900)),
                "phone" => ("Smartphone", "Pelikaan", random.between(300, 800)),
                _ => ("Service van", "Motrix", random.between(21_000, 34_000)),
            };
            let acquired = plus(*on, -random.between(0, 60));
            let mut cells = cells! {
                code: code, name: name, kind: kind, status: "lent", brand: brand, serial_number: random.digits(10), establishment: company.plan.sites[person.site].code,
                acquired_on: acquired, value: price
            };
            cells.push(("value.currency".to_string(), "EUR".to_string()));
            cells.extend(cells! { warranty_until: plus(years(acquired, 3), -1) });
            self.to("Equipment", 186, cells);
            self.to("EquipmentLoan", 188, cells! { employee: person.number, equipment: code, lent_on: on, returned_on: text(*back), condition_out: random.word("new good good") });
        }
    }

    fn lists(&mut self, lists: &'static [List]) {
        for list in lists {
            let mut cells = cells! { code: list.code };
            cells.extend(translated("label", &list.labels));
            cells.extend(cells! { rule: list.rule, active: "true" });
            self.to("AccreditationList", 190, cells);
            for owner in list.owners {
                if let Some(person) = cast(self.company, *owner) {
                    self.to("ListOwner", 192, cells! { list: list.code, employee: person.number });
                }
            }
        }
    }
}

/// Slices of working time: first day, percent, reason.
fn part_time(company: &Company, person: &Person) -> Vec<(Date, i64, &'static str)> {
    let mut random = Random::new(person.seed, "part-time", 0);
    let start = person.hire.max(company.horizon);
    let country = company.country(person.site);
    let likely = match (country.code, person.woman) {
        ("NL", true) => 55,
        ("NL", false) => 25,
        ("MA" | "JP" | "PL" | "CA", _) => 3,
        (_, true) => 24,
        (_, false) => 7,
    };
    let mut slices = vec![(start, 100, "hire")];
    let service = days(start, company.today);
    if !random.chance(likely) || person.spans.last().is_some_and(|s| s.role.grade >= 9) {
        return slices;
    }
    let percent: i64 = random.word("80 80 80 60 90 50").parse().unwrap_or(80);
    if service < 500 || random.chance(25) {
        slices[0].1 = percent;
        return slices;
    }
    let from = plus(start, random.between(300, service - 60)).first_of_month();
    if from <= start {
        return slices;
    }
    let age = days(person.birth, from) / 365;
    slices.push((
        from,
        percent,
        if age < 44 {
            "parental"
        } else if age > 58 {
            "retirement"
        } else {
            "request"
        },
    ));
    let back = years(from, 3);
    if back < plus(company.today, 120) && age < 50 && random.chance(60) {
        slices.push((back, 100, "request"));
    }
    if let Some(exit) = person.exit {
        slices.retain(|s| s.0 < exit);
    }
    slices
}

const EUROPEAN: [&str; 12] = ["FR", "DE", "SE", "ES", "NL", "DK", "IT", "PL", "PT", "RO", "FI", "GR"];

/// The country whose names these are, where it is one.
fn home_country(culture: &str) -> Option<&'static str> {
    Some(match culture {
        "fr" => "FR",
        "de" => "DE",
        "sv" => "SE",
        "es" => "ES",
        "nl" => "NL",
        "da" => "DK",
        "en" => "GB",
        "ma" => "MA",
        "qc" => "CA",
        "ja" => "JP",
        "it" => "IT",
        "pl" => "PL",
        "tr" => "TR",
        "vi" => "VN",
        "in" => "IN",
        "zh" => "CN",
        "pt" => "PT",
        "ar" => "LB",
        "af" => "SN",
        "fi" => "FI",
        "is" => "IS",
        "ro" => "RO",
        "sl" => "BA",
        "uk" => "UA",
        "el" => "GR",
        "hw" => "US",
        "id" => "ID",
        _ => return None,
    })
}

fn native_language(culture: &str) -> Option<&'static str> {
    Some(match culture {
        "fr" | "qc" => "fr",
        "de" => "de",
        "sv" => "sv",
        "es" => "es",
        "nl" => "nl",
        "da" => "da",
        "en" | "hw" => "en",
        "ma" | "ar" => "ar",
        "ja" => "ja",
        "it" => "it",
        "pl" => "pl",
        "tr" => "tr",
        "vi" => "vi",
        "in" => "hi",
        "zh" => "zh",
        "pt" => "pt",
        "fi" => "fi",
        "is" => "is",
        "ro" => "ro",
        "uk" => "uk",
        "el" => "el",
        _ => return None,
    })
}

fn local_language(country: &str) -> &'static str {
    match country {
        "FR" | "MA" | "CA" => "fr",
        "DE" => "de",
        "SE" => "sv",
        "ES" => "es",
        "NL" => "nl",
        "DK" => "da",
        "JP" => "ja",
        "IT" => "it",
        "PL" => "pl",
        _ => "en",
    }
}

fn language_of(locale: &str) -> &str {
    locale.get(..2).unwrap_or("en")
}

/// Toronto works in English, Montréal in French.
fn locale(country: &str, site: &str) -> &'static str {
    if site == "TOR" { "en-CA" } else { super::places::country(country).locale }
}

/// A short form of some given names.
fn nickname(first: &str) -> &'static str {
    match first {
        "Alexander" | "Alexandra" | "Alexis" => "Alex",
        "Katarzyna" => "Kasia",
        "Małgorzata" => "Gosia",
        "Sebastian" => "Basti",
        "Friederike" => "Rike",
        "Katharina" => "Kathi",
        "Christopher" => "Chris",
        "Jonathan" => "Jon",
        "Benedict" => "Ben",
        "María José" => "Marijose",
        "José Luis" => "Pepe Luis",
        "Jean-François" => "Jeff",
        "Karl-Heinz" => "Kalle",
        "Lars-Erik" => "Lasse",
        "Willemijn" => "Willy",
        "Francesca" => "Franci",
        "Alessandro" => "Ale",
        "Mohammed" => "Simo",
        "Oleksandr" => "Sasha",
        _ => "",
    }
}

fn hours(text: &str) -> [i64; 2] {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    [whole.parse().unwrap_or(40), if part == "5" { 30 } else { 0 }]
}

fn full_time(language: &str, hours: &str) -> String {
    let comma = hours.replace('.', ",");
    match language {
        "fr" => format!("Temps plein {comma} h"),
        "de" => format!("Vollzeit {comma} Std."),
        "nl" => format!("Voltijd {comma} uur"),
        "es" => format!("Jornada completa {comma} h"),
        "sv" => format!("Heltid {comma} tim"),
        "da" => format!("Fuldtid {comma} timer"),
        _ => format!("Full time {hours} h"),
    }
}

fn monthly(language: &str) -> &'static str {
    match language {
        "fr" => "Paie mensuelle",
        "de" => "Monatsabrechnung",
        "nl" => "Maandloon",
        "es" => "Nómina mensual",
        "sv" => "Månadslön",
        "da" => "Månedsløn",
        _ => "Monthly payroll",
    }
}

fn calendar_names(country: &str) -> [&'static str; 7] {
    match country {
        "FR" => ["France", "France", "Frankreich", "Frankrijk", "Francia", "Frankrike", "Frankrig"],
        "DE" => ["Germany", "Allemagne", "Deutschland", "Duitsland", "Alemania", "Tyskland", "Tyskland"],
        "SE" => ["Sweden", "Suède", "Schweden", "Zweden", "Suecia", "Sverige", "Sverige"],
        "ES" => ["Spain", "Espagne", "Spanien", "Spanje", "España", "Spanien", "Spanien"],
        "NL" => [
            "Netherlands",
            "Pays-Bas",
            "Niederlande",
            "Nederland",
            "Países Bajos",
            "Nederländerna",
            "Nederlandene",
        ],
        "DK" => ["Denmark", "Danemark", "Dänemark", "Denemarken", "Dinamarca", "Danmark", "Danmark"],
        "GB" => [
            "United Kingdom",
            "Royaume-Uni",
            "Vereinigtes Königreich",
            "Verenigd Koninkrijk",
            "Reino Unido",
            "Storbritannien",
            "Storbritannien",
        ],
        "MA" => ["Morocco", "Maroc", "Marokko", "Marokko", "Marruecos", "Marocko", "Marokko"],
        "CA" => ["Canada", "Canada", "Kanada", "Canada", "Canadá", "Kanada", "Canada"],
        "JP" => ["Japan", "Japon", "Japan", "Japan", "Japón", "Japan", "Japan"],
        "IT" => ["Italy", "Italie", "Italien", "Italië", "Italia", "Italien", "Italien"],
        _ => ["Poland", "Pologne", "Polen", "Polen", "Polonia", "Polen", "Polen"],
    }
}

fn entity(code: &str) -> (&'static str, &'static str) {
    match code {
        "VEL-SE" => ("Velmora SE", "european-company"),
        "VEL-FR" => ("Velmora France SAS", "simplified"),
        "VEL-DE" => ("Velmora Deutschland GmbH", "private-limited"),
        "VEL-SE-AB" => ("Velmora Sverige AB", "private-limited"),
        "VEL-ES" => ("Velmora Ibérica SA", "public-limited"),
        "VEL-NL" => ("Velmora Nederland BV", "private-limited"),
        "VEL-DK" => ("Velmora Danmark A/S", "public-limited"),
        "VEL-GB" => ("Velmora UK Ltd", "private-limited"),
        "VEL-IT" => ("Velmora Italia Srl", "private-limited"),
        "VEL-PL" => ("Velmora Polska sp. z o.o.", "private-limited"),
        "VEL-MA" => ("Velmora Services Maroc SARL", "private-limited"),
        "VEL-CA" => ("Velmora Canada inc.", "private-limited"),
        "VEL-JP" => ("Velmora Japan KK", "private-limited"),
        _ => ("Maison Auberive SARL", "private-limited"),
    }
}

fn entity_short(code: &str) -> &'static str {
    entity(code).0
}

fn cost_centre(unit: usize) -> String {
    format!("{}", 10_000 + unit * 10)
}

fn position(unit: &str, role: &Role) -> String {
    format!("{unit}-{}", role.key.to_uppercase())
}

/// How a leader is called: what one is, and of what.
fn title(role: &Role, unit: &str) -> String {
    match role.key {
        "ceo" | "owner" | "hr-director" | "plant-manager" => role.title.to_string(),
        "head" => format!("Head of {unit}"),
        "director" => format!("Director, {unit}"),
        "executive" => format!("Executive Vice President, {unit}"),
        _ => format!("{}, {unit}", role.title),
    }
}
