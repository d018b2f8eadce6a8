use super::Timestamp;
use serde::{Deserialize, Serialize};

/// A revocation list or an OCSP response in short.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RevocationSummary {
    /// Which of the two.
    pub kind: RevocationKind,
    /// File name; empty for pasted text.
    pub source: String,
    /// Who issued the list or gave the answer; a responder that names only its key, by the hash of that. Empty for a
    /// responder that did not answer.
    pub issuer: String,
    /// What people call the issuer.
    pub label: String,
    /// From when it holds.
    pub this_update: Option<Timestamp>,
    /// When a newer one is due at the latest.
    pub next_update: Option<Timestamp>,
    /// The certificate under whose authority it was signed: the issuer itself, or who delegated to the responder.
    pub signed_by: Option<usize>,
    /// What came of its signature.
    pub signature: SignatureState,
    /// Number of the list, lower-case hex.
    pub number: Option<String>,
    /// How many certificates are on the list, or in the answer.
    pub entries: usize,
    /// The list holds only changes since another one.
    pub delta: bool,
    /// The list speaks only of some reasons, or only of what no certificate here is.
    pub partial: bool,
    /// A critical extension of the list that is not known here, as a dotted object identifier: clients may not use it.
    pub unknown_critical: Option<String>,
    /// Whether the responder answered; none for lists.
    pub response: Option<OcspStatus>,
    /// What it says about the certificates here.
    pub certificates: Vec<RevocationStatus>,
}

/// What kind of revocation data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RevocationKind {
    /// A list of a CA's revoked certificates.
    Crl,
    /// A responder's answer about single certificates.
    Ocsp,
}

/// What came of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignatureState {
    /// Right, by someone who may sign this.
    Valid,
    /// Wrong for the key of who should have signed.
    Invalid,
    /// Who should have signed is not here.
    NoIssuer,
    /// Right, by someone who may not sign this.
    Unauthorised,
    /// We lack the mathematics, or a limit was reached.
    NotChecked,
    /// There is nothing signed.
    None,
}

/// What is said about one certificate.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RevocationStatus {
    /// Which, as an index into the report's list.
    pub certificate: usize,
    /// How it stands.
    pub status: RevocationState,
    /// Since when it is revoked.
    pub at: Option<Timestamp>,
    /// Why, where that is said.
    pub reason: Option<RevocationReason>,
    /// Somebody who may say so signed it: the issuer of this certificate, or who acts for it.
    pub proved: bool,
}

/// How a certificate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RevocationState {
    /// Not revoked.
    Good,
    /// Revoked, or on hold.
    Revoked,
    /// The responder does not know it.
    Unknown,
}

/// Why a certificate was revoked, by the names of RFC 5280 §5.3.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the names of the standard")]
pub enum RevocationReason {
    Unspecified,
    KeyCompromise,
    #[serde(rename = "cACompromise")]
    CaCompromise,
    AffiliationChanged,
    Superseded,
    CessationOfOperation,
    CertificateHold,
    #[serde(rename = "removeFromCRL")]
    RemoveFromCrl,
    PrivilegeWithdrawn,
    #[serde(rename = "aACompromise")]
    AaCompromise,
}

impl RevocationReason {
    /// The reason of a `CRLReason` code; 7 is none.
    pub const fn from_code(code: u8) -> Option<Self> {
        Some(match code {
            0 => Self::Unspecified,
            1 => Self::KeyCompromise,
            2 => Self::CaCompromise,
            3 => Self::AffiliationChanged,
            4 => Self::Superseded,
            5 => Self::CessationOfOperation,
            6 => Self::CertificateHold,
            8 => Self::RemoveFromCrl,
            9 => Self::PrivilegeWithdrawn,
            10 => Self::AaCompromise,
            _ => return None,
        })
    }
}

/// Whether a responder answered (RFC 6960 §4.2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the names of the standard")]
pub enum OcspStatus {
    Successful,
    MalformedRequest,
    InternalError,
    TryLater,
    SigRequired,
    Unauthorized,
}

impl OcspStatus {
    /// The status of a code; 4 is none.
    pub const fn from_code(code: u32) -> Option<Self> {
        Some(match code {
            0 => Self::Successful,
            1 => Self::MalformedRequest,
            2 => Self::InternalError,
            3 => Self::TryLater,
            5 => Self::SigRequired,
            6 => Self::Unauthorized,
            _ => return None,
        })
    }

    /// Its name in the standard.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Successful => "successful",
            Self::MalformedRequest => "malformedRequest",
            Self::InternalError => "internalError",
            Self::TryLater => "tryLater",
            Self::SigRequired => "sigRequired",
            Self::Unauthorized => "unauthorized",
        }
    }
}
