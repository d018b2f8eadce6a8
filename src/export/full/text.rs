//! Every field as indented text, in the manner of `openssl x509 -text`, under the names of the standards.

use super::{Made, Order, Random};
use crate::engine::x509::detail;
use crate::export::pem::certificate_pem;
use crate::report::{
    field::{Field, FieldValue},
    wire::File,
};
use crate::text::escape;
use std::fmt::Write;

/// Octets in one line; shorter values stand behind their name.
const OCTETS_IN_LINE: usize = 20;

pub(super) fn write(order: &Order<'_>, _: Random<'_>) -> Made<Vec<File>> {
    // Writing to a `String` never fails: what `writeln!` answers says nothing.
    let mut text = String::new();
    for (index, certificate) in order.analysis.served().enumerate() {
        let _ = writeln!(text, "Certificate {}: {}", index.saturating_add(1), escape(&certificate.label()));
        for field in &detail(certificate, index).fields {
            write_field(&mut text, field, 1);
        }
        text.push_str(&certificate_pem(&certificate.der));
        text.push('\n');
    }
    Ok(vec![order.file(text.into_bytes())])
}

fn write_field(text: &mut String, field: &Field, depth: usize) {
    let margin = "    ".repeat(depth);
    let critical = if field.critical == Some(true) { " critical" } else { "" };
    let oid = match &field.oid {
        Some(oid) if *oid != field.name => format!(" ({oid})"),
        _ => String::new(),
    };
    let _ = write!(text, "{margin}{}{oid}:{critical}", escape(&field.name));
    let _ = match &field.value {
        FieldValue::None => Ok(()),
        FieldValue::Text(value) | FieldValue::Link(value) => write!(text, " {}", escape(value)),
        FieldValue::Tokens(tokens) => write!(text, " {}", escape(&tokens.join(", "))),
        FieldValue::Moment(moment) => write!(text, " {moment}"),
        FieldValue::Number(number) => write!(text, " {number}"),
        FieldValue::Flag(flag) => write!(text, " {flag}"),
        FieldValue::Hex(digits) => write_octets(text, digits, &margin),
    };
    text.push('\n');
    for child in &field.children {
        write_field(text, child, depth.saturating_add(1));
    }
}

/// Hexadecimal with colons: in place where it fits, else in lines of its own, each but the last with a colon behind.
fn write_octets(text: &mut String, digits: &str, margin: &str) -> std::fmt::Result {
    let octets: Vec<_> = digits.as_bytes().chunks(2).map(String::from_utf8_lossy).collect();
    if octets.len() <= OCTETS_IN_LINE {
        return write!(text, " {}", octets.join(":"));
    }
    let lines: Vec<_> = octets.chunks(OCTETS_IN_LINE).map(|line| line.join(":")).collect();
    write!(text, "\n{margin}    {}", lines.join(&format!(":\n{margin}    ")))
}
