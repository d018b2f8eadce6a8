//! Everything in one archive. The files are stored as they are: keys and certificates do not shrink.

use super::{Made, Order, Random, writer};
use crate::report::{
    FileFormat, Timestamp,
    message::ExportMessage,
    wire::{ConvertOptions, File},
};
use crate::text::{
    Lang,
    formats::{self, KeysInside},
};
use rawzip::{ZipArchiveWriter, time::UtcDateTime};
use std::io::Write;
use zeroize::Zeroizing;

const NOTE: &str = "README.txt";
/// A regular file that its owner reads and writes, and that others may read; keys: the owner alone.
pub(super) const PUBLIC: u32 = 0o100_644;
pub(super) const PRIVATE: u32 = 0o100_600;

/// What a format put into the archive; wiped when dropped, since half of it holds the key.
struct Entry {
    format: FileFormat,
    name: String,
    bytes: Zeroizing<Vec<u8>>,
}

impl Entry {
    fn new(format: FileFormat, File { name, bytes }: File) -> Self {
        Self { format, name, bytes: Zeroizing::new(bytes) }
    }
}

/// Octets that a file takes in an archive beside its name (twice) and its content: far below this.
const OVERHEAD: usize = 256;

/// Formats that can not be made of what is here are left out: an archive without a key has no PFX. With a password
/// nothing goes in that could be opened without it, so the forms that can not be locked stay out; so does the PFX of
/// old algorithms, from which the password is far cheaper to guess. People read one report, not two.
pub(super) fn write(order: &Order<'_>, random: Random<'_>) -> Made<Vec<File>> {
    let mut entries = Vec::new();
    for &format in FileFormat::ALL {
        if matches!(format, FileFormat::Zip | FileFormat::PfxLegacy | FileFormat::Pkcs8Scrypt | FileFormat::Markdown) {
            continue;
        }
        let options = ConvertOptions { format, ..order.options.clone() };
        let made = Order::new(order.analysis, &options).and_then(|order| writer(format)(&order, random));
        // What is left out without a word must be no surprise: a password that is too short for one of them is.
        let made = match made {
            Err(refusal) if refusal.message.id == ExportMessage::PasswordShort.into() => return Err(refusal),
            made => made,
        };
        entries.extend(made.into_iter().flatten().map(|file| Entry::new(format, file)));
    }
    let note = note(order, &entries);
    let archive = pack(order, &note, &entries).map_err(|_| order.refuse(ExportMessage::NotWritten))?;
    Ok(vec![order.file(archive)])
}

fn pack(order: &Order<'_>, note: &str, entries: &[Entry]) -> Result<Vec<u8>, rawzip::Error> {
    let files = entries.iter().map(|Entry { format, name, bytes }| {
        (name.as_str(), bytes.as_slice(), if format.needs_key() { PRIVATE } else { PUBLIC })
    });
    let files: Vec<_> = [(NOTE, note.as_bytes(), PUBLIC)].into_iter().chain(files).collect();
    archive(order.analysis.options.now, &files)
}

/// An archive of files: name, content and permissions of each.
pub(super) fn archive(now: Timestamp, files: &[(&str, &[u8], u32)]) -> Result<Vec<u8>, rawzip::Error> {
    let now = UtcDateTime::from_unix(now.unix());
    // Reserved at once: an archive that grows leaves copies behind.
    let length = |(name, bytes, _): &(&str, &[u8], u32)| bytes.len() + 2 * name.len() + OVERHEAD;
    let mut archive = ZipArchiveWriter::new(Vec::with_capacity(files.iter().map(length).sum()));
    for (name, bytes, permissions) in files {
        let entry = archive.new_file(name).last_modified(now).unix_permissions(*permissions);
        let (mut entry, config) = entry.start()?;
        let mut data = config.wrap(&mut entry);
        data.write_all(bytes)?;
        let (_, written) = data.finish()?;
        entry.finish(written)?;
    }
    archive.finish()
}

/// Which file is what, in both languages, for whoever opens the archive later. Windows' editor wants CRLF and a byte
/// order mark for Chinese; everything else copes.
fn note(order: &Order<'_>, entries: &[Entry]) -> String {
    let keys = match entries.iter().any(|entry| entry.format.needs_key()) {
        false => KeysInside::None,
        true if order.optional_password().is_some() => KeysInside::Locked,
        true => KeysInside::Open,
    };
    let files: Vec<_> = entries.iter().map(|entry| (entry.format, entry.name.as_str())).collect();
    let subject = order.leaf.label();
    let lines: Vec<_> =
        Lang::ALL.into_iter().flat_map(|lang| formats::archive_note(&subject, &files, keys, lang)).collect();
    format!("\u{feff}{}", lines.join("\r\n"))
}
