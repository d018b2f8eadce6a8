//! The registry of rules. One rule = one file = one `static RULE`; a family's `mod.rs` is the list.

/// CRT: one certificate.
pub mod certificate;
/// CHN: the chain.
pub mod chain;
mod glance;
/// INP: what was put in.
pub mod input;
/// KEY: keys.
pub mod keys;
/// NAM: names.
pub mod names;
/// PLT: platforms and mini-programs.
pub mod platforms;
mod rule;
mod run;
/// TRU: trust and revocation.
pub mod trust;
/// VAL: dates.
pub mod validity;

pub use glance::{AT_A_GLANCE, Rests};
pub use rule::{Check, Found, InForce, Rule, Sink};
pub use run::{run, run_at_a_glance};

/// Every rule, family by family, in the order of the catalogue.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.iter().copied())
}

static FAMILIES: &[&[&Rule]] = &[
    input::RULES,
    certificate::RULES,
    chain::RULES,
    trust::RULES,
    names::RULES,
    validity::RULES,
    keys::RULES,
    platforms::RULES,
];
