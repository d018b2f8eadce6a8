use crate::engine::Analysis;
use crate::export::document::{Block, Cell, Document, Table, Told, document};
use crate::report::Severity;
use crate::text::{Lang, escape};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Looks like the page, reads in grey, and fits a sheet of A4. Nothing in it comes from elsewhere.
const STYLE: &str = include_str!("report.css");

/// The report as one file of HTML without a script and without anything that is fetched.
pub(super) fn write(analysis: &Analysis, lang: Lang) -> Option<Vec<u8>> {
    Some(html(&document(analysis, lang)).into_bytes())
}

fn html(document: &Document) -> String {
    // Writing to a `String` never fails: what `write!` answers says nothing.
    let mut out = String::new();
    let lang = match document.lang {
        Lang::En => "en",
        Lang::Zh => "zh-CN",
    };
    let Document { title, headline, note, parts, .. } = document;
    let class = headline.severity.map_or("good", severity_class);
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n<header>\n<h1>{title}</h1>\n<p class=\"verdict {class}\"><b>{sign} {state}</b> {sentence}</p>\n\
         <p class=\"note\">{note}</p>\n</header>\n<main>\n",
        hash = STANDARD.encode(Sha256::digest(format!("\n{STYLE}"))),
        title = plain(title),
        sign = sign(headline.severity),
        state = plain(headline.state),
        sentence = plain(&headline.sentence),
        note = plain(note),
    );
    for part in parts {
        let _ = writeln!(out, "<section>\n<h2>{}</h2>", plain(part.title));
        for block in &part.blocks {
            match block {
                Block::Text(text) => {
                    let _ = writeln!(out, "<p>{}</p>", plain(text));
                }
                Block::Finding(told) => finding(&mut out, told),
                Block::Table(table) => self::table(&mut out, table),
                Block::Verbatim(name, text) => {
                    let _ = writeln!(out, "<h3>{}</h3>\n<pre>{}</pre>", plain(name), plain(text.trim_end()));
                }
            }
        }
        out.push_str("</section>\n");
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn finding(out: &mut String, told: &Told) {
    let Told { severity, code, title, why, fix, places, references } = told;
    let _ = write!(
        out,
        "<article class=\"{class}\">\n<h3>{sign} {title}</h3>\n<p>{why}</p>\n<p class=\"fix\">{fix}</p>\n\
         <p class=\"small\"><code>{code}</code>",
        class = severity_class(*severity),
        sign = sign(Some(*severity)),
        title = plain(title),
        why = plain(why),
        fix = plain(fix),
    );
    for place in places {
        let _ = write!(out, " <code>{}</code>", plain(place));
    }
    for (title, url) in references {
        let _ = write!(out, " <a href=\"{}\" rel=\"noreferrer\">{}</a>", plain(url), plain(title));
    }
    out.push_str("</p>\n</article>\n");
}

fn table(out: &mut String, table: &Table) {
    out.push_str("<div class=\"wide\"><table>\n<thead><tr>");
    for head in &table.head {
        let _ = write!(out, "<th scope=\"col\">{}</th>", plain(head));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for cell in row {
            let _ = match cell {
                Cell::Words(words) => write!(out, "<td>{}</td>", plain(words)),
                Cell::Given(text) => write!(out, "<td><bdi>{}</bdi></td>", plain(&escape(text))),
            };
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table></div>\n");
}

const fn severity_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// A colour is never alone.
const fn sign(severity: Option<Severity>) -> &'static str {
    match severity {
        Some(Severity::Error) => "✗",
        Some(Severity::Warning) => "!",
        Some(Severity::Info) => "i",
        None => "✓",
    }
}

/// Text in which nothing is a sign of HTML, inside of elements and of attributes.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}
