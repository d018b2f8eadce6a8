//! DSA (FIPS 186-4 §4.4): the public number of a private key, for the full engine. Signatures are not checked: no client
//! has taken them for years.

use super::super::x509::der::{bit_length, strip_zeros};
use crypto_bigint::{
    BoxedUint, Odd,
    modular::{BoxedMontyForm, BoxedMontyParams},
};
use zeroize::Zeroizing;

/// Larger primes are not calculated with; OpenSSL draws the same line (`OPENSSL_DSA_MAX_MODULUS_BITS`).
const MAX_PRIME_BITS: u32 = 10_000;

/// `y = g^x mod p`, big-endian without leading zeros; none where these are no numbers of a DSA key.
pub(crate) fn public_number(prime: &[u8], generator: &[u8], secret: &[u8]) -> Option<Vec<u8>> {
    let bits = bit_length(prime);
    let fits = |number: &[u8]| (1..=bits).contains(&bit_length(number));
    if bits > MAX_PRIME_BITS || !fits(generator) || !fits(secret) {
        return None;
    }
    let number = |digits: &[u8], bits| BoxedUint::from_be_slice(strip_zeros(digits), bits).ok();
    let prime = Odd::new(number(prime, bits)?).into_option()?;
    let parameters = BoxedMontyParams::new(prime);
    let generator = BoxedMontyForm::new(number(generator, bits)?, &parameters);
    let secret = Zeroizing::new(number(secret, bits)?);
    let public = generator.pow(&secret).retrieve();
    Some(strip_zeros(&public.to_be_bytes()).to_vec())
}
