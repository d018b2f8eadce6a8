use super::super::x509::KeyAlgorithm;
use std::fmt;
use zeroize::Zeroizing;

/// A private key. Its material is wiped when dropped and never printed.
#[derive(Clone)]
pub struct PrivateKey {
    /// Index into [`super::Material::inputs`].
    pub input: usize,
    /// How it is wrapped.
    pub kind: KeyKind,
    /// What kind of key; none while it is encrypted.
    pub algorithm: Option<KeyAlgorithm>,
    /// The subject public key info that belongs to it (DER), for pairing; none while encrypted or where we lack the mathematics.
    pub public_key: Option<Vec<u8>>,
    /// The key as it was given.
    pub material: KeyMaterial,
    /// The key without its password, once one fitted, and how it is wrapped then.
    pub opened: Option<(KeyKind, KeyMaterial)>,
}

impl PrivateKey {
    /// The key without a password, and how it is wrapped; none while it is locked.
    pub fn plain(&self) -> Option<(KeyKind, &[u8])> {
        match &self.opened {
            Some((kind, key)) => Some((*kind, &key.0)),
            None if self.kind.is_encrypted() => None,
            None => Some((self.kind, &self.material.0)),
        }
    }
}

/// Key bytes as given (the DER inside the PEM block, or the file), wiped when dropped.
#[derive(Clone)]
pub struct KeyMaterial(pub Zeroizing<Vec<u8>>);

impl fmt::Debug for PrivateKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("PrivateKey")
            .field("input", &self.input)
            .field("kind", &self.kind)
            .field("algorithm", &self.algorithm)
            .finish_non_exhaustive()
    }
}

/// How a private key is wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// PKCS#8 (RFC 5958), `PRIVATE KEY`.
    Pkcs8,
    /// PKCS#1 (RFC 8017), `RSA PRIVATE KEY`.
    Pkcs1,
    /// SEC 1 (RFC 5915), `EC PRIVATE KEY`.
    Sec1,
    /// DSA in OpenSSL's own form, `DSA PRIVATE KEY`.
    Dsa,
    /// Encrypted PKCS#8, `ENCRYPTED PRIVATE KEY`.
    EncryptedPkcs8,
    /// OpenSSL's old encryption, `Proc-Type: 4,ENCRYPTED`.
    EncryptedLegacy,
}

impl KeyKind {
    /// Whether a password stands in front of the key.
    pub const fn is_encrypted(self) -> bool {
        matches!(self, Self::EncryptedPkcs8 | Self::EncryptedLegacy)
    }
}
