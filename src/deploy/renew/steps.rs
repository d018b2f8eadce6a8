//! The commands of the chosen client, step by step.

use super::clients::{self, ByHand, Client, Job, Line};
use super::order::{LETS_ENCRYPT, Order};
use super::{hook, providers};
use crate::deploy::allow::Host;
use crate::deploy::checks::caa;
use crate::deploy::notes;
use crate::deploy::syntax::{Unwritable, shell};
use crate::report::{AcmeClient, Challenge, Finding, Link, Part, Passage, wire::File};
use crate::text::Pair;
use crate::text::renewal::clients as words;

/// Names in one certificate of Let's Encrypt (its documentation on rate limits).
const NAMES: usize = 100;

/// The passages, and the files that their commands put in place.
///
/// # Errors
/// A value holds a character that has no place in a command line.
pub fn write(order: &Order) -> Result<(Vec<Passage>, Vec<File>), Vec<Finding>> {
    let alone = |why: Pair| vec![Passage::new(Part::Commands, order.text(words::ISSUE)).say(order.text(why))];
    let Some(job) = job(order) else {
        let why = if order.leaf.is_none() { words::NO_LEAF } else { words::ONLY_ADDRESSES };
        return Ok((alone(why), Vec::new()));
    };
    let client = clients::find(order.options.client);
    let person = job.challenge == Challenge::Dns && job.provider.is_none();
    if person && client.by_hand == ByHand::Never && job.names.iter().any(|name| name.starts_with('*')) {
        return Ok((alone(words::CADDY_BY_HAND), Vec::new()));
    }
    let refuse = |why: Unwritable| vec![notes::unwritable(client.id.title(), why)];
    let mut files: Vec<File> = hook::file(client, job.plan).map_err(refuse)?.into_iter().collect();
    files.extend((client.files)(&job).map_err(refuse)?);
    let by_hand = person && client.by_hand != ByHand::Never;
    let stops = by_hand && client.by_hand == ByHand::Stops;
    let (try_it, why) = match client.id {
        AcmeClient::Caddy => (words::CADDY_CHECK, words::CADDY_CHECK_WHY),
        _ if stops => (words::TEST, words::TEST_STOPS),
        _ => (words::TEST, words::TEST_WHY),
    };
    let renewing = match client.id {
        _ if by_hand => words::RENEW_BY_HAND,
        AcmeClient::Lego => words::RENEW_LEGO,
        _ => words::RENEW,
    };
    let mut passages =
        vec![prepare(order, client, &job), step(order, try_it, (client.test)(&job)).say(order.text(why))];
    passages.extend(steps(order, words::ISSUE, (client.issue)(&job), stops, |passage| key(order, passage)));
    passages.extend(steps(order, renewing, (client.renew)(&job), stops, |passage| {
        let passage = if by_hand { passage.say(order.text(words::BY_HAND)) } else { passage };
        let notes = client.by_itself.iter().filter(|_| !by_hand).chain(client.notes);
        notes.fold(passage, |passage, note| passage.say(order.text(*note)))
    }));
    passages.push(place(order, client, &job));
    Ok((passages, files))
}

fn step(order: &Order, title: Pair, lines: Vec<Line>) -> Passage {
    Passage::new(Part::Commands, order.text(title)).run(self::lines(lines))
}

/// A step with what is said of it; in two where the client stops after its first command.
fn steps(
    order: &Order,
    title: Pair,
    mut lines: Vec<Line>,
    stops: bool,
    say: impl FnOnce(Passage) -> Passage,
) -> Vec<Passage> {
    if !stops || lines.len() < 2 {
        return vec![say(step(order, title, lines))];
    }
    let rest = lines.split_off(1);
    let first = say(step(order, title, lines)).say(order.text(words::STOPS));
    vec![first, step(order, words::GO_ON, rest).say(order.text(words::GO_ON_WHY))]
}

/// What is to be got; none without a server certificate, or for addresses only.
pub fn job<'a>(order: &'a Order<'a>) -> Option<Job<'a>> {
    let plan = order.plan.as_ref()?;
    let names: Vec<String> = order.names().map(ToString::to_string).collect();
    (!names.is_empty()).then(|| Job {
        names,
        challenge: order.options.challenge,
        provider: providers::find(order.options.provider),
        key: order.key(),
        mail: format!("admin@{}", order.options.zone.as_deref().unwrap_or_default()),
        days_before: order.margin_days(),
        hook: hook::place(plan),
        plan,
    })
}

/// Command lines; one that can not be written is left out, which the allow-list leaves nothing for.
pub fn lines(lines: Vec<Line>) -> Vec<String> {
    lines.into_iter().filter_map(|line| shell::command(line).ok()).collect()
}

fn prepare(order: &Order, client: &Client, job: &Job) -> Passage {
    let mut passage = whose(order, step(order, words::PREPARE, (client.prepare)(job)));
    if client.by_hand == ByHand::Never && job.challenge == Challenge::Dns && job.provider.is_none() {
        passage = passage.say(order.text(words::CADDY_BY_HAND));
    }
    if let Some(provider) = job.provider.filter(|_| job.challenge == Challenge::Dns) {
        passage = match client.id {
            AcmeClient::Certbot => passage
                .say(order.text(words::FILL_IN))
                .say(order.fill(words::CERTBOT_PLUGIN, [("package", provider.certbot_package.into())])),
            AcmeClient::AcmeSh => passage.say(order.text(words::EXPORT)),
            AcmeClient::Lego => passage.say(order.text(words::FILL_IN)),
            AcmeClient::Caddy => passage.say(order.text(words::FILL_IN)).say(order.text(words::CADDY_MODULE)),
        };
    }
    passage = passage.say(match client.id {
        AcmeClient::Caddy => order.text(words::CADDY_ONLY_ITSELF).to_owned(),
        _ => order.fill(words::PREPARE_HOOK, [("server", job.plan.target.title.into())]),
    });
    if job.names.len() > NAMES {
        passage = passage.say(order.fill(words::TOO_MANY, [("count", job.names.len().into())]));
    }
    let addresses: Vec<String> =
        order.hosts.iter().filter(|host| matches!(host, Host::Ip(_))).map(ToString::to_string).collect();
    if !addresses.is_empty() {
        passage = passage.say(order.fill(words::ADDRESSES_LEFT_OUT, [("names", addresses.into())]));
    }
    passage.links.push(link(client));
    passage
}

/// From whom the certificate comes, where it is another than the present one's.
fn whose(order: &Order, passage: Passage) -> Passage {
    let Some(leaf) = order.leaf.filter(|_| !order.is_from_lets_encrypt()) else { return passage };
    if order.is_self_signed() {
        return passage.say(order.text(words::SELF_SIGNED));
    }
    let issuer = caa::organisation(&leaf.issuer);
    // Whoever only bears its name is no other CA to stay with.
    match issuer.as_str() {
        LETS_ENCRYPT => passage,
        _ => passage.say(order.fill(words::FROM_LETS_ENCRYPT, [("issuer", issuer.into())])),
    }
}

fn key(order: &Order, passage: Passage) -> Passage {
    let pair = if order.keeps_key_kind() { words::KEY_KEPT } else { words::KEY_CHANGED };
    passage.say(order.fill(pair, [("key", order.key().title().into())]))
}

fn place(order: &Order, client: &Client, job: &Job) -> Passage {
    let name = match client.id {
        AcmeClient::Certbot => job.plan.stem.clone(),
        AcmeClient::Lego => job.first().replace('*', "_"),
        AcmeClient::AcmeSh | AcmeClient::Caddy => job.first().to_owned(),
    };
    let passage =
        Passage::new(Part::Commands, order.text(words::PLACE)).say(order.fill(client.place, [("name", name.into())]));
    if client.hook.is_none() {
        return passage;
    }
    let arguments = [("server", job.plan.target.title.into()), ("folder", job.plan.folder().to_string().into())];
    passage.say(order.fill(words::PLACE_OURS, arguments))
}

fn link(client: &Client) -> Link {
    let (title, url) = client.documentation;
    Link { title: title.to_owned(), url: url.to_owned() }
}
