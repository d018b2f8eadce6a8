//! A certificate signing request (PKCS#10, RFC 2986): names, key, signature.

use super::asn1::{self, Der};
use super::hosts;
use crate::engine::names::Wanted;
use pkcs5::ObjectIdentifier;
use std::net::IpAddr;

const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
const COUNTRY: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.6");
const ORGANIZATION: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.10");
const EXTENSION_REQUEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.14");
const SUBJECT_ALTERNATIVE_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.17");

/// Longest common name (RFC 5280 appendix A, `ub-common-name`). A longer first name stands in the alternative names
/// alone, which is all that clients look at.
const LONGEST_COMMON_NAME: usize = 64;

/// Who the certificate is to be for.
pub(super) struct Subject {
    /// At least one.
    pub(super) names: Vec<Wanted>,
    pub(super) organization: Option<String>,
    /// Two capital letters.
    pub(super) country: Option<String>,
}

/// `CertificationRequest`, signed by `sign`, which answers with the signature's algorithm (whole) and its octets.
pub(super) fn request(
    subject: &Subject,
    public_key: &[u8],
    sign: impl FnOnce(&[u8]) -> Option<(Der, Vec<u8>)>,
) -> Option<Der> {
    let names = octets_of_names(&subject.names);
    let extension = asn1::sequence(&[&asn1::oid(SUBJECT_ALTERNATIVE_NAME), &asn1::octets(&names)]);
    let extensions = asn1::set(vec![&asn1::sequence(&[&extension])]);
    let attribute = asn1::sequence(&[&asn1::oid(EXTENSION_REQUEST), &extensions]);
    let info = asn1::sequence(&[&asn1::integer(0), &name(subject), public_key, &asn1::context(0, &[&attribute])]);
    let (algorithm, signature) = sign(&info)?;
    Some(asn1::sequence(&[&info, &algorithm, &asn1::bits(&signature)]))
}

/// The distinguished name, the widest attribute first.
fn name(subject: &Subject) -> Der {
    let common_name = subject.names.first().map(hosts::text).filter(|name| name.len() <= LONGEST_COMMON_NAME);
    let attributes = [
        (COUNTRY, subject.country.as_deref().map(asn1::printable)),
        (ORGANIZATION, subject.organization.as_deref().map(asn1::utf8)),
        (COMMON_NAME, common_name.as_deref().map(asn1::utf8)),
    ];
    let attributes = attributes
        .into_iter()
        .filter_map(|(kind, value)| Some(asn1::set(vec![&asn1::sequence(&[&asn1::oid(kind), &value?])])));
    let attributes: Vec<_> = attributes.collect();
    asn1::sequence(&attributes.iter().map(|attribute| attribute.as_slice()).collect::<Vec<_>>())
}

/// `GeneralNames` (RFC 5280 §4.2.1.6).
fn octets_of_names(names: &[Wanted]) -> Der {
    let names: Vec<_> = names
        .iter()
        .map(|name| match name {
            Wanted::Address(IpAddr::V4(address)) => asn1::context_string(7, &address.octets()),
            Wanted::Address(IpAddr::V6(address)) => asn1::context_string(7, &address.octets()),
            host => asn1::context_string(2, hosts::text(host).as_bytes()),
        })
        .collect();
    asn1::sequence(&names.iter().map(|name| name.as_slice()).collect::<Vec<_>>())
}
