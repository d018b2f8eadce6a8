//! Proving control: the TXT records, and what to know about them.

use super::order::{Order, base, is_within, registrable};
use crate::deploy::checks::caa;
use crate::deploy::syntax::{Plain, shell, text};
use crate::report::{Challenge, ChallengeRecord, Cite, Doc, Part, Passage};
use crate::text::renewal::challenge as words;
use std::collections::{HashMap, HashSet};

/// RFC 8555 §8.4.
const PREFIX: &str = "_acme-challenge";

/// What the commands' CA is called in CAA records.
const LETS_ENCRYPT: &str = "letsencrypt.org";

/// Zones and names that a sentence asks the name servers about.
const ASKED: usize = 3;

/// The record of each name, in the order of the names; a bare name and its wildcard share one.
pub fn records(order: &Order) -> Vec<ChallengeRecord> {
    let mut records: Vec<ChallengeRecord> = Vec::new();
    let mut of = HashMap::new();
    for host in &order.hosts {
        let Some(base) = base(host) else { continue };
        match of.get(base).and_then(|at: &usize| records.get_mut(*at)) {
            Some(record) => record.names.push(host.to_string()),
            None => {
                of.insert(base, records.len());
                records.push(record(order, host.to_string(), base));
            }
        }
    }
    records
}

fn record(order: &Order, name: String, base: &str) -> ChallengeRecord {
    let record = format!("{PREFIX}.{base}");
    let zone = match order.zone_is_typed {
        true => order.options.zone.as_deref().filter(|zone| is_within(base, zone)),
        false => Some(registrable(base)),
    };
    let label = match zone.and_then(|zone| record.strip_suffix(zone)) {
        Some(label) => label.trim_end_matches('.').to_owned(),
        None => record.clone(),
    };
    // The zone's own servers know first: others may keep an old answer.
    let check = zone.map_or_else(
        || shell::command([Plain("dig +short TXT"), text(&record)]),
        |zone| {
            let servers = [Plain("\"@$(dig +short NS"), text(zone), Plain("| head -n 1)\"")];
            shell::command([Plain("dig +short TXT"), text(&record)].into_iter().chain(servers))
        },
    );
    ChallengeRecord {
        names: vec![name],
        zone: zone.map(str::to_owned),
        label,
        check: check.unwrap_or_default(),
        record,
    }
}

/// What to do and to know.
pub fn passages(order: &Order, records: &[ChallengeRecord]) -> Vec<Passage> {
    let Some(first) = records.first() else { return Vec::new() };
    let mut passages = vec![way(order, records)];
    if order.options.challenge == Challenge::Dns {
        passages.push(
            Passage::new(Part::Challenge, order.text(words::FIXED))
                .say(order.text(words::FIXED_TEXT))
                .say(order.text(words::FIXED_PERSIST))
                .cite(&Cite::rfc(8555, "8.4"))
                .cite(&Cite::new(Doc::Page, "https://letsencrypt.org/2026/02/18/dns-persist-01"))
                .cite(&Cite::new(Doc::Page, "https://datatracker.ietf.org/doc/draft-ietf-acme-dns-persist/")),
        );
        passages.push(
            Passage::new(Part::Challenge, order.text(words::DELEGATE))
                .say(order.fill(words::DELEGATE_TEXT, [("record", first.record.as_str().into())]))
                .say(order.text(words::DELEGATE_CLIENTS))
                .cite(&Cite::new(Doc::Page, "https://letsencrypt.org/docs/challenge-types/")),
        );
    }
    passages.push(authorities(order, records));
    passages
}

fn way(order: &Order, records: &[ChallengeRecord]) -> Passage {
    let mut passage = Passage::new(Part::Challenge, order.text(words::WAY));
    if !order.changed_for.is_empty() {
        passage = passage.say(order.fill(words::WILDCARD_NEEDS_DNS, [("names", order.changed_for.clone().into())]));
    }
    if order.options.challenge == Challenge::Http {
        let host = order.names().next().map(ToString::to_string).unwrap_or_default();
        return passage
            .say(order.fill(words::HTTP, [("host", host.into())]))
            .cite(&Cite::rfc(8555, "8.3"))
            .cite(&Cite::rfc(8738, "3"));
    }
    passage = passage.say(order.text(words::DNS)).say(order.text(words::ZONE));
    for record in records.iter().filter(|record| record.names.len() > 1).take(ASKED) {
        let arguments = [("record", record.record.as_str().into()), ("values", record.names.len().into())];
        passage = passage.say(order.fill(words::TWO_VALUES, arguments));
    }
    let strangers: Vec<String> =
        records.iter().filter(|record| record.zone.is_none()).flat_map(|record| record.names.clone()).collect();
    if let (Some(zone), false) = (&order.options.zone, strangers.is_empty()) {
        let arguments = [("names", strangers.into()), ("zone", zone.as_str().into())];
        passage = passage.say(order.fill(words::NOT_IN_ZONE, arguments));
    }
    passage.cite(&Cite::rfc(8555, "8.4"))
}

/// CAs climb from the name to the top and stop at the first answer (RFC 8659 §3).
fn authorities(order: &Order, records: &[ChallengeRecord]) -> Passage {
    let name = |record: &ChallengeRecord| record.record.split_once('.').map(|(_, base)| base.to_owned());
    let mut asked: Vec<String> = records.iter().filter_map(name).take(ASKED).collect();
    let mut zones: Vec<String> = records.iter().filter_map(|record| record.zone.clone()).collect();
    zones.dedup();
    asked.extend(zones.into_iter().take(ASKED));
    let mut seen = HashSet::new();
    asked.retain(|name| seen.insert(name.clone()));
    let command = |name: &String| shell::command([Plain("dig +short CAA"), text(name)]).ok();
    let mut passage = Passage::new(Part::Challenge, order.text(words::CAA)).say(order.text(words::CAA_TEXT));
    let issuer = order.leaf.map(|leaf| caa::organisation(&leaf.issuer)).unwrap_or_default();
    let domains = caa::domains(&issuer).filter(|domains| !domains.contains(&LETS_ENCRYPT));
    if let Some(domains) = domains {
        let domains: Vec<String> = domains.iter().map(|domain| (*domain).to_owned()).collect();
        let arguments = [("issuer", issuer.into()), ("domains", domains.into())];
        passage = passage.say(order.fill(words::CAA_PRESENT, arguments));
    }
    passage.run(asked.iter().filter_map(command)).cite(&Cite::rfc(8659, "3"))
}
