//! How mails leave: by SMTP, into a folder, into the demo's catcher, or not at all.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use std::{fmt, fs, io};

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Message, SmtpTransport, Transport as _};
use serde::{Deserialize, Serialize};
use talang_engine::{Installation, Result, Tenant};

use crate::Attached;
use crate::letter::Written;

/// How long the mail server may be silent.
const SILENCE: Duration = Duration::from_secs(20);

/// By which way mails leave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Transport {
    /// Not at all: what would send one says so.
    #[default]
    None,
    /// By a mail server.
    Smtp,
    /// Each as a file `<folder>/<tenant>/<time>-<number>.eml`.
    File,
    /// Kept for the page that shows the mails of the demo.
    Catcher,
}

/// How the connection to the mail server is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// Begins in clear and must change to TLS before anything else is said (RFC 3207); port 587.
    #[default]
    Starttls,
    /// TLS from the first byte (RFC 8314); port 465.
    Tls,
    /// No protection, for a mail server on this machine; port 25. Allows no login.
    Plain,
}

/// A text that logs do not show.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() { "\"\"" } else { "\"…\"" })
    }
}

/// How mails leave, as the server's configuration says it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Options {
    /// By which way.
    pub transport: Transport,
    /// Address from which they come. Answers to it should reach somebody or bounce.
    pub from: String,
    /// Host name of the mail server; its certificate must be for this name.
    pub host: String,
    /// Port; by the security's custom where there is none.
    pub port: Option<u16>,
    /// How the connection is protected.
    pub security: Security,
    /// Login at the mail server; empty for none.
    pub user: String,
    /// Password at the mail server.
    pub password: Secret,
    /// File with the certificate of an authority of one's own, in PEM.
    pub authority: Option<PathBuf>,
    /// Folder for files.
    pub folder: PathBuf,
    /// Days after which what is left of a mail is removed: to whom, which one, what became of it.
    pub keep_days: u32,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            transport: Transport::None,
            from: "no-reply@localhost".to_string(),
            host: String::new(),
            port: None,
            security: Security::Starttls,
            user: String::new(),
            password: Secret::default(),
            authority: None,
            folder: PathBuf::from("talang-mails"),
            keep_days: 365,
        }
    }
}

/// A mail that the catcher keeps.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Caught {
    /// Number of the message.
    pub code: String,
    /// When it left, in microseconds since 1970.
    pub at: i64,
    /// Address.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// As text.
    pub text: String,
    /// As HTML.
    pub html: String,
    /// An appointment that goes with it, as iCalendar.
    #[serde(default)]
    pub calendar: String,
    /// Files that go with it.
    #[serde(default)]
    pub files: Vec<Attached>,
}

/// Why a mail did not leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// Stable code.
    pub code: &'static str,
    /// The mail server's reply.
    pub reply: Option<u16>,
    /// It will never leave.
    pub forever: bool,
    /// No other mail would leave either.
    pub everything: bool,
}

/// The way out. Give it to the installation with [`Installation::provide`].
pub struct Post {
    options: Options,
    smtp: Option<SmtpTransport>,
    base: Base,
    apart: Option<Apart>,
}

/// Whether a host name of a tenant leads to a part of it alone, such as a career site, where its people do not sign in.
pub type Apart = fn(&Arc<Installation>, &Arc<Tenant>, &str) -> Result<bool>;

/// Where tenants are found.
struct Base {
    https: bool,
    domain: String,
    port: Option<u16>,
}

impl Post {
    /// A way out. Tenants answer at `<tenant>.<domain>` or at domains of their own, by HTTPS or not, at a port where
    /// it is not the usual one.
    ///
    /// # Errors
    /// A sentence about what is wrong in the options.
    pub fn new(
        options: Options,
        https: bool,
        domain: &str,
        port: Option<u16>,
    ) -> std::result::Result<Post, String> {
        crate::letter::address(&options.from)
            .map_err(|_| format!("mail.from: {:?} is not an e-mail address", options.from))?;
        let smtp = match options.transport {
            Transport::Smtp => Some(smtp(&options, domain)?),
            _ => None,
        };
        let port = port.filter(|p| *p != if https { 443 } else { 80 });
        Ok(Post { options, smtp, base: Base { https, domain: domain.to_string(), port }, apart: None })
    }

    /// The same, which knows the host names that lead to a part of a tenant alone.
    #[must_use]
    pub fn knowing(self, apart: Apart) -> Post {
        Post { apart: Some(apart), ..self }
    }

    /// Whether mails leave at all.
    pub fn leaves(&self) -> bool {
        self.options.transport != Transport::None
    }

    /// How mails leave.
    pub fn options(&self) -> &Options {
        &self.options
    }

    pub(crate) fn from(&self) -> &str {
        &self.options.from
    }

    /// Where the program itself is found, whatever the tenant: scheme, host and port.
    pub fn address(&self) -> String {
        self.at(&self.base.domain)
    }

    pub(crate) fn at(&self, host: &str) -> String {
        let scheme = if self.base.https { "https" } else { "http" };
        let port = self.base.port.map(|p| format!(":{p}")).unwrap_or_default();
        format!("{scheme}://{host}{port}")
    }

    /// Where the people of a tenant find it: scheme, host and port, never taken from a request.
    ///
    /// # Errors
    /// Those of the store.
    pub fn address_of(&self, installation: &Arc<Installation>, tenant: &Arc<Tenant>) -> Result<String> {
        for host in installation.store().directory(|d| d.domains(tenant.id()))? {
            let apart = self.apart.map(|apart| apart(installation, tenant, &host)).transpose()?;
            if apart != Some(true) {
                return Ok(self.at(&host));
            }
        }
        Ok(self.at(&format!("{}.{}", tenant.id(), self.base.domain)))
    }

    /// Sends a mail that is written.
    pub(crate) fn send(
        &self,
        tenant: &Tenant,
        message: &Message,
        written: &Written,
        to: &str,
        code: &str,
        now: i64,
    ) -> std::result::Result<(), Refusal> {
        match (self.options.transport, &self.smtp) {
            // Invented addresses of test environments (T6, RFC 2606 section 2): no server is asked in vain.
            (Transport::Smtp, _) if to.ends_with(".invalid") => {
                Err(Refusal { code: "mail.address", reply: None, forever: true, everything: false })
            }
            (Transport::Smtp, Some(smtp)) => smtp.send(message).map(|_| ()).map_err(|e| refusal(&e)),
            (Transport::File, _) => {
                let name = format!("{now}-{code}.eml");
                self.keep(tenant, &name, &message.formatted()).map_err(|_| disk())
            }
            (Transport::Catcher, _) => {
                let caught = Caught {
                    code: code.to_string(),
                    at: now,
                    to: to.to_string(),
                    subject: written.subject.clone(),
                    text: written.text.clone(),
                    html: written.as_page(),
                    calendar: written.calendar.clone(),
                    files: written.files.iter().map(|(file, _)| file.clone()).collect(),
                };
                let text = serde_json::to_vec(&caught).map_err(|_| disk())?;
                self.keep(tenant, &format!("{now}-{code}.json"), &text).map_err(|_| disk())
            }
            _ => Err(Refusal { code: "mail.none", reply: None, forever: true, everything: false }),
        }
    }

    fn folder(&self, tenant: &Tenant) -> PathBuf {
        self.options.folder.join(tenant.id().as_str())
    }

    /// Writes a file at once or not at all.
    fn keep(&self, tenant: &Tenant, name: &str, bytes: &[u8]) -> io::Result<()> {
        let folder = self.folder(tenant);
        fs::create_dir_all(&folder)?;
        let partial = folder.join(format!(".{name}"));
        fs::write(&partial, bytes)?;
        fs::rename(partial, folder.join(name))
    }

    /// The mails that the catcher keeps of a tenant, the latest first.
    pub fn caught(&self, tenant: &Tenant) -> Vec<Caught> {
        if self.options.transport != Transport::Catcher {
            return Vec::new();
        }
        let entries = fs::read_dir(self.folder(tenant)).into_iter().flatten().flatten();
        let mut names: Vec<PathBuf> =
            entries.map(|e| e.path()).filter(|p| p.extension().is_some_and(|x| x == "json")).collect();
        names.sort();
        names.iter().rev().take(500).filter_map(|path| read(path)).collect()
    }
}

fn read(path: &Path) -> Option<Caught> {
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}

fn disk() -> Refusal {
    Refusal { code: "mail.folder", reply: None, forever: false, everything: true }
}

fn smtp(options: &Options, domain: &str) -> std::result::Result<SmtpTransport, String> {
    if options.host.is_empty() {
        return Err("mail.host is missing: the name of the mail server".to_string());
    }
    let mut tls = TlsParameters::builder(options.host.clone());
    if let Some(path) = &options.authority {
        let wrong = |what: String| format!("mail.authority: {}: {what}", path.display());
        let pem = fs::read(path).map_err(|e| wrong(e.to_string()))?;
        tls = tls.add_root_certificate(Certificate::from_pem(&pem).map_err(|e| wrong(e.to_string()))?);
    }
    let tls = tls.build_rustls().map_err(|e| format!("mail: TLS cannot be set up: {e}"))?;
    let (tls, port) = match options.security {
        Security::Starttls => (Tls::Required(tls), 587),
        Security::Tls => (Tls::Wrapper(tls), 465),
        Security::Plain if !options.user.is_empty() => {
            return Err("mail.user: a password is not sent over an unprotected connection; \
                        set security to \"starttls\" or \"tls\""
                .to_string());
        }
        Security::Plain => (Tls::None, 25),
    };
    let mut builder = SmtpTransport::builder_dangerous(&options.host)
        .port(options.port.unwrap_or(port))
        .tls(tls)
        .timeout(Some(SILENCE))
        .hello_name(ClientId::Domain(domain.to_string()));
    if !options.user.is_empty() {
        builder = builder.credentials(Credentials::new(options.user.clone(), options.password.0.clone()));
    }
    Ok(builder.build())
}

/// What an error of the mail server means. Its words may name people and are not kept.
fn refusal(error: &lettre::transport::smtp::Error) -> Refusal {
    let reply = error.status().map(u16::from);
    let all = |code| Refusal { code, reply, forever: false, everything: true };
    match reply {
        // RFC 4954: the login is wanted, wrong, or too weak. Somebody will put it right.
        Some(530 | 534 | 535 | 538 | 454) => all("mail.login"),
        // RFC 5321 section 3.8: the server is closing.
        Some(421) => all("mail.unreachable"),
        Some(_) if error.is_permanent() => {
            Refusal { code: "mail.refused", reply, forever: true, everything: false }
        }
        Some(_) => Refusal { code: "mail.refused", reply, forever: false, everything: false },
        None if error.is_tls() || tls_broke(error) => all("mail.not_secure"),
        // What this mail or our settings ask for (STARTTLS, a login, letters outside ASCII) the server does not offer.
        None if error.is_client() => {
            Refusal { code: "mail.not_offered", reply, forever: false, everything: false }
        }
        None => all("mail.unreachable"),
    }
}

/// The handshake is done by reading and writing: what it objects to is invalid data.
fn tls_broke(error: &(dyn std::error::Error + 'static)) -> bool {
    std::iter::successors(Some(error), |e| e.source())
        .filter_map(|e| e.downcast_ref::<io::Error>())
        .any(|e| e.kind() == io::ErrorKind::InvalidData)
}
