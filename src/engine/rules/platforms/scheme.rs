use super::{asked, point, refuse};
use crate::engine::Analysis;
use crate::engine::platforms::Address;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::PlatformMessage;
use crate::report::{Cite, Code};

/// An address with a scheme that a platform does not take, or with none.
pub static RULE: Rule =
    Rule { code: Code::PLT001, cites: &[Cite::rfc(3986, "3.1")], in_force: InForce::Always, check: Check::Once(check) };

fn check(analysis: &Analysis, sink: &mut Sink) {
    for (platform, features) in asked(analysis) {
        let Some((rule, schemes)) = features.schemes else { continue };
        let of = |message: PlatformMessage| -> Vec<&Address> {
            let refused = analysis.called.iter().filter(|address| !features.takes_scheme(&address.scheme));
            let of_kind = refused.filter(|it| it.scheme.is_empty() == (message == PlatformMessage::NoScheme));
            of_kind.collect()
        };
        for message in [PlatformMessage::SchemeRefused, PlatformMessage::NoScheme] {
            let addresses = of(message);
            if !addresses.is_empty() {
                let found = refuse(sink, platform, rule, message)
                    .with("schemes", schemes.iter().map(|&scheme| scheme.to_owned()).collect::<Vec<_>>());
                point(found, &addresses);
            }
        }
    }
}
