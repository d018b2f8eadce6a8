//! certloupe looks at certificates and gets them deployed right.
//!
//! A house with five floors; each imports only what lies below it:
//!
//! 1. [`report`] and [`text`]: what can be said, and its words in English and Chinese.
//! 2. [`engine`]: bytes → objects → analysis → findings.
//! 3. [`deploy`] and [`export`]: server configurations and files made from the report.
//! 4. [`api`]: the doors to JavaScript and the worker loop.
//! 5. `app`: the page, and `look`: what stands behind its tabs.
#[cfg(any(feature = "glance", feature = "deploy"))]
pub mod api;
#[cfg(feature = "page")]
pub mod app;
#[cfg(feature = "deploy")]
pub mod deploy;
#[cfg(feature = "glance")]
pub mod engine;
#[cfg(feature = "engine")]
pub mod export;
#[cfg(feature = "look")]
pub mod look;
pub mod report;
pub mod text;
