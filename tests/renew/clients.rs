//! The clients' commands: literally for the commonest ways, and every option against the real programs.

use super::{commands, file, is_here, made, options, report, text, ways};
use crate::facts::Key;
use certloupe::deploy::syntax::shell;
use certloupe::report::{AcmeClient, Challenge, DnsProvider, KeyFacts, Part, RenewalOptions};
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

const NAMES: [&str; 2] = ["example.com", "*.example.com"];

#[test]
fn the_commonest_ways_literally() {
    let certbot = made(&report(&NAMES[..1]), &options(AcmeClient::Certbot, Challenge::Http, DnsProvider::Manual));
    assert_eq!(
        commands(&certbot, Part::Commands)[..4],
        [
            "install -d -m 755 /var/www/example.com",
            "install -m 755 deploy-hook.sh /usr/local/sbin/renew-example.com.sh",
            "certbot certonly --agree-tos --register-unsafely-without-email --non-interactive --cert-name example.com --key-type ecdsa --elliptic-curve secp256r1 --webroot --webroot-path /var/www/example.com -d example.com --deploy-hook /usr/local/sbin/renew-example.com.sh --dry-run",
            "certbot certonly --agree-tos --register-unsafely-without-email --non-interactive --cert-name example.com --key-type ecdsa --elliptic-curve secp256r1 --webroot --webroot-path /var/www/example.com -d example.com --deploy-hook /usr/local/sbin/renew-example.com.sh",
        ]
    );
    let acme_sh = made(&report(&NAMES), &options(AcmeClient::AcmeSh, Challenge::Dns, DnsProvider::Alibaba));
    assert_eq!(
        commands(&acme_sh, Part::Commands),
        [
            "install -m 755 deploy-hook.sh /usr/local/sbin/renew-example.com.sh",
            "export Ali_Key=",
            "export Ali_Secret=",
            "acme.sh --issue --staging --dns dns_ali -d example.com -d '*.example.com' --keylength ec-256",
            "acme.sh --issue --server letsencrypt --force --dns dns_ali -d example.com -d '*.example.com' --keylength ec-256",
            "acme.sh --install-cert -d example.com --ecc --reloadcmd /usr/local/sbin/renew-example.com.sh",
            "acme.sh --cron",
            "acme.sh --list",
        ]
    );
    let lego = made(&report(&NAMES), &options(AcmeClient::Lego, Challenge::Dns, DnsProvider::Tencent));
    let issue = "lego --accept-tos --email admin@example.com --path /etc/lego --key-type ec256 --dns tencentcloud --domains example.com --domains '*.example.com'";
    assert!(
        commands(&lego, Part::Commands)
            .contains(&&*format!("set -a && . /etc/lego/dns.env && set +a && {issue} renew --days 30 --renew-hook /usr/local/sbin/renew-example.com.sh"))
    );
    assert_eq!(commands(&lego, Part::Revoke)[0], format!("{issue} revoke --reason 1"));
    assert_eq!(text(file(&lego, "dns.env")), "TENCENTCLOUD_SECRET_ID=\nTENCENTCLOUD_SECRET_KEY=\n");
    let caddy = made(&report(&NAMES), &options(AcmeClient::Caddy, Challenge::Dns, DnsProvider::Alibaba));
    assert_eq!(
        text(file(&caddy, "example.com.caddy")),
        "example.com, *.example.com {\n\ttls {\n\t\tkey_type p256\n\t\tdns alidns {\n\t\t\taccess_key_id {env.ALICLOUD_ACCESS_KEY}\n\t\t\taccess_key_secret {env.ALICLOUD_SECRET_KEY}\n\t\t}\n\t}\n\troot * /var/www/example.com\n\tfile_server\n}\n"
    );
}

#[test]
fn by_hand_literally() {
    let made = made(&report(&NAMES[..1]), &options(AcmeClient::AcmeSh, Challenge::Dns, DnsProvider::Manual));
    let steps: Vec<_> = made.passages.iter().filter(|passage| passage.part == Part::Commands).collect();
    let shown: Vec<_> = steps.iter().map(|step| (step.title.as_str(), step.commands.as_slice())).collect();
    let by_hand = "--yes-I-know-dns-manual-mode-enough-go-ahead-please";
    let issue =
        format!("acme.sh --issue --server letsencrypt --force --dns {by_hand} -d example.com --keylength ec-256");
    let renew = format!("acme.sh --renew -d example.com --ecc {by_hand}");
    let install = "acme.sh --install-cert -d example.com --ecc --reloadcmd /usr/local/sbin/renew-example.com.sh";
    assert_eq!(
        shown[1..6],
        [
            (
                "Try it without using up any limit",
                &[format!("acme.sh --issue --staging --dns {by_hand} -d example.com --keylength ec-256")][..]
            ),
            ("Get it and take it into use", &[issue.clone()][..]),
            ("With the records in place: go on", &[renew.clone(), install.to_owned()][..]),
            ("Renew by hand, each time", &[issue][..]),
            ("With the records in place: go on", &[renew][..]),
        ]
    );
    assert!(!steps[1].text.iter().any(|text| text.contains("Do not go on")), "{:?}", steps[1]);
    for first in [steps[2], steps[4]] {
        assert!(first.text.last().unwrap().contains("an error on purpose. Add the TXT records"), "{first:?}");
    }
}

/// What renews by itself is told only where it does.
#[test]
fn nothing_renews_by_itself_where_a_person_writes() {
    let itself = ["timer looks twice a day", "own cron job", "--days does not follow"];
    for client in [AcmeClient::Certbot, AcmeClient::AcmeSh, AcmeClient::Lego] {
        let told = |provider| {
            let made = made(&report(&NAMES), &options(client, Challenge::Dns, provider));
            let said: String = made.passages.into_iter().flat_map(|passage| passage.text).collect();
            itself.iter().filter(|words| said.contains(**words)).count()
        };
        assert_eq!((told(DnsProvider::Manual), told(DnsProvider::Cloudflare)), (0, 1), "{}", client.id());
    }
}

#[test]
fn caddy_gets_a_program_its_credentials_and_its_site() {
    let import = "grep -qxF 'import /etc/caddy/*.caddy' /etc/caddy/Caddyfile || printf '\\nimport /etc/caddy/*.caddy\\n' >> /etc/caddy/Caddyfile";
    let validate = "caddy validate --adapter caddyfile --config /etc/caddy/Caddyfile";
    let site = "install -m 644 example.com.caddy /etc/caddy/example.com.caddy";
    let with_module = made(&report(&NAMES), &options(AcmeClient::Caddy, Challenge::Dns, DnsProvider::Cloudflare));
    assert_eq!(
        commands(&with_module, Part::Commands)[..10],
        [
            "xcaddy build --with github.com/caddy-dns/cloudflare",
            "install -m 755 caddy /usr/bin/caddy",
            "install -m 600 dns.env /etc/caddy/dns.env",
            "install -d /etc/systemd/system/caddy.service.d",
            "install -m 644 caddy-dns.conf /etc/systemd/system/caddy.service.d/dns.conf",
            "systemctl daemon-reload",
            site,
            import,
            &format!("set -a && . /etc/caddy/dns.env && set +a && {validate}"),
            "systemctl restart caddy",
        ]
    );
    assert_eq!(text(file(&with_module, "dns.env")), "CF_DNS_API_TOKEN=\n");
    assert_eq!(text(file(&with_module, "caddy-dns.conf")), "[Service]\nEnvironmentFile=/etc/caddy/dns.env\n");
    let own = made(&report(&NAMES[..1]), &options(AcmeClient::Caddy, Challenge::Http, DnsProvider::Manual));
    assert_eq!(commands(&own, Part::Commands)[1..4], [import, validate, "systemctl reload caddy"]);
    let said: String = own.passages.iter().flat_map(|passage| passage.text.clone()).collect();
    assert!(said.contains("This asks no CA.") && !said.contains("Do not go on"), "{said}");
}

#[test]
fn caddy_can_not_wait_for_a_person() {
    let by_hand = options(AcmeClient::Caddy, Challenge::Dns, DnsProvider::Manual);
    let says = "Caddy can not have a person write the record";
    let told =
        |made: &certloupe::report::Renewal| made.passages.iter().flat_map(|it| &it.text).any(|it| it.starts_with(says));
    let wildcard = made(&report(&NAMES), &by_hand);
    assert!(told(&wildcard) && commands(&wildcard, Part::Commands).is_empty());
    assert!(!wildcard.files.iter().any(|file| file.name.ends_with(".caddy")));
    let plain = made(&report(&NAMES[..1]), &by_hand);
    assert!(told(&plain) && !commands(&plain, Part::Commands).is_empty());
    let by_provider = options(AcmeClient::Caddy, Challenge::Dns, DnsProvider::Tencent);
    assert!(!told(&made(&report(&NAMES), &by_provider)));
}

#[test]
fn the_kind_of_key_is_kept_where_cas_take_it() {
    let key = |algorithm: &str, bits, curve: Option<&str>| {
        let mut report = report(&["example.com"]);
        report.certificates[0].key =
            KeyFacts { algorithm: algorithm.to_owned(), bits: Some(bits), curve: curve.map(str::to_owned) };
        let made = made(&report, &RenewalOptions::default());
        let line = commands(&made, Part::Commands).into_iter().find(|line| line.contains("--key-type")).unwrap();
        line.split("--key-type ").nth(1).unwrap().split(" --manual").next().unwrap().to_owned()
    };
    assert_eq!(key("RSA", 3072, None), "rsa --rsa-key-size 3072");
    assert_eq!(key("EC", 384, Some("P-384")), "ecdsa --elliptic-curve secp384r1");
    for (algorithm, bits, curve) in
        [("RSA", 1024, None), ("EC", 521, Some("P-521")), ("Ed25519", 255, None), ("SM2", 256, None)]
    {
        assert_eq!(key(algorithm, bits, curve), "ecdsa --elliptic-curve secp256r1", "{algorithm}");
    }
    for kind in Key::ALL {
        let kept = made(&crate::facts::report(kind, &["a.example"], &[]), &RenewalOptions::default());
        assert!(
            kept.passages.iter().flat_map(|it| &it.text).any(|text| text.contains("same kind as the present one")),
            "{kind:?}"
        );
    }
}

/// The options that each program is given, over all ways, with one value each where it has one.
fn printed() -> BTreeMap<String, BTreeSet<String>> {
    let mut printed: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for way in ways() {
        let made = made(&report(&NAMES), &way);
        for line in [Part::Commands, Part::Revoke].into_iter().flat_map(|part| commands(&made, part)) {
            let words = shell::read(line).unwrap_or_else(|| panic!("{line}"));
            // What a line sets before stands apart.
            let program = words.iter().rposition(|word| word == "&&").map_or(0, |at| at + 1);
            let (program, words) = (&words[program], &words[program..]);
            let options = words.iter().filter(|word| word.starts_with('-')).cloned();
            printed.entry(program.clone()).or_default().extend(options);
        }
    }
    printed
}

fn help(program: &str, arguments: &[&[&str]]) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    for arguments in arguments {
        let output = Command::new(program).args(*arguments).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        let words = said.split(|c: char| c.is_whitespace() || ",=[]|`'\"".contains(c));
        known.extend(words.filter(|word| word.starts_with('-')).map(str::to_owned));
    }
    known
}

#[test]
fn every_option_is_known_to_the_real_program() {
    let printed = printed();
    let mut checked = 0;
    let programs: [(&str, &[&[&str]]); 2] = [
        ("certbot", &[&["--help", "all"]]),
        ("lego", &[&["--help"], &["run", "--help"], &["renew", "--help"], &["revoke", "--help"]]),
    ];
    for (program, arguments) in programs {
        let options = &printed[program];
        assert!(options.len() > 5, "{program}: {options:?}");
        if !is_here(program, "what its options are") {
            continue;
        }
        let known = help(program, arguments);
        // A plugin that is not installed has no options.
        let plugin =
            |option: &&String| option.starts_with("--dns-") && !known.contains(*option) && program == "certbot";
        let (left_out, ours): (Vec<_>, Vec<_>) = options.iter().partition(plugin);
        for option in &left_out {
            println!("renew: certbot has not the plugin of {option}, which was not checked");
        }
        for option in ours {
            assert!(known.contains(option) || takes_unlisted(program, option), "{program} does not know {option}");
            checked += 1;
        }
    }
    println!("renew: {checked} options known to the real programs");
    assert!(printed.contains_key("acme.sh"));
}

/// Whether a program takes a flag that its help is silent about: it complains about the other one alone.
fn takes_unlisted(program: &str, option: &str) -> bool {
    let output = Command::new(program).args(["certonly", option, "--certloupe-nonsense"]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    said.contains("unrecognized arguments: --certloupe-nonsense")
}

#[test]
fn lego_knows_the_providers_and_their_variables() {
    if !is_here("lego", "who its DNS providers are") {
        return;
    }
    let mut checked = 0;
    for provider in DnsProvider::ALL.iter().filter(|provider| **provider != DnsProvider::Manual) {
        let made = made(&report(&NAMES), &options(AcmeClient::Lego, Challenge::Dns, *provider));
        let words =
            shell::read(commands(&made, Part::Commands).into_iter().find(|line| line.contains("--dns ")).unwrap())
                .unwrap();
        let code = &words[words.iter().position(|word| word == "--dns").unwrap() + 1];
        let output = Command::new("lego").args(["dnshelp", "-c", code]).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        for variable in text(file(&made, "dns.env")).lines().map(|line| line.trim_end_matches('=')) {
            assert!(said.contains(&format!("\"{variable}\"")), "{code} knows no {variable}: {said}");
            checked += 1;
        }
    }
    assert!(checked >= 5, "{checked}");
}

#[test]
fn caddy_takes_the_site() {
    if !is_here("caddy", "whether it takes the site") {
        return;
    }
    let made = made(&report(&NAMES[..1]), &options(AcmeClient::Caddy, Challenge::Http, DnsProvider::Manual));
    let folder = crate::support::openssl::folder("renew-caddy");
    let site = folder.join("example.com.caddy");
    std::fs::write(&site, &file(&made, "example.com.caddy").bytes).unwrap();
    let output = Command::new("caddy")
        .args(["validate", "--adapter", "caddyfile", "--config", site.to_str().unwrap()])
        .env("HOME", &folder)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
