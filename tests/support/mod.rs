//! What the tests share. Each test file uses a part of it.
#![allow(dead_code, reason = "every test binary compiles this and uses its own part")]

pub mod attacks;
pub mod case_file;
pub mod cpu;
pub mod der;
pub mod dice;
pub mod general_names;
pub mod jks;
pub mod keys;
pub mod limbo;
pub mod locked;
pub mod mint;
pub mod objects;
pub mod openssl;
pub mod pfx;
pub mod programs;
pub mod recipes;
pub mod zip;
