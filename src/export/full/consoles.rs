//! What the upload forms of clouds take, one file a field. All of them want PEM with 64 columns and LF, no blank line
//! between blocks and an open key.

use super::{
    Made, Order, Random,
    armour::{armoured, key_file},
};
use crate::export::pem::{certificate_pem, file};
use crate::report::{FileFormat, wire::File};

/// AWS Certificate Manager: certificate, key and chain apart; the server certificate must not stand in the chain
/// again (AWS documentation, "Prerequisites for importing ACM certificates").
pub(super) fn aws(order: &Order<'_>, _: Random<'_>) -> Made<Vec<File>> {
    let key = order.key()?;
    if key.traditional_pem().is_none() {
        return Err(order.refuse_kind(KINDS));
    }
    let mut chain = order.chain().map(certificate_pem);
    let body = chain.next().unwrap_or_default();
    let mut files =
        vec![order.file(body.into_bytes()), key_file("aws-private-key.pem", armoured("PRIVATE KEY", &key.pkcs8()))];
    let issuers: String = chain.collect();
    if !issuers.is_empty() {
        files.push(file("aws-certificate-chain.pem", issuers));
    }
    Ok(files)
}

/// Tencent, Alibaba and Huawei: the server certificate with its intermediates in one field, in order; the key in the
/// other, `BEGIN RSA PRIVATE KEY` for RSA, which the older forms insist on (Alibaba CDN "Certificate formats", Tencent
/// EdgeOne document 65946, Huawei CCM "Uploading an external certificate").
pub(super) fn two_fields(order: &Order<'_>, _: Random<'_>) -> Made<Vec<File>> {
    let key = order.key()?.traditional_pem().ok_or_else(|| order.refuse_kind(KINDS))?;
    let chain: String = order.chain().map(certificate_pem).collect();
    let name = match order.format() {
        FileFormat::Tencent => "tencent-private.key",
        FileFormat::Alibaba => "alibaba-private.key",
        _ => "huawei-private.key",
    };
    Ok(vec![order.file(chain.into_bytes()), key_file(name, key)])
}

/// Kinds of key that the consoles take.
const KINDS: &str = "RSA, EC";
