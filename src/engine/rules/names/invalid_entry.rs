use super::{Entry, report_kinds};
use crate::engine::names::{Flaw, Presented};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::NameMessage;
use crate::report::{Cite, Code, Severity};

/// An alternative name that no client can match with anything.
pub static RULE: Rule = Rule {
    code: Code::NAM006,
    cites: &[Cite::rfc(5280, "4.2.1.6"), Cite::br("7.1.2.7.12")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(_: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    report_kinds((index, leaf), sink, Severity::Error, flaw);
}

fn flaw(entry: &Entry) -> Option<NameMessage> {
    match entry.presented {
        Presented::Flawed(flaw) => Some(message(flaw)),
        _ => None,
    }
}

const fn message(flaw: Flaw) -> NameMessage {
    match flaw {
        Flaw::Empty => NameMessage::EmptyEntry,
        Flaw::Url => NameMessage::UrlEntry,
        Flaw::Port => NameMessage::PortEntry,
        Flaw::Space => NameMessage::SpaceEntry,
        Flaw::TrailingDot => NameMessage::TrailingDotEntry,
        Flaw::RawUnicode => NameMessage::RawUnicodeEntry,
        Flaw::Hidden => NameMessage::HiddenEntry,
        Flaw::AddressAsName => NameMessage::AddressAsName,
        Flaw::Syntax => NameMessage::SyntaxEntry,
        Flaw::Malformed => NameMessage::MalformedEntry,
    }
}
