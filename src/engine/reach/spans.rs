use crate::engine::trust::{Client, clients};
use crate::report::ClientVersions;

/// The clients for which something holds, their versions put together. What `holds` is asked by the client's place in
/// the table. Those that mirror another go with it.
pub fn spans(holds: &dyn Fn(usize, &Client) -> bool) -> Vec<ClientVersions> {
    let all: Vec<_> = clients().iter().enumerate().filter(|(_, client)| !client.mirrors).collect();
    let mut spans = Vec::new();
    for kind in all.chunk_by(|(_, one), (_, other)| one.id == other.id) {
        let held: Vec<_> = kind.iter().map(|(index, client)| (holds(*index, client), *client)).collect();
        let mut at = 0_usize;
        for run in held.chunk_by(|(one, _), (other, _)| one == other) {
            let (from_first, to_last) = (at == 0, at.saturating_add(run.len()) == held.len());
            at = at.saturating_add(run.len());
            let ([(true, first), ..], [.., (_, last)]) = (run, run) else { continue };
            let version = |client: &Client| client.version.to_owned();
            spans.push(ClientVersions {
                id: first.id.to_owned(),
                from: (!from_first).then(|| version(first)),
                to: (!to_last).then(|| version(last)),
            });
        }
    }
    spans
}
