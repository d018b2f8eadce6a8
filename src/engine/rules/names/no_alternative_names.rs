use crate::engine::names::{Presented, presented};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, Law, x509::Certificate};
use crate::report::message::NameMessage;
use crate::report::{Cite, Code, Doc, Evidence, Severity};

/// No alternative name speaks of a host. Clients have stopped reading the common name: Chrome in 2017, Apple in 2019.
pub static RULE: Rule = Rule {
    code: Code::NAM002,
    cites: &[Cite::rfc(9525, "2"), Cite::br("7.1.2.7.12"), Cite::new(Doc::AppleSupport(103_769), "")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let names = leaf.subject_alternative_names().unwrap_or_default();
    if names.iter().any(|entry| presented(entry) != Presented::Elsewhere) {
        return;
    }
    // Who asks for a host asks for a name; RFC 5280 by itself lets a certificate have none.
    let law = if analysis.options.hosts.is_empty() { Law::ClientsAndWeb } else { Law::Everyone };
    sink.by(law, Severity::Warning, NameMessage::NoAlternativeNames)
        .with("name", leaf.subject.common_name().unwrap_or("—"))
        .at(Evidence {
            certificate: Some(index),
            path: "tbs.extensions.subjectAltName".to_owned(),
            ..Evidence::default()
        });
}
