use super::super::x509::{Curve, KeyAlgorithm, MlDsaSet, der::bit_length};

/// What a verification with a key costs, in those of ECDSA with P-256 and rounded up: one takes a browser about a
/// millisecond (the attacks of `tests/support/attacks.rs` in Chromium, 2026-11).
pub fn cost(key: &KeyAlgorithm) -> u32 {
    match key {
        KeyAlgorithm::Rsa { bits, exponent } => rsa(*bits, bit_length(exponent)),
        KeyAlgorithm::Ec(Curve::P256 | Curve::Secp256k1 | Curve::Sm2) | KeyAlgorithm::Ed25519 => 1,
        KeyAlgorithm::Ec(Curve::P384) | KeyAlgorithm::Ed448 | KeyAlgorithm::MlDsa(MlDsaSet::MlDsa65) => 4,
        KeyAlgorithm::MlDsa(MlDsaSet::MlDsa44) => 3,
        KeyAlgorithm::MlDsa(MlDsaSet::MlDsa87) => 5,
        // P-521; the rare curves are not wider, but their mathematics has no short cuts.
        KeyAlgorithm::Ec(_) => 5,
        // Nothing is calculated.
        KeyAlgorithm::Dsa { .. } | KeyAlgorithm::Other(_) => 1,
    }
}

/// What is never exceeded, so that one signature of any kind can be afforded.
const DEAREST: u32 = 48;

/// Each bit of the exponent costs a multiplication or two, and a multiplication the square of the width: with 4,096 bits
/// and an exponent of 64 it is 4.2, with the usual 65,537 a fraction.
fn rsa(bits: u32, exponent_bits: u32) -> u32 {
    let width = bits.div_ceil(1024);
    (width.saturating_mul(width).saturating_mul(exponent_bits) / 240).clamp(1, DEAREST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_usual_costs_little() {
        let costs = [(2_048, 17), (4_096, 17), (8_192, 17), (4_096, 64), (16_384, 64)].map(|(bits, e)| rsa(bits, e));
        assert_eq!(costs, [1, 1, 4, 4, DEAREST]);
        assert_eq!(rsa(u32::MAX, u32::MAX), DEAREST);
    }
}
