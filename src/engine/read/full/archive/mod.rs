//! Archives: what lies in them is read as if it had been given by itself. One file for each kind.
//!
//! An archive is listed first, its password files are taken, and then one file after the other is unpacked, read and
//! wiped. Names are for showing: nothing is ever written anywhere, so that `../../etc/passwd` is a name like another.

mod entry;
mod gzip;
mod inflate;
mod names;
mod tar;
mod zip;

use super::super::super::budget::{LIMITS, Reached};
use super::super::super::x509::ParseError;
use super::super::collector::{Collector, Place};
use super::super::format::{Block, unreadable};
use super::super::material::{Damage, LooksLike, ProblemKind};
use super::super::passwords;
use crate::report::{InputKind, Progress, Step};
use entry::{Entry, Listing, Packing};
use inflate::{Inflated, Room, Unpacking};

/// What was spent on archives so far, by all sources together.
#[derive(Default)]
pub(in super::super) struct Unpacked {
    /// Archives that are open, one inside the other.
    depth: usize,
    files: usize,
    bytes: usize,
    /// What the files were called so far.
    names: names::Given,
}

/// Files are said to be unpacked in steps of so many: a message each would cost more than most files.
const PROGRESS_EVERY: usize = 25;

/// The kinds that are not opened, by their magic numbers.
static OTHERS: [(&[u8], &str); 4] =
    [(b"7z\xbc\xaf\x27\x1c", "7z"), (b"Rar!\x1a", "RAR"), (b"\xfd7zXZ\0", "xz"), (b"BZh", "bzip2")];

pub(in super::super) fn read(collector: &mut Collector<'_>, block: &Block) -> Result<usize, ParseError> {
    let bytes = block.bytes.as_slice();
    if let Some((_, name)) = OTHERS.iter().find(|(start, _)| bytes.starts_with(start)) {
        unreadable(collector, block.place, LooksLike::OtherArchive(name));
        return Ok(bytes.len());
    }
    collector.input(InputKind::Archive, block.place);
    if collector.unpacked.depth >= LIMITS.archive_depth {
        limit(collector, "nesting", LIMITS.archive_depth);
        return Ok(bytes.len());
    }
    collector.unpacked.depth = collector.unpacked.depth.saturating_add(1);
    if bytes.starts_with(gzip::MAGIC) {
        read_gzip(collector, bytes);
    } else if tar::is(bytes) {
        read_files(collector, &tar::list(bytes, files_left(collector)));
    } else {
        read_files(collector, &zip::list(bytes, files_left(collector)));
    }
    collector.unpacked.depth = collector.unpacked.depth.saturating_sub(1);
    Ok(bytes.len())
}

fn files_left(collector: &Collector<'_>) -> usize {
    LIMITS.archive_files.saturating_sub(collector.unpacked.files)
}

/// One file, which may be a tar: then that is the archive.
fn read_gzip(collector: &mut Collector<'_>, bytes: &[u8]) {
    let unpacked = gzip::unpack(bytes, &room(collector, bytes.len()));
    if let Some(damage) = unpacked.damage() {
        collector.problem(Place::default(), ProblemKind::Unpacking(damage));
    }
    let Some(content) = paid(collector, unpacked) else { return };
    if tar::is(&content.bytes) {
        return read_files(collector, &tar::list(&content.bytes, files_left(collector)));
    }
    let name = gzip::name(bytes).unwrap_or_else(|| names::without_gz(&collector.source));
    read_files(collector, &Listing::of_one(Entry::plain(name, &content.bytes)));
}

/// Reads the files of an archive, as far as the limits allow.
fn read_files(collector: &mut Collector<'_>, listing: &Listing<'_>) {
    let (archive, index) = (collector.source.clone(), collector.source_index);
    if listing.damaged {
        collector.problem(Place::default(), ProblemKind::Unpacking(Damage::Directory));
    }
    let given = &mut collector.unpacked.names;
    let mut files = Vec::new();
    for entry in &listing.entries {
        files.push((given.unique(index, names::inside(&archive, &entry.name)), entry));
    }
    for (name, entry) in files.iter().filter(|(name, _)| passwords::may_hold_one(name)) {
        if let Some(short) = entry.unpack_short(passwords::LONGEST_FILE) {
            collector.passwords.take((index, name), &short.bytes);
        }
    }
    let mut closed = Vec::new();
    for (done, (name, entry)) in files.iter().enumerate() {
        if done.checked_rem(PROGRESS_EVERY) == Some(0) {
            let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
            let (done, total) = (count(done), count(files.len()));
            (collector.watch)(Progress { step: Step::Unpacking, source: archive.clone(), done, total });
        }
        collector.turn_to(index, name);
        collector.unpacked.files = collector.unpacked.files.saturating_add(1);
        match entry.packing {
            Packing::Stored | Packing::Deflated => read_file(collector, entry),
            Packing::Locked => keep_closed(collector, LooksLike::LockedFile, &mut closed),
            Packing::Other(method) => keep_closed(collector, LooksLike::PackedFile(method), &mut closed),
        }
        if collector.is_stopped() {
            return;
        }
    }
    collector.turn_to(index, &archive);
    if listing.more {
        limit(collector, "files", LIMITS.archive_files);
    }
}

fn read_file(collector: &mut Collector<'_>, entry: &Entry<'_>) {
    let Some(unpacked) = entry.unpack(&room(collector, entry.packed.len())) else { return };
    let damage = unpacked.damage();
    let Some(content) = paid(collector, unpacked) else { return };
    let nothing = content.bytes.is_empty();
    match damage {
        Some(damage) if nothing => {
            let place = Place::default();
            collector.unreadable(InputKind::Unknown, place, place, ProblemKind::Unpacking(damage));
        }
        Some(damage) => {
            collector.problem(Place::default(), ProblemKind::Unpacking(damage));
            collector.distrust();
        }
        None => {}
    }
    // A blank file is not worth a word among others.
    if !nothing {
        super::super::sources::read_source(collector, &content.bytes);
    }
}

/// A file that can not be opened. Its kind is complained about once in an archive, since it mostly is that of all.
fn keep_closed(collector: &mut Collector<'_>, why: LooksLike, complained: &mut Vec<LooksLike>) {
    if complained.contains(&why) {
        collector.input(InputKind::Unknown, Place::default());
    } else {
        complained.push(why);
        unreadable(collector, Place::default(), why);
    }
}

/// How far a file of so many packed bytes may expand.
fn room(collector: &Collector<'_>, packed: usize) -> Room {
    let by_ratio = packed.saturating_mul(LIMITS.archive_ratio).max(LIMITS.archive_small);
    Room { by_ratio, total: LIMITS.archive_bytes.saturating_sub(collector.unpacked.bytes) }
}

/// What was unpacked, once it is paid for; none where a limit ended it. What was read counts where less came out: files
/// may share the bytes that lead to nothing.
fn paid(collector: &mut Collector<'_>, unpacked: Inflated) -> Option<Inflated> {
    collector.unpacked.bytes = collector.unpacked.bytes.saturating_add(unpacked.bytes.len().max(unpacked.used));
    match unpacked.end {
        Unpacking::OverRatio => limit(collector, "ratio", LIMITS.archive_ratio),
        Unpacking::OverTotal => limit(collector, "unpacked bytes", LIMITS.archive_bytes),
        Unpacking::Whole | Unpacking::Broken | Unpacking::OtherSum => return Some(unpacked),
    }
    None
}

/// Says that a limit was reached here; what comes after it is still looked at.
fn limit(collector: &mut Collector<'_>, what: &'static str, limit: usize) {
    let limit = u64::try_from(limit).unwrap_or(u64::MAX);
    collector.problem(Place::default(), ProblemKind::Limit(Reached { what, limit }));
}
