//! Caddy in its own format, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "caddy-json",
    version: "2.6.2",
    program: "caddy",
    package: "caddy",
    prepare,
    check: &["validate", "--config", "{folder}/main.json"],
    start: &["run", "--config", "{folder}/main.json"],
    complaints: &["\"level\":\"error\""],
    promised: NO_OLD,
    never_says: &["obtaining certificate"],
    habits: &[Habit::AsciiOnly],
    ..PLAIN
};

/// Several run at once: none has the port of its administration.
fn prepare(folder: &Path) {
    let ours = std::fs::read_to_string(folder.join("caddy.json")).expect("written");
    let quiet = ours.replacen('{', "{ \"admin\": { \"disabled\": true },", 1);
    std::fs::write(folder.join("main.json"), quiet).expect("written");
}
