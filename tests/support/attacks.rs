//! Certificates made to keep a validator busy.

use super::{
    der::{bits, explicit, implicit, integer, null, octets, oid, sequence, tlv},
    mint::{
        self, AIA, AKI, BASIC_CONSTRAINTS, CRL_POINTS, Cert, INHIBIT_ANY_POLICY, Key, Minted, NAME_CONSTRAINTS,
        POLICIES, POLICY_CONSTRAINTS, POLICY_MAPPINGS, SKI, pem_block,
    },
    objects::{Crl, Request},
    recipes::public_roots,
};

/// What is given, and a root that is trusted.
pub struct Attack {
    pub name: &'static str,
    /// Text with everything in it.
    pub given: String,
    pub root: Minted,
}

const CRL_NUMBER: &str = "2.5.29.20";

fn root() -> Cert {
    Cert::ca("Hostile Root").key(Key::P256(200))
}

fn ca() -> Cert {
    Cert::ca("Hostile CA").key(Key::P256(201))
}

fn leaf() -> Cert {
    Cert::server(&["www.example.com"]).key(Key::P256(202))
}

/// Every attack.
pub fn attacks() -> Vec<Attack> {
    let mut all = chains();
    all.extend(contents());
    all.extend(piles());
    all
}

fn pem(given: &[Minted]) -> String {
    given.iter().map(Minted::pem).collect()
}

/// Below a root that nobody trusts.
fn stranger(name: &'static str, given: String) -> Attack {
    Attack { name, given, root: Cert::ca("Other Root").key(Key::P256(203)).self_signed() }
}

/// Many certificates that lead to each other.
fn chains() -> Vec<Attack> {
    let attack = |name, given: Vec<Minted>| stranger(name, pem(&given));
    vec![
        attack("1,000 namesakes with one key, each could have signed each", namesakes(1_000, false)),
        attack("250 namesakes with as many keys and no key ids", namesakes(250, true)),
        attack("250 namesakes with as many keys and one key id", collisions(250)),
        attack("200 namesakes with keys of P-384", costly(Key::P384)),
        attack("200 namesakes with keys of P-521", costly(Key::P521)),
        attack("200 namesakes with keys of Ed25519", costly(Key::Ed25519)),
        attack("200 namesakes with keys of ML-DSA-87", costly(Key::MlDsa87)),
        attack("200 namesakes with keys of RSA with 16,384 bits", heavy(200, 2_048)),
        attack("200 namesakes with keys of RSA with 4,096 bits", heavy(200, 512)),
        attack("1,000 namesakes below a root of the supply", supplied(1_000)),
        attack("a tower of 150 self-issued certificates", tower(150, true)),
        attack("a tower of 150 certificates", tower(150, false)),
        attack("two ways at each of 12 steps", ladder(12, 2)),
        attack("a ring of 100", ring(100)),
    ]
}

/// Two certificates below a trusted root, with much or the wrong things in them.
fn contents() -> Vec<Attack> {
    let below = |name, ca: Cert, leaf: Cert| {
        let root = root().self_signed();
        let ca = ca.issued_by(&root);
        Attack { name, given: pem(&[leaf.issued_by(&ca), ca]), root }
    };
    let bases = |number: usize| -> Vec<u8> {
        (0..number).flat_map(|number| sequence([implicit(2, format!("z{number}.example.org"))])).collect()
    };
    let names =
        |number: usize| (0..number).map(|number| implicit(2, format!("h{number}.example.com"))).collect::<Vec<_>>();
    let limits = sequence([explicit(0, bases(2_000)), explicit(1, bases(2_000))]);
    let policies: Vec<String> = (0..200).map(|number| format!("1.3.6.1.4.1.55738.669.{number}")).collect();
    let listed = || sequence(policies.iter().map(|policy| sequence([oid(policy)])));
    let every =
        sequence(policies.iter().flat_map(|from| policies.iter().map(move |to| sequence([oid(from), oid(to)]))));
    let directory = |number: usize| {
        let part = |number| ("2.5.4.11", format!("unit {number}"));
        mint::name(&(0..number).map(part).collect::<Vec<_>>())
    };
    let directories =
        sequence([explicit(1, (0..300).flat_map(|_| sequence([explicit(4, directory(300))])).collect::<Vec<_>>())]);
    let mut deep = leaf();
    deep.subject = (0..2_000).map(|number| ("2.5.4.11", format!("unit {number}"))).collect();
    vec![
        below(
            "2,000 names below 4,000 limits",
            ca().extension(NAME_CONSTRAINTS, true, limits),
            leaf().san_raw(names(2_000)),
        ),
        below(
            "a subject of 2,000 parts below 300 limits of 300",
            ca().extension(NAME_CONSTRAINTS, true, directories),
            deep,
        ),
        below(
            "200 policies, each mapped to each",
            ca().extension(POLICIES, false, listed()).extension(POLICY_MAPPINGS, true, every).extension(
                POLICY_CONSTRAINTS,
                true,
                sequence([implicit(0, [0])]),
            ),
            leaf(),
        ),
        below("a serial number of 100,000 octets", ca().serial(&[1; 100_000]), leaf().serial(&[0x80; 100_000])),
        below(
            "a path length below zero",
            ca().extension(BASIC_CONSTRAINTS, true, sequence([tlv(1, [0xff]), tlv(2, [0xff])])),
            leaf(),
        ),
        below(
            "a path length of nine octets",
            ca().extension(BASIC_CONSTRAINTS, true, sequence([tlv(1, [0xff]), tlv(2, [0x7f; 9])])),
            leaf().serial(&[0]),
        ),
        below(
            "a count below zero in policy constraints",
            ca().extension(POLICY_CONSTRAINTS, true, sequence([implicit(0, [0x80])])),
            leaf().serial(&[0]),
        ),
        below(
            "an inhibition of nine octets",
            ca().extension(INHIBIT_ANY_POLICY, true, tlv(2, [0x7f; 9])),
            leaf().serial(&[0]),
        ),
        below("a string where constraints belong", ca().extension(NAME_CONSTRAINTS, true, tlv(0x0c, b"x")), leaf()),
        below("a number where mappings belong", ca().extension(POLICY_MAPPINGS, true, integer(1)), leaf().serial(&[0])),
        below(
            "10,000 extensions",
            (0..10_000).fold(ca(), |cert, number| {
                cert.extension_again(&format!("1.3.6.1.4.1.55738.670.{number}"), true, tlv(5, []))
            }),
            leaf(),
        ),
        below("a leaf's extension of 16,000 structures, each in the one before", ca(), deep_extension()),
        below(
            "10,000 addresses of issuers and lists",
            ca(),
            leaf().extension(AIA, false, addresses(10_000)).extension(CRL_POINTS, false, points(10_000)).serial(&[0]),
        ),
        below("10,000 names that nobody can use", ca(), leaf().san_raw(unusable(10_000)).serial(&[0])),
    ]
}

/// Much of what stands beside certificates.
fn piles() -> Vec<Attack> {
    let issuer = ca().issued_by(&root().self_signed());
    let server = leaf().issued_by(&issuer);
    let beside = |name, pile: String| stranger(name, pem(&[server.clone(), issuer.clone()]) + &pile);
    let list = |number| Crl::of(&issuer).extension(CRL_NUMBER, false, integer(number)).pem();
    let names: Vec<String> = (0..100).map(|number| format!("h{number}.example.com")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let asked = Request::for_names(Key::P256(202), &names);
    let granted = |number: u16| leaf().san(&["www.example.com"]).serial(&number.to_be_bytes()).issued_by(&issuer).pem();
    vec![
        beside("1,000 revocation lists", (0..1_000).map(list).collect()),
        beside("300 requests for one key, 300 certificates with it", {
            asked.pem().repeat(300) + &(1..=300).map(granted).collect::<String>()
        }),
        beside("100 private keys", (1..=100).map(|seed| pem_block("PRIVATE KEY", &Key::P256(seed).pkcs8())).collect()),
        beside("5,000 tiny blocks", "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n".repeat(5_000)),
        beside("the same certificate 2,000 times", server.pem().repeat(2_000)),
        beside("20,000 blocks without end", "-----BEGIN CERTIFICATE-----\n".repeat(20_000)),
        beside("1,000 servers", (0..1_000_u16).map(granted).collect()),
    ]
}

fn namesakes(count: u32, keys: bool) -> Vec<Minted> {
    let bearer = ca().no_key_ids().self_signed();
    let mut given = vec![leaf().no_key_ids().issued_by(&bearer)];
    for number in 0..count {
        let key = if keys { Key::P256((number % 250) as u8 + 1) } else { Key::P256(201) };
        let serial = number.to_be_bytes();
        given.push(ca().no_key_ids().key(key).serial(&[&[1], &serial[..]].concat()).issued_by(&bearer));
    }
    given
}

fn tower(height: u8, one_name: bool) -> Vec<Minted> {
    let mut above = root().key(Key::P256(204)).self_signed();
    let mut given = vec![above.clone()];
    for floor in 1..=height {
        let cert = if one_name { ca() } else { Cert::ca(&format!("Floor {floor}")) };
        above = cert.key(Key::P256(floor)).serial(&[1, floor]).issued_by(&above);
        given.push(above.clone());
    }
    given.push(leaf().issued_by(&above));
    given.reverse();
    given
}

fn ladder(steps: u8, ways: u8) -> Vec<Minted> {
    let mut above = root().key(Key::P256(204)).self_signed();
    let mut given = Vec::new();
    for step in 0..steps {
        let cert = || Cert::ca(&format!("Step {step}")).key(Key::P256(100 + step));
        given.extend((0..ways).map(|way| cert().serial(&[1, step, way]).issued_by(&above)));
        above = cert().issued_by(&above);
    }
    given.push(leaf().issued_by(&above));
    given.reverse();
    given
}

/// Each signed by the next, and the last by the first.
fn ring(length: u8) -> Vec<Minted> {
    let cert = |number: u8| Cert::ca(&format!("Ring {number}")).key(Key::P256(number % length + 1));
    let mut given = vec![leaf().issued_by(&cert(0).self_signed())];
    given.extend((0..length).map(|number| {
        cert(number).issued_by(
            &Cert::ca(&format!("Ring {}", (number + 1) % length))
                .key(Key::P256((number + 1) % length + 1))
                .self_signed(),
        )
    }));
    given
}

/// Everybody has the key id that everybody asks for.
fn collisions(count: u8) -> Vec<Minted> {
    let cert = |number: u8| Cert { key_ids: false, ..ca().key(Key::P256(number)).serial(&[1, number]) };
    let one = |cert: Cert| {
        cert.extension(SKI, false, octets([7; 20])).extension(AKI, false, sequence([implicit(0, [7; 20])]))
    };
    let bearer = one(cert(251)).self_signed();
    let mut given = vec![one(leaf().no_key_ids()).issued_by(&bearer)];
    given.extend((1..=count).map(|number| one(cert(number)).issued_by(&bearer)));
    given
}

/// Keys of one kind, none of which made the signature.
fn costly(key: fn(u8) -> Key) -> Vec<Minted> {
    let named = |seed: u8| ca().no_key_ids().key(key(seed)).serial(&[1, seed]);
    let mut given = vec![leaf().no_key_ids().issued_by(&named(201).self_signed())];
    given.extend((1..=200).map(|seed| named(seed).issued_by(&named(seed).self_signed())));
    given
}

/// Keys of RSA that nobody made, with moduli of so many octets and the largest exponent.
fn heavy(count: u8, width: usize) -> Vec<Minted> {
    let key = |number: u8| {
        let mut modulus = vec![0xff; width];
        modulus[1] = number;
        let numbers =
            sequence([tlv(2, [&[0], modulus.as_slice()].concat()), tlv(2, [[0].as_slice(), &[0xff; 8]].concat())]);
        sequence([sequence([oid("1.2.840.113549.1.1.1"), null()]), bits(numbers)])
    };
    let bearer = ca().no_key_ids().key(Key::Rsa2048(1)).self_signed();
    let mut given = vec![leaf().no_key_ids().signature(vec![0x55; width]).issued_by(&bearer)];
    given.extend((1..=count).map(|number| ca().no_key_ids().spki(key(number)).serial(&[1, number]).issued_by(&bearer)));
    given
}

/// Each asks for a root that the page has.
fn supplied(count: u16) -> Vec<Minted> {
    let known = public_roots::root("ISRG Root X1");
    let mut given = vec![leaf().no_key_ids().issued_by(&ca().self_signed())];
    given.extend((0..count).map(|number| ca().serial(&number.to_be_bytes()).issued_by(&known)));
    given
}

fn deep_extension() -> Cert {
    let nested = (0..16_000).fold(vec![0x05, 0x00], |inner, _| sequence([inner]));
    leaf().extension("1.3.6.1.4.1.55738.671", true, nested)
}

fn addresses(count: usize) -> Vec<u8> {
    let access = |number| sequence([oid("1.3.6.1.5.5.7.48.2"), implicit(6, format!("http://a{number}.example/"))]);
    sequence((0..count).map(access))
}

fn points(count: usize) -> Vec<u8> {
    let point = |number| sequence([explicit(0, explicit(0, implicit(6, format!("http://a{number}.example/"))))]);
    sequence((0..count).map(point))
}

fn unusable(count: usize) -> Vec<Vec<u8>> {
    (0..count).map(|number| implicit(2, format!("<{number}>\u{7f}.*.example.com"))).collect()
}
