//! Hexadecimal digits that hold one of the formats: plain, with colons or blanks, as an array of C, as a dump with
//! offsets (`xxd`, `hexdump -C`, `certutil -encodehex`).

use super::super::collector::{Collector, Place};
use super::super::format::{self, Block};
use super::super::material::Sloppiness;
use super::super::shape::Shape;
use super::hex_byte;
use zeroize::Zeroizing;

/// Nothing that we read has fewer bytes.
const FEWEST: usize = 44;
/// What the bytes begin with: a SEQUENCE, or the hyphens of PEM. Serial numbers, fingerprints and the integers in
/// printed certificates do not.
const STARTS: [&[u8]; 3] = [b"30", b"2d2d", b"2D2D"];
/// An offset has four digits at least.
const OFFSET_DIGITS: usize = 4;

/// Reads every run of digits that holds one of the formats.
pub(super) fn read(collector: &mut Collector<'_>, text: &[u8]) {
    // Enough room at once for all runs, so that growing leaves no copies behind.
    let mut run = Run { bytes: Zeroizing::new(Vec::with_capacity(text.len().div_ceil(2))), ..Run::default() };
    for (number, line) in (1..).zip(text.split(|byte| *byte == b'\n')) {
        for token in run.without_offset(line).split(|byte| is_between(*byte)).filter(|token| !token.is_empty()) {
            let digits = token.strip_prefix(b"0x").or(token.strip_prefix(b"x")).unwrap_or(token);
            if run.bytes.is_empty() && STARTS.iter().any(|start| digits.starts_with(start)) {
                run.line = number;
            }
            if run.line == 0 {
                continue;
            }
            let whole = digits.len().is_multiple_of(2) && digits.iter().all(u8::is_ascii_hexdigit);
            if whole {
                run.bytes.extend(digits.chunks(2).filter_map(hex_byte));
            } else if run.is_dump {
                break; // The same bytes as text, behind the digits.
            } else {
                run.end(collector);
            }
        }
        if collector.is_stopped() {
            return;
        }
    }
    run.end(collector);
}

/// What stands between digits.
fn is_between(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b':' | b',' | b';' | b'-' | b'\\' | b'"' | b'\'' | b'{' | b'}' | b'|')
}

/// Digits that belong together.
#[derive(Default)]
struct Run {
    /// The line of the first; 0 before there is one.
    line: u32,
    /// May be a private key: wiped.
    bytes: Zeroizing<Vec<u8>>,
    /// Every line begins with its offset.
    is_dump: bool,
}

impl Run {
    /// A line behind its offset, where it has one: the number of bytes in front of it.
    fn without_offset<'a>(&mut self, line: &'a [u8]) -> &'a [u8] {
        let line = line.trim_ascii_start();
        let length = line.iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
        let separated = line.get(length).is_some_and(|next| matches!(next, b' ' | b':' | b'\t'));
        let (Some(digits), true) = (line.get(..length).filter(|digits| digits.len() >= OFFSET_DIGITS), separated)
        else {
            return line;
        };
        let Some(offset) = std::str::from_utf8(digits).ok().and_then(|it| usize::from_str_radix(it, 16).ok()) else {
            return line;
        };
        let rest = line.get(length.saturating_add(1)..).unwrap_or_default();
        if offset == 0 && self.bytes.is_empty() {
            self.is_dump = true;
            return rest;
        }
        if !self.is_dump || offset > self.bytes.len() {
            return line;
        }
        // What is more was text behind the digits.
        self.bytes.truncate(offset);
        rest
    }

    /// Reads what was gathered and begins anew.
    fn end(&mut self, collector: &mut Collector<'_>) {
        let line = std::mem::take(&mut self.line);
        if self.bytes.len() >= FEWEST {
            hold(collector, &self.bytes, line);
        }
        self.bytes.clear();
        self.is_dump = false;
    }
}

/// Reads the bytes of a run, where they are one of the formats.
fn hold(collector: &mut Collector<'_>, bytes: &[u8], line: u32) {
    if bytes.starts_with(b"--") {
        let before = collector.count();
        collector.within(line, false, |collector| super::plain(collector, bytes));
        if collector.count() != before {
            collector.sloppy(Sloppiness::Hexadecimal, line);
        }
    } else if format::sniff(bytes).is_some() && !Shape::of(bytes).is_cut() {
        collector.sloppy(Sloppiness::Hexadecimal, line);
        let place = Place { line: Some(line), offset: None };
        let bytes = Zeroizing::new(bytes.to_vec());
        format::read_block(collector, &Block { bytes, place, label: None, encrypted: None });
    }
}
