//! The crate `webpki-root-certs`: Mozilla's roots for servers, from the CCADB.

use super::Shipped;
use crate::{Outcome, project};
use certloupe::engine::x509;
use std::fs;
use webpki_root_certs::TLS_SERVER_ROOT_CERTS;

const NAME: &str = "webpki-root-certs";

/// The roots of the version in `Cargo.lock`.
pub fn fetch() -> Outcome<Shipped> {
    let certificates = TLS_SERVER_ROOT_CERTS.iter().filter_map(|der| x509::parse(der).ok());
    Ok(Shipped::new(version()?, certificates))
}

fn version() -> Outcome<String> {
    let lock = fs::read_to_string(project("Cargo.lock"))?;
    let after = lock.split_once(&format!("name = \"{NAME}\"\nversion = \"")).ok_or("Cargo.lock has no such crate")?.1;
    Ok(after.split('"').next().unwrap_or_default().to_owned())
}
