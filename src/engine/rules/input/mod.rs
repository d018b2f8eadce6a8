use super::Rule;
use crate::engine::Analysis;
use crate::engine::read::Problem;
use crate::report::{Evidence, InputKind};

mod broken_structure;
mod damaged_block;
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
];

/// Where a problem is.
fn place(problem: &Problem) -> Evidence {
    Evidence { path: problem.source.clone(), offset: problem.offset, line: problem.line, ..Evidence::default() }
}

/// Whether anything among what was given is of use.
fn anything_readable(analysis: &Analysis) -> bool {
    analysis.material.inputs.iter().any(|input| !matches!(input.kind, InputKind::Unknown | InputKind::Parameters))
}
