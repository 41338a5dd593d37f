//! The vault: secrets that the program must be able to read again (of authenticator apps, of sign-in providers, private keys)
//! stand in tenants' databases only sealed, with a key that is in none of them (ASVS 5.0 V13.3.1).
//!
//! * [`Place`] lists the columns whose values are sealed. A new secret gets a line there; checking, rotation and the sealing of
//!   what stood there in clear follow from the list.
//! * [`Sealer`], from [`crate::TenantDb::vault`], seals and opens the values of one tenant: AES-256-GCM with a random nonce. What
//!   a value is bound to (tenant, column, row) is part of what is authenticated: copied elsewhere, it does not open.
//! * [`Vault`] holds the keys of the installation, which are a file of their own ([`keys`]).

mod keys;
mod places;

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use ring::aead::{Aad, NONCE_LEN, Nonce};
use ring::rand::{SecureRandom, SystemRandom};

use crate::directory::TenantId;
use crate::error::{Error, Result};
use keys::{Key, Ring};

pub use places::Place;

/// How sealed values begin: `sealed:1:KEY:…`.
const MARK: &str = "sealed:1:";

/// The keys of an installation. They follow their file: a running program seals with a new key from the moment on at which
/// the file names it.
pub struct Vault {
    path: PathBuf,
    ring: RwLock<Arc<Ring>>,
}

impl Vault {
    /// Reads the keys, or makes the first one where none was ever made. `known` are the keys with which values of this
    /// installation may be sealed.
    ///
    /// # Errors
    /// [`Error::Setup`] when a key that is known is missing, or the file cannot be used.
    pub(crate) fn open(path: PathBuf, known: &[String]) -> Result<Vault> {
        if !path.exists() && known.is_empty() {
            keys::create(&path, &[Key::random()?])?;
        }
        if !path.exists() {
            return Err(missing(&path, known.first().map_or("", String::as_str)));
        }
        let ring = Ring::read(&path)?;
        if let Some(lost) = known.iter().find(|id| ring.find(id).is_none()) {
            return Err(missing(&path, lost));
        }
        Ok(Vault { path, ring: RwLock::new(Arc::new(ring)) })
    }

    /// The keys after others were lost: those that the file still has, or a new one where it is gone.
    ///
    /// # Errors
    /// [`Error::Setup`] when the file cannot be used.
    pub(crate) fn without_lost(path: PathBuf) -> Result<Vault> {
        Vault::open(path, &[])
    }

    /// The file with the keys.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The ids of the keys, the one that seals first; more than one while they are being exchanged.
    pub fn ids(&self) -> Vec<String> {
        self.ring(None).keys().iter().map(|k| k.id().to_string()).collect()
    }

    /// The keys as the file has them now. A file that is gone does not disturb a program that runs; the next start says so.
    fn ring(&self, wanted: Option<&str>) -> Arc<Ring> {
        let known = self.ring.read().unwrap_or_else(PoisonError::into_inner).clone();
        let serves = wanted.is_some_and(|id| known.find(id).is_some());
        if serves || known.is_of(&self.path) {
            return known;
        }
        match Ring::read(&self.path) {
            Ok(ring) => {
                let ring = Arc::new(ring);
                *self.ring.write().unwrap_or_else(PoisonError::into_inner) = ring.clone();
                ring
            }
            Err(_) => known,
        }
    }

    /// Puts a new key before those there are. It seals from now on, also in other programs that run on this installation.
    pub(crate) fn add_key(&self) -> Result<String> {
        let mut all = vec![Key::random()?];
        all.extend(Ring::read(&self.path)?.into_keys());
        keys::replace(&self.path, &all)?;
        Ok(all.first().map(|k| k.id().to_string()).unwrap_or_default())
    }

    /// Forgets every key but the one that seals.
    pub(crate) fn drop_former(&self) -> Result<()> {
        let first: Vec<Key> = Ring::read(&self.path)?.into_keys().into_iter().take(1).collect();
        keys::replace(&self.path, &first)
    }
}

fn missing(path: &Path, id: &str) -> Error {
    Error::Setup(format!(
        "the key {id} is missing: without it nobody can open what this installation has sealed (second factors, secrets and keys of \
         single sign-on, secrets of webhooks, waiting mails). Put its file back to {}, or name its place with key_file in the configuration. If it is lost for good: talang vault give-up",
        path.display()
    ))
}

/// Seals and opens the values of one tenant.
#[derive(Clone, Copy)]
pub struct Sealer<'a> {
    vault: &'a Vault,
    tenant: &'a TenantId,
}

impl<'a> Sealer<'a> {
    pub(crate) fn new(vault: &'a Vault, tenant: &'a TenantId) -> Sealer<'a> {
        Sealer { vault, tenant }
    }

    /// Seals a secret for its place. To be called within the transaction that writes it: while keys are exchanged, what is
    /// written later than the exchange of this tenant's values is then certain to be sealed with the new one.
    ///
    /// # Errors
    /// [`Error::Other`]: the machine gives no random numbers.
    pub fn seal(&self, place: Place, row: i64, secret: &[u8]) -> Result<String> {
        let (id, whole) = self.sealed(self.bound_to(place, row), secret)?;
        Ok(format!("{MARK}{id}:{}", STANDARD_NO_PAD.encode(whole)))
    }

    /// Seals bytes for what they are bound to: the number of the key, and what it was sealed with before what was sealed.
    fn sealed(&self, bound: Aad<Vec<u8>>, content: &[u8]) -> Result<(String, Vec<u8>)> {
        let ring = self.vault.ring(None);
        let key = ring.keys().first().ok_or_else(|| Error::Other("the vault has no key".into()))?;
        let mut nonce = [0; NONCE_LEN];
        SystemRandom::new()
            .fill(&mut nonce)
            .map_err(|_| Error::Other("the machine gives no random numbers".into()))?;
        let mut bytes = content.to_vec();
        key.aead()
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), bound, &mut bytes)
            .map_err(|_| Error::Other("it is too long to be sealed".into()))?;
        let mut whole = nonce.to_vec();
        whole.append(&mut bytes);
        Ok((key.id().to_string(), whole))
    }

    /// Opens what was sealed for this place.
    ///
    /// # Errors
    /// [`Error::Other`], with the place and never the value: it was not sealed for this row of this tenant, was changed, stands
    /// in clear, or its key is not there.
    pub fn open(&self, place: Place, row: i64, sealed: &str) -> Result<Vec<u8>> {
        let refused = |why: &str| {
            Err(Error::Other(format!("{}, row {row}: the sealed value does not open: {why}", place.column())))
        };
        let Some((id, text)) = sealed.strip_prefix(MARK).and_then(|rest| rest.split_once(':')) else {
            return refused("it is not sealed");
        };
        let ring = self.vault.ring(Some(id));
        let Some(key) = ring.find(id) else { return refused(&format!("there is no key {id}")) };
        let Ok(mut bytes) = STANDARD_NO_PAD.decode(text) else { return refused("it is damaged") };
        if bytes.len() < NONCE_LEN {
            return refused("it is damaged");
        }
        let mut rest = bytes.split_off(NONCE_LEN);
        let Ok(nonce) = Nonce::try_assume_unique_for_key(&bytes) else { return refused("it is damaged") };
        match key.aead().open_in_place(nonce, self.bound_to(place, row), &mut rest) {
            Ok(secret) => Ok(secret.to_vec()),
            Err(_) => refused("it was changed, or belongs to another row, column or tenant"),
        }
    }

    /// Seals something that leaves the program and comes back: a link in a mail, a cookie. It stands in no column, so it is gone
    /// with the key that sealed it when keys are exchanged. Letters of an address alone (RFC 3986 § 2.3).
    ///
    /// # Errors
    /// Those of [`Sealer::seal`].
    pub fn seal_ticket(&self, purpose: &str, content: &[u8]) -> Result<String> {
        let (id, whole) = self.sealed(self.meant_for(purpose), content)?;
        Ok(format!("{id}.{}", URL_SAFE_NO_PAD.encode(whole)))
    }

    /// Opens a ticket of that purpose; nothing for any other text.
    pub fn open_ticket(&self, purpose: &str, ticket: &str) -> Option<Vec<u8>> {
        let (id, text) = ticket.split_once('.')?;
        let ring = self.vault.ring(Some(id));
        let key = ring.find(id)?;
        let mut bytes = URL_SAFE_NO_PAD.decode(text).ok().filter(|bytes| bytes.len() > NONCE_LEN)?;
        let mut rest = bytes.split_off(NONCE_LEN);
        let nonce = Nonce::try_assume_unique_for_key(&bytes).ok()?;
        Some(key.aead().open_in_place(nonce, self.meant_for(purpose), &mut rest).ok()?.to_vec())
    }

    fn meant_for(&self, purpose: &str) -> Aad<Vec<u8>> {
        Aad::from(format!("{}\nticket\n{purpose}", self.tenant).into_bytes())
    }

    /// What a value cannot be parted from. None of the parts can contain the sign between them.
    fn bound_to(&self, place: Place, row: i64) -> Aad<Vec<u8>> {
        Aad::from(format!("{}\n{}\n{row}", self.tenant, place.column()).into_bytes())
    }

    /// How values begin that are sealed with the key that seals now.
    fn newest(&self) -> String {
        let ring = self.vault.ring(None);
        format!("{MARK}{}:", ring.keys().first().map(Key::id).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().unwrap()
    }

    fn tenant(id: &str) -> TenantId {
        TenantId::parse(id).unwrap()
    }

    #[test]
    fn a_value_opens_in_its_own_place_only() {
        // O4: what is copied to another row, column or tenant is worth nothing there.
        let folder = folder();
        let vault = Vault::open(folder.path().join("vault.keys"), &[]).unwrap();
        let (acme, other) = (tenant("acme"), tenant("other"));
        let sealer = Sealer::new(&vault, &acme);
        let sealed = sealer.seal(Place::AppSecret, 7, b"secret").unwrap();
        assert!(sealed.starts_with("sealed:1:") && !sealed.contains("secret"));
        assert_ne!(
            sealed,
            sealer.seal(Place::AppSecret, 7, b"secret").unwrap(),
            "the same secret shows twice"
        );
        assert_eq!(sealer.open(Place::AppSecret, 7, &sealed).unwrap(), b"secret");
        let refused = |sealer: Sealer<'_>, place, row, value: &str| {
            let error = sealer.open(place, row, value).unwrap_err().to_string();
            assert!(error.contains("does not open") && !error.contains(value), "{error}");
        };
        refused(sealer, Place::AppSecret, 8, &sealed);
        refused(sealer, Place::OfferedSecret, 7, &sealed);
        refused(Sealer::new(&vault, &other), Place::AppSecret, 7, &sealed);
        refused(sealer, Place::AppSecret, 7, "c2VjcmV0");
        for end in [20, sealed.len() - 10, sealed.len() - 1] {
            refused(sealer, Place::AppSecret, 7, &sealed[..end]);
        }
        let mut letters: Vec<char> = sealed.chars().collect();
        let last = letters.len() - 5;
        letters[last] = if letters[last] == 'A' { 'B' } else { 'A' };
        refused(sealer, Place::AppSecret, 7, &letters.iter().collect::<String>());
    }

    #[test]
    fn a_ticket_opens_for_its_purpose_and_tenant_only() {
        // G7: a link of a mail is worth nothing elsewhere.
        let folder = folder();
        let vault = Vault::open(folder.path().join("vault.keys"), &[]).unwrap();
        let (acme, other) = (tenant("acme"), tenant("other"));
        let sealer = Sealer::new(&vault, &acme);
        let ticket = sealer.seal_ticket("area", b"7").unwrap();
        assert!(ticket.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b)), "{ticket}");
        assert_eq!(sealer.open_ticket("area", &ticket).unwrap(), b"7");
        assert!(sealer.open_ticket("export", &ticket).is_none());
        assert!(Sealer::new(&vault, &other).open_ticket("area", &ticket).is_none());
        for wrong in
            ["", "x", "x.y", &ticket[..ticket.len() - 1], &format!("{ticket}A"), &ticket.replace('.', "")]
        {
            assert!(sealer.open_ticket("area", wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn a_running_program_follows_the_exchange_of_keys() {
        let folder = folder();
        let path = folder.path().join("vault.keys");
        let acme = tenant("acme");
        let (mine, theirs) = (Vault::open(path.clone(), &[]).unwrap(), Vault::open(path, &[]).unwrap());
        let (mine, theirs) = (Sealer::new(&mine, &acme), Sealer::new(&theirs, &acme));
        let old = mine.seal(Place::ProviderKey, 1, b"x").unwrap();
        let new = theirs.vault.add_key().unwrap();
        let sealed = mine.seal(Place::ProviderKey, 1, b"x").unwrap();
        assert!(sealed.starts_with(&format!("sealed:1:{new}:")), "it still seals with the old one");
        assert_eq!(theirs.open(Place::ProviderKey, 1, &sealed).unwrap(), b"x");
        assert_eq!(mine.open(Place::ProviderKey, 1, &old).unwrap(), b"x");
        theirs.vault.drop_former().unwrap();
        assert_eq!(theirs.vault.ids(), [new]);
        assert!(theirs.open(Place::ProviderKey, 1, &old).is_err());
    }

    #[test]
    fn a_lost_key_is_named_and_never_made_anew() {
        let folder = folder();
        let path = folder.path().join("vault.keys");
        let known = Vault::open(path.clone(), &[]).unwrap().ids();
        let kept = std::fs::read(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        let refusal = Vault::open(path.clone(), &known).err().unwrap().to_string();
        assert!(refusal.contains(&known[0]) && refusal.contains("vault.keys"), "{refusal}");
        assert!(!path.exists(), "a new key would hide that the old one is lost");
        // A key of another installation is not the one that is looked for.
        let other = Vault::open(folder.path().join("other.keys"), &[]).unwrap();
        std::fs::copy(other.path(), &path).unwrap();
        assert!(Vault::open(path.clone(), &known).err().unwrap().to_string().contains(&known[0]));
        std::fs::remove_file(&path).unwrap();
        std::fs::write(&path, kept).unwrap();
        keys::tests::private(&path);
        assert_eq!(Vault::open(path, &known).unwrap().ids(), known);
    }
}
