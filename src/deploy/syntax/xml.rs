//! XML 1.0: elements and attributes. Names and addresses never stand in a comment, where `--` of an A-label would end it.

use super::{Unwritable, Word};

/// An element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, Word)>,
    children: Vec<Node>,
}

/// What stands in an element.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Node {
    Element(Element),
    Text(Word),
    Remark(&'static str),
}

/// An element without anything in it.
pub const fn element(name: &'static str) -> Element {
    Element { name, attributes: Vec::new(), children: Vec::new() }
}

impl Element {
    /// With an attribute.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: Word) -> Self {
        self.attributes.push((name, value));
        self
    }

    /// With an element in it.
    #[must_use]
    pub fn child(mut self, child: Self) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// With several.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }

    /// With a text in it.
    #[must_use]
    pub fn text(mut self, text: Word) -> Self {
        self.children.push(Node::Text(text));
        self
    }

    /// With a remark of our own in it.
    #[must_use]
    pub fn remark(mut self, remark: &'static str) -> Self {
        self.children.push(Node::Remark(remark));
        self
    }

    /// What it says: names, attributes and texts, in the order written.
    fn tokens(&self, out: &mut Vec<String>) {
        out.push(format!("<{}", self.name));
        for (name, value) in &self.attributes {
            out.extend([(*name).to_owned(), value.bare()]);
        }
        for child in &self.children {
            match child {
                Node::Element(child) => child.tokens(out),
                Node::Text(text) => out.push(text.bare()),
                Node::Remark(_) => {}
            }
        }
        out.push("/".to_owned());
    }
}

/// The document as text.
///
/// # Errors
/// A value holds a control character, or one that the server replaces (`${…}`).
pub fn write(root: &Element) -> Result<String, Unwritable> {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    put(root, 0, &mut out)?;
    let mut meant = Vec::new();
    root.tokens(&mut meant);
    (read(&out) == Some(meant)).then_some(out).ok_or(Unwritable::Misread)
}

/// The same below a document type of our own.
///
/// # Errors
/// As [`write()`].
pub fn write_typed(document_type: &'static str, root: &Element) -> Result<String, Unwritable> {
    let text = write(root)?;
    let (prologue, rest) = text.split_once('\n').unwrap_or_default();
    Ok(format!("{prologue}\n{document_type}\n{rest}"))
}

fn put(element: &Element, depth: usize, out: &mut String) -> Result<(), Unwritable> {
    let indent = "    ".repeat(depth);
    out.push_str(&format!("{indent}<{}", element.name));
    let inline: usize = element.attributes.iter().map(|(name, value)| name.len() + value.bare().len() + 4).sum();
    for (name, value) in &element.attributes {
        let between = if inline > 90 { format!("\n{indent}    ") } else { " ".to_owned() };
        out.push_str(&format!("{between}{name}=\"{}\"", spelled(value)?));
    }
    if element.children.is_empty() {
        out.push_str(" />\n");
        return Ok(());
    }
    out.push('>');
    let is_text = |node: &Node| matches!(node, Node::Text(_));
    let flows = element.children.iter().all(is_text);
    if !flows {
        out.push('\n');
    }
    for child in &element.children {
        match child {
            Node::Element(child) => put(child, depth + 1, out)?,
            Node::Text(text) => out.push_str(&spelled(text)?),
            Node::Remark(remark) => out.push_str(&format!("{indent}    <!-- {remark} -->\n")),
        }
    }
    if !flows {
        out.push_str(&indent);
    }
    out.push_str(&format!("</{}>\n", element.name));
    Ok(())
}

/// What comes from outside holds nothing that the server could replace; own text may, and may have lines.
fn spelled(word: &Word) -> Result<String, Unwritable> {
    let value = match word {
        Word::Plain(_) => "",
        Word::Around(_, value, _) | Word::Text(value) => value,
    };
    match value.chars().find(|c| c.is_control() || *c == '$') {
        Some(character) => Err(Unwritable::Character(character)),
        None => Ok(escaped(&word.bare())),
    }
}

fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            c => out.push(c),
        }
        out
    })
}

/// What a document says: names, attributes and texts; none where it is not well-formed.
pub fn read(text: &str) -> Option<Vec<String>> {
    let mut tokens = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut rest = text.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at_checked(start)?;
        if !before.trim().is_empty() {
            tokens.push(unescaped(before.trim())?);
        }
        if let Some(comment) = tag.strip_prefix("<!--") {
            let (inside, behind) = comment.split_once("--")?;
            rest = behind.strip_prefix('>')?;
            if inside.contains('\0') {
                return None;
            }
            continue;
        }
        // No `>` stands in our attributes: it is escaped.
        let (inside, behind) = tag.get(1..)?.split_once('>')?;
        rest = behind;
        if let Some(name) = inside.strip_prefix('/') {
            (open.pop()? == name).then_some(())?;
            tokens.push("/".to_owned());
            continue;
        }
        let (inside, is_empty) = inside.strip_suffix('/').map_or((inside, false), |inside| (inside, true));
        let (name, attributes) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        tokens.push(format!("<{name}"));
        let mut attributes = attributes.trim();
        while !attributes.is_empty() {
            let (name, value) = attributes.split_once("=\"")?;
            let (value, behind) = value.split_once('"')?;
            tokens.extend([name.to_owned(), unescaped(value)?]);
            attributes = behind.trim_start();
        }
        match is_empty {
            true => tokens.push("/".to_owned()),
            false => open.push(name.to_owned()),
        }
    }
    (open.is_empty() && rest.trim().is_empty()).then_some(tokens)
}

fn unescaped(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, entity)) = rest.split_once('&') {
        out.push_str(before);
        let (name, behind) = entity.split_once(';')?;
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => return None,
        });
        rest = behind;
    }
    out.push_str(rest);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::super::{Plain, text};
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let root = element("Connector")
            .with("port", Plain("443"))
            .with("file", text("a\"/><Valve x='&<"))
            .remark("The chain.")
            .child(element("Certificate").text(text("<b> & c")));
        let written = write(&root).expect("written");
        assert!(written.contains("&quot;/&gt;&lt;Valve x=&apos;&amp;&lt;"), "{written}");
        assert_eq!(write(&element("a").with("b", text("${HOME}"))), Err(Unwritable::Character('$')));
        assert_eq!(read("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a><b></a>"), None);
    }
}
