//! The rows of the list as files: for spreadsheets, and for programs.

use super::list::{Row, role_id};
use crate::app::components::finding::severity_id;
use crate::report::{CertificateSummary, Report};
use crate::text::headline;

/// What a file has of each certificate; named as the contract names it.
const FIELDS: [&str; 14] = [
    "name",
    "names",
    "subject",
    "issuer",
    "serial",
    "sha256",
    "notBefore",
    "notAfter",
    "daysLeft",
    "key",
    "signature",
    "role",
    "severity",
    "findings",
];

/// Something in a field.
enum Cell<'c> {
    Text(&'c str),
    Number(i64),
    List(Vec<&'c str>),
}

fn cells<'c>(row: &'c Row, it: &'c CertificateSummary, words: &'c [String; 3], report: &'c Report) -> [Cell<'c>; 14] {
    let [from, to, key] = words;
    let found = row.findings.iter().filter_map(|index| report.findings.get(*index));
    let mut codes: Vec<&str> = found.map(|finding| finding.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    [
        Cell::Text(&it.label),
        Cell::List(it.names.iter().map(String::as_str).collect()),
        Cell::Text(&it.subject),
        Cell::Text(&it.issuer),
        Cell::Text(&it.serial),
        Cell::Text(&it.sha256),
        Cell::Text(from),
        Cell::Text(to),
        Cell::Number(row.days),
        Cell::Text(key),
        Cell::Text(&it.signature),
        Cell::Text(role_id(it.role)),
        Cell::Text(row.worst.map_or("", severity_id)),
        Cell::List(codes),
    ]
}

/// Calls with each certificate's cells.
fn each(rows: &[Row], chosen: &[usize], report: &Report, mut call: impl FnMut([Cell<'_>; 14])) {
    for index in chosen {
        if let (Some(row), Some(it)) = (rows.get(*index), report.certificates.get(*index)) {
            let words = [it.not_before.to_string(), it.not_after.to_string(), headline::key(&it.key)];
            call(cells(row, it, &words, report));
        }
    }
}

/// Comma-separated values (RFC 4180) with a byte order mark: without it spreadsheets read no Chinese.
pub fn csv(rows: &[Row], chosen: &[usize], report: &Report) -> String {
    let mut out = String::from("\u{feff}");
    out.push_str(&FIELDS.join(","));
    out.push_str("\r\n");
    each(rows, chosen, report, |cells| {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                out.push(',');
            }
            match cell {
                Cell::Text(text) => push_quoted(&mut out, text),
                Cell::List(several) => push_quoted(&mut out, &several.join(" ")),
                Cell::Number(number) => out.push_str(&number.to_string()),
            }
        }
        out.push_str("\r\n");
    });
    out
}

/// A cell. Spreadsheets take one that begins like a formula for one, whoever wrote the certificate: an apostrophe in front
/// makes it text.
fn push_quoted(out: &mut String, text: &str) {
    let harms = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let quoted = text.contains([',', '"', '\r', '\n']);
    if quoted {
        out.push('"');
    }
    if harms {
        out.push('\'');
    }
    for character in text.chars() {
        out.push(character);
        if character == '"' {
            out.push(character);
        }
    }
    if quoted {
        out.push('"');
    }
}

/// A JSON array with an object for each certificate.
pub fn json(rows: &[Row], chosen: &[usize], report: &Report) -> String {
    let mut out = String::from("[");
    each(rows, chosen, report, |cells| {
        out.push_str(if out.len() > 1 { ",\n{" } else { "\n{" });
        for (place, (name, cell)) in FIELDS.iter().zip(&cells).enumerate() {
            if place > 0 {
                out.push_str(", ");
            }
            push_string(&mut out, name);
            out.push_str(": ");
            match cell {
                Cell::Text("") if *name == "severity" => out.push_str("null"),
                Cell::Text(text) => push_string(&mut out, text),
                Cell::Number(number) => out.push_str(&number.to_string()),
                Cell::List(several) => {
                    out.push('[');
                    for (place, one) in several.iter().enumerate() {
                        if place > 0 {
                            out.push_str(", ");
                        }
                        push_string(&mut out, one);
                    }
                    out.push(']');
                }
            }
        }
        out.push('}');
    });
    out.push_str("\n]\n");
    out
}

/// A string of JSON (RFC 8259 §7).
fn push_string(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\u{0}'..='\u{1f}' => out.push_str(&format!("\\u{:04x}", u32::from(character))),
            _ => out.push(character),
        }
    }
    out.push('"');
}
