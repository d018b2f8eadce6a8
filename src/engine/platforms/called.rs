use super::{Address, address, in_code};
use crate::engine::budget::LIMITS;
use crate::engine::read::Text;
use crate::report::{CalledUrl, Skipped, Source};

/// Files that tell where packages come from.
const MANIFESTS: [&str; 6] =
    ["package.json", "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bower.json"];

/// What a program calls.
#[derive(Clone, Debug)]
pub struct Called {
    /// The addresses that count.
    pub addresses: Vec<Address>,
    /// All of them as the report tells them, with those that do not count.
    pub told: Vec<CalledUrl>,
    /// There were more than anyone lists; those came after.
    pub is_cut: bool,
}

/// The addresses that were named and those that stand in code.
pub fn called(urls: &[String], code: &[Source]) -> Called {
    let named = urls.iter().map(|url| (address(url), None));
    let found = code.iter().flat_map(|source| {
        let others = is_dependency(&source.name).then_some(Skipped::Dependency);
        let text = Text::new(&source.bytes);
        in_code(&String::from_utf8_lossy(text.bytes())).into_iter().map(move |found| {
            let place = Some((source.name.clone(), found.line));
            (Address { place, ..found.address }, found.skipped.or(others))
        })
    });
    let mut all: Vec<_> = named.chain(found).take(LIMITS.addresses.saturating_add(1)).collect();
    let is_cut = all.len() > LIMITS.addresses;
    all.truncate(LIMITS.addresses);
    let told = all.iter().map(|(address, skipped)| CalledUrl {
        url: address.text.clone(),
        used_for: address.used_for,
        source: address.place.as_ref().map(|(source, _)| source.clone()).unwrap_or_default(),
        line: address.place.as_ref().map(|(_, line)| *line),
        skipped: *skipped,
    });
    let told = told.collect();
    let addresses = all.into_iter().filter(|(_, skipped)| skipped.is_none()).map(|(address, _)| address).collect();
    Called { addresses, told, is_cut }
}

/// Whether a file is of the packages that a program is built from.
fn is_dependency(name: &str) -> bool {
    let mut folders = name.split(['/', '\\']);
    folders.next_back().is_some_and(|file| MANIFESTS.contains(&file)) || folders.any(|it| it == "node_modules")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_of_others_does_not_count() {
        let read = |name: &str, bytes: Vec<u8>| called(&[], &[Source { name: name.to_owned(), bytes }]);
        let code = || b"fetch('https://api.example.com')".to_vec();
        for (name, count) in [("app.js", 1), ("a/node_modules/b/c.js", 0), ("a\\package-lock.json", 0), ("", 1)] {
            let Called { addresses, told, .. } = read(name, code());
            assert_eq!((addresses.len(), told.len()), (count, 1), "{name}");
            assert_eq!(told.iter().any(|it| it.skipped == Some(Skipped::Dependency)), count == 0, "{name}");
        }
    }

    #[test]
    fn utf_16_is_read() {
        let wide = "\u{feff}fetch('https://api.example.com')".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let read = called(&[], &[Source { name: String::new(), bytes: wide }]);
        assert_eq!(read.addresses.iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["https://api.example.com"]);
    }
}
