use super::Rule;
use crate::engine::{
    Analysis,
    chain::{Path, PathEnd},
    trust,
    x509::Certificate,
};
use crate::report::{ClientTrust, Evidence};

mod authority_revoked;
mod distrusted;
mod no_program;
mod not_everywhere;
mod private;
#[cfg(feature = "full")]
mod revocation_data;
#[cfg(feature = "full")]
mod revoked;
mod trusted;

/// The rules of this family. Lists and answers about revocation are for the full engine alone to read.
pub static RULES: &[&Rule] = &[
    &no_program::RULE,
    &private::RULE,
    &distrusted::RULE,
    &not_everywhere::RULE,
    &authority_revoked::RULE,
    #[cfg(feature = "full")]
    &revoked::RULE,
    &trusted::RULE,
    #[cfg(feature = "full")]
    &revocation_data::RULE,
];

/// What the newest versions of the programs say, those left out that answer as others do.
fn today(analysis: &Analysis) -> impl Iterator<Item = &ClientTrust> {
    let counts = |client: &trust::Client| client.newest && !client.follows && !client.mirrors;
    let answers = trust::clients().iter().zip(&analysis.trust.clients);
    answers.filter(move |(client, _)| counts(client)).map(|(_, answer)| answer)
}

/// Whether the newest version of any program trusts the chain.
fn is_trusted_today(analysis: &Analysis) -> bool {
    today(analysis).any(|answer| answer.trusted)
}

/// Answers that are about one root.
struct AboutRoot<'a> {
    /// What people call it.
    root: String,
    /// Where the path names it.
    place: Option<Evidence>,
    answers: Vec<&'a ClientTrust>,
}

/// The answers by the root that they are about, in the order of the answers.
fn by_root<'a>(analysis: &Analysis, answers: impl Iterator<Item = &'a ClientTrust>) -> Vec<AboutRoot<'a>> {
    let mut groups: Vec<AboutRoot<'a>> = Vec::new();
    for answer in answers {
        let about = answer.path.or(answer.about).unwrap_or_default();
        let Some(path) = analysis.chain.all_paths().nth(about) else { continue };
        let root = root_name(analysis, path);
        match groups.iter_mut().find(|group| group.root == root) {
            Some(group) => group.answers.push(answer),
            None => groups.push(AboutRoot { root, place: place_of_end(analysis, path), answers: vec![answer] }),
        }
    }
    groups
}

/// What people call the root that a path ends in.
fn root_name(analysis: &Analysis, path: &Path) -> String {
    match path.end {
        PathEnd::KnownRoot(root) => root.name.to_owned(),
        _ => path
            .certificates
            .last()
            .and_then(|&last| analysis.certificate(last))
            .map(Certificate::label)
            .unwrap_or_default(),
    }
}

/// Where a path names its root.
fn place_of_end(analysis: &Analysis, path: &Path) -> Option<Evidence> {
    let last = *path.certificates.last()?;
    let certificate = analysis.certificate(last)?;
    Some(certificate.evidence(last, "tbs.issuer", &certificate.issuer.bytes))
}
