//! The interface as its own document tells it (I10): every example is taken, and nobody who knows nothing but the document finds
//! an answer that it does not tell.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};
use talang_testkit::Database;

use crate::api::each;
use crate::client::{Answer, Server};
use crate::{Folder, PASSWORD};

/// A company whose HR manager `ana` has a key that may ask as often as it likes.
struct House {
    folder: Folder,
    server: Server,
    key: String,
}

impl House {
    fn new(database: Database) -> House {
        let folder = Folder::on(database);
        folder.ok(&["user", "create", "boss", "--tenant", "acme", "--role", "super-administrator"]);
        let server = Server::start(&folder, "");
        let made = folder.ok(&["key", "create", "payroll", "--tenant", "acme", "--user", "ana", "--json"]);
        let key = serde_json::from_str::<Json>(&made).unwrap()["key"].as_str().unwrap().to_string();
        let house = House { folder, server, key };
        house.folder.ok(&["user", "role", "ana", "super-administrator", "--tenant", "acme"]);
        let free = json!({ "quota_per_day": 10_000_000, "requests_per_minute": 1_000_000 });
        assert_eq!(house.send("PATCH", "/api-clients/1", &free).status, 200);
        house
    }

    fn send(&self, method: &str, path: &str, body: &Json) -> Answer {
        use base64::Engine;
        let pair = base64::engine::general_purpose::STANDARD.encode(format!("ana:{PASSWORD}"));
        let pair = format!("Basic {pair}");
        let headers =
            [("Authorization", &*pair), ("X-Api-Key", &self.key), ("Content-Type", "application/json")];
        let body = if body.is_null() { String::new() } else { body.to_string() };
        self.server.send("acme", method, &format!("/api/rest/v1{path}"), &headers, body.as_bytes())
    }

    fn document(&self) -> Json {
        serde_json::from_str(&self.send("GET", "/openapi.json", &Json::Null).body).unwrap()
    }
}

fn example(operation: &Json) -> &Json {
    &operation["requestBody"]["content"]["application/json"]["example"]
}

// I10: whoever copies the document's examples, one after the other, gets records.
#[test]
fn every_example_of_the_document_is_taken() {
    each(|database| {
        let house = House::new(database);
        let document = house.document();
        let paths = document["paths"].as_object().unwrap();
        let bulk = |path: &String| path.ends_with("/bulk");
        let mut open: BTreeSet<&String> = paths.keys().filter(|p| bulk(p)).collect();
        let (mut taken, mut refused) = (0, BTreeMap::new());
        // What an example refers to is another one: sooner or later it is there.
        loop {
            let before = open.len();
            open.retain(|path| {
                let mut body = example(&paths[*path]["post"]).clone();
                body["dryRun"] = false.into();
                let answer = house.send("POST", path, &body);
                let told: Json = serde_json::from_str(&answer.body).unwrap_or_default();
                let good = answer.status == 200 && told["refused"] == 0;
                taken += usize::from(good);
                refused.insert(*path, answer.body);
                !good
            });
            if open.len() == before {
                break;
            }
        }
        refused.retain(|path, _| open.contains(path));
        assert!(refused.is_empty(), "examples that are refused: {refused:#?}");
        assert!(taken > 80, "{taken}");
        // The same records, read: the documented answer has the members that really come.
        for (path, item) in paths.iter().filter(|(p, i)| p.matches('/').count() == 1 && i["post"].is_object())
        {
            let Some(shown) =
                item["get"]["responses"]["200"]["content"]["application/json"]["example"]["data"][0]
                    .as_object()
            else {
                continue;
            };
            let list = house.send("GET", &format!("{path}?limit=1"), &Json::Null);
            let list: Json = serde_json::from_str(&list.body).unwrap();
            for name in shown.keys() {
                assert!(list["data"][0].get(name).is_some(), "{path}: no {name} in {list}");
            }
        }
    });
}

/// Operations that are asked: one object with all of them, and of others those that show the types of their fields.
const OPERATIONS: &str = "^((list|create|read|change|delete|history|changes)Skill|(create|slices)Assignment|listEmployee|\
    createHourlyRate|bulkCountry|catalogue|transfers?|[a-z]+Transfer|transferResult)$";

// I10: PyPI's schemathesis, with a key that may read and write, finds no answer that the document does not tell.
#[test]
fn nothing_is_found_by_who_asks_whatever_the_document_allows_and_forbids() {
    let house = House::new(Database::Sqlite);
    // Records for it to find: the examples of all formats.
    let examples = house.folder.0.path().join("examples");
    house.folder.ok(&["formats", "--examples-into", &examples.to_string_lossy()]);
    let mut files: Vec<String> = std::fs::read_dir(&examples)
        .unwrap()
        .map(|entry| entry.unwrap().path().to_string_lossy().into_owned())
        .collect();
    files.sort();
    let mut import = vec!["import", "--tenant", "acme"];
    import.extend(files.iter().map(String::as_str));
    // What gives power is not the operator's to import.
    house.folder.run(&import);
    house.folder.ok(&["user", "role", "ana", "super-administrator", "--tenant", "acme", "--remove"]);
    let (sound, said) = talang_testkit::peers::run_python(
        "openapi-fuzzer.py",
        &[
            &format!("document=http://acme.localhost:{}/api/rest/v1/openapi.json", house.server.port),
            "user=ana",
            &format!("password={PASSWORD}"),
            &format!("key={}", house.key),
            &format!("operations={OPERATIONS}"),
            "examples=6",
        ],
    );
    let said = said.join("\n");
    assert!(sound, "{said}");
    // It got through: an interface that refuses everything has no wrong answers either.
    let (_, answers) = said.rsplit_once("\nanswers ").expect("the numbers of answers");
    let count = |status: u16| -> usize {
        let found = answers.split_whitespace().find_map(|one| one.strip_prefix(&format!("{status}=")));
        found.map_or(0, |count| count.parse().unwrap())
    };
    println!("{answers}");
    for (status, least) in
        [(200, 200), (201, 2), (202, 10), (204, 5), (400, 50), (404, 50), (405, 20), (422, 100)]
    {
        assert!(count(status) >= least, "{status}: {answers}");
    }
}
