//! DSA keys in OpenSSL's own form: `DSA PRIVATE KEY`. No TLS client has taken them for years.

use super::super::super::x509::{
    KeyAlgorithm, ParseError,
    der::{bit_length, encode, tag},
};
use super::super::collector::Collector;
use super::super::format::{Block, Format};
use super::super::private_key::KeyKind;
use super::super::shape::Shape;
use super::{Facts, add_key, oid, outermost, subject_public_key_info};
use crate::report::InputKind;

pub(in super::super) static FORMAT: Format =
    Format { kind: InputKind::PrivateKey, labels: &["DSA PRIVATE KEY"], sniff, read };

/// Version, p, q, g, y, x.
fn sniff(_: &[u8], shape: &Shape<'_>) -> bool {
    shape.parts().len() == 6 && shape.starts_with(&[tag::INTEGER; 6])
}

fn read(collector: &mut Collector<'_>, block: &Block) -> Result<usize, ParseError> {
    let element = outermost(block, "DSAPrivateKey")?;
    let numbers = element.children().collect().map_err(|fault| fault.within("DSAPrivateKey"))?;
    let [_, p, q, g, y, _] = numbers.as_slice() else {
        return Err(element.fault("not the six numbers of a DSA key").within("DSAPrivateKey"));
    };
    let parameters = encode(0x30, &[p.raw, q.raw, g.raw]);
    let facts = Facts {
        algorithm: KeyAlgorithm::Dsa { bits: bit_length(p.content) },
        public_key: Some(subject_public_key_info(oid::DSA, &parameters, y.raw)),
    };
    Ok(add_key(collector, block, KeyKind::Dsa, Some(facts), &element))
}
