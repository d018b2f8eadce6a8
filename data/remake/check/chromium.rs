//! The Chrome Root Store as it is compiled into Chromium: an array of anchors, each with a certificate and sets of
//! constraints. The layout is that of `net/cert/internal/chrome_root_store_data.h` on 64-bit systems with libc++; where
//! a newer Chromium has another, the numbers below stop to fit and the check fails.

use super::{
    Shipped,
    elf::{self, Elf},
};
use crate::{Outcome, registry};
use certloupe::{
    engine::{trust::Version, x509},
    report::Timestamp,
};
use std::path::Path;

/// The program itself; what is on the path is a script that starts it.
const PROGRAM: &str = "/usr/lib/chromium/chromium";

/// An anchor: certificate (pointer, length), constraints (pointer, count), flags and ids.
const ANCHOR: u64 = 64;
const CONSTRAINTS: u64 = 16;

/// A set of constraints: two times, two versions, permitted names (pointer, count), two serial numbers, two times. An
/// optional value is followed by whether it is there.
const SET: u64 = 160;
const SCT_NOT_AFTER: u64 = 0;
const MIN_VERSION: u64 = 32;
const MAX_VERSION: u64 = 56;
const NAMES: u64 = 80;
/// Whether the values that we know no use of are there: sct_all_after, the serial numbers, the start of validity.
const OTHERS: [u64; 5] = [16 + 8, 96 + 8, 112 + 8, 128 + 8, 144 + 8];

/// Seconds from 1601, where the times begin, to 1970.
const SINCE_1601: i64 = 11_644_473_600;

/// The list of the installed Chromium.
pub fn fetch() -> Outcome<Shipped> {
    let said = registry::output("chromium", ["--version"], Path::new("/"))?;
    let version = said.split(' ').nth(1).ok_or("chromium does not say its version")?;
    let elf = Elf::read(Path::new(PROGRAM))?;
    let certificates = elf::certificates(&elf);
    let anchors = elf::array(&certificates, ANCHOR);
    if anchors.len() < 50 {
        return Err(format!("Chromium {version} has no array of roots that we can read").into());
    }
    let mut shipped = Shipped::new(version, Vec::new());
    shipped.tells_limits = true;
    let (mut unlimited, mut intermediates) = (Vec::new(), Vec::new());
    for (place, der) in anchors {
        let certificate = x509::parse(der).map_err(|_| "a root that does not parse")?;
        let limit = limit(&elf, place, version)
            .ok_or_else(|| format!("{}: constraints of a kind that we do not know", certificate.label()))?;
        if !certificate.is_self_issued() {
            intermediates.push(certificate);
            continue;
        }
        if limit.is_none() {
            unlimited.push(certificate.subject.raw.clone());
        }
        shipped.add(&certificate, limit);
    }
    // Chromium also knows some intermediates as anchors, for the anchor ids that it offers in its hello. They change no
    // verdict as long as what is above them is trusted without limit.
    match intermediates.iter().find(|it| !unlimited.contains(&it.issuer.raw)) {
        Some(it) => Err(format!("{} is an anchor, and below no root without limit", it.label()).into()),
        None => Ok(shipped),
    }
}

/// The last day of the logs' timestamps that count under an anchor: the latest of the sets that hold for a version, one
/// of which is enough. No limit where there is no set, or one that constrains nothing.
fn limit(elf: &Elf, anchor: u64, version: &str) -> Option<Option<String>> {
    let Some(sets) = elf.pointer(anchor + CONSTRAINTS) else { return Some(None) };
    let count = elf.number(anchor + CONSTRAINTS + 8)?;
    let mut last = None;
    for set in (0..count).map(|index| sets + index * SET) {
        let is_there = |flag| Some(elf.at(set + flag, 1)? == [1]);
        let bound = |offset| {
            let text = elf.span(set + offset)?;
            Some(if is_there(offset + 16)? { Some(Version::parse(str::from_utf8(text).ok()?)) } else { None })
        };
        let (version, from, to) = (Version::parse(version), bound(MIN_VERSION)?, bound(MAX_VERSION)?);
        if from.is_some_and(|from| version < from) || to.is_some_and(|to| to <= version) {
            continue;
        }
        let others: Vec<bool> = OTHERS.into_iter().map(is_there).collect::<Option<_>>()?;
        let unknown = others.contains(&true) || elf.number(set + NAMES + 8)? != 0;
        (!unknown).then_some(())?;
        if !is_there(SCT_NOT_AFTER + 8)? {
            return Some(None);
        }
        last = last.max(Some(elf.number(set + SCT_NOT_AFTER)?.cast_signed()));
    }
    // Chrome compares moments; our day lasts until its last second.
    let after = Timestamp::from_unix(last? / 1_000_000 - SINCE_1601 + 1);
    let day = after.plus_days(-1).to_string();
    Some(Some(if day.ends_with("T00:00:00Z") { day[..10].to_owned() } else { after.to_string() }))
}

#[cfg(test)]
mod tests {
    use super::{
        super::elf::tests::{DATA, program},
        *,
    };

    /// Where the minted sets of constraints, and the version that they name, stand.
    const SETS: u64 = DATA + ANCHOR;
    const VERSION: u64 = SETS + 2 * SET;

    /// An anchor with two sets: from 153 on with a last moment, before that without any.
    fn anchor(change: impl Fn(&mut Vec<u8>)) -> Elf {
        let moment = (SINCE_1601 + 1_790_812_799) * 1_000_000; // 2026-09-30T23:59:59Z
        let mut data = vec![0; usize::try_from(VERSION - DATA).unwrap()];
        let mut put = |at: u64, word: u64| {
            let at = usize::try_from(at - DATA).unwrap();
            data[at..at + 8].copy_from_slice(&word.to_le_bytes());
        };
        put(DATA + CONSTRAINTS + 8, 2);
        put(SETS + SCT_NOT_AFTER, moment.cast_unsigned());
        put(SETS + SCT_NOT_AFTER + 8, 1);
        for bound in [SETS + MIN_VERSION, SETS + SET + MAX_VERSION] {
            put(bound + 8, 5);
            put(bound + 16, 1);
        }
        data.extend(b"153.0");
        change(&mut data);
        let bounds = [(SETS + MIN_VERSION, VERSION), (SETS + SET + MAX_VERSION, VERSION)];
        program(data, &[[(DATA + CONSTRAINTS, SETS)].as_slice(), &bounds].concat(), false)
    }

    #[test]
    fn the_set_that_holds_for_a_version_decides() {
        let elf = anchor(|_| ());
        assert_eq!(limit(&elf, DATA, "156.0.8078.79"), Some(Some("2026-09-30".to_owned())));
        assert_eq!(limit(&elf, DATA, "153.0"), Some(Some("2026-09-30".to_owned())));
        assert_eq!(limit(&elf, DATA, "152.9"), Some(None), "a set that constrains nothing");
        assert_eq!(limit(&elf, DATA + 8, "156"), Some(None), "no sets");
    }

    #[test]
    fn another_kind_of_constraint_is_not_overlooked() {
        let at = |offset: u64| usize::try_from(SETS - DATA + offset).unwrap();
        for flag in OTHERS.into_iter().chain([NAMES + 8]) {
            assert_eq!(limit(&anchor(|data| data[at(flag)] = 1), DATA, "156"), None, "{flag}");
        }
        let noon = anchor(|data| data[at(SCT_NOT_AFTER) + 3] ^= 0x40);
        assert!(limit(&noon, DATA, "156").flatten().is_some_and(|moment| moment.len() > 10), "no whole day");
    }
}
