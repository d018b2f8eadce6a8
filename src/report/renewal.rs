use super::{Cite, Finding, Timestamp, wire::File};
use serde::{Deserialize, Serialize};

/// A renewal to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannedRenewal {
    /// When to renew.
    pub at: Timestamp,
    /// The days that the new certificate can be valid for: those of the present one, as far as they are allowed then.
    pub days: u32,
    /// The last moment of the new certificate.
    pub not_after: Timestamp,
    /// The longest lifetime allowed then, in days; none where no limit binds (a private CA).
    pub allowed_days: Option<u32>,
    /// How long the CA may rest on an earlier proof of control over the domain, in days.
    pub reuse_days: Option<u32>,
}

/// Choices with an identifier each, in the order in which they are offered.
macro_rules! choices {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $id:literal, $title:literal;)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $id)] $variant),* }

        impl $name {
            /// Every choice.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// What a terminal and scripts call it.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),* }
            }

            /// Its proper name.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title),* }
            }

            /// The choice of an identifier.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.id() == id)
            }
        }
    };
}

choices! {
    /// A program that gets certificates by ACME (RFC 8555).
    AcmeClient {
        /// The EFF's client.
        #[default]
        Certbot = "certbot", "certbot";
        /// The shell script.
        AcmeSh = "acme.sh", "acme.sh";
        /// The client in Go.
        Lego = "lego", "lego";
        /// The server that gets its certificates by itself.
        Caddy = "caddy", "Caddy";
    }
}

choices! {
    /// How control over a name is proved.
    Challenge {
        /// A TXT record (RFC 8555 §8.4).
        #[default]
        Dns = "dns", "DNS-01";
        /// A file under the name (RFC 8555 §8.3).
        Http = "http", "HTTP-01";
    }
}

choices! {
    /// Who writes the TXT record.
    DnsProvider {
        /// A person, each time.
        #[default]
        Manual = "manual", "manual";
        /// Alibaba Cloud DNS.
        Alibaba = "alibaba", "Alibaba Cloud DNS";
        /// Tencent Cloud DNSPod.
        Tencent = "tencent", "Tencent Cloud DNSPod";
        /// Cloudflare.
        Cloudflare = "cloudflare", "Cloudflare";
    }
}

/// How certificates are to be got and renewed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RenewalOptions {
    /// The program.
    pub client: AcmeClient,
    /// How control is proved. Wildcards leave only one way: the answer says which was taken.
    pub challenge: Challenge,
    /// Who writes the TXT record.
    pub provider: DnsProvider,
    /// The server that takes the certificate into use, by its identifier; the first known one where empty.
    pub target: String,
    /// The names; those of the certificate where empty.
    pub names: Vec<String>,
    /// The DNS zone that the records are typed into; the registrable domain where none.
    pub zone: Option<String>,
    /// The language of the words, as a tag (BCP 47); English for any but Chinese.
    pub lang: String,
}

/// How to get and renew the certificate, in words of one language.
///
/// `F` is [`Finding`] inside the house and a worded finding at its doors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Renewal<F = Finding> {
    /// What was asked for, with the defaults filled in.
    pub options: RenewalOptions,
    /// The TXT records that prove control, each name once.
    pub records: Vec<ChallengeRecord>,
    /// What to do and to know, in the order to read it.
    pub passages: Vec<Passage>,
    /// Scripts and settings that the passages speak of.
    pub files: Vec<File>,
    /// The dates for a calendar; none without a server certificate.
    pub calendar: Option<File>,
    /// Names that had to be left out, and why.
    pub notes: Vec<F>,
}

impl<F> Renewal<F> {
    /// The same with each note turned into something else (words, for example).
    pub fn map_notes<G>(self, turn: impl FnMut(F) -> G) -> Renewal<G> {
        Renewal {
            options: self.options,
            records: self.records,
            passages: self.passages,
            files: self.files,
            calendar: self.calendar,
            notes: self.notes.into_iter().map(turn).collect(),
        }
    }
}

/// A record that the CA asks the domain's name servers for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChallengeRecord {
    /// The names that it is for: a bare name and its wildcard share one, with a value each at the same time.
    pub names: Vec<String>,
    /// Its whole name.
    pub record: String,
    /// The zone that it stands in; none where the zone that was named does not hold it.
    pub zone: Option<String>,
    /// What a DNS console wants to be typed for that zone.
    pub label: String,
    /// A command that shows it.
    pub check: String,
}

/// What a passage is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Part {
    /// When.
    Plan,
    /// Proving control.
    Challenge,
    /// Getting it, and taking it into use.
    Commands,
    /// Hearing of it before it is too late.
    Watch,
    /// What kind of certificate it takes.
    Kind,
    /// Taking it back.
    Revoke,
}

/// A heading with what stands below it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Passage {
    /// What it is about.
    pub part: Part,
    /// The heading.
    pub title: String,
    /// Paragraphs.
    pub text: Vec<String>,
    /// Shell commands, in the order to run them.
    pub commands: Vec<String>,
    /// What it rests on.
    pub links: Vec<Link>,
}

impl Passage {
    /// A heading with nothing below it yet.
    pub fn new(part: Part, title: impl Into<String>) -> Self {
        Self { part, title: title.into(), text: Vec::new(), commands: Vec::new(), links: Vec::new() }
    }

    /// Adds a paragraph.
    #[must_use]
    pub fn say(mut self, paragraph: impl Into<String>) -> Self {
        self.text.push(paragraph.into());
        self
    }

    /// Adds commands.
    #[must_use]
    pub fn run(mut self, commands: impl IntoIterator<Item = String>) -> Self {
        self.commands.extend(commands);
        self
    }

    /// Adds what it rests on.
    #[must_use]
    pub fn cite(mut self, cite: &Cite) -> Self {
        self.links.push(Link { title: cite.title(), url: cite.url() });
        self
    }
}

/// A document that a passage rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// As people write it.
    pub title: String,
    /// Where it can be read.
    pub url: String,
}
