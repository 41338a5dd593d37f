//! What the program must be able to read again lies sealed in the databases (O4, ASVS 5.0 V13.3.1).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use talang_engine::{Door, Scope};
use talang_identity::Stage;
use talang_store::{Cell, P};
use talang_testkit::{Database, Kit, both, totp as code};

use crate::{House, PASSWORD, SETUP, browser};

/// The forms in which a secret could stand somewhere.
fn forms(key: &str) -> Vec<Vec<u8>> {
    let plain: String = key.split(' ').collect();
    let secret = unbase32(&plain);
    vec![secret.clone(), STANDARD.encode(&secret).into_bytes(), plain.into_bytes(), key.as_bytes().to_vec()]
}

fn unbase32(text: &str) -> Vec<u8> {
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0u32, 0u32);
    for letter in text.bytes() {
        let value = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".iter().position(|l| *l == letter).unwrap();
        held = held << 5 | u32::try_from(value).unwrap();
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits & 0xff) as u8);
        }
    }
    bytes
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|w| w == what)
}

/// Whether nothing on the disk holds it any more. PostgreSQL keeps former rows in a rewritten table as long as anybody in the whole
/// cluster might still look at them, and other tests do: there it is swept again.
fn gone(house: &House<'_>, what: &[u8]) -> bool {
    let again = match house.kit.database() {
        Database::Sqlite => 0,
        Database::Postgres => 100,
    };
    (0..=again).any(|_| {
        for table in ["second_factor", "second_factor_offer"].iter().filter(|_| again > 0) {
            let sweep = format!("VACUUM FULL shared.{table}");
            house.tenant.db().with_writer(|conn| conn.batch(&sweep)).unwrap();
        }
        !holds(&house.kit.stored(&house.tenant), what)
    })
}

/// Gives an account an app, and leaves the offer of another one open: the keys of both.
fn apps(house: &House<'_>, login: &str) -> (String, String) {
    let (scope, session) = entered(house, login);
    house.identity.offer_app(&scope, &session).unwrap();
    let key = house.identity.offered_app(&scope, &session).unwrap().unwrap().key;
    let now = house.kit.installation().clock().now();
    house.identity.confirm_app(&scope, &session, &code(&key, now)).unwrap();
    house.identity.offer_app(&scope, &session).unwrap();
    let offered = house.identity.offered_app(&scope, &session).unwrap().unwrap().key;
    house.kit.clock().advance(crate::MINUTE);
    (key, offered)
}

fn entered(house: &House<'_>, login: &str) -> (Scope, String) {
    let installation = house.kit.installation();
    let seen = browser("192.0.2.1");
    let token = house.identity.sign_in(&installation, &house.tenant, login, PASSWORD, &seen).unwrap().token;
    let live = house.identity.session(&installation, &house.tenant, &token).unwrap().unwrap();
    let mut scope = Scope::new(&installation, &house.tenant, live.actor, Door::Screen);
    scope.address = "192.0.2.1".into();
    (scope, live.id)
}

/// Whether the code of an app lets its owner in.
fn lets_in(house: &House<'_>, login: &str, key: &str) -> bool {
    let (scope, session) = entered(house, login);
    house.kit.clock().advance(crate::MINUTE);
    let now = house.kit.installation().clock().now();
    house.identity.show_code(&scope, &session, &code(key, now)).is_ok_and(|s| s.stage == Stage::Full)
}

fn write(house: &House<'_>, sql: &str, params: &[P<'_>]) {
    house.tenant.db().write(|conn| conn.exec(sql, params)).unwrap();
}

fn secret_of(house: &House<'_>, login: &str) -> Vec<Cell> {
    house
        .query(&format!("SELECT secret FROM shared.second_factor WHERE account = {}", house.id(login)))
        .remove(0)
}

/// The same house after the program was started again.
fn again<'a>(kit: &'a Kit, house: House<'a>) -> House<'a> {
    let House { identity, .. } = house;
    kit.restart();
    House { kit, identity, tenant: kit.tenant("acme") }
}

#[test]
fn no_byte_on_the_disk_tells_the_secret_of_an_app() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let (key, offered) = apps(&house, "ana");
        let stored = kit.stored(&house.tenant);
        assert!(holds(&stored, b"sealed:1:"), "the search looks at the wrong files");
        for form in forms(&key).iter().chain(&forms(&offered)) {
            assert!(!holds(&stored, form), "{key} stands there");
        }
        assert!(lets_in(&house, "ana", &key));
    });
}

#[test]
fn a_secret_that_was_copied_to_another_account_lets_nobody_in() {
    // Who can write to the database, and has an app of their own, does not become somebody else with it.
    both(&SETUP, |kit| {
        let house = House::new(kit);
        house.account("mallory");
        let (ana, _) = apps(&house, "ana");
        let (mallory, _) = apps(&house, "mallory");
        let [theirs] = secret_of(&house, "mallory").try_into().unwrap();
        let mine = secret_of(&house, "ana").remove(0);
        let put = |value: Cell| {
            let of = P::Int(house.id("ana"));
            write(
                &house,
                "UPDATE shared.second_factor SET secret = ? WHERE account = ?",
                &[value.into(), of],
            );
        };
        put(theirs);
        assert!(!lets_in(&house, "ana", &mallory));
        // Nor does one that stands there in clear.
        put(Cell::Text(STANDARD.encode(unbase32(&mallory.replace(' ', "")))));
        assert!(!lets_in(&house, "ana", &mallory));
        put(mine);
        assert!(lets_in(&house, "ana", &ana));
    });
}

#[test]
fn what_former_versions_wrote_in_clear_is_sealed_at_the_first_opening() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let (key, offered) = apps(&house, "ana");
        // As it was: in clear, in this place and in one that is free since.
        let ana = P::Int(house.id("ana"));
        for (table, key) in [("second_factor", &key), ("second_factor_offer", &offered)] {
            let clear = STANDARD.encode(unbase32(&key.replace(' ', "")));
            write(
                &house,
                &format!("UPDATE shared.{table} SET secret = ? WHERE account = ?"),
                &[P::Text(&clear), ana.clone()],
            );
            let gone = "INSERT INTO shared.second_factor_offer (account, secret, session, expires_at) VALUES (-1, ?, '', 0)";
            write(&house, gone, &[P::Owned(clear)]);
            write(&house, "DELETE FROM shared.second_factor_offer WHERE account = -1", &[]);
        }
        write(&house, "DELETE FROM shared.meta WHERE name IN ('sealed', 'schema')", &[]);
        assert!(
            forms(&key).iter().any(|form| holds(&kit.stored(&house.tenant), form)),
            "nothing to be sealed"
        );
        let house = again(kit, house);
        for form in forms(&key).iter().chain(&forms(&offered)) {
            assert!(gone(&house, form), "it is still there");
        }
        assert!(lets_in(&house, "ana", &key));
        // From then on a value in clear is one that somebody put there.
        let clear = STANDARD.encode(unbase32(&offered.replace(' ', "")));
        let ana = P::Int(house.id("ana"));
        write(
            &house,
            "UPDATE shared.second_factor SET secret = ? WHERE account = ?",
            &[P::Owned(clear), ana],
        );
        write(&house, "DELETE FROM shared.meta WHERE name = 'schema'", &[]);
        let house = again(kit, house);
        assert!(!lets_in(&house, "ana", &offered));
    });
}

#[test]
fn an_exchange_of_keys_that_is_cut_off_loses_nothing_and_goes_on() {
    both(&SETUP, |kit| {
        let house = House::new(kit);
        let (key, _) = apps(&house, "ana");
        let other = kit.tenant("other");
        let installation = kit.installation();
        let former = installation.store().vault().ids().remove(0);
        let newest = installation.store().begin_key_exchange().unwrap();
        assert_ne!(newest, former);
        assert_eq!(other.db().renew_sealed().unwrap(), 0);
        // Here the program ends. Both keys hold, and the one begun is gone on with.
        drop((other, installation));
        let house = again(kit, house);
        assert!(lets_in(&house, "ana", &key));
        let installation = kit.installation();
        let store = installation.store();
        assert_eq!(store.vault().ids(), [newest.clone(), former.clone()]);
        assert_eq!(store.begin_key_exchange().unwrap(), newest);
        assert_eq!(house.tenant.db().renew_sealed().unwrap(), 2, "the app and the offer");
        assert_eq!(house.tenant.db().renew_sealed().unwrap(), 0);
        store.end_key_exchange().unwrap();
        assert_eq!(store.vault().ids(), [newest]);
        assert!(gone(&house, format!("sealed:1:{former}").as_bytes()), "the former key opens something yet");
        drop(installation);
        let house = again(kit, house);
        assert!(lets_in(&house, "ana", &key));
    });
}
