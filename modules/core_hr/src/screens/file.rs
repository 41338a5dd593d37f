//! The file of an employee: who it is at the head, everything about them in tabs, as of any day.

use maud::{Markup, html};
use talang_catalogue::object::GENERAL;
use talang_catalogue::types::time::iso_date;
use talang_catalogue::value::days_of_date;
use talang_catalogue::{Object, Record, Subject};
use talang_engine::{Action, AsOf, Filter, Query, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{
    Crumb, Entry, Tab, Tone, alert, avatar, badge, card, empty_state, icon, menu_button, stat, tabs, timeline,
};
use talang_screens::general::events;
use talang_screens::page::{Head, page_with, photo, ui};

use super::kit::{self, Faces, Related, day, fact_rows, length, records, related};

/// Entries of the history on one page.
const ENTRIES: usize = 200;

/// The tabs, and the objects that each shows. The first is the overview, the last the history.
const TABS: [(&str, &str, &[&str]); 7] = [
    ("overview", "people-tab-overview", &[]),
    (
        "work",
        "people-tab-work",
        &[
            "Assignment",
            "Contract",
            "ContractAmendment",
            "WorkingTime",
            "ReportingLine",
            "PositionHolder",
            "EmployeeEvent",
        ],
    ),
    (
        "personal",
        "people-tab-personal",
        &[
            "EmployeeAddress",
            "EmployeeContact",
            "EmergencyContact",
            "Dependent",
            "IdentityDocument",
            "WorkPermit",
            "EmployeeDocument",
            "EmployeeNote",
            "ExitInterview",
        ],
    ),
    (
        "profile",
        "people-tab-profile",
        &[
            "ProfileSkill",
            "ProfileLanguage",
            "Experience",
            "Education",
            "Qualification",
            "EmployeeCertification",
            "ProfileProject",
            "Interest",
            "MobilityWish",
        ],
    ),
    ("absences", "people-tab-absences", &["AbsenceBalance", "Absence"]),
    ("equipment", "people-tab-equipment", &["EquipmentLoan", "OnboardingTask"]),
    ("pay", "people-tab-pay", &["BankAccount", "HourlyRate"]),
];

/// Columns of a card, where not every field deserves one.
fn columns(object: &str) -> &'static [&'static str] {
    match object {
        "Assignment" => {
            &["start", "end", "organisation", "job", "manager", "establishment", "grade", "reason"]
        }
        "Contract" => {
            &["number", "contract_type", "start", "end", "trial_end", "legal_entity", "category", "pay_group"]
        }
        "WorkingTime" => &["start", "end", "percent", "weekly_hours", "schedule", "telework_days", "reason"],
        "ReportingLine" => &["kind", "manager", "scope", "share", "start", "end"],
        "EmployeeEvent" => {
            &["date", "kind", "reason", "from_organisation", "to_organisation", "from_job", "to_job"]
        }
        "EmployeeAddress" => &["kind", "line1", "line2", "postal_code", "city", "country", "start", "end"],
        "Absence" => &["absence_type", "start", "end", "days", "hours", "status", "substitute"],
        "AbsenceBalance" => &[
            "absence_type",
            "period_start",
            "entitled",
            "carried_over",
            "taken",
            "planned",
            "balance",
            "expires_on",
        ],
        "ProfileSkill" => &["skill", "level", "source", "assessed_on", "years"],
        "EmployeeCertification" => &["certification", "start", "end", "number", "issuer", "status"],
        "OnboardingTask" => &["name", "status", "responsible", "due_on", "done_on"],
        "EmployeeNote" => &["date", "heading", "topic", "author", "follow_up_on"],
        _ => &[],
    }
}

/// `GET /people/{id}`, with `tab=`.
pub fn page(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    let wanted = call.request.query("tab").unwrap_or("overview").to_string();
    let (name, head, actions, crumbs, face, content) = call.scope.view(|v| {
        let object = v.object("Employee")?;
        let record = v.get(&object, id)?;
        let name = v.title_of(&record)?.title;
        let assignment = records(v, "Assignment", "employee", &[id], AsOf::Scope, 1)?.pop();
        let bar = tab_bar(call, v, id, &wanted)?;
        let here = format!("/people/{id}?tab={wanted}");
        let content = html! {
            (strip(call, v, &record, assignment.as_ref())?)
            (bar)
            div.tl-stack {
                (other_day(call, &record))
                @match wanted.as_str() {
                    "overview" => (overview(call, v, &record, assignment.as_ref())?),
                    "history" => (history(call, v, id)?),
                    tab => (cards(call, v, id, tab, &here)?),
                }
            }
        };
        let text = headline(v, assignment.as_ref())?;
        let crumbs = [Crumb { label: kit::words(call, "Employee").1.to_string(), href: "/people".into() }];
        let face = html! { (avatar(&name, photo(&record).as_deref(), "xl")) };
        Ok((name, text, doings(call, v, &record)?, crumbs, face, content))
    })?;
    let head = Head {
        title: &name,
        text: &head,
        menu: "Employee",
        crumbs: &crumbs,
        face,
        actions,
        ..Head::default()
    };
    page_with(call, &head, content)
}

/// Job and unit in one line.
fn headline(v: &mut View<'_>, assignment: Option<&Record>) -> Result<String> {
    let Some(assignment) = assignment else { return Ok(String::new()) };
    let own = assignment.get("job_title").as_text().map(str::to_string);
    let job = match own {
        Some(title) => title,
        None => kit::shown(v, assignment, "job")?,
    };
    let parts =
        [job, kit::shown(v, assignment, "organisation")?, kit::shown(v, assignment, "establishment")?];
    Ok(parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" · "))
}

/// State, number, and the ways to reach the person.
fn strip(call: &Call, v: &mut View<'_>, record: &Record, assignment: Option<&Record>) -> Result<Markup> {
    let ui = ui(call);
    let status = kit::shown(v, record, "status")?;
    let tone = match record.get("status").as_text() {
        Some("active") => Tone::Success,
        Some("suspended") => Tone::Warning,
        Some("future") => Tone::Info,
        _ => Tone::Neutral,
    };
    let manager = assignment.and_then(|a| a.get("manager").as_int());
    let faces = Faces::load(v, manager)?;
    let text = |field: &str| record.get(field).as_text().map(str::to_string).filter(|t| !t.is_empty());
    let dial = |number: &str| number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
    Ok(html! {
        div.d-flex.flex-wrap.align-items-center.gap-2.mb-3 {
            @if !status.is_empty() { (badge(tone, &status)) }
            @if let Some(number) = text("number") { span.tl-soft.tl-num { (kit::label(call, &record.object, "number")) " " (number) } }
            @if let Some(manager) = manager {
                @let face = faces.get(manager);
                span.tl-soft { (ui.say("people-reports-to")) " " @match &face.href { Some(href) => a href=(href) { (face.name) }, None => (face.name) } }
            }
            @if let Some(mail) = text("work_email") { a.btn.btn-sm href={ "mailto:" (mail) } { (icon("mail")) (mail) } }
            @for field in ["work_mobile", "work_phone"] {
                @if let Some(number) = text(field) { a.btn.btn-sm href={ "tel:" (dial(&number)) } { (icon("phone")) (number) } }
            }
        }
    })
}

/// A word where the day of the view lies outside the employment.
fn other_day(call: &Call, record: &Record) -> Markup {
    let ui = ui(call);
    let on = day(call);
    let (hired, left) = (record.get("hire_date").as_int(), record.get("exit_date").as_int());
    if let Some(hired) = hired.filter(|d| *d > on) {
        return alert(
            Tone::Info,
            "",
            html! { (ui.say_with("people-not-yet", &[("date", ui.culture.date_long(hired).into())])) },
        );
    }
    if let Some(left) = left.filter(|d| *d < on) {
        return alert(
            Tone::Warning,
            "",
            html! { (ui.say_with("people-no-longer", &[("date", ui.culture.date_long(left).into())])) },
        );
    }
    html! {}
}

/// What can be done with the file.
fn doings(call: &Call, v: &mut View<'_>, record: &Record) -> Result<Markup> {
    let ui = ui(call);
    let id = record.id;
    let back = format!("back=/people/{id}");
    let update = v.may(record, GENERAL, Action::Update)?;
    let edit = v.may_change(record)?;
    let assignment = v.object("Assignment")?;
    let move_ = v.who(&assignment, GENERAL, Action::Create)?.includes(Some(id));
    let entry = |key: &str, icon: &'static str, href: String| Entry {
        label: ui.say(key),
        icon,
        href: Some(href),
        ..Entry::default()
    };
    let mut more = Vec::new();
    if move_ {
        more.push(entry("people-move", "switch-horizontal", format!("/people/{id}/move")));
    }
    if update {
        more.push(entry("people-leave", "logout", format!("/people/{id}/leave")));
        more.push(entry("people-photo-change", "photo", format!("/o/employees/{id}/edit?{back}#f-photo")));
    }
    more.push(Entry {
        label: ui.say("ui-print"),
        icon: "printer",
        line: !more.is_empty(),
        attributes: vec![("data-print", String::new())],
        ..Entry::default()
    });
    Ok(html! {
        (menu_button("file-actions", "btn", "", &ui.say("ui-actions"), false, &more))
        @if edit { a.btn.btn-primary href={ "/o/employees/" (id) "/edit?" (back) } { (icon("edit")) (ui.say("ui-edit")) } }
    })
}

/// The tabs that have something which the scope may read.
fn tab_bar(call: &Call, v: &mut View<'_>, id: i64, wanted: &str) -> Result<Markup> {
    let ui = ui(call);
    let tab = |code: &str, key: &str| Tab {
        label: ui.say(key),
        href: talang_screens::components::with_param(
            &format!("/people/{id}?tab={code}"),
            "asOf",
            kit::day_query(call).trim_start_matches("?asOf="),
        ),
        current: code == wanted,
        count: None,
    };
    let mut all = Vec::new();
    for (code, key, objects) in TABS {
        if objects.is_empty() || readable(v, objects, id)? {
            all.push(tab(code, key));
        }
    }
    all.push(tab("history", "people-tab-history"));
    Ok(tabs(&ui.say("people-tabs"), &all))
}

/// Whether the scope may read something of these objects about a person.
fn readable(v: &mut View<'_>, objects: &[&str], id: i64) -> Result<bool> {
    for name in objects {
        let object = v.object(name)?;
        if v.who(&object, GENERAL, Action::Read)?.includes(Some(id))
            && (object.def.subject != Subject::None || v.rights().may(&object, Action::Read))
        {
            return Ok(true);
        }
    }
    Ok(false)
}

fn cards(call: &Call, v: &mut View<'_>, id: i64, tab: &str, here: &str) -> Result<Markup> {
    let ui = ui(call);
    let Some((_, _, objects)) = TABS.iter().find(|(code, _, objects)| *code == tab && !objects.is_empty())
    else {
        return Err(kit::missing("Employee"));
    };
    if !readable(v, objects, id)? {
        return Err(kit::missing("Employee"));
    }
    let mut out = Vec::new();
    if tab == "profile" {
        out.extend(profile_text(call, v, id, here)?);
    }
    for object in *objects {
        let card = related(
            call,
            v,
            id,
            &Related { object, link: "employee", fields: columns(object), back: here, ..Related::default() },
        )?;
        if !card.0.is_empty() {
            out.push(card);
        }
    }
    Ok(html! {
        @if out.is_empty() {
            div.card { (empty_state("inbox", &ui.say("people-nothing"), &ui.say("people-nothing-text"), html! {})) }
        }
        @for card in &out { (card) }
    })
}

/// Headline and summary of the profile.
fn profile_text(call: &Call, v: &mut View<'_>, id: i64, here: &str) -> Result<Option<Markup>> {
    let ui = ui(call);
    let object = v.object("Profile")?;
    let fields = [
        "headline",
        "summary",
        "aspirations",
        "motivations",
        "open_to_mobility",
        "available_from",
        "mentor",
        "web_page",
        "cv",
    ];
    let back = talang_screens::components::encode(here);
    let Some(profile) = records(v, "Profile", "employee", &[id], AsOf::Scope, 1)?.pop() else {
        let may = v.who(&object, GENERAL, Action::Create)?.includes(Some(id));
        let add = html! { a.btn.btn-sm href={ "/o/" (object.def.path) "/new?employee=" (id) "&back=" (back) } { (icon("plus")) (ui.say("ui-add")) } };
        let none = html! { p.tl-soft.mb-0 { (ui.say("people-nothing-recorded")) } };
        return Ok(may.then(|| card(kit::words(call, "Profile").0, add, false, none)));
    };
    let edit = v.may(&profile, GENERAL, Action::Update)?;
    let action = html! { @if edit { a.btn.btn-sm href={ "/o/" (object.def.path) "/" (profile.id) "/edit?back=" (back) } { (icon("edit")) (ui.say("ui-edit")) } } };
    let rows = fact_rows(call, v, &profile, &fields)?;
    Ok(Some(card(kit::words(call, "Profile").0, action, false, rows)))
}

fn overview(call: &Call, v: &mut View<'_>, record: &Record, assignment: Option<&Record>) -> Result<Markup> {
    let ui = ui(call);
    let id = record.id;
    let on = day(call);
    let mut figures = Vec::new();
    if let Some(since) = record.get("seniority_date").as_int().or(record.get("hire_date").as_int()) {
        let until = record.get("exit_date").as_int().filter(|d| *d < on).unwrap_or(on);
        let note = ui.say_with("people-since", &[("date", ui.culture.date_short(since).into())]);
        figures.push(stat(
            &ui.say("people-seniority"),
            &length(&ui, since, until),
            &note,
            Tone::Neutral,
            "calendar",
            None,
        ));
    }
    if let Some(contract) = records(v, "Contract", "employee", &[id], AsOf::Scope, 1)?.pop() {
        let kind = kit::shown(v, &contract, "contract_type")?;
        let note = contract
            .get("end")
            .as_int()
            .map(|d| ui.say_with("people-until", &[("date", ui.culture.date_short(d).into())]))
            .unwrap_or_default();
        figures.push(stat(kit::words(call, "Contract").0, &kind, &note, Tone::Neutral, "file-text", None));
    }
    if let Some(time) = records(v, "WorkingTime", "employee", &[id], AsOf::Scope, 1)?.pop() {
        let hours = kit::shown(v, &time, "weekly_hours")?;
        let note = if hours.is_empty() {
            String::new()
        } else {
            ui.say_with("people-hours-week", &[("hours", hours.into())])
        };
        figures.push(stat(
            kit::words(call, "WorkingTime").0,
            &kit::shown(v, &time, "percent")?,
            &note,
            Tone::Neutral,
            "clock",
            None,
        ));
    }
    let team = team(v, id)?;
    let person = [
        "civility",
        "first_name",
        "last_name",
        "preferred_name",
        "birth_name",
        "birth_date",
        "birth_place",
        "nationality",
        "sex",
        "marital_status",
        "culture",
    ];
    let employment = [
        "hire_date",
        "seniority_date",
        "exit_date",
        "exit_reason",
        "payroll_number",
        "social_security_number",
        "office",
    ];
    let contact = ["work_email", "work_phone", "work_mobile"];
    let extra: Vec<String> =
        record.object.fields.iter().filter(|f| f.extra).map(|f| f.name.to_string()).collect();
    let extra: Vec<&str> = extra.iter().map(String::as_str).collect();
    let work = [
        "organisation",
        "position",
        "job",
        "job_title",
        "manager",
        "establishment",
        "legal_entity",
        "cost_centre",
        "grade",
    ];
    let faces = Faces::load(v, team.iter().copied())?;
    Ok(html! {
        @if !figures.is_empty() { div.tl-grid { @for figure in &figures { (figure) } } }
        div.tl-split {
            div.tl-stack {
                @if let Some(assignment) = assignment {
                    (card(&ui.say("people-work"), html! {}, false, fact_rows(call, v, assignment, &work)?))
                } @else {
                    (card(&ui.say("people-work"), html! {}, false, html! { p.tl-soft.mb-0 { (ui.say("people-no-assignment")) } }))
                }
                (card(&ui.say("people-person"), html! {}, false, fact_rows(call, v, record, &person)?))
                (card(&ui.say("people-employment"), html! {}, false, fact_rows(call, v, record, &employment)?))
                @if !extra.is_empty() { (card(&ui.say("people-extra"), html! {}, false, fact_rows(call, v, record, &extra)?)) }
            }
            div.tl-stack {
                (card(&ui.say("people-contact"), html! {}, false, fact_rows(call, v, record, &contact)?))
                @if !team.is_empty() {
                    (card(&ui.say("people-direct-reports"), html! { (badge(Tone::Neutral, &ui.culture.integer(i64::try_from(team.len()).unwrap_or_default()))) }, true,
                        html! { ul.tl-links { @for member in team.iter().take(12) { (faces.row(*member, "", html! {})) } } }))
                }
                (units_led(call, v, id)?)
            }
        }
    })
}

/// Who reports to the person on the day, as far as the scope may see.
fn team(v: &mut View<'_>, id: i64) -> Result<Vec<i64>> {
    let team: Vec<i64> = records(v, "Assignment", "manager", &[id], AsOf::Scope, 200)?
        .iter()
        .filter_map(Record::subject)
        .collect();
    let people = v.object("Employee")?;
    let sort = v.sort(&people, "last_name")?;
    let query = Query { filter: Some(Filter::Ids(team)), sort, ..Query::default() };
    Ok(v.list(&people, &query)?
        .records
        .iter()
        .filter(|r| r.get("status").as_text() != Some("left"))
        .map(|r| r.id)
        .collect())
}

/// The units that the person leads.
fn units_led(call: &Call, v: &mut View<'_>, id: i64) -> Result<Markup> {
    let ui = ui(call);
    let units = records(v, "Organisation", "manager", &[id], AsOf::Scope, 20)?;
    let mut lines = Vec::new();
    for unit in &units {
        lines.push((
            format!("/organisation/{}{}", unit.thread, kit::day_query(call)),
            v.title_of(unit)?.title,
        ));
    }
    if lines.is_empty() {
        return Ok(html! {});
    }
    Ok(card(
        &ui.say("people-leads"),
        html! {},
        true,
        html! {
            ul.tl-links { @for (href, name) in &lines { li { a href=(href) { span.tl-hit-icon { (icon("sitemap")) } (name) } } } }
        },
    ))
}

/// Who changed what about the person, over all objects; `object=` and `until=` narrow it.
fn history(call: &Call, v: &mut View<'_>, id: i64) -> Result<Markup> {
    let ui = ui(call);
    let wanted = call.request.query("object").unwrap_or_default();
    let before = call.request.query("until").and_then(|t| talang_catalogue::Culture::NEUTRAL.parse_date(t));
    let mut entries = v.history_of_person(id, 2000)?;
    let mut objects: Vec<&Object> = entries.iter().map(|e| e.object.as_ref()).collect();
    objects.sort_by_key(|o| o.def.id);
    objects.dedup_by_key(|o| o.def.id);
    let objects: Vec<(&str, String)> =
        objects.iter().map(|o| (o.def.name, kit::words(call, o.def.name).0.to_string())).collect();
    entries.retain(|e| {
        let day = e.at.div_euclid(86_400_000_000);
        (wanted.is_empty() || e.object.def.name == wanted) && before.is_none_or(|b| day <= b)
    });
    let total = entries.len();
    entries.truncate(ENTRIES);
    let mut lines = events(call, v, &entries)?;
    for (line, entry) in lines.iter_mut().zip(&entries) {
        // Of which record: the history of a person is about many.
        line.what = format!("{} · {}", line.what, kit::words(call, entry.object.def.name).0);
    }
    let id_text = format!("/people/{id}");
    let filter = html! {
        form.tl-contents method="get" action=(id_text) aria-label=(ui.say("ui-filter")) {
            input type="hidden" name="tab" value="history";
            label.visually-hidden for="history-object" { (ui.say("people-history-what")) }
            select.form-select.w-auto id="history-object" name="object" {
                option value="" { (ui.say("people-history-everything")) }
                @for (name, label) in &objects { option value=(name) selected[*name == wanted] { (label) } }
            }
            label.visually-hidden for="history-until" { (ui.say("people-history-until")) }
            input.form-control.w-auto type="date" id="history-until" name="until" title=(ui.say("people-history-until")) value=(before.map(iso_date).unwrap_or_default());
            button.btn type="submit" { (ui.say("ui-apply")) }
        }
    };
    let content = html! {
        @if lines.is_empty() {
            (empty_state("history", &ui.say("general-history-none"), &ui.say("general-history-none-text"), html! {}))
        } @else {
            (timeline(&ui, &lines))
            @if total > ENTRIES { p.tl-soft { (ui.say_with("people-history-more", &[("count", i64::try_from(ENTRIES).unwrap_or_default().into())])) } }
        }
    };
    Ok(html! { div.card { div.tl-filters { (filter) } div.tl-card-body { (content) } } })
}

/// The day of employment that a form begins with: the day of the view, not before the hire date.
pub fn first_day(call: &Call, record: &Record) -> i64 {
    let today = days_of_date(call.scope.as_of);
    record.get("hire_date").as_int().map_or(today, |hired| hired.max(today))
}
