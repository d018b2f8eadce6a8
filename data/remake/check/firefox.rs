//! Mozilla's list as it is compiled into Firefox: an array of roots in libxul (`security/manager/ssl/trust_anchors`),
//! each with its label, its certificate, what it is trusted for, and the moment after which it issues in vain. The
//! compiler lays such a structure out as it likes; the numbers below are what it does, and the check fails when they
//! stop to fit.

use super::{
    Shipped,
    elf::{self, Elf},
};
use crate::{
    Outcome,
    registry::debian::{self, UNSTABLE},
};
use certloupe::engine::x509;
use std::{fs, path::Path};

/// A root: seven spans, two hashes, two places in the certificate.
const ROOT: u64 = 152;
/// What follows the span of the certificate.
const TRUST_SERVER: u64 = 16;
const SERVER_DISTRUST_AFTER: u64 = 64;

/// What a span of trust begins with: `CKT_TRUST_ANCHOR` or `CKT_NSS_TRUSTED_DELEGATOR`, and `CKT_TRUST_MUST_VERIFY_TRUST`
/// or the like of NSS.
const TRUSTED: u8 = 2;
const NOT_TRUSTED: [u8; 3] = [3, 4, 10];

/// The installed Firefox ESR.
pub fn esr() -> Outcome<Shipped> {
    read(Path::new("/usr/lib/firefox-esr"))
}

/// The Firefox that Debian unstable has.
pub fn newest() -> Outcome<Shipped> {
    let (folder, _) = debian::unpacked("firefox", UNSTABLE)?;
    read(&folder.join("usr/lib/firefox"))
}

fn read(folder: &Path) -> Outcome<Shipped> {
    let settings = folder.join("application.ini");
    let settings = fs::read_to_string(&settings).map_err(|error| format!("{}: {error}", settings.display()))?;
    let version = settings.lines().find_map(|line| line.strip_prefix("Version=")).ok_or("Firefox has no version")?;
    let elf = Elf::read(&folder.join("libxul.so"))?;
    let certificates = elf::certificates(&elf);
    let roots = elf::array(&certificates, ROOT);
    if roots.len() < 100 {
        return Err(format!("Firefox {version} has no array of roots that we can read").into());
    }
    let mut shipped = Shipped::new(version, Vec::new());
    shipped.tells_limits = true;
    for (place, der) in roots {
        let certificate = x509::parse(der).map_err(|_| "a root that does not parse")?;
        let said = elf.span(place + TRUST_SERVER).zip(elf.span(place + SERVER_DISTRUST_AFTER));
        let (trust, after) = said.ok_or("a root that does not say what it is trusted for")?;
        let &[trust, 0, 0, 0, ..] = trust else { return Err("another kind of trust".into()) };
        if trust == TRUSTED {
            shipped.add(&certificate, day(after)?);
        } else if !NOT_TRUSTED.contains(&trust) {
            return Err(format!("{}: trust {trust}", certificate.label()).into());
        }
    }
    Ok(shipped)
}

/// The day of `260415235959Z`; none of a single zero, or of nothing.
fn day(after: &[u8]) -> Outcome<Option<String>> {
    match after {
        [] | [0] => Ok(None),
        _ => {
            let text = str::from_utf8(after)?.strip_suffix("235959Z").filter(|text| text.len() == 6);
            let text = text.ok_or("a moment that does not end a day")?;
            Ok(Some(format!("20{}-{}-{}", &text[..2], &text[2..4], &text[4..])))
        }
    }
}
