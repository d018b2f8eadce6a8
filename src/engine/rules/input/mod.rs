use super::Rule;
use crate::engine::Analysis;
use crate::engine::read::{LooksLike, Problem, ProblemKind};
use crate::report::{Evidence, Input, InputKind};

mod broken_structure;
mod damaged_block;
mod error_text;
mod file_name;
mod key_given;
mod limit;
mod nothing;
mod pack;
mod password;
mod repeated;
#[cfg(feature = "full")]
mod request;
mod sloppy;
mod something_else;

/// The rules of this family.
pub static RULES: &[&Rule] = &[
    &nothing::RULE,
    &damaged_block::RULE,
    &broken_structure::RULE,
    &repeated::RULE,
    #[cfg(feature = "full")]
    &request::RULE,
    &password::RULE,
    &something_else::RULE,
    &limit::RULE,
    &key_given::RULE,
    &file_name::RULE,
    &sloppy::RULE,
    &error_text::RULE,
    &pack::RULE,
];

/// Where a problem is.
fn place(problem: &Problem) -> Evidence {
    Evidence { path: problem.source.clone(), offset: problem.offset, line: problem.line, ..Evidence::default() }
}

/// What is worth as much as lies in it.
const CONTAINERS: [InputKind; 4] = [InputKind::Archive, InputKind::Pkcs7, InputKind::Pkcs12, InputKind::Jks];

/// Whether anything was recognised, of use or not.
fn anything_recognised(analysis: &Analysis) -> bool {
    const NOTHING_BY_THEMSELVES: [InputKind; 4] =
        [InputKind::Unknown, InputKind::Parameters, InputKind::Password, InputKind::ErrorText];
    let nothing = |kind: InputKind| NOTHING_BY_THEMSELVES.contains(&kind) || CONTAINERS.contains(&kind);
    analysis.material.inputs.iter().any(|input| !nothing(input.kind))
}

/// Whether there is something to judge.
fn anything_to_judge(analysis: &Analysis) -> bool {
    !analysis.material.certificates.is_empty() || !analysis.material.keys.is_empty()
}

/// Endings of files that hold certificates, keys, or what belongs to them; a download that failed bears them, too.
static ENDINGS: [&str; 15] =
    ["", "crt", "cer", "pem", "key", "der", "p7b", "p7c", "p7s", "pfx", "p12", "jks", "csr", "ca-bundle", "txt"];

/// Whether a file was packed beside what matters, under a name of its own kind: a manual, a picture, the parts of an
/// office document. Nobody took it for a certificate.
fn is_beside_the_point(analysis: &Analysis, problem: &Problem) -> bool {
    let file = problem.source.rsplit(['/', '\\']).next().unwrap_or_default();
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    let ours = ENDINGS.iter().any(|one| one.eq_ignore_ascii_case(ending));
    let is_around = |input: &Input| input.kind == InputKind::Archive && input.source_index == problem.source_index;
    let looks = match &problem.kind {
        ProblemKind::Unreadable(looks) => *looks,
        _ => return false,
    };
    let is_something_else = matches!(
        looks,
        LooksLike::Html | LooksLike::Json | LooksLike::Picture | LooksLike::Pdf | LooksLike::Text | LooksLike::Binary
    );
    is_something_else && !ours && analysis.material.inputs.iter().any(is_around)
}
