use crate::engine::trust::{Client, clients};
use crate::report::client_title;

/// The clients for which something holds, as people say it: `Android ≥ 7.1.1`, `Java`. What `holds` is asked by the
/// client's place in the table. Those that mirror another go with it.
pub fn spans(holds: &dyn Fn(usize, &Client) -> bool) -> Vec<String> {
    let all: Vec<_> = clients().iter().enumerate().filter(|(_, client)| !client.mirrors).collect();
    let mut spans = Vec::new();
    for kind in all.chunk_by(|(_, one), (_, other)| one.id == other.id) {
        let held: Vec<_> = kind.iter().map(|(index, client)| (holds(*index, client), client.version)).collect();
        let title = kind.first().map(|(_, client)| client_title(client.id)).unwrap_or_default();
        let mut at = 0_usize;
        for run in held.chunk_by(|(one, _), (other, _)| one == other) {
            let end = at.saturating_add(run.len());
            let (from_first, to_last) = (at == 0, end == held.len());
            at = end;
            let [(true, first), ..] = run else { continue };
            let last = run.last().map_or(*first, |(_, version)| version);
            spans.push(match (from_first, to_last) {
                (true, true) => title.to_owned(),
                (false, true) => format!("{title} ≥ {first}"),
                (true, false) => format!("{title} ≤ {last}"),
                (false, false) if *first == last => format!("{title} {first}"),
                (false, false) => format!("{title} {first} – {last}"),
            });
        }
    }
    spans
}
