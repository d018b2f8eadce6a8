use super::Timestamp;
use serde::{Deserialize, Serialize};

/// The dates that matter for whoever renews.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Validity {
    /// First moment of the server certificate.
    pub not_before: Timestamp,
    /// Last moment of the server certificate.
    pub not_after: Timestamp,
    /// Last moment at which every certificate of the served chain is valid.
    pub chain_not_after: Timestamp,
    /// Whole days from now until `not_after`; negative once it has passed.
    pub days_left: i64,
    /// When to renew.
    pub renew_at: Timestamp,
    /// The longest lifetime allowed when it was issued, in days; none before there was a limit.
    pub allowed_days: Option<u32>,
}
