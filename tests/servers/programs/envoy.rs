//! Envoy, of a wheel.

use super::*;

pub static PROGRAM: Program = Program {
    target: "envoy",
    version: "1.40.0",
    program: "envoy/_bin/envoy",
    package: WHEELS,
    check: &["--mode", "validate", "-c", "{folder}/envoy.yaml"],
    start: &["-c", "{folder}/envoy.yaml", "--concurrency", "1", "--use-dynamic-base-id"],
    complaints: &["[warning]", "[error]", "[critical]"],
    // It puts its own address for a client on the same machine, and says the client's beside it.
    told: &["x-envoy-external-address: 127.0.0.1", "x-forwarded-proto: https", "x-forwarded-host: site.test"],
    ..PLAIN
};
