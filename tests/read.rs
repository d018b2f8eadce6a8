//! What people paste, and what we make of it. OpenSSL and nginx say which sloppiness a real server puts up with.

mod support;

use certloupe::engine::read::{LooksLike, Material, ProblemKind, Sloppiness, read};
use certloupe::report::{InputKind, Source};
use std::path::Path;
use std::process::Command;
use support::der::{octets, sequence};
use support::mint::{Cert, Key, Minted, pem_block};
use support::openssl::{folder, openssl, openssl_must};

use Sloppiness::*;

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

/// The sloppiness found, in the order of its list; anything worse ends the test.
fn sloppiness(material: &Material) -> Vec<Sloppiness> {
    let mut found: Vec<_> = material
        .problems
        .iter()
        .map(|problem| if let ProblemKind::Sloppy(what) = problem.kind { what } else { panic!("{problem:?}") })
        .collect();
    found.sort();
    found
}

/// One way of writing certificates down.
struct Form {
    name: &'static str,
    bytes: Vec<u8>,
    /// How many certificates it holds.
    certificates: usize,
    sloppy: &'static [Sloppiness],
    excuse: Excuse,
}

/// Why OpenSSL of today reads what we warn about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Excuse {
    /// It does not.
    None,
    /// Caddy does not read it: `encoding/pem` and `crypto/tls` of Go are stricter.
    Go,
    /// OpenSSL before 1.1.1h did not (openssl/openssl#9187).
    OldOpenssl,
}

fn forms() -> Vec<Form> {
    let pem = leaf().pem();
    let lines: Vec<&str> = pem.lines().collect();
    let (begin, end) = (lines[0], lines[lines.len() - 1]);
    let body = &lines[1..lines.len() - 1];
    let one_line: String = body.concat();
    let each = |change: &dyn Fn(&str) -> String| lines.iter().map(|line| change(line) + "\n").collect::<String>();
    let around = |body: String| format!("{begin}\n{body}\n{end}\n");
    let wide = |unit: fn(u16) -> [u8; 2]| pem.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let width = |width: usize| {
        let padded = one_line.as_bytes().chunks(width).map(|line| std::str::from_utf8(line).unwrap());
        around(padded.collect::<Vec<_>>().join("\n"))
    };
    let mut forms = Vec::new();
    let mut form = |name, bytes: String, sloppy| {
        forms.push(Form { name, bytes: bytes.into_bytes(), certificates: 1, sloppy, excuse: Excuse::None });
    };
    form("plain", pem.clone(), &[]);
    form("CR LF", pem.replace('\n', "\r\n"), &[]);
    form("text around", format!("Here it is:\n\n{pem}\nBest regards\n"), &[]);
    form("bag attributes", format!("Bag Attributes\n    localKeyID: 01\nsubject=CN = a\n{pem}"), &[]);
    form("no newline at the end", pem.trim_end().to_owned(), &[]);
    form("spaces at the ends of lines", each(&|line| format!("{line} \t")), &[]);
    form("indented base64", around(body.iter().map(|line| format!("\t{line}")).collect::<Vec<_>>().join("\n")), &[]);
    form("blank line behind BEGIN", around(format!("\n{}", body.join("\n"))), &[]);
    form("one line of base64", around(one_line.clone()), &[]);
    form("ten columns", width(10), &[]);
    form("77 columns", width(77), &[]);
    form("end of file mark", format!("{pem}\u{1a}"), &[]);
    form("indented", each(&|line| format!("    {line}")), &[Indented]);
    form("YAML", format!("tls.crt: |\n{}", each(&|line| format!("  {line}"))), &[Indented]);
    form(
        "blank line inside",
        around(format!("{}\n\n{}", body[..2].join("\n"), body[2..].join("\n"))),
        &[BlankLineInside],
    );
    form("blank line in front of END", around(format!("{}\n", body.join("\n"))), &[BlankLineInside]);
    form("two blank lines behind BEGIN", around(format!("\n\n{}", body.join("\n"))), &[BlankLineInside]);
    form("lone CR", pem.replace('\n', "\r"), &[LoneCarriageReturn]);
    form("escaped newlines", pem.trim_end().replace('\n', "\\n"), &[EscapedNewlines]);
    form("environment", format!("CERT=\"{}\"", pem.replace('\n', "\\n")), &[EscapedNewlines, Quoted]);
    form(
        "JSON",
        format!("{{\"cert\": \"{}\"}}", pem.replace('\n', "\\n").replace('/', "\\/")),
        &[EscapedNewlines, Quoted],
    );
    form("quotes", format!("\"{}\"\n", pem.trim_end()), &[Quoted]);
    form("mail", each(&|line| format!("> {line}")), &[Quoted]);
    form("source code", each(&|line| format!("  \"{line}\\n\" +")), &[EscapedNewlines, Quoted]);
    form("all on one line", format!("{begin}{one_line}{end}\n"), &[SharedLine]);
    form("all on one line, spaces", format!("{begin} {} {end}\n", body.join(" ")), &[SharedLine]);
    form("text in front of BEGIN", format!("cert: {pem}"), &[SharedLine]);
    form("text behind END", format!("{} (leaf)\n", pem.trim_end()), &[SharedLine]);
    form("long dashes", pem.replace("-----", "——-"), &[MarkerLine]);
    form("en dashes", pem.replace("-----", "–––"), &[MarkerLine]);
    form("minus signs", pem.replace('-', "−"), &[MarkerLine]);
    form("four hyphens", pem.replace("-----", "----"), &[MarkerLine]);
    form("six hyphens", pem.replace("-----", "------"), &[MarkerLine]);
    form(
        "small letters",
        pem.replace("BEGIN CERTIFICATE", "begin certificate").replace("END CERTIFICATE", "end certificate"),
        &[MarkerLine],
    );
    form("no-break space in BEGIN", pem.replace("BEGIN ", "BEGIN\u{a0}"), &[MarkerLine]);
    form(
        "no-break spaces",
        around(body.iter().map(|line| format!("\u{a0}{line}")).collect::<Vec<_>>().join("\n")),
        &[InvisibleCharacter],
    );
    form("zero-width space", around(format!("{}\u{200b}{}", &one_line[..70], &one_line[70..])), &[InvisibleCharacter]);
    form("another label", pem.replace("CERTIFICATE", "CERT"), &[WrongLabel]);
    form("END of something else", pem.replace("END CERTIFICATE", "END PKCS7"), &[WrongLabel]);
    form("base64 alone", body.join("\n"), &[NoMarkers]);
    form("base64 alone on one line", one_line.clone(), &[NoMarkers]);
    form("a field of XML", format!("<X509Certificate>\n{}\n</X509Certificate>", body.join("\n")), &[NoMarkers]);
    form("a field of JSON", format!("{{\"x5c\": [\"{one_line}\"]}}"), &[NoMarkers]);
    form("BEGIN was not copied", format!("{}\n{end}\n", body.join("\n")), &[NoMarkers]);
    let mut also = |name, bytes, certificates, sloppy, excuse| {
        forms.push(Form { name, bytes, certificates, sloppy, excuse });
    };
    also("byte order mark", format!("\u{feff}{pem}").into_bytes(), 1, &[ByteOrderMark], Excuse::Go);
    also("CR CR LF", pem.replace('\n', "\r\r\n").into_bytes(), 1, &[LoneCarriageReturn], Excuse::Go);
    also("X509 CERTIFICATE", pem.replace("CERTIFICATE", "X509 CERTIFICATE").into_bytes(), 1, &[OldLabel], Excuse::Go);
    also(
        "TRUSTED CERTIFICATE",
        pem.replace("CERTIFICATE", "TRUSTED CERTIFICATE").into_bytes(),
        1,
        &[OldLabel],
        Excuse::Go,
    );
    also("two blocks", pem.repeat(2).into_bytes(), 2, &[], Excuse::None);
    also("glued", pem.trim_end().repeat(2).into_bytes(), 2, &[GluedBlocks], Excuse::None);
    also("appended with its mark", format!("{pem}\u{feff}{pem}").into_bytes(), 2, &[ByteOrderMark], Excuse::Go);
    also("UTF-16 LE", [b"\xff\xfe".to_vec(), wide(u16::to_le_bytes)].concat(), 1, &[Utf16], Excuse::None);
    also("UTF-16 BE", [b"\xfe\xff".to_vec(), wide(u16::to_be_bytes)].concat(), 1, &[Utf16], Excuse::None);
    also("UTF-16 without a mark", wide(u16::to_le_bytes), 1, &[Utf16], Excuse::None);
    also("254 columns", width(254).into_bytes(), 1, &[LongLine], Excuse::OldOpenssl);
    forms
}

/// How many certificates OpenSSL finds in a file (`crl2pkcs7` reads them as servers do, one PEM block after the other).
fn openssl_finds(path: &str) -> usize {
    let bundle = openssl(&["crl2pkcs7", "-nocrl", "-certfile", path], b"");
    let printed = openssl(&["pkcs7", "-print_certs", "-noout"], &bundle.stdout);
    printed.text().matches("subject=").count()
}

/// Whether a server starts with `t.pem` and `t.key` of a folder; none where it is not installed.
fn accepts(server: &str, config: &str, arguments: &[&str], folder: &Path) -> Option<bool> {
    let file = folder.join(format!("{server}.conf")).display().to_string();
    std::fs::write(&file, config.replace("FOLDER", &folder.display().to_string())).unwrap();
    let program = [server.to_owned(), format!("/usr/sbin/{server}")];
    program.iter().find_map(|program| {
        let run = Command::new(program).args(arguments).arg(&file).env("HOME", folder).output().ok()?;
        Some(run.status.success())
    })
}

fn nginx_accepts(folder: &Path) -> Option<bool> {
    let config = "pid FOLDER/nginx.pid; error_log stderr; events {} http { access_log off; server { \
        listen 127.0.0.1:18443 ssl; ssl_certificate FOLDER/t.pem; ssl_certificate_key FOLDER/t.key; } }";
    accepts("nginx", config, &["-t", "-e", "stderr", "-c"], folder)
}

fn caddy_accepts(folder: &Path) -> Option<bool> {
    let config = "{\n admin off\n auto_https off\n}\n:18444 {\n tls FOLDER/t.pem FOLDER/t.key\n}\n";
    accepts("caddy", config, &["validate", "--adapter", "caddyfile", "--config"], folder)
}

#[test]
fn what_we_warn_about_is_what_servers_refuse() {
    let folder = folder("sloppy");
    let pem = folder.join("t.pem");
    std::fs::write(folder.join("t.key"), leaf().key_pem()).unwrap();
    let der = leaf().der;
    let (mut by_nginx, mut by_caddy) = (0, 0);
    let forms = forms();
    for form in &forms {
        let name = form.name;
        let material = read_one(form.bytes.clone());
        assert_eq!(sloppiness(&material), form.sloppy, "{name}");
        assert_eq!(material.given.len(), form.certificates, "{name}");
        assert_eq!(&*material.certificates[0].der, der.as_slice(), "{name}");
        assert!(material.problems.iter().all(|problem| problem.line.is_some()), "{name}");

        std::fs::write(&pem, &form.bytes).unwrap();
        let expected = form.sloppy.is_empty() || form.excuse != Excuse::None;
        let found = openssl_finds(&pem.display().to_string());
        assert_eq!(found == form.certificates, expected, "{name}: OpenSSL judges otherwise");
        // Servers overlook a second block that they can not find; OpenSSL's count above does not.
        if form.certificates == 1 {
            by_nginx += nginx_accepts(&folder).map_or(0, |accepted| {
                assert_eq!(accepted, expected, "{name}: nginx judges otherwise");
                1
            });
        }
        if form.sloppy.is_empty() || (form.certificates == 1 && form.excuse == Excuse::Go) {
            by_caddy += caddy_accepts(&folder).map_or(0, |accepted| {
                assert_eq!(accepted, form.sloppy.is_empty(), "{name}: Caddy judges otherwise");
                1
            });
        }
    }
    println!("{} forms: all judged by OpenSSL, {by_nginx} by nginx, {by_caddy} by Caddy", forms.len());
}

#[test]
fn lines_are_counted_where_the_sloppiness_is() {
    let pem = leaf().pem();
    let material = read_one(format!("first\nsecond\n  {pem}"));
    assert_eq!(material.inputs[0].line, Some(3));
    assert_eq!((material.problems[0].line, &material.problems[0].kind), (Some(3), &ProblemKind::Sloppy(Indented)));
    let blank = pem.replacen('\n', "\n\n\n", 1);
    assert_eq!(read_one(blank).problems[0].line, Some(3));
}

#[test]
fn trust_settings_of_openssl_are_cut_off() {
    let pem = leaf().pem();
    let trusted = openssl_must(&["x509", "-trustout", "-addtrust", "serverAuth", "-setalias", "mine"], pem.as_bytes());
    assert!(String::from_utf8_lossy(&trusted).contains("BEGIN TRUSTED CERTIFICATE"));
    let material = read_one(trusted);
    assert_eq!(kinds(&material), [&ProblemKind::Sloppy(OldLabel)]);
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
fn what_comes_later_is_recognised_by_its_content() {
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
    let pkcs12 = openssl_must(&["pkcs12", "-export", "-in", &pem, "-inkey", &key, "-passout", "pass:x"], b"");
    let mut cases: Vec<(InputKind, Vec<u8>)> =
        vec![(InputKind::Crl, crl), (InputKind::Crl, crl_der), (InputKind::Pkcs12, pkcs12)];
    cases.push((InputKind::Ocsp, std::fs::read(path("a.ocsp")).expect("openssl answers")));
    for (kind, arguments) in [
        (InputKind::Csr, vec!["req", "-new", "-key", &key, "-subj", "/CN=a"]),
        (InputKind::Pkcs7, vec!["crl2pkcs7", "-nocrl", "-certfile", &pem]),
        (InputKind::PublicKey, vec!["pkey", "-in", &key, "-pubout"]),
    ] {
        cases.extend(both(&arguments).map(|bytes| (kind, bytes)));
    }
    cases.push((InputKind::Jks, b"\xfe\xed\xfe\xed\0\0\0\x02".to_vec()));
    cases.push((InputKind::Archive, b"PK\x03\x04\x14\0".to_vec()));
    for (kind, bytes) in cases {
        let material = read_one(bytes.clone());
        assert_eq!(kinds(&material), [&ProblemKind::Unreadable(LooksLike::Known(kind))], "{kind:?}");
        assert_eq!(material.inputs[0].kind, kind);
        // Damaged ones are still told apart.
        let cut = read_one(bytes[..bytes.len() * 3 / 4].to_vec());
        assert!(cut.certificates.is_empty() && cut.inputs.len() == 1, "{kind:?} cut");
    }
}

#[test]
fn everything_else_has_a_name() {
    let ssh =
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmU=\n-----END OPENSSH PRIVATE KEY-----\n";
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
        (ssh.as_bytes(), LooksLike::SshKey),
        (b"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 me@host", LooksLike::SshKey),
        (b"PuTTY-User-Key-File-3: ssh-ed25519", LooksLike::SshKey),
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
    assert_eq!(given, [(0, 0), (1, 1), (0, 2)]);
    assert_eq!(material.inputs[2].source_index, 2);
}
