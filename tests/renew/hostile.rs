//! No name leaves its place: what the allow-list lets in means nothing to a shell, and the rest is left out or refused.

use super::{made, report, text, ways};
use certloupe::deploy::renew::renew;
use certloupe::deploy::syntax::shell;
use certloupe::report::{Code, Renewal, RenewalOptions};
use proptest::prelude::*;

const HOSTILE: [&str; 16] = [
    "a; rm -rf /",
    "a\nb",
    "a\r\nEND:VEVENT",
    "$(id)",
    "`id`",
    "${HOME}",
    "a'b",
    "a\"b",
    "a\\",
    "-d",
    "--post-hook=x",
    "a b",
    "%h",
    "a|b",
    "\u{202e}a",
    "",
];

/// Everything that somebody runs or puts on a machine.
fn written(renewal: &Renewal) -> Vec<String> {
    let commands = renewal.passages.iter().flat_map(|passage| passage.commands.clone());
    let records =
        renewal.records.iter().flat_map(|record| [record.record.clone(), record.label.clone(), record.check.clone()]);
    let files = renewal.files.iter().map(|file| text(file).to_owned());
    commands.chain(records).chain(files).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_hostile_name_is_left_out(
        name in prop_oneof![
            proptest::sample::select(HOSTILE.to_vec()).prop_map(str::to_owned),
            "[^a-zA-Z0-9._*:-]{1,20}",
        ],
        first: bool,
        way in 0..ways().len(),
    ) {
        let names = if first { [name.as_str(), "plain.example"] } else { ["plain.example", name.as_str()] };
        let way = &ways()[way];
        let made = made(&report(&names), way);
        let alone = super::made(&report(&["plain.example"]), way);
        prop_assert_eq!(written(&made), written(&alone));
        prop_assert_eq!(made.notes.iter().filter(|note| note.code == Code::DEP004).count(), 1);
        let typed = RenewalOptions { names: vec![format!("{name}!")], ..way.clone() };
        prop_assert!(renew(&report(&["plain.example"]), &typed).is_err());
        let zone = RenewalOptions { zone: Some(format!("{name}!")), ..way.clone() };
        prop_assert!(renew(&report(&["plain.example"]), &zone).is_err());
    }

    #[test]
    fn hostile_addresses_stay_one_word(url in "(http://|https://|ldap://|-)\\PC{0,40}") {
        let mut report = report(&["plain.example"]);
        report.certificates[0].ocsp = vec![url.clone()];
        report.certificates[0].crl = vec![url.clone()];
        let made = made(&report, &RenewalOptions::default());
        for line in made.passages.iter().flat_map(|passage| &passage.commands).filter(|line| line.starts_with("curl -sS ")) {
            let words = shell::read(line).unwrap();
            prop_assert_eq!(&words[2], &url);
            prop_assert_eq!(words.len(), 15);
        }
    }
}

#[test]
fn many_names_are_no_trouble() {
    let names: Vec<String> = (0..3_000).map(|number| format!("host-{number}.example.com")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for way in ways().into_iter().step_by(7) {
        let made = made(&report(&names), &way);
        assert_eq!(made.records.len(), 3_000);
        assert!(written(&made).iter().all(|text| text.len() < 400_000));
    }
}
