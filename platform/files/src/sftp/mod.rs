//! SFTP (draft-ietf-secsh-filexfer-02, version 3, with OpenSSH's extensions) over SSH (RFC 4251 and following): sign-in
//! and the subsystem `sftp`; no shell, no commands, no forwarding.

mod session;
mod wire;

use std::borrow::Cow;
use std::io::Write;
use std::net::SocketAddr;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use russh::keys::ssh_key::LineEnding;
use russh::keys::ssh_key::private::{Ed25519Keypair, KeypairData};
use russh::keys::{Algorithm, EcdsaCurve, HashAlg, PrivateKey};
use russh::server::{
    Auth, ChannelOpenHandle, Config, Handler, Msg, PublicKeyOffer, Session, VerifiedPublicKey,
};
use russh::{Channel, ChannelId, MethodKind, MethodSet, Preferred, SshId, cipher, compression, kex, mac};
use tokio::net::TcpStream;

use crate::accounts::{Guest, Proof, knows_key, sign_in};
use crate::gate::{Cutter, Place, written};
use crate::live::Seat;
use crate::server::{House, IDLE, PATIENCE, plain};

/// Sessions of one connection at the same time.
const MOST_CHANNELS: usize = 8;
/// File of the server's key in the data folder.
const HOST_KEY: &str = "ssh_host_ed25519_key";

/// How the server speaks SSH: today's algorithms only, so that nothing weaker can be agreed on.
pub(crate) fn config(house: &House) -> Result<Arc<Config>, String> {
    let file = host_key_file(&house.installation.store().options().data, &house.files.options().host_key);
    let curve = |curve| Algorithm::Ecdsa { curve };
    let mut macs = vec![mac::HMAC_SHA512_ETM, mac::HMAC_SHA256_ETM];
    if house.files.options().older_clients {
        macs.extend([mac::HMAC_SHA512, mac::HMAC_SHA256]);
    }
    Ok(Arc::new(Config {
        // Not which version of what: that helps only those who look for holes.
        server_id: SshId::Standard(Cow::Borrowed("SSH-2.0-Talang")),
        methods: MethodSet::from(&[MethodKind::PublicKey, MethodKind::Password][..]),
        auth_rejection_time: Duration::from_millis(500),
        auth_rejection_time_initial: Some(Duration::ZERO),
        keys: vec![host_key(&file)?],
        preferred: Preferred {
            kex: Cow::Borrowed(&[
                kex::MLKEM768X25519_SHA256,
                kex::CURVE25519,
                kex::CURVE25519_PRE_RFC_8731,
                kex::EXTENSION_SUPPORT_AS_SERVER,
                kex::EXTENSION_OPENSSH_STRICT_KEX_AS_SERVER,
            ]),
            // Of the server there is an Ed25519 key only; the others are what clients may sign in with.
            key: Cow::Owned(vec![
                Algorithm::Ed25519,
                curve(EcdsaCurve::NistP256),
                curve(EcdsaCurve::NistP384),
                curve(EcdsaCurve::NistP521),
            ]),
            cipher: Cow::Borrowed(&[
                cipher::CHACHA20_POLY1305,
                cipher::AES_256_GCM,
                cipher::AES_128_GCM,
                cipher::AES_256_CTR,
                cipher::AES_128_CTR,
            ]),
            mac: Cow::Owned(macs),
            compression: Cow::Borrowed(&[compression::NONE]),
            ..Preferred::default()
        },
        max_auth_attempts: 6,
        inactivity_timeout: Some(IDLE),
        keepalive_interval: Some(Duration::from_secs(30)),
        keepalive_max: 3,
        nodelay: true,
        ..Config::default()
    }))
}

fn host_key_file(data: &Path, configured: &Path) -> PathBuf {
    if configured.as_os_str().is_empty() { data.join(HOST_KEY) } else { configured.to_path_buf() }
}

/// The server's key; made, readable for nobody else, when the server starts for the first time.
fn host_key(file: &Path) -> Result<PrivateKey, String> {
    let wrong = |what: String| format!("the key of the SFTP server, {}: {what}", file.display());
    if !file.exists() {
        make_host_key(file).map_err(|e| wrong(format!("cannot be made: {e}")))?;
    }
    let text = std::fs::read_to_string(file).map_err(|e| wrong(format!("cannot be read: {e}")))?;
    let key = PrivateKey::from_openssh(&text)
        .map_err(|_| wrong("is no private key in OpenSSH's form (ssh-keygen -t ed25519 makes one)".into()))?;
    match key.algorithm() {
        Algorithm::Ed25519 => Ok(key),
        other => Err(wrong(format!("is of the type {other}; clients are shown an ssh-ed25519 key"))),
    }
}

fn make_host_key(file: &Path) -> std::io::Result<()> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(std::io::Error::other)?;
    let pair = KeypairData::from(Ed25519Keypair::from_seed(&seed));
    let key = PrivateKey::new(pair, "talang").map_err(std::io::Error::other)?;
    let text = key.to_openssh(LineEnding::LF).map_err(std::io::Error::other)?;
    let mut name = file.as_os_str().to_os_string();
    name.push(format!(".{}", std::process::id()));
    let temporary = PathBuf::from(name);
    let mut made = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&temporary)?;
    made.write_all(text.as_bytes())?;
    made.sync_all()?;
    // Two servers that start on one folder end up with one key.
    let linked = std::fs::hard_link(&temporary, file);
    std::fs::remove_file(&temporary)?;
    match linked {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

/// The fingerprint of the server's key, for whoever connects for the first time; nothing before the first start.
pub(crate) fn fingerprint(data: &Path, configured: &Path) -> Option<String> {
    let file = host_key_file(data, configured);
    let key = PrivateKey::from_openssh(std::fs::read_to_string(file).ok()?).ok()?;
    Some(key.public_key().fingerprint(HashAlg::Sha256).to_string())
}

/// One connection, from the greeting to its end.
pub(crate) async fn connection(
    house: Arc<House>,
    config: Arc<Config>,
    stream: TcpStream,
    peer: SocketAddr,
    place: Place,
) {
    let Ok((stream, cutter)) = Cutter::of(stream) else { return };
    let signed_in = Arc::new(AtomicBool::new(false));
    let visitor = Visitor {
        house,
        address: written(peer),
        place,
        cutter: cutter.clone(),
        signed_in: signed_in.clone(),
        guest: None,
        seat: None,
        channels: Vec::new(),
    };
    let run = async {
        if let Ok(session) = russh::server::run_stream(config, stream, visitor).await {
            let _ = session.await;
        }
    };
    tokio::pin!(run);
    if tokio::time::timeout(PATIENCE, &mut run).await.is_err() {
        if !signed_in.load(Ordering::SeqCst) {
            cutter.cut();
        }
        run.await;
    }
}

/// What is known of a connection.
struct Visitor {
    house: Arc<House>,
    address: String,
    place: Place,
    cutter: Cutter,
    signed_in: Arc<AtomicBool>,
    guest: Option<Guest>,
    seat: Option<Seat>,
    channels: Vec<Channel<Msg>>,
}

impl Visitor {
    fn try_in(&mut self, user: &str, proof: Proof<'_>) -> Auth {
        let House { installation, identity, .. } = &*self.house;
        match plain(|| sign_in(installation, identity, user, proof, "sftp", &self.address)) {
            Ok(guest) => {
                self.place.signed_in();
                self.signed_in.store(true, Ordering::SeqCst);
                self.seat = Some(self.house.files.seat(guest.clone(), self.cutter.clone()));
                self.guest = Some(guest);
                Auth::Accept
            }
            Err(_) => Auth::reject(),
        }
    }
}

impl Handler for Visitor {
    type Error = russh::Error;

    async fn auth_password(&mut self, user: &str, password: &str) -> Result<Auth, Self::Error> {
        Ok(self.try_in(user, Proof::Password(password)))
    }

    async fn auth_publickey_offered(
        &mut self,
        user: &str,
        offer: PublicKeyOffer<'_>,
    ) -> Result<Auth, Self::Error> {
        let fingerprint = offer.public_key.fingerprint(HashAlg::Sha256).to_string();
        let known = plain(|| knows_key(&self.house.installation, user, &fingerprint));
        Ok(if known.unwrap_or(false) { Auth::Accept } else { Auth::reject() })
    }

    async fn auth_publickey(&mut self, user: &str, key: VerifiedPublicKey<'_>) -> Result<Auth, Self::Error> {
        let fingerprint = key.public_key.fingerprint(HashAlg::Sha256).to_string();
        Ok(self.try_in(user, Proof::Key(&fingerprint)))
    }

    async fn channel_open_session(
        &mut self,
        channel: Channel<Msg>,
        reply: ChannelOpenHandle,
        _session: &mut Session,
    ) -> Result<(), Self::Error> {
        // Dropped, it is a refusal.
        if self.channels.len() < MOST_CHANNELS {
            reply.accept().await;
            self.channels.push(channel);
        }
        Ok(())
    }

    async fn subsystem_request(
        &mut self,
        id: ChannelId,
        name: &str,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        let at = self.channels.iter().position(|c| c.id() == id);
        let (Some(at), "sftp", Some(guest)) = (at, name, &self.guest) else {
            return session.channel_failure(id);
        };
        let space = plain(|| self.house.files.space(&self.house.installation, &guest.tenant));
        let Ok(space) = space else { return session.channel_failure(id) };
        let channel = self.channels.swap_remove(at);
        session.channel_success(id)?;
        tokio::spawn(session::run(self.house.clone(), guest.clone(), space, channel));
        Ok(())
    }

    async fn shell_request(&mut self, id: ChannelId, session: &mut Session) -> Result<(), Self::Error> {
        session.channel_failure(id)
    }

    async fn exec_request(
        &mut self,
        id: ChannelId,
        _command: &[u8],
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        session.channel_failure(id)
    }

    async fn pty_request(
        &mut self,
        id: ChannelId,
        _term: &str,
        _columns: u32,
        _rows: u32,
        _width: u32,
        _height: u32,
        _modes: &[(russh::Pty, u32)],
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        session.channel_failure(id)
    }

    async fn env_request(
        &mut self,
        id: ChannelId,
        _name: &str,
        _value: &str,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        session.channel_failure(id)
    }

    async fn x11_request(
        &mut self,
        id: ChannelId,
        _single: bool,
        _protocol: &str,
        _cookie: &str,
        _screen: u32,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        session.channel_failure(id)
    }

    async fn agent_request(&mut self, id: ChannelId, session: &mut Session) -> Result<bool, Self::Error> {
        session.channel_failure(id)?;
        Ok(false)
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn the_servers_key_is_made_once_and_for_its_eyes_only() {
        let folder = std::env::temp_dir().join(format!("talang-host-key-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("key");
        let key = host_key(&file).unwrap();
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(host_key(&file).unwrap().public_key(), key.public_key());
        std::fs::write(&file, "no key").unwrap();
        assert!(host_key(&file).unwrap_err().contains("OpenSSH"));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
