//! What the tests share. Each test file uses a part of it.
#![allow(dead_code, reason = "every test binary compiles this and uses its own part")]

pub mod case_file;
pub mod der;
pub mod keys;
pub mod mint;
pub mod objects;
pub mod openssl;
pub mod recipes;
