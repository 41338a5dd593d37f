//! Where the packages of `tests-peers/` are installed. `xtask` shares this file; it needs only the standard library.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// Environment variable with the place of prepared packages.
pub const PLACE: &str = "TALANG_TEST_PEERS";

/// The file that is there when everything is installed.
pub const STAMP: &str = "prepared";

/// The files that say what is installed.
pub const LISTS: [&str; 4] = ["package.json", "package-lock.json", ".npmrc", "requirements.txt"];

/// The place for the project at `root`: below the folder into which cargo builds, with a name of its own for each state of
/// the lists, so that two branches that share the folder do not disturb each other.
///
/// # Errors
/// A sentence when a list cannot be read.
pub fn place(root: &Path) -> Result<PathBuf, String> {
    if let Some(named) = env::var_os(PLACE).filter(|named| !named.is_empty()) {
        return Ok(PathBuf::from(named));
    }
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    // FNV-1a: it need only tell states apart.
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for list in LISTS {
        let file = root.join("tests-peers").join(list);
        for byte in fs::read(&file).map_err(|e| format!("{}: {e}", file.display()))? {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    Ok(root.join(target).join("peers").join(format!("{hash:016x}")))
}
