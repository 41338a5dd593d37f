//! The keys with which secrets in the databases are sealed, by the command line (O4).

use serde_json::Value as Json;
use talang_store::Place;
use talang_testkit::Database;

use crate::Folder;

/// Seals something where the secrets of sign-in providers stand.
fn sealed(folder: &Folder, tenant: &str, provider: i64) -> String {
    let store = folder.store();
    let db = store.tenant(&talang_store::TenantId::parse(tenant).unwrap()).unwrap();
    db.write(|conn| {
        let sealed = db.vault().seal(Place::ProviderSecret, provider, b"open sesame")?;
        let row = [talang_store::P::Int(provider), talang_store::P::Text(&sealed)];
        conn.exec("INSERT INTO shared.sign_on_secret (provider, secret) VALUES (?, ?)", &row)?;
        Ok::<_, talang_store::Error>(sealed)
    })
    .unwrap()
}

fn status(folder: &Folder) -> Json {
    serde_json::from_slice(&folder.run(&["vault", "status", "--json"]).stdout).unwrap()
}

fn errors(output: &std::process::Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn without_its_key_an_installation_does_not_start_and_says_which_is_missing() {
    for database in Database::ALL {
        let folder = Folder::on(database);
        let file = folder.0.path().join("vault.keys");
        let key = status(&folder)["keys"][0].as_str().unwrap().to_string();
        let kept = std::fs::read_to_string(&file).unwrap();
        assert!(
            kept.contains(&key)
                && !folder.ok(&["vault", "status"]).contains(kept.rsplit(' ').next().unwrap())
        );
        std::fs::remove_file(&file).unwrap();
        for command in [&["tenant", "list"][..], &["vault", "rotate"], &["check"]] {
            let refused = folder.run(command);
            assert_eq!(refused.status.code(), Some(2), "{command:?}");
            let said = errors(&refused);
            assert!(
                said.contains(&key) && said.contains("vault.keys") && said.contains("key_file"),
                "{said}"
            );
        }
        assert!(!file.exists(), "a new key hides that the old one is lost");
        // Its copy, at another place that the configuration names.
        let elsewhere = folder.file("copy.keys", &kept);
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o600);
        std::fs::set_permissions(&elsewhere, mode).unwrap();
        let text = format!("key_file = {elsewhere:?}\n{}", crate::databases(folder.0.path()));
        let config = folder.file("elsewhere.toml", &text);
        assert!(folder.ok(&["tenant", "list", "--config", &config]).contains("acme"));
        // Nobody else may read it.
        std::fs::set_permissions(&elsewhere, std::os::unix::fs::PermissionsExt::from_mode(0o604)).unwrap();
        let refused = folder.run(&["tenant", "list", "--config", &config]);
        assert!(errors(&refused).contains("chmod 600"), "{}", errors(&refused));
    }
}

#[test]
fn a_key_that_is_lost_for_good_is_given_up_with_what_it_sealed() {
    for database in Database::ALL {
        let folder = Folder::on(database);
        let former = status(&folder)["keys"][0].clone();
        // Where the store of these tests is the installation's own.
        if database == Database::Sqlite {
            sealed(&folder, "acme", 7);
        }
        std::fs::remove_file(folder.0.path().join("vault.keys")).unwrap();
        let careful = folder.run(&["vault", "give-up"]);
        assert_eq!(careful.status.code(), Some(2));
        assert!(errors(&careful).contains("copy of the key file"), "{}", errors(&careful));
        assert_eq!(folder.run(&["tenant", "list"]).status.code(), Some(2), "nothing has happened yet");
        let said = folder.ok(&["vault", "give-up", "--yes", "--json"]);
        let said: Json = serde_json::from_str(&said).unwrap();
        assert_ne!(said["key"], former);
        assert_eq!(said["removed"], i64::from(database == Database::Sqlite));
        let after = status(&folder);
        assert_eq!(
            (&after["keys"][0], &after["sealed"], &after["broken"]),
            (&said["key"], &0.into(), &0.into())
        );
        if database == Database::Sqlite {
            let log = "SELECT detail FROM shared.activity_entry WHERE action = 'settings-changed'";
            assert_eq!(folder.sql("acme", log)[0][0].text(), "vault: 1 given up");
        }
        // What still opens stays.
        if database == Database::Sqlite {
            sealed(&folder, "acme", 8);
        }
        let again: Json = serde_json::from_str(&folder.ok(&["vault", "give-up", "--yes", "--json"])).unwrap();
        assert_eq!((&again["removed"], &again["key"]), (&0.into(), &said["key"]));
        folder.ok(&["check"]);
    }
}

#[test]
fn keys_are_exchanged_and_what_does_not_open_is_found() {
    let folder = Folder::installation();
    let before = status(&folder);
    let (old, file) = (before["keys"][0].as_str().unwrap(), folder.0.path().join("vault.keys"));
    let former = std::fs::read_to_string(&file).unwrap();
    let first = sealed(&folder, "acme", 7);
    sealed(&folder, "other", 7);
    folder.ok(&["vault", "rotate"]);
    let after = status(&folder);
    assert_eq!(
        (after["keys"].as_array().unwrap().len(), &after["sealed"], &after["broken"]),
        (1, &2.into(), &0.into())
    );
    assert_ne!(after["keys"][0], old);
    assert!(!std::fs::read_to_string(&file).unwrap().contains(old), "the former key is still there");
    // The former file does not open what is sealed now.
    let now = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, former).unwrap();
    assert!(errors(&folder.run(&["check"])).contains(after["keys"][0].as_str().unwrap()));
    std::fs::write(&file, now).unwrap();
    // A value of another tenant's, or one from before the exchange, does not open here; and then nothing is exchanged.
    folder.ok(&["check"]);
    let theirs = folder.sql("other", "SELECT secret FROM shared.sign_on_secret").remove(0).remove(0);
    for wrong in [theirs.text(), &first, "open sesame"] {
        folder.sql("acme", &format!("UPDATE shared.sign_on_secret SET secret = '{wrong}'"));
        let found = folder.run(&["check", "--tenant", "acme"]);
        let said = String::from_utf8_lossy(&found.stdout).into_owned();
        assert_eq!(found.status.code(), Some(1));
        assert!(said.contains("shared.sign_on_secret.secret, row 7") && !said.contains(wrong), "{said}");
        assert_eq!(folder.run(&["vault", "status"]).status.code(), Some(1));
        let refused = folder.run(&["vault", "rotate"]);
        assert_eq!(refused.status.code(), Some(2));
        assert!(errors(&refused).contains("talang check --tenant acme"), "{}", errors(&refused));
    }
    // Mended, the exchange that was cut off goes on.
    folder.sql("acme", "DELETE FROM shared.sign_on_secret");
    assert_eq!(status(&folder)["keys"].as_array().unwrap().len(), 2);
    folder.ok(&["vault", "rotate"]);
    assert_eq!(status(&folder)["keys"].as_array().unwrap().len(), 1);
}
