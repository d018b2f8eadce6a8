use super::label;
use crate::engine::{
    Analysis,
    chain::{Path, PathEnd},
    reach::spans,
    rules::{Check, InForce, Rule, Sink},
    x509::Certificate,
};
use crate::report::{Cite, Code, Value, message::ChainMessage};

/// Cross-signing: the server certificate reaches more than one root, or one root in more than one way.
pub static RULE: Rule = Rule {
    code: Code::CHN012,
    cites: &[Cite::rfc(5280, "3.2"), Cite::rfc(8446, "4.4.2")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, leaf: usize, _: &Certificate, sink: &mut Sink) {
    // A way that everyone refuses is none to speak of; CHN005 does of one that has run out.
    let open = |(_, path): &(usize, &Path)| path.end.is_complete() && path.reasons.is_empty();
    let ways: Vec<_> = analysis.chain.paths.iter().enumerate().filter(open).collect();
    if ways.len() < 2 {
        return;
    }
    let uses: Vec<Value> = ways.iter().map(|(index, path)| uses_of(analysis, *index, path)).collect();
    // Roots of one's own are in nobody's list.
    let known = analysis.trust.clients.iter().any(|client| client.path.is_some());
    let first = ways.first().map(|(_, path)| root(analysis, path));
    if !known && ways.iter().all(|(_, path)| Some(root(analysis, path)) == first) {
        return;
    }
    let id = if known { ChainMessage::SeveralPaths } else { ChainMessage::SeveralPrivatePaths };
    sink.info(id).certificate(leaf).with("count", ways.len()).with("uses", uses);
}

/// `ISRG Root X1 (Android 7.1.1 – 13)`: the root that a path ends in, and who takes the path.
fn uses_of(analysis: &Analysis, index: usize, path: &Path) -> Value {
    let clients = &analysis.trust.clients;
    let takers = spans(&|client, _| clients.get(client).is_some_and(|it| it.path == Some(index)));
    let root = Value::from(root(analysis, path));
    if takers.is_empty() { root } else { root.noted(takers) }
}

fn root(analysis: &Analysis, path: &Path) -> String {
    match path.end {
        PathEnd::KnownRoot(root) => root.name.to_owned(),
        _ => path.certificates.last().map(|&root| label(analysis, root)).unwrap_or_default(),
    }
}
