use crate::engine::{
    chain::{ChainAnalysis, Path, PathEnd},
    crypto::Verification,
    read::Material,
    supply::{Supply, Wanted},
    trust,
    x509::Certificate,
};
use crate::report::{ClientTrust, Timestamp, TrustRule};

/// Files of the supply that would tell more about the ways upward.
pub fn wanted(
    chain: &ChainAnalysis,
    material: &Material,
    answers: &[ClientTrust],
    supply: &Supply,
    now: Timestamp,
) -> Wanted {
    let mut wanted = Wanted::default();
    let certificate = |index: &usize| material.certificates.get(*index);
    let someone_lacks_the_root = lacks_the_root(answers, now);
    for path in chain.all_paths() {
        want_for_end(path, path.certificates.last().and_then(certificate), supply, &mut wanted);
        // A cross-signed certificate of one of the issuers on the way may lead elsewhere.
        if someone_lacks_the_root {
            for below in path.certificates.iter().filter_map(certificate).filter(|it| !it.is_self_issued()) {
                supply.want_intermediates(&below.issuer.raw, &mut wanted);
            }
        }
    }
    wanted
}

/// What might be had for the end of a way: the issuer that is missing, the root to verify with.
fn want_for_end(path: &Path, last: Option<&Certificate>, supply: &Supply, wanted: &mut Wanted) {
    let Some(last) = last else { return };
    match path.end {
        PathEnd::Missing => supply.want_intermediates(&last.issuer.raw, wanted),
        PathEnd::KnownRoot(_) if path.root_signature == Verification::NotChecked => {
            supply.want_roots(&last.issuer.raw, wanted);
        }
        _ => {}
    }
}

/// Whether a client that is still around does not trust the chain for want of the root, neither as it was given nor with
/// what is loaded so far.
fn lacks_the_root(answers: &[ClientTrust], now: Timestamp) -> bool {
    let lacks = |answer: &ClientTrust| {
        let gap = matches!(answer.rule, TrustRule::Incomplete | TrustRule::Fetched);
        !answer.trusted && answer.with_repair.is_none() && (gap || answer.rule.is_about_root())
    };
    trust::clients().iter().zip(answers).any(|(client, answer)| client.is_around(now) && lacks(answer))
}
