use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, profile::checks, x509::Certificate};
use crate::report::{Cite, Code, Role};

/// An extension that does not parse, stands there twice, is empty, is missing or out of place, or is critical where it
/// must not be (or the other way round).
pub static RULE: Rule = Rule {
    code: Code::CRT012,
    cites: &[Cite::rfc(5280, "4.2")],
    in_force: InForce::Always,
    check: Check::Each(&[Role::Leaf, Role::Intermediate, Role::Root], check),
};

fn check(analysis: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    sink.check(checks::extension_form, analysis, index, certificate);
    sink.check(checks::extension_set, analysis, index, certificate);
    sink.check(checks::key_ids, analysis, index, certificate);
    sink.check(checks::name_constraints, analysis, index, certificate);
    sink.check(checks::alternative_names, analysis, index, certificate);
}
