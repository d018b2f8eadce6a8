//! certbot. Options: `certbot --help all` of 5.8.0; all but the plugins' are those of 2.1.0 too.

use super::{ByHand, Client, Hook, Job, Line, install_hook, make_pages};
use crate::deploy::syntax::{Plain, Word, text};
use crate::report::{AcmeClient, Challenge, KeyChoice, wire::File};
use crate::text::renewal::clients as words;

pub static CERTBOT: Client = Client {
    id: AcmeClient::Certbot,
    documentation: ("certbot", "https://eff-certbot.readthedocs.io/en/stable/using.html"),
    hook: Some(Hook::Folder("RENEWED_LINEAGE")),
    files: |job| {
        let file = |content: &str| File { name: CREDENTIALS.to_owned(), bytes: content.as_bytes().to_vec() };
        Ok(credentials(job).map(file).into_iter().collect())
    },
    prepare: |job| {
        let credentials = credentials(job)
            .map(|_| vec![Plain("install -m 600"), Plain(CREDENTIALS), Plain("/etc/letsencrypt/dns.ini")]);
        let folder = credentials.is_some().then(|| vec![Plain("install -d -m 700 /etc/letsencrypt")]);
        [make_pages(job), Some(install_hook(job)), folder, credentials].into_iter().flatten().collect()
    },
    test: |job| vec![request(job).into_iter().chain([Plain("--dry-run")]).collect()],
    issue: |job| vec![request(job)],
    renew: |job| {
        let test = vec![Plain("certbot renew --cert-name"), text(&job.plan.stem), Plain("--dry-run")];
        let timer = vec![Plain("systemctl list-timers certbot.timer")];
        if by_hand(job) { vec![request(job)] } else { vec![test, timer] }
    },
    revoke: |job| {
        vec![vec![Plain("certbot revoke --cert-name"), text(&job.plan.stem), Plain("--reason keycompromise")]]
    },
    place: words::CERTBOT_PLACE,
    by_hand: ByHand::Waits,
    notes: &[],
    by_itself: &[words::CERTBOT_NOTE],
};

const CREDENTIALS: &str = "dns.ini";

fn by_hand(job: &Job) -> bool {
    job.challenge == Challenge::Dns && job.provider.is_none()
}

fn credentials(job: &Job) -> Option<&'static str> {
    job.provider.filter(|_| job.challenge == Challenge::Dns).map(|provider| provider.certbot_credentials)
}

fn request(job: &Job) -> Line {
    let mut line = vec![Plain("certbot certonly --agree-tos --register-unsafely-without-email")];
    if !by_hand(job) {
        line.push(Plain("--non-interactive"));
    }
    line.extend([Plain("--cert-name"), text(&job.plan.stem), key(job.key)]);
    match (job.challenge, job.provider) {
        (Challenge::Http, _) => match job.plan.challenge_port() {
            Some(port) => line.extend([Plain("--standalone --http-01-port"), text(port)]),
            None => line.extend([Plain("--webroot --webroot-path"), text(job.plan.pages())]),
        },
        (Challenge::Dns, Some(provider)) => line.push(Plain(provider.certbot)),
        (Challenge::Dns, None) => line.push(Plain("--manual --preferred-challenges dns")),
    }
    line.extend(job.each("-d"));
    line.extend([Plain("--deploy-hook"), text(&job.hook)]);
    line
}

const fn key(key: KeyChoice) -> Word {
    Plain(match key {
        KeyChoice::P384 => "--key-type ecdsa --elliptic-curve secp384r1",
        KeyChoice::Rsa2048 => "--key-type rsa --rsa-key-size 2048",
        KeyChoice::Rsa3072 => "--key-type rsa --rsa-key-size 3072",
        KeyChoice::Rsa4096 => "--key-type rsa --rsa-key-size 4096",
        KeyChoice::P256 | KeyChoice::Ed25519 => "--key-type ecdsa --elliptic-curve secp256r1",
    })
}
