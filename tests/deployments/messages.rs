//! Every message about a configuration is said by one of these, with its holes filled.

use super::*;
use certloupe::deploy::targets::Quirk;
use certloupe::report::message::{MessageId, RemarkMessage};

/// What was said so far.
#[derive(Default)]
struct Heard(Vec<MessageId>);

impl Heard {
    /// Asks for something else than what is usual.
    fn hear(&mut self, report: &Report, change: &dyn Fn(&mut DeployOptions)) {
        let mut options = options(TARGETS[0], "", Profile::Compatible, None);
        change(&mut options);
        let findings = deploy(report, &options).map_or_else(|findings| findings, |deployment| deployment.notes);
        for finding in findings {
            self.0.push(finding.message.id);
            for lang in Lang::ALL {
                let worded = worded(finding.clone(), lang);
                let texts = [worded.title, worded.why, worded.fix];
                assert!(texts.iter().all(|text| !text.contains('{')), "{texts:?}");
            }
        }
    }

    fn of(&self, id: impl Into<MessageId>) -> bool {
        self.0.contains(&id.into())
    }
}

fn good() -> Report {
    report(Key::Rsa, &["a.test"], &[])
}

#[test]
fn every_message_is_said_with_its_holes_filled() {
    let mut heard = Heard::default();
    of_certificates(&mut heard);
    of_targets(&mut heard);
    of_versions(&mut heard);
    of_what_is_typed(&mut heard);
    // `tests/checks.rs` and `tests/hops.rs` make the others speak.
    let elsewhere = |id: &DeployMessage| {
        let name = format!("{id:?}");
        ["Hop", "Checks", "Edge", "FileName"].iter().any(|start| name.starts_with(start))
    };
    let silent: Vec<_> = DeployMessage::ALL.iter().filter(|id| !heard.of(**id) && !elsewhere(id)).collect();
    // The second and third net: nothing that passes the allow-list reaches them. The last two belong to renewing.
    assert_eq!(
        silent,
        [
            DeployMessage::UnwritableCharacter,
            DeployMessage::Misread,
            DeployMessage::ForeignZone,
            DeployMessage::RenewedElsewhere
        ]
        .each_ref()
    );
    let silent: Vec<_> = RemarkMessage::ALL.iter().filter(|id| !heard.of(**id)).collect();
    assert!(silent.is_empty(), "{silent:?}");
}

/// What a certificate has or lacks: names, a responder, the wish to be stapled.
fn of_certificates(heard: &mut Heard) {
    let mut must_staple = good();
    must_staple.findings =
        deploy(&report(Key::Rsa, &[], &[]), &DeployOptions::default()).expect_err("no server is named");
    must_staple.findings.iter_mut().for_each(|finding| finding.code = Code::CRT006);
    heard.hear(&must_staple, &|_| {});
    heard.hear(&report(Key::Rsa, &[], &[]), &|_| {});
    heard.hear(&report(Key::Rsa, &["a.test", "a b"], &[]), &|_| {});
    let stapled = report(Key::Rsa, &["a.test"], &["http://ocsp.example.net"]);
    let ecdsa = report(Key::Ecdsa, &["a.test"], &[]);
    for target in TARGETS {
        heard.hear(&stapled, &|options| options.target = target.id.to_owned());
        // Addresses are no names.
        for names in [&["192.0.2.1"][..], &["a.test", "192.0.2.1"]] {
            heard.hear(&report(Key::Rsa, names, &[]), &|options| options.target = target.id.to_owned());
        }
        if target.is(Quirk::OldVersionsWantOneKind) {
            heard.hear(&ecdsa, &|options| (options.target, options.profile) = (target.id.to_owned(), Profile::Legacy));
        }
    }
}

/// What a target can not do, or does in its own way.
fn of_targets(heard: &mut Heard) {
    let good = good();
    for (target, profile) in TARGETS.iter().flat_map(|target| Profile::ALL.map(|profile| (target.id, profile))) {
        heard.hear(&good, &|options| (options.target, options.profile) = (target.to_owned(), profile));
        heard.hear(&good, &|options| {
            (options.target, options.profile) = (target.to_owned(), profile);
            options.upstream = Some("https://app.test".to_owned());
        });
        heard.hear(&good, &|options| {
            (options.target, options.profile) = (target.to_owned(), profile);
            options.with = Switch::ALL.iter().copied().filter(|switch| !switch.is_usual()).collect();
        });
    }
    // The machine itself is another place from inside of a container, and nowhere in a cluster.
    for target in TARGETS {
        let upstream = Some("http://127.0.0.1:3000".to_owned());
        heard.hear(&good, &|options| (options.target, options.upstream) = (target.id.to_owned(), upstream.clone()));
    }
    heard.hear(&good, &|options| {
        (options.target, options.upstream) = ("varnish".to_owned(), Some("https://a:1".to_owned()));
    });
}

/// What is too old, or no version.
fn of_versions(heard: &mut Heard) {
    let good = good();
    for (target, version) in snapshots::OLD.lines().filter_map(|row| row.split_once('\t')) {
        heard.hear(&good, &|options| {
            (options.target, options.version) = (target.to_owned(), Some(version.to_owned()));
        });
    }
    for profile in Profile::ALL {
        heard.hear(&good, &|options| (options.profile, options.version) = (profile, Some("1.8.0".to_owned())));
    }
    for version in ["1.0.0", "new"] {
        heard.hear(&good, &|options| options.version = Some(version.to_owned()));
    }
    heard.hear(&good, &|options| options.library = Some("3.0.2".to_owned()));
}

/// What somebody writes that is nothing, or nothing to write.
fn of_what_is_typed(heard: &mut Heard) {
    let good = good();
    heard.hear(&good, &|options| options.target = "iisx".to_owned());
    heard.hear(&good, &|options| options.system = Some("amiga".to_owned()));
    heard.hear(&good, &|options| options.certificate = Some("/etc/ssl/a.pem".to_owned()));
    heard.hear(&good, &|options| options.key = Some("/etc/ssl/a.key".to_owned()));
    for path in ["/etc/$HOME", "/etc/证书", "a.pem", "/etc/../a.pem"] {
        heard.hear(&good, &|options| options.client_ca = Some(path.to_owned()));
    }
    heard.hear(&good, &|options| options.names = vec!["a b".to_owned(), "a..b".to_owned()]);
    for upstream in ["a b", "ws://a:1"] {
        heard.hear(&good, &|options| options.upstream = Some(upstream.to_owned()));
    }
}
