//! What was asked for, read and let in or refused: hosts, where requests go on, files.

use super::Pair;
use crate::deploy::allow::{FilePath, Host, Upstream};
use crate::deploy::notes;
use crate::deploy::targets::{Quirk, Target};
use crate::report::wire::{DeployOptions, Field};
use crate::report::{CertificateSummary, Finding, Report};
use std::collections::HashSet;

/// What was asked for, while it is read.
pub struct Asked<'a> {
    /// The server.
    pub target: &'static Target,
    /// The words.
    pub options: &'a DeployOptions,
    /// What to know about it.
    pub notes: Vec<Finding>,
    /// What stands in the way.
    pub refused: Vec<Finding>,
}

impl<'a> Asked<'a> {
    /// Nothing read yet.
    pub const fn of(target: &'static Target, options: &'a DeployOptions) -> Self {
        Self { target, options, notes: Vec::new(), refused: Vec::new() }
    }

    /// What was asked for can not be had.
    pub fn refuse<T>(&mut self, why: Finding) -> Option<T> {
        self.refused.push(why);
        None
    }

    /// The hosts asked for, all or nothing; or those of the certificate, as far as they can be written.
    pub fn hosts(&mut self, report: &Report, leaf: &CertificateSummary) -> Vec<Host> {
        let asked: Vec<&String> = self.options.names.iter().filter(|name| !name.trim().is_empty()).collect();
        let typed = !asked.is_empty();
        let names = if typed { asked } else { leaf.names.iter().collect() };
        let certificate = report.chain.leaf;
        let mut seen = HashSet::new();
        let mut hosts = Vec::new();
        let mut bad = Vec::new();
        for name in names {
            match if typed { Host::typed(name) } else { Host::parse(name) } {
                Ok(host) if seen.insert(host.clone()) => hosts.push(host),
                Ok(_) => {}
                Err(why) => bad.push((name.clone(), why)),
            }
        }
        match bad.is_empty() {
            true => {}
            false if typed => self.refused.extend(bad.into_iter().map(|(name, why)| notes::name_refused(name, why))),
            false if hosts.is_empty() => self.refused.push(notes::names_skipped(bad, certificate)),
            false => self.notes.push(notes::names_skipped(bad, certificate)),
        }
        if hosts.is_empty() && !typed {
            self.refused.push(notes::no_usable_name());
            return hosts;
        }
        let (hosts, foreign): (Vec<Host>, Vec<Host>) = hosts.into_iter().partition(self.target.hosts);
        match (foreign.is_empty(), hosts.is_empty()) {
            (true, _) => {}
            (false, true) => self.refused.push(notes::hosts_refused(self.target, &foreign)),
            (false, false) => self.notes.push(notes::hosts_left_out(self.target, &foreign)),
        }
        hosts
    }

    /// What was typed for a field that the target has; what it has no use for is left alone.
    pub fn typed(&self, field: Field, text: Option<&'a String>) -> Option<&'a str> {
        let text = text.map(|text| text.trim()).filter(|text| !text.is_empty())?;
        self.target.fields.contains(&field).then_some(text)
    }

    /// Where requests go on.
    pub fn upstream(&mut self) -> Option<Upstream> {
        let text = self.typed(Field::Upstream, self.options.upstream.as_ref()).or(self.target.upstream)?;
        match Upstream::parse(text) {
            Ok(upstream) if upstream.https && self.target.is(Quirk::PlainUpstream) => {
                self.refuse(notes::upstream_tls(self.target, &upstream))
            }
            Ok(upstream) if (self.target.upstreams)(&upstream) => Some(upstream),
            Ok(upstream) => self.refuse(notes::upstream_foreign(self.target, &upstream.to_string())),
            Err(why) => self.refuse(notes::upstream_refused(text, why)),
        }
    }

    /// A path on the server.
    fn path(&mut self, text: &str) -> Option<FilePath> {
        let read = if self.target.is_windows() { FilePath::parse_windows } else { FilePath::parse };
        match read(text) {
            Ok(path) => Some(path),
            Err(why) => self.refuse(notes::path_refused(text, why)),
        }
    }

    /// The authorities whose certificates clients show.
    pub fn client_ca(&mut self) -> Option<FilePath> {
        self.path(self.typed(Field::ClientCa, self.options.client_ca.as_ref())?)
    }

    /// Both files or none: a key without its certificate is half a configuration.
    pub fn own_files(&mut self) -> Option<Pair> {
        let certificate = self.typed(Field::Paths, self.options.certificate.as_ref());
        let key = self.typed(Field::Paths, self.options.key.as_ref());
        match (certificate, key) {
            (None, None) => None,
            (Some(certificate), Some(key)) => {
                let (certificate, key) = (self.path(certificate), self.path(key));
                Some(Pair { certificate: certificate?, key: key? })
            }
            (one, other) => self.refuse(notes::path_missing(one.or(other).unwrap_or_default(), one.is_none())),
        }
    }
}
