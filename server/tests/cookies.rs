//! The cookies are the declared ones, everybody may read which they are, and none follows anybody (A9).

use std::collections::BTreeMap;

use talang_http::cookies::{COOKIES, Lasts};

use crate::client::Server;
use crate::{Folder, PASSWORD};

// A9, S10
#[test]
fn everybody_may_read_which_cookies_there_are_and_why() {
    let folder = Folder::installation();
    let server = Server::start(&folder, "https = true");
    let mut texts = Vec::new();
    for language in ["en", "fr", "de", "nl", "es", "sv", "da"] {
        let page = server.get("acme", &format!("/cookies?lang={language}"), &[]);
        assert_eq!(page.status, 200, "nobody needs an account for it");
        assert!(page.body.contains(&format!("<html lang=\"{language}\"")));
        for cookie in &COOKIES {
            assert!(page.body.contains(&format!("<code>{}</code>", cookie.name(true))), "{language}");
        }
        let raw = page.body.contains("cookies-") || page.body.contains("{ $");
        assert!(!raw, "a text is missing in {language}: {}", page.body);
        texts.push(page.body);
    }
    texts.dedup();
    assert_eq!(texts.len(), 7);
    assert!(texts[0].contains("one year") || texts[0].contains("365 days"), "{}", texts[0]);
    let door = server.get("acme", "/sign-in", &[]);
    assert!(door.body.contains("href=\"/cookies\""), "the sign-in page leads there");
}

// A9; ASVS 5.0 V3.3.1–V3.3.5: what is set is what is declared, with what was declared of it.
#[test]
fn the_cookies_that_are_set_are_the_declared_ones() {
    for (config, https) in [("https = true", true), ("", false)] {
        let folder = Folder::installation();
        folder.ok(&["user", "role", "ana", "super-administrator", "--tenant", "acme"]);
        let server = Server::start(&folder, config);
        let form = format!("login=ana&password={}", PASSWORD.replace(' ', "+"));
        let signed = server.post("acme", "/sign-in", &[], &form);
        let own = signed.cookie();
        let headers = [("Cookie", own.as_str())];
        let token = server.get("acme", "/password", &headers).csrf();
        let saved = server.post(
            "acme",
            "/o/countries/new",
            &headers,
            &format!("_csrf={token}&code=ZZ&name.en=Nowhere&alpha3=ZZZ&numeric=999"),
        );
        let ended = server.post("acme", "/devices/end-others", &headers, &format!("_csrf={token}"));
        let answers = [
            signed,
            saved,
            ended,
            server.get("acme", "/people", &headers),
            server.get("acme", "/cookies?lang=sv", &headers),
            server.post("acme", "/language", &headers, &format!("_csrf={token}&language=da&back=/")),
            server.post("acme", "/sign-out", &headers, &format!("_csrf={token}")),
        ];
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for header in answers.iter().flat_map(|a| a.headers("set-cookie")) {
            let name = header.split('=').next().unwrap().to_string();
            let cookie = COOKIES.iter().find(|c| c.name(https) == name);
            let cookie = cookie.unwrap_or_else(|| panic!("{name} is not declared: {header}"));
            assert!(header.len() < 4096, "{header}");
            assert!(header.contains("; Path=/") && !header.contains("Domain"), "{header}");
            assert_eq!(header.contains("; HttpOnly"), !cookie.by_script, "{header}");
            assert_eq!(header.contains("; Secure"), https, "{header}");
            assert!(header.contains("; SameSite=Lax") || cookie.from_elsewhere, "{header}");
            let age: i64 =
                header.split("Max-Age=").nth(1).unwrap().split(';').next().unwrap().parse().unwrap();
            let most = match cookie.lasts {
                Lasts::Session => 12 * 3600,
                Lasts::Seconds(seconds) => seconds,
            };
            assert!(age <= most, "{header} lasts longer than declared");
            *seen.entry(name).or_default() += 1;
        }
        assert!(seen.len() >= 3, "{seen:?}");
    }
}
