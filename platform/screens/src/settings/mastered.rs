//! Objects that a master system delivers (I6): screens and interfaces show them and cannot change them; files can.

use maud::html;
use talang_catalogue::{Fault, Kind};
use talang_engine::Result;
use talang_engine::settings::MASTERED;
use talang_http::{Call, Reply};

use crate::components::{Tone, alert, card, form_bar};
use crate::page::{Head, csrf_field, done, page_with, section_name, ui};

/// `GET /settings/mastered`.
pub(super) fn page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let labels = &call.installation.registry().labels;
    let content = call.scope.view(|v| {
        let chosen = v.mastered()?;
        let catalogue = v.catalogue();
        let mut modules: Vec<&str> = Vec::new();
        for object in catalogue.objects().iter().filter(|o| !o.def.internal) {
            if !modules.contains(&object.def.module) {
                modules.push(object.def.module);
            }
        }
        Ok(html! {
            form method="post" action="/settings/mastered" data-guard {
                (csrf_field(call))
                div.tl-stack {
                    (alert(Tone::Info, "", html! { (ui.say("settings-mastered-note")) }))
                    @for module in &modules {
                        (card(&section_name(call, module), html! {}, false, html! {
                            div.tl-grid {
                                @for object in catalogue.objects().iter().filter(|o| o.def.module == *module && !o.def.internal) {
                                    label.tl-checkrow {
                                        input.form-check-input type="checkbox" name="object" value=(object.def.name)
                                            checked[chosen.iter().any(|c| c == object.def.name)];
                                        span.tl-checkrow-words { (labels.objects(ui.language, object.def.name)) }
                                    }
                                }
                            }
                        }))
                    }
                    (form_bar(&ui, "/settings/mastered", "", html! {}))
                }
            }
        })
    })?;
    let (title, text) = (ui.say("settings-mastered"), ui.say("settings-mastered-text"));
    let head =
        Head { title: &title, text: &text, menu: "/settings/mastered", timeless: true, ..Head::default() };
    page_with(call, &head, content)
}

/// `POST /settings/mastered`.
pub(super) fn save(call: &Call) -> Result<Reply> {
    let form = call.request.form();
    let mut names: Vec<String> = form.into_iter().filter(|(n, _)| n == "object").map(|(_, v)| v).collect();
    names.sort_unstable();
    names.dedup();
    let json = serde_json::to_string(&names).map_err(|_| Fault::new("internal"))?;
    call.scope.change(Kind::Shared, |c| {
        for name in &names {
            c.object(name)?;
        }
        c.set_setting(MASTERED, &json)
    })?;
    let login = match &call.scope.actor {
        talang_engine::Actor::User { login, .. } => login.clone(),
        talang_engine::Actor::System => String::new(),
    };
    call.scope.log_activity(
        "settings-changed",
        &call.request.address,
        &login,
        &format!("{MASTERED}: {}", names.join(", ")),
    )?;
    Ok(done(call, "/settings/mastered", "settings-saved", None, None))
}
