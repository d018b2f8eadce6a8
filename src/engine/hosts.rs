//! The hosts that a certificate has to cover.

use super::platforms::{self, Address, Host};
use crate::report::{HostCoverage, Options};
use std::collections::BTreeSet;

/// The hosts that must be covered: those that were named, and those that the program calls.
pub(super) fn wanted(options: &Options, called: &[Address]) -> Vec<String> {
    let mut hosts = options.hosts.clone();
    for address in called {
        if let Host::Name(name) = &address.host
            && !hosts.contains(name)
            && !platforms::is_forbidden(name)
        {
            hosts.push(name.clone());
        }
    }
    hosts
}

/// Hosts that are called, that nobody named, and that are not covered, while others are: a program calls several servers,
/// and each has its own certificate.
pub(super) fn elsewhere(options: &Options, called: &[Address], hosts: &[HostCoverage]) -> Vec<String> {
    let name = |address: &Address| if let Host::Name(name) = &address.host { Some(name.clone()) } else { None };
    let names: BTreeSet<String> = called.iter().filter_map(name).collect();
    let (covered, open): (Vec<_>, Vec<_>) =
        hosts.iter().filter(|row| names.contains(&row.host)).partition(|row| row.covered);
    let open = open.into_iter().filter(|row| !covered.is_empty() && !options.hosts.contains(&row.host));
    open.map(|row| row.host.clone()).collect()
}
