//! Keys for SSH, told apart: OpenSSH's own form (PROTOCOL.key), SSH2 (RFC 4716), PuTTY's `.ppk`.

use super::material::{SshForm, SshKey};

/// What OpenSSH's own form begins with.
const MAGIC: &[u8] = b"openssh-key-v1\0";

/// The names of key types (RFC 4253 §6.6, RFC 5656, RFC 8709), and of those on security keys.
static ALGORITHMS: [&str; 10] = [
    "ssh-rsa",
    "ssh-ed25519",
    "ssh-ed448",
    "ssh-dss",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ssh-ed448",
    "sk-ssh-ed25519",
    "sk-ecdsa-sha2-nistp256",
];

/// The key behind a label in the dress of PEM.
pub(super) fn labelled(label: &str, bytes: &[u8]) -> Option<SshKey> {
    let (form, encrypted, algorithm) = match label {
        "OPENSSH PRIVATE KEY" => {
            let (encrypted, public) = open_ssh(bytes).unwrap_or((false, &[]));
            (SshForm::OpenSshPrivate, encrypted, string(public).map_or(&[][..], |(name, _)| name))
        }
        "SSH2 PUBLIC KEY" => (SshForm::Ssh2Public, false, string(bytes).map_or(&[][..], |(name, _)| name)),
        "SSH2 PRIVATE KEY" => (SshForm::Ssh2Private, false, &[][..]),
        "SSH2 ENCRYPTED PRIVATE KEY" => (SshForm::Ssh2Private, true, &[][..]),
        _ => return None,
    };
    Some(SshKey { form, algorithm: known(algorithm), encrypted })
}

/// The key that a text begins with.
pub(super) fn of_text(text: &[u8]) -> Option<SshKey> {
    let mut lines = text.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let first = lines.next()?;
    let Some(putty) = first.strip_prefix(b"PuTTY-User-Key-File-") else {
        let algorithm = known(first)?;
        let form = SshForm::OpenSshPublic;
        return first.contains(&b' ').then_some(SshKey { form, algorithm: Some(algorithm), encrypted: false });
    };
    let form = if putty.starts_with(b"3") { SshForm::Putty3 } else { SshForm::Putty2 };
    let algorithm = putty.split(|byte| *byte == b' ').nth(1).and_then(known);
    let encryption = lines.take(4).find_map(|line| line.strip_prefix(b"Encryption:"));
    let encrypted = encryption.is_some_and(|name| name.trim_ascii() != b"none");
    Some(SshKey { form, algorithm, encrypted })
}

fn known(name: &[u8]) -> Option<&'static str> {
    ALGORITHMS.into_iter().find(|known| name.starts_with(known.as_bytes()))
}

/// Whether a cipher is named, and the public key: cipher, key derivation, its options, number of keys, first key.
fn open_ssh(bytes: &[u8]) -> Option<(bool, &[u8])> {
    let (cipher, rest) = string(bytes.strip_prefix(MAGIC)?)?;
    let (_, rest) = string(rest)?;
    let (_, rest) = string(rest)?;
    let public = rest.get(4..).and_then(string).map_or(&[][..], |(public, _)| public);
    Some((cipher != b"none", public))
}

/// A string with its length in front (RFC 4251 §5), and what follows it.
fn string(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)
}
