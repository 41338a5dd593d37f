//! Getting round the walls: out of the space, into others', past a revocation, by floods (I8, A1, A4).

use std::io::{Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::symlink;
use std::sync::Arc;
use std::time::Duration;

use russh::client;
use russh_sftp::client::SftpSession;
use russh_sftp::client::error::Error as SftpError;
use russh_sftp::protocol::{OpenFlags, StatusCode};
use talang_catalogue::Value;
use talang_testkit::{Database, Kit, both};

use crate::support::{House, SETUP, finish, is, noise, text, until};

struct Trusting;

impl client::Handler for Trusting {
    type Error = russh::Error;

    async fn check_server_key(
        &mut self,
        _key: &russh::keys::PublicKeyOrCertificate,
    ) -> Result<bool, Self::Error> {
        Ok(true)
    }
}

/// A client that says whatever it is told to.
async fn client(house: &House<'_>) -> (client::Handle<Trusting>, SftpSession) {
    let config = Arc::new(client::Config::default());
    let mut handle = client::connect(config, house.address(), Trusting).await.unwrap();
    let signed = handle.authenticate_password("payroll@acme", &house.password).await.unwrap();
    assert!(signed.success());
    let channel = handle.channel_open_session().await.unwrap();
    channel.request_subsystem(true, "sftp").await.unwrap();
    (handle, SftpSession::new(channel.into_stream()).await.unwrap())
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

/// What is not to be reached: beside the space, and in the tenant's own folder.
fn plant(house: &House<'_>) {
    std::fs::write(house.disk().join("../secret"), "secret").unwrap();
    std::fs::create_dir_all(house.path("outside")).unwrap();
    house.file("outside/secret", "secret");
    symlink(house.path("outside"), house.disk().join("in/folder-link")).unwrap();
    symlink(house.path("outside/secret"), house.disk().join("in/file-link")).unwrap();
    symlink("../../secret", house.disk().join("in/relative-link")).unwrap();
    symlink("/etc/passwd", house.disk().join("out/passwd")).unwrap();
}

const PATHS: [&str; 24] = [
    "../secret",
    "../../secret",
    "/../secret",
    "in/../../secret",
    "in/../../../../../../../../etc/passwd",
    "/etc/passwd",
    "in/folder-link/secret",
    "in/folder-link",
    "in/file-link",
    "in/relative-link",
    "in/relative-link/../../secret",
    "out/passwd",
    "in/\0/secret",
    "in\\..\\..\\secret",
    "in/..\u{2215}..\u{2215}secret",
    "in/\u{ff0e}\u{ff0e}/secret",
    "in/..%2f..%2fsecret",
    ".work",
    ".work/x",
    "in/.part-1-00000000000000000000000000000000",
    "secret",
    "shared.db",
    "in/a\nb",
    "in/./../.././secret",
];

// I8: nothing outside is read, written, listed, moved or removed, whatever it is called.
#[test]
fn nothing_leads_out_of_the_space_by_sftp() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.sftp_ok("ls");
        plant(&house);
        let long = format!("in/{}", "x".repeat(5000));
        runtime().block_on(async {
            let (_handle, sftp) = client(&house).await;
            sftp.write_new(&house, "in/mine").await;
            for path in PATHS.into_iter().chain([long.as_str()]) {
                assert!(sftp.open(path).await.is_err(), "read {path:?}");
                assert!(sftp.metadata(path).await.is_err(), "stat {path:?}");
                assert!(sftp.symlink_metadata(path).await.is_err(), "lstat {path:?}");
                assert!(sftp.read_dir(path).await.is_err(), "list {path:?}");
                assert!(sftp.remove_file(path).await.is_err(), "remove {path:?}");
                assert!(sftp.remove_dir(path).await.is_err(), "rmdir {path:?}");
                assert!(sftp.rename(path, "in/taken").await.is_err(), "take {path:?}");
                assert!(sftp.read_link(path).await.is_err(), "readlink {path:?}");
                assert!(sftp.hardlink(path, "in/hard").await.map_or(true, |done| !done), "link {path:?}");
                assert!(
                    sftp.symlink("in/soft", path).await.is_err()
                        && sftp.symlink(path, "in/soft").await.is_err()
                );
            }
            // Names that are not there may be made only where that harms nobody.
            for path in [
                "../new",
                "new",
                ".work/new",
                "in/folder-link/new",
                "in/relative-link/new",
                "in/../new",
                "in",
                "out",
            ] {
                let flags = OpenFlags::CREATE | OpenFlags::WRITE | OpenFlags::TRUNCATE;
                assert!(sftp.open_with_flags(path, flags).await.is_err(), "write {path:?}");
                assert!(sftp.create_dir(path).await.is_err(), "mkdir {path:?}");
                assert!(sftp.rename("in/mine", path).await.is_err(), "move to {path:?}");
            }
            for fixed in ["in", "out", "done", "rejected", "/", ""] {
                assert!(
                    sftp.remove_dir(fixed).await.is_err() && sftp.rename(fixed, "in/x").await.is_err(),
                    "{fixed}"
                );
            }
            let refused = sftp.open("../secret").await.err().unwrap();
            let SftpError::Status(status) = refused else { panic!("{refused:?}") };
            assert!(
                status.error_message.contains("cannot be a name in the file space"),
                "{}",
                status.error_message
            );
            let missing = sftp.metadata("in/none").await.err().unwrap();
            assert!(matches!(missing, SftpError::Status(s) if s.status_code == StatusCode::NoSuchFile));
            let listed: Vec<String> = sftp.read_dir("in").await.unwrap().map(|e| e.file_name()).collect();
            assert_eq!(listed, ["mine"], "links are not even shown");
            assert_eq!(sftp.canonicalize("in/../out/.").await.unwrap(), "/out");
            // A link that is planted where an upload is about to appear is replaced, never written through.
            symlink(house.path("outside/secret"), house.disk().join("in/target")).unwrap();
            sftp.write_new(&house, "in/target").await;
        });
        assert!(
            is(&house.path("outside/secret"), b"secret") && is(&house.disk().join("../secret"), b"secret")
        );
        assert!(!house.disk().join("in/target").is_symlink() && is(&house.disk().join("in/mine"), b"mine"));
        assert!(!house.disk().join("../new").exists() && !house.path("outside/new").exists());
        assert_eq!(house.on_disk("").len(), 5, "{:?}", house.on_disk(""));
    });
}

trait WriteNew {
    async fn write_new(&self, house: &House<'_>, path: &str);
}

impl WriteNew for SftpSession {
    async fn write_new(&self, _house: &House<'_>, path: &str) {
        use tokio::io::AsyncWriteExt;
        let flags = OpenFlags::CREATE | OpenFlags::WRITE | OpenFlags::TRUNCATE;
        let mut file = self.open_with_flags(path, flags).await.unwrap();
        file.write_all(b"mine").await.unwrap();
        file.shutdown().await.unwrap();
    }
}

// I8: no shell, no command, no forwarding, no other subsystem.
#[test]
fn there_is_nothing_but_files() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let house = House::new(&kit);
    let key = house.key("own", "payroll");
    let ssh = |args: &[&str]| {
        let mut command = house.client("ssh");
        command.args([
            "-F",
            "none",
            "-o",
            "UserKnownHostsFile=known",
            "-o",
            "StrictHostKeyChecking=accept-new",
        ]);
        command.arg("-i").arg(&key).args(["-p", &house.port().to_string()]);
        command.args(args);
        finish(command)
    };
    for args in [
        &["payroll@acme@127.0.0.1", "id"][..],
        &["-tt", "payroll@acme@127.0.0.1"],
        &["-s", "payroll@acme@127.0.0.1", "netconf"],
    ] {
        let output = ssh(args);
        assert!(!output.status.success() && output.stdout.is_empty(), "{args:?}: {output:?}");
    }
    let forward = format!("127.0.0.1:{}", house.port());
    let output = ssh(&["-W", &forward, "payroll@acme@127.0.0.1"]);
    assert!(!output.status.success(), "{output:?}");
    let output = ssh(&[
        "-N",
        "-o",
        "ExitOnForwardFailure=yes",
        "-R",
        &format!("0:{forward}"),
        "payroll@acme@127.0.0.1",
    ]);
    assert!(!output.status.success(), "{output:?}");
}

// I8, T4: nothing of one tenant opens another.
#[test]
fn an_account_is_of_its_own_tenant() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let other = kit.tenant("other");
        house.account(&other, "payroll");
        assert!(!house.sftp("payroll@other", &[], "ls").status.success(), "the same login elsewhere");
        house.file("a.csv", "a");
        house.sftp_ok("put a.csv in/a.csv");
        let system = kit.system(&other);
        let id = system.view(|v| v.resolve("FileAccount", "payroll")).unwrap().unwrap();
        let password = talang_files::renew_password(&system, &house.identity, id).unwrap();
        assert!(!house.sftp_as(&password, "payroll@acme", &[], "ls").status.success());
        let theirs = house.sftp_as(&password, "payroll@other", &[], "ls -1 in");
        assert!(
            theirs.status.success() && !String::from_utf8_lossy(&theirs.stdout).contains("a.csv"),
            "{theirs:?}"
        );
        // A tenant that is gone lets nobody in, and one of the same name begins empty.
        kit.installation().delete_tenant(other.id()).unwrap();
        assert!(!house.sftp_as(&password, "payroll@other", &[], "ls").status.success());
    });
}

// I8: who may no longer be here is cut off in the middle of a transfer, and what they sent does not appear.
#[test]
fn a_revoked_account_is_cut_off() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let deeds: [(&str, &(dyn Fn() + Sync)); 4] = [
            ("inactive", &|| house.change("payroll", "active", Value::from(false))),
            ("from elsewhere", &|| house.change("payroll", "networks", text("192.0.2.0/24"))),
            ("password renewed", &|| drop(house.renew("payroll"))),
            ("tenant gone", &|| kit.installation().delete_tenant(house.tenant.id()).unwrap()),
        ];
        for (what, deed) in deeds {
            let mut house_password = house.renew("payroll");
            runtime().block_on(async {
                let config = Arc::new(client::Config::default());
                let mut handle = client::connect(config, house.address(), Trusting).await.unwrap();
                let password = std::mem::take(&mut house_password);
                assert!(
                    handle.authenticate_password("payroll@acme", password).await.unwrap().success(),
                    "{what}"
                );
                let channel = handle.channel_open_session().await.unwrap();
                channel.request_subsystem(true, "sftp").await.unwrap();
                let sftp = SftpSession::new(channel.into_stream()).await.unwrap();
                use tokio::io::AsyncWriteExt;
                let flags = OpenFlags::CREATE | OpenFlags::WRITE | OpenFlags::TRUNCATE;
                let mut file = sftp.open_with_flags("in/half.csv", flags).await.unwrap();
                file.write_all(&noise(100_000)).await.unwrap();
                kit.clock().advance(1_000_000);
                // Databases are not spoken to from within a runtime.
                std::thread::scope(|threads| threads.spawn(deed).join().unwrap());
                let closed = async {
                    while !handle.is_closed() {
                        tokio::time::sleep(Duration::from_millis(20)).await;
                    }
                };
                tokio::time::timeout(Duration::from_secs(10), closed)
                    .await
                    .unwrap_or_else(|_| panic!("{what}: still here"));
                // In the end the client's library would close the file.
                drop((file, sftp));
            });
            assert!(!house.disk().join("in/half.csv").exists(), "{what}");
            if what != "tenant gone" {
                house.change("payroll", "active", Value::from(true));
                house.change("payroll", "networks", Value::Null);
                until("the line in the log", || {
                    house.transfers().iter().any(|l| l.ends_with("/in/half.csv cut"))
                });
            }
        }
    });
}

// A1: an account that may come from some networks comes from nowhere else; nor one of a tenant that is limited.
#[test]
fn networks_are_kept() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.change("payroll", "networks", text("192.0.2.0/24, 127.0.0.0/8"));
        house.sftp_ok("ls");
        house.change("payroll", "networks", text("192.0.2.0/24"));
        assert!(!house.sftp("payroll@acme", &[], "ls").status.success());
        house.change("payroll", "networks", Value::Null);
        house.sftp_ok("ls");
        let range = vec![("group_code", text("*")), ("cidr", text("192.0.2.0/24"))];
        kit.system(&house.tenant)
            .change(talang_catalogue::Kind::Shared, |c| c.create("IpRange", range))
            .unwrap();
        assert!(!house.sftp("payroll@acme", &[], "ls").status.success());
    });
}

// I8: a file that does not fit is told to the client and leaves nothing, nor does one whose disk is full.
#[test]
fn a_quota_that_is_reached_ends_the_upload() {
    both(&SETUP, |kit| {
        let house = House::with(kit, |o| o.quota_mib = 2);
        house.file("big.csv", noise(3 << 20));
        house.file("small.csv", noise(1 << 20));
        house.sftp_refused("put big.csv in/big.csv");
        assert!(house.on_disk("in").is_empty(), "{:?}", house.on_disk("in"));
        house.sftp_ok("put small.csv in/small.csv\ndf");
        assert_eq!(house.space().usage().unwrap().bytes, 1 << 20);
        assert!(
            house.transfers().contains(&"payroll sftp put /in/big.csv file_space.full".into()),
            "{:?}",
            house.transfers()
        );
    });
}

// I8: a connection that is cut in the middle of a file leaves nothing visible.
#[test]
fn a_killed_client_leaves_nothing_visible() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.file("big.csv", noise(20 << 20));
        house.file("batch", "put big.csv in/big.csv\n");
        let mut command = house.client("sftp");
        command.args([
            "-q",
            "-o",
            "UserKnownHostsFile=known",
            "-o",
            "StrictHostKeyChecking=accept-new",
            "-F",
            "none",
        ]);
        house.space();
        // Slow enough to be caught in the middle.
        command.args(["-o", "BatchMode=no", "-l", "20000", "-P"]).arg(house.port().to_string());
        command.args(["-b", "batch", "payroll@acme@127.0.0.1"]);
        let mut child = command.spawn().unwrap();
        until("the upload", || house.on_disk("in").iter().any(|name| name.starts_with(".part-")));
        std::thread::sleep(Duration::from_millis(300));
        child.kill().unwrap();
        child.wait().unwrap();
        until("the end", || house.transfers().iter().any(|l| l == "payroll sftp put /in/big.csv cut"));
        assert!(!house.disk().join("in/big.csv").exists());
        house.sftp_ok("reput big.csv in/big.csv");
        assert!(is(&house.disk().join("in/big.csv"), &house.content("big.csv")));
    });
}

// A4: guessing is stopped as at the web sign-in: by account, and in the same way for logins that are none.
#[test]
fn guessing_is_stopped() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let guess = |user: &str| house.sftp_as("guess", user, &[], "ls");
        for _ in 0..5 {
            assert!(!guess("payroll@acme").status.success());
            assert!(!guess("nobody@acme").status.success());
        }
        assert!(!house.sftp("payroll@acme", &[], "ls").status.success(), "locked");
        let hashes = house.identity.hashes_computed();
        guess("payroll@acme");
        guess("nobody@acme");
        assert_eq!(house.identity.hashes_computed(), hashes, "no work is done for either");
        kit.clock().advance(61_000_000);
        house.sftp_ok("ls");
        let sql = "SELECT detail FROM shared.activity_entry WHERE action = 'sign-in-failed' AND door = 'file-space'";
        let rows =
            house.tenant.db().read(|conn| conn.query(sql, &[])).map_err(|e: talang_store::Error| e).unwrap();
        assert_eq!(rows.len(), 10, "each is in the application log");
    });
}

// I8: a thousand connections that say nothing take a few places of one source and nothing from anybody else.
#[test]
fn half_open_connections_starve_nobody() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let house = House::new(&kit);
    let mut all: Vec<TcpStream> = (0..1000).map(|_| TcpStream::connect(house.address()).unwrap()).collect();
    // Those for which there is no place are closed without a word; the others are greeted.
    let mut greeted = 0;
    for stream in &mut all {
        stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        let mut first = [0; 4];
        if stream.read(&mut first).is_ok_and(|n| n > 0) {
            greeted += 1;
        }
    }
    assert_eq!(greeted, 10);
    drop(all);
    until("room", || house.sftp("payroll@acme", &[], "ls").status.success());
    // Nonsense instead of a protocol ends its connection and nothing else.
    for nonsense in
        [&b"GET / HTTP/1.1\r\n\r\n"[..], &[0xff; 4096], b"SSH-2.0-x\r\n\0\0\0\0\0\0\0\0", b"SSH-1.5-old\r\n"]
    {
        let mut stream = TcpStream::connect(house.address()).unwrap();
        let _ = stream.write_all(nonsense);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest);
    }
    house.sftp_ok("ls");
}
