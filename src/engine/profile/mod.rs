//! What standards ask of one certificate by itself, in the part that it plays on a path.
//!
//! Rules make findings of it, certificate by certificate; the search for paths asks whether anything here gets a CA
//! certificate refused, so that a way around it is taken where there is one.

mod algorithms;
mod alternative_names;
mod dates;
mod extension_form;
mod extension_set;
mod key_ids;
mod name_constraints;
mod names;
mod serial_number;
mod unknown_critical;
mod usage;
mod version;
mod violation;

pub use violation::Violation;

use super::x509::{Certificate, Extension, ExtensionValue};
use crate::report::Purpose;

/// The part of a certificate on a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The first of a path: a server's or a client's own.
    Leaf,
    /// A CA between the others.
    Intermediate,
    /// The last of a path: what is trusted, or signs itself.
    Root,
}

/// One requirement, or several of a kind.
pub type Check = fn(&Certificate, Part, &mut Vec<Violation>);

/// The checks, with the code that each reports under.
pub mod checks {
    pub use super::algorithms::{check as algorithms, disagreement};
    pub use super::alternative_names::check as alternative_names;
    pub use super::dates::check as dates;
    pub use super::extension_form::check as extension_form;
    pub use super::extension_set::check as extension_set;
    pub use super::key_ids::check as key_ids;
    pub use super::name_constraints::check as name_constraints;
    pub use super::names::check as names;
    pub use super::serial_number::check as serial_number;
    pub use super::unknown_critical::check as unknown_critical;
    pub use super::usage::check as usage;
    pub use super::version::check as version;
}

/// Everything that a CA certificate is asked for by itself.
static OF_AUTHORITIES: &[Check] = &[
    checks::version,
    checks::serial_number,
    checks::unknown_critical,
    checks::extension_form,
    checks::extension_set,
    checks::key_ids,
    checks::name_constraints,
    checks::alternative_names,
    checks::disagreement,
    checks::names,
    checks::algorithms,
    checks::dates,
];

/// What is wrong with a CA certificate by itself.
pub fn violations(certificate: &Certificate, part: Part) -> Vec<Violation> {
    let mut violations = Vec::new();
    OF_AUTHORITIES.iter().for_each(|check| check(certificate, part, &mut violations));
    violations
}

/// What a check finds.
pub fn found(check: Check, certificate: &Certificate, part: Part) -> Vec<Violation> {
    let mut violations = Vec::new();
    check(certificate, part, &mut violations);
    violations
}

/// The object identifier that stands for a purpose in `extKeyUsage`.
pub const fn key_purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Server => super::x509::oid::SERVER_AUTH,
        Purpose::Client => super::x509::oid::CLIENT_AUTH,
    }
}

/// The extension with a value of this kind.
fn extension(certificate: &Certificate, is: fn(&ExtensionValue) -> bool) -> Option<&Extension> {
    certificate.extensions.iter().find(|extension| is(&extension.value))
}
