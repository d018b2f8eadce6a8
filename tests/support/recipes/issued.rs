//! A server certificate with what stands above it.

use crate::support::mint::{Cert, Key, Minted, bundle};

/// The root of most cases.
pub fn root() -> Minted {
    Cert::ca("Example Root").key(Key::P256(91)).valid("2005-01-01", "2039-12-31T23:59:59Z").self_signed()
}

/// The CA below it.
pub fn intermediate() -> Minted {
    Cert::ca("Example CA").key(Key::P256(92)).valid("2005-01-01", "2039-12-31T23:59:59Z").issued_by(&root())
}

/// Server certificate and intermediate: the issuer of the latter is nowhere to be found, as with a public chain whose
/// root nobody knows.
pub fn with_intermediate(leaf: Cert) -> String {
    let issuer = intermediate();
    bundle(&[&leaf.issued_by(&issuer), &issuer])
}

/// Server certificate, intermediate and root: a private chain with nothing missing.
pub fn complete(leaf: Cert) -> String {
    with_intermediate(leaf) + &root().pem()
}

/// A server certificate for `shop.example.com` and `www.shop.example.com` of which nothing bad is to be said.
pub fn good() -> Cert {
    Cert::server(&["shop.example.com", "www.shop.example.com"])
}
