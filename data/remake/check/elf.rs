//! Pointers in the data of a 64-bit ELF program (System V ABI), as the loader would set them: enough to read tables that
//! were compiled in.

use crate::Outcome;
use std::{collections::BTreeMap, fs, path::Path};

/// Kinds of program headers and tags of the dynamic section.
const LOAD: u32 = 1;
const DYNAMIC: u32 = 2;
const RELA: u64 = 7;
const RELA_SIZE: u64 = 8;
const RELR_SIZE: u64 = 35;
const RELR: u64 = 36;
/// "Add the base address", on x86-64 and on AArch64.
const RELATIVE: [u64; 2] = [8, 1027];

/// A program, or a library.
pub struct Elf {
    bytes: Vec<u8>,
    segments: Vec<Segment>,
    /// Where a pointer stands, and where it points.
    pointers: BTreeMap<u64, u64>,
}

struct Segment {
    kind: u32,
    offset: u64,
    address: u64,
    size: u64,
}

impl Elf {
    /// Reads a file.
    pub fn read(path: &Path) -> Outcome<Self> {
        let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let broken = || format!("{}: not a 64-bit little-endian ELF file", path.display());
        Ok(Self::parse(bytes).ok_or_else(broken)?)
    }

    fn parse(bytes: Vec<u8>) -> Option<Self> {
        let mut elf = Self { bytes, segments: Vec::new(), pointers: BTreeMap::new() };
        elf.read_segments()?;
        elf.read_pointers()?;
        Some(elf)
    }

    /// Every pointer: where it stands, and where it points.
    pub fn pointers(&self) -> impl Iterator<Item = (u64, u64)> {
        self.pointers.iter().map(|(place, target)| (*place, *target))
    }

    /// Where the pointer at an address points; none for null.
    pub fn pointer(&self, place: u64) -> Option<u64> {
        self.pointers.get(&place).copied()
    }

    /// Bytes at an address.
    pub fn at(&self, address: u64, size: u64) -> Option<&[u8]> {
        let holds = |it: &&Segment| it.kind == LOAD && (it.address..it.address + it.size).contains(&address);
        let segment = self.segments.iter().find(holds)?;
        let within = address - segment.address;
        (size <= segment.size - within).then(|| self.slice(segment.offset + within, size))?
    }

    /// A number at an address.
    pub fn number(&self, address: u64) -> Option<u64> {
        Some(u64::from_le_bytes(self.at(address, 8)?.try_into().ok()?))
    }

    /// A pointer and a length after it, followed; empty for null.
    pub fn span(&self, place: u64) -> Option<&[u8]> {
        match self.pointer(place) {
            Some(target) => self.at(target, self.number(place + 8)?),
            None => Some(&[]),
        }
    }

    fn slice(&self, offset: u64, size: u64) -> Option<&[u8]> {
        let start = usize::try_from(offset).ok()?;
        self.bytes.get(start..start.checked_add(usize::try_from(size).ok()?)?)
    }

    fn read_segments(&mut self) -> Option<()> {
        self.bytes.starts_with(b"\x7fELF\x02\x01").then_some(())?;
        let field = |offset, size| Some(little(self.slice(offset, size)?));
        let (table, size, count) = (field(32, 8)?, field(54, 2)?, field(56, 2)?);
        let segments = (0..count).map(|index| {
            let header = table + index * size;
            Some(Segment {
                kind: u32::try_from(field(header, 4)?).ok()?,
                offset: field(header + 8, 8)?,
                address: field(header + 16, 8)?,
                size: field(header + 32, 8)?,
            })
        });
        self.segments = segments.collect::<Option<_>>()?;
        Some(())
    }

    fn read_pointers(&mut self) -> Option<()> {
        let dynamic = self.segments.iter().find(|segment| segment.kind == DYNAMIC)?;
        let entries: BTreeMap<u64, u64> = words(self.slice(dynamic.offset, dynamic.size)?)
            .collect::<Vec<_>>()
            .chunks_exact(2)
            .map(|pair| (pair[0], pair[1]))
            .filter(|(tag, _)| *tag != 0)
            .collect();
        let table = |address, size| self.at(*entries.get(&address)?, *entries.get(&size)?);
        let mut pointers = BTreeMap::new();
        let explicit: Vec<_> = table(RELA, RELA_SIZE).map(|bytes| words(bytes).collect()).unwrap_or_default();
        for entry in explicit.chunks_exact(3).filter(|entry| RELATIVE.contains(&entry[1])) {
            pointers.insert(entry[0], entry[2]);
        }
        // Packed: an address, then bits for the 63 words after the last one; the targets stand in place.
        let mut next = 0;
        for entry in table(RELR, RELR_SIZE).map(words).into_iter().flatten() {
            let places: Vec<u64> = if entry % 2 == 0 {
                next = entry + 8;
                vec![entry]
            } else {
                let start = next;
                next += 63 * 8;
                (0..63).filter(|bit| entry >> (bit + 1) & 1 == 1).map(|bit| start + bit * 8).collect()
            };
            for place in places {
                pointers.insert(place, self.number(place)?);
            }
        }
        self.pointers = pointers;
        Some(())
    }
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u64> + '_ {
    bytes.chunks_exact(8).map(little)
}

fn little(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// Certificates that pointers with a length point at, by where the pointer stands.
pub fn certificates(elf: &Elf) -> BTreeMap<u64, &[u8]> {
    let spans = elf.pointers().filter_map(|(place, target)| {
        let [0x30, 0x82, high, low] = *elf.at(target, 4)? else { return None };
        let size = u64::from(u16::from_be_bytes([high, low])) + 4;
        (elf.number(place + 8)? == size).then_some((place, elf.at(target, size)?))
    });
    spans.collect()
}

/// The longest array of structures of a size that hold such a certificate, all at the same place, and no other.
pub fn array<'a>(certificates: &BTreeMap<u64, &'a [u8]>, size: u64) -> Vec<(u64, &'a [u8])> {
    let all: Vec<_> = certificates.iter().map(|(place, der)| (*place, *der)).collect();
    let arrays = all.chunk_by(|one, next| next.0 - one.0 == size);
    arrays.max_by_key(|array| array.len()).unwrap_or_default().to_vec()
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// Where the data of a minted program begins, in the file and in memory.
    pub const DATA: u64 = 0x1000;

    /// A program with this data, whose pointers are listed one by one or packed.
    pub fn program(mut data: Vec<u8>, pointers: &[(u64, u64)], packed: bool) -> Elf {
        let mut relocations = Vec::new();
        for &(place, target) in pointers {
            if packed {
                let at = usize::try_from(place - DATA).unwrap();
                data[at..at + 8].copy_from_slice(&target.to_le_bytes());
                relocations.push(place);
            } else {
                relocations.extend([place, RELATIVE[0], target]);
            }
        }
        if packed && relocations.len() > 1 {
            // The first as an address, the others as bits of the words after it.
            let bits = relocations[1..].iter().map(|place| 1 << ((place - relocations[0]) / 8));
            relocations = vec![relocations[0], bits.fold(1, |all, bit| all | bit)];
        }
        let (table, size) = if packed { (RELR, RELR_SIZE) } else { (RELA, RELA_SIZE) };
        let (dynamic, place) = (0x100, 0x200);
        let mut bytes = vec![0; usize::try_from(DATA).unwrap()];
        let mut put = |at: u64, words: &[u64]| {
            for (index, word) in words.iter().enumerate() {
                let at = usize::try_from(at).unwrap() + index * 8;
                bytes[at..at + 8].copy_from_slice(&word.to_le_bytes());
            }
        };
        let all = DATA + u64::try_from(data.len()).unwrap();
        let count = u64::try_from(relocations.len()).unwrap() * 8;
        put(0, &[u64::from_le_bytes(*b"\x7fELF\x02\x01\x01\0")]);
        put(32, &[64, 0, 56 << 48, 2]);
        put(64, &[u64::from(LOAD), 0, 0, 0, all, all, 0x1000]);
        put(120, &[u64::from(DYNAMIC), dynamic, dynamic, 0, 48, 48, 8]);
        put(dynamic, &[table, place, size, count, 0, 0]);
        put(place, &relocations);
        bytes.extend(data);
        Elf::parse(bytes).expect("a program")
    }

    #[test]
    fn pointers_are_read_listed_or_packed() {
        for packed in [false, true] {
            let mut data = vec![0; 0x100];
            data[8] = 3;
            data[0x80..0x83].copy_from_slice(b"abc");
            let pointers = [(DATA, DATA + 0x80), (DATA + 0x10, DATA + 0x81), (DATA + 0x70, DATA)];
            let elf = program(data, &pointers, packed);
            assert_eq!(elf.pointers().collect::<Vec<_>>(), pointers, "packed: {packed}");
            assert_eq!(elf.span(DATA), Some(b"abc".as_slice()));
            assert_eq!(elf.span(DATA + 0x20), Some([].as_slice()), "null");
            assert_eq!((elf.pointer(DATA + 8), elf.number(DATA + 8)), (None, Some(3)));
            assert_eq!(elf.at(DATA + 0xff, 2), None, "past the end");
        }
        assert!(Elf::parse(b"MZ".to_vec()).is_none());
    }

    #[test]
    fn an_array_is_a_run_of_one_distance() {
        let at = |places: &[u64]| places.iter().map(|place| (*place, [].as_slice())).collect::<BTreeMap<_, _>>();
        let places = |places: &[u64], size| array(&at(places), size).iter().map(|it| it.0).collect::<Vec<_>>();
        // A list of steps of 16 before it holds places that are 64 apart as well.
        assert_eq!(places(&[0, 16, 32, 48, 64, 80, 144, 208, 300], 64), [80, 144, 208]);
        assert_eq!(places(&[0, 16, 32], 64).len(), 1);
    }
}
