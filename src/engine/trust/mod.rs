//! Known roots: enough to tell "the issuer is a root that phones have" from "an intermediate is missing".
//! Programs, versions, distrust and revocation join here.

mod roots;

pub use roots::{KnownRoot, is_root_name, known_root, root_above};
