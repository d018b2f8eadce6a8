//! What programs put in front of every line: numbers of `cat -n`, `grep -n` and editors, marks of `diff`, names of
//! files, `|` of mail and chats, `#` of comments, time stamps of logs.
//!
//! What stands in front of BEGIN shows it: the other lines have the same there, with other numbers.

use super::super::text::trim;
use zeroize::Zeroizing;

/// A body without what decorates its lines; `before` is what stands in front of BEGIN, `body` begins right behind it.
/// None where a line lacks it.
pub(in super::super) fn strip(before: &[u8], body: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    match open(body) {
        Some(open) => strip_front(before, &open).or(Some(open)),
        None => strip_front(before, body),
    }
}

/// What closes the lines of tables (`mysql`, Markdown), and what `psql` writes where a line of a field goes on.
static CLOSINGS: [&[u8]; 4] = [b"|", "│".as_bytes(), b"+", b"+|"];

/// A body without what closes its lines, which the line of BEGIN shows; none where a line lacks it.
fn open(body: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut lines = body.split(|byte| *byte == b'\n');
    let first = lines.next()?.trim_ascii();
    let closing = CLOSINGS.iter().find(|closing| **closing == first)?;
    let mut opened = Zeroizing::new(Vec::with_capacity(body.len()));
    let mut some = false;
    let mut lines = lines.peekable();
    while let Some(line) = lines.next() {
        opened.push(b'\n');
        // The last is what stands in front of END.
        let is_last = lines.peek().is_none();
        let inside = if is_last { line } else { line.trim_ascii_end().strip_suffix(*closing)?.trim_ascii_end() };
        opened.extend_from_slice(inside);
        some |= !is_last;
    }
    some.then_some(opened)
}

fn strip_front(before: &[u8], body: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    // A quote in front is one around all of it, or around each line; the body's reader knows both.
    let is_plain = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'"' | b'\'');
    if !before.iter().all(is_plain) {
        each_line(body, |index, line| behind(before, line, index).map(Some))
    } else if before.len() <= 1 && is_marked(body) {
        of_diff(before, body)
    } else {
        None
    }
}

/// Whether the first line of a body begins as lines of a diff do.
fn is_marked(body: &[u8]) -> bool {
    let start = body.iter().position(|byte| *byte == b'\n').and_then(|end| body.get(end.saturating_add(1)));
    start.is_some_and(|mark| matches!(mark, b'+' | b'-' | b' '))
}

/// A body inside the output of `diff`: what was added and what stayed. Of a block that was taken out, what was there.
fn of_diff(before: &[u8], body: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    // The mark of a BEGIN that was taken out counts as its sixth hyphen.
    let gone = if before == b" " { b'-' } else { 0 };
    let mut marked = false;
    let stripped = each_line(body, |_, line| match line.split_first() {
        None => Some(Some(line)),
        Some((mark @ (b'+' | b'-' | b' '), rest)) => {
            marked |= *mark != b' ';
            Some((*mark != gone).then_some(rest))
        }
        Some(_) => None,
    });
    stripped.filter(|_| marked)
}

/// Rewrites every line behind BEGIN, or drops it; none where `change` gives up, or where there are no lines.
fn each_line<'a>(
    body: &'a [u8],
    mut change: impl FnMut(u64, &'a [u8]) -> Option<Option<&'a [u8]>>,
) -> Option<Zeroizing<Vec<u8>>> {
    let mut lines = body.split(|byte| *byte == b'\n');
    let mut stripped = Zeroizing::new(Vec::with_capacity(body.len().saturating_add(1)));
    stripped.extend_from_slice(lines.next()?.trim_ascii_end());
    let mut some = false;
    for (index, line) in (1..).zip(lines) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let kept = if trim(line).is_empty() { None } else { change(index, line)? };
        some |= kept.is_some_and(|kept| !kept.is_empty());
        // A line that is dropped keeps its number.
        stripped.push(b'\n');
        stripped.extend_from_slice(kept.unwrap_or_default());
    }
    some.then_some(stripped)
}

/// What stands behind the decoration of a line, `index` lines below BEGIN; none where it is another.
fn behind<'a>(mut before: &[u8], mut line: &'a [u8], index: u64) -> Option<&'a [u8]> {
    loop {
        (before, line) = (before.trim_ascii_start(), line.trim_ascii_start());
        let (number, rest) = split_number(before);
        if number.is_empty() {
            let Some((sign, rest)) = before.split_first() else { return Some(line) };
            // Hyphens in front of END count as its own.
            let Some((same, behind)) = line.split_first() else { return Some(line) };
            // `grep -n` marks lines around its hits by a hyphen.
            if same != sign && (*sign, *same) != (b':', b'-') {
                return None;
            }
            (before, line) = (rest, behind);
            continue;
        }
        line = match (rest, value(number).and_then(|first| first.checked_add(index))) {
            // Nothing separates it from the base64, which may begin with digits: it must be the next number.
            ([], Some(next)) => line.strip_prefix(next.to_string().as_bytes())?,
            _ => Some(split_number(line)).filter(|(number, _)| !number.is_empty())?.1,
        };
        before = rest;
    }
}

fn split_number(text: &[u8]) -> (&[u8], &[u8]) {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    text.split_at_checked(digits).unwrap_or((text, &[]))
}

fn value(digits: &[u8]) -> Option<u64> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stripped(before: &str, body: &str) -> Option<String> {
        strip(before.as_bytes(), body.as_bytes()).map(|body| String::from_utf8(body.to_vec()).unwrap())
    }

    #[test]
    fn decorations_of_every_kind() {
        let plain = Some("\nMIIB\n12ab\n".to_owned());
        for (before, body) in [
            ("     9\t", "\n    10\tMIIB\n    11\t12ab\n    12\t"),
            ("9:", "\n10:MIIB\n11-12ab\n12:"),
            ("a/b1.pem:9:", "\r\na/b1.pem:10:MIIB\r\na/b1.pem:11:12ab\r\na/b1.pem:12:"),
            ("9", "\n10MIIB\n1112ab\n12"),
            ("| ", "\n| MIIB\n| 12ab\n| "),
            ("| ", " |\n| MIIB |\n| 12ab |\n| "),
            ("│ ", "  │\r\n│ MIIB  │\r\n│ 12ab  │\r\n│ "),
            ("| ", "+\n| MIIB+\n| 12ab+\n| "),
            ("# ", "\n# MIIB\n#12ab\n# "),
            ("+", "\n+MIIB\n+12ab\n+"),
            ("[2026-11-21 09:59] ", "\n[2026-11-21 10:00] MIIB\n[2026-11-21 10:00] 12ab\n[2026-11-21 10:00] "),
        ] {
            assert_eq!(stripped(before, body), plain, "{before:?}");
        }
    }

    #[test]
    fn both_sides_of_a_diff() {
        assert_eq!(stripped(" ", "\n-MIIA\n+MIIB\n ++ab\n "), Some("\n\nMIIB\n++ab\n".to_owned()));
        assert_eq!(stripped("", "\n-MIIA\n-+ab\n"), Some("\nMIIA\n+ab\n".to_owned()));
    }

    #[test]
    fn other_lines_are_left_alone() {
        for (before, body) in
            [("cert: ", "\nMIIB\n"), ("> ", "\n> MIIB\n> "), ("", "\nMIIB\n"), ("9: ", "\n10: MIIB\n12ab\n"), ("#", "")]
        {
            assert_eq!(stripped(before, body), None, "{before:?}");
        }
        assert_eq!(stripped("9", "\n11MIIB\n"), None);
        assert_eq!(stripped("", "+\nMIIB\n12ab\n"), None);
        assert_eq!(stripped("", "+\nMIIB++\n12ab+\n").as_deref(), Some("\nMIIB+\n12ab\n"));
    }
}
