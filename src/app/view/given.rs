//! What was given, source by source, as it was understood.

use crate::app::context::Words;
use crate::app::state::{Origin, State};
use crate::app::view::headline;
use crate::report::{Input, InputKind, Report, Term};
use crate::text::{Lang, escape, page::input as words, term};

/// One source with what was found in it.
#[derive(Clone, Debug, PartialEq)]
pub struct GivenSource {
    /// To take it back.
    pub origin: Origin,
    /// File name; none for the box.
    pub name: Option<String>,
    /// What was found in it; empty while nobody has looked yet.
    pub items: Vec<GivenItem>,
}

/// One thing inside a source.
#[derive(Clone, Debug, PartialEq)]
pub struct GivenItem {
    /// What it is.
    pub kind: InputKind,
    /// Its name, where it has one.
    pub name: Option<String>,
    /// What it is, in words.
    pub role: String,
    /// The line it starts at.
    pub line: Option<u32>,
}

/// The sources of the page's input, in the order given.
pub fn given(state: &State, say: Words) -> Vec<GivenSource> {
    let pasted = (!state.text.trim().is_empty()).then_some((Origin::Pasted, None));
    let files = state.files.iter().map(|file| (Origin::File(file.id), Some(escape(&file.name))));
    let mut sources: Vec<_> =
        pasted.into_iter().chain(files).map(|(origin, name)| GivenSource { origin, name, items: Vec::new() }).collect();
    let Some(judged) = &state.judged else { return sources };
    for input in &judged.report.inputs {
        let origin = judged.origins.get(input.source_index);
        if let Some(source) = sources.iter_mut().find(|source| Some(&source.origin) == origin) {
            source.items.push(item(input, &judged.report, say));
        }
    }
    sources
}

fn item(input: &Input, report: &Report, say: Words) -> GivenItem {
    let certificate = input.certificate.and_then(|index| report.certificates.get(index));
    let key = input.key.and_then(|index| report.keys.get(index));
    let plain = term(Term::Input(input.kind)).lang(say.0);
    // An input whose certificate the repair left out keeps its role.
    let role = input.role.or(certificate.map(|certificate| certificate.role));
    let role = match (role, key) {
        (Some(role), _) => term(Term::Role(role)).lang(say.0).to_owned(),
        (None, Some(key)) if key.encrypted => say.text(words::ENCRYPTED_KEY).to_owned(),
        (None, Some(key)) => {
            let leaf_matches = report.chain.leaf.is_some_and(|leaf| key.matches.contains(&leaf));
            let pair = match (key.matches.is_empty(), leaf_matches) {
                (true, _) => words::KEY_FOREIGN,
                (false, true) => words::KEY_MATCHES,
                (false, false) => words::KEY_OF_OTHER,
            };
            say.fill(pair, [("key", headline::key(&key.facts).into())])
        }
        (None, None) => plain.to_owned(),
    };
    GivenItem {
        kind: input.kind,
        name: certificate.map(|certificate| escape(&certificate.label)),
        role: capitalised(role, say.0),
        line: input.line,
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
