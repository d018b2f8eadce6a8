//! Node.js, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "nodejs",
    version: "18.20.4",
    library: "3.0",
    program: "node",
    package: "nodejs",
    check: &["--check", "{folder}/server.js"],
    start: &["{folder}/server.js"],
    complaints: &["Warning"],
    ..PLAIN
};
