//! The report for people: one content, written as Markdown and as a page of HTML. It knows facts of keys, never keys.

mod contents;
mod html;
mod markdown;

use crate::engine::Analysis;
use crate::report::Severity;
use crate::text::Lang;

/// What a report says, without the signs of any format.
struct Document {
    lang: Lang,
    title: String,
    /// The state in a word, the sentence that decides, and how bad it is; none for a good end.
    state: String,
    sentence: String,
    severity: Option<Severity>,
    /// When it was made, and by what.
    note: String,
    parts: Vec<Part>,
}

/// A heading with what stands below it.
struct Part {
    title: &'static str,
    blocks: Vec<Block>,
}

enum Block {
    Text(String),
    Finding(Box<Told>),
    Table(Table),
    /// Text that is kept to the letter, with its name.
    Verbatim(String, String),
}

/// A finding in words.
struct Told {
    severity: Severity,
    code: &'static str,
    /// The severity in a word, and what is wrong.
    title: String,
    why: String,
    fix: String,
    /// Where to look.
    places: Vec<String>,
    /// Titles and addresses.
    references: Vec<(String, String)>,
}

struct Table {
    head: Vec<&'static str>,
    rows: Vec<Vec<Cell>>,
}

/// A cell: words of ours, or what stands in certificates and files.
enum Cell {
    Words(String),
    Given(String),
}

/// The report as Markdown.
pub(super) fn markdown(analysis: &Analysis, lang: Lang) -> Option<Vec<u8>> {
    Some(markdown::write(&contents::document(analysis, lang)).into_bytes())
}

/// The report as one file of HTML.
pub(super) fn html(analysis: &Analysis, lang: Lang) -> Option<Vec<u8>> {
    Some(html::write(&contents::document(analysis, lang)).into_bytes())
}
