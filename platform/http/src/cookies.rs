//! The cookies that the program sets, all of them (A9): each is declared here, set and read through here, and told to
//! everybody on the page `/cookies`. None follows anybody, so none asks for consent.

use crate::request::Request;

/// For how long a browser keeps a cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasts {
    /// As long as a session at most (A8), which the operator sets.
    Session,
    /// So many seconds.
    Seconds(i64),
}

/// A year in seconds: a choice is remembered.
const YEAR: Lasts = Lasts::Seconds(365 * 86_400);

/// A cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cookie {
    /// Its name without prefix; also the end of the message `cookies-…` that says what it is for.
    name: &'static str,
    /// For how long it is kept.
    pub lasts: Lasts,
    /// Scripts of the page write it: what one chose there. All others are out of their reach (`HttpOnly`).
    pub by_script: bool,
    /// It must come along when another site sends the browser back: an identity provider's answer.
    pub from_elsewhere: bool,
}

const fn cookie(name: &'static str, lasts: Lasts) -> Cookie {
    Cookie { name, lasts, by_script: false, from_elsewhere: false }
}

const fn choice(name: &'static str) -> Cookie {
    Cookie { name, lasts: YEAR, by_script: true, from_elsewhere: false }
}

/// Who is signed in.
pub const SESSION: Cookie = cookie("talang_session", Lasts::Session);
/// This browser was here before (A6, A7): its owner is told of sign-ins with others. It opens nothing.
pub const DEVICE: Cookie = cookie("talang_device", YEAR);
/// This browser is on its way to an identity provider.
pub const SIGN_ON: Cookie =
    Cookie { name: "talang_sso", lasts: Lasts::Seconds(900), by_script: false, from_elsewhere: true };
/// This browser was asked for a passkey at the sign-in.
pub const PASSKEY: Cookie = cookie("talang_passkey", Lasts::Seconds(900));
/// What was just done, until the next page says it.
pub const NEWS: Cookie = cookie("talang_news", Lasts::Seconds(60));
/// The language that was chosen in this browser.
pub const LANGUAGE: Cookie = cookie("talang_language", YEAR);
/// Light or dark.
pub const THEME: Cookie = choice("talang_theme");
/// The menu with or without words.
pub const SIDE: Cookie = choice("talang_side");
/// The time zone of the clock on the wall.
pub const ZONE: Cookie = choice("talang_zone");

/// A candidate who came by a link in a mail (G7): as long as A8 lets front offices be idle.
pub const CANDIDATE: Cookie = cookie("talang_candidate", Lasts::Seconds(1_200));

/// A candidate who is signed in with an account on a career site (A3): it opens nothing else.
pub const ACCOUNT: Cookie = cookie("talang_account", Lasts::Session);

/// A person of an agency who came by a link in a mail (S5), as long as A8 lets front offices be idle.
pub const AGENCY: Cookie = cookie("talang_agency", Lasts::Seconds(1_200));

/// All of them.
pub const COOKIES: [Cookie; 12] =
    [SESSION, DEVICE, SIGN_ON, PASSKEY, NEWS, LANGUAGE, THEME, SIDE, ZONE, CANDIDATE, ACCOUNT, AGENCY];

impl Cookie {
    /// Its name. By HTTPS the browser itself sees to it that only this very host sets it (`__Host-`, RFC 6265bis §4.1.3.2).
    pub fn name(&self, https: bool) -> String {
        if https { format!("__Host-{}", self.name) } else { self.name.to_string() }
    }

    /// The message that says what it is for.
    pub fn purpose(&self) -> String {
        format!("cookies-{}", self.name.trim_start_matches("talang_"))
    }

    /// What the browser sent under its name; nothing for an empty one.
    pub fn read<'r>(&self, request: &'r Request) -> Option<&'r str> {
        request.cookie(&self.name(request.https)).filter(|value| !value.is_empty())
    }

    /// The header `set-cookie` that gives it to the browser for as long as was declared; a session says how long itself.
    pub fn set(&self, https: bool, value: &str) -> String {
        match self.lasts {
            Lasts::Seconds(seconds) => self.set_for(https, value, seconds),
            Lasts::Session => self.set_for(https, value, 0),
        }
    }

    /// The same for so many seconds.
    pub fn set_for(&self, https: bool, value: &str, seconds: i64) -> String {
        let reach = if self.by_script { "" } else { "; HttpOnly" };
        // Without TLS there is no SameSite=None; browsers treat a cookie without the attribute kindly enough for tests.
        let site = match (self.from_elsewhere, https) {
            (false, _) => "; SameSite=Lax",
            (true, true) => "; SameSite=None",
            (true, false) => "",
        };
        let secure = if https { "; Secure" } else { "" };
        format!("{}={value}; Path=/; Max-Age={seconds}{reach}{site}{secure}", self.name(https))
    }

    /// The header `set-cookie` that takes it away.
    pub fn forget(&self, https: bool) -> String {
        self.set_for(https, "", 0)
    }
}
