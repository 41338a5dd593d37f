//! SFTP with the clients that integrators use (I8).

use talang_testkit::both;

use crate::support::{House, SETUP, finish, is, noise, said};

// I8: everything a batch of OpenSSH's client does, with a password.
#[test]
fn openssh_exchanges_files() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let content = noise(3_000_001);
        house.file("Employee_InsertAndUpdate_en-GB_1_.csv", &content);
        let said = house.sftp_ok(
            "ls -1\ncd in\nput Employee_InsertAndUpdate_en-GB_1_.csv\nmkdir month\nrename Employee_InsertAndUpdate_en-GB_1_.csv month/e.csv\n\
             ls -l month\nget month/e.csv back.csv\nput -p back.csv month/f.csv\nchmod 644 month/f.csv\nrm month/f.csv\npwd\ndf",
        );
        for folder in ["done", "in", "out", "rejected"] {
            assert!(said.lines().any(|line| line.trim() == folder), "{said}");
        }
        assert!(
            said.contains("3000001")
                && said.contains("e.csv")
                && said.contains("Remote working directory: /in")
        );
        assert!(is(&house.path("back.csv"), &content), "as it was sent");
        assert!(is(&house.disk().join("in/month/e.csv"), &content));
        assert_eq!(house.on_disk("in/month"), ["e.csv"], "nothing is left of what was under way");
        assert!(house.sftp_refused("rmdir in/month").contains("Failure"));
        house.sftp_ok("rm in/month/e.csv\nrmdir in/month");
        assert!(house.on_disk("in").is_empty());
        let lines = house.transfers();
        assert!(
            lines.contains(&"payroll sftp put /in/Employee_InsertAndUpdate_en-GB_1_.csv done".into()),
            "{lines:?}"
        );
        assert!(lines.contains(&"payroll sftp get /in/month/e.csv done".into()), "{lines:?}");
    });
}

// I8: a file larger than every window on the way comes and goes whole.
#[test]
fn a_large_file_comes_and_goes() {
    let kit = talang_testkit::Kit::new(talang_testkit::Database::Sqlite, &SETUP);
    let house = House::new(&kit);
    let content = noise(150 << 20);
    house.file("large", &content);
    house.sftp_ok("put large in/large\nget in/large back");
    assert!(is(&house.path("back"), &content));
}

// I8: an upload that was cut off is not there for anybody, and can be continued.
#[test]
fn an_upload_is_continued_where_it_was_cut_off() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let content = noise(500_000);
        house.file("big.csv", &content);
        {
            use talang_files::{Begin, SpacePath, Upload};
            let path = SpacePath::parse(&SpacePath::default(), "in/big.csv").unwrap();
            let mut upload = Upload::begin(&house.space(), &path, house.id("payroll"), Begin::Empty).unwrap();
            upload.write_at(0, &content[..200_000]).unwrap();
        }
        assert!(!house.sftp_ok("ls -la in").contains("big.csv"), "half a file is not there");
        assert!(!house.disk().join("in/big.csv").exists());
        house.sftp_ok("reput big.csv in/big.csv");
        assert!(is(&house.disk().join("in/big.csv"), &content));
        assert_eq!(house.on_disk("in"), ["big.csv"]);
        house.file("half.csv", &content[..123_456]);
        house.sftp_ok("reget in/big.csv half.csv");
        assert!(is(&house.path("half.csv"), &content));
        // A file that is there is replaced as a whole.
        house.file("small.csv", "a;b\n");
        house.sftp_ok("put small.csv in/big.csv");
        assert!(is(&house.disk().join("in/big.csv"), b"a;b\n"));
        assert_eq!(house.space().usage().unwrap(), talang_files::Usage { bytes: 4, files: 1 });
    });
}

// I8: lftp's way of asking.
#[test]
fn lftp_exchanges_files() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let content = noise(1_000_000);
        house.file("a.csv", &content);
        std::fs::create_dir(house.path("folder")).unwrap();
        house.file("folder/Prämie März.csv", "x;y\n");
        let said = said(house.lftp(
            "cd in\nput a.csv\nmirror -R folder\nmirror folder back\ncls -l\nget a.csv -o b.csv\nmv a.csv c.csv\nput -c a.csv\nmput a.csv\nrm c.csv\nrm -r folder\nls\n",
        ));
        assert!(said.contains("a.csv"), "{said}");
        assert!(is(&house.path("b.csv"), &content) && is(&house.path("back/Prämie März.csv"), b"x;y\n"));
        assert_eq!(house.on_disk("in"), ["a.csv"]);
    });
}

// I8: curl over SFTP, with a libssh2 that knows no encrypt-then-MAC; resuming.
#[test]
fn curl_exchanges_files() {
    both(&SETUP, |kit| {
        let house = House::with(kit, |o| o.older_clients = true);
        let content = noise(700_000);
        house.file("a.csv", &content);
        let url = |path: &str| format!("sftp://127.0.0.1:{}{path}", house.port());
        let curl = |args: &[&str]| {
            let mut command = house.client("curl");
            command.args(["--silent", "--show-error", "--insecure", "--user"]);
            command.arg(format!("payroll@acme:{}", house.password)).args(args);
            finish(command)
        };
        said(curl(&["--upload-file", "a.csv", &url("/in/a.csv")]));
        assert!(is(&house.disk().join("in/a.csv"), &content));
        said(curl(&["--output", "b.csv", &url("/in/a.csv")]));
        assert!(is(&house.path("b.csv"), &content));
        house.file("c.csv", &content[..100_000]);
        said(curl(&["--continue-at", "-", "--output", "c.csv", &url("/in/a.csv")]));
        assert!(is(&house.path("c.csv"), &content));
        assert!(said(curl(&[&url("/in/")])).contains("a.csv"));
        assert!(!curl(&[&url("/in/none.csv")]).status.success());
    });
}

// I8: a key instead of the password; only the account's own, and only while it is active.
#[test]
fn a_key_opens_its_own_account() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let key = house.key("own", "payroll");
        house.account(&house.tenant, "warehouse");
        let try_key = |user: &str, key: &std::path::Path| {
            let key = key.to_string_lossy().into_owned();
            let options =
                ["-i", key.as_str(), "-o", "PreferredAuthentications=publickey", "-o", "IdentitiesOnly=yes"];
            house.sftp(user, &options, "ls").status.success()
        };
        assert!(try_key("payroll@acme", &key));
        assert!(!try_key("warehouse@acme", &key), "another account");
        assert!(!try_key("payroll@other", &key) && !try_key("payroll", &key), "another tenant, or none");
        let (unknown, _) = house.make_key("unknown", "ed25519");
        assert!(!try_key("payroll@acme", &unknown));
        let (curve, public) = house.make_key("curve", "ecdsa");
        house.know("payroll", "curve", &public).unwrap();
        assert!(try_key("payroll@acme", &curve));
        let (rsa, public) = house.make_key("rsa", "rsa");
        let refused = house.know("payroll", "rsa", &public).unwrap_err();
        assert_eq!(refused.faults().first().unwrap().code, "file_space.key_type", "told when it is entered");
        assert!(!try_key("payroll@acme", &rsa));
        // A password that was guessed too often shuts nobody out who has a key.
        for _ in 0..6 {
            assert!(!house.sftp_as("wrong", "payroll@acme", &[], "ls").status.success());
        }
        assert!(try_key("payroll@acme", &key));
        assert!(!house.sftp("payroll@acme", &[], "ls").status.success(), "locked");
        kit.clock().advance(3_600_000_000);
        assert!(house.sftp("payroll@acme", &[], "ls").status.success(), "and open again");
        let scope = kit.system(&house.tenant);
        let id = house.key_id("own");
        scope
            .change(talang_catalogue::Kind::Shared, |c| {
                c.update("FileKey", id, vec![("active", talang_catalogue::Value::from(false))])
            })
            .unwrap();
        assert!(!try_key("payroll@acme", &key));
        let kept = house.record("FileKey", id);
        let kept = kept.get("public_key").as_text().unwrap().to_string();
        assert!(kept.starts_with("ssh-ed25519 ") && !kept.contains("somebody"), "{kept}");
    });
}

// A2, O4: a renewed password counts at once and the old one no more; it is kept as Argon2id.
#[test]
fn a_password_is_renewed() {
    both(&SETUP, |kit| {
        let mut house = House::new(kit);
        house.sftp_ok("ls");
        let new = house.renew("payroll");
        let old = std::mem::replace(&mut house.password, new);
        assert_ne!(old, house.password);
        house.sftp_ok("ls");
        house.password = old;
        assert!(!house.sftp("payroll@acme", &[], "ls").status.success());
        let sql = "SELECT hash FROM shared.file_credential";
        let rows =
            house.tenant.db().read(|conn| conn.query(sql, &[])).map_err(|e: talang_store::Error| e).unwrap();
        assert!(rows[0][0].text().starts_with("$argon2id$"), "{rows:?}");
        let record = house.record("FileAccount", house.id("payroll"));
        assert_eq!(record.get("password_renewed_at").as_int(), Some(kit.installation().clock().now()));
    });
}

// The server says nothing old-fashioned: an audit of its algorithms finds nothing to complain of.
#[test]
fn ssh_audit_finds_nothing() {
    let kit = talang_testkit::Kit::new(talang_testkit::Database::Sqlite, &SETUP);
    let house = House::new(&kit);
    let (well, lines) =
        talang_testkit::peers::run_python("ssh-audit.py", &[&format!("port={}", house.port())]);
    assert!(well, "{}", lines.join("\n"));
    assert!(
        lines.iter().any(|line| line.contains("mlkem768x25519-sha256")),
        "it looked: {}",
        lines.join("\n")
    );
}
