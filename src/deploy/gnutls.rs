//! A plan's choices as a GnuTLS priority string: <https://gnutls.org/manual/html_node/Priority-Strings.html>.

use super::guideline::Suite;
use super::plan::Plan;

/// Versions and suites, exactly: the keyword `NORMAL` would bring TLS 1.0 along.
pub fn priority(plan: &Plan) -> String {
    let mut words: Vec<String> = vec!["NORMAL".to_owned(), "-VERS-ALL".to_owned()];
    words.extend(plan.protocols.iter().rev().map(|protocol| format!("+VERS-TLS{}", protocol.number())));
    if !plan.suites.is_empty() {
        for (all, part) in
            [("-KX-ALL", exchange as fn(&Suite) -> Option<&str>), ("-CIPHER-ALL", cipher), ("-MAC-ALL", authentication)]
        {
            words.push(all.to_owned());
            for own in plan.suites.iter().filter_map(part) {
                let word = format!("+{own}");
                if !words.contains(&word) {
                    words.push(word);
                }
            }
        }
    }
    if plan.server_order {
        words.push("%SERVER_PRECEDENCE".to_owned());
    }
    words.join(":")
}

/// `ECDHE-RSA` of `TLS_ECDHE_RSA_WITH_…`.
fn exchange(suite: &Suite) -> Option<&'static str> {
    match suite.iana.split_once("_WITH_")?.0 {
        "TLS_ECDHE_ECDSA" => Some("ECDHE-ECDSA"),
        "TLS_ECDHE_RSA" => Some("ECDHE-RSA"),
        "TLS_RSA" => Some("RSA"),
        _ => None,
    }
}

fn cipher(suite: &Suite) -> Option<&'static str> {
    match suite.iana.split_once("_WITH_")?.1.rsplit_once('_')?.0 {
        "AES_128_GCM" => Some("AES-128-GCM"),
        "AES_256_GCM" => Some("AES-256-GCM"),
        "CHACHA20_POLY1305" => Some("CHACHA20-POLY1305"),
        "AES_128_CBC" => Some("AES-128-CBC"),
        "AES_256_CBC" => Some("AES-256-CBC"),
        _ => None,
    }
}

/// What ends in `_SHA` has a code of its own; the others have it in their cipher.
fn authentication(suite: &Suite) -> Option<&'static str> {
    Some(if suite.iana.ends_with("_SHA") { "SHA1" } else { "AEAD" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deploy::guideline::advice;
    use crate::report::wire::Profile;

    #[test]
    fn every_suite_has_its_words() {
        for suite in advice(Profile::Legacy, "").map(|advice| advice.suites).unwrap_or_default() {
            assert!(exchange(&suite).is_some() && cipher(&suite).is_some(), "{}", suite.iana);
        }
    }
}
