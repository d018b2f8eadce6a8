use super::CaseFile;
use super::issued::{complete, good, intermediate, root, with_intermediate};
use crate::support::{
    case_file::Case,
    der::{boolean, implicit, integer, octets, oid, sequence, set, tlv},
    mint::*,
};

const TLS_FEATURE: &str = "1.3.6.1.5.5.7.1.24";
const CT_POISON: &str = "1.3.6.1.4.1.11129.2.4.3";
const POLICY_CONSTRAINTS: &str = "2.5.29.36";
const INHIBIT_ANY_POLICY: &str = "2.5.29.54";
const KEY_AGREEMENT: u16 = 0x0800;

/// The case files of this family.
pub fn files() -> Vec<CaseFile> {
    vec![
        ("good", good_ones()),
        ("crt001", version()),
        ("crt002", purpose()),
        ("crt003", server_is_ca()),
        ("crt004", weak_hash()),
        ("crt005", serial_number()),
        ("crt006", must_staple()),
        ("crt007", no_responder()),
        ("crt008", validation_level()),
        ("crt009", hidden_characters()),
        ("crt010", client_authentication()),
        ("crt011", unknown_critical()),
        ("crt012", extension_form()),
        ("crt013", key_usage_bits()),
        ("crt014", timestamps()),
    ]
}

fn case(name: &str, leaf: Cert) -> Case {
    Case::new(name, complete(leaf))
}

/// What CAs issue in 2026: no error and no warning may come of these.
fn good_ones() -> Vec<Case> {
    let long = |leaf: Cert| leaf.valid("2026-10-01", "2027-04-17T23:59:59Z").extension(SCTS, false, scts(3));
    let critical_names = sequence([implicit(2, "shop.example.com"), implicit(2, "www.shop.example.com")]);
    vec![
        case("Let’s Encrypt, classic profile, ECDSA", good()),
        case(
            "Let’s Encrypt, tlsserver profile, RSA: no common name, no keyEncipherment, 45 days",
            good()
                .key(Key::Rsa2048(1))
                .subject(&[])
                .extension(SAN, true, critical_names)
                .valid("2026-11-01", "2026-12-15T23:59:59Z"),
        ),
        case(
            "DigiCert, OV, 199 days, RSA",
            long(good())
                .key(Key::Rsa2048(1))
                .subject(&[("2.5.4.6", "US"), ("2.5.4.10", "Example Inc."), ("2.5.4.3", "shop.example.com")])
                .extension(POLICIES, false, sequence([sequence([oid("2.23.140.1.2.2")])]))
                .extension(KEY_USAGE, true, key_usage(DIGITAL_SIGNATURE | KEY_ENCIPHERMENT))
                .ocsp("http://ocsp.ca.example"),
        ),
        case("Sectigo, DV, 199 days, ECDSA P-384", long(good()).key(Key::P384(1)).ocsp("http://ocsp.ca.example")),
    ]
}

fn version() -> Vec<Case> {
    let plain = |version| {
        let mut leaf = Cert::bare("shop.example.com").valid("2026-10-01", "2026-12-29T23:59:59Z").version(version);
        leaf.extensions.clear();
        leaf
    };
    vec![case("version 1", plain(1)), case("version 2", plain(2)), case("version 3", good())]
}

fn purpose() -> Vec<Case> {
    const EMAIL: &str = "1.3.6.1.5.5.7.3.4";
    const ANY: &str = "2.5.29.37.0";
    vec![
        case("for clients only", good().eku(&[CLIENT_AUTH])),
        case("for email and something of one’s own", good().eku(&[EMAIL, "1.3.6.1.4.1.99999.1"])),
        case("for anything", good().eku(&[ANY])),
        case("not said", good().without(EXTENDED_KEY_USAGE)),
        case("not said, before Apple asked", good().without(EXTENDED_KEY_USAGE).valid("2019-06-30", "2020-06-30"))
            .now("2019-11-21"),
        case("for anything, before Apple asked", good().eku(&[ANY]).valid("2019-06-30", "2020-06-30"))
            .now("2019-11-21"),
        case("for servers and clients", good().eku(&[SERVER_AUTH, CLIENT_AUTH])),
    ]
}

fn server_is_ca() -> Vec<Case> {
    let own = |leaf: Cert| leaf.self_signed().pem();
    vec![
        Case::new(
            "as openssl req -x509 makes it",
            own(good().extension(BASIC_CONSTRAINTS, true, sequence([boolean(true)]))),
        ),
        Case::new("self-signed, no CA", own(good())),
    ]
}

fn weak_hash() -> Vec<Case> {
    let signed = |signing| {
        let issuer = Cert::ca("Example CA").key(Key::Rsa2048(2)).signing(signing).issued_by(&root());
        bundle(&[&good().issued_by(&issuer), &issuer, &root()])
    };
    vec![
        Case::new("SHA-1", signed(Signing::Sha1)),
        Case::new("MD5", signed(Signing::Md5)),
        Case::new("SHA-256", signed(Signing::Usual)),
        Case::new("RSA-PSS with SHA-256", signed(Signing::Pss)),
    ]
}

fn serial_number() -> Vec<Case> {
    let ca = Cert::ca("Example CA").key(Key::P256(92)).serial(&[0]).issued_by(&root());
    vec![
        case("zero", good().serial(&[0])),
        case("negative", good().serial(&[0x80, 1, 2, 3])),
        case("20 octets", good().serial(&[0x7f; 20])),
        case("21 octets", good().serial(&[0x7f; 21])),
        Case::new("zero in the intermediate", bundle(&[&good().issued_by(&ca), &ca, &root()])),
    ]
}

fn must_staple() -> Vec<Case> {
    let obliged = || good().extension(TLS_FEATURE, false, sequence([integer(5)]));
    vec![
        case("nothing to staple", obliged()),
        case("with a responder", obliged().ocsp("http://ocsp.ca.example")),
        case("another feature", good().extension(TLS_FEATURE, false, sequence([integer(17)]))),
    ]
}

fn no_responder() -> Vec<Case> {
    vec![
        case("issuer’s address only", good()),
        case("no access information at all", good().without(AIA)),
        case("a responder", good().ocsp("http://ocsp.ca.example")),
        Case::new("self-signed", good().without(AIA).self_signed().pem()),
    ]
}

fn validation_level() -> Vec<Case> {
    let level = |name: &str, policy: &str| {
        let subject = [("2.5.4.10", "上海示例科技有限公司"), ("2.5.4.3", "shop.example.com")];
        case(name, good().subject(&subject).extension(POLICIES, false, sequence([sequence([oid(policy)])])))
    };
    vec![
        level("DV", "2.23.140.1.2.1"),
        level("OV", "2.23.140.1.2.2"),
        level("IV", "2.23.140.1.2.3"),
        level("EV", "2.23.140.1.1"),
        level("a private policy", "1.3.6.1.4.1.99999.1"),
        case("no policy", good().without(POLICIES)),
    ]
}

fn hidden_characters() -> Vec<Case> {
    let called = |name: &str, organization: &str| {
        case(name, good().subject(&[("2.5.4.10", organization), ("2.5.4.3", "shop.example.com")]))
    };
    vec![
        called("right-to-left override in the organisation", "Example \u{202e}.cnI"),
        called("a line break in the organisation", "Example\nverified"),
        called("a zero-width space", "Exam\u{200b}ple"),
        called("Cyrillic in a Latin word", "Ex\u{430}mple"),
        called("two languages, a word each", "Пример Example 示例"),
        case("a homograph among the names", Cert::server(&["xn--80ak6aa92e.com", "www.xn--80ak6aa92e.com"])),
        case("an honest international name", Cert::server(&["xn--e1afmkfd.example.com"])),
    ]
}

fn client_authentication() -> Vec<Case> {
    vec![case("servers only", good()), case("servers and clients", good().eku(&[SERVER_AUTH, CLIENT_AUTH]))]
}

fn unknown_critical() -> Vec<Case> {
    const OWN: &str = "1.3.6.1.4.1.99999.2";
    vec![
        case("one’s own, critical", good().extension(OWN, true, octets("x"))),
        case("one’s own, not critical", good().extension(OWN, false, octets("x"))),
        case("known by name only, critical", good().extension("2.16.840.1.113730.1.1", true, tlv(3, [6, 0x40]))),
        case("a precertificate", good().without(SCTS).extension(CT_POISON, true, vec![5, 0])),
    ]
}

fn extension_form() -> Vec<Case> {
    let names = || sequence([implicit(2, "shop.example.com")]);
    let under = |issuer: Cert| {
        let issuer = issuer.key(Key::P256(92)).issued_by(&root());
        bundle(&[&good().issued_by(&issuer), &issuer, &root()])
    };
    let ca = || Cert::ca("Example CA");
    vec![
        case("alternative names that do not parse", good().extension(SAN, false, tlv(0x30, [0x82, 0x7f]))),
        case("key usage that is no bit string", good().extension(KEY_USAGE, true, octets("x"))),
        case("alternative names twice", good().extension_again(SAN, false, names())),
        case("empty alternative names", good().extension(SAN, false, sequence([]))),
        case("empty extended key usage", good().extension(EXTENDED_KEY_USAGE, false, sequence([]))),
        case("empty access information", good().extension(AIA, false, sequence([]))),
        case("empty policies", good().extension(POLICIES, false, sequence([]))),
        case("empty timestamp list", good().extension(SCTS, false, octets([0, 0]))),
        case("key usage without a bit", good().extension(KEY_USAGE, true, tlv(3, [0]))),
        case(
            "critical access information",
            good().extension(AIA, true, access(&[("1.3.6.1.5.5.7.48.2", "http://ca.example/1.crt")])),
        ),
        case("critical subject key identifier", good().extension(SKI, true, octets([7; 20]))),
        case("empty subject, names not critical", good().subject(&[])),
        Case::new(
            "basic constraints of a CA, not critical",
            under(ca().extension(BASIC_CONSTRAINTS, false, sequence([boolean(true)]))),
        ),
        Case::new(
            "policy constraints, empty and not critical",
            under(ca().extension(POLICY_CONSTRAINTS, false, sequence([]))),
        ),
        Case::new("inhibitAnyPolicy, not critical", under(ca().extension(INHIBIT_ANY_POLICY, false, integer(0)))),
        Case::new("empty name constraints", under(ca().extension(NAME_CONSTRAINTS, true, sequence([])))),
        Case::new("all as it should be", bundle(&[&good().issued_by(&intermediate()), &intermediate()])),
    ]
}

fn key_usage_bits() -> Vec<Case> {
    let used =
        |name: &str, key: Key, bits: u16| case(name, good().key(key).extension(KEY_USAGE, true, key_usage(bits)));
    vec![
        used("RSA without signatures", Key::Rsa2048(1), KEY_ENCIPHERMENT),
        used("RSA with both", Key::Rsa2048(1), DIGITAL_SIGNATURE | KEY_ENCIPHERMENT),
        used("RSA with signatures only", Key::Rsa2048(1), DIGITAL_SIGNATURE),
        used("EC with encipherment", Key::P256(1), DIGITAL_SIGNATURE | KEY_ENCIPHERMENT),
        used("EC with agreement only", Key::P256(1), KEY_AGREEMENT),
        used("the rights of a CA", Key::P256(1), DIGITAL_SIGNATURE | KEY_CERT_SIGN | CRL_SIGN),
        case("not said", good().without(KEY_USAGE)),
        Case::new("issuer not given", with_intermediate(good())),
    ]
}

/// A certificate that claims to come from a known root, by its name and key id. Its signature is the mint's.
fn below_known_root(leaf: Cert) -> String {
    let mut claimed = Cert::ca("ISRG Root X1").self_signed();
    // The root writes its name in PrintableString.
    let attribute = |id: &str, text: &str| set([sequence([oid(id), tlv(0x13, text)])]);
    claimed.name = sequence([
        attribute("2.5.4.6", "US"),
        attribute("2.5.4.10", "Internet Security Research Group"),
        attribute("2.5.4.3", "ISRG Root X1"),
    ]);
    claimed.key_id = vec![
        0x79, 0xb4, 0x59, 0xe6, 0x7b, 0xb6, 0xe5, 0xe4, 0x01, 0x73, 0x80, 0x08, 0x88, 0xc8, 0x1a, 0x58, 0xf6, 0xe9,
        0x9b, 0x6e,
    ];
    leaf.issued_by(&claimed).pem()
}

fn timestamps() -> Vec<Case> {
    let public = |name: &str, leaf: Cert| Case::new(name, below_known_root(leaf));
    let long = || good().valid("2026-10-01", "2027-04-17T23:59:59Z");
    let twice_the_same = {
        let one = &scts(1)[4..];
        let list = [one, one].concat();
        octets([&(list.len() as u16).to_be_bytes()[..], &list].concat())
    };
    vec![
        public("none", good().without(SCTS)),
        public("two for 90 days", good()),
        public("one log twice", good().extension(SCTS, false, twice_the_same)),
        public("two for 199 days", long()),
        public("three for 199 days", long().extension(SCTS, false, scts(3))),
        public("before the rule", good().without(SCTS).valid("2021-04-20", "2021-07-18T23:59:59Z")).now("2021-05-01"),
        case("none, private CA", good().without(SCTS)),
    ]
}
