//! H2O, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "h2o",
    version: "2.2.5",
    library: "3.0",
    program: "h2o",
    package: "h2o",
    check: &["-t", "-c", "{folder}/h2o.conf"],
    start: &["-m", "worker", "-c", "{folder}/h2o.conf"],
    complaints: &["warning", "Warning"],
    // It has no directive for the name of the host; the host itself is passed on.
    told: &["x-forwarded-for: 127.0.0.1", "x-forwarded-proto: https"],
    habits: &[Habit::AnswersUnproxied],
    ..PLAIN
};
