//! Writes a page that shows every component into a folder, with all assets beside it:
//! `cargo run -p talang-screens --example styleguide -- target/styleguide`.
//! `platform/screens/styleguide/check.mjs` opens it in a browser, takes pictures and lets axe look for faults.

use std::path::PathBuf;
use std::{env, fs};

use maud::{Markup, html};
use talang_catalogue::messages::Messages;
use talang_catalogue::{Culture, Language};
use talang_engine::charter::Brand;
use talang_screens::components::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(env::args().nth(1).ok_or("name the folder to write into")?);
    let assets = folder.join("assets");
    fs::create_dir_all(&assets)?;
    for url in ["app.js", "app.css", "boot.js", "icons.svg", "mark.svg", "logo.svg", "favicon.svg"] {
        write_asset(&assets, talang_web::url(url))?;
    }
    for file in talang_web::names() {
        write_asset(&assets, file)?;
    }
    let messages = Messages::new(talang_screens::SOURCES)?;
    for language in Language::ALL {
        let ui =
            Ui { messages: &messages, language, culture: Culture::of(language), brand: Brand::default() };
        let code = language.code();
        fs::write(folder.join(format!("index.{code}.html")), page(&ui).into_string())?;
        fs::write(folder.join(format!("list.{code}.html")), list_page(&ui).into_string())?;
        fs::write(folder.join(format!("form.{code}.html")), form_page(&ui).into_string())?;
        fs::write(folder.join(format!("chart.{code}.html")), tree_page(&ui).into_string())?;
        fs::write(folder.join(format!("signin.{code}.html")), sign_in(&ui).into_string())?;
        fs::write(folder.join(format!("hits.{code}.html")), hits(&ui).into_string())?;
        fs::write(folder.join(format!("children.{code}.html")), children(&ui).into_string())?;
        fs::write(folder.join(format!("move.{code}.html")), move_dialog(&ui, true).into_string())?;
    }
    println!("{}", folder.join("index.en.html").display());
    Ok(())
}

fn write_asset(folder: &std::path::Path, name: &str) -> Result<(), Box<dyn std::error::Error>> {
    let name = name.trim_start_matches(talang_web::PREFIX);
    let asset = talang_web::asset(name).ok_or_else(|| format!("no asset {name}"))?;
    Ok(fs::write(folder.join(name), asset.bytes)?)
}

fn frame(title: &str, current: &str, as_of: i64) -> Frame {
    let entry = |label: &str, href: &str, icon: &'static str, count: u64| MenuEntry {
        label: label.into(),
        href: format!("/{href}"),
        icon,
        current: href == current,
        count,
    };
    let section = |title: &str, entries: Vec<MenuEntry>| MenuSection { title: title.into(), entries };
    Frame {
        title: title.into(),
        band: None,
        tenant: "Nordwind Maritime Group".into(),
        menu: vec![
            section(
                "",
                vec![
                    entry("Home", "index", "home", 0),
                    entry("My file", "me", "user-circle", 0),
                    entry("My team", "team", "users-group", 0),
                    entry("To do", "todo", "checks", 7),
                ],
            ),
            section(
                "People",
                vec![
                    entry("Employees", "list", "users", 0),
                    entry("Contracts", "contracts", "file-text", 0),
                    entry("Absences", "absences", "calendar-event", 0),
                ],
            ),
            section(
                "Organisation",
                vec![
                    entry("Organisation chart", "chart", "hierarchy-2", 0),
                    entry("Organisations", "orgs", "building", 0),
                    entry("Positions", "positions", "id-badge-2", 0),
                    entry("Jobs and skills", "jobs", "briefcase", 0),
                ],
            ),
            section(
                "Administration",
                vec![
                    entry("Roles and rights", "roles", "shield-check", 0),
                    entry("Accreditation lists", "lists", "list-check", 0),
                    entry("Import and export", "exchange", "switch-horizontal", 0),
                    entry("Value lists", "values", "tags", 0),
                ],
            ),
        ],
        as_of: Some(AsOf { date: as_of, today: 20_781 }),
        search: Some("/search".into()),
        language_action: Some("/language".into()),
        address: "/".into(),
        user: UserMenu {
            name: "Ingrid Sørensen".into(),
            login: "ingrid.sorensen@nordwind.example".into(),
            photo: None,
            entries: vec![
                Entry {
                    label: "My file".into(),
                    icon: "user-circle",
                    href: Some("/me".into()),
                    ..Entry::default()
                },
                Entry {
                    label: "Settings".into(),
                    icon: "settings",
                    href: Some("/settings".into()),
                    ..Entry::default()
                },
            ],
            sign_out: "/sign-out".into(),
        },
        theme: Theme::Auto,
        side_small: false,
        csrf: "token".into(),
        toasts: Vec::new(),
    }
}

fn page(ui: &Ui<'_>) -> Markup {
    let actions = html! {
        button.btn type="button" data-print { (icon("printer")) (ui.say("ui-print")) }
        button.btn.btn-primary type="button" data-dialog="example" { (icon("plus")) "New employee" }
    };
    let mut frame = frame("Good morning, Ingrid", "index", 20_781);
    frame.toasts =
        vec![toast(ui, Tone::Success, "Kenji Watanabe moved to Fleet operations.", Some("/undo/1"))];
    shell(
        ui,
        &frame,
        html! {
            (page_header(ui, "Good morning, Ingrid", &[], "Thursday 24 November. Seven things await you, two of them today.", html! {}, actions))
            div.tl-stack {
                div.tl-grid {
                    (stat("Employees", &ui.culture.integer(1470), "12 more than a year ago", Tone::Success, "users", Some("/list")))
                    (stat("Open positions", "23", "4 for more than 90 days", Tone::Danger, "id-badge-2", Some("/positions")))
                    (stat("Trial periods ending", "9", "within 30 days", Tone::Neutral, "calendar-event", None))
                    (stat("Average seniority", &ui.culture.decimal(7_400_000, 1), "years", Tone::Neutral, "clock", None))
                }
                div.tl-split {
                    div.tl-stack {
                        (card("Awaiting my action", html! { a href="/todo" { "Show all" } }, true, html! {
                            ul.tl-links {
                                li { a href="/todo/1" { (person("Amélie Fournier", None, "Trial period ends on 2 December")) span.tl-links-end { (badge(Tone::Warning, "Today")) } } }
                                li { a href="/todo/2" { (person("Kenji Watanabe", None, "Move to Fleet operations to confirm")) span.tl-links-end { (badge(Tone::Neutral, "In 3 days")) } } }
                                li { a href="/todo/3" { (person("Zoë van den Berg", None, "Work permit expires on 31 January")) span.tl-links-end { (badge(Tone::Danger, "Overdue")) } } }
                            }
                        }))
                        (card("", html! {}, false, chart(ui, &Chart {
                            title: "Arrivals and departures".into(), axis: "Month".into(), kind: ChartKind::Bars, stacked: false,
                            labels: ["Jun", "Jul", "Aug", "Sep", "Oct", "Nov"].map(String::from).to_vec(),
                            series: vec![
                                Series { name: "Arrivals".into(), values: vec![14.0, 9.0, 6.0, 31.0, 18.0, 12.0] },
                                Series { name: "Departures".into(), values: vec![8.0, 12.0, 7.0, 15.0, 9.0, 6.0] },
                            ],
                        })))
                        (card("History", html! {}, false, timeline(ui, &[
                            Event {
                                icon: "edit", who: "Ingrid Sørensen".into(), what: "changed 2 fields".into(), when: "today, 09:12".into(),
                                when_iso: "2026-11-24T09:12".into(), door: "Screen".into(),
                                changes: vec![
                                    Change { field: "Organisation".into(), old: "Harbour services".into(), new: "Fleet operations".into() },
                                    Change { field: "Grade".into(), old: String::new(), new: "G7".into() },
                                ],
                            },
                            Event { icon: "file-import", who: "Nightly import".into(), what: "created the record".into(), when: "1 March 2021".into(), when_iso: "2021-03-01".into(), door: "CSV import".into(), changes: vec![] },
                        ])))
                    }
                    div.tl-stack {
                        (alert(Tone::Info, "New: compare two dates", html! { p { "Open an organisation and choose a second date to see what changed." } }))
                        (alert(Tone::Success, "Import finished", html! { p { "1,470 lines, no rejects." } }))
                        (alert(Tone::Warning, "Two positions have no holder", html! {}))
                        (alert(Tone::Danger, "Payroll export failed", html! { p { a href="/exchange" { "See the three rejected lines" } } }))
                        (card("Import in progress", html! {}, false, html! {
                            (steps("Import", &["File", "Check", "Import"], 2))
                            (progress("Employee_InsertAndUpdate_sv-SE_10_.csv", Some(61_240), 100_000, "61 %"))
                        }))
                        (card("", html! {}, false, chart(ui, &Chart {
                            title: "By contract type".into(), axis: "Contract".into(), kind: ChartKind::Ring, stacked: false,
                            labels: ["Permanent", "Fixed term", "Apprentice", "Agency"].map(String::from).to_vec(),
                            series: vec![Series { name: "People".into(), values: vec![1130.0, 190.0, 96.0, 54.0] }],
                        })))
                        div {
                            (badge(Tone::Success, "Active")) " " (badge(Tone::Info, "On leave")) " " (badge(Tone::Warning, "Notice"))
                            " " (badge(Tone::Danger, "Left")) " " (badge(Tone::Neutral, "Draft")) " " (badge(Tone::Primary, "Chosen"))
                        }
                    }
                }
                (card("", html! {}, false, empty_state("school", "No training planned", "Sessions that you register for appear here, with place, time and trainer.", html! { a.btn.btn-primary href="/training" { "Find a session" } })))
            }
            (dialog(ui, &Dialog {
                id: "example", title: "New employee", auto: false, size: "", post: Some("/employees"),
                content: html! {
                    div.tl-form {
                        (input(ui, &Input { name: "first".into(), label: "First name".into(), required: true, ..Input::default() }))
                        (input(ui, &Input { name: "last".into(), label: "Last name".into(), required: true, ..Input::default() }))
                        (input(ui, &Input { name: "org".into(), label: "Organisation".into(), control: Control::Reference { value: None, url: "/pick/Organisation".into() }, ..Input::default() }))
                        (input(ui, &Input { name: "from".into(), label: "Hire date".into(), control: Control::Date { value: "2027-01-01".into() }, required: true, ..Input::default() }))
                    }
                },
                foot: html! {
                    button.btn type="button" data-dialog-close { (ui.say("ui-cancel")) }
                    button.btn.btn-primary type="submit" { (ui.say("ui-save")) }
                },
            }))
        },
    )
}

fn list_page(ui: &Ui<'_>) -> Markup {
    let column =
        |name: &str, label: &str, align, sort| Column { name: name.into(), label: label.into(), align, sort };
    let people = [
        ("Amélie Fournier", "Harbour services", "Port engineer", "G6", "01/03/2019", "4,120.00 €", 0),
        ("Kenji Watanabe", "Fleet operations", "Fleet planner", "G7", "15/09/2021", "4,870.00 €", 0),
        ("Zoë van den Berg", "Customer care", "Team lead", "G8", "01/01/2015", "5,310.00 €", 1),
        (
            "Łukasz Wiśniewski",
            "IT and data",
            "Data engineer with responsibility for the integration platform",
            "G7",
            "01/06/2022",
            "5,020.00 €",
            0,
        ),
        ("Fatoumata Diallo", "Finance", "Controller", "", "12/04/2018", "4,640.00 €", 2),
        ("Søren Kjær", "Fleet operations", "Captain", "G9", "01/02/2009", "6,450.00 €", 0),
        (
            "María José Hernández",
            "People and culture",
            "HR business partner",
            "G8",
            "03/10/2016",
            "5,200.00 €",
            3,
        ),
        ("Oskar Ångström", "Harbour services", "Apprentice", "", "01/08/2026", "1,240.00 €", 0),
    ];
    let states = [
        (Tone::Success, "Active"),
        (Tone::Info, "On leave"),
        (Tone::Warning, "Notice"),
        (Tone::Danger, "Left"),
    ];
    let rows = people
        .iter()
        .enumerate()
        .map(|(at, (name, org, job, grade, hired, pay, state))| {
            let (tone, word) = states[*state];
            Row {
                id: format!("{}", at + 1),
                href: Some(format!("/employees/{}", at + 1)),
                title: (*name).into(),
                cells: vec![
                    person(name, None, &format!("E{:05}", 10_241 + at * 7)).into(),
                    (*org).into(),
                    (*job).into(),
                    (*grade).into(),
                    (*hired).into(),
                    (*pay).into(),
                    badge(tone, word).into(),
                ],
                actions: vec![
                    Entry {
                        label: "Open".into(),
                        icon: "eye",
                        href: Some("/employees/1".into()),
                        ..Entry::default()
                    },
                    Entry { label: "Move to …".into(), icon: "arrows-move", ..Entry::default() },
                    Entry {
                        label: "Delete".into(),
                        icon: "trash",
                        danger: true,
                        line: true,
                        attributes: vec![
                            ("hx-delete", "/employees/1".into()),
                            ("hx-confirm", "Delete this employee?".into()),
                        ],
                        ..Entry::default()
                    },
                ],
            }
        })
        .collect();
    let state = html! {
        select.form-select.w-auto name="status" aria-label="Status" { option value="" { "Any status" } option { "Active" } option { "Left" } }
    };
    let columns: Vec<ColumnChoice> =
        ["Name", "Organisation", "Job", "Grade", "Hire date", "Salary", "Status", "Manager", "E-mail"]
            .iter()
            .enumerate()
            .map(|(at, label)| ColumnChoice {
                name: label.to_lowercase(),
                label: (*label).into(),
                shown: at < 7,
            })
            .collect();
    let end = html! {
        (menu_button("views", "btn btn-quiet", "star", "Views", false, &[
            Entry { label: "All employees".into(), checked: Some(true), href: Some("?view=all".into()), ..Entry::default() },
            Entry { label: "Hired this year".into(), checked: Some(false), href: Some("?view=new".into()), ..Entry::default() },
            Entry { label: "Save this view".into(), icon: "device-floppy", line: true, ..Entry::default() },
        ]))
        (column_chooser(ui, "columns", "/list", &[("sort", "name")], &columns))
    };
    let active = [Filter {
        label: "Organisation".into(),
        value: "Nordwind Maritime Group and below".into(),
        remove: "/list".into(),
    }];
    let crumbs = [Crumb { label: "People".into(), href: "/".into() }];
    let actions = html! {
        a.btn href="/export" { (icon("download")) (ui.say("ui-export")) }
        a.btn.btn-primary href="/new" { (icon("plus")) (ui.say("ui-add")) }
    };
    shell(
        ui,
        &frame("Employees", "list", 20_900),
        html! {
            (page_header(ui, "Employees", &crumbs, "Everyone whom you may see, on the chosen date.", html! {}, actions))
            (list(ui, &List {
                id: "employees".into(), caption: "Employees".into(), address: "/list?sort=name".into(),
                columns: vec![
                    column("name", "Name", Align::Text, Sort::Up), column("org", "Organisation", Align::Text, Sort::Unsorted),
                    column("job", "Job", Align::Text, Sort::Unsorted), column("grade", "Grade", Align::Text, Sort::Never),
                    column("hired", "Hire date", Align::Date, Sort::Unsorted), column("pay", "Salary", Align::Number, Sort::Unsorted),
                    column("status", "Status", Align::Text, Sort::Never),
                ],
                rows, total: Some(1470), csrf: "token".into(), empty: None,
                bulk: vec![
                    Bulk { label: "Export".into(), icon: "download", action: "/export".into(), download: true, ..Bulk::default() },
                    Bulk { label: "Move".into(), icon: "arrows-move", action: "/move".into(), ..Bulk::default() },
                    Bulk { label: "Delete".into(), icon: "trash", action: "/delete".into(), danger: true, confirm: Some("Delete the selected employees?".into()), ..Bulk::default() },
                ],
                filters: Some(filters(ui, &Filters { target: "employees", address: "/list", query: "", kept: &[("sort", "name")], more: state, active: &active, end })),
                paging: Some(Paging { text: "1–8 of 1,470".into(), previous: None, next: Some("/list?page=2".into()) }),
            }))
        },
    )
}

fn form_page(ui: &Ui<'_>) -> Markup {
    let field = |name: &str, label: &str, control: Control| Input {
        name: name.into(),
        label: label.into(),
        control,
        ..Input::default()
    };
    let text = |value: &str, kind| Control::Text { value: value.into(), kind, max: None };
    let option = |value: &str, label: &str| Opt { value: value.into(), label: label.into() };
    let mut number = field("number", "Number", text("E10241", TextKind::Code));
    (number.required, number.help) = (true, "Stays the same for ever and is printed on the payslip.".into());
    let mut email = field("email", "Work e-mail", text("amelie.fournier@", TextKind::Email));
    email.error = Some("This is not an e-mail address: a name is missing after @.".into());
    let mut end = field("end", "End", Control::Date { value: String::new() });
    end.error = Some("The end lies before the start. Choose a date after 1 March 2019.".into());
    let mut state = field(
        "sex",
        "Sex",
        Control::Select {
            value: "F".into(),
            options: vec![option("F", "female"), option("M", "male"), option("X", "other")],
        },
    );
    state.required = true;
    let mut locked = field("master", "Payroll number", text("FR-882-113", TextKind::Code));
    (locked.read_only, locked.help) = (true, "Comes from payroll and cannot be changed here.".into());
    let texts = [("en", "Port engineer"), ("fr", "Ingénieure portuaire")]
        .map(|(k, v)| (k.to_string(), v.to_string()))
        .into();
    let crumbs = [
        Crumb { label: "People".into(), href: "/".into() },
        Crumb { label: "Employees".into(), href: "/list".into() },
    ];
    let tab = |label: &str, current: bool, count: Option<&str>| Tab {
        label: label.into(),
        href: "#".into(),
        current,
        count: count.map(String::from),
    };
    let problems = [
        Problem { field: "email".into(), text: "Work e-mail: a name is missing after @.".into() },
        Problem { field: "end".into(), text: "End: lies before the start.".into() },
    ];
    let fact_grid = facts(html! {
        (fact(ui, "Organisation", html! { a href="/orgs/4" { "Harbour services" } }, false))
        (fact(ui, "Manager", html! { (person("Zoë van den Berg", None, "Team lead")) }, false))
        (fact(ui, "Hire date", html! { time.tl-num { "1 March 2019" } }, false))
        (fact(ui, "Contract", badge(Tone::Neutral, "Permanent"), false))
        (fact(ui, "Grade", html! {}, false))
        (fact(ui, "Telephone", html! { a href="tel:+33491000000" { "+33 4 91 00 00 00" } }, false))
    });
    shell(
        ui,
        &frame("Amélie Fournier", "list", 20_781),
        html! {
            (page_header(ui, "Amélie Fournier", &crumbs, "Port engineer · Harbour services · E10241", avatar("Amélie Fournier", None, "l"), html! {
                (badge(Tone::Success, "Active"))
                (menu_button("more", "btn", "", "More", false, &[Entry { label: "Export all data".into(), icon: "package", ..Entry::default() }]))
            }))
            (tabs("Sections", &[tab("Overview", false, None), tab("Person", true, None), tab("Contracts", false, Some("2")), tab("Assignments", false, Some("5")), tab("Skills", false, Some("11")), tab("Documents", false, None), tab("History", false, None)]))
            div.tl-stack {
                (card("At a glance", html! { a.btn.btn-sm href="#" { (icon("edit")) (ui.say("ui-edit")) } }, false, fact_grid))
                section.card {
                    div.tl-card-head { h2 { "Person" } }
                    div.tl-card-body {
                        form #person method="post" action="/employees/1" hx-post="/employees/1" hx-target="this" hx-swap="outerHTML" novalidate data-guard {
                            (error_summary(ui, &problems))
                            div.tl-form {
                                (input(ui, &number)) (input(ui, &locked))
                                (input(ui, &field("name", "Name", text("Amélie Fournier", TextKind::Plain)))) (input(ui, &email))
                                (input(ui, &state)) (input(ui, &field("country", "Nationality", Control::Select { value: "FR".into(), options: vec![option("DK", "Denmark"), option("FR", "France"), option("SE", "Sweden"), option("ES", "Spain"), option("DE", "Germany")] })))
                                div.tl-section { h3 { "Work" } p { "What holds from a date on." } }
                                (input(ui, &field("start", "Start", Control::Date { value: "2019-03-01".into() }))) (input(ui, &end))
                                (input(ui, &field("manager", "Manager", Control::Reference { value: Some(Picked { id: "7".into(), title: "Zoë van den Berg".into() }), url: "/pick/Employee".into() })))
                                (input(ui, &field("salary", "Salary", Control::Money { amount: "4120.00".into(), currency: "EUR".into(), currencies: vec!["CHF".into(), "EUR".into(), "SEK".into()] })))
                                (input(ui, &field("rate", "Working time", Control::Number { value: "80".into(), unit: "%".into(), decimal: true })))
                                (input(ui, &field("hours", "Hours per week", Control::Duration { value: "37:30".into() })))
                                (input(ui, &field("label", "Job title", Control::Translated { values: texts, long: false })))
                                (input(ui, &field("at", "Starts at", Control::Time { value: "08:30".into() })))
                                (input(ui, &field("skills", "Skills", Control::References { values: vec![Picked { id: "1".into(), title: "Crane operation".into() }, Picked { id: "2".into(), title: "Safety at work".into() }], url: "/pick/Skill".into() })))
                                (input(ui, &field("remote", "May work from home", Control::Bool { checked: true })))
                                (input(ui, &field("notes", "Notes", Control::Long { value: "Prefers mornings.".into(), code: false })))
                                (input(ui, &field("photo", "Photo", Control::File { current: Some(("amelie.jpg".into(), "/files/1".into())), accept: "image/*".into() })))
                            }
                            (form_bar(ui, "/list", "", html! {}))
                        }
                    }
                }
                (card("Tabs inside a page", html! {}, false, tab_panels("inner", "Inner", &[
                    TabPanel { label: "Week".into(), content: html! { p { "The week." } } },
                    TabPanel { label: "Month".into(), content: html! { p { "The month." } } },
                ])))
                (card("Import", html! {}, false, upload(ui, &Upload { id: "import", action: "/upload", target: "#import", accept: ".csv", several: true, fields: html! {}, button: "Check the file" })))
            }
        },
    )
}

fn unit(id: &str, title: &str, boss: &str, count: i64, children: Vec<Node>) -> Node {
    Node {
        id: id.into(),
        title: title.into(),
        detail: boss.into(),
        person: Some((boss.into(), None)),
        href: format!("/orgs/{id}"),
        count: Some(count.to_string()),
        actions: vec![
            Entry {
                label: "Open".into(),
                icon: "eye",
                href: Some(format!("/orgs/{id}")),
                ..Entry::default()
            },
            Entry {
                label: "Move to …".into(),
                icon: "arrows-move",
                attributes: vec![("data-tree-move", format!("org-{id}"))],
                ..Entry::default()
            },
            Entry {
                label: "Cut".into(),
                icon: "scissors",
                attributes: vec![("data-tree-cut", format!("org-{id}"))],
                ..Entry::default()
            },
        ],
        movable: true,
        load: None,
        open: true,
        children,
    }
}

fn tree_page(ui: &Ui<'_>) -> Markup {
    let mut lazy = unit("9", "Customer care", "Zoë van den Berg", 96, vec![]);
    lazy.load = Some("/children".into());
    let roots = vec![unit(
        "1",
        "Nordwind Maritime Group",
        "Astrid Lindqvist",
        1470,
        vec![
            unit(
                "2",
                "Fleet operations",
                "Søren Kjær",
                612,
                vec![
                    unit("5", "North Sea", "Hanne Dahl", 310, vec![]),
                    unit("6", "Baltic", "Piotr Nowak", 302, vec![]),
                ],
            ),
            unit(
                "3",
                "Harbour services",
                "Amélie Fournier",
                388,
                vec![
                    unit("7", "Marseille", "Luc Moreau", 201, vec![]),
                    unit("8", "Rotterdam", "Femke de Vries", 187, vec![]),
                ],
            ),
            lazy,
            unit("4", "People and culture", "María José Hernández", 41, vec![]),
        ],
    )];
    let tree_of = |id: &str, look| Tree {
        id: id.into(),
        label: "Organisations".into(),
        look,
        move_url: Some("/move".into()),
        roots: roots.clone(),
    };
    shell(
        ui,
        &frame("Organisation chart", "chart", 20_781),
        html! {
            (page_header(ui, "Organisation chart", &[], "On 24 November 2026", html! {}, html! {}))
            div.tl-stack {
                section.card { div.tl-card-body { (tree(ui, &tree_of("box", TreeLook::Boxes))) } }
                section.card { div.tl-card-body { (tree(ui, &tree_of("org", TreeLook::Outline))) } }
            }
        },
    )
}

fn children(ui: &Ui<'_>) -> Markup {
    nodes(
        ui,
        "org",
        3,
        &[
            unit("20", "Bookings", "Ana Costa", 40, vec![]),
            unit("21", "Complaints", "Jonas Berg", 12, vec![]),
        ],
    )
}

fn move_dialog(ui: &Ui<'_>, auto: bool) -> Markup {
    dialog(
        ui,
        &Dialog {
            id: "move",
            title: "Move a unit",
            auto,
            size: "small",
            post: Some("/move"),
            content: html! {
                p { "Baltic (302 people) leaves Fleet operations." }
                div.tl-stack {
                    (input(ui, &Input { name: "to".into(), label: "New parent".into(), required: true, control: Control::Reference { value: None, url: "/pick/Organisation".into() }, ..Input::default() }))
                    (input(ui, &Input { name: "from".into(), label: "From".into(), required: true, control: Control::Date { value: "2026-12-01".into() }, ..Input::default() }))
                }
            },
            foot: html! {
                button.btn type="button" data-dialog-close { (ui.say("ui-cancel")) }
                button.btn.btn-primary type="submit" { "Move" }
            },
        },
    )
}

fn hits(ui: &Ui<'_>) -> Markup {
    search_results(
        ui,
        &[
            HitGroup {
                title: "People".into(),
                hits: vec![
                    Hit {
                        href: "/employees/1".into(),
                        title: "Amélie Fournier".into(),
                        detail: "Port engineer · Harbour services".into(),
                        ..Hit::default()
                    },
                    Hit {
                        href: "/employees/2".into(),
                        title: "Ámos Farkas".into(),
                        detail: "Deck hand · Baltic".into(),
                        ..Hit::default()
                    },
                ],
            },
            HitGroup {
                title: "Organisations".into(),
                hits: vec![Hit {
                    href: "/orgs/3".into(),
                    title: "Ambulance service".into(),
                    detail: "Harbour services".into(),
                    icon: "building",
                    ..Hit::default()
                }],
            },
        ],
        "/search?q=am",
    )
}

fn sign_in(ui: &Ui<'_>) -> Markup {
    let content = html! {
        h1 { "Sign in" }
        p.tl-soft { "Nordwind Maritime Group" }
        form method="post" action="/sign-in" {
            div.tl-stack {
                (input(ui, &Input { name: "login".into(), label: "Login".into(), control: Control::Text { value: String::new(), kind: TextKind::Login, max: None }, required: true, ..Input::default() }))
                (input(ui, &Input { name: "password".into(), label: "Password".into(), control: Control::Password { autocomplete: "current-password" }, required: true, ..Input::default() }))
                button.btn.btn-primary type="submit" { "Sign in" }
            }
        }
    };
    bare(
        ui,
        "Sign in",
        "token",
        Theme::Auto,
        false,
        content,
        html! { a href="/help" { "Forgotten password" } },
    )
}
