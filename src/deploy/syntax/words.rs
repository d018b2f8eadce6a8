//! The words of a line as most servers part them: by white space, and by quotes where a word begins.

use std::iter::Peekable;
use std::str::Chars;

/// How a server parts words.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// What may stand around a word.
    pub quotes: &'a [char],
    /// What a backslash does between them.
    pub escapes: Escapes,
    /// What begins a remark, where a word could begin.
    pub remark: Option<char>,
    /// What begins a word of a kind that is never written here.
    pub foreign: Option<char>,
}

/// What a backslash between quotes makes plain. Before all else it is a backslash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Escapes {
    /// The mark.
    Mark,
    /// The mark, and a backslash.
    MarkAndItself,
    /// Whatever it is.
    Everything,
}

impl Words<'_> {
    /// The words without their quotes; none where one stays open, or is foreign.
    pub fn of(&self, line: &str) -> Option<Vec<String>> {
        let mut words = Vec::new();
        let mut rest = line.chars().peekable();
        while let Some(first) = rest.next() {
            match first {
                c if c.is_whitespace() => {}
                c if Some(c) == self.remark => break,
                c if Some(c) == self.foreign => return None,
                mark if self.quotes.contains(&mark) => words.push(quoted(&mut rest, mark, self.escapes)?),
                _ => {
                    let mut word = String::from(first);
                    while let Some(c) = rest.next_if(|c| !c.is_whitespace()) {
                        word.push(c);
                    }
                    words.push(word);
                }
            }
        }
        Some(words)
    }
}

/// What stands before the closing mark; the opening one is read already. None where there is no other.
pub fn quoted(rest: &mut Peekable<Chars>, mark: char, escapes: Escapes) -> Option<String> {
    let is_escaped = |c: &char| match escapes {
        Escapes::Mark => *c == mark,
        Escapes::MarkAndItself => *c == mark || *c == '\\',
        Escapes::Everything => true,
    };
    let mut word = String::new();
    loop {
        match rest.next()? {
            c if c == mark => return Some(word),
            '\\' => word.push(rest.next_if(is_escaped).unwrap_or('\\')),
            c => word.push(c),
        }
    }
}
