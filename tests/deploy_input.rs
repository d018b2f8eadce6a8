//! What people type and what certificates hold, for every target: a configuration or a clear refusal, never a broken
//! file.

#[path = "support/facts.rs"]
mod facts;

use certloupe::deploy::allow::Host;
use certloupe::deploy::targets::Target;
use certloupe::deploy::{TARGETS, Version, deploy, syntax::shell};
use certloupe::report::wire::{DeployOptions, Deployment, Field, Profile, Shell, Switch};
use certloupe::report::{Code, Finding, Report};
use certloupe::text::{Lang, worded};
use facts::{Key, report};

/// Every target with every profile.
fn everywhere(report: &Report, change: &dyn Fn(&mut DeployOptions), judge: &dyn Fn(&Target, Made)) {
    for target in TARGETS {
        for profile in Profile::ALL {
            let mut options = DeployOptions { target: target.id.to_owned(), profile, ..DeployOptions::default() };
            options = options.set(Switch::Hsts, true);
            change(&mut options);
            let made = deploy(report, &options);
            // No target has every profile: what it has none of is refused before anything else is looked at.
            match &made {
                Err(why) if why.iter().all(|finding| finding.code == Code::DEP005) => continue,
                _ => judge(target, made),
            }
        }
    }
}

type Made = Result<Deployment, Vec<Finding>>;

/// A configuration that is whole: files with text, commands that a shell reads.
fn is_whole(target: &Target, made: Made) -> Deployment {
    let made = made.unwrap_or_else(|why| panic!("{} refuses: {:?}", target.id, said(&why)));
    for file in &made.configs {
        let text = String::from_utf8(file.bytes.clone()).expect("text");
        assert!(!text.trim().is_empty() && text.is_ascii(), "{}: {}", target.id, file.name);
        assert!(file.name.chars().all(|c| c.is_ascii_alphanumeric() || "._-/".contains(c)), "{}", file.name);
        assert!(file.name.len() <= 100 + 255, "{}", file.name);
    }
    if target.shell == Shell::Posix {
        let commands = &made.commands;
        for line in [&commands.install, &commands.check, &commands.reload, &commands.roll_back].into_iter().flatten() {
            assert!(shell::read(line).is_some_and(|words| !words.is_empty()), "{}: {line}", target.id);
        }
    }
    made
}

/// Refused with one of these, in words without holes.
fn is_refused(target: &Target, made: Made, codes: &[Code]) {
    let Err(mut why) = made else { panic!("{} takes it", target.id) };
    // All at once: a profile that it has not is said beside.
    why.retain(|finding| finding.code != Code::DEP005);
    assert!(why.iter().all(|finding| codes.contains(&finding.code)), "{}: {:?}", target.id, said(&why));
    for finding in why {
        for lang in Lang::ALL {
            let worded = worded(finding.clone(), lang);
            let text = [worded.title, worded.why, worded.fix].concat().replace("\\u{", "");
            assert!(!text.contains("{"), "{}: {text}", target.id);
        }
    }
}

fn said(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| worded(finding.clone(), Lang::En).title).collect()
}

#[test]
fn names_of_every_number_and_kind() {
    let many: Vec<String> = (0..1000).map(|n| format!("host-{n}.sub-{}.example.com", n % 7)).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let long = [["a"; 60].concat(), ["b"; 60].concat(), ["c"; 60].concat(), "example.com".to_owned()].join(".");
    let kinds: [&[&str]; 6] = [
        &many,
        &["192.0.2.1", "2001:db8::1"],
        &["2001:db8::1"],
        &["*.example.com", "*.example.org"],
        &["xn--fsqu00a.cn", "*.xn--fsqu00a.cn"],
        &[&long],
    ];
    for names in kinds {
        for key in Key::ALL {
            everywhere(&report(key, names, &[]), &|_| (), &|target, made| {
                // Some take names only, and some no addresses of IPv6.
                let takes = |name: &&str| Host::parse(name).is_ok_and(|host| (target.hosts)(&host));
                match names.iter().any(takes) {
                    true => drop(is_whole(target, made)),
                    false => is_refused(target, made, &[Code::DEP004]),
                }
            });
        }
    }
    // A certificate without a name can not say what to serve.
    everywhere(&report(Key::Rsa, &[], &[]), &|_| (), &|target, made| is_refused(target, made, &[Code::DEP004]));
}

#[test]
fn paths_of_every_kind() {
    let good = report(Key::Rsa, &["a.test"], &[]);
    let bad = [
        "a.pem",
        "/etc/../a.pem",
        "/etc/$HOME/a.pem",
        "/etc/a\"b.pem",
        "/etc/a'b.pem",
        "/etc/证书/a.pem",
        "/a\nb",
        "~/a",
    ];
    for path in bad {
        let paths = |options: &mut DeployOptions| {
            (options.certificate, options.key) = (Some(path.to_owned()), Some(path.to_owned()));
        };
        everywhere(&good, &paths, &|target, made| match target.fields.contains(&Field::Paths) {
            true => is_refused(target, made, &[Code::DEP004]),
            // What a target has no use for is left alone.
            false => assert!(is_whole(target, made).options.certificate.is_none(), "{}", target.id),
        });
    }
    for (path, of_windows) in [("/etc/my certs/a.pem", false), (r"C:\certs\my site\a.pem", true)] {
        let paths = |options: &mut DeployOptions| {
            (options.certificate, options.key) = (Some(path.to_owned()), Some(path.replace("a.pem", "a.key")));
        };
        everywhere(&good, &paths, &|target, made| {
            if !target.fields.contains(&Field::Paths) {
                is_whole(target, made);
            } else if of_windows != target.is_windows() {
                is_refused(target, made, &[Code::DEP004]);
            } else if let Err(why) = &made {
                // A space has no place in some syntaxes; then the character is named.
                assert!(why.iter().all(|finding| finding.code == Code::DEP004), "{}: {:?}", target.id, said(why));
            } else {
                is_whole(target, made);
            }
        });
    }
}

#[test]
fn upstreams_versions_systems_and_targets_that_are_none() {
    let good = report(Key::Rsa, &["a.test"], &[]);
    for upstream in
        ["no url", "ftp://a:1", "http://a:99999", "http://a:1/path?x", "http://u:p@a:1", "http://$a", "unix:/a"]
    {
        let set = |options: &mut DeployOptions| options.upstream = Some(upstream.to_owned());
        everywhere(&good, &set, &|target, made| match target.fields.contains(&Field::Upstream) {
            true => is_refused(target, made, &[Code::DEP004]),
            false => assert!(is_whole(target, made).options.upstream.is_none(), "{}", target.id),
        });
    }
    for version in ["latest", "1.x", "9.*", "v", "99999999999"] {
        let set = |options: &mut DeployOptions| options.version = Some(version.to_owned());
        everywhere(&good, &set, &|target, made| match target.latest {
            // A service has the version of today.
            Version(0, 0, 0) => drop(is_whole(target, made)),
            _ => is_refused(target, made, &[Code::DEP008]),
        });
    }
    // A version of the future is written for, with what the newest known one has.
    let future = |options: &mut DeployOptions| options.version = Some("9999".to_owned());
    everywhere(&good, &future, &|target, made| drop(is_whole(target, made)));
    let system = |options: &mut DeployOptions| options.system = Some("amiga-4000".to_owned());
    everywhere(&good, &system, &|target, made| is_refused(target, made, &[Code::DEP008]));
    for target in ["", "iisx", "nginx; rm", "../nginx", "NGINX\n"] {
        let options = DeployOptions { target: target.to_owned(), ..DeployOptions::default() };
        is_refused(TARGETS[0], deploy(&good, &options), &[Code::DEP008]);
    }
}
