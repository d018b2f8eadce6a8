//! OpenSSL's old encryption of PEM (RFC 1421 §4.6.1): `Proc-Type: 4,ENCRYPTED`. The bytes are no DER before they are
//! decrypted, so that this is no row of the table.

use super::super::collector::Collector;
use super::super::format::Block;
use super::super::material::{KeyKind, KeyMaterial, PrivateKey};

/// Adds the key as it is.
pub(in super::super) fn read(collector: &mut Collector<'_>, block: &Block) {
    collector.private_key(block.place, |input| PrivateKey {
        input,
        kind: KeyKind::EncryptedLegacy,
        algorithm: None,
        public_key: None,
        material: KeyMaterial(block.bytes.clone()),
        opened: None,
    });
}
