//! Deflate (RFC 1951) into a buffer that is wiped, and that stops growing at its limit: a bomb costs no more than that.

use super::super::super::material::Damage;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{
    DecompressorOxide, decompress, inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
};
use zeroize::Zeroizing;

/// How far one file may expand.
pub(super) struct Room {
    /// By its own packed size.
    pub(super) by_ratio: usize,
    /// By what all archives together may have.
    pub(super) total: usize,
}

impl Room {
    /// Room for so many bytes.
    pub(super) fn of(bytes: usize) -> Self {
        Self { by_ratio: bytes, total: bytes }
    }

    fn most(&self) -> usize {
        self.by_ratio.min(self.total)
    }

    fn exceeded(&self) -> Unpacking {
        if self.by_ratio < self.total { Unpacking::OverRatio } else { Unpacking::OverTotal }
    }
}

/// How unpacking ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unpacking {
    Whole,
    /// The packed bytes end too early, or are no deflate.
    Broken,
    /// Its checksum is another.
    OtherSum,
    /// There was no room: by its own size, or by that of all.
    OverRatio,
    OverTotal,
}

/// What came out.
pub(super) struct Inflated {
    /// As far as it was unpacked. Wiped: it may be a private key.
    pub(super) bytes: Zeroizing<Vec<u8>>,
    pub(super) end: Unpacking,
    /// How many of the packed bytes were used.
    pub(super) used: usize,
}

impl Inflated {
    /// Compares it with its CRC-32.
    pub(super) fn check(&mut self, crc: Option<u32>) {
        if self.end == Unpacking::Whole && crc.is_some_and(|crc| crc != rawzip::crc32(&self.bytes)) {
            self.end = Unpacking::OtherSum;
        }
    }

    /// Notes that bytes are missing.
    pub(super) fn is_broken(&mut self) {
        if matches!(self.end, Unpacking::Whole | Unpacking::OtherSum) {
            self.end = Unpacking::Broken;
        }
    }

    /// What is wrong with it.
    pub(super) fn damage(&self) -> Option<Damage> {
        match self.end {
            Unpacking::Broken => Some(Damage::File),
            Unpacking::OtherSum => Some(Damage::Checksum),
            Unpacking::Whole | Unpacking::OverRatio | Unpacking::OverTotal => None,
        }
    }
}

/// What is not packed, with the same limits: the files of a ZIP may share their bytes.
pub(super) fn store(bytes: &[u8], room: &Room) -> Inflated {
    let whole = bytes.get(..room.total).is_none_or(|most| most.len() == bytes.len());
    if whole {
        Inflated { bytes: Zeroizing::new(bytes.to_vec()), end: Unpacking::Whole, used: bytes.len() }
    } else {
        Inflated { bytes: Zeroizing::new(Vec::new()), end: Unpacking::OverTotal, used: 0 }
    }
}

/// Inflates; `size` is only a hint, since anybody can write any.
pub(super) fn inflate(packed: &[u8], size: u64, room: &Room) -> Inflated {
    let most = room.most();
    // One more byte than is said tells when there is more.
    let hint = usize::try_from(size).unwrap_or(usize::MAX).saturating_add(1);
    let start = hint.min(packed.len().saturating_mul(8).max(1024)).min(most);
    let mut out = Zeroizing::new(vec![0; start]);
    let mut state = Box::<DecompressorOxide>::default();
    let (mut used, mut written) = (0_usize, 0_usize);
    let end = loop {
        let rest = packed.get(used..).unwrap_or_default();
        let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
        let (status, read, wrote) = decompress(&mut state, rest, &mut out, written, flags);
        (used, written) = (used.saturating_add(read), written.saturating_add(wrote));
        match status {
            TINFLStatus::Done => break Unpacking::Whole,
            TINFLStatus::HasMoreOutput if out.len() < most => {
                // A copy instead of growing in place, so that no unwiped bytes are left behind.
                let mut larger = Zeroizing::new(vec![0; out.len().saturating_mul(2).min(most)]);
                larger.iter_mut().zip(out.iter()).for_each(|(new, old)| *new = *old);
                out = larger;
            }
            TINFLStatus::HasMoreOutput => break room.exceeded(),
            _ => break Unpacking::Broken,
        }
    };
    out.truncate(written);
    Inflated { bytes: out, end, used }
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec;

    #[test]
    fn what_was_packed_comes_out() {
        let text: Vec<u8> = (0..200_000_u32).flat_map(|number| (number / 7).to_le_bytes()).collect();
        let packed = compress_to_vec(&text, 6);
        for size in [0, 7, text.len() as u64, u64::MAX] {
            let out = inflate(&packed, size, &Room::of(1 << 20));
            assert_eq!((out.end, out.used), (Unpacking::Whole, packed.len()));
            assert!(*out.bytes == text);
        }
    }

    #[test]
    fn what_is_too_long_ends_at_the_limit() {
        let packed = compress_to_vec(&vec![0; 10 << 20], 9);
        for (by_ratio, total, end) in
            [(1000, 2000, Unpacking::OverRatio), (2000, 1000, Unpacking::OverTotal), (0, 9, Unpacking::OverRatio)]
        {
            let out = inflate(&packed, 10 << 20, &Room { by_ratio, total });
            assert_eq!((out.end, out.bytes.len()), (end, by_ratio.min(total)));
        }
        assert_eq!(inflate(&packed[..50], 0, &Room::of(1 << 20)).end, Unpacking::Broken);
        assert_eq!(inflate(&[], 0, &Room::of(1 << 20)).end, Unpacking::Broken);
        assert_eq!(inflate(b"\xff\xff", 0, &Room::of(1 << 20)).end, Unpacking::Broken);
    }
}
