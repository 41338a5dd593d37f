//! What candidates may do with their own data without an account, and what becomes of the data (G6–G9, S3): links that only a mail
//! brings, the export of everything, erasure.

pub mod account;
pub mod area;
pub mod erasure;
pub mod export;
pub mod retention;
