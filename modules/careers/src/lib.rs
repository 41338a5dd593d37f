//! Career sites (S3, T10): the front offices on which anybody reads vacancies and applies. A block of its own, open to the
//! Internet, looking as each company wants it.
//!
//! Visitors have no account and no rights, so nothing here hands out records: [`advert`] says in one place what a vacancy
//! tells the public, and every page and feed is made of that. What visitors send becomes records in [`apply`], through the
//! gate and its rules like everything else.

mod account;
pub mod advert;
mod agency;
mod alerts;
pub mod apply;
mod area;
mod door;
pub mod feeds;
pub mod find;
mod frame;
mod job;
pub mod known;
mod list;
mod pages;
mod referral;
mod refusal;
pub mod site;

use talang_engine::{Module, Task};
use talang_http::{Access, Route};

pub use refusal::refusal;
pub use site::{OWN_HOST, path_of, site_of_host};

/// Under here lie the sites on a company's own sub-domain: `/careers/<code>`.
pub const PREFIX: &str = "/careers/";

/// What career sites bring to the registry.
pub fn module() -> Module {
    Module {
        messages: [
            talang_engine::messages_of!("../messages"),
            talang_engine::messages_of!("../messages/accounts"),
            talang_engine::messages_of!("../messages/alerts"),
            talang_engine::messages_of!("../messages/speculative"),
            talang_engine::messages_of!("../messages/agencies"),
            talang_engine::messages_of!("../messages/referrals"),
        ]
        .concat(),
        rules: alerts::rules(),
        tasks: [
            vec![
                Task { code: area::LINK, run: area::send_link },
                Task { code: agency::LINK, run: agency::send_link },
            ],
            account::tasks(),
            alerts::tasks(),
        ]
        .concat(),
        ..Module::default()
    }
}

/// The addresses of every site.
pub fn routes() -> Vec<Route> {
    let read = |pattern, handler| Route::get(pattern, Access::Visitor, handler);
    let mut all = vec![
        read("/careers/{site}", list::first),
        read("/careers/{site}/jobs", list::page),
        read("/careers/{site}/jobs/{job}", job::page),
        read("/careers/{site}/pages/{page}", pages::page),
        read("/careers/{site}/privacy", pages::privacy),
        read("/careers/{site}/site.css", pages::style),
        read("/careers/{site}/picture/{picture}", pages::picture),
        read("/careers/{site}/feed.rss", feeds::rss),
        read("/careers/{site}/feed.xml", feeds::xml),
        read("/careers/{site}/sitemap.xml", feeds::sitemap),
        read("/careers/{site}/robots.txt", feeds::robots),
    ];
    all.extend(apply::routes());
    all.extend(alerts::routes());
    all.extend(area::routes());
    all.extend(agency::routes());
    all.extend(account::routes());
    all.extend(referral::routes());
    all.extend(known::routes());
    all
}
