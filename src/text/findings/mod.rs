//! The words of every finding, one file a family.

mod certificate;
mod chain;
mod deploy;
mod export;
mod hops;
mod input;
mod keys;
mod names;
mod phones;
mod platforms;
mod remarks;
mod trust;
mod validity;

use super::Words;
use crate::report::MessageId;

/// The words of a message, holes open.
pub const fn words(id: MessageId) -> Words {
    match id {
        MessageId::Input(id) => input::words(id),
        MessageId::Certificate(id) => certificate::words(id),
        MessageId::Chain(id) => chain::words(id),
        MessageId::Names(id) => names::words(id),
        MessageId::Validity(id) => validity::words(id),
        MessageId::Keys(id) => keys::words(id),
        MessageId::Deploy(id) => deploy::words(id),
        MessageId::Export(id) => export::words(id),
        MessageId::Trust(id) => trust::words(id),
        MessageId::Platform(id) => platforms::words(id),
        MessageId::Phone(id) => phones::words(id),
        MessageId::Remark(id) => remarks::words(id),
    }
}
