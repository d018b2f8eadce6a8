use super::Rule;
use crate::engine::x509::{Certificate, Extension, ExtensionValue};
use crate::report::Evidence;

pub(super) mod algorithms_disagree;
mod client_authentication;
mod empty_name;
mod extension_form;
mod hidden_characters;
mod key_usage;
mod must_staple;
mod no_responder;
mod not_allowed;
pub(super) mod purpose;
mod serial_number;
pub(super) mod server_is_ca;
mod timestamps;
pub(super) mod unknown_critical;
pub(super) mod validation_level;
pub(super) mod version;
pub(super) mod weak_hash;

/// The rules of this family.
pub static RULES: &[&Rule] = &[
    &version::RULE,
    &purpose::RULE,
    &server_is_ca::RULE,
    &weak_hash::RULE,
    &serial_number::RULE,
    &must_staple::RULE,
    &no_responder::RULE,
    &validation_level::RULE,
    &hidden_characters::RULE,
    &client_authentication::RULE,
    &unknown_critical::RULE,
    &extension_form::RULE,
    &key_usage::RULE,
    &timestamps::RULE,
    &algorithms_disagree::RULE,
    &empty_name::RULE,
    &not_allowed::RULE,
];

/// Where the extension with this value stands; the whole list of extensions where there is none.
fn place(index: usize, certificate: &Certificate, name: &str, is: fn(&ExtensionValue) -> bool) -> Evidence {
    match certificate.extensions.iter().find(|extension| is(&extension.value)) {
        Some(extension) => extension_place(index, certificate, extension),
        None => Evidence { certificate: Some(index), path: format!("tbs.extensions.{name}"), ..Evidence::default() },
    }
}

fn extension_place(index: usize, certificate: &Certificate, extension: &Extension) -> Evidence {
    certificate.evidence(index, &extension.path(), &extension.bytes)
}
