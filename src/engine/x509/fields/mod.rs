//! A certificate as a tree of fields, each with its place: what the detail view, the hex pane and findings share.

mod extension;
mod key;

use super::der::{Element, Fault, tag};
use super::{Bytes, Certificate, Moment, Name, SignatureAlgorithm, SignatureScheme, hex, structure};
use crate::report::field::{CertificateDetail, Field, FieldValue};
use sha1::{Digest, Sha1};

/// Every field of a certificate, for the detail view.
pub fn detail(certificate: &Certificate, index: usize) -> CertificateDetail {
    CertificateDetail {
        certificate: index,
        fields: fields(certificate),
        der: certificate.der.to_vec(),
        pem: pem(&certificate.der),
        structure: structure::of(&certificate.der),
    }
}

/// The certificate as a block of PEM with Unix line ends.
fn pem(der: &[u8]) -> String {
    let config = pem::EncodeConfig::new().set_line_ending(pem::LineEnding::LF);
    pem::encode_config(&pem::Pem::new("CERTIFICATE", der), config)
}

/// In the order of RFC 5280 §4.1, fingerprints last.
fn fields(certificate: &Certificate) -> Vec<Field> {
    let signed = signed_part(certificate).unwrap_or_default();
    let all = 0..certificate.der.len();
    let mut fields = vec![
        leaf("version", "tbs.version", &signed.version, FieldValue::Number(certificate.version.into())),
        leaf("serialNumber", "tbs.serialNumber", &certificate.serial_bytes, bytes(&certificate.serial)),
        signature_algorithm(&certificate.signature_algorithm, "signature", "tbs.signature", &signed.signature),
        name(&certificate.issuer, "issuer", "tbs.issuer"),
        validity(certificate, &signed.validity),
        name(&certificate.subject, "subject", "tbs.subject"),
        key::field(certificate),
    ];
    for (label, place) in &signed.unique_ids {
        fields.push(leaf(label, &format!("tbs.{label}"), place, bytes(certificate.bytes(place))));
    }
    if !certificate.extensions.is_empty() {
        let mut extensions = leaf("extensions", "tbs.extensions", &signed.extensions, FieldValue::None);
        extensions.children = certificate.extensions.iter().map(|it| extension::field(certificate, it)).collect();
        fields.push(extensions);
    }
    let algorithm = &certificate.signature_algorithm;
    fields.push(signature_algorithm(algorithm, "signatureAlgorithm", "signatureAlgorithm", &algorithm.bytes));
    let signature = bytes(certificate.bytes(&certificate.signature));
    fields.push(leaf("signatureValue", "signatureValue", &certificate.signature, signature));
    fields.push(leaf("SHA-256", "fingerprint.sha256", &all, bytes(&certificate.sha256)));
    fields.push(leaf("SHA-1", "fingerprint.sha1", &all, bytes(&Sha1::digest(&certificate.der))));
    fields
}

/// Places in the signed part that a [`Certificate`] does not keep.
#[derive(Default)]
struct SignedPart {
    version: Bytes,
    signature: Bytes,
    validity: Bytes,
    unique_ids: Vec<(&'static str, Bytes)>,
    extensions: Bytes,
}

fn signed_part(certificate: &Certificate) -> Result<SignedPart, Fault> {
    let signed = Element::read(certificate.bytes(&certificate.tbs), certificate.tbs.start)?;
    let mut parts = signed.children();
    // Version 1 is left out: its place is empty.
    let start = signed.content_place().start;
    let mut places = SignedPart { version: start..start, ..SignedPart::default() };
    if let Some(version) = parts.optional_context(0)? {
        places.version = version.place();
    }
    parts.expect(tag::INTEGER)?;
    places.signature = parts.expect(tag::SEQUENCE)?.place();
    parts.expect(tag::SEQUENCE)?;
    places.validity = parts.expect(tag::SEQUENCE)?.place();
    parts.expect(tag::SEQUENCE)?;
    parts.expect(tag::SEQUENCE)?;
    for (number, label) in [(1, "issuerUniqueID"), (2, "subjectUniqueID")] {
        places.unique_ids.extend(parts.optional_context(number)?.map(|element| (label, element.content_place())));
    }
    if let Some(extensions) = parts.optional_context(3)? {
        places.extensions = extensions.place();
    }
    Ok(places)
}

fn signature_algorithm(algorithm: &SignatureAlgorithm, label: &str, path: &str, place: &Bytes) -> Field {
    let mut field = leaf(label, path, place, FieldValue::Text(algorithm.name.clone()));
    field.oid = Some(algorithm.oid.clone());
    if let SignatureScheme::RsaPss(hash, salt) = algorithm.scheme {
        let salt = FieldValue::Number(i64::try_from(salt).unwrap_or(i64::MAX));
        field.children = vec![
            leaf("hashAlgorithm", &format!("{path}.hashAlgorithm"), place, FieldValue::Text(hash.name().to_owned())),
            leaf("saltLength", &format!("{path}.saltLength"), place, salt),
        ];
    }
    field
}

fn name(name: &Name, label: &str, path: &str) -> Field {
    let mut field = leaf(label, path, &name.bytes, FieldValue::Text(name.to_string()));
    for (position, attribute) in name.attributes.iter().enumerate() {
        let kind = attribute.short_name.unwrap_or(&attribute.oid);
        let before = name.attributes.iter().take(position).filter(|other| other.oid == attribute.oid).count();
        let path = if before == 0 { format!("{path}.{kind}") } else { format!("{path}.{kind}[{before}]") };
        let mut child = leaf(kind, &path, &attribute.bytes, FieldValue::Text(attribute.value.clone()));
        child.oid = Some(attribute.oid.clone());
        field.children.push(child);
    }
    field
}

fn validity(certificate: &Certificate, place: &Bytes) -> Field {
    let date = |label: &str, moment: &Moment| {
        leaf(label, &format!("tbs.validity.{label}"), &moment.bytes, FieldValue::Moment(moment.at))
    };
    let mut field = leaf("validity", "tbs.validity", place, FieldValue::None);
    field.children = vec![date("notBefore", &certificate.not_before), date("notAfter", &certificate.not_after)];
    field
}

/// A field without parts.
fn leaf(label: &str, path: &str, place: &Bytes, value: FieldValue) -> Field {
    Field {
        name: label.to_owned(),
        oid: None,
        critical: None,
        value,
        path: path.to_owned(),
        offset: u32::try_from(place.start).unwrap_or(u32::MAX),
        length: u32::try_from(place.len()).unwrap_or(u32::MAX),
        children: Vec::new(),
    }
}

fn bytes(content: &[u8]) -> FieldValue {
    FieldValue::Hex(hex(content))
}
