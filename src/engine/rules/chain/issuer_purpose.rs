use super::{extension, faults};
use crate::engine::{
    Analysis,
    chain::FaultKind,
    rules::{Check, InForce, Rule, Sink},
    x509::Certificate,
};
use crate::report::{Cite, Code, Purpose, message::ChainMessage};

/// A CA on the path is for email, code or clients, not for servers.
///
/// RFC 5280 leaves open what the extension means in a CA certificate; every client reads it as a limit on what
/// stands below.
pub static RULE: Rule = Rule {
    code: Code::CHN013,
    cites: &[Cite::br("7.1.2.10.6"), Cite::rfc(5280, "4.2.1.12")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, _: usize, _: &Certificate, sink: &mut Sink) {
    let id = match analysis.options.purpose {
        Purpose::Server => ChainMessage::IssuerNotForServers,
        Purpose::Client => ChainMessage::IssuerNotForClients,
    };
    for (fault, certificate) in faults(analysis).filter(|(fault, _)| matches!(fault.kind, FaultKind::OtherPurpose)) {
        sink.error(id).with("issuer", certificate.label()).at(extension(fault.certificate, certificate, "extKeyUsage"));
    }
}
