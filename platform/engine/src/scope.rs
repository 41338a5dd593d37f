//! Who asks, in which tenant, for which day, through which door. No code path takes a tenant but the scope.

use std::sync::Arc;

use jiff::civil::Date;
use talang_catalogue::value::days_of_date;
use talang_catalogue::{Culture, Kind, Language};
use talang_store::P;

use crate::change::Change;
use crate::error::Result;
use crate::installation::Installation;
use crate::limit::Limit;
use crate::rights::Action;
use crate::tenant::Tenant;
use crate::view::View;

/// Through which door somebody came; the journal keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Door {
    /// A screen.
    Screen,
    /// The REST API.
    Rest,
    /// A file.
    Import,
    /// The command line.
    CommandLine,
    /// A background task.
    Task,
    /// The tenant's file space, by SFTP or FTPS.
    FileSpace,
    /// A page for the public: nobody is signed in (T10).
    FrontOffice,
}

impl Door {
    /// Its word in the journal.
    pub fn name(self) -> &'static str {
        match self {
            Door::Screen => "screen",
            Door::Rest => "rest",
            Door::Import => "import",
            Door::CommandLine => "command-line",
            Door::Task => "task",
            Door::FileSpace => "file-space",
            Door::FrontOffice => "front-office",
        }
    }
}

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A user of the tenant (T4: nobody reads a tenant's data without an account in it).
    User {
        /// Row number of the account.
        id: i64,
        /// Login.
        login: String,
        /// The employee whose account it is.
        employee: Option<i64>,
    },
    /// The program itself: set-up of a tenant, retention, its own bookkeeping. Never on behalf of anybody.
    System,
}

impl Actor {
    /// Row number of the account.
    pub fn id(&self) -> Option<i64> {
        match self {
            Actor::User { id, .. } => Some(*id),
            Actor::System => None,
        }
    }

    /// The employee whose account it is.
    pub fn employee(&self) -> Option<i64> {
        match self {
            Actor::User { employee, .. } => *employee,
            Actor::System => None,
        }
    }
}

/// See the module.
#[derive(Clone)]
pub struct Scope {
    pub(crate) installation: Arc<Installation>,
    pub(crate) tenant: Arc<Tenant>,
    /// Who asks.
    pub actor: Actor,
    /// For which day dated data is read.
    pub as_of: Date,
    /// Language and formats of the answer.
    pub culture: &'static Culture,
    /// Through which door.
    pub door: Door,
    /// Number of the request, in journal and logs.
    pub request: String,
    /// Network address of the client, in the application log; empty where there is none.
    pub address: String,
    /// The part of the account's rights that a program's key may use (I10); nothing for all of them.
    pub limit: Option<Arc<Limit>>,
    pub(crate) acting: Option<Arc<crate::acting::Acting>>,
    /// The program works for the actor, with its own rights.
    pub(crate) program: bool,
    /// Row number of the ApiClient, where a program with a key asks.
    pub client: Option<i64>,
    /// Somebody signed in asks who proved too long ago who they are: rights, lists and ways in are not changed so (A7).
    pub stale: bool,
    /// Works off what a system brought, and nobody is there who could prove who they are: what gives power is not changed so.
    pub unattended: bool,
}

impl Scope {
    /// A scope for today in the tenant's culture.
    pub fn new(installation: &Arc<Installation>, tenant: &Arc<Tenant>, actor: Actor, door: Door) -> Scope {
        Scope {
            as_of: installation.clock().today(),
            culture: tenant.culture(),
            installation: installation.clone(),
            tenant: tenant.clone(),
            actor,
            door,
            request: String::new(),
            address: String::new(),
            limit: None,
            acting: None,
            program: false,
            client: None,
            stale: false,
            unattended: false,
        }
    }

    /// A scope of an account that nobody signed in with: work that is done on its rights. Nothing where the account cannot be
    /// used today.
    ///
    /// # Errors
    /// Those of the store.
    pub fn of_account(
        installation: &Arc<Installation>,
        tenant: &Arc<Tenant>,
        account: i64,
        door: Door,
    ) -> Result<Option<Scope>> {
        let today = days_of_date(installation.clock().today());
        let row = tenant.db().read(|conn| {
            Ok::<_, crate::Error>(conn.query_one(
                "SELECT login, employee, culture FROM shared.user
                 WHERE id = ? AND state = 'active' AND (valid_until IS NULL OR valid_until >= ?)",
                &[P::Int(account), P::Int(today)],
            )?)
        })?;
        let Some([login, employee, culture]) = row.as_deref() else { return Ok(None) };
        let actor =
            Actor::User { id: account, login: login.text().to_string(), employee: employee.opt_int() };
        let mut scope = Scope::new(installation, tenant, actor, door);
        scope.culture = Culture::find(culture.text()).unwrap_or(scope.culture);
        Ok(Some(scope))
    }

    /// The installation.
    pub fn installation(&self) -> &Arc<Installation> {
        &self.installation
    }

    /// The tenant.
    pub fn tenant(&self) -> &Arc<Tenant> {
        &self.tenant
    }

    /// Language of the answer.
    pub fn language(&self) -> Language {
        self.culture.language
    }

    /// The same scope for another day.
    pub fn on(&self, as_of: Date) -> Scope {
        Scope { as_of, ..self.clone() }
    }

    /// Whether a person, or a program with a key, writes what it thinks right: not a file that brings what was elsewhere, and
    /// not the program, which writes what follows.
    pub fn by_hand(&self) -> bool {
        matches!(self.door, Door::Screen | Door::Rest) && !self.is_program()
    }

    /// Whether the program works, for somebody or for itself.
    pub fn is_program(&self) -> bool {
        self.actor == Actor::System || self.program
    }

    /// A message in the scope's language.
    pub fn text(&self, key: &str) -> String {
        self.installation.registry().messages.plain(self.language(), key)
    }

    /// Lets a page be there only where its function is switched on (S8).
    ///
    /// # Errors
    /// `record.not_found` while it is off: to a user the page does not exist.
    pub fn require_feature(&self, code: &'static str) -> Result<()> {
        match self.view(|v| v.feature(code))? {
            true => Ok(()),
            false => Err(talang_catalogue::Fault::new("record.not_found").with("object", "").into()),
        }
    }

    /// Reads: everything inside sees one moment of the data.
    pub fn view<R>(&self, work: impl FnOnce(&mut View<'_>) -> Result<R>) -> Result<R> {
        self.tenant.db().read(|conn| {
            let state = self.tenant.state(&self.installation, conn)?;
            work(&mut View::new(self, conn, state)?)
        })
    }

    /// Whether the scope's roles allow the action on an object at all: what the door asks before a handler runs. As
    /// [`View::rights`] answers, and remembered while nobody changes the data that roles are made of: a change counts at the
    /// next call. An object that the tenant does not have is nobody's.
    pub fn may(&self, object: &str, action: Action) -> Result<bool> {
        let ask = |view: &mut View<'_>| {
            let catalogue = view.catalogue();
            Ok(catalogue.object(object).is_some_and(|object| view.rights().may(object, action)))
        };
        let Actor::User { id, .. } = &self.actor else { return self.view(ask) };
        let plain = self.acting.is_none() && self.limit.is_none() && !self.program;
        // Names that are no object's would fill the memory.
        if !plain || self.installation.registry().plain().object(object).is_none() {
            return self.view(ask);
        }
        let key = format!("may {id} {object} {}", action.name());
        let known = self.tenant.db().remembered(&[Kind::Shared.name()], &key, |conn| {
            let state = self.tenant.state(&self.installation, conn)?;
            ask(&mut View::new(self, conn, state)?)
        })?;
        Ok(*known)
    }

    /// Writes one kind of data: all of it, with its journal, or nothing. Returns after the change is on the disk.
    pub fn change<R>(&self, kind: Kind, work: impl FnOnce(&mut Change<'_>) -> Result<R>) -> Result<R> {
        let (result, done) = self.tenant.db().write(|conn| {
            let state = self.tenant.state(&self.installation, conn)?;
            let mut change = Change::new(View::new(self, conn, state)?, kind);
            let result = work(&mut change)?;
            let done = change.finish()?;
            Ok::<_, crate::Error>((result, done))
        })?;
        self.tenant.announce(self, done)?;
        Ok(result)
    }
}
