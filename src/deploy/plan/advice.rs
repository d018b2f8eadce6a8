//! What the guideline asks for, as far as a version of a server can do it.

use super::asked::Asked;
use crate::deploy::guideline::{self, Advice, Protocol};
use crate::deploy::notes;
use crate::deploy::targets::{Library, Quirk, Reach, Target};
use crate::deploy::version::Version;
use crate::report::CertificateSummary;
use crate::report::wire::Switch;

/// A kind of key that every suite is kept for.
const EVERY_KEY: &str = "";

impl Asked<'_> {
    /// The kind of key that there have to be suites for.
    pub fn kind_of_key<'leaf>(&self, leaf: &'leaf CertificateSummary, version: Option<Version>) -> &'leaf str {
        let has_both = |version| self.options.has(Switch::BothKeys) && self.target.has(Switch::BothKeys, version);
        let is_every = version.is_some_and(has_both) || self.target.is(Quirk::Shared);
        if is_every { EVERY_KEY } else { leaf.key.algorithm.as_str() }
    }

    /// What the plan takes from the guideline. Where nothing is left of it, that is refused.
    pub fn advice(
        &mut self,
        leaf: &CertificateSummary,
        (version, library): (Version, Option<Version>),
        algorithm: &str,
    ) -> Option<Advice> {
        let possible = self.possible(leaf, (version, library), algorithm);
        possible.or_else(|| self.refuse(notes::no_protocol(self.target, version, self.options.profile)))
    }

    /// The guideline's advice, less what this version of the server does not speak; none when nothing is left.
    fn possible(
        &mut self,
        leaf: &CertificateSummary,
        (version, library): (Version, Option<Version>),
        algorithm: &str,
    ) -> Option<Advice> {
        let (target, profile) = (self.target, self.options.profile);
        let mut advice = guideline::advice(profile, algorithm)?;
        let asked = std::mem::take(&mut advice.protocols);
        if target.reach == Reach::Store {
            advice.protocols = asked;
            return Some(advice);
        }
        // RFC 4492 §2.2 asks for it; OpenSSL and GnuTLS do not.
        let is_mixed = leaf.key.algorithm == "EC" && !leaf.signature.starts_with("ecdsa");
        let speaks = |protocol: &Protocol| match target.policy(profile, algorithm) {
            Some(policy) => policy.protocols.contains(protocol),
            None => {
                let is_kept = *protocol >= Protocol::Tls12 || !target.is(Quirk::OldVersionsWantOneKind) || !is_mixed;
                is_kept && target.policies.is_empty() && target.speaks(*protocol, version)
            }
        };
        let (mut spoken, silent): (Vec<_>, Vec<_>) = asked.iter().partition(|protocol| speaks(protocol));
        let has_policy = target.policy(profile, algorithm).is_some();
        if spoken.first().is_none_or(|oldest| !has_policy && !target.can_begin_with(*oldest, version)) {
            return None;
        }
        if let Some(policy) = target.policy(profile, algorithm) {
            let more: Vec<_> = policy.protocols.iter().copied().filter(|protocol| !asked.contains(protocol)).collect();
            if !more.is_empty() {
                self.notes.push(notes::protocols_also_on(target, &more));
            }
            spoken = policy.protocols.to_vec();
        }
        if !silent.is_empty() {
            self.notes.push(notes::protocols_left_out(target, version, &silent));
        }
        if spoken == [Protocol::Tls13] {
            self.notes.push(notes::only_tls13(advice.oldest_clients));
        }
        if !takes_level(target, version, library) || spoken.iter().all(|protocol| *protocol >= Protocol::Tls12) {
            advice.security_level = None;
        }
        advice.suites.retain(|suite| (target.has_suite)(suite));
        advice.protocols = spoken;
        Some(advice)
    }
}

/// Whether the library has security levels: OpenSSL since 1.1.0. A server from before TLS 1.3 comes with a library from
/// before them (OpenSSL 1.0.2 in CentOS 7), which refuses to read one. They are there for the oldest versions; without
/// these they would only weaken the rest.
fn takes_level(target: &Target, version: Version, library: Option<Version>) -> bool {
    let by_itself = || target.is(Quirk::AnyAgeHasLevels) || target.speaks(Protocol::Tls13, version);
    let is_new = library.map_or_else(by_itself, |library| library >= Version(1, 1, 0));
    target.library == Library::OpenSsl && !target.is(Quirk::SetsOwnLevel) && is_new
}
