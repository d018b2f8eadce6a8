//! Which clients trust a chain: roots by program and version, limits on issuance and names, revoked CA certificates, and
//! the revocation lists and OCSP responses that were given. Facts stand in `data/trust/`, with their sources and dates.

mod brief;
mod clients;
mod limits;
#[cfg(feature = "full")]
mod revocation;
mod revoked;
mod roots;
mod stretch;
mod version;

pub(super) use brief::{may_be_root_name, may_stand_above};
pub use clients::{Client, as_of, clients, date_of, day as as_of_day, revoked_as_of};
pub use limits::permitted_names;
#[cfg(feature = "full")]
pub(super) use revocation::revocation_summaries;
#[cfg(feature = "full")]
pub use revocation::{is_released, revoked};
pub use revoked::{is_revoked, revoked_id};
pub use roots::{KnownRoot, Store, is_known_root, is_root_name, known_root, namesake, roots_above};
pub use stretch::Stretch;
pub use version::Version;

use crate::report::Timestamp;

/// The rows of a table, without what explains them.
fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

/// The end of a day that is written `2026-09-30`.
fn end_of_day(text: &str) -> Option<Timestamp> {
    Some(Timestamp::parse(text)?.plus_seconds(24 * 60 * 60 - 1))
}
