use crate::engine::{names::coverage, x509::Certificate};
use crate::report::{Change, NameChange};

/// What becomes of the names of both, the lost ones first. A name that a wildcard of the new one covers is kept.
pub(super) fn changes(old: &Certificate, new: &Certificate) -> Vec<NameChange> {
    let (before, after) = (old.host_names(), new.host_names());
    let of_old = coverage(new, &before).into_iter().map(|row| NameChange {
        change: if row.covered { Change::Kept } else { Change::Lost },
        by: row.by.filter(|by| *by != row.host),
        name: row.host,
    });
    let of_new =
        coverage(old, &after).into_iter().zip(&after).filter(|(row, name)| !row.covered && !before.contains(name));
    let gained = of_new.map(|(row, _)| NameChange { name: row.host, change: Change::Gained, by: None });
    let mut names: Vec<_> = if before.is_empty() { Vec::new() } else { of_old.collect() };
    if before.is_empty() {
        names.extend(after.iter().map(|name| NameChange { name: name.clone(), change: Change::Gained, by: None }));
    } else if !after.is_empty() {
        names.extend(gained);
    }
    names.sort_by_key(|name| name.change);
    names
}
