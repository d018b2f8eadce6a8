//! The report for people: one content, which becomes Markdown, a page of HTML, or what the custom element shows. It knows
//! facts of keys, never keys.

mod contents;

use crate::engine::Analysis;
use crate::report::Severity;
use crate::text::{Lang, headline::Headline};
use serde::Serialize;

/// What a report says, without the signs of any format.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    /// The language of its words.
    #[serde(skip)]
    pub lang: Lang,
    /// Its heading.
    pub title: String,
    /// What decides, and about whom.
    pub headline: Headline,
    /// When it was made, and by what.
    pub note: String,
    /// What it says, in the order in which people ask.
    pub parts: Vec<Part>,
}

/// A heading with what stands below it.
#[derive(Clone, Debug, Serialize)]
pub struct Part {
    /// The heading.
    pub title: &'static str,
    /// What stands below it.
    pub blocks: Vec<Block>,
}

/// What stands below a heading.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A finding.
    Finding(Box<Told>),
    /// A table.
    Table(Table),
    /// Text that is kept to the letter, with its name.
    Verbatim(String, String),
}

/// A finding in words.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    /// How bad it is.
    pub severity: Severity,
    /// Its entry in the catalogue.
    pub code: &'static str,
    /// The severity in a word, and what is wrong.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub fix: String,
    /// Where to look.
    pub places: Vec<String>,
    /// Titles and addresses.
    pub references: Vec<(String, String)>,
}

/// A table.
#[derive(Clone, Debug, Serialize)]
pub struct Table {
    /// What its columns are.
    pub head: Vec<&'static str>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell: words of ours, or what stands in certificates and files.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Cell {
    /// Words of ours.
    Words(String),
    /// What was given, made harmless to read.
    Given(String),
}

/// The report in words.
pub fn document(analysis: &Analysis, lang: Lang) -> Document {
    contents::document(analysis, lang)
}
