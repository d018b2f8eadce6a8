//! The table of formats: one file each, one row each.

use super::super::x509::{ParseError, der::Element, der::tag};
use super::collector::{Collector, Place};
use super::formats;
use super::material::{LooksLike, ProblemKind, Sloppiness};
use super::shape::Shape;
use super::ssh;
use crate::report::InputKind;
use zeroize::Zeroizing;

/// A format: how it is recognised and who reads it. To add one: its file, one line in [`FORMATS`], cases.
pub(super) struct Format {
    /// What it is in the report.
    pub(super) kind: InputKind,
    /// The labels that it has in PEM, upper case; the first is the one that every server knows.
    pub(super) labels: &'static [&'static str],
    /// Whether bytes look like it. It is asked in the order of the table, and must be right about everything that is
    /// really something else; damaged bytes count as far as they are there.
    pub(super) sniff: fn(&[u8], &Shape<'_>) -> bool,
    /// Reads it and gives how many bytes were used.
    pub(super) read: fn(&mut Collector<'_>, &Block) -> Result<usize, ParseError>,
}

#[cfg(feature = "full")]
impl Format {
    /// Whether it holds one thing, and that in the open.
    pub(super) fn is_single(&self) -> bool {
        let holds_others =
            matches!(self.kind, InputKind::Pkcs7 | InputKind::Pkcs12 | InputKind::Jks | InputKind::Archive);
        !holds_others && !self.labels.contains(&"ENCRYPTED PRIVATE KEY")
    }
}

/// The formats, in the order in which they are asked.
static FORMATS: &[&Format] = &[
    &formats::certificate::FORMAT,
    &formats::pkcs8::FORMAT,
    &formats::encrypted_pkcs8::FORMAT,
    &formats::pkcs1::FORMAT,
    &formats::sec1::FORMAT,
    &formats::dsa::FORMAT,
    &formats::csr::FORMAT,
    &formats::crl::FORMAT,
    &formats::ocsp::FORMAT,
    &formats::pkcs7::FORMAT,
    &formats::pkcs12::FORMAT,
    &formats::jks::FORMAT,
    &formats::archive::FORMAT,
    &formats::public_key::FORMAT,
    &formats::parameters::FORMAT,
];

/// Labels that are read, but that not every server knows.
static OLD_LABELS: [&str; 3] = ["X509 CERTIFICATE", "TRUSTED CERTIFICATE", "NEW CERTIFICATE REQUEST"];

/// The content of a PEM block or of a binary file.
pub(super) struct Block {
    /// The bytes; wiped, since they may be a private key.
    pub(super) bytes: Zeroizing<Vec<u8>>,
    /// Where they stand.
    pub(super) place: Place,
    /// The label, for PEM.
    pub(super) label: Option<String>,
    /// How they are encrypted, where a PEM header says that they are: the value of its `DEK-Info`.
    pub(super) encrypted: Option<String>,
}

/// The format that bytes look like.
pub(super) fn sniff(bytes: &[u8]) -> Option<&'static Format> {
    let shape = Shape::of(bytes);
    FORMATS.iter().find(|format| (format.sniff)(bytes, &shape)).copied()
}

/// The format that a label promises.
fn labelled(label: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.labels.contains(&label)).copied()
}

/// What a label promises, for blocks that can not be read.
pub(super) fn kind_of_label(label: &str) -> InputKind {
    labelled(label).map_or(InputKind::Unknown, |format| format.kind)
}

/// What a label says where SSH and PGP use the dress of PEM.
pub(super) fn of_another_world(label: &str, bytes: &[u8]) -> Option<LooksLike> {
    if label.starts_with("PGP ") {
        return Some(LooksLike::Pgp);
    }
    ssh::labelled(label, bytes).map(LooksLike::Ssh)
}

/// Reads a PEM block: what it holds counts more than what its label says.
pub(super) fn read_block(collector: &mut Collector<'_>, block: &Block) {
    let label = block.label.as_deref().unwrap_or_default();
    let line = block.place.line.unwrap_or_default();
    let promised = labelled(label);
    if block.encrypted.is_some() {
        return formats::encrypted_legacy::read(collector, block);
    }
    let holds = if promised.is_some_and(|format| format.kind == InputKind::Parameters) {
        promised
    } else {
        sniff(&block.bytes).or(promised)
    };
    let Some(format) = holds else { return unreadable(collector, block.place, LooksLike::Text) };
    if OLD_LABELS.contains(&label) {
        collector.sloppy(Sloppiness::OldLabel, line);
    } else if block.label.is_some() && !format.labels.contains(&label) {
        collector.sloppy(Sloppiness::WrongLabel, line);
    }
    read_as(collector, block, format);
}

/// Reads what lay in a container, which promises `kind`. Containers in containers, and locked keys behind locks, are not
/// followed: nothing goes round in circles.
#[cfg(feature = "full")]
pub(super) fn read_inside(collector: &mut Collector<'_>, bytes: &[u8], kind: InputKind, place: Place) {
    let promised = || FORMATS.iter().copied().find(|format| format.kind == kind);
    let Some(format) = sniff(bytes).filter(|format| format.is_single()).or_else(promised) else {
        return unreadable(collector, place, LooksLike::Binary);
    };
    let block = Block { bytes: Zeroizing::new(bytes.to_vec()), place, label: None, encrypted: None };
    read_as(collector, &block, format);
}

/// Reads the structures of a binary file one after the other; gives false where it is none of the formats.
pub(super) fn read_binary(collector: &mut Collector<'_>, bytes: &[u8]) -> bool {
    let mut start = 0_usize;
    // A file that makes nothing but problems is left; those of others do not count.
    let was_full = collector.is_full_of_problems();
    while let Some(rest) = bytes.get(start..).filter(|rest| !rest.is_empty()) {
        let Some(format) = sniff(rest) else { break };
        let place = Place { line: None, offset: u32::try_from(start).ok() };
        // Only the structure itself is copied: a file may hold thousands.
        let structure = rest.get(..extent(rest)).unwrap_or(rest);
        let block = Block { bytes: Zeroizing::new(structure.to_vec()), place, label: None, encrypted: None };
        start = start.saturating_add(read_as(collector, &block, format).max(1));
        if collector.is_stopped() || collector.is_full_of_problems() && !was_full {
            return true;
        }
    }
    let rest = bytes.get(start..).unwrap_or_default();
    if start > 0 && !super::text::trim(rest).is_empty() {
        let place = Place { line: None, offset: u32::try_from(start).ok() };
        collector.problem(place, ProblemKind::BadDer { kind: InputKind::Unknown, error: left_over(start, rest.len()) });
    }
    start > 0
}

/// How many bytes the structure takes that `bytes` begin with; all of them where it is no DER, or wants more.
fn extent(bytes: &[u8]) -> usize {
    match Element::read(bytes, 0) {
        Ok(element) if element.is(tag::SEQUENCE) => element.raw.len(),
        // Only containers leave their lengths open, and only the full engine reads those.
        #[cfg(feature = "full")]
        _ if bytes.starts_with(b"\x30") => super::full::ber::extent(bytes),
        _ => bytes.len(),
    }
}

/// Reads a block as one format and reports what is wrong with it; gives how many bytes were used.
fn read_as(collector: &mut Collector<'_>, block: &Block, format: &Format) -> usize {
    match (format.read)(collector, block) {
        Ok(used) => used,
        Err(error) => {
            let problem = damage(block, format, error);
            collector.unreadable(format.kind, block.place, block.place, problem);
            block.bytes.len()
        }
    }
}

/// A structure that claims more bytes than there are was cut off; anything else is wrong inside.
fn damage(block: &Block, format: &Format, error: ParseError) -> ProblemKind {
    match &block.label {
        Some(label) if Shape::of(&block.bytes).is_cut() => ProblemKind::Truncated { label: label.clone() },
        _ => ProblemKind::BadDer { kind: format.kind, error },
    }
}

/// A complaint about bytes behind the end of a structure.
pub(super) fn left_over(offset: usize, length: usize) -> ParseError {
    ParseError { structure: "end", offset, reason: format!("{length} bytes stand after the end") }
}

/// Adds something recognised that is not read.
pub(super) fn unreadable(collector: &mut Collector<'_>, place: Place, looks_like: LooksLike) {
    let kind = match looks_like {
        LooksLike::OtherArchive(_) => InputKind::Archive,
        _ => InputKind::Unknown,
    };
    collector.unreadable(kind, place, place, ProblemKind::Unreadable(looks_like));
}
