use super::Rule;
use crate::engine::Analysis;

pub(super) mod chain_ends_first;
mod date_encoding;
pub(super) mod expired;
pub(super) mod next_renewal;
pub(super) mod not_yet_valid;
pub(super) mod renew_now;
pub(super) mod too_long;

/// The rules of this family.
pub static RULES: &[&Rule] = &[
    &expired::RULE,
    &not_yet_valid::RULE,
    &renew_now::RULE,
    &too_long::RULE,
    &chain_ends_first::RULE,
    &date_encoding::RULE,
    &next_renewal::RULE,
];

/// Whether clients look at a certificate's dates: those of the server certificate and of the best way upward.
/// An old copy that lies about in the same folder harms nobody.
fn dates_count(analysis: &Analysis, index: usize) -> bool {
    analysis.chain.leaf == Some(index)
        || analysis.chain.served.contains(&index)
        || analysis.chain.paths.first().is_some_and(|path| path.certificates.contains(&index))
}
