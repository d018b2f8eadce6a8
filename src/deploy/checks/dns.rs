//! What DNS says: addresses, and who may issue.

use super::caa;
use super::step::{Group, Proof, Test, Writer};
use crate::deploy::endpoint::Endpoint;
use crate::deploy::syntax::{Plain, Word, text};
use crate::report::{CheckTopic, Report, Value};
use crate::text::checks as words;

/// `dig` is not there, or reaches no resolver.
const NO_DIG: &[u8] = &[127, 9];

/// Asks upwards until something answers (RFC 8659 §3). Only records count: `dig` also shows where a CNAME leads.
const CLIMB: &str = r#"caa() (n=$1; while [ "${n#*.}" != "$n" ]; do r=$(dig +short CAA "$n") || exit; r=$(printf '%s\n' "$r" | grep '^[0-9]'); [ -n "$r" ] && break; n=${n#*.}; done; printf '%s\n' "$r"); caa"#;

/// The records of each name, each once.
pub fn records(report: &Report, endpoints: &[Endpoint], writer: &mut Writer) -> Group {
    let mut group = writer.group(CheckTopic::Dns);
    let mut names: Vec<&str> = endpoints.iter().filter_map(Endpoint::name).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        addresses(name, &mut group, writer);
        issuers(name, report, &mut group, writer);
        let title = writer.fill(words::RECORD_TXT, [("host", name.into())]);
        let record = format!("_acme-challenge.{name}");
        let command = writer.command(dig("TXT", &record));
        group.command(title, command, vec![writer.text(words::EXPECT_TXT)], Proof::by_hand());
        group.on_windows(windows("TXT", &record, writer));
    }
    group
}

fn addresses(name: &str, group: &mut Group, writer: &mut Writer) {
    let rows = [
        ("A", words::ADDRESS_A, words::EXPECT_A, Proof::notes([Test::Ends(0), Test::Something]).unless(NO_DIG)),
        ("AAAA", words::ADDRESS_AAAA, words::EXPECT_AAAA, Proof::by_hand()),
    ];
    for (kind, title, expect, proof) in rows {
        let title = writer.fill(title, [("host", name.into())]);
        let command = writer.command(dig(kind, name));
        group.command(title, command, vec![writer.text(expect)], proof);
        group.on_windows(windows(kind, name, writer));
    }
}

/// The record that allows the CA to issue again. Windows’ own tools do not know its type.
fn issuers(name: &str, report: &Report, group: &mut Group, writer: &mut Writer) {
    let Some(leaf) = report.leaf() else { return };
    let issuer = caa::organisation(&leaf.issuer);
    let (mut expect, proof) = match caa::domains(&issuer) {
        Some(domains) => {
            let domains: Vec<String> = domains.iter().map(|domain| format!("\"{domain}")).collect();
            let shown: Vec<String> = domains.iter().map(|domain| domain.replace('"', "")).collect();
            let expect = writer.fill(words::EXPECT_CAA, [("domains", shown.into())]);
            (vec![expect], Proof::notes([Test::Ends(0), Test::NothingOr(domains)]).unless(NO_DIG))
        }
        None => {
            let issuer = Value::from(issuer);
            (vec![writer.fill(words::EXPECT_CAA_UNKNOWN, [("issuer", issuer)])], Proof::by_hand())
        }
    };
    if leaf.names.iter().any(|name| name.starts_with("*.")) {
        expect.push(writer.text(words::EXPECT_CAA_WILD));
    }
    let title = writer.fill(words::RECORD_CAA, [("host", name.into())]);
    let command = writer.command([Plain(CLIMB), text(name)]);
    group.command(title, command, expect, proof);
}

fn dig(kind: &'static str, name: &str) -> [Word; 3] {
    [Plain("dig +short"), Plain(kind), text(name)]
}

fn windows(kind: &'static str, name: &str, writer: &mut Writer) -> [String; 2] {
    let nslookup = [Plain("nslookup"), text(format!("-type={kind}")), text(name)];
    let power_shell = [Plain("Resolve-DnsName -Type"), Plain(kind), Plain("-Name"), text(name)];
    [writer.command(nslookup), writer.command(power_shell)]
}
