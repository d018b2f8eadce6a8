//! What the directory of an archive says.

use super::inflate::{Inflated, Room, inflate, store};

/// One file in an archive.
pub(super) struct Entry<'a> {
    /// Its name with its folder, as it is written there.
    pub(super) name: String,
    /// Its bytes as they lie in the archive; fewer than there should be where that is cut off.
    pub(super) packed: &'a [u8],
    pub(super) packing: Packing,
    /// How long it is said to be.
    pub(super) size: u64,
    /// Its CRC-32, where that is known.
    pub(super) crc: Option<u32>,
    /// Bytes of it are missing in the archive.
    pub(super) cut: bool,
}

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    Stored,
    Deflated,
    /// Behind a password.
    Locked,
    /// In a way that is not undone here.
    Other(&'static str),
}

impl<'a> Entry<'a> {
    /// A file that lies there as it is.
    pub(super) fn plain(name: String, bytes: &'a [u8]) -> Self {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Self { name, packed: bytes, packing: Packing::Stored, size, crc: None, cut: false }
    }

    /// A file that is said to be short, as far as there is room for it; without a look at the rest of the archive.
    pub(super) fn unpack_short(&self, most: usize) -> Option<Inflated> {
        // What can not be packed grows by a few bytes.
        let packed = self.packed.get(..most.saturating_mul(2)).unwrap_or(self.packed);
        let is_short = usize::try_from(self.size).is_ok_and(|size| size <= most);
        if is_short { Entry { packed, name: String::new(), ..*self }.unpack(&Room::of(most)) } else { None }
    }

    /// Its content, as far as there is room; none where it can not be unpacked at all.
    pub(super) fn unpack(&self, room: &Room) -> Option<Inflated> {
        let mut unpacked = match self.packing {
            Packing::Stored => store(self.packed, room),
            Packing::Deflated => inflate(self.packed, self.size, room),
            Packing::Locked | Packing::Other(_) => return None,
        };
        unpacked.end = unpacked.end.checked(self.crc, &unpacked.bytes);
        if self.cut {
            unpacked.end = unpacked.end.cut();
        }
        Some(unpacked)
    }
}

/// The files of an archive.
#[derive(Default)]
pub(super) struct Listing<'a> {
    /// In the order of the archive; without folders and without what systems leave behind.
    pub(super) entries: Vec<Entry<'a>>,
    /// The list itself is missing or broken.
    pub(super) damaged: bool,
    /// There are more files than are allowed.
    pub(super) more: bool,
}

impl<'a> Listing<'a> {
    /// An archive of one file.
    pub(super) fn of_one(entry: Entry<'a>) -> Self {
        Self { entries: vec![entry], ..Self::default() }
    }

    /// Adds a file, unless there are `most` already: then nothing more needs to be looked for.
    pub(super) fn add(&mut self, entry: Entry<'a>, most: usize) -> bool {
        if super::names::is_left_behind(&entry.name) {
            return true;
        }
        self.more = self.entries.len() >= most;
        if !self.more {
            self.entries.push(entry);
        }
        !self.more
    }
}
