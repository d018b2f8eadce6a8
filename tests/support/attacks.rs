//! Certificates made to keep a validator busy.

use super::{
    der::{explicit, implicit, integer, oid, sequence, tlv},
    mint::{
        self, BASIC_CONSTRAINTS, Cert, INHIBIT_ANY_POLICY, Key, Minted, NAME_CONSTRAINTS, POLICIES, POLICY_CONSTRAINTS,
        POLICY_MAPPINGS,
    },
};

/// What is given, and a root that is trusted.
pub struct Attack {
    pub name: &'static str,
    pub given: Vec<Minted>,
    pub root: Minted,
}

impl Attack {
    /// What is given, as text.
    pub fn pem(&self) -> String {
        self.given.iter().map(Minted::pem).collect()
    }
}

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
    let stranger = || Cert::ca("Other Root").key(Key::P256(203)).self_signed();
    let attack = |name, given| Attack { name, given, root: stranger() };
    let mut all = vec![
        attack("1,000 namesakes with one key, each could have signed each", namesakes(1_000, false)),
        attack("250 namesakes with as many keys and no key ids", namesakes(250, true)),
        attack("a tower of 150 self-issued certificates", tower(150, true)),
        attack("a tower of 150 certificates", tower(150, false)),
        attack("two ways at each of 12 steps", ladder(12, 2)),
        attack("a ring of 100", ring(100)),
    ];
    let below = |name, ca: Cert, leaf: Cert| {
        let root = root().self_signed();
        let ca = ca.issued_by(&root);
        Attack { name, given: vec![leaf.issued_by(&ca), ca], root }
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
    all.extend([
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
    ]);
    all
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
