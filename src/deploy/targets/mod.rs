//! The servers: what each version of them can do, and how a plan is written for them. One file a server.

mod apache;
mod caddy;
mod nginx;

use super::commands::Script;
use super::guideline::{Protocol, Suite};
use super::plan::Plan;
use super::syntax::{Conf, Syntax};
use super::version::Version;
use crate::report::Cite;

/// Every server, in the order in which they are offered.
pub static TARGETS: &[&Target] = &[&nginx::NGINX, &apache::APACHE, &caddy::CADDY];

/// The server of an identifier.
pub fn find(id: &str) -> Option<&'static Target> {
    TARGETS.iter().copied().find(|target| target.id == id)
}

/// A server: capabilities as data, and a pure writer.
#[derive(Debug)]
pub struct Target {
    /// The contract's identifier.
    pub id: &'static str,
    /// The name that people know.
    pub title: &'static str,
    /// What its makers say about the directives used here.
    pub documentation: Cite,
    /// The newest version known here; assumed where none is given.
    pub latest: Version,
    /// The oldest version that the writer knows how to write for.
    pub oldest: Version,
    /// Versions that come with systems, for people who know the system rather than the version.
    pub presets: &'static [Preset],
    /// TLS versions that it speaks, and since when.
    pub protocols: &'static [(Protocol, Version)],
    /// What older versions lack, and people would miss.
    pub features: &'static [Feature],
    /// Whether it can use a suite.
    pub has_suite: fn(&Suite) -> bool,
    /// The file name of a site's configuration ends so.
    pub extension: &'static str,
    /// Its syntax.
    pub syntax: &'static Syntax,
    /// Writes the configuration.
    pub render: fn(&Plan, &mut Conf),
    /// Writes the commands that install, check and reload.
    pub script: fn(&Plan, &mut Script),
}

impl Target {
    /// Whether a version of it speaks a version of TLS.
    pub fn speaks(&self, protocol: Protocol, version: Version) -> bool {
        self.protocols.iter().any(|(spoken, since)| *spoken == protocol && version >= *since)
    }
}

/// A version that comes with a system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// The system.
    pub system: &'static str,
    /// The version.
    pub version: Version,
}

/// Something that a server has since a version.
#[derive(Clone, Copy, Debug)]
pub struct Feature {
    /// What people call it.
    pub name: &'static str,
    /// The first version that has it.
    pub since: Version,
    /// Whether this plan would use it.
    pub wanted: fn(&Plan) -> bool,
}
