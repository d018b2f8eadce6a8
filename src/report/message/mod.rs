//! What a finding says, as an id and typed arguments. One file of ids a family;
//! the words stand in `text/findings/` under the same names.

mod certificate;
mod chain;
mod deploy;
mod export;
mod input;
mod keys;
mod names;
mod phones;
mod platforms;
mod remarks;
mod trust;
mod validity;

pub use certificate::CertificateMessage;
pub use chain::ChainMessage;
pub use deploy::DeployMessage;
pub use export::ExportMessage;
pub use input::InputMessage;
pub use keys::KeyMessage;
pub use names::NameMessage;
pub use phones::PhoneMessage;
pub use platforms::PlatformMessage;
pub use remarks::RemarkMessage;
pub use trust::TrustMessage;
pub use validity::ValidityMessage;

use super::{ClientVersions, Term, Timestamp};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A message and what fills its holes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// Which message.
    pub id: MessageId,
    /// Hole name → value. A name that the text does not use is harmless.
    pub arguments: Vec<(Cow<'static, str>, Value)>,
}

impl Message {
    /// A message without arguments.
    pub fn new(id: impl Into<MessageId>) -> Self {
        Self { id: id.into(), arguments: Vec::new() }
    }

    /// Fills the hole `name`.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.arguments.push((Cow::Borrowed(name), value.into()));
        self
    }

    /// What fills the hole `name`.
    pub fn argument(&self, name: &str) -> Option<&Value> {
        self.arguments.iter().find(|(hole, _)| hole == name).map(|(_, value)| value)
    }
}

/// A typed argument: languages differ in how they write it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// Text from the input or a proper name. Control and bidirectional characters are escaped when shown.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A moment, shown as a day.
    Day(Timestamp),
    /// Several texts.
    List(Vec<String>),
    /// A word that is translated.
    Term(Term),
    /// A client, in some of its versions.
    Client(ClientVersions),
    /// A value with another one in brackets.
    Noted(Box<(Value, Value)>),
    /// Several values.
    Several(Vec<Value>),
}

impl Value {
    /// This value, with another one in brackets.
    #[must_use]
    pub fn noted(self, note: impl Into<Self>) -> Self {
        Self::Noted(Box::new((self, note.into())))
    }
}

macro_rules! values {
    ($($from:ty => |$value:ident| $into:expr),* $(,)?) => {
        $(impl From<$from> for Value { fn from($value: $from) -> Self { $into } })*
    };
}

values! {
    &str => |text| Self::Text(text.to_owned()),
    String => |text| Self::Text(text),
    i64 => |number| Self::Number(number),
    u32 => |number| Self::Number(number.into()),
    usize => |number| Self::Number(i64::try_from(number).unwrap_or(i64::MAX)),
    Timestamp => |moment| Self::Day(moment),
    Vec<String> => |texts| Self::List(texts),
    Term => |term| Self::Term(term),
    ClientVersions => |client| Self::Client(client),
    Vec<Value> => |values| Self::Several(values),
    Vec<ClientVersions> => |clients| Self::Several(clients.into_iter().map(Self::Client).collect()),
}

macro_rules! families {
    ($($family:ident($messages:ident)),* $(,)?) => {
        /// Every message, by family.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[allow(missing_docs, reason = "the families of the catalogue")]
        pub enum MessageId { $($family($messages)),* }

        impl MessageId {
            /// Every message, family by family.
            pub fn all() -> impl Iterator<Item = Self> {
                std::iter::empty()$(.chain($messages::ALL.iter().copied().map(Self::$family)))*
            }

            /// The number of its family, and its place there.
            pub const fn place(self) -> (u32, u32) {
                #[allow(clippy::enum_variant_names, reason = "the families' own names")]
                enum Family { $($family),* }
                match self { $(Self::$family(id) => (Family::$family as u32, id as u32)),* }
            }
        }

        $(impl From<$messages> for MessageId { fn from(id: $messages) -> Self { Self::$family(id) } })*
    };
}

families! {
    Input(InputMessage), Certificate(CertificateMessage), Chain(ChainMessage), Names(NameMessage),
    Validity(ValidityMessage), Keys(KeyMessage), Deploy(DeployMessage), Export(ExportMessage),
    Trust(TrustMessage), Platform(PlatformMessage), Phone(PhoneMessage), Remark(RemarkMessage),
}

/// Declares the messages of one family; `ALL` lets a test walk them.
macro_rules! messages {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $message:ident),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[allow(missing_docs, reason = "the words stand beside the same name in text/findings")]
        pub enum $name { $($(#[$doc])* $message),* }

        impl $name {
            /// Every message of the family.
            pub const ALL: &'static [Self] = &[$(Self::$message),*];
        }
    };
}
use messages;
