//! Accounts follow what became of their candidates: a file that was erased, removed or merged, an address that changed.

use serde_json::{Value as Json, json};
use talang_catalogue::Kind;
use talang_engine::jobs::JobRun;
use talang_engine::{Actor, Door, Result, Scope};
use talang_identity::{erase_candidate, move_candidate};
use talang_recruiting::privacy::account;
use talang_recruiting::text;

/// What is to become of an account.
enum Fate {
    /// It is fine as it is.
    Stays,
    /// It gets the address that the file has now.
    Moves(String),
    /// It opens nothing any more.
    Goes,
}

/// The job of [`account::SETTLE`]. Running again does no harm: it looks at how things stand.
pub(crate) fn settle(run: &mut JobRun<'_>) -> Result<Json> {
    let accounts: Vec<i64> = serde_json::from_value(run.job.payload["accounts"].clone()).unwrap_or_default();
    // Accounts are the program's, whoever changed the file.
    let scope = Scope::new(run.scope.installation(), run.scope.tenant(), Actor::System, Door::Task);
    let (mut moved, mut gone) = (0, 0);
    for id in accounts {
        let fate = scope.view(|v| {
            let (Some(noted), Some(login)) = (account::of_account(v, id)?, account::login(v, id)?) else {
                return Ok(Fate::Goes);
            };
            let candidate = noted.get("candidate").as_int().unwrap_or_default();
            Ok(match account::somebody(v, candidate)? {
                None => Fate::Goes,
                Some(person) => match text(&person, "email").to_lowercase() {
                    now if now == login => Fate::Stays,
                    now => Fate::Moves(now),
                },
            })
        })?;
        let new = match &fate {
            Fate::Stays => continue,
            Fate::Moves(address) => move_candidate(&scope, id, address)?,
            Fate::Goes => None,
        };
        match new {
            Some(new) => {
                scope.change(Kind::Candidates, |c| account::rebind(c, id, new))?;
                moved += 1;
            }
            None => {
                erase_candidate(&scope, id)?;
                scope.change(Kind::Candidates, |c| account::unbind(c, id))?;
                gone += 1;
            }
        }
    }
    Ok(json!({ "moved": moved, "gone": gone }))
}
