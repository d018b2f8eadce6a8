use super::parent;
use super::presented::Presented;
use crate::engine::sorted::Index;
use crate::report::is_public_suffix;

/// How many labels from the right are looked at: deeper names are rare, and hostile ones have 127.
const LABELS: usize = 8;

/// Marks a suffix that is only the end of an entry.
const OTHER: &[u8] = b"";

/// Finds the presented name that shares the most labels with a host, in time that does not grow with their number.
#[derive(Debug, Default)]
pub(super) struct Nearest<'a> {
    /// Suffixes of at least two labels, with the entries that have them. An entry that *is* the suffix goes before
    /// others.
    by_suffix: Index<'a>,
}

impl<'a> Nearest<'a> {
    pub(super) fn new(entries: &'a [Presented]) -> Self {
        let mut by_suffix = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            if let Presented::Name(name) | Presented::Wildcard(name) = entry {
                by_suffix.push(((name.as_bytes(), None), index));
                by_suffix.extend(suffixes(name).skip(1).map(|suffix| ((suffix.as_bytes(), Some(OTHER)), index)));
            }
        }
        Self { by_suffix: Index::new(by_suffix) }
    }

    /// The entry nearest to a host.
    pub(super) fn to(&self, host: &str) -> Option<usize> {
        suffixes(host).find_map(|suffix| self.by_suffix.first(suffix.as_bytes()))
    }
}

/// The name, then each suffix of it, as long as it says whose name it is.
fn suffixes(name: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(name), |name| parent(name))
        .take(LABELS)
        .take_while(|suffix| suffix.contains('.') && !is_public_suffix(suffix))
}

/// How a name that does not cover a host stands to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The host is below it: `example.com` for `api.example.com`.
    Above,
    /// It is below the host: `www.example.com` for `example.com`.
    Below,
    /// They share a domain: `www.example.com` for `api.example.com`.
    Beside,
    /// It is a wildcard whose asterisk stands for exactly one label, not none and not two.
    Wildcard,
}

/// How the entry `near`, which does not cover `host`, stands to it.
pub fn relation(host: &str, near: &Presented) -> Relation {
    let below = |name: &str, above: &str| name.strip_suffix(above).is_some_and(|rest| rest.ends_with('.'));
    match near {
        Presented::Wildcard(base) if host == base || below(host, base) => Relation::Wildcard,
        Presented::Name(name) if below(host, name) => Relation::Above,
        Presented::Name(name) | Presented::Wildcard(name) if below(name, host) => Relation::Below,
        _ => Relation::Beside,
    }
}
