//! The tenant's own keys: requests are signed and assertions decrypted with them. A key is made when it is first needed and
//! stays; a new one is first announced in the metadata, then used, and the old one still decrypts (key rollover).

use rcgen::{CertificateParams, DistinguishedName, DnType, KeyPair, PKCS_RSA_SHA256};
use ring::signature::RsaKeyPair;
use rsa::PrivateKey;
use rsa::pkcs8::{DecodePrivateKey, EncodePrivateKey};
use rsa::rand_core::UnwrapErr;
use talang_catalogue::Fault;
use talang_engine::{Error, Result};
use talang_http::Call;
use talang_store::{P, Place};

/// Size of the keys, in bits.
const BITS: usize = 3072;
/// Years for which their certificates say to be valid.
const YEARS: i32 = 10;

/// What a key is for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Announced, not used yet.
    Next,
    /// Signs and decrypts.
    Current,
    /// Only decrypts.
    Former,
}

impl Phase {
    fn name(self) -> &'static str {
        match self {
            Phase::Next => "next",
            Phase::Current => "current",
            Phase::Former => "former",
        }
    }

    fn parse(word: &str) -> Phase {
        [Phase::Next, Phase::Current].into_iter().find(|p| p.name() == word).unwrap_or(Phase::Former)
    }
}

/// A key of the tenant's own.
pub struct OwnKey {
    /// Row number.
    pub id: i64,
    /// What it is for now.
    pub phase: Phase,
    /// Its self-signed certificate, in DER.
    pub certificate: Vec<u8>,
    private: Vec<u8>,
}

fn internal() -> Error {
    Fault::new("internal").into()
}

impl OwnKey {
    /// For signing.
    ///
    /// # Errors
    /// `internal`: the stored key is damaged.
    pub fn signer(&self) -> Result<RsaKeyPair> {
        RsaKeyPair::from_pkcs8(&self.private).map_err(|_| internal())
    }

    /// For decrypting.
    ///
    /// # Errors
    /// `internal`: the stored key is damaged.
    pub fn opener(&self) -> Result<PrivateKey> {
        PrivateKey::from_pkcs8_der(&self.private).map_err(|_| internal())
    }
}

fn make(name: &str, today: jiff::civil::Date) -> Result<(Vec<u8>, Vec<u8>)> {
    let mut random = UnwrapErr(getrandom::SysRng);
    let key = PrivateKey::new(&mut random, BITS).map_err(|_| internal())?;
    let private = key.to_pkcs8_der().map_err(|_| internal())?.as_bytes().to_vec();
    let pair = KeyPair::from_pkcs8_der_and_sign_algo(&private.clone().into(), &PKCS_RSA_SHA256)
        .map_err(|_| internal())?;
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, name);
    let day = |years: i32| {
        let month = u8::try_from(today.month()).unwrap_or(1);
        rcgen::date_time_ymd(i32::from(today.year()) + years, month, 1)
    };
    (params.not_before, params.not_after) = (day(0), day(YEARS));
    let certificate = params.self_signed(&pair).map_err(|_| internal())?;
    Ok((private, certificate.der().to_vec()))
}

fn stored(call: &Call) -> Result<Vec<OwnKey>> {
    let db = call.scope.tenant().db();
    let rows = db.read(|conn| {
        Ok::<_, Error>(conn.query(
            "SELECT id, phase, private_key, certificate FROM shared.sign_on_key ORDER BY id DESC",
            &[],
        )?)
    })?;
    let mut keys = Vec::new();
    for row in rows {
        let [id, phase, private, certificate] = row.as_slice() else { continue };
        keys.push(OwnKey {
            id: id.int(),
            phase: Phase::parse(phase.text()),
            private: db.vault().open(Place::ProviderKey, id.int(), private.text())?,
            certificate: talang_xml::base64(certificate.text())?,
        });
    }
    Ok(keys)
}

fn add(call: &Call, phase: Phase) -> Result<()> {
    let clock = call.installation.clock();
    let (private, certificate) = make(call.scope.tenant().id().as_str(), clock.today())?;
    let now = clock.now();
    let db = call.scope.tenant().db();
    db.write(|conn| {
        // Two that come first at once make one key.
        let known =
            conn.query_one("SELECT id FROM shared.sign_on_key WHERE phase = ?", &[P::Text(phase.name())])?;
        if known.is_some() {
            return Ok(());
        }
        // It is sealed for its row, whose number is known when the row is there.
        let row = vec![
            P::Text(phase.name()),
            P::Text(""),
            P::Owned(talang_xml::to_base64(&certificate)),
            P::Int(now),
        ];
        let columns = ["phase", "private_key", "certificate", "created_at"];
        for id in conn.insert("shared.sign_on_key", &columns, &[row])? {
            let sealed = db.vault().seal(Place::ProviderKey, id, &private)?;
            conn.exec(
                "UPDATE shared.sign_on_key SET private_key = ? WHERE id = ?",
                &[P::Owned(sealed), P::Int(id)],
            )?;
        }
        Ok::<_, Error>(())
    })
}

/// The tenant's keys, the current one first; made now if there is none.
///
/// # Errors
/// Storage; `internal`: the machine gives no random numbers.
pub fn own_keys(call: &Call) -> Result<Vec<OwnKey>> {
    let mut keys = stored(call)?;
    if !keys.iter().any(|k| k.phase == Phase::Current) {
        add(call, Phase::Current)?;
        keys = stored(call)?;
    }
    keys.sort_by_key(|k| (k.phase != Phase::Current, k.phase != Phase::Next));
    Ok(keys)
}

/// Announces a new key in the metadata.
///
/// # Errors
/// Storage.
pub fn announce(call: &Call) -> Result<()> {
    add(call, Phase::Next)
}

/// Uses the announced key from now on. The one before still decrypts; those before it go.
///
/// # Errors
/// Storage.
pub fn switch(call: &Call) -> Result<()> {
    if !stored(call)?.iter().any(|k| k.phase == Phase::Next) {
        return Ok(());
    }
    call.scope.tenant().db().write(|conn| {
        conn.exec("DELETE FROM shared.sign_on_key WHERE phase = 'former'", &[])?;
        conn.exec("UPDATE shared.sign_on_key SET phase = 'former' WHERE phase = 'current'", &[])?;
        conn.exec("UPDATE shared.sign_on_key SET phase = 'current' WHERE phase = 'next'", &[])?;
        Ok::<_, Error>(())
    })
}
