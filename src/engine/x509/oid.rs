//! Object identifiers that rules speak of, dotted.

/// `id-kp-serverAuth` (RFC 5280 §4.2.1.12).
pub const SERVER_AUTH: &str = "1.3.6.1.5.5.7.3.1";
/// `id-kp-clientAuth` (RFC 5280 §4.2.1.12).
pub const CLIENT_AUTH: &str = "1.3.6.1.5.5.7.3.2";
/// `anyExtendedKeyUsage` (RFC 5280 §4.2.1.12).
pub const ANY_EXTENDED_KEY_USAGE: &str = "2.5.29.37.0";
/// `subjectAltName` (RFC 5280 §4.2.1.6).
pub const SUBJECT_ALTERNATIVE_NAME: &str = "2.5.29.17";
/// `domain-validated` (BR §7.1.6.1).
pub const DOMAIN_VALIDATED: &str = "2.23.140.1.2.1";
/// `organization-validated` (BR §7.1.6.1).
pub const ORGANIZATION_VALIDATED: &str = "2.23.140.1.2.2";
/// `individual-validated` (BR §7.1.6.1).
pub const INDIVIDUAL_VALIDATED: &str = "2.23.140.1.2.3";
/// `ev-guidelines` (EV Guidelines §7.1.6.1).
pub const EXTENDED_VALIDATION: &str = "2.23.140.1.1";
