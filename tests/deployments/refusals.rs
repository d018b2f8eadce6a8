//! What can not be done.

use super::*;

#[test]
fn what_can_not_be_done_is_refused_with_its_reason() {
    let good = report(Key::Rsa, &["a.test"], &[]);
    let with = |change: fn(&mut DeployOptions)| {
        let mut options = options(TARGETS[0], "", Profile::Compatible, None);
        change(&mut options);
        let findings = deploy(&good, &options).expect_err("refused");
        findings.into_iter().map(|finding| (finding.code, finding.severity)).collect::<Vec<_>>()
    };
    assert_eq!(with(|options| options.target = "iisx".to_owned()), [(Code::DEP008, Severity::Error)]);
    assert_eq!(with(|options| options.version = Some("new".to_owned())), [(Code::DEP008, Severity::Error)]);
    assert_eq!(with(|options| options.version = Some("0.8.54".to_owned())), [(Code::DEP005, Severity::Error)]);
    assert_eq!(
        with(|options| {
            options.profile = Profile::Modern;
            options.version = Some("1.10.0".to_owned());
        }),
        [(Code::DEP005, Severity::Error)]
    );
    // Everything at once, not one after the other.
    assert_eq!(
        with(|options| {
            options.names = vec!["ok.test".to_owned(), "a;b".to_owned(), "a..b".to_owned()];
            options.upstream = Some("http://a:1/$x".to_owned());
        }),
        [(Code::DEP004, Severity::Error); 3]
    );
    let nameless = deploy(&report(Key::Rsa, &[], &[]), &options(TARGETS[0], "", Profile::Compatible, None));
    assert_eq!(nameless.expect_err("refused").first().map(|finding| finding.code), Some(Code::DEP004));
    let mut leafless = good.clone();
    leafless.chain.leaf = None;
    let leafless = deploy(&leafless, &options(TARGETS[0], "", Profile::Compatible, None));
    assert_eq!(leafless.expect_err("refused").first().map(|finding| finding.code), Some(Code::CHN001));
}
