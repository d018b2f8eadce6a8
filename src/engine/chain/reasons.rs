//! Why a path is refused, however it is served.

use super::{Fault, PathEnd, Reason, Stop, paths::Way};
use crate::engine::sorted;
use crate::engine::{crypto::Verification, x509::Certificate};
use crate::report::{Code, Options};

/// The reasons that hold for a way, once its faults are known or could not be found out; from the leaf upward, those of
/// one certificate in the order of the catalogue.
pub(super) fn reasons(
    way: &Way,
    faults: Result<&[Fault], &Stop>,
    certificates: &[Certificate],
    options: &Options,
    revoked: &[usize],
) -> Vec<Reason> {
    let indexes = way.path.certificates.as_slice();
    let (Some(&first), Some(&last)) = (indexes.first(), indexes.last()) else { return Vec::new() };
    let mut reasons = Vec::new();
    let mut add = |certificate, code| reasons.push(Reason { certificate, code });
    match way.path.end {
        PathEnd::Loop => add(last, Code::CHN003),
        PathEnd::SelfSigned if indexes.len() == 1 => add(first, Code::CHN014),
        PathEnd::Stopped => add(last, Code::CHN017),
        _ => {}
    }
    if faults.is_err() {
        add(first, Code::CHN017);
    }
    for (certificate, signature) in &way.signatures {
        if *signature == Verification::Invalid {
            add(*certificate, Code::CHN006);
        }
    }
    if way.path.root_signature == Verification::Invalid {
        add(last, Code::CHN006);
    }
    for (index, certificate) in indexes.iter().filter_map(|&index| Some((index, certificates.get(index)?))) {
        if certificate.not_after.at < options.now {
            add(index, Code::VAL001);
        }
        if options.now < certificate.not_before.at {
            add(index, Code::VAL002);
        }
        if revoked.binary_search(&index).is_ok() {
            add(index, if index == first { Code::TRU006 } else { Code::TRU005 });
        }
    }
    for fault in faults.unwrap_or_default().iter().filter(|fault| fault.kind.law().binds(options.judge)) {
        add(fault.certificate, fault.kind.code());
    }
    let place = |reason: &Reason| indexes.iter().position(|index| *index == reason.certificate);
    let mut ordered = Vec::new();
    for reason in reasons {
        sorted::insert_ranked(&mut ordered, reason, |one, other| (place(one), one.code) > (place(other), other.code));
    }
    ordered.dedup();
    ordered
}
