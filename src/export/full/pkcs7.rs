//! PKCS#7 without a signature: a bag of certificates (RFC 2315 §9.1, "degenerate"; RFC 5652 §5.1 calls it certs-only).

use super::asn1::{self, Der};
use super::{Made, Order, Random};
use crate::export::pem::block;
use crate::report::wire::File;
use pkcs5::ObjectIdentifier;

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");

pub(super) fn binary(order: &Order<'_>, _: Random<'_>) -> Made<Vec<File>> {
    Ok(vec![order.file(bag(order).to_vec())])
}

pub(super) fn text(order: &Order<'_>, _: Random<'_>) -> Made<Vec<File>> {
    Ok(vec![order.file(block("PKCS7", &bag(order)).into_bytes())])
}

/// The certificates are a set, which DER sorts: strict readers take no other order, and all find their way by names.
fn bag(order: &Order<'_>) -> Der {
    let mut certificates: Vec<_> = order.chain().collect();
    certificates.sort_unstable();
    let signed = asn1::sequence(&[
        &asn1::integer(1),
        &asn1::set(Vec::new()),
        &asn1::sequence(&[&asn1::oid(DATA)]),
        &asn1::context(0, &certificates),
        &asn1::set(Vec::new()),
    ]);
    asn1::sequence(&[&asn1::oid(SIGNED_DATA), &asn1::context(0, &[&signed])])
}
