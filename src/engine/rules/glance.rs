//! The rules that speak at a glance: those that look at certificates one by one, and at the way upward as names tell it.

use super::{Rule, certificate, chain, keys, names, validity};

/// What a rule rests on, of a chain whose signatures nobody has verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rests {
    /// On certificates of which it is certain that they belong to the chain, or that they do not.
    OnCertificates,
    /// On the whole chain: who belongs to it, and where it ends.
    OnTheChain,
}

/// The rules that speak at a glance, in the order of the catalogue. Left out is what needs signatures, tables of clients
/// and platforms, or more code than it is worth on a slow line; and of the keys what is calculated.
pub static AT_A_GLANCE: &[(&Rule, Rests)] = &[
    (&certificate::version::RULE, Rests::OnCertificates),
    (&certificate::purpose::RULE, Rests::OnCertificates),
    (&certificate::server_is_ca::RULE, Rests::OnCertificates),
    (&certificate::weak_hash::RULE, Rests::OnCertificates),
    (&certificate::validation_level::RULE, Rests::OnCertificates),
    (&certificate::unknown_critical::RULE, Rests::OnCertificates),
    (&certificate::algorithms_disagree::RULE, Rests::OnCertificates),
    (&chain::no_leaf::RULE, Rests::OnCertificates),
    (&chain::order::RULE, Rests::OnCertificates),
    (&chain::missing_issuer::RULE, Rests::OnTheChain),
    (&chain::root_included::RULE, Rests::OnTheChain),
    (&chain::stranger::RULE, Rests::OnTheChain),
    (&chain::issuer_not_ca::RULE, Rests::OnCertificates),
    (&chain::path_length::RULE, Rests::OnCertificates),
    (&chain::issuer_purpose::RULE, Rests::OnCertificates),
    (&chain::self_signed::RULE, Rests::OnTheChain),
    (&chain::weak::RULE, Rests::OnCertificates),
    (&names::not_covered::RULE, Rests::OnCertificates),
    (&names::no_alternative_names::RULE, Rests::OnCertificates),
    (&names::below_wildcard::RULE, Rests::OnCertificates),
    (&names::bare_domain::RULE, Rests::OnCertificates),
    (&names::www::RULE, Rests::OnCertificates),
    (&names::invalid_entry::RULE, Rests::OnCertificates),
    (&names::misplaced_wildcard::RULE, Rests::OnCertificates),
    (&validity::expired::RULE, Rests::OnCertificates),
    (&validity::not_yet_valid::RULE, Rests::OnCertificates),
    (&validity::renew_now::RULE, Rests::OnCertificates),
    (&validity::too_long::RULE, Rests::OnTheChain),
    (&validity::chain_ends_first::RULE, Rests::OnCertificates),
    (&validity::next_renewal::RULE, Rests::OnCertificates),
    (&keys::rsa_size::RULE, Rests::OnCertificates),
    (&keys::algorithm::RULE, Rests::OnCertificates),
    (&keys::no_key::RULE, Rests::OnCertificates),
];
