//! One thing to look at: its words, its command, and how a script decides.

use crate::deploy::syntax::{Unwritable, Word, shell};
use crate::report::{CheckAnswer, CheckGroup, CheckStep, CheckTopic, Value};
use crate::text::{Lang, Pair, checks as words, page};

/// A topic being written.
#[derive(Debug)]
pub struct Group {
    /// What is told.
    pub told: CheckGroup,
    /// How a script decides each of its steps.
    pub proofs: Vec<Proof>,
}

/// How a script decides; not at all where nothing is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// All of it has to hold.
    pub tests: Vec<Test>,
    /// Exit statuses that mean that there is nothing to look at.
    pub absent: &'static [u8],
    /// Whether it is worth knowing only.
    pub note: bool,
}

/// Something that can be seen of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// It ends with this status.
    Ends(u8),
    /// It says one of these.
    Shows(Vec<String>),
    /// It never says this.
    Lacks(&'static str),
    /// It begins with this.
    Begins(&'static str),
    /// At least so many of its lines hold this.
    Counts(&'static str, usize),
    /// It says something.
    Something,
    /// It says nothing, or one of these.
    NothingOr(Vec<String>),
}

impl Proof {
    /// Not decided by a script.
    pub fn by_hand() -> Self {
        Self::default()
    }

    /// All of this has to hold.
    pub fn needs(tests: impl IntoIterator<Item = Test>) -> Self {
        Self { tests: tests.into_iter().collect(), ..Self::default() }
    }

    /// All of this should hold.
    pub fn notes(tests: impl IntoIterator<Item = Test>) -> Self {
        Self { note: true, ..Self::needs(tests) }
    }

    /// Nothing to look at where the command ends with one of these.
    pub fn unless(self, absent: &'static [u8]) -> Self {
        Self { absent, ..self }
    }
}

/// Writes in one language; remembers what could not be written.
#[derive(Debug)]
pub struct Writer {
    lang: Lang,
    /// The first value that no command line holds; the allow-list lets none through.
    pub unwritable: Option<Unwritable>,
}

impl Writer {
    /// For a language.
    pub const fn new(lang: Lang) -> Self {
        Self { lang, unwritable: None }
    }

    /// A text without holes.
    pub fn text(&self, pair: Pair) -> String {
        pair.lang(self.lang).to_owned()
    }

    /// A text with its holes filled.
    pub fn fill<const N: usize>(&self, pair: Pair, holes: [(&'static str, Value); N]) -> String {
        page::fill(pair, &holes, self.lang)
    }

    /// A command line.
    pub fn command(&mut self, words: impl IntoIterator<Item = Word>) -> String {
        shell::command(words).unwrap_or_else(|why| {
            self.unwritable.get_or_insert(why);
            String::new()
        })
    }

    /// A topic without steps.
    pub fn group(&self, topic: CheckTopic) -> Group {
        let words = words::topic(topic);
        Group {
            told: CheckGroup {
                topic,
                title: self.text(words.title),
                why: self.text(words.why),
                skip: words.skip.map(|pair| self.text(pair)).unwrap_or_default(),
                steps: Vec::new(),
                answers: Vec::new(),
            },
            proofs: Vec::new(),
        }
    }

    /// What answers mean.
    pub fn answers(&self, rows: &[(&str, Pair)]) -> Vec<CheckAnswer> {
        let row = |(shown, means): &(&str, Pair)| CheckAnswer { shown: (*shown).to_owned(), means: self.text(*means) };
        rows.iter().map(row).collect()
    }
}

impl Group {
    /// A command, what it has to show, and how a script decides.
    pub fn command(&mut self, title: String, command: String, expect: Vec<String>, proof: Proof) {
        self.proofs.push(proof);
        self.told.steps.push(CheckStep { title, command, windows: Vec::new(), expect, link: String::new() });
    }

    /// The last command as Windows has it.
    pub fn on_windows(&mut self, commands: impl IntoIterator<Item = String>) {
        if let Some(step) = self.told.steps.last_mut() {
            step.windows.extend(commands);
        }
    }

    /// Something that only a person can look at.
    pub fn by_hand(&mut self, title: String, expect: String, link: &str) {
        self.command(title, String::new(), vec![expect], Proof::by_hand());
        if let Some(step) = self.told.steps.last_mut() {
            link.clone_into(&mut step.link);
        }
    }
}
