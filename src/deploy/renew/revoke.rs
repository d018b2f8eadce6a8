//! Taking the certificate back, and seeing that it worked.

use super::order::Order;
use super::{clients, steps};
use crate::deploy::syntax::{Plain, shell, text};
use crate::report::{AcmeClient, Cite, Doc, Part, Passage};
use crate::text::renewal::revoke as words;

/// Addresses that are asked; a certificate may hold thousands.
const ADDRESSES: usize = 3;

/// What to do and to know; nothing without a server certificate.
pub fn passages(order: &Order) -> Vec<Passage> {
    if order.leaf.is_none() {
        return Vec::new();
    }
    let when = Passage::new(Part::Revoke, order.text(words::WHEN))
        .say(order.text(words::WHEN_TEXT))
        .say(order.text(words::FIRST))
        .say(order.text(words::REASONS))
        .say(order.text(words::DEADLINE))
        .cite(&Cite::br("4.9.1.1"))
        .cite(&Cite::rfc(5280, "5.3.1"));
    let client = clients::find(order.options.client);
    let lines = steps::job(order).map(|job| steps::lines((client.revoke)(&job))).unwrap_or_default();
    let how = Passage::new(Part::Revoke, order.text(words::HOW)).say(order.text(words::HOW_CONSOLE));
    let how = match client.id {
        AcmeClient::Caddy => how.say(order.text(words::HOW_CADDY)),
        _ if lines.is_empty() => how,
        _ => how.say(order.text(words::HOW_CLIENT)).run(lines),
    };
    let key = Passage::new(Part::Revoke, order.text(words::HOW_KEY))
        .run(["certbot revoke --cert-path cert.pem --key-path privkey.pem --reason keycompromise".to_owned()])
        .cite(&Cite::rfc(8555, "7.6"));
    vec![when, how, key, see(order)]
}

/// The certificate's own addresses, asked with OpenSSL.
fn see(order: &Order) -> Passage {
    let mut passage = Passage::new(Part::Revoke, order.text(words::SEE));
    let Some(leaf) = order.leaf else { return passage };
    let http = |url: &&String| url.starts_with("http://") || url.starts_with("https://");
    let ocsp: Vec<String> = leaf
        .ocsp
        .iter()
        .filter(http)
        .filter_map(|url| {
            shell::command([Plain("openssl ocsp -issuer chain.pem -cert cert.pem -no_nonce -url"), text(url)]).ok()
        })
        .take(ADDRESSES)
        .collect();
    // OpenSSL prints the number without the octet that keeps it from being negative.
    let serial = leaf.serial.to_ascii_uppercase();
    let serial = serial.strip_prefix("00").filter(|rest| !rest.is_empty()).unwrap_or(&serial);
    let crl: Vec<String> = leaf
        .crl
        .iter()
        .filter(http)
        .filter_map(|url| {
            shell::command([
                Plain("curl -sS"),
                text(url),
                Plain("| openssl crl -inform DER -noout -text | grep -A 2"),
                text(serial),
            ])
            .ok()
        })
        .take(ADDRESSES)
        .collect();
    if ocsp.is_empty() && crl.is_empty() {
        passage = passage.say(order.text(words::SEE_NOTHING));
    }
    if !ocsp.is_empty() {
        passage = passage.say(order.text(words::SEE_OCSP)).run(ocsp);
    }
    if !crl.is_empty() {
        passage = passage.say(order.text(words::SEE_CRL)).run(crl);
    }
    if order.is_from_lets_encrypt() {
        passage = passage
            .say(order.text(words::NO_OCSP))
            .cite(&Cite::new(Doc::Page, "https://letsencrypt.org/2025/08/06/ocsp-service-has-reached-end-of-life"));
    }
    passage.say(order.text(words::NOT_EVERYWHERE))
}
