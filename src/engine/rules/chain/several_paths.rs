use super::label;
use crate::engine::{
    Analysis,
    chain::{Path, PathEnd},
    rules::{Check, InForce, Rule, Sink},
    sorted,
    x509::Certificate,
};
use crate::report::{Cite, Code, message::ChainMessage};

/// Cross-signing: the server certificate reaches more than one root, or one root in more than one way.
pub static RULE: Rule = Rule {
    code: Code::CHN012,
    cites: &[Cite::rfc(5280, "3.2"), Cite::rfc(8446, "4.4.2")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, leaf: usize, _: &Certificate, sink: &mut Sink) {
    let complete: Vec<_> = analysis.chain.paths.iter().filter(|path| path.end.is_complete()).collect();
    if complete.len() < 2 {
        return;
    }
    let mut roots = Vec::new();
    complete.iter().for_each(|path| sorted::insert(&mut roots, root(analysis, path)));
    let found = sink.info(ChainMessage::SeveralPaths).certificate(leaf);
    found.with("count", complete.len()).with("roots", roots);
}

fn root(analysis: &Analysis, path: &Path) -> String {
    match path.end {
        PathEnd::KnownRoot(root) => root.name.to_owned(),
        _ => path.certificates.last().map(|&root| label(analysis, root)).unwrap_or_default(),
    }
}
