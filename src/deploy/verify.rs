//! Commands that prove a configuration from outside, and what each should show.

use super::allow::Host;
use super::commands::Script;
use super::guideline::Protocol;
use super::plan::Plan;
use super::syntax::{Plain, Word, text};
use super::targets::{Quirk, Reach};
use crate::report::wire::{Expect, Switch};

/// Probes that tell the truth: `curl --tlsv1.0` only sets a minimum and succeeds over TLS 1.3, and `openssl`
/// itself refuses TLS 1.0 and 1.1 above security level 0, so each version is asked for alone.
pub fn verify(plan: &Plan, script: &mut Script) {
    if plan.target.reach == Reach::Store {
        return;
    }
    anywhere(plan, script);
    if plan.target.is_windows() {
        windows(plan, script);
    }
}

/// Commands that Windows has itself (Windows Server 2019 and 10 1803 for `curl.exe`). What `curl` is in Windows
/// PowerShell 5 is another program.
fn windows(plan: &Plan, script: &mut Script) {
    let port = plan.tls_port();
    let host = plan.example.example();
    script.probe_windows([Plain("Test-NetConnection"), text(&host), Plain("-Port"), text(port)], Expect::Reachable);
    if plan.on(Switch::Redirect) {
        let plain = address(plan, "http", plan.place.http_port, 80);
        script.probe_windows([Plain("curl.exe -sI"), text(plain)], Expect::Redirect);
    }
    if let Some(hsts) = &plan.hsts {
        let header = format!("Strict-Transport-Security: {hsts}");
        let secure = address(plan, "https", port, 443);
        script.probe_windows([Plain("curl.exe -sI"), text(secure)], Expect::Header(header));
    }
}

fn anywhere(plan: &Plan, script: &mut Script) {
    let by_name = match &plan.example {
        Host::Ip(address) => [Plain("-verify_ip"), text(address)],
        host => [Plain("-verify_hostname"), text(host.example())],
    };
    let chain = client(plan, &[Plain("-showcerts")]).into_iter().chain(by_name);
    script.probe(chain.chain([Plain("</dev/null")]), Expect::Chain { certificates: plan.served });
    if plan.client_ca.is_some() {
        // Without a certificate of its own a client sees no more than that.
        script.probe(client(plan, &[Plain("</dev/null")]), Expect::AsksForCertificate);
        return;
    }
    for protocol in Protocol::ALL {
        let name = protocol.name().to_owned();
        let expect = if plan.protocols.contains(&protocol) { Expect::Negotiates(name) } else { Expect::Refuses(name) };
        let flags: &[Word] = match protocol {
            Protocol::Tls10 => &[Plain("-tls1"), Plain("-cipher"), Plain("DEFAULT@SECLEVEL=0")],
            Protocol::Tls11 => &[Plain("-tls1_1"), Plain("-cipher"), Plain("DEFAULT@SECLEVEL=0")],
            Protocol::Tls12 => &[Plain("-tls1_2")],
            Protocol::Tls13 => &[Plain("-tls1_3")],
        };
        let patience = match expect {
            Expect::Refuses(_) if plan.target.is(Quirk::LeavesWaiting) => Some(Plain("timeout 5")),
            _ => None,
        };
        script.probe(patience.into_iter().chain(client(plan, flags)).chain([Plain("-brief </dev/null")]), expect);
    }
    if plan.stapling {
        script.probe(client(plan, &[Plain("-status </dev/null")]), Expect::Stapled);
    }
    if plan.target.reach == Reach::Https {
        http(plan, script);
    }
}

fn http(plan: &Plan, script: &mut Script) {
    if plan.on(Switch::Redirect) {
        let plain = address(plan, "http", plan.place.http_port, 80);
        script.probe([Plain("curl -sI"), text(plain)], Expect::Redirect);
    }
    let secure = text(address(plan, "https", plan.tls_port(), 443));
    if plan.on(Switch::Http2) {
        script.probe([Plain("curl -sI --http2"), secure.clone()], Expect::Http2);
    }
    if plan.on(Switch::Http3) {
        script.probe([Plain("curl -sI --http3-only"), secure.clone()], Expect::Http3);
    }
    if let Some(hsts) = &plan.hsts {
        let header = format!("Strict-Transport-Security: {hsts}");
        script.probe([Plain("curl -sI"), secure], Expect::Header(header));
    }
}

fn client(plan: &Plan, flags: &[Word]) -> Vec<Word> {
    let host = &plan.example;
    let at = text(format!("{}:{}", host.example(), plan.tls_port()));
    let mut words = vec![Plain("openssl s_client"), Plain("-connect"), at];
    if let Reach::StartTls(protocol, _) = plan.target.reach {
        words.extend([Plain("-starttls"), Plain(protocol)]);
        if protocol == "xmpp" {
            // A domain is rarely the name of the machine that serves it.
            words.extend([Plain("-xmpphost"), text(host.example())]);
        }
    }
    match host {
        // An address is never sent as a server name (RFC 6066 §3).
        Host::Ip(_) => words.push(Plain("-noservername")),
        host => words.extend([Plain("-servername"), text(host.example())]),
    }
    words.extend_from_slice(flags);
    words
}

fn address(plan: &Plan, scheme: &str, port: u16, usual: u16) -> String {
    let host = plan.example.example();
    if port == usual { format!("{scheme}://{host}/") } else { format!("{scheme}://{host}:{port}/") }
}
