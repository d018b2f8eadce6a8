//! Caddy, which gets and renews its certificates by itself: <https://caddyserver.com/docs/automatic-https>.

use super::{ByHand, Client, Job, Line, Provider};
use crate::deploy::syntax::{Conf, Plain, Unwritable, around, caddy, text};
use crate::report::{AcmeClient, Challenge, KeyChoice, wire::File};
use crate::text::renewal::clients as words;

pub static CADDY: Client = Client {
    id: AcmeClient::Caddy,
    documentation: ("Caddy", "https://caddyserver.com/docs/automatic-https"),
    hook: None,
    by_hand: ByHand::Never,
    files: |job| {
        let file = |name: &str, content: String| File { name: name.to_owned(), bytes: content.into_bytes() };
        let mut files = vec![File { name: name(job), bytes: site(job)?.into_bytes() }];
        if let Some(provider) = provider(job) {
            files.push(file(CREDENTIALS, provider.empty_variables()));
            files.push(file(UNIT, format!("[Service]\nEnvironmentFile={ENVIRONMENT}\n")));
        }
        Ok(files)
    },
    prepare: |job| {
        let mut lines = provider(job).map(build).unwrap_or_default();
        let file = name(job);
        lines.push(vec![Plain("install -m 644"), text(&file), around("/etc/caddy/", &file, "")]);
        lines.push(vec![Plain(caddy::IMPORT)]);
        lines
    },
    test: |job| {
        // Modules look at their credentials already when the configuration is read.
        let credentials = provider(job).map(|_| Plain("set -a && . /etc/caddy/dns.env && set +a &&"));
        let validate = Plain("caddy validate --adapter caddyfile --config /etc/caddy/Caddyfile");
        vec![credentials.into_iter().chain([validate]).collect()]
    },
    // A reload keeps the program that is running.
    issue: |job| {
        vec![vec![Plain(if provider(job).is_some() { "systemctl restart caddy" } else { "systemctl reload caddy" })]]
    },
    renew: |_| vec![vec![Plain("journalctl -u caddy --since yesterday --grep certificate")]],
    revoke: |_| Vec::new(),
    place: words::CADDY_PLACE,
    notes: &[words::CADDY_NOTE],
    by_itself: &[],
};

const CREDENTIALS: &str = "dns.env";
const ENVIRONMENT: &str = "/etc/caddy/dns.env";
const UNIT: &str = "caddy-dns.conf";

fn provider(job: &Job) -> Option<&'static Provider> {
    job.provider.filter(|_| job.challenge == Challenge::Dns)
}

/// A program with the provider's module, in the place of the package's, and its credentials in its environment.
fn build(provider: &'static Provider) -> Vec<Line> {
    vec![
        vec![Plain("xcaddy build --with"), Plain(provider.caddy_module)],
        vec![Plain("install -m 755 caddy /usr/bin/caddy")],
        vec![Plain("install -m 600"), Plain(CREDENTIALS), Plain(ENVIRONMENT)],
        vec![Plain("install -d /etc/systemd/system/caddy.service.d")],
        vec![Plain("install -m 644"), Plain(UNIT), Plain("/etc/systemd/system/caddy.service.d/dns.conf")],
        vec![Plain("systemctl daemon-reload")],
    ]
}

fn name(job: &Job) -> String {
    format!("{}.caddy", job.plan.stem)
}

/// A site without files of certificates: Caddy gets them.
fn site(job: &Job) -> Result<String, Unwritable> {
    let mut conf = Conf::new(&caddy::CADDY);
    conf.block(job.names.iter().map(text), |conf| {
        conf.block([Plain("tls")], |conf| {
            conf.set("key_type", [Plain(key_type(job.key))]);
            if let Some(provider) = provider(job) {
                let (words, lines) = provider.caddy;
                let words = [Plain("dns")].into_iter().chain(words.iter().cloned());
                match lines.is_empty() {
                    true => conf.line(words),
                    false => conf.block(words, |conf| {
                        for (name, value) in lines {
                            conf.set(name, [value.clone()]);
                        }
                    }),
                }
            }
        });
        conf.set("root", [Plain("*"), text(job.plan.pages())]);
        conf.set("file_server", []);
    });
    conf.finish()
}

const fn key_type(key: KeyChoice) -> &'static str {
    match key {
        KeyChoice::P384 => "p384",
        KeyChoice::Rsa2048 => "rsa2048",
        KeyChoice::Rsa3072 | KeyChoice::Rsa4096 => "rsa4096",
        KeyChoice::P256 | KeyChoice::Ed25519 => "p256",
    }
}
