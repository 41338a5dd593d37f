//! Mails wait in the tenant's data and leave once; what they said goes with them.

use std::path::Path;
use std::sync::Arc;

use talang_catalogue::{Culture, Kind};
use talang_engine::{Clock, Query, Result, Scope, Tenant, jobs};
use talang_mail::{Mail, Options, Post, Transport, enqueue, retry};
use talang_store::{P, TenantId};
use talang_testkit::{Kit, Setup, both};

pub(crate) const SETUP: Setup = Setup {
    modules: || vec![talang_core_hr::module(), talang_mail::module()],
    seed: |_, _| Ok(()),
    seed_version: "mail",
};

const MINUTE: i64 = 60_000_000;
const DAY: i64 = 86_400_000_000;

/// Mails leave as files under the data folder.
fn files(kit: &Kit) {
    provide(
        kit,
        Options { transport: Transport::File, folder: kit.data().join("mails"), ..Options::default() },
    );
}

pub(crate) fn provide(kit: &Kit, options: Options) {
    let options = Options { from: "no-reply@talang.example".to_string(), ..options };
    let post = Post::new(options, true, "talang.example", None).unwrap();
    kit.installation().provide(Arc::new(post));
}

pub(crate) fn activation(to: &str, culture: &str) -> Mail<'static> {
    Mail {
        to: Box::leak(to.to_string().into_boxed_str()),
        employee: None,
        culture: Culture::find(culture).unwrap(),
        template: "account-activation",
        arguments: vec![("login", "mdupont".to_string()), ("until", "16.06.2026".to_string())],
        link: Some("/activate?key=SECRET123".to_string()),
        expires: None,
    }
}

pub(crate) fn send(scope: &Scope, mail: &Mail<'_>) -> Result<String> {
    scope.change(Kind::Shared, |c| enqueue(c, mail))
}

pub(crate) fn run(kit: &Kit) -> usize {
    jobs::run_due(&kit.installation(), &|| false).unwrap()
}

/// State, attempts, error and reply of every mail in the order of their making.
pub(crate) fn outbox(scope: &Scope) -> Vec<(String, i64, String, i64)> {
    scope
        .view(|v| {
            let object = v.object("MailMessage")?;
            let page = v.list(&object, &Query { limit: 0, ..Query::default() })?;
            let mut found: Vec<_> = page.records.iter().collect();
            found.sort_by_key(|r| r.id);
            Ok(found
                .iter()
                .map(|r| {
                    (
                        r.get("state").as_text().unwrap_or_default().to_string(),
                        r.get("attempts").as_int().unwrap_or_default(),
                        r.get("error").as_text().unwrap_or_default().to_string(),
                        r.get("reply").as_int().unwrap_or_default(),
                    )
                })
                .collect())
        })
        .unwrap()
}

fn mails_of(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.map(|e| e.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|p| std::fs::read_to_string(p).unwrap()).collect()
}

/// Everything that the tenant's database and its journal hold, as text.
fn everything(tenant: &Arc<Tenant>) -> String {
    let mut text = String::new();
    for table in ["mail_queue", "mail_message", "journal", "job_queue", "activity"] {
        let columns =
            tenant.db().read(|c| c.columns("shared", table)).map_err(|e: talang_store::Error| e).unwrap();
        for column in columns {
            let sql = format!("SELECT CAST(\"{column}\" AS TEXT) FROM shared.{table}");
            let rows = tenant.db().read(|c| c.query(&sql, &[])).map_err(|e: talang_store::Error| e).unwrap();
            rows.iter().for_each(|r| text.push_str(r[0].text()));
        }
    }
    text
}

// I12: HTML with a plain-text alternative, in the reader's language; O2: sent by a job.
#[test]
fn a_mail_leaves_as_html_and_as_text_in_the_readers_language() {
    both(&SETUP, |kit| {
        files(kit);
        let tenant = kit.tenant("acme");
        let scope = kit.system(&tenant);
        send(&scope, &activation("marie@example.org", "fr-FR")).unwrap();
        assert_eq!(outbox(&scope), [("queued".to_string(), 0, String::new(), 0)]);
        run(kit);
        assert_eq!(outbox(&scope), [("sent".to_string(), 1, String::new(), 0)]);
        let mails = mails_of(&kit.data().join("mails/acme"));
        assert_eq!(mails.len(), 1);
        let mail = &mails[0];
        for line in [
            "From: acme <no-reply@talang.example>",
            "To: marie@example.org",
            "Auto-Submitted: auto-generated",
            "Content-Type: multipart/alternative;",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Type: text/html; charset=utf-8",
            "Date: Mon, 15 Jun 2026 12:00:00 +0000",
            "https://acme.talang.example/activate?key=3DSECRET123",
        ] {
            assert!(mail.contains(line), "{line} is not in\n{mail}");
        }
        let (head, body) = mail.split_once("\r\n\r\n").unwrap();
        assert_eq!(head.matches("Message-ID: <").count(), 1);
        assert!(
            body.find("text/plain").unwrap() < body.find("text/html").unwrap(),
            "the better one comes last"
        );
        assert!(!mail.contains("<img") && !mail.contains("<script"));
    });
}

// The mail and what causes it are one transaction.
#[test]
fn what_is_undone_sends_nothing() {
    both(&SETUP, |kit| {
        files(kit);
        let scope = kit.system(&kit.tenant("acme"));
        let undone: Result<()> = scope.change(Kind::Shared, |c| {
            enqueue(c, &activation("marie@example.org", "en-GB"))?;
            Err(talang_catalogue::Fault::new("internal").into())
        });
        assert!(undone.is_err());
        run(kit);
        assert_eq!((outbox(&scope).len(), mails_of(&kit.data().join("mails/acme")).len()), (0, 0));
    });
}

// A change of another kind of data hands its mails over, once, though the job runs twice.
#[test]
fn mails_of_other_kinds_of_data_come_into_the_outbox_once() {
    both(&SETUP, |kit| {
        files(kit);
        let tenant = kit.tenant("acme");
        let scope = kit.system(&tenant);
        scope.change(Kind::Employees, |c| enqueue(c, &activation("marie@example.org", "en-GB"))).unwrap();
        run(kit);
        run(kit);
        assert_eq!(outbox(&scope).len(), 1);
        let again = "UPDATE employees.job_queue SET state = 'ready'";
        tenant.db().write(|c| c.exec(again, &[])).map_err(|e: talang_store::Error| e).unwrap();
        let id = TenantId::parse("acme").unwrap();
        let now = kit.clock().now();
        kit.installation().store().directory(|d| d.note_due(&id, "employees", now)).unwrap();
        run(kit);
        run(kit);
        assert_eq!(mails_of(&kit.data().join("mails/acme")).len(), 1);
        let left = "SELECT payload FROM employees.job_queue";
        let rows = tenant.db().read(|c| c.query(left, &[])).map_err(|e: talang_store::Error| e).unwrap();
        assert!(rows.iter().all(|r| !r[0].text().contains("SECRET123")));
    });
}

// G1: a link that opens an account stays nowhere once its mail has left.
#[test]
fn a_sent_mail_leaves_no_secret_behind() {
    both(&SETUP, |kit| {
        files(kit);
        let tenant = kit.tenant("acme");
        let scope = kit.system(&tenant);
        send(&scope, &activation("marie@example.org", "en-GB")).unwrap();
        let waiting = everything(&tenant);
        assert!(
            waiting.contains("sealed:1:") && !waiting.contains("SECRET123"),
            "sealed while the mail waits"
        );
        run(kit);
        assert_eq!(outbox(&scope)[0].0, "sent");
        let left = everything(&tenant);
        assert!(!left.contains("sealed:1:") && !left.contains("SECRET123"));
    });
}

// I12: nothing that people type can add a header or a recipient.
#[test]
fn no_header_can_be_smuggled_in() {
    both(&SETUP, |kit| {
        files(kit);
        let id = TenantId::parse("evil").unwrap();
        let server = if kit.database() == talang_testkit::Database::Sqlite { "" } else { "main" };
        let name = "Evil\r\nBcc: all@example.org\r\n\r\n<script>alert(1)</script>";
        let tenant = kit.installation().create_tenant(&id, name, "en-GB", server).unwrap();
        let scope = kit.system(&tenant);
        for bad in [
            "a@example.org\r\nBcc: b@example.org",
            "a@example.org, b@example.org",
            "a@example.org b@example.org",
            "<a@example.org>",
            "a@",
            "@example.org",
            "",
            "a\u{0}@example.org",
        ] {
            let refused = send(&scope, &activation(bad, "en-GB"));
            assert!(refused.is_err_and(|e| e.is("mail.address")), "{bad:?}");
        }
        send(&scope, &activation("marie@example.org", "en-GB")).unwrap();
        run(kit);
        let mails = mails_of(&kit.data().join("mails/evil"));
        let (head, body) = mails[0].split_once("\r\n\r\n").unwrap();
        assert!(!head.lines().any(|l| l.starts_with("Bcc")), "{head}");
        assert_eq!(head.lines().filter(|l| l.starts_with("To:")).count(), 1);
        let (_, html) = body.split_once("text/html").unwrap();
        assert!(!html.contains("<script>") && !body.contains("Evil\r\n"), "{body}");
    });
}

// A transport that fails: the mail waits longer each time, is given up after four days, and can be sent by hand.
#[test]
fn a_mail_waits_while_it_cannot_leave_and_leaves_once() {
    both(&SETUP, |kit| {
        // A file where the folder should be.
        let folder = kit.data().join("mails");
        std::fs::write(&folder, "").unwrap();
        files(kit);
        let scope = kit.system(&kit.tenant("acme"));
        send(&scope, &activation("marie@example.org", "en-GB")).unwrap();
        send(&scope, &activation("paul@example.org", "en-GB")).unwrap();
        run(kit);
        assert_eq!(outbox(&scope)[0], ("queued".to_string(), 1, "mail.folder".to_string(), 0));
        assert_eq!(outbox(&scope)[1].1, 0, "the other one was not tried in vain");
        kit.clock().advance(MINUTE / 2);
        run(kit);
        assert_eq!(outbox(&scope)[0].1, 1, "not before its time");
        kit.clock().advance(MINUTE);
        run(kit);
        assert_eq!(outbox(&scope)[0].1 + outbox(&scope)[1].1, 2);
        // The program ends and begins again; the folder is there.
        kit.restart();
        std::fs::remove_file(&folder).unwrap();
        files(kit);
        let scope = kit.system(&kit.tenant("acme"));
        kit.clock().advance(10 * MINUTE);
        run(kit);
        kit.clock().advance(60 * MINUTE);
        run(kit);
        assert_eq!(outbox(&scope).iter().filter(|m| m.0 == "sent").count(), 2);
        assert_eq!(mails_of(&folder.join("acme")).len(), 2);
    });
}

#[test]
fn a_mail_is_given_up_and_can_be_sent_by_hand_for_a_week() {
    both(&SETUP, |kit| {
        let folder = kit.data().join("mails");
        std::fs::write(&folder, "").unwrap();
        files(kit);
        let tenant = kit.tenant("acme");
        kit.role(&tenant, "admin", &[("*", "*", "read, update", "all")]);
        kit.role(&tenant, "reader", &[("*", "*", "read", "all")]);
        kit.user(&tenant, "ann", None, &["admin"]);
        kit.user(&tenant, "bob", None, &["reader"]);
        let scope = kit.system(&tenant);
        send(&scope, &activation("marie@example.org", "en-GB")).unwrap();
        let expired = Mail {
            expires: Some(kit.clock().now() + 90 * MINUTE),
            ..activation("paul@example.org", "en-GB")
        };
        send(&scope, &expired).unwrap();
        for _ in 0..120 {
            run(kit);
            kit.clock().advance(DAY / 24);
        }
        let states: Vec<String> = outbox(&scope).iter().map(|m| m.0.clone()).collect();
        assert_eq!(states, ["failed", "failed"]);
        std::fs::remove_file(&folder).unwrap();
        let ids = scope
            .view(|v| {
                let object = v.object("MailMessage")?;
                Ok(v.list(&object, &Query::default())?.records.iter().map(|r| r.id).collect::<Vec<_>>())
            })
            .unwrap();
        let (first, second) = (*ids.iter().min().unwrap(), *ids.iter().max().unwrap());
        assert!(retry(&kit.scope(&tenant, "bob"), first).is_err_and(|e| e.is("right.missing")));
        assert!(
            retry(&kit.scope(&tenant, "ann"), second).is_err_and(|e| e.is("mail.gone")),
            "its link has expired"
        );
        assert!(retry(&kit.scope(&tenant, "ann"), 999).is_err_and(|e| e.is("record.not_found")));
        retry(&kit.scope(&tenant, "ann"), first).unwrap();
        run(kit);
        assert_eq!(outbox(&scope)[0].0, "sent");
        // The one that was never sent is forgotten after a week.
        kit.clock().advance(9 * DAY);
        run(kit);
        assert!(!everything(&tenant).contains("sealed:1:"));
    });
}

// O4: a letter that was put into the place of another is not sent in its name.
#[test]
fn a_letter_that_was_exchanged_in_the_database_does_not_leave() {
    both(&SETUP, |kit| {
        files(kit);
        let tenant = kit.tenant("acme");
        let scope = kit.system(&tenant);
        send(&scope, &activation("marie@example.org", "en-GB")).unwrap();
        send(&scope, &activation("jean@example.org", "fr-FR")).unwrap();
        let exchanged = "UPDATE shared.mail_queue SET letter = (SELECT letter FROM shared.mail_queue ORDER BY message LIMIT 1)";
        tenant.db().write(|c| c.exec(exchanged, &[])).map_err(|e: talang_store::Error| e).unwrap();
        run(kit);
        let mut states: Vec<_> = outbox(&scope).into_iter().map(|m| (m.0, m.2)).collect();
        states.sort();
        assert_eq!(
            states,
            [("failed".to_string(), "internal".to_string()), ("sent".to_string(), String::new())]
        );
        assert_eq!(mails_of(&kit.data().join("mails/acme")).len(), 1);
    });
}

// A worker that died while it sent: the lease runs out, another one sends.
#[test]
fn a_lost_worker_loses_no_mail() {
    both(&SETUP, |kit| {
        files(kit);
        let tenant = kit.tenant("acme");
        let scope = kit.system(&tenant);
        send(&scope, &activation("marie@example.org", "en-GB")).unwrap();
        let now = kit.clock().now();
        let lost = "UPDATE shared.job_queue SET state = 'running', attempts = 1, lease_until = ?";
        let held = "UPDATE shared.mail_queue SET lease_until = ?";
        tenant
            .db()
            .write(|c| {
                c.exec(lost, &[P::Int(now + MINUTE)])?;
                c.exec(held, &[P::Int(now + 5 * MINUTE)])
            })
            .map_err(|e: talang_store::Error| e)
            .unwrap();
        kit.clock().advance(2 * MINUTE);
        run(kit);
        assert_eq!(outbox(&scope)[0].0, "queued", "somebody may still be sending it");
        kit.clock().advance(10 * MINUTE);
        run(kit);
        assert_eq!(outbox(&scope)[0].0, "sent");
        assert_eq!(mails_of(&kit.data().join("mails/acme")).len(), 1);
    });
}

// The outbox belongs to the program: nobody writes into it, by no door; people see the mails of those they may see.
#[test]
fn nobody_writes_the_outbox_by_hand() {
    both(&SETUP, |kit| {
        files(kit);
        let tenant = kit.tenant("acme");
        kit.role(&tenant, "all", &[("*", "*", "read, create, update, delete, import, export", "all")]);
        kit.user(&tenant, "ann", None, &["all"]);
        let scope = kit.scope(&tenant, "ann");
        send(&scope, &activation("marie@example.org", "en-GB")).unwrap();
        let forged = scope.change(Kind::Shared, |c| {
            c.create("MailMessage", vec![("code", "x".into()), ("recipient", "a@example.org".into())])
        });
        assert!(forged.is_err_and(|e| e.is("object.read_only")));
        kit.user(&tenant, "eve", None, &[]);
        assert_eq!((outbox(&scope).len(), outbox(&kit.scope(&tenant, "eve")).len()), (1, 0));
    });
}

#[test]
fn without_a_way_out_the_caller_is_told() {
    both(&SETUP, |kit| {
        let scope = kit.system(&kit.tenant("acme"));
        assert!(send(&scope, &activation("a@example.org", "en-GB")).is_err_and(|e| e.is("mail.none")));
        provide(kit, Options::default());
        assert!(!talang_mail::available(&kit.installation()));
    });
}

// G1: what is left of a mail goes after the time that the operator set; what waits stays.
#[test]
fn old_mails_are_forgotten_at_night() {
    both(&SETUP, |kit| {
        let folder = kit.data().join("mails");
        provide(kit, Options { transport: Transport::File, folder, keep_days: 30, ..Options::default() });
        let tenant = kit.tenant("acme");
        let scope = kit.system(&tenant);
        send(&scope, &activation("marie@example.org", "fr-FR")).unwrap();
        run(kit);
        assert_eq!(outbox(&scope).len(), 1);
        for _ in 0..29 {
            kit.clock().advance(DAY);
            run(kit);
        }
        assert_eq!(outbox(&scope).len(), 1, "not before its time");
        send(&scope, &activation("ann@example.org", "en-GB")).unwrap();
        run(kit);
        for _ in 0..3 {
            kit.clock().advance(DAY);
            run(kit);
        }
        let left = scope.view(|v| {
            let object = v.object("MailMessage")?;
            let page = v.list(&object, &Query::default())?;
            Ok(page
                .records
                .iter()
                .map(|r| r.get("recipient").as_text().unwrap_or_default().to_string())
                .collect::<Vec<_>>())
        });
        assert_eq!(left.unwrap(), ["ann@example.org"]);
    });
}
