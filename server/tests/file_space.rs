//! The file space on screen: files brought, fetched and removed, accounts with passwords and keys, and the walls around
//! them, on both databases (I8, A10, A12).

use std::sync::Arc;

use talang_catalogue::Kind;
use talang_engine::{Scope, Tenant};
use talang_http::encode;
use talang_testkit::{Kit, both};

use crate::PASSWORD;
use crate::client::{Answer, Server, multipart};
use crate::walls::SETUP;

const FILES: &str = "/access/file-space";
const ACCOUNTS: &str = "/access/file-space/accounts";

/// Two companies, each with `root`; in `acme` also `eve`, who manages people, and `rita`, who may look into the space.
struct House {
    tenant: Arc<Tenant>,
    system: Scope,
    server: Server,
    identity: Arc<talang_identity::Identity>,
}

/// Somebody at the screen.
struct Browser<'a> {
    server: &'a Server,
    company: &'static str,
    cookie: String,
    token: String,
}

impl House {
    fn new(kit: &Kit) -> House {
        let (server, identity) = Server::of(kit);
        let people: [(&str, &[(&str, &str)]); 2] = [
            ("acme", &[("root", "super-administrator"), ("eve", "hr-manager"), ("rita", "space-reader")]),
            ("other", &[("root", "super-administrator")]),
        ];
        for (company, people) in people {
            let tenant = kit.tenant(company);
            if company == "acme" {
                kit.role(&tenant, "space-reader", &[("FileSpace", "*", "read", "all")]);
            }
            let system = kit.system(&tenant);
            for (login, role) in people {
                kit.user(&tenant, login, None, &[role]);
                let id = system.view(|v| v.resolve("User", login)).unwrap().unwrap();
                identity.set_password(&system, id, login, PASSWORD, false).unwrap();
            }
        }
        let tenant = kit.tenant("acme");
        House { system: kit.system(&tenant), tenant, server, identity }
    }

    fn browser(&self, company: &'static str, login: &str) -> Browser<'_> {
        let cookie = self.server.sign_in_as(company, login);
        let token = self.server.get(company, "/password", &[("Cookie", &cookie)]).csrf();
        Browser { server: &self.server, company, cookie, token }
    }

    fn account(&self, login: &str) -> i64 {
        let values = vec![("login", login.into()), ("label", "Payroll".into())];
        self.system.change(Kind::Shared, |c| c.create("FileAccount", values)).unwrap().id
    }

    /// Whether the account's password is that one.
    fn opens(&self, account: i64, password: &str) -> bool {
        let sql = "SELECT hash FROM shared.file_credential WHERE account = ?";
        let row = self.tenant.db().read(|conn| conn.query_one(sql, &[account.into()]));
        let row = row.map_err(|e: talang_store::Error| e).unwrap();
        self.identity.secret_fits(password, row.as_ref().map(|r| r[0].text()))
    }

    fn disk(&self, path: &str) -> std::path::PathBuf {
        self.tenant.db().attachments().space_folder().join(path)
    }
}

impl Browser<'_> {
    fn get(&self, path: &str) -> Answer {
        self.server.get(self.company, path, &[("Cookie", &self.cookie)])
    }

    fn page(&self, path: &str) -> String {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer.body
    }

    fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let fields: Vec<String> =
            fields.iter().map(|(n, v)| format!("{}={}", encode(n), encode(v))).collect();
        let form = format!("_csrf={}&{}", self.token, fields.join("&"));
        self.server.post(self.company, path, &[("Cookie", &self.cookie)], &form)
    }

    /// Uploads files as a browser does.
    fn put(&self, folder: &str, files: &[(&str, &str)]) -> Answer {
        let body = multipart(files);
        let headers = [
            ("Cookie", self.cookie.as_str()),
            ("X-Csrf-Token", self.token.as_str()),
            ("Content-Type", "multipart/form-data; boundary=edge"),
        ];
        let path = format!("{FILES}/upload?path={}", encode(folder));
        self.server.send(self.company, "POST", &path, &headers, body.as_bytes())
    }

    fn remove(&self, path: &str) -> Answer {
        self.post(&format!("{FILES}/remove"), &[("path", path)])
    }
}

fn fetched(browser: &Browser<'_>, path: &str) -> Answer {
    browser.get(&format!("{FILES}/file?path={}", encode(path)))
}

// I8
#[test]
fn files_are_brought_fetched_and_removed_on_screen() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let root = house.browser("acme", "root");
        let top = root.page(FILES);
        for folder in ["in", "out", "done", "rejected"] {
            assert!(top.contains(&format!("path=%2F{folder}")), "{folder}: {top}");
        }
        assert!(!top.contains("/upload?path="), "nothing is put beside the four");
        assert!(root.page(&format!("{FILES}?path=/in")).contains("Nothing is here"));

        let name = "Employee_InsertAndUpdate_en-GB_1_.csv";
        let done = root.put("/in", &[(name, "number;last_name\nE1;Berg"), ("Prämie März.csv", "x;y")]);
        assert_eq!((done.status, done.header("location")), (303, Some("/access/file-space?path=%2Fin")));
        let page = root.page(&format!("{FILES}?path=/in"));
        assert!(page.contains(name) && page.contains("Prämie März.csv") && page.contains("24 B"), "{page}");
        let file = fetched(&root, &format!("/in/{name}"));
        assert_eq!((file.status, file.body.as_str()), (200, "number;last_name\nE1;Berg"));
        assert_eq!(
            file.header("content-type"),
            Some("application/octet-stream"),
            "nothing opens in the page"
        );
        assert!(file.header("content-disposition").unwrap().starts_with("attachment"));
        assert_eq!(fetched(&root, "/in/Prämie März.csv").body, "x;y");

        // What is there is not overwritten in passing, and a refusal leaves everything as it was.
        let twice = root.put("/in", &[(name, "else")]);
        assert_eq!(twice.status, 422);
        assert!(twice.body.contains("already a file or folder of this name"), "{}", twice.body);
        for hidden in [".hidden", "..", "\u{202e}vsc.exe"] {
            assert_eq!(root.put("/in", &[(hidden, "x")]).status, 422, "{hidden}");
        }
        assert_eq!(root.put("/in", &[]).status, 422);
        assert_eq!(root.put("/", &[("a.csv", "x")]).status, 422, "nothing is put beside the four");
        assert_eq!(fetched(&root, &format!("/in/{name}")).body, "number;last_name\nE1;Berg");

        // Removing asks first, by the page's own dialogue.
        assert!(page.contains(&format!("hx-confirm=\"Remove “{name}”? It cannot be brought back.\"")));
        let gone = root.remove(&format!("/in/{name}"));
        assert_eq!((gone.status, gone.header("location")), (303, Some("/access/file-space?path=%2Fin")));
        assert_eq!(fetched(&root, &format!("/in/{name}")).status, 404);
        assert_eq!(root.remove(&format!("/in/{name}")).status, 404, "twice");
        assert!(root.remove("/in").status >= 400, "the four stay");
        assert!(house.disk("in").is_dir());

        let log = root.page(&format!("{FILES}/transfers"));
        for word in ["Put", "Fetched", "Removed", "WEB", "root"] {
            assert!(log.contains(word), "{word}: {log}");
        }
    });
}

// I8, T4: no address leads out of the space.
#[test]
fn no_address_leads_out_of_the_space() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let root = house.browser("acme", "root");
        root.page(FILES);
        std::fs::write(house.disk("../secret"), "secret").unwrap();
        std::os::unix::fs::symlink("../../secret", house.disk("in/link")).unwrap();
        for path in [
            "../secret",
            "/../secret",
            "/in/../../secret",
            "/in/link",
            "/in/..\\..\\secret",
            "/.work",
            "/in\0",
        ] {
            assert!(fetched(&root, path).status >= 400, "{path:?}");
            assert!(root.remove(path).status >= 400, "{path:?}");
            assert!(
                !root.get(&format!("{FILES}?path={}", encode(path))).body.contains("secret</"),
                "{path:?}"
            );
        }
        assert!(root.put("/../..", &[("planted", "x")]).status >= 400);
        assert!(root.put("/in/link", &[("planted", "x")]).status >= 400);
        assert_eq!(std::fs::read(house.disk("../secret")).unwrap(), b"secret");
        assert!(!house.disk("../planted").exists() && !house.disk("../../planted").exists());
    });
}

const KEY: &str =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJdD7y3aLq454yWBdwLWbieU1ebz9/cu7/QEXn9OIeZJ ana@laptop";

// I8: an account gets a password, told once, and keys; what cannot be used is refused with the way to mend it.
#[test]
fn accounts_get_passwords_and_keys_on_screen() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let root = house.browser("acme", "root");
        assert!(root.page(ACCOUNTS).contains("No accounts yet"));
        let made = root
            .post("/o/file-accounts/new", &[("login", "payroll"), ("label", "Payroll"), ("active", "true")]);
        assert_eq!(made.status, 303, "{}", made.body);
        let id = house.system.view(|v| v.resolve("FileAccount", "payroll")).unwrap().unwrap();
        let at = format!("{ACCOUNTS}/{id}");
        assert!(root.page(ACCOUNTS).contains("neither password nor key"));

        let password_of = |answer: &Answer| {
            assert_eq!(answer.status, 200, "{}", answer.body);
            let (_, rest) = answer.body.split_once("id=\"space-password\">").expect("the password");
            rest.split('<').next().unwrap().to_string()
        };
        let told = root.post(&format!("{at}/password"), &[]);
        let first = password_of(&told);
        assert!(first.len() >= 12 && told.body.contains("payroll@acme"), "{first}");
        assert_eq!(told.header("cache-control"), Some("no-store"), "no cache keeps it");
        assert!(house.opens(id, &first));
        assert!(!root.page(&at).contains(&first), "it is told this once");
        let second = password_of(&root.post(&format!("{at}/password"), &[]));
        assert!(house.opens(id, &second) && !house.opens(id, &first), "the old one ended");

        let add =
            |name: &str, key: &str| root.post(&format!("{at}/keys"), &[("label", name), ("public_key", key)]);
        assert_eq!(add("Server 1", KEY).status, 303);
        let page = root.page(&at);
        assert!(page.contains("Server 1") && page.contains("SHA256:"), "{page}");
        assert!(!page.contains("ana@laptop"), "whose laptop it was is nobody's business");
        let refused = |key: &str| {
            let answer = add("Server 2", key);
            assert_eq!(answer.status, 422, "{}", answer.body);
            answer.body
        };
        let rsa = refused("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQDLNc0B ana@laptop");
        assert!(rsa.contains("ssh-rsa are not accepted") && rsa.contains("ssh-keygen -t ed25519"), "{rsa}");
        let private = refused(
            "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\n-----END OPENSSH PRIVATE KEY-----",
        );
        assert!(
            private.contains("This is a private key") && !private.contains("b3BlbnNzaC1rZXk"),
            "{private}"
        );
        assert!(refused("no key").contains("not a public key"));
        refused("");

        // A key is removed on its own account's page only.
        let other = house.account("analytics");
        let key =
            house.system.view(|v| v.resolve("FileKey", "payroll|Server 1")).unwrap().unwrap().to_string();
        let gone = root.post(&format!("{ACCOUNTS}/{other}/keys/remove"), &[("key", &key)]);
        assert_eq!(gone.status, 404, "{}", gone.body);
        assert!(page.contains("hx-confirm=\"Remove this key?"));
        assert_eq!(root.post(&format!("{at}/keys/remove"), &[("key", &key)]).status, 303);
        assert!(root.page(&at).contains("This account has no keys."));
    });
}

// A7; ASVS 5.0 V7.5.3: ways in are opened and shut only by somebody who has just proved who they are.
#[test]
fn a_password_is_renewed_after_the_proof_only() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let id = house.account("payroll");
        let root = house.browser("acme", "root");
        kit.clock().advance(11 * 60_000_000);
        let at = format!("{ACCOUNTS}/{id}/password");
        let asked = root.post(&at, &[]);
        assert_eq!(asked.status, 307, "{}", asked.body);
        let confirm = asked.header("location").unwrap().to_string();
        assert!(confirm.starts_with("/confirm?next="), "{confirm}");
        let wrong = root.post(&confirm, &[("_confirm_form", "1"), ("_confirm_password", "a guess")]);
        assert!(wrong.header("location").is_none(), "{}", wrong.body);
        let proof = [("_confirm_form", "1"), ("_confirm_password", PASSWORD)];
        let done = root.post(&confirm, &proof);
        assert_eq!((done.status, done.header("location")), (307, Some(at.as_str())), "{}", done.body);
        let root = Browser { cookie: done.cookie(), token: root.token.clone(), ..root };
        let told = root.post(&at, &[]);
        assert!(told.body.contains("space-password"), "{} {}", told.status, told.body);
    });
}

// A10, A12, T4: who may not see the space finds nothing; who may look changes nothing; others' accounts are not there.
#[test]
fn who_may_not_finds_nothing() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let id = house.account("payroll");
        let root = house.browser("acme", "root");
        assert_eq!(root.put("/in", &[("mine.csv", "mine")]).status, 303);
        let key = [("label", "Mine"), ("public_key", KEY)];
        let at = format!("{ACCOUNTS}/{id}");
        assert_eq!(root.post(&format!("{at}/keys"), &key).status, 303);
        let of_key =
            house.system.view(|v| v.resolve("FileKey", "payroll|Mine")).unwrap().unwrap().to_string();

        let eve = house.browser("acme", "eve");
        let rita = house.browser("acme", "rita");
        let stranger = house.browser("other", "root");
        assert!(!eve.page("/people").contains("file-space"), "not in her menu");
        for path in [FILES, "/access/file-space/transfers", ACCOUNTS] {
            assert_eq!(eve.get(path).status, 404, "{path}");
        }
        for (who, name) in [(&eve, "eve"), (&rita, "rita")] {
            assert_eq!(who.get(ACCOUNTS).status, 404, "{name}");
            assert_eq!(who.get(&at).status, 404, "{name}");
            assert_eq!(fetched(who, "/in/mine.csv").status, 404, "{name}");
            assert_eq!(who.put("/in", &[("hers.csv", "x")]).status, 404, "{name}");
            assert_eq!(who.remove("/in/mine.csv").status, 404, "{name}");
            assert_eq!(who.get("/api/rest/v1/file-accounts").status, 404, "{name}");
        }
        let looked = rita.page(&format!("{FILES}?path=/in"));
        assert!(looked.contains("mine.csv"));
        assert!(
            !looked.contains("/file?path=") && !looked.contains("/remove") && !looked.contains("/upload")
        );
        assert!(!looked.contains(ACCOUNTS));

        for who in [&eve, &rita, &stranger] {
            for (path, fields) in [
                (format!("{at}/password"), vec![]),
                (format!("{at}/keys"), key.to_vec()),
                (format!("{at}/keys/remove"), vec![("key", of_key.as_str())]),
            ] {
                assert_eq!(who.post(&path, &fields).status, 404, "{path}");
            }
        }
        assert_eq!(stranger.get(&at).status, 404);
        assert!(!stranger.page(&format!("{FILES}?path=/in")).contains("mine.csv"));
        assert_eq!(fetched(&stranger, "/in/mine.csv").status, 404);
        assert_eq!(fetched(&root, "/in/mine.csv").body, "mine");
        assert!(root.page(&at).contains("Mine"));

        // And nobody at all.
        let nobody = house.server.get("acme", FILES, &[]);
        assert_eq!(nobody.status, 303, "to the sign-in page");
    });
}
