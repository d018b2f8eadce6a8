use super::{
    Bytes, Extension, ExtensionValue, GeneralName, GeneralNameKind, Name, PublicKey, SignatureAlgorithm, extensions,
    oid, signature::RSASSA_PSS,
};
use crate::engine::address;
use crate::report::{Evidence, Timestamp, ValidationLevel};
use std::rc::Rc;

/// One certificate, read once and kept.
#[derive(Clone, Debug)]
pub struct Certificate {
    /// The DER as given.
    pub der: Rc<[u8]>,
    /// 1, 2 or 3 (or what stands there, plus one).
    pub version: u32,
    /// Content octets of the serial number: big-endian two's complement, as written.
    pub serial: Vec<u8>,
    /// Where the serial number stands.
    pub serial_bytes: Bytes,
    /// The outer signature algorithm (RFC 5280 §4.1.1.2).
    pub signature_algorithm: SignatureAlgorithm,
    /// Whether the inner one (§4.1.2.3) is the same to the byte.
    pub signature_algorithms_agree: bool,
    /// Who issued it.
    pub issuer: Name,
    /// Who it is for.
    pub subject: Name,
    /// First moment of validity.
    pub not_before: Moment,
    /// Last moment of validity.
    pub not_after: Moment,
    /// The subject's key.
    pub public_key: PublicKey,
    /// In the order written; unknown and broken ones too.
    pub extensions: Vec<Extension>,
    /// The signed part.
    pub tbs: Bytes,
    /// The signature value, without the count of unused bits.
    pub signature: Bytes,
    /// SHA-256 of `der`.
    pub sha256: [u8; 32],
    /// SHA-256 of the subject public key info.
    pub spki_sha256: [u8; 32],
}

/// A date of the certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The moment; for one that can not be read, the nearest end of time.
    pub at: Timestamp,
    /// How it is written.
    pub encoding: DateEncoding,
    /// Where it stands.
    pub bytes: Bytes,
}

/// How a date is written (RFC 5280 §4.1.2.5: `UTCTime` through 2049, `GeneralizedTime` from 2050, always seconds and Z).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateEncoding {
    /// `UTCTime`, as RFC 5280 wants it.
    UtcTime,
    /// `GeneralizedTime`, as RFC 5280 wants it.
    GeneralizedTime,
    /// Neither: no seconds, an offset, a fraction, or the wrong one of the two for its year.
    Irregular,
}

impl Certificate {
    /// The bytes of a range; empty where the range does not fit.
    pub fn bytes(&self, range: &Bytes) -> &[u8] {
        self.der.get(range.clone()).unwrap_or_default()
    }

    /// Whether a glance takes all of it in: it has no extension that only the engine reads, no parameters of PSS, and no
    /// address of version 6 for a name.
    pub fn is_plain(&self) -> bool {
        let is_deep = |extension: &Extension| extension.name.is_some_and(extensions::is_deep);
        let is_v6 = |name: &GeneralName| match &name.kind {
            GeneralNameKind::Ip { address, .. } => address.is_ipv6(),
            GeneralNameKind::Dns(name) => address::may_be_v6(name),
            _ => false,
        };
        self.signature_algorithm.oid != RSASSA_PSS
            && !self.extensions.iter().any(is_deep)
            && !self.subject_alternative_names().unwrap_or_default().iter().any(is_v6)
    }

    /// Subject and issuer are the same name (RFC 5280 §3.2 "self-issued").
    pub fn is_self_issued(&self) -> bool {
        self.subject.raw == self.issuer.raw
    }

    /// `basicConstraints` says CA; for certificates before version 3, which can not say, being self-issued counts.
    pub fn is_ca(&self) -> bool {
        match self.basic_constraints() {
            Some(constraints) => constraints.ca,
            None => self.version < 3 && self.is_self_issued(),
        }
    }

    /// The first extension whose value `pick` accepts.
    pub fn extension<'a, T>(&'a self, pick: impl Fn(&'a ExtensionValue) -> Option<T>) -> Option<T> {
        self.extensions.iter().find_map(|extension| pick(&extension.value))
    }

    /// `basicConstraints`.
    pub fn basic_constraints(&self) -> Option<&extensions::BasicConstraints> {
        self.extension(|value| if let ExtensionValue::BasicConstraints(it) = value { Some(it) } else { None })
    }

    /// `keyUsage`.
    pub fn key_usage(&self) -> Option<&extensions::KeyUsage> {
        self.extension(|value| if let ExtensionValue::KeyUsage(it) = value { Some(it) } else { None })
    }

    /// `extKeyUsage`.
    pub fn extended_key_usage(&self) -> Option<&extensions::ExtendedKeyUsage> {
        self.extension(|value| if let ExtensionValue::ExtendedKeyUsage(it) = value { Some(it) } else { None })
    }

    /// `subjectAltName`, entry by entry; none where there is no such extension.
    pub fn subject_alternative_names(&self) -> Option<&[GeneralName]> {
        self.extension(
            |value| if let ExtensionValue::SubjectAlternativeName(it) = value { Some(it.as_slice()) } else { None },
        )
    }

    /// `subjectKeyIdentifier`.
    pub fn subject_key_identifier(&self) -> Option<&[u8]> {
        self.extension(
            |value| if let ExtensionValue::SubjectKeyIdentifier(it) = value { Some(it.as_slice()) } else { None },
        )
    }

    /// The key id of `authorityKeyIdentifier`.
    pub fn authority_key_identifier(&self) -> Option<&[u8]> {
        self.extension(|value| {
            if let ExtensionValue::AuthorityKeyIdentifier(it) = value { it.key_identifier.as_deref() } else { None }
        })
    }

    /// `nameConstraints`.
    pub fn name_constraints(&self) -> Option<&extensions::NameConstraints> {
        self.extension(|value| if let ExtensionValue::NameConstraints(it) = value { Some(it) } else { None })
    }

    /// `authorityInfoAccess`.
    pub fn authority_information_access(&self) -> Option<&extensions::AuthorityInformationAccess> {
        self.extension(|value| if let ExtensionValue::AuthorityInformationAccess(it) = value { Some(it) } else { None })
    }

    /// Addresses of revocation lists.
    pub fn crl_addresses(&self) -> &[String] {
        self.extension(
            |value| if let ExtensionValue::CrlDistributionPoints(it) = value { Some(it.as_slice()) } else { None },
        )
        .unwrap_or_default()
    }

    /// Embedded signed certificate timestamps.
    pub fn signed_certificate_timestamps(&self) -> &[extensions::SignedCertificateTimestamp] {
        self.extension(|value| {
            if let ExtensionValue::SignedCertificateTimestamps(it) = value { Some(it.as_slice()) } else { None }
        })
        .unwrap_or_default()
    }

    /// Validation level, from the policy identifiers of the CA/B Forum (BR §7.1.6.1).
    pub fn validation_level(&self) -> Option<ValidationLevel> {
        const LEVELS: [(&str, ValidationLevel); 4] = [
            (oid::EXTENDED_VALIDATION, ValidationLevel::Ev),
            (oid::ORGANIZATION_VALIDATED, ValidationLevel::Ov),
            (oid::INDIVIDUAL_VALIDATED, ValidationLevel::Iv),
            (oid::DOMAIN_VALIDATED, ValidationLevel::Dv),
        ];
        let policies =
            self.extension(|value| if let ExtensionValue::CertificatePolicies(it) = value { Some(it) } else { None })?;
        LEVELS.iter().find(|(oid, _)| policies.iter().any(|policy| policy.oid == *oid)).map(|(_, level)| *level)
    }

    /// The extension that obliges the server to staple: `status_request` in the TLS feature extension (RFC 7633 §4.2.1).
    pub fn stapling_demand(&self) -> Option<&Extension> {
        const STATUS_REQUEST: u16 = 5;
        let demands =
            |value: &ExtensionValue| matches!(value, ExtensionValue::TlsFeature(it) if it.contains(&STATUS_REQUEST));
        self.extensions.iter().find(|extension| demands(&extension.value))
    }

    /// What people call it: common name, else first alternative name, else organisation, else the whole subject.
    pub fn label(&self) -> String {
        if let Some(common_name) = self.subject.common_name() {
            return common_name.to_owned();
        }
        let first_name = self.subject_alternative_names().and_then(|names| names.iter().find_map(GeneralName::host));
        first_name
            .or_else(|| self.subject.organization().map(str::to_owned))
            .unwrap_or_else(|| self.subject.to_string())
    }

    /// DNS names and IP addresses of the alternative names, as text.
    pub fn host_names(&self) -> Vec<String> {
        self.subject_alternative_names().unwrap_or_default().iter().filter_map(GeneralName::host).collect()
    }

    /// Evidence for a range of bytes of this certificate, which stands at `index` in the report.
    pub fn evidence(&self, index: usize, path: &str, bytes: &Bytes) -> Evidence {
        Evidence {
            certificate: Some(index),
            path: path.to_owned(),
            offset: u32::try_from(bytes.start).ok(),
            length: u32::try_from(bytes.len()).ok(),
            line: None,
        }
    }
}
