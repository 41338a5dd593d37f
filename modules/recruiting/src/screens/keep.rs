//! Keeping candidates in mind: several at once get a tag, come into a pool or out of one, from the list and from the board (S2).

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use maud::{Markup, html};
use talang_catalogue::culture::fold;
use talang_catalogue::object::GENERAL;
use talang_catalogue::{Fault, Kind, Record, Value};
use talang_core_hr::kit;
use talang_engine::{Action, Change, Filter, Op, Query, Result, View, Who};
use talang_http::{Call, Reply};
use talang_screens::components::{
    Control, Dialog, Entry, Input, Opt, Problem, dialog, error_summary, input, menu_button,
};
use talang_screens::general::Narrowed;
use talang_screens::page::{done, fault_text, ui};

/// Candidates who are kept in mind at once, at most.
const MOST: usize = 100;
/// Tags that are looked at for whoever does not see all candidates.
const TAGS: usize = 500;
/// Tags in the menu of the list.
const SHOWN: usize = 20;
/// Letters that an address with the way back may have.
const LONG: usize = 2_000;

/// What is asked: whom, with which tag, into and out of which pools, and where it was asked.
#[derive(Debug, Default)]
struct Asked {
    ids: Vec<i64>,
    tag: String,
    into: String,
    out: String,
    all: bool,
}

impl Asked {
    fn read(form: &[(String, String)]) -> Asked {
        let get = |name: &str| form.iter().find(|(n, _)| n == name).map(|(_, v)| v.trim().to_string());
        let mut ids: Vec<i64> =
            form.iter().filter(|(n, _)| n == "id").filter_map(|(_, v)| v.parse().ok()).collect();
        ids.sort_unstable();
        ids.dedup();
        Asked {
            ids,
            tag: get("tag").unwrap_or_default(),
            into: get("into").unwrap_or_default(),
            out: get("out").unwrap_or_default(),
            all: get("all").as_deref() == Some("1"),
        }
    }
}

/// Pools in use, by number and name.
fn pools(v: &mut View<'_>) -> Result<Vec<Record>> {
    let object = v.object("CandidatePool")?;
    if !v.rights().may(&object, Action::Read) {
        return Ok(Vec::new());
    }
    let active = Filter::test(&object, "active", Op::Is, vec![true.into()]);
    let query =
        Query { filter: Some(active), sort: v.sort(&object, "code")?, limit: 200, ..Query::default() };
    Ok(v.list(&object, &query)?.records)
}

/// Tags in use, each once, as far as the scope sees them.
fn tags(v: &mut View<'_>) -> Result<Vec<String>> {
    let object = v.object("CandidateTag")?;
    let who = v.who(&object, GENERAL, Action::Read)?;
    let mut all = BTreeMap::new();
    let mut add = |tag: &str| {
        all.entry(fold(tag)).or_insert_with(|| tag.to_string());
    };
    match who {
        Who::Nobody => {}
        Who::Everyone | Who::Staff => {
            let known =
                v.followed(&["CandidateTag"], "tags", |v, _: Option<(Arc<BTreeSet<String>>, _)>| {
                    v.as_rule(|v| {
                        let mut found = BTreeSet::new();
                        v.scan(&object, &["tag"], &Query::default(), &mut |_, values| {
                            let tag = values.first().and_then(Value::as_text).unwrap_or_default();
                            if !found.contains(tag) {
                                found.insert(tag.to_string());
                            }
                            Ok(())
                        })?;
                        Ok(found)
                    })
                })?;
            known.iter().for_each(|tag| add(tag));
        }
        Who::Some(_) => {
            let query = Query { limit: TAGS, ..Query::default() };
            let found = v.list(&object, &query)?.records;
            found.iter().filter_map(|r| r.get("tag").as_text()).for_each(add);
        }
    }
    Ok(all.into_values().collect())
}

/// `POST /candidates/keep/selected`: what to do with those who are selected in the list.
pub fn of_list(call: &Call) -> Result<Reply> {
    ask(call, &Asked::read(&call.request.form()), &[])
}

/// `POST /applications/keep/selected`: the same from the board, with whoever the selected applications are of.
pub fn of_board(call: &Call) -> Result<Reply> {
    let mut asked = Asked::read(&call.request.form());
    asked.ids = call.scope.view(|v| {
        let object = v.object("Application")?;
        let query = Query { filter: Some(Filter::Ids(asked.ids.clone())), ..Query::default() };
        let found = v.list(&object, &query)?.records;
        Ok(found.iter().filter_map(|a| a.get("candidate").as_int()).collect())
    })?;
    asked.ids.sort_unstable();
    asked.ids.dedup();
    ask(call, &asked, &[])
}

fn ask(call: &Call, asked: &Asked, faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let count = i64::try_from(asked.ids.len()).unwrap_or_default();
    if asked.all || asked.ids.is_empty() || asked.ids.len() > MOST {
        let most = i64::try_from(MOST).unwrap_or_default();
        let content = html! { p { (ui.say_with("recruiting-mind-some", &[("count", most.into())])) } };
        let foot = html! { button.btn type="button" data-dialog-close { (ui.say("ui-close")) } };
        let title = ui.say("recruiting-mind");
        let told =
            Dialog { id: "keep-dialog", title: &title, auto: true, size: "small", content, foot, post: None };
        return Ok(Reply::html(dialog(&ui, &told).into_string()));
    }
    let markup = call.scope.view(|v| {
        let object = v.object("CandidateTag")?;
        let mut options = Vec::new();
        for pool in pools(v)? {
            options.push(Opt { value: pool.id.to_string(), label: v.title_of(&pool)?.title });
        }
        let problems: Vec<Problem> = faults
            .iter()
            .map(|f| Problem { field: "tag".into(), text: match f.code {
                "value.mandatory" => ui.say("recruiting-mind-nothing"),
                _ => fault_text(call, Some(&object), f),
            } })
            .collect();
        let known = tags(v)?;
        let select = |name: &str, label: &str, value: &str| {
            let control = Control::Select { value: value.to_string(), options: options.clone() };
            let field = Input { name: name.into(), label: ui.say(label), control, ..Input::default() };
            html! { div.tl-field-wide { (input(&ui, &field)) } }
        };
        let content = html! {
            (error_summary(&ui, &problems))
            @for id in &asked.ids { input type="hidden" name="id" value=(id); }
            div.tl-form {
                div.tl-field.tl-field-wide.is-wrong[!problems.is_empty()] {
                    label.tl-label for="f-tag" { (kit::label(call, &object, "tag")) }
                    input.form-control type="text" id="f-tag" name="tag" maxlength="60" list="keep-tags" autocomplete="off" value=(asked.tag) aria-describedby="f-tag-help";
                    datalist id="keep-tags" { @for tag in &known { option value=(tag) {} } }
                    div.tl-help id="f-tag-help" { (ui.say("recruiting-mind-tag-help")) }
                }
                @if options.len() > 1 {
                    (select("into", "recruiting-mind-into", &asked.into))
                    (select("out", "recruiting-mind-out", &asked.out))
                } @else { p.tl-soft.tl-field-wide { (ui.say("recruiting-mind-no-pools")) } }
            }
        };
        let foot = html! {
            button.btn type="button" data-dialog-close { (ui.say("ui-cancel")) }
            button.btn.btn-primary type="submit" { (ui.say("ui-save")) }
        };
        let title = ui.say_with("recruiting-mind-many", &[("count", count.into())]);
        Ok(dialog(&ui, &Dialog { id: "keep-dialog", title: &title, auto: true, size: "", content, foot, post: Some("/candidates/keep") }))
    })?;
    let status = if faults.is_empty() { 200 } else { 422 };
    Ok(Reply::html(markup.into_string()).code(status))
}

/// What was done, for the way back: tags and memberships that were made, and memberships that ended (pool and candidate).
#[derive(Debug, Default)]
struct Made {
    tags: Vec<i64>,
    members: Vec<i64>,
    left: Vec<(i64, i64)>,
    people: HashSet<i64>,
}

impl Made {
    fn undo(&self) -> Option<String> {
        let numbers = |ids: &[i64]| ids.iter().map(i64::to_string).collect::<Vec<_>>().join("_");
        let left: Vec<String> = self.left.iter().map(|(pool, person)| format!("{pool}.{person}")).collect();
        let address = format!(
            "/candidates/keep/undo?tags={}&members={}&left={}",
            numbers(&self.tags),
            numbers(&self.members),
            left.join("_")
        );
        (address.len() <= LONG).then_some(address)
    }
}

fn both(v: &mut View<'_>, object: &str, candidate: i64, field: &str, value: Value) -> Result<Option<i64>> {
    let object = v.object(object)?;
    let filter = Filter::And(vec![
        Filter::test(&object, "candidate", Op::Is, vec![candidate.into()]),
        Filter::test(&object, field, Op::Is, vec![value]),
    ]);
    let query = Query { filter: Some(filter), limit: 1, ..Query::default() };
    Ok(v.list(&object, &query)?.records.first().map(|r| r.id))
}

fn keep(c: &mut Change<'_>, asked: &Asked) -> Result<Made> {
    let object = c.object("Candidate")?;
    let query = Query { filter: Some(Filter::Ids(asked.ids.clone())), ..Query::default() };
    let people = c.list(&object, &query)?.records;
    if people.len() != asked.ids.len() {
        return Err(kit::missing("Candidate"));
    }
    let pool = |text: &str| text.parse::<i64>().ok();
    let (into, out) = (pool(&asked.into), pool(&asked.out));
    // A word that is there already is written as it is there.
    let tag = match asked.tag.as_str() {
        "" => None,
        tag => Some(tags(c)?.into_iter().find(|known| fold(known) == fold(tag)).unwrap_or(tag.to_string())),
    };
    let mut made = Made::default();
    let today: Value = c.scope().installation().clock().today().into();
    let me: Value = c.scope().actor.employee().into();
    for person in people.iter().map(|p| p.id) {
        if let Some(tag) = &tag
            && both(c, "CandidateTag", person, "tag", tag.as_str().into())?.is_none()
        {
            let values = vec![("candidate", person.into()), ("tag", tag.as_str().into())];
            made.tags.push(c.create("CandidateTag", values)?.id);
            made.people.insert(person);
        }
        if let Some(pool) = out.filter(|pool| Some(*pool) != into)
            && let Some(member) = both(c, "CandidatePoolMember", person, "pool", pool.into())?
        {
            let object = c.object("CandidatePoolMember")?;
            c.delete(&object, member, None)?;
            made.left.push((pool, person));
            made.people.insert(person);
        }
        if let Some(pool) = into
            && both(c, "CandidatePoolMember", person, "pool", pool.into())?.is_none()
        {
            let values = vec![
                ("pool", pool.into()),
                ("candidate", person.into()),
                ("added_on", today.clone()),
                ("added_by", me.clone()),
            ];
            made.members.push(c.create("CandidatePoolMember", values)?.id);
            made.people.insert(person);
        }
    }
    Ok(made)
}

/// Where it leads back to: the page on which it was asked.
fn back(call: &Call) -> String {
    let known = |page: &&str| ["/candidates", "/vacancies/"].iter().any(|p| page.starts_with(p));
    call.request.came_from().filter(known).unwrap_or("/candidates").to_string()
}

/// `POST /candidates/keep`: all of it, or nothing.
pub fn save(call: &Call) -> Result<Reply> {
    let asked = Asked::read(&call.request.form());
    if asked.ids.len() > MOST || (asked.tag.is_empty() && asked.into.is_empty() && asked.out.is_empty()) {
        return ask(call, &asked, &[Fault::new("value.mandatory").on("tag")]);
    }
    match call.scope.change(Kind::Candidates, |c| keep(c, &asked)) {
        Ok(made) if made.people.is_empty() => Ok(done(call, &back(call), "recruiting-kept-none", None, None)),
        Ok(made) => {
            Ok(done(call, &back(call), "recruiting-kept", Some(made.people.len()), made.undo().as_deref()))
        }
        Err(error) if error.is_of_the_form() => ask(call, &asked, &error.faults()),
        Err(error) => Err(error),
    }
}

/// `POST /candidates/keep/undo?tags=&members=&left=`: as it was.
pub fn undo(call: &Call) -> Result<Reply> {
    let numbers = |name: &str| -> Vec<i64> {
        call.request.query(name).unwrap_or_default().split('_').filter_map(|n| n.parse().ok()).collect()
    };
    let left: Vec<(i64, i64)> = call
        .request
        .query("left")
        .unwrap_or_default()
        .split('_')
        .filter_map(|pair| pair.split_once('.'))
        .filter_map(|(pool, person)| Some((pool.parse().ok()?, person.parse().ok()?)))
        .collect();
    call.scope.change(Kind::Candidates, |c| {
        for (name, ids) in [("CandidateTag", numbers("tags")), ("CandidatePoolMember", numbers("members"))] {
            let object = c.object(name)?;
            for id in ids.iter().take(MOST) {
                c.delete(&object, *id, None)?;
            }
        }
        for (pool, person) in left.iter().take(MOST) {
            c.create("CandidatePoolMember", vec![("pool", (*pool).into()), ("candidate", (*person).into())])?;
        }
        Ok(())
    })?;
    Ok(done(call, &back(call), "recruiting-mind-undone", None, None))
}

/// The menus of pools and tags above the list of candidates.
pub fn menus(call: &Call, v: &mut View<'_>, narrowed: &Narrowed<'_>) -> Result<Markup> {
    let ui = ui(call);
    const POOL: &str = "candidate_pool_member.pool";
    const TAG: &str = "candidate_tag.tag";
    let entry = |field: &str, value: &str, label: String| {
        let conditions = vec![format!("{field} is \"{}\"", value.replace('"', "\"\""))];
        let on = narrowed.has(&conditions);
        let href = narrowed.with(&[field], if on { &[] } else { &conditions });
        Entry { checked: Some(on), href: Some(href), label, ..Entry::default() }
    };
    let mut of_pools = Vec::new();
    for pool in pools(v)? {
        let code = pool.get("code").as_text().unwrap_or_default().to_string();
        of_pools.push(entry(POOL, &code, v.title_of(&pool)?.title));
    }
    let of_tags: Vec<Entry> = tags(v)?.iter().take(SHOWN).map(|tag| entry(TAG, tag, tag.clone())).collect();
    let menu = |id: &str, object: &str, entries: &[Entry]| {
        html! { @if !entries.is_empty() { (menu_button(id, "btn btn-quiet", "", kit::words(call, object).1, false, entries)) } }
    };
    Ok(html! {
        (menu("candidate-pools", "CandidatePool", &of_pools))
        (menu("candidate-tags", "CandidateTag", &of_tags))
        a.btn.btn-quiet href="/candidates/duplicates" { (ui.say("recruiting-duplicates")) }
    })
}
