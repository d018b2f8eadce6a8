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
use super::{bare, format, pem, shape::Shape};
use zeroize::Zeroizing;

/// What stands for something else at the start of some bytes, if anything: that character (none for what only
/// decorates), and how many bytes it takes.
type Step = fn(&[u8]) -> Option<(Option<char>, usize)>;

/// Something that programs do to text.
struct Unwrapping {
    what: Sloppiness,
    step: Step,
    /// It may be undone in a whole text; else only between BEGIN and END, where nothing else means the same.
    anywhere: bool,
}

/// Tried in this order, one on top of the other: mails and web pages do several.
static UNWRAPPINGS: &[Unwrapping] = &[
    Unwrapping { what: Sloppiness::Html, step: html::step, anywhere: true },
    Unwrapping { what: Sloppiness::PercentEncoded, step: escapes::percent, anywhere: true },
    Unwrapping { what: Sloppiness::EscapedNewlines, step: escapes::json, anywhere: true },
    Unwrapping { what: Sloppiness::FullWidth, step: letters::full_width, anywhere: true },
    Unwrapping { what: Sloppiness::QuotedPrintable, step: escapes::quoted_printable, anywhere: false },
    Unwrapping { what: Sloppiness::RichText, step: rich_text::step, anywhere: false },
    Unwrapping { what: Sloppiness::UrlSafe, step: letters::url_safe, anywhere: false },
];

/// What was escaped may have been escaped before. Three times is the most that was ever seen in a paste.
const ROUNDS: usize = 3;

/// Reads a text: as it stands, and where that finds nothing, what is left when wrappings are taken off.
pub(super) fn read(collector: &mut Collector<'_>, text: &[u8]) {
    let before = collector.count();
    plain(collector, text);
    let mut unwrapped = Zeroizing::new(Vec::new());
    let mut taken_off: Vec<Sloppiness> = Vec::new();
    let mut line = 1;
    for row in anywhere() {
        if collector.count() != before || collector.is_stopped() {
            break;
        }
        let wrapped = if taken_off.is_empty() { text } else { &unwrapped };
        let Some((inside, first)) = unwrap(wrapped, row.step) else { continue };
        if taken_off.is_empty() {
            line = LineCounter::new(text).line_of(first);
        }
        unwrapped = inside;
        taken_off.push(row.what);
        collector.within(line, true, |collector| plain(collector, &unwrapped));
    }
    if collector.count() != before {
        taken_off.into_iter().for_each(|what| collector.sloppy(what, line));
    }
}

/// What may be undone in any text, several times.
fn anywhere() -> impl Iterator<Item = &'static Unwrapping> {
    (0..ROUNDS).flat_map(|_| UNWRAPPINGS).filter(|row| row.anywhere)
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
    let mut unwrapped = Zeroizing::new(Vec::new());
    let mut outermost = None;
    for row in anywhere() {
        let wrapped = if outermost.is_some() { &unwrapped } else { text };
        let Some((inside, _)) = unwrap(wrapped, row.step) else { continue };
        let what = *outermost.get_or_insert(row.what);
        if let Some(body) = whole(&inside) {
            return Some((body, what));
        }
        unwrapped = inside;
    }
    let text = if outermost.is_some() { &unwrapped } else { text };
    UNWRAPPINGS.iter().filter(|row| !row.anywhere).find_map(|row| {
        let (inside, _) = unwrap(text, row.step)?;
        Some((whole(&inside)?, outermost.unwrap_or(row.what)))
    })
}

/// A body without damage.
fn whole(text: &[u8]) -> Option<Body> {
    let body = body::read(text);
    let complete = || format::sniff(&body.decoded).is_some() && !Shape::of(&body.decoded).is_cut();
    (body.damage.is_none() && (body.encrypted || complete())).then_some(body)
}

/// A text without one wrapping, and where the first of it stood; none where there is nothing of it.
fn unwrap(text: &[u8], step: Step) -> Option<(Zeroizing<Vec<u8>>, usize)> {
    let mut first = None;
    // What stands for something is longer than that: enough room at once, so that growing leaves no copies behind.
    let mut inside = Zeroizing::new(Vec::with_capacity(text.len()));
    let mut at = 0_usize;
    while let Some((byte, _)) = text.get(at..).and_then(<[u8]>::split_first) {
        let rest = text.get(at..).unwrap_or_default();
        let length = match step(rest) {
            Some((character, length)) => {
                first.get_or_insert(at);
                if let Some(character) = character {
                    inside.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                }
                length.max(1)
            }
            None => {
                inside.push(*byte);
                1
            }
        };
        at = at.saturating_add(length);
    }
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
