use crate::engine::Analysis;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::InputMessage;
use crate::report::{Cite, Code, Evidence, PackFolder};

/// A pack with a folder for each kind of server: which one counts.
pub static RULE: Rule = Rule {
    code: Code::INP013,
    cites: &[Cite::rfc(8446, "4.4.2")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    let packs = analysis.packs.as_slice();
    if packs.is_empty() {
        return;
    }
    let chosen = || packs.iter().filter(|folder| folder.chosen);
    let mut found =
        sink.info(InputMessage::SeveralFolders).with("names", names(packs.iter())).with("chosen", names(chosen()));
    for folder in chosen() {
        found = found.at(Evidence { path: folder.path.clone(), ..Evidence::default() });
    }
}

/// How many folders are named.
const NAMED: usize = 8;

fn names<'a>(folders: impl Iterator<Item = &'a PackFolder>) -> Vec<String> {
    folders.take(NAMED).map(|folder| folder.name().to_owned()).collect()
}
