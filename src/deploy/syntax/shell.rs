//! One command line for a POSIX shell.

use super::{Unwritable, Word, command_line};

/// The command line of these words. Own text (`</dev/null`, `||`) stands as it is; values are quoted.
///
/// # Errors
/// A value holds a character that has no place in a command line.
pub fn command(words: impl IntoIterator<Item = Word>) -> Result<String, Unwritable> {
    command_line(words, quote)
}

/// Single quotes hold everything but themselves. A line end would be safe inside them, but not in a list of
/// commands that people copy line by line.
fn quote(value: &str) -> Result<String, Unwritable> {
    if let Some(character) = value.chars().find(|c| c.is_control()) {
        return Err(Unwritable::Character(character));
    }
    let is_bare = |c: char| c.is_ascii_alphanumeric() || "._/:@+-=".contains(c);
    if !value.is_empty() && value.chars().all(is_bare) {
        return Ok(value.to_owned());
    }
    Ok(format!("'{}'", value.replace('\'', r"'\''")))
}

/// The words that a shell would make of a line without expansions; none when a quote stays open.
pub fn read(line: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        match c {
            ' ' => words.extend(word.take()),
            '\'' => {
                let word = word.get_or_insert_default();
                loop {
                    match rest.next()? {
                        '\'' => break,
                        c => word.push(c),
                    }
                }
            }
            '\\' => word.get_or_insert_default().push(rest.next()?),
            c => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    Some(words)
}
