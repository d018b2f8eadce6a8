use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::CertificateMessage;
use crate::report::{Cite, Code, Evidence, Role};

/// Not version 3. Old roots are version 1 and may stay so: nobody reads their extensions.
pub static RULE: Rule = Rule {
    code: Code::CRT001,
    cites: &[Cite::rfc(5280, "4.1.2.1"), Cite::br("7.1.1")],
    in_force: InForce::Always,
    check: Check::Each(&[Role::Leaf, Role::Intermediate], check),
};

fn check(_: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    if certificate.version != 3 {
        let path = "tbs.version".to_owned();
        sink.error(CertificateMessage::NotVersion3).with("version", certificate.version).at(Evidence {
            certificate: Some(index),
            path,
            ..Evidence::default()
        });
    }
}
