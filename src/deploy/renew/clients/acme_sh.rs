//! acme.sh. Options: `acme.sh --help` of its repository at 001d6252 (2026).

use super::{ByHand, Client, Hook, Job, Line, install_hook, make_pages};
use crate::deploy::syntax::{Plain, Word, around, text};
use crate::report::{AcmeClient, Challenge, KeyChoice};
use crate::text::renewal::clients as words;

pub static ACME_SH: Client = Client {
    id: AcmeClient::AcmeSh,
    documentation: ("acme.sh", "https://github.com/acmesh-official/acme.sh/wiki"),
    hook: Some(Hook::Files("$CERT_FULLCHAIN_PATH", "$CERT_KEY_PATH")),
    files: |_| Ok(Vec::new()),
    prepare: |job| {
        let credentials = provider(job).into_iter().flat_map(|provider| provider.acme_sh_variables);
        let credentials = credentials.map(|variable| vec![Plain("export"), around("", variable, "=")]);
        make_pages(job).into_iter().chain([install_hook(job)]).chain(credentials).collect()
    },
    test: |job| vec![request(job, &[Plain("--staging")])],
    // The answer to the try is there already, and would count as not yet due.
    issue: |job| {
        let mut lines = vec![request(job, &[Plain("--server letsencrypt --force")])];
        if by_hand(job) {
            lines.push(renew_by_hand(job));
        }
        lines.push(of_certificate(job, "acme.sh --install-cert", &[Plain("--reloadcmd"), text(&job.hook)]));
        lines
    },
    renew: |job| match by_hand(job) {
        true => vec![request(job, &[Plain("--server letsencrypt --force")]), renew_by_hand(job)],
        false => vec![vec![Plain("acme.sh --cron")], vec![Plain("acme.sh --list")]],
    },
    revoke: |job| vec![of_certificate(job, "acme.sh --revoke", &[Plain("--revoke-reason 1")])],
    place: words::ACME_SH_PLACE,
    by_hand: ByHand::Stops,
    notes: &[],
    by_itself: &[words::ACME_SH_NOTE],
};

fn by_hand(job: &Job) -> bool {
    job.challenge == Challenge::Dns && job.provider.is_none()
}

fn provider(job: &Job) -> Option<&'static super::Provider> {
    job.provider.filter(|_| job.challenge == Challenge::Dns)
}

/// acme.sh wants to hear each time that this does not renew by itself.
const BY_HAND: Word = Plain("--yes-I-know-dns-manual-mode-enough-go-ahead-please");

fn request(job: &Job, more: &[Word]) -> Line {
    let mut line = vec![Plain("acme.sh --issue")];
    line.extend_from_slice(more);
    match (job.challenge, job.provider) {
        (Challenge::Http, _) => match job.plan.challenge_port() {
            Some(port) => line.extend([Plain("--standalone --httpport"), text(port)]),
            None => line.extend([Plain("--webroot"), text(job.plan.pages())]),
        },
        (Challenge::Dns, Some(provider)) => line.extend([Plain("--dns"), Plain(provider.acme_sh)]),
        (Challenge::Dns, None) => line.extend([Plain("--dns"), BY_HAND]),
    }
    line.extend(job.each("-d"));
    line.extend([Plain("--keylength"), Plain(keylength(job.key))]);
    line
}

fn renew_by_hand(job: &Job) -> Line {
    of_certificate(job, "acme.sh --renew", &[BY_HAND])
}

/// A command about the certificate; those with an EC key are filed apart.
fn of_certificate(job: &Job, command: &'static str, more: &[Word]) -> Line {
    let mut line = vec![Plain(command), Plain("-d"), text(job.first())];
    if keylength(job.key).starts_with("ec") {
        line.push(Plain("--ecc"));
    }
    line.extend_from_slice(more);
    line
}

const fn keylength(key: KeyChoice) -> &'static str {
    match key {
        KeyChoice::P384 => "ec-384",
        KeyChoice::Rsa2048 => "2048",
        KeyChoice::Rsa3072 => "3072",
        KeyChoice::Rsa4096 => "4096",
        KeyChoice::P256 | KeyChoice::Ed25519 => "ec-256",
    }
}
