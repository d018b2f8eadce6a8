use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::validity::{APPLE_PRIVATE_DAYS, APPLE_REQUIREMENTS, TIMETABLE, days, lifetime_seconds, limit_at};
use crate::engine::{Analysis, Law, x509::Certificate};
use crate::report::message::ValidityMessage;
use crate::report::{Cite, Code, Doc, Severity};

/// Valid for longer than was allowed on the day of its notBefore.
///
/// The limits bind public CAs. Below a private root only Apple has one, 825 days, and that refuses; the public limit
/// is still worth a warning there, since some clients apply it to every root. Where the issuer is not given the
/// certificate is taken for a public one.
pub static RULE: Rule = Rule {
    code: Code::VAL004,
    cites: &[Cite::br("6.3.2"), Cite::rfc(5280, "4.1.2.5")],
    in_force: InForce::Since(TIMETABLE[0].since),
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let issued = leaf.not_before.at;
    let Some(limit) = limit_at(issued) else { return };
    let lifetime = days(lifetime_seconds(leaf));
    if lifetime <= i64::from(limit.days) {
        return;
    }
    let beyond_apple = issued >= APPLE_REQUIREMENTS && lifetime > i64::from(APPLE_PRIVATE_DAYS);
    let (law, id) = match analysis.chain.ends_in_private_root() {
        false => (Law::ClientsAndWeb, ValidityMessage::TooLong),
        true if beyond_apple => (Law::Clients, ValidityMessage::TooLongForApple),
        true => (Law::Nobody, ValidityMessage::TooLongPrivate),
    };
    let found = sink
        .by(law, Severity::Warning, id)
        .with("days", lifetime)
        .with("allowed", limit.days)
        .with("since", limit.since)
        .with("issued", issued)
        .at(leaf.evidence(index, "tbs.validity.notAfter", &leaf.not_after.bytes));
    let found = limit.cites.iter().cloned().fold(found, |found, cite| found.cite(cite));
    if id == ValidityMessage::TooLongForApple {
        found.cite(Cite::new(Doc::AppleSupport(103_769), ""));
    }
}
