//! Forged answers, generated here. Each must be refused with its own code, sign nobody in, and be written to the log.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use talang_catalogue::Value;
use talang_http::encode;
use talang_testkit::both;

use super::forge::{DS, GCM, SAML, Sealing, Signing, Words, enveloped, key, signature_of, stripped};
use super::{Begun, ISSUER, MINUTE, SETUP, World};
use crate::client::Answer;

/// Code of the refusal, and that nothing was signed in and everything was noted.
#[track_caller]
fn refused(world: &World<'_>, what: &str, answer: &Answer, code: &str) {
    assert!((400..500).contains(&answer.status), "{what}: {} {}", answer.status, answer.body);
    assert_eq!(answer.header("x-fault"), Some(code), "{what}: {}", answer.body);
    assert!(answer.header("set-cookie").is_none(), "{what}");
    assert!(world.logged(&format!("idp: {code}")) > 0, "{what}: not in the log");
}

/// Begins a sign-in and forges its answer.
fn attack(world: &World<'_>, forge: impl FnOnce(&Words, &Begun) -> String) -> Answer {
    let begun = world.begin("idp");
    let words = world.words("idp", ISSUER, Some(&begun.request));
    world.answer("idp", &begun.cookie, &forge(&words, &begun))
}

/// What the attacker wants: the same words about somebody else, under an id of its own.
fn evil(words: &Words) -> Words {
    Words { id: format!("e{}", words.id), name: "adm".to_string(), ..words.clone() }
}

#[test]
fn signatures_cannot_be_wrapped() {
    // A6: the eight published variants of XML signature wrapping, each with the attacker's assertion under its own id, and
    // under the id of the genuine one
    both(&SETUP, |kit| {
        let world = World::new(kit);
        let by = Signing::by(key("idp"));
        for same_id in [false, true] {
            let evil = |words: &Words| Words {
                id: if same_id { words.id.clone() } else { format!("e{}", words.id) },
                ..evil(words)
            };
            // The signed answer inside the signature of the attacker's answer.
            let first = attack(&world, |words, _| {
                let genuine = words.signed_response(&words.assertion(), &by);
                let signature = signature_of(&genuine).replace(
                    "</ds:Signature>",
                    &format!("<ds:Object>{}</ds:Object></ds:Signature>", stripped(&genuine)),
                );
                let evil = evil(words);
                enveloped(&evil.response(&evil.assertion()), &signature)
            });
            refused(&world, "1", &first, "sso.structure");
            // The signed answer beside its signature.
            let second = attack(&world, |words, _| {
                let genuine = words.signed_response(&words.assertion(), &by);
                let evil = evil(words);
                enveloped(
                    &evil.response(&evil.assertion()),
                    &format!("{}{}", stripped(&genuine), signature_of(&genuine)),
                )
            });
            refused(&world, "2", &second, "sso.structure");
            // The attacker's assertion before the signed one, and after it.
            let third = attack(&world, |words, _| {
                words.response(&format!("{}{}", evil(words).assertion(), words.signed(&by)))
            });
            refused(&world, "3", &third, "sso.structure");
            let third = attack(&world, |words, _| {
                words.response(&format!("{}{}", words.signed(&by), evil(words).assertion()))
            });
            refused(&world, "3 after", &third, "sso.structure");
            // The signed assertion inside the attacker's.
            let fourth = attack(&world, |words, _| {
                let outer = evil(words).assertion();
                words.response(
                    &outer.replace("</saml:Assertion>", &format!("{}</saml:Assertion>", words.signed(&by))),
                )
            });
            refused(&world, "4", &fourth, "sso.structure");
            // The signature in the attacker's assertion, the genuine one at the end.
            let fifth = attack(&world, |words, _| {
                let genuine = words.signed(&by);
                let outer = enveloped(&evil(words).assertion(), &signature_of(&genuine));
                words.response(&format!("{outer}{}", stripped(&genuine)))
            });
            refused(&world, "5", &fifth, "sso.structure");
            // The genuine assertion inside the signature in the attacker's.
            let sixth = attack(&world, |words, _| {
                let genuine = words.signed(&by);
                let signature = signature_of(&genuine)
                    .replace("</ds:Signature>", &format!("{}</ds:Signature>", stripped(&genuine)));
                words.response(&enveloped(&evil(words).assertion(), &signature))
            });
            refused(&world, "6", &sixth, "sso.structure");
            // The attacker's assertion in extensions, which schemas leave open.
            let seventh = attack(&world, |words, _| {
                let extensions = format!("<samlp:Extensions>{}</samlp:Extensions>", evil(words).assertion());
                words.response(&format!("{extensions}{}", words.signed(&by)))
            });
            refused(&world, "7", &seventh, "sso.structure");
            // The genuine assertion in an object of the signature in the attacker's.
            let eighth = attack(&world, |words, _| {
                let genuine = words.signed(&by);
                let signature = signature_of(&genuine).replace(
                    "</ds:Signature>",
                    &format!("<ds:Object>{}</ds:Object></ds:Signature>", stripped(&genuine)),
                );
                words.response(&enveloped(&evil(words).assertion(), &signature))
            });
            refused(&world, "8", &eighth, "sso.structure");
        }
        // The genuine assertion under another name of element, so that counting finds one only.
        let renamed = attack(&world, |words, _| {
            let genuine = words.signed(&by);
            let signature = signature_of(&genuine);
            let hidden = stripped(&genuine).replace("saml:Assertion", "saml:Advice");
            words.response(&format!("{}{hidden}", enveloped(&evil(words).assertion(), &signature)))
        });
        refused(&world, "renamed", &renamed, "sso.structure");
    });
}

#[test]
fn texts_cannot_be_split_and_documents_cannot_do_things() {
    // A6
    both(&SETUP, |kit| {
        let world = World::new(kit);
        let by = Signing::by(key("idp"));
        // Signed over "adm.evil", which canonicalisation without comments does not tell apart.
        for (what, split) in [
            ("comment", "adm<!-- -->.evil"),
            ("processing instruction", "adm<?x?>.evil"),
            ("element", "adm<x></x>.evil"),
        ] {
            let answer = attack(&world, |words, _| {
                let words = Words { name: "adm.evil".into(), ..words.clone() };
                words.response(&words.signed(&by)).replace("adm.evil", split)
            });
            let code = if what == "element" { "sso.signature" } else { "sso.message" };
            refused(&world, what, &answer, code);
        }
        // An element that is signed: what was signed is no name.
        let answer = attack(&world, |words, _| {
            let words = Words { name: "adm<x xmlns=\"\"></x>.evil".into(), ..words.clone() };
            words.response(&words.signed(&by))
        });
        refused(&world, "signed element", &answer, "sso.structure");
        let laughs =
            "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>";
        let outside = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
        for (what, declaration) in [
            ("DTD", "<!DOCTYPE x>"),
            ("billion laughs", laughs),
            ("external entity", outside),
            ("external DTD", "<!DOCTYPE x SYSTEM \"https://evil.example/x.dtd\">"),
            ("processing instruction before", "<?xml-stylesheet href=\"https://evil.example/x.xsl\"?>"),
        ] {
            let answer =
                attack(&world, |words, _| format!("{declaration}{}", words.response(&words.signed(&by))));
            refused(&world, what, &answer, "sso.message");
        }
        let entity = attack(&world, |words, _| words.response(&words.signed(&by)).replace(">ana<", ">&a;<"));
        refused(&world, "entity", &entity, "sso.message");
        let deep = attack(&world, |words, _| {
            words.response(&format!("{}{}", "<x>".repeat(20_000), "</x>".repeat(20_000)))
        });
        refused(&world, "deep", &deep, "sso.message");
        let large = attack(&world, |words, _| words.response(&"x".repeat(600 << 10)));
        refused(&world, "large", &large, "sso.message");
        for (what, message) in
            [("nothing", ""), ("no XML", "hello"), ("not closed", "<a>"), ("another document", "<a/>")]
        {
            let answer = attack(&world, |_, _| message.to_string());
            let code = if what == "another document" { "sso.structure" } else { "sso.message" };
            refused(&world, what, &answer, code);
        }
        let begun = world.begin("idp");
        let raw = world.post_from_elsewhere("/sso/idp/acs", &begun.cookie, "SAMLResponse=%3C%3C%3C");
        refused(&world, "no base64", &raw, "sso.message");
        let bytes = format!("SAMLResponse={}", encode(&STANDARD.encode([0xff, 0xfe, 0x00])));
        refused(&world, "no UTF-8", &world.post_from_elsewhere("/sso/idp/acs", "", &bytes), "sso.message");
    });
}

#[test]
fn nothing_counts_without_the_right_signature() {
    // A6
    both(&SETUP, |kit| {
        let world = World::new(kit);
        let good = key("idp");
        let by = Signing::by(good);
        let unsigned = attack(&world, |words, _| words.response(&words.assertion()));
        refused(&world, "unsigned", &unsigned, "sso.signature");
        let stripped_off = attack(&world, |words, _| stripped(&words.response(&words.signed(&by))));
        refused(&world, "stripped", &stripped_off, "sso.signature");
        let changed = attack(&world, |words, _| words.response(&words.signed(&by)).replace(">ana<", ">adm<"));
        refused(&world, "changed", &changed, "sso.signature");
        let changed = attack(&world, |words, _| {
            words.signed_response(&words.assertion(), &by).replace(">ana<", ">adm<")
        });
        refused(&world, "changed in a signed answer", &changed, "sso.signature");
        // The answer's signature does not make up for a wrong one inside.
        let inside =
            attack(&world, |words, _| words.signed_response(&words.signed(&Signing::by(key("other"))), &by));
        refused(&world, "wrong inside", &inside, "sso.signature");
        // The signature says with which key it can be verified: the attacker's own.
        let embedded = attack(&world, |words, _| {
            evil(words)
                .response(&evil(words).signed(&Signing { shown: key("other"), ..Signing::by(key("other")) }))
        });
        refused(&world, "embedded key", &embedded, "sso.signature");
        let disguised = attack(&world, |words, _| {
            evil(words).response(&evil(words).signed(&Signing { shown: good, ..Signing::by(key("other")) }))
        });
        refused(&world, "embedded certificate of the right one", &disguised, "sso.signature");
        let with = |method: &str, digest: &str, canonicalisation: &str| Signing {
            method: method.to_string(),
            digest: if digest.is_empty() { by.digest.clone() } else { digest.to_string() },
            canonicalisation: if canonicalisation.is_empty() {
                by.canonicalisation.clone()
            } else {
                canonicalisation.to_string()
            },
            ..Signing::by(good)
        };
        let rsa = super::forge::RSA_SHA256;
        for (what, signing) in [
            ("RSA with SHA-1", with("http://www.w3.org/2000/09/xmldsig#rsa-sha1", "", "")),
            ("HMAC with the public key", with("http://www.w3.org/2001/04/xmldsig-more#hmac-sha256", "", "")),
            ("HMAC", with("http://www.w3.org/2000/09/xmldsig#hmac-sha1", "", "")),
            ("none", with("none", "", "")),
            ("nothing", with("", "", "")),
            ("digest by SHA-1", with(rsa, "http://www.w3.org/2000/09/xmldsig#sha1", "")),
            ("inclusive", with(rsa, "", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315")),
            ("XSLT", with(rsa, "", "http://www.w3.org/TR/1999/REC-xslt-19991116")),
        ] {
            let answer = attack(&world, |words, _| words.response(&words.signed(&signing)));
            refused(&world, what, &answer, "sso.algorithm");
        }
        // An RSA key under the name of ECDSA, and the other way round.
        let answer = attack(&world, |words, _| {
            let signing = with("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", "", "");
            words.response(&words.signed(&signing))
        });
        refused(&world, "ECDSA by name", &answer, "sso.signature");
        for reference in ["", "#", "#other", "https://evil.example/x", "#xpointer(/)", "cid:1"] {
            let answer = attack(&world, |words, _| {
                let reference = Some(reference.to_string());
                words.response(&words.signed(&Signing { reference, ..Signing::by(good) }))
            });
            refused(&world, &format!("reference {reference:?}"), &answer, "sso.structure");
        }
        // A reference to the answer instead of the assertion that carries the signature.
        let answer = attack(&world, |words, _| {
            let reference = Some(format!("#r{}", words.id));
            words.response(&words.signed(&Signing { reference, ..Signing::by(good) }))
        });
        refused(&world, "foreign reference", &answer, "sso.structure");
        // Two signatures, two references, a manifest.
        let answer = attack(&world, |words, _| {
            let signed = words.signed(&by);
            words.response(&enveloped(&signed, &signature_of(&signed)))
        });
        refused(&world, "two signatures", &answer, "sso.structure");
        let answer = attack(&world, |words, _| {
            let object = format!("<ds:Object><ds:Manifest xmlns:ds=\"{DS}\"></ds:Manifest></ds:Object>");
            words.response(&words.signed(&Signing { object, ..Signing::by(good) }))
        });
        refused(&world, "manifest", &answer, "sso.structure");
    });
}

#[test]
fn encrypted_is_not_signed() {
    // A6
    both(&SETUP, |kit| {
        let world = World::new(kit);
        let metadata = world.server.get("acme", "/sso/idp/metadata", &[]).body;
        let (_, rest) = metadata.split_once("use=\"encryption\"").unwrap();
        let (_, rest) = rest.split_once("X509Certificate>").unwrap();
        let own = STANDARD.decode(rest.split('<').next().unwrap()).unwrap();
        let by = Signing::by(key("idp"));
        // Anybody can encrypt for us.
        let unsigned = attack(&world, |words, _| words.response(&GCM.seal(&evil(words).assertion(), &own)));
        refused(&world, "unsigned", &unsigned, "sso.signature");
        let two = attack(&world, |words, _| {
            words.response(&format!("{}{}", GCM.seal(&evil(words).assertion(), &own), words.signed(&by)))
        });
        refused(&world, "beside a signed one", &two, "sso.structure");
        let wrapped = attack(&world, |words, _| {
            let outer = evil(words).assertion();
            let both = outer.replace("</saml:Assertion>", &format!("{}</saml:Assertion>", words.signed(&by)));
            words.response(&GCM.seal(&both, &own))
        });
        refused(&world, "wrapped inside", &wrapped, "sso.structure");
        let cbc = Sealing { method: "http://www.w3.org/2001/04/xmlenc#aes256-cbc", ..GCM };
        let malleable = attack(&world, |words, _| words.response(&cbc.seal(&words.signed(&by), &own)));
        refused(&world, "CBC that nobody signed", &malleable, "sso.algorithm");
        let old = Sealing { transport: "http://www.w3.org/2001/04/xmlenc#rsa-1_5", ..GCM };
        let oracle = attack(&world, |words, _| words.response(&old.seal(&words.signed(&by), &own)));
        refused(&world, "RSA 1.5", &oracle, "sso.algorithm");
        let others = attack(&world, |words, _| {
            words.response(&GCM.seal(&words.signed(&by), &key("other").certificate))
        });
        refused(&world, "for somebody else", &others, "sso.encryption");
        let broken = attack(&world, |words, _| {
            let sealed = GCM.seal(&words.signed(&by), &own);
            let at = sealed.rfind("</xenc:CipherValue>").unwrap() - 12;
            let other = if &sealed[at..=at] == "A" { "B" } else { "A" };
            words.response(&format!("{}{other}{}", &sealed[..at], &sealed[at + 1..]))
        });
        refused(&world, "changed", &broken, "sso.encryption");
        let document = attack(&world, |words, _| {
            words.response(&GCM.seal(&format!("<!DOCTYPE x>{}", words.signed(&by)), &own))
        });
        refused(&world, "DTD inside", &document, "sso.message");
    });
}

#[test]
fn an_answer_is_for_one_place_one_time_and_one_browser() {
    // A6
    both(&SETUP, |kit| {
        let world = World::new(kit);
        let by = Signing::by(key("idp"));
        let say = |change: &dyn Fn(&mut Words)| {
            attack(&world, |words, _| {
                let mut words = words.clone();
                change(&mut words);
                words.response(&words.signed(&by))
            })
        };
        let now = world.now();
        let elsewhere = world.url("/sso/other/acs");
        type Change<'a> = (&'a str, &'a str, Box<dyn Fn(&mut Words) + 'a>);
        let changes: Vec<Change<'_>> = vec![
            ("another issuer", "sso.issuer", Box::new(|w| w.issuer = "https://evil.example".into())),
            ("another audience", "sso.audience", Box::new(|w| w.audience = "https://evil.example".into())),
            ("an audience that begins the same", "sso.audience", Box::new(|w| w.audience += "x")),
            (
                "another recipient",
                "sso.recipient",
                Box::new(|w| w.recipient = "https://evil.example/acs".into()),
            ),
            (
                "the recipient of another provider",
                "sso.recipient",
                Box::new(|w| w.recipient = elsewhere.clone()),
            ),
            (
                "another destination",
                "sso.destination",
                Box::new(|w| w.destination = "https://evil.example/acs".into()),
            ),
            ("too late", "sso.time", Box::new(|w| w.until = now - 2 * MINUTE)),
            ("just too late", "sso.time", Box::new(|w| w.until = now - MINUTE)),
            ("confirmed too late", "sso.time", Box::new(|w| w.confirmed_until = now - 2 * MINUTE)),
            ("too early", "sso.time", Box::new(|w| w.from = now + 2 * MINUTE)),
            ("issued in the future", "sso.time", Box::new(|w| w.issued = now + 2 * MINUTE)),
            ("a session that is over", "sso.time", Box::new(|w| w.session_until = Some(now - 2 * MINUTE))),
            ("nobody", "sso.subject", Box::new(|w| w.name = String::new())),
            ("refused there", "sso.declined", Box::new(|w| w.status = "Responder".into())),
            ("another request", "sso.browser", Box::new(|w| w.request = Some("_made-up".into()))),
            (
                "two conditions",
                "sso.structure",
                Box::new(|w| {
                    w.extra = format!("<saml:Conditions xmlns:saml=\"{SAML}\"></saml:Conditions>");
                }),
            ),
        ];
        for (what, code, change) in changes {
            refused(&world, what, &say(&*change), code);
        }
        let without = attack(&world, |words, _| {
            let text = words.assertion();
            let (before, rest) = text.split_once("<saml:AudienceRestriction>").unwrap();
            let (_, after) = rest.split_once("</saml:AudienceRestriction>").unwrap();
            let text = format!("{before}{after}");
            words.response(&enveloped(&text, &by.of(&text, &words.id)))
        });
        refused(&world, "no audience", &without, "sso.audience");
        for (what, part) in [("no recipient", " Recipient=\""), ("no end", " NotOnOrAfter=\"")] {
            let answer = attack(&world, |words, _| {
                let text = words.assertion();
                let (before, rest) = text.split_once("<saml:SubjectConfirmationData").unwrap();
                let (data, after) = rest.split_once('>').unwrap();
                let (first, rest) = data.split_once(part).unwrap();
                let (_, last) = rest.split_once('"').unwrap();
                let text = format!("{before}<saml:SubjectConfirmationData{first}{last}>{after}");
                words.response(&enveloped(&text, &by.of(&text, &words.id)))
            });
            let code = if what == "no end" { "sso.structure" } else { "sso.recipient" };
            refused(&world, what, &answer, code);
        }
        let holder = attack(&world, |words, _| {
            let text = words.assertion().replace("cm:bearer", "cm:holder-of-key");
            words.response(&enveloped(&text, &by.of(&text, &words.id)))
        });
        refused(&world, "another confirmation", &holder, "sso.structure");
        // The answer says that it answers, the assertion does not: an assertion from a portal, put into a running sign-in.
        let put_in = attack(&world, |words, _| {
            let unasked = Words { request: None, ..words.clone() };
            words.response(&unasked.signed(&by))
        });
        refused(&world, "unasked for", &put_in, "sso.unsolicited");
        let unasked = attack(&world, |words, _| {
            let words = Words { request: None, ..words.clone() };
            words.response(&words.signed(&by))
        });
        refused(&world, "unsolicited", &unasked, "sso.unsolicited");

        // Replay, in the same browser and in another.
        let begun = world.begin("idp");
        let words = world.words("idp", ISSUER, Some(&begun.request));
        let message = words.response(&words.signed(&by));
        super::session(&world.answer("idp", &begun.cookie, &message));
        refused(&world, "again", &world.answer("idp", &begun.cookie, &message), "sso.browser");
        let other = world.begin("idp");
        let stolen = Words { request: Some(other.request.clone()), ..words.clone() };
        let again = stolen.response(&words.signed(&by));
        refused(&world, "in another sign-in", &world.answer("idp", &other.cookie, &again), "sso.browser");
        world.provider("portal", ISSUER, key("idp"), &[("provider_initiated", Value::Int(1))]);
        let words = world.words("portal", ISSUER, None);
        let message = words.response(&words.signed(&by));
        super::session(&world.answer("portal", "", &message));
        let again = world.answer("portal", "", &message);
        assert_eq!(again.header("x-fault"), Some("sso.replay"));
        assert_eq!(world.logged("portal: sso.replay"), 1);
        // A stolen answer in the browser of somebody who began nothing, or something else.
        let begun = world.begin("idp");
        let words = world.words("idp", ISSUER, Some(&begun.request));
        let message = words.response(&words.signed(&by));
        refused(&world, "no browser", &world.answer("idp", "", &message), "sso.browser");
        let other = world.begin("idp");
        refused(&world, "another browser", &world.answer("idp", &other.cookie, &message), "sso.browser");
        // Too long ago.
        let begun = world.begin("idp");
        kit.clock().advance(16 * MINUTE);
        let words = world.words("idp", ISSUER, Some(&begun.request));
        let late = world.answer("idp", &begun.cookie, &words.response(&words.signed(&by)));
        refused(&world, "a quarter of an hour later", &late, "sso.browser");
    });
}

#[test]
fn providers_and_tenants_cannot_be_taken_for_each_other() {
    // A6, T4
    both(&SETUP, |kit| {
        let world = World::new(kit);
        world.provider("second", "https://second.example", key("second"), &[]);
        let other = kit.tenant("other");
        kit.user(&other, "ana", None, &["hr-user"]);
        world.provider_in(&other, "idp", "https://theirs.example", key("theirs"), &[]);
        // The second provider of the tenant, and the other tenant's, speak in the first one's name.
        for (what, signer) in [("second provider", key("second")), ("other tenant", key("theirs"))] {
            let answer =
                attack(&world, |words, _| evil(words).response(&evil(words).signed(&Signing::by(signer))));
            refused(&world, what, &answer, "sso.signature");
        }
        // Mix-up: the second provider answers, honestly signed, a sign-in that was begun with the first.
        let mixed = attack(&world, |words, _| {
            let words = Words { issuer: "https://second.example".into(), ..words.clone() };
            words.response(&words.signed(&Signing::by(key("second"))))
        });
        refused(&world, "mix-up", &mixed, "sso.signature");
        // An answer of the first provider at the second's address.
        let begun = world.begin("second");
        let words = world.words("second", ISSUER, Some(&begun.request));
        let answer =
            world.answer("second", &begun.cookie, &words.response(&words.signed(&Signing::by(key("idp")))));
        assert_eq!(answer.header("x-fault"), Some("sso.signature"));
        // A sign-in begun with one provider does not end at another.
        let begun = world.begin("idp");
        let words = world.words("second", "https://second.example", Some(&begun.request));
        let answer = world.answer(
            "second",
            &begun.cookie,
            &words.response(&words.signed(&Signing::by(key("second")))),
        );
        assert_eq!(answer.header("x-fault"), Some("sso.browser"));
        // A genuine answer for one tenant at the other, which trusts the same provider.
        world.provider_in(&other, "shared", ISSUER, key("idp"), &[("provider_initiated", Value::Int(1))]);
        world.provider("shared", ISSUER, key("idp"), &[("provider_initiated", Value::Int(1))]);
        let words = world.words("shared", ISSUER, None);
        let form = format!(
            "SAMLResponse={}",
            encode(&STANDARD.encode(words.response(&words.signed(&Signing::by(key("idp"))))))
        );
        let answer = world.server.post("other", "/sso/shared/acs", &[], &form);
        assert_eq!(answer.header("x-fault"), Some("sso.destination"));
        let sent = world.server.get("acme", "/sso/nowhere", &[]);
        assert_eq!(sent.status, 404);
        // A provider that is switched off neither begins nor ends anything.
        let off = [("active", Value::Int(0)), ("provider_initiated", Value::Int(1))];
        world.provider("off", ISSUER, key("idp"), &off);
        assert_eq!(world.server.get("acme", "/sso/off", &[]).status, 404);
        let words = world.words("off", ISSUER, None);
        let answer = world.answer("off", "", &words.response(&words.signed(&Signing::by(key("idp")))));
        assert_eq!(answer.status, 404, "{}", answer.body);
        assert!(!world.server.get("acme", "/sign-in", &[]).body.contains("/sso/off"));
        // No key, no trust.
        world.provider("keyless", ISSUER, key("idp"), &[("certificate", Value::Null)]);
        let answer = world.server.get("acme", "/sso/keyless", &[]);
        assert_eq!(answer.header("x-fault"), Some("provider.incomplete"));
    });
}
