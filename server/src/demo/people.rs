//! Who worked where and when: a small simulation of hiring, promotion, reorganisation and leaving.

use std::collections::HashSet;

use jiff::civil::Date;

use super::names::{Names, culture};
use super::places::{Country, country, days, monday_on, plus, years};
use super::random::Random;
use super::roles::{ROLES, Role, role};
use super::units::{Change, day};

/// What a company is made of.
pub struct Plan {
    /// Everything follows from it.
    pub seed: u64,
    /// Part behind the @ of mail addresses.
    pub domain: &'static str,
    /// See [`super::units::TREE`].
    pub tree: &'static str,
    /// See [`super::units::HISTORY`].
    pub history: &'static [(&'static str, i16, i8, Change)],
    /// Places of work.
    pub sites: &'static [Site],
    /// People whose names and service the demo fixes: its sign-ins, a family.
    pub cast: &'static [Cast],
    /// First employee number.
    pub first_number: u32,
    /// Percent of people who leave each year; 0 for a company without a past.
    pub turnover: usize,
    /// Count of people on parental leave, hired for the coming months, about to leave, about to move.
    pub special: [usize; 4],
}

/// A place of work.
pub struct Site {
    /// Establishment code.
    pub code: &'static str,
    /// Establishment name.
    pub name: &'static str,
    /// Country.
    pub country: &'static str,
    /// Town, as in [`Country::towns`].
    pub town: &'static str,
    /// Street and number, postal code, region.
    pub address: [&'static str; 3],
    /// Year of its founding; nobody was hired before.
    pub since: i16,
    /// Legal entity.
    pub entity: &'static str,
}

/// A person with a fixed name: the unit, the place in its list of roles, names, sex, years of age, years of service.
pub struct Cast(pub &'static str, pub usize, pub &'static str, pub &'static str, pub bool, pub i16, pub i16);

/// A unit with its history.
#[derive(Debug)]
pub struct Unit {
    /// Permanent code.
    pub code: &'static str,
    /// Kind of unit.
    pub kind: &'static str,
    /// Index of its site.
    pub site: usize,
    /// First day.
    pub start: Date,
    /// Last day, for units that were closed.
    pub end: Option<Date>,
    /// First day, last day, name, parent.
    pub slices: Vec<(Date, Option<Date>, &'static str, Option<usize>)>,
    /// Role, count; the first one leads.
    pub roles: Vec<(&'static Role, usize)>,
    /// Where the people of a new unit came from.
    pub origins: Vec<usize>,
    /// Who led it: first day, last day, person; in the order of time.
    pub leaders: Vec<(Date, Option<Date>, usize)>,
}

impl Unit {
    /// The parent on that day.
    pub fn parent(&self, on: Date) -> Option<usize> {
        self.slices.iter().rev().find(|s| s.0 <= on).or(self.slices.first()).and_then(|s| s.3)
    }

    /// The leader on that day.
    pub fn leader(&self, on: Date) -> Option<usize> {
        self.leaders
            .iter()
            .find(|(start, end, _)| *start <= on && end.is_none_or(|end| end >= on))
            .map(|l| l.2)
    }
}

/// A time in one unit and role.
#[derive(Clone, Debug)]
pub struct Span {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Option<Date>,
    /// Unit.
    pub unit: usize,
    /// Role.
    pub role: &'static Role,
    /// Whether the person leads the unit.
    pub leads: bool,
    /// How many grades below the role's usual one.
    pub below: u8,
    /// Why it began.
    pub reason: &'static str,
}

/// Someone.
#[derive(Debug)]
pub struct Person {
    /// Employee number.
    pub number: String,
    /// Names.
    pub names: Names,
    /// Sex as in the register.
    pub woman: bool,
    /// Day of birth.
    pub birth: Date,
    /// First day.
    pub hire: Date,
    /// Last day.
    pub exit: Option<Date>,
    /// Why the person left.
    pub exit_reason: &'static str,
    /// `active`, `suspended`, `left` or `future`.
    pub status: &'static str,
    /// Index of the site.
    pub site: usize,
    /// Work e-mail.
    pub email: String,
    /// Times in units and roles, without gaps.
    pub spans: Vec<Span>,
    /// Seed of everything else about the person.
    pub seed: u64,
    /// Unit and place in its list, for those whom [`Cast`] names.
    pub cast: Option<(&'static str, usize)>,
}

/// A company with its people.
pub struct Company {
    /// What it was made of.
    pub plan: &'static Plan,
    /// The day that counts as today.
    pub today: Date,
    /// First day of which the system has assignments: ten years back.
    pub horizon: Date,
    /// Units in the order of the chart, closed ones last.
    pub units: Vec<Unit>,
    /// People by employee number.
    pub people: Vec<Person>,
}

impl Company {
    /// Builds the company as it is on that day.
    pub fn new(plan: &'static Plan, today: Date) -> Company {
        let units = read_units(plan, today);
        let horizon = Date::new(today.year() - 10, 1, 1).unwrap_or(today);
        let mut company = Company { plan, today, horizon, units, people: Vec::new() };
        for unit in 0..company.units.len() {
            if company.units[unit].end.is_none() {
                company.staff(unit);
                company.leavers(unit);
            }
        }
        company.special();
        company.number();
        company
    }

    /// The country of a site.
    pub fn country(&self, site: usize) -> &'static Country {
        country(self.plan.sites[site].country)
    }

    /// Who leads `person` when they work in `unit` on that day: the leader of the nearest unit upwards who is another.
    pub fn manager(&self, person: usize, unit: usize, on: Date) -> Option<usize> {
        let mut at = Some(unit);
        while let Some(unit) = at {
            match self.units[unit].leader(on) {
                Some(leader) if leader != person => return Some(leader),
                _ => at = self.units[unit].parent(on),
            }
        }
        None
    }

    fn random(&self, purpose: &str, number: usize) -> Random {
        Random::new(self.plan.seed, purpose, number as u64)
    }

    fn founded(&self, site: usize) -> Date {
        Date::new(self.plan.sites[site].since, 4, 1).unwrap_or(self.today)
    }

    /// The people who work in the unit today, and those who led it before them.
    fn staff(&mut self, unit: usize) {
        let roles = self.units[unit].roles.clone();
        let mut place = 0;
        for (at, (role, count)) in roles.into_iter().enumerate() {
            for _ in 0..count {
                let leads = at == 0 && place == 0;
                self.current(unit, role, leads, place);
                place += 1;
            }
        }
    }

    fn current(&mut self, unit: usize, role: &'static Role, leads: bool, place: usize) {
        let code = self.units[unit].code;
        let mut random = self.random(code, place);
        let cast = self.plan.cast.iter().find(|c| c.0 == code && c.1 == place);
        let age = match cast {
            Some(cast) => i64::from(cast.5) * 365 + random.between(10, 300),
            None => self.age(role, &mut random) * 365 + random.between(0, 364),
        };
        let birth = plus(self.today, -age);
        let longest = ((age - 19 * 365) as f32).max(90.0);
        let mut service = (-(1.0 - random.unit()).ln() * 8.2 * 365.0).clamp(25.0, longest) as i64;
        if leads && role.grade >= 7 {
            service = service.max(500);
        }
        if let Some(cast) = cast {
            service = i64::from(cast.6) * 365 + 120;
        }
        let mut hire =
            first_of_month(plus(self.today, -service), &mut random).max(self.founded(self.units[unit].site));
        if hire >= self.today {
            hire = plus(self.today, -21);
        }
        let mut since = if leads && days(hire, self.today) > 3 * 365 && random.chance(72) {
            let latest = days(hire, self.today) - 100;
            first_of_month(plus(hire, random.between(400, latest.max(401))), &mut random)
        } else {
            hire
        };
        since = since.max(self.units[unit].start).max(hire);
        let spans = self.career(&mut hire, since, unit, role, leads, &mut random);
        let since = spans.last().map_or(since, |s| s.start);
        let index = self.add(spans, hire, birth, unit, &mut random, cast);
        if leads {
            self.units[unit].leaders.push((since, None, index));
            self.predecessors(unit, role, since, &mut random);
        }
    }

    /// The times of somebody who has had `role` in `unit` since a day. May set the hire date later, where the unit or
    /// those it came from did not exist yet.
    fn career(
        &self,
        hire: &mut Date,
        since: Date,
        unit: usize,
        role: &'static Role,
        leads: bool,
        random: &mut Random,
    ) -> Vec<Span> {
        let mut spans = Vec::new();
        if *hire < since {
            self.background(hire, since, unit, role, random, &mut spans);
        }
        let since = spans.last().map_or((*hire).max(self.units[unit].start), |last: &Span| {
            last.end.map_or(since, |end| plus(end, 1))
        });
        *hire = spans.first().map_or(since, |first| first.start);
        // Those who lead nobody may have come from elsewhere in the company, or have been promoted.
        let mut reason = match spans.last() {
            None => "hire",
            Some(last) if last.unit == unit && leads => "promotion",
            Some(_) => "reorganisation",
        };
        let service = days(since, self.today);
        if !leads && service > 3 * 365 && random.chance(42) {
            let moved = first_of_month(plus(since, random.between(500, service - 80)), random);
            let before =
                if random.chance(55) { self.relative(unit, role, since, random) } else { Some((unit, role)) };
            if let Some((other, earlier)) = before.filter(|_| moved > since && moved < self.today) {
                let below = u8::from(other == unit && role.grade > 2);
                spans.push(Span {
                    start: since,
                    end: Some(plus(moved, -1)),
                    unit: other,
                    role: earlier,
                    leads: false,
                    below,
                    reason,
                });
                reason = if other == unit { "promotion" } else { "move" };
                spans.push(Span { start: moved, end: None, unit, role, leads, below: 0, reason });
                return spans;
            }
        }
        if leads && spans.last().is_some_and(|last| last.unit != unit) {
            reason = "promotion";
        }
        let below = u8::from(!leads && role.grade > 3 && service < 900);
        spans.push(Span { start: since, end: None, unit, role, leads, below, reason });
        spans
    }

    /// What somebody did between the hire date and `until`, the day on which they got their role in `unit`.
    fn background(
        &self,
        hire: &mut Date,
        until: Date,
        unit: usize,
        role: &'static Role,
        random: &mut Random,
        spans: &mut Vec<Span>,
    ) {
        let member = self.member_role(unit, role);
        let start = self.units[unit].start;
        if *hire < start {
            let home = self.plan.sites[self.units[unit].site].country;
            let origins: Vec<usize> = self.units[unit]
                .origins
                .iter()
                .copied()
                .filter(|o| self.plan.sites[self.units[*o].site].country == home)
                .collect();
            if origins.is_empty() {
                *hire = start;
            } else {
                let origin = *random.pick(&origins);
                self.background(hire, start, origin, role, random, spans);
                if let Some(last) = spans.last_mut() {
                    last.end = Some(plus(start, -1));
                }
                if spans.is_empty() {
                    *hire = start;
                }
            }
        }
        let from = spans.last().and_then(|last| last.end).map_or(*hire, |end| plus(end, 1));
        if from < until {
            let reason = if spans.is_empty() { "hire" } else { "reorganisation" };
            spans.push(Span {
                start: from,
                end: Some(plus(until, -1)),
                unit,
                role: member,
                leads: false,
                below: 0,
                reason,
            });
        }
    }

    /// The commonest role of the unit that does not lead; the given one if there is no other.
    fn member_role(&self, unit: usize, role: &'static Role) -> &'static Role {
        if self.units[unit].roles.iter().skip(1).any(|(r, _)| r.key == role.key) {
            return role;
        }
        self.units[unit].roles.iter().skip(1).max_by_key(|(r, n)| (*n, r.grade)).map_or(role, |(r, _)| *r)
    }

    /// A unit of the same site where the same family of jobs is found, with the job to have had there.
    fn relative(
        &self,
        unit: usize,
        role: &'static Role,
        on: Date,
        random: &mut Random,
    ) -> Option<(usize, &'static Role)> {
        let site = self.units[unit].site;
        let found: Vec<(usize, &'static Role)> = self
            .units
            .iter()
            .enumerate()
            .filter(|(i, u)| *i != unit && u.site == site && u.start <= on && u.end.is_none())
            .flat_map(|(i, u)| u.roles.iter().skip(1).map(move |(r, _)| (i, *r)))
            .filter(|(_, r)| r.family == role.family && r.grade <= role.grade)
            .collect();
        (!found.is_empty()).then(|| *random.pick(&found))
    }

    /// Those who led the unit before, back to the horizon; they have left the company.
    fn predecessors(&mut self, unit: usize, role: &'static Role, since: Date, random: &mut Random) {
        if self.plan.turnover == 0 {
            return;
        }
        let floor = self.units[unit].start;
        let mut end = plus(since, -1);
        while end > self.horizon.max(floor) {
            let mut from = first_of_month(plus(end, -random.between(700, 2400)), random);
            if from < plus(self.horizon.max(floor), 300) {
                from = floor.max(years(self.horizon, -2));
            }
            let mut hire = first_of_month(plus(from, -random.between(0, 2500)), random)
                .max(self.founded(self.units[unit].site));
            hire = hire.min(from);
            let age = if random.chance(40) { random.between(60, 66) } else { random.between(36, 58) };
            let birth = plus(years(end, -(age as i16)), random.between(0, 300)).min(years(hire, -19));
            let mut spans = self.career(&mut hire, from, unit, role, true, random);
            if let Some(last) = spans.last_mut() {
                from = last.start;
                last.end = Some(end);
            }
            let index = self.add(spans, hire, birth, unit, random, None);
            let retired = days(birth, end) > 60 * 365;
            self.leave(index, end, if retired { "retirement" } else { "resignation" });
            self.units[unit].leaders.push((from, Some(end), index));
            end = plus(from.min(end), -1);
        }
    }

    /// Those who worked in the unit during the last five years and left.
    fn leavers(&mut self, unit: usize) {
        let roles: Vec<(&'static Role, usize)> = self.units[unit].roles.iter().skip(1).copied().collect();
        let mut random = self.random("leavers", unit);
        for (role, count) in roles {
            let expected = count * self.plan.turnover * 5;
            let leaving = expected / 100 + usize::from(random.below(100) < expected % 100);
            for _ in 0..leaving {
                let exit = plus(self.today, -random.between(6, 5 * 365));
                let mut exit =
                    if random.chance(70) { plus(first_of_month(exit, &mut random), -1) } else { exit };
                exit = exit.min(plus(self.today, -3));
                let earliest = self.units[unit].start;
                if days(earliest, exit) < 200 {
                    continue;
                }
                let service = (-(1.0 - random.unit()).ln() * 4.5 * 365.0).clamp(70.0, 32.0 * 365.0) as i64;
                let hire = first_of_month(plus(exit, -service), &mut random).max(earliest);
                let age = if random.chance(22) { random.between(60, 66) } else { random.between(23, 58) };
                let birth = plus(years(exit, -(age as i16)), random.between(0, 300)).min(years(hire, -18));
                let span =
                    Span { start: hire, end: Some(exit), unit, role, leads: false, below: 0, reason: "hire" };
                let index = self.add(vec![span], hire, birth, unit, &mut random, None);
                let reason = if days(birth, exit) > 60 * 365 {
                    "retirement"
                } else {
                    random.weighted(&[
                        ("resignation", 58),
                        ("mutual", 12),
                        ("end-of-term", 16),
                        ("dismissal-personal", 8),
                        ("trial-employer", 6),
                    ])
                };
                self.leave(index, exit, reason);
            }
        }
    }

    fn leave(&mut self, person: usize, exit: Date, reason: &'static str) {
        let today = self.today;
        let person = &mut self.people[person];
        person.exit = Some(exit);
        person.exit_reason = reason;
        if exit < today {
            person.status = "left";
        }
        if let Some(last) = person.spans.last_mut() {
            last.end = Some(exit);
        }
    }

    /// Parental leave, people who start soon, people who leave or move soon.
    fn special(&mut self) {
        let mut random = self.random("special", 0);
        let [suspended, future, leaving, moving] = self.plan.special;
        let today = self.today;
        let free: Vec<usize> = (0..self.people.len())
            .filter(|p| {
                let person = &self.people[*p];
                person.cast.is_none()
                    && person.status == "active"
                    && person.spans.last().is_some_and(|s| !s.leads && s.start < plus(today, -400))
            })
            .collect();
        let mut taken = HashSet::new();
        // From a random place onwards, so that it ends even where nobody fits.
        let mut next = |random: &mut Random, fits: &dyn Fn(&Person) -> bool, people: &[Person]| {
            let from = random.below(free.len());
            let found = free
                .iter()
                .cycle()
                .skip(from)
                .take(free.len())
                .copied()
                .find(|p| !taken.contains(p) && fits(&people[*p]))?;
            taken.insert(found);
            Some(found)
        };
        for _ in 0..suspended {
            let young = |p: &Person| {
                (24..41).contains(&(today.year() - p.birth.year())) && (p.woman || p.seed % 3 == 0)
            };
            let Some(person) = next(&mut random, &young, &self.people) else { break };
            self.people[person].status = "suspended";
        }
        for _ in 0..leaving {
            let old = |p: &Person| today.year() - p.birth.year() > 62;
            let any = |_: &Person| true;
            let old_one = if random.chance(50) { next(&mut random, &old, &self.people) } else { None };
            let retiring = old_one.is_some();
            let Some(person) = old_one.or_else(|| next(&mut random, &any, &self.people)) else { break };
            let exit = plus(first_of_month(plus(today, random.between(35, 95)), &mut random), -1)
                .max(plus(today, 5));
            self.leave(person, exit, if retiring { "retirement" } else { "resignation" });
        }
        for _ in 0..moving {
            let Some(person) = next(&mut random, &|_| true, &self.people) else { break };
            let Some(last) = self.people[person].spans.last().cloned() else { continue };
            let Some((unit, role)) = self.relative(last.unit, last.role, last.start, &mut random) else {
                continue;
            };
            let on = first_of_month(plus(today, random.between(40, 90)), &mut random).max(plus(today, 7));
            if let Some(last) = self.people[person].spans.last_mut() {
                last.end = Some(plus(on, -1));
            }
            self.people[person].spans.push(Span {
                start: on,
                end: None,
                unit,
                role,
                leads: false,
                below: 0,
                reason: "move",
            });
        }
        let open: Vec<usize> = (0..self.units.len())
            .filter(|u| self.units[*u].end.is_none() && self.units[*u].roles.len() > 1)
            .collect();
        for _ in 0..future {
            let unit = *random.pick(&open);
            let role = self.member_role(unit, self.units[unit].roles[0].0);
            let hire = monday_on(plus(today, random.between(4, 110)));
            let birth = plus(today, -(random.between(22, 45) * 365 + random.between(0, 364)));
            let span = Span { start: hire, end: None, unit, role, leads: false, below: 1, reason: "hire" };
            let index = self.add(vec![span], hire, birth, unit, &mut random, None);
            self.people[index].status = "future";
        }
    }

    fn age(&self, role: &Role, random: &mut Random) -> i64 {
        let youngest = i64::from(role.grade) * 2 + if role.grade > 6 { 20 } else { 18 };
        // Two dice make a pyramid with a belly in the middle.
        youngest + (random.between(0, 64 - youngest) + random.between(0, 64 - youngest)) / 2
    }

    fn add(
        &mut self,
        spans: Vec<Span>,
        hire: Date,
        birth: Date,
        unit: usize,
        random: &mut Random,
        cast: Option<&Cast>,
    ) -> usize {
        let site = self.units[unit].site;
        let role = spans.last().map(|s| s.role);
        let woman = random.chance(role.map_or(50, |r| r.women));
        let mut names = self.country(site).culture(random).draw(woman, random);
        let mut sex = woman;
        if let Some(cast) = cast {
            names = Names { first: cast.2.to_string(), last: cast.3.to_string(), culture: names.culture };
            sex = cast.4;
            names.culture = culture(self.home_culture(site)).code;
        }
        self.people.push(Person {
            number: String::new(),
            names,
            woman: sex,
            birth: birth.min(years(hire, -17)),
            hire,
            exit: None,
            exit_reason: "",
            status: "active",
            site,
            email: String::new(),
            spans,
            seed: random.next(),
            cast: cast.map(|c| (c.0, c.1)),
        });
        self.people.len() - 1
    }

    fn home_culture(&self, site: usize) -> &'static str {
        match self.plan.sites[site].country {
            "FR" => "fr",
            "DE" => "de",
            "SE" => "sv",
            "ES" => "es",
            "NL" => "nl",
            "DK" => "da",
            "MA" => "ma",
            _ => "en",
        }
    }

    /// Numbers follow the hire dates; mail addresses follow the names, with a figure where two are alike.
    fn number(&mut self) {
        let mut order: Vec<usize> = (0..self.people.len()).collect();
        order.sort_by_key(|p| (self.people[*p].hire, *p));
        let mut place = vec![0; order.len()];
        for (at, person) in order.iter().enumerate() {
            place[*person] = at;
        }
        for unit in &mut self.units {
            for leader in &mut unit.leaders {
                leader.2 = place[leader.2];
            }
            unit.leaders.sort();
        }
        let mut people: Vec<(usize, Person)> =
            place.into_iter().zip(std::mem::take(&mut self.people)).collect();
        people.sort_by_key(|(at, _)| *at);
        let mut seen = HashSet::new();
        for (at, mut person) in people {
            person.number = (self.plan.first_number + at as u32).to_string();
            let base = format!("{}.{}", ascii(&person.names.first), ascii(&person.names.last));
            let mut local = base.clone();
            let mut figure = 2;
            while !seen.insert(local.clone()) {
                local = format!("{base}{figure}");
                figure += 1;
            }
            person.email = format!("{local}@{}", self.plan.domain);
            self.people.push(person);
        }
    }
}

/// The first day of that month, or in one of five cases a Monday nearby: most contracts begin so.
fn first_of_month(date: Date, random: &mut Random) -> Date {
    if random.chance(20) { monday_on(date) } else { date.first_of_month() }
}

/// Letters of mail addresses: ASCII, lower case, blanks as hyphens.
pub fn ascii(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            ' ' | '-' => out.push('-'),
            'ä' | 'æ' => out.push_str("ae"),
            'ö' | 'ø' | 'œ' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'ß' => out.push_str("ss"),
            'å' => out.push_str("aa"),
            'þ' => out.push_str("th"),
            _ => {
                for (plain, accented) in FOLDS {
                    if accented.contains(c) {
                        out.push_str(plain);
                    }
                }
            }
        }
    }
    out
}

const FOLDS: [(&str, &str); 17] = [
    ("a", "àáâãāăąạảấầẩẫậắằẳẵặǎ"),
    ("c", "çćčċ"),
    ("d", "ďđð"),
    ("e", "èéêëēęěẹẻẽếềểễệ"),
    ("g", "ğģ"),
    ("h", "ħ"),
    ("i", "ìíîïīįıịỉĩǐ"),
    ("k", "ķ"),
    ("l", "łľĺ"),
    ("n", "ñńňņ"),
    ("o", "òóôõōőọỏốồổỗộớờởỡợơǒ"),
    ("r", "řŕ"),
    ("s", "śšşșŝ"),
    ("t", "ťţț"),
    ("u", "ùúûūůűųụủũưứừửữựǔ"),
    ("y", "ýÿỳỷỹỵ"),
    ("z", "źżž"),
];

/// Reads the tree, then adds what happened to it.
fn read_units(plan: &'static Plan, today: Date) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut parents: Vec<Option<usize>> = Vec::new();
    let mut names: Vec<&'static str> = Vec::new();
    let mut path: Vec<usize> = Vec::new();
    let site_of = |code: &str| plan.sites.iter().position(|s| s.code == code).unwrap_or_default();
    let blank = |code, kind, site| Unit {
        code,
        kind,
        site,
        start: today,
        end: None,
        slices: Vec::new(),
        roles: Vec::new(),
        origins: Vec::new(),
        leaders: Vec::new(),
    };
    for line in plan.tree.lines().filter(|line| !line.trim().is_empty()) {
        let depth = (line.len() - line.trim_start().len()) / 2;
        let cells: Vec<&'static str> = line.split('|').map(str::trim).collect();
        let [code, name, kind, site, roles] = cells[..] else { continue };
        path.truncate(depth);
        parents.push(path.last().copied());
        names.push(name);
        path.push(units.len());
        let mut unit = blank(code, kind, site_of(site));
        unit.roles = roles
            .split_whitespace()
            .filter_map(|cell| cell.split_once('*'))
            .map(|(key, count)| (role(key), count.parse().unwrap_or(0)))
            .collect();
        units.push(unit);
    }
    let find = |units: &[Unit], code: &str| units.iter().position(|u| u.code == code);
    for (code, back, month, change) in plan.history {
        if let Change::Closed(name, kind, site, parent) = change {
            let mut unit = blank(code, kind, site_of(site));
            unit.end = Some(plus(day(today, *back, *month, false), -1));
            parents.push(find(&units, parent));
            names.push(name);
            units.push(unit);
        }
    }
    // Changes of name and place, by unit.
    let mut turns: Vec<Vec<(Date, Option<&'static str>, Option<Option<usize>>)>> =
        vec![Vec::new(); units.len()];
    let mut coming = turns.clone();
    let mut created: Vec<Option<Date>> = vec![None; units.len()];
    for (code, back, month, change) in plan.history {
        let Some(unit) = find(&units, code) else { continue };
        let on = |soon| day(today, *back, *month, soon);
        match change {
            Change::Renamed(old) => turns[unit].push((on(false), Some(*old), None)),
            Change::Moved(old) => turns[unit].push((on(false), None, Some(find(&units, old)))),
            Change::WillBeRenamed(new) => coming[unit].push((on(true), Some(*new), None)),
            Change::WillMove(new) => coming[unit].push((on(true), None, Some(find(&units, new)))),
            Change::Created(origins) => {
                created[unit] = Some(on(false));
                units[unit].origins = origins.iter().filter_map(|o| find(&units, o)).collect();
            }
            Change::Closed(..) => {}
        }
    }
    // A unit begins when its site and every parent it ever had existed.
    for unit in &mut units {
        unit.start = Date::new(plan.sites[unit.site].since, 4, 1).unwrap_or(today);
    }
    for _ in 0..8 {
        for unit in 0..units.len() {
            let others = turns[unit].iter().filter_map(|t| t.2.flatten()).chain(parents[unit]);
            let needed = if turns[unit].iter().any(|t| t.2.is_some()) {
                // The present parent may be younger; the first one may not.
                turns[unit].iter().filter_map(|t| t.2.flatten()).map(|p| units[p].start).max()
            } else {
                others.map(|p| units[p].start).max()
            };
            units[unit].start = units[unit].start.max(needed.unwrap_or(units[unit].start));
            if let Some(on) = created[unit] {
                units[unit].start = units[unit].start.max(on);
            }
        }
    }
    for unit in 0..units.len() {
        let (start, end) = (units[unit].start, units[unit].end);
        let mut bounds: Vec<Date> =
            turns[unit].iter().chain(&coming[unit]).map(|t| t.0).filter(|d| *d > start).collect();
        bounds.push(start);
        bounds.sort();
        bounds.dedup();
        for (at, from) in bounds.iter().enumerate() {
            let old_name = turns[unit]
                .iter()
                .filter(|t| t.1.is_some() && t.0 > *from)
                .min_by_key(|t| t.0)
                .and_then(|t| t.1);
            let new_name = coming[unit]
                .iter()
                .filter(|t| t.1.is_some() && t.0 <= *from)
                .max_by_key(|t| t.0)
                .and_then(|t| t.1);
            let old_place = turns[unit]
                .iter()
                .filter(|t| t.2.is_some() && t.0 > *from)
                .min_by_key(|t| t.0)
                .and_then(|t| t.2);
            let new_place = coming[unit]
                .iter()
                .filter(|t| t.2.is_some() && t.0 <= *from)
                .max_by_key(|t| t.0)
                .and_then(|t| t.2);
            let until = bounds.get(at + 1).map(|next| plus(*next, -1)).or(end);
            let slice = (
                *from,
                until,
                new_name.or(old_name).unwrap_or(names[unit]),
                new_place.or(old_place).unwrap_or(parents[unit]),
            );
            units[unit].slices.push(slice);
        }
    }
    units
}

/// Every role, for files that list them.
pub fn roles_in_use(company: &Company) -> Vec<&'static Role> {
    let used: HashSet<&str> =
        company.people.iter().flat_map(|p| p.spans.iter().map(|s| s.role.key)).collect();
    ROLES.iter().filter(|r| used.contains(r.key)).collect()
}
