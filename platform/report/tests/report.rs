//! Reports as files (S7), opened by programs that nobody here wrote.

use std::sync::Arc;

use serde_json::Value as Json;
use talang_catalogue::{Culture, Kind, Value};
use talang_engine::charter::{Charter, Colour, Logo};
use talang_engine::{AsOf, Filter, Grouping, Groups, Module, Query, Result, Scope, Tenant, activity};
use talang_report::{Format, Report};
use talang_testkit::{Database, Kit, Setup, both};

const SETUP: Setup = Setup { modules, seed, seed_version: "report" };

fn modules() -> Vec<Module> {
    vec![talang_core_hr::module(), talang_report::module()]
}

fn text(text: &str) -> Value {
    Value::Text(text.to_string())
}

fn day(text: &str) -> Value {
    Value::Int(talang_catalogue::value::days_of_date(text.parse().unwrap()))
}

/// Somebody who sees everything, and somebody who sees no private data.
fn seed(installation: &Arc<talang_engine::Installation>, tenant: &Arc<Tenant>) -> Result<()> {
    let system = Scope::new(installation, tenant, talang_engine::Actor::System, talang_engine::Door::Task);
    system.change(Kind::Shared, |c| {
        let name = Value::Texts([("en".to_string(), "Laptop".to_string())].into_iter().collect());
        let values = vec![("code", text("equipment-type")), ("name", name.clone())];
        c.create("ValueList", values)?;
        c.create(
            "ValueListItem",
            vec![("list", text("equipment-type")), ("code", text("laptop")), ("label", name)],
        )
    })?;
    system.change(Kind::Employees, |c| {
        let people = [
            ("007", "=1+1", "Åberg", "1999-12-31", "Secret-Town"),
            ("2", "Élodie", "O’Neil <b> & Söhne", "2020-02-29", "@home"),
            ("3", "Ђорђе", "_x0041_", "1900-01-15", "Αθήνα"),
        ];
        for (number, first, last, hired, born) in people {
            c.create(
                "Employee",
                vec![
                    ("number", text(number)),
                    ("first_name", text(first)),
                    ("last_name", text(last)),
                    ("hire_date", day(hired)),
                    ("birth_place", text(born)),
                ],
            )?;
        }
        for (code, amount, currency) in
            [("A", 1_234_560_000, "EUR"), ("B", 99_000_000, "GBP"), ("C", 9_007_199_254_740_993, "EUR")]
        {
            c.create(
                "Equipment",
                vec![
                    ("code", text(code)),
                    ("kind", text("laptop")),
                    ("name", text(code)),
                    ("value", Value::Money(amount, currency.to_string())),
                    ("comment", text("two\nlines")),
                ],
            )?;
        }
        Ok(())
    })
}

fn company(kit: &Kit) -> Arc<Tenant> {
    let tenant = kit.tenant("acme");
    kit.role(&tenant, "all", &[("*", "*", "read, export", "all")]);
    kit.role(&tenant, "little", &[("Employee", "general", "read, export", "all")]);
    kit.role(&tenant, "reader", &[("*", "*", "read", "all")]);
    kit.user(&tenant, "boss", None, &["all"]);
    kit.user(&tenant, "ann", Some("2"), &["little"]);
    kit.user(&tenant, "rita", None, &["reader"]);
    tenant
}

fn query(scope: &Scope, object: &str, sort: &str) -> Query {
    let sort = scope.view(|v| v.sort(&v.object(object)?, sort)).unwrap();
    Query { sort, ..Query::default() }
}

fn names(columns: &[&str]) -> Vec<String> {
    columns.iter().map(|c| (*c).to_string()).collect()
}

/// What the file says to somebody else's program.
fn made(scope: &Scope, object: &str, query: &Query, columns: &[&str], format: Format) -> Json {
    opened(scope, &Report::prepare(scope, object, query, &names(columns), format).unwrap(), format)
}

fn opened(scope: &Scope, report: &Report, format: Format) -> Json {
    let mut bytes = Vec::new();
    report.write(scope, &mut bytes).unwrap();
    read(&bytes, format)
}

/// What other programs read in a file.
fn read(bytes: &[u8], format: Format) -> Json {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("report.{}", format.extension()));
    std::fs::write(&path, bytes).unwrap();
    let (sound, said) =
        talang_testkit::peers::run_python("report-reader.py", &[&format!("file={}", path.display())]);
    assert!(sound, "{}", said.join("\n"));
    // Complaints of the libraries stand beside the one line that is JSON.
    let line = said.iter().find(|line| line.starts_with('{')).unwrap_or_else(|| panic!("{said:#?}"));
    serde_json::from_str(line).unwrap()
}

fn refusal<T>(result: Result<T>) -> String {
    result.err().map(|e| e.faults().iter().map(|f| f.code).collect::<Vec<_>>().join(" ")).unwrap_or_default()
}

/// The column of that number, below the heading.
fn column(file: &Json, at: usize) -> Vec<Json> {
    file["rows"].as_array().unwrap().iter().skip(1).map(|row| row[at].clone()).collect()
}

// S7: true types, a header that stays, filters, widths.
#[test]
fn a_workbook_has_the_types_of_its_fields() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let boss = kit.scope(&tenant, "boss");
        let asked = query(&boss, "Employee", "number");
        let file = made(
            &boss,
            "Employee",
            &asked,
            &["number", "first_name", "last_name", "hire_date"],
            Format::Xlsx,
        );
        assert_eq!(file["sheet"], "Employees");
        assert_eq!(file["title"], "Employees");
        assert_eq!(file["creator"], tenant.name());
        assert_eq!(file["freeze"], "A2");
        assert_eq!(file["filter"], "A1:D4");
        assert_eq!(file["repeat"], "$1:$1");
        assert_eq!(file["widths"].as_array().unwrap().len(), 4);
        let heads: Vec<&str> =
            file["rows"][0].as_array().unwrap().iter().map(|c| c["value"].as_str().unwrap()).collect();
        assert_eq!(heads, ["Number", "First name", "Last name", "Hire date"]);
        // A number that begins with zeros is a code.
        let numbers = column(&file, 0);
        assert_eq!((&numbers[0]["value"], &numbers[0]["kind"]), (&"007".into(), &"str".into()));
        // What looks like a formula, and what looks like an escape, are the words that they are.
        let first = column(&file, 1);
        assert_eq!((&first[0]["value"], &first[0]["type"]), (&"=1+1".into(), &"s".into()));
        assert_eq!(first[0]["quoted"], true, "whoever edits the cell does not turn it into a formula");
        assert_eq!(column(&file, 2)[1]["value"], "O’Neil <b> & Söhne");
        // As the format spells it (ST_Xstring), which openpyxl leaves as it stands: not the letter A.
        assert_eq!(column(&file, 2)[2]["value"], "_x005F_x0041_");
        let hired = column(&file, 3);
        assert_eq!(hired[0]["value"], "1999-12-31T00:00:00");
        assert_eq!(hired[1]["value"], "2020-02-29T00:00:00");
        assert_eq!(hired[2]["value"], "1900-01-15", "spreadsheets miscount the days before March 1900");
    });
}

// S7, I2: amounts beside their currency; the fifteen digits that spreadsheets keep.
#[test]
fn amounts_are_numbers_with_their_currency_beside_them() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let mut boss = kit.scope(&tenant, "boss");
    boss.culture = Culture::find("de-DE").unwrap();
    let asked = query(&boss, "Equipment", "code");
    // A list names the currency beside its amount, as imports have it.
    let columns = ["code", "value", "value.currency", "kind", "comment"];
    let file = made(&boss, "Equipment", &asked, &columns, Format::Xlsx);
    let heads: Vec<&str> =
        file["rows"][0].as_array().unwrap().iter().map(|c| c["value"].as_str().unwrap()).collect();
    assert_eq!(heads.len(), 5);
    assert_eq!(heads[2], format!("{} (Währung)", heads[1]));
    let amounts = column(&file, 1);
    assert_eq!((&amounts[0]["value"], &amounts[0]["format"]), (&1234.56.into(), &"#,##0.00".into()));
    assert_eq!((&amounts[1]["value"], &column(&file, 2)[1]["value"]), (&99.into(), &"GBP".into()));
    assert_eq!(amounts[2]["value"], "9007199254.740993", "more digits than a spreadsheet keeps are words");
    assert_eq!(column(&file, 3)[0]["value"], "Laptop", "what people read, not the code");
    assert_eq!(column(&file, 4)[0]["value"], "two\nlines");
}

// A2, A12: a report shows what its reader may see, and is in the log before its first byte.
#[test]
fn a_report_shows_what_its_reader_may_see_and_is_logged() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let ann = kit.scope(&tenant, "ann");
        let asked = query(&ann, "Employee", "number");
        let file = made(&ann, "Employee", &asked, &["number", "birth_place"], Format::Xlsx);
        assert_eq!(column(&file, 1).iter().filter(|c| !c["value"].is_null()).count(), 0, "{file}");
        // A filter on what one may not see finds nothing; all of one's own fields are those that one may read.
        let hidden = ann
            .view(|v| Ok(Filter::parse(&v.catalogue(), &v.object("Employee")?, "birth_place is @home")?))
            .unwrap();
        let none = Query { filter: Some(hidden), ..asked.clone() };
        assert_eq!(made(&ann, "Employee", &none, &["number"], Format::Xlsx)["count"], 1, "the heading");
        let whole = made(&ann, "Employee", &asked, &[], Format::Xlsx);
        assert!(!whole.to_string().contains("Secret-Town"));
        let rita = kit.scope(&tenant, "rita");
        let asked = Query::default();
        for format in Format::ALL {
            let refused = Report::prepare(&rita, "Employee", &asked, &[], format);
            assert_eq!(refusal(refused), "right.missing");
            let unknown = Report::prepare(&ann, "Employee", &asked, &names(&["nothing"]), format);
            assert_eq!(refusal(unknown), "field.unknown");
        }
        let system = kit.system(&tenant);
        let entries = system
            .view(|v| {
                v.list(&v.object(activity::OBJECT)?, &Query { as_of: AsOf::Always, ..Query::default() })
            })
            .unwrap();
        let exports = entries.records.iter().filter(|r| r.get("action").as_text() == Some("export")).count();
        assert_eq!(exports, 3);
    });
}

// S7, S9: tagged, in the reader's language, with the fonts of every alphabet inside.
#[test]
fn a_document_can_be_read_aloud_and_has_its_header_on_every_page() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let system = kit.system(&tenant);
    system
        .change(Kind::Employees, |c| {
            for n in 100..220 {
                let values = vec![
                    ("number", text(&n.to_string())),
                    ("first_name", text("Ann")),
                    ("last_name", text(&format!("Berg-{n}"))),
                ];
                c.create("Employee", values)?;
            }
            Ok(())
        })
        .unwrap();
    let mut boss = kit.scope(&tenant, "boss");
    boss.culture = Culture::find("de-DE").unwrap();
    let asked = query(&boss, "Employee", "number");
    let columns = ["number", "first_name", "last_name", "birth_place", "hire_date"];
    let file = made(&boss, "Employee", &asked, &columns, Format::Pdf);
    assert_eq!(file["title"], "Mitarbeitende");
    assert_eq!(file["language"], "de-DE");
    assert_eq!(
        (&file["marked"], &file["shows_title"], &file["ua"]),
        (&true.into(), &true.into(), &true.into())
    );
    // One table: a row and five headings, then a row and five cells for each record, empty cells too.
    let tree = &file["tree"];
    assert_eq!((&tree["/H1"], &tree["/Table"], &tree["/THead"]), (&1.into(), &1.into(), &1.into()));
    assert_eq!((&tree["/TR"], &tree["/TH"], &tree["/TD"]), (&124.into(), &5.into(), &(123 * 5).into()));
    for font in file["fonts"].as_array().unwrap() {
        assert_eq!(font["embedded"], true, "{font}");
    }
    let pages: Vec<&str> = file["pages"].as_array().unwrap().iter().map(|p| p.as_str().unwrap()).collect();
    assert!(pages.len() > 2, "{}", pages.len());
    for (at, page) in pages.iter().enumerate() {
        let number = format!("Seite {} von {}", at + 1, pages.len());
        assert!(page.contains("Vorname") && page.contains(&number), "{page}");
    }
    let whole = pages.join("\n");
    for word in ["123 Datensätze", "Åberg", "Ђорђе", "Αθήνα", "=1+1", "29.02.2020", "Berg-219"] {
        assert!(whole.contains(word), "{word} in {whole}");
    }
}

// S7: what does not fit is said before, not after.
#[test]
fn a_report_that_is_too_long_is_refused_before_its_first_byte() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let system = kit.system(&tenant);
    system
        .change(Kind::Employees, |c| {
            for n in 0..Format::Pdf.most() {
                let values =
                    vec![("code", text(&format!("N{n}"))), ("kind", text("laptop")), ("name", text("x"))];
                c.create("Equipment", values)?;
            }
            Ok(())
        })
        .unwrap();
    let boss = kit.scope(&tenant, "boss");
    let all = Query::default();
    let pdf = Report::prepare(&boss, "Equipment", &all, &names(&["code"]), Format::Pdf);
    assert_eq!(refusal(pdf), "report.too_many");
    let file = made(&boss, "Equipment", &all, &["code"], Format::Xlsx);
    assert_eq!(file["count"], Format::Pdf.most() + 3 + 1, "a workbook holds them");
}

fn grouped(scope: &Scope, object: &str, by: &[&str], totals: &[&str]) -> Result<(Groups, Vec<Vec<String>>)> {
    scope.view(|v| {
        let object = v.object(object)?;
        let grouping = Grouping::parse(&v.catalogue(), &object, &names(by), &names(totals))?;
        let mut groups = v.groups(&object, &Query::default(), &grouping)?;
        let names = v.name_groups(&grouping, &mut groups)?;
        // What a group says it holds is what its own conditions find.
        for row in &groups.rows {
            let conditions = v.group_conditions(&grouping, row)?;
            let parts = conditions.iter().map(|c| Ok(Filter::parse(&v.catalogue(), &object, c)?));
            let filter = Some(Filter::And(parts.collect::<Result<Vec<_>>>()?));
            assert_eq!(v.count(&object, &Query { filter, ..Query::default() })?, row.count, "{conditions:?}");
        }
        Ok((groups, names))
    })
}

/// Name and number of each group.
fn counted(made: &(Groups, Vec<Vec<String>>)) -> Vec<(String, i64)> {
    made.1.iter().map(|n| n.join(" / ")).zip(made.0.rows.iter().map(|r| r.count)).collect()
}

// S7: groups by value, year and month; totals currency by currency; the database adds up.
#[test]
fn groups_are_counted_and_added_up() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let boss = kit.scope(&tenant, "boss");
        let years =
            grouped(&boss, "Employee", &["hire_date:year"], &["hire_date:min", "hire_date:max"]).unwrap();
        assert_eq!(counted(&years), [("1900".into(), 1), ("1999".into(), 1), ("2020".into(), 1)]);
        assert_eq!(years.0.all.count, 3);
        assert_eq!(years.0.all.totals, [vec![day("1900-01-15")], vec![day("2020-02-29")]]);
        let months = grouped(&boss, "Employee", &["hire_date:month"], &[]).unwrap();
        assert_eq!(counted(&months)[2], ("February 2020".into(), 1));
        let euros = |n: i64| Value::Money(n, "EUR".to_string());
        let pounds = |n: i64| Value::Money(n, "GBP".to_string());
        let totals = ["value:sum", "value:average", "value:min", "value:max"];
        let kinds = grouped(&boss, "Equipment", &["kind"], &totals).unwrap();
        assert_eq!(counted(&kinds), [("Laptop".into(), 3)]);
        let both = 1_234_560_000 + 9_007_199_254_740_993;
        let expected = [
            vec![euros(both), pounds(99_000_000)],
            vec![euros((both + 1) / 2), pounds(99_000_000)],
            vec![euros(1_234_560_000), pounds(99_000_000)],
            vec![euros(9_007_199_254_740_993), pounds(99_000_000)],
        ];
        assert_eq!(kinds.0.rows[0].totals, expected);
        assert_eq!(kinds.0.all.totals, expected);
        // What has no value is a group, the last one; two fields are groups within groups.
        let places = grouped(&boss, "Equipment", &["establishment", "status"], &[]).unwrap();
        assert_eq!(counted(&places), [(" / Available".into(), 3)]);
        let none = grouped(&boss, "Equipment", &[], &["value:sum"]).unwrap();
        assert_eq!((none.0.rows.len(), none.0.all.count), (0, 3));
    });
}

// A2: a field that may not be read is no group and no total, neither of one record nor of all.
#[test]
fn groups_tell_nothing_that_their_reader_may_not_see() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        kit.role(&tenant, "own", &[("Employee", "private", "read", "self")]);
        kit.user(&tenant, "eva", Some("2"), &["little", "own"]);
        let ann = kit.scope(&tenant, "ann");
        for by in ["birth_place", "birth_date:year"] {
            assert_eq!(refusal(grouped(&ann, "Employee", &[by], &[])), "field.unknown");
        }
        assert_eq!(refusal(grouped(&ann, "Employee", &["status"], &["birth_date:min"])), "field.unknown");
        assert_eq!(refusal(grouped(&ann, "Equipment", &["kind"], &[])), "field.unknown");
        // Of one's own record, where that is all: the others count as without a value.
        let eva = kit.scope(&tenant, "eva");
        let asked = Grouping::parse;
        let groups = eva
            .view(|v| {
                let object = v.object("Employee")?;
                let grouping = asked(&v.catalogue(), &object, &names(&["birth_place"]), &[])?;
                let mut groups = v.groups(&object, &Query::default(), &grouping)?;
                Ok((v.name_groups(&grouping, &mut groups)?, groups))
            })
            .unwrap();
        assert_eq!(groups.0, [["@home".to_string()], [String::new()]]);
        assert_eq!(groups.1.rows.iter().map(|r| r.count).collect::<Vec<_>>(), [1, 2]);
        // What cannot be grouped or added up says so.
        let boss = kit.scope(&tenant, "boss");
        for (by, totals) in [
            (vec!["hire_date:week"], vec![]),
            (vec!["work_email:year"], vec![]),
            (vec!["status"], vec!["last_name:sum"]),
            (vec!["status"], vec!["hire_date:sum"]),
            (vec!["status"], vec!["hire_date"]),
        ] {
            assert_eq!(
                refusal(grouped(&boss, "Employee", &by, &totals)),
                "report.group",
                "{by:?} {totals:?}"
            );
        }
        let many = grouped(&boss, "Employee", &["status", "sex", "civility"], &[]);
        assert_eq!(refusal(many), "report.groups");
    });
}

// S7: groups as files, with a row for all and a column for each currency.
#[test]
fn groups_are_taken_out_as_files() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let boss = kit.scope(&tenant, "boss");
    let query = Query::default();
    let (by, totals) = (names(&["status"]), names(&["value:sum"]));
    for format in [Format::Xlsx, Format::Pdf] {
        let report = Report::grouped(&boss, "Equipment", &query, (&by, &totals), format).unwrap();
        let file = opened(&boss, &report, format);
        let words = file.to_string();
        for word in ["Equipment by Status", "Available", "Records", "(EUR)", "(GBP)"] {
            assert!(words.contains(word), "{word} in {words}");
        }
        if format == Format::Xlsx {
            let last = &file["rows"][2];
            assert_eq!(
                (&last[0]["value"], &last[1]["value"], &last[3]["value"]),
                (&"All".into(), &3.into(), &99.into())
            );
        }
    }
    // For programs: no thousands in numbers, the currency in the heading, nothing that a spreadsheet would run.
    let report = Report::grouped(&boss, "Equipment", &query, (&by, &totals), Format::Csv).unwrap();
    let mut file = Vec::new();
    assert_eq!(report.write(&boss, &mut file).unwrap(), 2);
    let file = String::from_utf8(file).unwrap();
    let lines: Vec<&str> = file.trim_start_matches('\u{feff}').split("\r\n").collect();
    assert!(file.starts_with('\u{feff}') && lines.len() == 4, "{file}");
    assert_eq!(lines[0].split(',').next(), Some("Status"), "{file}");
    assert!(lines[2].starts_with("All,3,"), "{file}");
    let rita = kit.scope(&tenant, "rita");
    assert_eq!(
        refusal(Report::grouped(&rita, "Equipment", &query, (&by, &totals), Format::Xlsx)),
        "right.missing"
    );
}

// S7: what was kept on a list is made again with what its reader may see.
#[test]
fn a_kept_report_is_made_by_its_code() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let query = "{\"group\":[\"status\"],\"total\":[\"value:sum\"],\"filter\":[\"code is A, B\"]}";
    kit.system(&tenant)
        .change(Kind::Shared, |c| {
            let values = vec![
                ("code", text("stock")),
                ("label", text("Stock")),
                ("object", text("Equipment")),
                ("query", text(query)),
            ];
            c.create("SavedReport", values)
        })
        .unwrap();
    let boss = kit.scope(&tenant, "boss");
    let file = opened(&boss, &Report::saved(&boss, "stock", Format::Xlsx).unwrap(), Format::Xlsx);
    assert_eq!(file["rows"][2][1]["value"], 2, "all, narrowed by the filter");
    assert_eq!(refusal(Report::saved(&boss, "nothing", Format::Xlsx)), "record.not_found");
    let ann = kit.scope(&tenant, "ann");
    assert_eq!(refusal(Report::saved(&ann, "stock", Format::Xlsx)), "record.not_found");
}

// T9, S7, S9: headings stand on a light shade of the company's colour; the files stay sound, also with an ugly one.
#[test]
fn reports_have_the_companys_colour() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let boss = kit.scope(&tenant, "boss");
    let query = query(&boss, "Employee", "number");
    let ground = || {
        let report = Report::prepare(&boss, "Employee", &query, &names(&["number"]), Format::Pdf).unwrap();
        report.about().ground
    };
    assert_eq!(ground(), None, "the product's look");
    Charter::change(&kit.system(&tenant), |c| c.accent = "#ff00dd".to_string()).unwrap();
    assert_eq!(ground(), Some(Colour(255, 224, 251)));
    for format in [Format::Xlsx, Format::Pdf] {
        made(&boss, "Employee", &query, &["number", "last_name"], format);
    }
}

/// The query of a filter and searched words.
fn filtered(scope: &Scope, object: &str, filter: &str, search: &str) -> Query {
    let filter = scope.view(|v| Ok(Filter::parse(&v.catalogue(), &v.object(object)?, filter)?)).unwrap();
    let search = Some(search.to_string()).filter(|s| !s.is_empty());
    Query { filter: Some(filter), search, ..query(scope, object, "") }
}

// S7: whoever has the file only reads in words which records it holds, in the language of whoever made it.
#[test]
fn a_report_says_which_records_it_holds() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let mut boss = kit.scope(&tenant, "boss");
        let asked = filtered(
            &boss,
            "Employee",
            "hire_date >= 1999-12-31 and number is not empty and status is active and not last_name ~ \"x & y\"",
            "berg",
        );
        let expected = [
            "Hire date: from 31/12/1999",
            "Number: is filled in",
            "Status: Active",
            "not (Last name: contains x & y)",
            "Search words: berg",
        ];
        let file = made(&boss, "Employee", &asked, &["number"], Format::Xlsx);
        let about: Vec<&str> =
            file["about"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
        assert_eq!(about[..3], ["About", "Employees", tenant.name()]);
        assert_eq!(about[about.len() - expected.len()..], expected);
        assert_eq!(file["print"][0], "Employees");
        assert!(file["print"][1].as_str().unwrap().contains("Hire date: from 31/12/1999"), "{file}");
        let file = made(&boss, "Employee", &asked, &["number"], Format::Pdf);
        let page = file["pages"][0].as_str().unwrap();
        for line in expected {
            assert!(page.contains(line), "{line} in {page}");
        }
        // Groups say it too; the language is the reader's.
        boss.culture = Culture::find("de-DE").unwrap();
        let asked = filtered(&boss, "Equipment", "kind is laptop or value < 100", "");
        let report =
            Report::grouped(&boss, "Equipment", &asked, (&names(&["status"]), &[]), Format::Xlsx).unwrap();
        let file = opened(&boss, &report, Format::Xlsx);
        let last = file["about"].as_array().unwrap().last().unwrap().as_str().unwrap();
        assert_eq!(last, "Art: Laptop oder Wert: ist kleiner als 100");
        // What nobody asked for is not said.
        let all = made(&boss, "Equipment", &Query::default(), &["code"], Format::Xlsx);
        assert_eq!(all["about"].as_array().unwrap().len(), 5, "title, company, records, made on");
    });
}

// A2: conditions name nobody whom their reader does not see.
#[test]
fn a_report_names_nobody_whom_its_reader_does_not_see() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        kit.role(&tenant, "own", &[("Employee", "*", "read, export", "self")]);
        kit.role(&tenant, "users", &[("User", "*", "read, export", "all")]);
        kit.user(&tenant, "eva", Some("2"), &["own", "users"]);
        let eva = kit.scope(&tenant, "eva");
        let asked = filtered(&eva, "User", "employee is 007, 2", "");
        let file = made(&eva, "User", &asked, &["login"], Format::Xlsx);
        let last = file["about"].as_array().unwrap().last().unwrap().as_str().unwrap().to_string();
        assert!(last.contains("007") && last.contains("O’Neil") && !last.contains("Åberg"), "{last}");
    });
}

// T9: the company's logo stands above a document; one that is no sound picture keeps nobody from their report.
#[test]
fn documents_bear_the_logo_of_their_company() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let system = kit.system(&tenant);
        let boss = kit.scope(&tenant, "boss");
        let all = Query::default();
        let images = |bytes: &[u8], kind: &str| {
            let hash = tenant.db().attachments().put(bytes).unwrap();
            let logo = Some(Logo { hash, kind: kind.to_string() });
            Charter::change(&system, |c| c.logo = logo).unwrap();
            let file = made(&boss, "Employee", &all, &["number", "last_name"], Format::Pdf);
            assert!(file["pages"][0].as_str().unwrap().contains("Åberg"), "{file}");
            assert_eq!((&file["ua"], &file["tree"]["/H1"]), (&true.into(), &1.into()));
            file["images"].clone()
        };
        let png = talang_testkit::PNG;
        assert_eq!(images(png, "image/png"), serde_json::json!([[4, 2]]));
        // Cut off after its head, not what it says it is, endless.
        assert_eq!(images(&png[..45], "image/png"), serde_json::json!([]));
        assert_eq!(images(png, "image/jpeg"), serde_json::json!([]));
        let mut endless = png.to_vec();
        endless[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
        assert_eq!(images(&endless, "image/png"), serde_json::json!([]));
    });
}

// S9, I12: a letter can be read aloud: its subject is a heading, what is agreed a table whose names head their rows.
#[test]
fn a_letter_goes_over_pages_and_names_what_is_agreed() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = company(&kit);
    let scope = kit.scope(&tenant, "boss");
    let letter = talang_report::Letter {
        from: vec!["Acme".into(), "Main street 1".into()],
        to: vec!["Ђорђе Ann".into(), "Αθήνα".into()],
        day: "Paris, 1 January 2027".into(),
        subject: "Your offer".into(),
        text: (0..60).map(|n| format!("Paragraph {n}.\n\n")).collect(),
        terms_title: "What we offer".into(),
        terms: vec![
            ("Salary".into(), "42.000,00 €".into()),
            ("Benefits".into(), "A bicycle\nand leave".into()),
        ],
        signatures: vec!["For Acme".into(), "I accept".into()],
    };
    let bytes = letter.pdf(&scope, Culture::find("de-DE").unwrap()).unwrap();
    let file = read(&bytes, Format::Pdf);
    assert_eq!((&file["title"], &file["language"]), (&"Your offer".into(), &"de-DE".into()));
    assert_eq!((&file["marked"], &file["ua"]), (&true.into(), &true.into()));
    let tree = &file["tree"];
    assert_eq!((&tree["/H1"], &tree["/H2"], &tree["/Table"]), (&1.into(), &1.into(), &1.into()));
    assert_eq!((&tree["/TR"], &tree["/TH"], &tree["/TD"]), (&2.into(), &2.into(), &2.into()));
    let pages: Vec<&str> = file["pages"].as_array().unwrap().iter().map(|p| p.as_str().unwrap()).collect();
    assert!(pages.len() == 3 && pages[1].contains("Seite 2 von 3"), "{pages:?}");
    let whole = pages.join("\n");
    for word in ["Main street 1", "Ђорђе", "Αθήνα", "Paragraph 59.", "42.000,00 €", "and leave", "I accept"]
    {
        assert!(whole.contains(word), "{word} in {whole}");
    }
}
