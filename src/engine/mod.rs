//! Bytes → objects → analysis → findings.
//!
//! No clock, no browser, no language, no I/O: `now` and everything else come in as values. Bad input becomes a
//! finding; nothing here panics, which the lints below hold us to.
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "hostile bytes come through here, and a panic in wasm ends the worker"
)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::arithmetic_side_effects,
        reason = "a test may stop at once"
    )
)]

mod analysis;
pub mod budget;
pub mod chain;
#[cfg(feature = "full")]
mod compare;
pub mod crypto;
mod hosts;
pub mod keys;
mod law;
pub mod names;
#[cfg(feature = "full")]
mod packs;
pub mod platforms;
pub mod profile;
pub mod reach;
pub mod read;
pub mod rules;
mod sorted;
pub mod supply;
pub mod symptoms;
pub mod trust;
pub mod validity;
pub mod x509;

pub use analysis::{Analysis, inspect, inspect_watched};
#[cfg(feature = "full")]
pub use compare::compare;
pub use law::Law;
