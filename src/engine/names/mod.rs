//! RFC 9525: which host a person means, which names a certificate presents, and whether they match.
//!
//! [`Wanted`] is what someone typed, [`Presented`] what the certificate says; [`coverage`] puts them together.

mod confusable;
mod coverage;
mod host;
mod international;
mod kinds;
mod nearest;
mod presented;
mod wildcard;

pub use confusable::{Disguise, disguise};
pub use coverage::{client_coverage, coverage, other_form};
pub use host::{Wanted, takes_more, wanted};
pub use international::unicode_form;
pub use kinds::{Unusual, is_registrable, registrable, unusual_address, unusual_name};
pub use nearest::{Relation, relation};
pub use presented::{Flaw, Presented, presented};
pub use wildcard::{WildcardFault, fault};

/// Everything after the first label; none for a single label.
pub(crate) fn parent(name: &str) -> Option<&str> {
    name.split_once('.').map(|(_, parent)| parent)
}
