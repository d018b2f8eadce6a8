//! Debian's package ca-certificates: Mozilla's list for servers, less what Debian leaves out.

use super::Shipped;
use crate::{
    Outcome,
    registry::{
        certificates_in,
        debian::{self, BOOKWORM, BOOKWORM_SECURITY, BULLSEYE, BULLSEYE_SECURITY, TRIXIE, TRIXIE_SECURITY, UNSTABLE},
        files_below,
    },
};

/// As Debian 11 came.
pub fn bullseye() -> Outcome<Shipped> {
    of(BULLSEYE)
}

/// With its last security updates.
pub fn bullseye_security() -> Outcome<Shipped> {
    of(BULLSEYE_SECURITY)
}

/// As Debian 12 came.
pub fn bookworm() -> Outcome<Shipped> {
    of(BOOKWORM)
}

/// With its security updates.
pub fn bookworm_security() -> Outcome<Shipped> {
    of(BOOKWORM_SECURITY)
}

/// As Debian 13 came.
pub fn trixie() -> Outcome<Shipped> {
    of(TRIXIE)
}

/// With its security updates.
pub fn trixie_security() -> Outcome<Shipped> {
    of(TRIXIE_SECURITY)
}

/// What Debian 14 will be.
pub fn unstable() -> Outcome<Shipped> {
    of(UNSTABLE)
}

fn of(release: &str) -> Outcome<Shipped> {
    let (folder, version) = debian::unpacked("ca-certificates", release)?;
    let mut certificates = Vec::new();
    for file in files_below(&folder.join("usr/share/ca-certificates"))? {
        certificates.extend(certificates_in(&file)?);
    }
    Ok(Shipped::new(version, certificates))
}
