use crate::engine::{Analysis, read::KeyKind};
use crate::report::wire::File;
use pem::{EncodeConfig, LineEnding, Pem};

/// A certificate as PEM: 64 columns, LF, one line break at the end, as every server and cloud console takes it.
pub fn certificate_pem(der: &[u8]) -> String {
    block("CERTIFICATE", der)
}

/// The served chain as files: `fullchain.pem` (all), `cert.pem` (the server certificate), `chain.pem` (the rest, where
/// there is one). Empty without a server certificate.
pub fn chain_files(analysis: &Analysis) -> Vec<File> {
    let blocks: Vec<_> = analysis.served().map(|certificate| certificate_pem(&certificate.der)).collect();
    let Some((leaf, issuers)) = blocks.split_first() else { return Vec::new() };
    let mut files = vec![file("fullchain.pem", blocks.concat()), file("cert.pem", leaf.clone())];
    if !issuers.is_empty() {
        files.push(file("chain.pem", issuers.concat()));
    }
    files
}

/// Every certificate that was given, in the order given and as often, one behind the other in DER.
pub fn given_certificates(analysis: &Analysis) -> File {
    let given = analysis.material.given.iter().filter_map(|given| analysis.certificate(given.certificate));
    let bytes = given.flat_map(|certificate| certificate.der.iter().copied()).collect();
    File { name: "certificates.der".to_owned(), bytes }
}

/// The private key of the server certificate as `privkey.pem`, as far as it was given without a password. Only for
/// downloads that the user asks for.
pub fn key_file(analysis: &Analysis) -> Option<File> {
    let leaf = analysis.chain.leaf?;
    let position = analysis.keys.iter().position(|key| key.matches.contains(&leaf))?;
    let (kind, key) = analysis.material.keys.get(position)?.plain()?;
    Some(file("privkey.pem", block(label(kind)?, key)))
}

/// The label of an unencrypted key's block.
const fn label(kind: KeyKind) -> Option<&'static str> {
    match kind {
        KeyKind::Pkcs8 => Some("PRIVATE KEY"),
        KeyKind::Pkcs1 => Some("RSA PRIVATE KEY"),
        KeyKind::Sec1 => Some("EC PRIVATE KEY"),
        KeyKind::Dsa => Some("DSA PRIVATE KEY"),
        KeyKind::EncryptedPkcs8 | KeyKind::EncryptedLegacy => None,
    }
}

/// A block of PEM.
pub(super) fn block(label: &str, der: &[u8]) -> String {
    pem::encode_config(&Pem::new(label, der), EncodeConfig::new().set_line_ending(LineEnding::LF))
}

pub(super) fn file(name: &str, text: String) -> File {
    File { name: name.to_owned(), bytes: text.into_bytes() }
}
