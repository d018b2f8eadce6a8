//! One extension with its parts.

use super::super::der::{Element, Fault};
use super::super::extensions::{
    BasicConstraints, NameConstraints, SignedCertificateTimestamp, Value, authority_information_access,
    crl_distribution_points,
};
use super::super::{Bytes, Certificate, Extension, ExtensionValue, GeneralName, GeneralNameKind, oid, text};
use super::{bytes, leaf};
use crate::report::Timestamp;
use crate::report::field::{Field, FieldValue};

/// An extension: its name, whether it is critical, what it says.
pub(super) fn field(certificate: &Certificate, extension: &Extension) -> Field {
    let path = extension.path();
    let label = extension.name.unwrap_or(&extension.oid);
    let mut field = leaf(label, &path, &extension.bytes, FieldValue::None);
    field.oid = Some(extension.oid.clone()).filter(|oid| !oid.is_empty());
    field.critical = Some(extension.critical);
    let parts = Parts { path, place: &extension.value_bytes, content: certificate.bytes(&extension.value_bytes) };
    (field.value, field.children) = parts.of(&extension.value);
    field
}

/// Where the parts of one extension come from.
struct Parts<'a> {
    path: String,
    place: &'a Bytes,
    content: &'a [u8],
}

type Content = (FieldValue, Vec<Field>);

impl Parts<'_> {
    fn of(&self, value: &ExtensionValue) -> Content {
        let hex = |content: &[u8]| (bytes(content), Vec::new());
        let tokens = |tokens: Vec<String>| (FieldValue::Tokens(tokens), Vec::new());
        let list = |children| (FieldValue::None, children);
        match value {
            ExtensionValue::AuthorityKeyIdentifier(_) => list(self.authority_key_identifier()),
            ExtensionValue::SubjectKeyIdentifier(id) => hex(id),
            ExtensionValue::KeyUsage(usage) => tokens(usage.bits.iter().map(|bit| (*bit).to_owned()).collect()),
            ExtensionValue::CertificatePolicies(policies) => {
                let described = policies.iter().map(|policy| (policy.oid.as_str(), policy.qualifiers.as_slice()));
                list(self.policies(described))
            }
            ExtensionValue::PolicyMappings(pairs) => {
                list(self.each(pairs, "policyMapping", |(from, to)| FieldValue::Text(format!("{from} → {to}"))))
            }
            ExtensionValue::SubjectAlternativeName(names) | ExtensionValue::IssuerAlternativeName(names) => {
                list(self.names(names, ""))
            }
            ExtensionValue::BasicConstraints(constraints) => list(self.basic_constraints(constraints)),
            ExtensionValue::NameConstraints(NameConstraints { permitted, excluded }) => {
                let mut children = self.names(permitted, ".permittedSubtrees");
                children.extend(self.names(excluded, ".excludedSubtrees"));
                list(children)
            }
            ExtensionValue::PolicyConstraints(constraints) => {
                let require = constraints.require_explicit.map(|number| ("requireExplicitPolicy", number));
                let inhibit = constraints.inhibit_mapping.map(|number| ("inhibitPolicyMapping", number));
                let number =
                    |(label, number): (&str, u32)| self.part(label, self.place, FieldValue::Number(number.into()));
                list(require.into_iter().chain(inhibit).map(number).collect())
            }
            ExtensionValue::ExtendedKeyUsage(usage) => {
                tokens(usage.purposes.iter().map(|purpose| oid::name(purpose).to_owned()).collect())
            }
            ExtensionValue::CrlDistributionPoints(_) => {
                list(self.names(&crl_distribution_points::names(self.value()).unwrap_or_default(), ""))
            }
            ExtensionValue::InhibitAnyPolicy(skip) => (FieldValue::Number((*skip).into()), Vec::new()),
            ExtensionValue::AuthorityInformationAccess(_) => list(self.access_descriptions().unwrap_or_default()),
            ExtensionValue::TlsFeature(features) => tokens(features.iter().map(|it| tls_extension(*it)).collect()),
            ExtensionValue::SignedCertificateTimestamps(list) => {
                (FieldValue::None, list.iter().enumerate().map(|(index, it)| self.timestamp(index, it)).collect())
            }
            ExtensionValue::CtPoison => (FieldValue::None, Vec::new()),
            ExtensionValue::Unknown => (self.unknown(), Vec::new()),
            ExtensionValue::Malformed(malformed) => {
                let place = malformed.offset()..self.place.end.max(malformed.offset());
                let complaint = self.part("malformed", &place, FieldValue::Text(malformed.reason()));
                (bytes(self.content), vec![complaint])
            }
        }
    }

    fn value(&self) -> Value<'_> {
        Value { bytes: self.content, at: self.place.start }
    }

    fn part(&self, label: &str, place: &Bytes, value: FieldValue) -> Field {
        leaf(label, &format!("{}.{label}", self.path), place, value)
    }

    /// The elements of the sequence that the value is; none where it is no such thing.
    fn elements(&self) -> Vec<Element<'_>> {
        self.value().sequence().and_then(super::super::der::Elements::collect).unwrap_or_default()
    }

    /// One part for each element, in step with what was read from them.
    fn each<T>(&self, items: &[T], label: &str, show: impl Fn(&T) -> FieldValue) -> Vec<Field> {
        let elements = self.elements();
        let both = items.iter().zip(&elements).enumerate();
        both.map(|(index, (item, element))| leaf(label, &self.nth("", index), &element.place(), show(item))).collect()
    }

    fn nth(&self, below: &str, index: usize) -> String {
        format!("{}{below}[{index}]", self.path)
    }

    fn names(&self, names: &[GeneralName], below: &str) -> Vec<Field> {
        let named = names.iter().enumerate();
        named.map(|(index, name)| general_name(name, self.nth(below, index))).collect()
    }

    fn policies<'b>(&self, policies: impl Iterator<Item = (&'b str, &'b [String])>) -> Vec<Field> {
        let elements = self.elements();
        let policy = |(index, ((id, qualifiers), element)): (usize, ((&str, &'b [String]), &Element<'_>))| {
            let path = self.nth("", index);
            let mut field = leaf(oid::name(id), &path, &element.place(), FieldValue::Text(id.to_owned()));
            field.oid = Some(id.to_owned());
            let qualifier = |text: &String| {
                leaf("policyQualifier", &format!("{path}.qualifiers"), &element.place(), link_or_text(text))
            };
            field.children = qualifiers.iter().map(qualifier).collect();
            field
        };
        policies.zip(&elements).enumerate().map(policy).collect()
    }

    fn authority_key_identifier(&self) -> Vec<Field> {
        let part = |element: &Element<'_>| {
            let content = bytes(element.content);
            match element.tag {
                0 => self.part("keyIdentifier", &element.content_place(), content),
                1 => {
                    let names = element.children().collect().unwrap_or_default();
                    let mut field = self.part("authorityCertIssuer", &element.content_place(), FieldValue::None);
                    let path = field.path.clone();
                    let name = |(index, element): (usize, &Element<'_>)| {
                        general_name(&GeneralName::decode(element), format!("{path}[{index}]"))
                    };
                    field.children = names.iter().enumerate().map(name).collect();
                    field
                }
                _ => self.part("authorityCertSerialNumber", &element.content_place(), content),
            }
        };
        self.elements().iter().map(part).collect()
    }

    /// The flag is left out where it is false: its place is then the whole value.
    fn basic_constraints(&self, constraints: &BasicConstraints) -> Vec<Field> {
        let elements = self.elements();
        let place =
            |tag| elements.iter().find(|element| element.is(tag)).map_or_else(|| self.place.clone(), Element::place);
        let mut fields = vec![self.part("cA", &place(super::tag::BOOLEAN), FieldValue::Flag(constraints.ca))];
        if let Some(length) = constraints.path_length {
            let number = FieldValue::Number(length.into());
            fields.push(self.part("pathLenConstraint", &place(super::tag::INTEGER), number));
        }
        fields
    }

    fn access_descriptions(&self) -> Result<Vec<Field>, Fault> {
        let described = authority_information_access::descriptions(self.value())?;
        let description = |(index, (method, location)): (usize, (String, GeneralName))| {
            let mut field = general_name(&location, self.nth("", index));
            field.name = oid::name(&method).to_owned();
            field.oid = Some(method);
            field
        };
        Ok(described.into_iter().enumerate().map(description).collect())
    }

    fn timestamp(&self, index: usize, timestamp: &SignedCertificateTimestamp) -> Field {
        let path = self.nth("", index);
        let seconds = i64::try_from(timestamp.timestamp_ms / 1000).unwrap_or(i64::MAX);
        let mut field = leaf(
            "signedCertificateTimestamp",
            &path,
            &timestamp.bytes,
            FieldValue::Moment(Timestamp::from_unix(seconds)),
        );
        let id_start = timestamp.bytes.start.saturating_add(1);
        let id_place = id_start..id_start.saturating_add(timestamp.log_id.len());
        field.children = vec![leaf("logID", &format!("{path}.logID"), &id_place, bytes(&timestamp.log_id))];
        field
    }

    /// A lone character string is shown as text (comments, template names), everything else as bytes.
    fn unknown(&self) -> FieldValue {
        let text = self.value().element().ok().and_then(|element| text::decode(element.tag, element.content));
        text.map_or_else(|| bytes(self.content), FieldValue::Text)
    }
}

/// A general name under the name of its choice in RFC 5280 §4.2.1.6.
fn general_name(name: &GeneralName, path: String) -> Field {
    let shown = name.kind.to_string();
    let (label, value) = match &name.kind {
        GeneralNameKind::Dns(_) => ("dNSName", FieldValue::Text(shown)),
        GeneralNameKind::Ip { .. } => ("iPAddress", FieldValue::Text(shown)),
        GeneralNameKind::Email(_) => ("rfc822Name", FieldValue::Text(shown)),
        GeneralNameKind::Uri(_) => ("uniformResourceIdentifier", FieldValue::Link(shown)),
        GeneralNameKind::Directory(_) => ("directoryName", FieldValue::Text(shown)),
        GeneralNameKind::RegisteredId(_) => ("registeredID", FieldValue::Text(shown)),
        GeneralNameKind::Other { value, .. } => ("otherName", bytes(value)),
        GeneralNameKind::Rare { choice, value } => (*choice, bytes(value)),
        GeneralNameKind::Malformed { value, .. } => ("malformed", bytes(value)),
    };
    let mut field = leaf(label, &path, &name.bytes, value);
    match &name.kind {
        GeneralNameKind::Other { oid, .. } => field.oid = Some(oid.clone()),
        GeneralNameKind::Malformed { reason, .. } => {
            let complaint = FieldValue::Text(reason.clone());
            field.children = vec![leaf("malformed", &format!("{path}.malformed"), &name.bytes, complaint)];
        }
        _ => {}
    }
    field
}

fn link_or_text(text: &str) -> FieldValue {
    let is_link = text.starts_with("http://") || text.starts_with("https://");
    if is_link { FieldValue::Link(text.to_owned()) } else { FieldValue::Text(text.to_owned()) }
}

/// Extensions of TLS that a certificate may ask for (RFC 7633): in practice these two.
fn tls_extension(number: u16) -> String {
    match number {
        5 => "status_request".to_owned(),
        17 => "status_request_v2".to_owned(),
        other => other.to_string(),
    }
}
