//! The import wizard as the server calls it: upload, look, job, result, files to fetch, exports (I2–I7).

use std::collections::HashMap;
use std::io::Read as _;
use std::path::PathBuf;

use talang_catalogue::{Culture, Fault, Kind, Language};
use talang_engine::{Query, Scope};
use talang_http::{Access, Body, Call, Method, Request, Router, Session, encode, form_pairs};
use talang_interchange::csv;
use talang_testkit::{Database, Kit, Setup};

use crate::client::multipart;

pub const SETUP: Setup =
    Setup { modules: talang_server::modules::modules, seed: |_, _| Ok(()), seed_version: "test" };

pub struct Browser<'a> {
    kit: &'a Kit,
    scope: Scope,
    router: Router,
}

pub struct Answer {
    pub status: u16,
    pub location: String,
    pub text: String,
    /// What is no text.
    pub bytes: Vec<u8>,
}

impl Answer {
    fn refused(status: u16, text: String) -> Answer {
        Answer { status, location: String::new(), text, bytes: Vec::new() }
    }
}

impl<'a> Browser<'a> {
    pub fn new(kit: &'a Kit, login: &str) -> Browser<'a> {
        let scope = kit.scope(&kit.tenant("acme"), login);
        Browser { kit, scope, router: talang_server::modules::router() }
    }

    pub fn get(&self, address: &str) -> Answer {
        self.call(Method::Get, address, Vec::new(), None)
    }

    pub fn post(&self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let body: Vec<String> = fields.iter().map(|(n, v)| format!("{}={}", encode(n), encode(v))).collect();
        self.call(Method::Post, address, body.join("&").into_bytes(), None)
    }

    /// Uploads files as a browser does; the address of what comes next.
    fn upload(&self, files: &[(&str, &str)]) -> String {
        let body = multipart(files);
        let path = self.kit.data().join("upload.part");
        std::fs::write(&path, body).unwrap();
        let answer = self.call(Method::Post, "/import/upload", Vec::new(), Some(path));
        assert_eq!(answer.status, 303, "{}", answer.text);
        answer.location
    }

    fn call(&self, method: Method, address: &str, body: Vec<u8>, upload: Option<PathBuf>) -> Answer {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let (route, params) = self.router.find(method, path).unwrap_or_else(|_| panic!("no route {address}"));
        // The door of the server asks the route's right first.
        if let Access::RightOnPath(action) = route.access {
            let may = self.scope.view(|v| {
                let catalogue = v.catalogue();
                Ok(catalogue.by_path(&params["object"]).is_some_and(|o| v.rights().may(o, action)))
            });
            if !may.unwrap() {
                return Answer::refused(404, String::new());
            }
        }
        let mut headers = HashMap::new();
        if upload.is_some() {
            headers.insert("content-type".to_string(), "multipart/form-data; boundary=edge".to_string());
        }
        let call = Call {
            installation: self.kit.installation(),
            scope: self.scope.clone(),
            session: Some(Session { csrf: "token".into(), recent: true, ..Session::default() }),
            request: Request {
                method,
                path: path.to_string(),
                query: form_pairs(query),
                headers,
                body,
                upload,
                address: String::new(),
                https: false,
            },
            params,
        };
        match (route.handler)(&call) {
            Ok(reply) => {
                let location = reply.headers.iter().find(|(n, _)| n == "location").map(|(_, v)| v.clone());
                let mut bytes = Vec::new();
                match reply.body {
                    Body::Bytes(b) => bytes = b,
                    Body::File(path) => bytes = std::fs::read(path).unwrap(),
                    Body::Stream(mut stream) => {
                        stream.read_to_end(&mut bytes).unwrap();
                    }
                    Body::Empty => {}
                }
                let text = match bytes.starts_with(b"%PDF-") {
                    true => String::new(),
                    false => String::from_utf8(bytes.clone()).unwrap_or_default(),
                };
                Answer { status: reply.status, location: location.unwrap_or_default(), text, bytes }
            }
            Err(error) => Answer::refused(error.status(), error.to_string()),
        }
    }

    pub fn page(&self, address: &str) -> String {
        let answer = self.get(address);
        assert_eq!(answer.status, 200, "{address}: {}", answer.text);
        answer.text
    }
}

/// A tenant with somebody who imports, and somebody who does not.
fn company() -> Kit {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let acme = kit.tenant("acme");
    kit.role(&acme, "admin", &[("*", "*", "read, create, update, delete, import, export", "all")]);
    kit.role(&acme, "reader", &[("*", "*", "read", "all")]);
    kit.user(&acme, "root", None, &["admin"]);
    kit.user(&acme, "other", None, &["admin"]);
    kit.user(&acme, "rita", None, &["reader"]);
    kit
}

/// Lets the queue work until nothing is due any more, however long steps wait.
fn work(kit: &Kit) {
    for _ in 0..40 {
        talang_engine::jobs::run_due(&kit.installation(), &|| false).unwrap();
        kit.clock().advance(15_000_000);
    }
}

fn count(kit: &Kit, object: &str) -> i64 {
    let system = kit.system(&kit.tenant("acme"));
    system.view(|v| v.count(&v.object(object)?, &Query::default())).unwrap()
}

const MIXED: &str = "code,name.en,kind\nred,Red,\nbl ue,,\ngreen,Green,\n";

#[test]
fn a_file_with_good_and_bad_lines_is_looked_at_checked_imported_and_answered() {
    // I2, I3, I5
    let kit = company();
    let root = Browser::new(&kit, "root");
    let text = "code,name.en\r\ncolour,Colours\r\nsize,\r\nshape,Shapes\r\n";
    let look = root.upload(&[("ValueList_InsertAndUpdate_en-GB_10_.csv", text)]);
    let page = root.page(&look);
    assert!(page.contains("Colours") && page.contains("Lines: 3"), "{page}");

    let check = root.post(&look, &[("deed", "check")]);
    assert_eq!(check.status, 303, "{}", check.text);
    let running = root.page(&check.location);
    assert!(running.contains("every 1s"), "{running}");
    work(&kit);
    let checked = root.page(&check.location);
    assert!(checked.contains("Some lines would be rejected") && !checked.contains("every 1s"), "{checked}");
    assert_eq!(count(&kit, "ValueList"), 0, "a check writes nothing");

    let import = root.post(&look, &[("deed", "import")]);
    work(&kit);
    let done = root.page(&import.location);
    assert!(done.contains("all others have been imported"), "{done}");
    assert!(done.contains("value.mandatory"), "{done}");
    assert_eq!(count(&kit, "ValueList"), 2);
    let job = import.location.split('?').next().unwrap();
    let retry = root.page(&format!("{job}/retry.csv"));
    assert_eq!(retry.trim_start_matches('\u{feff}'), "code,name.en\r\nsize,\r\n");
    let result = root.page(&format!("{job}/result.csv"));
    assert!(result.contains("rejected") && result.lines().count() == 4, "{result}");
    let history = root.page("/import/history");
    assert!(history.contains("Done, with rejected lines") && history.contains("check"), "{history}");

    // Neither upload nor job of somebody else is there, for another administrator neither.
    let other = Browser::new(&kit, "other");
    let nowhere = "/import/jobs/candidates/1";
    for address in [look.as_str(), job, &format!("{job}/retry.csv"), &format!("{job}/progress"), nowhere] {
        assert_eq!(other.get(address).status, 404, "{address}");
    }
}

#[test]
fn a_header_that_cannot_be_read_is_explained_and_a_type_can_be_chosen_by_hand() {
    // I2, I4
    let kit = company();
    let root = Browser::new(&kit, "root");
    let look = root.upload(&[("ValueList_InsertAndUpdate_en-GB_10_.csv", MIXED)]);
    let page = root.page(&look);
    assert!(page.contains("The column “kind” is not known") && page.contains("Green"), "{page}");
    let refused = root.post(&look, &[("deed", "import")]);
    assert!(refused.status == 422 && refused.text.contains("kind"), "{} {}", refused.status, refused.text);

    let look = root.upload(&[("my colours.csv", "code;label.en;list\nred;Red;colour\n")]);
    assert!(root.page(&look).contains("Not recognised"));
    let by_hand = [("format.0", "object:ValueListItem"), ("mode.0", "InsertOnly"), ("culture.0", "de-DE")];
    let seen = root.post(&format!("{look}/look"), &by_hand);
    assert!(seen.text.contains("insert only") && seen.text.contains("Red"), "{}", seen.text);
    // The choice is kept: the page shows it again.
    assert!(root.page(&look).contains("value=\"de-DE\" selected"));
}

// I2: a file of another system becomes a format of the tenant's own, from its header, on the page.
#[test]
fn a_foreign_file_gets_a_format_that_reads_it_from_then_on() {
    let kit = company();
    let acme = kit.tenant("acme");
    kit.role(&acme, "lists", &[("ValueList", "*", "read, create, update, import", "all")]);
    kit.user(&acme, "lise", None, &["lists"]);
    let (root, lise) = (Browser::new(&kit, "root"), Browser::new(&kit, "lise"));
    let foreign = [("colours of theirs.csv", "Code;Bezeichnung\nred;Rot\nblue;Blau\n")];
    let look = lise.upload(&foreign);
    assert!(lise.page(&look).contains("Make a format for this file"));
    let token = look.rsplit('/').next().unwrap();
    let begun = lise.page(&format!("/import/adapted/new?token={token}&file=0&object=ValueList"));
    for part in [
        "code = &quot;colours-of-theirs&quot;",
        "[&quot;Code&quot;, &quot;Bezeichnung&quot;]",
        "{ from = &quot;Code&quot; }",
    ] {
        assert!(begun.contains(part), "{part} in {begun}");
    }
    let format = |object: &str, column: &str| {
        format!(
            "code = \"theirs\"\nname.en = \"Theirs\"\n[[source]]\ncolumns = [\"Code\", \"Bezeichnung\"]\n[[source.output]]\n\
             object = \"{object}\"\norder = 10\n[source.output.columns]\ncode = {{ from = \"Code\" }}\n\"{column}\" = {{ from = \"Bezeichnung\" }}\n"
        )
    };
    // What is wrong is said, and what was typed stays.
    let text = format("ValueList", "label.de");
    let wrong = lise.post("/import/adapted/new", &[("definition", &text)]);
    assert!(
        wrong.status == 422 && wrong.text.contains("has no column") && wrong.text.contains("Bezeichnung"),
        "{}",
        wrong.text
    );
    // Nobody saves a format for what they may not import for everybody.
    let others = lise.post("/import/adapted/new", &[("definition", &format("Role", "label.de"))]);
    assert_eq!(others.status, 422, "{}", others.text);

    let text = format("ValueList", "name.de");
    let saved = lise.post("/import/adapted/new", &[("definition", &text), ("token", token), ("file", "0")]);
    assert_eq!((saved.status, saved.location.as_str()), (303, look.as_str()), "{}", saved.text);
    lise.post(&look, &[("deed", "import")]);
    work(&kit);
    assert_eq!(count(&kit, "ValueList"), 2);
    // The next file of the kind is recognised by itself, by everybody.
    assert!(root.page(&root.upload(&foreign)).contains("Theirs"));
    let again = root.post("/import/adapted/new", &[("definition", &text)]);
    assert_eq!(again.status, 422, "a format of that code is there: {}", again.text);
    let product = root.page("/import/adapted/ibm-hr-attrition");
    assert!(product.contains("Comes with the product") && !product.contains("<textarea"));
    assert_eq!(root.post("/import/adapted/ibm-hr-attrition/delete", &[]).status, 404);
    assert_eq!(lise.get("/import/adapted/ibm-hr-attrition").status, 404, "it writes employees");
    assert_eq!(lise.post("/import/adapted/theirs/delete", &[]).status, 303);
    assert_eq!(lise.get("/import/adapted/theirs").status, 404);
}

#[test]
fn several_files_run_one_after_the_other_in_their_order() {
    // I4
    let kit = company();
    let root = Browser::new(&kit, "root");
    let look = root.upload(&[
        ("ValueListItem_InsertAndUpdate_en-GB_20_.csv", "list,code,label.en\ncolour,red,Red\n"),
        ("ValueList_InsertAndUpdate_en-GB_10_.csv", "code,name.en\ncolour,Colours\n"),
    ]);
    let started = root.post(&look, &[("deed", "import")]);
    assert_eq!(started.status, 303, "{}", started.text);
    work(&kit);
    assert_eq!((count(&kit, "ValueList"), count(&kit, "ValueListItem")), (1, 1));
    assert_eq!(root.page("/import/history").matches("Done").count(), 2);
}

#[test]
fn formats_are_documented_with_examples_that_import() {
    // I2
    let kit = company();
    let root = Browser::new(&kit, "root");
    assert!(root.page("/import/formats?q=value%20list%20item").contains("ValueListItem"));
    assert!(!root.page("/import/formats?q=zzzz").contains("ValueListItem"));
    assert!(root.page("/import/formats/value-lists").contains("ValueList_InsertAndUpdate_en-GB_"));
    let example = root.page("/import/formats/value-lists/example.csv");
    let look = root.upload(&[("ValueList_InsertAndUpdate_en-GB_10_.csv", &example)]);
    root.post(&look, &[("deed", "import")]);
    work(&kit);
    assert!(count(&kit, "ValueList") > 0);
    assert!(root.page("/import/formats.md").contains("ValueListItem"));
    let json: serde_json::Value = serde_json::from_str(&root.page("/import/formats.json")).unwrap();
    assert!(json.to_string().contains("ValueListItem"));
}

#[test]
fn the_book_has_every_format_with_its_example_in_every_language() {
    // I2, S10; that every example imports as it stands is tested where they are made.
    let kit = company();
    // With what arrives switched off (S8).
    let on = vec![("code", "recruiting".into()), ("on", true.into())];
    let system = kit.system(&kit.tenant("acme"));
    system.change(talang_catalogue::Kind::Shared, |c| c.create("FeatureSwitch", on)).unwrap();
    let mut root = Browser::new(&kit, "root");
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let folder = tempfile::tempdir().unwrap();
    for language in Language::ALL {
        root.scope.culture = Culture::of(language);
        let answer = root.get("/import/formats.pdf");
        assert_eq!(answer.status, 200, "{}", answer.text);
        // Two languages are read to the end, of the others what stands at the head: a reader takes half a minute for each.
        if !matches!(language, Language::En | Language::Sv) {
            let file = String::from_utf8_lossy(&answer.bytes);
            let title = format!(">{}</rdf:li>", root.scope.text("csv-formats-title"));
            let spoken = format!("<rdf:li>{}</rdf:li>", root.scope.culture.code);
            assert!(file.contains(&title) && file.contains(&spoken), "{language:?}");
            continue;
        }
        let path = folder.path().join("formats.pdf");
        std::fs::write(&path, &answer.bytes).unwrap();
        let file = format!("file={}", path.display());
        let (sound, said) = talang_testkit::peers::run_python("report-reader.py", &[&file]);
        assert!(sound, "{}", said.join("\n"));
        let line = said.iter().find(|line| line.starts_with('{')).unwrap_or_else(|| panic!("{said:#?}"));
        let book: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(book["language"], root.scope.culture.code);
        assert_eq!(book["title"], root.scope.text("csv-formats-title"));
        for sound in ["marked", "ua", "shows_title"] {
            assert_eq!(book[sound], true, "{sound}: for whoever listens to it");
        }
        let formats = csv::formats(&root.scope).unwrap();
        assert!(formats.len() > 40);
        assert_eq!(book["tree"]["/H1"], 1);
        assert_eq!(book["tree"]["/H3"], formats.len(), "a chapter for each");
        assert_eq!(book["tree"]["/Table"], formats.len());
        let columns: usize = formats.iter().map(|f| f.columns.len()).sum();
        assert_eq!(
            book["tree"]["/TR"],
            columns + formats.len(),
            "a row for each column, and one of headings"
        );
        let pages: Vec<&str> =
            book["pages"].as_array().unwrap().iter().map(|p| p.as_str().unwrap()).collect();
        let whole = bare(&pages.concat());
        let examples = csv::examples(&root.scope).unwrap();
        for format in &formats {
            let mandatory = root.scope.text("csv-formats-mandatory");
            assert!(!format.columns.iter().any(|c| c.mandatory) || whole.contains(&bare(&mandatory)));
            for text in [&format.file_name, &format.label, &format.help] {
                assert!(whole.contains(&bare(text)), "{language:?} {}: {text}", format.name);
            }
            let begins = format!("{}_", format.name);
            let example = examples.iter().find(|e| e.file_name.starts_with(&begins)).unwrap();
            let text = bare(example.text.trim_start_matches('\u{feff}'));
            assert!(whole.contains(&text), "{language:?}: {text}");
        }
        // The contents name each chapter with a page on which it begins.
        let last = formats.last().unwrap();
        let chapter = bare(&format!("{} · {}", last.label, last.name));
        let (_, rest) = whole.split_once(&chapter).expect("the contents");
        let page: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let page = pages[page.parse::<usize>().unwrap() - 1];
        assert!(bare(page).contains(&chapter), "{chapter}: {page}");
    }
    assert_eq!(Browser::new(&kit, "rita").get("/import/formats.pdf").status, 404);
}

#[test]
fn an_export_is_what_the_list_shows_and_is_logged() {
    // I1, A12
    let kit = company();
    let root = Browser::new(&kit, "root");
    let system = kit.system(&kit.tenant("acme"));
    let texts =
        |t: &str| talang_catalogue::Value::Texts([("en".to_string(), t.to_string())].into_iter().collect());
    system
        .change(Kind::Shared, |c| {
            for (code, name) in [("b", "Bee"), ("a", "Ant"), ("c", "=1+1")] {
                c.create("ValueList", vec![("code", code.into()), ("name", texts(name))])?;
            }
            Ok(())
        })
        .unwrap();
    let all = root.page("/export/value-lists?sort=-code&columns=code,name.en");
    assert_eq!(all.trim_start_matches('\u{feff}'), "code,name.en\r\nc,'=1+1\r\nb,Bee\r\na,Ant\r\n");
    let some = root.page("/export/value-lists?filter=code%20is%20a&columns=code");
    assert_eq!(some.trim_start_matches('\u{feff}'), "code\r\na\r\n");
    assert_eq!(root.get("/export/value-lists?columns=nothing").status, 422);
    assert_eq!(root.get("/export/value-lists?filter=code%20is").status, 400);
    // A12
    let lines = root.page("/access/log.jsonl?what=export");
    assert!(
        lines.lines().any(|l| l.contains("\"object\":\"ValueList\"") && l.contains("\"login\":\"root\"")),
        "{lines}"
    );
}

#[test]
fn whoever_may_import_nothing_does_not_find_the_wizard() {
    // A10
    let kit = company();
    let rita = Browser::new(&kit, "rita");
    for address in
        ["/import", "/import/history", "/import/formats", "/import/formats.md", "/export/value-lists"]
    {
        assert_eq!(rita.get(address).status, 404, "{address}");
    }
    assert_eq!(
        rita.post("/import/new/00", &[("deed", "import")]).status,
        Fault::new("record.not_found").status()
    );
}
