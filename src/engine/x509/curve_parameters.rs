//! Curves that are spelt out in place of being named (X9.62 `ECParameters`, which RFC 5480 §2.1.1 forbids in
//! certificates): Java and old tools write keys in this way.

use super::der::{Element, Fault, strip_zeros, tag};
use super::{Curve, public_key::curve_named};
use sha2::{Digest, Sha256};

/// Object identifiers by the first half of a SHA-256 over prime, a, b, x of the generator and order, each without
/// leading zeros and behind its length in four bytes. All of them count: a curve with another generator is another
/// (CVE-2020-0601). Made from what `openssl ecparam -param_enc explicit` writes; tests compare them with that.
static SPELT_OUT: &[(&str, u128)] = &[
    ("1.2.840.10045.3.1.7", 0x236d_4958_edff_962a_dd34_f74e_2219_8459),
    ("1.3.132.0.34", 0x19be_1d2c_d0a2_55f2_cb2f_8b50_06b2_14d0),
    ("1.3.132.0.35", 0x2df4_2855_8bc2_6914_60a1_25e4_4961_5ba2),
    ("1.3.132.0.10", 0x55d5_48c6_2e48_df2e_bb7a_cc0e_f544_d201),
    ("1.2.156.10197.1.301", 0xd789_e216_6424_8f3a_5459_241e_2333_1cf1),
    ("1.2.840.10045.3.1.1", 0x29fe_451b_235e_58fd_6fa4_3474_c0ac_25de),
    ("1.3.132.0.33", 0x9301_cce4_0b95_8416_4f5f_2138_a205_6e46),
    ("1.3.36.3.3.2.8.1.1.7", 0x55a4_b461_a223_c7ee_5ad1_9f15_ec64_2f2d),
    ("1.3.36.3.3.2.8.1.1.11", 0x46b4_ce9c_223c_b76b_045e_338f_9a33_7b0c),
    ("1.3.36.3.3.2.8.1.1.13", 0xd388_b6c7_5133_d411_3c12_6159_d857_e2c6),
];

/// The curve that parameters name or spell out; one without a name where we do not know it.
pub(crate) fn curve_of(parameters: &Element<'_>) -> Curve {
    if parameters.is(tag::OID) {
        return super::named_curve(parameters.content);
    }
    let known = fingerprint(parameters).ok().and_then(|found| SPELT_OUT.iter().find(|(_, known)| *known == found));
    known.map_or(Curve::Other(String::new()), |(oid, _)| curve_named((*oid).to_owned()))
}

/// Version, field, a and b, generator, order.
fn fingerprint(parameters: &Element<'_>) -> Result<u128, Fault> {
    let mut parts = parameters.expect(tag::SEQUENCE)?.children();
    parts.expect(tag::INTEGER)?;
    let mut field = parts.expect(tag::SEQUENCE)?.children();
    field.expect(tag::OID)?;
    let prime = field.next_element()?.content;
    let mut coefficients = parts.expect(tag::SEQUENCE)?.children();
    let (a, b) = (coefficients.expect(tag::OCTET_STRING)?, coefficients.expect(tag::OCTET_STRING)?);
    let generator = parts.expect(tag::OCTET_STRING)?.content;
    let order = parts.expect(tag::INTEGER)?.content;
    let x = match generator.split_first() {
        Some((4, coordinates)) => coordinates.get(..coordinates.len() / 2).unwrap_or_default(),
        Some((2 | 3, x)) => x,
        _ => &[],
    };
    let mut digest = Sha256::new();
    for number in [prime, a.content, b.content, x, order] {
        let number = strip_zeros(number);
        digest.update(u32::try_from(number.len()).unwrap_or(u32::MAX).to_be_bytes());
        digest.update(number);
    }
    Ok(digest.finalize().iter().take(16).fold(0, |sum, octet| sum << 8 | u128::from(*octet)))
}
