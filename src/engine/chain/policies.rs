//! Certificate policies (RFC 5280 §6.1, as RFC 9618 mends it): whether a policy holds on the whole path, where one of its
//! certificates asks for that.
//!
//! RFC 5280 keeps a tree that hostile certificates can make grow without end; RFC 9618 a graph with one node for each
//! policy and level. Nobody asks here which policies hold in the end, only whether any does, and for that the graph needs
//! no edges: the next level follows from the one before. So only that one is kept, and it is never larger than what
//! two certificates say.

use super::{Fault, FaultKind};
use crate::engine::sorted;
use crate::engine::x509::{
    Certificate, ExtensionValue,
    extensions::{Policy, PolicyConstraints},
};

/// RFC 5280 §4.2.1.4.
const ANY_POLICY: &str = "2.5.29.32.0";

/// The policies that hold at one certificate, each with those that may stand for it in the next.
type Level<'a> = Vec<(&'a str, Vec<&'a str>)>;

/// A counter of RFC 5280 §6.1.2: certificates until something holds, and who began to count.
#[derive(Clone, Copy)]
struct Countdown {
    left: usize,
    from: usize,
}

struct State<'a> {
    level: Level<'a>,
    explicit_policy: Countdown,
    policy_mapping: Countdown,
    inhibit_any: Countdown,
}

/// What is wrong with the policies of a path, which comes leaf first and without what is trusted.
pub(super) fn fault(way: &[(usize, &Certificate)]) -> Option<Fault> {
    let (&(leaf, _), _) = way.split_first()?;
    let never = Countdown { left: way.len().saturating_add(1), from: leaf };
    let mut state = State {
        level: vec![(ANY_POLICY, vec![ANY_POLICY])],
        explicit_policy: never,
        policy_mapping: never,
        inhibit_any: never,
    };
    for (position, &(index, certificate)) in way.iter().enumerate().rev() {
        let is_last = position == 0;
        let below = way.get(position.saturating_sub(1)).map_or(index, |(below, _)| *below);
        let fault = |kind| Some(Fault { certificate: index, below, kind });
        state.meet(certificate, is_last);
        if is_last {
            state.explicit_policy.count(1);
            if constraints(certificate).is_some_and(|constraints| constraints.require_explicit == Some(0)) {
                state.explicit_policy.bound(0, index);
            }
        }
        if state.explicit_policy.left == 0 && state.level.is_empty() {
            return fault(FaultKind::NoPolicy { asked_by: state.explicit_policy.from });
        }
        if !is_last && !state.prepare(index, certificate) {
            return fault(FaultKind::MapsAnyPolicy);
        }
    }
    None
}

impl Countdown {
    fn count(&mut self, steps: usize) {
        self.left = self.left.saturating_sub(steps);
    }

    fn bound(&mut self, most: u32, index: usize) {
        if let Some(most) = usize::try_from(most).ok().filter(|most| *most < self.left) {
            *self = Self { left: most, from: index };
        }
    }
}

impl<'a> State<'a> {
    /// RFC 5280 §6.1.3 (d) and (e): the level of a certificate follows from the one above.
    fn meet(&mut self, certificate: &'a Certificate, is_last: bool) {
        let above = std::mem::take(&mut self.level);
        let Some(policies) = policies(certificate) else { return };
        let expected = set(above.iter().flat_map(|(_, expected)| expected).copied());
        let any_above = above.iter().any(|(policy, _)| *policy == ANY_POLICY);
        let holds = |policy: &&str| *policy != ANY_POLICY && (any_above || expected.binary_search(policy).is_ok());
        let mut valid: Vec<&'a str> = policies.iter().map(|policy| policy.oid.as_str()).filter(holds).collect();
        let any_counts = self.inhibit_any.left > 0 || (!is_last && certificate.is_self_issued());
        if any_counts && policies.iter().any(|policy| policy.oid == ANY_POLICY) {
            valid.extend(expected);
        }
        self.level = set(valid.into_iter()).into_iter().map(|policy| (policy, vec![policy])).collect();
    }

    /// RFC 5280 §6.1.4: what a CA certificate says about those below it. False when it maps `anyPolicy`.
    fn prepare(&mut self, index: usize, certificate: &'a Certificate) -> bool {
        let mappings = certificate
            .extension(|value| if let ExtensionValue::PolicyMappings(it) = value { Some(it.as_slice()) } else { None })
            .unwrap_or_default();
        if mappings.iter().any(|(from, to)| from == ANY_POLICY || to == ANY_POLICY) {
            return false;
        }
        self.map(mappings);
        if !certificate.is_self_issued() {
            self.explicit_policy.count(1);
            self.policy_mapping.count(1);
            self.inhibit_any.count(1);
        }
        if let Some(constraints) = constraints(certificate) {
            constraints.require_explicit.into_iter().for_each(|most| self.explicit_policy.bound(most, index));
            constraints.inhibit_mapping.into_iter().for_each(|most| self.policy_mapping.bound(most, index));
        }
        let inhibit =
            |value: &ExtensionValue| if let ExtensionValue::InhibitAnyPolicy(it) = value { Some(*it) } else { None };
        certificate.extension(inhibit).into_iter().for_each(|most| self.inhibit_any.bound(most, index));
        true
    }

    /// RFC 5280 §6.1.4 (b).
    fn map(&mut self, mappings: &'a [(String, String)]) {
        let pairs = set(mappings.iter().map(|(from, to)| (from.as_str(), to.as_str())));
        let any_here = self.level.iter().any(|(policy, _)| *policy == ANY_POLICY);
        for mapped in pairs.chunk_by(|one, other| one.0 == other.0) {
            let Some((from, _)) = mapped.first() else { continue };
            let place = self.level.binary_search_by(|(policy, _)| policy.cmp(from));
            let expected = mapped.iter().map(|(_, to)| *to).collect();
            match place {
                Ok(place) if self.policy_mapping.left == 0 => {
                    self.level.remove(place);
                }
                Ok(place) => {
                    if let Some((_, known)) = self.level.get_mut(place) {
                        *known = expected;
                    }
                }
                Err(place) if self.policy_mapping.left > 0 && any_here => self.level.insert(place, (from, expected)),
                Err(_) => {}
            }
        }
    }
}

/// Each item once, in order.
fn set<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    sorted::sort(&mut items);
    items.dedup();
    items
}

fn policies(certificate: &Certificate) -> Option<&[Policy]> {
    certificate
        .extension(|value| if let ExtensionValue::CertificatePolicies(it) = value { Some(it.as_slice()) } else { None })
}

fn constraints(certificate: &Certificate) -> Option<PolicyConstraints> {
    certificate.extension(|value| if let ExtensionValue::PolicyConstraints(it) = value { Some(*it) } else { None })
}
