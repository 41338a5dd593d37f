//! The outbox from the transaction that causes a mail to the mail server that takes it (I12, O2).

mod outbox;
mod server;
