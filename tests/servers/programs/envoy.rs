//! Envoy, of a wheel.

use super::*;

pub static PROGRAM: Program = Program {
    target: "envoy",
    version: "1.40.0",
    library: "",
    program: "envoy/_bin/envoy",
    package: WHEELS,
    prepare: NOTHING,
    main: |_| String::new(),
    check: &["--mode", "validate", "-c", "{folder}/envoy.yaml"],
    start: &["-c", "{folder}/envoy.yaml", "--concurrency", "1", "--use-dynamic-base-id"],
    complaints: &["[warning]", "[error]", "[critical]"],
    promised: USUAL,
};
