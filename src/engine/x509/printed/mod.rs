//! A certificate in the words of `openssl x509 -text -noout`, which people compare with what they have at hand. The form
//! is that of OpenSSL 3.0; `tests/openssl_text.rs` holds the two side by side, and says where they differ and why.

mod extensions;
mod key;
mod names;

use super::der::{Element, strip_zeros, tag};
use super::{Certificate, Moment, SignatureAlgorithm, SignatureScheme};
use crate::report::Timestamp;
use std::fmt::Write;

/// Bytes of a signature, of a key and of a log's id that stand on a line.
const SIGNATURE_LINE: usize = 18;
const KEY_LINE: usize = 15;
const HEX_LINE: usize = 16;

/// The certificate as text.
pub fn printed(certificate: &Certificate) -> String {
    let mut out = String::from("Certificate:\n    Data:\n");
    match certificate.version {
        version @ 1..=3 => line(&mut out, 8, &format!("Version: {version} (0x{:x})", version.saturating_sub(1))),
        other => line(&mut out, 8, &format!("Version: Unknown ({})", i64::from(other).saturating_sub(1))),
    }
    serial(&mut out, &certificate.serial);
    let inner = inner_algorithm(certificate);
    // OpenSSL has indented the parameters before it finds that they begin on a line of their own.
    let is_pss = matches!(certificate.signature_algorithm.scheme, SignatureScheme::RsaPss(..));
    let gap = if is_pss { "        " } else { "" };
    line(&mut out, 8, &format!("Signature Algorithm: {}{gap}", names::long(&inner)));
    pss(&mut out, &certificate.signature_algorithm);
    line(&mut out, 8, &format!("Issuer: {}", names::one_line(&certificate.issuer.raw)));
    line(&mut out, 8, "Validity");
    line(&mut out, 12, &format!("Not Before: {}", date(&certificate.not_before)));
    line(&mut out, 12, &format!("Not After : {}", date(&certificate.not_after)));
    line(&mut out, 8, &format!("Subject: {}", names::one_line(&certificate.subject.raw)));
    line(&mut out, 8, "Subject Public Key Info:");
    key::print(&mut out, certificate);
    unique_ids(&mut out, certificate);
    if !certificate.extensions.is_empty() {
        line(&mut out, 8, "X509v3 extensions:");
        for extension in &certificate.extensions {
            extensions::print(&mut out, extension, certificate.bytes(&extension.value_bytes));
        }
    }
    line(&mut out, 4, &format!("Signature Algorithm: {}", names::long(&certificate.signature_algorithm.oid)));
    line(&mut out, 4, &format!("Signature Value:{gap}"));
    pss(&mut out, &certificate.signature_algorithm);
    hex_lines(&mut out, certificate.bytes(&certificate.signature), 8, SIGNATURE_LINE);
    out
}

/// The algorithm in the signed part, which may be another one than outside.
fn inner_algorithm(certificate: &Certificate) -> String {
    let outer = &certificate.signature_algorithm.oid;
    if certificate.signature_algorithms_agree {
        return outer.clone();
    }
    let read = || {
        let mut parts = Element::read(certificate.bytes(&certificate.tbs), 0).ok()?.children();
        parts.optional_context(0).ok()?;
        parts.next_element().ok()?;
        parts.next_element().ok()?.children().next_element().ok()?.oid().ok()
    };
    read().unwrap_or_else(|| outer.clone())
}

/// One line, indented.
fn line(out: &mut String, indent: usize, text: &str) {
    let _ = writeln!(out, "{:indent$}{text}", "");
}

/// A small number in decimal and hex, a large one byte by byte.
fn serial(out: &mut String, content: &[u8]) {
    let negative = content.first().is_some_and(|first| *first >= 0x80);
    let magnitude = if negative { negated(content) } else { strip_zeros(content).to_vec() };
    let number = magnitude.iter().fold(0_u64, |sum, byte| sum.wrapping_shl(8) | u64::from(*byte));
    let small = magnitude.len() <= 8 && i64::try_from(number).is_ok() && !(negative && number == 1);
    let minus = if negative { "-" } else { "" };
    if small {
        return line(out, 8, &format!("Serial Number: {minus}{number} ({minus}0x{number:x})"));
    }
    line(out, 8, "Serial Number:");
    let mark = if negative { " (Negative)" } else { "" };
    line(out, 12, &format!("{mark}{}", colons(&magnitude, false)));
}

/// Two's complement.
fn negated(content: &[u8]) -> Vec<u8> {
    let mut digits: Vec<u8> = content.iter().map(|byte| !byte).collect();
    for digit in digits.iter_mut().rev() {
        let (sum, carried) = digit.overflowing_add(1);
        *digit = sum;
        if !carried {
            break;
        }
    }
    strip_zeros(&digits).to_vec()
}

fn date(moment: &Moment) -> String {
    // What can not be read stands at an end of time.
    if [i64::MIN, i64::MAX].map(Timestamp::from_unix).contains(&moment.at) {
        return "Bad time value".to_owned();
    }
    day_and_time(moment.at.unix(), "")
}

static MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `Jan  1 00:00:00 2024 GMT`; a fraction stands behind the seconds.
fn day_and_time(unix: i64, fraction: &str) -> String {
    let (year, month, day) = Timestamp::from_unix(unix).civil();
    let month = MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default();
    let seconds = unix.rem_euclid(86_400);
    let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    format!("{month} {day:2} {hour:02}:{minute:02}:{second:02}{fraction} {year} GMT")
}

/// Parameters of RSASSA-PSS; of other algorithms nobody prints any.
fn pss(out: &mut String, algorithm: &SignatureAlgorithm) {
    let SignatureScheme::RsaPss(hash, salt) = algorithm.scheme else { return };
    let hash = hash.name().replace('-', "").to_lowercase();
    line(out, 8, &format!("Hash Algorithm: {hash}"));
    line(out, 8, &format!("Mask Algorithm: mgf1 with {hash}"));
    line(out, 9, &format!("Salt Length: 0x{salt:02X}"));
    line(out, 8, "Trailer Field: 0x01 (default)");
}

fn unique_ids(out: &mut String, certificate: &Certificate) {
    let Ok(signed) = Element::read(certificate.bytes(&certificate.tbs), 0) else { return };
    for element in signed.children().collect().unwrap_or_default() {
        let title = match element.tag {
            1 if element.is_context(1) => "Issuer Unique ID:",
            2 if element.is_context(2) => "Subject Unique ID:",
            _ => continue,
        };
        let _ = write!(out, "        {title} ");
        let bits = element.content.get(1..).unwrap_or_default();
        out.push_str(hex_text(bits, 12, SIGNATURE_LINE).trim_start_matches(' '));
    }
}

/// Hex digits in pairs with colons between them.
fn colons(bytes: &[u8], upper: bool) -> String {
    let mut text = String::with_capacity(bytes.len().saturating_mul(3));
    for (index, byte) in bytes.iter().enumerate() {
        let colon = if index > 0 { ":" } else { "" };
        let _ = if upper { write!(text, "{colon}{byte:02X}") } else { write!(text, "{colon}{byte:02x}") };
    }
    text
}

fn hex_lines(out: &mut String, bytes: &[u8], indent: usize, per_line: usize) {
    out.push_str(&hex_text(bytes, indent, per_line));
}

/// The same in lines; each but the last ends with a colon.
fn hex_text(bytes: &[u8], indent: usize, per_line: usize) -> String {
    let lines: Vec<String> =
        bytes.chunks(per_line).map(|chunk| format!("{:indent$}{}", "", colons(chunk, false))).collect();
    lines.join(":\n") + "\n"
}

/// A number as OpenSSL writes its digits: a zero in front where it would look negative.
fn number_lines(out: &mut String, digits: &[u8], indent: usize) {
    let digits = strip_zeros(digits);
    let zero: &[u8] = if digits.first().is_none_or(|first| *first >= 0x80) { &[0] } else { &[] };
    hex_lines(out, &[zero, digits].concat(), indent, KEY_LINE);
}

/// The content of an INTEGER that stands first in `bytes`.
fn integers(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let parts = Element::read(bytes, 0).ok()?.expect(tag::SEQUENCE).ok()?.children().collect().ok()?;
    parts.into_iter().map(|part| part.expect(tag::INTEGER).ok().map(|part| part.content)).collect()
}
