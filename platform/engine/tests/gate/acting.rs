//! Acting for somebody else: by delegation (A13), and support by consent (T4). Every wall is leaned on.

use std::sync::Arc;

use talang_catalogue::{Kind, Value};
use talang_engine::acting::{Deputy, Ground};
use talang_engine::{Error, Scope, Tenant, activity};
use talang_testkit::{Kit, both};

use crate::{SETUP, company, make, numbers};

const DAY: i64 = 86_400_000_000;

/// Ann leads SALES with her team's private data and delegates; Bob is the deputy, an employee like others; Bea is above both.
fn house(kit: &Kit) -> (Arc<Tenant>, Scope) {
    let (tenant, system) = company(kit);
    let own = ("Delegation", "*", "read, create, update, delete", "self");
    kit.role(&tenant, "employee", &[("Employee", "*", "read", "self"), own]);
    kit.role(
        &tenant,
        "manager",
        &[
            ("Employee", "*", "read, update", "team"),
            ("Assignment", "*", "read, create, update", "team"),
            own,
        ],
    );
    kit.role(
        &tenant,
        "hr",
        &[("Employee", "*", "read, update, delete, import, export", "all"), ("Role", "*", "read", "all")],
    );
    kit.role(&tenant, "lister", &[("Employee", "general", "read", "lists"), own]);
    kit.role(
        &tenant,
        "administrator",
        &[
            ("User", "*", "read, update", "all"),
            ("UserRole", "*", "read, create, update, delete", "all"),
            ("Role", "*", "read, update", "all"),
            ("RoleRight", "*", "read, create, update, delete", "all"),
            ("Delegation", "*", "read, create, update, delete", "all"),
            ("ApiClient", "*", "read", "all"),
            ("ActivityEntry", "*", "read", "all"),
        ],
    );
    kit.user(&tenant, "bea", Some("1"), &["employee", "hr"]);
    kit.user(&tenant, "ann", Some("2"), &["employee", "manager", "lister"]);
    kit.user(&tenant, "bob", Some("3"), &["employee"]);
    kit.user(&tenant, "cid", Some("4"), &["employee"]);
    kit.user(&tenant, "admin", None, &["administrator"]);
    (tenant, system)
}

fn number(scope: &Scope, object: &str, key: &str) -> i64 {
    scope.view(|v| v.resolve(object, key)).expect("read").unwrap_or_else(|| panic!("{object} {key}"))
}

/// A delegation made by the program: from, to, what, and how many days from today it begins and ends.
fn delegate(kit: &Kit, system: &Scope, from: &str, to: &str, extent: &str, days: (i64, i64)) -> i64 {
    let day = |n: i64| kit.today().checked_add(jiff::Span::new().days(n)).expect("a day").to_string();
    let values = [
        ("delegator", from),
        ("delegate", to),
        ("start", &*day(days.0)),
        ("end", &*day(days.1)),
        ("extent", extent),
    ];
    make(system, Kind::Employees, "Delegation", &values).id
}

fn as_deputy(kit: &Kit, tenant: &Arc<Tenant>, login: &str, ground: Ground) -> Result<Scope, Error> {
    let mut scope = kit.scope(tenant, login);
    scope.act(ground)?;
    Ok(scope)
}

fn ended(result: Result<Scope, Error>) {
    assert!(result.is_err_and(|e| e.is("acting.ended")));
}

#[test]
fn a_deputy_sees_what_the_other_sees_and_is_named_beside_them() {
    // A13
    both(&SETUP, |kit| {
        let (tenant, system) = house(kit);
        let id = delegate(kit, &system, "2", "3", "all", (0, 7));
        let bob = kit.scope(&tenant, "bob");
        assert_eq!(numbers(&bob, ""), ["3"]);
        let acting = as_deputy(kit, &tenant, "bob", Ground::Delegation(id)).expect("acts");
        // Ann's team, and Bob's own record by Bob's own right; not Ann's own file.
        assert_eq!(numbers(&acting, ""), ["3", "4"]);
        let cid = number(&system, "Employee", "4");
        acting
            .change(Kind::Employees, |c| c.update("Employee", cid, vec![("last_name", "Horn".into())]))
            .expect("as Ann may");
        let history = acting
            .view(|v| {
                let object = v.object("Employee")?;
                v.history(&object, cid, 1)
            })
            .expect("history");
        assert_eq!((history[0].actor.as_str(), history[0].on_behalf.as_str()), ("bob", "ann"));
        // The same for what is only read.
        acting
            .view(|v| {
                let object = v.object("Employee")?;
                let record = v.get(&object, cid)?;
                v.saw(&object, [&record], |f| f.name == "birth_date");
                Ok(())
            })
            .expect("seen");
        activity::settle(&kit.installation()).expect("written");
        let seen = activity::after(&tenant, 0, 100).expect("log").pop().expect("an entry");
        let ann = number(&system, "User", "ann");
        assert_eq!((seen.action.as_str(), seen.login.as_str(), seen.on_behalf), ("view", "bob", Some(ann)));
    });
}

#[test]
fn it_ends_at_once_with_dates_revocation_and_either_account() {
    // A13
    both(&SETUP, |kit| {
        let (tenant, system) = house(kit);
        let later = delegate(kit, &system, "2", "3", "read", (2, 4));
        let ground = Ground::Delegation(later);
        ended(as_deputy(kit, &tenant, "bob", ground));
        kit.clock().advance(2 * DAY);
        as_deputy(kit, &tenant, "bob", ground).expect("on its first day");
        ended(as_deputy(kit, &tenant, "cid", ground));
        let state = |login: &str, state: &str| {
            let id = number(&system, "User", login);
            system
                .change(Kind::Shared, |c| c.update("User", id, vec![("state", Value::Text(state.into()))]))
                .expect("changed");
        };
        state("ann", "suspended");
        ended(as_deputy(kit, &tenant, "bob", ground));
        state("ann", "active");
        as_deputy(kit, &tenant, "bob", ground).expect("again");
        kit.clock().advance(2 * DAY);
        as_deputy(kit, &tenant, "bob", ground).expect("on its last day");
        kit.clock().advance(DAY);
        ended(as_deputy(kit, &tenant, "bob", ground));
        // Ended by its giver: at once, whatever the dates say.
        let now = delegate(kit, &system, "2", "3", "read", (-1, 9));
        as_deputy(kit, &tenant, "bob", Ground::Delegation(now)).expect("holds");
        assert!(kit.scope(&tenant, "cid").end_delegation(now).is_err_and(|e| e.is("record.not_found")));
        kit.scope(&tenant, "ann").end_delegation(now).expect("hers");
        ended(as_deputy(kit, &tenant, "bob", Ground::Delegation(now)));
    });
}

#[test]
fn it_is_never_more_than_the_other_has_now() {
    // A13: rights, roles, lists, and what was taken away meanwhile
    both(&SETUP, |kit| {
        let (tenant, system) = house(kit);
        let id = delegate(kit, &system, "2", "3", "all", (0, 7));
        let ground = Ground::Delegation(id);
        let acting = as_deputy(kit, &tenant, "bob", ground).expect("acts");
        assert_eq!(numbers(&acting, ""), ["3", "4"]);
        // The role is taken from Ann: the very next request knows.
        let roles: Vec<i64> = system
            .view(|v| {
                let object = v.object("UserRole")?;
                let filter =
                    talang_engine::Filter::parse(&v.catalogue(), &object, "user is ann and role is manager")?;
                let query = talang_engine::Query { filter: Some(filter), ..Default::default() };
                Ok(v.list(&object, &query)?.records.iter().map(|r| r.id).collect())
            })
            .expect("roles");
        let object = system.view(|v| v.object("UserRole")).expect("object");
        system.change(Kind::Shared, |c| c.delete(&object, roles[0], None)).expect("taken");
        let acting = as_deputy(kit, &tenant, "bob", ground).expect("acts");
        assert_eq!(numbers(&acting, ""), ["3"]);
        // Everybody's data, within the lists that are named and that are the other's own.
        let role = number(&system, "Role", "hr");
        for (code, owner, member) in [("A", "2", "4"), ("B", "1", "2")] {
            make(&system, Kind::Employees, "AccreditationList", &[("code", code), ("label", code)]);
            make(&system, Kind::Employees, "ListOwner", &[("list", code), ("employee", owner)]);
            make(&system, Kind::Employees, "ListMember", &[("list", code), ("employee", member)]);
        }
        make(&system, Kind::Shared, "UserRole", &[("user", "ann"), ("role", "hr")]);
        let within = |lists: &[&str], roles: Option<i64>| {
            let lists: Vec<i64> = lists.iter().map(|l| number(&system, "AccreditationList", l)).collect();
            system
                .change(Kind::Employees, |c| {
                    let refs = |ids: Vec<i64>| if ids.is_empty() { Value::Null } else { Value::Refs(ids) };
                    c.update(
                        "Delegation",
                        id,
                        vec![("lists", refs(lists)), ("roles", refs(roles.into_iter().collect()))],
                    )
                })
                .expect("narrowed");
            numbers(&as_deputy(kit, &tenant, "bob", ground).expect("acts"), "")
        };
        assert_eq!(within(&[], None), ["1", "2", "3", "4"]);
        assert_eq!(within(&["A"], None), ["3", "4"]);
        assert_eq!(within(&["B"], None), ["3"], "a list of somebody else opens nothing");
        assert_eq!(within(&[], Some(role)), ["1", "2", "3", "4"]);
        assert_eq!(within(&[], Some(number(&system, "Role", "lister"))), ["3", "4"]);
        assert_eq!(
            within(&[], Some(number(&system, "Role", "administrator"))),
            ["3"],
            "a role that Ann lacks"
        );
    });
}

#[test]
fn it_gives_no_administration_no_chain_and_no_import() {
    // A13
    both(&SETUP, |kit| {
        let (tenant, system) = house(kit);
        for role in ["administrator", "hr"] {
            make(&system, Kind::Shared, "UserRole", &[("user", "ann"), ("role", role)]);
        }
        let id = delegate(kit, &system, "2", "3", "all", (0, 7));
        let acting = as_deputy(kit, &tenant, "bob", Ground::Delegation(id)).expect("acts");
        acting
            .view(|v| {
                for name in
                    ["User", "UserRole", "Role", "RoleRight", "Delegation", "ApiClient", "ActivityEntry"]
                {
                    let object = v.object(name)?;
                    for action in talang_engine::Action::ALL {
                        assert!(!v.rights().may(&object, action), "{name} {action:?}");
                    }
                }
                let employee = v.object("Employee")?;
                assert!(!v.rights().may(&employee, talang_engine::Action::Import));
                assert!(v.rights().may(&employee, talang_engine::Action::Export));
                assert!(v.reads_log().is_err());
                Ok(())
            })
            .expect("read");
        let more = acting.change(Kind::Shared, |c| {
            c.create("UserRole", vec![("user", "bob".into()), ("role", "hr".into())])
        });
        assert!(more.is_err());
        // No chain: what Bea gave to Ann is not Ann's to lend, and in Ann's name nothing is lent at all.
        let to_ann = delegate(kit, &system, "1", "2", "all", (0, 7));
        ended(as_deputy(kit, &tenant, "bob", Ground::Delegation(to_ann)));
        let cid = number(&system, "Employee", "4");
        let on = Deputy { delegate: cid, start: Some(kit.today()), ..Deputy::default() };
        assert!(acting.delegate(&on, |_, _| Ok(())).is_err_and(|e| e.is("record.not_found")));
        let ann = number(&system, "Employee", "2");
        let forged = acting.change(Kind::Employees, |c| {
            let start = Value::from(kit.today());
            c.create(
                "Delegation",
                vec![("delegator", Value::Int(ann)), ("delegate", Value::Int(cid)), ("start", start)],
            )
        });
        assert!(forged.is_err());
        assert!(acting.give_consent(1, None, false).is_err_and(|e| e.is("acting.ended")));
    });
}

#[test]
fn nobody_acts_for_their_own_benefit() {
    // A13
    both(&SETUP, |kit| {
        let (tenant, system) = house(kit);
        make(&system, Kind::Shared, "UserRole", &[("user", "ann"), ("role", "hr")]);
        let id = delegate(kit, &system, "2", "3", "all", (0, 7));
        let acting = as_deputy(kit, &tenant, "bob", Ground::Delegation(id)).expect("acts");
        let (bob, cid) = (number(&system, "Employee", "3"), number(&system, "Employee", "4"));
        let rename = |id| {
            acting.change(Kind::Employees, |c| c.update("Employee", id, vec![("last_name", "X".into())]))
        };
        rename(cid).expect("somebody else's");
        assert!(rename(bob).is_err(), "one's own record, by one's own rights only");
        // Becoming somebody's manager would last longer than the delegation.
        let assignment = system
            .view(|v| {
                let object = v.object("Assignment")?;
                let filter = talang_engine::Filter::parse(&v.catalogue(), &object, "employee is 4")?;
                let query = talang_engine::Query { filter: Some(filter), ..Default::default() };
                Ok(v.list(&object, &query)?.records[0].id)
            })
            .expect("an assignment");
        let manager = |who: i64| {
            acting.change(Kind::Employees, |c| {
                c.update("Assignment", assignment, vec![("manager", Value::Int(who))])
            })
        };
        assert!(manager(bob).is_err_and(|e| e.is("acting.own_benefit")));
        manager(number(&system, "Employee", "1")).expect("somebody else");
    });
}

#[test]
fn who_may_only_see_changes_nothing() {
    // A13
    both(&SETUP, |kit| {
        let (tenant, system) = house(kit);
        let id = delegate(kit, &system, "2", "3", "read", (0, 7));
        let acting = as_deputy(kit, &tenant, "bob", Ground::Delegation(id)).expect("acts");
        assert_eq!(numbers(&acting, ""), ["3", "4"]);
        let cid = number(&system, "Employee", "4");
        let refused =
            acting.change(Kind::Employees, |c| c.update("Employee", cid, vec![("last_name", "X".into())]));
        assert!(refused.is_err());
    });
}

#[test]
fn one_delegates_what_is_ones_own_to_somebody_one_sees() {
    // A13
    both(&SETUP, |kit| {
        let (tenant, system) = house(kit);
        kit.role(&tenant, "colleague", &[("Employee", "general", "read", "all")]);
        make(&system, Kind::Shared, "UserRole", &[("user", "ann"), ("role", "colleague")]);
        let (bob, hr) = (number(&system, "Employee", "3"), number(&system, "Role", "hr"));
        let manager = number(&system, "Role", "manager");
        let ann = kit.scope(&tenant, "ann");
        let deputy = Deputy { delegate: bob, start: Some(kit.today()), writes: true, ..Deputy::default() };
        let foreign = Deputy { roles: vec![hr], ..deputy.clone() };
        assert!(ann.delegate(&foreign, |_, _| Ok(())).is_err());
        let id =
            ann.delegate(&Deputy { roles: vec![manager], ..deputy.clone() }, |_, _| Ok(())).expect("hers");
        assert_eq!(
            numbers(&as_deputy(kit, &tenant, "bob", Ground::Delegation(id)).expect("acts"), ""),
            ["3", "4"]
        );
        // To somebody whom one does not see, one cannot.
        let bea = number(&system, "Employee", "1");
        let cid = kit.scope(&tenant, "cid");
        assert!(cid.delegate(&Deputy { delegate: bea, ..deputy }, |_, _| Ok(())).is_err());
        // Whoever may write every delegation but gives no roles delegates nothing of others; nobody to themselves.
        kit.role(
            &tenant,
            "clerk",
            &[("Delegation", "*", "read, create, update", "all"), ("Employee", "general", "read", "all")],
        );
        make(&system, Kind::Shared, "UserRole", &[("user", "cid"), ("role", "clerk")]);
        make(&system, Kind::Shared, "UserRole", &[("user", "cid"), ("role", "hr")]);
        let lend = |login: &str, to: &str| {
            let to = number(&system, "Employee", to);
            kit.scope(&tenant, login).change(Kind::Employees, |c| {
                c.create(
                    "Delegation",
                    vec![
                        ("delegator", Value::Int(bea)),
                        ("delegate", Value::Int(to)),
                        ("start", Value::from(kit.today())),
                        ("extent", "all".into()),
                    ],
                )
            })
        };
        assert!(lend("cid", "4").is_err_and(|e| e.is("delegation.not_yours")));
        make(&system, Kind::Shared, "UserRole", &[("user", "cid"), ("role", "administrator")]);
        assert!(lend("cid", "4").is_err_and(|e| e.is("delegation.to_oneself")));
        lend("cid", "3").expect("an administrator arranges it for others");
    });
}

#[test]
fn support_looks_as_a_user_only_with_their_consent_and_only_for_so_long() {
    // T4
    both(&SETUP, |kit| {
        let (tenant, system) = house(kit);
        kit.role(&tenant, "support", &[]);
        kit.user(&tenant, "helper", None, &["support"]);
        kit.user(&tenant, "second", None, &["support"]);
        let ann = kit.scope(&tenant, "ann");
        let helper = kit.scope(&tenant, "helper");
        assert_eq!(numbers(&helper, "").len(), 0, "no data by itself");
        let offers = |login: &str| {
            kit.scope(&tenant, login)
                .view(|v| v.offers())
                .expect("offers")
                .into_iter()
                .map(|o| o.acting.ground)
                .collect::<Vec<_>>()
        };
        assert!(offers("helper").is_empty());
        for (hours, support) in [(0, None), (25, None), (1, Some(number(&system, "User", "bob")))] {
            assert!(
                ann.give_consent(hours, support, false).is_err_and(|e| e.is("acting.consent")),
                "{hours}"
            );
        }
        ann.give_consent(2, Some(number(&system, "User", "helper")), false).expect("given");
        let ground = offers("helper")[0];
        assert!(offers("second").is_empty() && offers("bob").is_empty());
        ended(as_deputy(kit, &tenant, "second", ground));
        ended(as_deputy(kit, &tenant, "bob", ground));
        ended(as_deputy(kit, &tenant, "ann", ground));
        let looking = as_deputy(kit, &tenant, "helper", ground).expect("looks");
        // As Ann: her own file too; but nothing is changed or carried away.
        assert_eq!(numbers(&looking, ""), ["2", "4"]);
        assert_eq!(looking.person(), Some(number(&system, "Employee", "2")));
        let cid = number(&system, "Employee", "4");
        let rename = |scope: &Scope| {
            scope.change(Kind::Employees, |c| c.update("Employee", cid, vec![("last_name", "X".into())]))
        };
        assert!(rename(&looking).is_err());
        // Writing where it was allowed, named beside Ann.
        kit.clock().advance(1);
        ann.give_consent(1, None, true).expect("given");
        ended(as_deputy(kit, &tenant, "helper", ground));
        let second = offers("second")[0];
        let writing = as_deputy(kit, &tenant, "second", second).expect("writes");
        rename(&writing).expect("allowed");
        let entry = system
            .view(|v| {
                let object = v.object("Employee")?;
                Ok(v.history(&object, cid, 1)?.remove(0))
            })
            .expect("history");
        assert_eq!((entry.actor.as_str(), entry.on_behalf.as_str()), ("second", "ann"));
        // Over with the time, with Ann's word, with the role.
        kit.clock().advance(3_600_000_000);
        ended(as_deputy(kit, &tenant, "second", second));
        ann.give_consent(24, None, false).expect("given");
        let third = offers("helper")[0];
        as_deputy(kit, &tenant, "helper", third).expect("looks");
        ann.end_consents().expect("ended");
        ended(as_deputy(kit, &tenant, "helper", third));
        let told: Vec<String> =
            activity::after(&tenant, 0, 1000).expect("log").into_iter().map(|e| e.action).collect();
        assert_eq!(told.iter().filter(|a| *a == "consent-given").count(), 3);
        assert_eq!(told.iter().filter(|a| *a == "consent-ended").count(), 2);
    });
}

#[test]
fn a_session_acts_until_it_is_told_to_stop_and_never_falls_back_silently() {
    // A13
    both(&SETUP, |kit| {
        let (tenant, system) = house(kit);
        let id = delegate(kit, &system, "2", "3", "all", (0, 0));
        let mut bob = kit.scope(&tenant, "bob");
        tenant
            .db()
            .write(|conn| {
                conn.exec(
                    "INSERT INTO shared.session (token, account, csrf, created_at, seen_at, expires_at) VALUES ('s', 1, '', 0, 0, 0)",
                    &[],
                )
            })
            .unwrap_or_else(|e: talang_store::Error| panic!("a session: {e}"));
        bob.begin_acting("s", Ground::Delegation(id)).expect("begins");
        let resumed = |session: &str| {
            let mut scope = kit.scope(&tenant, "bob");
            scope.resume_acting(session).map(|()| scope.acting().is_some())
        };
        assert!(resumed("s").expect("acts"));
        assert!(!resumed("other").expect("another device is oneself"));
        kit.clock().advance(DAY);
        // The request that finds it ended does nothing at all; the next one is oneself.
        assert!(resumed("s").is_err_and(|e| e.is("acting.ended")));
        assert!(!resumed("s").expect("oneself"));
        let told: Vec<String> =
            activity::after(&tenant, 0, 100).expect("log").into_iter().map(|e| e.action).collect();
        assert_eq!(told, ["acting-begun", "acting-ended"]);
    });
}
