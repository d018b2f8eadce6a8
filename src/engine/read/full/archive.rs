//! Archives: what lies in them is read as if it had been given by itself.

use super::super::super::x509::ParseError;
use super::super::collector::Collector;
use super::super::format::Block;
use super::later;
use crate::report::InputKind;

pub(in super::super) fn read(collector: &mut Collector<'_>, block: &Block) -> Result<usize, ParseError> {
    later(collector, block, InputKind::Archive)
}
