//! The reader of case files, with what it stands on: not all of what tests share, some of which only tests can have.
#![allow(dead_code, reason = "a program that reads cases has no use for what writes them")]

#[path = "../../tests/support/case_file.rs"]
pub mod case_file;
#[path = "../../tests/support/der.rs"]
mod der;
#[path = "../../tests/support/keys.rs"]
mod keys;
#[path = "../../tests/support/mint.rs"]
mod mint;
