//! Many records at once (I5, I7): one refused record stops no other, and what changes nothing writes nothing.

use talang_catalogue::{Kind, Value};
use talang_engine::{Draft, Mode, Outcome};
use talang_testkit::both;

use crate::{SETUP, company, make, numbers};

fn draft(object: &talang_catalogue::Object, number: &str, last: &str) -> Draft {
    Draft::new(
        object,
        vec![("number", number.into()), ("first_name", "F".into()), ("last_name", last.into())],
    )
    .expect("a draft")
}

#[test]
fn drafts_are_independent_and_repeat_without_writing() {
    both(&SETUP, |kit| {
        let (_, system) = company(kit);
        let run = |mode| {
            system
                .change(Kind::Employees, |c| {
                    let object = c.object("Employee")?;
                    let mut bad = draft(&object, "11", "Bad");
                    bad.values.push((object.field("work_email").expect("field").index, "nonsense".into()));
                    let drafts = vec![
                        draft(&object, "10", "Ten"),
                        bad,
                        draft(&object, "12", "Twelve"),
                        draft(&object, "10", "Ten again"),
                        draft(&object, "4", "Zorn"),
                    ];
                    c.save_all(&object, mode, drafts)
                })
                .expect("a batch")
                .into_iter()
                .map(|r| r.map(|s| s.outcome).map_err(|f| f[0].code))
                .collect::<Vec<_>>()
        };
        let (created, updated) = (Ok(Outcome::Created), Ok(Outcome::Updated));
        assert_eq!(run(Mode::Upsert), [created, Err("value.email"), created, updated, updated]);
        let again = run(Mode::Upsert);
        assert_eq!(again[2], Ok(Outcome::Unchanged));
        assert_eq!(again[4], Ok(Outcome::Unchanged));
        // I5: InsertOnly refuses what is there.
        assert_eq!(run(Mode::Insert)[0], Err("record.exists"));
        assert_eq!(numbers(&system, "last_name ~ \"ten\""), ["10"]);
    });
}

#[test]
fn a_reference_finds_what_waits_in_the_same_batch() {
    both(&SETUP, |kit| {
        let (_, system) = company(kit);
        let answers = system
            .change(Kind::Employees, |c| {
                let object = c.object("Organisation")?;
                let unit = |code: &str, parent: &str| {
                    let name = Value::Texts([("en".to_string(), code.to_string())].into_iter().collect());
                    let start = Value::from(jiff::civil::date(2024, 1, 1));
                    let values = vec![
                        ("code", code.into()),
                        ("name", name),
                        ("start", start),
                        ("parent", parent.into()),
                    ];
                    Draft::new(&object, values).expect("a draft")
                };
                let drafts = vec![unit("A", "EU"), unit("B", "A"), unit("C", "B"), unit("D", "NOWHERE")];
                c.save_all(&object, Mode::Upsert, drafts)
            })
            .expect("a batch");
        assert_eq!(answers.iter().map(|a| a.is_ok()).collect::<Vec<_>>(), [true, true, true, false]);
        assert!(answers[..3].iter().all(|a| a.as_ref().is_ok_and(|s| s.id > 0 && s.thread > 0)));
    });
}

#[test]
fn unique_fields_are_unique_within_and_across_batches() {
    both(&SETUP, |kit| {
        let (_, system) = company(kit);
        let run = |pairs: &[(&str, &str)]| {
            system
                .change(Kind::Employees, |c| {
                    let object = c.object("Employee")?;
                    let email = object.field("work_email").expect("field").index;
                    let drafts = pairs
                        .iter()
                        .map(|(number, address)| {
                            let mut draft = draft(&object, number, "L");
                            draft.values.push((email, Value::from(*address)));
                            draft
                        })
                        .collect();
                    c.save_all(&object, Mode::Upsert, drafts)
                })
                .expect("a batch")
                .into_iter()
                .map(|r| r.map(|s| s.outcome).map_err(|f| f[0].code))
                .collect::<Vec<_>>()
        };
        let first = run(&[("20", "a@x.example"), ("21", "a@x.example")]);
        assert_eq!(first, [Ok(Outcome::Created), Err("value.duplicate")]);
        assert_eq!(
            run(&[("22", "a@x.example"), ("20", "b@x.example")]),
            [Err("value.duplicate"), Ok(Outcome::Updated)]
        );
        assert_eq!(run(&[("22", "a@x.example")]), [Ok(Outcome::Created)]);
    });
}

#[test]
fn a_dry_run_leaves_nothing() {
    both(&SETUP, |kit| {
        let (_, system) = company(kit);
        let answer = system.change(Kind::Employees, |c| {
            c.dry_run();
            let object = c.object("Employee")?;
            c.save(&object, Mode::Insert, draft(&object, "99", "Dry"))
        });
        assert!(answer.is_ok());
        assert_eq!(numbers(&system, ""), ["1", "2", "3", "4"]);
    });
}

// I5: a large batch writes each record whole, though no two fill the same fields; slices of new threads find each other.
#[test]
fn a_large_batch_is_written_whole() {
    const MANY: usize = 260;
    both(&SETUP, |kit| {
        let (_, system) = company(kit);
        let save = |object: &str, values: &dyn Fn(usize) -> Vec<(&'static str, Value)>| {
            let answers = system.change(Kind::Employees, |c| {
                let object = c.object(object)?;
                let drafts = (0..MANY).map(|n| Draft::new(&object, values(n)).expect("a draft")).collect();
                c.save_all(&object, Mode::Upsert, drafts)
            });
            answers.expect("a batch").into_iter().map(|a| a.expect("saved")).collect::<Vec<_>>()
        };
        let day = |year: i16| Value::from(jiff::civil::date(year, 1, 1));
        let number = |n: usize| Value::Text(format!("N{n}"));
        save("Employee", &|n| {
            let mut values = vec![("number", number(n)), ("first_name", "F\"\\é".into())];
            values.push(("last_name", Value::Text(format!("Last {n}"))));
            match n % 3 {
                0 => values.push(("office", Value::Text(format!("Room {n}")))),
                1 => values.push(("birth_date", day(1980))),
                _ => {}
            }
            values
        });
        // Two slices of each second person in one batch.
        let saved = save("Assignment", &|n| {
            let start = day(2021 + i16::try_from(n % 2).expect("small"));
            vec![("employee", number(n / 2)), ("organisation", "EU".into()), ("start", start)]
        });
        assert!(saved.chunks(2).all(|two| two[0].thread == two[0].id && two[1].thread == two[0].id));
        let threads: std::collections::HashSet<i64> = saved.iter().map(|s| s.thread).collect();
        assert_eq!(threads.len(), MANY / 2);
        system
            .view(|v| {
                let object = v.object("Employee")?;
                for n in 0..MANY {
                    let id = v.resolve("Employee", &format!("N{n}"))?.expect("there");
                    let record = v.get(&object, id)?;
                    let office = (n % 3 == 0).then(|| format!("Room {n}"));
                    assert_eq!(record.get("office").as_text(), office.as_deref());
                    assert_eq!(record.get("birth_date").is_null(), n % 3 != 1);
                    assert_eq!(record.get("last_name").as_text(), Some(format!("Last {n}").as_str()));
                    let entry = v.history(&object, id, 5)?.remove(0);
                    let first = entry.changes.iter().find(|(i, ..)| object.fields[*i].name == "first_name");
                    assert_eq!(first.map(|(_, _, new)| new.as_text()), Some(Some("F\"\\é")));
                    assert_eq!(
                        v.search(&object, &format!("last {n}"), 300)?
                            .records
                            .iter()
                            .filter(|r| r.id == id)
                            .count(),
                        1
                    );
                }
                let slices = v.object("Assignment")?;
                let person = v.resolve("Employee", "N7")?.expect("there");
                assert_eq!(v.slices(&slices, saved[14].thread)?.len(), 2);
                assert!(
                    v.slices(&slices, saved[14].thread)?
                        .iter()
                        .all(|s| s.get("employee").as_int() == Some(person))
                );
                Ok(())
            })
            .expect("read");
        // Numbers go on behind those that were given.
        let next = make(
            &system,
            Kind::Employees,
            "Assignment",
            &[("employee", "N200"), ("organisation", "EU"), ("start", "2022-01-01")],
        );
        assert!(saved.iter().all(|s| s.id < next.id) && next.thread == next.id);
    });
}
