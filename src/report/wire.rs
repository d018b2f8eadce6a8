//! What the page and its workers say to each other, and how that becomes bytes.

pub use super::deployment::{
    Commands, DeployOptions, Deployment, Expect, Field, Probe, Profile, Shell, Switch, SystemChoice, TargetChoice,
    TargetGroup,
};
use super::{
    CheckOptions, Checks, Comparison, FileFormat, Finding, Handbook, Hops, HopsOptions, KeyChoice, Options, Password,
    Progress, Renewal, RenewalOptions, Report, Sheet, Source, field::CertificateDetail,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Must be equal on both sides: a cached old worker, or an old second module of the page, can meet a new page. To be
/// raised with every change of a type that crosses, for the bytes carry no names of fields. [`Reply::Ready`] alone keeps
/// its bytes for ever.
pub const PROTOCOL: u32 = 17;

/// A numbered message; a reply carries its request's number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Envelope<T> {
    /// The request's number; 0 for what the worker says unasked.
    pub id: u32,
    /// What is said.
    pub body: T,
}

impl<T: Serialize> Envelope<T> {
    /// The message as bytes; none for a type that the wire can not carry.
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        postcard::to_allocvec(self).ok()
    }
}

impl<T: DeserializeOwned> Envelope<T> {
    /// The message that the bytes are, down to the last; none for any other bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        match postcard::take_from_bytes(bytes) {
            Ok((message, [])) => Some(message),
            _ => None,
        }
    }
}

/// Page → worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Read and judge. The worker keeps what it read for the requests below.
    Inspect {
        /// What was put in.
        sources: Vec<Source>,
        /// What to judge by.
        options: Box<Options>,
    },
    /// Every field of one certificate.
    Detail {
        /// Index into the report's list.
        certificate: usize,
    },
    /// One certificate in words, as `openssl x509 -text` prints it.
    Printed {
        /// Index into the report's list.
        certificate: usize,
    },
    /// What configurations are to be made from: the engine's [`Reply::Report`], the message as it came.
    Basis(#[serde(with = "serde_bytes")] Vec<u8>),
    /// A server configuration for the chain last judged.
    Deploy(DeployOptions),
    /// The chain last judged as files: `fullchain.pem`, `chain.pem`, `cert.pem`.
    Files,
    /// Every certificate that was given, in the order given: one file of DER, one behind the other.
    Given,
    /// These files, those of the chain last judged, and its key where that is here and open, as one archive.
    Bundle {
        /// The archive's name.
        name: String,
        /// What goes in besides.
        files: Vec<File>,
    },
    /// What was inspected, in another format.
    Convert(ConvertOptions),
    /// A new private key with its certificate signing request.
    Create(CreateOptions),
    /// The servers that configurations can be written for.
    Targets,
    /// Every error message that is known, and every claim.
    Handbook {
        /// The language of its words, as a tag (BCP 47); English for any but Chinese.
        lang: String,
    },
    /// How to get and renew the certificate last judged.
    Renewal(RenewalOptions),
    /// What to look at before the program is submitted.
    Checks(CheckOptions),
    /// What each place on the way to the server needs.
    Hops(HopsOptions),
    /// What changes when one server certificate takes another's place: indexes into the report's list.
    Compare {
        /// The one in use.
        old: usize,
        /// The one that is to take its place.
        new: usize,
    },
}

/// Who answers: each room is a wasm module, in a worker of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Holds what was put in, and judges it.
    Engine,
    /// Makes configurations from a report.
    Deployer,
}

impl Request {
    /// Where it is answered.
    pub const fn room(&self) -> Room {
        match self {
            Self::Inspect { .. }
            | Self::Detail { .. }
            | Self::Printed { .. }
            | Self::Files
            | Self::Given
            | Self::Bundle { .. }
            | Self::Convert(_)
            | Self::Create(_)
            | Self::Compare { .. }
            | Self::Handbook { .. } => Room::Engine,
            Self::Basis(_) | Self::Deploy(_) | Self::Targets | Self::Renewal(_) | Self::Checks(_) | Self::Hops(_) => {
                Room::Deployer
            }
        }
    }
}

/// Worker → page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The worker is up. Stays the first, so that every page understands every worker this far.
    Ready {
        /// Its [`PROTOCOL`].
        protocol: u32,
    },
    /// Answer to [`Request::Inspect`]. On the way to the page long lists stand beside the report.
    Report(Box<Report>, Vec<Sheet>),
    /// Answer to [`Request::Detail`].
    Detail(Box<CertificateDetail>),
    /// Answer to [`Request::Deploy`].
    Deployment(Box<Deployment>),
    /// Answer to [`Request::Files`], [`Request::Convert`], [`Request::Create`] and [`Request::Printed`].
    Files(Vec<File>),
    /// Answer to [`Request::Targets`], in the order in which they are offered.
    Targets(Vec<TargetChoice>),
    /// Answer to [`Request::Handbook`].
    Handbook(Box<Handbook>),
    /// Answer to [`Request::Renewal`].
    Renewal(Box<Renewal>),
    /// Answer to [`Request::Checks`].
    Checks(Box<Checks>),
    /// Answer to [`Request::Hops`].
    Hops(Box<Hops>),
    /// A configuration or a file that can not be written, and why.
    Refused(Vec<Finding>),
    /// Only the full engine can answer: the page fetches it and asks again.
    NeedsFull,
    /// Not the answer yet.
    Progress(Progress),
    /// Nothing to answer with: no such certificate, nothing inspected yet, or the wrong room.
    Nothing,
    /// Answer to [`Request::Inspect`] at a glance: everything in it stands in the [`Reply::Report`] to come, and more does.
    /// Paths, clients, platforms and renewals are left empty.
    Glance(Box<Report>),
    /// A glance does not tell: the page waits for the engine.
    NeedsEngine,
    /// Answer to [`Request::Compare`].
    Comparison(Box<Comparison>),
}

/// The numbers of what a glance says, for those who write it by themselves.
impl Reply {
    /// Of [`Reply::Glance`].
    pub(super) const GLANCE: u32 = 14;
    /// Of [`Reply::NeedsEngine`].
    pub(super) const NEEDS_ENGINE: u32 = 15;
    /// A whole message that is [`Reply::Nothing`], for whoever says it in the place of a worker that is gone.
    pub const NOTHING: [u8; 2] = [0, 13];
}

/// A file made for the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct File {
    /// Name without folder.
    pub name: String,
    /// Content.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
}

/// A file that is to be made of what was inspected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConvertOptions {
    /// What kind of file.
    pub format: FileFormat,
    /// The password that it gets; none leaves a key open, where the format allows that.
    #[serde(default)]
    pub password: Option<Password>,
    /// The language of the words in it, as a tag (BCP 47); English for any but Chinese. Only a report has words.
    #[serde(default)]
    pub lang: String,
}

impl ConvertOptions {
    /// This format, without a password.
    pub const fn to(format: FileFormat) -> Self {
        Self { format, password: None, lang: String::new() }
    }
}

/// A key pair and a request for a certificate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreateOptions {
    /// The kind of key.
    pub key: KeyChoice,
    /// Names and IP addresses that the certificate is to be for; the first is the common name. Unicode is written in
    /// Punycode.
    pub names: Vec<String>,
    /// The organisation, where the CA wants one.
    #[serde(default)]
    pub organization: Option<String>,
    /// Its country, two letters.
    #[serde(default)]
    pub country: Option<String>,
    /// The password that the key gets.
    #[serde(default)]
    pub password: Option<Password>,
}
