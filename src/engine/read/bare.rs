//! Base64 without BEGIN and END: a body copied alone, a field of JSON or XML (`x5c`, `X509Certificate`), and whole PEM
//! that was packed once more, as Kubernetes and CI variables have it.

use super::base64::Decoder;
use super::collector::{Collector, Place};
use super::format::{self, Block};
use super::marker;
use super::material::Sloppiness;
use super::salvage;
use super::shape::Shape;
use super::text::{LineCounter, Text, trim};
use zeroize::Zeroizing;

/// What DER of more than 127 bytes begins with in base64: a SEQUENCE with a length of one or two octets; JKS and ZIP.
const STARTS: [&[u8]; 6] = [b"MIG", b"MIH", b"MII", b"MIF", b"/u3+7Q", b"UEsDB"];
/// What PEM begins with in base64: five hyphens and `BEGIN`.
const PACKED_PEM: &[u8] = b"LS0tLS1CRUdJTi";
/// Nothing that we read is shorter in base64: a public key for Ed25519.
const SHORTEST: usize = 60;
/// Words this long are no prose: shorter DER, and PEM, is looked for in those alone.
const LONG_WORD: usize = 40;
/// How much is decoded before all of it is.
const HEAD: usize = 88;
/// How many words of one run are tried in vain.
const TRIES: usize = 8;

/// Reads every run of base64 that holds one of the formats, or PEM; `first_line` is the line that the text begins on.
pub(super) fn read(collector: &mut Collector<'_>, text: &[u8], first_line: u32) {
    let mut lines = LineCounter::new(text);
    let trimmed = trim(text).len();
    let mut at = 0_usize;
    while let Some(rest) = text.get(at..).filter(|rest| rest.len() >= SHORTEST) {
        let outside = rest.iter().take_while(|byte| !is_inside(**byte)).count();
        let start = at.saturating_add(outside);
        let inside = text.get(start..).unwrap_or_default();
        let length = inside.iter().take_while(|byte| is_inside(**byte)).count();
        let run = inside.get(..length).unwrap_or_default();
        let mut line_of = |position: usize| {
            first_line.saturating_add(lines.line_of(start.saturating_add(position))).saturating_sub(1)
        };
        if run.len() >= SHORTEST {
            let alone = trim(run).len() == trimmed;
            read_run(collector, run, alone, &mut line_of);
        }
        if collector.is_stopped() {
            break;
        }
        at = start.saturating_add(length);
    }
}

/// Reads what stands in a run of base64 with its line ends, one thing after the other; `alone` where nothing stands around
/// the run.
fn read_run(collector: &mut Collector<'_>, run: &[u8], alone: bool, line_of: &mut dyn FnMut(usize) -> u32) {
    let mut at = 0_usize;
    let mut tries = TRIES;
    while let Some(start) = next_start(run, at).filter(|_| tries > 0 && collector.may_go_on()) {
        let digits = run.get(start..).unwrap_or_default();
        // `NAME=` is made of letters of base64 too.
        let alone = alone && run.get(..start).is_some_and(|before| trim(before).is_empty());
        let packed = if alone { Sloppiness::Packed } else { Sloppiness::PackedValue };
        let used = read_at(collector, digits, packed, &mut || line_of(start));
        if used.is_none() {
            tries = tries.saturating_sub(1);
            collector.tried_in_vain();
        }
        at = start.saturating_add(used.unwrap_or(1));
    }
}

/// Reads what base64 begins with, and says how much of the text it took.
fn read_at(
    collector: &mut Collector<'_>,
    digits: &[u8],
    packed: Sloppiness,
    line: &mut dyn FnMut() -> u32,
) -> Option<usize> {
    let (head, _) = decode(digits.get(..digits.len().min(HEAD))?);
    let is_text = Text::new(&head).utf16 || head.iter().all(|byte| *byte >= 0x20 || byte.is_ascii_whitespace());
    if !is_text && format::sniff(&head).is_none() {
        return None;
    }
    // Only as far as it goes: a run may hold thousands.
    let end = match length_of_der(&head).filter(|_| !is_text) {
        Some(length) => digits_of(digits, length)?,
        None => digits.iter().position(|byte| *byte == b'=').map_or(digits.len(), |at| at.saturating_add(2)),
    };
    let (bytes, used) = decode(digits.get(..end.min(digits.len()))?);
    if is_text {
        return read_packed(collector, &bytes, packed, line).then_some(used);
    }
    if format::sniff(&bytes).is_none() || Shape::of(&bytes).is_cut() {
        return None;
    }
    let line = line();
    collector.sloppy(Sloppiness::NoMarkers, line);
    if digits.iter().take(used).any(|digit| matches!(digit, b'-' | b'_')) {
        collector.sloppy(Sloppiness::UrlSafe, line);
    }
    let place = Place { line: Some(line), offset: None };
    format::read_block(collector, &Block { bytes, place, label: None, encrypted: None });
    Some(used)
}

/// Reads PEM that base64 held; false where it held none.
fn read_packed(collector: &mut Collector<'_>, bytes: &[u8], packed: Sloppiness, line: &mut dyn FnMut() -> u32) -> bool {
    let text = Text::new(bytes);
    let text = if text.bytes().starts_with(PACKED_PEM) {
        text.bytes()
    } else if marker::next(text.bytes(), 0).is_some_and(|marker| marker.begin) {
        // Letters of the words behind it were decoded too.
        let end = text.bytes().iter().rposition(|byte| *byte == b'-').unwrap_or_default();
        text.bytes().get(..=end).unwrap_or_default()
    } else {
        return false;
    };
    let (before, line) = (collector.count(), line());
    collector.within(line, false, |collector| salvage::plain(collector, text));
    if collector.count() != before {
        collector.sloppy(packed, line);
    }
    collector.count() != before
}

/// Where the next word begins that may be the start of DER or of packed PEM.
fn next_start(run: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let blanks = run.get(at..)?.iter().position(|byte| is_digit(*byte))?;
        at = at.saturating_add(blanks);
        let rest = run.get(at..).filter(|rest| rest.len() >= SHORTEST)?;
        let length = rest.iter().position(|byte| !is_digit(*byte)).unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or_default();
        let fits = length >= LONG_WORD || STARTS.iter().any(|start| word.starts_with(start));
        // A word that was tried already is not tried from its middle.
        let is_whole = at.checked_sub(1).and_then(|before| run.get(before)).is_none_or(|before| !is_digit(*before));
        if fits && is_whole {
            return Some(at);
        }
        at = at.saturating_add(length);
    }
}

/// Decodes as far as it goes, and says how many bytes of the text that took.
fn decode(digits: &[u8]) -> (Zeroizing<Vec<u8>>, usize) {
    let mut decoder = Decoder::for_characters(digits.len());
    let mut used = 0_usize;
    for byte in digits {
        let digit = match byte {
            b'-' => b'+',
            b'_' => b'/',
            other => *other,
        };
        if !digit.is_ascii_whitespace() && !decoder.push(digit) {
            break;
        }
        used = used.saturating_add(1);
    }
    (decoder.finish().0, used)
}

/// How many bytes a SEQUENCE claims to have, header included (X.690 §8.1.3).
fn length_of_der(head: &[u8]) -> Option<usize> {
    let (header, length) = match *head {
        [0x30, length @ ..=0x7f, ..] => (2, usize::from(length)),
        [0x30, 0x81, length, ..] => (3, usize::from(length)),
        [0x30, 0x82, high, low, ..] => (4, usize::from(u16::from_be_bytes([high, low]))),
        [0x30, 0x83, first, second, third, ..] => {
            (5, usize::try_from(u32::from_be_bytes([0, first, second, third])).ok()?)
        }
        _ => return None,
    };
    length.checked_add(header)
}

/// How much of the text the base64 of so many bytes takes.
fn digits_of(digits: &[u8], bytes: usize) -> Option<usize> {
    let wanted = bytes.saturating_mul(4).div_ceil(3);
    let mut places = digits.iter().enumerate().filter(|(_, byte)| is_digit(**byte)).map(|(place, _)| place);
    places.nth(wanted.checked_sub(1)?)?.checked_add(1)
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_')
}

fn is_inside(byte: u8) -> bool {
    is_digit(byte) || matches!(byte, b'=' | b'\n' | b'\r' | b' ')
}
