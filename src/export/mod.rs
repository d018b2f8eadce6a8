//! The chain and the report as files.

mod pem;

pub use pem::{certificate_pem, chain_files, key_file};
