//! Whoever applies from their own area.

use talang_catalogue::Record;
use talang_engine::Result;
use talang_identity::Stage;
use talang_recruiting::text;

use super::Sent;
use crate::area::{came, own};
use crate::site::Site;

/// Whoever applies from their own area, by their account or by a link that only their mailbox had: their file and what is in it.
pub struct Me {
    /// The person's file.
    pub person: Record,
    /// The documents in it.
    pub documents: Vec<Record>,
}

impl Me {
    /// Whoever is here, if anybody. Colleagues apply as whom they are signed in as.
    pub fn of(site: &Site<'_>) -> Result<Option<Me>> {
        let here = came(site)?.filter(|came| came.live.as_ref().is_none_or(|l| l.stage == Stage::Full));
        let Some(person) = here.filter(|_| site.employee.is_none()).map(|came| came.person) else {
            return Ok(None);
        };
        let documents = site.scope.view(|v| own::of(v, "CandidateDocument", person.id, "-received_at"))?;
        Ok(Some(Me { person, documents }))
    }

    /// The form as the file fills it in.
    pub fn filled_in(&self) -> Sent {
        let known = ["first_name", "last_name", "email", "phone", "city", "country"];
        let texts = known.iter().map(|name| (name.to_string(), vec![text(&self.person, name).to_string()]));
        Sent { texts: texts.collect(), ..Sent::default() }
    }

    /// The documents of the file that are to go with the application: of one's own alone.
    pub fn chosen<'m>(&'m self, sent: &'m Sent) -> impl Iterator<Item = &'m Record> {
        self.documents.iter().filter(|document| sent.has("known", &document.id.to_string()))
    }

    /// Whether a document of that kind goes along from the file.
    pub fn sends(&self, sent: &Sent, kind: &str) -> bool {
        self.chosen(sent).any(|document| text(document, "kind") == kind)
    }

    /// Whose application it is says the account, whatever was typed.
    pub fn sign(&self, sent: &mut Sent) {
        sent.texts.insert("email".to_string(), vec![text(&self.person, "email").to_string()]);
    }
}
