//! A10, A12: the rules about giving rights hold at the doors for programs too: files, single and bulk requests.

use serde_json::json;
use talang_engine::{Door, Scope};
use talang_testkit::{Kit, both};

use crate::rest::client::Client;
use crate::support::{SETUP, counts, faults, import};

/// One super administrator and one administrator with the standard roles, and somebody who has none.
fn people(kit: &Kit) -> [Scope; 2] {
    let tenant = kit.tenant("acme");
    kit.user(&tenant, "sue", None, &["super-administrator"]);
    kit.user(&tenant, "ada", None, &["administrator"]);
    kit.user(&tenant, "eve", None, &[]);
    ["sue", "ada"].map(|login| {
        let mut scope = kit.scope(&tenant, login);
        scope.door = Door::Import;
        scope
    })
}

#[test]
fn files_give_no_rights_that_their_sender_may_not_give() {
    both(&SETUP, |kit| {
        let [sue, ada] = people(kit);
        let give = "UserRole_InsertAndUpdate_en-GB_1_.csv";
        let lines =
            "user,role\neve,super-administrator\neve,hr-user\nada,hr-manager\nada,super-administrator\n";
        let report = import(&ada, give, lines).unwrap();
        assert_eq!(counts(&report), [1, 0, 0, 3], "{:#?}", report.faults);
        let codes: Vec<_> = faults(&report).into_iter().map(|(line, _, code)| (line, code)).collect();
        let expected = [(2, "right.technical"), (4, "right.own_account"), (5, "right.technical")];
        assert_eq!(codes, expected.map(|(line, code)| (line, code.to_string())));
        let rights = "RoleRight_InsertAndUpdate_en-GB_1_.csv";
        let lines = "role,object,field_group,actions,extent\n\
                     hr-user,module:access,*,read,all\nhr-user,*,*,read,all\nhr-user,IpRange,*,update,all\n\
                     administrator,module:people,*,read,all\n\
                     super-administrator,*,*,read,all\n\
                     hr-user,Job,*,\"read, update\",all\n";
        let report = import(&ada, rights, lines).unwrap();
        assert_eq!(counts(&report), [0, 1, 0, 5], "{:#?}", report.faults);
        let roles = "Role_InsertAndUpdate_en-GB_1_.csv";
        let report = import(&ada, roles, "code,active\nsuper-administrator,false\n").unwrap();
        assert_eq!(counts(&report), [0, 0, 0, 1]);
        // Of the last super administrator the whole file is refused, whoever sends it.
        let users = "User_InsertAndUpdate_en-GB_1_.csv";
        let error = import(&sue, users, "login,state\nsue,suspended\n").unwrap_err();
        assert!(error.is("right.last_super_administrator"), "{error}");
        let report = import(&sue, give, "user,role\neve,super-administrator\n").unwrap();
        assert_eq!(counts(&report), [1, 0, 0, 0]);
        import(&sue, users, "login,state\nsue,suspended\n").unwrap();
    });
}

#[test]
fn requests_give_no_rights_that_their_sender_may_not_give() {
    both(&SETUP, |kit| {
        let [sue, ada] = people(kit);
        let (sue, ada) = (Client::new(&sue), Client::new(&ada));
        let super_for = |user: &str| json!({ "user": user, "role": "super-administrator" });
        assert_eq!(ada.post("/user-roles", &super_for("eve")).is(403).code(), "right.technical");
        let bulk = json!([super_for("eve"), { "user": "eve", "role": "hr-user" }, super_for("ada")]);
        let answer = ada.post("/user-roles/bulk", &json!({ "mode": "InsertAndUpdate", "data": bulk }));
        assert_eq!(
            (&answer.json["created"], &answer.json["refused"]),
            (&json!(1), &json!(2)),
            "{}",
            answer.text
        );
        assert_eq!(answer.json["results"][0]["errors"][0]["code"], "right.technical");
        let held = sue.get("/user-roles?limit=100").is(200);
        assert!(held.text.matches("super-administrator").count() == 1, "{}", held.text);
        // Technical configuration is not there for an administrator (A12).
        for path in ["ip-ranges", "identity-providers", "api-clients", "feature-switches"] {
            assert_eq!(ada.get(&format!("/api/rest/v1/{path}")).is(403).code(), "right.missing", "{path}");
            assert_eq!(sue.get(&format!("/api/rest/v1/{path}")).status, 200, "{path}");
        }
        let own = sue.get("/users?filter=login+is+sue").is(200).values("id")[0].as_i64().unwrap();
        let refused = sue.patch(&format!("/users/{own}"), &json!({ "state": "closed" }));
        assert_eq!(
            (refused.status, refused.code()),
            (409, "right.last_super_administrator"),
            "{}",
            refused.text
        );
    });
}
