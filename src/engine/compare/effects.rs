use super::{Side, fields};
use crate::engine::{keys::label, reach::spans, x509::Name};
use crate::report::{Change, Code, Effect, EffectId, NameChange, Severity, ValidationLevel, Value};
use std::{borrow::Cow, collections::BTreeSet};

/// What follows when `new` takes the place of `old`, most serious first.
pub(super) fn effects(old: &Side<'_>, new: &Side<'_>, names: &[NameChange]) -> Vec<Effect> {
    if old.certificate.sha256 == new.certificate.sha256 {
        return vec![effect(EffectId::Same, [])];
    }
    let mut effects: Vec<_> = CHECKS.iter().filter_map(|check| check(old, new, names)).collect();
    effects.sort_by_key(|effect| (effect.severity, effect.id));
    effects
}

type Check = fn(&Side<'_>, &Side<'_>, &[NameChange]) -> Option<Effect>;

/// Each says one thing, or nothing.
const CHECKS: &[Check] = &[
    names_lost,
    names_gained,
    dates,
    ends_earlier,
    errors,
    warnings,
    clients,
    purposes,
    must_staple,
    key_kind,
    key,
    key_at_hand,
    issuer,
    validation,
];

fn effect<const N: usize>(id: EffectId, arguments: [(&'static str, Value); N]) -> Effect {
    let arguments = arguments.into_iter().map(|(hole, value)| (Cow::Borrowed(hole), value)).collect();
    Effect { id, severity: id.severity(), arguments }
}

fn of(names: &[NameChange], change: Change) -> Vec<String> {
    names.iter().filter(|name| name.change == change).map(|name| name.name.clone()).collect()
}

fn named(id: EffectId, names: Vec<String>) -> Option<Effect> {
    (!names.is_empty()).then(|| effect(id, [("count", names.len().into()), ("names", names.into())]))
}

fn names_lost(_: &Side<'_>, _: &Side<'_>, names: &[NameChange]) -> Option<Effect> {
    named(EffectId::NamesLost, of(names, Change::Lost))
}

fn names_gained(_: &Side<'_>, _: &Side<'_>, names: &[NameChange]) -> Option<Effect> {
    named(EffectId::NamesGained, of(names, Change::Gained))
}

fn dates(old: &Side<'_>, new: &Side<'_>, _: &[NameChange]) -> Option<Effect> {
    let (now, it) = (new.report.now, new.certificate);
    if it.not_after.at < now {
        Some(effect(EffectId::Ended, [("date", it.not_after.at.into())]))
    } else if it.not_before.at > now {
        let until = old.certificate.not_after.at;
        Some(effect(EffectId::NotYet, [("date", it.not_before.at.into()), ("until", until.into())]))
    } else {
        None
    }
}

fn ends_earlier(old: &Side<'_>, new: &Side<'_>, _: &[NameChange]) -> Option<Effect> {
    let [old, new] = [old, new].map(|side| side.certificate.not_after.at);
    (new < old).then(|| effect(EffectId::EndsEarlier, [("old", old.into()), ("new", new.into())]))
}

/// What is said of the dates and the names above.
const SAID: &[Code] = &[Code::VAL001, Code::VAL002];

/// What is found with the new one and not with the old one.
fn found(old: &Side<'_>, new: &Side<'_>, severity: Severity) -> Vec<String> {
    let codes = |side: &Side<'_>, up_to: Severity| -> BTreeSet<Code> {
        let found = side.report.findings.iter().filter(|finding| finding.severity <= up_to && !finding.is_by_hand());
        found.map(|finding| finding.code).filter(|code| !SAID.contains(code)).collect()
    };
    let (before, worse) = (codes(old, severity), codes(new, Severity::Error));
    let mut after = codes(new, severity);
    if severity > Severity::Error {
        after.retain(|code| !worse.contains(code));
    }
    after.difference(&before).map(|code| code.as_str().to_owned()).collect()
}

fn errors(old: &Side<'_>, new: &Side<'_>, _: &[NameChange]) -> Option<Effect> {
    coded(EffectId::NewErrors, found(old, new, Severity::Error))
}

fn warnings(old: &Side<'_>, new: &Side<'_>, _: &[NameChange]) -> Option<Effect> {
    coded(EffectId::NewWarnings, found(old, new, Severity::Warning))
}

fn coded(id: EffectId, codes: Vec<String>) -> Option<Effect> {
    (!codes.is_empty()).then(|| effect(id, [("codes", codes.into())]))
}

fn clients(old: &Side<'_>, new: &Side<'_>, _: &[NameChange]) -> Option<Effect> {
    let trusts = |side: &Side<'_>, client: usize| side.report.trust.clients.get(client).is_some_and(|it| it.trusted);
    let lost = spans(&|client, _| trusts(old, client) && !trusts(new, client));
    (!lost.is_empty()).then(|| effect(EffectId::ClientsLost, [("clients", lost.into())]))
}

fn purposes(old: &Side<'_>, new: &Side<'_>, _: &[NameChange]) -> Option<Effect> {
    // Without the extension a certificate is good for everything, and nobody can say what that was used for.
    let [old, new] = [old, new].map(|side| fields::tokens(side.certificate, "tbs.extensions.extKeyUsage"));
    let new = new?;
    let lost: Vec<_> = old?.into_iter().filter(|purpose| !new.contains(purpose)).collect();
    (!lost.is_empty()).then(|| effect(EffectId::PurposeLost, [("purposes", lost.into())]))
}

fn must_staple(old: &Side<'_>, new: &Side<'_>, _: &[NameChange]) -> Option<Effect> {
    let [old, new] = [old, new].map(|side| side.certificate.stapling_demand().is_some());
    (new && !old).then(|| effect(EffectId::MustStaple, []))
}

fn key_kind(old: &Side<'_>, new: &Side<'_>, _: &[NameChange]) -> Option<Effect> {
    let [old, new] = [old, new].map(|side| &side.certificate.public_key.algorithm);
    (old.facts().algorithm != new.facts().algorithm)
        .then(|| effect(EffectId::KeyKind, [("old", label(old).into()), ("new", label(new).into())]))
}

fn key(old: &Side<'_>, new: &Side<'_>, _: &[NameChange]) -> Option<Effect> {
    Some(effect(if old.has_key_of(new) { EffectId::SameKey } else { EffectId::NewKey }, []))
}

fn key_at_hand(old: &Side<'_>, new: &Side<'_>, _: &[NameChange]) -> Option<Effect> {
    let has = |side: &Side<'_>| {
        let leaf = side.analysis.chain.leaf;
        leaf.is_some_and(|leaf| side.report.keys.iter().any(|key| key.matches.contains(&leaf)))
    };
    (has(old) && !has(new)).then(|| effect(EffectId::KeyOfTheOld, []))
}

/// Who issued it: an organisation, in which intermediates come and go.
fn issuer(old: &Side<'_>, new: &Side<'_>, _: &[NameChange]) -> Option<Effect> {
    let [before, after] = [old, new].map(|side| &side.certificate.issuer);
    if before.raw == after.raw {
        return None;
    }
    let house = |name: &Name| name.organization().map_or_else(|| name.label(), str::to_owned);
    let (was, is) = (house(before), house(after));
    Some(if was == is {
        effect(EffectId::OtherIntermediate, [("new", after.label().into())])
    } else {
        effect(EffectId::OtherIssuer, [("old", was.into()), ("new", is.into())])
    })
}

fn validation(old: &Side<'_>, new: &Side<'_>, _: &[NameChange]) -> Option<Effect> {
    let name = |side: &Side<'_>| side.certificate.validation_level().map(ValidationLevel::name);
    let (old, new) = (name(old)?, name(new)?);
    (old != new).then(|| effect(EffectId::OtherValidation, [("old", old.into()), ("new", new.into())]))
}
