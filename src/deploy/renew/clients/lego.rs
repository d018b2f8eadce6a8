//! lego 4, as distributions have it. Options: `lego --help`, `lego run --help`, `lego renew --help` of 4.9.1. Version 5
//! (2026-05) moved them behind `run`, which renews too: <https://go-acme.github.io/lego/migration/cli/>.

use super::{ByHand, Client, Hook, Job, Line, install_hook, make_pages};
use crate::deploy::syntax::{Plain, Word, around, text};
use crate::report::{AcmeClient, Challenge, KeyChoice, wire::File};
use crate::text::renewal::clients as words;

pub static LEGO: Client = Client {
    id: AcmeClient::Lego,
    documentation: ("lego", "https://go-acme.github.io/lego/"),
    hook: Some(Hook::Files(
        "${LEGO_HOOK_CERT_PATH:-${LEGO_CERT_PATH:-}}",
        "${LEGO_HOOK_CERT_KEY_PATH:-${LEGO_CERT_KEY_PATH:-}}",
    )),
    files: |job| {
        let file = |content: String| File { name: CREDENTIALS.to_owned(), bytes: content.into_bytes() };
        Ok(provider(job).map(super::Provider::empty_variables).map(file).into_iter().collect())
    },
    prepare: |job| {
        let mut lines: Vec<Line> = make_pages(job).into_iter().chain([install_hook(job)]).collect();
        lines.push(vec![Plain("install -d -m 700 /etc/lego")]);
        if provider(job).is_some() {
            lines.push(vec![Plain("install -m 600"), Plain(CREDENTIALS), Plain("/etc/lego/dns.env")]);
            lines.push(vec![Plain("set -a && . /etc/lego/dns.env && set +a")]);
        }
        lines
    },
    test: |job| vec![command(job, &[Plain("--path /etc/lego/staging"), Plain(STAGING)], &[Plain("run")])],
    issue: |job| vec![command(job, &[PATH], &[Plain("run --run-hook"), text(&job.hook)])],
    renew: |job| {
        let days = [Plain("renew --days"), text(job.days_before), Plain("--renew-hook"), text(&job.hook)];
        // Cron starts without the credentials.
        let credentials = provider(job).map(|_| Plain("set -a && . /etc/lego/dns.env && set +a &&"));
        vec![credentials.into_iter().chain(command(job, &[PATH], &days)).collect()]
    },
    revoke: |job| vec![command(job, &[PATH], &[Plain("revoke --reason 1")])],
    place: words::LEGO_PLACE,
    by_hand: ByHand::Waits,
    notes: &[words::LEGO_NOTE, words::LEGO_5],
    by_itself: &[words::LEGO_DAYS],
};

const CREDENTIALS: &str = "dns.env";
const STAGING: &str = "--server https://acme-staging-v02.api.letsencrypt.org/directory";
const PATH: Word = Plain("--path /etc/lego");

fn provider(job: &Job) -> Option<&'static super::Provider> {
    job.provider.filter(|_| job.challenge == Challenge::Dns)
}

fn command(job: &Job, options: &[Word], command: &[Word]) -> Line {
    let mut line = vec![Plain("lego --accept-tos --email"), text(&job.mail)];
    line.extend_from_slice(options);
    line.extend([Plain("--key-type"), Plain(key_type(job.key))]);
    match (job.challenge, job.provider) {
        (Challenge::Http, _) => match job.plan.challenge_port() {
            Some(port) => line.extend([Plain("--http --http.port"), around("127.0.0.1:", port, "")]),
            None => line.extend([Plain("--http --http.webroot"), text(job.plan.pages())]),
        },
        (Challenge::Dns, Some(provider)) => line.extend([Plain("--dns"), Plain(provider.lego)]),
        (Challenge::Dns, None) => line.push(Plain("--dns manual")),
    }
    line.extend(job.each("--domains"));
    line.extend_from_slice(command);
    line
}

/// It knows no 3072 bits in the versions that distributions have.
const fn key_type(key: KeyChoice) -> &'static str {
    match key {
        KeyChoice::P384 => "ec384",
        KeyChoice::Rsa2048 => "rsa2048",
        KeyChoice::Rsa3072 | KeyChoice::Rsa4096 => "rsa4096",
        KeyChoice::P256 | KeyChoice::Ed25519 => "ec256",
    }
}
