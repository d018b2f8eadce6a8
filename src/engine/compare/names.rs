use crate::engine::{names::coverage, x509::Certificate};
use crate::report::{Change, NameChange};

/// What becomes of the names of both, the lost ones first. A name that a wildcard of the new one covers is kept.
pub(super) fn changes(old: &Certificate, new: &Certificate) -> Vec<NameChange> {
    let (before, after) = (old.host_names(), new.host_names());
    let of_old = before.iter().map(|name| {
        let by = covering(new, name);
        let change = if by.is_some() { Change::Kept } else { Change::Lost };
        NameChange { change, by: by.filter(|by| by != name), name: name.clone() }
    });
    let gained = after.iter().filter(|name| !before.contains(name) && covering(old, name).is_none());
    let of_new = gained.map(|name| NameChange { name: name.clone(), change: Change::Gained, by: None });
    let mut names: Vec<_> = of_old.chain(of_new).collect();
    names.sort_by_key(|name| name.change);
    names
}

/// Which name of a certificate covers a host.
fn covering(certificate: &Certificate, host: &String) -> Option<String> {
    let row = coverage(certificate, std::slice::from_ref(host)).pop()?;
    row.by.filter(|_| row.covered)
}
