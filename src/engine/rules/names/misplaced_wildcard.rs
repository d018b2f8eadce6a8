use super::{Entry, report_kinds};
use crate::engine::names::{Presented, WildcardFault};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::NameMessage;
use crate::report::{Cite, Code, Severity};

/// An asterisk where no client honours it.
pub static RULE: Rule = Rule {
    code: Code::NAM008,
    cites: &[Cite::rfc(9525, "6.3"), Cite::br("3.2.2.6")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(_: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    report_kinds((index, leaf), sink, Severity::Error, fault);
}

fn fault(entry: &Entry) -> Option<NameMessage> {
    match entry.presented {
        Presented::Fault(fault) => Some(message(fault)),
        _ => None,
    }
}

const fn message(fault: WildcardFault) -> NameMessage {
    match fault {
        WildcardFault::Partial => NameMessage::PartialWildcard,
        WildcardFault::Place => NameMessage::MisplacedWildcard,
        WildcardFault::TooBroad => NameMessage::TooBroadWildcard,
    }
}
