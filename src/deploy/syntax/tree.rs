//! Values in values: YAML and JSON. A text is always written as a JSON string, which both read alike and which no
//! character leaves; own keywords stand bare in YAML.

use super::{Unwritable, Word};

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    /// A keyword of our own, or a text from outside.
    Text(Word),
    /// A whole number.
    Number(u64),
    /// Yes or no.
    Truth(bool),
    /// Values in a row.
    List(Vec<Tree>),
    /// Names and their values, in the order given.
    Map(Vec<Entry>),
}

/// A name with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The name.
    pub name: Word,
    /// The value.
    pub value: Tree,
    /// A remark above it. JSON has none, and leaves it out.
    pub remark: &'static str,
}

/// How a tree is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// YAML 1.2, several documents parted by `---`.
    Yaml,
    /// JSON (RFC 8259).
    Json,
}

/// A map of names of our own.
pub fn map(entries: impl IntoIterator<Item = (&'static str, Tree)>) -> Tree {
    Tree::Map(entries.into_iter().map(|(name, value)| entry(Word::Plain(name), value)).collect())
}

/// A name with its value.
pub const fn entry(name: Word, value: Tree) -> Entry {
    Entry { name, value, remark: "" }
}

/// Values in a row.
pub fn list(values: impl IntoIterator<Item = Tree>) -> Tree {
    Tree::List(values.into_iter().collect())
}

/// A keyword of our own.
pub const fn own(keyword: &'static str) -> Tree {
    Tree::Text(Word::Plain(keyword))
}

/// A text from outside.
pub fn value(text: impl std::fmt::Display) -> Tree {
    Tree::Text(super::text(text))
}

impl Tree {
    /// The same map with one more name; a list or a text stays as it is.
    #[must_use]
    pub fn and(mut self, name: &'static str, value: Self) -> Self {
        if let Self::Map(entries) = &mut self {
            entries.push(entry(Word::Plain(name), value));
        }
        self
    }

    /// The same map with one more name, where there is a value.
    #[must_use]
    pub fn and_some(self, name: &'static str, value: Option<Self>) -> Self {
        match value {
            Some(value) => self.and(name, value),
            None => self,
        }
    }

    /// The same map with a remark above its last name.
    #[must_use]
    pub fn remarked(mut self, remark: &'static str) -> Self {
        if let Self::Map(entries) = &mut self
            && let Some(last) = entries.last_mut()
        {
            last.remark = remark;
        }
        self
    }

    /// As [`Tree::remarked`], where there is something to remark on.
    #[must_use]
    pub fn remarked_if(self, holds: bool, remark: &'static str) -> Self {
        if holds { self.remarked(remark) } else { self }
    }

    /// The texts in it, names among them, in the order written.
    fn texts(&self, out: &mut Vec<String>) {
        match self {
            Self::Text(word) => out.push(word.bare()),
            Self::Number(_) | Self::Truth(_) => {}
            Self::List(values) => values.iter().for_each(|value| value.texts(out)),
            Self::Map(entries) => {
                for entry in entries {
                    out.push(entry.name.bare());
                    entry.value.texts(out);
                }
            }
        }
    }
}

/// The documents as text.
///
/// # Errors
/// The text reads differently from what was meant, which would be our mistake.
pub fn write(form: Form, documents: &[Tree]) -> Result<String, Unwritable> {
    let mut out = String::new();
    for (index, document) in documents.iter().enumerate() {
        match form {
            Form::Yaml => {
                if index > 0 {
                    out.push_str("---\n");
                }
                yaml(document, 0, false, &mut out);
            }
            Form::Json => {
                json(document, 0, &mut out);
                out.push('\n');
            }
        }
    }
    let mut meant = Vec::new();
    documents.iter().for_each(|document| document.texts(&mut meant));
    (read(&out) == Some(meant)).then_some(out).ok_or(Unwritable::Misread)
}

fn indent(depth: usize, out: &mut String) {
    (0..depth).for_each(|_| out.push_str("  "));
}

/// `goes_on`: the value begins on the line that its dash stands on.
fn yaml(tree: &Tree, depth: usize, goes_on: bool, out: &mut String) {
    match tree {
        Tree::Map(entries) if entries.is_empty() => out.push_str("{}\n"),
        Tree::List(values) if values.is_empty() => out.push_str("[]\n"),
        Tree::Map(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                if !entry.remark.is_empty() {
                    if !(goes_on && index == 0) {
                        indent(depth, out);
                    }
                    out.extend(["# ", entry.remark, "\n"]);
                }
                if !(goes_on && index == 0 && entry.remark.is_empty()) {
                    indent(depth, out);
                }
                out.push_str(&scalar(&entry.name));
                out.push(':');
                below(&entry.value, depth, out);
            }
        }
        Tree::List(values) => {
            for (index, value) in values.iter().enumerate() {
                if !(goes_on && index == 0) {
                    indent(depth, out);
                }
                out.push_str("- ");
                yaml(value, depth.saturating_add(1), true, out);
            }
        }
        leaf => {
            out.push_str(&leaf_text(leaf, Form::Yaml));
            out.push('\n');
        }
    }
}

/// The value of a name: on its line where it is one word, else below it.
fn below(value: &Tree, depth: usize, out: &mut String) {
    match value {
        Tree::Map(entries) if !entries.is_empty() => {
            out.push('\n');
            yaml(value, depth.saturating_add(1), false, out);
        }
        Tree::List(values) if !values.is_empty() => {
            out.push('\n');
            yaml(value, depth.saturating_add(1), false, out);
        }
        _ => {
            out.push(' ');
            yaml(value, depth, true, out);
        }
    }
}

fn json(tree: &Tree, depth: usize, out: &mut String) {
    let inner = depth.saturating_add(1);
    let separate = |index: usize, out: &mut String| {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        indent(inner, out);
    };
    match tree {
        Tree::Map(entries) if entries.is_empty() => out.push_str("{}"),
        Tree::List(values) if values.is_empty() => out.push_str("[]"),
        Tree::Map(entries) => {
            out.push('{');
            for (index, entry) in entries.iter().enumerate() {
                separate(index, out);
                out.push_str(&quoted(&entry.name.bare()));
                out.push_str(": ");
                json(&entry.value, inner, out);
            }
            out.push('\n');
            indent(depth, out);
            out.push('}');
        }
        Tree::List(values) => {
            out.push('[');
            for (index, value) in values.iter().enumerate() {
                separate(index, out);
                json(value, inner, out);
            }
            out.push('\n');
            indent(depth, out);
            out.push(']');
        }
        leaf => out.push_str(&leaf_text(leaf, Form::Json)),
    }
}

fn leaf_text(tree: &Tree, form: Form) -> String {
    match tree {
        Tree::Text(word) if form == Form::Yaml => scalar(word),
        Tree::Text(word) => quoted(&word.bare()),
        Tree::Number(number) => number.to_string(),
        Tree::Truth(truth) => truth.to_string(),
        Tree::List(_) | Tree::Map(_) => String::new(),
    }
}

/// Own words of letters stand bare, unless YAML has a meaning for them; everything else is a JSON string.
fn scalar(word: &Word) -> String {
    match word {
        Word::Plain(own) if is_bare(own) => (*own).to_owned(),
        other => quoted(&other.bare()),
    }
}

/// YAML 1.1, which most programs read, takes more words for truths than 1.2 (`yes`, `on`, `y`), and numbers for times.
fn is_bare(own: &str) -> bool {
    const MEANINGS: [&str; 11] = ["true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf"];
    own.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/')
        && own.chars().all(|c| c.is_ascii_alphanumeric() || "._/-".contains(c))
        && !MEANINGS.contains(&own.to_ascii_lowercase().as_str())
}

/// A JSON string, in ASCII.
pub fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_ascii_graphic() || c == ' ' => out.push(c),
            c => c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| out.push_str(&format!("\\u{unit:04x}"))),
        }
    }
    out.push('"');
    out
}

/// The texts of a document, names among them, as a reader of either form meets them; none where it would stop.
pub fn read(text: &str) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' => texts.push(string(&mut rest)?),
            '#' => while rest.next_if(|c| *c != '\n').is_some() {},
            c if c.is_ascii_alphanumeric() || c == '/' => {
                let mut word = String::from(c);
                while let Some(c) = rest.next_if(|c| c.is_ascii_alphanumeric() || "._/-".contains(*c)) {
                    word.push(c);
                }
                let is_text = is_bare(&word);
                texts.extend(is_text.then_some(word));
            }
            c if c.is_ascii_whitespace() || "-:,{}[]".contains(c) => {}
            _ => return None,
        }
    }
    Some(texts)
}

fn string(rest: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Option<String> {
    let mut units: Vec<u16> = Vec::new();
    loop {
        match rest.next()? {
            '"' => return String::from_utf16(&units).ok(),
            '\\' => match rest.next()? {
                'u' => {
                    let digits: String = rest.by_ref().take(4).collect();
                    units.push(u16::from_str_radix(&digits, 16).ok()?);
                }
                c => units.extend(c.encode_utf16(&mut [0; 2]).iter()),
            },
            c if c.is_control() => return None,
            c => units.extend(c.encode_utf16(&mut [0; 2]).iter()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms() {
        let tree = map([
            ("tls", list([map([("certFile", value("/etc/ssl/a b.pem")), ("on", Tree::Truth(true))])])),
            ("hosts", list([value("*.example.com"), own("no"), own("web")])),
            ("port", Tree::Number(443)),
            ("empty", map([])),
        ])
        .remarked("nothing yet");
        let written = write(Form::Yaml, std::slice::from_ref(&tree)).expect("written");
        assert_eq!(
            written,
            "tls:\n  - certFile: \"/etc/ssl/a b.pem\"\n    \"on\": true\nhosts:\n  - \"*.example.com\"\n  - \"no\"\n  - web\n\
             port: 443\n# nothing yet\nempty: {}\n"
        );
        let written = write(Form::Json, &[tree]).expect("written");
        assert!(serde_json::from_str::<serde_json::Value>(&written).is_ok(), "{written}");
    }

    #[test]
    fn texts_stay_texts() {
        for text in ["a\"b", "a\nb: c", "\\", "\u{2028}😀", "# x", "no", "0x10", "- a", ""] {
            for form in [Form::Yaml, Form::Json] {
                let written = write(form, &[map([("name", value(text))])]).expect("written");
                assert_eq!(read(&written).as_deref(), Some(&["name".to_owned(), text.to_owned()][..]), "{written}");
            }
        }
    }
}
