use super::{Cite, Code, Message, MessageId, Timestamp, message::PhoneMessage};
use serde::{Deserialize, Serialize};

/// How bad a finding is for the people who connect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A real client or server will refuse it.
    Error,
    /// Some clients refuse it, or will soon.
    Warning,
    /// Worth knowing.
    Info,
}

/// The whole inspection in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// No error and no warning.
    Ready,
    /// At least one warning, no error.
    Attention,
    /// At least one error.
    Broken,
}

impl Verdict {
    /// The word of the contract.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Attention => "attention",
            Self::Broken => "broken",
        }
    }

    /// The verdict that a set of severities adds up to.
    pub fn of(severities: impl IntoIterator<Item = Severity>) -> Self {
        match severities.into_iter().min() {
            Some(Severity::Error) => Self::Broken,
            Some(Severity::Warning) => Self::Attention,
            Some(Severity::Info) | None => Self::Ready,
        }
    }
}

/// One thing found, with its address, its reason, and what to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Its entry in the catalogue.
    pub code: Code,
    /// How bad it is in this case.
    pub severity: Severity,
    /// What to say: [`crate::text`] turns it into title, why and fix.
    pub message: Message,
    /// The certificate it speaks of, as an index into the report's list.
    pub certificate: Option<usize>,
    /// The wanted host it speaks of.
    pub host: Option<String>,
    /// The platform it speaks of, by its identifier.
    pub platform: Option<String>,
    /// The platform rule it comes from.
    pub rule: Option<String>,
    /// That rule in the platform's own words.
    pub quote: Option<Quote>,
    /// Where to look.
    pub evidence: Vec<Evidence>,
    /// The paragraphs it rests on.
    pub references: Vec<Cite>,
    /// What the tool can do about it by itself.
    pub repair: Option<Repair>,
}

impl Finding {
    /// One that points at nothing: it speaks of what was asked for, not of what was given.
    pub fn of(code: Code, severity: Severity, message: Message, references: &[Cite]) -> Self {
        Self {
            code,
            severity,
            message,
            certificate: None,
            host: None,
            platform: None,
            rule: None,
            quote: None,
            evidence: Vec::new(),
            references: references.to_vec(),
            repair: None,
        }
    }

    /// Whether it only says what has to be looked at elsewhere: nobody can see from here whether it is right.
    pub fn is_by_hand(&self) -> bool {
        const UNSEEN: [MessageId; 2] =
            [MessageId::Phone(PhoneMessage::TlsVersions), MessageId::Phone(PhoneMessage::TlsVersionsNewPhones)];
        self.code == Code::PLT007 || UNSEEN.contains(&self.message.id)
    }
}

/// What a platform says itself, to be read beside what is made of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Quote {
    /// Its words, as they stand there.
    pub text: String,
    /// Their language, as a tag (BCP 47).
    pub lang: String,
    /// The address of the page.
    pub source: String,
    /// The day on which the page said so.
    pub seen: Timestamp,
}

/// A place in what was given: a field of a certificate, a range of bytes, or a line of the input.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// Index into the report's certificates; none for a place in the input itself.
    pub certificate: Option<usize>,
    /// The field, as `tbs.extensions.subjectAltName[2]`, or the name of the source for input evidence.
    pub path: String,
    /// First byte, counted from the start of the certificate's DER (or of the source).
    pub offset: Option<u32>,
    /// Number of bytes.
    pub length: Option<u32>,
    /// Line of the source, counted from 1.
    pub line: Option<u32>,
}

/// Something that the tool can mend. Repairs are options of an inspection: what was given stays as it was,
/// and taking the option back undoes the repair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Repair {
    /// Serve the right full chain: server certificate first, each issuer next, nothing else, cleanly written.
    FullChain,
    /// Serve the chain that most clients accept, with certificates of the supply where that takes any.
    WidestReach,
    /// Serve the shortest chain that today's clients accept.
    ShortestHandshake,
    /// Trust the self-signed root that was given: it is one's own, and installed where it is needed.
    TrustRoot,
}

/// How the checks ended. `checked` is the sum of the other four.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Tally {
    /// Rule × subject pairs looked at.
    pub checked: u32,
    /// Nothing to report.
    pub passed: u32,
    /// The rule does not speak of this subject (a root has no wanted names, for example).
    pub not_applicable: u32,
    /// The rule took effect after the certificate was issued, or ended before.
    pub not_in_force: u32,
    /// Checks that reported something.
    pub found: u32,
}
