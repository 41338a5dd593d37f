//! File spaces as clients of others meet them: OpenSSH, lftp, curl and Python against the real server, on both databases (I8, O1).

#[path = "files/attacks.rs"]
mod attacks;
#[path = "files/ftps.rs"]
mod ftps;
#[path = "files/sftp.rs"]
mod sftp;
#[path = "files/space.rs"]
mod space;
#[path = "files/support.rs"]
mod support;
