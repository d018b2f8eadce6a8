//! The chain as names and key ids tell it. No signature is verified: what is said here holds whatever signatures say.

use super::{ChainAnalysis, Path, PathEnd, claims::claims_agree, faults, leaves, order};
use crate::engine::{
    crypto::Verification,
    read::Material,
    trust::{may_be_root_name, may_stand_above},
    x509::{Certificate, KeyAlgorithm, Name},
};
use crate::report::Purpose;

/// The longest way that is followed. Real ones have five certificates.
const LONGEST: usize = 8;

/// The widest RSA key, in bits, and the longest public exponent, in bytes: so many signatures of wider ones can cost more
/// than the search may spend.
const WIDEST_KEY: u32 = 4_096;
const LONGEST_EXPONENT: usize = 4;

/// What is known of a chain at a glance.
#[derive(Debug)]
pub struct Sight {
    /// The chain, as far as that is certain: its one path ends where only a signature tells how it goes on, as if the
    /// search had stopped there.
    pub chain: ChainAnalysis,
    /// Nothing is missing on the way upward.
    pub complete: bool,
    /// Where the path ends is certain, and so is who does not belong to it.
    pub settled: bool,
    /// Certificates above that path that were given: signatures decide whether it leads through them. The path goes on, or
    /// ends below a known root.
    pub open: Vec<usize>,
}

/// The chain of what was given; none where no more than a signature is needed to tell what is what.
pub fn at_a_glance(material: &Material) -> Option<Sight> {
    let certificates = material.certificates.as_slice();
    if !is_plain(certificates) {
        return None;
    }
    // A known root by itself is for no server. Whether it is one, only the whole table tells.
    if matches!(certificates, [only] if only.is_self_issued() && may_be_root_name(&only.subject.raw)) {
        return None;
    }
    let leaves = leaves::leaves(certificates, &[], |_| false);
    match leaves.as_slice() {
        [] => Some(Sight { chain: ChainAnalysis::default(), complete: false, settled: true, open: Vec::new() }),
        [leaf] => above(*leaf, material),
        _ => None,
    }
}

/// Whether names alone tell who could have signed whom, and nothing makes a search give up.
fn is_plain(certificates: &[Certificate]) -> bool {
    let is_namesake = |(place, one): (usize, &Certificate)| {
        certificates.iter().skip(place.saturating_add(1)).any(|other| one.subject.raw == other.subject.raw)
    };
    // Its own issuer by its name, and not by its key id.
    let contradicts_itself = |it: &Certificate| it.is_self_issued() && claims_agree(it, it) == Some(false);
    let is_costly = |it: &Certificate| match &it.public_key.algorithm {
        KeyAlgorithm::Rsa { bits, exponent } => *bits > WIDEST_KEY || exponent.len() > LONGEST_EXPONENT,
        _ => false,
    };
    certificates.iter().all(Certificate::is_plain)
        && !certificates.iter().enumerate().any(is_namesake)
        && !certificates.iter().any(contradicts_itself)
        && !certificates.iter().any(is_costly)
}

/// The way upward from a server certificate.
fn above(leaf: usize, material: &Material) -> Option<Sight> {
    let certificates = material.certificates.as_slice();
    let mut way = vec![leaf];
    // How many of them are certain: where a known root may stand above, a wrong signature ends the path below it.
    let mut certain = None;
    let (end, complete) = loop {
        let last = certificates.get(*way.last()?)?;
        if last.is_self_issued() {
            break (PathEnd::SelfSigned, true);
        }
        let known = may_stand_above(last);
        match certificates.iter().position(|it| it.subject.raw == last.issuer.raw) {
            Some(issuer) if way.contains(&issuer) || way.len() >= LONGEST => return None,
            Some(issuer) => {
                if known {
                    certain.get_or_insert(way.len());
                }
                way.push(issuer);
            }
            None if certificates.iter().any(|it| may_mean(&it.subject, &last.issuer)) => return None,
            None if known => break (PathEnd::Stopped, true),
            // Of a known root's name with another key there is more to say.
            None if may_be_root_name(&last.issuer.raw) => break (PathEnd::Stopped, false),
            None => break (PathEnd::Missing, false),
        }
    };
    let (path, open) = way.split_at_checked(certain.unwrap_or(way.len()))?;
    let ends_in_root = end == PathEnd::SelfSigned;
    let served = if ends_in_root && way.len() > 1 { way.split_last()?.1 } else { &way };
    let misplaced = order_of(&way, path.len(), material)?;
    let until = |list: &[usize]| list.iter().filter_map(|it| Some(certificates.get(*it)?.not_after.at)).min();
    if until(path.get(..path.len().min(served.len()))?) != until(served) {
        return None;
    }
    let strangers: Vec<_> = (0..certificates.len()).filter(|index| !way.contains(index)).collect();
    let ends_in_root = ends_in_root && open.is_empty();
    let above: Vec<_> = path.iter().filter_map(|&index| Some((index, certificates.get(index)?))).collect();
    let path = Path {
        certificates: path.to_vec(),
        faults: faults::at_a_glance(&above, ends_in_root, Purpose::Server),
        end: if open.is_empty() { end } else { PathEnd::Stopped },
        root_signature: Verification::NotChecked,
        imitation: None,
        reasons: Vec::new(),
    };
    Some(Sight {
        // Beside a gap strangers are spoken of in another way, and what is open may be one.
        settled: open.is_empty() && (complete || path.end == PathEnd::Missing),
        complete: complete || !open.is_empty(),
        open: open.to_vec(),
        chain: ChainAnalysis {
            leaves: vec![leaf],
            leaf: Some(leaf),
            paths: vec![path],
            served: served.to_vec(),
            strangers,
            misplaced,
            ..ChainAnalysis::default()
        },
    })
}

/// The order of what was given, where it is the same however much of the way after the first `certain` belongs to it.
fn order_of(way: &[usize], certain: usize, material: &Material) -> Option<Option<order::Misplaced>> {
    let misplaced = |length: usize| Some(order::misplaced(material, way.get(..1)?, way.get(..length)?));
    let whole = misplaced(way.len())?;
    (certain..way.len()).all(|length| misplaced(length) == Some(whole)).then_some(whole)
}

/// Whether two names may mean the same by RFC 5280 §7.1: as many attributes, and the same letters in whatever order and
/// case. What is not written in ASCII may always.
fn may_mean(one: &Name, other: &Name) -> bool {
    let letters = |name: &Name| {
        let mut sum = Some((0_u32, 0_u32));
        for byte in name.attributes.iter().flat_map(|attribute| attribute.value.bytes()) {
            sum = sum.filter(|_| byte.is_ascii()).map(|(count, sum)| match char::from(byte).is_whitespace() {
                true => (count, sum),
                false => (count.saturating_add(1), sum.wrapping_add(byte.to_ascii_lowercase().into())),
            });
        }
        sum
    };
    let is_same = || letters(one).zip(letters(other)).is_none_or(|(one, other)| one == other);
    one.attributes.len() == other.attributes.len() && is_same()
}
