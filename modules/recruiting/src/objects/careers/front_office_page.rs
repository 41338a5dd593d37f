//! Pages of career sites: see [`FrontOfficePage`].

use talang_catalogue::{Code, Ref, Translated};
use talang_derive::Object;

use super::FrontOffice;

/// Page of a career site with a text of the company's own.
#[derive(Object)]
#[object(id = 361, module = "careers", kind = candidates, key(front_office, code), title(title), privacy = none)]
pub struct FrontOfficePage {
    /// The career site that it belongs to.
    #[field(id = 1)]
    pub front_office: Ref<FrontOffice>,
    /// Permanent short code, the last part of the page's address.
    #[field(id = 2, search)]
    pub code: Code,
    /// Heading of the text.
    #[field(id = 3, search)]
    pub title: Translated,
    /// The whole text.
    #[field(id = 4, max = 40000)]
    pub text: Option<Translated>,
    /// Visitors find it in the menu of the site.
    #[field(id = 5, default = "true")]
    pub in_menu: bool,
    /// Place in lists; smaller numbers come first.
    #[field(id = 6, min = 0)]
    pub sort_order: Option<i64>,
    /// Visitors can read it.
    #[field(id = 7, default = "true")]
    pub active: bool,
}
