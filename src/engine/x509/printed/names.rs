//! Names of every kind, as OpenSSL writes them.

use super::super::der::Element;
use super::super::{extensions, name::SHORT_NAMES, signature};
use super::colons;
use crate::report::is_hidden;
use std::fmt::Write;
use std::net::Ipv4Addr;

/// What OpenSSL calls object identifiers at length, where that is no name of ours.
static LONG: &[(&str, &str)] = &[
    ("2.5.29.35", "X509v3 Authority Key Identifier"),
    ("2.5.29.14", "X509v3 Subject Key Identifier"),
    ("2.5.29.15", "X509v3 Key Usage"),
    ("2.5.29.16", "X509v3 Private Key Usage Period"),
    ("2.5.29.17", "X509v3 Subject Alternative Name"),
    ("2.5.29.18", "X509v3 Issuer Alternative Name"),
    ("2.5.29.19", "X509v3 Basic Constraints"),
    ("2.5.29.30", "X509v3 Name Constraints"),
    ("2.5.29.31", "X509v3 CRL Distribution Points"),
    ("2.5.29.32", "X509v3 Certificate Policies"),
    ("2.5.29.32.0", "X509v3 Any Policy"),
    ("2.5.29.33", "X509v3 Policy Mappings"),
    ("2.5.29.36", "X509v3 Policy Constraints"),
    ("2.5.29.37", "X509v3 Extended Key Usage"),
    ("2.5.29.37.0", "Any Extended Key Usage"),
    ("2.5.29.46", "X509v3 Freshest CRL"),
    ("2.5.29.54", "X509v3 Inhibit Any Policy"),
    ("2.5.29.9", "X509v3 Subject Directory Attributes"),
    ("1.3.6.1.5.5.7.1.1", "Authority Information Access"),
    ("1.3.6.1.5.5.7.1.2", "Biometric Info"),
    ("1.3.6.1.5.5.7.1.3", "qcStatements"),
    ("1.3.6.1.5.5.7.1.7", "sbgp-ipAddrBlock"),
    ("1.3.6.1.5.5.7.1.8", "sbgp-autonomousSysNum"),
    ("1.3.6.1.5.5.7.1.11", "Subject Information Access"),
    ("1.3.6.1.5.5.7.1.24", "TLS Feature"),
    ("1.3.6.1.5.5.7.48.1", "OCSP"),
    ("1.3.6.1.5.5.7.48.1.5", "OCSP No Check"),
    ("1.3.6.1.5.5.7.48.2", "CA Issuers"),
    ("1.3.6.1.5.5.7.48.3", "AD Time Stamping"),
    ("1.3.6.1.5.5.7.48.5", "CA Repository"),
    ("1.3.6.1.4.1.11129.2.4.2", "CT Precertificate SCTs"),
    ("1.3.6.1.4.1.11129.2.4.3", "CT Precertificate Poison"),
    ("1.3.6.1.4.1.11129.2.4.4", "CT Precertificate Signer"),
    ("1.2.840.113549.1.9.15", "S/MIME Capabilities"),
    ("1.3.6.1.4.1.311.10.3.3", "Microsoft Server Gated Crypto"),
    ("1.3.6.1.4.1.311.20.2.2", "Microsoft Smartcard Login"),
    ("1.3.6.1.5.5.7.3.1", "TLS Web Server Authentication"),
    ("1.3.6.1.5.5.7.3.2", "TLS Web Client Authentication"),
    ("1.3.6.1.5.5.7.3.3", "Code Signing"),
    ("1.3.6.1.5.5.7.3.4", "E-mail Protection"),
    ("1.3.6.1.5.5.7.3.5", "IPSec End System"),
    ("1.3.6.1.5.5.7.3.6", "IPSec Tunnel"),
    ("1.3.6.1.5.5.7.3.7", "IPSec User"),
    ("1.3.6.1.5.5.7.3.8", "Time Stamping"),
    ("1.3.6.1.5.5.7.3.9", "OCSP Signing"),
    ("1.3.6.1.5.5.7.3.17", "ipsec Internet Key Exchange"),
    ("1.3.6.1.5.5.7.3.21", "SSH Client"),
    ("1.3.6.1.5.5.7.3.22", "SSH Server"),
    ("2.16.840.1.113730.1.1", "Netscape Cert Type"),
    ("2.16.840.1.113730.1.2", "Netscape Base Url"),
    ("2.16.840.1.113730.1.3", "Netscape Revocation Url"),
    ("2.16.840.1.113730.1.4", "Netscape CA Revocation Url"),
    ("2.16.840.1.113730.1.7", "Netscape Renewal Url"),
    ("2.16.840.1.113730.1.8", "Netscape CA Policy Url"),
    ("2.16.840.1.113730.1.12", "Netscape SSL Server Name"),
    ("2.16.840.1.113730.1.13", "Netscape Comment"),
    ("2.16.840.1.113730.4.1", "Netscape Server Gated Crypto"),
    ("1.2.840.113549.1.1.1", "rsaEncryption"),
    ("1.2.840.10045.2.1", "id-ecPublicKey"),
    ("1.2.840.10040.4.1", "dsaEncryption"),
    ("1.2.840.10040.4.3", "dsaWithSHA1"),
    ("2.16.840.1.101.3.4.3.1", "dsa_with_SHA224"),
    ("2.16.840.1.101.3.4.3.2", "dsa_with_SHA256"),
    ("2.16.840.1.101.3.4.3.3", "dsa_with_SHA384"),
    ("2.16.840.1.101.3.4.3.4", "dsa_with_SHA512"),
    ("1.2.840.113549.1.1.15", "sha512-224WithRSAEncryption"),
    ("1.3.101.110", "X25519"),
    ("1.3.101.111", "X448"),
    ("1.3.101.112", "ED25519"),
    ("1.3.101.113", "ED448"),
    ("1.2.156.10197.1.501", "SM2-with-SM3"),
    ("1.2.156.10197.1.504", "sm3WithRSAEncryption"),
];

/// Post-quantum signatures, which OpenSSL 3.0 does not know: it prints their identifiers.
fn is_newer(oid: &str) -> bool {
    let number = oid.strip_prefix("2.16.840.1.101.3.4.3.").and_then(|last| last.parse::<u8>().ok());
    number.is_some_and(|number| (17..=31).contains(&number))
}

/// The name of an object identifier, else the identifier.
pub(super) fn long(oid: &str) -> String {
    let known = LONG.iter().find(|(known, _)| *known == oid).map(|(_, name)| *name);
    let known = known.or_else(|| signature::name(oid).filter(|_| !is_newer(oid)));
    known.unwrap_or(oid).to_owned()
}

/// The short name of an attribute.
fn short(oid: &str) -> &str {
    match oid {
        "2.5.4.9" => "street",
        _ => SHORT_NAMES.iter().find(|(known, _)| *known == oid).map_or(oid, |(_, name)| name),
    }
}

/// An attribute of a name: whether it stands in one set with the one before, its type, its value.
type Part<'a> = (bool, String, Element<'a>);

fn parts(raw: &[u8]) -> Vec<Part<'_>> {
    let sets = Element::read(raw, 0).and_then(|name| name.children().collect()).unwrap_or_default();
    let mut all = Vec::new();
    for set in sets {
        for (index, attribute) in set.children().collect().unwrap_or_default().into_iter().enumerate() {
            let mut parts = attribute.children();
            if let (Ok(Ok(oid)), Ok(value)) = (parts.next_element().map(|oid| oid.oid()), parts.next_element()) {
                all.push((index > 0, oid, value));
            }
        }
    }
    all
}

/// A distinguished name on one line: `C = CN, O = Example, CN = example.com`.
pub(super) fn one_line(raw: &[u8]) -> String {
    let mut text = String::new();
    for (joined, oid, value) in parts(raw) {
        if !text.is_empty() {
            text.push_str(if joined { " + " } else { ", " });
        }
        let _ = write!(text, "{} = {}", short(&oid), quoted(&value));
    }
    text
}

/// The older form, for names among other names: `/C=CN/O=Example`.
pub(super) fn slashed(raw: &[u8]) -> String {
    let mut text = String::new();
    for (_, oid, value) in parts(raw) {
        let _ = write!(text, "/{}=", short(&oid));
        for byte in value.content {
            let _ = if (0x20..0x7f).contains(byte) {
                write!(text, "{}", char::from(*byte))
            } else {
                write!(text, "\\x{byte:02X}")
            };
        }
    }
    text
}

/// The characters of a string by its type; none for what OpenSSL takes for no string.
fn characters(value: &Element<'_>) -> Option<Vec<char>> {
    let content = value.content;
    Some(match value.tag {
        12 => std::str::from_utf8(content).ok()?.chars().collect(),
        18..=20 | 22..=24 | 26 => content.iter().map(|byte| char::from(*byte)).collect(),
        28 => {
            let units = content.as_chunks::<4>().0.iter().map(|unit| u32::from_be_bytes(*unit));
            units.map(char::from_u32).collect::<Option<_>>()?
        }
        30 => {
            let units = content.as_chunks::<2>().0.iter().map(|unit| u16::from_be_bytes(*unit));
            units.map(|unit| char::from_u32(u32::from(unit))).collect::<Option<_>>()?
        }
        _ => return None,
    })
}

/// A value as RFC 2253 wants it, but in quotes where characters stand in it that would need an escape; what is not ASCII
/// byte by byte.
fn quoted(value: &Element<'_>) -> String {
    let Some(characters) = characters(value) else {
        return format!("#{}", colons(value.raw, true).replace(':', ""));
    };
    let (mut text, mut quotes) = (String::new(), false);
    let last = characters.len().saturating_sub(1);
    for (index, character) in characters.into_iter().enumerate() {
        let edge = (character == ' ' && (index == 0 || index == last)) || (character == '#' && index == 0);
        quotes |= edge || matches!(character, ',' | '+' | '<' | '>' | ';');
        match character {
            '"' | '\\' => text.extend(['\\', character]),
            ' '..='~' => text.push(character),
            other => {
                for byte in other.encode_utf8(&mut [0; 4]).bytes() {
                    let _ = write!(text, "\\{byte:02X}");
                }
            }
        }
    }
    if quotes { format!("\"{text}\"") } else { text }
}

/// Bytes as text, with a dot for each that can not be printed.
pub(super) fn dotted_out(bytes: &[u8]) -> String {
    let print = |byte: &u8| match byte {
        b'\n' | b'\r' | b' '..=b'~' => char::from(*byte),
        _ => '.',
    };
    bytes.iter().map(print).collect()
}

/// The same, but text beyond ASCII stays; hidden characters, which OpenSSL lets through, get a dot.
fn visible(bytes: &[u8]) -> String {
    let Ok(text) = std::str::from_utf8(bytes) else { return dotted_out(bytes) };
    text.chars().map(|it| if is_hidden(it) || it.is_control() { '.' } else { it }).collect()
}

/// One general name. In lists of names (`listed`) directory names are written the older way.
pub(super) fn general(element: &Element<'_>, listed: bool) -> String {
    let content = element.content;
    let text = || if listed { visible(content) } else { dotted_out(content) };
    match element.tag {
        0 if listed => other_name(element),
        0 => "othername:<unsupported>".to_owned(),
        1 => format!("email:{}", text()),
        2 => format!("DNS:{}", text()),
        3 => "X400Name:<unsupported>".to_owned(),
        4 if listed => format!("DirName:{}", slashed(content)),
        4 => format!("DirName:{}", one_line(content)),
        5 => "EdiPartyName:<unsupported>".to_owned(),
        6 => format!("URI:{}", text()),
        7 => format!("IP Address:{}", address(content).unwrap_or_else(|| no_address(content.len()))),
        8 => {
            let oid = super::super::der::dotted(content).unwrap_or_default();
            format!("Registered ID:{}", extensions::name(&oid).map_or(oid.clone(), |_| long(&oid)))
        }
        _ => String::new(),
    }
}

/// `otherName`: OpenSSL has words for five kinds, and shows text of the others under their identifiers.
fn other_name(element: &Element<'_>) -> String {
    let mut parts = element.children();
    let oid = parts.next_element().and_then(|oid| oid.oid()).unwrap_or_default();
    let label = match oid.as_str() {
        "1.3.6.1.4.1.311.20.2.3" => "UPN",
        "1.3.6.1.5.5.7.8.5" => "XmppAddr",
        "1.3.6.1.5.5.7.8.7" => "SRVName",
        "1.3.6.1.5.5.7.8.8" => "NAIRealm",
        "1.3.6.1.5.5.7.8.9" => "SmtpUTF8Mailbox",
        other => other,
    };
    let value = parts.next_element().and_then(|value| value.children().next_element());
    match value {
        Ok(value) if matches!(value.tag, 12 | 22) => format!("othername: {label}::{}", visible(value.content)),
        _ => "othername:<unsupported>".to_owned(),
    }
}

/// What stands in place of an address of no length that one has.
pub(super) fn no_address(length: usize) -> String {
    format!("<invalid length={length}>")
}

/// An address as it stands in general names: version 6 in full, without leading zeros.
pub(super) fn address(octets: &[u8]) -> Option<String> {
    if let Ok(octets) = <[u8; 4]>::try_from(octets) {
        return Some(Ipv4Addr::from(octets).to_string());
    }
    let octets = <[u8; 16]>::try_from(octets).ok()?;
    let groups = octets.as_chunks::<2>().0.iter().map(|group| format!("{:X}", u16::from_be_bytes(*group)));
    Some(groups.collect::<Vec<_>>().join(":"))
}
