//! How the file server is configured: the section `[files]`.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use serde::Deserialize;

use crate::space::Limits;

/// The section `[files]` of the configuration.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Options {
    /// Address and port for SFTP, such as `0.0.0.0:2022`; empty for none.
    pub sftp: String,
    /// Address and port for FTPS, such as `0.0.0.0:2121`; empty for none.
    pub ftps: String,
    /// First and last port of FTPS's data connections.
    pub passive_ports: [u16; 2],
    /// IPv4 address that FTPS clients are told for data connections; empty for the one at which they came in. Needed
    /// behind address translation.
    pub passive_address: String,
    /// FTPS: file with the certificate and those that lead to its authority, in PEM.
    pub certificate: PathBuf,
    /// FTPS: file with the certificate's private key, in PEM.
    pub certificate_key: PathBuf,
    /// SFTP: file with the server's private key in OpenSSH's form; made when it is missing. Empty: in the data folder.
    pub host_key: PathBuf,
    /// SFTP also takes clients that know neither authenticated encryption nor encrypt-then-MAC, such as libssh2 before 1.11
    /// with curl of that time.
    pub older_clients: bool,
    /// Most that a tenant's space may hold, in MiB.
    pub quota_mib: u64,
    /// Most files and folders of a tenant's space.
    pub most_files: u64,
    /// Tenants with other limits.
    pub tenants: Vec<TenantLimits>,
    /// Connections at the same time.
    pub most_connections: usize,
    /// Connections at the same time from one address.
    pub most_per_address: usize,
}

/// Other limits for one tenant.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TenantLimits {
    /// Whose.
    pub tenant: String,
    /// Most MiB.
    pub quota_mib: u64,
    /// Most files and folders; those of all where it is not given.
    pub most_files: Option<u64>,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            sftp: String::new(),
            ftps: String::new(),
            passive_ports: [50_000, 50_255],
            passive_address: String::new(),
            certificate: PathBuf::new(),
            certificate_key: PathBuf::new(),
            host_key: PathBuf::new(),
            older_clients: false,
            quota_mib: 10_240,
            most_files: 100_000,
            tenants: Vec::new(),
            most_connections: 512,
            most_per_address: 32,
        }
    }
}

impl Options {
    /// Looks whether everything fits together.
    ///
    /// # Errors
    /// A sentence that names the key.
    pub fn check(&self) -> Result<(), String> {
        self.sftp_address()?;
        if self.ftps_address()?.is_some()
            && (self.certificate.as_os_str().is_empty() || self.certificate_key.as_os_str().is_empty())
        {
            return Err("files.ftps needs a certificate: name its files in files.certificate and files.certificate_key".into());
        }
        let [first, last] = self.passive_ports;
        if first == 0 || last < first {
            return Err("files.passive_ports is the first and the last port, such as [50000, 50255]".into());
        }
        if !self.passive_address.is_empty() && self.passive_address.parse::<Ipv4Addr>().is_err() {
            return Err("files.passive_address is an IPv4 address such as \"203.0.113.7\"".into());
        }
        let zero = self.tenants.iter().any(|t| t.quota_mib == 0 || t.most_files == Some(0));
        if self.quota_mib == 0
            || self.most_files == 0
            || zero
            || self.most_connections == 0
            || self.most_per_address == 0
        {
            return Err(
                "files.quota_mib, most_files, most_connections and most_per_address are at least 1".into()
            );
        }
        match self.tenants.iter().find(|t| talang_engine::TenantId::parse(&t.tenant).is_none()) {
            Some(wrong) => Err(format!("files.tenants: {:?} is no tenant's id", wrong.tenant)),
            None => Ok(()),
        }
    }

    /// Where SFTP listens, if it does.
    ///
    /// # Errors
    /// A sentence.
    pub fn sftp_address(&self) -> Result<Option<SocketAddr>, String> {
        address("files.sftp", &self.sftp)
    }

    /// Where FTPS listens, if it does.
    ///
    /// # Errors
    /// A sentence.
    pub fn ftps_address(&self) -> Result<Option<SocketAddr>, String> {
        address("files.ftps", &self.ftps)
    }

    /// How much a tenant's space may hold.
    pub fn limits(&self, tenant: &str) -> Limits {
        let own = self.tenants.iter().find(|t| t.tenant == tenant);
        let mib = own.map_or(self.quota_mib, |t| t.quota_mib);
        let files = own.and_then(|t| t.most_files).unwrap_or(self.most_files);
        Limits { bytes: mib.saturating_mul(1 << 20), files }
    }
}

fn address(key: &str, text: &str) -> Result<Option<SocketAddr>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse()
        .map(Some)
        .map_err(|_| format!("{key} is an address and port such as \"0.0.0.0:2022\", not {text:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_told_with_its_key() {
        let with = |change: fn(&mut Options)| {
            let mut options = Options::default();
            change(&mut options);
            options.check().err().unwrap_or_default()
        };
        assert_eq!(with(|_| {}), "");
        assert!(with(|o| o.sftp = "2022".into()).contains("files.sftp"));
        assert!(with(|o| o.ftps = "0.0.0.0:21".into()).contains("files.certificate"));
        assert!(with(|o| o.passive_ports = [9, 8]).contains("files.passive_ports"));
        assert!(with(|o| o.passive_address = "::1".into()).contains("files.passive_address"));
        assert!(with(|o| o.quota_mib = 0).contains("files.quota_mib"));
        let own = |tenant: &str| TenantLimits { tenant: tenant.into(), quota_mib: 1, most_files: None };
        let options = Options { tenants: vec![own("acme")], ..Options::default() };
        assert_eq!(options.limits("acme"), Limits { bytes: 1 << 20, files: 100_000 });
        assert_eq!(options.limits("other").bytes, 10_240 << 20);
        assert!(Options { tenants: vec![own("Acme!")], ..Options::default() }.check().is_err());
    }
}
