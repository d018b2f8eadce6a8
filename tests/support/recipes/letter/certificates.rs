//! What is asked of certificates by themselves.

use super::{CaseFile, both, ca, chain, leaf, rfc, root, trusting, usage, web};
use crate::support::{
    case_file::Case,
    der::{boolean, explicit, implicit, integer, octets, oid, sequence, tlv},
    mint::{
        AIA, AKI, BASIC_CONSTRAINTS, CLIENT_AUTH, CRL_SIGN, Cert, DIGITAL_SIGNATURE, EXTENDED_KEY_USAGE, KEY_CERT_SIGN,
        KEY_USAGE, Key, NAME_CONSTRAINTS, POLICIES, SAN, SERVER_AUTH, SKI, access, oids,
    },
};
use certloupe::report::Purpose;

const UNKNOWN: &str = "1.3.6.1.4.1.55738.666.2";

pub fn files() -> Vec<CaseFile> {
    vec![
        ("key_ids", key_ids()),
        ("serial_numbers", serial_numbers()),
        ("names", names()),
        ("alternative_names", alternative_names()),
        ("extensions", extensions()),
        ("usage", usages()),
        ("purpose", purposes()),
        ("algorithms", algorithms()),
    ]
}

fn key_ids() -> Vec<Case> {
    let other = Cert::ca("Other Root").key(Key::P256(113)).self_signed();
    let crossed = |cert: Cert| {
        let root = cert.issued_by(&other);
        let ca = ca().issued_by(&root);
        let leaf = leaf().issued_by(&ca);
        (root, ca, leaf)
    };
    let bare = crossed(root().without(AKI).no_key_ids().extension(SKI, false, octets(&root().self_signed().key_id)));
    let root_aki = |fields: Vec<Vec<u8>>| root().extension(AKI, false, sequence(fields));
    let own = root().self_signed().key_id;
    let name = explicit(1, explicit(4, root().self_signed().name));
    let leaf_aki = |fields: Vec<Vec<u8>>| leaf().extension(AKI, false, sequence(fields));
    let ca_id = ca().self_signed().key_id;
    [
        both(chain("stands: everything as it should be", root(), ca(), leaf())),
        both(chain("refused: a leaf without authority key identifier", root(), ca(), leaf().no_key_ids())),
        both(chain(
            "refused: an intermediate without authority key identifier",
            root(),
            ca().no_key_ids().extension(SKI, false, octets(&ca_id)),
            leaf(),
        )),
        both(chain(
            "refused: a CA without subject key identifier",
            root(),
            {
                let id = root().self_signed().key_id;
                ca().no_key_ids().extension(AKI, false, sequence([implicit(0, id)]))
            },
            leaf(),
        )),
        both(chain("refused: a root without subject key identifier", root().no_key_ids(), ca(), leaf())),
        both(chain(
            "stands: a root that signs itself without authority key identifier",
            root().no_key_ids().extension(SKI, false, octets(&own)),
            ca(),
            leaf(),
        )),
        both(trusting(
            "refused: a root signed by another without authority key identifier",
            &bare.0,
            &[&bare.2, &bare.1],
        )),
        both(chain("refused: a critical authority key identifier", root(), ca(), {
            leaf().extension(AKI, true, sequence([implicit(0, &ca_id)]))
        })),
        both(chain(
            "refused: a critical subject key identifier",
            root(),
            ca().extension(SKI, true, octets(&ca_id)),
            leaf(),
        )),
        both(chain("refused: no key identifier in the authority key identifier", root(), ca(), leaf_aki(vec![]))),
        both(chain("refused: another key’s identifier", root(), ca(), leaf_aki(vec![implicit(0, [9; 20])]))),
        vec![
            rfc(chain(
                "stands: a root with issuer and serial number",
                root_aki(vec![implicit(0, &own), name.clone(), implicit(2, root().serial)]),
                ca(),
                leaf(),
            )),
            web(chain(
                "refused: a root with issuer and serial number",
                root_aki(vec![implicit(0, &own), name.clone(), implicit(2, root().serial)]),
                ca(),
                leaf(),
            )),
            web(chain("refused: a root with an issuer only", root_aki(vec![implicit(0, &own), name]), ca(), leaf())),
            web(chain("refused: a root that names no key", root_aki(vec![]), ca(), leaf())),
            web(chain("refused: a root that names another key", root_aki(vec![implicit(0, [9; 20])]), ca(), leaf())),
        ],
    ]
    .concat()
}

fn serial_numbers() -> Vec<Case> {
    let with = |name: &str, serial: &[u8]| both(chain(name, root(), ca(), leaf().serial(serial)));
    [
        with("refused: zero", &[0]),
        with("refused: negative", &[0x80, 1]),
        with("refused: 21 octets", &[1; 21]),
        with("stands: 20 octets", &[1; 20]),
        both(chain("refused: an intermediate with zero", root(), ca().serial(&[0]), leaf())),
        both(chain("stands: a root with zero", root().serial(&[0]), ca(), leaf())),
    ]
    .concat()
}

fn names() -> Vec<Case> {
    let nameless = |cert: Cert| cert.subject(&[]);
    let called = |common_name: &'static str, names: &[&str]| leaf().subject(&[("2.5.4.3", common_name)]).san(names);
    let critical = |names: &[&str]| {
        let entries = sequence(names.iter().map(|name| implicit(2, name)));
        nameless(leaf()).extension(SAN, true, entries)
    };
    [
        both(chain("refused: a CA without a name", root(), nameless(ca()), leaf())),
        both(chain("refused: a root without a name", nameless(root()), ca(), leaf())),
        both(chain(
            "stands: a leaf without a name, its alternative names critical",
            root(),
            ca(),
            critical(&["www.example.com"]),
        )),
        both(chain(
            "refused: a leaf without a name, its alternative names not critical",
            root(),
            ca(),
            nameless(leaf()),
        )),
        both(chain("refused: a leaf without any name", root(), ca(), nameless(leaf()).without(SAN))),
        vec![
            web(chain(
                "refused: alternative names critical beside a subject",
                root(),
                ca(),
                leaf().extension(SAN, true, sequence([implicit(2, "www.example.com")])),
            )),
            web(chain(
                "refused: a common name of another host",
                root(),
                ca(),
                called("other.example.com", &["www.example.com"]),
            )),
            web(chain(
                "refused: a common name in other letters",
                root(),
                ca(),
                called("WWW.example.com", &["www.example.com"]),
            )),
            web(chain("refused: an address with leading zeros", root(), ca(), called("192.0.2.001", &["192.0.2.1"]))),
            web(chain("stands: an address as it is written", root(), ca(), called("2001:db8::1", &["2001:db8::1"]))),
            web(chain("stands: no common name", root(), ca(), critical(&["www.example.com"]))),
            rfc(chain(
                "stands: a common name of another host, by the RFC",
                root(),
                ca(),
                called("other.example.com", &["www.example.com"]),
            )),
            rfc(chain("stands: nobody asks for a host, and there is none", root(), ca(), leaf().without(SAN))),
            web(chain("refused: there is no alternative name", root(), ca(), leaf().without(SAN))),
            rfc(chain("refused: a host is asked for, and there is none", root(), ca(), leaf().without(SAN)))
                .host("www.example.com"),
        ],
    ]
    .concat()
}

fn alternative_names() -> Vec<Case> {
    let with = |name: &str, entry: Vec<u8>| {
        both(chain(name, root(), ca(), leaf().san_raw([implicit(2, "www.example.com"), entry])))
    };
    [
        with("refused: an underscore", implicit(2, "a_b.example.com")),
        with("refused: an empty name", implicit(2, "")),
        with("refused: a blank name", implicit(2, " ")),
        with("refused: a dot in front", implicit(2, ".example.com")),
        with("refused: an address as a host", implicit(2, "192.0.2.1")),
        with("refused: not ASCII", implicit(2, "b\u{fc}cher.example.com")),
        with("refused: an address with its mask", implicit(7, [192, 0, 2, 0, 255, 255, 255, 0])),
        with("refused: two signs in a mailbox", implicit(1, "a@b@example.com")),
        with("stands: a mailbox", implicit(1, "a@example.com")),
        with("refused: a relative address of the web", implicit(6, "/index.html")),
        with("stands: an address of the web", implicit(6, "https://www.example.com/")),
        both(chain(
            "refused: text where a structure belongs",
            root(),
            ca(),
            leaf().extension(SAN, false, b"www.example.com".to_vec()),
        )),
        both(chain("refused: a CA with an underscore in a host", root(), ca().san(&["a_b.example.com"]), leaf())),
    ]
    .concat()
}

fn extensions() -> Vec<Case> {
    let unknown = |cert: Cert| cert.extension(UNKNOWN, true, tlv(5, []));
    let constraint = || sequence([explicit(0, sequence([implicit(2, "example.com")]))]);
    let ca_with = |oid: &str, critical, value| ca().extension(oid, critical, value);
    let root_with = |oid: &str, critical, value| root().extension(oid, critical, value);
    let issuers = || access(&[("1.3.6.1.5.5.7.48.2", "http://ca.example/issuer.crt")]);
    let crossed = {
        let bad = unknown(ca().serial(&[5]));
        let root = root().self_signed();
        let (good, bad) = (ca().issued_by(&root), bad.issued_by(&root));
        let leaf = leaf().issued_by(&good);
        [leaf, bad, good, root]
    };
    let [end, bad, good, anchor] = &crossed;
    [
        both(chain("refused: unknown and critical in the leaf", root(), ca(), unknown(leaf()))),
        both(chain("refused: unknown and critical in the intermediate", root(), unknown(ca()), leaf())),
        both(chain("refused: unknown and critical in the root", unknown(root()), ca(), leaf())),
        both(trusting(
            "stands: unknown and critical in an intermediate that another stands for",
            anchor,
            &[end, bad, good],
        )),
        both(chain(
            "refused: twice the same",
            root(),
            ca(),
            leaf().extension_again(KEY_USAGE, true, crate::support::mint::key_usage(DIGITAL_SIGNATURE)),
        )),
        both(chain(
            "refused: twice the same in the intermediate",
            root(),
            ca().extension_again(UNKNOWN, false, tlv(5, [])).extension_again(UNKNOWN, false, tlv(5, [])),
            leaf(),
        )),
        both(chain(
            "refused: basic constraints not critical in the intermediate",
            root(),
            ca_with(BASIC_CONSTRAINTS, false, sequence([boolean(true)])),
            leaf(),
        )),
        both(chain(
            "refused: basic constraints not critical in the root",
            root_with(BASIC_CONSTRAINTS, false, sequence([boolean(true)])),
            ca(),
            leaf(),
        )),
        both(chain(
            "refused: a path length in a leaf",
            root(),
            ca(),
            leaf().extension(BASIC_CONSTRAINTS, true, sequence([integer(0)])),
        )),
        both(chain(
            "refused: name constraints in a leaf",
            root(),
            ca(),
            leaf().extension(NAME_CONSTRAINTS, true, constraint()),
        )),
        both(chain("refused: critical access information", root(), ca(), leaf().extension(AIA, true, issuers()))),
        both(chain("refused: empty access information", root(), ca(), leaf().extension(AIA, false, sequence([])))),
        both(chain("refused: an empty purpose", root(), ca(), leaf().eku(&[]))),
        both(chain(
            "refused: a policy twice",
            root(),
            ca(),
            leaf().extension(
                POLICIES,
                false,
                sequence([sequence([oid("2.23.140.1.2.1")]), sequence([oid("2.23.140.1.2.1")])]),
            ),
        )),
        vec![
            rfc(chain("stands: name constraints not critical, by nobody but the RFC refused", root(), ca(), leaf())),
            rfc(chain(
                "refused: name constraints not critical",
                root(),
                ca_with(NAME_CONSTRAINTS, false, constraint()),
                leaf(),
            )),
            web(chain(
                "stands: name constraints not critical",
                root(),
                ca_with(NAME_CONSTRAINTS, false, constraint()),
                leaf(),
            )),
            rfc(chain(
                "stands: critical policies",
                root(),
                ca(),
                leaf().extension(POLICIES, true, sequence([sequence([oid("2.23.140.1.2.1")])])),
            )),
            web(chain(
                "refused: critical policies",
                root(),
                ca(),
                leaf().extension(POLICIES, true, sequence([sequence([oid("2.23.140.1.2.1")])])),
            )),
        ],
    ]
    .concat()
}

fn usages() -> Vec<Case> {
    [
        both(chain(
            "refused: a leaf that may sign certificates",
            root(),
            ca(),
            usage(leaf(), DIGITAL_SIGNATURE | KEY_CERT_SIGN),
        )),
        both(chain("refused: an intermediate that may not", root(), usage(ca(), CRL_SIGN), leaf())),
        both(chain("refused: a root that may not", usage(root(), CRL_SIGN), ca(), leaf())),
        both(chain("refused: an intermediate that does not say", root(), ca().without(KEY_USAGE), leaf())),
        both(chain("refused: no bit at all", root(), ca(), usage(leaf(), 0))),
        both(chain("stands: a leaf that does not say", root(), ca(), leaf().without(KEY_USAGE))),
        vec![
            rfc(chain(
                "stands: a CA as a leaf",
                root(),
                ca(),
                ca().key(Key::P256(114)).subject(&[("2.5.4.3", "Leaf CA")]).san(&["www.example.com"]),
            )),
            web(chain(
                "refused: a CA as a leaf",
                root(),
                ca(),
                ca().key(Key::P256(114)).subject(&[("2.5.4.3", "Leaf CA")]).san(&["www.example.com"]),
            )),
        ],
    ]
    .concat()
}

fn purposes() -> Vec<Case> {
    let with = |purposes: &[&str]| leaf().eku(purposes);
    let any = "2.5.29.37.0";
    let client = |name: &str, ca: Cert, leaf: Cert| rfc(chain(name, root(), ca, leaf)).purpose(Purpose::Client);
    let mail = |address: &str| with(&[CLIENT_AUTH]).san_raw([implicit(1, address)]);
    [
        both(chain("refused: a leaf for clients", root(), ca(), with(&[CLIENT_AUTH]))),
        both(chain("refused: an intermediate for clients", root(), ca().eku(&[CLIENT_AUTH]), leaf())),
        vec![
            rfc(chain("stands: nothing said", root(), ca(), leaf().without(EXTENDED_KEY_USAGE))),
            web(chain("refused: nothing said", root(), ca(), leaf().without(EXTENDED_KEY_USAGE))),
            rfc(chain("stands: for anything", root(), ca(), with(&[any]))),
            web(chain("refused: for anything", root(), ca(), with(&[any]))),
            web(chain("refused: for servers and anything", root(), ca(), with(&[SERVER_AUTH, any]))),
            web(chain(
                "refused: critical",
                root(),
                ca(),
                leaf().extension(EXTENDED_KEY_USAGE, true, oids(&[SERVER_AUTH])),
            )),
            rfc(chain(
                "stands: critical",
                root(),
                ca(),
                leaf().extension(EXTENDED_KEY_USAGE, true, oids(&[SERVER_AUTH])),
            )),
            web(chain("refused: a root for servers", root().eku(&[SERVER_AUTH]), ca(), leaf())),
            rfc(chain("stands: a root for servers", root().eku(&[SERVER_AUTH]), ca(), leaf())),
            client("refused: a server’s as a client’s", ca(), leaf()),
            client("stands: for clients", ca(), with(&[CLIENT_AUTH])),
            client("refused: a client’s below a CA for servers", ca().eku(&[SERVER_AUTH]), with(&[CLIENT_AUTH])),
            client("stands: a client’s mailbox", ca(), mail("me@example.com")).host("me@EXAMPLE.com"),
            client("refused: a mailbox in other letters", ca(), mail("me@example.com")).host("Me@example.com"),
            client("refused: another mailbox", ca(), mail("me@example.com")).host("you@example.com"),
        ],
    ]
    .concat()
}

fn algorithms() -> Vec<Case> {
    // ecdsa-with-SHA384, where SHA256 was signed with.
    let outer = || sequence([oid("1.2.840.10045.4.3.3")]);
    let odd = |key: Key| web(chain("refused: a key that the BR do not list", root(), ca(), leaf().key(key)));
    let nobodys = sequence([sequence([oid("1.3.6.1.4.1.99999.1")]), crate::support::der::bits([7; 32])]);
    [
        both(chain("refused: a signature with a key that nobody knows", root(), ca().spki(nobodys), leaf())),
        both(chain("refused: the algorithm outside is another", root(), ca(), Cert { outer: Some(outer()), ..leaf() })),
        both(chain("refused: so it is in the intermediate", root(), Cert { outer: Some(outer()), ..ca() }, leaf())),
        both(chain("refused: so it is in the root", Cert { outer: Some(outer()), ..root() }, ca(), leaf())),
        both(chain("refused: RSA 1024 in the intermediate", root(), ca().key(Key::Rsa1024), leaf())),
        vec![
            odd(Key::Ed25519(115)),
            web(chain("refused: an intermediate with Ed25519", root(), ca().key(Key::Ed25519(116)), leaf())),
            web(chain("refused: a root with Ed25519", root().key(Key::Ed25519(117)), ca(), leaf())),
            web(chain("stands: P-384 and P-521", root().key(Key::P521(118)), ca().key(Key::P384(119)), leaf())),
            rfc(chain("stands: an intermediate with Ed25519", root(), ca().key(Key::Ed25519(116)), leaf())),
        ],
    ]
    .concat()
}
