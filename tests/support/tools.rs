//! What `scripts/setup.sh wheels pythons judges clients` installs: optional by hand, required where a change is judged
//! (`.ci/run`).

use std::path::PathBuf;

/// The folder of a group; none where it is not installed and need not be.
///
/// # Panics
/// It is required, or installed from another list.
pub fn tools(group: &str) -> Option<PathBuf> {
    let own = std::env::var_os("CERTLOUPE_TOOLS").map(PathBuf::from);
    let home = || PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cache/certloupe");
    let folder = own.unwrap_or_else(home).join(group);
    if folder.exists() {
        let list = |path: PathBuf| std::fs::read_to_string(path).unwrap_or_default();
        let wanted = list(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/{group}.txt")));
        assert_eq!(list(folder.join("list.txt")), wanted, "run `scripts/setup.sh {group}`");
        return Some(folder);
    }
    assert!(std::env::var_os("CERTLOUPE_REQUIRE").is_none(), "run `scripts/setup.sh {group}`");
    None
}
