//! From BER to DER, as far as containers need it: Windows, Java and NSS leave lengths open and cut octet strings into
//! pieces (X.690 §8.1.3.6, §8.7.3). What is DER already stays as it is, to the byte: certificates are signed.

use super::super::super::x509::der::{Fault, encode};
use x509_parser::asn1_rs::{Class, FromBer, Header, Length};
use zeroize::Zeroizing;

/// No container nests deeper: an S/MIME message with a long name in a certificate comes to 15.
const DEEPEST: usize = 40;
/// `OCTET STRING`, whole and in pieces.
const OCTETS: u8 = 0x04;
const OCTETS_IN_PIECES: u8 = 0x24;

/// A structure as DER.
pub(super) struct Der {
    /// The bytes; wiped, since a key may be among them.
    pub(super) bytes: Zeroizing<Vec<u8>>,
    /// How many bytes it had as it was given.
    pub(super) used: usize,
    /// What is missing at its end; what was whole before that is there.
    pub(super) cut: Option<Fault>,
}

impl Der {
    /// The structure that `given` begins with.
    ///
    /// # Errors
    /// Where it does not begin with one.
    pub(super) fn of(given: &[u8]) -> Result<Self, Fault> {
        let mut walk = Walk { cut: None };
        let part = walk.part(given, 0, 0)?;
        let raw = || given.get(..part.used).unwrap_or_default().to_vec().into();
        match walk.cut.filter(|_| part.cut) {
            Some(fault) => Err(fault),
            None => Ok(Self { bytes: part.rewritten.unwrap_or_else(raw), used: part.used, cut: walk.cut }),
        }
    }
}

struct Walk {
    cut: Option<Fault>,
}

/// One element.
struct Part {
    /// How many bytes it takes in what was given.
    used: usize,
    /// Its DER, where that is something else.
    rewritten: Option<Zeroizing<Vec<u8>>>,
    /// It is the two zero bytes that end an open length.
    ends: bool,
    /// Its own bytes are not all there, and nothing can be made of them.
    cut: bool,
}

impl Walk {
    /// The element that `given` begins with; that stands at `at`.
    fn part(&mut self, given: &[u8], at: usize, depth: usize) -> Result<Part, Fault> {
        if depth > DEEPEST {
            return Err(Fault::new(at, "nested too deep"));
        }
        let (after, header) = Header::from_ber(given).map_err(|_| Fault::new(at, "no valid BER header"))?;
        let head = given.len().saturating_sub(after.len());
        let first = given.first().copied().unwrap_or_default();
        let (content, open, cut) = match header.length() {
            Length::Definite(length) => match after.get(..length) {
                Some(content) => (content, false, false),
                None => (after, false, true),
            },
            Length::Indefinite => (after, true, false),
        };
        if cut {
            self.cut.get_or_insert(Fault::new(at, "the file ends inside of it"));
        }
        if !header.is_constructed() {
            let ends = header.class() == Class::Universal && first == 0 && content.is_empty();
            return Ok(Part { used: head.saturating_add(content.len()), rewritten: None, ends, cut });
        }
        let before = self.cut;
        let inside = self.inside(content, open, at.saturating_add(head), depth);
        if !open && !cut && (inside.is_err() || self.cut != before) {
            // All of it is there, and wrong inside: whoever reads it finds out, and what stands beside it is read.
            self.cut = before;
            return Ok(Part { used: head.saturating_add(content.len()), rewritten: None, ends: false, cut });
        }
        let inside = inside?;
        let used = head.saturating_add(inside.used);
        let same = !open && !cut && !inside.changed && first != OCTETS_IN_PIECES;
        let rewritten = (!same).then(|| match first {
            OCTETS_IN_PIECES => encode(OCTETS, &[&pieces(&inside.bytes)]),
            // Tags of more than one byte do not occur in what is read here; their number would be lost.
            tag => encode(tag, &[&inside.bytes]),
        });
        Ok(Part { used, rewritten: rewritten.map(Zeroizing::new), ends: false, cut: false })
    }

    /// The elements of a content, up to its end or, where its length is `open`, to its end mark.
    fn inside(&mut self, content: &[u8], open: bool, at: usize, depth: usize) -> Result<Inside, Fault> {
        // An open length may end soon, and what is set aside here is wiped later, used or not.
        let room = if open { 0 } else { content.len() };
        let mut inside = Inside { bytes: Zeroizing::new(Vec::with_capacity(room)), used: 0, changed: false };
        while let Some(rest) = content.get(inside.used..).filter(|rest| !rest.is_empty()) {
            let place = at.saturating_add(inside.used);
            let part = match self.part(rest, place, depth.saturating_add(1)) {
                Ok(part) => part,
                // A header that is not there to its end.
                Err(fault) if rest.len() < 6 && fault.offset == place => {
                    self.cut.get_or_insert(Fault::new(place, "the file ends inside of it"));
                    (inside.used, inside.changed) = (content.len(), true);
                    return Ok(inside);
                }
                Err(fault) => return Err(fault),
            };
            inside.used = inside.used.saturating_add(part.used);
            if open && part.ends {
                return Ok(inside);
            }
            match part.rewritten {
                Some(bytes) => {
                    inside.changed = true;
                    append(&mut inside.bytes, &bytes);
                }
                None if part.cut => inside.changed = true,
                None => append(&mut inside.bytes, rest.get(..part.used).unwrap_or_default()),
            }
        }
        if open {
            self.cut.get_or_insert(Fault::new(at, "the mark of its end is missing"));
        }
        Ok(inside)
    }
}

struct Inside {
    bytes: Zeroizing<Vec<u8>>,
    used: usize,
    changed: bool,
}

/// Writes behind what is there. A buffer that is too small is wiped, which `Vec` does not do with the one that it leaves.
fn append(bytes: &mut Zeroizing<Vec<u8>>, more: &[u8]) {
    let length = bytes.len().saturating_add(more.len());
    if length > bytes.capacity() {
        let mut larger = Zeroizing::new(Vec::with_capacity(length.saturating_mul(2)));
        larger.extend_from_slice(bytes);
        *bytes = larger;
    }
    bytes.extend_from_slice(more);
}

/// How many bytes the structure takes that `given` begins with, without looking deeper than open lengths make one; all
/// of them where it does not end.
pub(in super::super) fn extent(given: &[u8]) -> usize {
    let (mut at, mut open) = (0_usize, 0_usize);
    while let Some(rest) = given.get(at..).filter(|rest| !rest.is_empty()) {
        let Ok((after, header)) = Header::from_ber(rest) else { break };
        at = at.saturating_add(rest.len().saturating_sub(after.len()));
        match header.length() {
            Length::Indefinite if header.is_constructed() => open = open.saturating_add(1),
            Length::Indefinite => break,
            Length::Definite(0) if header.class() == Class::Universal && header.tag().0 == 0 => {
                open = open.saturating_sub(1);
            }
            Length::Definite(length) => at = at.saturating_add(length),
        }
        if open == 0 {
            return at.min(given.len());
        }
    }
    given.len()
}

/// The pieces of an octet string, put together; they are DER by now.
pub(super) fn pieces(content: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut whole = Zeroizing::new(Vec::with_capacity(content.len()));
    let mut rest = super::super::super::x509::der::Elements::new(content, 0);
    while let Ok(piece) = rest.next_element() {
        whole.extend_from_slice(piece.content);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn der(given: &[u8]) -> (Vec<u8>, usize, bool) {
        let der = Der::of(given).unwrap();
        (der.bytes.to_vec(), der.used, der.cut.is_some())
    }

    #[test]
    fn open_lengths_are_closed() {
        let given = [0x30, 0x80, 0x02, 1, 5, 0x24, 0x80, 0x04, 1, 7, 0x04, 2, 8, 9, 0, 0, 0, 0, 0xff];
        assert_eq!(der(&given), (vec![0x30, 8, 0x02, 1, 5, 0x04, 3, 7, 8, 9], 18, false));
        let plain = [0x30, 0x81, 3, 0x02, 1, 5];
        assert_eq!(der(&plain), (plain.to_vec(), 6, false), "also what DER would write shorter");
    }

    #[test]
    fn the_extent_is_what_is_used() {
        let open: &[u8] = &[0x30, 0x80, 0x02, 1, 5, 0x24, 0x80, 0x04, 1, 7, 0x04, 2, 8, 9, 0, 0, 0, 0, 0xff];
        let closed: &[u8] = &[0x30, 0x81, 3, 0x02, 1, 5, 0x30];
        for given in [open, closed] {
            assert_eq!(extent(given), der(given).1);
        }
        for endless in [&open[..17], &[0x30, 0x80], &[0x30, 9, 1], &[0x04, 0x80, 0, 0], &[]] {
            assert_eq!(extent(endless), endless.len());
        }
    }

    #[test]
    fn what_is_whole_before_a_cut_is_kept() {
        let whole = [0x30, 0x0a, 0x30, 3, 0x02, 1, 5, 0x30, 3, 0x02, 1, 6];
        for length in 8..whole.len() {
            let (bytes, used, cut) = der(&whole[..length]);
            assert!(cut && used == length && bytes.windows(5).any(|part| part == [0x30, 3, 0x02, 1, 5]), "{length}");
        }
        assert!(Der::of(&[0x04, 5, 1]).is_err());
        assert!(Der::of(&[]).is_err());
    }

    #[test]
    fn what_is_wrong_inside_stays_as_it_is() {
        let wrong = [0x30, 5, 0x30, 3, 0x02, 9, 5];
        assert_eq!(der(&wrong), (wrong.to_vec(), 7, false));
        let open = [&[0x30, 0x80][..], &wrong, &[0x24, 3, 0x04, 1, 8, 0, 0]].concat();
        assert_eq!(der(&open).0, [&[0x30, 10][..], &wrong, &[0x04, 1, 8]].concat());
    }

    #[test]
    fn depth_has_an_end() {
        assert!(Der::of(&[0x30, 0x80].repeat(1_000)).is_err());
    }
}
