//! One command line for PowerShell.

use super::{Plain, Unwritable, Word, command_line};

/// The command line of these words. Own text stands as it is; values are quoted.
///
/// # Errors
/// A value holds a character that has no place in a command line.
pub fn command(words: impl IntoIterator<Item = Word>) -> Result<String, Unwritable> {
    command_line(words, quote)
}

/// Values as a list: PowerShell wants commas between them.
pub fn list(values: &[Word]) -> Vec<Word> {
    let mut words = Vec::new();
    for value in values {
        if !words.is_empty() {
            words.push(Plain(","));
        }
        words.push(value.clone());
    }
    words
}

/// Single quotes hold everything but themselves, which are doubled. Four typographic quotes close a string too
/// (`CharTraits.cs` of PowerShell): nothing but ASCII is written at all.
pub fn quote(value: &str) -> Result<String, Unwritable> {
    if let Some(character) = value.chars().find(|c| c.is_control() || !c.is_ascii()) {
        return Err(Unwritable::Character(character));
    }
    let is_bare = |c: char| c.is_ascii_alphanumeric() || "._/:\\-".contains(c);
    let starts_plainly = value.chars().next().is_some_and(|c| c.is_ascii_alphanumeric() || c == '/');
    if starts_plainly && value.chars().all(is_bare) {
        return Ok(value.to_owned());
    }
    Ok(format!("'{}'", value.replace('\'', "''")))
}

/// The words that PowerShell would make of a line without expansions; none when a quote stays open.
pub fn read(line: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            ' ' => words.extend(word.take()),
            '\'' => {
                let word = word.get_or_insert_default();
                loop {
                    match rest.next()? {
                        '\'' if rest.next_if_eq(&'\'').is_some() => word.push('\''),
                        '\'' => break,
                        c => word.push(c),
                    }
                }
            }
            c => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    Some(words)
}
