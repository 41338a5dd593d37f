//! What happens at set times, on screen: read by the tenant, configured by the provider (I9, A10, A12), on both databases.

use std::sync::Arc;

use talang_catalogue::Kind;
use talang_engine::{Scope, Tenant, jobs};
use talang_files::{Begin, Files, SpacePath, Upload};
use talang_schedule::{Asked, Run, Schedule, Work, runs, save};
use talang_testkit::{Kit, both};

use crate::PASSWORD;
use crate::client::{Answer, Server};
use crate::walls::SETUP;

const SCHEDULES: &str = "/access/file-space/schedules";
const RUNS: &str = "/access/file-space/runs";

/// A company with `root`; `rita`, who may look into the space; `pia`, who may also put files there; `eve`, who manages people.
struct House<'a> {
    kit: &'a Kit,
    tenant: Arc<Tenant>,
    system: Scope,
    server: Server,
}

impl<'a> House<'a> {
    fn new(kit: &'a Kit) -> House<'a> {
        let (server, identity) = Server::of(kit);
        let tenant = kit.tenant("acme");
        let system = kit.system(&tenant);
        kit.role(&tenant, "space-reader", &[("FileSpace", "*", "read", "all")]);
        kit.role(&tenant, "space-user", &[("FileSpace", "*", "read, import, export", "all")]);
        for (login, role) in [
            ("root", "super-administrator"),
            ("rita", "space-reader"),
            ("pia", "space-user"),
            ("eve", "hr-manager"),
        ] {
            kit.user(&tenant, login, None, &[role]);
            let id = system.view(|v| v.resolve("User", login)).unwrap().unwrap();
            identity.set_password(&system, id, login, PASSWORD, false).unwrap();
        }
        // Whatever it may do itself, what comes through it gives no power.
        let link = vec![("user", "operator".into()), ("role", "super-administrator".into())];
        system.change(Kind::Shared, |c| c.create("UserRole", link)).unwrap();
        House { kit, tenant, system, server }
    }

    fn set(&self, code: &str, cron: &str, work: Work) {
        let schedule = Schedule {
            code: code.into(),
            label: format!("The {code} one"),
            cron: cron.into(),
            zone: "Europe/Paris".into(),
            active: true,
            work,
            ..Schedule::default()
        };
        save(&self.system, &schedule).unwrap();
    }

    fn put(&self, name: &str, content: &str) {
        let space =
            Files::of(&self.kit.installation()).space(&self.kit.installation(), &self.tenant).unwrap();
        let path = SpacePath::parse(&SpacePath::default(), "in").unwrap().join(name).unwrap();
        let mut upload = Upload::begin(&space, &path, 1, Begin::Empty).unwrap();
        upload.write_at(0, content.as_bytes()).unwrap();
        upload.finish(self.kit.installation().clock().now()).unwrap();
    }

    fn runs(&self) -> Vec<Run> {
        runs(&self.tenant, &Asked { most: 100, ..Asked::default() }).unwrap()
    }

    /// The workers work until nothing runs any more.
    fn work(&self) {
        for _ in 0..1000 {
            let ran = jobs::run_due(&self.kit.installation(), &|| false).unwrap();
            if ran == 0 && !self.runs().iter().any(|r| r.state == "running") {
                return;
            }
            self.kit.clock().advance(500_000);
        }
        panic!("it does not end: {:?}", self.runs());
    }

    fn as_user(&self, login: &str) -> Browser<'_> {
        let cookie = self.server.sign_in_as("acme", login);
        let token = self.server.get("acme", "/password", &[("Cookie", &cookie)]).csrf();
        Browser { server: &self.server, cookie, token }
    }
}

struct Browser<'a> {
    server: &'a Server,
    cookie: String,
    token: String,
}

impl Browser<'_> {
    fn get(&self, path: &str) -> Answer {
        self.server.get("acme", path, &[("Cookie", &self.cookie)])
    }

    fn page(&self, path: &str) -> String {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer.body
    }

    fn post(&self, path: &str) -> Answer {
        self.send(path, "")
    }

    fn send(&self, path: &str, form: &str) -> Answer {
        self.server.post("acme", path, &[("Cookie", &self.cookie)], &format!("_csrf={}{form}", self.token))
    }
}

// I9: when, in words and in the reader's language; what came of each file; found again by file, schedule and state.
#[test]
fn schedules_and_runs_are_read_on_screen() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let root = house.as_user("root");
        assert!(root.page(SCHEDULES).contains("No schedules yet"));
        assert!(root.page(RUNS).contains("Nothing ran yet"));
        house.set("nightly", "30 2 * * 1-5", Work::Import);
        house.set("cleaning", "0 4 1,15 * *", Work::Purge);
        house.set("odd", "0 2 1 1 *", Work::Mails);
        let page = root.page(SCHEDULES);
        for words in [
            "Monday–Friday at 02:30",
            "Europe/Paris",
            "every month on day 1, 15 at 04:00",
            "<code>0 2 1 1 *</code>",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
        house.put("JobFamily_InsertOnly_en-GB_1_.csv", "code,label.en\nF1,First\n,Nothing\n");
        house.put("UserRole_InsertOnly_en-GB_2_.csv", "user,role\neve,super-administrator\n");
        let asked = root.post(&format!("{SCHEDULES}/nightly/run"));
        assert_eq!((asked.status, asked.header("location")), (303, Some(SCHEDULES)), "{}", asked.body);
        house.work();
        let run = house.runs()[0].clone();
        assert_eq!((run.state.as_str(), run.by_hand, run.files.len()), ("partly done", true, 2), "{run:?}");
        let page = root.page(&format!("{RUNS}/{}", run.id));
        for words in [
            "The nightly one",
            "Partly done",
            "Asked for",
            "JobFamily_InsertOnly_en-GB_1_.csv",
            "JobFamily_InsertOnly_en-GB_1_.result.csv",
            "JobFamily_InsertOnly_en-GB_1_.rejected.csv",
            "Refused",
            "somebody who is signed in",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
        let link = page.split("href=\"").find(|l| l.starts_with("/access/file-space/file?path=")).unwrap();
        let link = link.split('"').next().unwrap().replace("&amp;", "&");
        assert!(root.page(&link).contains("line"), "the result is fetched from there");
        for (query, there) in [
            ("q=jobfamily", true),
            ("q=nothing", false),
            ("schedule=nightly&state=partly+done", true),
            ("schedule=cleaning", false),
            ("state=failed", false),
            ("before=1", false),
        ] {
            let page = root.page(&format!("{RUNS}?{query}"));
            assert_eq!(page.contains(&format!("href=\"{RUNS}/{}\"", run.id)), there, "{query}");
        }
        assert!(root.page(SCHEDULES).contains(&format!("{RUNS}/{}", run.id)), "the latest");
        let log = root.page("/access/log?what=schedule-changed");
        assert!(log.contains("asked for nightly") && log.contains("set cleaning"), "{log}");
        // Nothing but words in another language.
        for (language, words) in [
            ("de-DE", "Montag–Freitag um 02:30"),
            ("fr-FR", "lundi–vendredi à 02:30"),
            ("sv-SE", "måndag–fredag kl. 02:30"),
        ] {
            let id = house.system.view(|v| v.resolve("User", "root")).unwrap().unwrap();
            let values = vec![("culture", language.into())];
            house.system.change(Kind::Shared, |c| c.update("User", id, values)).unwrap();
            let page = house.as_user("root").page(SCHEDULES);
            assert!(page.to_lowercase().contains(&words.to_lowercase()), "{language}: {page}");
        }
    });
}

// A10, I9: who may look looks; who may put files may let them be imported now; nobody else finds anything, and no screen or
// interface changes a schedule.
#[test]
fn schedules_are_changed_by_no_screen() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.set("nightly", "30 2 * * *", Work::Import);
        let run = format!("{SCHEDULES}/nightly/run");
        let (rita, pia, eve) = (house.as_user("rita"), house.as_user("pia"), house.as_user("eve"));
        assert!(!rita.page(SCHEDULES).contains(&run), "no button");
        assert_eq!(rita.post(&run).status, 404);
        assert!(house.runs().is_empty());
        assert!(pia.page(SCHEDULES).contains(&run));
        assert_eq!(pia.post(&run).status, 303);
        house.work();
        assert_eq!(house.runs().len(), 1);
        let own = format!("{RUNS}/{}", house.runs()[0].id);
        assert!(rita.page(&own).contains("Nothing was there"));
        for path in [SCHEDULES, RUNS, own.as_str()] {
            assert_eq!(eve.get(path).status, 404, "{path}");
        }
        assert_eq!(eve.post(&run).status, 404);
        assert_eq!(pia.post(&format!("{SCHEDULES}/other/run")).status, 404);
        assert_eq!(pia.get(&format!("{RUNS}/999")).status, 404);
        for path in ["/schedules", "/schedule", "/schedule-runs"] {
            assert_eq!(pia.get(&format!("/api/rest/v1{path}")).status, 404, "{path}");
        }
        // A request of another page lets nothing run.
        let forged = house.server.post("acme", &run, &[("Cookie", &pia.cookie)], "");
        assert!(forged.status >= 400, "{}", forged.status);
        assert_eq!(house.runs().len(), 1);
    });
}

// S7, A7: whoever keeps a report sends it regularly, to those with whom it is shared; each fetches their own file.
#[test]
fn a_kept_report_is_sent_regularly_from_the_screen() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let keep = |code: &str, user: &str| {
            let values = vec![
                ("code", code.into()),
                ("label", "Head count".into()),
                ("object", "Employee".into()),
                ("user", user.into()),
                ("role", "hr-manager".into()),
                ("query", "{\"columns\":[\"number\"]}".into()),
            ];
            house.system.change(Kind::Shared, |c| c.create("SavedReport", values)).unwrap().id
        };
        let (own, other) = (keep("heads", "eve"), keep("roots", "root"));
        let eve = house.as_user("eve");
        let form = format!("/reports/sending?report={own}");
        assert!(eve.page("/reports").contains(&format!("href=\"{form}\"")));
        let page = eve.page(&form);
        assert!(
            page.contains("Send “Head count” regularly") && page.contains("Me and everybody with the role")
        );
        // To the file space goes nothing from who may put nothing there, and nobody sends what others keep.
        assert!(!page.contains("value=\"space\""), "{page}");
        let filled = |report: i64, when: &str, time: &str, to: &str| {
            format!("&report={report}&when={when}&time={time}&format=xlsx&to={to}")
        };
        for (path, form, status) in [
            ("/reports/sending", filled(own, "daily", "06:30", "space"), 422),
            ("/reports/sending", filled(own, "never", "06:30", "owner"), 422),
            ("/reports/sending", filled(own, "daily", "24:00", "owner"), 422),
            ("/reports/sending", filled(other, "daily", "06:30", "owner"), 404),
        ] {
            assert_eq!(eve.send(path, &form).status, status, "{form}");
        }
        assert_eq!(eve.get(&format!("/reports/sending?report={other}")).status, 404);
        assert!(talang_schedule::schedules(&house.tenant).unwrap().is_empty());
        assert_eq!(eve.send("/reports/sending", &filled(own, "workdays", "06:30", "shared")).status, 303);
        let page = eve.page(&form);
        assert!(page.contains("Monday–Friday at 06:30"), "{page}");
        let code = talang_schedule::schedules(&house.tenant).unwrap()[0].code.clone();
        // It is hers alone: not among the schedules of the space, and nobody else touches it.
        let root = house.as_user("root");
        assert!(root.page(SCHEDULES).contains("No schedules yet"));
        for deed in ["now", "pause", "remove"] {
            assert_eq!(root.post(&format!("/reports/sending/{code}/{deed}")).status, 404, "{deed}");
        }
        assert_eq!(root.post(&format!("{SCHEDULES}/{code}/run")).status, 404);
        assert_eq!(eve.post(&format!("/reports/sending/{code}/pause")).status, 303);
        assert!(eve.page(&form).contains("Paused"));
        assert_eq!(eve.post(&format!("/reports/sending/{code}/resume")).status, 303);
        assert!(eve.page("/reports/received").contains("No report has come yet"));
        assert_eq!(eve.post(&format!("/reports/sending/{code}/now")).status, 303);
        house.work();
        assert_eq!(house.runs()[0].state, "done", "{:?}", house.runs());
        let page = eve.page("/reports/received");
        let (_, rest) = page.split_once("href=\"/reports/received/").expect("the file");
        let file = format!("/reports/received/{}", rest.split('"').next().unwrap());
        let answer = eve.get(&file);
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (200, Some("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
        );
        assert!(answer.header("content-disposition").is_some_and(|h| h.contains("Head-count_")));
        for login in ["root", "rita", "pia"] {
            assert_eq!(house.as_user(login).get(&file).status, 404, "{login}");
        }
        assert_eq!(house.server.get("acme", &file, &[]).status, 303, "nobody without an account");
        // What has a proof of ten minutes ago is asked again.
        kit.clock().advance(11 * 60_000_000);
        assert!(eve.get(&file).header("location").is_some_and(|to| to.starts_with("/confirm")));
        assert_eq!(eve.post(&format!("/reports/sending/{code}/remove")).status, 303);
        assert!(talang_schedule::schedules(&house.tenant).unwrap().is_empty());
        assert_eq!(house.as_user("eve").get(&file).status, 200, "what came stays until it expires");
    });
}

// O1: what the nightly purge removed is in the history, without anybody having set it up; nights without are not.
#[test]
fn the_nightly_purge_is_told() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let account = vec![("login", "payroll".into()), ("label", "Payroll".into())];
        let made = house.system.change(Kind::Shared, |c| {
            c.create("FileAccount", account)?;
            let space = c.resolve("FileSpace", "main")?.expect("the space");
            c.update("FileSpace", space, vec![("keep_days", talang_catalogue::Value::Int(2))])
        });
        made.unwrap();
        house.put("old.csv", "x");
        for days in [1, 2, 1] {
            kit.clock().advance(days * 86_400_000_000);
            house.work();
        }
        let told: Vec<i64> = house.runs().iter().map(|run| run.count("files")).collect();
        assert_eq!(told, [1], "{:?}", house.runs());
        let root = house.as_user("root");
        assert!(root.page(RUNS).contains("Removal of old files"));
        let run = root.page(&format!("{RUNS}/{}", house.runs()[0].id));
        assert!(run.contains("Files removed") && run.contains("Removal of old files"), "{run}");
    });
}
