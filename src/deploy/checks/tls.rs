//! What a server says in the handshake: its certificates, its versions, on each of its addresses.

use super::step::{Group, Proof, Test, Writer};
use crate::deploy::allow::Host;
use crate::deploy::endpoint::Endpoint;
use crate::deploy::guideline::Protocol;
use crate::deploy::syntax::{Plain, Word, text};
use crate::report::{CheckTopic, Report, Value};
use crate::text::{Pair, checks as words};
use std::net::IpAddr;

/// `curl` could not resolve, could not connect.
const NOT_THERE: &[u8] = &[6, 7];

/// This `curl` was built without the version or does not know the option.
const UNABLE: &[u8] = &[2, 4, 59];

/// Seconds after which a request is given up, and how a status is shown.
const QUIET: [Word; 2] = [Plain("curl -sS --max-time 20 -o /dev/null"), Plain(r"-w '%{http_code} %{remote_ip}\n'")];

/// What `openssl s_client` says at a place, and what that means. The numbers are those of
/// `X509_V_ERR_*` (<https://docs.openssl.org/3.0/man3/X509_STORE_CTX_get_error/>).
const ANSWERS: &[(&str, Pair)] = &[
    ("depth=0", words::MEANS_DEPTH),
    ("Verify return code: 0 (ok)", words::MEANS_OK),
    ("Verify return code: 9 (certificate is not yet valid)", words::MEANS_NOT_YET),
    ("Verify return code: 10 (certificate has expired)", words::MEANS_EXPIRED),
    ("Verify return code: 18 (self-signed certificate)", words::MEANS_SELF_SIGNED),
    ("Verify return code: 19 (self-signed certificate in certificate chain)", words::MEANS_SELF_SIGNED_CHAIN),
    ("Verify return code: 20 (unable to get local issuer certificate)", words::MEANS_NO_ISSUER),
    ("Verify return code: 21 (unable to verify the first certificate)", words::MEANS_ONE_ONLY),
    ("Verify return code: 62 (hostname mismatch)", words::MEANS_NAME),
    ("Verify return code: 64 (IP address mismatch)", words::MEANS_ADDRESS),
    ("no peer certificate available", words::MEANS_NO_TLS),
    ("unknown option", words::MEANS_OLD_OPENSSL),
];

/// The chain that each endpoint sends.
pub fn chain(report: &Report, endpoints: &[Endpoint], writer: &mut Writer) -> Group {
    let mut group = writer.group(CheckTopic::Chain);
    group.told.answers = writer.answers(ANSWERS);
    for endpoint in endpoints {
        let holes = |pair, writer: &Writer| writer.fill(pair, [("at", endpoint.at().into())]);
        let titles = (holes(words::CHAIN, writer), holes(words::SAME, writer));
        sent(report, endpoint, &endpoint.at(), titles, &mut group, writer);
    }
    group
}

/// The certificates that are sent at a place, and whether the first is the one at hand.
fn sent(
    report: &Report,
    endpoint: &Endpoint,
    place: &str,
    (title, same): (String, String),
    group: &mut Group,
    writer: &mut Writer,
) {
    let name = Value::from(endpoint.host.to_string());
    let (count, expect) = match report.chain.served.len() {
        // What is at hand is complete, and for this host: then its length is known.
        length if report.chain.complete && endpoint.covered && length > 0 => {
            (length, writer.fill(words::EXPECT_COUNT, [("count", length.into()), ("host", name)]))
        }
        _ => (2, writer.fill(words::EXPECT_SEVERAL, [("host", name)])),
    };
    let ok = "Verify return code: 0 (ok)".to_owned();
    let proof = Proof::needs([Test::Ends(0), Test::Shows(vec![ok]), Test::Counts("BEGIN CERTIFICATE", count)]);
    let verified = client(&endpoint.host, place).into_iter().chain([
        Plain("-showcerts -verify_return_error"),
        match endpoint.host {
            Host::Ip(_) => Plain("-verify_ip"),
            _ => Plain("-verify_hostname"),
        },
        text(&endpoint.host),
        Plain("</dev/null"),
    ]);
    let command = writer.command(verified);
    group.command(title, command, vec![writer.text(words::EXPECT_OK), expect], proof);
    if let Some(leaf) = report.leaf().filter(|_| endpoint.covered) {
        let fingerprint = fingerprint(&leaf.sha256);
        let expect = writer.fill(words::EXPECT_SAME, [("fingerprint", fingerprint.as_str().into())]);
        let printed = client(&endpoint.host, place)
            .into_iter()
            .chain([Plain("</dev/null 2>/dev/null"), Plain("| openssl x509 -noout -fingerprint -sha256")]);
        let command = writer.command(printed);
        group.command(same, command, vec![expect], Proof::needs([Test::Ends(0), Test::Shows(vec![fingerprint])]));
    }
}

/// `openssl s_client`, connected to a place and asking for a host.
fn client(host: &Host, place: &str) -> Vec<Word> {
    let mut words = vec![Plain("openssl s_client -connect"), text(place)];
    match host {
        // An address is never sent as a server name (RFC 6066 §3).
        Host::Ip(_) => words.push(Plain("-noservername")),
        host => words.extend([Plain("-servername"), text(host)]),
    }
    words
}

/// A hash as OpenSSL prints it.
fn fingerprint(hex: &str) -> String {
    let upper = hex.to_ascii_uppercase();
    let bytes: Vec<_> = upper.as_bytes().chunks(2).map(String::from_utf8_lossy).collect();
    bytes.join(":")
}

/// Each version alone.
pub fn versions(endpoints: &[Endpoint], writer: &mut Writer) -> Group {
    let mut group = writer.group(CheckTopic::Versions);
    for endpoint in endpoints {
        for (protocol, flags, title, expect, proof) in [
            (
                Protocol::Tls12,
                "--tlsv1.2 --tls-max 1.2",
                words::VERSION_NEEDED,
                words::EXPECT_NEEDED,
                Proof::needs([Test::Ends(0)]),
            ),
            (
                Protocol::Tls13,
                "--tlsv1.3 --tls-max 1.3",
                words::VERSION_NEW,
                words::EXPECT_NEW,
                Proof::notes([Test::Ends(0)]).unless(UNABLE),
            ),
            (
                Protocol::Tls11,
                "--tlsv1.1 --tls-max 1.1 --ciphers DEFAULT@SECLEVEL=0",
                words::VERSION_OLD,
                words::EXPECT_OLD,
                Proof::notes([Test::Ends(35)]).unless(UNABLE),
            ),
            (
                Protocol::Tls10,
                "--tlsv1.0 --tls-max 1.0 --ciphers DEFAULT@SECLEVEL=0",
                words::VERSION_OLD,
                words::EXPECT_OLD,
                Proof::notes([Test::Ends(35)]).unless(UNABLE),
            ),
        ] {
            let version = || Value::from(protocol.name());
            let title = writer.fill(title, [("at", endpoint.at().into()), ("version", version())]);
            let command = writer.command(QUIET.into_iter().chain([Plain(flags), text(endpoint.url("https", "/"))]));
            let expect = writer.fill(expect, [("version", version())]);
            group.command(title, command, vec![expect], proof);
        }
    }
    group
}

/// Over IPv4 and over IPv6.
pub fn families(endpoints: &[Endpoint], writer: &mut Writer) -> Group {
    let mut group = writer.group(CheckTopic::Families);
    for endpoint in endpoints {
        let ways = [
            ("-4", words::OVER_V4, words::EXPECT_V4, Proof::needs([Test::Ends(0)]), false),
            ("-6", words::OVER_V6, words::EXPECT_V6, Proof::needs([Test::Ends(0)]).unless(NOT_THERE), true),
        ];
        for (flag, title, expect, proof, six) in ways {
            // An address has one family.
            if matches!(endpoint.host, Host::Ip(address) if address.is_ipv6() != six) {
                continue;
            }
            let title = writer.fill(title, [("at", endpoint.at().into())]);
            let command = writer.command(QUIET.into_iter().chain([Plain(flag), text(endpoint.url("https", "/"))]));
            group.command(title, command, vec![writer.text(expect)], proof);
        }
    }
    group
}

/// At addresses that DNS gives to others only.
pub fn edges(report: &Report, endpoints: &[Endpoint], edges: &[IpAddr], writer: &mut Writer) -> Group {
    let mut group = writer.group(CheckTopic::Edges);
    if edges.is_empty() {
        group.by_hand(writer.text(words::NO_EDGES), writer.text(words::EXPECT_NO_EDGES), "");
    }
    for endpoint in endpoints.iter().filter(|endpoint| endpoint.name().is_some()) {
        for edge in edges {
            let address = Host::Ip(*edge).in_url();
            let holes = || [("at", Value::from(endpoint.at())), ("edge", Value::from(edge.to_string()))];
            let titles = (writer.fill(words::EDGE_CHAIN, holes()), writer.fill(words::EDGE_SAME, holes()));
            let title = writer.fill(words::EDGE_HTTP, holes());
            sent(report, endpoint, &format!("{address}:{}", endpoint.port), titles, &mut group, writer);
            let resolve = [Plain("--resolve"), text(format!("{}:{address}", endpoint.at()))];
            let request = QUIET.into_iter().chain(resolve).chain([text(endpoint.url("https", "/"))]);
            let command = writer.command(request);
            let expect = writer.fill(words::EXPECT_EDGE, [("edge", edge.to_string().into())]);
            group.command(title, command, vec![expect], Proof::needs([Test::Ends(0)]));
        }
    }
    group
}
