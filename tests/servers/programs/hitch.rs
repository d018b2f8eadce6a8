//! Hitch, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "hitch",
    version: "1.7.2",
    library: "3.0",
    program: "hitch",
    package: "hitch",
    check: &["--test", "--config={folder}/hitch.conf"],
    start: &["--user=_hitch", "--group=_hitch", "--config={folder}/hitch.conf"],
    complaints: &["Warning", "warning", "WARNING"],
    // It knows nothing of HTTP.
    told: &["proxied: 127.0.0.1"],
    habits: &[Habit::PassesAll],
    ..PLAIN
};
