//! Versions: of the system, of the server, of the library that speaks TLS for it, and what that brings.

use super::asked::Asked;
use crate::deploy::guideline::{self, Group};
use crate::deploy::notes;
use crate::deploy::systems::{self, Manager, System};
use crate::deploy::targets::{Library, Target};
use crate::deploy::version::Version;

impl Asked<'_> {
    /// The system that the server runs on, where that was said.
    pub fn system(&mut self) -> Option<System> {
        let asked = self.options.system.as_deref().map(str::trim).filter(|id| !id.is_empty());
        // A panel's server runs below its panel, which needs no telling.
        let panel = self.target.systems.iter().map(|(id, _)| *id).filter(|_| self.target.systems.len() == 1);
        let mut panel = panel.filter(|id| systems::find(id).is_some_and(|system| system.manager == Manager::Baota));
        let id = asked.or(panel.next())?;
        systems::find(id).or_else(|| self.refuse(notes::unknown_system(self.target, id)))
    }

    /// The version of the server.
    pub fn version(&mut self, system: Option<System>) -> Option<Version> {
        let text = self.options.version.as_deref().map(str::trim).unwrap_or_default();
        if self.target.is_service() || text.is_empty() {
            let packaged = system.and_then(|system| self.target.packaged(system.id));
            return Some(packaged.unwrap_or(self.target.latest));
        }
        match Version::parse(text) {
            Some(version) if version >= self.target.oldest => Some(version),
            Some(version) => self.refuse(notes::version_too_old(self.target, version, self.target.oldest)),
            None => self.refuse(notes::unknown_version(self.target.title, text)),
        }
    }

    /// The version of the library that the server is linked with, where anybody knows.
    pub fn library(&mut self, system: Option<System>) -> Option<Version> {
        let of_system = || match self.target.library {
            Library::OpenSsl => system?.openssl,
            Library::GnuTls => system?.gnutls,
            _ => None,
        };
        let text = self.options.library.as_deref().map(str::trim).filter(|text| !text.is_empty());
        match text.map(|text| (text, Version::parse(text))) {
            None => of_system(),
            Some((_, Some(version))) => Some(version),
            Some((text, None)) => self.refuse(notes::unknown_version(self.target.library.title(), text)),
        }
    }
}

/// The groups to write down. OpenSSL does not start with one that it does not know, so that without its version nothing
/// is written; other libraries come with the server, whose version said already that it has them.
pub fn groups(target: &Target, library: Option<Version>) -> Vec<Group> {
    match (target.library, library) {
        (Library::OpenSsl, None) => Vec::new(),
        (Library::OpenSsl, Some(library)) => guideline::groups().filter(|group| library >= group.since).collect(),
        _ => guideline::groups().collect(),
    }
}
