//! The doors: one session for whoever asks, and around it the worker loop and the JavaScript API.

mod session;

/// The JavaScript API. A feature of its own, because what it exports would otherwise be linked into the page's worker too.
#[cfg(feature = "package")]
mod javascript;
#[cfg(feature = "package")]
pub use javascript::inspect;
/// The message loop of the page's worker.
#[cfg(feature = "worker")]
pub mod worker;

pub use session::Session;
