//! What a message says: small, and only what the account of the subscription may read when it is sent.

use serde_json::{Map, Value as Json, json};
use talang_catalogue::types::time::iso_instant;
use talang_catalogue::{Fault, Kind};
use talang_engine::journal::Deed;
use talang_engine::{Door, Error, Result, Scope};
use talang_interchange::rest::{PREFIX, changed};
use talang_mail::Post;

use crate::Place;
use crate::gather::name;
use crate::subscription::Endpoint;

/// The form of messages; another one gets another number.
const VERSION: &str = "1";

/// What an event's message says now.
///
/// # Errors
/// `webhook.account`: the account cannot be used. `webhook.withheld`: it may not read the event any more, or the
/// subscription does not want it any more.
pub(crate) fn body(place: &Place, endpoint: &Endpoint, kind: Kind, seq: i64) -> Result<Vec<u8>> {
    let scope = Scope::of_account(&place.installation, &place.tenant, endpoint.user, Door::Task)?
        .ok_or_else(|| Error::from(Fault::new("webhook.account")))?;
    let base = base(place)?;
    let withheld = || Error::from(Fault::new("webhook.withheld"));
    let json = scope.view(|v| {
        let entry = v.happened(kind, seq)?.filter(|e| endpoint.topics.hold(&e.object, e.deed));
        let Some(entry) = entry else { return Err(withheld()) };
        if !endpoint.told_as.is_empty() {
            let dialect = place.dialect().ok_or_else(withheld)?;
            return (dialect.body)(v, &endpoint.told_as, &entry)?.ok_or_else(withheld);
        }
        let def = entry.object.def;
        let mut data = Map::new();
        data.insert("object".to_string(), def.name.into());
        data.insert("id".to_string(), entry.record.into());
        // What is gone has no name any more, and a slice goes by that of the record it is of: its fields say which.
        if entry.deed != Deed::Delete && entry.object.period.is_none() {
            let title = v.title(def.name, entry.record)?;
            data.insert("key".to_string(), title.key.into());
        }
        data.insert("changes".to_string(), changed(v, &entry)?.into());
        if entry.deed != Deed::Delete {
            data.insert("url".to_string(), format!("{base}{PREFIX}/{}/{}", def.path, entry.record).into());
        }
        Ok(whole(place, &name(&entry.object, entry.deed), entry.at, &data.into()))
    })?;
    Ok(json.to_string().into_bytes())
}

/// A message to see whether messages arrive: nobody's data are in it.
pub(crate) fn sample(place: &Place, at: i64) -> Vec<u8> {
    let data = json!({ "message": "A sample from Talang. It tells of no event." });
    whole(place, "webhook.sample", at, &data).to_string().into_bytes()
}

fn whole(place: &Place, event: &str, at: i64, data: &Json) -> Json {
    json!({
        "type": event,
        "timestamp": iso_instant(at),
        "version": VERSION,
        "tenant": place.tenant.id().as_str(),
        "data": data,
    })
}

/// Where the tenant is found; nothing where the program does not know, such as on the command line.
fn base(place: &Place) -> Result<String> {
    match place.installation.provided::<Post>() {
        Some(post) => post.address_of(&place.installation, &place.tenant),
        None => Ok(String::new()),
    }
}
