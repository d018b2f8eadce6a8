//! Dates, the timetable of rules, and when to renew.

use super::{chain::ChainAnalysis, read::Material};
use crate::report::{Timestamp, Validity};

/// The dates of the server certificate and its served chain.
pub fn validity(_material: &Material, _chain: &ChainAnalysis, _now: Timestamp) -> Option<Validity> {
    None
}
