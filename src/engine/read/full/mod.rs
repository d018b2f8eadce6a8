//! What only the full engine reads: containers, and what is locked. One file a format; how each is recognised stands with
//! the other formats, so that the base engine knows when to ask.

pub(super) mod archive;
pub(super) mod ber;
pub(super) mod crl;
pub(super) mod csr;
pub(super) mod jks;
pub(super) mod locked_key;
mod locks;
pub(super) mod ocsp;
pub(super) mod pkcs12;
pub(super) mod pkcs7;
pub(super) mod rare_keys;
