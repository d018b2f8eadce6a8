//! PEM (RFC 7468, RFC 1421), read as people paste it. Every block is found, whatever stands around it.

use super::body;
use super::collector::{Collector, Place};
use super::format::{self, Block};
use super::marker::{self, Marker};
use super::material::{ProblemKind, Sloppiness};
use super::text::{LineCounter, trim, trim_end};
use super::{bare, shape::Shape};

/// Reads every block of a text; false where there is no marker of PEM.
pub(super) fn read(collector: &mut Collector<'_>, text: &[u8]) -> bool {
    let mut lines = LineCounter::new(text);
    let mut position = 0;
    let mut next = marker::next(text, 0);
    let found = next.is_some();
    while let Some(marker) = next.take() {
        if collector.is_stopped() {
            break;
        }
        let line = lines.line_of(marker.place.start);
        next = marker::next(text, marker.place.end);
        if marker.begin {
            let glued = position > 0 && position == marker.place.start;
            note_begin(collector, text, &marker, line, glued);
            let stop = next.as_ref().map_or(text.len(), |next| next.place.start);
            let end = next.take_if(|next| !next.begin);
            let body = text.get(marker.place.end..stop).unwrap_or_default();
            block(collector, body, marker.label, line, end.as_ref());
            if let Some(end) = end {
                note_end(collector, text, &end, lines.line_of(end.place.start));
                position = end.place.end;
                next = marker::next(text, position);
            }
        } else {
            // An END without its BEGIN: the first line was not copied.
            bare::read(collector, text.get(position..marker.place.start).unwrap_or_default(), line);
            position = marker.place.end;
        }
    }
    found
}

/// Reads one block; without `end` as far as its base64 goes.
fn block(collector: &mut Collector<'_>, body: &[u8], label: String, line: u32, end: Option<&Marker>) {
    let body = body::read(body);
    // Without END the damage says it all: the prose behind the block would count as its lines.
    for (what, below) in body.sloppy.iter().filter(|_| end.is_some()) {
        collector.sloppy(*what, line.saturating_add(*below));
    }
    let place = Place { line: Some(line), offset: None };
    let promised = format::kind_of_label(&label);
    let is_cut = Shape::of(&body.decoded).is_cut();
    match (body.damage, end) {
        (Some((character, below)), Some(_)) => {
            let at = Place { line: Some(line.saturating_add(below)), offset: None };
            return collector.unreadable(promised, place, at, ProblemKind::BadBase64 { label, character });
        }
        (_, None) if is_cut || format::sniff(&body.decoded).is_none() => {
            return collector.unreadable(promised, place, place, ProblemKind::MissingEnd { label });
        }
        // All of it is there, so that it counts.
        (_, None) => collector.problem(place, ProblemKind::MissingEnd { label: label.clone() }),
        (None, Some(end)) => {
            if end.label != label {
                collector.sloppy(Sloppiness::WrongLabel, line);
            }
            if !body.whole && !is_cut {
                // OpenSSL refuses base64 without its padding, but all of it is there.
                collector.problem(place, ProblemKind::Truncated { label: label.clone() });
            }
        }
    }
    let block = Block { bytes: body.decoded, place, label: Some(label), encrypted: body.encrypted };
    format::read_block(collector, &block);
}

/// What stands in front of BEGIN on its line.
fn note_begin(collector: &mut Collector<'_>, text: &[u8], begin: &Marker, line: u32, glued: bool) {
    if !begin.exact {
        collector.sloppy(Sloppiness::MarkerLine, line);
    }
    if glued {
        return collector.sloppy(Sloppiness::GluedBlocks, line);
    }
    note_before(collector, text, begin, line);
}

/// What stands around END on its line.
fn note_end(collector: &mut Collector<'_>, text: &[u8], end: &Marker, line: u32) {
    if !end.exact {
        collector.sloppy(Sloppiness::MarkerLine, line);
    }
    note_before(collector, text, end, line);
    let rest = text.get(end.place.end..).unwrap_or_default();
    let length = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
    let behind = trim(rest.get(..length).unwrap_or_default());
    match behind {
        [] => {}
        // Another block: noted with its BEGIN.
        _ if marker::next(rest, 0).is_some_and(|next| next.place.start == 0) => {}
        [b'-', ..] => collector.sloppy(Sloppiness::MarkerLine, line),
        [b'\\', ..] => collector.sloppy(Sloppiness::EscapedNewlines, line),
        [b'"' | b'\'', ..] => collector.sloppy(Sloppiness::Quoted, line),
        _ => collector.sloppy(Sloppiness::SharedLine, line),
    }
}

/// How far back a line is looked at: what stands in front of a marker is short, or it is no line of PEM.
const LOOK_BACK: usize = 200;

fn note_before(collector: &mut Collector<'_>, text: &[u8], marker: &Marker, line: u32) {
    let from = marker.place.start.saturating_sub(LOOK_BACK);
    let before = text.get(from..marker.place.start).unwrap_or_default();
    let line_start = before.iter().rposition(|byte| matches!(byte, b'\n' | b'\r'));
    let before = line_start.map_or(before, |at| before.get(at.saturating_add(1)..).unwrap_or_default());
    if before.is_empty() {
        return;
    }
    collector.sloppy(
        match trim_end(before) {
            // A file that was appended to another with its mark.
            [] if before.ends_with("\u{feff}".as_bytes()) => Sloppiness::ByteOrderMark,
            [] => Sloppiness::Indented,
            [.., b'\\', b'n' | b'r'] => Sloppiness::EscapedNewlines,
            [.., b'"' | b'\'' | b'>'] => Sloppiness::Quoted,
            _ => Sloppiness::SharedLine,
        },
        line,
    );
}
