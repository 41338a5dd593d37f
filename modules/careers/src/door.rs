//! How people without an account come to what is theirs: candidates to their area (G7), the people of agencies to their portal (S5).
//!
//! A link is a ticket ([`talang_recruiting::privacy::area`]); what it opens is kept in a cookie of the same kind for twenty minutes
//! after the last page (A8). Asking for a link gives the same answer, by the same work, for every address: a job finds out whose
//! it is.

use maud::html;
use serde_json::{Value as Json, json};
use talang_catalogue::{Culture, Kind, Record};
use talang_engine::jobs::JobRun;
use talang_engine::{Change, Result};
use talang_http::cookies::Cookie;
use talang_http::{Method, Reply};
use talang_mail::{Enclosed, Mail};
use talang_recruiting::privacy::area::{self as tickets, Ticket};
use talang_recruiting::text;

use crate::apply::{counted, slow_down};
use crate::frame::{Page, icon, page as framed, prose};
use crate::site::Site;

/// Links for one address in an hour at most: nobody's mailbox is filled from here.
const LINKS: u32 = 5;
/// How long it stays open after the last page, in microseconds (A8: 20 minutes).
const OPEN: i64 = 1_200_000_000;

/// The answer, which no browser keeps.
pub fn never_kept(mut reply: Reply) -> Reply {
    reply.headers.retain(|(name, _)| name != "cache-control");
    reply.with("cache-control", "no-store")
}

/// A door to pages of a site that are somebody's own.
pub struct Door {
    /// Its first page under the site's address; its messages begin with `careers-` and this.
    pub page: &'static str,
    /// The cookie that keeps it open.
    pub cookie: Cookie,
    /// What is in a mail.
    pub link: Ticket,
    /// What is in the cookie.
    pub session: Ticket,
    /// The job that sends a link to whoever asked for it.
    pub job: &'static str,
    /// The mail with the link.
    pub template: &'static str,
}

impl Door {
    fn say(&self, site: &Site<'_>, rest: &str) -> String {
        site.say(&format!("careers-{}{rest}", self.page))
    }

    /// Who is here; nobody where the cookie opens nothing (any more).
    pub fn visitor(&self, site: &Site<'_>) -> Result<Option<Record>> {
        match self.cookie.read(&site.call.request) {
            Some(sealed) => site.scope.view(|v| tickets::open(v, self.session, sealed)),
            None => Ok(None),
        }
    }

    /// The answer with a cookie that keeps the door open from here on.
    pub fn kept_open(&self, site: &Site<'_>, person: i64, reply: Reply) -> Result<Reply> {
        let until = site.call.installation.clock().now() + OPEN;
        let sealed = site.scope.view(|v| tickets::seal(v, self.session, person, until))?;
        let reply = never_kept(reply);
        Ok(match sealed {
            Some(sealed) => reply.with("set-cookie", self.cookie.set(site.call.request.https, &sealed)),
            None => reply,
        })
    }

    /// Does something for whoever is here; without anybody, the page that asks for the address.
    pub fn within(
        &self,
        site: &Site<'_>,
        work: impl FnOnce(&Site<'_>, &Record) -> Result<Reply>,
    ) -> Result<Reply> {
        match self.visitor(site)? {
            Some(person) => {
                let reply = work(site, &person)?;
                self.kept_open(site, person.id, reply)
            }
            None if site.call.request.method == Method::Get => self.asking(site, "", ""),
            None => Ok(Reply::see_other(&site.path(self.page))),
        }
    }

    /// The page that asks for the address.
    fn asking(&self, site: &Site<'_>, typed: &str, problem: &str) -> Result<Reply> {
        let title = self.say(site, "");
        let over = site.call.request.query("over").is_some();
        let content = html! {
            div.cs-card.cs-form {
                h1 { (title) }
                @if over { div.cs-alert role="status" { p { (site.say("careers-me-over")) } } }
                p { (self.say(site, "-ask-text")) }
                form method="post" action=(site.path(&format!("{}/link", self.page))) {
                    div.cs-field.is-wrong[!problem.is_empty()] {
                        label for="f-email" { (site.say("careers-field-email")) }
                        input #f-email type="email" name="email" value=(typed) autocomplete="email" required maxlength="254"
                            aria-invalid=[(!problem.is_empty()).then_some("true")] aria-describedby=[(!problem.is_empty()).then_some("e-email")];
                        @if !problem.is_empty() { div.cs-error #e-email { (problem) } }
                    }
                    button.cs-button type="submit" { (icon("mail")) (site.say("careers-me-ask-send")) }
                }
            }
        };
        let status = if problem.is_empty() { 200 } else { 422 };
        let page = Page { title: &title, menu: self.page, ..Page::default() };
        Ok(never_kept(framed(site, &page, html! {}, content)?).code(status))
    }

    /// Somebody asks for a link: the same answer for every address.
    pub fn ask(&self, site: &Site<'_>) -> Result<Reply> {
        slow_down(site)?;
        let email = site.call.request.sent("email").trim().to_lowercase();
        if talang_mail::check_address(&email).is_err() {
            return self.asking(site, &email, &site.say("careers-email-wrong"));
        }
        self.asked(site, &email)
    }

    /// A link is asked for to an address in small letters.
    pub fn asked(&self, site: &Site<'_>, email: &str) -> Result<Reply> {
        // Whoever asks too often reads the same as everybody, and no more mails leave.
        let what = format!("{} {} {email}", self.job, site.scope.tenant().id());
        if counted(site, what, LINKS).is_ok() {
            let payload = json!({ "address": email, "culture": site.scope.culture.code });
            let now = site.call.installation.clock().now();
            site.scope.change(Kind::Candidates, |c| c.enqueue(self.job, &payload, now, None))?;
        }
        let title = site.say("careers-me-asked");
        let content = html! {
            div.cs-card.cs-form.cs-text {
                h1 { (icon("check")) " " (title) }
                (prose(&self.say(site, "-asked-text")))
                a.cs-button.cs-button-soft href=(site.path("jobs")) { (site.say("careers-more-jobs")) }
            }
        };
        framed(site, &Page { title: &title, menu: self.page, ..Page::default() }, html! {}, content)
    }

    /// Sends the link to everybody whose address it is. `words` are what the mail says to one of them.
    pub fn send_link(
        &self,
        run: &mut JobRun<'_>,
        words: impl Fn(&mut Change<'_>, &Record) -> Result<Vec<(&'static str, String)>>,
    ) -> Result<Json> {
        let payload = run.job.payload.clone();
        let (Some(address), Some(culture)) =
            (payload["address"].as_str(), payload["culture"].as_str().and_then(Culture::find))
        else {
            return Ok(Json::Null);
        };
        if talang_mail::available(run.scope.installation()) {
            run.scope.change(Kind::Candidates, |c| {
                for person in tickets::at_address(c, self.link, address)? {
                    let now = c.scope().installation().clock().now();
                    let page = format!("{}/open", self.page);
                    let link = tickets::link(c, self.link, person.id, &page, tickets::ASKED, culture)?;
                    let Some(link) = link else { continue };
                    let mail = Mail {
                        to: text(&person, "email"),
                        employee: None,
                        culture,
                        template: self.template,
                        arguments: words(c, &person)?,
                        link: Some(link.path),
                        expires: Some(now + tickets::ASKED),
                    };
                    let enclosed = Enclosed { host: link.host, ..Enclosed::default() };
                    talang_mail::enqueue_with(c, &mail, enclosed)?;
                }
                Ok(())
            })?;
        }
        run.forget()?;
        Ok(Json::Null)
    }

    /// The link of a mail opens the door, and stays in no address.
    pub fn open(&self, site: &Site<'_>) -> Result<Reply> {
        let request = &site.call.request;
        let sealed = request.query("t").unwrap_or_default();
        let lang = request.query("lang").map(|l| format!("?lang={}", talang_http::encode(l)));
        match site.scope.view(|v| tickets::open(v, self.link, sealed))? {
            Some(person) => {
                let on = format!("{}{}", site.path(self.page), lang.unwrap_or_default());
                self.kept_open(site, person.id, Reply::see_other(&on))
            }
            None => Ok(Reply::see_other(&format!("{}?over=1", site.path(self.page)))),
        }
    }

    /// Whoever is here leaves.
    pub fn leave(&self, site: &Site<'_>) -> Result<Reply> {
        let forgotten = self.cookie.forget(site.call.request.https);
        Ok(Reply::see_other(&site.path("")).with("set-cookie", forgotten))
    }
}
