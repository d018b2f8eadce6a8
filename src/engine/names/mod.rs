//! RFC 9525 matching and coverage.

use super::x509::Certificate;
use crate::report::HostCoverage;

/// Which of the wanted hosts the server certificate covers, and why not. Without wanted hosts, every name of the
/// certificate is taken as wanted.
pub fn coverage(_leaf: &Certificate, _hosts: &[String]) -> Vec<HostCoverage> {
    Vec::new()
}
