//! What an OpenID provider gave this application: its identifier there and a secret, which is set and removed, never shown.

use maud::{Markup, html};
use talang_catalogue::{Kind, Value};
use talang_engine::Result;
use talang_engine::objects::access_policy::SignOnProtocol;
use talang_http::{Call, Reply};
use talang_screens::components::{Control, Input, TextKind, input};
use talang_screens::page::{csrf_field, ui};

use super::{HERE, OBJECT, provider, saved};
use crate::oidc::{has_secret, set_secret};
use crate::provider::Provider;

/// The part of a provider's page; nothing where the protocol has none of it.
pub(super) fn part(call: &Call, provider: &Provider) -> Result<Markup> {
    if provider.row.protocol.0 != Some(SignOnProtocol::OpenIdConnect) {
        return Ok(html! {});
    }
    let ui = ui(call);
    let has = has_secret(call, provider.id)?;
    let action = format!("{HERE}/{}/client", provider.id);
    let known = provider.row.client_id.as_deref().unwrap_or_default();
    Ok(html! {
        form method="post" action=(action) data-guard {
            (csrf_field(call))
            div.tl-form {
                (input(&ui, &Input {
                    name: "client_id".into(),
                    label: ui.say("providers-client"),
                    control: Control::Text { value: known.to_string(), kind: TextKind::Code, max: None },
                    required: true,
                    ..Input::default()
                }))
                (input(&ui, &Input {
                    name: "secret".into(),
                    label: ui.say("providers-secret"),
                    help: if has { ui.say("providers-secret-set") } else { String::new() },
                    control: Control::Password { autocomplete: "off" },
                    ..Input::default()
                }))
            }
            div.mt-3 { button.btn.btn-primary[known.is_empty()] type="submit" { (ui.say("ui-save")) } }
        }
        @if has {
            form method="post" action={ (action) "/remove" } {
                (csrf_field(call))
                button.btn type="submit" { (ui.say("providers-secret-remove")) }
            }
        }
    })
}

/// `POST /access/providers/{id}/client`: an empty secret stays what it was.
pub(super) fn save(call: &Call) -> Result<Reply> {
    let provider = provider(call)?;
    let client = match call.request.sent("client_id") {
        empty if empty.is_empty() => Value::Null,
        client => client.into(),
    };
    let result =
        call.scope.change(Kind::Shared, |c| c.update(OBJECT, provider.id, vec![("client_id", client)]));
    let result = result.and_then(|_| match call.request.sent("secret") {
        empty if empty.is_empty() => Ok(()),
        secret => set_secret(call, provider.id, &secret),
    });
    saved(call, provider.id, result)
}

/// `POST /access/providers/{id}/client/remove`
pub(super) fn remove(call: &Call) -> Result<Reply> {
    let provider = provider(call)?;
    saved(call, provider.id, set_secret(call, provider.id, ""))
}
