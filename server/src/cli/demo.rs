//! `talang demo`: three living companies.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use serde_json::json;
use talang_catalogue::{Kind, Value};
use talang_engine::{Actor, Door, Draft, Installation, Mode, Query, Scope, Tenant, TenantId};
use talang_schedule::{Export, Schedule, Sending, To, Work};

use super::files::{bar, import_texts};
use super::open::{Failure, Opener, Outcome, table};
use super::users::{Account, create_account};
use crate::demo::{DemoCompany, DemoData, Photo, company, recruiting};
use crate::log::Format;
use crate::{log, web};

/// Serve three demo companies: one of 1,470 people in several countries, one of 12, one empty. The first start makes
/// them (half a minute); later starts take them up again with all that was changed.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  talang demo
  talang demo --port 9000 --data /tmp/talang-demo
  talang demo --fresh
Addresses end in .localhost, which browsers bring to this machine by themselves.")]
pub(super) struct Demo {
    /// Port to listen on
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Port of the companies' file spaces (SFTP); that of the pages and 2000 when it is not given
    #[arg(long)]
    sftp_port: Option<u16>,
    /// Throw the demo companies away and make them anew
    #[arg(long)]
    fresh: bool,
    /// Make the companies and end, without serving them
    #[arg(long)]
    prepare: bool,
}

/// A demo company and where it is found.
struct Place {
    id: &'static str,
    name: &'static str,
    culture: &'static str,
    kind: DemoCompany,
}

const PLACES: [Place; 3] = [
    Place { id: "velmora", name: "Velmora", culture: "en-GB", kind: DemoCompany::Large },
    Place { id: "auberive", name: "Maison Auberive", culture: "fr-FR", kind: DemoCompany::Small },
    Place { id: "empty", name: "Empty Ltd", culture: "en-GB", kind: DemoCompany::Empty },
];

/// Written into a tenant's settings when it is complete: one that was interrupted is made anew.
const COMPLETE: &str = "demo-complete";

impl Demo {
    pub(super) fn run(self, open: &Opener) -> Result<Outcome, Failure> {
        let mut config = open.config()?;
        if open.data().is_none() {
            config.data = PathBuf::from("talang-data");
        }
        config.listen = SocketAddr::from(([127, 0, 0, 1], self.port));
        config.log = Format::Quiet;
        // The sample identity providers of `cargo xtask provider` are on this machine too.
        config.internal_providers = true;
        // Receivers of webhooks may be tried out on this machine.
        config.webhooks.allow = ["127.0.0.0/8", "::1", "localhost"].map(String::from).to_vec();
        // Nothing leaves this machine: mails are read at /demo/mails.
        config.mail = talang_mail::Options {
            transport: talang_mail::Transport::Catcher,
            folder: config.data.join("mails"),
            ..talang_mail::Options::default()
        };
        let sftp = self.sftp_port.unwrap_or_else(|| self.port.saturating_add(2000));
        let sftp = SocketAddr::from(([127, 0, 0, 1], sftp));
        // Another program may be there already: the demo does without, unless it was asked for.
        if self.sftp_port.is_some() || std::net::TcpListener::bind(sftp).is_ok() {
            config.files.sftp = sftp.to_string();
        }
        log::set_format(config.log);
        if !self.prepare {
            // Better known now than after half a minute.
            std::net::TcpListener::bind(config.listen).map_err(|e| {
                Failure::new(format!("cannot listen on port {}: {e}", self.port))
                    .hint(format!("choose another: talang demo --port {}", self.port.saturating_add(1)))
            })?;
        }
        let installation = open.create(&config)?;
        let server = config.postgres.first().map(|s| s.name.clone()).unwrap_or_default();
        let mut places = Vec::new();
        for place in &PLACES {
            let data = company(place.kind, installation.clock().today());
            make(open, &installation, place, &data, self.fresh, &server)?;
            places.push((place, data));
        }
        let port = self.port;
        let tell = |open: &Opener| {
            let (words, json) = sign_ins(&places, port, self.prepare);
            open.say(&words, &json)
        };
        if self.prepare {
            tell(open)?;
            return Ok(Outcome::Done);
        }
        let app = web::App::new(installation, config)?;
        web::serve(app, |_| {
            let _ = tell(open);
        })
        .map_err(|e| Failure::new(format!("cannot serve on port {port}: {e}")))?;
        Ok(Outcome::Done)
    }
}

fn make(
    open: &Opener,
    installation: &Arc<Installation>,
    place: &Place,
    data: &DemoData,
    fresh: bool,
    server: &str,
) -> Result<(), Failure> {
    let id = TenantId::parse(place.id).ok_or_else(|| Failure::new(place.id))?;
    if let Ok(tenant) = installation.tenant(&id) {
        let scope = scope(installation, &tenant);
        let complete = scope.view(|view| view.setting(COMPLETE))?.is_some();
        drop((scope, tenant));
        if complete && !fresh {
            return Ok(());
        }
        installation.delete_tenant(&id)?;
    }
    let tenant = installation.create_tenant(&id, place.name, place.culture, server)?;
    let scope = scope(installation, &tenant);
    let bar = open.shows_progress().then(|| bar(place.name));
    let total: usize = data.files.iter().map(|f| f.text.lines().count().saturating_sub(1)).sum();
    let (mut before, mut last, mut current) = (0, 0, String::new());
    if let Some(bar) = &bar {
        bar.set_length(total as u64);
    }
    let files = data.files.iter().map(|f| (f.name.as_str(), f.text.as_bytes()));
    import_texts(&scope, files, &mut |name, progress| {
        if current != name {
            before += last;
            current = name.to_string();
        }
        last = progress.done;
        if let Some(bar) = &bar {
            bar.set_position(before + last);
        }
    })?;
    if let Some(bar) = &bar {
        bar.set_message(format!("{}: portraits", place.name));
    }
    photos(&scope, &data.photos)?;
    for account in &data.accounts {
        let account_of = Account {
            login: &account.login,
            employee: account.employee_number.clone(),
            email: Some(account.login.clone()),
            roles: account.roles.clone(),
        };
        create_account(&scope, &tenant, &account_of, account.password, false)?;
    }
    if place.kind == DemoCompany::Large {
        requisitions(&scope)?;
        times(&scope)?;
    }
    scope.change(Kind::Shared, |change| change.set_setting(COMPLETE, "1"))?;
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    Ok(())
}

/// Hands in what managers ask for, and decides what is decided already, each by whoever is asked.
fn requisitions(scope: &Scope) -> Result<(), Failure> {
    use talang_recruiting::approvals::{REQUISITIONS, hand_in, my_turn};
    let found = scope.view(|v| {
        let object = v.object("Requisition")?;
        Ok(v.list(&object, &Query::default())?.records)
    })?;
    for request in &recruiting::REQUESTS {
        let record = found.iter().find(|r| r.get("title").as_text() == Some(request.title));
        let (Some(record), Some(logins)) = (record, request.decided_by) else { continue };
        scope.change(Kind::Candidates, |c| hand_in(c, &REQUISITIONS, record.id))?;
        for login in logins {
            let account = scope.view(|v| v.resolve("User", login))?.unwrap_or_default();
            let own = Scope::of_account(scope.installation(), scope.tenant(), account, Door::Screen)?;
            let Some(own) = own else { continue };
            own.change(Kind::Candidates, |c| match my_turn(c, &REQUISITIONS, record.id)? {
                Some(step) => {
                    let values = vec![("state", Value::from("approved"))];
                    c.update(REQUISITIONS.steps, step.id, values).map(drop)
                }
                None => Ok(()),
            })?;
        }
    }
    Ok(())
}

/// One schedule of each kind, as a provider and somebody of HR would set them; the report is made as soon as the demo is up.
fn times(scope: &Scope) -> Result<(), Failure> {
    const OWNER: &str = "hr@velmora.example";
    const REPORT: &str = "headcount";
    let owner = scope.change(Kind::Shared, |change| {
        let report = change.resolve("SavedReport", REPORT)?;
        if let Some(id) = report {
            change.update("SavedReport", id, vec![("user", Value::Text(OWNER.to_string()))])?;
        }
        change.resolve("User", OWNER)
    })?;
    let staff = Export {
        object: "Employee".to_string(),
        columns: ["number", "last_name", "first_name", "work_email"].map(str::to_string).to_vec(),
        filter: "status is active".to_string(),
        name: "staff".to_string(),
        ..Export::default()
    };
    let sending = Sending {
        report: REPORT.to_string(),
        format: "xlsx".to_string(),
        owner: owner.unwrap_or_default(),
        to: To::Shared,
    };
    for (code, label, cron, work) in [
        ("nightly", "Files of the payroll", "30 2 * * *", Work::Import),
        ("staff", "Staff for the door system", "0 5 * * 1", Work::Export(staff)),
        ("cleaning", "Old files", "0 3 * * *", Work::Purge),
        ("mails", "Mails that wait", "*/30 * * * *", Work::Mails),
        ("report-headcount", "Headcount by establishment and sex", "30 6 * * 1", Work::Report(sending)),
    ] {
        let schedule = Schedule {
            code: code.to_string(),
            label: label.to_string(),
            cron: cron.to_string(),
            zone: "Europe/Paris".to_string(),
            catch_up: true,
            active: true,
            work,
            ..Schedule::default()
        };
        talang_schedule::save(scope, &schedule)?;
    }
    talang_schedule::ask(scope, "report-headcount")?;
    Ok(())
}

fn scope(installation: &Arc<Installation>, tenant: &Arc<Tenant>) -> Scope {
    Scope::new(installation, tenant, Actor::System, Door::Import)
}

/// Draws the portraits on all cores and gives them to their employees in one transaction.
fn photos(scope: &Scope, photos: &[Photo]) -> Result<(), Failure> {
    if photos.is_empty() {
        return Ok(());
    }
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let attachments = scope.tenant().db().attachments();
    let draw = |part: &[Photo]| -> talang_engine::Result<Vec<(String, String)>> {
        part.iter()
            .map(|p| {
                Ok((p.employee.clone(), format!("{}/{}.png", attachments.put_own(&p.png())?, p.employee)))
            })
            .collect()
    };
    let drawn: Vec<talang_engine::Result<Vec<(String, String)>>> = std::thread::scope(|threads| {
        let parts = photos.chunks(photos.len().div_ceil(cores));
        let running: Vec<_> = parts.map(|part| threads.spawn(move || draw(part))).collect();
        running.into_iter().filter_map(|t| t.join().ok()).collect()
    });
    let drawn: Vec<(String, String)> = drawn.into_iter().collect::<talang_engine::Result<Vec<_>>>()?.concat();
    scope.change(Kind::Employees, |change| {
        let object = change.object("Employee")?;
        let drafts = drawn
            .into_iter()
            .map(|(number, file)| {
                Draft::new(&object, vec![("number", Value::Text(number)), ("photo", Value::Text(file))])
            })
            .collect::<talang_engine::Result<Vec<_>>>()?;
        for saved in change.save_all(&object, Mode::Upsert, drafts)? {
            saved?;
        }
        Ok(())
    })?;
    Ok(())
}

/// Addresses and sign-ins.
fn sign_ins(places: &[(&Place, DemoData)], port: u16, prepared: bool) -> (String, serde_json::Value) {
    let mut words = String::from(match prepared {
        true => "\nThe demo is ready; `talang demo` serves it at these addresses.\n",
        false => "\nTalang is running. Open an address and sign in; Ctrl-C ends it.\n",
    });
    let mut found = Vec::new();
    for (place, data) in places {
        let address = format!("http://{}.localhost:{port}", place.id);
        words.push_str(&format!("\n{}   {address}\n", place.name));
        let rows: Vec<Vec<String>> =
            data.accounts.iter().map(|a| vec![format!("  {}", a.login), a.purpose.to_string()]).collect();
        words.push_str(&table(&rows));
        words.push('\n');
        let accounts: Vec<_> = data
            .accounts
            .iter()
            .map(|a| json!({ "login": a.login, "password": a.password, "roles": a.roles, "purpose": a.purpose }))
            .collect();
        found.push(
            json!({ "tenant": place.id, "name": place.name, "address": address, "sign_ins": accounts }),
        );
    }
    words.push_str(&format!("\nThe password is always: {}\n", crate::demo::PASSWORD));
    words.push_str("Mails do not leave this machine: read them at /demo/mails below each address.\n");
    (words, json!({ "tenants": found }))
}
