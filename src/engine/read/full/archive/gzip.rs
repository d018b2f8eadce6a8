//! gzip (RFC 1952): one packed file, or several that belong one behind the other.

use super::inflate::{Inflated, Inflater, Room, Unpacking};

/// What it begins with.
pub(super) const MAGIC: &[u8] = b"\x1f\x8b";

/// Flags of the header (RFC 1952 §2.3.1).
const HEADER_SUM: u8 = 0x02;
const EXTRA: u8 = 0x04;
const NAME: u8 = 0x08;
const COMMENT: u8 = 0x10;

/// The header of a member.
struct Header<'a> {
    name: Option<&'a [u8]>,
    /// What is behind it.
    rest: &'a [u8],
}

fn header(member: &[u8]) -> Option<Header<'_>> {
    let (fixed, mut rest) = member.split_first_chunk::<10>()?;
    let [0x1f, 0x8b, 8, flags, ..] = *fixed else { return None };
    if flags & EXTRA != 0 {
        let (length, behind) = rest.split_first_chunk::<2>()?;
        rest = behind.get(usize::from(u16::from_le_bytes(*length))..)?;
    }
    let mut name = None;
    if flags & NAME != 0 {
        let (text, behind) = zero_ended(rest)?;
        (name, rest) = (Some(text), behind);
    }
    if flags & COMMENT != 0 {
        rest = zero_ended(rest)?.1;
    }
    if flags & HEADER_SUM != 0 {
        rest = rest.get(2..)?;
    }
    Some(Header { name, rest })
}

fn zero_ended(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|byte| *byte == 0)?;
    Some((bytes.get(..end)?, bytes.get(end.saturating_add(1)..)?))
}

/// The file's name, where it is told.
pub(super) fn name(archive: &[u8]) -> Option<String> {
    let name = super::names::text(header(archive)?.name?);
    Some(name).filter(|name| !super::names::is_left_behind(name))
}

/// Unpacks every member; what stands behind the last one is left alone, as `gzip` does with a warning.
pub(super) fn unpack(archive: &[u8], room: &Room) -> Inflated {
    let mut inflater = Inflater::with_room_for(room.most());
    let mut end = Unpacking::Broken;
    let mut rest = archive;
    while let Some(Header { rest: packed, .. }) = header(rest) {
        let start = inflater.written();
        let used;
        (end, used) = inflater.inflate(packed, room);
        rest = match packed.get(used..).and_then(<[u8]>::split_first_chunk::<8>) {
            Some(([sum @ .., _, _, _, _], behind)) => {
                end = end.checked(Some(u32::from_le_bytes(*sum)), inflater.since(start));
                behind
            }
            None => {
                end = end.cut();
                &[]
            }
        };
        if end != Unpacking::Whole {
            break;
        }
    }
    Inflated { bytes: inflater.finish(), end, used: archive.len().saturating_sub(rest.len()) }
}
