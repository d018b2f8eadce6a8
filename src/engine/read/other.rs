//! What is none of the formats: what it looks like, so that the answer is more than "unreadable".

use super::material::LooksLike;
use super::ssh;
use super::text::{Text, trim};

type Sniff = fn(&[u8]) -> bool;

/// Asked in this order, with blanks in front taken away.
static LOOKS: &[(LooksLike, Sniff)] = &[
    (LooksLike::Empty, |text| text.is_empty()),
    (LooksLike::Picture, is_picture),
    (LooksLike::Pdf, |text| text.starts_with(b"%PDF-")),
    (LooksLike::Html, is_html),
    (LooksLike::RichText, |text| text.starts_with(b"{\\rtf")),
    (LooksLike::Json, is_json),
    (LooksLike::GitLfsPointer, |text| text.starts_with(b"version https://git-lfs.")),
    (LooksLike::PrintedCertificate, is_printed_certificate),
    (LooksLike::MangledBinary, is_mangled),
    (LooksLike::Text, is_text),
];

/// What the bytes of a source look like.
pub(super) fn looks_like(source: &[u8]) -> LooksLike {
    let text = Text::new(source);
    let trimmed = trim(text.bytes());
    if let Some(key) = ssh::of_text(trimmed) {
        return LooksLike::Ssh(key);
    }
    LOOKS.iter().find(|(_, sniff)| sniff(trimmed)).map_or(LooksLike::Binary, |(looks, _)| *looks)
}

/// PNG, JPEG, GIF, BMP, WebP, HEIC and AVIF, SVG, TIFF.
fn is_picture(text: &[u8]) -> bool {
    const STARTS: [&[u8]; 7] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"<svg", b"II*\0", b"MM\0*"];
    let boxed =
        |at: usize, brand: &[&[u8]]| text.get(at..).is_some_and(|rest| brand.iter().any(|it| rest.starts_with(it)));
    let named = STARTS.iter().any(|start| text.starts_with(start)) && !(text.starts_with(b"BM") && is_text(text));
    named || (text.starts_with(b"RIFF") && boxed(8, &[b"WEBP"])) || boxed(4, &[b"ftyphei", b"ftypavif", b"ftypmif1"])
}

fn is_html(text: &[u8]) -> bool {
    const STARTS: [&[u8]; 6] = [b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml", b"<!--"];
    STARTS.iter().any(|start| text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))
}

/// A file that opens and closes like JSON; whether it is correct is nobody's question here.
fn is_json(text: &[u8]) -> bool {
    matches!((text.first(), text.last()), (Some(b'{'), Some(b'}')) | (Some(b'['), Some(b']'))) && is_text(text)
}

fn is_printed_certificate(text: &[u8]) -> bool {
    text.starts_with(b"Certificate:") && text.trim_ascii_start().windows(8).take(64).any(|part| part == b"Version:")
}

/// DER, PKCS#12 or a Java key store after an editor: the bytes above 127 became replacement characters, or letters of
/// Windows-1252 and Latin-1.
fn is_mangled(text: &[u8]) -> bool {
    const LOST: &[u8] = "\u{fffd}".as_bytes();
    const STARTS: [&str; 4] = ["0‚", "0\u{82}", "þíþí", "ÎÎÎÎ"];
    if STARTS.iter().any(|start| text.starts_with(start.as_bytes())) {
        return true;
    }
    let head = text.get(..text.len().min(1024)).unwrap_or(text);
    let lost = head.windows(LOST.len()).filter(|part| *part == LOST).count();
    lost > 2 && lost.saturating_mul(LOST.len()).saturating_mul(10) > head.len()
}

/// Hardly any control characters, and few bytes that are no UTF-8 (a GBK text has many; it is text all the same).
pub(super) fn is_text(text: &[u8]) -> bool {
    let head = text.get(..text.len().min(4096)).unwrap_or(text);
    let controls = head.iter().filter(|byte| **byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t' | 0x0c | 0x1b));
    controls.count().saturating_mul(100) < head.len()
}
