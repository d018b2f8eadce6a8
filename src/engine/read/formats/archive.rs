//! Archives (ZIP, gzip, tar, 7z, RAR, xz, bzip2): how they are recognised.

use super::super::format::Format;
use super::super::shape::Shape;
use crate::report::InputKind;

pub(in super::super) static FORMAT: Format =
    Format { kind: InputKind::Archive, labels: &[], sniff, read: full!(super::super::full::archive::read) };

/// By their magic numbers; tar has its own at byte 257.
fn sniff(bytes: &[u8], _: &Shape<'_>) -> bool {
    const STARTS: [&[u8]; 7] =
        [b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a", b"\xfd7zXZ\0", b"BZh"];
    STARTS.iter().any(|start| bytes.starts_with(start))
        || bytes.get(257..).is_some_and(|rest| rest.starts_with(b"ustar"))
}
