//! Known roots: enough to tell "the issuer is a root that phones have" from "an intermediate is missing".
//! Programs, versions, distrust and revocation join here.

#[cfg(feature = "full")]
mod revocation;
mod roots;

#[cfg(feature = "full")]
pub(super) use revocation::revocation_summaries;
pub use roots::{KnownRoot, is_root_name, known_root, root_above};
