//! Strength and pairing of keys.

mod strength;
mod weakness;

pub use strength::{SHORTEST_RSA, Support, label, post_quantum_name, support};
pub use weakness::{KeyFlaw, key_flaw};

use super::read::Material;
use crate::report::KeySummary;

/// The private keys, with the certificates that each belongs to (equal subject public key info).
pub fn summaries(_material: &Material) -> Vec<KeySummary> {
    Vec::new()
}
