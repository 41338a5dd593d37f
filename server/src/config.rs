//! The configuration file of `talang serve`: TOML, every key with a default, unknown keys refused with their line.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use talang_engine::Options;
use talang_store::{Backend, PostgresServer};

use crate::log::Format;

/// Everything that can be configured. `talang serve --help` shows it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Data folder: directory, logs, tenants' files and attachments.
    pub data: PathBuf,
    /// Address and port to listen on.
    pub listen: SocketAddr,
    /// Tenants answer at `<tenant>.<base_domain>` (T2).
    pub base_domain: String,
    /// Browsers come by HTTPS, through a proxy that ends TLS: cookies are bound to it and browsers are told to stay.
    pub https: bool,
    /// Proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed: addresses or networks (`10.0.0.0/8`).
    pub trusted_proxies: Vec<Network>,
    /// Tenants whose databases are kept open at most (T11).
    pub open_tenants: usize,
    /// A commit waits for the disk. Say no for throw-away installations only.
    pub durable: bool,
    /// File with the keys of what is sealed in the databases; empty: `vault.keys` in the data folder. Made where there is none.
    pub key_file: PathBuf,
    /// `text` or `json` lines on standard error; `quiet` for errors only.
    pub log: Format,
    /// Largest body of a form or REST call, in KiB.
    pub most_body_kib: u64,
    /// Largest uploaded file, in MiB.
    pub most_upload_mib: u64,
    /// Threads that run background jobs.
    pub workers: usize,
    /// A session ends after so many minutes without a request (A8).
    pub session_idle_minutes: i64,
    /// A session ends so many hours after its sign-in at the latest (A8).
    pub session_hours: i64,
    /// What checking a password shall cost, in milliseconds, measured when the program starts. It is never less than
    /// OWASP's recommendation for Argon2id.
    pub password_milliseconds: u64,
    /// How mails leave (I12).
    pub mail: talang_mail::Options,
    /// Identity providers may be asked inside the own network, and without TLS (A6). For installations that serve one
    /// company in its own network; elsewhere an administrator could make the server look around in the host's network.
    pub internal_providers: bool,
    /// File in PEM with authorities of the own network: certificates by them are believed like those of the Internet's authorities
    /// where receivers of webhooks and identity providers are called. Empty for none.
    pub authorities: PathBuf,
    /// PostgreSQL servers; none means SQLite files in the data folder. The first holds the directory.
    pub postgres: Vec<Server>,
    /// The file server: SFTP and FTPS (I8).
    pub files: talang_files::Options,
    /// What webhooks may call (I10).
    pub webhooks: talang_webhook::Options,
    /// Who looks for viruses in what people bring.
    pub scanner: crate::scanner::Options,
    /// Where tenants' application logs are passed on to (A12).
    pub siem: Vec<Siem>,
}

/// A SIEM that is sent a tenant's application log as syslog messages, at the tenant's wish (A12).
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "SiemText")]
pub struct Siem {
    /// Whose log.
    pub tenant: String,
    /// As written: `tls://siem.example.org:6514`.
    pub address: String,
    /// How messages travel.
    pub transport: Transport,
    /// Name or address of the SIEM.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// With `tls`: file with the certificates that its own is checked against, in PEM.
    pub ca: PathBuf,
}

/// How syslog messages travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// A datagram each (RFC 5426): may be lost.
    Udp,
    /// TCP with octet counting (RFC 6587).
    Tcp,
    /// The same over TLS (RFC 5425).
    Tls,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SiemText {
    tenant: String,
    address: String,
    #[serde(default)]
    ca: PathBuf,
}

impl TryFrom<SiemText> for Siem {
    type Error = String;

    fn try_from(text: SiemText) -> Result<Siem, String> {
        let wrong = || {
            format!(
                "the address of a SIEM is such as \"tls://siem.example.org:6514\", not {:?}",
                text.address
            )
        };
        let (scheme, place) = text.address.split_once("://").ok_or_else(wrong)?;
        let transport = match scheme {
            "udp" => Transport::Udp,
            "tcp" => Transport::Tcp,
            "tls" => Transport::Tls,
            _ => return Err(wrong()),
        };
        let (host, port) = place.rsplit_once(':').ok_or_else(wrong)?;
        let port = port.parse().map_err(|_| wrong())?;
        let host = host.trim_start_matches('[').trim_end_matches(']').to_string();
        if host.is_empty() || talang_engine::TenantId::parse(&text.tenant).is_none() {
            return Err(wrong());
        }
        if (transport == Transport::Tls) == text.ca.as_os_str().is_empty() {
            return Err("a SIEM with tls names the file of its authority's certificates: ca = \"siem-ca.pem\"; others name none".into());
        }
        Ok(Siem { tenant: text.tenant, address: text.address, transport, host, port, ca: text.ca })
    }
}

/// A PostgreSQL server that tenants can be placed on (T5).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    /// Its name in the directory: `tenant create --server NAME`.
    pub name: String,
    /// Connection string without a database: `host=… user=… password=…`.
    pub address: String,
    /// How the names of its databases begin.
    #[serde(default = "prefix")]
    pub prefix: String,
}

fn prefix() -> String {
    "talang_".to_string()
}

impl Default for Config {
    fn default() -> Config {
        Config {
            data: PathBuf::from("talang-data"),
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            base_domain: "localhost".to_string(),
            https: false,
            trusted_proxies: Vec::new(),
            open_tenants: 400,
            durable: true,
            key_file: PathBuf::new(),
            log: Format::Text,
            most_body_kib: 2048,
            most_upload_mib: 1024,
            workers: 2,
            session_idle_minutes: 120,
            session_hours: 12,
            password_milliseconds: 50,
            mail: talang_mail::Options::default(),
            internal_providers: false,
            authorities: PathBuf::new(),
            postgres: Vec::new(),
            files: talang_files::Options::default(),
            webhooks: talang_webhook::Options::default(),
            scanner: crate::scanner::Options::default(),
            siem: Vec::new(),
        }
    }
}

/// A configuration file with every key at its default, as `--help` shows it.
pub const EXAMPLE: &str = r#"data = "talang-data"           # data folder
listen = "127.0.0.1:8080"      # address and port
base_domain = "localhost"      # tenants answer at <tenant>.<base_domain>
https = false                  # true behind a proxy that ends TLS
trusted_proxies = []           # such as ["10.0.0.0/8", "::1"]
open_tenants = 400             # tenants of which something is kept in memory at most
durable = true                 # a commit waits for the disk
key_file = ""                  # keys of sealed secrets; empty: vault.keys in the data folder
log = "text"                   # text, json or quiet
most_body_kib = 2048           # largest form or REST call
most_upload_mib = 1024         # largest uploaded file
workers = 2                    # threads for background jobs
session_idle_minutes = 120     # a session ends after so long without a request
session_hours = 12             # and so long after its sign-in at the latest
password_milliseconds = 50     # what checking a password costs at least
internal_providers = false     # identity providers inside the own network may be asked
authorities = ""               # authorities of the own network whose certificates are believed: a file in PEM

[mail]
transport = "none"             # none, smtp, or file: each mail as <folder>/<tenant>/….eml
from = "no-reply@localhost"    # where mails come from
host = ""                      # mail server; its certificate must be for this name
# port = 587                   # by the security's custom: 587, 465, 25
security = "starttls"          # starttls, tls, or plain for a server on this machine
user = ""                      # login at the mail server
password = ""
# authority = "/etc/ssl/own.pem" # certificate of an authority of your own
folder = "talang-mails"        # for files
keep_days = 365                # days after which it is forgotten to whom mails went

[files]
sftp = ""                      # address and port for SFTP, such as "0.0.0.0:2022"; empty for none
host_key = ""                  # its private key; empty: made in the data folder
ftps = ""                      # address and port for FTPS, such as "0.0.0.0:2121"; empty for none
certificate = ""               # its certificate and those that lead to its authority: a file in PEM
certificate_key = ""           # and the certificate's private key
passive_ports = [50000, 50255] # first and last port of its data connections
passive_address = ""           # IPv4 address that clients are told behind address translation
older_clients = false          # also clients without encrypt-then-MAC, such as libssh2 before 1.11
quota_mib = 10240              # most that a tenant's file space holds
most_files = 100000            # most files and folders in it
most_connections = 512         # connections at the same time
most_per_address = 32          # and from one address
# [[files.tenants]]            # a tenant with other limits
# tenant = "acme"
# quota_mib = 51200

[webhooks]
allow = []                     # addresses, networks and hosts of your own network that may be called, such as ["10.1.0.0/16"]
threads = 16                   # deliveries at the same time

[scanner]
clamd = ""                     # virus scanner: "/run/clamav/clamd.ctl" or "127.0.0.1:3310"; empty for none
unscanned = "refuse"           # or "accept-and-note": what becomes of a file that it could not look at
seconds = 30                   # longest time for a file

# One or more PostgreSQL servers instead of files; the first holds the directory:
# [[postgres]]
# name = "main"
# address = "host=db.example.org user=talang password=…"
# prefix = "talang_"

# A tenant's application log passed on as syslog messages (RFC 5424) over tls, tcp or udp:
# [[siem]]
# tenant = "acme"
# address = "tls://siem.example.org:6514"
# ca = "siem-ca.pem"
"#;

impl Config {
    /// Reads a file.
    ///
    /// # Errors
    /// A sentence with file, line and what is wrong there.
    pub fn read(path: &Path) -> Result<Config, String> {
        let text =
            std::fs::read_to_string(path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
        Config::parse(&text).map_err(|e| format!("{}: {e}", path.display()))
    }

    /// Reads a text.
    ///
    /// # Errors
    /// A sentence with the line and what is wrong there.
    pub fn parse(text: &str) -> Result<Config, String> {
        let config: Config = toml::from_str(text).map_err(|e| e.to_string())?;
        let bad = |what: &str| Err(what.to_string());
        if config.base_domain.is_empty() || config.base_domain.starts_with('.') {
            return bad("base_domain is a host name such as \"talang.example.org\", without a dot before it");
        }
        if config.most_body_kib == 0 || config.most_upload_mib == 0 || config.open_tenants == 0 {
            return bad("most_body_kib, most_upload_mib and open_tenants are at least 1");
        }
        if config.session_idle_minutes < 1 || config.session_hours < 1 {
            return bad("session_idle_minutes and session_hours are at least 1");
        }
        if config.mail.transport == talang_mail::Transport::Catcher {
            return bad(
                "mail.transport: the catcher shows everybody's mails to everybody and is for `talang demo` only",
            );
        }
        config.files.check()?;
        config.webhooks.check()?;
        config.scanner.check()?;
        config.trust()?;
        config.post().map(|_| config)
    }

    /// Whose certificates are believed where the program calls others.
    ///
    /// # Errors
    /// A sentence about the file of `authorities`.
    pub fn trust(&self) -> Result<talang_webhook::Trust, String> {
        talang_webhook::Trust::read(&self.authorities)
    }

    /// How mails leave.
    ///
    /// # Errors
    /// A sentence about what is wrong in `[mail]`.
    pub fn post(&self) -> Result<talang_mail::Post, String> {
        let port = (!self.https).then(|| self.listen.port());
        talang_mail::Post::new(self.mail.clone(), self.https, &self.base_domain, port)
    }

    /// How to open the installation.
    pub fn options(&self) -> Options {
        let server = |s: &Server| PostgresServer {
            name: s.name.clone(),
            address: s.address.clone(),
            prefix: s.prefix.clone(),
        };
        Options {
            data: self.data.clone(),
            backend: match self.postgres.is_empty() {
                true => Backend::Sqlite,
                false => Backend::Postgres(self.postgres.iter().map(server).collect()),
            },
            durable: self.durable,
            open_tenants: self.open_tenants,
            keys: Some(self.key_file.clone()).filter(|file| !file.as_os_str().is_empty()),
        }
    }

    /// How strictly accounts are guarded.
    pub fn identity(&self) -> talang_identity::Settings {
        talang_identity::Settings {
            idle: self.session_idle_minutes * 60_000_000,
            absolute: self.session_hours * 3_600_000_000,
            cost: talang_identity::Cost::tuned(std::time::Duration::from_millis(self.password_milliseconds)),
            ..talang_identity::Settings::default()
        }
    }
}

/// An address or a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Network(talang_engine::network::Network);

impl TryFrom<String> for Network {
    type Error = String;

    fn try_from(text: String) -> Result<Network, String> {
        let network = talang_engine::network::Network::parse(&text);
        network.map(Network).ok_or_else(|| {
            format!("{text:?} is neither an address such as 10.0.0.7 nor a network such as 10.0.0.0/8")
        })
    }
}

impl Network {
    /// Whether the address is in it.
    pub fn contains(&self, address: IpAddr) -> bool {
        self.0.contains(address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_key_is_refused_with_its_line() {
        let error = Config::parse("listen = \"127.0.0.1:1\"\nbase_domian = \"x\"\n").unwrap_err();
        assert!(
            error.contains("line 2") && error.contains("base_domian") && error.contains("base_domain"),
            "{error}"
        );
    }

    #[test]
    fn the_example_is_the_default() {
        let example = Config::parse(EXAMPLE).unwrap();
        assert_eq!(format!("{example:?}"), format!("{:?}", Config::default()));
        for key in ["[[postgres]]", "name", "address", "prefix"] {
            assert!(EXAMPLE.contains(key));
        }
    }

    #[test]
    fn a_siem_is_named_with_all_it_needs() {
        // A12
        let read = |text: &str| Config::parse(&format!("[[siem]]\ntenant = \"acme\"\n{text}"));
        let fine = read("address = \"tls://[::1]:6514\"\nca = \"ca.pem\"\n").unwrap();
        let siem = fine.siem.first().unwrap();
        assert_eq!((siem.host.as_str(), siem.port, siem.transport), ("::1", 6514, Transport::Tls));
        for bad in [
            "address = \"tls://siem:6514\"",
            "address = \"tcp://siem:6514\"\nca = \"x\"",
            "address = \"siem:6514\"",
            "address = \"tcp://siem\"",
            "address = \"http://siem:80\"",
        ] {
            assert!(read(bad).unwrap_err().contains("SIEM"), "{bad}");
        }
    }
}
