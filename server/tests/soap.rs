//! The SOAP service for training content (I11): PyPI's zeep calls it as its WSDL says; messages that nobody should send are
//! refused with their place; whoever may not come in is told in SOAP's own words.

use std::sync::Arc;

use talang_catalogue::{Kind, Value};
use talang_engine::{Draft, Mode, Scope};
use talang_identity::Identity;
use talang_testkit::{Database, Kit, peers};

use crate::api::each;
use crate::client::{Answer, Server};
use crate::walls::SETUP;

const HERE: &str = "/api/soap/training-content";
const SOAP11: &str = "http://schemas.xmlsoap.org/soap/envelope/";
const SOAP12: &str = "http://www.w3.org/2003/05/soap-envelope";
const OURS: &str = "urn:talang:training-content:1";
const WSS: &str = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity";

struct House {
    kit: Kit,
    server: Server,
    identity: Arc<Identity>,
    key: String,
}

impl House {
    fn new(database: Database) -> House {
        let kit = Kit::new(database, &SETUP);
        let tenant = kit.tenant("acme");
        kit.user(&tenant, "publisher", None, &["integration"]);
        let (server, identity) = Server::of(&kit);
        let mut house = House { kit, server, identity, key: String::new() };
        house.key = house.application("content", &[]);
        house.switch("acme", true);
        house
    }

    fn system(&self) -> Scope {
        self.kit.system(&self.kit.tenant("acme"))
    }

    fn switch(&self, tenant: &str, on: bool) {
        let made = self.kit.system(&self.kit.tenant(tenant)).change(Kind::Shared, |c| {
            let values = vec![("code", Value::from("training-content")), ("on", on.into())];
            let object = c.object("FeatureSwitch")?;
            let draft = Draft::new(&object, values)?;
            c.save(&object, Mode::Upsert, draft)
        });
        made.unwrap();
    }

    /// An application of the account, which exchanges its key for tokens; its key.
    fn application(&self, code: &str, more: &[(&str, Value)]) -> String {
        let system = self.system();
        let made = system.change(Kind::Shared, |c| {
            let mut values = vec![
                ("code", code.into()),
                ("label", "Content".into()),
                ("user", "publisher".into()),
                ("oauth", true.into()),
            ];
            values.extend(more.iter().cloned());
            c.create("ApiClient", values)
        });
        self.identity.new_key(&system, made.unwrap().id, None, None).unwrap()
    }

    /// Sends a message of SOAP 1.1 by HTTP Basic.
    fn send(&self, envelope: &str) -> Answer {
        self.send_as(&[("Content-Type", "text/xml; charset=utf-8")], envelope)
    }

    fn send_as(&self, headers: &[(&str, &str)], envelope: &str) -> Answer {
        use base64::Engine;
        let pair = base64::engine::general_purpose::STANDARD.encode(format!("content:{}", self.key));
        let pair = format!("Basic {pair}");
        let mut all = vec![("Authorization", pair.as_str())];
        all.extend(headers);
        self.server.send("acme", "POST", HERE, &all, envelope.as_bytes())
    }

    /// Sends a message of SOAP 1.1 with login and password in the message and nowhere else.
    fn by_token(&self, tenant: &str, login: &str, password: &str) -> Answer {
        let token = format!(
            "<s:Security xmlns:s=\"{WSS}-secext-1.0.xsd\" e:mustUnderstand=\"1\"><s:UsernameToken><s:Username>{login}</s:Username>\
             <s:Password>{password}</s:Password></s:UsernameToken></s:Security>"
        );
        let envelope = enveloped(SOAP11, &token, &format!("<Ping xmlns=\"{OURS}\"/>"));
        self.server.send(tenant, "POST", HERE, &[("Content-Type", "text/xml")], envelope.as_bytes())
    }
}

fn enveloped(version: &str, header: &str, body: &str) -> String {
    format!(
        "<e:Envelope xmlns:e=\"{version}\"><e:Header>{header}</e:Header><e:Body>{body}</e:Body></e:Envelope>"
    )
}

fn published(inside: &str) -> String {
    enveloped(SOAP11, "", &format!("<PublishContent xmlns=\"{OURS}\">{inside}</PublishContent>"))
}

/// The parts of a document's elements of that name, whatever their prefix.
fn parts<'a>(answer: &'a Answer, name: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    answer.body.split(open.as_str()).skip(1).filter_map(|rest| rest.split(close.as_str()).next()).collect()
}

const GOOD: &str = "<code>L</code><version>1</version><standard>SCORM-1.2</standard>\
    <title><language>en</language><text>Ladders</text></title><package>l.zip</package>";

#[test]
fn a_client_that_reads_the_wsdl_calls_as_it_says() {
    each(|database| {
        // I11
        let house = House::new(database);
        let slow = house.application("slow", &[("quota_per_day", Value::Int(1))]);
        let arguments = [
            format!("base=http://127.0.0.1:{}{HERE}", house.server.port),
            format!("host=acme.localhost:{}", house.server.port),
            "user=content".to_string(),
            format!("key={}", house.key),
            "slow=slow".to_string(),
            format!("slow_key={slow}"),
        ];
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let (held, lines) = peers::run_python("soap-client.py", &arguments);
        let text = lines.join("\n");
        assert!(held, "{text}");
        let begins = |line: &str| {
            assert!(lines.iter().any(|l| l.starts_with(line)), "no line begins {line:?}:\n{text}");
        };
        begins("operations GetContentStatus ListContents Ping PublishContent WithdrawContent");
        begins("ping Soap11 Talang training content 1 True Ping");
        begins("ping Soap12 Talang training content 1 True Ping");
        assert_eq!(lines.iter().filter(|l| l.starts_with("ping Soap11")).count(), 2, "by token, by header");
        // What is not there is said to be not there, in both versions; nothing pretends to be done.
        for name in ["publish", "status", "list", "withdraw"] {
            begins(&format!("{name}-Soap11 soap:Server  soap.unavailable@-"));
            begins(&format!("{name}-Soap12 soap:Receiver  soap.unavailable@-"));
        }
        begins("xapi-Soap11 soap:Client  value.choice@PublishContent/standard");
        begins("xapi-Soap12 soap:Sender  value.choice@PublishContent/standard");
        begins("untitled not-sent Expected at least 1 items");
        begins("wrong-Soap11 wsse:FailedAuthentication  sign_in.failed@-");
        begins(&format!(
            "wrong-Soap12 soap:Sender {{{WSS}-secext-1.0.xsd}}FailedAuthentication sign_in.failed@-"
        ));
        begins("digest wsse:UnsupportedSecurityToken  soap.digest@-");
        begins(&format!(
            "nobody soap:Sender {{{WSS}-secext-1.0.xsd}}FailedAuthentication sign_in.required@-"
        ));
        begins("first done Talang");
        begins("second soap:Client  quota.used_up@-");
    });
}

#[test]
fn a_message_is_checked_as_a_whole_and_told_where_it_is_wrong() {
    each(|database| {
        // I11
        let house = House::new(database);
        let answer = house.send(&published(GOOD));
        assert_eq!(
            (answer.status, parts(&answer, "code")),
            (500, vec!["soap.unavailable"]),
            "{}",
            answer.body
        );
        assert_eq!(parts(&answer, "faultcode"), ["soap:Server"]);
        let title = "<title><language>en</language><text>T</text></title>";
        for (inside, wanted) in [
            (String::new(), "value.mandatory PublishContent/code"),
            (GOOD.replace("<version>1</version>", ""), "value.mandatory PublishContent/version"),
            (
                GOOD.replace("<version>1</version>", "<version> </version>"),
                "value.mandatory PublishContent/version",
            ),
            (
                GOOD.replace("<code>L</code>", &format!("<code>{}</code>", "x".repeat(51))),
                "value.text_too_long PublishContent/code",
            ),
            (GOOD.replace("SCORM-1.2", "xAPI"), "value.choice PublishContent/standard"),
            (GOOD.replace(">en<", ">xx<"), "value.language PublishContent/title[1]/language"),
            (GOOD.replace("<text>Ladders</text>", ""), "value.mandatory PublishContent/title[1]/text"),
            (
                GOOD.replace("<package>", &format!("{title}<package>")),
                "value.duplicate PublishContent/title[2]/language",
            ),
            (GOOD.replace("<package>l.zip</package>", ""), "value.mandatory PublishContent/package"),
            (
                GOOD.replace("<package>", "<launch>https://x.example/</launch><package>"),
                "soap.unexpected PublishContent",
            ),
            (
                GOOD.replace("package>l.zip</package", "launch>javascript:1</launch"),
                "value.url PublishContent/launch",
            ),
            (format!("{GOOD}<minutes>0</minutes>"), "value.too_small PublishContent/minutes"),
            (format!("{GOOD}<minutes>1e3</minutes>"), "value.integer PublishContent/minutes"),
            (format!("{GOOD}<validFrom>01.02.2027</validFrom>"), "value.date PublishContent/validFrom"),
            (
                format!("{GOOD}<validFrom>2027-02-01</validFrom><validTo>2027-01-31</validTo>"),
                "period.end_before_start PublishContent/validTo",
            ),
            (format!("{GOOD}<colour>red</colour>"), "soap.unexpected PublishContent"),
            (format!("{GOOD}<package>twice.zip</package>"), "soap.unexpected PublishContent"),
            (
                format!("{GOOD}<x:minutes xmlns:x=\"urn:other\">3</x:minutes>"),
                "soap.unexpected PublishContent",
            ),
            (format!("loose {GOOD}"), "soap.unexpected PublishContent"),
            (GOOD.replace("<code>", "<code kind=\"x\">"), "soap.unexpected PublishContent/code"),
            (GOOD.replace("<code>L", "<code><b>L</b>"), "soap.unexpected PublishContent/code"),
            (
                GOOD.replace(
                    "<code>L</code>",
                    "<code xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\"/>",
                ),
                "value.mandatory PublishContent/code",
            ),
        ] {
            let answer = house.send(&published(&inside));
            let (code, place) = wanted.split_once(' ').unwrap();
            assert_eq!(parts(&answer, "faultcode"), ["soap:Client"], "{inside}: {}", answer.body);
            let told: Vec<_> = parts(&answer, "code").into_iter().zip(parts(&answer, "element")).collect();
            assert!(told.contains(&(code, place)), "{inside}: {told:?}");
            assert_eq!(answer.status, 500, "SOAP 1.1, 6.2");
        }
        // Everything that is wrong is told at once, in the reader's language.
        let swedish = [("Content-Type", "text/xml"), ("Accept-Language", "sv")];
        let answer = house.send_as(&swedish, &published(""));
        assert_eq!(parts(&answer, "code").len(), 4, "{}", answer.body);
        assert!(answer.body.contains("obligatoriskt"), "{}", answer.body);
        assert_eq!(answer.header("content-type"), Some("text/xml; charset=utf-8"));
    });
}

#[test]
fn a_message_that_means_harm_is_refused_before_anybody_reads_it() {
    // I11
    let house = House::new(Database::Sqlite);
    let ping = format!("<Ping xmlns=\"{OURS}\"/>");
    let good = enveloped(SOAP11, "", &ping);
    assert_eq!(house.send(&good).status, 200);
    let deep = format!("<Ping xmlns=\"{OURS}\">{}{}</Ping>", "<a>".repeat(500), "</a>".repeat(500));
    let stamp = |expires: &str| {
        format!(
            "<s:Security xmlns:s=\"{WSS}-secext-1.0.xsd\" xmlns:u=\"{WSS}-utility-1.0.xsd\"><u:Timestamp>\
             <u:Expires>{expires}</u:Expires></u:Timestamp></s:Security>"
        )
    };
    let unknown = "<t:tx xmlns:t=\"urn:t\" e:mustUnderstand=\"1\">5</t:tx>";
    for (envelope, code, blame) in [
        (
            format!("<!DOCTYPE e [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{good}"),
            "request.invalid",
            "soap:Client",
        ),
        (
            good.replace(&ping, &format!("<Ping xmlns=\"{OURS}\">&x;</Ping>")),
            "request.invalid",
            "soap:Client",
        ),
        (good.replace(&ping, &format!("<?do it?>{ping}")), "request.invalid", "soap:Client"),
        (good.replace(&ping, &format!("<!-- -->{ping}")), "request.invalid", "soap:Client"),
        (enveloped(SOAP11, "", &deep), "request.invalid", "soap:Client"),
        (good.replace(&ping, &"<a/>".repeat(80_000)), "request.invalid", "soap:Client"),
        ("<e:Envelope".to_string(), "request.invalid", "soap:Client"),
        (String::new(), "request.invalid", "soap:Client"),
        (enveloped(SOAP11, "", ""), "request.invalid", "soap:Client"),
        (enveloped(SOAP11, "", &format!("{ping}{ping}")), "request.invalid", "soap:Client"),
        (enveloped(SOAP12, "", &ping), "soap.version", "soap:VersionMismatch"),
        (ping.clone(), "soap.version", "soap:VersionMismatch"),
        (enveloped(SOAP11, unknown, &ping), "soap.header", "soap:MustUnderstand"),
        (enveloped(SOAP11, "", "<Ping xmlns=\"urn:other\"/>"), "soap.operation", "soap:Client"),
        (enveloped(SOAP11, "", &format!("<DeleteAll xmlns=\"{OURS}\"/>")), "soap.operation", "soap:Client"),
        (
            enveloped(SOAP11, "", &format!("<Ping xmlns=\"{OURS}\"><a/></Ping>")),
            "soap.unexpected",
            "soap:Client",
        ),
        (enveloped(SOAP11, &stamp("soon"), &ping), "value.instant", "soap:Client"),
        (enveloped(SOAP11, &stamp("2001-01-01T00:00:00Z"), &ping), "soap.expired", "wsse:MessageExpired"),
    ] {
        let answer = house.send(&envelope);
        let shown: String = envelope.chars().take(300).collect();
        assert_eq!(parts(&answer, "code"), [code], "{shown}: {} {}", answer.status, answer.body);
        assert!(answer.body.contains(&format!(">{blame}</faultcode>")), "{shown}: {}", answer.body);
        assert!(answer.status >= 400 && !answer.body.contains("root:"), "{shown}: {}", answer.body);
    }
    // A header that nobody must understand, and a time to come, are no hindrance.
    let harmless = format!("{}<t:tx xmlns:t=\"urn:t\">5</t:tx>", stamp("2999-01-01T00:00:00Z"));
    assert_eq!(house.send(&enveloped(SOAP11, &harmless, &ping)).status, 200);
    // The transport may not speak of another operation than the message.
    let action = |action: &str| {
        let headers = [("Content-Type", "text/xml"), ("SOAPAction", action)];
        house.send_as(&headers, &good)
    };
    assert_eq!(action(&format!("\"{OURS}/Ping\"")).status, 200);
    assert_eq!(action("\"\"").status, 200);
    assert_eq!(parts(&action(&format!("\"{OURS}/WithdrawContent\"")), "code"), ["soap.action"]);
    // SOAP 1.2 has statuses of its own, and its faults another shape.
    let twelve = [("Content-Type", "application/soap+xml")];
    assert_eq!(house.send_as(&twelve, &enveloped(SOAP12, "", &ping)).status, 200);
    let answer = house.send_as(&twelve, &enveloped(SOAP12, "", &format!("<Pong xmlns=\"{OURS}\"/>")));
    assert_eq!((answer.status, parts(&answer, "soap:Value")), (400, vec!["soap:Sender"]), "{}", answer.body);
    assert_eq!(answer.header("content-type"), Some("application/soap+xml; charset=utf-8"));
    let answer = house.send_as(&[("Content-Type", "application/json")], &good);
    assert_eq!((answer.status, parts(&answer, "code")), (415, vec!["request.media_type"]), "{}", answer.body);
    let large = good.replace(&ping, &format!("<Ping xmlns=\"{OURS}\">{}</Ping>", " ".repeat(600 << 10)));
    let answer = house.send(&large);
    assert_eq!((answer.status, parts(&answer, "code")), (413, vec!["request.too_large"]), "{}", answer.body);
}

#[test]
fn whoever_may_not_come_in_is_told_so_by_a_fault() {
    each(|database| {
        // I11, A1, I10
        let house = House::new(database);
        assert_eq!(house.by_token("acme", "content", &house.key).status, 200);
        let told = |answer: &Answer, status: u16, code: &str| {
            assert_eq!((answer.status, parts(answer, "code")), (status, vec![code]), "{}", answer.body);
            assert!(answer.body.contains("</soap:Fault>"), "{}", answer.body);
        };
        told(&house.by_token("acme", "content", "wrong"), 401, "sign_in.failed");
        let closed = house.application("closed", &[("oauth", false.into())]);
        told(&house.by_token("acme", "closed", &closed), 401, "sign_in.failed");
        house.kit.tenant("other");
        house.switch("other", true);
        told(&house.by_token("other", "content", &house.key), 401, "sign_in.failed");
        let ping = enveloped(SOAP11, "", &format!("<Ping xmlns=\"{OURS}\"/>"));
        let nobody =
            house.server.send("acme", "POST", HERE, &[("Content-Type", "text/xml")], ping.as_bytes());
        told(&nobody, 401, "sign_in.required");
        assert!(nobody.header("www-authenticate").is_some_and(|h| h.starts_with("Basic")));
        // A key and the account's own login and password, as for REST: the latter in the message.
        let system = house.system();
        let account = system.view(|v| v.resolve("User", "publisher")).unwrap().unwrap();
        house.identity.set_password(&system, account, "publisher", crate::PASSWORD, false).unwrap();
        let token = format!(
            "<s:Security xmlns:s=\"{WSS}-secext-1.0.xsd\"><s:UsernameToken><s:Username>publisher</s:Username>\
             <s:Password>{}</s:Password></s:UsernameToken></s:Security>",
            crate::PASSWORD
        );
        let envelope = enveloped(SOAP11, &token, &format!("<Ping xmlns=\"{OURS}\"/>"));
        let with_key = [("Content-Type", "text/xml"), ("X-Api-Key", closed.as_str())];
        assert_eq!(house.server.send("acme", "POST", HERE, &with_key, envelope.as_bytes()).status, 200);
        // The quota of the application, and then the networks of its account's role.
        let slow = house.application("slow", &[("quota_per_day", Value::Int(1))]);
        assert_eq!(house.by_token("acme", "slow", &slow).status, 200);
        let over = house.by_token("acme", "slow", &slow);
        told(&over, 429, "quota.used_up");
        assert!(over.header("retry-after").is_some() && over.header("ratelimit-limit") == Some("1"));
        let range = |cidr: &str| {
            let values = vec![("group_code", Value::from("integration")), ("cidr", cidr.into())];
            system.change(Kind::Shared, |c| c.create("IpRange", values)).unwrap();
        };
        range("192.0.2.0/24");
        told(&house.by_token("acme", "content", &house.key), 403, "network.refused");
        range("127.0.0.0/8");
        assert_eq!(house.by_token("acme", "content", &house.key).status, 200);
    });
}

#[test]
fn where_it_is_switched_off_there_is_no_service() {
    each(|database| {
        // I11, S8
        let house = House::new(database);
        let ping = enveloped(SOAP11, "", &format!("<Ping xmlns=\"{OURS}\"/>"));
        let wsdl = house.server.get("acme", &format!("{HERE}?wsdl"), &[]);
        assert_eq!(wsdl.status, 200, "{}", wsdl.body);
        assert_eq!(wsdl.header("content-type"), Some("text/xml; charset=utf-8"));
        let address = format!("location=\"http://acme.localhost:{}{HERE}\"", house.server.port);
        assert_eq!(wsdl.body.matches(&address).count(), 2, "{}", wsdl.body);
        for (language, words) in [
            ("en", "Training content"),
            ("fr", "Contenus de formation"),
            ("de", "Lerninhalte"),
            ("nl", "Leerinhoud"),
            ("es", "Contenidos de formación"),
            ("sv", "Utbildningsinnehåll"),
            ("da", "Læringsindhold"),
        ] {
            let page = house.server.get("acme", &format!("{HERE}?lang={language}"), &[]);
            assert!(page.body.contains(&format!("<h1>{words}</h1>")), "{}", page.body);
            assert!(page.body.contains("<code>title/description</code>"), "{}", page.body);
            // What has no text in a language shows its key.
            assert!(
                !page.body.contains("training-content-") && !page.body.contains(">soap-"),
                "{}",
                page.body
            );
        }
        house.switch("acme", false);
        for path in [HERE.to_string(), format!("{HERE}?wsdl")] {
            assert_eq!(house.server.get("acme", &path, &[]).status, 404);
        }
        let answer = house.send(&ping);
        assert_eq!(
            (answer.status, parts(&answer, "code")),
            (404, vec!["record.not_found"]),
            "{}",
            answer.body
        );
    });
}
