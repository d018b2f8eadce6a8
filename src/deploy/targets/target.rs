//! What a server can be like, and what is asked of it.

use super::Policy;
use crate::deploy::allow::{Host, Upstream};
use crate::deploy::commands::Script;
use crate::deploy::files::Files;
use crate::deploy::guideline::{Protocol, Suite};
use crate::deploy::plan::Plan;
use crate::deploy::version::Version;
use crate::report::wire::{Field, Profile, Shell, Switch, TargetGroup};
use crate::report::{Cite, Doc, FileFormat, message::RemarkMessage};
use std::fmt;

/// A server: capabilities as data, and a pure writer.
#[derive(Debug)]
pub struct Target {
    /// The contract's identifier.
    pub id: &'static str,
    /// The name that people know.
    pub title: &'static str,
    /// Other words that people look for it by.
    pub also: &'static [&'static str],
    /// What it is for.
    pub group: TargetGroup,
    /// What its makers say about the directives used here.
    pub documentation: (Doc, &'static str),
    /// The newest version known here; assumed where none is given.
    pub latest: Version,
    /// The oldest version that the writer knows how to write for.
    pub oldest: Version,
    /// The versions that come with systems (`data/systems.tsv`).
    pub systems: &'static [(&'static str, Version)],
    /// Whose TLS it speaks.
    pub library: Library,
    /// TLS versions that it speaks, and since when.
    pub protocols: &'static [(Protocol, Version)],
    /// TLS versions that it has given up, and since when.
    pub dropped: &'static [(Protocol, Version)],
    /// TLS versions that it can only be made to begin with since then; any other may always be the oldest.
    pub begins_with: &'static [(Protocol, Version)],
    /// The TLS policies that it offers to choose from, one a profile; none where versions and suites are chosen freely.
    pub policies: &'static [Policy],
    /// Which hosts it can be told of; the others are left out.
    pub hosts: fn(&Host) -> bool,
    /// Where it can send requests to.
    pub upstreams: fn(&Upstream) -> bool,
    /// What it can have or leave out, and since when.
    pub switches: &'static [(Switch, Version)],
    /// What it always has, and since when.
    pub always: &'static [(Switch, Version)],
    /// What else it can be told.
    pub fields: &'static [Field],
    /// Whether it can use a suite.
    pub has_suite: fn(&Suite) -> bool,
    /// Where requests go on when nobody says, for a server that has no pages of its own.
    pub upstream: Option<&'static str>,
    /// Where its own configuration sends requests when nobody says, for one that has no pages either.
    pub behind: Option<&'static str>,
    /// The file of certificates and key that its commands take, where they do not take PEM.
    pub key_file: fn(Version) -> Option<FileFormat>,
    /// Where the server's makers keep certificates and pages, one folder a site, where that is not the usual place.
    pub folders: Option<(&'static str, &'static str)>,
    /// How clients reach it.
    pub reach: Reach,
    /// What reads the commands on the server.
    pub shell: Shell,
    /// What few others do.
    pub quirks: &'static [Quirk],
    /// Writes the configuration.
    pub render: fn(&Plan, &mut Files),
    /// Writes the commands that install, check and reload.
    pub script: fn(&Plan, &mut Script),
    /// What to know about a plan for it, beyond what holds for every server.
    pub remarks: fn(&Plan) -> Vec<RemarkMessage>,
    /// Who says that what is written is right.
    pub judge: Judge,
}

/// What most servers are like; each names what it is, what it can do and how it is written.
pub const USUAL: Target = Target {
    id: "",
    title: "",
    also: &[],
    group: TargetGroup::Web,
    documentation: (Doc::Page, ""),
    latest: Version(0, 0, 0),
    oldest: Version(0, 0, 0),
    systems: &[],
    library: Library::OpenSsl,
    protocols: &[],
    dropped: &[],
    begins_with: &[],
    policies: &[],
    hosts: |_| true,
    upstreams: |_| true,
    switches: &[],
    always: &[],
    fields: &[Field::Paths, Field::Library],
    has_suite: |_| true,
    upstream: None,
    behind: None,
    key_file: |_| None,
    folders: None,
    reach: Reach::Https,
    shell: Shell::Posix,
    quirks: &[],
    render: |_, _| {},
    script: |_, _| {},
    remarks: |_| Vec::new(),
    judge: Judge::Server,
};

/// What clouds and clusters are like.
pub const PLATFORM: Target = Target {
    group: TargetGroup::Platform,
    // Nobody asks which version a cloud has.
    latest: ALWAYS,
    library: Library::Own,
    fields: &[],
    hosts: is_domain,
    quirks: &[Quirk::ByAccount],
    ..USUAL
};

/// Names as registries and clusters take them: no address, and no underscore.
fn is_domain(host: &Host) -> bool {
    match host {
        Host::Name(name) | Host::Wildcard(name) => !name.contains('_'),
        Host::Ip(_) => false,
    }
}

/// A version that everything was there before.
pub const ALWAYS: Version = Version(0, 0, 0);

/// Every version of TLS, in every version of the server that is known here.
pub const EVERY_PROTOCOL: &[(Protocol, Version)] =
    &[(Protocol::Tls10, ALWAYS), (Protocol::Tls11, ALWAYS), (Protocol::Tls12, ALWAYS), (Protocol::Tls13, ALWAYS)];

/// The library that speaks TLS for a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Library {
    /// OpenSSL, by a version of its own.
    OpenSsl,
    /// GnuTLS, by a version of its own.
    GnuTls,
    /// One that comes with the server: Go's, Java's, BoringSSL, Windows'; or it is a service.
    Own,
}

impl Library {
    /// The name that people know.
    pub const fn title(self) -> &'static str {
        match self {
            Self::OpenSsl => "OpenSSL",
            Self::GnuTls => "GnuTLS",
            Self::Own => "TLS",
        }
    }
}

/// What few servers do, and plans have to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quirk {
    /// Lets TLS 1.0 and 1.1 through whatever the usual security level of OpenSSL is.
    SetsOwnLevel,
    /// Any version of it may be linked with a library that has security levels; of others only those that speak TLS 1.3.
    AnyAgeHasLevels,
    /// Its TLS 1.0 and 1.1 take a certificate only when it is signed with the kind of key that it is for.
    OldVersionsWantOneKind,
    /// What is written for it holds for other sites too, so that there have to be suites for every kind of key.
    Shared,
    /// Speaks no TLS to what stands behind it.
    PlainUpstream,
    /// A client that it refuses hears nothing at all.
    LeavesWaiting,
    /// It stands at the edge: nothing in front of it ends TLS.
    AtTheEdge,
    /// Its commands run anywhere, with a tool that reaches a service by an account.
    ByAccount,
}

/// How clients reach the TLS of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// HTTPS.
    Https,
    /// TLS from the first byte, at this port.
    Tls(u16),
    /// A protocol that turns to TLS, by its name at `openssl s_client -starttls`, at this port.
    StartTls(&'static str, u16),
    /// Not at all: it keeps certificates, which other services of the same owner serve.
    Store,
}

impl Reach {
    /// The usual port.
    pub const fn port(self) -> u16 {
        match self {
            Self::Https | Self::Store => 443,
            Self::Tls(port) | Self::StartTls(_, port) => port,
        }
    }
}

/// Who says that what is written for a target is right, in the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judge {
    /// The server itself: it is started and asked.
    Server,
    /// The server it is a variant of.
    Like(&'static str),
    /// This program, which knows the format.
    Program(&'static str),
}

impl fmt::Display for Judge {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Server => out.write_str("the server itself"),
            Self::Like(target) => write!(out, "{target}"),
            Self::Program(program) => out.write_str(program),
        }
    }
}

impl Target {
    /// Whether it is a service, whose owner updates it: there is one version, the one of today.
    pub fn is_service(&self) -> bool {
        self.latest == ALWAYS
    }

    /// Its name, with the version where there are versions.
    pub fn named(&self, version: Version) -> String {
        if self.is_service() { self.title.to_owned() } else { format!("{} {version}", self.title) }
    }

    /// The policy for a profile and a kind of key.
    pub fn policy(&self, profile: Profile, algorithm: &str) -> Option<&'static Policy> {
        self.policies.iter().find(|policy| policy.profile == profile && policy.serves(algorithm))
    }

    /// Whether a version of it speaks a version of TLS.
    pub fn speaks(&self, protocol: Protocol, version: Version) -> bool {
        let since =
            |list: &[(Protocol, Version)]| list.iter().any(|(own, since)| *own == protocol && version >= *since);
        since(self.protocols) && !since(self.dropped)
    }

    /// Whether a version of it can be made to speak nothing older.
    pub fn can_begin_with(&self, protocol: Protocol, version: Version) -> bool {
        self.begins_with.iter().all(|(own, since)| *own != protocol || version >= *since)
    }

    /// Whether a version of it can have something.
    pub fn has(&self, switch: Switch, version: Version) -> bool {
        self.can(switch).any(|since| version >= since)
    }

    /// Whether any version can.
    pub fn knows(&self, switch: Switch) -> bool {
        self.can(switch).next().is_some()
    }

    /// Whether nothing keeps a version of it from having something.
    pub fn insists(&self, switch: Switch, version: Version) -> bool {
        self.always.iter().any(|(own, since)| *own == switch && version >= *since)
    }

    fn can(&self, switch: Switch) -> impl Iterator<Item = Version> {
        self.switches.iter().chain(self.always).filter(move |(own, _)| *own == switch).map(|(_, since)| *since)
    }

    /// The version that comes with a system.
    pub fn packaged(&self, system: &str) -> Option<Version> {
        self.systems.iter().find(|(id, _)| *id == system).map(|(_, version)| *version)
    }

    /// What its makers say.
    pub const fn cite(&self) -> Cite {
        Cite::new(self.documentation.0, self.documentation.1)
    }

    /// Whether it does what few others do.
    pub fn is(&self, quirk: Quirk) -> bool {
        self.quirks.contains(&quirk)
    }

    /// Whether its paths have drives.
    pub const fn is_windows(&self) -> bool {
        matches!(self.shell, Shell::PowerShell)
    }
}
