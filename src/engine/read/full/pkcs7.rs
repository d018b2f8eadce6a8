//! PKCS#7 and CMS bundles (RFC 5652).

use super::super::super::x509::ParseError;
use super::super::collector::Collector;
use super::super::format::Block;
use super::later;
use crate::report::InputKind;

pub(in super::super) fn read(collector: &mut Collector<'_>, block: &Block) -> Result<usize, ParseError> {
    later(collector, block, InputKind::Pkcs7)
}
