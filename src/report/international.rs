//! The two written forms of an internationalised host name (RFC 5890 §2.3.2). The mathematics is the library's; its
//! tables for UTS 46 mapping (45 kB of download) are left out: capital letters, full-width letters and ideographic full
//! stops are mapped here; what is not composed, as macOS writes file names, has no form rather than a wrong one.

use super::is_hidden;

const PREFIX: &str = "xn--";

/// A name in A-labels and lower case. None where a label has no such form.
pub fn to_a_labels(name: &str) -> Option<String> {
    if name.is_ascii() {
        return Some(name.to_ascii_lowercase());
    }
    let mapped = name.chars().map(mapped).collect::<String>().to_lowercase();
    let labels = mapped.split('.').map(a_label).collect::<Option<Vec<_>>>()?;
    Some(labels.join("."))
}

/// UTS 46 §4, for what Chinese keyboards write: full-width letters, digits and hyphens, and the dots.
fn mapped(character: char) -> char {
    /// U+FF01 to U+FF5E are the printable ASCII characters from `!` on.
    const FULL_WIDTH: u32 = 0xff01 - 0x21;
    match character {
        '\u{3002}' | '\u{ff61}' => '.',
        '\u{ff01}'..='\u{ff5e}' => {
            u32::from(character).checked_sub(FULL_WIDTH).and_then(char::from_u32).unwrap_or(character)
        }
        other => other,
    }
}

/// An accent behind a letter that it could be one character with: UTS 46 composes the two (NFC) before it encodes them.
fn is_decomposed(label: &str) -> bool {
    let accents = label.char_indices().filter(|(_, character)| ('\u{300}'..='\u{36f}').contains(character));
    accents.map(|(at, _)| label.get(..at).unwrap_or_default()).any(|before| before.ends_with(|it: char| it.is_ascii()))
}

fn a_label(label: &str) -> Option<String> {
    if label.is_ascii() {
        return Some(label.to_owned());
    }
    if is_decomposed(label) || label.chars().any(|character| is_hidden(character) || character.is_whitespace()) {
        return None;
    }
    Some(format!("{PREFIX}{}", idna::punycode::encode_str(label)?))
}

/// The Unicode form of a name in A-labels. None where it has no A-label, or one that does not decode to what encodes
/// to it again (RFC 5891 §5.4).
pub fn to_u_labels(name: &str) -> Option<String> {
    let mut changed = false;
    let mut labels = Vec::new();
    for label in name.split('.') {
        labels.push(match label.get(..PREFIX.len()).filter(|start| start.eq_ignore_ascii_case(PREFIX)) {
            Some(_) => {
                changed = true;
                let decoded = idna::punycode::decode_to_string(label.get(PREFIX.len()..)?)?;
                (a_label(&decoded)? == label.to_ascii_lowercase() && decoded.to_lowercase() == decoded)
                    .then_some(decoded)?
            }
            None => label.to_owned(),
        });
    }
    changed.then(|| labels.join("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms() {
        for (unicode, ascii) in [
            ("www.bücher.example", "www.xn--bcher-kva.example"),
            ("例子.测试", "xn--fsqu00a.xn--0zwm56d"),
            ("faß.example", "xn--fa-hia.example"),
        ] {
            assert_eq!(to_a_labels(unicode).as_deref(), Some(ascii));
            assert_eq!(to_u_labels(ascii).as_deref(), Some(unicode));
        }
        assert_eq!(to_a_labels("BÜCHER。Example").as_deref(), Some("xn--bcher-kva.example"));
        assert_eq!(to_a_labels("API.example").as_deref(), Some("api.example"));
        assert_eq!(to_a_labels("ＡＰＩ－１．例子．com").as_deref(), Some("api-1.xn--fsqu00a.com"));
    }

    #[test]
    fn what_has_no_form() {
        assert_eq!(to_u_labels("www.example.com"), None);
        assert_eq!(to_u_labels("xn--a.example"), None);
        assert_eq!(to_u_labels("xn--.example"), None);
        assert_eq!(to_a_labels("b\u{202e}ü.example"), None);
        assert_eq!(to_a_labels("cafe\u{301}.com"), None);
    }
}
