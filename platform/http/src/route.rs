//! Routes: a pattern, who may come in, and a handler that reads like prose.

use std::collections::HashMap;
use std::sync::Arc;

use talang_catalogue::Fault;
use talang_engine::{Action, Installation, Result, Scope};

use crate::reply::Reply;
use crate::request::{Method, Request};

/// Who may call a route at all. The gate decides about every record besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody, signed in or not (sign-in page, health, assets).
    Public,
    /// Anybody, on a front office (T10): the networks to which a company keeps its accounts do not matter there (A1), and
    /// whoever is signed in elsewhere is a visitor like all others, whose session only says who they are.
    Visitor,
    /// Anybody with an account.
    SignedIn,
    /// Whoever has the action on the object to some extent.
    Right(&'static str, Action),
    /// Whoever has the action on the object that the path names by `{object}` to some extent.
    RightOnPath(Action),
}

impl Access {
    /// Whether nobody needs an account for it.
    pub const fn is_open(self) -> bool {
        matches!(self, Access::Public | Access::Visitor)
    }
}

/// The browser session behind a call, if there is one.
#[derive(Clone, Debug, Default)]
pub struct Session {
    /// Token against forged requests: sent back in the field `_csrf` or the header `x-csrf-token`.
    pub csrf: String,
    /// Digest of the session's token: names the session to its owner.
    pub id: String,
    /// Its owner proved who they are within the last ten minutes.
    pub recent: bool,
    /// How they signed in: `password`, `saml`, `ws-federation`, `openid-connect` or `passkey`.
    pub method: &'static str,
    /// What the session lacks, by its word; empty for nothing.
    pub stage: &'static str,
    /// Code of the identity provider that vouched for them.
    pub provider: Option<String>,
}

/// A call of a handler.
pub struct Call {
    /// The installation.
    pub installation: Arc<Installation>,
    /// Who asks, where, for which day. On public routes the actor may be the program itself with no rights asked:
    /// public handlers read no business objects.
    pub scope: Scope,
    /// The browser session; none for interfaces with a key and on public routes without sign-in.
    pub session: Option<Session>,
    /// The request.
    pub request: Request,
    /// What the pattern's names matched.
    pub params: HashMap<String, String>,
}

impl Call {
    /// What a name of the pattern matched.
    pub fn param(&self, name: &str) -> &str {
        self.params.get(name).map(String::as_str).unwrap_or_default()
    }

    /// A row number in the path.
    ///
    /// # Errors
    /// `record.not_found`: an address that cannot be is an address that is not there.
    pub fn id(&self, name: &str) -> Result<i64> {
        self.param(name).parse().map_err(|_| Fault::new("record.not_found").with("object", "").into())
    }

    /// Before a dangerous act: refuses a browser whose owner has not proved for ten minutes who they are. The server asks
    /// again and then repeats the request. A program shows key and password with every request. A route that always
    /// needs it says so with [`Route::confirmed`].
    ///
    /// # Errors
    /// `session.confirm`.
    pub fn require_recent(&self) -> Result<()> {
        match &self.session {
            Some(session) if !session.recent => Err(Fault::new("session.confirm").into()),
            _ => Ok(()),
        }
    }

    /// A message in the caller's language.
    pub fn text(&self, key: &str) -> String {
        self.scope.text(key)
    }
}

/// A handler.
pub type Handler = fn(&Call) -> Result<Reply>;

/// A route.
#[derive(Clone, Copy)]
pub struct Route {
    /// Method.
    pub method: Method,
    /// Path with names in braces: `/people/{id}`; a last `{*rest}` takes what remains.
    pub pattern: &'static str,
    /// Who may come in.
    pub access: Access,
    /// The body is put into a file: large uploads.
    pub upload: bool,
    /// A dangerous act: see [`Call::require_recent`].
    pub confirmed: bool,
    /// The request may come from another site, without our token against forged requests: an identity provider's answer,
    /// which proves itself. Only on public routes.
    pub from_elsewhere: bool,
    /// Does it.
    pub handler: Handler,
}

impl Route {
    /// A route that reads.
    pub const fn get(pattern: &'static str, access: Access, handler: Handler) -> Route {
        Route::of(Method::Get, pattern, access, handler)
    }

    /// A route that does something.
    pub const fn post(pattern: &'static str, access: Access, handler: Handler) -> Route {
        Route::of(Method::Post, pattern, access, handler)
    }

    /// A route of another method.
    pub const fn of(method: Method, pattern: &'static str, access: Access, handler: Handler) -> Route {
        Route { method, pattern, access, upload: false, confirmed: false, from_elsewhere: false, handler }
    }

    /// A route whose body is a file.
    pub const fn upload(method: Method, pattern: &'static str, access: Access, handler: Handler) -> Route {
        let mut route = Route::of(method, pattern, access, handler);
        route.upload = true;
        route
    }

    /// The same for a dangerous act: its owner's proof must be at most ten minutes old ([`Call::require_recent`]).
    #[must_use]
    pub const fn confirmed(mut self) -> Route {
        self.confirmed = true;
        self
    }

    /// The same for requests that other sites may make the browser send ([`Route::from_elsewhere`]).
    #[must_use]
    pub const fn from_elsewhere(mut self) -> Route {
        self.from_elsewhere = true;
        self
    }
}

/// All routes. A literal segment wins over a name.
#[derive(Default)]
pub struct Router {
    routes: Vec<Route>,
}

impl Router {
    /// A router of those routes.
    pub fn new(routes: Vec<Route>) -> Router {
        Router { routes }
    }

    /// Every route, for tests that walk them all.
    pub fn routes(&self) -> &[Route] {
        &self.routes
    }

    /// The methods that a path knows; none where no route has it.
    pub fn methods(&self, path: &str) -> Vec<Method> {
        self.of_path(path).into_iter().map(|(route, _)| route.method).collect()
    }

    /// The routes of a path: those whose patterns name most of it word by word, whatever their method.
    fn of_path(&self, path: &str) -> Vec<(Route, HashMap<String, String>)> {
        let (mut most, mut found) = (0, Vec::new());
        for route in &self.routes {
            let Some((literals, params)) = matches(route.pattern, path) else { continue };
            if literals > most {
                most = literals;
                found.clear();
            }
            if literals == most {
                found.push((*route, params));
            }
        }
        found
    }

    /// The route of a path with what its names matched; or the methods that the path knows.
    pub fn find(
        &self,
        method: Method,
        path: &str,
    ) -> std::result::Result<(Route, HashMap<String, String>), Vec<Method>> {
        let found = self.of_path(path);
        let others = || found.iter().map(|(route, _)| route.method).collect::<Vec<_>>();
        let place = found.iter().position(|(route, _)| route.method == method).ok_or_else(others)?;
        found.into_iter().nth(place).ok_or_else(Vec::new)
    }
}

fn matches(pattern: &str, path: &str) -> Option<(usize, HashMap<String, String>)> {
    let mut params = HashMap::new();
    let mut literals = 0;
    let mut parts = path.trim_matches('/').split('/');
    let mut wanted = pattern.trim_matches('/').split('/').peekable();
    while let Some(segment) = wanted.next() {
        if let Some(name) = segment.strip_prefix("{*").and_then(|s| s.strip_suffix('}')) {
            let rest: Vec<&str> = parts.by_ref().collect();
            params.insert(name.to_string(), rest.join("/"));
            return Some((literals, params));
        }
        let part = parts.next()?;
        match segment.strip_prefix('{').and_then(|s| s.strip_suffix('}')) {
            Some(name) if !part.is_empty() => {
                params.insert(name.to_string(), part.to_string());
            }
            Some(_) => return None,
            None if segment == part => literals += 1,
            None => return None,
        }
        if wanted.peek().is_none() && parts.clone().next().is_some() {
            return None;
        }
    }
    Some((literals, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_literal_segment_wins_over_a_name() {
        fn nothing(_: &Call) -> Result<Reply> {
            Ok(Reply::status(204))
        }
        let router = Router::new(vec![
            Route::get("/o/{object}/{id}", Access::SignedIn, nothing),
            Route::get("/o/{object}/new", Access::SignedIn, nothing),
            Route::get("/assets/{*rest}", Access::Public, nothing),
            Route::get("/", Access::SignedIn, nothing),
        ]);
        let found = |path: &str| router.find(Method::Get, path).map(|(r, _)| r.pattern).unwrap_or("none");
        assert_eq!(found("/o/employees/new"), "/o/{object}/new");
        assert_eq!(found("/o/employees/7"), "/o/{object}/{id}");
        assert_eq!(found("/assets/a/b.css"), "/assets/{*rest}");
        assert_eq!(found("/"), "/");
        assert_eq!(found("/o/employees/7/x"), "none");
        assert!(router.find(Method::Post, "/o/employees/7").is_err_and(|others| others == [Method::Get]));
        // Whatever the method: what has an address of its own is no record of that name.
        let router = Router::new(vec![
            Route::of(Method::Put, "/{object}/{id}", Access::SignedIn, nothing),
            Route::post("/{object}/bulk", Access::SignedIn, nothing),
        ]);
        assert!(router.find(Method::Put, "/employees/bulk").is_err_and(|others| others == [Method::Post]));
        assert_eq!(router.methods("/employees/bulk"), [Method::Post]);
        assert_eq!(router.methods("/employees/7"), [Method::Put]);
    }
}
