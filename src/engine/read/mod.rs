//! What is this input? One file per format, one table that lists them; judgement happens elsewhere.

mod material;

pub use material::{Given, KeyKind, KeyMaterial, LooksLike, Material, PrivateKey, Problem, ProblemKind, Sloppiness};

use crate::report::Source;

/// Reads every source. Nothing is lost: what can not be read becomes a [`Problem`] beside what can.
pub fn read(_sources: &[Source]) -> Material {
    Material::default()
}
