use crate::engine::{
    Analysis,
    chain::Work,
    rules::{Check, InForce, Rule, Sink},
    x509::Certificate,
};
use crate::report::{Cite, Code, message::ChainMessage};

/// The search for a path gave up at a limit.
///
/// Clients have such limits too, since RFC 5280 sets none and hostile chains can keep any of them busy
/// (CVE-2018-16875 and others).
pub static RULE: Rule =
    Rule { code: Code::CHN017, cites: &[Cite::rfc(5280, "8")], in_force: InForce::Always, check: Check::Leaf(check) };

fn check(analysis: &Analysis, leaf: usize, _: &Certificate, sink: &mut Sink) {
    let Some(stop) = analysis.chain.stopped else { return };
    let id = match stop.work {
        Work::Signatures => ChainMessage::TooManySignatures,
        Work::PathSteps => ChainMessage::TooManyPaths,
        Work::PathLength => ChainMessage::PathTooDeep,
        Work::NameComparisons => ChainMessage::TooManyNames,
    };
    sink.error(id).certificate(leaf).with("limit", i64::try_from(stop.limit).unwrap_or(i64::MAX));
}
