//! Extensions, as OpenSSL prints them. What it knows no words for stands as text with dots.

use super::super::Extension;
use super::super::der::{Element, Elements, tag};
use super::{HEX_LINE, colons, day_and_time, line, names};

/// Writes an extension and its value.
pub(super) fn print(out: &mut String, extension: &Extension, value: &[u8]) {
    let critical = if extension.critical { "critical" } else { "" };
    line(out, 12, &format!("{}: {critical}", names::long(&extension.oid)));
    match lines(&extension.oid, value) {
        Some(lines) if lines.is_empty() => out.push('\n'),
        Some(lines) => lines.iter().for_each(|(indent, text)| line(out, indent.saturating_add(16), text)),
        None => line(out, 16, &names::dotted_out(value)),
    }
}

/// Lines with how far they are indented beyond the extension's value.
type Lines = Vec<(usize, String)>;

/// The lines of a value; none where it can not be read, or has no words.
fn lines(oid: &str, value: &[u8]) -> Option<Lines> {
    let mut parts = Elements::new(value, 0);
    let element = parts.next_element().ok()?;
    let plain = |text: String| Some(vec![(0, text)]);
    // Lists of names may be empty; other lists are then no list.
    let empty = || vec![(0, "<EMPTY>\n".to_owned())];
    let listed = |texts: Vec<String>| (!texts.is_empty()).then(|| vec![(0, texts.join(", "))]);
    match oid {
        "2.5.29.14" => plain(colons(element.expect(tag::OCTET_STRING).ok()?.content, true)),
        "2.5.29.35" => authority(&element),
        "2.5.29.15" => listed(bits(&element, KEY_USAGE)?),
        "2.16.840.1.113730.1.1" => listed(bits(&element, NETSCAPE_TYPES)?),
        "2.5.29.17" | "2.5.29.18" => {
            listed(children(&element)?.iter().map(|name| names::general(name, true)).collect())
                .or_else(|| Some(empty()))
        }
        "2.5.29.19" => listed(basic(&element)?),
        "2.5.29.37" => listed(
            children(&element)?.iter().map(|it| it.oid().ok().map(|it| names::long(&it))).collect::<Option<_>>()?,
        ),
        "2.5.29.54" => plain(decimal(&element)?),
        "2.5.29.36" => listed(
            children(&element)?
                .iter()
                .map(|it| {
                    let label = if it.tag == 0 { "Require Explicit Policy" } else { "Inhibit Policy Mapping" };
                    Some(format!("{label}:{}", decimal(it)?))
                })
                .collect::<Option<_>>()?,
        ),
        "2.5.29.33" => listed(children(&element)?.iter().map(mapping).collect::<Option<_>>()?),
        "2.5.29.31" | "2.5.29.46" => distribution_points(&element),
        "2.5.29.32" => policies(&element),
        "2.5.29.30" => constraints(&element),
        "1.3.6.1.5.5.7.1.1" | "1.3.6.1.5.5.7.1.11" if element.content.is_empty() => Some(empty()),
        "1.3.6.1.5.5.7.1.1" | "1.3.6.1.5.5.7.1.11" => children(&element)?.iter().map(access).collect(),
        "1.3.6.1.5.5.7.1.24" => listed(children(&element)?.iter().map(feature).collect::<Option<_>>()?),
        "1.3.6.1.4.1.11129.2.4.2" => timestamps(element.expect(tag::OCTET_STRING).ok()?.content),
        "1.3.6.1.4.1.11129.2.4.3" => plain("NULL".to_owned()),
        "1.3.6.1.5.5.7.48.1.5" => plain(String::new()),
        _ if oid.starts_with("2.16.840.1.113730.1.") => {
            plain(String::from_utf8_lossy(element.expect(22).ok()?.content).into_owned())
        }
        _ => None,
    }
}

fn children<'a>(element: &Element<'a>) -> Option<Vec<Element<'a>>> {
    element.expect(tag::SEQUENCE).ok()?.children().collect().ok()
}

/// Bits by their numbers, those that have no name left out.
static KEY_USAGE: &[&str] = &[
    "Digital Signature",
    "Non Repudiation",
    "Key Encipherment",
    "Data Encipherment",
    "Key Agreement",
    "Certificate Sign",
    "CRL Sign",
    "Encipher Only",
    "Decipher Only",
];

static NETSCAPE_TYPES: &[&str] =
    &["SSL Client", "SSL Server", "S/MIME", "Object Signing", "Unused", "SSL CA", "S/MIME CA", "Object Signing CA"];

fn bits(element: &Element<'_>, known: &[&str]) -> Option<Vec<String>> {
    let (_, _, bytes) = element.bits().ok()?;
    let set = |number: usize| {
        bytes.get(number / 8).is_some_and(|byte| byte.rotate_left(u32::try_from(number % 8).unwrap_or(0)) & 0x80 != 0)
    };
    Some(known.iter().enumerate().filter(|(number, _)| set(*number)).map(|(_, name)| (*name).to_owned()).collect())
}

fn decimal(element: &Element<'_>) -> Option<String> {
    element.unsigned().ok().map(|number| number.to_string())
}

fn basic(element: &Element<'_>) -> Option<Vec<String>> {
    let parts = children(element)?;
    let ca = parts.iter().any(|part| part.is(tag::BOOLEAN) && part.is_true());
    let mut texts = vec![format!("CA:{}", if ca { "TRUE" } else { "FALSE" })];
    if let Some(length) = parts.iter().find(|part| part.is(tag::INTEGER)) {
        texts.push(format!("pathlen:{}", decimal(length)?));
    }
    Some(texts)
}

fn authority(element: &Element<'_>) -> Option<Lines> {
    let parts = children(element)?;
    let alone = !parts.iter().any(|part| part.tag > 0);
    let mut lines = Vec::new();
    for part in parts {
        match part.tag {
            0 if alone => lines.push((0, colons(part.content, true))),
            0 => lines.push((0, format!("keyid:{}", colons(part.content, true)))),
            1 => {
                let names = part.children().collect().ok()?;
                lines.extend(names.iter().map(|name| (0, names::general(name, true))));
            }
            _ => lines.push((0, format!("serial:{}", colons(super::strip_zeros(part.content), true)))),
        }
    }
    (!lines.is_empty()).then_some(lines)
}

fn mapping(element: &Element<'_>) -> Option<String> {
    let pair = children(element)?;
    let oid = |index: usize| pair.get(index)?.oid().ok().map(|oid| names::long(&oid));
    Some(format!("{}:{}", oid(0)?, oid(1)?))
}

/// `Full Name:` and the names below it, for each point.
fn distribution_points(element: &Element<'_>) -> Option<Lines> {
    let mut lines = Vec::new();
    for point in children(element)? {
        for part in children(&point)? {
            match part.tag {
                0 => {
                    let name = part.children().next_element().ok()?;
                    if name.tag == 0 {
                        lines.push((0, "Full Name:".to_owned()));
                        let names = name.children().collect().ok()?;
                        lines.extend(names.iter().map(|name| (2, names::general(name, false))));
                    } else {
                        lines.push((0, "Relative Name:".to_owned()));
                        let set = super::super::der::encode(0x31, &[name.content]);
                        let name = super::super::der::encode(0x30, &[&set]);
                        lines.push((2, names::one_line(&name)));
                    }
                }
                1 => {
                    lines.push((0, "Reasons:".to_owned()));
                    let string = super::super::der::encode(3, &[part.content]);
                    lines.push((2, bits(&Element::read(&string, 0).ok()?, REASONS)?.join(", ")));
                }
                _ => {
                    lines.push((0, "CRL Issuer:".to_owned()));
                    let names = part.children().collect().ok()?;
                    lines.extend(names.iter().map(|name| (2, names::general(name, false))));
                }
            }
        }
    }
    Some(lines)
}

static REASONS: &[&str] = &[
    "Unused",
    "Key Compromise",
    "CA Compromise",
    "Affiliation Changed",
    "Superseded",
    "Cessation Of Operation",
    "Certificate Hold",
    "Privilege Withdrawn",
    "AA Compromise",
];

fn policies(element: &Element<'_>) -> Option<Lines> {
    let mut lines = Vec::new();
    for policy in children(element)? {
        let mut parts = policy.expect(tag::SEQUENCE).ok()?.children();
        lines.push((0, format!("Policy: {}", names::long(&parts.next_element().ok()?.oid().ok()?))));
        if parts.is_empty() {
            continue;
        }
        for qualifier in children(&parts.next_element().ok()?)? {
            let mut parts = qualifier.expect(tag::SEQUENCE).ok()?.children();
            let (oid, value) = (parts.next_element().ok()?.oid().ok()?, parts.next_element().ok());
            match (oid.as_str(), value) {
                ("1.3.6.1.5.5.7.2.1", Some(value)) => lines.push((2, format!("CPS: {}", text(&value)))),
                ("1.3.6.1.5.5.7.2.2", Some(value)) => notice(&value, &mut lines)?,
                _ => lines.push((2, format!("Unknown Qualifier: {oid}"))),
            }
        }
    }
    Some(lines)
}

fn text(element: &Element<'_>) -> String {
    String::from_utf8_lossy(element.content).into_owned()
}

fn notice(element: &Element<'_>, lines: &mut Lines) -> Option<()> {
    lines.push((2, "User Notice:".to_owned()));
    for part in children(element)? {
        if !part.is(tag::SEQUENCE) {
            lines.push((4, format!("Explicit Text: {}", text(&part))));
            continue;
        }
        let mut parts = part.children();
        lines.push((4, format!("Organization: {}", text(&parts.next_element().ok()?))));
        let numbers = children(&parts.next_element().ok()?)?;
        let digits: Vec<String> = numbers.iter().map(decimal).collect::<Option<_>>()?;
        let label = if digits.len() > 1 { "Numbers" } else { "Number" };
        lines.push((4, format!("{label}: {}", digits.join(", "))));
    }
    Some(())
}

fn constraints(element: &Element<'_>) -> Option<Lines> {
    let mut lines = Vec::new();
    for trees in children(element)?.into_iter().filter(|trees| !trees.content.is_empty()) {
        lines.push((0, if trees.tag == 0 { "Permitted:" } else { "Excluded:" }.to_owned()));
        for tree in trees.children().collect().ok()? {
            let base = tree.expect(tag::SEQUENCE).ok()?.children().next_element().ok()?;
            let (address, mask) = base.content.split_at_checked(base.content.len() / 2)?;
            let text = match (base.tag, names::address(address), names::address(mask)) {
                (7, Some(address), Some(mask)) => format!("IP:{address}/{mask}"),
                (7, ..) => {
                    let part =
                        |octets: &[u8]| names::address(octets).unwrap_or_else(|| names::no_address(octets.len()));
                    let (address, mask) =
                        base.content.split_at(base.content.len().min(if base.content.len() < 16 { 4 } else { 16 }));
                    format!("IP:{}/{}", part(address), part(mask))
                }
                _ => names::general(&base, false),
            };
            lines.push((2, text));
        }
    }
    Some(lines)
}

fn access(element: &Element<'_>) -> Option<(usize, String)> {
    let mut parts = element.expect(tag::SEQUENCE).ok()?.children();
    let method = names::long(&parts.next_element().ok()?.oid().ok()?);
    Some((0, format!("{method} - {}", names::general(&parts.next_element().ok()?, true))))
}

fn feature(element: &Element<'_>) -> Option<String> {
    Some(match element.unsigned().ok()? {
        5 => "status_request".to_owned(),
        17 => "status_request_v2".to_owned(),
        other => other.to_string(),
    })
}

/// Takes so many bytes off the front.
fn take<'a>(bytes: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, rest) = bytes.split_at_checked(count)?;
    *bytes = rest;
    Some(taken)
}

/// The bytes behind a length of two octets.
fn block<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = u16::from_be_bytes(take(bytes, 2)?.try_into().ok()?);
    take(bytes, length.into())
}

/// Signed certificate timestamps (RFC 6962 §3.2).
fn timestamps(mut list: &[u8]) -> Option<Lines> {
    let mut all = block(&mut list)?;
    let mut lines = Vec::new();
    while !all.is_empty() {
        let mut timestamp = block(&mut all)?;
        let (version, log) = (take(&mut timestamp, 1)?.first()?, take(&mut timestamp, 32)?);
        let moment = u64::from_be_bytes(take(&mut timestamp, 8)?.try_into().ok()?);
        let extensions = block(&mut timestamp)?;
        let kind = take(&mut timestamp, 2)?;
        let signature = block(&mut timestamp)?;
        let scheme = match kind {
            [4, 3] => "ecdsa-with-SHA256",
            [4, 1] => "sha256WithRSAEncryption",
            _ => return None,
        };
        let seconds = i64::try_from(moment / 1_000).ok()?;
        let fraction = format!(".{:03}", moment % 1_000);
        lines.push((0, "Signed Certificate Timestamp:".to_owned()));
        lines.push((4, format!("Version   : v{} (0x{version:x})", u16::from(*version).saturating_add(1))));
        push_hex(&mut lines, "Log ID    : ", log);
        lines.push((4, format!("Timestamp : {}", day_and_time(seconds, &fraction))));
        match extensions {
            [] => lines.push((4, "Extensions: none".to_owned())),
            some => push_hex(&mut lines, "Extensions: ", some),
        }
        lines.push((4, format!("Signature : {scheme}")));
        push_hex(&mut lines, "            ", signature);
    }
    Some(lines)
}

/// Upper-case hex in lines below each other, the first behind a label.
fn push_hex(lines: &mut Lines, label: &str, bytes: &[u8]) {
    let count = bytes.chunks(HEX_LINE).len();
    for (index, chunk) in bytes.chunks(HEX_LINE).enumerate() {
        let label = if index == 0 { label } else { "            " };
        let colon = if index.saturating_add(1) < count { ":" } else { "" };
        lines.push((4, format!("{label}{}{colon}", colons(chunk, true))));
    }
}
