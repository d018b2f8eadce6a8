//! One component a file.

mod app;
mod examples;
mod fact_cards;
pub(crate) mod finding;
mod findings;
mod fold;
mod given_list;
mod header;
mod hosts;
pub(crate) mod icon;
mod input;
mod intro;
pub(crate) mod long_list;
mod notice;
mod pack;
pub(crate) mod password_field;
mod progress;
mod result;
mod tabs;
pub(crate) mod untrusted;
mod verdict;

pub use app::{App, AppProps};
