//! HAProxy, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "haproxy",
    version: "2.6.12",
    library: "3.0",
    program: "haproxy",
    package: "haproxy",
    check: &["-c", "-f", "{folder}/haproxy.cfg"],
    start: &["-db", "-f", "{folder}/haproxy.cfg"],
    complaints: &["[WARNING]", "[ALERT]"],
    ..PLAIN
};
