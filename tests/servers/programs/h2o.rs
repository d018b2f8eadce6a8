//! H2O, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "h2o",
    version: "2.2.5",
    library: "3.0",
    program: "h2o",
    package: "h2o",
    prepare: NOTHING,
    main: |_| String::new(),
    check: &["-t", "-c", "{folder}/h2o.conf"],
    start: &["-m", "worker", "-c", "{folder}/h2o.conf"],
    complaints: &["warning", "Warning"],
    promised: USUAL,
};
