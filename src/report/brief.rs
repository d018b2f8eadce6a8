//! The messages of a glance, in the bytes of [`super::wire`]: read and written without the code for everything that a
//! glance is never asked and never says.

use super::{Options, Phone, Report, Source, Timestamp, wire::Reply};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error, ser::SerializeStruct};

/// What an envelope holds, as far as a glance can answer it.
#[derive(Debug)]
pub struct Question {
    /// The request's number.
    pub id: u32,
    /// What to look at, and by what to judge; none where only the engine can answer.
    pub inspect: Option<(Vec<Source>, Options)>,
}

impl Question {
    /// Reads the bytes of a request in its envelope; none where they do not even begin like one.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (id, request) = postcard::take_from_bytes(bytes).ok()?;
        let inspect = match postcard::take_from_bytes(request) {
            Ok((Request::Inspect { sources, options }, [])) => Some((sources, options.into())),
            _ => None,
        };
        Some(Self { id, inspect })
    }
}

/// The first variant of [`super::wire::Request`].
#[derive(Deserialize)]
enum Request {
    Inspect { sources: Vec<Source>, options: Plain },
}

/// [`Options`], field by field, of which a glance takes only those that ask little.
#[derive(Deserialize)]
struct Plain {
    now: Timestamp,
    hosts: Vec<String>,
    _urls: Nothing,
    _code: Nothing,
    _listed: Nothing,
    /// What platforms and phones ask is for the engine to add.
    _platforms: Vec<u32>,
    _phones: Vec<Phone>,
    _repairs: Nothing,
    _passwords: Nothing,
    _target: Option<String>,
    _folder: Option<String>,
    _roots: Nothing,
    _purpose: Nothing,
    _depth: Nothing,
    _judge: Nothing,
    _supply: Nothing,
}

impl From<Plain> for Options {
    fn from(plain: Plain) -> Self {
        Self { hosts: plain.hosts, ..Self::at(plain.now) }
    }
}

/// An empty list, no value, or the first of a few: all of them are one zero.
struct Nothing;

impl<'de> Deserialize<'de> for Nothing {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u8::deserialize(deserializer)? {
            0 => Ok(Self),
            _ => Err(D::Error::custom("")),
        }
    }
}

impl Serialize for Nothing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(0)
    }
}

/// What a glance says.
#[derive(Debug)]
pub enum Answer<'a> {
    /// [`Reply::Ready`].
    Ready {
        /// Its protocol.
        protocol: u32,
    },
    /// [`Reply::Glance`].
    Glance(&'a Report),
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
            Self::Ready { protocol } => serializer.serialize_newtype_variant("", Reply::READY, "", protocol),
            Self::Glance(report) => serializer.serialize_newtype_variant("", Reply::GLANCE, "", &Brief(report)),
            Self::NeedsEngine => serializer.serialize_unit_variant("", Reply::NEEDS_ENGINE, ""),
        }
    }
}

/// A [`Report`], field by field, of which the last are empty at a glance.
struct Brief<'a>(&'a Report);

impl Serialize for Brief<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Report { schema, now, verdict, findings, tally, inputs, certificates, chain, names, validity, .. } = self.0;
        let mut out = serializer.serialize_struct("", 0)?;
        out.serialize_field("schema", schema)?;
        out.serialize_field("now", now)?;
        out.serialize_field("verdict", verdict)?;
        out.serialize_field("findings", findings)?;
        out.serialize_field("tally", tally)?;
        out.serialize_field("inputs", inputs)?;
        out.serialize_field("certificates", certificates)?;
        out.serialize_field("chain", chain)?;
        out.serialize_field("names", names)?;
        // The day of the lists of roots, that of the supply, the clients.
        out.serialize_field("trust", &(Nothing, Nothing, Nothing))?;
        out.serialize_field("validity", validity)?;
        for rest in
            ["renewals", "keys", "packs", "publicKeys", "requests", "revocation", "urls", "platforms", "symptoms"]
        {
            out.serialize_field(rest, &Nothing)?;
        }
        out.end()
    }
}
