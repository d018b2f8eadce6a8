use super::{
    Made,
    key::{Key, Public},
    refusal::refused,
};
use crate::engine::{
    Analysis, keys,
    read::{Problem, ProblemKind},
    x509::Certificate,
};
use crate::report::{
    Cite, FileFormat, Finding, Message, PasswordUse,
    message::ExportMessage,
    wire::{ConvertOptions, File},
};
use std::ops::Deref;

/// What is to be written, and of what.
pub(super) struct Order<'a> {
    pub(super) analysis: &'a Analysis,
    asked: Asked<'a>,
    /// The server certificate.
    pub(super) leaf: &'a Certificate,
    index: usize,
}

/// What is asked for, and the words for refusing it.
pub(super) struct Asked<'a> {
    pub(super) options: &'a ConvertOptions,
    /// The label of the server certificate, or of a key without one.
    name: String,
    /// The label of the key.
    key: String,
}

impl<'a> Deref for Order<'a> {
    type Target = Asked<'a>;

    fn deref(&self) -> &Asked<'a> {
        &self.asked
    }
}

impl<'a> Order<'a> {
    /// Refuses what no format can be made of, and a password that the format can do nothing with.
    pub(super) fn new(analysis: &'a Analysis, options: &'a ConvertOptions) -> Made<Self> {
        let Some((index, leaf)) = analysis.leaf() else {
            let locked = |problem: &Problem| matches!(problem.kind, ProblemKind::Locked { .. });
            let id = match analysis.material.problems.iter().any(locked) {
                true => ExportMessage::StillLocked,
                false => ExportMessage::NoCertificate,
            };
            return Err(refused(Message::new(id), &[Cite::rfc(8446, "4.4.2")]));
        };
        let asked = Asked::new(options, leaf.label(), keys::label(&leaf.public_key.algorithm))?;
        Ok(Self { analysis, asked, leaf, index })
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
        Key::read(kind, der, Some(Public::of(self.leaf))).ok_or_else(|| self.refuse(ExportMessage::KeyUnreadable))
    }
}

impl<'a> Asked<'a> {
    fn new(options: &'a ConvertOptions, name: String, key: String) -> Made<Self> {
        let asked = Self { options, name, key };
        let format = options.format;
        // A key that was meant to be locked is not handed out open.
        if format.needs_key() && format.password() == PasswordUse::Never && asked.optional_password().is_some() {
            return Err(asked.refuse(ExportMessage::PasswordUnused));
        }
        Ok(asked)
    }

    /// A key by itself in another form: where nothing but one private key was given.
    pub(super) fn of_key(analysis: &'a Analysis, options: &'a ConvertOptions) -> Option<Made<(Self, Key<'a>)>> {
        let [key] = analysis.material.keys.as_slice() else { return None };
        if !analysis.material.certificates.is_empty() {
            return None;
        }
        let label = key.algorithm.as_ref().map(keys::label).unwrap_or_default();
        let asked = match Self::new(options, label.clone(), label) {
            Ok(asked) => asked,
            Err(refused) => return Some(Err(refused)),
        };
        let Some((kind, der)) = key.plain() else { return Some(Err(asked.refuse(ExportMessage::KeyLocked))) };
        let public = key.algorithm.as_ref().zip(key.public_key.as_deref());
        let read = Key::read(kind, der, public.and_then(|(algorithm, spki)| Public::read(algorithm, spki)));
        Some(read.ok_or_else(|| asked.refuse(ExportMessage::KeyUnreadable)).map(|key| (asked, key)))
    }

    pub(super) fn format(&self) -> FileFormat {
        self.options.format
    }

    /// The file under its format's name.
    pub(super) fn file(&self, bytes: Vec<u8>) -> File {
        File { name: self.format().file_name().to_owned(), bytes }
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
        Message::new(id).with("file", self.format().file_name()).with("name", self.name.as_str())
    }

    /// Why this file is not made.
    pub(super) fn refuse(&self, id: ExportMessage) -> Box<Finding> {
        refused(self.message(id), &[self.standard()])
    }

    /// The format has no place for the key; it takes these kinds.
    pub(super) fn refuse_kind(&self, kinds: &str) -> Box<Finding> {
        refused(
            self.message(ExportMessage::KeyOfAnotherKind).with("key", self.key.as_str()).with("kinds", kinds),
            &[self.standard()],
        )
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
