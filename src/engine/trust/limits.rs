use super::{KnownRoot, Store};
use crate::engine::analysis::hex;

/// One limit a line, made by hand: the root, the column of the program, the DNS names that it permits.
static TABLE: &str = include_str!("../../../data/trust/limits.tsv");

/// The only names of servers for which a program lets a root count, as in RFC 5280 §4.2.1.10; none where it sets no
/// limit of its own. What a root's certificate says is not repeated here.
pub fn permitted_names(root: &KnownRoot, store: Store) -> Option<Vec<&'static str>> {
    super::rows(TABLE).find_map(|line| {
        let mut columns = line.split('\t');
        let is_meant = columns.next()? == hex(&root.sha256) && columns.next()? == store.name();
        Some(columns.next()?.split(' ').collect()).filter(|_| is_meant)
    })
}
