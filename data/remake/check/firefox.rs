//! Mozilla's list as it is compiled into Firefox: an array of roots in libxul (`security/manager/ssl/trust_anchors`),
//! each with its label, its certificate, what it is trusted for, and the moment after which it issues in vain. The
//! compiler lays such a structure out as it likes; the numbers below are what it does, and the check fails when they
//! stop to fit. Which names some of them are good for stands in NSS (`lib/certdb/genname.c`), by the subject.

use super::{
    Shipped,
    elf::{self, Elf},
};
use crate::{
    Outcome,
    registry::{
        debian::{self, TRIXIE, UNSTABLE},
        files_below,
    },
};
use certloupe::{engine::x509, report::Timestamp};
use std::{collections::BTreeMap, fs, path::Path};

/// A root: seven spans, two hashes, two places in the certificate.
const ROOT: u64 = 152;
/// What follows the span of the certificate.
const TRUST_SERVER: u64 = 16;
const SERVER_DISTRUST_AFTER: u64 = 64;

/// The library with NSS's pairs of a subject and its constraints: each a kind, a pointer, a length.
const NSS: &str = "libnss3.so";
const ITEM: u64 = 24;

/// Trusted to issue for servers: `CKT_TRUST_ANCHOR` of PKCS#11 3.2, before that `CKT_NSS_TRUSTED_DELEGATOR`.
const TRUSTED: [u64; 2] = [2, 0xce53_4352];
/// Not so: must be verified, not trusted, unknown; by the same two counts.
const NOT_TRUSTED: [u64; 6] = [3, 4, 1, 0xce53_4353, 0xce53_435a, 0xce53_4355];

/// The installed Firefox ESR.
pub fn esr() -> Outcome<Shipped> {
    let folder = Path::new("/usr/lib/firefox-esr");
    read(folder, &folder.join(NSS))
}

/// The one before it: Debian 13 came with that.
pub fn previous_esr() -> Outcome<Shipped> {
    let (folder, _) = debian::unpacked("firefox-esr", TRIXIE)?;
    let folder = folder.join("usr/lib/firefox-esr");
    read(&folder, &folder.join(NSS))
}

/// The Firefox that Debian unstable has: it takes NSS from a package of its own.
pub fn newest() -> Outcome<Shipped> {
    let (folder, _) = debian::unpacked("firefox", UNSTABLE)?;
    let (beside, _) = debian::unpacked("libnss3", UNSTABLE)?;
    let nss = files_below(&beside)?.into_iter().find(|path| path.ends_with(NSS)).ok_or("no NSS in its package")?;
    read(&folder.join("usr/lib/firefox"), &nss)
}

fn read(folder: &Path, nss: &Path) -> Outcome<Shipped> {
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
        let trust = u64::from_le_bytes(trust.try_into()?);
        if TRUSTED.contains(&trust) {
            shipped.add(&certificate, day(after)?);
        } else if !NOT_TRUSTED.contains(&trust) {
            return Err(format!("{}: trust {trust:#x}", certificate.label()).into());
        }
    }
    let constraints = constraints(&Elf::read(nss)?);
    if constraints.is_empty() {
        return Err(format!("Firefox {version} has no constraints that we can read").into());
    }
    for root in shipped.roots.values_mut() {
        root.permitted = constraints.get(&root.subject).cloned();
    }
    Ok(shipped)
}

/// The names that NSS permits, by the subject of the root: a list of DNS names, and nothing excluded.
fn constraints(nss: &Elf) -> BTreeMap<Vec<u8>, String> {
    let found = nss.pointers().filter_map(|(place, _)| {
        let (subject, constraints) = (nss.span(place)?, nss.span(place + ITEM)?);
        let [0x30, _, 0xa0, size, names @ ..] = constraints else { return None };
        let is_whole = subject.starts_with(&[0x30]) && names.len() == usize::from(*size);
        Some((subject.to_vec(), dns_names(names).filter(|_| is_whole)?))
    });
    found.collect()
}

/// `SEQUENCE { [2] name }`, one after the other, in short form.
fn dns_names(mut bytes: &[u8]) -> Option<String> {
    let mut names = Vec::new();
    while let [0x30, _, 0x82, size, rest @ ..] = bytes {
        let (name, rest) = rest.split_at_checked(usize::from(*size))?;
        names.push(str::from_utf8(name).ok()?);
        bytes = rest;
    }
    (bytes.is_empty() && !names.is_empty()).then(|| names.join(" "))
}

/// The last whole day by `260415235959Z`; none of a single zero, or of nothing.
fn day(after: &[u8]) -> Outcome<Option<String>> {
    if let [] | [0] = after {
        return Ok(None);
    }
    let text = str::from_utf8(after)?;
    let (day, last) = match text.split_at_checked(6).ok_or("half a moment")? {
        (day, "235959Z") => (day, 0),
        (day, "000000Z") => (day, -1),
        _ => return Err(format!("{text} neither begins nor ends a day").into()),
    };
    let day = Timestamp::parse(&format!("20{}-{}-{}", &day[..2], &day[2..4], &day[4..])).ok_or("no such day")?;
    Ok(Some(day.plus_days(last).to_string()[..10].to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{
        super::elf::tests::{DATA, program},
        *,
    };

    #[test]
    fn permitted_names_are_known_by_the_subject() {
        let (subject, names) = (b"\x30\x01s", b"\x30\x10\xa0\x0e\x30\x05\x82\x03.tr\x30\x05\x82\x03.fr");
        let mut data = vec![0; 0x60];
        data[0x08] = 3;
        data[0x20] = 18;
        data.extend(subject);
        data.extend(names);
        let pair = [(DATA, DATA + 0x60), (DATA + ITEM, DATA + 0x63)];
        assert_eq!(
            constraints(&program(data.clone(), &pair, false)),
            [(subject.to_vec(), ".tr .fr".to_owned())].into()
        );
        data[0x67] = 0x81;
        assert!(constraints(&program(data, &pair, false)).is_empty(), "another kind of name");
    }

    #[test]
    fn the_last_day_is_a_whole_one() {
        assert_eq!(day(b"260415235959Z").unwrap().as_deref(), Some("2026-04-15"));
        assert_eq!(day(b"240301000000Z").unwrap().as_deref(), Some("2024-02-29"));
        assert_eq!(day(b"\0").unwrap(), None);
        assert_eq!(day(b"").unwrap(), None);
        assert!(day(b"260415120000Z").is_err() && day(b"2604").is_err());
    }
}
