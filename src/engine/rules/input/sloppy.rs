use super::place;
use crate::engine::Analysis;
use crate::engine::read::{Problem, ProblemKind, Sloppiness};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::InputMessage;
use crate::report::{Cite, Code, Repair, Severity};

/// How many places one finding points at.
const POINTED_AT: usize = 32;

/// PEM that reads here and that OpenSSL, and with it most servers, refuses: one finding a file and kind.
pub static RULE: Rule = Rule {
    code: Code::INP011,
    cites: &[Cite::rfc(7468, "2"), Cite::rfc(7468, "3")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

/// The source, the file in it, and what is sloppy.
type Group<'a> = (usize, &'a str, Sloppiness);

fn check(analysis: &Analysis, sink: &mut Sink) {
    let mut groups: Vec<(Group<'_>, Vec<&Problem>)> = Vec::new();
    for problem in &analysis.material.problems {
        let ProblemKind::Sloppy(kind) = problem.kind else { continue };
        let group = (problem.source_index, problem.source.as_str(), kind);
        match groups.binary_search_by_key(&group, |(group, _)| *group) {
            Ok(place) => {
                if let Some((_, places)) = groups.get_mut(place) {
                    places.push(problem);
                }
            }
            Err(place) => groups.insert(place, (group, vec![problem])),
        }
    }
    for ((.., kind), places) in groups {
        let line = places.first().and_then(|problem| problem.line).unwrap_or(1);
        let mut found = sink.add(severity(kind), message(kind)).with("line", line).with("count", places.len());
        for problem in places.into_iter().take(POINTED_AT) {
            found = found.at(place(problem));
        }
        if !analysis.material.certificates.is_empty() {
            found.repair(Repair::FullChain);
        }
    }
}

/// What Kubernetes keeps in base64 is right where it is: nobody has to mend it there.
const fn severity(kind: Sloppiness) -> Severity {
    if matches!(kind, Sloppiness::PackedValue) { Severity::Info } else { Severity::Warning }
}

const fn message(kind: Sloppiness) -> InputMessage {
    match kind {
        Sloppiness::ByteOrderMark => InputMessage::ByteOrderMark,
        Sloppiness::GluedBlocks => InputMessage::GluedBlocks,
        Sloppiness::BlankLineInside => InputMessage::BlankLineInside,
        Sloppiness::Indented => InputMessage::Indented,
        Sloppiness::LongLine => InputMessage::LongLine,
        Sloppiness::OldLabel => InputMessage::OldLabel,
        Sloppiness::WrongLabel => InputMessage::WrongLabel,
        Sloppiness::LoneCarriageReturn => InputMessage::LoneCarriageReturn,
        Sloppiness::MarkerLine => InputMessage::MarkerLine,
        Sloppiness::SharedLine => InputMessage::SharedLine,
        Sloppiness::Quoted => InputMessage::Quoted,
        Sloppiness::InvisibleCharacter => InputMessage::InvisibleCharacter,
        Sloppiness::NoMarkers => InputMessage::NoMarkers,
        Sloppiness::Utf16 => InputMessage::Utf16,
        Sloppiness::EscapedNewlines => InputMessage::EscapedNewlines,
        Sloppiness::Packed | Sloppiness::PackedValue => InputMessage::Packed,
        Sloppiness::Decorated => InputMessage::Decorated,
        Sloppiness::TerminalColours => InputMessage::TerminalColours,
        Sloppiness::Html => InputMessage::HtmlSource,
        Sloppiness::PercentEncoded => InputMessage::PercentEncoded,
        Sloppiness::QuotedPrintable => InputMessage::QuotedPrintable,
        Sloppiness::RichText => InputMessage::RichText,
        Sloppiness::FullWidth => InputMessage::FullWidth,
        Sloppiness::UrlSafe => InputMessage::UrlSafe,
        Sloppiness::Hexadecimal => InputMessage::Hexadecimal,
    }
}
