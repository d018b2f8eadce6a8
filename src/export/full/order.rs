use super::{Made, key::Key, refusal::refused};
use crate::engine::{Analysis, keys, x509::Certificate};
use crate::report::{
    Cite, FileFormat, Finding, Message, PasswordUse,
    message::ExportMessage,
    wire::{ConvertOptions, File},
};

/// What is to be written, and of what.
pub(super) struct Order<'a> {
    pub(super) analysis: &'a Analysis,
    pub(super) options: &'a ConvertOptions,
    /// The server certificate.
    pub(super) leaf: &'a Certificate,
    index: usize,
}

impl<'a> Order<'a> {
    /// Refuses what no format can be made of, and a password that the format can do nothing with.
    pub(super) fn new(analysis: &'a Analysis, options: &'a ConvertOptions) -> Made<Self> {
        let Some((index, leaf)) = analysis.leaf() else {
            let message = Message::new(ExportMessage::NoCertificate);
            return Err(refused(message, &[Cite::rfc(8446, "4.4.2")]));
        };
        let order = Self { analysis, options, leaf, index };
        let format = options.format;
        // A key that was meant to be locked is not handed out open.
        if format.needs_key() && format.password() == PasswordUse::Never && order.optional_password().is_some() {
            return Err(order.refuse(ExportMessage::PasswordUnused));
        }
        Ok(order)
    }

    pub(super) fn format(&self) -> FileFormat {
        self.options.format
    }

    /// The file under its format's name.
    pub(super) fn file(&self, bytes: Vec<u8>) -> File {
        File { name: self.format().file_name().to_owned(), bytes }
    }

    /// The certificates in the order to serve them, as DER.
    pub(super) fn chain(&self) -> impl Iterator<Item = &'a [u8]> {
        self.analysis.served().map(|certificate| &*certificate.der)
    }

    /// The open private key of the server certificate.
    pub(super) fn key(&self) -> Made<Key<'a>> {
        let of_leaf = self.analysis.keys.iter().zip(&self.analysis.material.keys);
        let mut of_leaf = of_leaf.filter(|(facts, _)| facts.matches.contains(&self.index)).peekable();
        if of_leaf.peek().is_none() {
            // A locked key may be this one: its public half is behind the password too.
            let locked = self.analysis.material.keys.iter().any(|key| key.plain().is_none());
            return Err(self.refuse(if locked { ExportMessage::KeyLocked } else { ExportMessage::NoKey }));
        }
        let open = of_leaf.find_map(|(_, key)| key.plain());
        let (kind, der) = open.ok_or_else(|| self.refuse(ExportMessage::KeyLocked))?;
        Key::read(kind, der, self.leaf).ok_or_else(|| self.refuse(ExportMessage::KeyUnreadable))
    }

    /// The password that the file gets; an empty one is none.
    pub(super) fn optional_password(&self) -> Option<&'a str> {
        self.options.password.as_ref().map(|password| password.reveal()).filter(|password| !password.is_empty())
    }

    /// The password of a format that must have one.
    pub(super) fn password(&self) -> Made<&'a str> {
        self.optional_password().ok_or_else(|| self.refuse(ExportMessage::PasswordMissing))
    }

    fn message(&self, id: ExportMessage) -> Message {
        Message::new(id).with("file", self.format().file_name()).with("name", self.leaf.label())
    }

    /// Why this file is not made.
    pub(super) fn refuse(&self, id: ExportMessage) -> Box<Finding> {
        refused(self.message(id), &[self.standard()])
    }

    /// The format has no place for the key; it takes these kinds.
    pub(super) fn refuse_kind(&self, kinds: &str) -> Box<Finding> {
        let key = keys::label(&self.leaf.public_key.algorithm);
        refused(self.message(ExportMessage::KeyOfAnotherKind).with("key", key).with("kinds", kinds), &[self.standard()])
    }

    /// The password has fewer characters than it must.
    pub(super) fn refuse_short(&self, least: usize) -> Box<Finding> {
        refused(self.message(ExportMessage::PasswordShort).with("count", least), &[self.standard()])
    }

    /// Where the format is described.
    fn standard(&self) -> Cite {
        match self.format() {
            FileFormat::Pem | FileFormat::Chain | FileFormat::Certificate | FileFormat::Der => Cite::rfc(7468, "5"),
            FileFormat::P7b | FileFormat::P7bPem => Cite::rfc(2315, "9.1"),
            FileFormat::Pkcs1 => Cite::rfc(8017, "A.1.2"),
            FileFormat::Sec1 => Cite::rfc(5915, "3"),
            FileFormat::Pfx | FileFormat::PfxLegacy => Cite::rfc(7292, "4"),
            FileFormat::Tlsa => Cite::rfc(6698, "3"),
            FileFormat::SpkiPin => Cite::rfc(7469, "2.4"),
            FileFormat::Json => Cite::rfc(8259, ""),
            _ => Cite::rfc(5958, "2"),
        }
    }
}
