//! What only the full engine reads: containers, and what is locked. One file a format; how each is recognised stands with
//! the other formats, so that the base engine knows when to ask.

pub(super) mod archive;
pub(super) mod crl;
pub(super) mod csr;
pub(super) mod jks;
pub(super) mod ocsp;
pub(super) mod pkcs12;
pub(super) mod pkcs7;
pub(super) mod rare_keys;

use super::super::x509::ParseError;
use super::collector::Collector;
use super::format::{Block, unreadable};
use super::material::LooksLike;
use crate::report::InputKind;

/// Notes that a format is recognised and not read by this version.
fn later(collector: &mut Collector<'_>, block: &Block, kind: InputKind) -> Result<usize, ParseError> {
    unreadable(collector, block.place, LooksLike::Known(kind));
    Ok(block.bytes.len())
}
