//! The suites as Windows names them: until Windows Server 2016 a name ends with its curve.

use super::{TLS13, WINDOWS_2016};
use crate::deploy::plan::Plan;

/// The suites, best first.
pub fn suites(plan: &Plan) -> Vec<String> {
    if plan.version < WINDOWS_2016 {
        let kind = if plan.key_algorithm == "RSA" { "TLS_ECDHE_RSA_" } else { "TLS_ECDHE_ECDSA_" };
        let own = WITH_CURVES.iter().filter(|suite| suite.starts_with(kind));
        let exchanged =
            plan.suites.iter().map(|suite| suite.iana).filter(|suite| suite.starts_with("TLS_RSA_WITH_AES_"));
        // What has no curve has no GCM there either.
        let exchanged = exchanged.filter(|suite| suite.ends_with("_SHA"));
        return own.copied().chain(exchanged).map(str::to_owned).collect();
    }
    let newest = plan.suites_of_tls13().iter().filter(|_| plan.version >= TLS13);
    newest.copied().chain(plan.suites.iter().map(|suite| suite.iana)).map(str::to_owned).collect()
}

/// What Windows Server 2008 R2 and 2012 R2 have of forward secrecy: GCM with keys of ECDSA only.
const WITH_CURVES: [&str; 8] = [
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256_P256",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384_P384",
    "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256_P256",
    "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA_P256",
    "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256_P256",
    "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA_P256",
    "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384_P384",
    "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA_P256",
];
