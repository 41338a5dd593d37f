//! Changes to applicants that a program tells which a tenant brings along from another suite (I10), as it behaves unchanged.

use serde_json::{Value as Json, json};
use talang_catalogue::Kind;
use talang_engine::{Filter, Op, Query};

use crate::api::each;
use crate::existing_clients::{House, furnish_site};

const PATH: &str = "/api/v2/applicants";
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";

/// Makes two candidates; their numbers.
fn candidates(house: &House) -> (String, String) {
    furnish_site(house);
    let system = house.kit.system(&house.tenant);
    let make = |first: &str, last: &str| {
        let values = vec![
            ("first_name", first.into()),
            ("last_name", last.into()),
            ("email", format!("{}@example.org", first.to_lowercase()).into()),
            ("phone", "+46701234567".into()),
            ("city", "Visby".into()),
            ("comment", "SECRET".into()),
        ];
        let made = system.change(Kind::Candidates, |c| c.create("Candidate", values)).unwrap().id;
        system.view(|v| Ok(v.title("Candidate", made)?.key)).unwrap()
    };
    (make("Noor", "Haddad"), make("Ola", "Ek"))
}

/// Field of a candidate as text.
fn field(house: &House, number: &str, name: &str) -> String {
    let found = house.kit.system(&house.tenant).view(|v| {
        let object = v.object("Candidate")?;
        let id = v.resolve("Candidate", number)?.unwrap_or_default();
        Ok(v.get(&object, id)?.get(name).as_text().unwrap_or_default().to_string())
    });
    found.unwrap()
}

/// Kind and name of a candidate's documents.
fn documents(house: &House, number: &str) -> Vec<(String, String)> {
    let found = house.kit.system(&house.tenant).view(|v| {
        let object = v.object("CandidateDocument")?;
        let id = v.resolve("Candidate", number)?.unwrap_or_default();
        let filter = Filter::test(&object, "candidate", Op::Is, vec![id.into()]);
        let page = v.list(&object, &Query { filter: Some(filter), ..Query::default() })?;
        let text = |r: &talang_catalogue::Record, n: &str| r.get(n).as_text().unwrap_or_default().to_string();
        Ok(page.records.iter().map(|r| (text(r, "kind"), text(r, "name"))).collect())
    });
    found.unwrap()
}

/// A form as such programs send one.
fn form(house: &House, token: &str, json: &Json, file: &[u8]) -> (u16, Json) {
    let mut body = b"--xx\r\nContent-Disposition: form-data; name=\"applicantApplication\"\r\n\r\n".to_vec();
    body.extend(json.to_string().as_bytes());
    body.extend(b"\r\n--xx\r\nContent-Disposition: form-data; name=\"k1\"; filename=\"cv.pdf\"\r\n\r\n");
    body.extend(file);
    body.extend(b"\r\n--xx--\r\n");
    let bearer = format!("bearer {token}");
    let headers = [("Authorization", bearer.as_str()), ("Content-Type", "multipart/form-data; boundary=xx")];
    let answer = house.server.send("acme", "PUT", PATH, &headers, &body);
    (answer.status, serde_json::from_str(&answer.body).unwrap_or_default())
}

#[test]
fn an_applicant_is_changed_by_number_or_by_address() {
    each(|database| {
        // I10
        let house = House::new(database);
        let (noor, ola) = candidates(&house);
        let token = house.client("recruiter", None);
        let put = |body: Json| house.send(&token, "PUT", PATH, &body);

        // By number, which either name has; what was not sent stays.
        let (status, body) = put(json!({ "id": noor, "personalInformation": { "city": "Lund" } }));
        assert_eq!((status, body), (204, Json::Null));
        assert_eq!(
            (field(&house, &noor, "city"), field(&house, &noor, "phone")),
            ("Lund".into(), "+46701234567".into())
        );
        assert_eq!(put(json!({ "applicantId": noor, "lastName": "Haddad Ek", "phoneNumber": "" })).0, 204);
        assert_eq!(
            (field(&house, &noor, "last_name"), field(&house, &noor, "phone")),
            ("Haddad Ek".into(), String::new())
        );
        // As it was exported, which has coded values and a number.
        let whole = json!({ "candidateDetail": {
            "id": noor, "isEmployee": false, "applications": [],
            "personalInformation": { "firstName": "Noor", "email": "noor.ek@example.org", "residentCountry": { "code": 0, "clientCode": "SE", "label": "Sweden" } },
        } });
        assert_eq!(put(whole).0, 204);
        assert_eq!(
            (field(&house, &noor, "country"), field(&house, &noor, "email")),
            ("SE".into(), "noor.ek@example.org".into())
        );
        // By address, in whatever case it is written.
        assert_eq!(put(json!({ "applicant": { "email": "Ola@Example.org", "city": "Oslo" } })).0, 204);
        assert_eq!(
            (field(&house, &ola, "city"), field(&house, &ola, "email")),
            ("Oslo".into(), "ola@example.org".into())
        );
        // With a file, once however often it is sent.
        let told = json!({ "applicant": { "id": noor, "city": "Malmö" }, "uploadedFiles": [{ "key": "k1", "description": "CV" }] });
        for _ in 0..2 {
            assert_eq!(form(&house, &token, &told, PDF).0, 204);
        }
        assert_eq!(documents(&house, &noor), [("cv".to_string(), "cv.pdf".to_string())]);
        assert_eq!(field(&house, &noor, "city"), "Malmö");

        // Clear words where something is wrong, and then nothing is changed.
        let refused = |body: Json, status: u16, word: &str| {
            let (got, json) = put(body.clone());
            assert_eq!(got, status, "{body}: {json}");
            assert!(json.to_string().contains(word), "{body}: {json}");
        };
        refused(json!({ "city": "Lund" }), 400, "applicantId");
        refused(json!({ "id": "C9999999", "city": "Lund" }), 404, "");
        refused(json!({ "email": "nobody@example.org", "city": "Lund" }), 404, "");
        refused(json!({ "id": noor, "city": ["Lund"] }), 400, "city");
        refused(json!({ "id": noor, "city": "Lund", "email": "nowhere" }), 400, "email");
        refused(json!({ "id": noor, "city": "Lund", "email": "ola@example.org" }), 400, "email");
        refused(json!({ "id": noor, "city": "Lund", "lastName": "" }), 400, "lastName");
        refused(json!({ "id": noor, "city": "Lund", "residentCountry": "XX" }), 400, "residentCountry");
        refused(json!({ "id": { "a": 1 }, "city": "Lund" }), 400, "id");
        let told = json!({ "id": noor, "city": "Lund" });
        assert_eq!(form(&house, &token, &told, b"MZ").0, 400, "a program is no document");
        let bearer = format!("bearer {token}");
        let plain = [("Authorization", bearer.as_str()), ("Content-Type", "text/plain")];
        assert_eq!(house.server.send("acme", "PUT", PATH, &plain, b"{}").status, 415);
        assert_eq!(field(&house, &noor, "city"), "Malmö");
        assert_eq!(documents(&house, &noor).len(), 1);
        // What is no field of an applicant's is not written by this door.
        assert_eq!(put(json!({ "id": noor, "comment": "MINE", "blocked": true, "number": "C1" })).0, 204);
        assert_eq!(field(&house, &noor, "comment"), "SECRET");
    });
}

#[test]
fn nobody_changes_an_applicant_without_the_right_to() {
    each(|database| {
        // I10, A10: the rights of the key, and not those of the career site.
        let house = House::new(database);
        let (noor, _) = candidates(&house);
        let body = json!({ "id": noor, "city": "Lund" });
        let by_address = json!({ "email": "noor@example.org", "city": "Lund" });
        let answer = house.server.send("acme", "PUT", PATH, &[("Content-Type", "application/json")], b"{}");
        assert_eq!(answer.status, 401);
        // One that reaches no candidates learns nothing about them.
        let plain = house.client("employee", None);
        for body in [&body, &by_address, &json!({ "id": "C9999999" })] {
            assert_eq!(house.send(&plain, "PUT", PATH, body).0, 404);
        }
        // One that only reads them changes none, and brings no file.
        house.kit.role(&house.tenant, "reading", &[("Candidate", "*", "read", "all")]);
        let reader = house.client("reading", None);
        assert_ne!(house.send(&reader, "PUT", PATH, &body).0, 204);
        assert_ne!(form(&house, &reader, &body, PDF).0, 204);
        // One that changes candidates and no documents changes nothing where a file comes along.
        house.kit.role(&house.tenant, "changing", &[("Candidate", "*", "read, update", "all")]);
        let changer = house.client("changing", None);
        assert_ne!(form(&house, &changer, &body, PDF).0, 204);
        assert_eq!(field(&house, &noor, "city"), "Visby");
        assert!(documents(&house, &noor).is_empty());
        assert_eq!(house.send(&changer, "PUT", PATH, &body).0, 204);
        assert_eq!(field(&house, &noor, "city"), "Lund");
        // A token is good in its own house only.
        let bearer = format!("bearer {changer}");
        let headers = [("Authorization", bearer.as_str()), ("Content-Type", "application/json")];
        house.kit.tenant("other");
        let answer = house.server.send("other", "PUT", PATH, &headers, body.to_string().as_bytes());
        assert_eq!(answer.status, 401);
        // And while recruiting is switched off, the address is not there (S8).
        let system = house.kit.system(&house.tenant);
        let off = system.change(Kind::Shared, |c| {
            let id = c.resolve("FeatureSwitch", "recruiting")?.unwrap_or_default();
            c.update("FeatureSwitch", id, vec![("on", false.into())])
        });
        off.unwrap();
        assert_eq!(house.send(&changer, "PUT", PATH, &body).0, 404);
    });
}
