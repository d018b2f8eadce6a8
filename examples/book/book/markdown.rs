//! Markdown, written so that no value of a registry or of a certificate is read as markup.

use certloupe::report::{Cite, is_hidden};

/// A page that is being written.
#[derive(Debug, Default)]
pub struct Writer(String);

/// What fences begin with in a page: longer than any row of them in what stands between.
const FENCE: &str = "```";

impl Writer {
    /// A heading with an anchor of its own, which is the same in every language.
    pub fn heading(&mut self, level: usize, text: &str, anchor: &str) -> &mut Self {
        self.block(&format!("{} {} {{#{anchor}}}", "#".repeat(level), text))
    }

    /// The heading of the page.
    pub fn title(&mut self, text: &str) -> &mut Self {
        self.block(&format!("# {text}"))
    }

    /// A paragraph of Markdown; nothing where it is empty.
    pub fn paragraph(&mut self, text: &str) -> &mut Self {
        if text.is_empty() { self } else { self.block(text) }
    }

    /// Words in their own language.
    pub fn quote(&mut self, text: &str, lang: &str) -> &mut Self {
        self.block(&format!("> <span lang=\"{lang}\">{}</span>", escaped(text)))
    }

    /// A list of Markdown lines.
    pub fn list<Item: AsRef<str>>(&mut self, items: impl IntoIterator<Item = Item>) -> &mut Self {
        let lines: Vec<_> = items.into_iter().map(|item| format!("- {}", item.as_ref())).collect();
        if lines.is_empty() { self } else { self.block(&lines.join("\n")) }
    }

    /// A numbered list.
    pub fn steps(&mut self, items: impl IntoIterator<Item = String>) -> &mut Self {
        let lines: Vec<_> = (1..).zip(items).map(|(number, item)| format!("{number}. {item}")).collect();
        if lines.is_empty() { self } else { self.block(&lines.join("\n")) }
    }

    /// A table of Markdown cells; nothing where it has no rows.
    pub fn table<const N: usize>(&mut self, head: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> &mut Self {
        let rows: Vec<_> = rows.into_iter().map(|row| line(&row)).collect();
        if rows.is_empty() {
            return self;
        }
        self.block(&format!("{}\n{}\n{}", line(&head), line(&["---"; N]), rows.join("\n")))
    }

    /// Text to the letter.
    pub fn fence(&mut self, language: &str, text: &str) -> &mut Self {
        let mut fence = FENCE.to_owned();
        while text.contains(&fence) {
            fence.push('`');
        }
        let end = if text.ends_with('\n') { "" } else { "\n" };
        self.block(&format!("{fence}{language}\n{text}{end}{fence}"))
    }

    /// Something to unfold.
    pub fn details(&mut self, summary: &str, inside: &Self) -> &mut Self {
        self.block(&format!("<details>\n<summary>{summary}</summary>\n\n{}\n</details>", inside.0))
    }

    /// Certificates, with what a live block is to judge them by: the moment, and the hosts where there are any.
    pub fn certificates(&mut self, text: &str, now: &str, hosts: &[String]) -> &mut Self {
        let mut fence = Self::default();
        fence.fence("pem", text);
        let hosts = match attribute(&hosts.join(",")) {
            hosts if hosts.is_empty() => hosts,
            hosts => format!(" data-certloupe-hosts=\"{hosts}\""),
        };
        self.block(&format!("<div data-certloupe-now=\"{now}\"{hosts}>\n\n{}\n</div>", fence.0))
    }

    /// The page, with a note to whoever finds the file.
    pub fn finish(&self) -> String {
        format!("<!-- Generated: UPDATE=1 cargo test --test book -->\n\n{}", self.0)
    }

    fn block(&mut self, text: &str) -> &mut Self {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(text);
        self.0.push('\n');
        self
    }
}

fn line<Cell: AsRef<str>>(cells: &[Cell]) -> String {
    // A line break ends a row, and a bar a cell: in code, too.
    let cell = |cell: &Cell| cell.as_ref().replace('\n', " ").replace('|', "\\|");
    format!("| {} |", cells.iter().map(cell).collect::<Vec<_>>().join(" | "))
}

/// Text that means itself. (A bar is a matter of tables.)
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let at_the_start = at == 0 && matches!(character, '#' | '>' | '-' | '+');
        if at_the_start || matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '&') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// Text as the value of an attribute.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('\n', "&#10;")
}

/// Text as code.
pub fn code(text: &str) -> String {
    let mut mark = "`".to_owned();
    while text.contains(&mark) {
        mark.push('`');
    }
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{mark}{space}{text}{space}{mark}")
}

/// A link.
pub fn link(text: &str, to: &str) -> String {
    format!("[{}](<{to}>)", escaped(text))
}

/// A paragraph with its address.
pub fn cited(cite: &Cite) -> String {
    link(&cite.title(), &cite.url())
}

/// Whether a text can stand in a page as it is: nothing in it hides.
pub fn is_plain(text: &str) -> bool {
    text.chars().all(|character| character == '\n' || !is_hidden(character))
}
