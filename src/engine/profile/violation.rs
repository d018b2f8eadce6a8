use super::super::{
    law::Law,
    x509::{Bytes, Certificate, Extension},
};
use crate::report::{Cite, Code, Evidence, MessageId, Severity, Value};

/// A requirement that a certificate does not meet.
#[derive(Clone, Debug)]
pub struct Violation {
    /// Its entry in the catalogue.
    pub code: Code,
    /// Whose requirement it is.
    pub law: Law,
    /// How bad it is for everyone else; none where it is not worth a word.
    pub otherwise: Option<Severity>,
    /// What to say.
    pub id: MessageId,
    /// What fills the holes of that.
    pub arguments: Vec<(&'static str, Value)>,
    /// The field at fault.
    pub path: String,
    /// Where it stands; none for what is missing.
    pub bytes: Option<Bytes>,
    /// A paragraph beside those of the code.
    pub cite: Option<Cite>,
}

impl Violation {
    pub(super) fn new(code: Code, law: Law, otherwise: Option<Severity>, id: impl Into<MessageId>) -> Self {
        let (arguments, path) = (Vec::new(), String::new());
        Self { code, law, otherwise, id: id.into(), arguments, path, bytes: None, cite: None }
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    pub(super) fn at(mut self, path: impl Into<String>, bytes: Option<&Bytes>) -> Self {
        (self.path, self.bytes) = (path.into(), bytes.cloned());
        self
    }

    /// Names an extension and points at it.
    pub(super) fn of(self, extension: &Extension) -> Self {
        let name = extension.name.unwrap_or(&extension.oid);
        self.with("extension", name).at(extension.path(), Some(&extension.bytes))
    }

    pub(super) fn cite(mut self, cite: Cite) -> Self {
        self.cite = Some(cite);
        self
    }

    /// Where to look.
    pub fn evidence(&self, index: usize, certificate: &Certificate) -> Evidence {
        match &self.bytes {
            Some(bytes) => certificate.evidence(index, &self.path, bytes),
            None => Evidence { certificate: Some(index), path: self.path.clone(), ..Evidence::default() },
        }
    }
}
