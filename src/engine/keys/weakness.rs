use crate::engine::crypto;
use crate::engine::x509::{self, Certificate, Curve, KeyAlgorithm};

/// Why a public key is broken, whatever its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyFlaw {
    /// The RSA exponent is even, or 1: the first has no inverse, the second encrypts nothing (BR §6.1.6).
    Exponent,
    /// The RSA modulus is even: one of its factors is 2 (BR §6.1.6).
    Modulus,
    /// The RSA modulus has the mark of a library whose primes can be guessed (ROCA, CVE-2017-15361).
    Roca,
    /// The point is not on its curve (BR §6.1.6, SP 800-56A §5.6.2.3).
    Point,
}

/// What is broken about a certificate's key, as far as its public half tells.
pub fn key_flaw(certificate: &Certificate) -> Option<KeyFlaw> {
    let key = &certificate.public_key;
    let point = certificate.bytes(&key.key);
    match &key.algorithm {
        KeyAlgorithm::Rsa { exponent, .. } => {
            let (modulus, _) = x509::rsa_numbers(point)?;
            rsa_flaw(modulus, exponent)
        }
        KeyAlgorithm::Ec(Curve::P256) => point_flaw(p256::PublicKey::from_sec1_bytes(point).is_ok()),
        KeyAlgorithm::Ec(Curve::P384) => point_flaw(p384::PublicKey::from_sec1_bytes(point).is_ok()),
        KeyAlgorithm::Ec(Curve::P521) => point_flaw(p521::PublicKey::from_sec1_bytes(point).is_ok()),
        KeyAlgorithm::Ed25519 => point_flaw(crypto::is_ed25519_public_key(point)),
        #[cfg(feature = "full")]
        KeyAlgorithm::Ed448 => point_flaw(crypto::is_ed448_public_key(point)),
        #[cfg(feature = "full")]
        KeyAlgorithm::Ec(curve) => point_flaw(crypto::is_point(curve, point)?),
        _ => None,
    }
}

fn point_flaw(on_curve: bool) -> Option<KeyFlaw> {
    (!on_curve).then_some(KeyFlaw::Point)
}

fn rsa_flaw(modulus: &[u8], exponent: &[u8]) -> Option<KeyFlaw> {
    let odd = |number: &[u8]| number.last().is_some_and(|last| last & 1 == 1);
    if !odd(exponent) || exponent == [1] {
        Some(KeyFlaw::Exponent)
    } else if !odd(modulus) {
        Some(KeyFlaw::Modulus)
    } else {
        has_roca_mark(modulus).then_some(KeyFlaw::Roca)
    }
}

/// The faulty library made primes of the form `k·M + 65537^a mod M`, with M the product of the first primes. So its
/// modulus is a power of 65537 modulo each of these primes; another modulus is so with a chance of about 2⁻²⁷
/// (Nemec et al., "The Return of Coppersmith's Attack", CCS 2017, §3).
fn has_roca_mark(modulus: &[u8]) -> bool {
    (3..=167).filter(|number| is_prime(*number)).all(|prime| is_power_of_65537(remainder(modulus, prime), prime))
}

fn is_prime(number: u32) -> bool {
    (2..number).all(|divisor| number.checked_rem(divisor) != Some(0))
}

fn remainder(number: &[u8], modulus: u32) -> u32 {
    number.iter().fold(0, |rest: u32, byte| step(rest, 256, u32::from(*byte), modulus))
}

fn is_power_of_65537(wanted: u32, prime: u32) -> bool {
    let powers = std::iter::successors(Some(1_u32), |power| Some(step(*power, 65_537, 0, prime)));
    powers.take(prime as usize).any(|power| power == wanted)
}

/// `value · factor + term` modulo a small number; all of it fits 32 bits for moduli up to 65,535.
fn step(value: u32, factor: u32, term: u32, modulus: u32) -> u32 {
    value.saturating_mul(factor).saturating_add(term).checked_rem(modulus).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_65537_carry_the_mark() {
        assert!(has_roca_mark(&[1, 0, 1]));
        assert!(has_roca_mark(&65_537_u64.pow(3).to_be_bytes()));
        assert!(!has_roca_mark(&(65_537_u64.pow(3) + 2).to_be_bytes()));
    }

    #[test]
    fn exponents() {
        let odd = [0xc3, 0x05];
        assert_eq!(rsa_flaw(&odd, &[1]), Some(KeyFlaw::Exponent));
        assert_eq!(rsa_flaw(&odd, &[2]), Some(KeyFlaw::Exponent));
        assert_eq!(rsa_flaw(&odd, &[]), Some(KeyFlaw::Exponent));
        assert_eq!(rsa_flaw(&[0xc3, 0x04], &[1, 0, 1]), Some(KeyFlaw::Modulus));
        assert_eq!(rsa_flaw(&odd, &[1, 0, 1]), None);
    }
}
