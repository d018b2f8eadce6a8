//! What stands between BEGIN and END: headers, base64, and what editors, mail programs and configuration files do to it.

use super::base64::Decoder;
use super::marker::dash_width;
use super::material::Sloppiness;
use super::text::{first_character, is_blank, is_invisible, trim, trim_end, trim_start};
use zeroize::Zeroizing;

/// A body, decoded as far as it goes.
pub(super) struct Body {
    /// The bytes.
    pub(super) decoded: Zeroizing<Vec<u8>>,
    /// Whether the last group of base64 is whole.
    pub(super) whole: bool,
    /// How the bytes are encrypted (`DEK-Info`, RFC 1421 §4.6.1.3), where a header says that they are (`Proc-Type:
    /// 4,ENCRYPTED`, §4.6.1.1); empty where it does not say how.
    pub(super) encrypted: Option<String>,
    /// What servers would stumble over, with lines counted from 0 at the BEGIN line.
    pub(super) sloppy: Vec<(Sloppiness, u32)>,
    /// The first character that is no base64, with its line; what follows it was not read.
    pub(super) damage: Option<(char, u32)>,
}

/// OpenSSL before 1.1.1h reads 254 characters at a time, and takes the empty rest of a line of exactly so many for the
/// end of the headers (openssl/openssl#9187).
const READER_WIDTH: usize = 254;

/// Reads a body that begins right behind its BEGIN marker.
pub(super) fn read(body: &[u8]) -> Body {
    let mut reader = Reader {
        decoder: Decoder::for_characters(body.len()),
        encrypted: None,
        sloppy: Vec::new(),
        damage: None,
        stage: Stage::Start,
    };
    for line in Lines::new(body) {
        reader.line(&line);
        if reader.damage.is_some() {
            break;
        }
    }
    let (decoded, whole) = reader.decoder.finish();
    Body { decoded, whole, encrypted: reader.encrypted, sloppy: reader.sloppy, damage: reader.damage }
}

/// Where in a body a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Behind BEGIN.
    Start,
    /// Among headers.
    Headers,
    /// Behind a first blank line, which OpenSSL takes for the end of (no) headers.
    AfterBlank,
    /// Among base64.
    Data,
}

struct Reader {
    decoder: Decoder,
    encrypted: Option<String>,
    sloppy: Vec<(Sloppiness, u32)>,
    damage: Option<(char, u32)>,
    stage: Stage,
}

impl Reader {
    fn note(&mut self, what: Sloppiness, line: u32) {
        if !self.sloppy.iter().any(|(noted, _)| *noted == what) {
            self.sloppy.push((what, line));
        }
    }

    fn line(&mut self, line: &Line<'_>) {
        if line.escaped {
            self.note(Sloppiness::EscapedNewlines, line.number);
        }
        if line.lone_return {
            self.note(Sloppiness::LoneCarriageReturn, line.number);
        }
        let mut text = trim_end(line.text);
        while line.number == 0 && dash_width(first_character(text).0) > 0 {
            // More than five hyphens behind BEGIN.
            self.note(Sloppiness::MarkerLine, 0);
            text = text.get(first_character(text).1..).unwrap_or_default();
        }
        let bare = unquoted(text);
        let written = trim_start(text);
        if bare.len() != written.len() || line.joined {
            self.note(Sloppiness::Quoted, line.number);
        }
        // Blanks in front that are no ASCII: no reader skips those.
        if !written.is_empty() && !text.iter().take(text.len().saturating_sub(written.len())).all(u8::is_ascii) {
            self.note(Sloppiness::InvisibleCharacter, line.number);
        }
        if bare.is_empty() {
            if written.is_empty() {
                self.blank_line(line);
            }
            return;
        }
        if line.number == 0 && !line.escaped_before && !line.joined_before {
            // Base64 on the line of BEGIN.
            self.note(Sloppiness::SharedLine, 0);
        }
        if matches!(self.stage, Stage::Start | Stage::Headers) && bare.contains(&b':') {
            self.stage = Stage::Headers;
            self.header(bare);
            return;
        }
        if self.stage == Stage::Headers && text.first().is_some_and(u8::is_ascii_whitespace) {
            return; // A header that goes on (RFC 1421 §4.4).
        }
        self.stage = Stage::Data;
        if bare.len() >= READER_WIDTH && bare.len().checked_rem(READER_WIDTH) == Some(0) {
            self.note(Sloppiness::LongLine, line.number);
        }
        self.data(bare, line.number);
    }

    fn header(&mut self, line: &[u8]) {
        if let Some(how) = line.strip_prefix(b"DEK-Info:") {
            self.encrypted = Some(String::from_utf8_lossy(trim(how)).into_owned());
        } else if line.starts_with(b"Proc-Type:") && line.ends_with(b"ENCRYPTED") {
            self.encrypted.get_or_insert_default();
        }
    }

    /// One blank line may follow BEGIN or the headers; any other ends the block for OpenSSL.
    fn blank_line(&mut self, line: &Line<'_>) {
        if line.number == 0 || line.last || line.joined_before {
            return;
        }
        match self.stage {
            Stage::Start | Stage::Headers => self.stage = Stage::AfterBlank,
            Stage::AfterBlank | Stage::Data => self.note(Sloppiness::BlankLineInside, line.number),
        }
    }

    fn data(&mut self, mut rest: &[u8], line: u32) {
        while !rest.is_empty() {
            let (taken, length) = next_digit(rest);
            rest = rest.get(length..).unwrap_or_default();
            match taken {
                Taken::Digit(digit) if self.decoder.push(digit) => {}
                Taken::Digit(digit) => self.damage = Some((char::from(digit), line)),
                Taken::Escaped(digit) if self.decoder.push(digit) => self.note(Sloppiness::EscapedNewlines, line),
                Taken::Escaped(digit) => self.damage = Some((char::from(digit), line)),
                Taken::Blank(character) if is_invisible(character) => {
                    self.note(Sloppiness::InvisibleCharacter, line);
                }
                Taken::Blank(_) => {}
                Taken::Other(character) => self.damage = Some((character, line)),
            }
            if self.damage.is_some() {
                return;
            }
        }
    }
}

/// What stands next in a line of base64.
enum Taken {
    Digit(u8),
    /// A digit that JSON had to escape, or was free to: `\/`, `\u003d`.
    Escaped(u8),
    Blank(char),
    Other(char),
}

fn next_digit(rest: &[u8]) -> (Taken, usize) {
    match rest {
        [digit, ..] if digit.is_ascii_alphanumeric() || matches!(digit, b'+' | b'/' | b'=') => {
            (Taken::Digit(*digit), 1)
        }
        [b'\\', b'/', ..] => (Taken::Escaped(b'/'), 2),
        [b'\\', b'u', b'0', b'0', high, low, ..] => match (high, low | 0x20) {
            (b'2', b'b') => (Taken::Escaped(b'+'), 6),
            (b'2', b'f') => (Taken::Escaped(b'/'), 6),
            (b'3', b'd') => (Taken::Escaped(b'='), 6),
            _ => (Taken::Other('\\'), 1),
        },
        _ => {
            let (character, length) = first_character(rest);
            (if is_blank(character) { Taken::Blank(character) } else { Taken::Other(character) }, length)
        }
    }
}

/// A line without what programs put around it: `> ` of mail, the quotes of source code, a continuation at its end.
fn unquoted(line: &[u8]) -> &[u8] {
    let mut text = trim(line);
    while let Some(rest) = text.strip_prefix(b">") {
        text = trim_start(rest);
    }
    if let [quote @ (b'"' | b'\''), rest @ ..] = text {
        let end = rest.iter().position(|byte| byte == quote).unwrap_or(rest.len());
        let inside = trim(rest.get(..end).unwrap_or_default());
        // A quote that closes the line before, and the signs that join the lines of source code.
        let joins = |byte: &u8| matches!(byte, b'+' | b'.' | b',' | b'"' | b'\'' | b' ');
        return if inside.iter().all(joins) { &[] } else { inside };
    }
    while let Some((b'\\' | b'"' | b'\'' | b',' | b';', rest)) = text.split_last() {
        text = trim_end(rest);
    }
    text
}

/// One line of a body.
struct Line<'a> {
    text: &'a [u8],
    /// Counted from 0 at the BEGIN line; lines made by escapes share their number.
    number: u32,
    /// It ends in an escaped newline.
    escaped: bool,
    /// It ends where one string ends and the next begins, as in an array of JSON.
    joined: bool,
    /// An escaped newline stands in front of it.
    escaped_before: bool,
    /// The string in front of it ended there.
    joined_before: bool,
    /// It ends in a carriage return without a line feed, or in more than one.
    lone_return: bool,
    /// It is what stands in front of END.
    last: bool,
}

/// Splits at LF, CR LF, CR CR LF (text mode twice), lone CR, at newlines written out as escapes, and between the strings
/// of an array.
struct Lines<'a> {
    rest: Option<&'a [u8]>,
    number: u32,
    escaped_before: bool,
    joined_before: bool,
}

impl<'a> Lines<'a> {
    fn new(body: &'a [u8]) -> Self {
        Self { rest: Some(body), number: 0, escaped_before: false, joined_before: false }
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    fn next(&mut self) -> Option<Line<'a>> {
        let rest = self.rest?;
        let mut line = Line {
            text: rest,
            number: self.number,
            escaped: false,
            joined: false,
            escaped_before: self.escaped_before,
            joined_before: self.joined_before,
            lone_return: false,
            last: true,
        };
        self.rest = None;
        for (at, byte) in rest.iter().enumerate() {
            let tail = rest.get(at..).unwrap_or_default();
            let length = match byte {
                b'\n' => 1,
                b'\r' => {
                    let returns = tail.iter().take(MOST_RETURNS).take_while(|byte| **byte == b'\r').count();
                    let fed = tail.get(returns) == Some(&b'\n');
                    line.lone_return = !fed || returns > 1;
                    if fed { returns.saturating_add(1) } else { 1 }
                }
                b'\\' => match escaped_newline(tail) {
                    Some(length) => {
                        line.escaped = true;
                        length
                    }
                    None => continue,
                },
                b'"' | b'\'' => match between_strings(tail) {
                    Some(length) => {
                        line.joined = true;
                        length
                    }
                    None => continue,
                },
                _ => continue,
            };
            line.last = false;
            line.text = rest.get(..at).unwrap_or_default();
            (self.escaped_before, self.joined_before) = (line.escaped, line.joined);
            self.number = self.number.saturating_add(u32::from(!line.escaped && !line.joined));
            self.rest = tail.get(length..);
            break;
        }
        Some(line)
    }
}

/// Carriage returns that belong to one line end, and backslashes to one escape; more are looked at one by one.
const MOST_RETURNS: usize = 4;
const MOST_BACKSLASHES: usize = 8;
/// Blanks between two strings on one line.
const MOST_BLANKS: usize = 8;

/// The length of what stands between two strings: `","`, `" + "`, `' . '`.
fn between_strings(text: &[u8]) -> Option<usize> {
    let quote = text.first()?;
    let blanks = |from: usize| {
        let rest = text.get(from..).unwrap_or_default();
        let blanks = rest.iter().take(MOST_BLANKS).take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        from.saturating_add(blanks)
    };
    let sign = blanks(1);
    let next =
        text.get(sign).filter(|sign| matches!(sign, b',' | b'+' | b'.')).map(|_| blanks(sign.saturating_add(1)))?;
    (text.get(next) == Some(quote)).then(|| next.saturating_add(1))
}

/// The length of `\n`, `\r`, `\r\n` or `\t` written out, with several backslashes (escaped twice, three times).
fn escaped_newline(text: &[u8]) -> Option<usize> {
    let backslashes = text.iter().take(MOST_BACKSLASHES).take_while(|byte| **byte == b'\\').count();
    match text.get(backslashes) {
        Some(b'n' | b'r' | b't') => Some(backslashes.saturating_add(1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sloppy(body: &str) -> Vec<Sloppiness> {
        let body = read(body.as_bytes());
        assert_eq!((body.damage, body.whole), (None, true));
        assert_eq!(body.decoded.as_slice(), b"foobar");
        body.sloppy.into_iter().map(|(what, _)| what).collect()
    }

    #[test]
    fn forms_of_the_same_body() {
        use Sloppiness::*;
        for (body, expected) in [
            ("\nZm9v\nYmFy\n", vec![]),
            (" \r\nZm9v\r\nYmFy\r\n", vec![]),
            ("\r\r\nZm9v\r\r\nYmFy\r\r\n", vec![LoneCarriageReturn]),
            ("\n\nZm9vYmFy\n", vec![]),
            ("\n  Zm 9v\n\tYmFy\n", vec![]),
            ("\n\n\nZm9vYmFy\n", vec![BlankLineInside]),
            ("\nZm9v\n\nYmFy\n", vec![BlankLineInside]),
            ("\nZm9vYmFy\n \n", vec![BlankLineInside]),
            ("\rZm9v\rYmFy\r", vec![LoneCarriageReturn]),
            ("\\nZm9v\\r\\nYmFy\\n", vec![EscapedNewlines]),
            ("\\\\nZm9v\\\\nYmFy\\\\n", vec![EscapedNewlines]),
            ("\n> Zm9v\n> YmFy\n> ", vec![Quoted]),
            ("\\n\" +\n \"Zm9v\\n\" +\n \"YmFy\\n\" + \n \"", vec![EscapedNewlines, Quoted]),
            ("\",\n \"Zm9v\",\n \"YmFy\",\n \"", vec![Quoted]),
            ("\",\"Zm9v\", \"YmFy\",\"", vec![Quoted]),
            ("' . \"\\n\" .\n'Zm9v' . \"\\n\" .\n'YmFy' . \"\\n\" .\n'", vec![EscapedNewlines, Quoted]),
            (" Zm9v YmFy ", vec![SharedLine]),
            ("\nZm9v\u{a0}\nYmFy\n", vec![]),
            ("\nZm\u{200b}9v\nYmFy\n", vec![InvisibleCharacter]),
        ] {
            assert_eq!(sloppy(body), expected, "{body:?}");
        }
    }

    #[test]
    fn digits_that_json_escapes() {
        let body = read(b"\\n+\\/+\\/\\nZm8\\u003d\\n");
        assert_eq!(body.decoded.as_slice(), [0xfb, 0xff, 0xbf, b'f', b'o']);
        assert!(body.whole && body.damage.is_none());
    }

    #[test]
    fn damage_names_character_and_line() {
        assert_eq!(read("\nZm9v\nYm…y\n".as_bytes()).damage, Some(('…', 2)));
        assert_eq!(read(b"\nZg==\nZg==\n").damage, Some(('Z', 2)));
        assert_eq!(read(b"\nZm\xff\n").damage, Some((char::REPLACEMENT_CHARACTER, 1)));
    }

    #[test]
    fn headers_are_read_over() {
        let body = read(b"\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nZm9v\n");
        assert!(body.encrypted.as_deref() == Some("AES-128-CBC,00") && body.sloppy.is_empty());
        assert_eq!(body.decoded.as_slice(), b"foo");
    }

    #[test]
    fn lines_as_long_as_the_old_reader() {
        let line = |length| format!("\n{}\n", "A".repeat(length));
        assert_eq!(read(line(508).as_bytes()).sloppy, vec![(Sloppiness::LongLine, 1)]);
        assert_eq!(read(line(512).as_bytes()).sloppy, vec![]);
    }
}
