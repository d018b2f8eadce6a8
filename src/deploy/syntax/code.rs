//! Programs: JavaScript, Go, Python, Lua, PowerShell. Our own text around values, each of which is one string literal.

use super::{Unwritable, Word, lines};

/// What tells the languages apart.
#[derive(Debug)]
pub struct Language {
    /// One level of indentation.
    pub indent: &'static str,
    /// What a remark begins with.
    pub remark: &'static str,
    /// What stands around strings.
    pub marks: &'static [char],
    /// Whether a mark within a string is doubled; a backslash stands before it otherwise.
    pub doubles: bool,
}

/// JavaScript of Node.js.
pub static JAVASCRIPT: Language = Language { indent: "  ", remark: "//", marks: &['"', '\''], doubles: false };
/// Go, as `gofmt` writes it.
pub static GO: Language = Language { indent: "\t", remark: "//", marks: &['"'], doubles: false };
/// Python.
pub static PYTHON: Language = Language { indent: "    ", remark: "#", marks: &['"', '\''], doubles: false };
/// Lua.
pub static LUA: Language = Language { indent: "    ", remark: "--", marks: &['"', '\''], doubles: false };
/// C#.
pub static CSHARP: Language = Language { indent: "    ", remark: "//", marks: &['"'], doubles: false };
/// The management CLI of WildFly.
pub static JBOSS_CLI: Language = Language { indent: "    ", remark: "#", marks: &['"'], doubles: false };
/// PowerShell; own text has no double quotes.
pub static POWERSHELL: Language = Language { indent: "    ", remark: "#", marks: &['\''], doubles: true };

/// A program being written.
#[derive(Debug)]
pub struct Code {
    language: &'static Language,
    out: String,
    depth: usize,
    meant: Vec<String>,
    unwritable: Option<char>,
}

impl Code {
    /// An empty program.
    pub const fn new(language: &'static Language) -> Self {
        Self { language, out: String::new(), depth: 0, meant: Vec::new(), unwritable: None }
    }

    /// A remark. It is compiled in: names and addresses never stand in a comment.
    pub fn comment(&mut self, remark: &'static str) {
        self.indent();
        self.out.extend([self.language.remark, " ", remark, "\n"]);
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.out.push('\n');
    }

    /// A line of our own.
    pub fn own(&mut self, line: &'static str) {
        self.line([Word::Plain(line)]);
    }

    /// A line of these words, with nothing between them; a value is a string.
    pub fn line(&mut self, words: impl IntoIterator<Item = Word>) {
        self.indent();
        for word in words {
            match word {
                Word::Plain(own) => {
                    self.out.push_str(own);
                    self.meant.extend(literals(own, self.language).unwrap_or_default());
                }
                value => {
                    let bare = value.bare();
                    self.literal(&bare);
                    self.meant.push(bare);
                }
            }
        }
        self.out.push('\n');
    }

    /// Several lines of our own, with the indentation that they have.
    pub fn text(&mut self, lines: &'static str) {
        for line in lines.lines() {
            if line.is_empty() { self.blank() } else { self.own(line) }
        }
    }

    /// A line of our own around a number.
    pub fn number(&mut self, before: &'static str, number: impl Into<u64>, after: &'static str) {
        self.indent();
        let line = format!("{before}{}{after}", number.into());
        self.meant.extend(literals(&line, self.language).unwrap_or_default());
        self.out.extend([&line, "\n"]);
    }

    /// A line that opens something, what stands in it, and the line that closes it.
    pub fn block(&mut self, open: impl IntoIterator<Item = Word>, close: &'static str, body: impl FnOnce(&mut Self)) {
        self.line(open);
        self.inside(body);
        self.own(close);
    }

    /// What stands one level deeper.
    pub fn inside(&mut self, body: impl FnOnce(&mut Self)) {
        self.depth += 1;
        body(self);
        self.depth -= 1;
    }

    fn indent(&mut self) {
        (0..self.depth).for_each(|_| self.out.push_str(self.language.indent));
    }

    /// A string: plain ASCII only, for each language escapes the rest in its own way.
    fn literal(&mut self, value: &str) {
        if let Some(character) = value.chars().find(|c| c.is_control() || !c.is_ascii()) {
            self.unwritable.get_or_insert(character);
        }
        let mark = self.language.marks.first().copied().unwrap_or('"');
        match self.language.doubles {
            true => self.out.push_str(&format!("{mark}{}{mark}", value.replace(mark, &format!("{mark}{mark}")))),
            false => self.out.push_str(&lines::always_quoted(value, mark)),
        }
    }

    /// The program, when its strings are those that were meant.
    ///
    /// # Errors
    /// A value holds a character that no string here can hold; or (which would be our mistake) the program reads
    /// differently from what was meant.
    pub fn finish(self) -> Result<String, Unwritable> {
        match self.unwritable {
            Some(character) => Err(Unwritable::Character(character)),
            None if literals(&self.out, self.language).as_ref() == Some(&self.meant) => Ok(self.out),
            None => Err(Unwritable::Misread),
        }
    }
}

/// The strings of a program, without their marks; none when one stays open.
pub fn literals(text: &str, language: &Language) -> Option<Vec<String>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(remark) = rest.strip_prefix(language.remark) {
            rest = remark.find('\n').and_then(|end| remark.get(end..)).unwrap_or_default();
            continue;
        }
        let mut behind = rest.chars();
        behind.next();
        if language.marks.contains(&c) {
            let mut literal = String::new();
            loop {
                match behind.next()? {
                    end if end == c => {
                        if language.doubles && behind.as_str().starts_with(c) {
                            behind.next();
                            literal.push(c);
                            continue;
                        }
                        break;
                    }
                    '\\' if !language.doubles => literal.push(behind.next()?),
                    other => literal.push(other),
                }
            }
            found.push(literal);
        }
        rest = behind.as_str();
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::super::{Plain, text};
    use super::*;

    #[test]
    fn values_are_strings() {
        for (language, value, written) in [
            (&JAVASCRIPT, "a\"b\\", "const key = \"a\\\"b\\\\\";\n"),
            (&POWERSHELL, "a'b; calc", "const key = 'a''b; calc';\n"),
            (&LUA, "/etc/a b", "const key = \"/etc/a b\";\n"),
        ] {
            let mut code = Code::new(language);
            code.line([Plain("const key = "), text(value), Plain(";")]);
            assert_eq!(code.finish().as_deref(), Ok(written));
        }
        for value in ["a\nb", "\u{2019}"] {
            let mut code = Code::new(&GO);
            code.line([text(value)]);
            assert!(matches!(code.finish(), Err(Unwritable::Character(_))));
        }
    }

    #[test]
    fn own_text_may_hold_strings_and_remarks() {
        let mut code = Code::new(&JAVASCRIPT);
        code.comment("It's for everybody.");
        code.block([Plain("app.on('x', () => {")], "});", |code| code.own("log(\"y\");"));
        assert_eq!(code.finish().as_deref(), Ok("// It's for everybody.\napp.on('x', () => {\n  log(\"y\");\n});\n"));
    }
}
