use super::{Entry, report_kinds};
use crate::engine::names::{Presented, Unusual, unusual_address, unusual_name};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::NameMessage;
use crate::report::{Cite, Code, Severity};

/// Names that public CAs may not certify, and addresses, which mini-programs refuse.
pub static RULE: Rule = Rule {
    code: Code::NAM007,
    cites: &[Cite::br("4.2.2"), Cite::rfc(6761, "6"), Cite::rfc(6762, "3"), Cite::rfc(8375, "3")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(_: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    report_kinds((index, leaf), sink, Severity::Warning, unusual);
}

fn unusual(entry: &Entry) -> Option<NameMessage> {
    match &entry.presented {
        Presented::Name(name) | Presented::Wildcard(name) => unusual_name(name).map(message),
        Presented::Address(address) => Some(message(unusual_address(*address))),
        Presented::Flawed(_) | Presented::Fault(_) | Presented::Elsewhere => None,
    }
}

const fn message(unusual: Unusual) -> NameMessage {
    match unusual {
        Unusual::SingleLabel => NameMessage::SingleLabel,
        Unusual::ReservedDomain => NameMessage::ReservedDomain,
        Unusual::ReservedAddress => NameMessage::ReservedAddress,
        Unusual::PublicAddress => NameMessage::PublicAddress,
    }
}
