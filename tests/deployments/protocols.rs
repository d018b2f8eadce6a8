//! The versions of TLS: policies of services, and the security level that the old ones need.

use super::*;
use certloupe::deploy::guideline::Protocol;
use certloupe::deploy::targets::{Library, Quirk, Reach};
use certloupe::report::wire::Expect;

/// Policies are written by their names, and are those that speak what the profile asks for, as far as there are any.
#[test]
fn a_policy_says_which_versions_are_spoken() {
    let mut asked = 0;
    for target in TARGETS.iter().filter(|target| !target.policies.is_empty()) {
        for (profile, key) in kinds() {
            asked += 1;
            let made = deploy(&report(key, &["a.test"], &[]), &options(target, "", profile, None));
            let Some(policy) = target.policy(profile, &key.facts().algorithm) else {
                assert!(made.is_err(), "{} {profile:?}", target.id);
                continue;
            };
            let made = made.expect("deployed");
            assert!(
                whole(&made).contains(policy.hybrid) && !policy.name.is_empty() || whole(&made).contains(policy.name)
            );
            for protocol in Protocol::ALL {
                let name = protocol.name().to_owned();
                let spoken = policy.protocols.contains(&protocol);
                let expect = if spoken { Expect::Negotiates(name) } else { Expect::Refuses(name) };
                assert!(made.commands.verify.iter().any(|probe| probe.expect == expect), "{} {expect:?}", target.id);
                assert!(!spoken || target.speaks(protocol, target.latest));
            }
        }
    }
    assert!(asked >= 40);
}

#[test]
fn the_old_versions_need_the_level_and_the_level_needs_them() {
    for target in TARGETS {
        for profile in Profile::ALL {
            let made = deploy(&report(Key::Rsa, &["a.test"], &[]), &options(target, "", profile, None));
            let policy = target.policy(profile, "RSA");
            if !target.policies.is_empty() && policy.is_none() {
                assert!(made.is_err(), "{} has no policy for {profile:?}", target.id);
                continue;
            }
            if !target.speaks(Protocol::Tls13, target.latest)
                && target.reach != Reach::Store
                && profile == Profile::Modern
            {
                assert!(made.is_err(), "{} speaks no TLS 1.3", target.id);
                continue;
            }
            let deployment = made.expect("deployed");
            let lowered = config(&deployment).contains("@SECLEVEL=0");
            let is_old = match policy {
                Some(policy) => policy.protocols.contains(&Protocol::Tls10),
                None => profile == Profile::Legacy && target.speaks(Protocol::Tls10, target.latest),
            };
            let needs_level = target.library == Library::OpenSsl && !target.is(Quirk::SetsOwnLevel);
            assert_eq!(lowered, is_old && needs_level, "{} {profile:?}", target.id);
            // A policy that has them for every profile is told of in words of its own.
            let says = |message: DeployMessage| deployment.notes.iter().any(|note| note.message.id == message.into());
            if is_old && profile != Profile::Legacy {
                assert!(says(DeployMessage::ProtocolsAlsoOn), "{} {profile:?}", target.id);
            }
            assert_eq!(
                is_old && profile == Profile::Legacy && target.reach != Reach::Store,
                deployment.notes.iter().any(|note| note.code == Code::DEP001)
            );
        }
    }
}
