//! What a server offers in the handshake, by its configuration.

use super::Tls;
use crate::engine::read::{Material, Server, Setting, SettingKind, VirtualHost};
use crate::engine::sorted;

/// How many names virtual hosts are compared with.
const MOST_NAMES: usize = 2_000;

/// The settings that are in force for these hosts, or where no virtual host answers for one, for the certificate's names:
/// those of the virtual hosts that do, and where one of them says nothing, those outside.
pub fn in_force(material: &Material, hosts: &[String], names: &[String]) -> Vec<Setting> {
    let says = |host: usize, holds: &dyn Fn(&Setting) -> bool| {
        material.settings.iter().any(|it| it.host == Some(host) && holds(it))
    };
    let answering = |names: &[String]| -> Vec<usize> {
        let names = names.get(..names.len().min(MOST_NAMES)).unwrap_or_default();
        let all = material.virtual_hosts.iter().enumerate();
        let secure = all.filter(|(index, host)| host.speaks_tls || says(*index, &|_| true));
        secure.filter(|(_, host)| host.answers_for(names)).map(|(index, _)| index).collect()
    };
    let wanted = if hosts.is_empty() { Vec::new() } else { answering(hosts) };
    let ours = if wanted.is_empty() { answering(names) } else { wanted };
    let holds = |setting: &&Setting| match setting.host {
        Some(host) => ours.contains(&host),
        None => ours.is_empty() || ours.iter().any(|host| !says(*host, &|own| own.kind == setting.kind)),
    };
    material.settings.iter().filter(holds).cloned().collect()
}

/// The virtual hosts of nginx that answer plain HTTP for one of these hosts, or without any for one of the certificate's names, and write redirects with `http://`: TLS ends
/// before them. Not those beside one that speaks TLS, nor those that send everybody on to `https://`.
pub fn behind_proxies(material: &Material, hosts: &[String], names: &[String]) -> Vec<VirtualHost> {
    let names = if hosts.is_empty() { names } else { hosts };
    let names = names.get(..names.len().min(MOST_NAMES)).unwrap_or_default();
    let is_relative = |index: usize| {
        let set = |host: Option<usize>| {
            let mut own = material.settings.iter().filter(|it| it.kind == SettingKind::Redirects && it.host == host);
            own.next_back().map(|setting| setting.words.iter().any(|word| word == "off"))
        };
        set(Some(index)).or_else(|| set(None)).unwrap_or_default()
    };
    let answering = || material.virtual_hosts.iter().enumerate().filter(|(_, host)| host.answers_for(names));
    if answering().any(|(_, host)| host.speaks_tls) {
        return Vec::new();
    }
    let plain = answering().filter(|(index, host)| host.answers && !host.sends_on && !is_relative(*index));
    plain.map(|(_, host)| host.clone()).collect()
}

/// The versions of TLS that a setting turns on, oldest first. What it does not name it leaves off.
pub fn protocols(setting: &Setting) -> Vec<Tls> {
    let mut on: Vec<Tls> = Vec::new();
    for word in &setting.words {
        let (sign, name) = match word.strip_prefix(['+', '-']) {
            Some(name) if setting.server == Server::Apache => (word.chars().next(), name),
            _ => (None, word.as_str()),
        };
        let named = named(name);
        match sign {
            Some('-') => on.retain(|version| !named.contains(version)),
            // In Apache a name without a sign begins anew; in nginx names add up.
            None if setting.server == Server::Apache => on = named.to_vec(),
            _ => on.extend_from_slice(named),
        }
    }
    sorted::sort(&mut on);
    on.dedup();
    on
}

fn named(name: &str) -> &'static [Tls] {
    match name.to_ascii_lowercase().as_str() {
        "all" => &[Tls::V10, Tls::V11, Tls::V12, Tls::V13],
        "tlsv1" => &[Tls::V10],
        "tlsv1.1" => &[Tls::V11],
        "tlsv1.2" => &[Tls::V12],
        "tlsv1.3" => &[Tls::V13],
        _ => &[],
    }
}

/// The groups of a setting by one name each; none where it leaves the choice to the server's library, or has a group
/// that we do not know.
pub fn groups(setting: &Setting) -> Option<Vec<&'static str>> {
    const NAMES: [(&str, &str); 10] = [
        ("prime256v1", "P-256"),
        ("secp256r1", "P-256"),
        ("P-256", "P-256"),
        ("secp384r1", "P-384"),
        ("P-384", "P-384"),
        ("secp521r1", "P-521"),
        ("P-521", "P-521"),
        ("X25519", "X25519"),
        ("X448", "X448"),
        ("X25519MLKEM768", "X25519MLKEM768"),
    ];
    let by_name = |word: &String| NAMES.iter().find(|(own, _)| own.eq_ignore_ascii_case(word)).map(|(_, name)| *name);
    setting.words.iter().map(by_name).collect()
}

/// Whether no suite of a setting exchanges keys by ECDHE: only then is nothing left to iOS below TLS 1.3.
pub fn lacks_forward_secrecy(setting: &Setting) -> bool {
    const EXCLUDED: [&str; 4] = ["!ECDHE", "!EECDH", "!kECDHE", "!kEECDH"];
    const WITHOUT: [&str; 9] = ["AES128-", "AES256-", "CAMELLIA", "DES-CBC3-", "RC4-", "DHE-", "EDH-", "kRSA", "RSA+"];
    let mut suites = setting.words.iter().filter(|word| is_suite(word)).peekable();
    let is_excluded = setting.words.iter().any(|word| EXCLUDED.contains(&word.as_str()));
    suites.peek().is_some() && suites.all(|suite| is_excluded || WITHOUT.iter().any(|start| suite.starts_with(start)))
}

/// Whether a word names suites; those of TLS 1.3 have no effect in a list for TLS 1.2.
fn is_suite(word: &str) -> bool {
    !word.starts_with(['!', '-', '@']) && !word.starts_with("TLS_")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::read::SettingKind;

    fn setting(server: Server, words: &str) -> Setting {
        let words = words.split(' ').map(str::to_owned).collect();
        Setting { source: String::new(), line: 1, kind: SettingKind::Protocols, server, host: None, words }
    }

    #[test]
    fn versions_as_each_server_reads_them() {
        let new = [Tls::V12, Tls::V13];
        for (server, words, on) in [
            (Server::Nginx, "TLSv1.2 TLSv1.3", &new[..]),
            (Server::Nginx, "TLSv1.3 SSLv3", &[Tls::V13]),
            (Server::Apache, "all -SSLv3 -TLSv1 -TLSv1.1", &new),
            (Server::Apache, "-all +TLSv1.2 +TLSv1.3", &new),
            (Server::Apache, "all TLSv1.2", &[Tls::V12]),
            (Server::Nginx, "$protocols", &[]),
        ] {
            assert_eq!(protocols(&setting(server, words)), on, "{words}");
        }
    }

    #[test]
    fn groups_have_one_name_and_unknown_ones_decide_nothing() {
        assert_eq!(groups(&setting(Server::Nginx, "x25519 prime256v1")), Some(vec!["X25519", "P-256"]));
        for words in ["auto", "secp384r1 ffdhe2048"] {
            assert_eq!(groups(&setting(Server::Nginx, words)), None);
        }
    }

    #[test]
    fn suites_without_ecdhe() {
        for (words, lacks) in [
            ("AES128-SHA AES256-SHA !aNULL", true),
            ("AES128-SHA ECDHE-RSA-AES128-SHA", false),
            ("HIGH !aNULL", false),
            ("!aNULL", false),
            ("TLS_AES_128_GCM_SHA256 AES128-SHA", true),
            ("TLS_AES_128_GCM_SHA256", false),
            ("HIGH !aNULL !ECDHE", true),
            ("ALL !kEECDH", true),
            ("EECDH+AESGCM EDH+AESGCM", false),
        ] {
            assert_eq!(lacks_forward_secrecy(&setting(Server::Nginx, words)), lacks, "{words}");
        }
    }
}
