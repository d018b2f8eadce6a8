use super::{extension, faults, label};
use crate::engine::{
    Analysis,
    chain::FaultKind,
    rules::{Check, InForce, Rule, Sink},
    x509::Certificate,
};
use crate::report::{Cite, Code, message::ChainMessage};

/// A certificate of the path asks for a policy that all of it keeps to, and there is none.
///
/// Chromium looks, and Go since 1.24; OpenSSL only when told to (`-policy_check`), webpki never.
pub static RULE: Rule = Rule {
    code: Code::CHN019,
    cites: &[Cite::rfc(5280, "6.1.3"), Cite::rfc(5280, "4.2.1.11"), Cite::rfc(9618, "5")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, _: usize, _: &Certificate, sink: &mut Sink) {
    for (fault, certificate) in faults(analysis) {
        match fault.kind {
            FaultKind::NoPolicy { asked_by } => {
                let found = sink
                    .error(ChainMessage::NoCommonPolicy)
                    .with("certificate", certificate.label())
                    .with("issuer", label(analysis, asked_by))
                    .at(extension(fault.certificate, certificate, "certificatePolicies"));
                if let Some(asking) = analysis.certificate(asked_by) {
                    found.at(extension(asked_by, asking, "policyConstraints"));
                }
            }
            FaultKind::MapsAnyPolicy => {
                sink.error(ChainMessage::MapsAnyPolicy).with("certificate", certificate.label()).at(extension(
                    fault.certificate,
                    certificate,
                    "policyMappings",
                ));
            }
            _ => {}
        }
    }
}
