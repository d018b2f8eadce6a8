//! Text that something was done to on its way: what can be undone, one file each, one table.
//!
//! Clean input never comes here: a whole text is unwrapped where plain reading finds nothing, a block where its base64
//! is damaged. Every unwrapping is one walk over the text and makes it shorter.

pub(super) mod decoration;
pub(super) mod hex;

mod escapes;
mod html;
mod letters;
mod rich_text;

use super::body::{self, Body};
use super::collector::Collector;
use super::material::Sloppiness;
use super::text::LineCounter;
use super::{bare, format, other, pem, shape::Shape};
use zeroize::Zeroizing;

/// What stands for something else at the start of some bytes, if anything: that character (none for what only
/// decorates), and how many bytes it takes.
type Step = fn(&[u8]) -> Option<(Option<char>, usize)>;

/// Something that programs do to text.
struct Unwrapping {
    what: Sloppiness,
    /// The bytes that it begins with.
    signs: &'static [u8],
    step: Step,
    /// It may be undone in a whole text; else only between BEGIN and END, where nothing else means the same.
    anywhere: bool,
}

/// Tried in this order, one on top of the other: mails and web pages do several.
static UNWRAPPINGS: &[Unwrapping] = &[
    Unwrapping { what: Sloppiness::TerminalColours, signs: b"\x1b", step: escapes::terminal, anywhere: true },
    Unwrapping { what: Sloppiness::Html, signs: b"&<", step: html::step, anywhere: true },
    Unwrapping { what: Sloppiness::PercentEncoded, signs: b"%", step: escapes::percent, anywhere: true },
    Unwrapping { what: Sloppiness::EscapedNewlines, signs: b"\\", step: escapes::json, anywhere: true },
    Unwrapping { what: Sloppiness::FullWidth, signs: b"\xc2\xe2\xef", step: letters::full_width, anywhere: true },
    Unwrapping { what: Sloppiness::QuotedPrintable, signs: b"=", step: escapes::quoted_printable, anywhere: false },
    Unwrapping { what: Sloppiness::RichText, signs: b"\\{}", step: rich_text::step, anywhere: false },
    Unwrapping { what: Sloppiness::UrlSafe, signs: b"-_", step: letters::url_safe, anywhere: false },
];

/// What was escaped may have been escaped before. Three times is the most that was ever seen in a paste.
const ROUNDS: usize = 3;

/// Reads a text: as it stands, and where that finds nothing, what is left when wrappings are taken off.
pub(super) fn read(collector: &mut Collector<'_>, text: &[u8]) {
    let before = collector.count();
    plain(collector, text);
    if collector.count() != before || collector.is_stopped() || !other::is_text(text) {
        return;
    }
    let mut line = 1;
    let mut noticed = false;
    let taken_off = take_off(text, |inside, first| {
        if !std::mem::replace(&mut noticed, true) {
            line = LineCounter::new(text).line_of(first);
        }
        collector.within(line, true, |collector| plain(collector, inside));
        collector.count() != before || collector.is_stopped()
    });
    if collector.count() != before {
        taken_off.into_iter().for_each(|what| collector.sloppy(what, line));
    }
}

/// Takes off what may be undone in any text, one on top of the other, until that is enough; gives what it was. `enough`
/// hears what is inside, and where the last wrapping began.
fn take_off(text: &[u8], mut enough: impl FnMut(&[u8], usize) -> bool) -> Vec<Sloppiness> {
    let mut unwrapped: Option<Zeroizing<Vec<u8>>> = None;
    let mut taken_off = Vec::new();
    for _ in 0..ROUNDS {
        let before = taken_off.len();
        for row in UNWRAPPINGS.iter().filter(|row| row.anywhere) {
            let wrapped = unwrapped.as_deref().map_or(text, Vec::as_slice);
            let Some((inside, first)) = unwrap(wrapped, row) else { continue };
            taken_off.push(row.what);
            if enough(&inside, first) {
                return taken_off;
            }
            unwrapped = Some(inside);
        }
        if taken_off.len() == before {
            break;
        }
    }
    taken_off
}

/// Reads a text as it stands: PEM; without any, base64 and hexadecimal digits that hold one of the formats.
pub(super) fn plain(collector: &mut Collector<'_>, text: &[u8]) {
    if pem::read(collector, text) {
        return;
    }
    let before = collector.count();
    bare::read(collector, text, 1);
    if collector.count() == before {
        hex::read(collector, text);
    }
}

/// Reads a body again without what was done to it, until its base64 is whole and holds one of the formats; with what
/// it was.
pub(super) fn body(text: &[u8]) -> Option<(Body, Sloppiness)> {
    let mut found = None;
    let mut left = Zeroizing::new(Vec::new());
    let taken_off = take_off(text, |inside, _| {
        found = whole(inside);
        left = Zeroizing::new(inside.to_vec());
        found.is_some()
    });
    let outermost = taken_off.first().copied();
    if let (Some(body), Some(what)) = (found, outermost) {
        return Some((body, what));
    }
    let text = if outermost.is_some() { &left } else { text };
    UNWRAPPINGS.iter().filter(|row| !row.anywhere).find_map(|row| {
        let (inside, _) = unwrap(text, row)?;
        Some((whole(&inside)?, outermost.unwrap_or(row.what)))
    })
}

/// A body without damage.
fn whole(text: &[u8]) -> Option<Body> {
    let body = body::read(text);
    let complete = || format::sniff(&body.decoded).is_some() && !Shape::of(&body.decoded).is_cut();
    (body.damage.is_none() && (body.encrypted.is_some() || complete())).then_some(body)
}

/// A text without one wrapping, and where the first of it stood; none where there is nothing of it.
fn unwrap(text: &[u8], row: &Unwrapping) -> Option<(Zeroizing<Vec<u8>>, usize)> {
    let next_sign = |from: usize| {
        let rest = text.get(from..).unwrap_or_default();
        rest.iter().position(|byte| row.signs.contains(byte)).unwrap_or(rest.len()).saturating_add(from)
    };
    let mut at = next_sign(0);
    let (mut first, mut copied) = (None, 0_usize);
    let mut inside = Zeroizing::new(Vec::new());
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let mut next = at.saturating_add(1);
        if let Some((character, length)) = (row.step)(rest) {
            if first.is_none() {
                first = Some(at);
                // What stands for something is longer than that: room at once, so that growing leaves no copies behind.
                inside.reserve_exact(text.len());
            }
            inside.extend_from_slice(text.get(copied..at).unwrap_or_default());
            if let Some(character) = character {
                inside.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
            }
            next = at.saturating_add(length.max(1));
            copied = next;
        }
        at = next_sign(next);
    }
    inside.extend_from_slice(text.get(copied..).filter(|_| first.is_some()).unwrap_or_default());
    first.map(|first| (inside, first))
}

/// The byte that two hexadecimal digits stand for.
fn hex_byte(digits: &[u8]) -> Option<u8> {
    match digits {
        [high, low, ..] => {
            let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
            Some(digit(high)?.wrapping_shl(4) | digit(low)?)
        }
        _ => None,
    }
}
