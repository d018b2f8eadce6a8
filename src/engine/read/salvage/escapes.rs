//! Characters written as an escape sign and digits: URLs (RFC 3986 §2.1), mail (RFC 2045 §6.7), JSON (RFC 8259 §7); and
//! the control sequences of terminals (ECMA-48 §5.4).

use super::hex_byte;

/// `ESC [ 32 m` and the like: colours, and what clears the rest of a line. They stand for nothing.
pub(super) fn terminal(rest: &[u8]) -> Option<(Option<char>, usize)> {
    let [0x1b, b'[', sequence @ ..] = rest else { return None };
    let end = sequence.iter().take(LONGEST_SEQUENCE).position(|byte| matches!(byte, 0x40..=0x7e))?;
    Some((None, end.saturating_add(3)))
}

/// Far more parameters than a colour has.
const LONGEST_SEQUENCE: usize = 32;

/// `%2B`, as in nginx's `$ssl_client_escaped_cert`.
pub(super) fn percent(rest: &[u8]) -> Option<(Option<char>, usize)> {
    match rest {
        [b'%', digits @ ..] => Some((Some(char::from(hex_byte(digits)?)), 3)),
        _ => None,
    }
}

/// `=3D`, and lines that go on behind a `=` at their end.
pub(super) fn quoted_printable(rest: &[u8]) -> Option<(Option<char>, usize)> {
    match rest {
        [b'=', b'\n', ..] => Some((None, 2)),
        [b'=', b'\r', b'\n', ..] => Some((None, 3)),
        [b'=', digits @ ..] => Some((Some(char::from(hex_byte(digits)?)), 3)),
        _ => None,
    }
}

/// `\/`, `\u002b`, `\n`, with any number of backslashes: what was quoted twice has two, then four.
pub(super) fn json(rest: &[u8]) -> Option<(Option<char>, usize)> {
    let backslashes = rest.iter().take(MOST_BACKSLASHES).take_while(|byte| **byte == b'\\').count();
    if backslashes == 0 {
        return None;
    }
    let escaped = rest.get(backslashes..)?;
    let (character, length) = match escaped {
        [b'n' | b'r', ..] => ('\n', 1),
        [b't', ..] => ('\t', 1),
        [sign @ (b'/' | b'"'), ..] => (char::from(*sign), 1),
        [b'u', b'0', b'0', digits @ ..] => (char::from(hex_byte(digits)?), 5),
        _ => return None,
    };
    Some((Some(character), backslashes.saturating_add(length)))
}

/// Enough for text that was quoted three times.
const MOST_BACKSLASHES: usize = 7;
