//! Reads `src/api/types.d.ts`: interfaces and types with their doc comments, and nothing else. What is not understood is
//! an error that names the line.

use std::fmt::{self, Write as _};

/// `export interface` or `export type`.
#[derive(Debug, PartialEq, Eq)]
pub struct Declaration {
    /// What it is called.
    pub name: String,
    /// Its doc comment.
    pub doc: Option<String>,
    /// What it is.
    pub body: Body,
}

/// What a declaration declares.
#[derive(Debug, PartialEq, Eq)]
pub enum Body {
    /// An interface, with the one that it extends.
    Interface(Option<String>, Vec<Member>),
    /// Another name of a type.
    Alias(Type),
}

/// A key of an interface.
#[derive(Debug, PartialEq, Eq)]
pub struct Member {
    /// The key.
    pub name: String,
    /// Its doc comment.
    pub doc: Option<String>,
    /// Whether it may be absent.
    pub optional: bool,
    /// Its type.
    pub of: Type,
}

/// A type.
#[derive(Debug, PartialEq, Eq)]
pub enum Type {
    /// A type by its name.
    Name(String),
    /// A text or number that stands for itself, as it is written.
    Literal(String),
    /// An array.
    Array(Box<Type>),
    /// An array with a type for each place.
    Tuple(Vec<Type>),
    /// One of several, each with its doc comment.
    Union(Vec<(Option<String>, Type)>),
    /// Keys without a name for the whole.
    Object(Vec<Member>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Doc(String),
    Word(String),
    Literal(String),
    Mark(char),
}

/// What is not understood, and in which line.
#[derive(Debug, PartialEq, Eq)]
pub struct Trouble {
    line: usize,
    what: String,
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "types.d.ts, line {}: {}", self.line, self.what)
    }
}

/// Every declaration of a text.
///
/// # Errors
/// Anything else than declarations of this kind, and a doc comment of nothing.
pub fn read(text: &str) -> Result<Vec<Declaration>, Trouble> {
    let mut reader = Reader { tokens: tokens(text)?, at: 0 };
    let mut declarations = Vec::new();
    while reader.at < reader.tokens.len() {
        declarations.push(reader.declaration()?);
    }
    Ok(declarations)
}

fn tokens(text: &str) -> Result<Vec<(usize, Token)>, Trouble> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let line = text[..text.len() - rest.len()].matches('\n').count() + 1;
        let trouble = |what: &str| Trouble { line, what: what.to_owned() };
        let (token, length) = match first {
            _ if first.is_whitespace() => (None, first.len_utf8()),
            _ if rest.starts_with("//") => (None, rest.find('\n').unwrap_or(rest.len())),
            _ if rest.starts_with("/**") => {
                let end = rest.find("*/").ok_or_else(|| trouble("a comment without an end"))?;
                let lines = rest[3..end].lines().map(|line| line.trim().trim_start_matches('*').trim());
                let words: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
                (Some(Token::Doc(words.join(" "))), end + 2)
            }
            '"' => {
                let end = rest[1..].find('"').ok_or_else(|| trouble("a text without an end"))? + 2;
                (Some(Token::Literal(rest[..end].to_owned())), end)
            }
            _ if first.is_ascii_digit() => {
                let end = rest.find(|it: char| !it.is_ascii_digit()).unwrap_or(rest.len());
                (Some(Token::Literal(rest[..end].to_owned())), end)
            }
            _ if first.is_ascii_alphabetic() => {
                let end = rest.find(|it: char| !it.is_ascii_alphanumeric()).unwrap_or(rest.len());
                (Some(Token::Word(rest[..end].to_owned())), end)
            }
            '{' | '}' | '[' | ']' | '(' | ')' | ':' | ';' | ',' | '|' | '?' | '=' => (Some(Token::Mark(first)), 1),
            _ => return Err(trouble(&format!("{first:?} is not understood"))),
        };
        tokens.extend(token.map(|token| (line, token)));
        rest = &rest[length..];
    }
    Ok(tokens)
}

struct Reader {
    tokens: Vec<(usize, Token)>,
    at: usize,
}

impl Reader {
    fn declaration(&mut self) -> Result<Declaration, Trouble> {
        let doc = self.doc();
        self.keyword("export")?;
        let what = self.word()?;
        let name = self.word()?;
        let body = match what.as_str() {
            "interface" => {
                let extends = if self.take_word("extends") { Some(self.word()?) } else { None };
                Body::Interface(extends, self.members()?)
            }
            "type" => {
                self.mark('=')?;
                let of = self.of_type()?;
                self.mark(';')?;
                Body::Alias(of)
            }
            _ => return self.trouble(&format!("export {what}")),
        };
        Ok(Declaration { name, doc, body })
    }

    fn members(&mut self) -> Result<Vec<Member>, Trouble> {
        let mut members = Vec::new();
        self.mark('{')?;
        while !self.take('}') {
            let doc = self.doc();
            let name = self.word()?;
            let optional = self.take('?');
            self.mark(':')?;
            let of = self.of_type()?;
            members.push(Member { name, doc, optional, of });
            if !self.take(';') && !self.take(',') && self.peek() != Some(&Token::Mark('}')) {
                return self.trouble("a key goes on");
            }
        }
        Ok(members)
    }

    fn of_type(&mut self) -> Result<Type, Trouble> {
        let mut alternatives = Vec::new();
        self.take('|');
        // A doc comment may stand before the bar or behind it.
        let mut before_bar = None;
        loop {
            let doc = self.doc().or_else(|| before_bar.take());
            alternatives.push((doc, self.one_type()?));
            let end = self.at;
            before_bar = self.doc();
            if !self.take('|') {
                self.at = end;
                break;
            }
        }
        Ok(match (alternatives.len(), alternatives.pop()) {
            (1, Some((None, only))) => only,
            (_, last) => Type::Union(alternatives.into_iter().chain(last).collect()),
        })
    }

    fn one_type(&mut self) -> Result<Type, Trouble> {
        let mut of = match self.peek().cloned() {
            Some(Token::Mark('{')) => Type::Object(self.members()?),
            Some(Token::Mark('(')) => {
                self.at += 1;
                let inside = self.of_type()?;
                self.mark(')')?;
                inside
            }
            Some(Token::Mark('[')) => {
                self.at += 1;
                let mut places = vec![self.of_type()?];
                while self.take(',') {
                    places.push(self.of_type()?);
                }
                self.mark(']')?;
                Type::Tuple(places)
            }
            Some(Token::Literal(text)) => {
                self.at += 1;
                Type::Literal(text)
            }
            _ => Type::Name(self.word()?),
        };
        while self.take('[') {
            self.mark(']')?;
            of = Type::Array(Box::new(of));
        }
        Ok(of)
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(_, token)| token)
    }

    fn doc(&mut self) -> Option<String> {
        let Some(Token::Doc(text)) = self.peek().cloned() else { return None };
        self.at += 1;
        Some(text)
    }

    fn word(&mut self) -> Result<String, Trouble> {
        let Some(Token::Word(word)) = self.peek().cloned() else { return self.trouble("a name is wanted") };
        self.at += 1;
        Ok(word)
    }

    fn keyword(&mut self, wanted: &str) -> Result<(), Trouble> {
        if self.take_word(wanted) { Ok(()) } else { self.trouble(&format!("{wanted} is wanted")) }
    }

    fn take_word(&mut self, wanted: &str) -> bool {
        let is_there = matches!(self.peek(), Some(Token::Word(word)) if word == wanted);
        self.at += usize::from(is_there);
        is_there
    }

    fn take(&mut self, mark: char) -> bool {
        let is_there = self.peek() == Some(&Token::Mark(mark));
        self.at += usize::from(is_there);
        is_there
    }

    fn mark(&mut self, wanted: char) -> Result<(), Trouble> {
        if self.take(wanted) { Ok(()) } else { self.trouble(&format!("{wanted} is wanted")) }
    }

    fn trouble<T>(&self, what: &str) -> Result<T, Trouble> {
        let there = self.tokens.get(self.at).or(self.tokens.last());
        let (line, mut said) = (there.map_or(1, |(line, _)| *line), what.to_owned());
        if let Some((_, token)) = there {
            let _ = write!(said, ", not {token:?}");
        }
        Err(Trouble { line, what: said })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_declared_is_read() {
        let text = "/** A. */ export interface A extends B { /** One\n * two. */ a?: (\"x\" | \"y\")[]; b: { c: C[] } | null }\n\
                    export type T = | 1 /** D. */ | { d: [D, E][] }; // the end";
        let named = |name: &str| Type::Name(name.to_owned());
        let literal = |text: &str| Type::Literal(text.to_owned());
        let member = |name: &str, doc: Option<&str>, optional, of| Member {
            name: name.to_owned(),
            doc: doc.map(str::to_owned),
            optional,
            of,
        };
        let values = Type::Union(vec![(None, literal("\"x\"")), (None, literal("\"y\""))]);
        let inside = Type::Object(vec![member("c", None, false, Type::Array(Box::new(named("C"))))]);
        let members = vec![
            member("a", Some("One two."), true, Type::Array(Box::new(values))),
            member("b", None, false, Type::Union(vec![(None, inside), (None, named("null"))])),
        ];
        let pairs = Type::Array(Box::new(Type::Tuple(vec![named("D"), named("E")])));
        let object = Type::Object(vec![member("d", None, false, pairs)]);
        let alias = Type::Union(vec![(None, literal("1")), (Some("D.".to_owned()), object)]);
        let interface = Body::Interface(Some("B".to_owned()), members);
        let wanted = vec![
            Declaration { name: "A".to_owned(), doc: Some("A.".to_owned()), body: interface },
            Declaration { name: "T".to_owned(), doc: None, body: Body::Alias(alias) },
        ];
        assert_eq!(read(text), Ok(wanted));
    }

    #[test]
    fn what_is_not_understood_is_named_with_its_line() {
        for (text, line, what) in [
            ("export type A = string;\nexport class B {}", 2, "export class"),
            ("export interface A { /** a */ /** b */ c: string }", 1, "a name is wanted"),
            ("export interface A {\n  b: string c: string }", 2, "a key goes on"),
            ("export interface A { b(): string }", 1, ": is wanted"),
            ("export type A = Map<string, B>;", 1, "'<' is not understood"),
            ("/** no end", 1, "a comment without an end"),
            ("export type A = string", 1, "; is wanted"),
        ] {
            let trouble = read(text).expect_err(text);
            assert!(trouble.line == line && trouble.what.contains(what), "{text}: {trouble}");
        }
    }
}
