//! The doors: one session for whoever asks, and around it the worker loop and the JavaScript API.

mod session;

pub use session::Session;
