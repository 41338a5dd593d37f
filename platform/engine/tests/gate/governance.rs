//! A10, A12: who may give rights, and what always stays behind. Every way round that we could think of is tried.

use std::sync::Arc;

use talang_catalogue::{Kind, Value};
use talang_engine::{Door, Mode, Result, Scope, Tenant};
use talang_testkit::{Kit, both};

use crate::{SETUP, company};

const ALL: &str = "read, create, update, delete, import, export";

/// Two super administrators, two administrators of rights, a desk that gives roles, HR for everybody and HR for lists.
fn people(kit: &Kit) -> (Arc<Tenant>, Scope) {
    let (tenant, system) = company(kit);
    kit.role(&tenant, "super", &[("*", "*", ALL, "all")]);
    let access = ["User", "Role", "RoleRight", "UserRole", "AccreditationList", "ListMember", "ListOwner"];
    let mut lines: Vec<_> = access.iter().map(|o| (*o, "*", ALL, "all")).collect();
    lines.push(("Employee", "general", "read", "all"));
    kit.role(&tenant, "administrator", &lines);
    kit.role(
        &tenant,
        "desk",
        &[
            ("User", "*", "read, create, update", "all"),
            ("Role", "*", "read", "all"),
            ("RoleRight", "*", "read", "all"),
            ("UserRole", "*", "read, create, delete", "all"),
            ("Employee", "general", "read", "all"),
        ],
    );
    kit.role(&tenant, "hr", &[("module:people", "*", ALL, "all")]);
    kit.role(&tenant, "lister", &[("Employee", "*", ALL, "lists")]);
    kit.role(&tenant, "reader", &[("Employee", "general", "read", "self")]);
    kit.user(&tenant, "sue", None, &["super"]);
    kit.user(&tenant, "sam", None, &["super"]);
    kit.user(&tenant, "ada", Some("1"), &["administrator"]);
    kit.user(&tenant, "ada.second", Some("1"), &["reader"]);
    kit.user(&tenant, "abe", Some("2"), &["administrator", "lister"]);
    kit.user(&tenant, "dee", Some("3"), &["desk"]);
    kit.user(&tenant, "cid", Some("4"), &["reader"]);
    (tenant, system)
}

fn id(system: &Scope, object: &str, key: &str) -> i64 {
    system.view(|v| v.resolve(object, key)).unwrap().unwrap_or_else(|| panic!("no {object} {key}"))
}

fn text(t: &str) -> Value {
    Value::from(t)
}

fn give(scope: &Scope, user: &str, role: &str) -> Result<()> {
    scope.change(Kind::Shared, |c| {
        c.create("UserRole", vec![("user", text(user)), ("role", text(role))]).map(|_| ())
    })
}

fn take(scope: &Scope, link: i64) -> Result<()> {
    scope.change(Kind::Shared, |c| {
        let object = c.object("UserRole")?;
        c.delete(&object, link, None)
    })
}

fn line(scope: &Scope, role: &str, object: &str, actions: &str, extent: &str) -> Result<()> {
    let values = vec![
        ("role", text(role)),
        ("object", text(object)),
        ("field_group", text("*")),
        ("actions", text(actions)),
        ("extent", text(extent)),
    ];
    scope.change(Kind::Shared, |c| c.create("RoleRight", values).map(|_| ()))
}

fn set(scope: &Scope, object: &str, id: i64, field: &'static str, value: Value) -> Result<()> {
    let kind =
        if object.starts_with("List") || object.starts_with("Acc") { Kind::Employees } else { Kind::Shared };
    scope.change(kind, |c| c.update(object, id, vec![(field, value)]).map(|_| ()))
}

/// The same user at another door.
fn by(scope: &Scope, door: Door) -> Scope {
    let mut scope = scope.clone();
    scope.door = door;
    scope
}

#[track_caller]
fn refused(result: Result<()>, code: &str) {
    let error = result.expect_err("this must be refused");
    assert!(error.is(code), "{error} instead of {code}");
}

// A12: technical configuration, by whatever line it is reached.
#[test]
fn only_super_administrators_give_technical_rights() {
    both(&SETUP, |kit| {
        let (tenant, system) = people(kit);
        let (sue, ada) = (kit.scope(&tenant, "sue"), kit.scope(&tenant, "ada"));
        refused(give(&ada, "cid", "super"), "right.technical");
        refused(give(&ada, "ada", "super"), "right.technical");
        for object in ["IpRange", "IdentityProvider", "ApiClient", "FeatureSwitch", "module:access", "*"] {
            refused(line(&ada, "reader", object, "read", "all"), "right.technical");
        }
        // Widening a line that is there already, by update instead of create.
        let harmless = id(&system, "RoleRight", "reader|Employee|general|self");
        refused(
            ada.change(Kind::Shared, |c| {
                let object = c.object("RoleRight")?;
                let draft = talang_engine::Draft::new(
                    &object,
                    vec![
                        ("role", text("reader")),
                        ("object", text("*")),
                        ("field_group", text("*")),
                        ("actions", text("read")),
                        ("extent", text("all")),
                    ],
                )?;
                c.save(&object, Mode::Upsert, draft).map(|_| ())
            }),
            "right.technical",
        );
        // A copy of the super administrators' role, line by line.
        refused(
            ada.change(Kind::Shared, |c| {
                c.create("Role", vec![("code", text("copy")), ("label", label("copy"))])?;
                c.create(
                    "RoleRight",
                    vec![
                        ("role", text("copy")),
                        ("object", text("*")),
                        ("field_group", text("*")),
                        ("actions", text(ALL)),
                        ("extent", text("all")),
                    ],
                )
                .map(|_| ())
            }),
            "right.technical",
        );
        // Taking away, switching off, narrowing: what may not be given may not be taken.
        refused(take(&ada, id(&system, "UserRole", "sam|super")), "right.technical");
        refused(set(&ada, "Role", id(&system, "Role", "super"), "active", false.into()), "right.technical");
        let wide = id(&system, "RoleRight", "super|*|*|all");
        refused(set(&ada, "RoleRight", wide, "actions", text("read")), "right.technical");
        refused(
            ada.change(Kind::Shared, |c| {
                let object = c.object("RoleRight")?;
                c.delete(&object, wide, None)
            }),
            "right.technical",
        );
        // An account that could be taken over is as good as its role.
        let sam = id(&system, "User", "sam");
        refused(set(&ada, "User", sam, "email", text("ada@example.org")), "right.technical");
        refused(set(&ada, "User", sam, "state", text("suspended")), "right.technical");
        refused(set(&ada, "User", sam, "employee", text("1")), "right.technical");
        // A dormant role with technical rights does not wake up by an administrator.
        kit.role(&tenant, "dormant", &[("IpRange", "*", ALL, "all")]);
        let dormant = id(&system, "Role", "dormant");
        set(&sue, "Role", dormant, "active", false.into()).unwrap();
        refused(give(&ada, "cid", "dormant"), "right.technical");
        give(&sue, "cid", "dormant").unwrap();
        refused(set(&ada, "Role", dormant, "active", true.into()), "right.technical");
        // A super administrator may all of it, and administrators everything else.
        give(&sue, "ada", "super").unwrap();
        give(&ada, "cid", "hr").unwrap();
        line(&kit.scope(&tenant, "abe"), "reader", "Job", "read", "all").unwrap();
        let _ = harmless;
    });
}

// A10: nobody helps themselves, by their account, a second one, their role or a list.
#[test]
fn nobody_gives_rights_to_themselves() {
    both(&SETUP, |kit| {
        let (tenant, system) = people(kit);
        let (ada, abe) = (kit.scope(&tenant, "ada"), kit.scope(&tenant, "abe"));
        refused(give(&ada, "ada", "hr"), "right.own_account");
        refused(give(&ada, "ada.second", "hr"), "right.own_account");
        refused(line(&ada, "administrator", "module:people", "read", "all"), "right.own_account");
        refused(line(&ada, "reader", "module:people", "read", "self"), "right.own_account");
        // An account with more that becomes mine, and mine that becomes another's.
        give(&ada, "dee", "hr").unwrap();
        refused(set(&ada, "User", id(&system, "User", "dee"), "employee", text("1")), "right.own_account");
        refused(set(&ada, "User", id(&system, "User", "ada"), "employee", text("3")), "right.own_account");
        // A role that I hold, emptied, handed to me, filled again.
        kit.role(&tenant, "empty", &[]);
        give(&ada, "ada", "empty").unwrap();
        refused(line(&ada, "empty", "module:people", "read", "all"), "right.own_account");
        // All in one transaction.
        refused(
            ada.change(Kind::Shared, |c| {
                c.create("Role", vec![("code", text("new")), ("label", label("new"))])?;
                c.create("UserRole", vec![("user", text("ada")), ("role", text("new"))])?;
                c.create(
                    "RoleRight",
                    vec![
                        ("role", text("new")),
                        ("object", text("module:people")),
                        ("field_group", text("*")),
                        ("actions", text("read")),
                        ("extent", text("all")),
                    ],
                )
                .map(|_| ())
            }),
            "right.own_account",
        );
        // Lists: abe has rights by lists. Others get lists from abe, abe gets none.
        let list = |scope: &Scope, rule: &str| {
            scope.change(Kind::Employees, |c| {
                c.create(
                    "AccreditationList",
                    vec![("code", text("L")), ("label", label("L")), ("rule", text(rule))],
                )
            })
        };
        list(&abe, "organisation under NORTH").unwrap();
        let own = |scope: &Scope, employee: &str| {
            scope.change(Kind::Employees, |c| {
                c.create("ListOwner", vec![("list", text("L")), ("employee", text(employee))]).map(|_| ())
            })
        };
        refused(own(&abe, "2"), "right.own_account");
        own(&abe, "3").unwrap();
        own(&ada, "2").unwrap();
        let l = id(&system, "AccreditationList", "L");
        refused(
            set(&abe, "AccreditationList", l, "rule", text("organisation under EU")),
            "right.own_account",
        );
        refused(
            abe.change(Kind::Employees, |c| {
                c.create("ListMember", vec![("list", text("L")), ("employee", text("1"))]).map(|_| ())
            }),
            "right.own_account",
        );
        set(&ada, "AccreditationList", l, "rule", text("organisation under EU")).unwrap();
        // What one has already may be given again, and the own language is one's own.
        give(&ada, "ada.second", "administrator").unwrap();
        set(&ada, "User", id(&system, "User", "ada"), "culture", text("sv-SE")).unwrap();
    });
}

// A10: who only hands out roles hands out no more than they have, and takes over nobody's account.
#[test]
fn without_administering_rights_one_gives_what_one_has() {
    both(&SETUP, |kit| {
        let (tenant, system) = people(kit);
        let dee = kit.scope(&tenant, "dee");
        give(&dee, "cid", "desk").unwrap();
        for role in ["hr", "lister", "administrator"] {
            refused(give(&dee, "cid", role), "right.exceeds");
        }
        refused(give(&dee, "cid", "super"), "right.technical");
        refused(take(&dee, id(&system, "UserRole", "abe|lister")), "right.exceeds");
        let abe = id(&system, "User", "abe");
        refused(set(&dee, "User", abe, "email", text("dee@example.org")), "right.exceeds");
        refused(set(&dee, "User", abe, "state", text("suspended")), "right.exceeds");
        let cid = id(&system, "User", "cid");
        set(&dee, "User", cid, "state", text("suspended")).unwrap();
    });
}

fn label(text: &str) -> Value {
    Value::Texts([("en".to_string(), text.to_string())].into_iter().collect())
}

// A12: the last super administrator and the last administrator stay, whoever tries, the program itself included.
#[test]
fn the_last_administrators_cannot_be_removed() {
    both(&SETUP, |kit| {
        let (tenant, system) = people(kit);
        let sue = kit.scope(&tenant, "sue");
        let last = "right.last_super_administrator";
        let (sue_id, sam_id) = (id(&system, "User", "sue"), id(&system, "User", "sam"));
        // Both at once, in one batch: each alone would be allowed.
        refused(
            sue.change(Kind::Shared, |c| {
                let users = c.object("User")?;
                let state = users.field("state").unwrap().index;
                let login = users.field("login").unwrap().index;
                let drafts = ["sue", "sam"].map(|l| talang_engine::Draft {
                    values: vec![(login, text(l)), (state, text("suspended"))],
                });
                for answer in c.save_all(&users, Mode::Upsert, drafts.to_vec())? {
                    answer.map_err(talang_engine::Error::from)?;
                }
                Ok(())
            }),
            last,
        );
        set(&sue, "User", sam_id, "state", text("suspended")).unwrap();
        let link = id(&system, "UserRole", "sue|super");
        let wide = id(&system, "RoleRight", "super|*|*|all");
        let role = id(&system, "Role", "super");
        for scope in [&sue, &system, &by(&sue, Door::Import), &by(&sue, Door::Rest)] {
            refused(set(scope, "User", sue_id, "state", text("suspended")), last);
            refused(set(scope, "User", sue_id, "state", text("closed")), last);
            refused(
                set(scope, "User", sue_id, "valid_until", Value::from(jiff::civil::date(2026, 6, 14))),
                last,
            );
            refused(take(scope, link), last);
            refused(set(scope, "Role", role, "active", false.into()), last);
            refused(set(scope, "RoleRight", wide, "actions", text("read, create, delete")), last);
            refused(
                scope.change(Kind::Shared, |c| {
                    let object = c.object("RoleRight")?;
                    c.delete(&object, wide, None)
                }),
                last,
            );
            // With all that hangs on it, in one transaction.
            refused(
                scope.change(Kind::Shared, |c| {
                    let (links, users) = (c.object("UserRole")?, c.object("User")?);
                    c.delete(&links, link, None)?;
                    c.delete(&users, sue_id, None)
                }),
                last,
            );
        }
        // A trial run says the same as the real thing.
        refused(
            sue.change(Kind::Shared, |c| {
                c.dry_run();
                c.update("User", sue_id, vec![("state", text("suspended"))]).map(|_| ())
            }),
            last,
        );
        // Another one first, and it goes.
        set(&sue, "User", sam_id, "state", text("active")).unwrap();
        take(&sue, link).unwrap();

        // The same for those who administer rights, where super administrators do not.
        let tenant = kit.tenant("second");
        kit.role(
            &tenant,
            "administrator",
            &[
                ("RoleRight", "*", ALL, "all"),
                ("UserRole", "*", ALL, "all"),
                ("User", "*", ALL, "all"),
                ("Role", "*", ALL, "all"),
            ],
        );
        kit.user(&tenant, "ada", None, &["administrator"]);
        let (ada, system) = (kit.scope(&tenant, "ada"), kit.system(&tenant));
        refused(take(&ada, id(&system, "UserRole", "ada|administrator")), "right.last_administrator");
        refused(
            set(&ada, "User", id(&system, "User", "ada"), "state", text("closed")),
            "right.last_administrator",
        );
    });
}

// A10: a change counts at the next request.
#[test]
fn a_change_of_rights_counts_at_once() {
    both(&SETUP, |kit| {
        let (tenant, system) = people(kit);
        let (ada, cid) = (kit.scope(&tenant, "ada"), kit.scope(&tenant, "cid"));
        let sees = || {
            cid.view(|v| {
                let object = v.object("Employee")?;
                v.count(&object, &talang_engine::Query::default())
            })
            .unwrap()
        };
        assert_eq!(sees(), 1);
        give(&ada, "cid", "hr").unwrap();
        assert_eq!(sees(), 4);
        set(&ada, "Role", id(&system, "Role", "hr"), "active", false.into()).unwrap();
        assert_eq!(sees(), 1);
        set(&ada, "Role", id(&system, "Role", "hr"), "active", true.into()).unwrap();
        assert_eq!(sees(), 4);
        take(&ada, id(&system, "UserRole", "cid|hr")).unwrap();
        assert_eq!(sees(), 1);
    });
}

// A7, I9: where nobody is there who could prove who they are, even the mightiest account changes nothing that gives power.
#[test]
fn what_nobody_stands_behind_gives_no_power() {
    both(&SETUP, |kit| {
        let (tenant, system) = people(kit);
        let mut scope = kit.scope(&tenant, "sue");
        scope.unattended = true;
        let refused = |result: Result<()>, what: &str| {
            let error = result.expect_err(what);
            assert!(error.is("right.unattended"), "{what}: {error:?}");
        };
        refused(give(&scope, "cid", "super"), "a role for somebody");
        let link = id(&system, "UserRole", "sam|super");
        refused(take(&scope, link), "a role taken away");
        let cid = id(&system, "User", "cid");
        let update = |name: &'static str, value: &str| {
            let values = vec![(name, text(value))];
            scope.change(Kind::Shared, |c| c.update("User", cid, values).map(drop))
        };
        refused(update("email", "eve@example.org"), "another way in");
        refused(update("culture", "sv-SE"), "an account at all");
        for (object, values) in [
            ("User", vec![("login", text("new"))]),
            ("Role", vec![("code", text("new"))]),
            ("ApiClient", vec![("code", text("new"))]),
            ("PasswordPolicy", vec![("population", text("employees"))]),
            ("FeatureSwitch", vec![("code", text("new"))]),
        ] {
            refused(scope.change(Kind::Shared, |c| c.create(object, values).map(drop)), object);
        }
        // The same person who is there may.
        scope.unattended = false;
        give(&scope, "cid", "super").unwrap();
    });
}
