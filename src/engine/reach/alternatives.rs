use crate::engine::{chain::ChainAnalysis, read::Material, supply::Supply, trust};
use crate::report::{ClientTrust, Timestamp, TrustRule};

/// Asks for other certificates of the issuers on the way, where a client that is still around does not trust the root:
/// a cross-signed one may lead it elsewhere.
pub fn want_alternatives(
    chain: &mut ChainAnalysis,
    material: &Material,
    answers: &[ClientTrust],
    supply: &Supply,
    now: Timestamp,
) {
    // Neither as it was given, nor with what is loaded so far.
    let unreached = |answer: &ClientTrust| {
        let gap = matches!(answer.rule, TrustRule::Incomplete | TrustRule::Fetched);
        !answer.trusted && !answer.with_repair && (gap || answer.rule.is_about_root())
    };
    if !trust::clients().iter().zip(answers).any(|(client, answer)| client.is_around(now) && unreached(answer)) {
        return;
    }
    for index in chain.all_paths().flat_map(|path| path.certificates.clone()).collect::<Vec<_>>() {
        if let Some(certificate) = material.certificates.get(index).filter(|it| !it.is_self_issued()) {
            supply.want_intermediates(&certificate.issuer.raw, &mut chain.wanted);
        }
    }
}
