use super::wire::File;
use super::{FileFormat, Finding};
use serde::{Deserialize, Serialize};

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

macro_rules! switches {
    ($($(#[$doc:meta])* $switch:ident = $id:literal, $usual:literal;)*) => {
        /// Something that a configuration can have or leave out.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Switch { $($(#[$doc])* #[serde(rename = $id)] $switch),* }

        impl Switch {
            /// Every switch, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$switch),*];

            /// Its identifier, in options, addresses and commands.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$switch => $id),* }
            }

            /// Whether a configuration has it when nobody says anything.
            pub const fn is_usual(self) -> bool {
                match self { $(Self::$switch => $usual),* }
            }

            /// The one with this identifier.
            pub fn from_id(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$switch),)* _ => None }
            }
        }
    };
}

switches! {
    /// Plain HTTP leads to HTTPS.
    Redirect = "redirect", true;
    /// Strict-Transport-Security (RFC 6797).
    Hsts = "hsts", false;
    /// HTTP/2 (RFC 9113).
    Http2 = "http2", true;
    /// HTTP/3 over QUIC (RFC 9114).
    Http3 = "http3", false;
    /// WebSockets are passed on.
    WebSocket = "websocket", true;
    /// OCSP responses are stapled, where the certificate names a responder.
    Stapling = "stapling", true;
    /// Sessions are resumed with tickets.
    Tickets = "tickets", true;
    /// The key exchange that quantum computers do not break: X25519MLKEM768.
    Hybrid = "hybrid", true;
    /// A second certificate with the other kind of key.
    BothKeys = "both-keys", false;
    /// Connections begin with the PROXY protocol of a load balancer.
    ProxyProtocol = "proxy-protocol", false;
}

impl Switch {
    /// Whether it means something to web sites only.
    pub const fn is_of_web(self) -> bool {
        matches!(self, Self::Redirect | Self::Hsts | Self::Http2 | Self::Http3 | Self::WebSocket)
    }
}

/// What a configuration should be like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DeployOptions {
    /// The server's identifier: `nginx`.
    pub target: String,
    /// The system that it runs on, by its identifier (`debian-12`): it tells versions, folders and how to reload.
    pub system: Option<String>,
    /// The server's version as it writes it; that of the system, else the newest known one where empty.
    pub version: Option<String>,
    /// The version of the TLS library that it is linked with, as `openssl version` writes it; that of the system where
    /// empty.
    pub library: Option<String>,
    /// TLS versions and suites.
    pub profile: Profile,
    /// Server names; those of the certificate where empty.
    pub names: Vec<String>,
    /// Where the file with the chain stands on the server; a folder of the site where empty.
    pub certificate: Option<String>,
    /// Where the file with the private key stands on the server.
    pub key: Option<String>,
    /// Where the file with the certificates stands that clients have to show one of (mutual TLS); no client has to
    /// where empty.
    pub client_ca: Option<String>,
    /// Where requests go on: `http://127.0.0.1:3000`. A static folder where none.
    pub upstream: Option<String>,
    /// What is to be had that is not usual.
    pub with: Vec<Switch>,
    /// What is to be left out that is usual.
    pub without: Vec<Switch>,
}

impl DeployOptions {
    /// Whether something is wanted.
    pub fn has(&self, switch: Switch) -> bool {
        match switch.is_usual() {
            true => !self.without.contains(&switch),
            false => self.with.contains(&switch),
        }
    }

    /// The same options with something wanted or not.
    #[must_use]
    pub fn set(mut self, switch: Switch, wanted: bool) -> Self {
        let (list, listed) = match switch.is_usual() {
            true => (&mut self.without, !wanted),
            false => (&mut self.with, wanted),
        };
        list.retain(|own| *own != switch);
        if listed {
            list.push(switch);
            list.sort_unstable();
        }
        self
    }
}

/// What a target is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TargetGroup {
    /// Web servers and proxies.
    Web,
    /// Programs and their servers.
    Application,
    /// Databases, mail and other services.
    Service,
    /// Clouds and clusters.
    Platform,
}

impl TargetGroup {
    /// Every group, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Web, Self::Application, Self::Service, Self::Platform];
}

/// A text that a target can use besides names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// [`DeployOptions::upstream`].
    Upstream,
    /// [`DeployOptions::certificate`] and [`DeployOptions::key`].
    Paths,
    /// [`DeployOptions::client_ca`].
    ClientCa,
    /// [`DeployOptions::library`].
    Library,
}

/// A server that a configuration can be written for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TargetChoice {
    /// Its identifier: `nginx`.
    pub id: String,
    /// The name that people know.
    pub title: String,
    /// Other words that people look for it by.
    pub also: Vec<String>,
    /// What it is for.
    pub group: TargetGroup,
    /// Where requests go on when nobody says; to pages of a folder where none.
    pub upstream: Option<String>,
    /// The version assumed where none is given; empty for a service, which has no versions.
    pub latest: String,
    /// Systems that it comes with, for people who know the system rather than the version.
    pub systems: Vec<SystemChoice>,
    /// Whether it can be told which versions of TLS to speak; a store of certificates can not.
    pub has_profiles: bool,
    /// What it can have or leave out.
    pub switches: Vec<Switch>,
    /// What else it can be told.
    pub fields: Vec<Field>,
}

/// A system that a server comes with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SystemChoice {
    /// Its identifier: `debian-12`.
    pub id: String,
    /// The name that people know.
    pub title: String,
    /// The version that it comes with.
    pub version: String,
}

/// A configuration made from the certificate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Deployment {
    /// What was asked for, with the defaults filled in.
    pub options: DeployOptions,
    /// What the server is called.
    pub title: String,
    /// The configuration, the main file first.
    pub configs: Vec<File>,
    /// Certificate files that it names (public parts). The deployer knows facts only: who asks it adds the engine's
    /// answer to [`super::wire::Request::Files`].
    pub files: Vec<File>,
    /// What the commands take in place of the private key in PEM. It has a password of its owner's, so that it is made
    /// apart, and put beside the configuration.
    pub key_file: Option<FileFormat>,
    /// The commands around it.
    pub commands: Commands,
    /// What to know about it.
    pub notes: Vec<Finding>,
}

impl Deployment {
    /// The main file of the configuration.
    pub fn config(&self) -> Option<&File> {
        self.configs.first()
    }
}

/// What reads the commands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Shell {
    /// `sh`.
    #[default]
    Posix,
    /// Windows PowerShell 5.1 and later.
    PowerShell,
}

/// Commands, one a line, in the order to run them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Commands {
    /// What reads those on the server. Those that prove it are for `sh` on any machine.
    pub shell: Shell,
    /// Whether they run anywhere, with a tool that reaches a service by an account, rather than on a server as root.
    pub by_account: bool,
    /// Put the files in place.
    pub install: Vec<String>,
    /// Let the server check the configuration.
    pub check: Vec<String>,
    /// Take it into use.
    pub reload: Vec<String>,
    /// Prove it from outside.
    pub verify: Vec<Probe>,
    /// Take it back: the files as they were before.
    pub roll_back: Vec<String>,
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
    /// An answer over HTTP/2.
    Http2,
    /// An answer over HTTP/3.
    Http3,
    /// The server asks for a client's certificate, and refuses who has none.
    AsksForCertificate,
    /// `TcpTestSucceeded : True`.
    Reachable,
}
