//! Imports and exports.

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use talang_catalogue::{Culture, Kind, Language, Value};
use talang_engine::installation::Options;
use talang_engine::{AsOf, Installation, Query, Registry, Scope, SystemClock, TenantId, jobs};
use talang_interchange::csv::{self, adapted, job};
use talang_store::Backend;
use talang_testkit::{Database, Kit, both};

use crate::support::{SETUP, counts, faults, import, import_path, number, scratch, system};

const EMPLOYEES: &str = "Employee_InsertAndUpdate_en-GB_10_.csv";

fn code_of<T: std::fmt::Debug>(result: talang_engine::Result<T>) -> String {
    result.unwrap_err().faults().iter().map(|f| f.code).collect::<Vec<_>>().join(" ")
}

fn exported(scope: &Scope, object: &str, query: &Query, columns: &[&str], culture: &str) -> String {
    let columns: Vec<String> = columns.iter().map(|c| c.to_string()).collect();
    let mut out = Vec::new();
    csv::export(scope, object, query, &columns, Culture::find(culture).unwrap(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

const ALL: Query = Query {
    filter: None,
    search: None,
    sort: Vec::new(),
    columns: Vec::new(),
    limit: 0,
    cursor: None,
    offset: 0,
    as_of: AsOf::Always,
    count: false,
};

// I5, I7: both modes; a file that changes nothing writes nothing.
#[test]
fn both_modes_and_nothing_to_do() {
    both(&SETUP, |kit| {
        let scope = system(kit);
        let file = "\u{feff}last_name,number,first_name,hire_date\r\nMartin,1,Ann,31/12/2020\r\n\"O\"\"Neil, jr\",2,Bob,2021-01-02\r\n";
        assert_eq!(counts(&import(&scope, EMPLOYEES, file).unwrap()), [2, 0, 0, 0]);
        let journal = number(&scope, "SELECT COUNT(*) FROM employees.journal");
        assert_eq!(counts(&import(&scope, EMPLOYEES, file).unwrap()), [0, 0, 2, 0]);
        assert_eq!(number(&scope, "SELECT COUNT(*) FROM employees.journal"), journal, "I7");
        // Records without a line stay; columns that are not there stay; an empty cell empties.
        let report = import(&scope, EMPLOYEES, "number;hire_date;work_phone\n2;;0123\n3;;\n").unwrap();
        assert_eq!(counts(&report), [0, 1, 0, 1]);
        assert_eq!(
            faults(&report),
            [
                (3, "first_name".into(), "value.mandatory".into()),
                (3, "last_name".into(), "value.mandatory".into())
            ]
        );
        let text =
            exported(&scope, "Employee", &ALL, &["number", "last_name", "hire_date", "work_phone"], "en-GB");
        assert_eq!(
            text,
            "\u{feff}number,last_name,hire_date,work_phone\r\n1,Martin,2020-12-31,\r\n2,\"O\"\"Neil, jr\",,0123\r\n"
        );
        let only = import(
            &scope,
            "Employee_InsertOnly_en-GB_10_.csv",
            "number,first_name,last_name\n2,x,y\n4,Eve,Wu\n",
        )
        .unwrap();
        assert_eq!(counts(&only), [1, 0, 0, 1]);
        assert_eq!(faults(&only), [(2, String::new(), "record.exists".into())]);
    });
}

// I2: what is wrong with the whole file refuses it, with every fault at once.
#[test]
fn whole_files_are_refused() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let scope = system(&kit);
    let refused = |name: &str, bytes: &[u8]| code_of(import_path(&scope, &scratch(bytes).0, name, false));
    assert_eq!(
        refused(EMPLOYEES, b"number,first_nme,number\n1,a,b\n"),
        "file.column_unknown file.column_twice"
    );
    assert_eq!(refused(EMPLOYEES, b"first_name\nx\n"), "file.column_missing");
    assert_eq!(refused(EMPLOYEES, b"number\n1\xff\n"), "file.encoding");
    assert_eq!(refused(EMPLOYEES, b"\xef\xbb\xbf"), "file.header");
    assert_eq!(refused("Employe_InsertAndUpdate_en-GB_10_.csv", b"number\n1\n"), "file.type");
    assert_eq!(refused("Employee_Upsert_en-GB_10_.csv", b"number\n1\n"), "file.mode");
    let error = import(&scope, EMPLOYEES, "number,frst_name\n1,a\n").unwrap_err();
    let near = error.faults().first().and_then(|f| f.arg("near").map(str::to_string)).unwrap();
    assert!(near.starts_with("first_name"), "{near}");
    assert_eq!(number(&scope, "SELECT COUNT(*) FROM employees.employee"), 0);
}

// I5: a line that fails never stops the others; its neighbours go in, it comes back to be corrected.
#[test]
fn rejected_lines_come_back() {
    both(&SETUP, |kit| {
        let scope = system(kit);
        let file = "number;last_name;first_name;hire_date;status\r\n\
                    1;\"A\nB\";x;31/13/2020;gone\r\n\
                    2;B;y;31/12/2020;active\r\n\
                    3;\"never closed;z;;\r\n\
                    4;short\r\n\
                    5;E;u;2020-02-30;active;\r\n";
        let report = import(&scope, EMPLOYEES, file).unwrap();
        assert_eq!(counts(&report), [1, 0, 0, 4]);
        let told = faults(&report);
        let told: Vec<(u64, &str, &str)> =
            told.iter().map(|(l, c, k)| (*l, c.as_str(), k.as_str())).collect();
        // A text over two lines counts as the lines it takes.
        assert_eq!(
            told,
            [
                (2, "hire_date", "value.date"),
                (2, "status", "value.choice"),
                (5, "", "line.quote"),
                (6, "", "line.columns"),
                (7, "hire_date", "value.date")
            ]
        );
        let retry = std::fs::read_to_string(report.retry_file.unwrap()).unwrap();
        assert!(
            retry.starts_with(
                "number;last_name;first_name;hire_date;status\r\n1;\"A\nB\";x;31/13/2020;gone\r\n"
            ),
            "{retry}"
        );
        assert_eq!(retry.lines().count(), 6);
        let result = std::fs::read_to_string(&report.result_file).unwrap();
        assert!(
            result.starts_with(
                "\u{feff}line,outcome,column,code,message,object\r\n2,rejected,hire_date,value.date,"
            ),
            "{result}"
        );
        assert!(result.contains("\r\n4,created,,,,Employee\r\n"), "{result}");
        // The corrected file goes in under the same name.
        let mended =
            retry.replace("31/13/2020;gone", "31/12/2020;suspended").replace("2020-02-30", "2020-02-28");
        let mended = mended
            .replace("\"A\nB\"", "AB")
            .replace("\"never closed", "closed")
            .replace("4;short", "4;D;w;;");
        let mended = import(&scope, EMPLOYEES, &mended).unwrap();
        assert_eq!(counts(&mended), [4, 0, 0, 0], "{:?}", mended.faults);
    });
}

// I2: references may point further down in the same file, over several steps.
#[test]
fn references_may_point_forward() {
    both(&SETUP, |kit| {
        let scope = system(kit);
        let mut file = "code,start,name.en,parent\n".to_string();
        for n in 1..2500 {
            let _ = std::fmt::Write::write_fmt(
                &mut file,
                format_args!(
                    "U{n},2020-01-01,Unit {n},{}\n",
                    if n % 4 == 0 { "TOP".into() } else { format!("U{}", n + 1) }
                ),
            );
        }
        file.push_str("TOP,2020-01-01,Top,\nX,2020-01-01,Lost,NOWHERE\nY,2020-01-01,Lost too,X\n");
        let name = "Organisation_InsertAndUpdate_en-GB_10_.csv";
        let report = import(&scope, name, &file).unwrap();
        // The last unit points to one that is not there, and takes those that hang on it along.
        let told: Vec<u64> = faults(&report).iter().map(|(l, _, _)| *l).collect();
        assert_eq!(report.counts.rejected, told.len() as u64);
        assert_eq!(told, [2498, 2499, 2500, 2502, 2503]);
        assert!(
            faults(&report).iter().all(|(_, column, code)| column == "parent" && code == "reference.unknown")
        );
        assert_eq!(counts(&import(&scope, name, &file).unwrap()), [0, 0, 2497, 5]);
    });
}

// I2: slices of dated objects; the one before ends when the next begins.
#[test]
fn dated_slices() {
    both(&SETUP, |kit| {
        let scope = system(kit);
        import(&scope, EMPLOYEES, "number,first_name,last_name\n1,Ann,Martin\n").unwrap();
        let name = "Assignment_InsertAndUpdate_fr-FR_20_.csv";
        let file = "employee;start;job_title\n1;01/01/2020;Eins\n1;01/06/2021;Zwei\n1;01/01/2021;Mitte\n";
        assert_eq!(counts(&import(&scope, name, file).unwrap()), [3, 0, 0, 0]);
        let columns = ["employee", "start", "end", "job_title"];
        let text = exported(&scope, "Assignment", &ALL, &columns, "sv-SE");
        assert_eq!(
            text,
            "\u{feff}employee;start;end;job_title\r\n1;2020-01-01;2020-12-31;Eins\r\n1;2021-06-01;;Zwei\r\n1;2021-01-01;2021-05-31;Mitte\r\n"
        );
        assert_eq!(counts(&import(&scope, name, &text).unwrap()), [0, 0, 3, 0]);
        let today =
            exported(&scope, "Assignment", &Query::default(), &["job_title", "employee.last_name"], "sv-SE");
        assert_eq!(today, "\u{feff}job_title;employee.last_name\r\nZwei;Martin\r\n");
    });
}

// I2, I4, S10: decimals and separators of the culture, texts per language, amounts, formulas; out and in again.
#[test]
fn what_goes_out_comes_in_unchanged() {
    both(&SETUP, |kit| {
        let scope = system(kit);
        import(
            &scope,
            EMPLOYEES,
            "number,first_name,last_name,work_phone,office\n1,'=2+3,-Ann,'+33 1 23 45 67 89,''=x\n2,@a,'s Hertog,,\n",
        )
        .unwrap();
        let text =
            exported(&scope, "Employee", &ALL, &["number", "first_name", "last_name", "office"], "de-DE");
        assert_eq!(
            text,
            "\u{feff}number;first_name;last_name;office\r\n1;'=2+3;'-Ann;''=x\r\n2;'@a;'s Hertog;\r\n"
        );
        let rates = "employee;kind;start;rate;rate.currency\n1;base;01/01/2024;1 234,5;EUR\n1;cost;01/01/2024;0,01;eur\n2;base;01/01/2024;7;SEK\n";
        let report = import(&scope, "HourlyRate_InsertAndUpdate_fr-FR_10_.csv", rates).unwrap();
        assert_eq!(faults(&report), []);
        for object in ["Employee", "HourlyRate", "Skill", "Country", "ValueListItem", "Job", "RoleRight"] {
            for culture in ["fr-FR", "en-GB"] {
                let text = exported(&scope, object, &ALL, &[], culture);
                let lines = text.lines().count() as u64;
                let report =
                    import(&scope, &format!("{object}_InsertAndUpdate_{culture}_1_.csv"), &text).unwrap();
                let [created, updated, unchanged, rejected] = counts(&report);
                assert_eq!(
                    [created, updated, rejected],
                    [0, 0, 0],
                    "{object} {culture}: {:?}",
                    report.faults
                );
                assert!(unchanged > 0 && unchanged < lines);
            }
        }
        let money = exported(&scope, "HourlyRate", &ALL, &["rate", "rate.currency"], "fr-FR");
        assert_eq!(money, "\u{feff}rate;rate.currency\r\n1234,5;EUR\r\n0,01;EUR\r\n7;SEK\r\n");
        // Money is compared with an amount in any currency, or in one.
        for (question, expected) in [
            ("rate >= 7", 2),
            ("rate < 7", 1),
            ("rate >= \"1 EUR\"", 1),
            ("rate is 7", 1),
            ("rate is \"7 EUR\"", 0),
            ("rate != \"7 SEK\"", 2),
        ] {
            let count = scope.view(|v| {
                let object = v.object("HourlyRate")?;
                let filter = Some(talang_engine::Filter::parse(&v.catalogue(), &object, question)?);
                v.count(&object, &talang_engine::Query { filter, ..ALL })
            });
            assert_eq!(count.unwrap(), expected, "{question}");
        }
    });
}

// S10: `label` is the text in the file's language; an empty cell empties that language alone.
#[test]
fn texts_per_language() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let scope = system(&kit);
    let name = |culture: &str| format!("JobFamily_InsertAndUpdate_{culture}_1_.csv");
    import(&scope, &name("fr-FR"), "code;label;label.de\nX1;Santé;Gesundheit\n").unwrap();
    import(&scope, &name("en-GB"), "code,label\nX1,Health\n").unwrap();
    let read = || exported(&scope, "JobFamily", &ALL, &["code", "label.en", "label.fr", "label.de"], "en-GB");
    assert!(read().ends_with("X1,Health,Santé,Gesundheit\r\n"), "{}", read());
    assert_eq!(counts(&import(&scope, &name("en-GB"), "code,label.fr\nX1,\n").unwrap()), [0, 1, 0, 0]);
    assert!(read().ends_with("X1,Health,,Gesundheit\r\n"), "{}", read());
    assert_eq!(code_of(import(&scope, &name("fr-FR"), "code;label;label.fr\nX1;a;b\n")), "file.column_twice");
}

// I1, G1: a right for each import and export; what is hidden does not leak; records out of reach are refused.
#[test]
fn imports_and_exports_have_rights_of_their_own() {
    both(&SETUP, |kit| {
        let acme = kit.tenant("acme");
        let scope = system(kit);
        import(
            &scope,
            EMPLOYEES,
            "number,first_name,last_name,birth_date\n1,Ann,Martin,1980-01-01\n2,Bob,Wu,1990-01-01\n",
        )
        .unwrap();
        kit.role(&acme, "reader", &[("*", "*", "read", "all")]);
        kit.role(
            &acme,
            "clerk",
            &[
                ("Employee", "general", "read, update, import, export", "all"),
                ("Employee", "private", "read, update", "self"),
            ],
        );
        kit.user(&acme, "rita", None, &["reader"]);
        kit.user(&acme, "carl", Some("1"), &["clerk"]);
        let (rita, carl) = (kit.scope(&acme, "rita"), kit.scope(&acme, "carl"));
        assert_eq!(code_of(import(&rita, EMPLOYEES, "number\n1\n")), "right.missing");
        let mut out = Vec::new();
        let culture = Culture::find("en-GB").unwrap();
        assert_eq!(code_of(csv::export(&rita, "Employee", &ALL, &[], culture, &mut out)), "right.missing");
        assert!(out.is_empty());
        let text = exported(&carl, "Employee", &ALL, &["number", "birth_date"], "en-GB");
        assert_eq!(text, "\u{feff}number,birth_date\r\n1,1980-01-01\r\n2,\r\n");
        let header = exported(&carl, "Employee", &ALL, &[], "en-GB");
        assert!(
            !header.lines().next().unwrap().contains("disability"),
            "a group that is wholly hidden has no column"
        );
        let report =
            import(&carl, EMPLOYEES, "number,birth_date\n1,1981-01-01\n2,1991-01-01\n3,2000-01-01\n")
                .unwrap();
        assert_eq!(counts(&report), [0, 1, 0, 2]);
        assert_eq!(code_of(csv::export(&scope, "Nothing", &ALL, &[], culture, &mut out)), "object.unknown");
    });
}

// I5: a dry run tells the same and writes nothing; lines see the ones before them.
#[test]
fn a_dry_run_writes_nothing() {
    both(&SETUP, |kit| {
        let scope = system(kit);
        let file = scratch(
            "code,start,name.en,parent\nA,2020-01-01,A,B\nB,2020-01-01,B,\nA,2021-01-01,A2,\nC,x,C,\n",
        );
        let name = "Organisation_InsertAndUpdate_en-GB_10_.csv";
        let journal = || {
            number(&scope, "SELECT COUNT(*) FROM employees.journal")
                + number(&scope, "SELECT COUNT(*) FROM shared.journal")
        };
        let before = journal();
        let dry = import_path(&scope, &file.0, name, true).unwrap();
        assert_eq!(journal(), before);
        let wet = import_path(&scope, &file.0, name, false).unwrap();
        assert_eq!((counts(&dry), faults(&dry)), (counts(&wet), faults(&wet)));
        assert_eq!(counts(&wet), [3, 0, 0, 1]);
    });
}

// Messages in the user's language.
#[test]
fn faults_are_told_in_the_language_of_the_user() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let mut scope = system(&kit);
    let tell = |scope: &Scope| {
        let report = import(scope, EMPLOYEES, "number,first_name,last_name,hire_date\n1,a,b,soon\n").unwrap();
        report.faults[0].first[0].message.clone()
    };
    let english = tell(&scope);
    scope.culture = Culture::find("de-DE").unwrap();
    let german = tell(&scope);
    assert!(
        english.contains("is not a valid date") && german.contains("Datum") && german != english,
        "{german}"
    );
}

const PEOPLE: usize = 12_000;

fn people() -> String {
    let mut file = "number,first_name,last_name\n".to_string();
    for n in 0..PEOPLE {
        // Every tenth line is wrong.
        let bad = if n % 10 == 9 { "," } else { "" };
        let _ = std::fmt::Write::write_fmt(&mut file, format_args!("N{n},First {n},Last {n}{bad}\n"));
    }
    file.replace(",\n", ",x\n")
}

fn check_whole(scope: &Scope, id: i64) {
    let job = scope.view(|v| v.job(Kind::Employees, id)).unwrap();
    assert_eq!(job.state, "done", "{:?}", job.result);
    let good = PEOPLE as u64 / 10 * 9;
    assert_eq!(
        job.result["counts"],
        serde_json::json!({"lines": PEOPLE, "created": good, "updated": 0, "unchanged": 0, "rejected": PEOPLE as u64 - good})
    );
    assert_eq!(number(scope, "SELECT COUNT(*) FROM employees.employee") as u64, good);
    assert_eq!(
        number(scope, "SELECT COUNT(*) FROM employees.journal") as u64,
        good,
        "no line was written twice"
    );
    let result =
        std::fs::read_to_string(job::file(scope, Kind::Employees, id, job::JobFile::Result).unwrap())
            .unwrap();
    assert_eq!(result.lines().count(), PEOPLE + 1);
    let numbers: Vec<u64> =
        result.lines().skip(1).map(|l| l.split(',').next().unwrap().parse().unwrap()).collect();
    assert_eq!(numbers, (2..PEOPLE as u64 + 2).collect::<Vec<_>>());
    let retry =
        std::fs::read_to_string(job::file(scope, Kind::Employees, id, job::JobFile::Retry).unwrap()).unwrap();
    assert_eq!(retry.lines().count(), PEOPLE / 10 + 1);
}

// I7, the ground: a job that is stopped in the middle goes on where it was.
#[test]
fn a_stopped_job_goes_on() {
    both(&SETUP, |kit| {
        let scope = system(kit);
        let file = scratch(people());
        let (kind, id) = job::start(&scope, &file.0, EMPLOYEES, false, None).unwrap();
        assert_eq!(kind, Kind::Employees);
        let mut rounds = 0;
        loop {
            let calls = AtomicU32::new(0);
            let stop = || calls.fetch_add(1, Ordering::Relaxed) > 4;
            jobs::run_due(&kit.installation(), &stop).unwrap();
            rounds += 1;
            kit.restart();
            let scope = system(kit);
            if scope.view(|v| v.job(kind, id)).unwrap().state == "done" {
                break;
            }
            assert!(rounds < 50);
        }
        assert!(rounds > 2, "it was interrupted");
        check_whole(&system(kit), id);
    });
}

const CHILD: &str = "TALANG_TEST_IMPORT_CHILD";

/// Opens an installation's folder as another process does.
fn open_folder(folder: &str) -> Arc<Installation> {
    let registry = Registry::new((SETUP.modules)()).unwrap();
    let options =
        Options { data: folder.into(), backend: Backend::Sqlite, durable: true, open_tenants: 5, keys: None };
    Installation::open(options, registry, Arc::new(SystemClock), SETUP.seed, SETUP.seed_version).unwrap()
}

/// Not a test of its own: what the next one starts and kills.
#[test]
fn child_that_is_killed() {
    let Ok(folder) = std::env::var(CHILD) else { return };
    let installation = open_folder(&folder);
    // The lease of the process that was killed before is still running: it is over in this process's eyes.
    let tenant = installation.tenant(&TenantId::parse("acme").unwrap()).unwrap();
    tenant
        .db()
        .write(|c| {
            c.exec("UPDATE employees.job_queue SET lease_until = 0 WHERE state = 'running'", &[]).map(|_| ())
        })
        .unwrap();
    println!("started");
    std::io::stdout().flush().unwrap();
    jobs::run_due(&installation, &|| false).unwrap();
}

// The ground: kill -9 loses no line and repeats none.
#[test]
fn a_killed_import_loses_and_repeats_nothing() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let scope = system(&kit);
    let file = scratch(people());
    let (_, id) = job::start(&scope, &file.0, EMPLOYEES, false, None).unwrap();
    let done = || number(&scope, "SELECT COUNT(*) FROM employees.employee");
    let (mut kills, began) = (0, Instant::now());
    loop {
        let before = done();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "csv::child_that_is_killed", "--nocapture"])
            .env(CHILD, kit.data())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let ended = loop {
            if child.try_wait().unwrap().is_some() {
                break true;
            }
            // Killed at whatever moment after its first commits.
            if kills < 4 && done() > before + 500 + kills * 300 {
                std::thread::sleep(Duration::from_millis(kills as u64 * 7));
                child.kill().unwrap();
                child.wait().unwrap();
                break false;
            }
            std::thread::sleep(Duration::from_millis(1));
            assert!(began.elapsed() < Duration::from_secs(120));
        };
        if ended {
            break;
        }
        kills += 1;
    }
    assert!(kills > 0, "it was killed at least once");
    check_whole(&scope, id);
}

// I2: what is refused as a whole tells the user so.
#[test]
fn a_job_that_is_refused_says_why() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let acme = kit.tenant("acme");
    kit.role(&acme, "clerk", &[("*", "*", "read, create, update, import", "all")]);
    kit.user(&acme, "carl", None, &["clerk"]);
    kit.user(&acme, "eve", None, &["clerk"]);
    let carl = kit.scope(&acme, "carl");
    assert_eq!(
        code_of(job::start(&carl, &scratch("nmber\n1\n").0, EMPLOYEES, false, None)),
        "file.column_unknown file.column_missing"
    );
    let (kind, id) =
        job::start(&carl, &scratch("number,first_name,last_name\n1,a,b\n").0, EMPLOYEES, true, None).unwrap();
    jobs::run_due(&kit.installation(), &|| false).unwrap();
    let job = carl.view(|v| v.job(kind, id)).unwrap();
    assert_eq!(
        (job.state.as_str(), &job.result["counts"]["created"], &job.result["dry_run"]),
        ("done", &1.into(), &true.into())
    );
    assert_eq!(number(&carl, "SELECT COUNT(*) FROM employees.employee"), 0);
    // Nobody else's result can be fetched.
    assert!(job::file(&carl, kind, id, job::JobFile::Result).is_ok());
    assert_eq!(
        code_of(job::file(&kit.scope(&acme, "eve"), kind, id, job::JobFile::Result)),
        "record.not_found"
    );
}

const IBM: &str = "\
Age,Attrition,BusinessTravel,Department,Education,EducationField,EmployeeNumber,Gender,HourlyRate,JobLevel,JobRole,MaritalStatus,YearsAtCompany,YearsInCurrentRole
49,0,Travel_Rarely,Research & Development,1,Life Sciences,2,Male,61,2,Research Scientist,Married,10,7
33,1,Travel_Rarely,Sales,4,Marketing,5,Female,56,1,Sales Executive,Single,8,7
40,0,Travel_Rarely,Catering,4,Marketing,6,Female,56,1,Sales Executive,Single,8,7
";

// I2: foreign files by the formats that come with the product.
#[test]
fn adapted_formats_read_foreign_files() {
    both(&SETUP, |kit| {
        let scope = system(kit);
        let report = import(&scope, "ibm.csv", IBM).unwrap();
        assert_eq!(report.adapted.as_deref(), Some("ibm-hr-attrition"));
        let parts: Vec<(&str, u64, u64)> =
            report.parts.iter().map(|p| (p.object.as_str(), p.counts.created, p.counts.rejected)).collect();
        assert_eq!(
            parts,
            [
                ("Organisation", 1, 0),
                ("Organisation", 2, 1),
                ("Employee", 3, 0),
                ("Assignment", 2, 1),
                ("HourlyRate", 3, 0),
                ("Education", 3, 0),
                ("EmployeeEvent", 1, 0)
            ],
            "{:#?}",
            report.faults
        );
        let told = faults(&report);
        assert!(
            told.iter()
                .all(|(line, column, code)| *line == 4 && column == "Department" && code == "adapt.unmapped"),
            "{told:?}"
        );
        let retry = std::fs::read_to_string(report.retry_file.unwrap()).unwrap();
        assert_eq!(retry.lines().next(), IBM.lines().next());
        let text = exported(
            &scope,
            "Employee",
            &ALL,
            &["number", "last_name", "hire_date", "exit_date", "status"],
            "en-GB",
        );
        assert!(text.contains("\r\n5,No. 5,2016-12-31,2024-12-31,left\r\n"), "{text}");
        // Once more: nothing changes.
        let again = import(&scope, "ibm.csv", IBM).unwrap();
        assert_eq!((again.counts.created, again.counts.updated), (0, 0));
    });
}

// I2: languages from the file's name, several records from one cell, relations gathered.
#[test]
fn esco_files() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let scope = system(&kit);
    let head = "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,description\n";
    let uri = "http://data.europa.eu/esco/skill";
    let english = format!(
        "{head}KnowledgeSkillCompetence,{uri}/A1,knowledge,cross-sector,Haskell,\"h\nHS\",functional\nKnowledgeSkillCompetence,{uri}/B1,skill/competence,transversal,write code,,\nKnowledgeSkillCompetence,{uri}/C1,skill/competence,transversal,,,\n"
    );
    let report = import(&scope, "skills_en-us.csv", &english).unwrap();
    assert_eq!(counts(&report), [4, 0, 0, 0], "{:#?}", report.faults);
    let report = import(&scope, "skills_fr.csv", &english.replace("write code", "écrire du code")).unwrap();
    assert_eq!(report.parts[0].counts.updated, 2, "{:#?}", report.faults);
    let text = exported(&scope, "Skill", &ALL, &["code", "label.en", "label.fr", "kind"], "en-GB");
    assert!(text.contains("B1,write code,écrire du code,skill\r\n"), "{text}");
    let relations = format!(
        "conceptType,conceptUri,broaderType,broaderUri\nx,{uri}/A1,y,{uri}/B1\nx,{uri}/B1,y,{uri}/nowhere\nx,{uri}/A1,y,{uri}/communication\n"
    );
    let report = import(&scope, "broaderRelationsSkillPillar.csv", &relations).unwrap();
    assert_eq!(counts(&report), [0, 1, 0, 1], "{:#?}", report.faults);
    assert_eq!(faults(&report), [(3, "broaderUri".into(), "reference.unknown".into())]);
    let text = exported(&scope, "Skill", &ALL, &["code", "broader"], "en-GB");
    assert!(text.contains("A1,\"B1, communication\"\r\n"), "{text}");
}

// I2: a tenant's own formats.
#[test]
fn a_tenant_saves_formats_of_its_own() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let scope = system(&kit);
    let format = "code = \"mine\"\nname.en = \"Mine\"\n[[source]]\ncolumns = [\"No\", \"Name\"]\nencoding = \"windows-1252\"\n[[source.output]]\nobject = \"Employee\"\norder = 1\n[source.output.columns]\nnumber = { from = \"No\" }\nlast_name = { from = \"Name\" }\nfirst_name = { constant = \"?\" }\n";
    assert_eq!(code_of(adapted::save(&scope, &format.replace("last_name", "lst_name"))), "adapt.format");
    assert_eq!(code_of(adapted::save(&scope, &format.replace("number =", "office ="))), "adapt.format");
    assert_eq!(
        code_of(adapted::save(&scope, &format.replace("\"mine\"", "\"esco-skills\""))),
        "adapt.format"
    );
    adapted::save(&scope, format).unwrap();
    adapted::save(&scope, format).unwrap();
    let codes =
        scope.view(|v| Ok(adapted::formats(v)?.into_iter().map(|f| f.code).collect::<Vec<_>>())).unwrap();
    assert_eq!(codes, ["esco-skills", "ibm-hr-attrition", "mine"]);
    let report = import_path(&scope, &scratch(b"No;Name\n1;M\xfcller\n").0, "export.csv", false).unwrap();
    assert_eq!((report.adapted.as_deref(), counts(&report)), (Some("mine"), [1, 0, 0, 0]));
    assert!(exported(&scope, "Employee", &ALL, &["last_name"], "en-GB").contains("Müller"));
    adapted::remove(&scope, "mine").unwrap();
    assert_eq!(code_of(adapted::remove(&scope, "mine")), "record.not_found");
    assert_eq!(code_of(import_path(&scope, &scratch(b"No;Name\n1;x\n").0, "export.csv", false)), "file.name");
}

// I2: every format has an example, and every example imports as it stands in a new tenant.
#[test]
fn every_format_s_example_imports() {
    both(&SETUP, |kit| {
        let scope = system(kit);
        let examples = csv::examples(&scope).unwrap();
        assert_eq!(examples.len(), csv::formats(&scope).unwrap().len());
        let mut failed = Vec::new();
        for example in &examples {
            match import(&scope, &example.file_name, &example.text) {
                Ok(report) if report.counts.lines > 0 && report.counts.rejected == 0 => {}
                Ok(report) => {
                    failed.push(format!("{}: {:?}\n{}", example.file_name, report.faults, example.text))
                }
                Err(error) => failed.push(format!("{}: {error:?}\n{}", example.file_name, example.text)),
            }
        }
        assert!(failed.is_empty(), "{} of {}:\n{}", failed.len(), examples.len(), failed.join("\n"));
    });
}

// I2, S10: the documentation has every column of the tenant, its own fields too, in every language.
#[test]
fn formats_are_documented_from_the_catalogue() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let mut scope = system(&kit);
    scope
        .change(Kind::Shared, |c| {
            let label = Value::Texts([("en".to_string(), "Shoe size".to_string())].into_iter().collect());
            c.create(
                "ExtraField",
                vec![
                    ("object", "Employee".into()),
                    ("code", "shoe_size".into()),
                    ("field_type", "integer".into()),
                    ("label", label),
                    ("privacy_class", "private".into()),
                ],
            )
            .map(|_| ())
        })
        .unwrap();
    for language in Language::ALL {
        scope.culture = Culture::of(language);
        let page = csv::formats_markdown(&scope).unwrap();
        assert!(page.contains("`shoe_size`") && page.contains("`rate` `rate.currency`"));
        assert!(!page.contains("csv-"), "a text is missing in {language:?}");
    }
    let json = csv::formats_json(&scope).unwrap();
    let employee = json.as_array().unwrap().iter().find(|f| f["name"] == "Employee").unwrap();
    let column =
        |name: &str| employee["columns"].as_array().unwrap().iter().find(|c| c["name"] == name).unwrap();
    assert_eq!((&column("number")["key"], &column("number")["mandatory"]), (&true.into(), &true.into()));
    assert_eq!(column("status")["allowed"], serde_json::json!(["active", "suspended", "left", "future"]));
    assert_eq!(
        (&column("shoe_size")["extra"], &column("shoe_size")["type"]),
        (&true.into(), &"integer".into())
    );
    // The own field is a column like any other.
    let report = import(&scope, EMPLOYEES, "number,first_name,last_name,shoe_size\n1,a,b,42\n").unwrap();
    assert_eq!(counts(&report), [1, 0, 0, 0]);
    assert!(exported(&scope, "Employee", &ALL, &["shoe_size"], "en-GB").ends_with("42\r\n"));
}
