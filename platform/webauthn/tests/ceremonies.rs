//! Both ceremonies with an authenticator in software, and everything that somebody might send instead (A6).
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::sync::LazyLock;

use talang_testkit::authenticator::{
    Authenticator, BACKED_UP, BACKUP_ELIGIBLE, Ceremony, EXTENSIONS, Key, NEW_KEY, PRESENT, VERIFIED,
    base64url, bytes, cbor,
};
use talang_webauthn::{
    Algorithm, Assertion, Kept, Known, Person, PublicKey, Refusal, Registered, RelyingParty, Used,
    Verification, creation_options, register, request_options,
};

type Json = serde_json::Value;

const RP: RelyingParty<'static> = RelyingParty { id: "acme.example", origin: "https://acme.example" };
const CHALLENGE: [u8; 32] = [7; 32];
const HANDLE: [u8; 32] = [9; 32];

static CREATION: LazyLock<Json> = LazyLock::new(|| {
    let person = Person { handle: &HANDLE, login: "ana", name: "Ana Alba" };
    creation_options(RP, "Acme", person, &CHALLENGE, &[], 300)
});

static REQUEST: LazyLock<Json> =
    LazyLock::new(|| request_options(RP, &CHALLENGE, &[], Verification::Required, 300));

fn made(answer: &Json) -> Result<Registered, Refusal> {
    register(RP, &CHALLENGE, answer.to_string().as_bytes(), Verification::Required)
}

/// An authenticator with a passkey, and what is kept of it.
fn ready(key: Key) -> (Authenticator, Registered) {
    let mut device = Authenticator::new(key);
    let answer = device.create(&Ceremony::honest(&CREATION, RP.origin));
    let registered = made(&answer).unwrap();
    (device, registered)
}

fn kept(registered: &Registered) -> Kept<'_> {
    Kept {
        key: &registered.key,
        counter: registered.counter,
        backup_eligible: registered.backup_eligible,
        user_handle: &HANDLE,
    }
}

fn used(answer: &Json, registered: &Registered) -> Result<Used, Refusal> {
    Assertion::read(answer.to_string().as_bytes())?.verify(
        RP,
        &CHALLENGE,
        &kept(registered),
        Verification::Required,
        false,
    )
}

fn rsa(bits: usize) -> Key {
    use rsa::pkcs8::EncodePrivateKey;
    let mut random = rsa::rand_core::UnwrapErr(getrandom::SysRng);
    let key = rsa::PrivateKey::new(&mut random, bits).unwrap();
    Key::rs256(key.to_pkcs8_der().unwrap().as_bytes())
}

#[test]
fn a_passkey_is_made_and_used_with_every_algorithm_that_is_asked_for() {
    // A6; Web Authentication Level 3 sections 7.1 and 7.2
    for (key, algorithm) in
        [(Key::es256(), Algorithm::Es256), (Key::eddsa(), Algorithm::EdDsa), (rsa(2048), Algorithm::Rs256)]
    {
        let (mut device, registered) = ready(key);
        assert_eq!(registered.id, device.id);
        assert_eq!(registered.key.algorithm(), algorithm);
        assert!(registered.verified && registered.backup_eligible && registered.backed_up);
        assert_eq!(registered.transports, ["internal", "hybrid"]);
        // What is kept reads as what was read.
        assert_eq!(PublicKey::read(registered.key.bytes()).unwrap(), registered.key);
        for _ in 0..3 {
            let answer = device.get(&Ceremony::honest(&REQUEST, RP.origin));
            assert_eq!(
                used(&answer, &registered),
                Ok(Used { counter: 0, verified: true, backed_up: true }),
                "{algorithm:?}"
            );
        }
    }
}

#[test]
fn browsers_are_asked_as_the_standard_has_it() {
    // Sections 5.4 and 5.5
    let known = [Known { id: vec![1, 2, 3], transports: vec!["usb".into()] }];
    let person = Person { handle: &HANDLE, login: "ana", name: "Ana Alba" };
    let creation = creation_options(RP, "Acme", person, &CHALLENGE, &known, 300);
    assert_eq!(creation["attestation"], "none");
    assert_eq!(creation["rp"]["id"], "acme.example");
    assert_eq!(creation["excludeCredentials"][0]["id"], "AQID");
    assert_eq!(creation["excludeCredentials"][0]["transports"][0], "usb");
    let numbers: Vec<i64> =
        creation["pubKeyCredParams"].as_array().unwrap().iter().map(|a| a["alg"].as_i64().unwrap()).collect();
    assert_eq!(numbers, [-7, -8, -257]);
    assert_eq!(bytes(&creation["user"]["id"]), HANDLE, "not the login");
    assert_eq!(bytes(&creation["challenge"]), CHALLENGE);
    let request = request_options(RP, &CHALLENGE, &known, Verification::Preferred, 60);
    assert_eq!(request["rpId"], "acme.example");
    assert_eq!(request["allowCredentials"][0]["id"], "AQID");
    assert_eq!(request["userVerification"], "preferred");
    assert_eq!(request["timeout"], 60_000);
}

/// Changes of what the browser says, for both ceremonies.
fn client_lies() -> Vec<(&'static str, Box<dyn Fn(&mut Json)>, Refusal)> {
    let other = base64url(&[8; 32]);
    let spelt_otherwise = format!("{}=", base64url(&CHALLENGE));
    let short = base64url(&CHALLENGE[..31]);
    let origin =
        |origin: &'static str| -> Box<dyn Fn(&mut Json)> { Box::new(move |c| c["origin"] = origin.into()) };
    let mut lies: Vec<(&'static str, Box<dyn Fn(&mut Json)>, Refusal)> = vec![
        ("another question", Box::new(move |c| c["challenge"] = other.clone().into()), Refusal::Challenge),
        (
            "half of the question",
            Box::new(move |c| c["challenge"] = short.clone().into()),
            Refusal::Challenge,
        ),
        ("no question", Box::new(|c| c["challenge"] = "".into()), Refusal::Challenge),
        ("inside of another page", Box::new(|c| c["crossOrigin"] = true.into()), Refusal::CrossOrigin),
        (
            "inside of another page by its name",
            Box::new(|c| c["topOrigin"] = "https://acme.example".into()),
            Refusal::CrossOrigin,
        ),
        ("payment", Box::new(|c| c["type"] = "payment.get".into()), Refusal::Type),
        (
            "padded",
            Box::new(move |c| c["challenge"] = spelt_otherwise.clone().into()),
            Refusal::Malformed("a value is not base64url"),
        ),
        (
            "no type",
            Box::new(|c| drop(c.as_object_mut().unwrap().remove("type"))),
            Refusal::Malformed("the client data are not their JSON"),
        ),
        (
            "no origin",
            Box::new(|c| drop(c.as_object_mut().unwrap().remove("origin"))),
            Refusal::Malformed("the client data are not their JSON"),
        ),
        (
            "a list",
            Box::new(|c| *c = serde_json::json!([1, 2])),
            Refusal::Malformed("the client data are not their JSON"),
        ),
    ];
    for name in [
        "http://acme.example",
        "https://acme.example:8443",
        "https://acme.example/",
        "https://ACME.example",
        "https://evil.example",
        "https://acme.example.evil.example",
        "https://evilacme.example",
        "https://sub.acme.example",
        "https://example",
        "null",
        "",
    ] {
        lies.push((name, origin(name), Refusal::Origin));
    }
    lies
}

type DataLie = (&'static str, Box<dyn Fn(&mut Vec<u8>)>, Refusal);

/// Changes of what the authenticator says, for both ceremonies; it signs them.
fn data_lies() -> Vec<DataLie> {
    let hash = |rp: &'static str| -> Box<dyn Fn(&mut Vec<u8>)> {
        Box::new(move |d| {
            d[..32].copy_from_slice(ring_sha256(rp).as_slice());
        })
    };
    vec![
        ("another host", hash("evil.example"), Refusal::RelyingParty),
        ("a host above", hash("example"), Refusal::RelyingParty),
        ("a host below", hash("sub.acme.example"), Refusal::RelyingParty),
        ("the origin for the host", hash("https://acme.example"), Refusal::RelyingParty),
        ("nobody there", Box::new(|d| d[32] &= !PRESENT), Refusal::Presence),
        ("nobody verified", Box::new(|d| d[32] &= !VERIFIED), Refusal::Verification),
        ("kept elsewhere though it cannot be", Box::new(|d| d[32] &= !BACKUP_ELIGIBLE), Refusal::Backup),
        (
            "something behind",
            Box::new(|d| d.push(0)),
            Refusal::Malformed("something stands behind the authenticator data"),
        ),
        (
            "extensions that are not there",
            Box::new(|d| d[32] |= EXTENSIONS),
            Refusal::Malformed("the CBOR ends too early"),
        ),
        ("cut off", Box::new(|d| d.truncate(36)), Refusal::Malformed("the authenticator data end too early")),
    ]
}

fn ring_sha256(text: &str) -> Vec<u8> {
    // An authenticator made for that host hashes it for us.
    let mut device = Authenticator::new(Key::es256());
    let options = serde_json::json!({"rpId": text, "challenge": ""});
    bytes(&device.get(&Ceremony::honest(&options, ""))["response"]["authenticatorData"])[..32].to_vec()
}

#[test]
fn no_lie_of_the_browser_or_the_authenticator_makes_a_passkey() {
    for (name, lie, refusal) in client_lies() {
        let mut device = Authenticator::new(Key::es256());
        let ceremony = Ceremony { client: &*lie, ..Ceremony::honest(&CREATION, RP.origin) };
        assert_eq!(made(&device.create(&ceremony)), Err(refusal), "{name}");
    }
    for (name, lie, refusal) in data_lies() {
        let mut device = Authenticator::new(Key::es256());
        let ceremony = Ceremony { data: &*lie, ..Ceremony::honest(&CREATION, RP.origin) };
        assert_eq!(made(&device.create(&ceremony)), Err(refusal), "{name}");
    }
    // An assertion is no registration.
    let mut device = Authenticator::new(Key::es256());
    let ceremony =
        Ceremony { client: &|c| c["type"] = "webauthn.get".into(), ..Ceremony::honest(&CREATION, RP.origin) };
    assert_eq!(made(&device.create(&ceremony)), Err(Refusal::Type));
    // No key.
    let ceremony = Ceremony {
        data: &|d| {
            d[32] &= !NEW_KEY;
            d.truncate(37);
        },
        ..Ceremony::honest(&CREATION, RP.origin)
    };
    assert_eq!(made(&device.create(&ceremony)), Err(Refusal::Malformed("there is no new key")));
}

#[test]
fn no_lie_of_the_browser_or_the_authenticator_signs_in() {
    for (name, lie, refusal) in client_lies() {
        let (mut device, registered) = ready(Key::es256());
        let ceremony = Ceremony { client: &*lie, ..Ceremony::honest(&REQUEST, RP.origin) };
        assert_eq!(used(&device.get(&ceremony), &registered), Err(refusal), "{name}");
    }
    for (name, lie, refusal) in data_lies() {
        let (mut device, registered) = ready(Key::es256());
        let ceremony = Ceremony { data: &*lie, ..Ceremony::honest(&REQUEST, RP.origin) };
        assert_eq!(used(&device.get(&ceremony), &registered), Err(refusal), "{name}");
    }
    let (mut device, registered) = ready(Key::es256());
    let ceremony = Ceremony {
        client: &|c| c["type"] = "webauthn.create".into(),
        ..Ceremony::honest(&REQUEST, RP.origin)
    };
    assert_eq!(used(&device.get(&ceremony), &registered), Err(Refusal::Type));
    // It can suddenly not be kept in several places: another authenticator than the one that was registered.
    let ceremony = Ceremony {
        data: &|d| d[32] &= !(BACKUP_ELIGIBLE | BACKED_UP),
        ..Ceremony::honest(&REQUEST, RP.origin)
    };
    assert_eq!(used(&device.get(&ceremony), &registered), Err(Refusal::Backup));
}

#[test]
fn a_signature_counts_for_its_key_its_answer_and_its_owner_only() {
    let (mut ana, ana_kept) = ready(Key::es256());
    let (mut eve, eve_kept) = ready(Key::es256());
    let (_, ed_kept) = ready(Key::eddsa());
    let honest = ana.get(&Ceremony::honest(&REQUEST, RP.origin));
    assert!(used(&honest, &ana_kept).is_ok());
    assert_eq!(used(&honest, &eve_kept), Err(Refusal::Signature), "key of another credential");
    assert_eq!(used(&honest, &ed_kept), Err(Refusal::Signature), "key of another algorithm");
    // Parts of one answer in another.
    let evil = eve.get(&Ceremony::honest(&REQUEST, RP.origin));
    for part in ["signature", "authenticatorData", "clientDataJSON"] {
        let mut mixed = honest.clone();
        mixed["response"][part] = match part {
            "signature" => evil["response"][part].clone(),
            "authenticatorData" => {
                let mut data = bytes(&honest["response"][part]);
                data[36] += 1;
                base64url(&data).into()
            }
            _ => {
                let mut client: Json = serde_json::from_slice(&bytes(&honest["response"][part])).unwrap();
                client["later"] = true.into();
                base64url(client.to_string().as_bytes()).into()
            }
        };
        assert_eq!(used(&mixed, &ana_kept), Err(Refusal::Signature), "{part}");
    }
    for signature in [vec![], vec![0; 64], vec![0x30, 0x06, 2, 1, 0, 2, 1, 0], vec![0x30; 2000]] {
        let mut mixed = honest.clone();
        mixed["response"]["signature"] = base64url(&signature).into();
        assert_eq!(used(&mixed, &ana_kept), Err(Refusal::Signature));
    }
    // The owner: another one, none where nobody was named.
    for handle in [base64url(&[1; 32]), base64url(b"ana"), String::new()] {
        let mut other = honest.clone();
        other["response"]["userHandle"] = handle.clone().into();
        assert_eq!(used(&other, &ana_kept), Err(Refusal::UserHandle), "{handle}");
        let named = Assertion::read(other.to_string().as_bytes()).unwrap().verify(
            RP,
            &CHALLENGE,
            &kept(&ana_kept),
            Verification::Required,
            true,
        );
        // Behind a password the authenticator may keep silent, but not name somebody else.
        assert_eq!(named.is_ok(), handle.is_empty(), "{handle}");
    }
}

#[test]
fn a_key_that_need_not_verify_its_owner_serves_after_a_password_only() {
    let mut device = Authenticator::new(Key::es256());
    device.flags = PRESENT;
    let answer = device.create(&Ceremony::honest(&CREATION, RP.origin)).to_string();
    let registered = register(RP, &CHALLENGE, answer.as_bytes(), Verification::Preferred).unwrap();
    assert!(!registered.verified && !registered.backup_eligible);
    let answer = device.get(&Ceremony::honest(&REQUEST, RP.origin)).to_string();
    let check = |verification| {
        let assertion = Assertion::read(answer.as_bytes()).unwrap();
        assertion.verify(RP, &CHALLENGE, &kept(&registered), verification, true)
    };
    assert_eq!(check(Verification::Required), Err(Refusal::Verification));
    assert!(!check(Verification::Preferred).unwrap().verified);
}

#[test]
fn a_counter_that_does_not_grow_tells_of_a_copy() {
    // Section 6.1.1
    let mut device = Authenticator::new(Key::es256());
    device.counter = 10;
    let registered = made(&device.create(&Ceremony::honest(&CREATION, RP.origin))).unwrap();
    assert_eq!(registered.counter, 10);
    let mut shown = |counter: u32| {
        let ceremony = Ceremony {
            data: &|d| d[33..37].copy_from_slice(&counter.to_be_bytes()),
            ..Ceremony::honest(&REQUEST, RP.origin)
        };
        used(&device.get(&ceremony), &registered).map(|u| u.counter)
    };
    assert_eq!(shown(11), Ok(11));
    assert_eq!(shown(u32::MAX), Ok(u32::MAX));
    for copy in [10, 9, 1, 0] {
        assert_eq!(shown(copy), Err(Refusal::Counter), "{copy}");
    }
    // One that kept none and begins to is taken at its word.
    let (mut device, registered) = ready(Key::es256());
    let ceremony = Ceremony { data: &|d| d[36] = 5, ..Ceremony::honest(&REQUEST, RP.origin) };
    assert_eq!(used(&device.get(&ceremony), &registered).unwrap().counter, 5);
}

#[test]
fn attestation_is_by_nobody_or_by_the_key_itself() {
    // Section 8
    let mut device = Authenticator::new(Key::es256());
    let honest = Ceremony::honest(&CREATION, RP.origin);
    assert!(made(&device.create_self_attested(&honest, -7)).is_ok());
    assert_eq!(
        made(&device.create_self_attested(&honest, -8)),
        Err(Refusal::Attestation),
        "another algorithm"
    );
    let signature = cbor::bytes(&[1; 70]);
    let chain = cbor::map(&[
        (cbor::text("alg"), cbor::number(-7)),
        (cbor::text("sig"), signature.clone()),
        (cbor::text("x5c"), [vec![0x81], cbor::bytes(&[2; 300])].concat()),
    ]);
    let by_itself = cbor::map(&[(cbor::text("alg"), cbor::number(-7)), (cbor::text("sig"), signature)]);
    for (format, statement) in [
        ("packed", chain.clone()),
        ("packed", by_itself.clone()),
        ("packed", cbor::map(&[])),
        ("fido-u2f", chain.clone()),
        ("tpm", chain.clone()),
        ("android-key", chain.clone()),
        ("android-safetynet", chain.clone()),
        ("apple", chain.clone()),
        ("compound", chain.clone()),
        ("none", by_itself),
        ("None", cbor::map(&[])),
        ("", cbor::map(&[])),
    ] {
        device.statement = Some((format.into(), statement));
        assert_eq!(made(&device.create(&honest)), Err(Refusal::Attestation), "{format}");
    }
}

/// A registration whose authenticator data end with that key.
fn with_key(key: &[u8]) -> Result<Registered, Refusal> {
    let mut device = Authenticator::new(Key::es256());
    let ceremony = Ceremony {
        data: &|d| {
            d.truncate(37 + 16 + 2 + 32);
            d.extend(key);
        },
        ..Ceremony::honest(&CREATION, RP.origin)
    };
    made(&device.create(&ceremony))
}

fn cose(entries: &[(i64, Vec<u8>)]) -> Vec<u8> {
    let entries: Vec<(Vec<u8>, Vec<u8>)> =
        entries.iter().map(|(label, value)| (cbor::number(*label), value.clone())).collect();
    cbor::map(&entries)
}

#[test]
fn keys_are_of_the_algorithms_that_were_asked_for_and_whole() {
    // RFC 9053, RFC 8230; section 6.5.1
    let es = Key::es256().cose();
    let ed = Key::eddsa().cose();
    let rs = rsa(2048).cose();
    let with = |entries: &[(i64, Vec<u8>)], label: i64, value: Vec<u8>| {
        let mut entries = entries.to_vec();
        match entries.iter_mut().find(|(l, _)| *l == label) {
            Some(entry) => entry.1 = value,
            None => entries.push((label, value)),
        }
        with_key(&cose(&entries)).unwrap_err()
    };
    for fine in [&es, &ed, &rs] {
        assert!(with_key(&cose(fine)).is_ok());
    }
    for algorithm in [-35, -36, -37, -65535, -19, -47, 0, 7, i64::MIN] {
        assert_eq!(with(&es, 3, cbor::number(algorithm)), Refusal::Algorithm, "{algorithm}");
    }
    // One algorithm's key under another's number.
    for (entries, algorithm) in [(&es, -8), (&es, -257), (&ed, -7), (&ed, -257), (&rs, -7), (&rs, -8)] {
        assert_eq!(with(entries, 3, cbor::number(algorithm)), Refusal::Key, "{algorithm}");
    }
    assert_eq!(with(&es, -1, cbor::number(2)), Refusal::Key, "P-384");
    assert_eq!(with(&es, -1, cbor::number(8)), Refusal::Key, "secp256k1");
    assert_eq!(with(&es, -2, cbor::bytes(&[1; 33])), Refusal::Key);
    assert_eq!(with(&es, -2, cbor::bytes(&[1; 31])), Refusal::Key);
    assert_eq!(with(&es, -3, vec![0xf5]), Refusal::Key, "a point in short");
    assert_eq!(with(&es, -4, cbor::bytes(&[1; 32])), Refusal::Key, "a private key");
    assert_eq!(with(&es, 2, cbor::bytes(b"name")), Refusal::Key, "what need not be there");
    assert_eq!(with(&ed, -2, cbor::bytes(&[1; 31])), Refusal::Key);
    assert_eq!(with(&rs, -1, cbor::bytes(&[0xff; 128])), Refusal::Key, "1024 bits");
    assert_eq!(with(&rs, -1, cbor::bytes(&[0xff; 1024])), Refusal::Key, "8192 bits");
    assert_eq!(with(&rs, -2, cbor::bytes(&[3])), Refusal::Key, "an exponent of three");
    assert_eq!(with(&rs, -2, cbor::bytes(&[0, 1, 0, 1])), Refusal::Key);
    // A coordinate moved into the other is the same 65 bytes and another key.
    let (x, y) = (bytes_of(&es[3].1), bytes_of(&es[4].1));
    let mut moved = es.clone();
    moved[3].1 = cbor::bytes(&x[..31]);
    moved[4].1 = cbor::bytes(&[&x[31..], y.as_slice()].concat());
    assert_eq!(with_key(&cose(&moved)), Err(Refusal::Key));
    for missing in 0..es.len() {
        let mut entries = es.clone();
        entries.remove(missing);
        assert_eq!(with_key(&cose(&entries)), Err(Refusal::Key), "without its entry {missing}");
    }
    let twice = [es.clone(), vec![es[1].clone()]].concat();
    assert!(matches!(with_key(&cose(&twice)), Err(Refusal::Malformed(_))));
}

#[test]
fn extensions_that_nobody_asked_for_do_no_harm() {
    // Section 9: an authenticator may add its own.
    let more = |d: &mut Vec<u8>| {
        d[32] |= EXTENSIONS;
        d.extend(cbor::map(&[(cbor::text("credProtect"), cbor::number(2))]));
    };
    let mut device = Authenticator::new(Key::es256());
    let ceremony = Ceremony { data: &more, ..Ceremony::honest(&CREATION, RP.origin) };
    let registered = made(&device.create(&ceremony)).unwrap();
    let ceremony = Ceremony { data: &more, ..Ceremony::honest(&REQUEST, RP.origin) };
    assert!(used(&device.get(&ceremony), &registered).is_ok());
}

fn bytes_of(cbor: &[u8]) -> Vec<u8> {
    cbor[2..].to_vec()
}

#[test]
fn nothing_is_read_that_is_not_in_its_one_form() {
    let mut device = Authenticator::new(Key::es256());
    let honest = device.create(&Ceremony::honest(&CREATION, RP.origin));
    let client = bytes(&honest["response"]["clientDataJSON"]);
    let object = bytes(&honest["response"]["attestationObject"]);
    let refused = |object: &[u8]| made(&device.registration(&client, object)).is_err();
    assert!(!refused(&object));
    assert!((0..object.len()).all(|end| refused(&object[..end])), "cut off anywhere");
    assert!(refused(&[object.as_slice(), &[0]].concat()), "something behind");
    assert!(refused(&[&[0xd9, 0xd9, 0xf7], object.as_slice()].concat()), "tagged");
    let entry = |name: &str, value: Vec<u8>| (cbor::text(name), value);
    let data = cbor::bytes(&[0; 10]);
    let none = || entry("fmt", cbor::text("none"));
    for entries in [
        vec![none(), entry("authData", data.clone())],
        vec![none(), none(), entry("attStmt", cbor::map(&[])), entry("authData", data.clone())],
        vec![
            none(),
            entry("attStmt", cbor::map(&[])),
            entry("authData", data.clone()),
            entry("more", cbor::number(1)),
        ],
        vec![none(), entry("attStmt", cbor::map(&[])), entry("authData", cbor::text("text"))],
        vec![none(), entry("attStmt", cbor::map(&[])), (cbor::number(1), data)],
        vec![],
    ] {
        assert!(refused(&cbor::map(&entries)));
    }
    // Lengths that promise more than there is, and names that are too long.
    for length in [[0, 0], [0xff, 0xff], [0x04, 0x00], [0, 33], [0, 31]] {
        let ceremony = Ceremony {
            data: &|d| d[53..55].copy_from_slice(&length),
            ..Ceremony::honest(&CREATION, RP.origin)
        };
        assert!(made(&Authenticator::new(Key::es256()).create(&ceremony)).is_err(), "{length:?}");
    }
    // The name inside is the one outside.
    let mut other = honest.clone();
    other["id"] = base64url(&[1; 32]).into();
    assert!(made(&other).is_err());
    other["rawId"] = other["id"].clone();
    assert_eq!(made(&other), Err(Refusal::Credential));
    let mut other = honest.clone();
    other["type"] = "password".into();
    assert!(made(&other).is_err());
    // Twice in one JSON: the reader does not choose.
    let text = String::from_utf8(client.clone()).unwrap();
    let twice = text.replacen('{', "{\"origin\":\"https://evil.example\",", 1);
    assert!(made(&device.registration(twice.as_bytes(), &object)).is_err());
    let long = " ".repeat(talang_webauthn::LONGEST_ANSWER) + &honest.to_string();
    assert!(register(RP, &CHALLENGE, long.as_bytes(), Verification::Required).is_err());
    for nonsense in ["", "{}", "null", "[]", "\u{feff}{}", "{\"id\":1}"] {
        assert!(register(RP, &CHALLENGE, nonsense.as_bytes(), Verification::Required).is_err());
        assert!(Assertion::read(nonsense.as_bytes()).is_err());
    }
    // Without a question there is no answer.
    let empty =
        Ceremony { client: &|c| c["challenge"] = "".into(), ..Ceremony::honest(&CREATION, RP.origin) };
    let answer = device.create(&empty).to_string();
    assert_eq!(register(RP, &[], answer.as_bytes(), Verification::Required), Err(Refusal::Challenge));
}

/// Numbers that look like chance and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }

    fn change(&mut self, bytes: &mut Vec<u8>) {
        const WORDS: [u8; 12] = [0, 1, 0x18, 0x1b, 0x40, 0x58, 0x5b, 0x5f, 0x7f, 0x9b, 0xbb, 0xff];
        for _ in 0..=self.roll(4) {
            let at = self.roll(bytes.len().max(1));
            match self.roll(5) {
                0 => bytes.truncate(at),
                1 if !bytes.is_empty() => bytes[at] ^= 1 << self.roll(8),
                2 if !bytes.is_empty() => bytes[at] = WORDS[self.roll(WORDS.len())],
                3 => bytes.insert(at.min(bytes.len()), WORDS[self.roll(WORDS.len())]),
                _ => {
                    let part: Vec<u8> = bytes.iter().skip(at).take(self.roll(20)).copied().collect();
                    bytes.splice(at.min(bytes.len())..at.min(bytes.len()), part);
                }
            }
        }
    }
}

#[test]
fn whatever_is_sent_is_refused_or_read_and_never_stops_the_program() {
    let (mut device, registered) = ready(Key::es256());
    let creation = device.create(&Ceremony::honest(&CREATION, RP.origin));
    let (client, object) =
        (bytes(&creation["response"]["clientDataJSON"]), bytes(&creation["response"]["attestationObject"]));
    let honest = device.get(&Ceremony::honest(&REQUEST, RP.origin));
    let (honest_data, honest_client) =
        (bytes(&honest["response"]["authenticatorData"]), bytes(&honest["response"]["clientDataJSON"]));
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut read = 0;
    for _ in 0..20_000 {
        let mut changed = object.clone();
        dice.change(&mut changed);
        let registration = made(&device.registration(&client, &changed));
        // Without attestation the key itself may change; name and host may not.
        if let Ok(made) = registration {
            assert_eq!(made.id, device.id);
            read += 1;
        }
        let mut changed = creation.to_string().into_bytes();
        dice.change(&mut changed);
        let _ = register(RP, &CHALLENGE, &changed, Verification::Required);

        let mut answer = honest.clone();
        let (part, original) = match dice.roll(2) {
            0 => ("authenticatorData", &honest_data),
            _ => ("clientDataJSON", &honest_client),
        };
        let mut changed = original.clone();
        dice.change(&mut changed);
        answer["response"][part] = base64url(&changed).into();
        assert_eq!(used(&answer, &registered).is_ok(), changed == *original, "only what was signed");
        let mut changed = honest.to_string().into_bytes();
        dice.change(&mut changed);
        if let Ok(assertion) = Assertion::read(&changed) {
            let _ = assertion.verify(RP, &CHALLENGE, &kept(&registered), Verification::Required, false);
        }
        let mut changed = registered.key.bytes().to_vec();
        dice.change(&mut changed);
        let _ = PublicKey::read(&changed);
    }
    assert!(read > 0, "some changes are harmless, or the loop tests nothing");
}
