use crate::engine::Analysis;
use crate::export::document::{Block, Cell, Document, Table, Told, document};
use crate::text::{Lang, escape};
use std::fmt::Write;

/// The report as CommonMark with the tables of GitHub.
pub(super) fn write(analysis: &Analysis, lang: Lang) -> Option<Vec<u8>> {
    Some(markdown(&document(analysis, lang)).into_bytes())
}

fn markdown(document: &Document) -> String {
    // Writing to a `String` never fails: what `writeln!` answers says nothing.
    let mut out = String::new();
    let _ = writeln!(out, "# {}\n", plain(&document.title));
    let _ = writeln!(
        out,
        "**{}** – {}\n\n{}",
        document.headline.state,
        plain(&document.headline.sentence),
        plain(&document.note)
    );
    for part in &document.parts {
        let _ = writeln!(out, "\n## {}\n", part.title);
        for block in &part.blocks {
            match block {
                Block::Text(text) => {
                    let _ = writeln!(out, "\n{}", plain(text));
                }
                Block::Finding(told) => finding(&mut out, told),
                Block::Table(table) => self::table(&mut out, table),
                Block::Verbatim(name, text) => {
                    let _ = writeln!(out, "\n{}\n\n```pem\n{}\n```", plain(name), text.trim_end());
                }
            }
        }
    }
    out
}

fn finding(out: &mut String, told: &Told) {
    let Told { code, title, why, fix, places, references, .. } = told;
    let _ = writeln!(out, "- **{}** ({code})  \n  {}  \n  → {}", plain(title), plain(why), plain(fix));
    let places = places.iter().map(|place| code_span(place));
    let references = references.iter().map(|(title, url)| format!("[{}](<{url}>)", plain(title)));
    let small: Vec<_> = places.chain(references).collect();
    if !small.is_empty() {
        let _ = writeln!(out, "  {}", small.join(" · "));
    }
}

fn table(out: &mut String, table: &Table) {
    let _ = writeln!(out, "| {} |\n|{}", table.head.join(" | "), " --- |".repeat(table.head.len()));
    for row in &table.rows {
        let cells: Vec<_> = row.iter().map(cell).collect();
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Words(words) => plain(words),
        Cell::Given(text) if text.is_empty() => String::new(),
        // A stroke ends a cell even inside of code.
        Cell::Given(text) => code_span(&escape(text)).replace('|', "\\|"),
    }
}

/// Text in which nothing is a sign of Markdown, and nothing an element of HTML.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' | '~' => out.extend(['\\', character]),
            '\n' | '\r' => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

/// A span of code with as many strokes around it as it takes (CommonMark §6.1).
fn code_span(text: &str) -> String {
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.saturating_add(1));
    let text = text.replace(['\n', '\r'], " ");
    if longest > 0 { format!("{fence} {text} {fence}") } else { format!("{fence}{text}{fence}") }
}
