//! Base64 without BEGIN and END: a body copied alone, or a field of JSON or XML (`x5c`, `X509Certificate`).

use super::base64::Decoder;
use super::collector::{Collector, Place};
use super::format::{self, Block};
use super::material::Sloppiness;
use super::shape::Shape;
use super::text::LineCounter;

/// What DER of more than 127 bytes begins with in base64: a SEQUENCE with a length of one or two octets.
const STARTS: [&[u8]; 4] = [b"MIG", b"MIH", b"MII", b"MIF"];
/// Nothing that we read is shorter in base64.
const SHORTEST: usize = 64;

/// Reads every run of base64 that holds one of the formats; `first_line` is the line that the text begins on.
pub(super) fn read(collector: &mut Collector<'_>, text: &[u8], first_line: u32) {
    let mut lines = LineCounter::new(text);
    let mut at = 0_usize;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let outside = rest.iter().take_while(|byte| !is_inside(**byte)).count();
        let start = at.saturating_add(outside);
        let inside = text.get(start..).unwrap_or_default();
        let length = inside.iter().take_while(|byte| is_inside(**byte)).count();
        let run = inside.get(..length).unwrap_or_default();
        if let Some((skipped, block)) = decode(run) {
            let line = first_line.saturating_add(lines.line_of(start.saturating_add(skipped))).saturating_sub(1);
            let place = Place { line: Some(line), offset: None };
            collector.sloppy(Sloppiness::NoMarkers, line);
            format::read_block(collector, &Block { place, ..block });
        }
        if collector.is_stopped() {
            break;
        }
        at = start.saturating_add(length);
    }
}

/// A run of base64 with its line ends, decoded from the first word that looks like DER; with how many bytes of the run
/// stand in front of that word.
fn decode(run: &[u8]) -> Option<(usize, Block)> {
    let mut skipped = 0_usize;
    for word in run.split(|byte| byte.is_ascii_whitespace()) {
        if STARTS.iter().any(|start| word.starts_with(start)) {
            break;
        }
        skipped = skipped.saturating_add(word.len()).saturating_add(1);
    }
    let digits = run.get(skipped..).filter(|digits| digits.len() >= SHORTEST)?;
    let mut decoder = Decoder::for_characters(digits.len());
    for digit in digits.iter().filter(|digit| !digit.is_ascii_whitespace()) {
        if !decoder.push(*digit) {
            break;
        }
    }
    let (bytes, _) = decoder.finish();
    let complete = format::sniff(&bytes).is_some() && !Shape::of(&bytes).is_cut();
    complete.then(|| (skipped, Block { bytes, place: Place::default(), label: None, encrypted: None }))
}

fn is_inside(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'\n' | b'\r' | b' ')
}
