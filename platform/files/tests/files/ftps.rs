//! FTPS with the clients that integrators use, and against those that mean no good (I8, O4).

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use talang_catalogue::Value;
use talang_testkit::{Database, Kit, both};

use crate::support::{House, SETUP, finish, is, noise, said, until};

/// A house with FTPS and a certificate that it made itself.
fn house(kit: &Kit) -> House<'_> {
    house_with(kit, |_| {})
}

fn house_with(kit: &Kit, change: impl Fn(&mut talang_files::Options)) -> House<'_> {
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_string()]).unwrap();
    let (certificate, key) = (kit.data().join("cert.pem"), kit.data().join("key.pem"));
    std::fs::write(&certificate, talang_testkit::pem("CERTIFICATE", made.cert.der())).unwrap();
    std::fs::write(&key, talang_testkit::pem("PRIVATE KEY", &made.signing_key.serialize_der())).unwrap();
    House::with(kit, |o| {
        o.ftps = "127.0.0.1:0".into();
        o.certificate.clone_from(&certificate);
        o.certificate_key.clone_from(&key);
        o.passive_ports = [40_000, 48_000];
        o.quota_mib = 8;
        change(o);
    })
}

// O4: a certificate that was renewed counts from the next connection on; while only half of it is written, the old one does.
#[test]
fn a_renewed_certificate_counts_without_a_restart() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let house = house(&kit);
    let shown =
        || python(&house, "import hashlib; print(hashlib.sha256(ftp.sock.getpeercert(True)).hexdigest())");
    let first = shown();
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_string()]).unwrap();
    std::fs::write(kit.data().join("cert.pem"), talang_testkit::pem("CERTIFICATE", made.cert.der())).unwrap();
    assert_eq!(shown(), first, "certificate and key do not fit yet");
    std::fs::write(kit.data().join("key.pem"), "no key").unwrap();
    assert_eq!(shown(), first);
    std::fs::write(
        kit.data().join("key.pem"),
        talang_testkit::pem("PRIVATE KEY", &made.signing_key.serialize_der()),
    )
    .unwrap();
    let second = shown();
    assert_ne!(second, first);
    assert_eq!(shown(), second);
}

/// Python's `ftplib` with a script: `ftp` is signed in and its data protected, `context` is the client's TLS, `f` opens a
/// file, `refused(number, …)` expects that answer.
fn python(house: &House<'_>, script: &str) -> String {
    const HEAD: &str = r#"
import ftplib, io, os, socket, ssl
context = ssl._create_unverified_context()
class Resuming(ftplib.FTP_TLS):
    """Resumes the control connection's session for data, as clients do for servers that insist."""
    def ntransfercmd(self, cmd, rest=None):
        conn, size = ftplib.FTP.ntransfercmd(self, cmd, rest)
        return self.context.wrap_socket(conn, server_hostname=self.host, session=self.sock.session), size
def signed_in(kind=ftplib.FTP_TLS):
    ftp = kind(context=context, timeout=30, encoding='utf-8')
    ftp.connect('127.0.0.1', int(os.environ['PORT']))
    ftp.login('payroll@acme', os.environ['TALANG_PASSWORD'])
    ftp.prot_p()
    return ftp
def refused(number, deed, *args):
    try:
        answer = deed(*args)
    except ftplib.Error as error:
        assert str(error).startswith(str(number)), (args, str(error))
    else:
        raise AssertionError((number, args, answer))
def f(name):
    return open(name, 'rb')
def fetched(ftp, name, **more):
    out = io.BytesIO()
    ftp.retrbinary('RETR ' + name, out.write, **more)
    return out.getvalue()
ftp = signed_in()
"#;
    let script = house.file("script.py", format!("{HEAD}{script}"));
    let mut command = house.client("python3");
    command.env("PORT", port(house).to_string()).arg(script);
    said(finish(command))
}

fn port(house: &House<'_>) -> u16 {
    house.server.ftps().unwrap().port()
}

fn lftp(house: &House<'_>, settings: &str, script: &str) -> std::process::Output {
    let script = format!(
        "set net:max-retries 1; set net:timeout 20; set cmd:fail-exit yes; set ssl:verify-certificate no;
         set ftp:ssl-force yes; set ftp:ssl-protect-data yes; set ftp:ssl-protect-list yes; {settings}
         open -u payroll@acme,{} ftp://127.0.0.1:{};\n{script}",
        house.password,
        port(house)
    );
    let script = house.file("script", script);
    let mut command = house.client("lftp");
    command.arg("--norc").arg("-f").arg(script);
    finish(command)
}

fn curl(house: &House<'_>, args: &[&str]) -> std::process::Output {
    let mut command = house.client("curl");
    command.args(["--silent", "--show-error", "--insecure", "--ssl-reqd", "--max-time", "60", "--user"]);
    command.arg(format!("payroll@acme:{}", house.password)).args(args);
    finish(command)
}

#[test]
fn lftp_exchanges_files_by_ftps() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let content = noise(1_000_000);
        house.file("a.csv", &content);
        std::fs::create_dir(house.path("folder")).unwrap();
        house.file("folder/Prämie März.csv", "x;y\n");
        let script = "cd in\nput a.csv\nmirror -R folder\nmirror folder back\ncls -l\nget a.csv -o b.csv\nmv a.csv c.csv\nput a.csv\nrm c.csv\nrm -r folder\nls\npwd\n";
        for settings in ["", "set ftp:prefer-epsv no; set ftp:use-mlsd no;", "set ftp:use-mlsd yes;"] {
            let heard = said(lftp(&house, settings, script));
            assert!(heard.contains("a.csv"), "{settings}: {heard}");
            assert!(is(&house.path("b.csv"), &content) && is(&house.path("back/Prämie März.csv"), b"x;y\n"));
            assert_eq!(house.on_disk("in"), ["a.csv"]);
            std::fs::remove_file(house.path("b.csv")).unwrap();
            std::fs::remove_dir_all(house.path("back")).unwrap();
        }
        assert!(
            house.transfers().contains(&"payroll ftps put /in/a.csv done".into()),
            "{:?}",
            house.transfers()
        );
    });
}

#[test]
fn curl_exchanges_files_by_ftps() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let content = noise(700_000);
        house.file("a.csv", &content);
        let url = |path: &str| format!("ftp://127.0.0.1:{}{path}", port(&house));
        said(curl(&house, &["--upload-file", "a.csv", &url("/in/a.csv")]));
        assert!(is(&house.disk().join("in/a.csv"), &content));
        said(curl(&house, &["--output", "b.csv", &url("/in/a.csv")]));
        assert!(is(&house.path("b.csv"), &content));
        house.file("c.csv", &content[..100_000]);
        said(curl(&house, &["--continue-at", "-", "--output", "c.csv", &url("/in/a.csv")]));
        assert!(is(&house.path("c.csv"), &content));
        assert!(said(curl(&house, &[&url("/in/")])).contains("a.csv"));
        assert!(!curl(&house, &[&url("/in/none.csv")]).status.success());
        // Half of it came before: the rest follows.
        {
            use talang_files::{Begin, SpacePath, Upload};
            let path = SpacePath::parse(&SpacePath::default(), "in/big.csv").unwrap();
            let mut upload = Upload::begin(&house.space(), &path, house.id("payroll"), Begin::Empty).unwrap();
            upload.write_at(0, &content[..300_000]).unwrap();
        }
        said(curl(&house, &["--continue-at", "-", "--upload-file", "a.csv", &url("/in/big.csv")]));
        assert!(is(&house.disk().join("in/big.csv"), &content));
        // What does not fit is told and leaves nothing.
        house.file("huge.csv", noise(9 << 20));
        assert!(!curl(&house, &["--upload-file", "huge.csv", &url("/in/huge.csv")]).status.success());
        assert_eq!(house.on_disk("in"), ["a.csv", "big.csv"]);
        // TLS from the first byte, or none at all, is not what is spoken here.
        let mut plain = house.client("curl");
        plain.args([
            "--silent",
            "--max-time",
            "20",
            "--user",
            &format!("payroll@acme:{}", house.password),
            &url("/in/"),
        ]);
        assert!(!finish(plain).status.success(), "nothing goes unprotected");
    });
}

// RFC 959, 3659, 4217: what clients may say, answered as the standards have it.
#[test]
fn pythons_ftplib_exchanges_files_by_ftps() {
    both(&SETUP, |kit| {
        let house = house(kit);
        let content = noise(3_000_000);
        house.file("a.csv", &content);
        let script = r#"
content = f('a.csv').read()
for kind in (ftplib.FTP_TLS, Resuming):
    ftp = signed_in(kind)
    assert ftp.storbinary('STOR /in/a.csv', f('a.csv')).startswith('226')
    assert fetched(ftp, '/in/a.csv') == content
ftp.cwd('/in')
assert ftp.pwd() == '/in'
refused(425, ftp.sendcmd, 'LIST')
assert ftp.size('a.csv') == len(content)
assert fetched(ftp, 'a.csv', rest=2_999_990) == content[-10:]
assert ftp.nlst() == ['a.csv']
[(name, facts)] = list(ftp.mlsd())
assert (name, facts['type'], facts['size']) == ('a.csv', 'file', '3000000'), facts
assert ftp.sendcmd('MDTM a.csv') == '213 ' + facts['modify']
lines = []
ftp.dir(lines.append)
assert lines[0].startswith('-rw') and lines[0].endswith(' a.csv'), lines
assert ftp.mkd('Prämie "2026"') == '/in/Prämie "2026"'
ftp.rename('a.csv', 'Prämie "2026"/b.csv')
ftp.cwd('Prämie "2026"')
assert ftp.pwd() == '/in/Prämie "2026"'
ftp.cwd('..')
ftp.delete('Prämie "2026"/b.csv')
ftp.rmd('Prämie "2026"')
# Appended to what is there, and to what is not.
ftp.storbinary('APPE log', io.BytesIO(b'one'))
ftp.storbinary('APPE log', io.BytesIO(b'two'))
assert fetched(ftp, 'log') == b'onetwo'
ftp.delete('log')
# An empty file is a file.
ftp.storbinary('STOR empty', io.BytesIO(b''))
assert ftp.size('empty') == 0 and fetched(ftp, 'empty') == b''
ftp.delete('empty')
# What is not there or not understood is refused, and the connection lives on.
refused(550, ftp.size, 'none')
refused(550, ftp.retrbinary, 'RETR none', print)
refused(550, ftp.cwd, '/none')
refused(503, ftp.sendcmd, 'RNTO x')
refused(553, ftp.mkd, '.hidden')
refused(502, ftp.sendcmd, 'SITE EXEC id')
refused(501, ftp.sendcmd, 'REST minus')
refused(504, ftp.sendcmd, 'TYPE E')
refused(554, ftp.storbinary, 'STOR new', io.BytesIO(b''), 8192, None, 5)
# Nothing goes unprotected, and the server calls nobody.
refused(536, ftp.prot_c)
refused(533, ftp.sendcmd, 'CCC')
refused(502, ftp.sendport, '127.0.0.1', 9999)
refused(502, ftp.sendeprt, '127.0.0.1', 9999)
bare = ftplib.FTP_TLS(context=context, timeout=30)
bare.connect('127.0.0.1', int(os.environ['PORT']))
bare.auth()
refused(530, bare.sendcmd, 'PASV')
refused(503, bare.sendcmd, 'PASS x')
bare.sendcmd('USER payroll@acme')
bare.sendcmd('PASS ' + os.environ['TALANG_PASSWORD'])
bare.sendcmd('PASV')
refused(521, bare.sendcmd, 'LIST')
assert ftp.quit().startswith('221')
"#;
        python(&house, script);
        assert!(house.on_disk("in").is_empty(), "{:?}", house.on_disk("in"));
        let lines = house.transfers();
        assert!(lines.contains(&"payroll ftps rename /in/Prämie \"2026\"/b.csv done".into()), "{lines:?}");
        assert!(lines.contains(&"payroll ftps remove /in/log done".into()), "{lines:?}");
    });
}

// I8: a data connection that ends without the word of TLS is cut off, whoever cut it; what came is continued.
#[test]
fn an_upload_that_was_cut_off_is_continued_by_ftps() {
    both(&SETUP, |kit| {
        let house = house_with(kit, |o| o.quota_mib = 64);
        house.file("a.csv", noise(3_000_000));
        house.file("big.csv", noise(30_000_000));
        let script = r#"
content = f('a.csv').read()
def cut(upto):
    conn = ftp.transfercmd('STOR in/half.csv')
    conn.sendall(content[:upto])
    conn.close()  # FIN, without close_notify
    assert ftp.getmultiline().startswith('426')
cut(300_000)
assert ftp.nlst('in') == []
refused(550, ftp.retrbinary, 'RETR in/half.csv', print)
size = ftp.size('in/half.csv')
assert size == 300_000, size
rest = f('a.csv')
rest.seek(size)
ftp.storbinary('STOR in/half.csv', rest, rest=size)
assert fetched(ftp, 'in/half.csv') == content
ftp.delete('in/half.csv')
# By APPE, as other clients do.
cut(1_000_000)
rest.seek(1_000_000)
ftp.storbinary('APPE in/half.csv', rest)
assert fetched(ftp, 'in/half.csv') == content
# ABOR, either way: the transfer's answer, then its own.
ftp.storbinary('STOR in/big.csv', f('big.csv'))
for command in ('RETR in/big.csv', 'STOR in/other.csv'):
    conn = ftp.transfercmd(command)
    if command.startswith('RETR'):
        assert conn.recv(1000) == f('big.csv').read(1000)
    else:
        conn.sendall(content[:1000])
    ftp.putcmd('NOOP')
    ftp.putcmd('ABOR')
    answers = [ftp.getmultiline()[:3] for _ in range(3)]
    assert answers == ['426', '200', '226'], answers
    conn.close()
assert ftp.nlst('in') == ['big.csv', 'half.csv']
# One that is over is not aborted any more.
assert ftp.sendcmd('ABOR').startswith('226')
"#;
        python(&house, script);
        let lines = house.transfers();
        assert!(lines.contains(&"payroll ftps get /in/big.csv cut".into()), "{lines:?}");
        assert!(lines.contains(&"payroll ftps put /in/other.csv cut".into()), "{lines:?}");
    });
}

// I8: a port that was opened for one client serves no other.
#[test]
fn a_data_connection_comes_from_its_clients_address() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let house = house(&kit);
    house.file("a.csv", "mine");
    let script = r#"
ftp.storbinary('STOR in/a.csv', f('a.csv'))
host, port = ftp.makepasv()
assert 40_000 <= port <= 48_000
ftp.putcmd('RETR in/a.csv')
other = socket.create_connection((host, port), 10, ('127.0.0.2', 0))
try:
    assert other.recv(1) == b''
except ConnectionResetError:
    pass
own = context.wrap_socket(socket.create_connection((host, port), 10))
assert own.recv(100) == b'mine'
assert ftp.getmultiline().startswith('150') and ftp.getmultiline().startswith('226')
"#;
    python(&house, script);
}

// Behind address translation clients are told the address outside.
#[test]
fn clients_are_told_the_address_that_is_configured() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let house = house_with(&kit, |o| o.passive_address = "203.0.113.7".into());
    python(&house, "assert '(203,0,113,7,' in ftp.sendcmd('PASV')\nassert '(|||' in ftp.sendcmd('EPSV')\n");
}

// O4, RFC 4217: before TLS nothing is taken, and nothing that was said before counts afterwards.
#[test]
fn nothing_goes_in_clear() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let house = house(&kit);
    let stream = TcpStream::connect(("127.0.0.1", port(&house))).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    let mut say = |text: &str| {
        if !text.is_empty() {
            (&stream).write_all(format!("{text}\r\n").as_bytes()).unwrap();
        }
        lines.next().unwrap().unwrap()
    };
    assert!(say("").starts_with("220"));
    for command in
        ["USER payroll@acme", "PASS x", "PASV", "LIST", "STOR in/a", "SITE EXEC id", "PORT 1,2,3,4,5,6"]
    {
        assert!(say(command).starts_with("530"), "{command}");
    }
    // A command that hides behind AUTH TLS ends the connection.
    (&stream).write_all(b"AUTH TLS\r\nUSER payroll@acme\r\n").unwrap();
    let mut rest = Vec::new();
    let _ = (&stream).read_to_end(&mut rest);
    assert!(rest.is_empty(), "{rest:?}");
}

// I8: names and links lead nowhere by FTPS either.
#[test]
fn nothing_leads_out_of_the_space_by_ftps() {
    both(&SETUP, |kit| {
        let house = house(kit);
        house.space();
        std::fs::write(house.disk().join("../secret"), "secret").unwrap();
        std::os::unix::fs::symlink("../../secret", house.disk().join("in/link")).unwrap();
        std::os::unix::fs::symlink("/etc", house.disk().join("in/etc")).unwrap();
        house.file("mine", "mine");
        let url = |path: &str| format!("ftp://127.0.0.1:{}{path}", port(&house));
        for path in [
            "/../secret",
            "/%2e%2e/secret",
            "//../secret",
            "/in/link",
            "/in/etc/passwd",
            "/.work",
            "/in/..%5c..%5csecret",
            "/shared.db",
        ] {
            assert!(!curl(&house, &["--path-as-is", &url(path)]).status.success(), "read {path}");
            assert!(
                !curl(&house, &["--path-as-is", "--upload-file", "mine", &url(path)]).status.success()
                    || path == "/in/link",
                "write {path}"
            );
        }
        for deed in [
            "DELE ../secret",
            "DELE /in/../../secret",
            "MKD /new",
            "MKD /in/etc/new",
            "RMD /in",
            "CWD /in/etc",
            "CWD ../..",
        ] {
            assert!(!curl(&house, &["--quote", deed, &url("/")]).status.success(), "{deed}");
        }
        assert!(
            !curl(&house, &["--quote", "RNFR /in", "--quote", "RNTO /out/x", &url("/")]).status.success()
        );
        assert!(is(&house.disk().join("../secret"), b"secret"));
        assert!(!house.disk().join("new").exists());
    });
}

// I8: cut off in the middle, by the client's end or by a revocation: nothing is visible.
#[test]
fn half_a_file_is_not_there() {
    both(&SETUP, |kit| {
        let house = house(kit);
        house.space();
        house.file("big.csv", noise(6 << 20));
        let url = format!("ftp://127.0.0.1:{}/in/big.csv", port(&house));
        let slow = || {
            let mut command = house.client("curl");
            command.args(["--silent", "--insecure", "--ssl-reqd", "--limit-rate", "500k", "--user"]);
            command.arg(format!("payroll@acme:{}", house.password)).args(["--upload-file", "big.csv", &url]);
            let child = command.spawn().unwrap();
            until("the upload", || house.on_disk("in").iter().any(|name| name.starts_with(".part-")));
            std::thread::sleep(Duration::from_millis(500));
            child
        };
        let cut = || house.transfers().iter().filter(|l| *l == "payroll ftps put /in/big.csv cut").count();
        let mut child = slow();
        child.kill().unwrap();
        child.wait().unwrap();
        until("the end", || cut() == 1);
        assert!(!house.disk().join("in/big.csv").exists());
        let mut child = slow();
        house.change("payroll", "active", Value::from(false));
        assert!(!child.wait().unwrap().success(), "cut off");
        until("the end", || cut() == 2);
        assert!(!house.disk().join("in/big.csv").exists());
        assert!(!curl(&house, &["--upload-file", "big.csv", &url]).status.success(), "and not let in");
    });
}

// A4: three wrong passwords end the connection, five lock the account.
#[test]
fn guessing_is_stopped_by_ftps() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let house = house(&kit);
    let url = format!("ftp://127.0.0.1:{}/", port(&house));
    for _ in 0..5 {
        let mut command = house.client("curl");
        command.args(["--silent", "--insecure", "--ssl-reqd", "--user", "payroll@acme:guess", &url]);
        assert!(!finish(command).status.success());
    }
    assert!(!curl(&house, &[&url]).status.success(), "locked");
    kit.clock().advance(61_000_000);
    said(curl(&house, &[&url]));
}
