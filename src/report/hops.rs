use super::{FileFormat, Finding};
use serde::{Deserialize, Serialize};

/// The way of a request, from the client to the server.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HopsOptions {
    /// The language of the answer, as a tag (BCP 47); English for any but Chinese.
    #[serde(default)]
    pub lang: String,
    /// The places it comes through, the client's side first.
    pub hops: Vec<Hop>,
}

/// A place that a request comes through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Hop {
    /// What stands there.
    pub kind: HopKind,
    /// Whose it is.
    #[serde(default)]
    pub cloud: Cloud,
    /// What it does with TLS.
    pub tls: HopTls,
    /// The certificate that it shows today, as an index into the report's list; none where nobody looked.
    #[serde(default)]
    pub shows: Option<usize>,
    /// Whether the certificate at hand is going to be installed there.
    #[serde(default)]
    pub planned: bool,
}

impl Hop {
    /// A place as one finds it most often: nobody knows what it shows, and the server alone was thought of.
    pub fn new(kind: HopKind) -> Self {
        let tls = if kind == HopKind::Server { HopTls::Ends } else { HopTls::Reencrypts };
        Self { kind, cloud: Cloud::Other, tls, shows: None, planned: kind == HopKind::Server }
    }
}

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HopKind {
    /// A content delivery network: many edges, all over the internet.
    Cdn,
    /// A load balancer or reverse proxy, beside the server.
    LoadBalancer,
    /// The server of the program.
    Server,
}

/// What a place does with TLS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HopTls {
    /// Ends it; goes on in plain HTTP, if it goes on.
    Ends,
    /// Ends it, and opens a connection of its own to the next place.
    Reencrypts,
    /// Hands the bytes on without reading them.
    Passes,
    /// Does not speak it.
    Plain,
}

impl HopTls {
    /// Every way, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Ends, Self::Reencrypts, Self::Passes, Self::Plain];

    /// Whether clients, or the place in front, see a certificate of this place.
    pub const fn ends(self) -> bool {
        matches!(self, Self::Ends | Self::Reencrypts)
    }
}

/// Whose a CDN or a load balancer is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cloud {
    /// Anybody's.
    #[default]
    Other,
    /// Tencent Cloud.
    Tencent,
    /// Alibaba Cloud.
    Alibaba,
    /// Huawei Cloud.
    Huawei,
    /// Amazon Web Services.
    Aws,
    /// Cloudflare.
    Cloudflare,
}

impl Cloud {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::Other, Self::Tencent, Self::Alibaba, Self::Huawei, Self::Aws, Self::Cloudflare];
}

/// What each place needs, and what is wrong between them. `F` as for [`super::Report`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Hops<F = Finding> {
    /// One a place, in the same order.
    pub hops: Vec<HopAnswer>,
    /// What is wrong.
    pub findings: Vec<F>,
}

/// What one place needs. What does not apply is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HopAnswer {
    /// What it is called.
    pub title: String,
    /// The formats to put there.
    pub files: Vec<FileFormat>,
    /// Which certificate it shows to whom.
    pub shows: String,
    /// How it goes on, and which name it asks the next place for.
    pub onward: String,
    /// What happens when it is forgotten.
    pub trap: String,
    /// What its owner says of it.
    pub known: Vec<String>,
    /// What sees its certificate.
    pub commands: Vec<HopCommand>,
    /// Where its owner says so.
    pub sources: Vec<String>,
}

/// A command that looks at one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HopCommand {
    /// For a POSIX shell.
    pub command: String,
    /// What it has to show.
    pub expect: String,
}
