//! The messages of a glance, in the bytes of [`super::wire`]: read and written without the code for everything that a
//! glance is never asked and never says.

use super::{Glance, SCHEMA, Source, Timestamp, wire::Reply};
use serde::{Serialize, Serializer, ser::SerializeStruct};

/// What an envelope holds, as far as a glance can answer it.
#[derive(Debug)]
pub struct Question {
    /// The request's number.
    pub id: u32,
    /// What to look at; none where only the engine can answer.
    pub inspect: Option<Inspect>,
}

/// As much of a request for an inspection as a glance takes.
#[derive(Debug)]
pub struct Inspect {
    /// What was put in.
    pub sources: Vec<Source>,
    /// Hosts that must be covered.
    pub hosts: Vec<String>,
    /// The moment to judge at.
    pub now: Timestamp,
}

impl Question {
    /// Reads the bytes of a request in its envelope; none where they do not even begin like one.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut message = Message(bytes);
        let id = u32::try_from(message.number()?).ok()?;
        Some(Self { id, inspect: message.inspect() })
    }
}

/// What is left to read of a message, as `postcard` writes it.
struct Message<'a>(&'a [u8]);

impl<'a> Message<'a> {
    /// `Request::Inspect`, to the last byte. Of the options, field by field, a glance takes those that ask little; what
    /// platforms and phones ask is for the engine to add.
    fn inspect(&mut self) -> Option<Inspect> {
        self.nothing(1)?; // the first of the requests
        let mut sources = Vec::new();
        for _ in 0..self.number()? {
            sources.push(Source { name: self.text()?, bytes: self.bytes()?.to_vec() });
        }
        let now = self.moment()?;
        let mut hosts = Vec::new();
        for _ in 0..self.number()? {
            hosts.push(self.text()?);
        }
        self.nothing(3)?; // urls, code, listed
        for _platform in 0..self.number()? {
            self.number()?;
        }
        for _phone in 0..self.number()? {
            self.bytes().and(self.bytes())?;
        }
        self.nothing(2)?; // repairs, passwords
        for _target_and_folder in 0..2 {
            if self.number()? > 0 {
                self.bytes()?;
            }
        }
        self.nothing(5)?; // roots, purpose, depth, judge, supply
        self.0.is_empty().then_some(Inspect { sources, hosts, now })
    }

    /// Empty lists, no values, or the first of a few: all of them are one zero each.
    fn nothing(&mut self, fields: usize) -> Option<()> {
        self.take(fields)?.iter().all(|field| *field == 0).then_some(())
    }

    fn text(&mut self) -> Option<String> {
        std::str::from_utf8(self.bytes()?).ok().map(str::to_owned)
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        self.take(length)
    }

    /// A signed number, zigzag.
    fn moment(&mut self) -> Option<Timestamp> {
        let number = self.number()?;
        Some(Timestamp::from_unix((number >> 1).cast_signed() ^ (number & 1).cast_signed().wrapping_neg()))
    }

    /// Seven bits a byte, the lowest first; all but the last byte have their highest bit set.
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let [byte] = *self.take(1)? else { return None };
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }
}

/// What a glance says.
#[derive(Debug)]
pub enum Answer<'a> {
    /// [`Reply::Glance`].
    Glance(&'a Glance),
    /// [`Reply::NeedsEngine`].
    NeedsEngine,
}

impl Answer<'_> {
    /// The reply to the request of this number, in its envelope; none for what the wire can not carry.
    pub fn to_bytes(&self, id: u32) -> Option<Vec<u8>> {
        postcard::to_allocvec(&(id, self)).ok()
    }
}

impl Serialize for Answer<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Glance(glance) => serializer.serialize_newtype_variant("", Reply::GLANCE, "", &Brief(glance)),
            Self::NeedsEngine => serializer.serialize_unit_variant("", Reply::NEEDS_ENGINE, ""),
        }
    }
}

/// An empty list, or no value.
#[derive(Clone, Copy)]
struct Nothing;

impl Serialize for Nothing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(0)
    }
}

/// A [`super::Report`], field by field, of which the last are empty at a glance.
struct Brief<'a>(&'a Glance);

impl Serialize for Brief<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Glance { leaf, given, served, order, complete, .. } = self.0;
        let Glance { now, verdict, findings, tally, inputs, certificates, names, validity, .. } = self.0;
        let mut out = serializer.serialize_struct("", 0)?;
        out.serialize_field("schema", &SCHEMA)?;
        out.serialize_field("now", now)?;
        out.serialize_field("verdict", verdict)?;
        out.serialize_field("findings", findings)?;
        out.serialize_field("tally", tally)?;
        out.serialize_field("inputs", inputs)?;
        out.serialize_field("certificates", certificates)?;
        // Behind these of the chain: paths, missing, supplied, wanted.
        out.serialize_field("chain", &(leaf, given, served, order, complete, [Nothing; 4]))?;
        out.serialize_field("names", names)?;
        // The day of the lists of roots, that of the supply, the clients.
        out.serialize_field("trust", &[Nothing; 3])?;
        out.serialize_field("validity", validity)?;
        // Renewals, keys, packs, public keys, requests, revocation, URLs, platforms, symptoms.
        out.serialize_field("rest", &[Nothing; 9])?;
        out.end()
    }
}
