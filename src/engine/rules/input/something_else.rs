use super::{anything_to_judge, is_beside_the_point, place};
use crate::engine::Analysis;
use crate::engine::read::{LooksLike, ProblemKind, SshForm, SshKey};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::InputMessage;
use crate::report::{Cite, Code, Severity};

/// Something else than a certificate or key: what it looks like.
///
/// What someone took for a certificate is an error. A stray file beside readable ones (a picture in the same folder)
/// refuses nothing and is a warning; plain text beside them is a read-me and nothing to speak of, a configuration is
/// what they are for.
pub static RULE: Rule =
    Rule { code: Code::INP007, cites: &[Cite::rfc(7468, "5")], in_force: InForce::Always, check: Check::Once(check) };

fn check(analysis: &Analysis, sink: &mut Sink) {
    let stray = anything_to_judge(analysis);
    for problem in &analysis.material.problems {
        if is_beside_the_point(analysis, problem) {
            continue;
        }
        let looks = match &problem.kind {
            ProblemKind::Unreadable(looks) => looks,
            ProblemKind::Configuration { files } if !stray => {
                let files = files.join(", ");
                sink.error(InputMessage::LooksLikeConfiguration).with("files", files).at(place(problem));
                continue;
            }
            _ => continue,
        };
        let (id, taken_for_it) = match looks {
            LooksLike::Html => (InputMessage::LooksLikeHtml, true),
            LooksLike::Json => (InputMessage::LooksLikeJson, true),
            LooksLike::Ssh(key) => (ssh_key(key), true),
            LooksLike::Pgp => (InputMessage::LooksLikePgp, true),
            LooksLike::MangledBinary => (InputMessage::LooksLikeMangledBinary, true),
            LooksLike::GitLfsPointer => (InputMessage::LooksLikeGitLfsPointer, true),
            LooksLike::Picture => (InputMessage::LooksLikePicture, false),
            LooksLike::Pdf => (InputMessage::LooksLikePdf, false),
            LooksLike::OtherArchive(_) => (InputMessage::LooksLikeOtherArchive, false),
            LooksLike::LockedFile => (InputMessage::LockedInArchive, true),
            LooksLike::PackedFile(_) => (InputMessage::PackedInArchive, true),
            LooksLike::Message(_) => (InputMessage::LooksLikeMessage, false),
            LooksLike::SecretKey => (InputMessage::LooksLikeSecretKey, false),
            LooksLike::RichText => (InputMessage::LooksLikeRichText, false),
            LooksLike::PrintedCertificate if !stray => (InputMessage::LooksLikePrintedCertificate, true),
            // Alone it is "nothing readable".
            LooksLike::Binary if stray => (InputMessage::LooksLikeBinary, false),
            LooksLike::Binary | LooksLike::Empty | LooksLike::Text | LooksLike::PrintedCertificate => continue,
        };
        let what = if let LooksLike::OtherArchive(name) | LooksLike::PackedFile(name) = looks { name } else { "" };
        let severity = if taken_for_it || !stray { Severity::Error } else { Severity::Warning };
        let structure = if let LooksLike::Message(name) = looks { *name } else { "" };
        let form = if let LooksLike::Ssh(key) = looks { name(key) } else { String::new() };
        sink.add(severity, id).with("what", what).with("structure", structure).with("form", form).at(place(problem));
    }
}

const fn ssh_key(key: &SshKey) -> InputMessage {
    match (key.form, key.encrypted) {
        (SshForm::OpenSshPublic | SshForm::Ssh2Public, _) => InputMessage::LooksLikeSshPublicKey,
        (SshForm::OpenSshPrivate | SshForm::Ssh2Private, false) => InputMessage::LooksLikeSshKey,
        (SshForm::OpenSshPrivate | SshForm::Ssh2Private, true) => InputMessage::LooksLikeSshKeyLocked,
        (SshForm::Putty2 | SshForm::Putty3, false) => InputMessage::LooksLikePuttyKey,
        (SshForm::Putty2 | SshForm::Putty3, true) => InputMessage::LooksLikePuttyKeyLocked,
    }
}

/// Names that are the same in every language.
fn name(key: &SshKey) -> String {
    let form = key.form.name();
    key.algorithm.map_or(form.to_owned(), |algorithm| format!("{form}, {algorithm}"))
}
