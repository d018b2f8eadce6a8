//! ZIP (PKWARE's APPNOTE). Its directory stands at the end; where that is missing or broken, the headers in front of
//! each file have to do.

use super::entry::{Entry, Listing, Packing};
use super::names;
use rawzip::{CompressionMethod, ZipArchive, ZipFileHeaderRecord, ZipSliceArchive};

/// Info-ZIP's Unicode path: a version, the CRC-32 of the name that it stands for, and the name in UTF-8 (APPNOTE §4.6.9).
const UNICODE_PATH: u16 = 0x7075;
/// The real method of what WinZip locks with AES stands in an extra field.
const AES: u16 = 99;

/// The files, `most` of them.
pub(super) fn list(bytes: &[u8], most: usize) -> Listing<'_> {
    by_directory(bytes, most).unwrap_or_else(|| by_headers(bytes, most))
}

/// By the directory; none where it can not be read to its end.
fn by_directory(bytes: &[u8], most: usize) -> Option<Listing<'_>> {
    let archive = ZipArchive::from_slice(bytes).ok()?;
    let mut listing = Listing::default();
    let mut records = archive.entries();
    while let Some(record) = records.next_entry().ok()? {
        if !listing.add(by_record(bytes, &archive, &record), most) {
            break;
        }
    }
    Some(listing)
}

fn by_record<'a>(bytes: &'a [u8], archive: &ZipSliceArchive<&[u8]>, record: &ZipFileHeaderRecord<'_>) -> Entry<'a> {
    let range = archive.get_entry(record.wayfinder()).ok().map(|entry| entry.compressed_data_range());
    let packed = range.and_then(|(start, end)| bytes.get(usize::try_from(start).ok()?..usize::try_from(end).ok()?));
    let plain = record.file_path().as_bytes();
    let unicode = record.extra_fields().find(|(id, _)| id.as_u16() == UNICODE_PATH).and_then(|(_, field)| {
        let (sum, name) = field.get(1..)?.split_first_chunk::<4>()?;
        (u32::from_le_bytes(*sum) == rawzip::crc32(plain)).then_some(name)
    });
    Entry {
        name: names::text(unicode.unwrap_or(plain)),
        packed: packed.unwrap_or_default(),
        packing: packing(record.flags().is_encrypted(), record.compression_method().as_u16()),
        size: record.uncompressed_size_hint(),
        crc: Some(record.crc32()),
        cut: packed.is_none(),
    }
}

fn packing(locked: bool, method: u16) -> Packing {
    match method {
        _ if locked => Packing::Locked,
        0 => Packing::Stored,
        8 => Packing::Deflated,
        AES => Packing::Locked,
        _ => Packing::Other(CompressionMethod::new(method).name().unwrap_or("?")),
    }
}

/// What stands in front of each file (APPNOTE §4.3.7).
struct Header {
    flags: u16,
    method: u16,
    crc: u32,
    packed: usize,
    size: u64,
    name: usize,
    extra: usize,
}

const SIGNATURE: &[u8] = b"PK\x03\x04";
const HEADER: usize = 30;
/// Sizes and checksum stand behind the file (APPNOTE §4.4.4, bit 3).
const DESCRIPTOR: u16 = 0x0008;

impl Header {
    fn read(bytes: &[u8]) -> Option<Self> {
        let bytes = bytes.first_chunk::<HEADER>()?;
        let short = |at: usize| {
            let two = bytes.get(at..)?.first_chunk::<2>()?;
            Some(u16::from_le_bytes(*two))
        };
        let long = |at: usize| {
            let four = bytes.get(at..)?.first_chunk::<4>()?;
            Some(u32::from_le_bytes(*four))
        };
        Some(Self {
            flags: short(6)?,
            method: short(8)?,
            crc: long(14)?,
            packed: usize::try_from(long(18)?).ok()?,
            size: long(22)?.into(),
            name: short(26)?.into(),
            extra: short(28)?.into(),
        })
    }
}

/// By the header in front of each file.
fn by_headers(bytes: &[u8], most: usize) -> Listing<'_> {
    let mut listing = Listing { damaged: true, ..Listing::default() };
    let mut rest = bytes;
    while let Some(start) = rest.windows(SIGNATURE.len()).position(|window| window == SIGNATURE) {
        let here = rest.get(start..).unwrap_or_default();
        let Some((entry, behind)) = by_header(here) else { break };
        rest = behind;
        if !listing.add(entry, most) {
            break;
        }
    }
    listing
}

/// The file whose header stands here, and where to look for the next.
fn by_header(here: &[u8]) -> Option<(Entry<'_>, &[u8])> {
    let header = Header::read(here)?;
    let name = here.get(HEADER..)?.get(..header.name)?;
    let content = here.get(HEADER.saturating_add(header.name).saturating_add(header.extra)..).unwrap_or_default();
    // Deflate knows its own end; where nothing tells the end of a stored file, the next signature has to.
    let told = header.flags & DESCRIPTOR == 0;
    let (length, cut) = match content.get(..header.packed) {
        Some(_) if told => (header.packed, false),
        None if told => (content.len(), true),
        _ if header.method == 0 => (next_signature(content), false),
        _ => (content.len(), false),
    };
    let entry = Entry {
        name: names::text(name),
        packed: content.get(..length).unwrap_or(content),
        packing: packing(header.flags & 1 != 0, header.method),
        size: header.size,
        crc: told.then_some(header.crc),
        cut,
    };
    let behind = if told { content.get(length..) } else { Some(content) };
    Some((entry, behind.unwrap_or_default()))
}

fn next_signature(content: &[u8]) -> usize {
    let is = |window: &[u8]| matches!(window, b"PK\x07\x08" | b"PK\x03\x04" | b"PK\x01\x02");
    content.windows(4).position(is).unwrap_or(content.len())
}
