//! The detail view: every field has its name, its address and its bytes; broken parts hide nothing.

mod support;

use certloupe::engine::x509::{Certificate, ExtensionValue, GeneralNameKind, detail, parse};
use certloupe::report::field::{Field, FieldValue};
use support::der::{explicit, implicit, integer, octets, oid, sequence, set, tlv, utf8};
use support::mint::{BASIC_CONSTRAINTS, Cert, KEY_USAGE, Key, Signing};
use support::openssl::{openssl, openssl_must};

/// The field at an address.
fn find(fields: &[Field], path: &str) -> Option<Field> {
    fields.iter().find_map(|field| if field.path == path { Some(field.clone()) } else { find(&field.children, path) })
}

fn field(certificate: &Certificate, path: &str) -> Field {
    let fields = detail(certificate, 0).fields;
    find(&fields, path).unwrap_or_else(|| panic!("no {path} among {fields:#?}"))
}

fn bytes_of<'a>(certificate: &'a Certificate, field: &Field) -> &'a [u8] {
    &certificate.der[field.offset as usize..(field.offset + field.length) as usize]
}

#[test]
fn a_server_certificate_field_by_field() {
    let minted = Cert::server(&["a.example.com", "*.b.example.com", "192.0.2.1"])
        .subject(&[
            ("2.5.4.6", "CN"),
            ("2.5.4.10", "上海"),
            ("2.5.4.11", "one"),
            ("2.5.4.11", "two"),
            ("2.5.4.3", "a.example.com"),
        ])
        .key(Key::Rsa2048(1))
        .self_signed();
    let certificate = parse(&minted.der).unwrap();
    for (path, bytes) in [
        ("tbs.extensions.subjectAltName[1]", &b"*.b.example.com"[..]),
        ("tbs.extensions.subjectAltName[2]", &[192, 0, 2, 1]),
        ("tbs.subject.O", "上海".as_bytes()),
        ("tbs.subject.OU[1]", b"two"),
        ("tbs.validity.notAfter", b"261229235959Z"),
        ("tbs.subjectPublicKeyInfo.publicExponent", &[1, 0, 1]),
        ("tbs.extensions.authorityInfoAccess[0]", b"http://ca.example/issuer.crt"),
        ("tbs.extensions.cRLDistributionPoints[0]", b"http://ca.example/1.crl"),
        ("tbs.extensions.signedCertificateTimestampList[1].logID", &[2; 32]),
        ("tbs.version", &[0xa0, 3, 2, 1, 2]),
    ] {
        assert_eq!(bytes_of(&certificate, &field(&certificate, path)), bytes, "{path}");
    }
    for (path, value) in [
        ("tbs.extensions.subjectAltName[2]", FieldValue::Text("192.0.2.1".to_owned())),
        ("tbs.subjectPublicKeyInfo.publicExponent", FieldValue::Number(65_537)),
        ("tbs.subjectPublicKeyInfo.keySize", FieldValue::Number(2048)),
        ("tbs.extensions.basicConstraints.cA", FieldValue::Flag(false)),
        ("tbs.extensions.extKeyUsage", FieldValue::Tokens(vec!["serverAuth".to_owned()])),
        ("tbs.extensions.keyUsage", FieldValue::Tokens(vec!["digitalSignature".to_owned()])),
        ("tbs.extensions.authorityInfoAccess[0]", FieldValue::Link("http://ca.example/issuer.crt".to_owned())),
        ("tbs.subject", FieldValue::Text("CN=a.example.com,OU=two,OU=one,O=上海,C=CN".to_owned())),
        ("signatureAlgorithm", FieldValue::Text("sha256WithRSAEncryption".to_owned())),
    ] {
        assert_eq!(field(&certificate, path).value, value, "{path}");
    }
    let usage = field(&certificate, "tbs.extensions.keyUsage");
    assert_eq!((usage.critical, usage.oid.as_deref()), (Some(true), Some("2.5.29.15")));
    let policy = field(&certificate, "tbs.extensions.certificatePolicies[0]");
    assert_eq!((policy.name.as_str(), policy.oid.as_deref()), ("domain-validated", Some("2.23.140.1.2.1")));
}

#[test]
fn fingerprints_modulus_and_key_hash_as_openssl_says() {
    let minted = Cert::ca("R").key(Key::Rsa2048(2)).signing(Signing::Pss).self_signed();
    let certificate = parse(&minted.der).unwrap();
    let hex = |path: &str| match field(&certificate, path).value {
        FieldValue::Hex(hex) => hex,
        other => panic!("{path}: {other:?}"),
    };
    let pem = minted.pem();
    let printed = |arguments: &[&str]| {
        let arguments = [&["x509", "-noout"], arguments].concat();
        let text = String::from_utf8(openssl_must(&arguments, pem.as_bytes())).unwrap();
        text.split_once('=').unwrap().1.trim().replace(':', "").to_lowercase()
    };
    assert_eq!(hex("fingerprint.sha256"), printed(&["-fingerprint", "-sha256"]));
    assert_eq!(hex("fingerprint.sha1"), printed(&["-fingerprint", "-sha1"]));
    assert_eq!(hex("tbs.subjectPublicKeyInfo.modulus"), printed(&["-modulus"]));
    assert_eq!(hex("tbs.serialNumber"), printed(&["-serial"]));
    let public = openssl_must(&["x509", "-noout", "-pubkey"], pem.as_bytes());
    let public = openssl_must(&["pkey", "-pubin", "-outform", "DER"], &public);
    let digest = openssl_must(&["dgst", "-sha256", "-r"], &public);
    assert!(String::from_utf8(digest).unwrap().starts_with(&hex("tbs.subjectPublicKeyInfo.SHA-256")));
    assert_eq!(field(&certificate, "signatureAlgorithm.saltLength").value, FieldValue::Number(32));
    assert_eq!(field(&certificate, "signatureAlgorithm").value, FieldValue::Text("rsassaPss".to_owned()));
}

#[test]
fn a_broken_name_hides_no_other() {
    let minted = Cert::bare("a")
        .san_raw([
            implicit(2, "first.example.com"),
            implicit(7, [1, 2, 3, 4, 5]),
            implicit(2, "a\0b"),
            implicit(2, b"caf\xe9"),
            utf8("no general name"),
            explicit(0, [oid("1.3.6.1.4.1.311.20.2.3"), explicit(0, utf8("me@example.com"))].concat()),
            explicit(4, sequence([])),
            implicit(8, &oid("1.2.3")[2..]),
            explicit(5, utf8("rare")),
            implicit(2, "last.example.com"),
        ])
        .self_signed();
    let certificate = parse(&minted.der).unwrap();
    let kinds: Vec<_> = certificate.subject_alternative_names().unwrap().iter().map(|name| &name.kind).collect();
    assert_eq!(kinds.len(), 10);
    assert_eq!(kinds[0], &GeneralNameKind::Dns("first.example.com".to_owned()));
    assert!(matches!(kinds[1], GeneralNameKind::Malformed { value, .. } if value == &[1, 2, 3, 4, 5]));
    assert_eq!(kinds[2], &GeneralNameKind::Dns("a\0b".to_owned()));
    assert_eq!(kinds[3], &GeneralNameKind::Dns("caf\\xE9".to_owned()));
    assert!(matches!(kinds[4], GeneralNameKind::Malformed { .. }));
    assert!(matches!(kinds[5], GeneralNameKind::Other { oid, .. } if oid == "1.3.6.1.4.1.311.20.2.3"));
    assert_eq!(kinds[6], &GeneralNameKind::Directory(String::new()));
    assert_eq!(kinds[7], &GeneralNameKind::RegisteredId("1.2.3".to_owned()));
    assert!(matches!(kinds[8], GeneralNameKind::Rare { choice: "ediPartyName", .. }));
    assert_eq!(kinds[9], &GeneralNameKind::Dns("last.example.com".to_owned()));
    let broken = field(&certificate, "tbs.extensions.subjectAltName[1]");
    assert_eq!((broken.name.as_str(), bytes_of(&certificate, &broken)), ("malformed", &[1, 2, 3, 4, 5][..]));
}

#[test]
fn a_broken_extension_names_its_byte() {
    let table = [
        (BASIC_CONSTRAINTS, sequence([integer(1), integer(2)]), 5),
        (BASIC_CONSTRAINTS, sequence([tlv(1, [0xff]), tlv(2, [0xff])]), 5),
        (KEY_USAGE, tlv(3, []), 0),
        (KEY_USAGE, [tlv(3, [0, 0x80]), vec![0]].concat(), 4),
        ("2.5.29.37", sequence([oid("1.3.6.1.5.5.7.3.1"), integer(1)]), 12),
        ("2.5.29.17", tlv(0x30, [0x82, 0x09, b'a']), 2),
        ("2.5.29.14", vec![], 0),
    ];
    for (id, value, fault) in table {
        let minted = Cert::bare("a").san(&["a.example"]).extension(id, true, value.clone()).self_signed();
        let certificate = parse(&minted.der).unwrap();
        let broken = certificate.extensions.iter().find(|extension| extension.oid == id).unwrap();
        let ExtensionValue::Malformed(malformed) = &broken.value else { panic!("{id}: {:?}", broken.value) };
        let (reason, offset) = (&malformed.reason(), &malformed.offset());
        assert_eq!(*offset - broken.value_bytes.start, fault, "{id}: {reason}");
        assert_eq!(certificate.bytes(&broken.value_bytes), value, "{id}");
        assert!(broken.critical && certificate.extensions.len() >= 2);
        assert!(find(&detail(&certificate, 0).fields, &format!("{}.malformed", broken.path())).is_some(), "{id}");
    }
}

#[test]
fn unknown_extensions_are_kept_and_shown() {
    let minted = Cert::bare("a")
        .extension("1.2.3.4.5", true, octets([1, 2, 3]))
        .extension("2.16.840.1.113730.1.13", false, tlv(0x16, "a comment"))
        .extension("1.3.6.1.5.5.7.1.3", false, sequence([]))
        .self_signed();
    let certificate = parse(&minted.der).unwrap();
    assert_eq!(field(&certificate, "tbs.extensions.1.2.3.4.5").value, FieldValue::Hex("0403010203".to_owned()));
    let comment = field(&certificate, "tbs.extensions.netscapeComment");
    assert_eq!(comment.value, FieldValue::Text("a comment".to_owned()));
    assert_eq!(field(&certificate, "tbs.extensions.qcStatements").value, FieldValue::Hex("3000".to_owned()));
}

#[test]
fn what_no_certificate_can_be_names_structure_and_byte() {
    let whole = Cert::server(&["a.example"]).self_signed().der;
    for length in 0..whole.len() {
        let error = parse(&whole[..length]).unwrap_err();
        assert_eq!(error.structure, "Certificate", "{length} bytes");
    }
    // Bytes behind the end are not the certificate's.
    let longer = [whole.clone(), vec![0; 9]].concat();
    assert_eq!(&*parse(&longer).unwrap().der, whole.as_slice());
    let mut broken = whole.clone();
    let certificate = parse(&whole).unwrap();
    broken[certificate.issuer.bytes.start] = 0x31;
    let error = parse(&broken).unwrap_err();
    assert_eq!((error.structure, error.offset), ("tbsCertificate.issuer", certificate.issuer.bytes.start));
}

/// A certificate whose subject is replaced by these bytes. (Its signature is then wrong, which no reader asks.)
fn with_subject(subject: &[u8]) -> Vec<u8> {
    let whole = Cert::bare("replaced").self_signed().der;
    let certificate = parse(&whole).unwrap();
    let tbs = &whole[certificate.tbs.clone()];
    let at = |position: usize| position - certificate.tbs.start;
    let place = &certificate.subject.bytes;
    // The version is the first thing inside.
    let version = field(&certificate, "tbs.version").offset as usize;
    let parts = [&tbs[at(version)..at(place.start)], subject, &tbs[at(place.end)..]].concat();
    sequence([tlv(0x30, parts), whole[certificate.tbs.end..].to_vec()])
}

#[test]
fn names_that_openssl_reads_we_read_and_show_alike() {
    let name = |value: Vec<u8>| sequence([set([sequence([oid("2.5.4.3"), value])])]);
    // Broken outlines end both; broken text ends OpenSSL only: we keep its bytes.
    let table: [(&str, Vec<u8>, Option<&str>, bool); 16] = [
        ("empty set", sequence([set([])]), Some(""), true),
        (
            "several in one set",
            sequence([set([sequence([oid("2.5.4.3"), utf8("b")]), sequence([oid("2.5.4.10"), utf8("a")])])]),
            Some("O=a+CN=b"),
            true,
        ),
        ("no PrintableString", name(tlv(0x13, "*@_")), Some("CN=*@_"), true),
        ("Latin-1 as TeletexString", name(tlv(0x14, b"caf\xe9")), Some("CN=café"), true),
        ("escapes", name(utf8(" a,b+c\"d\\e<f>g;h ")), Some("CN=\\ a\\,b\\+c\\\"d\\\\e\\<f\\>g\\;h\\ "), true),
        ("a hash", name(utf8("#1")), Some("CN=\\#1"), true),
        ("BMPString", name(tlv(0x1e, [0x4e, 0x2d, 0, 0x41])), Some("CN=中A"), true),
        ("a sequence", name(sequence([integer(1)])), Some("CN=#3003020101"), true),
        ("a bit string", name(tlv(3, [0, 0x78])), Some("CN=#03020078"), true),
        ("Latin-1 as UTF8String", name(tlv(0x0c, b"a\xff")), Some("CN=a\\\\xFF"), false),
        ("half a BMPString", name(tlv(0x1e, "abc")), Some("CN=#1e03616263"), false),
        ("an octet string", name(octets("x")), Some("CN=#040178"), false),
        ("three parts", sequence([set([sequence([oid("2.5.4.3"), utf8("a"), utf8("b")])])]), None, false),
        ("no value", sequence([set([sequence([oid("2.5.4.3")])])]), None, false),
        ("no set", sequence([sequence([sequence([oid("2.5.4.3"), utf8("a")])])]), None, false),
        ("no identifier", sequence([set([sequence([utf8("a"), utf8("b")])])]), None, false),
    ];
    const FORM: &str = "esc_2253,utf8,sep_comma_plus,dn_rev,sname,dump_nostr,dump_unknown,dump_der";
    for (what, subject, shown, openssl_reads) in table {
        let der = with_subject(&subject);
        assert_eq!(parse(&der).ok().map(|it| it.subject.to_string()).as_deref(), shown, "{what}");
        let run = openssl(&["x509", "-inform", "DER", "-noout", "-subject", "-nameopt", FORM], &der);
        assert_eq!(run.succeeded, openssl_reads, "{what}: {}", run.stderr);
        if openssl_reads {
            assert_eq!(run.text().trim_end_matches('\n').strip_prefix("subject="), shown, "{what}");
        }
    }
}
