//! Jobs: imports and exports in the background (I10), on both databases.

use serde_json::{Value as Json, json};
use std::cell::Cell;

use talang_catalogue::Kind;
use talang_engine::jobs::run_due;
use talang_http::Method;
use talang_testkit::{Kit, both};

use super::client::*;

fn run(kit: &Kit) -> usize {
    run_due(&kit.installation(), &|| false).unwrap()
}

/// The state of the job that an answer tells of.
fn state(client: &Client, answer: &Answer) -> Json {
    client.get(answer.header("location")).is(200).json
}

fn lines(text: &str) -> Vec<Json> {
    text.lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

const NDJSON: &str = "application/x-ndjson";

// I10: every line gets its answer, a line that fails stops no other, and nothing is done twice.
#[test]
fn an_import_of_ndjson_tells_the_fate_of_each_line() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        kit.role(&tenant, "loader", &[("Employee", "*", "read, create, update, import", "all")]);
        kit.user(&tenant, "lea", None, &["loader"]);
        let (lea, hanna) = (client(kit, &tenant, "lea"), client(kit, &tenant, "hanna"));
        let body = "\u{feff}{\"number\": \"N1\", \"first_name\": \"Ana\", \"last_name\": \"Silva\"}\n\
                    not json\n\n\
                    [1, 2]\r\n\
                    {\"number\": \"E2\", \"office\": \"B7\"}\r\n\
                    {\"number\": \"N2\", \"first_name\": \"Bo\"}\n\
                    {\"number\": \"N3\", \"first_name\": \"Cy\", \"last_name\": \"Cole\"}";
        let address = "/transfers/import?object=employees";
        let key = [("idempotency-key", "load-1")];
        let first = lea.upload(address, NDJSON, &key, body).is(202);
        assert_eq!((&first.json["state"], &first.json["type"]), (&json!("waiting"), &json!("import")));
        let again = lea.upload(address, NDJSON, &key, body).is(202);
        assert_eq!((again.header("location"), &again.text), (first.header("location"), &first.text));
        let other = lea.upload(address, NDJSON, &key, &body.replace("Silva", "Souza")).is(409);
        assert_eq!(other.code(), "idempotency.conflict");
        let address = first.header("location").to_string();
        let result = format!("{address}/result");
        assert_eq!(lea.get(&result).is(409).code(), "job.waiting");
        assert_eq!(run(kit), 1, "the key made one job of two requests");
        let job = state(&lea, &first);
        assert_eq!(job["state"], "done");
        assert_eq!(job["counts"], json!({ "created": 2, "updated": 1, "unchanged": 0, "refused": 3 }));
        assert_eq!((&job["done"], &job["total"]), (&json!(6), &json!(6)));
        let told = lines(&lea.get(&result).is(200).text);
        let outcome: Vec<_> =
            told.iter().map(|l| (l["line"].as_u64().unwrap(), l["outcome"].as_str().unwrap())).collect();
        assert_eq!(
            outcome,
            [(1, "created"), (2, "refused"), (3, "refused"), (4, "updated"), (5, "refused"), (6, "created")]
        );
        assert_eq!(told[4]["errors"][0]["code"], "value.mandatory");
        assert_eq!(told[4]["errors"][0]["pointer"], "/last_name");
        assert_eq!(told[1]["errors"][0]["code"], "value.type");
        assert_eq!(hanna.get("/employees?filter=number+is+E2").is(200).texts("office"), ["B7"]);
        // Nobody else's.
        for address in [address.as_str(), result.as_str()] {
            assert_eq!(hanna.get(address).is(404).code(), "record.not_found");
        }
        assert_eq!(hanna.delete(&address).is(404).code(), "record.not_found");
        assert_eq!(hanna.get("/transfers").is(200).json["data"], json!([]));
        assert_eq!(lea.get("/transfers").is(200).values("id").len(), 1);
        // The right to import, the object, the media type, the mode.
        let body = "{}";
        assert_eq!(
            client(kit, &tenant, "carl")
                .upload("/transfers/import?object=employees", NDJSON, &[], body)
                .is(403)
                .code(),
            "right.missing"
        );
        assert_eq!(
            lea.upload("/transfers/import?object=unicorns", NDJSON, &[], body).is(404).code(),
            "object.unknown"
        );
        assert_eq!(
            lea.upload("/transfers/import?object=employees&mode=Replace", NDJSON, &[], body).is(400).code(),
            "value.choice"
        );
        assert_eq!(
            lea.upload("/transfers/import?object=employees", "text/html", &[], body).is(415).code(),
            "request.media_type"
        );
        lea.upload("/transfers/import?object=employees&dryRun=true", NDJSON, &[], body).is(400);
        // The files go when they are not wanted any more, and by themselves after a week.
        lea.delete(&address).is(204);
        lea.get(&result).is(404);
        let second = lea
            .upload(
                "/transfers/import?object=employees",
                NDJSON,
                &[],
                "{\"number\": \"N1\", \"office\": \"C\"}",
            )
            .is(202);
        run(kit);
        let result = format!("{}/result", second.header("location"));
        lea.get(&result).is(200);
        kit.clock().advance(8 * 86_400_000_000);
        run(kit);
        client(kit, &tenant, "lea").get(&result).is(404);
    });
}

// I1, I10: CSV goes the way of every file, with its dry run.
#[test]
fn an_import_of_csv_is_the_one_of_the_import_page() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        kit.role(&tenant, "loader", &[("Employee", "*", "read, create, update, import", "all")]);
        kit.user(&tenant, "lea", None, &["loader"]);
        let lea = client(kit, &tenant, "lea");
        let body = "number,first_name,last_name\nN1,Ana,Silva\nN2,Bo,\n";
        let address = "/transfers/import?object=employees&culture=en-GB&mode=InsertOnly";
        let dry = lea.upload(&format!("{address}&dryRun=true"), "text/csv; charset=utf-8", &[], body).is(202);
        let real = lea.upload(address, "text/csv", &[], body).is(202);
        run(kit);
        for answer in [&dry, &real] {
            let job = state(&lea, answer);
            assert_eq!(job["state"], "done", "{job}");
            assert_eq!(
                job["counts"],
                json!({ "created": 1, "updated": 0, "unchanged": 0, "refused": 1 }),
                "{job}"
            );
            let result = lea.get(&format!("{}/result", answer.header("location"))).is(200);
            assert!(
                result.header("content-type").starts_with("text/csv")
                    && result.text.contains("value.mandatory")
            );
        }
        assert_eq!(lea.get("/employees?q=silva&count=true").is(200).json["total"], 1);
        let wrong = lea.upload(address, "text/csv", &[], "nothing,of,this\n1,2,3\n").is(422);
        assert!(!wrong.code().is_empty(), "{}", wrong.text);
    });
}

// I10: an export is the list as its reader sees it; an interrupted download goes on where it was.
#[test]
fn an_export_can_be_fetched_in_parts_and_holds_what_its_reader_may_see() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        kit.role(&tenant, "reporter", &[("Employee", "general", "read, export", "all")]);
        kit.user(&tenant, "rosa", None, &["reporter"]);
        let (rosa, hanna) = (client(kit, &tenant, "rosa"), client(kit, &tenant, "hanna"));
        let wish = json!({ "object": "employees", "filter": "number != E4", "fields": ["number", "last_name", "birth_date"] });
        let made = rosa.post("/transfers/export", &wish).is(202);
        run(kit);
        let job = state(&rosa, &made);
        assert_eq!(
            (&job["state"], &job["done"], &job["type"]),
            (&json!("done"), &json!(3), &json!("export")),
            "{job}"
        );
        let address = job["result"].as_str().unwrap().to_string();
        let whole = rosa.get(&address).is(200);
        let told = lines(&whole.text);
        assert_eq!(told.iter().map(|l| l["number"].clone()).collect::<Vec<_>>(), ["E1", "E2", "E3"]);
        assert!(!whole.text.contains("birth_date"), "what may not be read is absent");
        let tag = whole.header("etag").to_string();
        let part = |range: &str, known: &str| {
            rosa.send(Method::Get, &address, &[("range", range), ("if-range", known)], "")
        };
        let (first, rest) = (part("bytes=0-9", &tag).is(206), part("bytes=10-", &tag).is(206));
        assert_eq!(first.header("content-range"), format!("bytes 0-9/{}", whole.text.len()));
        assert_eq!(format!("{}{}", first.text, rest.text), whole.text);
        // Of another file a part would be of no use: it comes whole.
        assert_eq!(part("bytes=10-", "\"other\"").is(200).text, whole.text);
        assert_eq!(part("bytes=999999-", &tag).is(416).code(), "range.invalid");
        rosa.send(Method::Get, &address, &[("if-none-match", &tag)], "").is(304);
        // As CSV, with the day.
        let wish = json!({ "object": "employees", "format": "csv", "fields": ["number", "last_name"], "culture": "en-GB" });
        let made = rosa.post("/transfers/export", &wish).is(202);
        run(kit);
        let csv = rosa.get(&format!("{}/result", made.header("location"))).is(200).text;
        assert_eq!(
            csv.trim_start_matches('\u{feff}').lines().collect::<Vec<_>>(),
            ["number,last_name", "E1,Berg", "E2,Adam", "E3,Cole", "E4,Dahl"]
        );
        // As an adapted format says, as it was when the file was asked for (I2).
        kit.role(&tenant, "formats", &[("ExportFormat", "*", "read", "all")]);
        kit.user(&tenant, "fay", None, &["reporter", "formats"]);
        let fay = client(kit, &tenant, "fay");
        let text = |t: &str| talang_catalogue::Value::Text(t.to_string());
        let values = vec![
            ("code", text("payroll")),
            ("label", text("Payroll")),
            ("object", text("Employee")),
            (
                "columns",
                text(r#"[{"field": "last_name", "header": "Nom"}, {"text": "FR", "header": "Pays"}]"#),
            ),
            ("filter", text("number != E4")),
            ("separator", text("semicolon")),
            ("encoding", text("windows-1252")),
            ("line_end", text("lf")),
        ];
        let system = kit.system(&tenant);
        let id = system.change(Kind::Shared, |c| c.create("ExportFormat", values)).unwrap().id;
        let wish = json!({ "object": "employees", "adapted": "payroll" });
        assert_eq!(
            rosa.post("/transfers/export", &wish).is(404).code(),
            "record.not_found",
            "she may not read it"
        );
        let wishes =
            [("fields", json!(["number"])), ("format", json!("ndjson")), ("culture", json!("de-DE"))];
        for (name, value) in wishes {
            let mut wish = wish.clone();
            wish[name] = value;
            assert_eq!(fay.post("/transfers/export", &wish).is(400).code(), "export.adapted", "{name}");
        }
        let made = fay.post("/transfers/export", &wish).is(202);
        system
            .change(Kind::Shared, |c| {
                c.update("ExportFormat", id, vec![("filter", talang_catalogue::Value::Null)])
            })
            .unwrap();
        run(kit);
        let file = fay.get(&format!("{}/result", made.header("location"))).is(200).text;
        assert_eq!(file, "Nom;Pays\nBerg;FR\nAdam;FR\nCole;FR\n");
        // Whoever may not export any more, or shows a key that may not, gets no file either.
        let mut narrow = client(kit, &tenant, "rosa");
        narrow.scope.limit =
            Some(std::sync::Arc::new(talang_engine::Limit::parse("employees:read").unwrap()));
        assert_eq!(narrow.get(&address).is(403).code(), "right.missing");
        assert_eq!(
            narrow.post("/transfers/export", &json!({ "object": "employees" })).is(403).code(),
            "right.missing"
        );
        assert_eq!(hanna.get(&address).is(404).code(), "record.not_found");
        for (wish, status) in [
            (json!({ "object": "unicorns" }), 404),
            (json!({ "object": "skills" }), 403),
            (json!({ "object": "employees", "filter": "birth is" }), 422),
            (json!({ "object": "employees", "fields": ["nothing"] }), 422),
            (json!({ "object": "employees", "format": "pdf" }), 422),
            (json!({ "object": "employees", "asOf": "soon" }), 422),
            (json!({ "object": "employees", "colour": "red" }), 422),
            (json!({ "object": ["employees"] }), 422),
        ] {
            let answer = rosa.post("/transfers/export", &wish);
            assert!(
                answer.status == status || status == 422 && answer.status == 400,
                "{wish}: {}",
                answer.text
            );
        }
    });
}

// I10: a job does no more than the key that asked for it.
#[test]
fn a_job_keeps_the_scopes_of_its_key() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        kit.role(&tenant, "loader", &[("Employee", "*", "read, create, update, import", "all")]);
        kit.user(&tenant, "lea", None, &["loader"]);
        let mut lea = client(kit, &tenant, "lea");
        lea.scope.limit = Some(std::sync::Arc::new(
            talang_engine::Limit::parse("employees:import employees:read employees:update").unwrap(),
        ));
        let ndjson = "{\"number\": \"N1\", \"first_name\": \"Ana\", \"last_name\": \"Silva\"}\n{\"number\": \"E2\", \"office\": \"B7\"}\n";
        let csv = "number,first_name,last_name\nN2,Bo,Berg\n";
        let first = lea.upload("/transfers/import?object=employees", NDJSON, &[], ndjson).is(202);
        let second =
            lea.upload("/transfers/import?object=employees&culture=en-GB", "text/csv", &[], csv).is(202);
        run(kit);
        assert_eq!(
            state(&lea, &first)["counts"],
            json!({ "created": 0, "updated": 1, "unchanged": 0, "refused": 1 })
        );
        assert_eq!(state(&lea, &second)["counts"]["created"], 0);
        // Somebody whose proof is too old gives no rights by way of a job either (A7).
        kit.role(&tenant, "chief", &[("*", "*", "read, create, update, import", "all")]);
        kit.user(&tenant, "root", None, &["chief"]);
        let mut root = client(kit, &tenant, "root");
        root.scope.stale = true;
        let given = root
            .upload(
                "/transfers/import?object=user-roles",
                NDJSON,
                &[],
                "{\"user\": \"rita\", \"role\": \"hr\"}",
            )
            .is(202);
        run(kit);
        let given = state(&root, &given);
        assert_eq!(
            (&given["state"], &given["errors"][0]["code"]),
            (&json!("failed"), &json!("session.confirm"))
        );
        let told = given["errors"][0]["message"].as_str().unwrap();
        assert!(told.contains(' ') && told.ends_with('.'), "in words: {told:?}");
        let all = client(kit, &tenant, "hanna").get("/employees?count=true").is(200);
        assert_eq!(all.json["total"], 4, "the account may make employees, its key may not");
    });
}

/// Many employees as NDJSON.
fn many(count: usize) -> String {
    (0..count)
        .map(|n| format!("{{\"number\": \"M{n:05}\", \"first_name\": \"A\", \"last_name\": \"B{n}\"}}\n"))
        .collect()
}

// I10: a server that ends in the middle goes on where it was: nothing is lost, nothing done twice, nothing told twice.
#[test]
fn a_job_that_is_interrupted_goes_on_where_it_was() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        kit.role(&tenant, "loader", &[("Employee", "*", "read, create, update, import, export", "all")]);
        kit.user(&tenant, "lea", None, &["loader"]);
        let lea = client(kit, &tenant, "lea");
        let made = lea.upload("/transfers/import?object=employees", NDJSON, &[], &many(5_000)).is(202);
        // It ends after the second transaction.
        let asked = Cell::new(0);
        run_due(&kit.installation(), &|| {
            asked.set(asked.get() + 1);
            asked.get() > 4
        })
        .unwrap();
        let half = state(&lea, &made);
        let done = half["done"].as_u64().unwrap();
        assert!(done > 0 && done < 5_000, "{half}");
        // As if it had been killed after it wrote the answers of lines whose transaction was not committed.
        let folder =
            std::fs::read_dir(tenant.db().attachments().work_folder().unwrap().join("imports")).unwrap();
        let folder = folder.flatten().map(|e| e.path()).find(|p| p.join("result.ndjson").exists()).unwrap();
        let mut text = std::fs::read_to_string(folder.join("result.ndjson")).unwrap();
        text.push_str("{\"line\":4711,\"outco");
        std::fs::write(folder.join("result.ndjson"), text).unwrap();
        drop((lea, tenant));
        kit.restart();
        run(kit);
        let tenant = kit.tenant("acme");
        let lea = client(kit, &tenant, "lea");
        let job = state(&lea, &made);
        assert_eq!(
            job["counts"],
            json!({ "created": 5000, "updated": 0, "unchanged": 0, "refused": 0 }),
            "{job}"
        );
        let told = lines(&lea.get(&format!("{}/result", made.header("location"))).is(200).text);
        let numbers: Vec<u64> = told.iter().map(|l| l["line"].as_u64().unwrap()).collect();
        assert_eq!(numbers, (1..=5_000).collect::<Vec<u64>>());

        // And an export of it.
        let made =
            lea.post("/transfers/export", &json!({ "object": "employees", "fields": ["number"] })).is(202);
        asked.set(0);
        run_due(&kit.installation(), &|| {
            asked.set(asked.get() + 1);
            asked.get() > 4
        })
        .unwrap();
        let half = state(&lea, &made);
        assert!(half["done"].as_u64().is_some_and(|n| n > 0 && n < 5_004), "{half}");
        run(kit);
        let told = lines(&lea.get(&format!("{}/result", made.header("location"))).is(200).text);
        let numbers: std::collections::BTreeSet<&str> =
            told.iter().map(|l| l["number"].as_str().unwrap()).collect();
        assert_eq!((told.len(), numbers.len()), (5_004, 5_004));
        // Killed after its last page and before its end was noted, it adds nothing.
        let sql = "UPDATE employees.job_queue SET state = 'running', lease_until = 0
             WHERE task = 'bulk-export'";
        let killed = tenant.db().write(|conn| conn.exec(sql, &[]).map(drop));
        killed.map_err(|e: talang_store::Error| e).unwrap();
        kit.installation().store().directory(|d| d.note_due(tenant.id(), "employees", 1)).unwrap();
        assert_eq!(run(kit), 1);
        let again = lines(&lea.get(&format!("{}/result", made.header("location"))).is(200).text);
        assert_eq!(again, told);
    });
}

// I10: a job that is cancelled stops at its next step, and what it did so far stays whole.
#[test]
fn a_cancelled_job_stops_between_two_steps() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        kit.role(&tenant, "loader", &[("Employee", "*", "read, create, update, import", "all")]);
        kit.user(&tenant, "lea", None, &["loader"]);
        let lea = client(kit, &tenant, "lea");
        let waiting = lea.upload("/transfers/import?object=employees", NDJSON, &[], &many(10)).is(202);
        lea.delete(waiting.header("location")).is(204);
        run(kit);
        assert_eq!(state(&lea, &waiting)["state"], "cancelled");
        let made = lea.upload("/transfers/import?object=employees", NDJSON, &[], &many(5_000)).is(202);
        let asked = Cell::new(0);
        run_due(&kit.installation(), &|| {
            asked.set(asked.get() + 1);
            if asked.get() == 4 {
                lea.delete(made.header("location")).is(204);
            }
            false
        })
        .unwrap();
        let job = state(&lea, &made);
        assert_eq!(job["state"], "cancelled", "{job}");
        let there = lea.get("/employees?count=true&limit=1").is(200).json["total"].as_u64().unwrap() - 4;
        assert_eq!(job["counts"]["created"].as_u64(), Some(there), "{job}");
        assert!(there > 0 && there < 5_000, "{there}");
        // Ten at a time.
        for _ in 0..10 {
            lea.upload("/transfers/import?object=employees", NDJSON, &[], "{}").is(202);
        }
        let refused = lea.upload("/transfers/import?object=employees", NDJSON, &[], "{}").is(429);
        assert_eq!((refused.code(), refused.header("retry-after")), ("job.too_many", "60"));
    });
}
