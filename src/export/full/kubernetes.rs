//! A Kubernetes Secret of the type `kubernetes.io/tls`: `tls.crt` is the chain, `tls.key` the open key, each as base64
//! of its PEM on one line.

use super::{Made, Order, Random, armour::armoured, hosts};
use crate::engine::names::Wanted;
use crate::export::pem::certificate_pem;
use crate::report::wire::File;
use base64::{Engine, engine::general_purpose::STANDARD};
use zeroize::Zeroizing;

/// Longest label of a name (RFC 1123 §2.1), with `-tls` behind it.
const LONGEST_STEM: usize = 59;

pub(super) fn write(order: &Order<'_>, _: Random<'_>) -> Made<Vec<File>> {
    let key = armoured("PRIVATE KEY", &order.key()?.pkcs8());
    let key = Zeroizing::new(STANDARD.encode(key.as_bytes()));
    let chain = STANDARD.encode(order.chain().map(certificate_pem).collect::<String>());
    let name = name(order);
    let text = format!(
        "apiVersion: v1\nkind: Secret\nmetadata:\n  name: {name}\ntype: kubernetes.io/tls\ndata:\n  \
         tls.crt: {chain}\n  tls.key: {}\n",
        *key
    );
    Ok(vec![order.file(text.into_bytes())])
}

/// The first host as one label: lower-case letters, digits and hyphens, as every kind of object takes it.
fn name(order: &Order<'_>) -> String {
    let host = hosts::hosts(order.leaf).into_iter().next().map(|host| match host {
        Wanted::Wildcard(base) => format!("wildcard-{base}"),
        other => hosts::text(&other),
    });
    let plain = |character: char| if character.is_ascii_alphanumeric() { character } else { '-' };
    let stem: String = host.unwrap_or_default().chars().map(plain).take(LONGEST_STEM).collect();
    match stem.trim_matches('-') {
        "" => "server-tls".to_owned(),
        stem => format!("{stem}-tls"),
    }
}
