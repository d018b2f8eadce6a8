use super::Rule;
use crate::engine::Analysis;
use crate::engine::read::Problem;
use crate::report::{Evidence, InputKind};

mod broken_structure;
mod damaged_block;
mod error_text;
mod key_given;
mod limit;
mod nothing;
mod password;
mod repeated;
mod request;
mod sloppy;
mod something_else;

/// The rules of this family.
pub static RULES: &[&Rule] = &[
    &nothing::RULE,
    &damaged_block::RULE,
    &broken_structure::RULE,
    &repeated::RULE,
    &request::RULE,
    &password::RULE,
    &something_else::RULE,
    &limit::RULE,
    &key_given::RULE,
    &sloppy::RULE,
    &error_text::RULE,
];

/// Where a problem is.
fn place(problem: &Problem) -> Evidence {
    Evidence { path: problem.source.clone(), offset: problem.offset, line: problem.line, ..Evidence::default() }
}

/// Whether anything was recognised, of use or not.
fn anything_recognised(analysis: &Analysis) -> bool {
    analysis
        .material
        .inputs
        .iter()
        .any(|input| !matches!(input.kind, InputKind::Unknown | InputKind::Parameters | InputKind::ErrorText))
}

/// Whether there is something to judge.
fn anything_to_judge(analysis: &Analysis) -> bool {
    !analysis.material.certificates.is_empty() || !analysis.material.keys.is_empty()
}
