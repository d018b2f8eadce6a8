//! The chain, the key and the report as files; new keys with their requests.

mod document;
#[cfg(feature = "full")]
mod full;
mod pem;

pub use document::{Block, Cell, Document, Part, Table, Told, document};
#[cfg(feature = "full")]
pub use full::{bundle, convert, create, randomness};
pub use pem::{certificate_pem, chain_files, given_certificates, key_file};
