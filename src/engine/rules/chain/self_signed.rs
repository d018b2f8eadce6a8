use super::{issuer, subject};
use crate::engine::{
    Analysis,
    chain::{Path, PathEnd},
    rules::{Check, InForce, Rule, Sink},
    x509::{Certificate, GeneralNameKind},
};
use crate::report::{Cite, Code, Severity, message::ChainMessage};
use std::net::IpAddr;

/// The server certificate vouches for itself.
pub static RULE: Rule = Rule {
    code: Code::CHN014,
    cites: &[Cite::rfc(5280, "6.1"), Cite::rfc(5280, "3.2")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let is_alone = |path: &Path| {
        path.end == PathEnd::SelfSigned && matches!(path.certificates.as_slice(), [only] if *only == index)
    };
    if !analysis.chain.best().is_some_and(is_alone) {
        return;
    }
    // On a developer's own machine it is what people use, and no public CA would issue for such names.
    let names = leaf.subject_alternative_names().unwrap_or_default();
    let local = !names.is_empty() && names.iter().all(|name| is_local(&name.kind));
    let (severity, id) = match local {
        true => (Severity::Warning, ChainMessage::SelfSignedLocally),
        false => (Severity::Error, ChainMessage::SelfSigned),
    };
    sink.add(severity, id).with("name", leaf.label()).at(issuer(index, leaf)).at(subject(index, leaf));
}

/// Names and addresses that only reach the machine itself or its own network (RFC 6761, RFC 6762, RFC 1918, RFC 4193).
fn is_local(name: &GeneralNameKind) -> bool {
    const ENDINGS: [&str; 6] = ["localhost", "local", "test", "internal", "home.arpa", "lan"];
    match name {
        GeneralNameKind::Dns(host) => {
            let host = host.to_ascii_lowercase();
            let is_below =
                |ending: &&str| host.strip_suffix(*ending).is_some_and(|head| head.is_empty() || head.ends_with('.'));
            !host.contains('.') || ENDINGS.iter().any(is_below)
        }
        GeneralNameKind::Ip { address: IpAddr::V4(address), .. } => {
            address.is_loopback() || address.is_private() || address.is_link_local()
        }
        GeneralNameKind::Ip { address: IpAddr::V6(address), .. } => {
            address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local()
        }
        _ => false,
    }
}
