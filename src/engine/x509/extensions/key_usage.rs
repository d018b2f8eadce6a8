//! `keyUsage` (RFC 5280 §4.2.1.3).

use super::super::der::Fault;
use super::{ExtensionValue, KeyUsage, decode::Value};

/// The bits in the order of the standard.
pub(super) static BITS: [&str; 9] = [
    "digitalSignature",
    "nonRepudiation",
    "keyEncipherment",
    "dataEncipherment",
    "keyAgreement",
    "keyCertSign",
    "cRLSign",
    "encipherOnly",
    "decipherOnly",
];

pub(super) fn read(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    let (_, _, octets) = value.element()?.bits()?;
    let bits = octets.iter().flat_map(|octet| (0..8_u32).map(move |bit| octet.wrapping_shl(bit) & 0x80 != 0));
    let bits = BITS.iter().zip(bits).filter(|(_, set)| *set).map(|(name, _)| *name).collect();
    Ok(ExtensionValue::KeyUsage(KeyUsage { bits }))
}
