//! OCSP responses (RFC 6960 §4.2.1).

use super::super::super::x509::{OcspResponse, ParseError};
use super::super::collector::Collector;
use super::super::format::Block;
use super::super::material::Revocation;
use crate::report::InputKind;

pub(in super::super) fn read(collector: &mut Collector<'_>, block: &Block) -> Result<usize, ParseError> {
    let response = OcspResponse::parse(&block.bytes)?;
    collector.revocation(InputKind::Ocsp, block.place, Revocation::Response(response));
    Ok(block.bytes.len())
}
