use crate::engine::names::wanted;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, Law, x509::Certificate};
use crate::report::message::NameMessage;
use crate::report::{Cite, Code, Severity};

/// A common name that is not repeated among the alternative names is read by nobody, and misleads who looks at it.
/// Leaving the common name out altogether is fine.
///
/// "The value MUST be encoded as a character-for-character copy" (BR §7.1.4.3): to the letter, another case or another
/// spelling of an address is another name. One thing is less than an error even then: the bare domain of a wildcard.
/// Whoever was given the wildcard has shown that the domain is theirs, so that the name is nobody else's.
pub static RULE: Rule = Rule {
    code: Code::NAM009,
    cites: &[Cite::br("7.1.4.3"), Cite::rfc(9525, "2")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(_: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let Some(common_name) = leaf.subject.common_name() else { return };
    let names = leaf.host_names();
    // Without any alternative name there is a graver thing to say.
    if names.is_empty() {
        return;
    }
    let meant = wanted(common_name);
    let same = |name: &String| name.eq_ignore_ascii_case(common_name) || (meant.is_some() && wanted(name) == meant);
    let severity = match sink.severity(Law::Web) {
        Some(error) if !names.iter().any(|name| name == common_name || is_base(name, common_name)) => error,
        Some(_) if !names.iter().any(|name| name == common_name) => Severity::Warning,
        None if !names.iter().any(same) => Severity::Warning,
        _ => return,
    };
    let place = leaf.subject.attributes.iter().rev().find(|attribute| attribute.short_name == Some("CN"));
    let found = sink.add(severity, NameMessage::CommonNameElsewhere).with("name", common_name).with("names", names);
    match place {
        Some(attribute) => found.at(leaf.evidence(index, "tbs.subject.CN", &attribute.bytes)),
        None => found.certificate(index),
    };
}

/// Whether an alternative name is the wildcard right below a domain.
fn is_base(name: &str, domain: &str) -> bool {
    name.strip_prefix("*.") == Some(domain)
}
