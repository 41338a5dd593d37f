//! Recommendations by employees (S1, S2): who recommends somebody, and what that person reads. What follows of it is recruiting's
//! ([`talang_recruiting::referrals`]).

mod mine;
mod recommended;

use talang_engine::Action;
use talang_http::{Access, Route};

pub(crate) use mine::link;

/// The addresses of recommendations.
pub(crate) fn routes() -> Vec<Route> {
    let own = Access::Right("Referral", Action::Create);
    vec![
        Route::get("/me/referrals", own, mine::mine),
        Route::get("/me/referrals/new", own, mine::form),
        Route::post("/me/referrals/new", own, mine::create),
        Route::get("/careers/{site}/recommended", Access::Visitor, recommended::page),
        Route::post("/careers/{site}/recommended", Access::Visitor, recommended::decline),
    ]
}
