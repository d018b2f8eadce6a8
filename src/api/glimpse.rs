use crate::{
    engine,
    report::brief::{Answer, Inspect, Question},
};

/// Answers the bytes of a request at a glance, in bytes; none where they are no request.
pub fn glimpse(request: &[u8]) -> Option<Vec<u8>> {
    let Question { id, inspect } = Question::from_bytes(request)?;
    let glance = inspect.and_then(|Inspect { sources, hosts, now }| engine::look(&sources, &hosts, now));
    glance.as_ref().map_or(Answer::NeedsEngine, Answer::Glance).to_bytes(id)
}
