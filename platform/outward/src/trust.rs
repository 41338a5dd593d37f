//! Whose certificates are believed.

use std::path::Path;
use std::sync::Arc;

use ureq::tls::{Certificate, PemItem, RootCerts, parse_pem};

/// The authorities of the Internet, and those of an own network that the operator names.
#[derive(Clone, Debug, Default)]
pub struct Trust {
    own: Arc<Vec<Certificate<'static>>>,
}

impl Trust {
    /// Besides those of the Internet the authorities of a file in PEM; only those of the Internet where the path is empty.
    ///
    /// # Errors
    /// A sentence about the file.
    pub fn read(path: &Path) -> Result<Trust, String> {
        if path.as_os_str().is_empty() {
            return Ok(Trust::default());
        }
        let wrong = |what: String| format!("authorities: {}: {what}", path.display());
        let text = std::fs::read(path).map_err(|e| wrong(e.to_string()))?;
        let mut own = Vec::new();
        for item in parse_pem(&text) {
            if let PemItem::Certificate(certificate) = item.map_err(|e| wrong(e.to_string()))? {
                own.push(certificate);
            }
        }
        match own.is_empty() {
            true => Err(wrong("there is no certificate in it; it holds one or more in PEM".to_string())),
            false => Ok(Trust { own: Arc::new(own) }),
        }
    }

    /// As the library has it.
    pub(crate) fn roots(&self) -> RootCerts {
        if self.own.is_empty() {
            return RootCerts::WebPki;
        }
        let internet = webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter();
        let internet = internet.map(|der| Certificate::from_der(der.as_ref()).to_owned());
        RootCerts::Specific(Arc::new(internet.chain(self.own.iter().cloned()).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_certificates_is_refused_with_its_name() {
        let folder = std::env::temp_dir();
        let missing = folder.join("talang-no-such-authority.pem");
        assert!(Trust::read(&missing).unwrap_err().contains("talang-no-such-authority.pem"));
        let empty = folder.join(format!("talang-authority-{}.pem", std::process::id()));
        std::fs::write(&empty, "not a certificate").unwrap();
        assert!(Trust::read(&empty).unwrap_err().contains("there is no certificate in it"));
        std::fs::remove_file(&empty).unwrap();
        assert!(matches!(Trust::read(Path::new("")).unwrap().roots(), RootCerts::WebPki));
    }
}
