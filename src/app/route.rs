//! The address: which tab is open, and what it points at. Never holds what was put in.

use crate::report::Report;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A part of the result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tab {
    /// Every certificate, where there are many; else there is no such tab.
    #[default]
    List,
    /// Who signed whom.
    Chain,
    /// Hosts and what covers them.
    Names,
    /// The time line.
    Dates,
    /// Mini-programs and phones.
    Platforms,
    /// Server configurations.
    Deploy,
    /// Getting and renewing.
    Renew,
    /// What was given, in other formats.
    Files,
    /// One server certificate in another's place.
    Compare,
    /// Every field.
    Details,
}

impl Tab {
    /// Every tab, in the order shown.
    pub const ALL: [Self; 10] = [
        Self::List,
        Self::Chain,
        Self::Names,
        Self::Dates,
        Self::Platforms,
        Self::Deploy,
        Self::Renew,
        Self::Files,
        Self::Compare,
        Self::Details,
    ];

    /// Whether a report has something to show there.
    pub fn is_of(self, report: &Report) -> bool {
        match self {
            Self::List => report.is_pile(),
            Self::Compare => report.can_be_compared(),
            _ => true,
        }
    }

    /// The tab that is open where an address names this one: the chain, where there is nothing to list.
    pub fn open(self, report: &Report) -> Self {
        if self == Self::List && !self.is_of(report) { Self::Chain } else { self }
    }

    /// Its name in addresses and hooks.
    pub const fn id(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Chain => "chain",
            Self::Names => "names",
            Self::Dates => "dates",
            Self::Platforms => "platforms",
            Self::Deploy => "deploy",
            Self::Renew => "renew",
            Self::Files => "files",
            Self::Compare => "compare",
            Self::Details => "details",
        }
    }
}

/// What an address begins with, behind `#`, that carries certificates.
pub const CARRIES: &str = "#c=";

/// What an address begins with that points at a finding.
const FINDING: &str = "#finding=";

/// The code of the finding that the address points at, and which time it does: the same again is shown again.
pub type Pointed = (Rc<str>, u32);

/// Where the address points.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// The open tab.
    pub tab: Tab,
    /// Details: which certificate.
    pub certificate: Option<usize>,
    /// Details: which field, as findings name it.
    pub path: Option<String>,
    /// Deploy: the choices, which only `look` understands.
    pub choices: Option<Rc<str>>,
    /// The code of a finding to bring into view.
    pub finding: Option<String>,
}

impl Route {
    /// A tab as it opens.
    pub const fn to(tab: Tab) -> Self {
        Self { tab, certificate: None, path: None, choices: None, finding: None }
    }

    /// The configuration with these choices, as `target=nginx&profile=legacy`.
    pub fn configuration(choices: &Rc<str>) -> Self {
        Self { choices: (!choices.is_empty()).then(|| Rc::clone(choices)), ..Self::to(Tab::Deploy) }
    }

    /// A certificate's details, at a field where one is named.
    pub fn field(certificate: usize, path: &str) -> Self {
        let path = (!path.is_empty()).then(|| path.to_owned());
        Self { certificate: Some(certificate), path, ..Self::to(Tab::Details) }
    }

    /// A finding, as its code.
    pub fn finding(code: &str) -> Self {
        Self { finding: Some(code.to_owned()), ..Self::default() }
    }

    /// Reads `#details/0/tbs.validity`, `#deploy?target=nginx` and `#finding=CHN003`. What is unknown is left out.
    pub fn parse(hash: &str) -> Self {
        if let Some(code) = hash.strip_prefix(FINDING) {
            return if code.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                Self::finding(code)
            } else {
                Self::default()
            };
        }
        let (hash, query) = hash.split_once('?').unwrap_or((hash, ""));
        let mut parts = hash.trim_start_matches('#').splitn(3, '/');
        let tab = parts.next().unwrap_or_default();
        let tab = Tab::ALL.into_iter().find(|known| known.id() == tab).unwrap_or_default();
        let certificate = parts.next().and_then(|index| index.parse().ok());
        let path = parts.next().filter(|path| !path.is_empty()).map(str::to_owned);
        let choices = (tab == Tab::Deploy && !query.is_empty()).then(|| query.into());
        Self { tab, certificate, path, choices, finding: None }
    }

    /// As [`Self::parse`] reads it.
    pub fn hash(&self) -> String {
        if let Some(code) = &self.finding {
            return [FINDING, code].concat();
        }
        let mut hash = String::from("#");
        hash.push_str(self.tab.id());
        if let Some(certificate) = self.certificate {
            hash.push('/');
            hash.push_str(&certificate.to_string());
            if let Some(path) = &self.path {
                hash.push('/');
                hash.push_str(path);
            }
        }
        if let Some(choices) = &self.choices {
            hash.push('?');
            hash.push_str(choices);
        }
        hash
    }
}

/// The server that choices are for; none where none was chosen.
pub fn target(choices: &str) -> Option<&str> {
    choices.split('&').find_map(|choice| choice.strip_prefix("target=")).filter(|target| !target.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let routes = Tab::ALL.map(Route::to).into_iter().chain([
            Route::field(3, ""),
            Route::field(0, "tbs.extensions.subjectAltName[2]"),
            Route::field(0, "a/b"),
            Route::finding("CHN003"),
            Route::configuration(&"target=caddy&profile=modern".into()),
        ]);
        for route in routes {
            assert_eq!(Route::parse(&route.hash()), route, "{}", route.hash());
        }
    }

    #[test]
    fn an_unknown_address_opens_the_first_tab() {
        for hash in ["", "#", "#nothing", "#details-of-nothing", "#finding=\"]", "#findings"] {
            assert_eq!(Route::parse(hash), Route::default());
        }
        assert_eq!(Route::parse("#details/x").certificate, None);
    }

    #[test]
    fn choices_are_for_a_server() {
        assert_eq!(target("profile=modern&target=caddy"), Some("caddy"));
        for nowhere in ["", "target=", "profile=target=x", "my-target=caddy"] {
            assert_eq!(target(nowhere), None);
        }
    }
}
