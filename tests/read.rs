//! Damage, binary files, formats of later ages, and everything else that people put in.

mod support;

use certloupe::engine::read::{LooksLike, Material, ProblemKind, Sloppiness, SshForm, SshKey, read};
use certloupe::report::{InputKind, Source};
use support::der::{octets, sequence};
use support::mint::{Cert, Key, Minted, pem_block};
use support::openssl::{folder, openssl, openssl_must};

fn source(bytes: impl Into<Vec<u8>>) -> Source {
    Source { name: String::new(), bytes: bytes.into() }
}

fn read_one(bytes: impl Into<Vec<u8>>) -> Material {
    read(&[source(bytes)])
}

fn leaf() -> Minted {
    Cert::server(&["a.example.com"]).key(Key::P256(9)).self_signed()
}

fn kinds(material: &Material) -> Vec<&ProblemKind> {
    material.problems.iter().map(|problem| &problem.kind).collect()
}

#[test]
fn lines_are_counted_where_the_sloppiness_is() {
    let pem = leaf().pem();
    let material = read_one(format!("first\nsecond\n  {pem}"));
    assert_eq!(material.inputs[0].line, Some(3));
    assert_eq!(
        (material.problems[0].line, &material.problems[0].kind),
        (Some(3), &ProblemKind::Sloppy(Sloppiness::Indented))
    );
    let blank = pem.replacen('\n', "\n\n\n", 1);
    assert_eq!(read_one(blank).problems[0].line, Some(3));
}

#[test]
fn trust_settings_of_openssl_are_cut_off() {
    let pem = leaf().pem();
    let trusted = openssl_must(&["x509", "-trustout", "-addtrust", "serverAuth", "-setalias", "mine"], pem.as_bytes());
    assert!(String::from_utf8_lossy(&trusted).contains("BEGIN TRUSTED CERTIFICATE"));
    let material = read_one(trusted);
    assert_eq!(kinds(&material), [&ProblemKind::Sloppy(Sloppiness::OldLabel)]);
    assert_eq!(&*material.certificates[0].der, leaf().der.as_slice());
}

#[test]
fn damage_is_named_and_the_rest_counts() {
    let pem = leaf().pem();
    let other = Cert::server(&["b.example.com"]).key(Key::P256(8)).self_signed().pem();
    let label = || "CERTIFICATE".to_owned();
    let body_line = pem.lines().nth(3).unwrap();
    let mut wrong_byte = leaf().der;
    wrong_byte[4] = 0x31;
    let table = [
        (
            "bad character",
            pem.replace(body_line, "MII…"),
            Some(4),
            ProblemKind::BadBase64 { label: label(), character: '…' },
            1,
        ),
        (
            "remark inside",
            pem.replace(body_line, "# hello"),
            Some(4),
            ProblemKind::BadBase64 { label: label(), character: '#' },
            1,
        ),
        ("no END, cut", pem[..400].to_owned() + "\n", Some(1), ProblemKind::MissingEnd { label: label() }, 1),
        (
            "no END, whole",
            pem.replace("-----END CERTIFICATE-----", ""),
            Some(1),
            ProblemKind::MissingEnd { label: label() },
            2,
        ),
        (
            "a line lost",
            pem.replace(&format!("{body_line}\n"), ""),
            Some(1),
            ProblemKind::Truncated { label: label() },
            1,
        ),
    ];
    for (name, text, line, kind, given) in table {
        let material = read_one(format!("{text}{other}"));
        assert_eq!(kinds(&material), [&kind], "{name}");
        assert_eq!((material.problems[0].line, material.given.len()), (line, given), "{name}");
        assert_eq!(material.inputs[0].kind, InputKind::Certificate, "{name}");
    }
    let material = read_one(pem_block("CERTIFICATE", &wrong_byte) + &other);
    let ProblemKind::BadDer { kind: InputKind::Certificate, error } = &material.problems[0].kind else {
        panic!("{:?}", material.problems)
    };
    assert_eq!((error.structure, error.offset), ("tbsCertificate", 4));
    assert_eq!(material.given.len(), 1);
}

/// OpenSSL refuses base64 without its padding; all the bytes are there, so the certificate counts.
#[test]
fn missing_padding_is_damage_that_hides_nothing() {
    let lengths =
        (0..3).map(|more| Cert::server(&[&format!("{}.example.com", "a".repeat(more + 1))]).self_signed().pem());
    let padded: Vec<_> = lengths.filter(|pem| pem.contains('=')).collect();
    assert_eq!(padded.len(), 2);
    for pem in padded {
        let bare = pem.replace('=', "");
        assert!(!openssl(&["x509", "-noout"], bare.as_bytes()).succeeded);
        let material = read_one(bare);
        assert_eq!(kinds(&material), [&ProblemKind::Truncated { label: "CERTIFICATE".to_owned() }]);
        assert_eq!(material.certificates.len(), 1);
    }
}

#[test]
fn binary_files_one_after_the_other() {
    let (first, second) = (leaf(), Cert::ca("R").key(Key::Rsa2048(1)).self_signed());
    let material = read_one([first.der.clone(), second.der.clone(), b"\r\n".to_vec()].concat());
    assert_eq!((material.certificates.len(), material.problems.len()), (2, 0));
    let material = read_one([first.der.clone(), b"rubbish".to_vec()].concat());
    assert_eq!(material.certificates.len(), 1);
    assert!(matches!(&material.problems[0].kind, ProblemKind::BadDer { error, .. } if error.offset == first.der.len()));
    assert_eq!(material.problems[0].offset, u32::try_from(first.der.len()).ok());
    let cut = read_one(first.der[..100].to_vec());
    assert!(matches!(&cut.problems[0].kind, ProblemKind::BadDer { kind: InputKind::Certificate, .. }), "{cut:?}");
    // OpenSSL reads a block with bytes behind the certificate; nginx ("wrong tag") does not.
    let material = read_one(pem_block("CERTIFICATE", &[first.der.clone(), vec![0; 3]].concat()));
    assert_eq!((material.certificates.len(), material.problems.len()), (1, 1));
}

#[test]
fn what_is_no_certificate_is_recognised_by_its_content() {
    let folder = folder("formats");
    let path = |name: &str| folder.join(name).display().to_string();
    std::fs::write(path("a.pem"), leaf().pem()).unwrap();
    std::fs::write(path("a.key"), leaf().key_pem()).unwrap();
    std::fs::write(path("index"), "").unwrap();
    std::fs::write(path("ca.cnf"), format!("[ca]\ndefault_ca=d\n[d]\ndatabase={}\ndefault_md=sha256\n", path("index")))
        .unwrap();
    let (pem, key, config) = (path("a.pem"), path("a.key"), path("ca.cnf"));
    let both =
        |arguments: &[&str]| ["PEM", "DER"].map(|form| openssl_must(&[arguments, &["-outform", form]].concat(), b""));
    let crl =
        openssl_must(&["ca", "-config", &config, "-gencrl", "-cert", &pem, "-keyfile", &key, "-crldays", "9"], b"");
    let crl_der = openssl_must(&["crl", "-outform", "DER"], &crl);
    let request = [
        "ocsp",
        "-index",
        &path("index"),
        "-CA",
        &pem,
        "-rsigner",
        &pem,
        "-rkey",
        &key,
        "-issuer",
        &pem,
        "-cert",
        &pem,
        "-respout",
    ];
    openssl(&[&request[..], &[&path("a.ocsp")]].concat(), b"");
    let mut cases: Vec<(InputKind, Vec<u8>)> = vec![(InputKind::Crl, crl), (InputKind::Crl, crl_der)];
    cases.push((InputKind::Ocsp, std::fs::read(path("a.ocsp")).expect("openssl answers")));
    for (kind, arguments) in [
        (InputKind::Csr, vec!["req", "-new", "-key", &key, "-subj", "/CN=a"]),
        (InputKind::PublicKey, vec!["pkey", "-in", &key, "-pubout"]),
        (InputKind::Pkcs7, vec!["crl2pkcs7", "-nocrl", "-certfile", &pem]),
    ] {
        cases.extend(both(&arguments).map(|bytes| (kind, bytes)));
    }
    for (kind, bytes) in cases {
        let material = read_one(bytes.clone());
        assert!(material.problems.is_empty(), "{kind:?}: {:?}", material.problems);
        assert_eq!(material.inputs[0].kind, kind);
        // Damaged ones are still told apart.
        let cut = read_one(bytes[..bytes.len() * 3 / 4].to_vec());
        assert!(cut.certificates.is_empty() && cut.inputs[0].kind == kind, "{kind:?} cut");
    }
}

#[test]
fn everything_else_has_a_name() {
    let ssh =
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmU=\n-----END OPENSSH PRIVATE KEY-----\n";
    let ssh_key = |form, algorithm| LooksLike::Ssh(SshKey { form, algorithm, encrypted: false });
    let table: [(&[u8], LooksLike); 17] = [
        (b"", LooksLike::Empty),
        (b" \r\n\xef\xbb\xbf", LooksLike::Empty),
        (b"<!DOCTYPE html><html><body>404</body></html>", LooksLike::Html),
        (b"\xef\xbb\xbf\n<HTML>", LooksLike::Html),
        (b"{\"error\": \"login\"}", LooksLike::Json),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", LooksLike::Picture),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", LooksLike::Picture),
        (b"RIFF\x24\0\0\0WEBPVP8 ", LooksLike::Picture),
        (b"%PDF-1.7\n%\xe2\xe3", LooksLike::Pdf),
        (ssh.as_bytes(), ssh_key(SshForm::OpenSshPrivate, None)),
        (b"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 me@host", ssh_key(SshForm::OpenSshPublic, Some("ssh-ed25519"))),
        (b"PuTTY-User-Key-File-3: ssh-ed25519", ssh_key(SshForm::Putty3, Some("ssh-ed25519"))),
        ("证书在附件里，请查收。".as_bytes(), LooksLike::Text),
        (b"\xd6\xa4\xca\xe9\xd4\xda\xb8\xbd\xbc\xfe", LooksLike::Text),
        (b"BMW is a car", LooksLike::Text),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0", LooksLike::Binary),
        (b"\0\0\0\0", LooksLike::Empty),
    ];
    for (bytes, looks_like) in table {
        let material = read_one(bytes);
        assert_eq!(kinds(&material), [&ProblemKind::Unreadable(looks_like)], "{:?}", String::from_utf8_lossy(bytes));
    }
    // A structure of another world is no format, whatever it is wrapped in.
    let strange = read_one(pem_block("STRANGE THING", &sequence([octets("x")])));
    assert_eq!(kinds(&strange), [&ProblemKind::Unreadable(LooksLike::Text)]);
}

#[test]
fn a_certificate_given_twice_is_one_certificate() {
    let pem = leaf().pem();
    let other = Cert::ca("R").key(Key::P256(1)).self_signed();
    let material = read(&[source(pem.clone()), source(other.der.clone()), source(pem)]);
    assert_eq!(material.certificates.len(), 2);
    let given: Vec<_> = material.given.iter().map(|given| (given.certificate, given.input)).collect();
    assert_eq!(given, [(0, Some(0)), (1, Some(1)), (0, Some(2))]);
    assert_eq!(material.inputs[2].source_index, 2);
}
