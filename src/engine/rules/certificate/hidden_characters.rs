use crate::engine::Analysis;
use crate::engine::names::{Disguise, disguise, unicode_form};
use crate::engine::rules::{Check, Found, InForce, Rule, Sink};
use crate::engine::x509::{Certificate, GeneralNameKind, Name};
use crate::report::message::CertificateMessage;
use crate::report::{Cite, Code, Evidence, Role};

/// How many places one finding points at. A certificate may hold 10,000 bad names.
const POINTED_AT: usize = 32;

/// A name that pretends to be another: in the subject, the issuer, or the alternative names (both of their forms).
pub static RULE: Rule = Rule {
    code: Code::CRT009,
    cites: &[Cite::rfc(5890, "4.4")],
    in_force: InForce::Always,
    check: Check::Each(&[Role::Leaf, Role::Intermediate, Role::Root], check),
};

fn check(_: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    let mut shown: Vec<(CertificateMessage, String, Evidence)> = Vec::new();
    for (field, name) in [("tbs.issuer", &certificate.issuer), ("tbs.subject", &certificate.subject)] {
        // A self-signed certificate has one name twice; once is enough.
        if !(field == "tbs.issuer" && certificate.is_self_issued()) {
            shown.extend(in_name(index, certificate, field, name));
        }
    }
    shown.extend(in_alternative_names(index, certificate));
    for id in [CertificateMessage::HiddenCharacter, CertificateMessage::MixedAlphabets, CertificateMessage::LookAlike] {
        let (names, places): (Vec<_>, Vec<_>) =
            shown.extract_if(.., |(of, ..)| *of == id).map(|(_, text, evidence)| (text, evidence)).unzip();
        if !names.is_empty() {
            let found = sink.warning(id).with("names", names);
            places.into_iter().take(POINTED_AT).fold(found, Found::at);
        }
    }
}

fn in_name(
    index: usize,
    certificate: &Certificate,
    field: &'static str,
    name: &Name,
) -> impl Iterator<Item = (CertificateMessage, String, Evidence)> {
    name.attributes.iter().filter_map(move |attribute| {
        let id = message(disguise(&attribute.value)?);
        let path = format!("{field}.{}", attribute.short_name.unwrap_or(&attribute.oid));
        Some((id, attribute.value.clone(), certificate.evidence(index, &path, &attribute.bytes)))
    })
}

fn in_alternative_names(
    index: usize,
    certificate: &Certificate,
) -> impl Iterator<Item = (CertificateMessage, String, Evidence)> {
    let entries = certificate.subject_alternative_names().unwrap_or_default().iter().enumerate();
    entries.filter_map(move |(position, entry)| {
        let (GeneralNameKind::Dns(text) | GeneralNameKind::Email(text) | GeneralNameKind::Uri(text)) = &entry.kind
        else {
            return None;
        };
        let unicode = unicode_form(text);
        let id = message(disguise(text).or_else(|| disguise(unicode.as_deref()?))?);
        let path = format!("tbs.extensions.subjectAltName[{position}]");
        Some((id, unicode.unwrap_or_else(|| text.clone()), certificate.evidence(index, &path, &entry.bytes)))
    })
}

const fn message(disguise: Disguise) -> CertificateMessage {
    match disguise {
        Disguise::Hidden(_) => CertificateMessage::HiddenCharacter,
        Disguise::MixedAlphabets => CertificateMessage::MixedAlphabets,
        Disguise::LookAlike => CertificateMessage::LookAlike,
    }
}
