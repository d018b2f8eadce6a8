use crate::{
    engine,
    report::{
        Source, Timestamp,
        brief::{Answer, Inspect, Question},
    },
    text::{
        Lang,
        headline::{Headline, headline},
        page::verdict,
        shelf::{Shelf, needed_by},
    },
};

/// Answers the bytes of a request at a glance, in bytes; none where they are no request.
pub fn glimpse(request: &[u8]) -> Option<Vec<u8>> {
    let Question { id, inspect } = Question::from_bytes(request)?;
    let glance = inspect.and_then(|Inspect { sources, hosts, now }| engine::look(&sources, &hosts, now));
    glance.as_ref().map_or(Answer::NeedsEngine, Answer::Glance).to_bytes(id)
}

/// What is told at a glance about a text, in the words of the first shelf, a line each: the verdict as the contract calls
/// it, what it means, the sentence, that more is to come, the server certificate's name if there is one, then facts. None
/// where only the engine can tell, or other words are needed.
pub fn tell(text: &str, now: Timestamp, lang: Lang) -> Option<Vec<String>> {
    let source = Source { name: String::new(), bytes: text.as_bytes().to_vec() };
    let glance = engine::look(&[source], &[], now)?;
    if needed_by(&glance.findings) != [Shelf::First] {
        return None;
    }
    let Headline { state, sentence, label, facts, others, .. } = headline((&glance).into(), lang);
    let told = [glance.verdict.id(), state, &sentence, verdict::GLANCE_MORE.lang(lang)].map(str::to_owned);
    Some(told.into_iter().chain([label.unwrap_or_default()]).chain(facts).chain(others).collect())
}
