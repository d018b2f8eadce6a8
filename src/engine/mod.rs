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
#![cfg_attr(
    not(feature = "engine"),
    allow(
        dead_code,
        unused_imports,
        reason = "a glance uses a part of what the modules below hold; the linker drops the rest"
    )
)]

mod address;
mod analysis;
pub mod budget;
pub mod chain;
#[cfg(feature = "full")]
mod compare;
pub mod crypto;
mod glance;
mod hosts;
#[cfg(feature = "engine")]
mod inspection;
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

pub use analysis::Analysis;
#[cfg(feature = "full")]
pub use compare::compare;
pub use glance::{glance, look};
#[cfg(feature = "engine")]
pub use inspection::{inspect, inspect_watched};
pub use law::Law;
