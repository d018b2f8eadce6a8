//! The names of the certificate, and what follows from them.

use super::*;

#[test]
fn subdomains_need_a_wildcard() {
    for target in TARGETS.iter().filter(|target| target.knows(Switch::Hsts)) {
        for (names, with) in [
            (&["example.com"][..], false),
            (&["*.example.com"], false),
            (&["example.com", "*.example.com"], true),
            (&["example.com", "*.example.com", "a.example.com"], true),
            (&["example.com", "*.example.com", "example.org"], false),
        ] {
            let deployment = plain(target, &report(Key::Rsa, names, &[]));
            assert!(whole(&deployment).contains("63072000"), "{}", target.id);
            assert_eq!(says_subdomains(&whole(&deployment)), with, "{} {names:?}", target.id);
            assert_eq!(deployment.notes.iter().any(|note| note.code == Code::DEP007), !with);
        }
        // Browsers ignore the header for addresses.
        if takes_addresses(target) {
            assert!(!whole(&plain(target, &report(Key::Rsa, &["192.0.2.1"], &[]))).contains("63072000"));
        }
    }
}

/// Whether names below are meant too: the header says so, or a setting, which every server spells in its own way.
fn says_subdomains(text: &str) -> bool {
    let plain = text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let denied = |rest: &str| ["off", "false", "argvalueoff"].iter().any(|no| rest.starts_with(no));
    plain.split("includesubdomains").skip(1).any(|rest| !denied(rest))
}

#[test]
fn names_that_a_target_does_not_take_are_left_out_or_refused() {
    let mixed = report(Key::Rsa, &["good.test", "192.0.2.1"], &[]);
    let mut asked = 0;
    for target in TARGETS.iter().filter(|target| !takes_addresses(target)) {
        asked += 1;
        let deployment = plain(target, &mixed);
        assert!(!whole(&deployment).contains("192.0.2.1"), "{}", target.id);
        assert!(deployment.notes.iter().any(|note| note.message.id == DeployMessage::HostsLeftOut.into()));
        let alone = report(Key::Rsa, &["192.0.2.1"], &[]);
        let refused = deploy(&alone, &options(target, "", Profile::Compatible, None)).expect_err("refused");
        assert_eq!(refused.first().map(|finding| finding.message.id), Some(DeployMessage::HostsRefused.into()));
    }
    assert!(asked >= 5);
}

#[test]
fn international_names_are_written_as_a_labels() {
    let writes_names =
        |target: &&&Target| config(&plain(target, &report(Key::Rsa, &["*.a.test"], &[]))).contains("*.a.test");
    let writing: Vec<_> = TARGETS.iter().filter(writes_names).collect();
    assert!(writing.len() >= 3);
    for target in writing {
        let mut options = options(target, "", Profile::Compatible, None);
        options.names = vec!["例子.cn".to_owned(), "*.例子.cn".to_owned()];
        let deployment = deploy(&report(Key::Rsa, &["a.test"], &[]), &options).expect("deployed");
        assert!(config(&deployment).contains("*.xn--fsqu00a.cn"));
        assert!(config(&deployment).is_ascii());
        assert_eq!(deployment.options.names, ["xn--fsqu00a.cn", "*.xn--fsqu00a.cn"]);
    }
}
