use super::place;
use crate::engine::chain::{Path, PathEnd};
use crate::engine::crypto::Verification;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::validity::{days, lifetime_seconds};
use crate::engine::x509::{Certificate, ExtensionValue};
use crate::engine::{Analysis, sorted::Index};
use crate::report::message::CertificateMessage;
use crate::report::{Cite, Code, Doc, Timestamp};

/// Lifetimes up to this many days need two timestamps, longer ones three (Apple's CertificateTransparency.m, Android's
/// PolicyImpl; certificates issued from 2021-04-21 on).
const TWO_WILL_DO: i64 = 180;

/// Too few embedded timestamps for a certificate of a public CA. The logs' signatures are not checked. A warning
/// only: a server may also send timestamps in the handshake, which nobody can see here.
pub static RULE: Rule = Rule {
    code: Code::CRT014,
    cites: &[Cite::new(Doc::AppleSupport(103_214), ""), Cite::rfc(6962, "3.3")],
    in_force: InForce::Since(Timestamp::day(2021, 4, 21)),
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let ends_publicly =
        |path: &Path| matches!(path.end, PathEnd::KnownRoot(_)) && path.root_signature != Verification::Invalid;
    let is_own = analysis.chain.best().is_some_and(|path| path.end == PathEnd::Trusted);
    let public = !is_own && analysis.chain.paths.iter().any(ends_publicly);
    let timestamps = leaf.signed_certificate_timestamps().iter();
    let logs = Index::new(timestamps.map(|it| ((it.log_id.as_slice(), None), 0)).collect()).groups().count();
    let lifetime = days(lifetime_seconds(leaf));
    let needed: usize = if lifetime <= TWO_WILL_DO { 2 } else { 3 };
    if !public || logs >= needed {
        return;
    }
    let is = |value: &ExtensionValue| matches!(value, ExtensionValue::SignedCertificateTimestamps(_));
    sink.warning(CertificateMessage::TooFewTimestamps)
        .with("logs", logs)
        .with("needed", needed)
        .with("days", lifetime)
        .at(place(index, leaf, "signedCertificateTimestampList", is));
}
