//! Which kind of certificate it is, and which it takes.

use super::order::Order;
use crate::deploy::allow::Host;
use crate::report::{Cite, Doc, Part, Passage, ValidationLevel, Value};
use crate::text::renewal::kinds as words;

/// What to know.
pub fn passages(order: &Order) -> Vec<Passage> {
    let needs = Passage::new(Part::Kind, order.text(words::NEEDS))
        .say(order.text(words::MINI_PROGRAM))
        .say(order.text(words::APPS))
        .say(order.text(words::ORGANISATION))
        .say(order.text(words::LIST))
        .say(order.text(words::SERVERS))
        .cite(&Cite::new(Doc::WeChatNetwork, ""))
        .cite(&Cite::rfc(9525, "6.3"))
        .cite(&Cite::br("7.1.6.1"));
    present(order).into_iter().chain([needs]).collect()
}

/// The kind of the certificate in hand.
fn present(order: &Order) -> Option<Passage> {
    let leaf = order.leaf?;
    let level = match leaf.validation {
        Some(ValidationLevel::Dv) => words::DV,
        Some(ValidationLevel::Ov) => words::OV,
        Some(ValidationLevel::Ev) => words::EV,
        Some(ValidationLevel::Iv) => words::IV,
        None => words::UNKNOWN,
    };
    let mut passage = Passage::new(Part::Kind, order.text(words::TITLE)).say(order.text(level));
    let hosts: Vec<Host> = leaf.names.iter().filter_map(|name| Host::parse(name).ok()).collect();
    let names: Vec<String> = hosts.iter().map(ToString::to_string).collect();
    let wildcards: Vec<String> =
        hosts.iter().filter(|host| matches!(host, Host::Wildcard(_))).map(ToString::to_string).collect();
    passage = match names.as_slice() {
        [] => passage,
        [name] if wildcards.is_empty() => {
            passage.say(order.fill(words::SINGLE, [("name", Value::from(name.as_str()))]))
        }
        [one, two] if let Some(bare) = with_www(one, two) => {
            passage.say(order.fill(words::SINGLE_WWW, [("name", Value::from(bare))]))
        }
        [_] => passage,
        several => passage.say(order.fill(words::MULTI, [("count", several.len().into())])),
    };
    if !wildcards.is_empty() {
        passage = passage.say(order.fill(words::WILDCARD, [("names", wildcards.into())]));
    }
    Some(passage)
}

/// The bare name of two that differ by `www` only.
fn with_www<'a>(one: &'a str, two: &'a str) -> Option<&'a str> {
    let is_www_of = |www: &str, bare: &str| www.strip_prefix("www.") == Some(bare);
    if is_www_of(one, two) { Some(two) } else { is_www_of(two, one).then_some(one) }
}
