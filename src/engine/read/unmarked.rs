//! Archives that no magic number begins: tar from before POSIX, and ZIP behind something else, as programs that unpack
//! themselves are.

use super::collector::{Collector, Place};
use super::format::Block;
use super::formats::archive::FORMAT;
use zeroize::Zeroizing;

/// The header of a file in a tar.
const HEADER: usize = 512;
/// Where its checksum stands, and where POSIX's mark would.
const SUM: std::ops::Range<usize> = 148..156;
const MARK: std::ops::Range<usize> = 257..262;
/// What the directory of a ZIP ends with, how long that is, and the longest remark behind it (APPNOTE §4.3.16).
const ZIP_END: &[u8] = b"PK\x05\x06";
const ZIP_END_LENGTH: usize = 22;
const LONGEST_REMARK: usize = 0xffff;

/// Reads a tar whose header has no mark; false where there is none.
pub(super) fn read_tar(collector: &mut Collector<'_>, bytes: &[u8]) -> bool {
    is_tar(bytes) && read(collector, bytes)
}

/// Reads a ZIP that something stands in front of; false where there is none.
pub(super) fn read_zip(collector: &mut Collector<'_>, bytes: &[u8]) -> bool {
    let from = bytes.len().saturating_sub(ZIP_END_LENGTH.saturating_add(LONGEST_REMARK));
    let end = bytes.get(from..).unwrap_or_default();
    end.windows(ZIP_END.len()).any(|part| part == ZIP_END) && read(collector, bytes)
}

fn read(collector: &mut Collector<'_>, bytes: &[u8]) -> bool {
    let bytes = Zeroizing::new(bytes.to_vec());
    (FORMAT.read)(collector, &Block { bytes, place: Place::default(), label: None, encrypted: None }).is_ok()
}

/// Whether some bytes begin with the header of a tar that has no mark: its checksum holds.
pub(super) fn is_tar(bytes: &[u8]) -> bool {
    let header = bytes.get(..HEADER).filter(|header| header.first() != Some(&0) && header.get(MARK) == Some(&[0; 5]));
    header.is_some_and(tar_sum_holds)
}

/// Whether the sum that the header of a file in a tar tells is that of its bytes, those of the sum taken as blanks.
pub(super) fn tar_sum_holds(header: &[u8]) -> bool {
    let sum = header
        .iter()
        .enumerate()
        .fold(0_u64, |sum, (at, byte)| sum.saturating_add(u64::from(if SUM.contains(&at) { b' ' } else { *byte })));
    header.get(SUM).and_then(octal) == Some(sum)
}

/// Octal digits between blanks and zeros; nothing is 0.
pub(super) fn octal(field: &[u8]) -> Option<u64> {
    let field = field.split(|byte| *byte == 0).next().unwrap_or_default().trim_ascii();
    if field.is_empty() { Some(0) } else { u64::from_str_radix(std::str::from_utf8(field).ok()?, 8).ok() }
}
