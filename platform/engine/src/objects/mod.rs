//! The engine's own business objects: who may do what, whom they reach, and what tenants add to the catalogue.

pub mod access;
pub mod access_policy;
pub mod directory;
pub mod export_format;
pub mod extra_field;
pub mod file_space;
pub mod log;
pub mod mail_message;
pub mod sign_on;
pub mod webhook;

use talang_catalogue::BusinessObject;

use crate::governance;
use crate::registry::{Module, Removal, Rule, Task};

/// The engine's contribution to the registry.
pub fn module() -> Module {
    Module {
        objects: vec![
            access::User::DEF,
            access::Role::DEF,
            access::RoleRight::DEF,
            access::UserRole::DEF,
            access::AccreditationList::DEF,
            access::ListMember::DEF,
            access::ListOwner::DEF,
            access::ApiClient::DEF,
            access::SavedReport::DEF,
            extra_field::ExtraField::DEF,
            access_policy::PasswordPolicy::DEF,
            access_policy::IdentityProvider::DEF,
            access_policy::IpRange::DEF,
            access_policy::Delegation::DEF,
            access_policy::SupportConsent::DEF,
            access_policy::Dashboard::DEF,
            access_policy::NotificationPreference::DEF,
            access_policy::FeatureSwitch::DEF,
            directory::DirectoryUser::DEF,
            directory::DirectoryGroup::DEF,
            directory::DirectoryMember::DEF,
            mail_message::MailMessage::DEF,
            log::ActivityEntry::DEF,
            sign_on::AttributeMapping::DEF,
            sign_on::RoleMapping::DEF,
            sign_on::ProviderAccount::DEF,
            file_space::FileAccount::DEF,
            file_space::FileKey::DEF,
            file_space::FileSpace::DEF,
            export_format::ExportFormat::DEF,
            webhook::WebhookSubscription::DEF,
        ],
        rules: vec![
            Rule { object: "AccreditationList", before: Some(access::check_list), after: None },
            Rule { object: "ApiClient", before: Some(access::check_client), after: None },
            Rule { object: "Delegation", before: Some(access_policy::check_delegation), after: None },
            Rule { object: "IdentityProvider", before: Some(sign_on::check_provider), after: None },
            Rule { object: "IpRange", before: Some(crate::network::check_range), after: None },
            Rule { object: "FeatureSwitch", before: Some(access_policy::check_switch), after: None },
            Rule { object: "RoleRight", before: Some(access::check_right), after: None },
            Rule { object: "RoleRight", before: Some(governance::before_right), after: None },
            Rule { object: "Role", before: Some(governance::before_role), after: None },
            Rule { object: "UserRole", before: Some(governance::before_user_role), after: None },
            Rule { object: "User", before: Some(governance::before_user), after: None },
            Rule { object: "User", before: Some(access_policy::check_end_date), after: None },
            Rule { object: "User", before: Some(access_policy::check_population), after: None },
            Rule { object: "UserRole", before: Some(access_policy::check_holder), after: None },
            Rule { object: "ApiClient", before: Some(access_policy::check_holder), after: None },
            Rule { object: "AccreditationList", before: Some(governance::before_list), after: None },
            Rule { object: "ListMember", before: Some(governance::before_member), after: None },
            Rule { object: "ListOwner", before: Some(governance::before_owner), after: None },
            Rule { object: "DirectoryGroup", before: None, after: Some(directory::group_changed) },
            Rule { object: "DirectoryMember", before: None, after: Some(directory::member_changed) },
            Rule { object: "ExtraField", before: Some(extra_field::check), after: Some(extra_field::apply) },
        ],
        removals: vec![
            Removal { object: "IpRange", check: crate::network::removing_range },
            Removal { object: "RoleRight", check: governance::removing_right },
            Removal { object: "UserRole", check: governance::removing_user_role },
            Removal { object: "User", check: governance::removing_user },
        ],
        tasks: vec![Task { code: crate::activity::PURGE, run: crate::activity::purge }],
        labels: crate::labels_of!("../../labels/access"),
        messages: crate::messages_of!("../../messages"),
        ..Module::default()
    }
}

/// The seven label files of a folder, relative to the calling file.
#[macro_export]
macro_rules! labels_of {
    ($folder:literal) => {
        vec![
            ($crate::Language::En, include_str!(concat!($folder, "/en.toml"))),
            ($crate::Language::Fr, include_str!(concat!($folder, "/fr.toml"))),
            ($crate::Language::De, include_str!(concat!($folder, "/de.toml"))),
            ($crate::Language::Nl, include_str!(concat!($folder, "/nl.toml"))),
            ($crate::Language::Es, include_str!(concat!($folder, "/es.toml"))),
            ($crate::Language::Sv, include_str!(concat!($folder, "/sv.toml"))),
            ($crate::Language::Da, include_str!(concat!($folder, "/da.toml"))),
        ]
    };
}

/// The seven message files of a folder, relative to the calling file.
#[macro_export]
macro_rules! messages_of {
    ($folder:literal) => {
        vec![
            ($crate::Language::En, include_str!(concat!($folder, "/en.ftl"))),
            ($crate::Language::Fr, include_str!(concat!($folder, "/fr.ftl"))),
            ($crate::Language::De, include_str!(concat!($folder, "/de.ftl"))),
            ($crate::Language::Nl, include_str!(concat!($folder, "/nl.ftl"))),
            ($crate::Language::Es, include_str!(concat!($folder, "/es.ftl"))),
            ($crate::Language::Sv, include_str!(concat!($folder, "/sv.ftl"))),
            ($crate::Language::Da, include_str!(concat!($folder, "/da.ftl"))),
        ]
    };
}
