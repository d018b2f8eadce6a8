//! The files of a configuration: each is written in its own syntax and read back before it is given out.

use super::syntax::code::{Code, Language};
use super::syntax::tree::{self, Form, Tree};
use super::syntax::xml::{self, Element};
use super::syntax::{Conf, Syntax, Unwritable};
use crate::report::wire::File;

/// Files being written.
#[derive(Debug, Default)]
pub struct Files {
    files: Vec<File>,
    unwritable: Option<Unwritable>,
}

impl Files {
    /// A file of directives.
    pub fn conf(&mut self, name: String, syntax: &'static Syntax, write: impl FnOnce(&mut Conf)) {
        let mut conf = Conf::new(syntax);
        write(&mut conf);
        self.add(name, conf.finish());
    }

    /// A file of values in values; JSON has one document.
    pub fn tree(&mut self, name: String, form: Form, documents: &[Tree]) {
        self.add(name, tree::write(form, documents));
    }

    /// A file of XML.
    pub fn xml(&mut self, name: String, root: &Element) {
        self.add(name, xml::write(root));
    }

    /// A file of XML whose readers ask for a document type.
    pub fn typed_xml(&mut self, name: String, document_type: &'static str, root: &Element) {
        self.add(name, xml::write_typed(document_type, root));
    }

    /// A program.
    pub fn code(&mut self, name: String, language: &'static Language, write: impl FnOnce(&mut Code)) {
        let mut code = Code::new(language);
        write(&mut code);
        self.add(name, code.finish());
    }

    fn add(&mut self, name: String, text: Result<String, Unwritable>) {
        match text {
            Ok(text) => self.files.push(File { name, bytes: text.into_bytes() }),
            Err(why) => {
                self.unwritable.get_or_insert(why);
            }
        }
    }

    /// The files, the main one first.
    ///
    /// # Errors
    /// A value holds a character that a syntax can not hold.
    pub fn finish(self) -> Result<Vec<File>, Unwritable> {
        self.unwritable.map_or(Ok(self.files), Err)
    }
}
