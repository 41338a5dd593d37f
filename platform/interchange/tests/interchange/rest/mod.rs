//! The REST interface through its routes, on both databases (I10).

pub mod client;
mod jobs;
mod openapi;

use std::collections::{BTreeSet, HashMap};

use serde_json::{Value as Json, json};
use talang_catalogue::{Kind, Language};
use talang_http::Method;
use talang_interchange::rest;
use talang_testkit::both;

use client::*;

// I10: every record once, whatever is made while somebody turns the pages.
#[test]
fn paging_is_complete_and_stable_while_records_are_made() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let hanna = client(kit, &tenant, "hanna");
        let system = kit.system(&tenant);
        system
            .change(Kind::Employees, |c| {
                for n in 0..23 {
                    employee(c, &format!("P{n:02}"), &format!("Name{:02}", (n * 7) % 23), "1985-01-01")?;
                    assign(c, &format!("P{n:02}"), if n % 2 == 0 { "SALES" } else { "IT" }, None)?;
                }
                Ok(())
            })
            .unwrap();
        for (path, sort) in [
            ("employees", ""),
            ("employees", "last_name,-number"),
            ("employees", "-last_name"),
            ("employees", "birth_date"),
            ("assignments", "organisation"),
            ("assignments", "-organisation,employee"),
        ] {
            let before: BTreeSet<i64> = hanna
                .get(&format!("/{path}?limit=1000"))
                .is(200)
                .values("id")
                .iter()
                .map(|v| v.as_i64().unwrap())
                .collect();
            let mut seen = Vec::new();
            let mut address = format!("/{path}?limit=4&count=true&sort={sort}");
            let mut turn = 0;
            loop {
                let page = hanna.get(&address).is(200);
                assert!(page.json["total"].as_i64().unwrap() >= before.len() as i64);
                seen.extend(page.values("id").iter().map(|v| v.as_i64().unwrap()));
                turn += 1;
                let made = system.change(Kind::Employees, |c| {
                    let number = format!("N{path}{}{turn}", sort.replace([',', '-'], "x"));
                    employee(c, &number, if turn % 2 == 0 { "Aaa" } else { "Zzz" }, "2000-01-01")?;
                    assign(c, &number, "IT", None)
                });
                made.unwrap();
                let Some(next) = page.json["next"].as_str() else { break };
                // The header says the same as the body.
                let link = page.header("link").to_string();
                address = link.trim_start_matches('<').split('>').next().unwrap().to_string();
                assert!(link.ends_with("; rel=\"next\"") && address.contains(next), "{link}");
                // New records at the end would never let the turning end.
                if turn > 30 {
                    break;
                }
            }
            let unique: BTreeSet<i64> = seen.iter().copied().collect();
            assert_eq!(unique.len(), seen.len(), "{path} by {sort}: something came twice");
            assert!(
                before.is_subset(&unique),
                "{path} by {sort}: {:?} never came",
                before.difference(&unique)
            );
        }
        // A page marker belongs to its list.
        let page = hanna.get("/employees?limit=1&sort=last_name").is(200);
        let next = page.json["next"].as_str().unwrap();
        for address in [
            format!("/employees?sort=birth_date&cursor={next}"),
            "/employees?cursor=abc".into(),
            format!("/employees?cursor={next}"),
        ] {
            assert_eq!(hanna.get(&address).is(400).code(), "cursor.invalid", "{address}");
        }
    });
}

// I10, A10: what may not be read is absent, and no question about it is answered.
#[test]
fn hidden_fields_are_absent_and_leak_through_no_question() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let (hanna, rita, carl) =
            (client(kit, &tenant, "hanna"), client(kit, &tenant, "rita"), client(kit, &tenant, "carl"));
        assert_eq!(hanna.get("/employees?filter=birth_date+is+1980-05-01").is(200).texts("number"), ["E2"]);
        for question in [
            "birth_date is 1980-05-01",
            "not birth_date is 1980-05-01",
            "birth_date != 1980-05-01",
            "birth_date < 2000-01-01",
            "birth_date is empty",
            "not (birth_date is empty)",
            "birth_date contains 1980",
        ] {
            let address = format!("/employees?count=true&filter={}", talang_http::encode(question));
            let found = rita.get(&address).is(200);
            assert_eq!(
                (found.json["data"].clone(), &found.json["total"]),
                (json!([]), &json!(0)),
                "{question}"
            );
        }
        let by_way = rita.get("/assignments?filter=employee.birth_date+%3C+2000-01-01").is(200);
        assert_eq!(by_way.json["data"], json!([]));
        // Sorting by it is sorting by nothing: in the order of the numbers.
        let numbers = |sort: &str| rita.get(&format!("/employees?sort={sort}")).is(200).texts("number");
        assert_eq!(numbers("birth_date"), numbers(""));
        assert_eq!(numbers("-birth_date").into_iter().rev().collect::<Vec<_>>(), numbers(""));
        let all = rita.get("/employees?fields=*,assignment.organisation&expand=assignment").is(200);
        assert!(!all.text.contains("birth") && !all.text.contains("1980-05-01"), "{}", all.text);
        let named = rita.get("/employees?fields=number,birth_date").is(200);
        assert!(named.json["data"][0].get("birth_date").is_none());
        let slices = rita.get("/assignments?fields=employee.birth_date").is(200);
        assert!(!slices.text.contains("birth_date"), "{}", slices.text);
        let expanded = rita.get("/assignments?expand=employee").is(200);
        assert!(expanded.text.contains("\"last_name\"") && !expanded.text.contains("birth_date"));
        // A right guess is refused like a wrong one.
        let id = id_of(&carl, "employees", "number is E2");
        for guess in ["1980-05-01", "1980-05-02"] {
            let answer = carl.patch(&format!("/employees/{id}"), &json!({ "birth_date": guess })).is(403);
            assert_eq!(answer.code(), "field.not_permitted");
        }
        // A full replacement leaves alone what its author does not see.
        let body = json!({ "first_name": "Kim", "last_name": "Adam", "office": "A1" });
        carl.put(&format!("/employees/{id}"), &body).is(200);
        assert_eq!(hanna.get(&format!("/employees/{id}")).is(200).json["birth_date"], "1980-05-01");
        // Nor does the history tell it.
        let history = carl.get(&format!("/employees/{id}/history")).is(200);
        assert!(!history.text.contains("birth"), "{}", history.text);
        assert!(hanna.get(&format!("/employees/{id}/history")).is(200).text.contains("1980-05-01"));
    });
}

// A10, A11: an invisible record is not there, whatever is asked of it.
#[test]
fn an_invisible_record_looks_like_one_that_does_not_exist() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let hanna = client(kit, &tenant, "hanna");
        let lena = client(kit, &tenant, "lena");
        let mine = id_of(&hanna, "employees", "number is E2");
        let other = id_of(&hanna, "employees", "number is E4");
        assert_eq!(lena.get("/employees?count=true&sort=number").is(200).texts("number"), ["E2", "E3"]);
        assert_eq!(lena.get("/employees?q=dahl").is(200).json["data"], json!([]));
        lena.get(&format!("/employees/{mine}")).is(200);
        for id in [other, 999_999] {
            let address = format!("/employees/{id}");
            let body = json!({ "office": "B2" });
            let answers = [
                lena.get(&address),
                lena.patch(&address, &body),
                lena.put(&address, &body),
                lena.delete(&address),
                lena.get(&format!("{address}/history")),
            ];
            for answer in answers {
                let answer = answer.is(404);
                assert_eq!(answer.json["code"], "record.not_found");
                assert_eq!(answer.json["errors"].as_array().unwrap().len(), 1);
            }
        }
        assert_eq!(lena.get("/employees/seven").is(404).code(), "record.not_found");
        assert_eq!(lena.get(&format!("/employees/{mine}/slices")).is(404).code(), "record.not_found");
        // An expanded record too must be visible: the manager is outside the team, so only the names are there.
        let slices = lena.get("/assignments?filter=employee+is+E2&expand=manager,employee").is(200);
        let slice = &slices.json["data"][0];
        assert_eq!(
            slice["manager"],
            json!({ "id": slice["manager"]["id"], "key": "E1", "label": "Kim Berg" })
        );
        assert_eq!(slice["employee"]["last_name"], "Adam");
        // What is not there at all.
        assert_eq!(hanna.get("/unicorns").is(404).code(), "object.unknown");
        assert_eq!(lena.get("/organisations").is(403).code(), "right.missing");
    });
}

// A10: one group of fields can be changed without the others.
#[test]
fn rights_hold_for_each_group_of_fields() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let emil = client(kit, &tenant, "emil");
        let all = emil.get("/employees").is(200);
        assert_eq!(all.texts("number"), ["E4"]);
        let address = format!("/employees/{}", all.json["data"][0]["id"]);
        let changed = emil.patch(&address, &json!({ "birth_place": "Lund" })).is(200);
        assert_eq!(changed.json["birth_place"], "Lund");
        let refused = emil.patch(&address, &json!({ "birth_place": "Malmö", "last_name": "Dal" })).is(403);
        assert_eq!(
            (refused.code(), &refused.json["errors"][0]["pointer"]),
            ("field.not_permitted", &json!("/last_name"))
        );
        assert_eq!(emil.get(&address).is(200).json["birth_place"], "Lund", "all of it, or nothing");
        // A whole replacement empties only what its author may write.
        let put = emil.put(&address, &json!({ "nationality": "SE" })).is(200);
        assert_eq!((&put.json["birth_place"], &put.json["last_name"]), (&Json::Null, &json!("Dahl")));
        let document = emil.get("/openapi.json").is(200).json;
        assert!(document["paths"]["/employees/{id}"]["patch"].is_object());
        assert!(document["paths"]["/employees/{id}"].get("delete").is_none());
    });
}

// I10: entity tags are versions.
#[test]
fn writes_can_be_conditional_and_reads_too() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let hanna = client(kit, &tenant, "hanna");
        let id = id_of(&hanna, "employees", "number is E2");
        let address = format!("/employees/{id}");
        let read = hanna.get(&address).is(200);
        assert_eq!((read.header("etag"), &read.json["version"]), ("\"1\"", &json!(1)));
        let same = hanna.send(Method::Get, &address, &[("if-none-match", "\"1\"")], "").is(304);
        assert_eq!((same.text.as_str(), same.header("etag")), ("", "\"1\""));
        let office = |etag: &str, text: &str| {
            hanna.send(Method::Patch, &address, &[("if-match", etag)], &json!({ "office": text }).to_string())
        };
        assert_eq!(office("\"1\"", "B1").is(200).header("etag"), "\"2\"");
        assert_eq!(office("\"1\"", "B2").is(412).code(), "record.changed");
        assert_eq!(office("nonsense", "B2").is(412).code(), "record.changed");
        office("\"1\", \"2\"", "B3").is(200);
        // The version of the body counts as well.
        assert_eq!(
            hanna.patch(&address, &json!({ "office": "B4", "version": 2 })).is(412).code(),
            "record.changed"
        );
        hanna.send(Method::Get, &address, &[("if-none-match", "\"1\"")], "").is(200);
        // A change that changes nothing makes no version (I7).
        assert_eq!(office("*", "B3").is(200).header("etag"), "\"3\"");
        let refused = hanna.send(Method::Delete, &address, &[("if-match", "\"2\"")], "").is(412);
        assert_eq!(refused.json["type"], "urn:talang:fault:record.changed");
    });
}

// I10: a request that is repeated because its answer was lost is not carried out twice.
#[test]
fn a_repeated_request_gets_its_first_reply() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let hanna = client(kit, &tenant, "hanna");
        let carl = client(kit, &tenant, "carl");
        let body = json!({ "number": "X1", "first_name": "Ana", "last_name": "Silva" }).to_string();
        let key = [("idempotency-key", "k-1")];
        let first = hanna.send(Method::Post, "/employees", &key, &body).is(201);
        let again = hanna.send(Method::Post, "/employees", &key, &body).is(201);
        assert_eq!(first.text, again.text);
        assert_eq!(
            (first.header("location"), first.header("etag")),
            (again.header("location"), again.header("etag"))
        );
        assert_eq!(hanna.get("/employees?q=silva&count=true").is(200).json["total"], 1);
        // The same key for something else.
        let other = body.replace("X1", "X2");
        assert_eq!(
            hanna.send(Method::Post, "/employees", &key, &other).is(409).code(),
            "idempotency.conflict"
        );
        let id = first.json["id"].as_i64().unwrap();
        let address = format!("/employees/{id}");
        assert_eq!(hanna.send(Method::Delete, &address, &key, "").is(409).code(), "idempotency.conflict");
        // Keys belong to their user.
        assert_eq!(carl.send(Method::Post, "/employees", &key, &body).is(409).code(), "record.exists");
        // A refused request leaves no trace.
        let key = [("idempotency-key", "k-2")];
        hanna.send(Method::Patch, &address, &key, "{\"office\": 7}").is(422);
        hanna.send(Method::Patch, &address, &key, "{\"office\": \"C3\"}").is(200);
        // A deletion is not "not found" the second time.
        let key = [("idempotency-key", "k-3")];
        hanna.send(Method::Delete, &address, &key, "").is(204);
        hanna.send(Method::Delete, &address, &key, "").is(204);
        assert_eq!(hanna.delete(&address).is(404).code(), "record.not_found");
        // A day later the key is new.
        kit.clock().advance(25 * 3_600_000_000);
        let later = client(kit, &tenant, "hanna")
            .send(Method::Post, "/employees", &[("idempotency-key", "k-1")], &other)
            .is(201);
        assert_ne!(later.json["id"].as_i64(), Some(id));
        let long = "x".repeat(256);
        let answer = hanna.send(Method::Post, "/employees", &[("idempotency-key", &long)], &other).is(400);
        assert_eq!(answer.json["errors"][0]["header"], "idempotency-key");
    });
}

// I10: two requests with one key at the same moment do the work once.
#[test]
fn simultaneous_requests_with_one_key_do_the_work_once() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let body = json!({ "number": "X1", "first_name": "Ana", "last_name": "Silva" }).to_string();
        let clients: Vec<Client> = (0..4).map(|_| client(kit, &tenant, "hanna")).collect();
        let answers: Vec<Answer> = std::thread::scope(|threads| {
            let handles: Vec<_> = clients
                .iter()
                .map(|c| {
                    threads.spawn(|| c.send(Method::Post, "/employees", &[("idempotency-key", "k")], &body))
                })
                .collect();
            handles.into_iter().map(|h| h.join().unwrap()).collect()
        });
        let texts: BTreeSet<String> = answers.into_iter().map(|a| a.is(201).text).collect();
        assert_eq!(texts.len(), 1);
    });
}

// I10: dated objects are read for a day, whole, or slice by slice.
#[test]
fn dated_records_are_read_for_a_day() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let hanna = client(kit, &tenant, "hanna");
        let names = |query: &str| -> Vec<String> {
            let found = hanna.get(&format!("/organisations?sort=code,start&{query}")).is(200);
            found.values("name").iter().map(|n| n["en"].as_str().unwrap().to_string()).collect()
        };
        assert_eq!(names(""), ["IT", "Sales"]);
        assert_eq!(names("asOf=2026-12-31"), ["IT", "Sales and service"]);
        assert_eq!(names("asOf=2019-12-31"), Vec::<String>::new());
        assert_eq!(names("asOf=all"), ["IT", "Sales", "Sales and service"]);
        let all = hanna.get("/organisations?asOf=all&filter=code+is+SALES&sort=start").is(200);
        let (first, second) = (&all.json["data"][0], &all.json["data"][1]);
        assert_eq!(first["thread"], second["thread"]);
        assert_eq!(first["end"], "2026-08-31");
        // References are told with the name of that day, and mean the thread.
        let it = hanna.get("/organisations?asOf=2026-12-31&filter=code+is+IT").is(200);
        let parent = &it.json["data"][0]["parent"];
        assert_eq!(*parent, json!({ "id": first["thread"], "key": "SALES", "label": "Sales and service" }));
        let thread = first["thread"].as_i64().unwrap();
        let on = |day: &str| hanna.get(&format!("/organisations/{thread}?asOf={day}"));
        assert_eq!(on("2026-06-15").is(200).json["id"], first["id"]);
        let later = on("2026-10-01").is(200);
        assert_eq!(later.json["id"], second["id"]);
        assert_eq!(later.header("etag"), format!("\"{}.1\"", second["id"]));
        assert_eq!(on("2019-01-01").is(404).code(), "record.not_found");
        let slices = hanna.get(&format!("/organisations/{}/slices", second["id"])).is(200);
        assert_eq!(slices.texts("start"), ["2020-01-01", "2026-09-01"]);
        for wrong in ["2026-02-30", "tomorrow", "15/06/2026", "2026-6-1"] {
            let answer = hanna.get(&format!("/organisations?asOf={wrong}")).is(400);
            assert_eq!(answer.json["errors"][0]["parameter"], "asOf", "{wrong}");
        }
        on("all").is(400);
        // A day chooses what is changed, too.
        let body = json!({ "name": { "fr": "Ventes" } }).to_string();
        let address = format!("/organisations/{thread}?asOf=2026-10-01");
        let changed = hanna
            .send(Method::Patch, &address, &[("if-match", &format!("\"{}.1\"", second["id"]))], &body)
            .is(200);
        assert_eq!(changed.json["id"], second["id"]);
        assert_eq!(changed.json["name"], json!({ "en": "Sales and service", "fr": "Ventes" }));
    });
}

// I10: bulk writes tell the fate of each record, in order.
#[test]
fn a_bulk_request_tells_the_fate_of_each_record() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let hanna = client(kit, &tenant, "hanna");
        let data = json!([
            { "number": "B1", "first_name": "Bo", "last_name": "Ek" },
            { "number": "E2", "last_name": "Adams" },
            { "number": "E3", "last_name": "Cole" },
            { "number": "B2", "first_name": "Bea", "last_name": "Om", "hire_date": "2026-02-30" },
            { "number": "B3", "first_name": "Bit" },
            { "number": "B4", "first_name": "Ben", "last_name": "Al", "shoe_size": 42 },
            "nothing",
            { "number": "B5", "first_name": "Bob", "last_name": "Ny" },
        ]);
        let outcomes = |answer: &Answer| -> Vec<String> {
            let list = answer.json["results"].as_array().unwrap();
            assert!(list.iter().enumerate().all(|(i, r)| r["index"] == json!(i)));
            list.iter().map(|r| r["outcome"].as_str().unwrap().to_string()).collect()
        };
        let wanted =
            ["created", "updated", "unchanged", "refused", "refused", "refused", "refused", "created"];
        // A dry run says the same and leaves nothing behind.
        let dry = hanna.post("/employees/bulk", &json!({ "dryRun": true, "data": data })).is(200);
        assert_eq!(outcomes(&dry), wanted);
        assert!(dry.json["results"][0].get("id").is_none());
        assert_eq!(hanna.get("/employees?count=true").is(200).json["total"], 4);
        let done = hanna.post("/employees/bulk", &json!({ "mode": "InsertAndUpdate", "data": data })).is(200);
        assert_eq!(outcomes(&done), wanted);
        assert_eq!((&done.json["created"], &done.json["updated"]), (&json!(2), &json!(1)));
        assert_eq!((&done.json["unchanged"], &done.json["refused"]), (&json!(1), &json!(4)));
        let error = |index: usize| &done.json["results"][index]["errors"][0];
        assert_eq!(
            (&error(3)["code"], &error(3)["pointer"]),
            (&json!("value.date"), &json!("/data/3/hire_date"))
        );
        assert_eq!(
            (&error(4)["code"], &error(4)["pointer"]),
            (&json!("value.mandatory"), &json!("/data/4/last_name"))
        );
        assert_eq!(
            (&error(5)["code"], &error(5)["pointer"]),
            (&json!("field.unknown"), &json!("/data/5/shoe_size"))
        );
        assert_eq!(error(6)["pointer"], "/data/6");
        assert_eq!(hanna.get("/employees?count=true").is(200).json["total"], 6);
        let only = hanna.post("/employees/bulk", &json!({ "mode": "InsertOnly", "data": [data[0]] })).is(200);
        assert_eq!(only.json["results"][0]["errors"][0]["code"], "record.exists");
        // Later records may refer to earlier ones.
        let units = json!({ "data": [
            { "code": "LAB", "start": "2026-01-01", "name": { "en": "Laboratory" } },
            { "code": "LAB1", "start": "2026-01-01", "name": { "en": "Bench" }, "parent": "LAB" },
        ] });
        assert_eq!(hanna.post("/organisations/bulk", &units).is(200).json["created"], 2);
        // What is wrong with the request as a whole.
        for (body, status, pointer) in [
            (json!({ "data": [], "mode": "Replace" }), 422, "/mode"),
            (json!({ "data": {} }), 422, "/data"),
            (json!({ "data": [], "dryrun": true }), 422, "/dryrun"),
            (json!({ "data": vec![json!({}); 5001] }), 413, "/data"),
        ] {
            let answer = hanna.post("/employees/bulk", &body).is(status);
            assert_eq!(answer.json["errors"][0]["pointer"], pointer);
        }
        // Whoever may not make records may still not, in bulk.
        let lena = client(kit, &tenant, "lena");
        let refused = lena
            .post("/employees/bulk", &json!({ "data": [data[0], { "number": "E3", "office": "A1" }] }))
            .is(200);
        assert_eq!(
            (&refused.json["refused"], &refused.json["updated"]),
            (&json!(1), &json!(1)),
            "{}",
            refused.text
        );
    });
}

// I10: bad input gets a clear error saying where, what and how to mend it.
#[test]
fn what_is_refused_is_refused_clearly() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let hanna = client(kit, &tenant, "hanna");
        let id = id_of(&hanna, "employees", "number is E2");
        let address = format!("/employees/{id}");
        let raw = |body: &str| hanna.send(Method::Post, "/employees", &[], body);
        // Several things wrong: all are told.
        let answer = raw(r#"{"number":"Z","last_name":7,"hire_date":"soon","nick":"x"}"#).is(422);
        assert_eq!(answer.header("content-type"), "application/problem+json");
        let pointers: BTreeSet<&str> = answer.json["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|e| e["pointer"].as_str().unwrap())
            .collect();
        assert_eq!(pointers, BTreeSet::from(["/hire_date", "/last_name", "/nick"]));
        for key in ["type", "title", "detail"] {
            assert!(answer.json[key].as_str().is_some_and(|t| !t.is_empty()), "{key}");
        }
        assert_eq!(answer.json["status"], 422);
        let answer = raw("{\n  \"number\": \"Z\",\n  \"last_name\" \"x\"\n}").is(400);
        assert!(answer.json["detail"].as_str().unwrap().contains("line 3, column 15"), "{}", answer.text);
        let answer = raw("{\"number\":").is(400);
        assert!(answer.json["detail"].as_str().unwrap().contains("ends too early"), "{}", answer.text);
        assert_eq!(raw("[]").is(400).code(), "request.invalid");
        let large = format!("{{\"number\":\"{}\"}}", "x".repeat(rest::BODY_LIMIT));
        assert_eq!(raw(&large).is(413).code(), "request.too_large");
        let form = hanna.send(Method::Post, "/employees", &[("content-type", "text/plain")], "{}").is(415);
        assert_eq!(form.code(), "request.media_type");
        let merge = [("content-type", "application/merge-patch+json; charset=utf-8")];
        hanna.send(Method::Patch, &address, &merge, "{\"office\":\"A9\"}").is(200);
        assert_eq!(
            hanna.send(Method::Get, &address, &[("accept", "text/csv")], "").is(406).code(),
            "request.not_acceptable"
        );
        hanna.send(Method::Get, &address, &[("accept", "text/html, */*;q=0.1")], "").is(200);
        let wrong = hanna.send(Method::Put, "/employees", &[], "{}").is(405);
        assert_eq!((wrong.code(), wrong.header("allow")), ("request.method", "HEAD, GET, POST"));
        for (query, code, parameter) in [
            ("limit=0", "request.invalid", "limit"),
            ("limit=1001", "request.invalid", "limit"),
            ("limit=many", "request.invalid", "limit"),
            ("count=perhaps", "request.invalid", "count"),
            ("filtre=x", "request.invalid", "filtre"),
            ("filter=status+is", "filter.syntax", "filter"),
            ("filter=shoe_size+is+1", "field.unknown", "filter"),
            ("filter=birth_date+is+soon", "value.date", "filter"),
            ("sort=shoe_size", "sort.unknown", "sort"),
            ("fields=shoe_size", "field.unknown", "fields"),
            ("expand=last_name", "field.unknown", "expand"),
        ] {
            let answer = hanna.get(&format!("/employees?{query}")).is(400);
            assert_eq!(
                (answer.code(), &answer.json["errors"][0]["parameter"]),
                (code, &json!(parameter)),
                "{query}"
            );
            assert!(!answer.text.contains("{ $") && !answer.text.contains("{$"), "{}", answer.text);
        }
        assert_eq!(hanna.get("/assignments?filter=organisation+%3C+SALES").is(400).code(), "filter.syntax");
        // What only the program sets.
        for (body, code) in [
            (json!({ "id": id + 1 }), "field.read_only"),
            (json!({ "thread": 1 }), "field.unknown"),
            (json!({ "number": "E99" }), "field.fixed"),
            (json!({ "last_name": null }), "value.mandatory"),
            (json!({ "status": "asleep" }), "value.choice"),
        ] {
            assert_eq!(hanna.patch(&address, &body).is(422).code(), code, "{body}");
        }
        assert_eq!(
            raw(r#"{"id":5,"number":"Z","first_name":"A","last_name":"B"}"#).is(422).code(),
            "field.read_only"
        );
        assert_eq!(
            raw(r#"{"number":"E1","first_name":"A","last_name":"B"}"#).is(409).code(),
            "record.exists"
        );
        let organisations = hanna.get("/organisations?filter=code+is+SALES").is(200);
        let thread = &organisations.json["data"][0]["id"];
        assert_eq!(
            hanna.delete(&format!("/organisations/{thread}")).status / 100,
            2,
            "one slice of two may go"
        );
        hanna.delete(&address).is(409);
        // In the language of the reader.
        let german = [("accept-language", "de-CH, en;q=0.5")];
        let answer = hanna.send(Method::Patch, &address, &german, "{\"hire_date\":\"bald\"}").is(422);
        assert_eq!(
            (answer.header("content-language"), &answer.json["title"]),
            ("de", &json!("Ungültige Daten"))
        );
        let label = kit.installation();
        let field =
            talang_catalogue::Catalogue::new(&label.registry().objects, &HashMap::new(), HashMap::new());
        let field = field.object("Employee").unwrap().field("hire_date").unwrap().clone();
        let label = label.registry().labels.field(Language::De, "Employee", &field).to_string();
        assert!(answer.json["detail"].as_str().unwrap().contains(&label), "{}", answer.text);
    });
}

// I10: references by number, key or object; lists of them with the place of the one that is wrong.
#[test]
fn references_are_given_and_told_by_number_and_key() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let hanna = client(kit, &tenant, "hanna");
        let sales = id_of(&hanna, "organisations", "code is SALES");
        let e4 = id_of(&hanna, "employees", "number is E4");
        let slice = id_of(&hanna, "assignments", "employee is E4");
        let address = format!("/assignments/{slice}");
        for given in
            [json!(sales), json!("SALES"), json!({ "id": sales }), json!({ "key": "SALES", "label": "x" })]
        {
            hanna.patch(&address, &json!({ "organisation": "IT" })).is(200);
            let changed = hanna.patch(&address, &json!({ "organisation": given })).is(200);
            assert_eq!(
                changed.json["organisation"],
                json!({ "id": sales, "key": "SALES", "label": "Sales" })
            );
        }
        // What was read can be sent back.
        let read = hanna.get(&address).is(200);
        assert_eq!(hanna.put(&address, &read.json).is(200).json, read.json);
        let whole = hanna.get(&format!("{address}?expand=organisation,employee")).is(200);
        assert_eq!(
            (&whole.json["organisation"]["code"], &whole.json["employee"]["number"]),
            (&json!("SALES"), &json!("E4"))
        );
        assert_eq!(whole.header("etag"), "", "its own version does not tell of the others' changes");
        for (given, code) in [
            (json!("NOWHERE"), "reference.unknown"),
            (json!(987_654), "reference.unknown"),
            (json!(true), "value.type"),
            (json!({}), "value.type"),
        ] {
            let answer = hanna.patch(&address, &json!({ "organisation": given })).is(422);
            assert_eq!(
                (answer.code(), &answer.json["errors"][0]["pointer"]),
                (code, &json!("/organisation"))
            );
        }
        for code in ["A", "B"] {
            hanna.post("/skills", &json!({ "code": code, "label": { "en": code } })).is(201);
        }
        let made = hanna
            .post(
                "/skills",
                &json!({ "code": "C", "label": { "en": "C" }, "broader": ["A", { "key": "B" }] }),
            )
            .is(201);
        let keys: Vec<&str> =
            made.json["broader"].as_array().unwrap().iter().map(|r| r["key"].as_str().unwrap()).collect();
        assert_eq!(keys, ["A", "B"]);
        assert_eq!(hanna.get("/skills?filter=broader+contains+B").is(200).texts("code"), ["C"]);
        let answer = hanna.patch(made.header("location"), &json!({ "broader": ["A", "X"] })).is(422);
        assert_eq!(answer.json["errors"][0]["pointer"], "/broader/1");
        // Fields of the day's slice and of what is referred to.
        let query = "fields=number,assignment.organisation,assignment.job_title&filter=assignment.organisation+under+SALES&sort=number";
        let found = hanna.get(&format!("/employees?{query}")).is(200);
        assert_eq!(found.json["data"][1]["assignment"]["organisation"]["key"], "IT");
        assert_eq!(found.texts("number"), ["E1", "E2", "E3", "E4"]);
        assert!(found.json["data"][0].get("last_name").is_none());
        let expanded = hanna.get(&format!("/employees/{e4}?fields=number&expand=assignment")).is(200);
        assert_eq!(expanded.json["assignment"]["organisation"]["key"], "SALES");
    });
}

// I10: a part changes what it names, a whole also what it leaves out.
#[test]
fn patch_joins_and_put_replaces() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let hanna = client(kit, &tenant, "hanna");
        let made = hanna
            .post("/skills", &json!({ "code": "S", "label": { "en": "Saw", "fr": "Scier" }, "description": { "en": "Wood" } }))
            .is(201);
        let address = made.header("location").to_string();
        assert_eq!(address, format!("{}/skills/{}", rest::PREFIX, made.json["id"]));
        let patched = hanna.patch(&address, &json!({ "label": { "de": "Sägen", "fr": null } })).is(200);
        assert_eq!(patched.json["label"], json!({ "de": "Sägen", "en": "Saw" }));
        assert_eq!(patched.json["description"], json!({ "en": "Wood" }));
        let put = hanna.put(&address, &json!({ "label": { "en": "Sawing" }, "kind": "knowledge" })).is(200);
        assert_eq!((&put.json["label"], &put.json["description"]), (&json!({ "en": "Sawing" }), &Json::Null));
        assert_eq!(
            hanna.put(&address, &json!({ "label": { "en": "Sawing" } })).is(200).json["kind"],
            "skill"
        );
        assert_eq!(hanna.put(&address, &json!({})).is(422).code(), "value.mandatory");
        hanna.delete(&address).is(204);
        assert_eq!(hanna.get(&address).is(404).code(), "record.not_found");
        // Its history remains.
        let history = hanna.get(&format!("{address}/history")).is(200);
        assert_eq!(history.texts("action"), ["delete", "update", "update", "update", "create"]);
        assert_eq!(
            (history.json["data"][0]["actor"].as_str(), history.json["data"][0]["door"].as_str()),
            (Some("hanna"), Some("rest"))
        );
    });
}

// T4: the interface itself asks the gate for everything; another tenant's numbers mean nothing here.
#[test]
fn tenants_do_not_meet() {
    both(&SETUP, |kit| {
        let acme = company(kit);
        let globex = kit.tenant("globex");
        kit.role(&globex, "hr", &[("*", "*", "read, create, update, delete", "all")]);
        kit.user(&globex, "gina", None, &["hr"]);
        let id = id_of(&client(kit, &acme, "hanna"), "employees", "number is E2");
        let gina = client(kit, &globex, "gina");
        assert_eq!(gina.get("/employees?count=true").is(200).json["total"], 0);
        assert_eq!(gina.get(&format!("/employees/{id}")).is(404).code(), "record.not_found");
    });
}

// S10: every sentence in seven languages, with the same variables.
#[test]
fn every_sentence_exists_in_every_language() {
    let sources = talang_interchange::module().messages;
    let messages = talang_catalogue::messages::Messages::new(&sources).unwrap();
    assert_eq!(messages.check(), Vec::<String>::new());
    let english: HashMap<String, Vec<String>> = sources
        .iter()
        .filter(|(l, _)| *l == Language::En)
        .flat_map(|(_, s)| talang_catalogue::messages::variables(s))
        .collect();
    for (language, source) in &sources {
        for (key, variables) in talang_catalogue::messages::variables(source) {
            assert_eq!(Some(&variables), english.get(&key), "{language:?} {key}");
        }
    }
}

// I10: the feed of changes goes on where its reader stopped.
#[test]
fn the_feed_of_changes_goes_on_where_its_reader_stopped() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let (hanna, rita) = (client(kit, &tenant, "hanna"), client(kit, &tenant, "rita"));
        let start = hanna.get("/employees/changes?after=latest").is(200);
        assert_eq!((&start.json["data"], &start.json["more"]), (&json!([]), &json!(false)));
        let start = start.json["next"].as_str().unwrap().to_string();
        let body =
            json!({ "number": "X1", "first_name": "Ana", "last_name": "Silva", "birth_date": "1999-01-01" });
        let id = hanna.post("/employees", &body).is(201).json["id"].as_i64().unwrap();
        let address = format!("/employees/{id}");
        hanna.patch(&address, &json!({ "birth_date": "1999-01-02" })).is(200);
        hanna.patch(&address, &json!({ "last_name": "Souza" })).is(200);
        hanna.delete(&address).is(204);
        let page = hanna.get(&format!("/employees/changes?after={start}&limit=3")).is(200);
        assert_eq!(page.texts("action"), ["create", "update", "update"]);
        assert_eq!(page.json["more"], true);
        let last = page.json["data"][2].clone();
        assert_eq!(
            (&last["id"], &last["actor"], &last["door"]),
            (&json!(id), &json!("hanna"), &json!("rest"))
        );
        let change = &last["changes"][0];
        assert_eq!(
            (&change["field"], &change["old"], &change["new"]),
            (&json!("last_name"), &json!("Silva"), &json!("Souza"))
        );
        let next = page.json["next"].as_str().unwrap();
        assert_eq!(
            page.header("link"),
            format!("<{}/employees/changes?after={next}&limit=3>; rel=\"next\"", rest::PREFIX)
        );
        let rest = hanna.get(&format!("/employees/changes?after={next}&limit=3")).is(200);
        assert_eq!((rest.texts("action"), &rest.json["more"]), (vec!["delete".to_string()], &json!(false)));
        // Who may not read birth dates is not told that one changed, nor which one it was.
        let less = rita.get(&format!("/employees/changes?after={start}")).is(200);
        assert_eq!(less.texts("action"), ["create", "update", "delete"]);
        assert!(!less.text.contains("1999-01") && !less.text.contains("birth"), "{}", less.text);
        assert_eq!(rita.get("/skills/changes").is(403).code(), "right.missing");
        assert_eq!(hanna.get("/unicorns/changes").is(404).code(), "object.unknown");
        for wrong in ["abc", "-1", "+1", "99999999", "99999999999999999999"] {
            let refused =
                hanna.get(&format!("/employees/changes?after={}", talang_http::encode(wrong))).is(400);
            assert_eq!(
                (refused.code(), &refused.json["errors"][0]["parameter"]),
                ("cursor.invalid", &json!("after"))
            );
        }
        hanna.get("/employees/changes?cursor=1").is(400);
    });
}
