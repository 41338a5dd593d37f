//! OData 4.0 as spreadsheets and business intelligence use it (I10): documents, conditions, paging, rights; and PyPI's
//! python-odata.

use serde_json::{Value as Json, json};
use talang_catalogue::{Kind, Value};
use talang_identity::Identity;
use talang_testkit::{Database, Kit, peers};

use crate::api::each;
use crate::client::{Answer, Server};
use crate::walls::SETUP;

const ROOT: &str = "/api/odata/v4";

struct House {
    kit: Kit,
    server: Server,
    identity: std::sync::Arc<Identity>,
}

impl House {
    fn new(database: Database) -> House {
        let kit = Kit::new(database, &SETUP);
        let tenant = kit.tenant("acme");
        kit.user(&tenant, "excel", None, &["integration"]);
        let date = |text: &str| Value::from(text.parse::<jiff::civil::Date>().unwrap());
        let done = kit.system(&tenant).change(Kind::Employees, |c| {
            let name = |en: &str| Value::Texts([("en".to_string(), en.to_string())].into());
            for code in ["HEAD", "LAB"] {
                let start = ("start", date("2020-01-01"));
                c.create("Organisation", vec![("code", code.into()), start, ("name", name(code))])?;
            }
            for (number, first, last, born) in [
                ("E1", "Ines", "Abel", "1980-02-29"),
                ("E2", "Otto", "Berg", "1990-01-01"),
                ("E3", "Eva", "O'Brian", ""),
            ] {
                let mut values =
                    vec![("number", number.into()), ("first_name", first.into()), ("last_name", last.into())];
                if !born.is_empty() {
                    values.push(("birth_date", date(born)));
                }
                c.create("Employee", values)?;
            }
            for (employee, from, unit) in
                [("E1", "2022-01-01", "HEAD"), ("E1", "2026-01-01", "LAB"), ("E2", "2024-01-01", "LAB")]
            {
                let values =
                    vec![("employee", employee.into()), ("start", date(from)), ("organisation", unit.into())];
                c.create("Assignment", values)?;
            }
            let rate = Value::Money(31_500_000, "EUR".to_string());
            c.create(
                "HourlyRate",
                vec![("employee", "E1".into()), ("start", date("2024-01-01")), ("rate", rate)],
            )
        });
        done.expect("people and units");
        let (server, identity) = Server::of(&kit);
        House { kit, server, identity }
    }

    /// The header of an application whose account has the login.
    fn pair(&self, login: &str, tokens: bool) -> String {
        use base64::Engine;
        let tenant = self.kit.tenant("acme");
        let system = self.kit.system(&tenant);
        let code = format!("{login}-{tokens}");
        let made = system.change(Kind::Shared, |c| {
            let values = vec![
                ("code", code.as_str().into()),
                ("label", "Excel".into()),
                ("user", login.into()),
                ("oauth", tokens.into()),
            ];
            c.create("ApiClient", values)
        });
        let key = self.identity.new_key(&system, made.unwrap().id, None, None).unwrap();
        let pair = base64::engine::general_purpose::STANDARD.encode(format!("{code}:{key}"));
        format!("Basic {pair}")
    }

    fn get(&self, pair: &str, path: &str) -> Answer {
        let accept = "application/json;odata.metadata=minimal;q=1.0,application/json;odata.metadata=minimal";
        let headers = [("Authorization", pair), ("Accept", accept), ("OData-MaxVersion", "4.0")];
        self.server.get("acme", &format!("{ROOT}{path}"), &headers)
    }

    fn json(&self, pair: &str, path: &str) -> Json {
        let answer = self.get(pair, path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        assert_eq!(answer.header("odata-version"), Some("4.0"));
        serde_json::from_str(&answer.body).unwrap_or_else(|e| panic!("{path}: {e}: {}", answer.body))
    }

    /// Numbers of the employees that a condition finds.
    fn found(&self, pair: &str, filter: &str) -> String {
        let filter = talang_http::encode(filter);
        let json = self.json(pair, &format!("/Employees?$select=number&$orderby=number&$filter={filter}"));
        let numbers =
            json["value"].as_array().unwrap().iter().map(|e| e["number"].as_str().unwrap().to_string());
        numbers.collect::<Vec<_>>().join(" ")
    }
}

#[test]
fn the_documents_tell_what_the_caller_may_read() {
    each(|database| {
        // I10, A10
        let house = House::new(database);
        let pair = house.pair("excel", true);
        let service = house.json(&pair, "");
        let named = |service: &Json, name: &str| {
            service["value"].as_array().unwrap().iter().any(|s| s["name"] == name && s["url"] == name)
        };
        assert!(service["@odata.context"].as_str().unwrap().ends_with("/api/odata/v4/$metadata"));
        assert!(named(&service, "Employees") && named(&service, "EmployeeAddresses"), "{service}");
        assert_eq!(house.json(&pair, "/"), service);

        let headers = [("Authorization", pair.as_str()), ("Accept", "application/xml")];
        let document = |headers: &[(&str, &str)]| {
            let answer = house.server.get("acme", &format!("{ROOT}/$metadata"), headers);
            assert_eq!(answer.status, 200, "{}", answer.body);
            answer
        };
        let xml = document(&headers);
        assert_eq!(xml.header("content-type"), Some("application/xml; charset=utf-8"));
        for part in [
            "<EntityType Name=\"Employee\"><Key><PropertyRef Name=\"id\"/></Key><Property Name=\"id\" Type=\"Edm.Int64\" Nullable=\"false\"/>",
            "<Property Name=\"birth_date\" Type=\"Edm.Date\"/>",
            "<Property Name=\"rate\" Type=\"Edm.Decimal\" Precision=\"19\" Scale=\"6\"/>",
            "<Property Name=\"organisation_key\" Type=\"Edm.String\"/>",
            "<NavigationProperty Name=\"organisation\" Type=\"Talang.Organisation\"/>",
            "<NavigationProperty Name=\"assignments_by_employee\" Type=\"Collection(Talang.Assignment)\"/>",
            "<EntitySet Name=\"Employees\" EntityType=\"Talang.Employee\">",
            "<NavigationPropertyBinding Path=\"organisation\" Target=\"Organisations\"/>",
        ] {
            assert!(xml.body.contains(part), "{part} is missing");
        }
        // A client of 4.0 that accepts JSON means the data; one of 4.01 that asks for it gets it.
        let json = document(&[("Authorization", pair.as_str()), ("Accept", "application/json")]);
        assert!(json.body.starts_with("<?xml"));
        let json = house.server.get("acme", &format!("{ROOT}/$metadata?$format=json"), &headers);
        let json: Json = serde_json::from_str(&json.body).unwrap();
        assert_eq!(json["Talang"]["Employee"]["birth_date"]["$Type"], "Edm.Date");
        assert_eq!(json["Talang"]["Container"]["Employees"]["$Type"], "Talang.Employee");

        // The same questions by somebody with fewer rights.
        house.kit.user(&house.kit.tenant("acme"), "phone", None, &["directory"]);
        let small = house.pair("phone", true);
        let service = house.json(&small, "");
        assert!(named(&service, "Employees") && !named(&service, "HourlyRates"), "{service}");
        let xml = document(&[("Authorization", small.as_str())]);
        assert!(xml.body.contains("Name=\"last_name\"") && !xml.body.contains("birth_date"));
        assert!(!xml.body.contains("HourlyRate"));
        assert_eq!(house.get(&small, "/HourlyRates").status, 404);
        let refused = house.get(&small, "/Employees?$select=birth_date");
        assert_eq!(refused.status, 400, "{}", refused.body);
        assert_eq!(house.get(&small, "/Employees?$filter=birth_date%20eq%201980-02-29").status, 400);
    });
}

#[test]
fn only_keys_that_are_enough_by_themselves_open_the_service() {
    each(|database| {
        // I10, T4
        let house = House::new(database);
        let answer = house.server.get("acme", ROOT, &[]);
        assert_eq!(answer.status, 401);
        assert!(
            answer.header("www-authenticate").unwrap().starts_with("Basic"),
            "Excel asks for a name then"
        );
        let closed = house.pair("excel", false);
        assert_eq!(
            house.get(&closed, "/Employees").status,
            401,
            "the key alone is not enough for this application"
        );
        let open = house.pair("excel", true);
        assert_eq!(house.get(&open, "/Employees").status, 200);
        assert!(house.get(&open, "/Employees").header("ratelimit-remaining").is_some());
        assert_eq!(house.get("Basic ZXhjZWwtdHJ1ZTp3cm9uZw==", "/Employees").status, 401);
        let rest = house.server.get("acme", "/api/rest/v1/employees", &[("Authorization", &open)]);
        assert_eq!(rest.status, 401, "the pair opens this door and no other");
        house.kit.tenant("other");
        let elsewhere = house.server.get("other", ROOT, &[("Authorization", &open)]);
        assert_eq!(elsewhere.status, 401);
        let head = house.server.send("acme", "HEAD", ROOT, &[("Authorization", &open)], b"");
        assert_eq!((head.status, head.body.as_str()), (200, ""));
    });
}

#[test]
fn conditions_find_what_they_say() {
    each(|database| {
        // I10; OData 4.0 Part 2, 5.1.1
        let house = House::new(database);
        let pair = house.pair("excel", true);
        for (filter, found) in [
            ("number eq 'E1'", "E1"),
            ("'E1' eq number", "E1"),
            ("number ne 'E1'", "E2 E3"),
            ("number in ('E1','E3')", "E1 E3"),
            ("last_name eq 'O''Brian'", "E3"),
            ("birth_date gt 1980-02-29", "E2"),
            ("birth_date ge 1980-02-29", "E1 E2"),
            ("birth_date lt 1990-01-01", "E1"),
            ("1990-01-01 gt birth_date", "E1"),
            ("birth_date le 1990-01-01T00:00:00Z", "E1 E2"),
            ("birth_date eq null", "E3"),
            ("birth_date ne null", "E1 E2"),
            ("not (birth_date ne null)", "E3"),
            ("not (birth_date gt 1985-01-01)", "E1 E3"),
            ("birth_date ne 1980-02-29", "E2 E3"),
            ("birth_date gt null", ""),
            ("contains(last_name,'BE')", "E1 E2"),
            ("startswith(last_name,'Be')", "E2"),
            ("endswith(last_name,'el')", "E1"),
            ("endswith(last_name,'%')", ""),
            ("contains(last_name,'e') and (number eq 'E1' or number eq 'E3')", "E1"),
            ("number eq 'E1' or number eq 'E2' and last_name eq 'Abel'", "E1"),
            ("status eq 'active'", "E1 E2 E3"),
            ("number eq 'nobody'", ""),
            ("id eq 0", ""),
            ("true", "E1 E2 E3"),
            ("false", ""),
        ] {
            assert_eq!(house.found(&pair, filter), found, "{filter}");
        }
        let of = |path: &str, filter: &str| {
            let json = house.json(&pair, &format!("/{path}?$filter={}", talang_http::encode(filter)));
            json["value"].as_array().unwrap().len()
        };
        assert_eq!(of("Assignments", "organisation_key eq 'LAB'"), 2);
        assert_eq!(of("Assignments", "organisation/code eq 'LAB' and employee/last_name eq 'Berg'"), 1);
        assert_eq!(of("Assignments", "manager_key eq null"), 2);
        assert_eq!(of("HourlyRates", "rate gt 31.4"), 1);
        assert_eq!(of("HourlyRates", "rate gt 31.5"), 0);
        assert_eq!(of("Countries", "active"), of("Countries", "active eq true"));
        let all = of("Countries", "active or not active");
        assert!(all > 200, "{all}");

        let error = |filter: &str| {
            let answer = house.get(&pair, &format!("/Employees?$filter={}", talang_http::encode(filter)));
            let json: Json = serde_json::from_str(&answer.body).unwrap_or_default();
            assert!(
                json["error"]["message"].as_str().is_some_and(|m| !m.is_empty()),
                "{filter}: {}",
                answer.body
            );
            (answer.status, json["error"]["code"].as_str().unwrap_or_default().to_string())
        };
        for (filter, status, code) in [
            ("number eq", 400, "filter.syntax"),
            ("number eq 'E1' and", 400, "filter.syntax"),
            ("(number eq 'E1'", 400, "filter.syntax"),
            ("number eq 'E1", 400, "filter.syntax"),
            ("number is 'E1'", 400, "filter.syntax"),
            ("shoe_size eq 4", 400, "field.unknown"),
            ("number eq 5", 400, "value.type"),
            ("birth_date eq 'soon'", 400, "value.type"),
            ("birth_date eq 2026-99-01", 400, "value.date"),
            ("length(number) eq 2", 501, "odata.unsupported"),
            ("number eq last_name", 501, "odata.unsupported"),
            ("status_label eq 'Active'", 501, "odata.unsupported"),
        ] {
            assert_eq!(error(filter), (status, code.to_string()), "{filter}");
        }
        assert_eq!(error(&"(".repeat(5_000)).0, 400, "no address exhausts the stack");
        assert_eq!(house.get(&pair, "/Employees?$apply=x").status, 501);
        assert_eq!(house.get(&pair, "/Nobodies").status, 404);
    });
}

#[test]
fn records_come_with_what_belongs_to_them() {
    each(|database| {
        // I10; Part 1, 11.2.4
        let house = House::new(database);
        let pair = house.pair("excel", true);
        let json =
            house.json(&pair, "/Employees?$select=number,last_name&$orderby=last_name%20desc&$count=true");
        assert_eq!(json["@odata.count"], 3);
        let root = format!("http://acme.localhost:{}{ROOT}", house.server.port);
        assert_eq!(json["@odata.context"], format!("{root}/$metadata#Employees(number,last_name)"));
        assert_eq!(json["value"][0], json!({ "number": "E3", "last_name": "O'Brian" }));

        let path =
            "/Assignments?$filter=employee_key%20eq%20'E1'&$expand=organisation($select=code),employee";
        let json = house.json(&pair, path);
        let now = &json["value"][0];
        assert_eq!(json["value"].as_array().unwrap().len(), 1, "today's");
        assert_eq!(now["organisation"], json!({ "code": "LAB" }));
        assert_eq!((&now["organisation_key"], &now["organisation_title"]), (&json!("LAB"), &json!("LAB")));
        assert_eq!(now["employee"]["last_name"], "Abel");
        assert_eq!(now["manager_key"], Json::Null);
        let day = house.json(&pair, &format!("{path}&asOf=2023-05-05"));
        assert_eq!(day["value"][0]["organisation"]["code"], "HEAD");
        let all = house.json(&pair, &format!("{path}&asOf=all"));
        assert_eq!(all["value"].as_array().unwrap().len(), 2);
        assert_eq!(house.get(&pair, "/Assignments?asOf=someday").status, 400);

        let json = house.json(&pair, "/Employees?$expand=assignments_by_employee&$orderby=number");
        let counts: Vec<usize> = json["value"]
            .as_array()
            .unwrap()
            .iter()
            .map(|e| e["assignments_by_employee"].as_array().unwrap().len())
            .collect();
        assert_eq!(counts, [1, 1, 0]);

        let first = &json["value"][0];
        let one = house.json(&pair, &format!("/Employees({})", first["id"]));
        assert_eq!((&one["number"], &one["birth_date"]), (&json!("E1"), &json!("1980-02-29")));
        assert!(one["@odata.context"].as_str().unwrap().ends_with("#Employees/$entity"));
        let ways = house.json(&pair, &format!("/Employees({})/assignments_by_employee", first["id"]));
        let assignment = ways["value"][0]["id"].as_i64().unwrap();
        let unit = house.json(&pair, &format!("/Assignments({assignment})/organisation"));
        assert_eq!(unit["code"], "LAB");
        assert_eq!(house.get(&pair, &format!("/Assignments({assignment})/manager")).status, 204);
        assert_eq!(house.get(&pair, "/Employees(0)").status, 404);
        assert_eq!(house.get(&pair, "/Employees(x)").status, 404);
        let rate = &house.json(&pair, "/HourlyRates")["value"][0];
        assert_eq!(
            (&rate["rate"], &rate["rate_currency"], &rate["kind"]),
            (&json!(31.5), &json!("EUR"), &json!("base"))
        );
        assert!(rate["kind_label"].as_str().is_some_and(|label| !label.is_empty()));

        assert_eq!(house.get(&pair, "/Employees/$count").body, "3");
        assert_eq!(house.get(&pair, "/Employees/$count?$filter=number%20ne%20'E1'").body, "2");
        let bare = house.json(&pair, "/Employees?$top=0&$count=true");
        assert_eq!((&bare["@odata.count"], &bare["value"]), (&json!(3), &json!([])));
        let none = house.json(&pair, "/Employees?$format=application/json;odata.metadata=none&$top=1");
        assert!(none.get("@odata.context").is_none());
        let search = house.json(&pair, "/Employees?$search=Berg");
        assert_eq!(search["value"][0]["number"], "E2");
        let atom = [("Authorization", pair.as_str()), ("Accept", "application/atom+xml")];
        assert_eq!(house.server.get("acme", &format!("{ROOT}/Employees"), &atom).status, 406);

        // Rows end where accreditation ends.
        house.kit.user(&house.kit.tenant("acme"), "ines", Some("E1"), &["employee"]);
        let own = house.pair("ines", true);
        let seen = house.json(&own, "/Employees?$count=true");
        assert_eq!((&seen["@odata.count"], &seen["value"][0]["number"]), (&json!(1), &json!("E1")));
        assert_eq!(house.get(&own, "/Employees/$count").body, "1");
        let other = json["value"][1]["id"].as_i64().unwrap();
        assert_eq!(house.get(&own, &format!("/Employees({other})")).status, 404);
        assert_eq!(house.get(&own, &format!("/Employees({other})/assignments_by_employee")).status, 404);
    });
}

#[test]
fn pages_follow_each_other() {
    each(|database| {
        // I10; Part 1, 11.2.5.7
        let house = House::new(database);
        let pair = house.pair("excel", true);
        let root = format!("http://acme.localhost:{}{ROOT}", house.server.port);
        let walk = |first: &str, size: &str| -> Vec<String> {
            let (mut path, mut codes) = (first.to_string(), Vec::new());
            loop {
                let headers = [("Authorization", pair.as_str()), ("Prefer", size)];
                let answer = house.server.get("acme", &format!("{ROOT}{path}"), &headers);
                assert_eq!(answer.status, 200, "{}", answer.body);
                assert_eq!(answer.header("preference-applied"), Some(size));
                let json: Json = serde_json::from_str(&answer.body).unwrap();
                let part = json["value"].as_array().unwrap();
                codes.extend(part.iter().map(|c| c["iso2"].as_str().unwrap().to_string()));
                match json["@odata.nextLink"].as_str() {
                    Some(next) => {
                        path = next.strip_prefix(&root).expect("the service's own address").to_string()
                    }
                    None => return codes,
                }
            }
        };
        let whole = walk("/Countries?$orderby=iso2%20desc", "odata.maxpagesize=5000");
        assert!(whole.len() > 200 && whole.windows(2).all(|pair| pair[0] > pair[1]));
        assert_eq!(walk("/Countries?$orderby=iso2%20desc", "odata.maxpagesize=60"), whole);
        let filtered = "/Countries?$orderby=iso2%20desc&$filter=european_union%20eq%20true";
        assert_eq!(walk(filtered, "odata.maxpagesize=4").len(), 27);
        let some = walk("/Countries?$orderby=iso2%20desc&$skip=3&$top=100", "odata.maxpagesize=30");
        assert_eq!(some, whole[3..103]);
        // A token of another list means nothing.
        let headers = [("Authorization", pair.as_str()), ("Prefer", "odata.maxpagesize=5")];
        let answer = house.server.get("acme", &format!("{ROOT}/Countries"), &headers);
        let json: Json = serde_json::from_str(&answer.body).unwrap();
        let token =
            json["@odata.nextLink"].as_str().unwrap().split_once("$skiptoken=").unwrap().1.to_string();
        assert_eq!(house.get(&pair, &format!("/Currencies?$skiptoken={token}")).status, 400);
        assert_eq!(house.get(&pair, "/Countries?$top=-1").status, 400);
    });
}

#[test]
fn a_library_that_others_wrote_reads_the_service() {
    each(|database| {
        // I10: PyPI's python-odata
        let house = House::new(database);
        use base64::Engine;
        let pair = house.pair("excel", true);
        let decoded =
            base64::engine::general_purpose::STANDARD.decode(pair.trim_start_matches("Basic ")).unwrap();
        let decoded = String::from_utf8(decoded).unwrap();
        let (user, key) = decoded.split_once(':').unwrap();
        let arguments = [
            format!("base=http://127.0.0.1:{}{ROOT}", house.server.port),
            format!("host=acme.localhost:{}", house.server.port),
            format!("user={user}"),
            format!("key={key}"),
        ];
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let (held, lines) = peers::run_python("odata-client.py", &arguments);
        let text = lines.join("\n");
        assert!(held, "{text}");
        for line in ["named E3 E2 E1", "one E1 Ines 1980-02-29", "unit LAB"] {
            assert!(lines.iter().any(|l| l.starts_with(line)), "{line} is missing:\n{text}");
        }
        let countries = lines.iter().find_map(|l| l.strip_prefix("countries ")?.parse::<usize>().ok());
        assert!(countries.is_some_and(|n| n > 200), "{text}");
    });
}
