//! Whether the numbers of an RSA private key belong together (RFC 8017 §3.2), for the full engine: a key that was damaged
//! keeps its modulus, pairs with its certificate, and fails in every connection.

use super::super::x509::der::{bit_length, strip_zeros};
use super::rsa::MAX_MODULUS_BITS;
use crypto_bigint::{BoxedUint, ConcatenatingMul, NonZero};
use zeroize::Zeroizing;

/// The numbers of an `RSAPrivateKey` with two primes, big-endian.
pub(crate) struct RsaPrivateNumbers<'a> {
    pub(crate) modulus: &'a [u8],
    pub(crate) public_exponent: &'a [u8],
    pub(crate) private_exponent: &'a [u8],
    pub(crate) primes: [&'a [u8]; 2],
    /// The private exponent modulo each prime less one.
    pub(crate) exponents: [&'a [u8]; 2],
    /// The inverse of the second prime modulo the first.
    pub(crate) coefficient: &'a [u8],
}

impl RsaPrivateNumbers<'_> {
    /// None where they are larger than we calculate with.
    pub(crate) fn agree(&self) -> Option<bool> {
        let [p, q] = self.primes;
        let all = [self.modulus, self.public_exponent, self.private_exponent, p, q, self.coefficient];
        if all.iter().chain(&self.exponents).any(|number| bit_length(number) > MAX_MODULUS_BITS) {
            return None;
        }
        let is_modulus = || *product(p, q) == *number(self.modulus);
        let inverts = |exponent: &[u8], prime: &[u8]| is_one(self.public_exponent, exponent, &one_less(prime));
        let fits = |(prime, exponent): (&&[u8], &&[u8])| {
            prime.last().is_some_and(|last| last & 1 == 1)
                && inverts(self.private_exponent, prime)
                && inverts(exponent, prime)
        };
        let fit = || self.primes.iter().zip(&self.exponents).all(fits);
        Some(is_modulus() && fit() && is_one(self.coefficient, q, p))
    }
}

fn number(digits: &[u8]) -> Zeroizing<BoxedUint> {
    Zeroizing::new(BoxedUint::from_be_slice_vartime(strip_zeros(digits)))
}

/// An odd number less one.
fn one_less(digits: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut digits = Zeroizing::new(digits.to_vec());
    if let Some(last) = digits.last_mut() {
        *last &= 0xfe;
    }
    digits
}

fn product(one: &[u8], other: &[u8]) -> Zeroizing<BoxedUint> {
    Zeroizing::new(number(one).concatenating_mul(&*number(other)))
}

/// Whether the product of two numbers is one above a multiple of the modulus.
fn is_one(one: &[u8], other: &[u8], modulus: &[u8]) -> bool {
    let modulus = NonZero::new(BoxedUint::clone(&number(modulus))).into_option();
    modulus.is_some_and(|modulus| Zeroizing::new(product(one, other).rem_vartime(&modulus)).is_one().into())
}
