//! What can not be written is refused in words, never half written.

use crate::material::{PASSWORD, analysis, chain, convert};
use crate::support::keys::Counter;
use crate::support::locked;
use crate::support::mint::{Cert, Key, bundle, pem_block};
use crate::support::openssl::openssl_must;
use certloupe::{
    export,
    report::{
        Code, FileFormat, Finding, MessageId, PasswordUse, Severity, message::ExportMessage, wire::CreateOptions,
    },
    text::{self, Lang},
};

/// One refusal of this kind, all of its holes filled.
fn assert_refused<T>(result: Result<T, Vec<Finding>>, id: ExportMessage, what: &str) {
    let Err(findings) = result else { panic!("{what} is not refused") };
    assert_eq!(findings.len(), 1, "{what}");
    let finding = findings.into_iter().next().unwrap();
    assert_eq!((finding.code, finding.severity), (Code::DEP009, Severity::Error), "{what}");
    assert_eq!(finding.message.id, MessageId::Export(id), "{what}");
    assert!(!finding.references.is_empty(), "{what}");
    for lang in Lang::ALL {
        let words = text::worded(finding.clone(), lang);
        for text in [words.title, words.why, words.fix] {
            // What is escaped has braces of its own.
            assert!(!text.replace("\\u{", "").contains('{'), "{what}: {text}");
        }
    }
}

/// They are made of whatever was given.
const REPORTS: [FileFormat; 3] = [FileFormat::Json, FileFormat::Markdown, FileFormat::Html];

#[test]
fn without_a_server_certificate_there_is_nothing() {
    let root = Cert::ca("Test Root").self_signed();
    for analysis in [analysis(&[]), analysis(&[("root.pem", bundle(&[&root]).as_bytes())])] {
        for &format in FileFormat::ALL {
            match convert(&analysis, format, None) {
                Ok(files) => assert!(REPORTS.contains(&format) && files.len() == 1, "{format:?}"),
                refused => assert_refused(refused, ExportMessage::NoCertificate, format.id()),
            }
        }
    }
}

/// Whether it is in there nobody can tell before it is open.
#[test]
fn behind_a_lock_there_may_be_one() {
    let leaf = chain(Key::P256(7)).leaf;
    let pfx = locked::pfx(&leaf.key.pkcs8(), &[&leaf.der], "s3cret");
    let locked = analysis(&[("shop.pfx", &pfx)]);
    for &format in FileFormat::ALL.iter().filter(|format| !REPORTS.contains(format)) {
        assert_refused(convert(&locked, format, None), ExportMessage::StillLocked, format.id());
    }
}

#[test]
fn a_locked_or_unfit_key_without_a_certificate() {
    let key = Key::P256(7).pkcs8();
    let locked =
        analysis(&[("a.key", pem_block("ENCRYPTED PRIVATE KEY", &locked::pkcs8(&key, "s3cret", 1)).as_bytes())]);
    assert_refused(convert(&locked, FileFormat::Pkcs8, None), ExportMessage::KeyLocked, "locked");
    let open = analysis(&[("a.key", pem_block("PRIVATE KEY", &key).as_bytes())]);
    assert_refused(convert(&open, FileFormat::Pkcs1, None), ExportMessage::KeyOfAnotherKind, "an EC key");
    assert_refused(convert(&open, FileFormat::Sec1, Some(PASSWORD)), ExportMessage::PasswordUnused, "a password");
    assert_refused(convert(&open, FileFormat::Pfx, Some(PASSWORD)), ExportMessage::NoCertificate, "no certificate");
    let other = Key::P256(8).pkcs8();
    let two = analysis(&[("a.key", pem_block("PRIVATE KEY", &key).as_bytes()), ("b.key", &other)]);
    assert_refused(convert(&two, FileFormat::Pkcs8, None), ExportMessage::NoCertificate, "which of two");
}

#[test]
fn formats_with_a_key_need_the_right_one() {
    let chain = chain(Key::P256(7));
    let other = Cert::server(&["other.example"]).key(Key::P256(8)).self_signed();
    let locked = openssl_must(&["pkcs8", "-topk8", "-passout", "pass:secret"], chain.leaf.key_pem().as_bytes());
    for &format in FileFormat::ALL.iter().filter(|format| format.needs_key()) {
        let password = (format.password() == PasswordUse::Required).then_some(PASSWORD);
        let made = |analysis: &_| convert(analysis, format, password);
        assert_refused(made(&chain.without_key()), ExportMessage::NoKey, format.id());
        assert_refused(made(&chain.with_key(other.key_pem().as_bytes())), ExportMessage::NoKey, format.id());
        assert_refused(made(&chain.with_key(&locked)), ExportMessage::KeyLocked, format.id());
    }
}

#[test]
fn a_key_that_a_format_has_no_place_for() {
    for (format, key) in [
        (FileFormat::Pkcs1, Key::P256(7)),
        (FileFormat::Pkcs1, Key::Ed25519(7)),
        (FileFormat::Sec1, Key::Rsa2048(1)),
        (FileFormat::Sec1, Key::Ed25519(7)),
        (FileFormat::Aws, Key::Ed25519(7)),
        (FileFormat::Tencent, Key::Ed25519(7)),
        (FileFormat::Alibaba, Key::Ed25519(7)),
        (FileFormat::Huawei, Key::Ed25519(7)),
    ] {
        assert_refused(convert(&chain(key).analysis(), format, None), ExportMessage::KeyOfAnotherKind, format.id());
    }
}

/// The old form of an RSA key can not say that it signs with PSS alone, and openssl would not pair it any more.
#[test]
fn a_key_for_pss_keeps_its_kind() {
    let make = ["req", "-x509", "-newkey", "rsa-pss", "-pkeyopt", "rsa_keygen_bits:2048", "-nodes", "-keyout", "-"];
    let made = openssl_must(
        &[&make[..], &["-subj", "/CN=a.example", "-addext", "subjectAltName=DNS:a.example"]].concat(),
        b"",
    );
    let analysis = analysis(&[("both.pem", &made)]);
    for format in [FileFormat::Pkcs1, FileFormat::Tencent, FileFormat::Alibaba, FileFormat::Huawei] {
        assert_refused(convert(&analysis, format, None), ExportMessage::KeyOfAnotherKind, format.id());
    }
    let files = convert(&analysis, FileFormat::Pkcs8, None).unwrap();
    let kind = String::from_utf8(openssl_must(&["asn1parse"], &files[0].bytes)).unwrap();
    assert!(kind.contains("rsassaPss"), "{kind}");
}

#[test]
fn passwords_where_they_belong() {
    let analysis = chain(Key::P256(7)).analysis();
    for &format in FileFormat::ALL {
        match format.password() {
            PasswordUse::Required => {
                for none in [None, Some("")] {
                    assert_refused(convert(&analysis, format, none), ExportMessage::PasswordMissing, format.id());
                }
            }
            PasswordUse::Never if format.needs_key() => {
                assert_refused(convert(&analysis, format, Some(PASSWORD)), ExportMessage::PasswordUnused, format.id());
            }
            PasswordUse::Never | PasswordUse::Optional => {}
        }
    }
    assert_refused(convert(&analysis, FileFormat::Jks, Some("short")), ExportMessage::PasswordShort, "5 characters");
    assert!(convert(&analysis, FileFormat::Jks, Some("enough")).is_ok());
    assert_refused(convert(&analysis, FileFormat::Zip, Some("short")), ExportMessage::PasswordShort, "all of it");
}

#[test]
fn formats_that_the_certificate_has_nothing_for() {
    let alone = Cert::server(&["192.0.2.7"]).self_signed();
    let alone = analysis(&[("cert.pem", bundle(&[&alone]).as_bytes())]);
    assert_refused(convert(&alone, FileFormat::Chain, None), ExportMessage::NoIssuer, "an issuer");
    assert_refused(convert(&alone, FileFormat::Tlsa, None), ExportMessage::NoHost, "a host name");
}

/// A name in a certificate can hold anything; nothing of it may reach a file that others interpret.
#[test]
fn hostile_names_stay_out() {
    let hostile = ["a\nb: c.example", "x\"); evil(\"", "<script>.example", "good.example", "$(reboot).example"];
    let leaf = Cert::server(&hostile).key(Key::P256(7)).self_signed();
    let analysis = analysis(&[("cert.pem", leaf.pem().as_bytes()), ("key.pem", leaf.key_pem().as_bytes())]);
    for format in [FileFormat::KubernetesSecret, FileFormat::Tlsa, FileFormat::SpkiPin] {
        let files = convert(&analysis, format, None).unwrap();
        let text = String::from_utf8(files[0].bytes.clone()).unwrap();
        assert!(text.contains("good"), "{text}");
        // The pins' first line is a comment with the certificate's label, on one line and escaped.
        let text: String = text.lines().filter(|line| !line.starts_with("# ")).collect();
        for part in ["evil", "script", "reboot", "b: c"] {
            assert!(!text.contains(part), "{format:?}: {text}");
        }
    }
    let files = convert(&analysis, FileFormat::Jks, Some(PASSWORD)).unwrap();
    // Magic, version, count and kind of entry; two octets of length; the alias.
    let length = usize::from(files[0].bytes[17]);
    assert_eq!(&files[0].bytes[18..18 + length], b"ab: c.example", "no control character in an alias");
}

/// A key whose outside is whole and whose inside is nonsense.
#[test]
fn a_key_that_can_not_be_taken_apart() {
    let chain = chain(Key::P256(7));
    let damaged = pem_block("PRIVATE KEY", &Key::P256(7).pkcs8()[..60]);
    assert_refused(
        convert(&chain.with_key(damaged.as_bytes()), FileFormat::Pkcs8, None),
        ExportMessage::NoKey,
        "half a key",
    );
}

#[test]
fn requests_are_not_made_of_guesses() {
    let asked = |names: &[&str]| CreateOptions {
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        ..CreateOptions::default()
    };
    let made = |options: &CreateOptions| export::create(options, &mut |_| (), &mut Counter(1));
    for names in [&[][..], &["", "  "]] {
        assert_refused(made(&asked(names)), ExportMessage::NameMissing, "no name");
    }
    for name in [
        "https://a.example",
        "a.example:443",
        "a.example/path",
        "a.example.",
        "a b.example",
        "*",
        "*.*.example",
        "www.*.example",
        "*a.example",
        "a..example",
        "-a.example",
        "user@a.example",
        "1.2.3",
        "[2001:db8::1]:443",
        "fe80::1%eth0",
        "cafe\u{301}.example",
        "a.example\u{0}.evil.example",
        "b\u{202e}ü.example",
        "a.example,DNS:b.example",
    ] {
        assert_refused(made(&asked(&["good.example", name])), ExportMessage::NameUnfit, name);
    }
    for organization in ["x".repeat(65), "A\nB".to_owned(), "A\u{202e}B".to_owned()] {
        let options = CreateOptions { organization: Some(organization.clone()), ..asked(&["a.example"]) };
        assert_refused(made(&options), ExportMessage::OrganizationUnfit, &organization);
    }
    for country in ["China", "C", "中国", "C1"] {
        let options = CreateOptions { country: Some(country.to_owned()), ..asked(&["a.example"]) };
        assert_refused(made(&options), ExportMessage::CountryUnfit, country);
    }
}
