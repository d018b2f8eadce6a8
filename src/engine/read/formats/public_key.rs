//! Public keys by themselves (RFC 7468 §13): recognised; there is nothing to judge about them alone.

use super::super::super::x509::der::tag;
use super::super::format::Format;
use super::super::shape::Shape;
use super::super::shape::starts_with;
use crate::report::InputKind;

pub(in super::super) static FORMAT: Format = Format {
    kind: InputKind::PublicKey,
    labels: &["PUBLIC KEY", "RSA PUBLIC KEY"],
    sniff,
    read: |collector, block| {
        collector.input(InputKind::PublicKey, block.place);
        Ok(block.bytes.len())
    },
};

/// An algorithm and a bit string, and nothing more.
fn sniff(_: &[u8], shape: &Shape<'_>) -> bool {
    shape.parts().len() == 2
        && shape.starts_with(&[tag::SEQUENCE, tag::BIT_STRING])
        && starts_with(&shape.first(), &[tag::OID])
}
