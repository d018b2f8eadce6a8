//! The doors: who answers a request, and around that the worker loop and the JavaScript API.

/// The answers about configurations.
#[cfg(feature = "deploy")]
mod deployer;
/// What a glance answers.
#[cfg(feature = "glance")]
mod glimpse;
/// What is known of error messages and claims, in words.
#[cfg(feature = "full")]
mod handbook;
/// The engine's answers.
#[cfg(feature = "engine")]
mod inspector;
/// The JavaScript API. A feature of its own, because what it exports would otherwise be linked into the page's worker too.
#[cfg(feature = "javascript")]
mod javascript;
/// Everything in one.
#[cfg(all(feature = "engine", feature = "deploy"))]
mod session;
/// The message loop of the page's workers.
#[cfg(feature = "answering")]
pub mod worker;

#[cfg(feature = "deploy")]
pub use deployer::Deployer;
#[cfg(feature = "glance")]
pub use glimpse::{glimpse, tell};
#[cfg(feature = "full")]
pub use handbook::handbook;
#[cfg(feature = "engine")]
pub use inspector::Inspector;
#[cfg(feature = "package")]
pub use javascript::{
    checks, codes, compare, convert, create, deploy, formats, handbook_in, hops, platforms, renew, targets,
};
#[cfg(feature = "javascript")]
pub use javascript::{describe, inspect};
#[cfg(all(feature = "engine", feature = "deploy"))]
pub use session::Session;
