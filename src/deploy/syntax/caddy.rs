//! Caddyfile: `name words` on a line of its own, `words {` … `}`; addresses of a site are set apart by commas.

use super::words::{Escapes, Words};
use super::{Brackets, Breaks, Line, Syntax, USUAL, needs_no_quotes};
use std::borrow::Cow;

/// The syntax of the Caddyfile.
pub static CADDY: Syntax = Syntax {
    indent: "\t",
    brackets: Brackets::Braces,
    separator: ", ",
    breaks: Breaks::Outermost,
    quote,
    read,
    ..USUAL
};

/// Between backquotes everything stands as it is.
const WORDS: Words = Words { quotes: &['"'], escapes: Escapes::Mark, remark: Some('#'), foreign: Some('`') };

/// Lets the server read the sites that stand in files of their own: the packages' Caddyfile does not.
pub const IMPORT: &str = r"grep -qxF 'import /etc/caddy/*.caddy' /etc/caddy/Caddyfile || printf '\nimport /etc/caddy/*.caddy\n' >> /etc/caddy/Caddyfile";

/// Double quotes hold spaces, `#` and `;`. Nothing holds a brace (placeholders work inside quotes too), a comma
/// in an address, or a backslash, which only ever escapes a quote.
fn quote(value: &str) -> Result<Cow<'_, str>, char> {
    if let Some(character) = value.chars().find(|c| "{}\\`<,".contains(*c) || c.is_control()) {
        return Err(character);
    }
    if needs_no_quotes(value) && !value.starts_with('@') {
        return Ok(Cow::Borrowed(value));
    }
    Ok(Cow::Owned(format!("\"{}\"", value.replace('"', "\\\""))))
}

/// Reads as Caddy's lexer does: words end at white space, a `{` that ends a line opens a block, a comma after an
/// address lets the list go on in the next line.
fn read(text: &str) -> Option<Vec<Line>> {
    let mut lines: Vec<Line> = Vec::new();
    let mut depth = 0_usize;
    let mut addresses: Vec<String> = Vec::new();
    for line in text.lines() {
        let mut found = WORDS.of(line)?;
        if found.is_empty() {
            continue;
        }
        if found == ["}"] {
            depth = depth.checked_sub(1)?;
            continue;
        }
        if depth == 0 {
            let goes_on = found.last()?.ends_with(',');
            addresses.extend(found.into_iter().map(|word| word.trim_end_matches(',').to_owned()));
            if goes_on {
                continue;
            }
            found = std::mem::take(&mut addresses);
        }
        let opens = found.last()? == "{";
        if opens {
            found.pop();
        }
        lines.push(Line { depth, words: found });
        depth += usize::from(opens);
    }
    (depth == 0 && addresses.is_empty()).then_some(lines)
}
