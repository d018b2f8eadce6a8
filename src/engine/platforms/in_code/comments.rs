//! Comments of the languages that addresses stand in.

use super::{REACH, within};
use crate::engine::sorted;

/// How far a comment that was opened is looked for its end, in bytes; without one it was none (`image/*`).
const LONGEST: usize = 20_000;

/// Whether a place stands in a comment: in one of those that have an end, or in one that its line ends.
pub(super) fn is_comment(text: &str, at: usize, blocks: &[(usize, usize)]) -> bool {
    let in_block = blocks.partition_point(|(start, _)| *start < at).checked_sub(1).and_then(|index| blocks.get(index));
    if in_block.is_some_and(|(_, end)| at < *end) {
        return true;
    }
    let line = within(text, at.saturating_sub(REACH), at);
    let line = line.rsplit_once('\n').map(|(_, line)| line).or((at <= REACH).then_some(line));
    line.is_some_and(|line| begins_with_sign(line.trim_start()) || holds_sign(line))
}

/// Whether a line begins as a comment does. `#` and `;` begin other things, too: fields of classes, directives, rules of
/// style sheets, statements; these have quotes or brackets.
fn begins_with_sign(line: &str) -> bool {
    let is_bare = |rest: &str| !rest.contains(['"', '\'', '`', '(', '[', '{']);
    ["//", "* ", "-- "].iter().any(|sign| line.starts_with(sign))
        || line.strip_prefix('#').is_some_and(|rest| rest.starts_with([' ', '\t']) || is_bare(rest))
        || line.strip_prefix(';').is_some_and(is_bare)
}

/// Whether a comment begins further on: `//`, or `#` between blanks, outside of quotes.
fn holds_sign(line: &str) -> bool {
    let parts = |at: usize| line.split_at_checked(at).unwrap_or_default();
    let is_outside = |before: &str| {
        let quotes = before.bytes().filter(|byte| matches!(byte, b'"' | b'\'' | b'`')).count();
        quotes.is_multiple_of(2)
    };
    let slashes = |at: usize| !parts(at).0.ends_with([':', '\\']) && is_outside(parts(at).0);
    let hash = |at: usize| {
        let (before, sign) = parts(at);
        before.ends_with([' ', '\t']) && sign.starts_with(['#']) && is_blank(sign) && is_outside(before)
    };
    line.match_indices("//").any(|(at, _)| slashes(at)) || line.match_indices('#').any(|(at, _)| hash(at))
}

/// Whether a blank stands behind the sign.
fn is_blank(sign: &str) -> bool {
    sign.chars().nth(1).is_some_and(char::is_whitespace)
}

/// Comments that have an end: `/* … */` and `<!-- … -->`.
pub(super) fn block_comments(text: &str) -> Vec<(usize, usize)> {
    let mut blocks = Vec::new();
    for (opens, closes) in [("/*", "*/"), ("<!--", "-->")] {
        // Each end is looked for once, however many beginnings stand before it.
        let mut ends = text.match_indices(closes).map(|(at, _)| at).peekable();
        let mut from = 0_usize;
        for (start, _) in text.match_indices(opens) {
            if start < from {
                continue;
            }
            from = start.saturating_add(opens.len());
            // `image/*` opens nothing.
            let alone = text.get(..start).unwrap_or_default().bytes().next_back().is_none_or(|byte| {
                byte.is_ascii_whitespace() || matches!(byte, b';' | b'{' | b'}' | b'(' | b')' | b',' | b'>' | b'=')
            });
            while ends.next_if(|end| *end < from).is_some() {}
            let is_near = |end: &usize| alone && end.saturating_sub(from) <= LONGEST;
            if let Some(end) = ends.peek().copied().filter(is_near) {
                blocks.push((start, end));
                from = end;
            }
        }
    }
    sorted::sort(&mut blocks);
    blocks
}
