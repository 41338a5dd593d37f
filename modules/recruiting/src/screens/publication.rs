//! Where candidates read a vacancy: the career sites, each with what shows there, and all postings.

use maud::{Markup, html};
use talang_catalogue::value::days_of_date;
use talang_catalogue::{Kind, Record};
use talang_core_hr::kit::{self, Related, related};
use talang_engine::{Action, Filter, Op, Query, Result, View};
use talang_http::{Call, Reply, encode};
use talang_screens::components::{Tone, alert, badge, card, icon};
use talang_screens::page::{csrf_field, done, ui};

use crate::objects::careers::FrontOffice;

/// The tab of a vacancy's page.
pub fn publication(call: &Call, v: &mut View<'_>, record: &Record) -> Result<Markup> {
    let ui = ui(call);
    let open = record.get("state").as_text() == Some("open");
    let back = format!("/vacancies/{}?tab=publication", record.id);
    let title = kit::words(call, "VacancyPosting").1;
    let postings = Related {
        object: "VacancyPosting",
        title,
        link: "vacancy",
        fields: &["channel", "start", "end", "state", "url"],
        back: &back,
        always: true,
    };
    Ok(html! {
        div.tl-stack {
            p.tl-soft { (ui.say("recruiting-publication-text")) }
            @if !open { (alert(Tone::Info, "", html! { (ui.say("recruiting-not-open")) })) }
            (sites(call, v, record, open)?)
            (related(call, v, record.id, &postings)?)
        }
    })
}

/// The numbers of the vacancy's postings of today on a channel.
fn posted(v: &mut View<'_>, vacancy: i64, channel: &str) -> Result<bool> {
    let object = v.object("VacancyPosting")?;
    let filter = Filter::And(vec![
        Filter::test(&object, "vacancy", Op::Is, vec![vacancy.into()]),
        Filter::test(&object, "channel", Op::Is, vec![channel.into()]),
        Filter::test(&object, "state", Op::Is, vec!["planned".into(), "online".into()]),
    ]);
    Ok(v.count(&object, &Query { filter: Some(filter), ..Query::default() })? > 0)
}

fn sites(call: &Call, v: &mut View<'_>, record: &Record, open: bool) -> Result<Markup> {
    let ui = ui(call);
    if !kit::may(v, "FrontOffice", Action::Read) {
        return Ok(html! {});
    }
    let object = v.object("FrontOffice")?;
    let active = Filter::test(&object, "active", Op::Is, vec![true.into()]);
    let query = Query { filter: Some(active), sort: v.sort(&object, "code")?, ..Query::default() };
    let sites = v.typed_list::<FrontOffice>(&query)?;
    let publish = kit::may(v, "VacancyPosting", Action::Create);
    let vacancy = record.get("code").as_text().unwrap_or_default().to_string();
    let mut rows = Vec::new();
    for (id, site) in &sites {
        let name = v.title("FrontOffice", *id)?.title;
        let there = open && posted(v, record.id, &site.channel)?;
        rows.push((name, site, there));
    }
    let content = html! {
        @if rows.is_empty() { p.tl-soft { (ui.say("recruiting-no-sites")) } }
        ul.list-unstyled.mb-0 {
            @for (name, site, there) in &rows {
                @let here = format!("/careers/{}", encode(&site.code));
                @let here = if *there { format!("{here}/jobs/{}", encode(&vacancy)) } else { here };
                li.d-flex.flex-wrap.align-items-center.gap-2.py-2 {
                    (icon("world"))
                    a href=(here) target="_blank" { (name) }
                    @if *there { (badge(Tone::Success, &ui.say("recruiting-on-site"))) }
                    @else { (badge(Tone::Neutral, &ui.say("recruiting-not-on-site"))) }
                    @if !*there && open && publish {
                        form.ms-auto method="post" action={ "/vacancies/" (record.id) "/publish" } {
                            (csrf_field(call))
                            input type="hidden" name="site" value=(site.code.0);
                            button.btn.btn-sm.btn-primary type="submit" { (ui.say("recruiting-publish")) }
                        }
                    }
                }
            }
        }
    };
    Ok(card(&ui.say("recruiting-sites"), html! {}, false, content))
}

/// `POST /vacancies/{id}/publish`, `site=`: from today, until further notice.
pub fn publish(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    let code = call.request.sent("site");
    let today = days_of_date(call.installation.clock().today());
    let channel = call.scope.view(|v| {
        let vacancy = v.object("Vacancy")?;
        v.get(&vacancy, id)?;
        let site = v.resolve("FrontOffice", &code)?.ok_or_else(|| kit::missing("FrontOffice"))?;
        Ok(v.typed::<FrontOffice>(site)?.channel)
    })?;
    call.scope.change(Kind::Candidates, |c| {
        if posted(c, id, &channel)? {
            return Ok(());
        }
        let values = vec![
            ("vacancy", id.into()),
            ("channel", channel.0.clone().into()),
            ("start", today.into()),
            ("state", "online".into()),
        ];
        c.create("VacancyPosting", values).map(drop)
    })?;
    Ok(done(call, &format!("/vacancies/{id}?tab=publication"), "recruiting-published", None, None))
}
