use super::{Address, address, in_code};
use crate::report::{CalledUrl, Source};

/// The addresses that were named and those that stand in code; and all of them as the report tells them, with those that
/// do not count.
pub fn called(urls: &[String], code: &[Source]) -> (Vec<Address>, Vec<CalledUrl>) {
    let named = urls.iter().map(|url| (address(url), None));
    let found = code.iter().flat_map(|source| {
        in_code(&String::from_utf8_lossy(&source.bytes)).into_iter().map(|found| {
            let place = Some((source.name.clone(), found.line));
            (Address { place, ..found.address }, found.skipped)
        })
    });
    let all: Vec<_> = named.chain(found).collect();
    let told = all.iter().map(|(address, skipped)| CalledUrl {
        url: address.text.clone(),
        used_for: address.used_for,
        source: address.place.as_ref().map(|(source, _)| source.clone()).unwrap_or_default(),
        line: address.place.as_ref().map(|(_, line)| *line),
        skipped: *skipped,
    });
    let told = told.collect();
    (all.into_iter().filter(|(_, skipped)| skipped.is_none()).map(|(address, _)| address).collect(), told)
}
