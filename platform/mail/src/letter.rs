//! From a template to a mail: subject, text and HTML that say the same.

use std::sync::Arc;

use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, Message, MultiPart, SinglePart};
use maud::{DOCTYPE, Markup, html};
use serde::{Deserialize, Serialize};
use talang_catalogue::{Culture, Fault};
use talang_engine::charter::{Charter, Colour, Palette};
use talang_engine::{Error, Installation, Result, Tenant};

use crate::post::Post;
use crate::{Appointment, Attached, Enclosed, Entry, Mail};

/// What a mail says, as it waits in the outbox.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Letter {
    pub to: String,
    pub employee: Option<i64>,
    pub culture: String,
    pub template: String,
    pub arguments: Vec<(String, String)>,
    /// Whole address.
    pub link: Option<String>,
    pub expires: Option<i64>,
    /// Somebody's own words.
    #[serde(default)]
    pub words: String,
    #[serde(default)]
    pub calendar: Option<Appointment>,
    #[serde(default)]
    pub files: Vec<Attached>,
    /// What is listed, each with its whole address.
    #[serde(default)]
    pub entries: Vec<Entry>,
    /// Whole address by which such mails end.
    #[serde(default)]
    pub stop: Option<String>,
}

/// A mail, ready to leave.
pub(crate) struct Written {
    pub subject: String,
    pub text: String,
    pub html: String,
    pub calendar: String,
    pub files: Vec<(Attached, Vec<u8>)>,
    /// The company's logo, which the HTML shows.
    logo: Option<Inline>,
}

/// A picture within a mail (RFC 2392): no mail program fetches anything to show it.
struct Inline {
    id: String,
    kind: ContentType,
    bytes: Vec<u8>,
}

/// What mails have of a company's charter (T9).
struct Look {
    /// Ground of the button and colour of links, and text on that ground.
    primary: Colour,
    on_primary: Colour,
    logo: Option<Inline>,
}

impl Look {
    fn of(tenant: &Tenant, domain: &str) -> Look {
        // A mail without its colours is still a mail.
        let charter = Charter::of(tenant).unwrap_or_default();
        let shades = charter.palette().unwrap_or_else(|| Palette::of(BLUE)).light;
        // Not every mail program draws WebP: there the name stands, as without a logo.
        let logo = charter.logo.as_ref().filter(|l| matches!(l.kind.as_str(), "image/png" | "image/jpeg"));
        let logo = logo.and_then(|logo| {
            let id = format!("logo.{}@{domain}", logo.hash.get(..16)?);
            Some(Inline { id, kind: ContentType::parse(&logo.kind).ok()?, bytes: charter.picture(tenant)? })
        });
        Look { primary: shades.primary, on_primary: shades.on_primary, logo }
    }
}

/// Buttons and links where a company has no colour.
const BLUE: Colour = Colour(0x1f, 0x5f, 0xbf);

impl Letter {
    pub fn write(
        tenant: &Arc<Tenant>,
        installation: &Arc<Installation>,
        mail: &Mail<'_>,
        enclosed: Enclosed,
    ) -> Result<Letter> {
        let internal = || Error::from(Fault::new("internal"));
        let key = format!("mail-{}-subject", mail.template);
        let messages = &installation.registry().messages;
        messages.find(mail.culture.language, &key, &[]).ok_or_else(internal)?;
        let post = installation.provided::<Post>().ok_or_else(internal)?;
        let whole = |path: &String| match path.starts_with('/') {
            true => {
                let place = match &enclosed.host {
                    Some(host) => post.at(host),
                    None => post.address_of(installation, tenant)?,
                };
                Ok(format!("{place}{path}"))
            }
            false => Err(internal()),
        };
        let link = mail.link.as_ref().map(whole).transpose()?;
        let stop = enclosed.stop.as_ref().map(whole).transpose()?;
        let entry = |e: &Entry| {
            Ok::<_, Error>(Entry {
                title: one_line(&e.title),
                text: one_line(&e.text),
                link: whole(&e.link)?,
            })
        };
        let entries = enclosed.entries.iter().map(entry).collect::<Result<_>>()?;
        // A line of the template stays a line, whatever people called themselves.
        let mut arguments: Vec<(String, String)> =
            mail.arguments.iter().map(|(name, value)| (name.to_string(), one_line(value))).collect();
        arguments.push(("tenant".to_string(), one_line(tenant.name())));
        Ok(Letter {
            to: mail.to.to_string(),
            employee: mail.employee,
            culture: mail.culture.code.to_string(),
            template: mail.template.to_string(),
            arguments,
            link,
            expires: mail.expires,
            words: plain(&enclosed.words),
            calendar: enclosed.calendar,
            files: enclosed.files,
            entries,
            stop,
        })
    }

    fn culture(&self) -> &'static Culture {
        Culture::find(&self.culture).unwrap_or_else(|| Culture::of(talang_catalogue::Language::En))
    }

    fn say(&self, installation: &Installation, key: &str) -> String {
        let arguments: Vec<_> =
            self.arguments.iter().map(|(name, value)| (name.as_str(), value.as_str().into())).collect();
        installation.registry().messages.text(self.culture().language, key, &arguments)
    }

    /// The subject: one line, whatever the arguments hold.
    pub fn title(&self, installation: &Installation) -> String {
        one_line(&self.say(installation, &format!("mail-{}-subject", self.template)))
    }

    /// # Errors
    /// Those of the store: a file that was to go with it cannot be read.
    pub fn written(&self, installation: &Installation, tenant: &Tenant, post: &Post) -> Result<Written> {
        let domain = address(post.from()).map(|a| a.domain().to_string()).unwrap_or_default();
        let look = Look::of(tenant, &domain);
        let subject = self.title(installation);
        let body = self.say(installation, &format!("mail-{}-body", self.template));
        let all = body.split("\n\n").chain(self.words.split("\n\n"));
        let paragraphs: Vec<&str> = all.map(str::trim).filter(|p| !p.is_empty()).collect();
        let foot = self.say(installation, "mail-foot");
        let mut text = paragraphs.join("\n\n");
        for entry in &self.entries {
            let lines =
                [entry.title.as_str(), &entry.text, &entry.link].into_iter().filter(|l| !l.is_empty());
            text.push_str(&format!("\n\n{}", lines.collect::<Vec<_>>().join("\n")));
        }
        let button = self.link.as_ref().map(|link| {
            let label = self.say(installation, &format!("mail-{}-button", self.template));
            text.push_str(&format!("\n\n{label}:\n{link}"));
            (label, link.as_str())
        });
        text.push_str(&format!("\n\n-- \n{foot}\n"));
        let attachments = tenant.db().attachments();
        let read = |file: &Attached| Ok::<_, Error>((file.clone(), attachments.get(&file.hash)?));
        let files = self.files.iter().map(read).collect::<Result<_>>()?;
        let tenant = self.sender();
        let copy = self.say(installation, "mail-copy");
        let html =
            page(self.culture(), &subject, tenant, &look, &paragraphs, &self.entries, button, &copy, &foot)
                .into_string();
        let calendar = self.calendar.as_ref().map(|c| c.text.clone()).unwrap_or_default();
        Ok(Written { subject, text, html, calendar, files, logo: look.logo })
    }

    /// Whose mail it is.
    fn sender(&self) -> &str {
        self.arguments.iter().find(|(n, _)| n == "tenant").map_or("", |(_, v)| v.as_str())
    }

    /// The mail as it goes over the wire. `now` in microseconds.
    ///
    /// # Errors
    /// `mail.address`.
    pub fn message(&self, written: &Written, post: &Post, code: &str, now: i64) -> Result<Message> {
        let wrong = |_| Error::from(Fault::new("mail.address"));
        let from = address(post.from())?;
        let id = format!("<{code}@{}>", from.domain());
        let date = std::time::UNIX_EPOCH + std::time::Duration::from_micros(now.try_into().unwrap_or(0));
        let mail = Message::builder()
            .from(Mailbox::new(Some(self.sender().to_string()), from))
            .to(Mailbox::new(None, address(&self.to)?))
            .subject(written.subject.clone())
            .date(date)
            .message_id(Some(id))
            // RFC 3834 section 5: answering machines do not answer to it.
            .header(AutoSubmitted);
        let mail = match &self.stop {
            Some(stop) => mail.header(ListUnsubscribe(format!("<{stop}>"))).header(OneClick),
            None => mail,
        };
        let body = written.parts();
        let body = match &self.calendar {
            None => body,
            // RFC 6047 section 2.4: the method stands in the type of the part too.
            Some(calendar) => {
                let ty = format!("text/calendar; method={}; charset=utf-8", calendar.method);
                let ty = ContentType::parse(&ty).map_err(|_| Error::from(Fault::new("internal")))?;
                body.singlepart(SinglePart::builder().header(ty).body(calendar.text.clone()))
            }
        };
        if written.files.is_empty() {
            return mail.multipart(body).map_err(wrong);
        }
        let mut whole = MultiPart::mixed().multipart(body);
        for (file, bytes) in &written.files {
            let kind = ContentType::parse(&file.kind).map_err(|_| Error::from(Fault::new("internal")))?;
            whole = whole.singlepart(Attachment::new(one_line(&file.name)).body(bytes.clone(), kind));
        }
        mail.multipart(whole).map_err(wrong)
    }
}

impl Written {
    /// The HTML with its logo where browsers find it: the catcher shows mails as pages.
    pub fn as_page(&self) -> String {
        match &self.logo {
            Some(logo) => self.html.replace(&format!("cid:{}", logo.id), "/charter/logo"),
            None => self.html.clone(),
        }
    }

    /// Text and HTML, of which a program shows the one that it can; the logo belongs to the HTML (RFC 2387).
    fn parts(&self) -> MultiPart {
        let Written { text, html, logo, .. } = self;
        let Some(logo) = logo else { return MultiPart::alternative_plain_html(text.clone(), html.clone()) };
        let picture = Attachment::new_inline(logo.id.clone()).body(logo.bytes.clone(), logo.kind.clone());
        let shown = MultiPart::related().singlepart(SinglePart::html(html.clone())).singlepart(picture);
        MultiPart::alternative().singlepart(SinglePart::plain(text.clone())).multipart(shown)
    }
}

/// `Auto-Submitted: auto-generated` (RFC 3834 section 5).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> std::result::Result<AutoSubmitted, Box<dyn std::error::Error + Send + Sync>> {
        Ok(AutoSubmitted)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(AutoSubmitted::name(), "auto-generated".to_string())
    }
}

/// `List-Unsubscribe` (RFC 2369 section 3.2): where such mails are ended.
#[derive(Clone)]
struct ListUnsubscribe(String);

impl Header for ListUnsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }

    fn parse(text: &str) -> std::result::Result<ListUnsubscribe, Box<dyn std::error::Error + Send + Sync>> {
        Ok(ListUnsubscribe(text.to_string()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(ListUnsubscribe::name(), self.0.clone())
    }
}

/// `List-Unsubscribe-Post` (RFC 8058 section 3.1): a mail program may end them without showing a page.
#[derive(Clone)]
struct OneClick;

impl Header for OneClick {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }

    fn parse(_: &str) -> std::result::Result<OneClick, Box<dyn std::error::Error + Send + Sync>> {
        Ok(OneClick)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(OneClick::name(), "List-Unsubscribe=One-Click".to_string())
    }
}

/// An address that can stand in a header and an envelope.
///
/// # Errors
/// `mail.address`.
pub(crate) fn address(text: &str) -> Result<lettre::Address> {
    let wrong = || Error::from(Fault::new("mail.address"));
    if text.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return Err(wrong());
    }
    text.parse().map_err(|_| wrong())
}

/// Line breaks and other control characters would begin a new header.
fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(200).collect()
}

/// Words of several lines, without what begins a header or hides something.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.chars().filter(|c| !c.is_control() || *c == '\n').collect()
}

/// Mail programs know little of HTML: one column, styles on the elements, nothing from elsewhere.
#[expect(clippy::too_many_arguments, reason = "all that a mail says")]
fn page(
    culture: &Culture,
    subject: &str,
    tenant: &str,
    look: &Look,
    paragraphs: &[&str],
    entries: &[Entry],
    button: Option<(String, &str)>,
    copy: &str,
    foot: &str,
) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(culture.language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (subject) }
            }
            body style="margin:0;padding:24px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;font-size:16px;line-height:1.5;color:#1d273b;background:#f4f6fa" {
                div role="article" style="max-width:560px;margin:0 auto;padding:32px;background:#ffffff;color:#1d273b;border-radius:8px" {
                    @match &look.logo {
                        None => p style="margin:0 0 24px;font-size:18px;font-weight:600" { (tenant) },
                        Some(logo) => p style="margin:0 0 24px;font-size:18px;font-weight:600" {
                            img src={ "cid:" (logo.id) } alt=(tenant) height="40" style="height:40px;max-width:100%";
                        },
                    }
                    @for paragraph in paragraphs {
                        p style="margin:0 0 16px" {
                            @for (i, line) in paragraph.lines().enumerate() { @if i > 0 { br; } (line.trim()) }
                        }
                    }
                    @for entry in entries {
                        p style="margin:0 0 16px" {
                            a href=(entry.link) style={ "color:" (look.primary.css()) ";font-weight:600" } { (entry.title) }
                            @if !entry.text.is_empty() { br; span style="font-size:14px;color:#4a5468" { (entry.text) } }
                        }
                    }
                    @if let Some((label, link)) = &button {
                        p style="margin:24px 0" {
                            a href=(link) style={ "display:inline-block;padding:12px 24px;border-radius:6px;background:" (look.primary.css()) ";color:" (look.on_primary.css()) ";text-decoration:none;font-weight:600" } { (label) }
                        }
                        p style="margin:0 0 16px;font-size:14px;color:#4a5468" {
                            (copy) br; a href=(link) style={ "color:" (look.primary.css()) ";word-break:break-all" } { (link) }
                        }
                    }
                    p style="margin:32px 0 0;padding-top:16px;border-top:1px solid #dce1e7;font-size:14px;color:#4a5468" { (foot) }
                }
            }
        }
    }
}
