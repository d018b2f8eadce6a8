//! What to know about a configuration, and why one was refused: the findings of this floor.

use super::allow::Refused;
use super::guideline::Protocol;
use super::syntax::Unwritable;
use super::targets::{TARGETS, Target};
use super::version::Version;
use crate::report::message::{ChainMessage, DeployMessage};
use crate::report::wire::Profile;
use crate::report::{Cite, Code, Doc, Evidence, Finding, Message, MessageId, Report, Severity};

fn message(id: impl Into<MessageId>) -> Message {
    Message::new(id)
}

const WHAT_A_NAME_IS: [Cite; 2] = [Cite::rfc(5280, "4.2.1.6"), Cite::rfc(1034, "3.5")];

/// There is no such server.
pub fn unknown_target(target: &str) -> Finding {
    let known: Vec<String> = TARGETS.iter().map(|target| target.id.to_owned()).collect();
    let message = message(DeployMessage::UnknownTarget).with("target", target).with("known", known);
    Finding::of(Code::DEP008, Severity::Error, message, &[])
}

/// The version can not be read.
pub fn unknown_version(server: &str, version: &str) -> Finding {
    let message = message(DeployMessage::UnknownVersion).with("server", server).with("version", version);
    Finding::of(Code::DEP008, Severity::Error, message, &[])
}

/// The version is older than anything that we can write for.
pub fn version_too_old(target: &Target, version: Version, oldest: Version) -> Finding {
    let message = message(DeployMessage::VersionTooOld)
        .with("server", target.title)
        .with("version", version.to_string())
        .with("oldest", oldest.to_string());
    Finding::of(Code::DEP005, Severity::Error, message, std::slice::from_ref(&target.documentation))
}

/// There is nothing to configure for.
pub fn no_server_certificate() -> Finding {
    Finding::of(Code::CHN001, Severity::Error, message(ChainMessage::NoServerCertificate), &[])
}

/// A name that was asked for can not be written.
pub fn name_refused(name: String, why: Refused) -> Finding {
    let message = match why {
        Refused::Character(character) => message(DeployMessage::NameCharacter).with("character", shown(character)),
        Refused::Form => message(DeployMessage::NameForm),
    };
    let mut finding = Finding::of(Code::DEP004, Severity::Error, message.with("name", name.clone()), &WHAT_A_NAME_IS);
    finding.host = Some(name);
    finding
}

/// Names of the certificate that can not be written: left out, the rest goes on.
pub fn names_skipped(names: Vec<(String, Refused)>, certificate: Option<usize>) -> Finding {
    let count = names.len();
    let names: Vec<String> = names
        .into_iter()
        .map(|(name, why)| match why {
            Refused::Character(character) => format!("“{name}” ({})", shown(character)),
            Refused::Form => format!("“{name}”"),
        })
        .collect();
    let message = message(DeployMessage::NamesSkipped).with("count", count).with("names", names);
    let mut finding = Finding::of(Code::DEP004, Severity::Warning, message, &WHAT_A_NAME_IS);
    finding.certificate = certificate;
    finding.evidence.push(Evidence {
        certificate,
        path: "tbs.extensions.subjectAltName".to_owned(),
        ..Evidence::default()
    });
    finding
}

/// No name is left to configure for.
pub fn no_usable_name() -> Finding {
    Finding::of(Code::DEP004, Severity::Error, message(DeployMessage::NoUsableName), &WHAT_A_NAME_IS)
}

/// The upstream can not be written.
pub fn upstream_refused(upstream: &str, why: Refused) -> Finding {
    let message = match why {
        Refused::Character(character) => message(DeployMessage::UpstreamCharacter).with("character", shown(character)),
        Refused::Form => message(DeployMessage::UpstreamForm),
    };
    Finding::of(Code::DEP004, Severity::Error, message.with("upstream", upstream), &[])
}

/// A value got past the allow-list and was stopped by the writer.
pub fn unwritable(server: &str, why: Unwritable) -> Finding {
    let message = match why {
        Unwritable::Character(character) => {
            message(DeployMessage::UnwritableCharacter).with("character", shown(character))
        }
        Unwritable::Misread => message(DeployMessage::Misread),
    };
    Finding::of(Code::DEP004, Severity::Error, message.with("server", server), &[])
}

/// The old versions of TLS are on; most often that takes a lower security level too.
pub fn old_protocols(server: &str, lowered: bool) -> Finding {
    let id = if lowered { DeployMessage::SecurityLevel } else { DeployMessage::OldProtocols };
    let message = message(id).with("server", server);
    Finding::of(
        Code::DEP001,
        Severity::Warning,
        message,
        &[Cite::rfc(8996, "4"), Cite::new(Doc::OpenSsl, "SSL_CTX_set_security_level")],
    )
}

/// TLS 1.3 alone shuts people out.
pub fn only_tls13(oldest_clients: &str) -> Finding {
    let message = message(DeployMessage::OnlyTls13).with("clients", oldest_clients);
    Finding::of(Code::DEP002, Severity::Warning, message, &[Cite::new(Doc::TlsRef, "")])
}

/// There is no responder to staple from; worse when the certificate demands stapling.
pub fn no_responder(report: &Report) -> Finding {
    let must_staple = report.findings.iter().any(|finding| finding.code == Code::CRT006);
    let (severity, id) = if must_staple {
        (Severity::Warning, DeployMessage::MustStapleWithoutResponder)
    } else {
        (Severity::Info, DeployMessage::NoResponder)
    };
    let cites = [Cite::rfc(6066, "8"), Cite::rfc(7633, "")];
    let mut finding = Finding::of(Code::DEP003, severity, message(id), &cites[..if must_staple { 2 } else { 1 }]);
    finding.certificate = report.chain.leaf;
    finding
}

/// The version lacks something that people would miss.
pub fn options_left_out(target: &Target, version: Version, options: Vec<String>) -> Finding {
    let message = message(DeployMessage::OptionsLeftOut)
        .with("server", target.title)
        .with("version", version.to_string())
        .with("options", options);
    Finding::of(Code::DEP005, Severity::Warning, message, std::slice::from_ref(&target.documentation))
}

/// The version does not speak some of the TLS versions of the profile.
pub fn protocols_left_out(target: &Target, version: Version, protocols: &[Protocol]) -> Finding {
    let protocols: Vec<String> = protocols.iter().map(Protocol::to_string).collect();
    let message = message(DeployMessage::ProtocolsLeftOut)
        .with("server", target.title)
        .with("version", version.to_string())
        .with("protocols", protocols);
    Finding::of(Code::DEP005, Severity::Warning, message, std::slice::from_ref(&target.documentation))
}

/// The version speaks none of the TLS versions of the profile.
pub fn no_protocol(target: &Target, version: Version, profile: Profile) -> Finding {
    let message = message(DeployMessage::NoProtocol)
        .with("server", target.title)
        .with("version", version.to_string())
        .with("profile", profile.id());
    Finding::of(Code::DEP005, Severity::Error, message, std::slice::from_ref(&target.documentation))
}

/// TLS may end elsewhere too.
pub fn also_in_front() -> Finding {
    Finding::of(Code::DEP006, Severity::Info, message(DeployMessage::AlsoInFront), &[])
}

/// HSTS is for these names only.
pub fn subdomains_left_out() -> Finding {
    Finding::of(Code::DEP007, Severity::Info, message(DeployMessage::SubdomainsLeftOut), &[Cite::rfc(6797, "6.1.2")])
}

/// A character as people can see it: itself when it is plain ASCII, else its code point.
fn shown(character: char) -> String {
    if character.is_ascii_graphic() { character.to_string() } else { format!("U+{:04X}", u32::from(character)) }
}
