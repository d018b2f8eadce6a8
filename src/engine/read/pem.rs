//! PEM (RFC 7468, RFC 1421), read as people paste it. Every block is found, whatever stands around it.

use super::body::{self, Body};
use super::collector::{Collector, Place};
use super::format::{self, Block};
use super::marker::{self, Marker};
use super::material::{ProblemKind, Sloppiness};
use super::salvage::{self, decoration};
use super::text::{LineCounter, first_character, last_character, trim, trim_end};
use super::{bare, claims, other, shape::Shape, symptoms};

/// Reads every block of a text; false where there is no marker of PEM.
pub(super) fn read(collector: &mut Collector<'_>, text: &[u8]) -> bool {
    let mut lines = LineCounter::new(text);
    let (mut position, mut closed) = (0, 0);
    let mut next = marker::next(text, 0);
    let found = next.is_some();
    while let Some(marker) = next.take() {
        if collector.is_stopped() {
            break;
        }
        next = marker::next(text, marker.place.end);
        // What stands between the blocks: an END whose BEGIN was not copied, blocks packed into base64.
        between(collector, text.get(position..marker.place.start).unwrap_or_default(), lines.line_of(position));
        let line = lines.line_of(marker.place.start);
        if !marker.begin {
            (position, closed) = (marker.place.end, marker.place.end);
            continue;
        }
        let glued = closed > 0 && closed == marker.place.start;
        let stop = next.as_ref().map_or(text.len(), |next| next.place.start);
        let end = next.take_if(|next| !next.begin);
        let body = text.get(marker.place.end..stop).unwrap_or_default();
        position = stop;
        if format::of_another_world(&marker.label, &[]).is_some() {
            block(collector, body::read(body), marker.label, line, end.as_ref());
            if let Some(end) = end {
                (position, closed) = (end.place.end, end.place.end);
                next = marker::next(text, position);
            }
            continue;
        }
        let (body, wrapping) = read_body(in_front(text, &marker), body);
        note_begin(collector, text, &marker, line, glued, wrapping);
        block(collector, body, marker.label, line, end.as_ref());
        if let Some(end) = end {
            note_end(collector, text, &end, lines.line_of(end.place.start), wrapping);
            (position, closed) = (end.place.end, end.place.end);
            next = marker::next(text, position);
        }
    }
    if found && !collector.is_stopped() {
        between(collector, text.get(position..).unwrap_or_default(), lines.line_of(position));
    }
    found
}

/// Reads what stands outside of the blocks: base64 without markers, error messages, and what articles tell.
fn between(collector: &mut Collector<'_>, text: &[u8], line: u32) {
    bare::read(collector, text, line);
    if other::is_text(text) {
        symptoms::read(collector, text, line);
        claims::read(collector, text, line);
    }
}

/// Reads a body, and says what was done to it where it reads only without that.
fn read_body(in_front: &[u8], written: &[u8]) -> (Body, Option<Sloppiness>) {
    let undecorated = decoration::strip(in_front, written);
    let body = body::read(undecorated.as_deref().map_or(written, Vec::as_slice));
    let (body, wrapping) = match body.damage.and_then(|_| salvage::body(written)) {
        Some((body, wrapping)) => (body, wrapping),
        None if undecorated.is_some() => (body, Sloppiness::Decorated),
        None => return (body, None),
    };
    // It says why nothing else is as it should be.
    (Body { sloppy: Vec::new(), ..body }, Some(wrapping))
}

/// Reads one block; without `end` as far as its base64 goes.
fn block(collector: &mut Collector<'_>, body: Body, label: String, line: u32, end: Option<&Marker>) {
    let place = Place { line: Some(line), offset: None };
    if let Some(looks_like) = format::of_another_world(&label, &body.decoded) {
        return format::unreadable(collector, place, looks_like);
    }
    // Without END the damage says it all: the prose behind the block would count as its lines.
    for (what, below) in body.sloppy.iter().filter(|_| end.is_some()) {
        collector.sloppy(*what, line.saturating_add(*below));
    }
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
fn note_begin(
    collector: &mut Collector<'_>,
    text: &[u8],
    begin: &Marker,
    line: u32,
    glued: bool,
    wrapping: Option<Sloppiness>,
) {
    match wrapping {
        // It says why nothing else is as it should be.
        Some(what) => return collector.sloppy(what, line),
        None if !begin.exact => collector.sloppy(Sloppiness::MarkerLine, line),
        None => {}
    }
    if glued {
        return collector.sloppy(Sloppiness::GluedBlocks, line);
    }
    note_before(collector, text, begin, line);
}

/// What stands around END on its line.
fn note_end(collector: &mut Collector<'_>, text: &[u8], end: &Marker, line: u32, wrapping: Option<Sloppiness>) {
    if wrapping.is_some() {
        return;
    }
    if !end.exact {
        collector.sloppy(Sloppiness::MarkerLine, line);
    }
    note_before(collector, text, end, line);
    // Not to the end of a text that is one line.
    let rest = text.get(end.place.end..).unwrap_or_default();
    let rest = rest.get(..LOOK_BACK).unwrap_or(rest);
    let length = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
    let behind = trim(rest.get(..length).unwrap_or_default());
    match behind {
        [] => {}
        // Another block: noted with its BEGIN.
        _ if marker::next(rest, 0).is_some_and(|next| next.place.start == 0) => {}
        [b'-', ..] => collector.sloppy(Sloppiness::MarkerLine, line),
        [b'\\', _, ..] => collector.sloppy(Sloppiness::EscapedNewlines, line),
        _ if is_quote(first_character(behind).0) => collector.sloppy(Sloppiness::Quoted, line),
        _ => collector.sloppy(Sloppiness::SharedLine, line),
    }
}

/// How far a line is looked at: what stands around a marker is short, or it is no line of PEM.
const LOOK_BACK: usize = 200;

/// What stands in front of a marker on its line.
fn in_front<'a>(text: &'a [u8], marker: &Marker) -> &'a [u8] {
    let from = marker.place.start.saturating_sub(LOOK_BACK);
    let before = text.get(from..marker.place.start).unwrap_or_default();
    let line_start = before.iter().rposition(|byte| matches!(byte, b'\n' | b'\r'));
    line_start.map_or(before, |at| before.get(at.saturating_add(1)..).unwrap_or_default())
}

fn note_before(collector: &mut Collector<'_>, text: &[u8], marker: &Marker, line: u32) {
    let before = in_front(text, marker);
    if before.is_empty() {
        return;
    }
    let last = trim_end(before);
    collector.sloppy(
        match last {
            // A file that was appended to another with its mark.
            [] if before.ends_with("\u{feff}".as_bytes()) => Sloppiness::ByteOrderMark,
            [] if !before.is_ascii() => Sloppiness::InvisibleCharacter,
            [] => Sloppiness::Indented,
            [.., b'\\', b'n' | b'r'] => Sloppiness::EscapedNewlines,
            [.., b'>'] => Sloppiness::Quoted,
            _ if last_character(last).is_some_and(is_quote) => Sloppiness::Quoted,
            _ => Sloppiness::SharedLine,
        },
        line,
    );
}

/// Straight ones, and those that chats make of them.
fn is_quote(character: char) -> bool {
    matches!(character, '"' | '\'' | '“' | '”' | '‘' | '’' | '„' | '«' | '»' | '「' | '」')
}
