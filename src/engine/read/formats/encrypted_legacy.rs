//! OpenSSL's old encryption of PEM (RFC 1421 §4.6.1): `Proc-Type: 4,ENCRYPTED`. The bytes are no DER before they are
//! decrypted, so that this is no row of the table.

use super::super::collector::Collector;
use super::super::format::Block;

/// Adds the key, opened where one of the passwords fits.
#[cfg(feature = "full")]
pub(in super::super) fn read(collector: &mut Collector<'_>, block: &Block) {
    super::super::full::locked_key::read_legacy(collector, block);
}

/// Asks for the full engine.
#[cfg(not(feature = "full"))]
pub(in super::super) fn read(collector: &mut Collector<'_>, _: &Block) {
    collector.needs_full();
}
