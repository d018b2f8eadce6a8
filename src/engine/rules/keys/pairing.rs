use super::private_key_place;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, keys};
use crate::report::message::KeyMessage;
use crate::report::{Cite, Code, Severity};

/// A private key that does not belong to the server certificate. As long as that one has its own, a key of another
/// server certificate is fine, and a key of nobody merely in the way.
pub static RULE: Rule = Rule {
    code: Code::KEY001,
    cites: &[Cite::rfc(8446, "4.4.3"), Cite::rfc(5280, "4.1.2.7")],
    in_force: InForce::Always,
    check: Check::Key(check),
};

fn check(analysis: &Analysis, index: usize, sink: &mut Sink) {
    let (Some(key), Some((leaf_index, leaf))) = (analysis.material.keys.get(index), analysis.leaf()) else { return };
    let Some(algorithm) = key.algorithm.as_ref() else { return };
    let matches = |index: usize| analysis.keys.get(index).map(|key| key.matches.as_slice()).unwrap_or_default();
    if matches(index).contains(&leaf_index) {
        return;
    }
    let leaf_has_key = (0..analysis.keys.len()).any(|key| matches(key).contains(&leaf_index));
    let elsewhere = matches(index).iter().find_map(|&owner| Some((owner, analysis.certificate(owner)?)));
    let expected = &leaf.public_key.algorithm;
    let unchecked = key.public_key.is_none() && keys::may_pair(algorithm, expected);
    let owner_is_leaf = elsewhere.is_some_and(|(owner, _)| analysis.chain.leaves.contains(&owner));
    if leaf_has_key && owner_is_leaf {
        return;
    }
    let owner_is_ca = elsewhere.is_some_and(|(_, owner)| owner.is_ca());
    let (severity, id) = match elsewhere {
        None if unchecked => (Severity::Warning, KeyMessage::PairUnchecked),
        None => (Severity::Error, KeyMessage::BelongsToNone),
        Some(_) if owner_is_ca => (Severity::Error, KeyMessage::BelongsToAuthority),
        Some(_) => (Severity::Error, KeyMessage::BelongsElsewhere),
    };
    let severity = match severity {
        Severity::Error if leaf_has_key => Severity::Warning,
        _ if leaf_has_key => Severity::Info,
        severity => severity,
    };
    sink.add(severity, id)
        .with("key", keys::label(algorithm))
        .with("name", leaf.label())
        .with("expected", keys::label(expected))
        .with("owner", elsewhere.map(|(_, owner)| owner.label()).unwrap_or_default())
        .at(private_key_place(&analysis.material, key))
        .certificate(leaf_index);
}
