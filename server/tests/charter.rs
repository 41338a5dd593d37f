//! A company's charter: its colour and logo, on its own pages and nobody else's (T9).

use talang_testkit::Database;

use crate::client::Server;
use crate::{Folder, PASSWORD, run_with};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n a picture";

fn form(content: &[u8]) -> Vec<u8> {
    let head = "--edge\r\nContent-Disposition: form-data; name=\"_file\"; filename=\"logo\"\r\n\r\n";
    [head.as_bytes(), content, b"\r\n--edge--\r\n"].concat()
}

#[test]
fn a_charter_is_chosen_by_the_administrator_and_seen_on_its_own_host_alone() {
    // T9, T5, S9
    for database in [Database::Sqlite, Database::Postgres] {
        let folder = Folder::on(database);
        let made =
            ["user", "create", "adam", "--tenant", "acme", "--role", "administrator", "--password-stdin"];
        assert!(run_with(folder.0.path(), &made, PASSWORD).status.success());
        let server = Server::start(&folder, "");
        let entrance = |tenant: &str| server.get(tenant, "/sign-in", &[]).body;
        let style = |tenant: &str| server.get(tenant, "/charter.css", &[]);
        for tenant in ["acme", "other"] {
            assert!(!entrance(tenant).contains("/charter"), "the product's look");
            assert_eq!((style(tenant).status, style(tenant).body.as_str()), (200, ""));
            assert_eq!(server.get(tenant, "/charter/logo", &[]).status, 404);
        }

        // Not for strangers, nor for those who may not settle anything.
        assert_eq!(server.get("acme", "/settings/charter", &[]).status, 303);
        let ana = server.sign_in("acme");
        let seen = server.get("acme", "/settings/charter", &[("Cookie", &ana)]);
        assert_eq!(seen.status, 404, "she administers nothing");

        let adam = server.sign_in_as("acme", "adam");
        let page = server.get("acme", "/settings/charter", &[("Cookie", &adam)]);
        assert_eq!(page.status, 200);
        let csrf = page.csrf_of("csrf");
        let post = |path: &str, fields: &str| {
            let all = format!("csrf={csrf}&{fields}");
            server.post("acme", path, &[("Cookie", &adam)], &all)
        };
        let theirs = server.get("acme", "/settings/charter", &[("Cookie", &ana)]);
        assert_eq!(theirs.status, 404);
        let forged = server.post("acme", "/settings/charter", &[("Cookie", &ana)], "accent=%23ff0000");
        assert!(matches!(forged.status, 403 | 404), "{}", forged.status);
        for wrong in ["red", "%23ff00", "%23ffee00%7D+body+%7B+display%3A+none"] {
            let refused = post("/settings/charter", &format!("accent={wrong}"));
            assert!(refused.status == 422 && refused.body.contains("is no colour"), "{}", refused.body);
        }
        assert_eq!(style("acme").body, "", "nothing of it was kept");

        // A colour that no text can be read in: a darker one takes its place on light screens.
        assert_eq!(post("/settings/charter", "accent=%23ffee00").status, 303);
        assert!(entrance("acme").contains("href=\"/charter.css?v=ffee00\""), "{}", entrance("acme"));
        let css = style("acme");
        assert!(css.body.contains("--tl-primary: light-dark(#"), "{}", css.body);
        assert!(!css.body.contains("--tl-primary: light-dark(#ffee00"), "{}", css.body);
        assert_eq!(css.header("content-type"), Some("text/css; charset=utf-8"));
        let tag = css.header("etag").unwrap();
        assert_eq!(server.get("acme", "/charter.css", &[("If-None-Match", tag)]).status, 304);
        let home = server.get("acme", "/settings/charter", &[("Cookie", &adam)]).body;
        assert!(home.contains("/charter.css?v=ffee00") && home.contains("in place of #ffee00"), "{home}");
        let policy = page.header("content-security-policy").unwrap();
        assert!(policy.contains("style-src 'self';"), "the colours need no exception: {policy}");

        // A logo is a picture by its content, whatever it is called; an SVG is a document.
        let upload = |content: &[u8]| {
            let kind = ("Content-Type", "multipart/form-data; boundary=edge");
            let headers = [("Cookie", adam.as_str()), ("X-CSRF-Token", csrf.as_str()), kind];
            server.send("acme", "POST", "/settings/charter/logo", &headers, &form(content))
        };
        for wrong in
            [&b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"[..], b"GIF89a", b"<html>"]
        {
            let refused = upload(wrong);
            assert!(refused.status == 422 && refused.body.contains("PNG, JPEG or WebP"), "{}", refused.body);
        }
        let large = upload(&[PNG, &vec![0; 600 * 1024]].concat());
        assert!(large.status == 422 && large.body.contains("512 KiB"), "{} {}", large.status, large.body);
        assert_eq!(upload(PNG).status, 303);
        assert!(entrance("acme").contains("src=\"/charter/logo?v="));
        let logo = server.get("acme", "/charter/logo", &[]);
        assert_eq!((logo.status, logo.header("content-type")), (200, Some("image/png")));
        assert_eq!(logo.header("x-content-type-options"), Some("nosniff"));

        // Nothing of it is on another's host.
        assert!(!entrance("other").contains("/charter"), "{}", entrance("other"));
        assert_eq!(style("other").body, "");
        assert_eq!(server.get("other", "/charter/logo", &[]).status, 404);

        assert_eq!(post("/settings/charter/logo/delete", "").status, 303);
        assert_eq!(server.get("acme", "/charter/logo", &[]).status, 404);
        assert_eq!(post("/settings/charter/reset", "").status, 303);
        assert!(!entrance("acme").contains("/charter"), "the product's look again");
    }
}
