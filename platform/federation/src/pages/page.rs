//! One provider: what it says, what we say, whose accounts and roles, test, on and off.

use maud::{Markup, html};
use talang_catalogue::{BusinessObject, Choice, Fault, Kind, Value};
use talang_engine::objects::access_policy::SignOnProtocol;
use talang_engine::objects::sign_on::{AttributeMapping, MappedField};
use talang_engine::{Action, Filter, Op, Query, Result};
use talang_http::{Call, Reply};
use talang_screens::components::{
    Cell, Column, Control, Input, List, Opt, Problem, Row, TextKind, Tone, alert, badge, card, error_summary,
    fact, facts, icon, input, list as list_view,
};
use talang_screens::page::{Head, csrf_field, fault_text, page_with, ui};

use super::{
    HERE, OBJECT, back, crumbs, in_language, label, protocol_name, provider, refusals, saved, state,
};
use crate::certificate::Certificate;
use crate::keys::{self, Phase};
use crate::provider::Provider;

/// From so many microseconds before the end of a certificate on, its end is a warning.
const SOON: i64 = 30 * 86_400_000_000;

/// `GET /access/providers/{id}`
pub(super) fn page(call: &Call) -> Result<Reply> {
    shown(call, &[])
}

/// Until when the newest certificate lasts, as a badge; nothing where there is none.
pub(super) fn expiry(call: &Call, provider: &Provider) -> Markup {
    let ui = ui(call);
    let found = Certificate::read_all(provider.row.certificate.as_deref().unwrap_or_default());
    let Some(end) = found.ok().and_then(|all| all.iter().map(|c| c.ends).max()) else { return html! {} };
    let left = end - call.installation.clock().now();
    let tone = match left {
        left if left <= 0 => Tone::Danger,
        left if left < SOON => Tone::Warning,
        _ => Tone::Neutral,
    };
    badge(tone, &ui.say_with("providers-until", &[("date", day(call, end).into())]))
}

fn day(call: &Call, microseconds: i64) -> String {
    call.scope.culture.date_short(microseconds.div_euclid(86_400_000_000))
}

pub(super) fn shown(call: &Call, faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let provider = provider(call)?;
    let object = call.scope.view(|v| v.object(OBJECT))?;
    let may = call.scope.view(|v| Ok(v.rights().may(&object, Action::Update)))?;
    let problems: Vec<Problem> = faults
        .iter()
        .map(|f| Problem { field: String::new(), text: fault_text(call, Some(&object), f) })
        .collect();
    let content = html! {
        div.tl-stack {
            (error_summary(&ui, &problems))
            (description(call, &provider, may))
            (ours(call, &provider, may)?)
            (accounts(call, &provider, may)?)
            @if may { (test(call, &provider)) (switching(call, &provider)) }
        }
    };
    let title = provider.label(call);
    let crumbs = crumbs(call, &title);
    let actions = html! {
        (state(call, &provider))
        @if may { a.btn href={ "/o/" (object.def.path) "/" (provider.id) "/edit" } { (icon("edit")) (ui.say("providers-edit")) } }
    };
    let text = protocol_name(call, &provider);
    let head = Head {
        title: &title,
        text: &text,
        menu: HERE,
        crumbs: &crumbs,
        actions,
        timeless: true,
        ..Head::default()
    };
    let reply = page_with(call, &head, content)?;
    Ok(if faults.is_empty() { reply } else { reply.code(422) })
}

/// Step 1: what the provider says about itself.
fn description(call: &Call, provider: &Provider, may: bool) -> Markup {
    let ui = ui(call);
    let row = &provider.row;
    let openid = row.protocol.0 == Some(SignOnProtocol::OpenIdConnect);
    let known = row.sign_in_url.as_deref().is_some_and(|u| !u.is_empty());
    let optional =
        |text: Option<&str>| html! { @if let Some(text) = text.filter(|t| !t.is_empty()) { (text) } };
    let certificates =
        Certificate::read_all(row.certificate.as_deref().unwrap_or_default()).unwrap_or_default();
    let form = html! {
        form method="post" action={ (HERE) "/" (provider.id) "/metadata" } data-guard {
            (csrf_field(call))
            div.tl-form {
                (input(&ui, &Input {
                    name: "metadata_url".into(),
                    label: label(call, "metadata_url"),
                    control: Control::Text {
                        value: row.metadata_url.as_deref().unwrap_or_default().to_string(),
                        kind: TextKind::Url,
                        max: None,
                    },
                    ..Input::default()
                }))
                (input(&ui, &Input {
                    name: "metadata".into(),
                    label: ui.say("providers-paste"),
                    control: Control::Long { value: String::new(), code: true },
                    ..Input::default()
                }))
            }
            button.btn.btn-primary[!known] type="submit" { (icon("download")) (ui.say("providers-read")) }
        }
    };
    card(
        &ui.say("providers-step-read"),
        html! {},
        false,
        html! {
            div.tl-stack {
                p.tl-soft { (ui.say(if openid { "providers-step-read-openid" } else { "providers-step-read-text" })) }
                @if known {
                    (facts(html! {
                        (fact(&ui, &label(call, "issuer"), html! { (row.issuer.0) }, true))
                        (fact(&ui, &label(call, "sign_in_url"), optional(row.sign_in_url.as_deref()), true))
                        (fact(&ui, &label(call, "sign_out_url"), optional(row.sign_out_url.as_deref()), true))
                        @for certificate in &certificates {
                            (fact(&ui, &label(call, "certificate"), html! {
                                (certificate.subject) " · " (ui.say_with("providers-until", &[("date", day(call, certificate.ends).into())]))
                                div { small.tl-soft { "SHA-256 " code { (certificate.fingerprint) } } }
                            }, true))
                        }
                    }))
                    @if may { details { summary { (ui.say("providers-read-again")) } (form) } }
                } @else if may { (form) }
            }
        },
    )
}

/// Step 2: what the provider's administrator enters there.
fn ours(call: &Call, provider: &Provider, may: bool) -> Result<Markup> {
    let ui = ui(call);
    let own = (provider.protocol().own)(call, provider);
    let openid = provider.row.protocol.0 == Some(SignOnProtocol::OpenIdConnect);
    let keys = keys::own_keys(call)?;
    let next = keys.iter().any(|k| k.phase == Phase::Next);
    let client = if may {
        super::client::part(call, provider)?
    } else {
        html! {}
    };
    let current = keys.first().and_then(|k| Certificate::read(&k.certificate).ok());
    Ok(card(
        &ui.say("providers-step-give"),
        html! {},
        false,
        html! {
            div.tl-stack {
                p.tl-soft { (ui.say(if openid { "providers-client-text" } else { "providers-step-give-text" })) }
                (facts(html! {
                    @for (key, value) in &own {
                        (fact(&ui, &ui.say(key), html! {
                            code { (value) } " "
                            button.btn.btn-icon.btn-sm.btn-quiet type="button" data-copy=(value)
                                aria-label={ (ui.say("providers-copy")) ": " (ui.say(key)) } { (icon("copy")) }
                        }, true))
                    }
                    @if let Some(certificate) = &current {
                        (fact(&ui, &ui.say("providers-own-key"), html! {
                            (ui.say_with("providers-until", &[("date", day(call, certificate.ends).into())]))
                            div { small.tl-soft { "SHA-256 " code { (certificate.fingerprint) } } }
                        }, true))
                    }
                }))
                (client)
                @if may {
                    details {
                        summary { (ui.say("providers-own-key-change")) }
                        p.tl-soft { (ui.say(if next { "providers-own-key-switch-text" } else { "providers-own-key-announce-text" })) }
                        form method="post" action={ (HERE) "/" (provider.id) "/key" } {
                            (csrf_field(call))
                            input type="hidden" name="act" value=(if next { "switch" } else { "announce" });
                            button.btn type="submit" {
                                (icon("key"))
                                (ui.say(if next { "providers-own-key-switch" } else { "providers-own-key-announce" }))
                            }
                        }
                    }
                }
            }
        },
    ))
}

/// A small table of mappings with a form below it.
fn mappings(
    call: &Call,
    kind: &str,
    provider: &Provider,
    columns: [String; 2],
    rows: Vec<(i64, [String; 2])>,
    may: bool,
    fields: Markup,
) -> Markup {
    let ui = ui(call);
    let action = format!("{HERE}/{}/{kind}", provider.id);
    let rows: Vec<Row> = rows
        .into_iter()
        .map(|(id, [first, second])| Row {
            id: id.to_string(),
            title: first.clone(),
            cells: vec![
                Cell::from(html! { code { (first) } }),
                second.into(),
                Cell::from(html! {
                    @if may {
                        form method="post" action={ (action) "/remove" } {
                            (csrf_field(call))
                            input type="hidden" name="id" value=(id);
                            button.btn.btn-icon.btn-sm.btn-quiet type="submit"
                                aria-label={ (ui.say("providers-remove")) ": " (first) } { (icon("trash")) }
                        }
                    }
                }),
            ],
            ..Row::default()
        })
        .collect();
    let [first, second] = columns;
    let table = List {
        id: format!("provider-{kind}"),
        caption: ui.say(&format!("providers-{kind}")),
        columns: [first, second, String::new()].map(|label| Column { label, ..Column::default() }).to_vec(),
        rows,
        ..List::default()
    };
    html! {
        div {
            h3 { (ui.say(&format!("providers-{kind}"))) }
            @if !table.rows.is_empty() { (list_view(&ui, &table)) }
            @if may {
                form method="post" action=(action) {
                    (csrf_field(call))
                    div.tl-form { (fields) }
                    div.mt-3 { button.btn type="submit" { (icon("plus")) (ui.say("providers-add")) } }
                }
            }
        }
    }
}

/// Step 3: whose account it is, and which roles.
fn accounts(call: &Call, provider: &Provider, may: bool) -> Result<Markup> {
    let ui = ui(call);
    let labels = &call.installation.registry().labels;
    let row = &provider.row;
    let openid = row.protocol.0 == Some(SignOnProtocol::OpenIdConnect);
    let (attributes, groups, roles) = call.scope.view(|v| {
        let object = v.object("AttributeMapping")?;
        let of = |object: &std::sync::Arc<talang_catalogue::Object>| Query {
            filter: Some(Filter::test(object, "provider", Op::Is, vec![Value::Int(provider.id)])),
            ..Query::default()
        };
        let attributes = match v.rights().may(&object, Action::Read) {
            true => v.typed_list::<AttributeMapping>(&of(&object))?,
            false => Vec::new(),
        };
        let object = v.object("RoleMapping")?;
        let lines = match v.rights().may(&object, Action::Read) {
            true => v.list(&object, &of(&object))?.records,
            false => Vec::new(),
        };
        let object = v.object("Role")?;
        let roles = match v.rights().may(&object, Action::Read) {
            true => v.list(&object, &Query { sort: v.sort(&object, "code")?, ..Query::default() })?.records,
            false => Vec::new(),
        };
        let groups: Vec<(i64, [String; 2])> = lines
            .iter()
            .map(|line| {
                let role = roles.iter().find(|r| Some(r.id) == line.get("role").as_int());
                let role = role.map(|r| in_language(call, r.get("label"))).unwrap_or_default();
                (line.id, [line.get("value").as_text().unwrap_or_default().to_string(), role])
            })
            .collect();
        Ok((attributes, groups, roles))
    })?;
    let field_name = |code: &str| labels.choice(ui.language, "MappedField", code).to_string();
    let attributes = attributes
        .into_iter()
        .map(|(id, m)| (id, [m.attribute.0, field_name(m.field.0.map(|f| f.code()).unwrap_or_default())]))
        .collect();
    let yes = |on: bool| html! { (ui.say(if on { "providers-yes" } else { "providers-no" })) };
    let or_default = |text: Option<&str>, key: &str| match text.filter(|t| !t.is_empty()) {
        Some(text) => html! { code { (text) } },
        None => html! { span.tl-soft { (ui.say(key)) } },
    };
    let line = |name: &str, label: String| Input {
        name: name.to_string(),
        label,
        control: Control::Text { value: String::new(), kind: TextKind::Code, max: None },
        required: true,
        ..Input::default()
    };
    let select = |name: &str, label: String, options: Vec<Opt>| Input {
        name: name.to_string(),
        label,
        control: Control::Select { value: String::new(), options },
        required: true,
        ..Input::default()
    };
    let fields = <MappedField as Choice>::DEF.items.iter();
    let fields =
        fields.map(|i| Opt { value: i.code.to_string(), label: field_name(i.code) }).collect::<Vec<_>>();
    let role_options = std::iter::once(Opt::default())
        .chain(
            roles.iter().map(|r| Opt { value: r.id.to_string(), label: in_language(call, r.get("label")) }),
        )
        .collect();
    let words = |object: &str, field: &str| super::words_of(call, object, field).0;
    let attribute_columns = [words("AttributeMapping", "attribute"), words("AttributeMapping", "field")];
    let role_columns = [words("RoleMapping", "value"), words("RoleMapping", "role")];
    Ok(card(
        &ui.say("providers-step-map"),
        html! {},
        false,
        html! {
            div.tl-stack {
                p.tl-soft { (ui.say("providers-step-map-text")) }
                (facts(html! {
                    @if openid && row.login_attribute.as_deref().is_none_or(str::is_empty) {
                        (fact(&ui, &label(call, "login_attribute"), html! { code { "preferred_username" } }, false))
                    } @else {
                        (fact(&ui, &label(call, "login_attribute"), or_default(row.login_attribute.as_deref(), "providers-name-id"), false))
                    }
                    (fact(&ui, &label(call, "takes_over"), yes(row.takes_over), false))
                    (fact(&ui, &label(call, "just_in_time"), yes(row.just_in_time), false))
                    (fact(&ui, &label(call, "role_attribute"), or_default(row.role_attribute.as_deref(), "providers-no-roles"), false))
                    @if !openid {
                        (fact(&ui, &label(call, "provider_initiated"), yes(row.provider_initiated), false))
                    }
                    @if row.protocol.0 == Some(SignOnProtocol::Saml) {
                        (fact(&ui, &label(call, "assertion_signed"), yes(row.assertion_signed), false))
                    }
                    (fact(&ui, &label(call, "replaces_password"), yes(row.replaces_password), false))
                }))
                (mappings(call, "attributes", provider, attribute_columns, attributes, may, html! {
                    (input(&ui, &line("attribute", words("AttributeMapping", "attribute"))))
                    (input(&ui, &select("field", words("AttributeMapping", "field"), fields)))
                }))
                @if row.role_attribute.as_deref().is_some_and(|a| !a.is_empty()) {
                    (mappings(call, "roles", provider, role_columns, groups, may, html! {
                        (input(&ui, &line("value", words("RoleMapping", "value"))))
                        (input(&ui, &select("role", words("RoleMapping", "role"), role_options)))
                    }))
                }
            }
        },
    ))
}

/// Step 4: a sign-in that lets nobody in.
fn test(call: &Call, provider: &Provider) -> Markup {
    let ui = ui(call);
    card(
        &ui.say("providers-step-test"),
        html! {},
        false,
        html! {
            div.tl-stack {
                p.tl-soft { (ui.say("providers-step-test-text")) }
                @match provider.row.tested_at {
                    Some(at) => (alert(Tone::Success, "", html! {
                        (ui.say_with("providers-tested", &[("date", day(call, at.as_microsecond()).into())]))
                    })),
                    None => (alert(Tone::Info, "", html! { (ui.say("providers-not-tested")) })),
                }
                form method="post" action={ (HERE) "/" (provider.id) "/test" } {
                    (csrf_field(call))
                    button.btn.btn-primary[provider.row.tested_at.is_none()] type="submit" { (icon("player-play")) (ui.say("providers-test")) }
                }
            }
        },
    )
}

/// Step 5: on and off.
fn switching(call: &Call, provider: &Provider) -> Markup {
    let ui = ui(call);
    let active = provider.row.active;
    card(
        &ui.say("providers-step-on"),
        html! {},
        false,
        html! {
            div.tl-stack {
                p.tl-soft { (ui.say(if active { "providers-on-text" } else { "providers-off-text" })) }
                @if provider.row.replaces_password { (alert(Tone::Info, "", html! { (ui.say("providers-replaces-text")) })) }
                @if active || provider.row.tested_at.is_some() {
                    form method="post" action={ (HERE) "/" (provider.id) "/active" } {
                        (csrf_field(call))
                        input type="hidden" name="active" value=(if active { "" } else { "true" });
                        button.btn.btn-primary[!active] type="submit" {
                            (ui.say(if active { "providers-switch-off" } else { "providers-switch-on" }))
                        }
                    }
                }
            }
        },
    )
}

/// `POST /access/providers/{id}/metadata`
pub(super) fn read_metadata(call: &Call) -> Result<Reply> {
    let provider = provider(call)?;
    let (mut address, pasted) = (call.request.sent("metadata_url"), call.request.sent("metadata"));
    if provider.row.protocol.0 == Some(SignOnProtocol::OpenIdConnect) {
        address = crate::oidc::described_at(&address);
    }
    let read = (|| {
        let text = match (pasted.is_empty(), address.is_empty()) {
            (false, _) => pasted.clone(),
            (true, false) => {
                let fetched = crate::fetch::get(&address)?;
                if fetched.status != 200 {
                    return Err(Fault::new("provider.unreachable").with("address", &address).into());
                }
                talang_xml::text_of(fetched.body)
                    .map_err(|_| Fault::new("provider.metadata").with("detail", "UTF-8"))?
            }
            (true, true) => {
                return Err(Fault::new("value.mandatory").on("metadata_url").into());
            }
        };
        let described = (provider.protocol().describe)(&text, call.installation.clock().now())?;
        call.scope.change(Kind::Shared, |c| {
            let mut values: Vec<(&str, Value)> = described
                .fields
                .iter()
                .map(|(name, text)| {
                    (*name, if text.is_empty() { Value::Null } else { Value::Text(text.clone()) })
                })
                .collect();
            if !address.is_empty() {
                values.retain(|(name, _)| *name != "metadata_url");
                values.push(("metadata_url", Value::Text(address.clone())));
            }
            c.update(OBJECT, provider.id, values)
        })
    })();
    match read {
        Ok(_) => Ok(back(call, provider.id, "providers-read-done")),
        Err(error) => shown(call, &refusals(error)?),
    }
}

/// `POST /access/providers/{id}/attributes`
pub(super) fn add_attribute(call: &Call) -> Result<Reply> {
    let provider = provider(call)?;
    let added = call.scope.change(Kind::Shared, |c| {
        c.create(
            AttributeMapping::NAME,
            vec![
                ("provider", Value::Int(provider.id)),
                ("field", call.request.sent("field").into()),
                ("attribute", call.request.sent("attribute").into()),
            ],
        )
    });
    saved(call, provider.id, added.map(|_| ()))
}

/// `POST /access/providers/{id}/roles`
pub(super) fn add_role(call: &Call) -> Result<Reply> {
    let provider = provider(call)?;
    let added = call.scope.change(Kind::Shared, |c| {
        let role = call.request.sent("role").parse().map_or(Value::Null, Value::Int);
        let value = call.request.sent("value").into();
        c.create("RoleMapping", vec![("provider", Value::Int(provider.id)), ("value", value), ("role", role)])
    });
    saved(call, provider.id, added.map(|_| ()))
}

/// `POST /access/providers/{id}/attributes/remove`
pub(super) fn remove_attribute(call: &Call) -> Result<Reply> {
    remove(call, AttributeMapping::NAME)
}

/// `POST /access/providers/{id}/roles/remove`
pub(super) fn remove_role(call: &Call) -> Result<Reply> {
    remove(call, "RoleMapping")
}

fn remove(call: &Call, name: &str) -> Result<Reply> {
    let provider = provider(call)?;
    let missing = || Fault::new("record.not_found").with("object", name);
    let id: i64 = call.request.sent("id").parse().map_err(|_| missing())?;
    let removed = call.scope.change(Kind::Shared, |c| {
        let object = c.object(name)?;
        // Only lines of this very provider.
        if c.get(&object, id)?.get("provider").as_int() != Some(provider.id) {
            return Err(missing().into());
        }
        c.delete(&object, id, None)
    });
    saved(call, provider.id, removed)
}

/// `POST /access/providers/{id}/active`
pub(super) fn switch(call: &Call) -> Result<Reply> {
    let provider = provider(call)?;
    let on = call.request.sent("active") == "true";
    let switched =
        call.scope.change(Kind::Shared, |c| c.update(OBJECT, provider.id, vec![("active", Value::from(on))]));
    match switched {
        Ok(_) => Ok(back(call, provider.id, if on { "providers-now-on" } else { "providers-now-off" })),
        Err(error) => shown(call, &refusals(error)?),
    }
}

/// `POST /access/providers/{id}/key`: the tenant's own key, in two steps.
pub(super) fn own_key(call: &Call) -> Result<Reply> {
    let provider = provider(call)?;
    match call.request.sent("act").as_str() {
        "announce" => keys::announce(call)?,
        "switch" => keys::switch(call)?,
        _ => return Err(Fault::new("request.invalid").with("detail", "act").into()),
    }
    let login = match &call.scope.actor {
        talang_engine::Actor::User { login, .. } => login.clone(),
        talang_engine::Actor::System => String::new(),
    };
    let act = format!("sign-on-key: {}", call.request.sent("act"));
    call.scope.log_activity("settings-changed", &call.request.address, &login, &act)?;
    Ok(back(call, provider.id, "providers-saved"))
}
