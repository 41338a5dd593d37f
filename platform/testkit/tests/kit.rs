//! The kit itself, with the engine's own objects and people to whom they refer.

mod peers;

use talang_catalogue::{BusinessObject, Code, Kind, Value};
use talang_derive::Object;
use talang_engine::{Module, Query, TenantId};
use talang_testkit::{Database, Kit, Setup, both};

/// Somebody whom users and lists can name.
#[derive(Object)]
#[object(id = 9001, module = "people", kind = employees, key(number), subject = self, title(number))]
struct Employee {
    /// Number.
    #[field(id = 1, search, privacy = identity)]
    number: Code,
}

const SETUP: Setup = Setup {
    modules: || vec![Module { objects: vec![Employee::DEF], ..Module::default() }],
    seed: |_, _| Ok(()),
    seed_version: "test",
};

fn users(kit: &Kit, tenant: &str, login: &str) -> i64 {
    let tenant = kit.tenant(tenant);
    let count = kit.scope(&tenant, login).view(|view| {
        let object = view.object("User")?;
        view.count(&object, &Query::default())
    });
    count.expect("the tenant can be read")
}

// T1, T3, T4: tenants do not see each other; what was written is there after a restart, on both databases.
#[test]
fn an_installation_keeps_its_tenants_apart() {
    both(&SETUP, |kit| {
        for tenant in ["acme", "globex"] {
            let tenant = kit.tenant(tenant);
            kit.role(&tenant, "reader", &[("*", "*", "read", "all")]);
            kit.user(&tenant, "ann", None, &["reader"]);
        }
        let acme = kit.tenant("acme");
        let hired = kit.system(&acme).change(Kind::Employees, |change| {
            change.create("Employee", vec![("number", Value::Text("7".to_string()))])
        });
        kit.user(&acme, "bob", Some("7"), &[]);
        assert_eq!(kit.scope(&acme, "bob").actor.employee(), Some(hired.unwrap().id));
        kit.restart();
        assert_eq!((users(kit, "acme", "ann"), users(kit, "globex", "ann")), (2, 1));
        assert_eq!(users(kit, "acme", "bob"), 0, "without a right nothing is there");
    });
}

// The clock is the only source of time.
#[test]
fn time_passes_when_told() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let day = kit.today();
    kit.clock().advance(86_400_000_000);
    assert_eq!(kit.today(), day.tomorrow().unwrap());
    assert_eq!(kit.system(&kit.tenant("acme")).as_of, kit.today());
}

// T1: two installations on one server do not meet.
#[test]
fn installations_share_a_server_by_prefix() {
    let (one, other) = (Kit::new(Database::Postgres, &SETUP), Kit::new(Database::Postgres, &SETUP));
    one.tenant("acme");
    let acme = TenantId::parse("acme").unwrap();
    assert!(one.installation().tenant(&acme).is_ok());
    assert!(other.installation().tenant(&acme).is_err());
}

// A tenant may be called like anything the program itself keeps.
#[test]
fn no_name_of_a_tenant_meets_the_program_s_own_databases() {
    both(&SETUP, |kit| {
        kit.tenant("acme");
        kit.tenant("directory");
        assert_eq!(kit.installation().tenants().unwrap().len(), 2);
    });
}
