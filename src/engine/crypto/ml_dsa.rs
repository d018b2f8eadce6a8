//! ML-DSA (FIPS 204) as certificates use it (RFC 9881): over the message itself, with an empty context. For the full
//! engine.

use super::super::x509::{
    MlDsaSet,
    der::{Element, Fault, tag},
};
use super::Verification;
use ::ml_dsa::{
    EncodedVerifyingKey, ExpandedSigningKey, ExpandedSigningKeyBytes, MlDsa44, MlDsa65, MlDsa87, MlDsaParams, Seed,
    Signature, SigningKey, Verifier, VerifyingKey,
};

/// Checks a signature over the message itself.
pub(super) fn verify(set: MlDsaSet, key: &[u8], message: &[u8], signature: &[u8]) -> Verification {
    fn with<P: MlDsaParams>(key: &[u8], message: &[u8], signature: &[u8]) -> bool {
        let Ok(key) = <&EncodedVerifyingKey<P>>::try_from(key) else { return false };
        let Ok(signature) = Signature::<P>::try_from(signature) else { return false };
        VerifyingKey::<P>::decode(key).verify(message, &signature).is_ok()
    }
    Verification::from(match set {
        MlDsaSet::MlDsa44 => with::<MlDsa44>(key, message, signature),
        MlDsaSet::MlDsa65 => with::<MlDsa65>(key, message, signature),
        MlDsaSet::MlDsa87 => with::<MlDsa87>(key, message, signature),
    })
}

/// A private key in one of the three forms of RFC 9881 §6: the seed, the key made from it, or both.
pub(crate) struct MlDsaPrivateKey<'a> {
    set: MlDsaSet,
    seed: Option<&'a Seed>,
    expanded: Option<&'a [u8]>,
}

impl<'a> MlDsaPrivateKey<'a> {
    /// Reads what stands inside of the octet string of PKCS#8.
    pub(crate) fn read(set: MlDsaSet, key: &Element<'a>) -> Result<Self, Fault> {
        let length = Measures::of(set).expanded;
        let fault = || key.fault("neither a seed nor a key of this kind");
        let seed = |element: &Element<'a>| <&Seed>::try_from(element.content).map_err(|_| fault());
        let expanded = |element: &Element<'a>| {
            let right = element.is(tag::OCTET_STRING) && element.content.len() == length;
            right.then_some(element.content).ok_or_else(fault)
        };
        let (seed, expanded) = if key.is_context(0) {
            (Some(seed(key)?), None)
        } else if key.is(tag::SEQUENCE) {
            match key.children().collect()?.as_slice() {
                [first, second] if first.is(tag::OCTET_STRING) => (Some(seed(first)?), Some(expanded(second)?)),
                _ => return Err(fault()),
            }
        } else {
            (None, Some(expanded(key)?))
        };
        Ok(Self { set, seed, expanded })
    }

    /// The public key, as it stands in a certificate; none where these bytes are no private key.
    pub(crate) fn public_key(&self) -> Option<Vec<u8>> {
        match self.set {
            MlDsaSet::MlDsa44 => self.public_key_with::<MlDsa44>(),
            MlDsaSet::MlDsa65 => self.public_key_with::<MlDsa65>(),
            MlDsaSet::MlDsa87 => self.public_key_with::<MlDsa87>(),
        }
    }

    fn public_key_with<P: MlDsaParams>(&self) -> Option<Vec<u8>> {
        let key = match self.seed {
            Some(seed) => SigningKey::<P>::from_seed(seed).expanded_key().verifying_key(),
            None => self.expanded_with::<P>()?.verifying_key(),
        };
        Some(key.encode().to_vec())
    }

    /// Whether the key that stands beside its seed is the one made from it, as whoever reads both must check
    /// (RFC 9881 §8.2).
    pub(crate) fn agrees(&self) -> bool {
        match self.set {
            MlDsaSet::MlDsa44 => self.agrees_with::<MlDsa44>(),
            MlDsaSet::MlDsa65 => self.agrees_with::<MlDsa65>(),
            MlDsaSet::MlDsa87 => self.agrees_with::<MlDsa87>(),
        }
    }

    fn agrees_with<P: MlDsaParams>(&self) -> bool {
        let Some(seed) = self.seed.filter(|_| self.expanded.is_some()) else { return true };
        self.expanded_with::<P>().is_some_and(|key| key == *SigningKey::<P>::from_seed(seed).expanded_key())
    }

    /// None where a number of the secret vectors is out of its range.
    fn expanded_with<P: MlDsaParams>(&self) -> Option<ExpandedSigningKey<P>> {
        let key = self.expanded?;
        let measures = Measures::of(self.set);
        // Two seeds and a hash stand in front of the vectors (FIPS 204 algorithm 24).
        if !are_small(key.get(128..measures.secret.checked_add(128)?)?, measures.eta) {
            return None;
        }
        let key = <&ExpandedSigningKeyBytes<P>>::try_from(key).ok()?;
        #[allow(deprecated, reason = "keys in this form exist; what it panics at was ruled out")]
        Some(ExpandedSigningKey::from_expanded(key))
    }
}

/// What a private key that is no seed measures (FIPS 204 tables 1 and 2).
struct Measures {
    /// Its bytes.
    expanded: usize,
    /// The largest number of its secret vectors.
    eta: u8,
    /// Bytes of both vectors: eight, eleven or fifteen polynomials of 256 numbers.
    secret: usize,
}

impl Measures {
    const fn of(set: MlDsaSet) -> Self {
        match set {
            MlDsaSet::MlDsa44 => Self { expanded: 2_560, eta: 2, secret: 8 * 96 },
            MlDsaSet::MlDsa65 => Self { expanded: 4_032, eta: 4, secret: 11 * 128 },
            MlDsaSet::MlDsa87 => Self { expanded: 4_896, eta: 2, secret: 15 * 96 },
        }
    }
}

/// Whether packed numbers lie in `[-eta, eta]`: FIPS 204 algorithm 25 takes them from who is trusted, and the crate panics
/// at others. Each is written as `eta` less itself, in 3 bits where `eta` is 2 and in 4 where it is 4.
fn are_small(packed: &[u8], eta: u8) -> bool {
    let largest = u32::from(eta.saturating_mul(2));
    let (width, mask) = if eta == 2 { (3, 0b111) } else { (4, 0b1111) };
    packed.chunks(3).all(|bytes| {
        let bits = bytes.iter().rev().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        (0..24).step_by(width).all(|at| bits >> at & mask <= largest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_secret_vectors_are_small() {
        // 4 in 3 bits, eight times; the last one 5.
        assert!(are_small(&[0x24, 0x49, 0x92], 2));
        assert!(!are_small(&[0x24, 0x49, 0xb2], 2));
        assert!(are_small(&[0x88, 0x08, 0x80, 0x88], 4));
        assert!(!are_small(&[0x88, 0x08, 0x80, 0x89], 4));
        assert!(!are_small(&[0x90], 4));
    }
}
