//! What honest providers send, in all its variants.

use talang_catalogue::{Kind, Value};
use talang_testkit::both;

use super::forge::{self, GCM, Sealing, Signing, enveloped, key};
use super::{ISSUER, MINUTE, SETUP, World, attribute, session};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

#[test]
fn honest_answers_are_let_in_however_they_are_signed() {
    // A6
    both(&SETUP, |kit| {
        let world = World::new(kit);
        let page = world.server.get("acme", "/sign-in?next=%2Fpassword", &[]);
        assert!(page.body.contains("Sign in with idp") && page.body.contains("/sso/idp?next=%2Fpassword"));
        let answer = world.sign_in("idp", key("idp"), |_| {});
        let cookie = session(&answer);
        assert_eq!(answer.header("location"), Some("/password"), "where one wanted to go");
        assert_eq!(world.server.get("acme", "/password", &[("Cookie", &cookie)]).status, 200);
        let methods = [
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
        ];
        let digests =
            ["http://www.w3.org/2001/04/xmldsig-more#sha384", "http://www.w3.org/2001/04/xmlenc#sha512"];
        for (method, digest) in methods.iter().zip(digests) {
            for canonicalisation in [forge::EXC, "http://www.w3.org/2001/10/xml-exc-c14n#WithComments"] {
                let begun = world.begin("idp");
                let words = world.words("idp", ISSUER, Some(&begun.request));
                let signing = Signing {
                    method: method.to_string(),
                    digest: digest.to_string(),
                    canonicalisation: canonicalisation.to_string(),
                    ..Signing::by(key("idp"))
                };
                session(&world.answer("idp", &begun.cookie, &words.response(&words.signed(&signing))));
            }
        }
        let by = Signing::by(key("idp"));
        // Only the answer signed; both signed.
        for inside in [false, true] {
            let begun = world.begin("idp");
            let words = world.words("idp", ISSUER, Some(&begun.request));
            let assertion = if inside { words.signed(&by) } else { words.assertion() };
            session(&world.answer("idp", &begun.cookie, &words.signed_response(&assertion, &by)));
        }
        world.provider("ec", ISSUER, key("ec"), &[]);
        session(&world.sign_in("ec", key("ec"), |_| {}));
        // During a change of keys both certificates count.
        let both = format!("{}{}", key("old").pem(), key("idp").pem());
        world.provider("roll", ISSUER, key("idp"), &[("certificate", both.into())]);
        session(&world.sign_in("roll", key("old"), |_| {}));
        session(&world.sign_in("roll", key("idp"), |_| {}));
        // Clocks differ a little; line breaks and a declaration are writers' habits.
        session(&world.sign_in("idp", key("idp"), |w| w.from += MINUTE + MINUTE / 2));
        let begun = world.begin("idp");
        let words = world.words("idp", ISSUER, Some(&begun.request));
        let loose =
            format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", words.response(&words.signed(&by)));
        session(&world.answer("idp", &begun.cookie, &loose));
    });
}

#[test]
fn encrypted_assertions_are_read() {
    // A6
    both(&SETUP, |kit| {
        let world = World::new(kit);
        let metadata = world.server.get("acme", "/sso/idp/metadata", &[]);
        assert_eq!(metadata.status, 200);
        let (_, rest) = metadata.body.split_once("use=\"encryption\"").unwrap();
        let (_, rest) = rest.split_once("X509Certificate>").unwrap();
        let certificate = STANDARD.decode(rest.split('<').next().unwrap()).unwrap();
        let by = Signing::by(key("idp"));
        let oaep = "http://www.w3.org/2009/xmlenc11#rsa-oaep";
        let small = "http://www.w3.org/2009/xmlenc11#aes128-gcm";
        for sealing in [&GCM, &Sealing { method: small, ..GCM }, &Sealing { transport: oaep, ..GCM }] {
            let begun = world.begin("idp");
            let words = world.words("idp", ISSUER, Some(&begun.request));
            let sealed = sealing.seal(&words.signed(&by), &certificate);
            session(&world.answer("idp", &begun.cookie, &words.response(&sealed)));
        }
        // AES-CBC where a signature covers the ciphertext.
        for method in
            ["http://www.w3.org/2001/04/xmlenc#aes128-cbc", "http://www.w3.org/2001/04/xmlenc#aes256-cbc"]
        {
            let begun = world.begin("idp");
            let words = world.words("idp", ISSUER, Some(&begun.request));
            let sealed = Sealing { method, ..GCM }.seal(&words.signed(&by), &certificate);
            session(&world.answer("idp", &begun.cookie, &words.signed_response(&sealed, &by)));
        }
    });
}

#[test]
fn a_provider_may_begin_where_the_company_allows_it() {
    // A6
    both(&SETUP, |kit| {
        let world = World::new(kit);
        world.provider("portal", ISSUER, key("idp"), &[("provider_initiated", Value::Int(1))]);
        let unasked = |code: &str, relay: &str| {
            let words = world.words(code, ISSUER, None);
            let message = words.response(&words.signed(&Signing::by(key("idp"))));
            world.answer_with(code, "", &message, relay)
        };
        let arrived = unasked("portal", "&RelayState=%2Fpassword");
        session(&arrived);
        assert_eq!(arrived.header("location"), Some("/password"));
        for evil in
            ["https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example", "javascript%3Ax"]
        {
            let arrived = unasked("portal", &format!("&RelayState={evil}"));
            session(&arrived);
            assert_eq!(arrived.header("location"), Some("/"), "{evil}");
        }
        let refused = unasked("idp", "");
        assert_eq!((refused.status, refused.header("x-fault")), (403, Some("sso.unsolicited")));
    });
}

#[test]
fn accounts_are_found_made_and_kept() {
    // A6
    both(&SETUP, |kit| {
        let world = World::new(kit);
        let system = kit.system(&world.tenant);
        let more = [
            ("just_in_time", Value::Int(1)),
            ("login_attribute", "uid".into()),
            ("role_attribute", "groups".into()),
        ];
        let id = world.provider("jit", ISSUER, key("idp"), &more);
        let made = system.change(Kind::Shared, |c| {
            let line = |field: &str, attribute: &str| {
                vec![("provider", Value::Int(id)), ("field", field.into()), ("attribute", attribute.into())]
            };
            c.create("AttributeMapping", line("email", "mail"))?;
            c.create("AttributeMapping", line("culture", "lang"))?;
            for (group, role) in [("HR", "hr-user"), ("Recruiting", "recruiter")] {
                let role = c.resolve("Role", role)?.map_or(Value::Null, Value::Int);
                let values = vec![("provider", Value::Int(id)), ("value", group.into()), ("role", role)];
                c.create("RoleMapping", values)?;
            }
            Ok(())
        });
        made.unwrap();
        let come = |login: &str, groups: &[&str]| {
            world.sign_in("jit", key("idp"), |w| {
                w.name = "stable-7".into();
                let groups = groups.iter().map(|g| g.to_string()).collect();
                w.attributes = vec![
                    ("uid".into(), vec![login.into()]),
                    ("mail".into(), vec![format!("{login}@acme.example")]),
                    ("lang".into(), vec!["sv-SE".into()]),
                    ("groups".into(), groups),
                ];
            })
        };
        let roles = |login: &str| {
            let scope = kit.system(&world.tenant);
            scope
                .view(|v| {
                    let object = v.object("UserRole")?;
                    let id = v.resolve("User", login)?.unwrap_or_default();
                    let filter = talang_engine::Filter::test(
                        &object,
                        "user",
                        talang_engine::Op::Is,
                        vec![Value::Int(id)],
                    );
                    let query = talang_engine::Query { filter: Some(filter), ..Default::default() };
                    let page = v.list(&object, &query)?;
                    v.load_titles(&object, &page.records)?;
                    let mut codes = Vec::new();
                    let role = v.object("Role")?;
                    for record in &page.records {
                        let id = record.get("role").as_int().unwrap_or_default();
                        codes.push(v.get(&role, id)?.get("code").as_text().unwrap_or_default().to_string());
                    }
                    codes.sort();
                    Ok(codes)
                })
                .unwrap()
        };
        session(&come("zoe", &["HR", "Others"]));
        assert_eq!(roles("zoe"), ["hr-user"]);
        let zoe = system.view(|v| {
            let (object, id) = (v.object("User")?, v.resolve("User", "zoe")?.unwrap_or_default());
            v.get(&object, id)
        });
        let zoe = zoe.unwrap();
        assert_eq!(zoe.get("email").as_text(), Some("zoe@acme.example"));
        assert_eq!(zoe.get("culture").as_text(), Some("sv-SE"));
        // The provider's name for her stays when her login there changes; groups that she left are roles that she loses.
        session(&come("zoe.married", &["Recruiting"]));
        assert_eq!(roles("zoe"), ["recruiter"]);
        assert!(system.view(|v| v.resolve("User", "zoe.married")).unwrap().is_none());
        // Roles that nobody maps are given by hand and stay.
        let given = vec![("user", "zoe".into()), ("role", "manager".into())];
        system.change(Kind::Shared, |c| c.create("UserRole", given)).unwrap();
        session(&come("zoe", &[]));
        assert_eq!(roles("zoe"), ["manager"]);
        // No account and none to be made; a suspended account.
        let nobody = world.sign_in("idp", key("idp"), |w| w.name = "nobody-knows".into());
        assert_eq!((nobody.status, nobody.header("x-fault")), (403, Some("sso.account")));
        let suspended = system.change(Kind::Shared, |c| {
            let id = c.resolve("User", "zoe")?.unwrap_or_default();
            c.update("User", id, vec![("state", "suspended".into())])
        });
        suspended.unwrap();
        let refused = come("zoe", &[]);
        assert_eq!((refused.status, refused.header("x-fault")), (401, Some("sign_in.failed")));
        // Where accounts are not taken over by login, nobody gets one by naming it.
        let more = [("takes_over", Value::Int(0))];
        world.provider("strict", ISSUER, key("idp"), &more);
        let refused = world.sign_in("strict", key("idp"), |w| w.name = "ana".into());
        assert_eq!(refused.header("x-fault"), Some("sso.account"));
    });
}

#[test]
fn sessions_end_together() {
    // A6: single logout
    both(&SETUP, |kit| {
        let world = World::new(kit);
        let more = [("sign_out_url", "https://idp.example/slo".into())];
        world.provider("slo", ISSUER, key("idp"), &more);
        let come = |session_index: &str| {
            session(&world.sign_in("slo", key("idp"), |w| w.session = session_index.into()))
        };
        let alive = |cookie: &str| world.server.get("acme", "/password", &[("Cookie", cookie)]).status == 200;
        let (first, second) = (come("s-1"), come("s-2"));
        let request = |id: &str, name: &str, index: &str, signer: &'static forge::Key| {
            let index = match index {
                "" => String::new(),
                index => format!("<samlp:SessionIndex>{index}</samlp:SessionIndex>"),
            };
            let text = format!(
                "<samlp:LogoutRequest xmlns:samlp=\"{}\" Destination=\"{}\" ID=\"{id}\" IssueInstant=\"{}\" Version=\"2.0\">\
                 <saml:Issuer xmlns:saml=\"{saml}\">{ISSUER}</saml:Issuer><saml:NameID xmlns:saml=\"{saml}\" \
                 Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:persistent\">{name}</saml:NameID>{index}\
                 </samlp:LogoutRequest>",
                forge::SAMLP,
                world.url("/sso/slo/logout"),
                forge::instant(world.now()),
                saml = forge::SAML,
            );
            let signed = enveloped(&text, &Signing::by(signer).of(&text, id));
            let form = format!("SAMLRequest={}&RelayState=r1", talang_http::encode(&STANDARD.encode(signed)));
            world.post_from_elsewhere("/sso/slo/logout", "", &form)
        };
        assert_eq!(request("_x0", "ana", "s-1", key("other")).header("x-fault"), Some("sso.signature"));
        assert!(alive(&first) && alive(&second));
        let done = request("_x1", "ana", "s-1", key("idp"));
        assert_eq!(done.status, 200, "{}", done.body);
        let onward = done.header("refresh").unwrap();
        assert!(
            onward.starts_with("0; url=https://idp.example/slo?SAMLResponse=")
                && onward.contains("&Signature=")
        );
        assert!(!alive(&first) && alive(&second), "one of them");
        assert_eq!(request("_x1", "ana", "s-2", key("idp")).header("x-fault"), Some("sso.replay"));
        request("_x2", "somebody-else", "s-2", key("idp"));
        assert!(alive(&second), "a session of hers is not ended in another's name");
        request("_x3", "ana", "", key("idp"));
        assert!(!alive(&second), "all of hers");
        // Begun here: the session ends here at once, and the browser goes on to the provider.
        let third = come("s-3");
        let csrf = world.server.get("acme", "/password", &[("Cookie", &third)]).csrf();
        let out = world.server.post("acme", "/sign-out", &[("Cookie", &third)], &format!("_csrf={csrf}"));
        assert!(!alive(&third));
        let to = out.header("refresh").expect("a page that goes on to the provider");
        assert!(
            to.starts_with("0; url=https://idp.example/slo?SAMLRequest=") && to.contains("&Signature="),
            "{to}"
        );
    });
}

#[test]
fn our_metadata_say_who_we_are() {
    // A6
    both(&SETUP, |kit| {
        let world = World::new(kit);
        let text = world.server.get("acme", "/sso/idp/metadata", &[]).body;
        assert_eq!(attribute(&text, "entityID"), world.url("/sso/idp"));
        assert!(text.contains(&format!("Location=\"{}\"", world.url("/sso/idp/acs"))), "{text}");
        assert!(text.contains("<ds:SignatureValue>"));
        let begun = world.server.get("acme", "/sso/idp", &[]);
        let to = begun.header("location").unwrap();
        for part in ["SAMLRequest=", "&SigAlg=", "&Signature="] {
            assert!(to.contains(part), "{to}");
        }
        world.provider("form", ISSUER, key("idp"), &[("binding", "post".into())]);
        let page = world.server.get("acme", "/sso/form", &[]);
        assert!(page.body.contains("action=\"https://idp.example/sso\""), "{}", page.body);
        assert!(page.header("content-security-policy").unwrap().contains("form-action https://idp.example;"));
        let (_, value) = page.body.split_once("name=\"SAMLRequest\" value=\"").unwrap();
        let request = String::from_utf8(STANDARD.decode(value.split('"').next().unwrap()).unwrap()).unwrap();
        assert!(request.contains("<ds:SignatureValue>"), "signed as the record says");
    });
}
