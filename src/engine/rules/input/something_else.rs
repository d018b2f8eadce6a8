use super::{anything_to_judge, is_beside_the_point, place};
use crate::engine::Analysis;
use crate::engine::read::{LooksLike, ProblemKind};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::InputMessage;
use crate::report::{Cite, Code, Severity};

/// Something else than a certificate or key: what it looks like.
///
/// What someone took for a certificate is an error. A stray file beside readable ones (a picture in the same folder)
/// refuses nothing and is a warning; plain text beside them is a read-me and nothing to speak of.
pub static RULE: Rule =
    Rule { code: Code::INP007, cites: &[Cite::rfc(7468, "5")], in_force: InForce::Always, check: Check::Once(check) };

fn check(analysis: &Analysis, sink: &mut Sink) {
    let stray = anything_to_judge(analysis);
    for problem in &analysis.material.problems {
        let ProblemKind::Unreadable(looks) = &problem.kind else { continue };
        if is_beside_the_point(analysis, problem) {
            continue;
        }
        let (id, taken_for_it) = match looks {
            LooksLike::Html => (InputMessage::LooksLikeHtml, true),
            LooksLike::Json => (InputMessage::LooksLikeJson, true),
            LooksLike::SshKey => (InputMessage::LooksLikeSshKey, true),
            LooksLike::Picture => (InputMessage::LooksLikePicture, false),
            LooksLike::Pdf => (InputMessage::LooksLikePdf, false),
            LooksLike::OtherArchive(_) => (InputMessage::LooksLikeOtherArchive, false),
            LooksLike::LockedFile => (InputMessage::LockedInArchive, true),
            LooksLike::PackedFile(_) => (InputMessage::PackedInArchive, true),
            LooksLike::Message(_) => (InputMessage::LooksLikeMessage, false),
            LooksLike::SecretKey => (InputMessage::LooksLikeSecretKey, false),
            // Alone it is "nothing readable".
            LooksLike::Binary if stray => (InputMessage::LooksLikeBinary, false),
            LooksLike::Binary | LooksLike::Empty | LooksLike::Text => continue,
        };
        let what = if let LooksLike::OtherArchive(name) | LooksLike::PackedFile(name) = looks { name } else { "" };
        let severity = if taken_for_it || !stray { Severity::Error } else { Severity::Warning };
        let structure = if let LooksLike::Message(name) = looks { *name } else { "" };
        sink.add(severity, id).with("what", what).with("structure", structure).at(place(problem));
    }
}
