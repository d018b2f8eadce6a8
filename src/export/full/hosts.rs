//! The certificate's names as they may stand in files that others interpret: hosts only, in their plain form. A
//! certificate is hostile input, and a name in it can hold any character.

use crate::engine::{
    names::{Wanted, wanted},
    x509::Certificate,
};

/// Host names of the certificate, in its order.
pub(super) fn hosts(leaf: &Certificate) -> Vec<Wanted> {
    leaf.host_names().iter().filter_map(|name| plain(name)).collect()
}

/// A name that is nothing but a host name or an address: no scheme, no port, no dot at the end.
pub(super) fn plain(name: &str) -> Option<Wanted> {
    let read = wanted(name)?;
    (text(&read) == name.to_ascii_lowercase()).then_some(read)
}

/// A host as it is written in a certificate.
pub(super) fn text(host: &Wanted) -> String {
    match host {
        Wanted::Name(name) => name.clone(),
        Wanted::Wildcard(base) => format!("*.{base}"),
        Wanted::Address(address) => address.to_string(),
    }
}
