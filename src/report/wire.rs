//! What the page and its workers say to each other, and how that becomes bytes.

use super::{FileFormat, Finding, KeyChoice, Options, Password, Progress, Report, Source, field::CertificateDetail};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Must be equal on both sides: a cached old worker can meet a new page. To be raised with every change of a type that
/// crosses, for the bytes carry no names of fields. [`Reply::Ready`] alone keeps its bytes for ever.
pub const PROTOCOL: u32 = 7;

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
    /// What configurations are to be made from: the engine's [`Reply::Report`], the message as it came.
    Basis(#[serde(with = "serde_bytes")] Vec<u8>),
    /// A server configuration for the chain last judged.
    Deploy(DeployOptions),
    /// The chain last judged as files: `fullchain.pem`, `chain.pem`, `cert.pem`.
    Files,
    /// What was inspected, in another format.
    Convert(ConvertOptions),
    /// A new private key with its certificate signing request.
    Create(CreateOptions),
    /// The servers that configurations can be written for.
    Targets,
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
            Self::Inspect { .. } | Self::Detail { .. } | Self::Files | Self::Convert(_) | Self::Create(_) => {
                Room::Engine
            }
            Self::Basis(_) | Self::Deploy(_) | Self::Targets => Room::Deployer,
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
    /// Answer to [`Request::Inspect`].
    Report(Box<Report>),
    /// Answer to [`Request::Detail`].
    Detail(Box<CertificateDetail>),
    /// Answer to [`Request::Deploy`].
    Deployment(Box<Deployment>),
    /// Answer to [`Request::Files`], [`Request::Convert`] and [`Request::Create`].
    Files(Vec<File>),
    /// Answer to [`Request::Targets`], in the order in which they are offered.
    Targets(Vec<TargetChoice>),
    /// A configuration or a file that can not be written, and why.
    Refused(Vec<Finding>),
    /// Only the full engine can answer: the page fetches it and asks again.
    NeedsFull,
    /// Not the answer yet.
    Progress(Progress),
    /// Nothing to answer with: no such certificate, nothing inspected yet, or the wrong room.
    Nothing,
}

/// A server that a configuration can be written for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TargetChoice {
    /// Its identifier: `nginx`.
    pub id: String,
    /// The name that people know.
    pub title: String,
    /// The version assumed where none is given.
    pub latest: String,
    /// Systems and the version that each comes with, for people who know the system rather than the version.
    pub presets: Vec<(String, String)>,
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

/// The TLS versions and suites to aim at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// TLS 1.3 only.
    Modern,
    /// TLS 1.2 and 1.3: today's default for the web.
    #[default]
    Compatible,
    /// TLS 1.2 and 1.3 with the broadest reach among phones.
    MiniProgram,
    /// TLS 1.0 to 1.3: what the oldest articles ask for, with its warning.
    Legacy,
}

impl Profile {
    /// Every profile, the safest first.
    pub const ALL: [Self; 4] = [Self::Modern, Self::Compatible, Self::MiniProgram, Self::Legacy];

    /// The contract's identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Modern => "modern",
            Self::Compatible => "compatible",
            Self::MiniProgram => "mini-program",
            Self::Legacy => "legacy",
        }
    }

    /// The profile of an identifier.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|profile| profile.id() == id)
    }
}

/// What a configuration should be like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeployOptions {
    /// The server's identifier: `nginx`.
    pub target: String,
    /// The server's version as it writes it; its newest known one where empty.
    #[serde(default)]
    pub version: Option<String>,
    /// TLS versions and suites.
    pub profile: Profile,
    /// Server names; those of the certificate where empty.
    #[serde(default)]
    pub names: Vec<String>,
    /// Where requests go on: `http://127.0.0.1:3000`. A static folder where none.
    #[serde(default)]
    pub upstream: Option<String>,
    /// Send Strict-Transport-Security.
    #[serde(default)]
    pub hsts: bool,
}

/// A configuration made from the certificate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Deployment {
    /// What was asked for, with the defaults filled in.
    pub options: DeployOptions,
    /// The configuration file.
    pub config: File,
    /// Certificate files that it names (public parts). The deployer knows facts only: who asks it adds the engine's
    /// answer to [`Request::Files`].
    pub files: Vec<File>,
    /// The commands around it.
    pub commands: Commands,
    /// What to know about it.
    pub notes: Vec<Finding>,
}

/// Shell commands, one a line, in the order to run them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Commands {
    /// Put the files in place.
    pub install: Vec<String>,
    /// Let the server check the configuration.
    pub check: Vec<String>,
    /// Take it into use.
    pub reload: Vec<String>,
    /// Prove it from outside.
    pub verify: Vec<Probe>,
}

/// A command with what it should show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Probe {
    /// The command.
    pub command: String,
    /// What to expect: its words are in `text`.
    pub expect: Expect,
}

/// What a probe should show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Expect {
    /// This many certificates, the first for the host, each signed by the next, verify return code 0.
    Chain {
        /// How many.
        certificates: usize,
    },
    /// A handshake with this version.
    Negotiates(String),
    /// A refused handshake with this version.
    Refuses(String),
    /// A redirect to https.
    Redirect,
    /// An answer with this header line.
    Header(String),
    /// A stapled OCSP response, good for this certificate.
    Stapled,
}
