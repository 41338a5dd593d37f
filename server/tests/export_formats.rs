//! Adapted export formats as people build and use them: on screen, from lists, and on the command line (I2).

use talang_catalogue::{Kind, Value};
use talang_testkit::{Kit, both};

use crate::Folder;
use crate::import::{Browser, SETUP};

/// Two people, one with a Polish name; an administrator; a clerk who may export the general fields; and a reader.
fn company(kit: &Kit) {
    let acme = kit.tenant("acme");
    kit.role(&acme, "admin", &[("*", "*", "read, create, update, delete, import, export", "all")]);
    kit.role(
        &acme,
        "clerk",
        &[("Employee", "general", "read, export", "all"), ("ExportFormat", "*", "read", "all")],
    );
    kit.role(&acme, "reader", &[("*", "*", "read", "all")]);
    for (login, role) in [("root", "admin"), ("carl", "clerk"), ("rita", "reader")] {
        kit.user(&acme, login, None, &[role]);
    }
    let text = |t: &str| Value::Text(t.to_string());
    for (number, first, last, phone) in [("1", "Zoë", "Martin", "+33123456789"), ("2", "Łukasz", "Wu;Li", "")]
    {
        let values = vec![
            ("number", text(number)),
            ("first_name", text(first)),
            ("last_name", text(last)),
            // 1 February 1980 and 31 December 2020.
            ("birth_date", Value::Int(3_683)),
            ("hire_date", Value::Int(18_627)),
            ("work_phone", if phone.is_empty() { Value::Null } else { text(phone) }),
            ("status", text("active")),
        ];
        kit.system(&acme).change(Kind::Employees, |c| c.create("Employee", values)).unwrap();
    }
}

/// What the form of a payroll file sends.
fn payroll<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("object", "Employee"),
        ("label", "Payroll"),
        ("code", "payroll"),
        ("filter", "status is active"),
        ("separator", "semicolon"),
        ("encoding", "windows-1252"),
        ("days", "compact"),
        ("line_end", "lf"),
        ("header", "true"),
        ("c0.field", "number"),
        ("c0.header", "Matricule"),
        ("c1.text", "FR01"),
        ("c1.header", "Site"),
        ("c2.field", "last_name"),
        ("c2.header", "Nom"),
        ("c3.field", "hire_date"),
        ("c4.field", "birth_date"),
    ];
    let kept = usual.into_iter().filter(|(name, _)| !more.iter().any(|(n, _)| n == name));
    kept.chain(more.iter().copied()).collect()
}

#[test]
fn a_format_is_built_column_by_column_and_read_by_others_within_their_rights() {
    // I2, A10
    both(&SETUP, |kit| {
        company(kit);
        let (root, carl, rita) =
            (Browser::new(kit, "root"), Browser::new(kit, "carl"), Browser::new(kit, "rita"));
        let begun = root
            .page("/export/formats/new?object=Employee&columns=number,last_name&filter=status%20is%20active");
        assert!(
            begun.contains("name=\"c1.field\" value=\"last_name\"") && begun.contains("status is active"),
            "{begun}"
        );
        assert!(begun.contains("number,last_name") && begun.contains("1,Martin"), "its first lines: {begun}");
        let steps = [
            ("up-1", "name=\"c0.field\" value=\"last_name\""),
            ("down-0", "name=\"c0.field\" value=\"last_name\""),
            ("remove-0", "name=\"c0.field\" value=\"last_name\""),
        ];
        for (step, expected) in steps {
            let columns =
                [("object", "Employee"), ("c0.field", "number"), ("c1.field", "last_name"), ("_do", step)];
            let seen = root.post("/export/formats/new", &columns).text;
            assert!(seen.contains(expected), "{step}: {seen}");
        }
        let added = [("object", "Employee"), ("_do", "add"), ("add", "assignment.organisation")];
        let seen = root.post("/export/formats/new", &added).text;
        assert!(seen.contains("name=\"c0.field\" value=\"assignment.organisation\""), "{seen}");

        // What cannot be is said, and nothing is kept.
        for (wrong, sentence) in [
            (("c4.field", "nothing"), "nothing"),
            (("filter", "status was active"), "filter"),
            (("culture", "xx"), "culture"),
        ] {
            let refused = root.post("/export/formats/new", &payroll(&[wrong, ("_do", "save")]));
            assert!(refused.status == 422 && refused.text.contains(sentence), "{wrong:?}: {}", refused.text);
        }
        assert!(root.page("/export/formats").contains("There is no export format yet"));

        let saved = root.post("/export/formats/new", &payroll(&[("_do", "save")]));
        assert_eq!((saved.status, saved.location.as_str()), (303, "/export/formats"), "{}", saved.text);
        let list = root.page("/export/formats");
        assert!(list.contains("/export/employees?adapted=payroll"), "{list}");
        // The list of employees offers it, with what the list shows now.
        let people = root.page("/people?filter=number%20is%201");
        assert!(people.contains("/export/employees?filter=number%20is%201&amp;adapted=payroll"), "{people}");

        // Windows-1252 writes ë and no Ł, which is told before the first byte; both conditions hold.
        let one = root.get("/export/employees?filter=number%20is%201&adapted=payroll");
        assert_eq!(one.bytes, b"Matricule;Site;Nom;hire_date;birth_date\n1;FR01;Martin;20201231;19800201\n");
        let with_first = payroll(&[("c2.field", "first_name"), ("_do", "save")]);
        let address = format!("/export/formats/{}", id(kit));
        let version = [("_version", "1")];
        assert_eq!(root.post(&address, &[with_first.as_slice(), &version].concat()).status, 303);
        let one = root.get("/export/employees?filter=number%20is%201&adapted=payroll");
        assert!(one.bytes.windows(4).any(|w| w == b"Zo\xeb;"), "{:?}", one.bytes);
        let whole = root.get("/export/employees?adapted=payroll");
        assert_eq!(whole.status, 422, "{}", whole.text);
        assert!(whole.text.contains("export.letter"), "{}", whole.text);
        let page = root.page(&address);
        assert!(page.contains("Line 3, column Nom: Windows-1252 has no letter “Ł”"), "{page}");
        let lenient = payroll(&[("c2.field", "first_name"), ("replace_missing", "true"), ("_do", "save")]);
        assert_eq!(root.post(&address, &[lenient.as_slice(), &[("_version", "2")]].concat()).status, 303);
        let whole = root.get("/export/employees?adapted=payroll");
        assert!(whole.bytes.ends_with(b"2;FR01;?ukasz;20201231;19800201\n"), "{:?}", whole.bytes);
        // Somebody who has an old page before them changes nothing.
        let late = root.post(&address, &[lenient.as_slice(), &[("_version", "1")]].concat());
        assert!(late.status == 422 || late.status == 409, "{} {}", late.status, late.text);

        // Carl may not read the dates: their columns are there and empty. Rita may not export.
        let his = carl.get("/export/employees?adapted=payroll");
        assert!(his.bytes.ends_with(b"2;FR01;?ukasz;;\n"), "{:?}", his.bytes);
        assert_eq!(rita.get("/export/employees?adapted=payroll").status, 404);
        let looked = rita.page(&address);
        assert!(!looked.contains("FR01;") && looked.contains("may not export"), "{looked}");

        // A format is one of its object, says everything itself, and goes when it is removed.
        assert_eq!(root.get("/export/roles?adapted=payroll").status, 404);
        assert_eq!(root.get("/export/employees?adapted=nothing").status, 404);
        for more in ["format=xlsx", "columns=number", "group=status"] {
            assert_eq!(root.get(&format!("/export/employees?adapted=payroll&{more}")).status, 400, "{more}");
        }
        let copy = root.page(&format!("/export/formats/new?from={}", id(kit)));
        assert!(copy.contains("Copy of Payroll") && copy.contains("value=\"FR01\""), "{copy}");
        assert_eq!(root.post(&format!("{address}/delete"), &[]).status, 303);
        assert_eq!(root.get("/export/employees?adapted=payroll").status, 404);
    });
}

fn id(kit: &Kit) -> i64 {
    kit.system(&kit.tenant("acme")).view(|v| v.resolve("ExportFormat", "payroll")).unwrap().unwrap()
}

#[test]
fn spreadsheets_are_guarded_unless_the_format_says_otherwise() {
    // I2
    both(&SETUP, |kit| {
        company(kit);
        let root = Browser::new(kit, "root");
        let form = |guard: &'static str| {
            vec![
                ("object", "Employee"),
                ("label", guard),
                ("culture", "de-DE"),
                ("encoding", "utf-8"),
                ("days", "culture"),
                ("line_end", "crlf"),
                ("guard_formulas", if guard == "guarded" { "true" } else { "" }),
                ("c0.field", "work_phone"),
                ("c1.field", "hire_date"),
                ("c2.field", "status"),
                ("c2.words", "true"),
                ("c3.text", "=1"),
                ("_do", "save"),
            ]
        };
        for (guard, expected) in [
            ("guarded", "'+33123456789;31.12.2020;aktiv;'=1\r\n"),
            ("bare", "+33123456789;31.12.2020;aktiv;=1\r\n"),
        ] {
            let saved = root.post("/export/formats/new", &form(guard));
            assert_eq!(saved.status, 303, "{}", saved.text);
            // No line of headings, the words of the format's culture, and a code made from the name.
            let file = root.page(&format!("/export/employees?filter=number%20is%201&adapted={guard}"));
            assert_eq!(file, expected);
        }
    });
}

#[test]
fn the_command_line_writes_adapted_formats() {
    // I2
    let folder = Folder::installation();
    let formats = folder.file(
        "ExportFormat_InsertAndUpdate_en-GB_10_.csv",
        "code,label,object,columns,filter,separator,encoding,days,line_end,header,guard_formulas\n\
         short,Short,Country,\"[{\"\"field\"\":\"\"name\"\",\"\"header\"\":\"\"Land\"\"},{\"\"text\"\":\"\"x\"\"}]\",iso2 is DK,bar,windows-1252,iso,lf,true,true\n",
    );
    folder.ok(&["import", "--tenant", "acme", &formats]);
    let written = ["export", "--tenant", "acme", "Country", "--adapted", "short", "--out", "short.csv"];
    folder.ok(&written);
    let bytes = std::fs::read(folder.0.path().join("short.csv")).unwrap();
    assert_eq!(String::from_utf8_lossy(&bytes), "Land|\nDenmark|x\n");
    let none = folder.run(&["export", "--tenant", "acme", "Country", "--adapted", "long", "--out", "a.csv"]);
    assert_eq!(none.status.code(), Some(2), "there is no such format");
    let other = folder.run(&["export", "--tenant", "acme", "Role", "--adapted", "short", "--out", "a.csv"]);
    assert_eq!(other.status.code(), Some(2), "it is one of countries");
    assert!(!folder.0.path().join("a.csv").exists());
    let wrong = folder.file(
        "ExportFormat_InsertAndUpdate_en-GB_11_.csv",
        "code,label,object,columns,encoding,days,line_end,header,guard_formulas\nwrong,Wrong,Country,[{}],utf-8,iso,lf,true,true\n",
    );
    let refused = folder.run(&["import", "--tenant", "acme", &wrong]);
    let told =
        format!("{}{}", String::from_utf8_lossy(&refused.stdout), String::from_utf8_lossy(&refused.stderr));
    assert!(refused.status.code() == Some(1) && told.contains("Column 1"), "{told}");
}
