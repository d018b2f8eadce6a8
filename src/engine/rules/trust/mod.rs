use super::Rule;
use crate::engine::{Analysis, chain::PathEnd, trust, x509::Certificate};
use crate::report::{ClientTrust, Evidence, client_title};

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

/// What the newest versions of the programs say, with their names.
fn today(analysis: &Analysis) -> impl Iterator<Item = (&'static str, &ClientTrust)> {
    let counts = |client: &trust::Client| client.newest && !client.follows && !client.mirrors;
    let answers = trust::clients().iter().zip(&analysis.trust.clients);
    let answers = answers.filter(move |(client, _)| counts(client));
    answers.map(|(client, answer)| (client_title(client.id), answer))
}

/// Whether the newest version of any program trusts the chain.
fn is_trusted_today(analysis: &Analysis) -> bool {
    today(analysis).any(|(_, answer)| answer.trusted)
}

/// What people call the root of the best path.
fn root_name(analysis: &Analysis) -> String {
    let Some(path) = analysis.chain.best() else { return String::new() };
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

/// Where the best path names its root.
fn place_of_end(analysis: &Analysis) -> Option<Evidence> {
    let last = *analysis.chain.best()?.certificates.last()?;
    let certificate = analysis.certificate(last)?;
    Some(certificate.evidence(last, "tbs.issuer", &certificate.issuer.bytes))
}
