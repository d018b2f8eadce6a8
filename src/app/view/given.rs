//! What was given, source by source, as it was understood.

use crate::app::context::Words;
use crate::app::state::{Origin, State};
use crate::report::{
    Input, InputKind, OcspStatus, PublicKeySummary, Report, RevocationKind, RevocationState, RevocationSummary, Term,
};
use crate::text::{Lang, Pair, escape, headline, page::input as words, term};

/// One source with what was found in it.
#[derive(Clone, Debug, PartialEq)]
pub struct GivenSource {
    /// To take it back.
    pub origin: Origin,
    /// File name; none for the box.
    pub name: Option<String>,
    /// What was found in it, by the places among the inputs of the report; empty while nobody has looked yet. Words
    /// are made of those that are shown: there can be thousands.
    pub items: Vec<usize>,
}

/// One thing inside a source.
#[derive(Clone, Debug, PartialEq)]
pub struct GivenItem {
    /// What it is.
    pub kind: InputKind,
    /// The file that holds it, as a path inside its source; empty for what stands in the source itself.
    pub path: String,
    /// Its name, where it has one.
    pub name: Option<String>,
    /// What it is, in words.
    pub role: String,
    /// The line it starts at.
    pub line: Option<u32>,
}

/// The sources of the page's input, in the order given.
pub fn given(state: &State) -> Vec<GivenSource> {
    let pasted = (!state.text.trim().is_empty()).then_some((Origin::Pasted, None));
    let files = state.files.iter().map(|file| (Origin::File(file.id), Some(escape(&file.name))));
    let mut sources: Vec<_> =
        pasted.into_iter().chain(files).map(|(origin, name)| GivenSource { origin, name, items: Vec::new() }).collect();
    let Some(judged) = &state.judged else { return sources };
    for (place, input) in judged.report.inputs.iter().enumerate() {
        let origin = judged.origins.get(input.source_index);
        if let Some(source) = sources.iter_mut().find(|source| Some(&source.origin) == origin) {
            source.items.push(place);
        }
    }
    sources
}

impl GivenSource {
    /// The first things that were found in it.
    pub fn first(&self, count: usize, report: &Report, say: Words) -> Vec<GivenItem> {
        let inputs = self.items.iter().take(count).filter_map(|&place| report.inputs.get(place));
        let path = |input: &Input| Some(inside(&escape(&input.source), self.name.as_deref()?));
        inputs.map(|it| GivenItem { path: path(it).unwrap_or_default(), ..item(it, report, say) }).collect()
    }
}

pub(super) fn item(input: &Input, report: &Report, say: Words) -> GivenItem {
    let certificate = input.certificate.and_then(|index| report.certificates.get(index));
    let key = input.key.and_then(|index| report.keys.get(index));
    let plain = term(Term::Input(input.kind)).lang(say.0);
    // An input whose certificate the repair left out keeps its role.
    let role = input.role.or(certificate.map(|certificate| certificate.role));
    let role = match (role, key) {
        (Some(role), _) => term(Term::Role(role)).lang(say.0).to_owned(),
        (None, Some(key)) if key.is_locked() => say.text(words::ENCRYPTED_KEY).to_owned(),
        (None, Some(key)) => {
            let leaf_matches = report.chain.leaf.is_some_and(|leaf| key.matches.contains(&leaf));
            let pair = match (key.matches.is_empty(), leaf_matches) {
                (true, _) => words::KEY_FOREIGN,
                (false, true) => words::KEY_MATCHES,
                (false, false) => words::KEY_OF_OTHER,
            };
            say.fill(pair, [("key", headline::key(&key.facts).into())])
        }
        (None, None) => beside(input, report, say).unwrap_or_else(|| plain.to_owned()),
    };
    GivenItem {
        kind: input.kind,
        path: String::new(),
        name: certificate.map(|certificate| escape(&certificate.label)),
        role: capitalised(role, say.0),
        line: input.line,
    }
}

/// A path below the source it was found in.
fn inside(path: &str, source: &str) -> String {
    path.strip_prefix(source).and_then(|rest| rest.strip_prefix('/')).unwrap_or_default().to_owned()
}

/// What stands beside certificates and their keys.
fn beside(input: &Input, report: &Report, say: Words) -> Option<String> {
    if let Some(request) = input.request.and_then(|index| report.requests.get(index)) {
        let key = headline::key(&request.key);
        return Some(say.fill(words::REQUEST, [("name", request.label.as_str().into()), ("key", key.into())]));
    }
    if let Some(key) = input.public_key.and_then(|index| report.public_keys.get(index)) {
        return Some(public_key(key, report, say));
    }
    let data = input.revocation.and_then(|index| report.revocation.get(index))?;
    Some(match data.kind {
        RevocationKind::Crl => dated(words::LIST, words::LIST_WITHOUT_END, &data.label, data, say),
        RevocationKind::Ocsp => answer(data, report, say),
    })
}

fn public_key(key: &PublicKeySummary, report: &Report, say: Words) -> String {
    let facts = headline::key(&key.key);
    let owner = key.matches.first().and_then(|&index| report.certificates.get(index));
    match owner {
        Some(owner) => {
            say.fill(words::PUBLIC_KEY_OF_CERTIFICATE, [("key", facts.into()), ("name", owner.label.as_str().into())])
        }
        None if key.key_matches.is_empty() => say.fill(words::PUBLIC_KEY_FOREIGN, [("key", facts.into())]),
        None => say.fill(words::PUBLIC_KEY_OF_KEY, [("key", facts.into())]),
    }
}

fn answer(data: &RevocationSummary, report: &Report, say: Words) -> String {
    if let Some(status) = data.response.filter(|status| *status != OcspStatus::Successful) {
        return say.fill(words::NO_ANSWER, [("status", status.name().into())]);
    }
    let about = data.certificates.first();
    let about = about.and_then(|about| Some((about.status, report.certificates.get(about.certificate)?)));
    match about {
        Some((RevocationState::Good, it)) => {
            dated(words::ANSWER_GOOD, words::ANSWER_GOOD_WITHOUT_END, &it.label, data, say)
        }
        Some((RevocationState::Revoked, it)) => say.fill(words::ANSWER_REVOKED, [("name", it.label.as_str().into())]),
        Some((RevocationState::Unknown, it)) => say.fill(words::ANSWER_UNKNOWN, [("name", it.label.as_str().into())]),
        None => say.fill(words::ANSWER_ABOUT_OTHERS, [("name", data.label.as_str().into())]),
    }
}

/// With the date of the next update, where there is one.
fn dated(with_end: Pair, without_end: Pair, name: &str, data: &RevocationSummary, say: Words) -> String {
    match data.next_update {
        Some(next) => say.fill(with_end, [("name", name.into()), ("next", next.into())]),
        None => say.fill(without_end, [("name", name.into())]),
    }
}

/// A term at the start of a line.
pub fn capitalised(text: String, lang: Lang) -> String {
    let mut characters = text.chars();
    match (lang, characters.next()) {
        (Lang::En, Some(first)) => std::iter::once(first.to_ascii_uppercase()).chain(characters).collect(),
        _ => text,
    }
}
