//! Pins of the public keys: SHA-256 of the `SubjectPublicKeyInfo` in base64 (RFC 7469 §2.4), as apps take them.

use super::{Made, Order, Random, hosts};
use crate::engine::names::Wanted;
use crate::report::wire::File;
use crate::text::escape;
use base64::{Engine, engine::general_purpose::STANDARD};
use std::fmt::Write;

pub(super) fn write(order: &Order<'_>, _: Random<'_>) -> Made<Vec<File>> {
    let pins: Vec<_> = order
        .analysis
        .served()
        .map(|certificate| (escape(&certificate.label()), STANDARD.encode(certificate.spki_sha256)))
        .collect();
    // Writing to a `String` never fails: what `writeln!` answers says nothing.
    let mut text = String::new();
    for (label, pin) in &pins {
        let _ = writeln!(text, "# {label}\nsha256/{pin}");
    }
    let pins: Vec<_> = pins.into_iter().map(|(_, pin)| pin).collect();
    for host in hosts::hosts(order.leaf) {
        if let Some(name) = pinnable(&host) {
            for_host(&mut text, &name, matches!(host, Wanted::Wildcard(_)), &pins);
        }
    }
    Ok(vec![order.file(text.into_bytes())])
}

/// Apps pin names, not addresses.
fn pinnable(host: &Wanted) -> Option<String> {
    match host {
        Wanted::Name(name) => Some(name.clone()),
        Wanted::Wildcard(base) => Some(base.clone()),
        Wanted::Address(_) => None,
    }
}

/// One host in the three forms that apps use.
fn for_host(text: &mut String, name: &str, below: bool, pins: &[String]) {
    let pattern = if below { format!("*.{name}") } else { name.to_owned() };
    let _ = writeln!(text, "\n# OkHttp: {pattern}\nCertificatePinner.Builder()");
    for pin in pins {
        let _ = writeln!(text, "    .add(\"{pattern}\", \"sha256/{pin}\")");
    }
    let _ =
        writeln!(text, "    .build()\n\n# Android, res/xml/network_security_config.xml: {pattern}\n<domain-config>");
    let _ = writeln!(text, "    <domain includeSubdomains=\"{below}\">{name}</domain>\n    <pin-set>");
    for pin in pins {
        let _ = writeln!(text, "        <pin digest=\"SHA-256\">{pin}</pin>");
    }
    let _ = writeln!(
        text,
        "    </pin-set>\n</domain-config>\n\n# TrustKit, Info.plist: {pattern}\n<key>{name}</key>\n<dict>"
    );
    if below {
        let _ = writeln!(text, "    <key>TSKIncludeSubdomains</key>\n    <true/>");
    }
    let _ = writeln!(text, "    <key>TSKPublicKeyHashes</key>\n    <array>");
    for pin in pins {
        let _ = writeln!(text, "        <string>{pin}</string>");
    }
    let _ = writeln!(text, "    </array>\n</dict>");
}
