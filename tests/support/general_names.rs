//! General names (RFC 5280 §4.2.1.6) and the subtrees of name constraints, as DER.

use super::{
    der::{explicit, implicit, sequence},
    mint::name,
};

pub fn dns(text: &str) -> Vec<u8> {
    implicit(2, text)
}

pub fn email(text: &str) -> Vec<u8> {
    implicit(1, text)
}

pub fn uri(text: &str) -> Vec<u8> {
    implicit(6, text)
}

/// A directory name of one attribute.
pub fn directory(attribute: &'static str, text: &str) -> Vec<u8> {
    explicit(4, name(&[(attribute, text.to_owned())]))
}

/// Subtrees with these bases.
pub fn tree(bases: &[Vec<u8>]) -> Vec<u8> {
    bases.iter().flat_map(|base| sequence([base.clone()])).collect()
}
