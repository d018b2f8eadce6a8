//! Writing configuration so that a value can not leave its token: quoting once per syntax.
//!
//! Three nets, one behind the other. [`super::allow`] lets only plain values in; the writer here quotes
//! whatever comes, and refuses what no quoting can hold; and [`Conf::finish`] reads its own output back as the
//! server would, and gives it out only when that is what was meant.

pub mod apache;
pub mod assign;
pub mod caddy;
pub mod code;
pub mod haproxy;
pub mod lines;
pub mod nginx;
pub mod openlitespeed;
pub mod options;
pub mod powershell;
pub mod properties;
pub mod quoted;
pub mod shell;
pub mod squid;
pub mod systemd;
pub mod tree;
pub mod words;
pub mod xml;

use std::borrow::Cow;
use std::fmt::Display;

/// Every syntax of directives.
pub static SYNTAXES: &[&Syntax] = &[
    // In the order of their files.
    &apache::APACHE,
    &assign::EQUALS,
    &assign::TIGHT,
    &assign::LDIF,
    &caddy::CADDY,
    &haproxy::HAPROXY,
    &nginx::NGINX,
    &openlitespeed::OPENLITESPEED,
    &options::BARE,
    &options::POSTGRESQL,
    &options::REDIS,
    &properties::PROPERTIES,
    &quoted::QUOTED,
    &quoted::VCL,
    &squid::SQUID,
    &systemd::SYSTEMD,
];

/// One word of a directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// The configuration's own text: a keyword, a variable. Compiled in, so it never comes from the input.
    Plain(&'static str),
    /// A value between two pieces of own text: `https://$host:8443$request_uri`. Only what needs no quotes.
    Around(&'static str, String, &'static str),
    /// A value: quoted as the syntax asks.
    Text(String),
}

pub use Word::Plain;

impl Word {
    /// The word without any quotes.
    pub fn bare(&self) -> String {
        match self {
            Plain(own) => (*own).to_owned(),
            Self::Around(before, value, after) => format!("{before}{value}{after}"),
            Self::Text(value) => value.clone(),
        }
    }
}

/// The word for whether something is on.
pub const fn on_off(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

/// A value as a word.
pub fn text(value: impl Display) -> Word {
    Word::Text(value.to_string())
}

/// A value between two pieces of own text.
pub fn around(before: &'static str, value: impl Display, after: &'static str) -> Word {
    Word::Around(before, value.to_string(), after)
}

/// The command line of these words: own text as it is, values as a shell quotes them.
fn command_line(
    words: impl IntoIterator<Item = Word>,
    quote: fn(&str) -> Result<String, Unwritable>,
) -> Result<String, Unwritable> {
    let spelled = words.into_iter().map(|word| match word {
        Plain(own) => Ok(own.to_owned()),
        value => quote(&value.bare()),
    });
    Ok(spelled.collect::<Result<Vec<_>, _>>()?.join(" "))
}

/// Something that a syntax can not hold, however quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwritable {
    /// This character.
    Character(char),
    /// The output would not be read as it was meant.
    Misread,
}

/// What tells the syntaxes apart.
#[derive(Debug)]
pub struct Syntax {
    /// One level of indentation.
    pub indent: &'static str,
    /// What a remark begins with.
    pub remark: &'static str,
    /// What stands between a directive's name and its value.
    pub assign: &'static str,
    /// Whether it stands there without a value too.
    pub assigns_nothing: bool,
    /// What ends a directive.
    pub end: &'static str,
    /// How a block looks.
    pub brackets: Brackets,
    /// What stands between the words that open an outermost block.
    pub separator: &'static str,
    /// Where a long line may be broken between words.
    pub breaks: Breaks,
    /// A value as one token, or the character that can not be written.
    pub quote: fn(&str) -> Result<Cow<'_, str>, char>,
    /// The directives that the server would read; none for text that it would refuse.
    pub read: fn(&str) -> Option<Vec<Line>>,
}

/// What most syntaxes are like: a directive a line, `name value`, and only values that need no quotes.
const USUAL: Syntax = Syntax {
    indent: "",
    remark: "#",
    assign: " ",
    assigns_nothing: false,
    end: "",
    brackets: Brackets::Sections,
    separator: " ",
    breaks: Breaks::Nowhere,
    quote: |value| lines::bare(value, ""),
    read: |text| lines::read(text, &lines::RULES),
};

/// How a block opens and closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brackets {
    /// `name words {` … `}`
    Braces,
    /// `<Name words>` … `</Name>`
    Tags,
    /// `[name]`, until the next.
    Sections,
    /// `name words`, and what is indented below.
    Indents,
}

/// Where a long line may be broken between words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breaks {
    /// Between any two words.
    Anywhere,
    /// Nowhere.
    Nowhere,
    /// Between the words that open an outermost block.
    Outermost,
}

/// A directive as the server reads it: how deep it stands, and its words without their quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Blocks around it.
    pub depth: usize,
    /// Its name and arguments.
    pub words: Vec<String>,
}

/// Columns after which a line is broken, where the syntax allows it.
const COLUMNS: usize = 100;

/// A configuration being written.
#[derive(Debug)]
pub struct Conf {
    syntax: &'static Syntax,
    out: String,
    depth: usize,
    meant: Vec<Line>,
    unwritable: Option<char>,
}

impl Conf {
    /// An empty configuration.
    pub fn new(syntax: &'static Syntax) -> Self {
        Self { syntax, out: String::new(), depth: 0, meant: Vec::new(), unwritable: None }
    }

    /// A remark. It is compiled in: names and addresses never stand in a comment.
    pub fn comment(&mut self, remark: &'static str) {
        self.indent();
        self.out.push_str(self.syntax.remark);
        self.out.push(' ');
        self.out.push_str(remark);
        self.out.push('\n');
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.out.push('\n');
    }

    /// One directive.
    pub fn set(&mut self, name: &'static str, words: impl IntoIterator<Item = Word>) {
        self.line([Plain(name)].into_iter().chain(words));
    }

    /// One directive whose first word is a value too (an entry of a map).
    pub fn line(&mut self, words: impl IntoIterator<Item = Word>) {
        self.indent();
        let words = self.spell(words);
        let line = self.joined(&words, " ", self.syntax.breaks == Breaks::Anywhere);
        match words.split_first() {
            Some((name, value)) if self.syntax.assign != " " && (self.syntax.assigns_nothing || !value.is_empty()) => {
                self.out.push_str(name);
                self.out.push_str(self.syntax.assign);
                self.out.push_str(&value.join(" "));
            }
            _ => self.out.push_str(&line),
        }
        self.out.push_str(self.syntax.end);
        self.out.push('\n');
    }

    /// A block and what stands in it.
    pub fn block(&mut self, words: impl IntoIterator<Item = Word>, body: impl FnOnce(&mut Self)) {
        self.indent();
        let words = self.spell(words);
        let outermost = self.depth == 0;
        let separator = if outermost { self.syntax.separator } else { " " };
        let opener = self.joined(&words, separator, outermost && self.syntax.breaks != Breaks::Nowhere);
        let (open, close) = match self.syntax.brackets {
            Brackets::Braces => (" {\n".to_owned(), "}\n".to_owned()),
            Brackets::Sections => ("]\n".to_owned(), String::new()),
            Brackets::Indents => ("\n".to_owned(), String::new()),
            // The opening word of a tag carries its own `<`.
            Brackets::Tags => {
                (">\n".to_owned(), format!("</{}>\n", words.first().map_or("", |tag| tag.trim_start_matches('<'))))
            }
        };
        if self.syntax.brackets == Brackets::Sections {
            self.out.push('[');
        }
        self.out.push_str(&opener);
        self.out.push_str(&open);
        self.depth += 1;
        body(self);
        self.depth -= 1;
        if !close.is_empty() {
            self.indent();
        }
        self.out.push_str(&close);
    }

    /// The text, when the server will read exactly what was meant.
    ///
    /// # Errors
    /// A value holds a character that the syntax can not hold; or (which would be our mistake) the text reads
    /// differently from what was meant.
    pub fn finish(self) -> Result<String, Unwritable> {
        match self.unwritable {
            Some(character) => Err(Unwritable::Character(character)),
            None if (self.syntax.read)(&self.out).as_ref() == Some(&self.meant) => Ok(self.out),
            None => Err(Unwritable::Misread),
        }
    }

    fn indent(&mut self) {
        for _ in 0..self.depth {
            self.out.push_str(self.syntax.indent);
        }
    }

    /// Notes what is meant, and gives the words as the syntax writes them.
    fn spell(&mut self, words: impl IntoIterator<Item = Word>) -> Vec<String> {
        let mut meant = Vec::new();
        let mut spelled = Vec::new();
        for word in words {
            let (bare, written) = match word {
                Plain(own) => (own.to_owned(), own.to_owned()),
                Word::Around(before, value, after) => {
                    if let Some(character) = value.chars().find(|c| !is_bare(*c)) {
                        self.unwritable.get_or_insert(character);
                    }
                    let whole = format!("{before}{value}{after}");
                    (whole.clone(), whole)
                }
                Word::Text(value) => {
                    let written = match (self.syntax.quote)(&value) {
                        Ok(written) => written.into_owned(),
                        Err(character) => {
                            self.unwritable.get_or_insert(character);
                            String::new()
                        }
                    };
                    (value, written)
                }
            };
            meant.push(bare);
            spelled.push(written);
        }
        self.meant.push(Line { depth: self.depth, words: meant });
        spelled
    }

    fn joined(&self, words: &[String], separator: &str, breaks: bool) -> String {
        let mut line = String::new();
        for word in words {
            // Own punctuation stands right behind a text; as a text of its own it would have quotes.
            let is_attached = line.ends_with('"') && [",", ")"].contains(&word.as_str());
            if !line.is_empty() && !is_attached {
                line.push_str(separator);
            }
            line.push_str(word);
        }
        if !breaks || words.len() <= 2 || line.len() <= COLUMNS {
            return line;
        }
        let next = format!("{}\n{}", separator.trim_end(), self.syntax.indent.repeat(self.depth + 1));
        words.join(&next)
    }
}

/// Whether a value can stand without quotes in every syntax of configurations here.
fn needs_no_quotes(value: &str) -> bool {
    !value.is_empty() && value.chars().all(is_bare)
}

fn is_bare(character: char) -> bool {
    character.is_ascii_alphanumeric() || "._/:*@+-[]".contains(character)
}
