//! Getting and renewing: the records and commands that are written, the calendar in a real reader, the scripts run
//! against real servers, and that no name can leave its place in any of them.
#![allow(clippy::print_stdout, reason = "it says what was not checked, and how much was")]

mod support;

#[path = "renew/calendar.rs"]
mod calendar;
#[path = "renew/clients.rs"]
mod clients;
#[path = "support/facts.rs"]
mod facts;
#[path = "renew/hook.rs"]
mod hook;
#[path = "renew/hostile.rs"]
mod hostile;
#[path = "renew/plan.rs"]
mod plan;
#[path = "renew/records.rs"]
mod records;
#[path = "renew/replaced.rs"]
mod replaced;
#[path = "renew/watch.rs"]
mod watch;
#[path = "renew/words.rs"]
mod words;

use certloupe::deploy::renew::renew;
use certloupe::deploy::{TARGETS, Target};
use certloupe::report::wire::TargetGroup;
use certloupe::report::{
    AcmeClient, Challenge, DnsProvider, Part, Renewal, RenewalOptions, Report, Timestamp, Validity, wire::File,
};
use facts::Key;
use std::process::Command;

/// A report on a certificate of 90 days for these names.
fn report(names: &[&str]) -> Report {
    let mut report = facts::report(Key::Ecdsa, names, &["http://ocsp.example/o"]);
    report.certificates[0].crl = vec!["http://crl.example/1.crl".to_owned()];
    let (from, to) = (Timestamp::day(2026, 11, 1), Timestamp::day(2027, 1, 30).plus_seconds(-1));
    report.validity = Some(Validity {
        not_before: from,
        not_after: to,
        chain_not_after: to,
        days_left: 69,
        renew_at: Timestamp::day(2026, 12, 31),
        allowed_days: Some(200),
    });
    report
}

fn options(client: AcmeClient, challenge: Challenge, provider: DnsProvider) -> RenewalOptions {
    RenewalOptions { client, challenge, provider, ..RenewalOptions::default() }
}

fn made(report: &Report, options: &RenewalOptions) -> Renewal {
    renew(report, options).unwrap_or_else(|why| panic!("refused: {why:?}"))
}

/// The targets that a script can give a renewed certificate to.
fn renewable() -> Vec<&'static Target> {
    let refused = |target: &&Target| {
        let options = options(AcmeClient::Certbot, Challenge::Dns, DnsProvider::Manual);
        let refused = renew(&report(&["a.test"]), &RenewalOptions { target: target.id.to_owned(), ..options }).is_err();
        assert!(
            !refused || target.is_windows() || target.group == TargetGroup::Platform,
            "{} is not renewed",
            target.id
        );
        refused
    };
    TARGETS.iter().copied().filter(|target| !refused(target)).collect()
}

/// Every way to get a certificate.
fn ways() -> Vec<RenewalOptions> {
    let mut ways = Vec::new();
    for client in AcmeClient::ALL {
        for (at, target) in renewable().into_iter().enumerate() {
            // Target and provider know nothing of each other: after the first, the providers take turns.
            let providers =
                DnsProvider::ALL.iter().cycle().skip(at).take(if at == 0 { DnsProvider::ALL.len() } else { 1 });
            for provider in providers {
                let way = options(*client, Challenge::Dns, *provider);
                ways.push(RenewalOptions { target: target.id.to_owned(), ..way });
            }
            let way = options(*client, Challenge::Http, DnsProvider::Manual);
            ways.push(RenewalOptions { target: target.id.to_owned(), ..way });
        }
    }
    ways
}

fn commands(renewal: &Renewal, part: Part) -> Vec<&str> {
    let of = renewal.passages.iter().filter(|passage| passage.part == part);
    of.flat_map(|passage| &passage.commands).map(String::as_str).collect()
}

fn file<'a>(renewal: &'a Renewal, name: &str) -> &'a File {
    renewal.files.iter().find(|file| file.name == name).unwrap_or_else(|| panic!("no file {name}"))
}

fn text(file: &File) -> &str {
    std::str::from_utf8(&file.bytes).expect("files are text")
}

/// Whether a program is here; says so where it is not.
fn is_here(program: &str, unchecked: &str) -> bool {
    let here = Command::new("sh").args(["-c", &format!("command -v {program} >/dev/null")]).status().unwrap().success();
    if !here {
        println!("renew: {program} is not installed, so {unchecked} was not checked");
    }
    here
}
