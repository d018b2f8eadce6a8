use super::{Entry, grouped};
use crate::engine::names::{Presented, Unusual, unusual_address, unusual_name};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::NameMessage;
use crate::report::{Cite, Code};

/// Names that public CAs may not certify, and addresses, which mini-programs refuse.
pub static RULE: Rule = Rule {
    code: Code::NAM007,
    cites: &[Cite::br("4.2.2"), Cite::rfc(6761, "6"), Cite::rfc(6762, "3"), Cite::rfc(8375, "3")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(_: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let unusual = |entry: &Entry| match &entry.presented {
        Presented::Name(name) | Presented::Wildcard(name) => unusual_name(name),
        Presented::Address(address) => Some(unusual_address(*address)),
        Presented::Flawed(_) | Presented::Fault(_) | Presented::Elsewhere => None,
    };
    for (unusual, entries) in grouped(leaf, unusual) {
        sink.warning(message(unusual)).entries(index, leaf, &entries);
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
