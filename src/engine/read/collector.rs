//! Where readers put what they found.

use super::super::budget::{LIMITS, Reached};
#[cfg(feature = "full")]
use super::super::x509::CertificateRequest;
use super::super::x509::{self, KeyAlgorithm, ParseError, der::Element};
#[cfg(feature = "full")]
use super::material::Revocation;
use super::material::{Given, Material, Problem, ProblemKind, PublicKeyGiven, Sloppiness, Symptom, Told};
use super::private_key::PrivateKey;
#[cfg(not(feature = "full"))]
use super::rare::signs_with_rare_mathematics;
use super::settings::{Setting, settings};
use super::virtual_host::VirtualHost;
#[cfg(feature = "full")]
use super::{full::archive::Unpacked, passwords::Passwords};
use crate::report::{Claim, Input, InputKind, Options, Progress};
use std::cmp::Ordering;

/// Where a block or a binary structure stands in its source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// Line of its BEGIN, counted from 1, in text.
    pub(super) line: Option<u32>,
    /// First byte, in binary files.
    pub(super) offset: Option<u32>,
}

/// Everything found so far, and the source that is being read.
#[cfg_attr(not(feature = "full"), allow(dead_code, reason = "the base engine opens nothing"))]
pub(super) struct Collector<'a> {
    material: Material,
    /// What to read by: the pack's folder that counts, passwords.
    pub(super) options: &'a Options,
    /// Hears how far long work has come.
    pub(super) watch: &'a mut dyn FnMut(Progress),
    /// What to try on what is locked.
    #[cfg(feature = "full")]
    pub(super) passwords: Passwords,
    /// What was spent on archives.
    #[cfg(feature = "full")]
    pub(super) unpacked: Unpacked,
    /// Name of the file that is being read, with the path inside its archive.
    pub(super) source: String,
    /// Index of the source that it is, or lies in.
    pub(super) source_index: usize,
    /// The certificates by their SHA-256: thousands of repeats stay cheap.
    by_fingerprint: Vec<usize>,
    /// Sloppiness already noted for this source: once each, with the first line.
    noted: Vec<Sloppiness>,
    /// What is read was unwrapped: the wrapping around it.
    wrapping: Option<Wrapping>,
    /// The error messages of this source, each with its number of places.
    messages: Vec<(i16, usize)>,
    /// Bytes of text in which claims were looked for.
    searched: usize,
    /// Blocks that this text seems to have, and things that were read before it; for whoever waits.
    pub(super) expected: (u64, usize),
    /// How much was understood or complained about, whether it was kept or not.
    count: usize,
    /// What was tried in vain inside of wrappings of this source.
    vain: u32,
    /// The bytes of this source are known to be damaged.
    distrusted: bool,
    stopped: bool,
}

/// Something around what is being read.
#[derive(Clone, Copy)]
struct Wrapping {
    /// The line that it begins on: lines inside are nobody's.
    line: u32,
    /// Wrappings around this one, itself included.
    depth: u8,
    /// What is sloppy inside does not count: it came with the wrapping.
    quiet: bool,
}

/// Base64 of base64 of PEM was seen; more is a game.
const DEEPEST_WRAPPING: u8 = 4;
/// Words inside of wrappings that are tried in vain, of one source: each of those may hold eight more, four levels deep.
const INNER_TRIES: u32 = 64;
/// Settings of configurations, before another source is looked at for them.
const SETTINGS: usize = 256;
/// Kinds of error messages in one source, and places of each.
const MESSAGES: usize = 16;
const PLACES: usize = 32;

impl<'a> Collector<'a> {
    pub(super) fn new(options: &'a Options, watch: &'a mut dyn FnMut(Progress)) -> Self {
        Self {
            material: Material::default(),
            options,
            watch,
            #[cfg(feature = "full")]
            passwords: Passwords::given(&options.passwords),
            #[cfg(feature = "full")]
            unpacked: Unpacked::default(),
            source: String::new(),
            source_index: 0,
            by_fingerprint: Vec::new(),
            noted: Vec::new(),
            wrapping: None,
            messages: Vec::new(),
            searched: 0,
            expected: (0, 0),
            count: 0,
            vain: 0,
            distrusted: false,
            stopped: false,
        }
    }

    /// Reads what was unwrapped, all of which stands on `line` of the text around it.
    pub(super) fn within(&mut self, line: u32, quiet: bool, read: impl FnOnce(&mut Self)) {
        let outer = self.wrapping;
        let depth = outer.map_or(0, |outer| outer.depth).saturating_add(1);
        if depth <= DEEPEST_WRAPPING {
            let (line, loud) = outer.map_or((line, true), |outer| (outer.line, !outer.quiet));
            self.wrapping = Some(Wrapping { line, depth, quiet: quiet || !loud });
            read(self);
            self.wrapping = outer;
        }
    }

    /// Keeps what a configuration says of the handshake, where the text is one.
    pub(super) fn settings(&mut self, text: &[u8]) {
        if self.material.settings.len().max(self.material.virtual_hosts.len()) < SETTINGS {
            let (hosts, settings) = settings(&self.source, text);
            let first = self.material.virtual_hosts.len();
            let source = &self.source;
            self.material
                .virtual_hosts
                .extend(hosts.into_iter().map(|it| VirtualHost { source: source.clone(), ..it }));
            let host = |own: Option<usize>| own.map(|own| own.saturating_add(first));
            self.material.settings.extend(settings.into_iter().map(|it| Setting { host: host(it.host), ..it }));
        }
    }

    /// A place in the source itself.
    fn outside(&self, place: Place) -> Place {
        self.wrapping.map_or(place, |wrapping| Place { line: Some(wrapping.line), offset: None })
    }

    /// Turns to the next source.
    pub(super) fn turn_to(&mut self, index: usize, name: &str) {
        (self.source, self.source_index) = (name.to_owned(), index);
        self.noted.clear();
        self.messages.clear();
        (self.vain, self.distrusted) = (0, false);
    }

    /// Notes that the bytes of this source are not what they were: that says why they are written strangely.
    #[cfg(feature = "full")]
    pub(super) fn distrust(&mut self) {
        self.distrusted = true;
    }

    /// Notes that only the full engine can read what is here.
    #[cfg(not(feature = "full"))]
    pub(super) fn needs_full(&mut self) {
        self.material.needs_full = true;
    }

    /// Whether a limit was reached: nothing more is read.
    pub(super) fn is_stopped(&self) -> bool {
        self.stopped
    }

    /// Whether there are more problems than anybody reads.
    pub(super) fn is_full_of_problems(&self) -> bool {
        self.material.problems.len() > LIMITS.problems
    }

    /// Whether more words may be tried here.
    pub(super) fn may_go_on(&self) -> bool {
        !self.stopped && (self.wrapping.is_none() || self.vain < INNER_TRIES)
    }

    /// Notes that a word held nothing.
    pub(super) fn tried_in_vain(&mut self) {
        self.vain = self.vain.saturating_add(u32::from(self.wrapping.is_some()));
    }

    /// Everything.
    pub(super) fn finish(self) -> Material {
        self.material
    }

    /// How many things were understood or complained about so far; complaints that there is no room for count, too.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Adds what a block or file was understood to be.
    pub(super) fn input(&mut self, kind: InputKind, place: Place) -> usize {
        self.count = self.count.saturating_add(1);
        self.tell();
        self.material.inputs.push(Input {
            source: self.source.clone(),
            source_index: self.source_index,
            kind,
            role: None,
            certificate: None,
            key: None,
            public_key: None,
            request: None,
            revocation: None,
            line: self.outside(place).line,
        });
        self.material.inputs.len().saturating_sub(1)
    }

    /// Adds something that can not be read, and why not.
    pub(super) fn unreadable(&mut self, kind: InputKind, place: Place, at: Place, problem: ProblemKind) {
        if self.material.problems.len() < LIMITS.problems {
            self.input(kind, place);
        }
        self.problem(at, problem);
    }

    /// Adds what is wrong; the last one that there is room for says so.
    pub(super) fn problem(&mut self, place: Place, kind: ProblemKind) {
        self.count = self.count.saturating_add(1);
        let kind = match self.material.problems.len().cmp(&LIMITS.problems) {
            Ordering::Less => kind,
            Ordering::Equal => ProblemKind::Limit(reached("problems", LIMITS.problems)),
            Ordering::Greater => return,
        };
        let place = self.outside(place);
        self.material.problems.push(Problem {
            source_index: self.source_index,
            source: self.source.clone(),
            line: place.line,
            offset: place.offset,
            kind,
        });
    }

    /// Adds something that servers would refuse; once for each source.
    pub(super) fn sloppy(&mut self, what: Sloppiness, line: u32) {
        let quiet = self.distrusted || self.wrapping.is_some_and(|wrapping| wrapping.quiet);
        if !quiet && !self.noted.contains(&what) {
            self.noted.push(what);
            self.problem(Place { line: Some(line), offset: None }, ProblemKind::Sloppy(what));
        }
    }

    /// Adds an error message; the first of a file makes it an input of its own. A log says the same thousands of times.
    pub(super) fn symptom(&mut self, id: i16, line: u32, quote: String, host: Option<String>) {
        self.count = self.count.saturating_add(1);
        let kinds = self.messages.len();
        match self.messages.iter_mut().find(|(known, _)| *known == id) {
            Some((_, places)) if *places < PLACES => *places = places.saturating_add(1),
            None if kinds < MESSAGES => self.messages.push((id, 1)),
            _ => return,
        }
        if self.material.symptoms.len() >= LIMITS.problems {
            return;
        }
        let place = self.outside(Place { line: Some(line), offset: None });
        let known = self.material.symptoms.iter().rev().find(|symptom| {
            let input = self.material.inputs.get(symptom.input);
            input.is_some_and(|input| input.source_index == self.source_index && input.source == self.source)
        });
        let input = known.map(|symptom| symptom.input);
        let input = input.unwrap_or_else(|| self.input(InputKind::ErrorText, place));
        self.material.symptoms.push(Symptom { id, input, line: place.line.unwrap_or(line), quote, host });
    }

    /// How many of the next so many bytes of text may be searched for claims.
    pub(super) fn allowed_for_claims(&mut self, bytes: usize) -> usize {
        let allowed = bytes.min(LIMITS.prose.saturating_sub(self.searched));
        self.searched = self.searched.saturating_add(allowed);
        allowed
    }

    /// Adds a claim that a text makes. It is nothing to read by itself: whoever finds no more calls the text an article.
    pub(super) fn claim(&mut self, claim: Claim, line: u32, words: String) {
        let line = self.outside(Place { line: Some(line), offset: None }).line.unwrap_or(line);
        if self.material.told.len() < LIMITS.problems {
            self.material.told.push(Told { claim, source: self.source.clone(), line, words });
        }
    }

    /// Notes that a limit was reached, and stops.
    pub(super) fn stop(&mut self, what: &'static str, limit: usize) {
        self.problem(Place::default(), ProblemKind::Limit(reached(what, limit)));
        self.stopped = true;
    }

    /// Adds a certificate, as far as `der` is one; gives how many bytes it has.
    pub(super) fn certificate(&mut self, der: &[u8], place: Place) -> Result<usize, ParseError> {
        if self.material.given.len() >= LIMITS.certificates {
            self.stop("certificates", LIMITS.certificates);
            return Ok(der.len());
        }
        let exact = Element::read(der, 0).map_err(|fault| fault.within("Certificate"))?.raw;
        let digest = x509::fingerprint(exact);
        let certificates = &mut self.material.certificates;
        let fingerprint = |index: &usize| certificates.get(*index).map(|certificate| certificate.sha256);
        let certificate = match self.by_fingerprint.binary_search_by_key(&Some(digest), fingerprint) {
            Ok(place) => self.by_fingerprint.get(place).copied().unwrap_or_default(),
            Err(place) => {
                let index = certificates.len();
                certificates.push(x509::parse(exact)?);
                self.by_fingerprint.insert(place, index);
                index
            }
        };
        #[cfg(not(feature = "full"))]
        if certificates.get(certificate).is_some_and(signs_with_rare_mathematics) {
            self.needs_full();
        }
        let input = self.input(InputKind::Certificate, place);
        if let Some(entry) = self.material.inputs.get_mut(input) {
            entry.certificate = Some(certificate);
        }
        self.material.given.push(Given { certificate, input: Some(input) });
        Ok(exact.len())
    }

    /// The private keys so far.
    #[cfg(feature = "full")]
    pub(super) fn keys(&mut self) -> &mut Vec<PrivateKey> {
        &mut self.material.keys
    }

    /// Whether there are as many requests, public keys and revocation data as we compare with everything else; says so.
    fn is_full_of_objects(&mut self) -> bool {
        let objects = self.material.public_keys.len();
        #[cfg(feature = "full")]
        let objects =
            objects.saturating_add(self.material.requests.len()).saturating_add(self.material.revocation.len());
        let full = objects >= LIMITS.objects;
        if full {
            self.stop("objects", LIMITS.objects);
        }
        full
    }

    /// Adds a public key by itself.
    pub(super) fn public_key(&mut self, place: Place, algorithm: KeyAlgorithm, spki: Vec<u8>) {
        if self.is_full_of_objects() {
            return;
        }
        let input = self.input(InputKind::PublicKey, place);
        if let Some(entry) = self.material.inputs.get_mut(input) {
            entry.public_key = Some(self.material.public_keys.len());
        }
        self.material.public_keys.push(PublicKeyGiven { input, algorithm, spki });
    }

    /// Adds a certificate signing request.
    #[cfg(feature = "full")]
    pub(super) fn request(&mut self, place: Place, request: CertificateRequest) {
        if self.is_full_of_objects() {
            return;
        }
        let input = self.input(InputKind::Csr, place);
        if let Some(entry) = self.material.inputs.get_mut(input) {
            entry.request = Some(self.material.requests.len());
        }
        self.material.requests.push((input, request));
    }

    /// Adds a revocation list or an OCSP response.
    #[cfg(feature = "full")]
    pub(super) fn revocation(&mut self, kind: InputKind, place: Place, revocation: Revocation) {
        if self.is_full_of_objects() {
            return;
        }
        let input = self.input(kind, place);
        if let Some(entry) = self.material.inputs.get_mut(input) {
            entry.revocation = Some(self.material.revocation.len());
        }
        self.material.revocation.push((input, revocation));
    }

    /// Adds a private key; `make` gets the index of its input.
    pub(super) fn private_key(&mut self, place: Place, make: impl FnOnce(usize) -> PrivateKey) {
        let input = self.input(InputKind::PrivateKey, place);
        if let Some(entry) = self.material.inputs.get_mut(input) {
            entry.key = Some(self.material.keys.len());
        }
        self.material.keys.push(make(input));
    }
}

fn reached(what: &'static str, limit: usize) -> Reached {
    Reached { what, limit: u64::try_from(limit).unwrap_or(u64::MAX) }
}
