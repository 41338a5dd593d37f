//! From a template to a mail: subject, text and HTML that say the same.

use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MultiPart};
use maud::{DOCTYPE, Markup, html};
use serde::{Deserialize, Serialize};
use talang_catalogue::{Culture, Fault};
use talang_engine::{Error, Installation, Result, Tenant};

use crate::Mail;
use crate::post::Post;

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
}

/// A mail, ready to leave.
pub(crate) struct Written {
    pub subject: String,
    pub text: String,
    pub html: String,
}

impl Letter {
    pub fn write(tenant: &Tenant, installation: &Installation, mail: &Mail<'_>) -> Result<Letter> {
        let internal = || Error::from(Fault::new("internal"));
        let key = format!("mail-{}-subject", mail.template);
        let messages = &installation.registry().messages;
        messages.find(mail.culture.language, &key, &[]).ok_or_else(internal)?;
        let post = installation.provided::<Post>().ok_or_else(internal)?;
        let link = match &mail.link {
            Some(path) if path.starts_with('/') => {
                Some(format!("{}{path}", post.address_of(installation, tenant)?))
            }
            Some(_) => return Err(internal()),
            None => None,
        };
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

    pub fn written(&self, installation: &Installation) -> Written {
        let subject = self.title(installation);
        let body = self.say(installation, &format!("mail-{}-body", self.template));
        let paragraphs: Vec<&str> = body.split("\n\n").map(str::trim).filter(|p| !p.is_empty()).collect();
        let foot = self.say(installation, "mail-foot");
        let mut text = paragraphs.join("\n\n");
        let button = self.link.as_ref().map(|link| {
            let label = self.say(installation, &format!("mail-{}-button", self.template));
            text.push_str(&format!("\n\n{label}:\n{link}"));
            (label, link.as_str())
        });
        text.push_str(&format!("\n\n-- \n{foot}\n"));
        let tenant = self.arguments.iter().find(|(n, _)| n == "tenant").map_or("", |(_, v)| v.as_str());
        let copy = self.say(installation, "mail-copy");
        let html = page(self.culture(), &subject, tenant, &paragraphs, button, &copy, &foot).into_string();
        Written { subject, text, html }
    }

    /// The mail as it goes over the wire. `now` in microseconds.
    ///
    /// # Errors
    /// `mail.address`.
    pub fn message(&self, installation: &Installation, post: &Post, code: &str, now: i64) -> Result<Message> {
        let wrong = |_| Error::from(Fault::new("mail.address"));
        let written = self.written(installation);
        let from = address(post.from())?;
        let tenant = self.arguments.iter().find(|(n, _)| n == "tenant").map_or("", |(_, v)| v.as_str());
        let id = format!("<{code}@{}>", from.domain());
        let date = std::time::UNIX_EPOCH + std::time::Duration::from_micros(now.try_into().unwrap_or(0));
        Message::builder()
            .from(Mailbox::new(Some(tenant.to_string()), from))
            .to(Mailbox::new(None, address(&self.to)?))
            .subject(written.subject)
            .date(date)
            .message_id(Some(id))
            // RFC 3834 section 5: answering machines do not answer to it.
            .header(AutoSubmitted)
            .multipart(MultiPart::alternative_plain_html(written.text, written.html))
            .map_err(wrong)
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

/// Mail programs know little of HTML: one column, styles on the elements, nothing from elsewhere.
fn page(
    culture: &Culture,
    subject: &str,
    tenant: &str,
    paragraphs: &[&str],
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
                    p style="margin:0 0 24px;font-size:18px;font-weight:600" { (tenant) }
                    @for paragraph in paragraphs {
                        p style="margin:0 0 16px" {
                            @for (i, line) in paragraph.lines().enumerate() { @if i > 0 { br; } (line.trim()) }
                        }
                    }
                    @if let Some((label, link)) = &button {
                        p style="margin:24px 0" {
                            a href=(link) style="display:inline-block;padding:12px 24px;border-radius:6px;background:#1f5fbf;color:#ffffff;text-decoration:none;font-weight:600" { (label) }
                        }
                        p style="margin:0 0 16px;font-size:14px;color:#4a5468" {
                            (copy) br; a href=(link) style="color:#1f5fbf;word-break:break-all" { (link) }
                        }
                    }
                    p style="margin:32px 0 0;padding-top:16px;border-top:1px solid #dce1e7;font-size:14px;color:#4a5468" { (foot) }
                }
            }
        }
    }
}
