//! BEGIN and END lines (RFC 7468 §3), also as chat programs, editors and tired fingers leave them.

use super::text::{first_character, is_blank, last_character};
use std::ops::Range;

/// A BEGIN or an END.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// BEGIN, not END.
    pub(super) begin: bool,
    /// The label in upper case, blanks made single spaces.
    pub(super) label: String,
    /// From its first dash to behind its last.
    pub(super) place: Range<usize>,
    /// Five hyphens on both sides, upper case, one space: the only form that servers read.
    pub(super) exact: bool,
}

/// Labels are short; whoever writes more after BEGIN writes prose.
const LONGEST_LABEL: usize = 64;
/// The longest run of dashes that is looked at.
const LONGEST_DASHES: usize = 32;

/// The next marker at or after `from`.
pub(super) fn next(text: &[u8], from: usize) -> Option<Marker> {
    let mut at = from;
    loop {
        let rest = text.get(at..)?;
        let found = rest.iter().position(|byte| matches!(byte, b'B' | b'b' | b'E' | b'e'))?;
        at = at.saturating_add(found);
        if let Some(marker) = marker_at(text, at, from) {
            return Some(marker);
        }
        at = at.saturating_add(1);
    }
}

/// The marker whose word stands at `at`; its dashes may not reach before `from`.
fn marker_at(text: &[u8], at: usize, from: usize) -> Option<Marker> {
    let rest = text.get(at..)?;
    let word = ["BEGIN", "END"]
        .into_iter()
        .find(|word| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes())))?;
    let before = dashes_before(text, at, from)?;
    let label_at = at.saturating_add(word.len());
    let (label_end, after) = label_and_dashes(text, label_at)?;
    let label = text.get(label_at..label_end)?;
    let place = before..after;
    let plain = std::str::from_utf8(label).ok()?.split(is_space_of_label).filter(|part| !part.is_empty());
    let label = plain.collect::<Vec<_>>().join(" ").to_ascii_uppercase();
    let exact = text.get(place.clone()) == Some(format!("-----{word} {label}-----").as_bytes());
    Some(Marker { begin: word == "BEGIN", label, place, exact })
}

/// Where the dashes in front of `at` begin: two at least, or one long one. SSH2 keys put a space between.
fn dashes_before(text: &[u8], at: usize, from: usize) -> Option<usize> {
    let mut start = at;
    let (mut width, mut spaces) = (0_usize, 0_usize);
    while width < LONGEST_DASHES && spaces < 4 {
        let Some(character) = last_character(text.get(from..start)?) else { break };
        match dash_width(character) {
            0 if width == 0 && is_blank(character) && character != '\n' && character != '\r' => {
                spaces = spaces.saturating_add(1);
            }
            0 => break,
            more => width = width.saturating_add(more),
        }
        start = start.saturating_sub(character.len_utf8());
    }
    (width >= 2).then_some(start)
}

/// Where the label ends and where the dashes behind it end.
fn label_and_dashes(text: &[u8], from: usize) -> Option<(usize, usize)> {
    let mut at = from;
    while at.saturating_sub(from) <= LONGEST_LABEL {
        let (character, length) = first_character(text.get(at..).filter(|rest| !rest.is_empty())?);
        if dash_width(character) > 0 {
            let end = dashes_end(text, at);
            return end.map(|end| (at, end));
        }
        if !character.is_ascii_alphanumeric() && !is_label_mark(character) && !is_space_of_label(character) {
            return None;
        }
        at = at.saturating_add(length);
    }
    None
}

/// Where the run of dashes that starts at `from` ends: at most as many as make five, so that a BEGIN glued behind an
/// END keeps its own. Of what is no hyphen a run is taken whole: five may have become five long ones, too.
fn dashes_end(text: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    let (mut width, mut same, mut last) = (0_usize, 0_usize, '-');
    while width < LONGEST_DASHES {
        let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) else { break };
        let (character, length) = first_character(rest);
        let goes_on = !character.is_ascii() && character == last;
        match dash_width(character) {
            0 => break,
            _ if width >= 5 && !goes_on => break,
            more => width = width.saturating_add(more),
        }
        same = if goes_on { same.saturating_add(1) } else { 1 };
        last = character;
        at = at.saturating_add(length);
    }
    let glued = || text.get(at..)?.get(..5).map(|word| word.eq_ignore_ascii_case(b"BEGIN"));
    if !last.is_ascii() && glued() == Some(true) {
        // Half of the run is the next marker's.
        at = at.saturating_sub((same / 2).saturating_mul(last.len_utf8()));
    }
    (width >= 2).then_some(at)
}

/// How many hyphens a dash stands for: chat programs make one long dash of two hyphens.
pub(super) fn dash_width(character: char) -> usize {
    match character {
        '-' | '\u{2010}' | '\u{2011}' | '\u{2212}' | '\u{ff0d}' | '\u{fe63}' => 1,
        '\u{2012}'..='\u{2015}' | '\u{2500}' => 2,
        _ => 0,
    }
}

/// Blanks, and the `+` that the forms of web pages make of them.
fn is_space_of_label(character: char) -> bool {
    (is_blank(character) && character != '\n' && character != '\r') || character == '+'
}

fn is_label_mark(character: char) -> bool {
    matches!(character, '.' | '#' | '/' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(bool, String, bool, Range<usize>)> {
        next(text.as_bytes(), 0).map(|it| (it.begin, it.label, it.exact, it.place))
    }

    #[test]
    fn forms_that_people_send() {
        let certificate = |exact, length| Some((true, "CERTIFICATE".to_owned(), exact, 0..length));
        assert_eq!(read("-----BEGIN CERTIFICATE-----"), certificate(true, 27));
        assert_eq!(read("----BEGIN CERTIFICATE----"), certificate(false, 25));
        assert_eq!(read("-----begin certificate-----"), certificate(false, 27));
        assert_eq!(read("——-BEGIN CERTIFICATE-——"), certificate(false, 31));
        assert_eq!(read("–BEGIN CERTIFICATE–"), certificate(false, 23));
        assert_eq!(read("−−−−−BEGIN CERTIFICATE−−−−−"), certificate(false, 47));
        assert_eq!(read("—————BEGIN CERTIFICATE—————"), certificate(false, 47));
        assert_eq!(read("─────BEGIN CERTIFICATE─────"), certificate(false, 47));
        assert_eq!(read("–––––END X––––––––––BEGIN X–––––").unwrap().3, 0..35);
        assert_eq!(read("-----BEGIN\u{a0}CERTIFICATE-----"), certificate(false, 28));
        assert_eq!(read("-----BEGIN  CERTIFICATE -----"), certificate(false, 29));
        assert_eq!(read("---- BEGIN SSH2 PUBLIC KEY ----").unwrap().1, "SSH2 PUBLIC KEY");
        assert_eq!(read("x -----END X509 CRL-----").unwrap().3, 2..24);
        assert_eq!(read("-----BEGIN -----").unwrap().1, "");
        assert_eq!(read("-----BEGIN+RSA+PRIVATE+KEY-----").unwrap().1, "RSA PRIVATE KEY");
    }

    #[test]
    fn prose_is_no_marker() {
        for text in
            ["BEGIN CERTIFICATE", "-BEGIN X-----", "--begin at the\nend--", "---- this is the end ----", "--END"]
        {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&format!("-----BEGIN {}-----", "A".repeat(100))), None);
    }

    #[test]
    fn glued_markers_keep_their_own_dashes() {
        let text = b"-----END A----------BEGIN B-----";
        let end = next(text, 0).unwrap();
        let begin = next(text, end.place.end).unwrap();
        assert!(end.exact && begin.exact && !end.begin && begin.begin);
        assert_eq!((end.place, begin.place), (0..15, 15..32));
    }
}
