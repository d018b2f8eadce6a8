//! What a certificate claims about its issuer's key.

use crate::engine::x509::{Certificate, ExtensionValue};

/// Whether the issuer is the one that the authority key identifier of `subject` asks for; none when it does not tell.
pub(super) fn claims_agree(subject: &Certificate, issuer: &Certificate) -> Option<bool> {
    let asked = subject
        .extension(|value| if let ExtensionValue::AuthorityKeyIdentifier(it) = value { Some(it) } else { None })?;
    let key = asked.key_identifier.as_deref().zip(issuer.subject_key_identifier()).map(|(asked, has)| asked == has);
    let serial = asked.serial.as_ref().map(|asked| *asked == issuer.serial);
    match (key, serial) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), _) | (_, Some(true)) => Some(true),
        (None, None) => None,
    }
}
