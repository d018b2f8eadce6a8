use super::CaseFile;
use super::issued::{complete, good, intermediate, root};
use crate::support::{
    case_file::Case,
    der::{bits, explicit, implicit, integer, null, octets, oid, sequence, tlv},
    mint::{Cert, Key, Minted, bundle, pem_block},
    objects::Request,
};
use sm2::elliptic_curve::{
    AffinePoint, CurveArithmetic, FieldBytesSize, SecretKey,
    array::typenum::Unsigned,
    sec1::{FromSec1Point, ModulusSize, ToSec1Point},
};

/// The case files of this family.
pub fn files() -> Vec<CaseFile> {
    vec![
        ("key001", pairing()),
        ("key002", rsa_size()),
        ("key003", algorithms()),
        ("key004", super::containers::encrypted_keys()),
        ("key005", broken()),
        ("key007", no_key()),
        ("key008", shared()),
        ("key009", new_algorithms()),
    ]
}

/// A case with a key of this kind in the server certificate.
fn with_key(case: &str, key: Key) -> Case {
    Case::new(case, complete(good().key(key)))
}

/// A case with a public key that no library would make.
fn with_spki(case: &str, spki: Vec<u8>) -> Case {
    Case::new(case, complete(good().spki(spki)))
}

fn key_of(key: Key) -> String {
    good().key(key).self_signed().key_pem()
}

fn pairing() -> Vec<Case> {
    let leaf = good().key(Key::P256(1)).issued_by(&intermediate());
    let other = Cert::server(&["other.example.com"]).key(Key::P256(7)).issued_by(&intermediate());
    let chain = bundle(&[&leaf, &intermediate(), &root()]);
    vec![
        Case::new("the right key", chain.clone() + &key_of(Key::P256(1))),
        Case::new("the right RSA key, in a file of its own", complete(good().key(Key::Rsa2048(1))))
            .file("privkey.pem", key_of(Key::Rsa2048(1))),
        Case::new("another key", chain.clone() + &key_of(Key::P256(2))),
        Case::new("a key of another kind", chain.clone() + &key_of(Key::Rsa2048(1))),
        Case::new("the key of the CA", chain.clone() + &key_of(Key::P256(92))),
        Case::new(
            "the key of an issuer that is no CA",
            bundle(&[&good().key(Key::P256(1)).issued_by(&other), &other]) + &other.key_pem(),
        ),
        Case::new("the key of another server certificate", chain.clone() + &other.pem() + &key_of(Key::P256(7))),
        Case::new(
            "two server certificates, each with its key",
            chain.clone() + &other.pem() + &key_of(Key::P256(1)) + &key_of(Key::P256(7)),
        ),
        Case::new("a key that signs nothing", chain.clone() + &pkcs8("1.3.101.110", octets([7; 32]))),
        Case::new("a post-quantum key", chain.clone() + &pkcs8("2.16.840.1.101.3.4.3.18", implicit(0, [7; 32]))),
        unchecked(),
        Case::new("the right key and a stranger", chain + &key_of(Key::P256(1)) + &key_of(Key::P256(2))),
        Case::new("a key alone", key_of(Key::P256(1))),
    ]
}

/// A private key by its object identifier.
fn pkcs8(kind: &str, key: Vec<u8>) -> String {
    pem_block("PRIVATE KEY", &sequence([integer(0), sequence([oid(kind)]), octets(key)]))
}

/// A key without its public half, on a curve that we do not calculate on.
fn unchecked() -> Case {
    const BRAINPOOL_P512R1: &str = "1.3.36.3.3.2.8.1.1.13";
    let point = [&[4][..], &[7; 128]].concat();
    let certificate = good().spki(spki(vec![oid("1.2.840.10045.2.1"), oid(BRAINPOOL_P512R1)], &point));
    let key = sequence([integer(1), octets([7; 64]), explicit(0, oid(BRAINPOOL_P512R1))]);
    Case::new("a key that can not be compared", complete(certificate) + &pem_block("EC PRIVATE KEY", &key))
}

fn rsa_size() -> Vec<Case> {
    let request = Request::for_names(Key::Rsa1024, &["shop.example.com"]).pem();
    vec![
        with_key("1024 bits", Key::Rsa1024),
        with_key("2048 bits", Key::Rsa2048(2)),
        Case::new("a key alone, of 1024 bits", key_of(Key::Rsa1024)),
        Case::new("a request alone, for 1024 bits", request.clone()),
        Case::new("a request and its key, of 1024 bits", request + &key_of(Key::Rsa1024)),
        Case::new(
            "the certificate with its key, of 1024 bits",
            complete(good().key(Key::Rsa1024)) + &key_of(Key::Rsa1024),
        ),
    ]
}

/// A subject public key info with any algorithm and any bits.
fn spki(algorithm: Vec<Vec<u8>>, key: &[u8]) -> Vec<u8> {
    sequence([sequence(algorithm), bits(key)])
}

const EC: &str = "1.2.840.10045.2.1";
const SM2: &str = "1.2.156.10197.1.301";

/// A key on a curve that the mint does not sign with.
fn on_curve<C>(curve: &str) -> Vec<u8>
where
    C: CurveArithmetic,
    FieldBytesSize<C>: ModulusSize,
    AffinePoint<C>: FromSec1Point<C> + ToSec1Point<C>,
{
    let secret = SecretKey::<C>::from_slice(&[7; 64][..FieldBytesSize::<C>::USIZE]).unwrap();
    spki(vec![oid(EC), oid(curve)], secret.public_key().to_sec1_point(false).as_bytes())
}

/// A DSA key of 1024 bits: p, q and g are parameters, y is the key (RFC 3279 §2.3.2). They are no primes.
fn dsa() -> Vec<u8> {
    let number = |length: usize| tlv(0x02, [&[0][..], &vec![0xc5; length]].concat());
    let parameters = sequence([number(128), number(20), number(128)]);
    spki(vec![oid("1.2.840.10040.4.1"), parameters], &number(128))
}

fn algorithms() -> Vec<Case> {
    vec![
        with_key("P-256", Key::P256(1)),
        with_key("P-384", Key::P384(1)),
        with_key("P-521", Key::P521(1)),
        with_key("Ed25519", Key::Ed25519(1)),
        with_spki("secp256k1", on_curve::<k256::Secp256k1>("1.3.132.0.10")),
        with_spki("Brainpool P256r1", on_curve::<bp256::BrainpoolP256r1>("1.3.36.3.3.2.8.1.1.7")),
        with_spki("SM2", on_curve::<sm2::Sm2>(SM2)),
        with_spki("Ed448", spki(vec![oid("1.3.101.113")], &[7; 57])),
        with_key("ML-DSA-44", Key::MlDsa44(1)),
        with_key("ML-DSA-65", Key::MlDsa65(1)),
        with_key("ML-DSA-87", Key::MlDsa87(1)),
        with_spki("SLH-DSA", spki(vec![oid("2.16.840.1.101.3.4.3.20")], &[7; 32])),
        with_spki("DSA", dsa()),
        with_spki("P-192", on_curve::<p192::NistP192>("1.2.840.10045.3.1.1")),
        with_spki("P-224", on_curve::<p224::NistP224>("1.3.132.0.33")),
        with_spki("B-283", spki(vec![oid(EC), oid("1.3.132.0.17")], &[&[4][..], &[3; 72]].concat())),
        with_spki("X25519", spki(vec![oid("1.3.101.110")], &[7; 32])),
        with_spki("X448", spki(vec![oid("1.3.101.111")], &[7; 56])),
        with_spki("nobody’s algorithm", spki(vec![oid("1.3.6.1.4.1.99999.1")], &[7; 32])),
    ]
}

/// An RSA key of 2048 bits with the last octet of its modulus and the exponent chosen.
fn rsa(last: u8, exponent: &[u8]) -> Vec<u8> {
    let mut modulus = vec![0, 0xc3];
    modulus.extend((0..254_u32).map(|number| (number.wrapping_mul(167) >> 1) as u8));
    modulus.push(last);
    let key = sequence([tlv(0x02, &modulus), tlv(0x02, exponent)]);
    spki(vec![oid("1.2.840.113549.1.1.1"), null()], &key)
}

/// An RSA modulus with the mark of ROCA: 65537 to the 127th power, which has 2032 bits, times 65537 once more.
fn roca() -> Vec<u8> {
    let mut modulus = vec![1_u8];
    for _ in 0..128 {
        // Times 65537 is the number itself plus the number moved by two octets.
        let moved: Vec<u8> = modulus.iter().copied().chain([0, 0]).collect();
        let mut sum = vec![0; moved.len()];
        let mut carry = 0;
        for place in 0..moved.len() {
            let at = moved.len() - 1 - place;
            let own = modulus.len().checked_sub(place + 1).map_or(0, |own| u16::from(modulus[own]));
            let total = u16::from(moved[at]) + own + carry;
            (sum[at], carry) = (total as u8, total >> 8);
        }
        modulus = if carry > 0 { [vec![carry as u8], sum].concat() } else { sum };
    }
    let key = sequence([tlv(0x02, &modulus), tlv(0x02, [1, 0, 1])]);
    spki(vec![oid("1.2.840.113549.1.1.1"), null()], &key)
}

fn broken() -> Vec<Case> {
    // In the middle of the private exponent: the modulus, and with it the pairing, stays as it was.
    let mut damaged = Key::Rsa2048(1).pkcs8();
    damaged[400] ^= 1;
    let off_curve = spki(vec![oid("1.2.840.10045.2.1"), oid("1.2.840.10045.3.1.7")], &[4; 65]);
    vec![
        with_spki("an exponent of 1", rsa(0x0b, &[1])),
        with_spki("an even exponent", rsa(0x0b, &[2])),
        with_spki("an even modulus", rsa(0x0c, &[1, 0, 1])),
        with_spki("an odd modulus", rsa(0x0b, &[1, 0, 1])),
        with_spki("the mark of ROCA", roca()),
        with_spki("a point beside its curve", off_curve),
        with_spki("an Ed25519 key that is no point", spki(vec![oid("1.3.101.112")], &[2; 32])),
        Case::new("a damaged private key", complete(good().key(Key::Rsa2048(1))) + &pem_block("PRIVATE KEY", &damaged)),
        Case::new("the same, whole", complete(good().key(Key::Rsa2048(1))) + &key_of(Key::Rsa2048(1))),
    ]
}

fn no_key() -> Vec<Case> {
    vec![
        Case::new("certificates only", complete(good())),
        Case::new("with its key", complete(good()) + &key_of(Key::P256(1))),
    ]
}

fn new_algorithms() -> Vec<Case> {
    // A private chain in which everything is signed so.
    let chain = |name: &str, leaf: Key, issuing: Key, top: Key| {
        let root = Cert::ca("Example Root").key(top).self_signed();
        let issuer = Cert::ca("Example CA").key(issuing).issued_by(&root);
        Case::new(name, bundle(&[&good().key(leaf).issued_by(&issuer), &issuer, &root]))
    };
    let root = Cert::ca("Example Root").key(Key::MlDsa65(3)).self_signed();
    let issuer = Cert::ca("Example CA").key(Key::MlDsa65(2));
    let spoilt = issuer.clone().spoil_signature().issued_by(&root);
    let other_set = Cert::ca("Example Root").key(Key::MlDsa87(3)).self_signed();
    let below = |issuer: &Minted, root: &Minted| bundle(&[&good().issued_by(issuer), issuer, root]);
    let matching = chain("ML-DSA-65 with its key", Key::MlDsa65(1), Key::MlDsa65(2), Key::MlDsa65(3));
    vec![
        chain("ML-DSA-44 from root to leaf", Key::MlDsa44(1), Key::MlDsa44(2), Key::MlDsa44(3)),
        chain("ML-DSA-87 from root to leaf", Key::MlDsa87(1), Key::MlDsa87(2), Key::MlDsa87(3)),
        matching.file("privkey.pem", key_of(Key::MlDsa65(1))),
        chain("an ordinary key below ML-DSA", Key::P256(1), Key::MlDsa65(2), Key::MlDsa87(3)),
        chain("ML-DSA below ordinary keys", Key::MlDsa65(1), Key::P256(2), Key::P384(3)),
        Case::new("a spoilt ML-DSA signature", below(&spoilt, &root)),
        Case::new("a root of another parameter set", below(&issuer.issued_by(&root), &other_set)),
        with_spki("SM2", on_curve::<sm2::Sm2>(SM2)),
        with_spki("SLH-DSA", spki(vec![oid("2.16.840.1.101.3.4.3.20")], &[7; 32])),
        with_key("P-521 is neither", Key::P521(1)),
    ]
}

fn shared() -> Vec<Case> {
    let leaf = |name: &str, key: u8| Cert::server(&[name]).key(Key::P256(key)).issued_by(&intermediate());
    let pair = |first: u8, second: u8| {
        bundle(&[&leaf("a.shop.example.com", first), &leaf("b.shop.example.com", second), &intermediate(), &root()])
    };
    vec![Case::new("two sites, one key", pair(1, 1)), Case::new("two sites, two keys", pair(1, 2))]
}
