//! Everything in one archive. The files are stored as they are: keys and certificates do not shrink.

use super::{Made, Order, Random, writer};
use crate::report::{
    FileFormat, Message,
    message::ExportMessage,
    wire::{ConvertOptions, File},
};
use crate::text::{Lang, Pair, fill, formats};
use rawzip::{ZipArchiveWriter, time::UtcDateTime};
use std::io::Write;

const NOTE: &str = "README.txt";
/// A regular file that its owner reads and writes, and that others may read; keys: the owner alone.
const PUBLIC: u32 = 0o100_644;
const PRIVATE: u32 = 0o100_600;

/// What a format put into the archive.
struct Entry {
    format: FileFormat,
    file: File,
}

/// Formats that can not be made of what is here are left out: an archive without a key has no PFX. With a password
/// nothing goes in that could be opened without it, so the forms that can not be locked stay out; so does the PFX of
/// old algorithms, from which the password is far cheaper to guess.
pub(super) fn write(order: &Order<'_>, random: Random<'_>) -> Made<Vec<File>> {
    let mut entries = Vec::new();
    for &format in FileFormat::ALL {
        if matches!(format, FileFormat::Zip | FileFormat::PfxLegacy | FileFormat::Pkcs8Scrypt) {
            continue;
        }
        let options = ConvertOptions { format, ..order.options.clone() };
        let made = Order::new(order.analysis, &options).and_then(|order| writer(format)(&order, random));
        entries.extend(made.into_iter().flatten().map(|file| Entry { format, file }));
    }
    let note = File { name: NOTE.to_owned(), bytes: note(order, &entries).into_bytes() };
    let archive = pack(order, &note, &entries).map_err(|_| order.refuse(ExportMessage::NotWritten))?;
    Ok(vec![order.file(archive)])
}

fn pack(order: &Order<'_>, note: &File, entries: &[Entry]) -> Result<Vec<u8>, rawzip::Error> {
    let now = UtcDateTime::from_unix(order.analysis.options.now.unix());
    let files = entries.iter().map(|entry| (&entry.file, if entry.format.needs_key() { PRIVATE } else { PUBLIC }));
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for (file, permissions) in [(note, PUBLIC)].into_iter().chain(files) {
        let entry = archive.new_file(&file.name).last_modified(now).unix_permissions(permissions);
        let (mut entry, config) = entry.start()?;
        let mut data = config.wrap(&mut entry);
        data.write_all(&file.bytes)?;
        let (_, written) = data.finish()?;
        entry.finish(written)?;
    }
    archive.finish()
}

/// Which file is what, in both languages, for whoever opens the archive later. Windows' editor wants CRLF and a byte
/// order mark for Chinese; everything else copes.
fn note(order: &Order<'_>, entries: &[Entry]) -> String {
    let locked = order.optional_password().is_some();
    let keys = match entries.iter().any(|entry| entry.format.needs_key()) {
        false => formats::ARCHIVE_NO_KEY,
        true if locked => formats::ARCHIVE_LOCKED_KEY,
        true => formats::ARCHIVE_OPEN_KEY,
    };
    let title = Message::new(ExportMessage::NotWritten).with("name", order.leaf.label());
    let mut lines = Vec::new();
    for lang in Lang::ALL {
        let say = |pair: Pair| fill(pair.lang(lang), &title, lang);
        lines.extend([say(formats::ARCHIVE_TITLE), String::new()]);
        for Entry { format, file } in entries {
            lines.push(format!("{:<28} {}", file.name, say(formats::purpose(*format))));
        }
        lines.extend([String::new(), say(keys), String::new()]);
    }
    format!("\u{feff}{}", lines.join("\r\n"))
}
