//! What to know about a configuration, and why one was refused: the findings of this floor.

use super::allow::{Host, Refused, Upstream};
use super::guideline::Protocol;
use super::syntax::Unwritable;
use super::targets::{TARGETS, Target};
use super::version::Version;
use crate::report::message::{ChainMessage, DeployMessage, RemarkMessage};
use crate::report::wire::{Profile, Switch};
use crate::report::{Cite, Code, Doc, Evidence, Finding, Message, MessageId, Report, Severity, Term, Value};

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

/// A renewed certificate gets there in another way than by a script.
pub fn renewed_elsewhere(target: &Target) -> Finding {
    let message = message(DeployMessage::RenewedElsewhere).with("server", target.title);
    Finding::of(Code::DEP008, Severity::Error, message, &[target.cite()])
}

/// The system is not known, or the server does not run there.
pub fn unknown_system(target: &Target, system: &str) -> Finding {
    let known: Vec<String> = target.systems.iter().map(|(id, _)| (*id).to_owned()).collect();
    let message = message(DeployMessage::UnknownSystem).with("system", system).with("known", known);
    Finding::of(Code::DEP008, Severity::Error, message, &[])
}

/// The version is older than anything that we can write for.
pub fn version_too_old(target: &Target, version: Version, oldest: Version) -> Finding {
    let message = message(DeployMessage::VersionTooOld)
        .with("server", target.title)
        .with("version", version.to_string())
        .with("oldest", oldest.to_string());
    Finding::of(Code::DEP005, Severity::Error, message, &[target.cite()])
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

/// The server speaks no TLS to what stands behind it.
pub fn upstream_tls(target: &Target, upstream: &Upstream) -> Finding {
    let message = message(DeployMessage::UpstreamTls)
        .with("server", target.title)
        .with("upstream", upstream.to_string())
        .with("plain", format!("http://{}", upstream.authority()));
    Finding::of(Code::DEP004, Severity::Error, message, &[target.cite()])
}

/// Nobody said where requests go on, and something had to be written.
pub fn upstream_assumed(target: &Target, upstream: &Upstream) -> Finding {
    let message =
        message(DeployMessage::UpstreamAssumed).with("server", target.title).with("upstream", upstream.to_string());
    Finding::of(Code::DEP008, Severity::Warning, message, &[target.cite()])
}

/// The upstream is not what this target sends requests to.
pub fn upstream_foreign(target: &Target, upstream: &str) -> Finding {
    let message = message(DeployMessage::UpstreamForeign).with("server", target.title).with("upstream", upstream);
    Finding::of(Code::DEP004, Severity::Error, message, &[target.cite()])
}

/// A path can not be written.
pub fn path_refused(path: &str, why: Refused) -> Finding {
    let message = match why {
        Refused::Character(character) => message(DeployMessage::PathCharacter).with("character", shown(character)),
        Refused::Form => message(DeployMessage::PathForm),
    };
    Finding::of(Code::DEP004, Severity::Error, message.with("path", path), &[])
}

/// A path of the pair was typed, and not the other.
pub fn path_missing(given: &str, lacks_certificate: bool) -> Finding {
    let id = if lacks_certificate { DeployMessage::CertificatePathMissing } else { DeployMessage::KeyPathMissing };
    Finding::of(Code::DEP004, Severity::Error, message(id).with("path", given), &[])
}

/// A zone that holds none of the names.
pub fn foreign_zone(zone: &str) -> Finding {
    Finding::of(
        Code::DEP008,
        Severity::Error,
        message(DeployMessage::ForeignZone).with("zone", zone),
        &[Cite::rfc(1034, "4.2")],
    )
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
pub fn options_left_out(target: &Target, version: Version, options: &[Switch]) -> Finding {
    let message =
        message(DeployMessage::OptionsLeftOut).with("server", target.named(version)).with("options", terms(options));
    Finding::of(Code::DEP005, Severity::Warning, message, &[target.cite()])
}

/// No version has what was asked for.
pub fn options_unknown(target: &Target, options: &[Switch]) -> Finding {
    let message = message(DeployMessage::OptionsUnknown).with("server", target.title).with("options", terms(options));
    Finding::of(Code::DEP005, Severity::Warning, message, &[target.cite()])
}

fn terms(switches: &[Switch]) -> Value {
    Value::Several(switches.iter().map(|switch| Value::Term(Term::Switch(*switch))).collect())
}

/// The library is too old for the key exchange of tomorrow, and would keep the server from starting.
pub fn hybrid_left_out(target: &Target, library: Version) -> Finding {
    let message = message(DeployMessage::HybridLeftOut)
        .with("library", target.library.title())
        .with("version", library.to_string())
        .with("server", target.title);
    Finding::of(Code::DEP005, Severity::Info, message, &[Cite::new(Doc::TlsRef, "")])
}

/// What is to be known of one server.
pub fn remark(target: &Target, id: RemarkMessage) -> Finding {
    let message = Message::new(id).with("server", target.title);
    Finding::of(Code::DEP008, Severity::Info, message, &[target.cite()])
}

/// The version does not speak some of the TLS versions of the profile.
pub fn protocols_left_out(target: &Target, version: Version, protocols: &[Protocol]) -> Finding {
    let protocols: Vec<String> = protocols.iter().map(Protocol::to_string).collect();
    let message =
        message(DeployMessage::ProtocolsLeftOut).with("server", target.named(version)).with("protocols", protocols);
    Finding::of(Code::DEP005, Severity::Warning, message, &[target.cite()])
}

/// The version speaks none of the TLS versions of the profile.
pub fn no_protocol(target: &Target, version: Version, profile: Profile) -> Finding {
    let message = message(DeployMessage::NoProtocol)
        .with("server", target.named(version))
        .with("profile", Term::Profile(profile));
    Finding::of(Code::DEP005, Severity::Error, message, &[target.cite()])
}

/// The service has no policy without these versions.
pub fn protocols_also_on(target: &Target, protocols: &[Protocol]) -> Finding {
    let protocols: Vec<String> = protocols.iter().map(Protocol::to_string).collect();
    let message = message(DeployMessage::ProtocolsAlsoOn).with("server", target.title).with("protocols", protocols);
    Finding::of(Code::DEP005, Severity::Warning, message, &[target.cite()])
}

/// Names that the server can not be told of: the rest goes on.
pub fn hosts_left_out(target: &Target, hosts: &[Host]) -> Finding {
    let message = message(DeployMessage::HostsLeftOut).with("server", target.title).with("names", named(hosts));
    Finding::of(Code::DEP004, Severity::Info, message, &[target.cite()])
}

/// Nothing else is left.
pub fn hosts_refused(target: &Target, hosts: &[Host]) -> Finding {
    let message = message(DeployMessage::HostsRefused).with("server", target.title).with("names", named(hosts));
    Finding::of(Code::DEP004, Severity::Error, message, &[target.cite()])
}

fn named(hosts: &[Host]) -> Vec<String> {
    hosts.iter().map(ToString::to_string).collect()
}

/// What was typed as the address of an edge is none.
pub fn edge_refused(edge: &str) -> Finding {
    Finding::of(Code::DEP004, Severity::Error, message(DeployMessage::EdgeRefused).with("edge", edge), &[])
}

/// What was typed as the name of a file is none that can be asked for.
pub fn file_name_refused(file: &str, why: Refused) -> Finding {
    let character = match why {
        Refused::Character(character) => shown(character),
        Refused::Form => file.chars().next().map(shown).unwrap_or_default(),
    };
    let message = message(DeployMessage::FileNameRefused).with("file", file).with("character", character);
    Finding::of(Code::DEP004, Severity::Error, message, &[])
}

/// Addresses that no command can be written for.
pub fn checks_left_out(addresses: Vec<String>) -> Finding {
    let message = message(DeployMessage::ChecksLeftOut).with("count", addresses.len()).with("addresses", addresses);
    Finding::of(Code::DEP004, Severity::Warning, message, &WHAT_A_NAME_IS)
}

/// A wildcard is looked at by one of its names, which need not be there.
pub fn checks_example(examples: Vec<String>) -> Finding {
    let message = message(DeployMessage::ChecksExample).with("examples", examples);
    Finding::of(Code::DEP004, Severity::Info, message, &[])
}

/// More places are called than get checks.
pub fn checks_cut(shown: usize, count: usize) -> Finding {
    let message = message(DeployMessage::ChecksCut).with("shown", shown).with("count", count);
    Finding::of(Code::DEP004, Severity::Info, message, &[])
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
