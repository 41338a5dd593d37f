//! Maison Auberive: a family bakery with twelve people and a shop.

use super::people::{Cast, Plan, Site};
use super::writing::SignIn;

/// The company.
pub static PLAN: Plan = Plan {
    seed: 0x7a1a_0002,
    domain: "auberive.example",
    tree: "
AUBERIVE | Maison Auberive | company | AUB | owner*1 bookkeeper*1
  BAKERY | Bakehouse | team | AUB | owner*1 baker*3 pastry*1 apprentice*1
  SHOP | Shop | team | AUB | shop-manager*1 shop*3
",
    history: &[],
    first_number: 1,
    turnover: 6,
    special: [0, 1, 0, 0],
    sites: &[Site {
        code: "AUB",
        name: "Maison Auberive",
        country: "FR",
        town: "Lyon",
        address: ["8 place de l'Église", "69005", ""],
        since: 1994,
        entity: "AUBERIVE",
    }],
    cast: &[
        Cast("AUBERIVE", 0, "Hélène", "Auberive", true, 58, 30),
        Cast("AUBERIVE", 1, "Marie-Laure", "Coulon", true, 49, 11),
        Cast("BAKERY", 0, "Étienne", "Auberive", false, 60, 30),
        Cast("BAKERY", 1, "Rachid", "El Fassi", false, 44, 14),
        Cast("BAKERY", 2, "Théo", "Auberive", false, 31, 8),
        Cast("BAKERY", 3, "Oksana", "Melnyk", true, 35, 2),
        Cast("BAKERY", 4, "Clémence", "Auberive", true, 29, 6),
        Cast("BAKERY", 5, "Lucas", "Diop", false, 19, 1),
        Cast("SHOP", 0, "Inês", "Teixeira", true, 39, 9),
        Cast("SHOP", 1, "Camille", "Joubert", true, 24, 2),
        Cast("SHOP", 2, "Noël", "Perrin", false, 52, 5),
        Cast("SHOP", 3, "Awa", "Koné", true, 22, 0),
    ],
};

/// Whose sign-ins the demo has.
pub static SIGN_INS: &[SignIn] = &[
    SignIn {
        login: "owner@auberive.example",
        person: Some(("AUBERIVE", 0)),
        roles: &["hr-manager", "manager", "super-administrator", "employee"],
        purpose: "the owner, who is also HR and administrator",
    },
    SignIn {
        login: "employee@auberive.example",
        person: Some(("SHOP", 1)),
        roles: &["employee"],
        purpose: "an employee of a small company",
    },
];
