//! The formats, one file each. What only the full engine reads is recognised here and read in `full`.

/// The reader of a format that only the full engine reads; the base engine says that it needs that one.
#[cfg(feature = "full")]
macro_rules! full {
    ($read:path) => {
        $read
    };
}
#[cfg(not(feature = "full"))]
macro_rules! full {
    ($read:path) => {
        super::needs_full
    };
}

pub(super) mod archive;
pub(super) mod certificate;
pub(super) mod crl;
pub(super) mod csr;
pub(super) mod dsa;
pub(super) mod encrypted_legacy;
pub(super) mod encrypted_pkcs8;
pub(super) mod jks;
pub(super) mod ocsp;
pub(super) mod parameters;
pub(super) mod pkcs1;
pub(super) mod pkcs12;
pub(super) mod pkcs7;
pub(super) mod pkcs8;
pub(super) mod public_key;
pub(super) mod sec1;

use super::super::x509::{KeyAlgorithm, ParseError, der};
use super::collector::Collector;
use super::format::Block;
use super::private_key::{KeyKind, KeyMaterial, PrivateKey};
use der::{Element, encode, tag};

/// Bytes of DER as they stand in OBJECT IDENTIFIERs, for sniffing and for writing public keys.
pub(super) mod oid {
    /// PKCS#7 and CMS content types begin with it: 1.2.840.113549.1.7.
    pub(super) const PKCS7: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07";
    /// PKCS#5 encryption schemes: 1.2.840.113549.1.5.
    pub(super) const PKCS5: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x05";
    /// PKCS#12 encryption schemes: 1.2.840.113549.1.12.1.
    pub(super) const PKCS12_PBE: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x01";
    /// rsaEncryption.
    pub(super) const RSA: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01";
    /// id-ecPublicKey.
    pub(super) const EC: &[u8] = b"\x2a\x86\x48\xce\x3d\x02\x01";
    /// id-dsa.
    pub(in super::super) const DSA: &[u8] = b"\x2a\x86\x48\xce\x38\x04\x01";
}

/// Asks for the full engine.
#[cfg(not(feature = "full"))]
fn needs_full(collector: &mut Collector<'_>, block: &Block) -> Result<usize, ParseError> {
    collector.needs_full();
    Ok(block.bytes.len())
}

/// What is learnt from a private key without keeping it.
struct Facts {
    algorithm: KeyAlgorithm,
    /// The public half as SubjectPublicKeyInfo.
    public_key: Option<Vec<u8>>,
}

/// Adds a private key whose structure is `element`; gives how many bytes it has.
fn add_key(
    collector: &mut Collector<'_>,
    block: &Block,
    kind: KeyKind,
    facts: Option<Facts>,
    element: &Element<'_>,
) -> usize {
    #[cfg(not(feature = "full"))]
    if facts.as_ref().is_some_and(|facts| facts.public_key.is_none()) {
        collector.needs_full();
    }
    let (algorithm, public_key) = facts.map_or((None, None), |facts| (Some(facts.algorithm), facts.public_key));
    collector.private_key(block.place, |input| PrivateKey {
        input,
        kind,
        algorithm,
        public_key,
        material: KeyMaterial(element.raw.to_vec().into()),
        opened: None,
    });
    element.raw.len()
}

/// SubjectPublicKeyInfo (RFC 5280 §4.1.2.7): the algorithm's identifier, its parameters as DER, the key bits.
pub(super) fn subject_public_key_info(algorithm: &[u8], parameters: &[u8], key: &[u8]) -> Vec<u8> {
    let identifier = encode(0x30, &[&encode(0x06, &[algorithm]), parameters]);
    encode(0x30, &[&identifier, &encode(0x03, &[&[0], key])])
}

/// The outermost SEQUENCE of a block.
fn outermost<'a>(block: &'a Block, structure: &'static str) -> Result<Element<'a>, ParseError> {
    let element = Element::read(&block.bytes, 0).and_then(|element| element.expect(tag::SEQUENCE));
    element.map_err(|fault| fault.within(structure))
}
