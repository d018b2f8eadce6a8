//! Strength and pairing of keys.

use super::read::Material;
use crate::report::KeySummary;

/// The private keys, with the certificates that each belongs to (equal subject public key info).
pub fn summaries(_material: &Material) -> Vec<KeySummary> {
    Vec::new()
}
