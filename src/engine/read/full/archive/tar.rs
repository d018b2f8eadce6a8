//! tar: POSIX ustar and pax (IEEE Std 1003.1, `pax`), what was before them, and GNU's long names. Files lie in it as they
//! are.

use super::super::super::unmarked::{is_tar, octal, tar_sum_holds};
use super::entry::{Entry, Listing};
use super::names;

const BLOCK: usize = 512;

/// Whether it begins with a header.
pub(super) fn is(bytes: &[u8]) -> bool {
    field(bytes, 257, 5) == b"ustar" || is_tar(bytes)
}

/// The files; the list is damaged where it does not come to its end, which is a block of zeros.
pub(super) fn list(bytes: &[u8], most: usize) -> Listing<'_> {
    let mut listing = Listing { damaged: true, ..Listing::default() };
    let mut rest = bytes;
    // The name that a header of its own gives to the next file, where it is too long for the usual place.
    let mut long_name = None;
    while let Some((header, behind)) = rest.split_at_checked(BLOCK) {
        if header.iter().all(|byte| *byte == 0) {
            listing.damaged = false;
            break;
        }
        let Some(size) = checked_size(header) else { break };
        let length = usize::try_from(size).unwrap_or(usize::MAX);
        let content = behind.get(..length).unwrap_or(behind);
        let cut = content.len() < length;
        match field(header, 156, 1) {
            b"L" => long_name = Some(names::text(zero_ended(content))),
            b"x" => long_name = pax_path(content).map(names::text).or(long_name),
            b"0" | b"\0" | b"7" => {
                let name = long_name.take().unwrap_or_else(|| short_name(header));
                if !listing.add(Entry { size, cut, ..Entry::plain(name, content) }, most) {
                    listing.damaged = false;
                    break;
                }
            }
            _ => long_name = None,
        }
        if cut {
            break;
        }
        let padded = length.checked_next_multiple_of(BLOCK).unwrap_or(usize::MAX);
        rest = behind.get(padded..).unwrap_or_default();
    }
    listing
}

/// Bytes of a header; empty where there are none.
fn field(header: &[u8], at: usize, length: usize) -> &[u8] {
    header.get(at..).and_then(|rest| rest.get(..length)).unwrap_or_default()
}

fn zero_ended(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    bytes.get(..end).unwrap_or_default()
}

/// The size of a file, where the header's checksum holds.
fn checked_size(header: &[u8]) -> Option<u64> {
    match field(header, 124, 12) {
        _ if !tar_sum_holds(header) => None,
        // GNU's form for more than 8 GiB, binary.
        [first, ..] if first & 0x80 != 0 => None,
        size => octal(size),
    }
}

/// Name and, in POSIX's form, what stands in front of it.
fn short_name(header: &[u8]) -> String {
    let name = names::text(zero_ended(field(header, 0, 100)));
    let prefix = if field(header, 257, 6) == b"ustar\0" { zero_ended(field(header, 345, 155)) } else { &[] };
    names::inside(&names::text(prefix), &name)
}

/// The path in records of the form `length key=value\n`.
fn pax_path(records: &[u8]) -> Option<&[u8]> {
    records.split(|byte| *byte == b'\n').find_map(|record| {
        let blank = record.iter().position(|byte| *byte == b' ')?;
        record.get(blank..)?.strip_prefix(b" path=")
    })
}
