//! New employees through the whole gate (rights, rules, journal, search), against a raw prepared insert of the same rows.

use std::time::Instant;

use talang_store::{Conn, P};

use crate::world::{World, employee, save};

pub fn run(rows: usize) {
    let world = World::new("gate", 10);
    let tenant = world.tenant("acme");
    let scope = world.user(&tenant, "importer", None, &[("*", "*", "read,create,update,import", "all")]);
    let object = scope.view(|v| v.object("Employee")).expect("the object");
    let drafts: Vec<_> = (0..rows).map(|n| employee(&object, n)).collect();

    // The limits: the same cells by one prepared statement in one transaction, into a bare table and into the real one
    // with its indexes (of another tenant), without rules, rights, journal and search.
    let columns: Vec<String> =
        drafts[0].values.iter().map(|(i, _)| format!("\"{}\"", object.fields[*i].column)).collect();
    let names: Vec<&str> = columns.iter().map(String::as_str).collect();
    let other = world.tenant("other");
    let raw = |table: &str, create: bool| {
        let inserted = other.db().write(|conn: &mut Conn| {
            if create {
                conn.batch(&format!(
                    "CREATE TABLE {table} (id INTEGER PRIMARY KEY, {})",
                    columns.join(", ")
                ))?;
            }
            let begin = Instant::now();
            for chunk in drafts.chunks(10_000) {
                let rows: Vec<Vec<P<'_>>> = chunk
                    .iter()
                    .map(|d| {
                        d.values
                            .iter()
                            .map(|(_, v)| match v {
                                talang_catalogue::Value::Int(n) => P::Int(*n),
                                talang_catalogue::Value::Text(s) => P::Text(s),
                                _ => P::Null,
                            })
                            .collect()
                    })
                    .collect();
                conn.insert(table, &names, &rows)?;
            }
            Ok::<_, talang_store::Error>(begin.elapsed())
        });
        inserted.expect("raw rows")
    };
    let bare = raw("employees.raw", true);
    let indexed = raw("employees.employee", false);

    let (created, refused) = save(&scope, "Employee", drafts.clone());
    let (unchanged, refused_again) = save(&scope, "Employee", drafts);
    let rate = |time: std::time::Duration| rows as f64 / time.as_secs_f64();
    println!("rows                      {rows} (refused {refused}, then {refused_again})");
    let show = |what: &str, time| {
        let own = rate(time);
        let (bare, indexed) = (own / rate(bare), own / rate(indexed));
        println!("{what:<34}{own:>9.0} rows/s  {bare:.3} of bare  {indexed:.3} of indexed");
    };
    show("raw insert, bare table", bare);
    show("raw insert, table with its indexes", indexed);
    show("created through the gate", created);
    show("unchanged, again", unchanged);
}
