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

    pub(super) fn most(&self) -> usize {
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
    /// How many of the packed bytes were used: work, even where nothing came out.
    pub(super) used: usize,
}

impl Unpacking {
    /// Compares what came out with its CRC-32.
    pub(super) fn checked(self, crc: Option<u32>, bytes: &[u8]) -> Self {
        let is_other = self == Self::Whole && crc.is_some_and(|crc| crc != rawzip::crc32(bytes));
        if is_other { Self::OtherSum } else { self }
    }

    /// The same, where bytes are missing.
    pub(super) fn cut(self) -> Self {
        if matches!(self, Self::Whole | Self::OtherSum) { Self::Broken } else { self }
    }
}

impl Inflated {
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

/// What is taken at first: most files of a pack fit, and it costs nothing where ten thousand claim to be large.
const START: usize = 16 << 10;

/// Inflates; `size` is only a hint, since anybody can write any.
pub(super) fn inflate(packed: &[u8], size: u64, room: &Room) -> Inflated {
    // One more byte than is said tells when there is more.
    let hint = usize::try_from(size).unwrap_or(usize::MAX).saturating_add(1);
    let mut inflater = Inflater::with_room_for(hint.min(room.most()));
    let (end, used) = inflater.inflate(packed, room);
    Inflated { bytes: inflater.finish(), end, used }
}

/// Streams that belong one behind the other, in one buffer.
pub(super) struct Inflater {
    out: Zeroizing<Vec<u8>>,
    written: usize,
    state: Box<DecompressorOxide>,
}

impl Inflater {
    pub(super) fn with_room_for(bytes: usize) -> Self {
        Self { out: Zeroizing::new(vec![0; bytes.min(START)]), written: 0, state: Box::default() }
    }

    /// Inflates the next stream, as far as there is room for all of them together. Says how it ended, and how many bytes
    /// of it were used.
    pub(super) fn inflate(&mut self, packed: &[u8], room: &Room) -> (Unpacking, usize) {
        let most = room.most();
        let start = self.written;
        let mut used = 0_usize;
        // A stream may be long and come to nothing.
        if room.total == 0 {
            return (Unpacking::OverTotal, used);
        }
        self.state.init();
        loop {
            let rest = packed.get(used..).unwrap_or_default();
            // What was unpacked before is no part of this stream's window.
            let window = self.out.get_mut(start..).unwrap_or_default();
            let at = self.written.saturating_sub(start);
            let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
            let (status, read, wrote) = decompress(&mut self.state, rest, window, at, flags);
            (used, self.written) = (used.saturating_add(read), self.written.saturating_add(wrote));
            match status {
                TINFLStatus::Done => return (Unpacking::Whole, used),
                TINFLStatus::HasMoreOutput if self.out.len() < most => self.grow(most),
                TINFLStatus::HasMoreOutput => return (room.exceeded(), used),
                _ => return (Unpacking::Broken, used),
            }
        }
    }

    /// A copy instead of growing in place, so that no unwiped bytes are left behind.
    fn grow(&mut self, most: usize) {
        let mut larger = Zeroizing::new(vec![0; self.out.len().saturating_mul(2).max(1024).min(most)]);
        if let (Some(new), Some(old)) = (larger.get_mut(..self.written), self.out.get(..self.written)) {
            new.copy_from_slice(old);
        }
        self.out = larger;
    }

    /// What was unpacked from some byte on.
    pub(super) fn since(&self, start: usize) -> &[u8] {
        self.out.get(start..self.written).unwrap_or_default()
    }

    /// How much was unpacked.
    pub(super) fn written(&self) -> usize {
        self.written
    }

    /// All that was unpacked.
    pub(super) fn finish(mut self) -> Zeroizing<Vec<u8>> {
        self.out.truncate(self.written);
        self.out
    }
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
