//! The chain, the key and the report as files; new keys with their requests.

#[cfg(feature = "full")]
mod full;
mod pem;

#[cfg(feature = "full")]
pub use full::{bundle, convert, create, randomness};
pub use pem::{certificate_pem, chain_files, given_certificates, key_file};
