//! Revocation lists (RFC 5280 §5).

use super::super::super::x509::{ParseError, RevocationList};
use super::super::collector::Collector;
use super::super::format::Block;
use super::super::material::Revocation;
use crate::report::InputKind;

pub(in super::super) fn read(collector: &mut Collector<'_>, block: &Block) -> Result<usize, ParseError> {
    let list = RevocationList::parse(&block.bytes)?;
    let length = list.signed.der.len();
    collector.revocation(InputKind::Crl, block.place, Revocation::List(list));
    Ok(length)
}
