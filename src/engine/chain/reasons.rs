//! Why clients refuse a path, however it is served.

use super::{Fault, PathEnd, Stop, paths::Way};
use crate::engine::x509::Certificate;
use crate::report::{Code, Timestamp};

/// Everything that can make a path invalid, in the order of the catalogue.
const REASONS: [Code; 11] = [
    Code::CHN003,
    Code::CHN006,
    Code::CHN008,
    Code::CHN009,
    Code::CHN010,
    Code::CHN013,
    Code::CHN014,
    Code::CHN016,
    Code::CHN017,
    Code::VAL001,
    Code::VAL002,
];

/// The reasons that hold for a way, once its faults are known or could not be found out.
pub(super) fn reasons(
    way: &Way,
    faults: Result<&[Fault], &Stop>,
    certificates: &[Certificate],
    now: Timestamp,
) -> Vec<Code> {
    let indexes = way.path.certificates.as_slice();
    let end = &way.path.end;
    let any = |wanted: fn(&Certificate, Timestamp) -> bool| {
        indexes.iter().filter_map(|&index| certificates.get(index)).any(|it| wanted(it, now))
    };
    let holds = |code: &Code| match code {
        Code::CHN003 => *end == PathEnd::Loop,
        Code::CHN006 => way.wrong > 0,
        Code::CHN014 => *end == PathEnd::SelfSigned && indexes.len() == 1,
        Code::CHN017 => *end == PathEnd::Stopped || faults.is_err(),
        Code::VAL001 => any(|it, now| it.not_after.at < now),
        Code::VAL002 => any(|it, now| now < it.not_before.at),
        of_fault => faults.is_ok_and(|faults| faults.iter().any(|fault| fault.kind.code() == *of_fault)),
    };
    REASONS.into_iter().filter(holds).collect()
}
