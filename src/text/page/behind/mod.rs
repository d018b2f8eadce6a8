//! What stands behind the tabs: words that the first screen does without.

pub mod chain;
pub mod checks;
pub mod compare;
pub mod dates;
pub mod deploy;
pub mod details;
pub mod files;
pub mod glossary;
pub mod handbook;
pub mod hops;
pub mod list;
pub mod names;
pub mod picture;
pub mod renew;
pub mod symptoms;
pub mod trust;

use super::pairs;
