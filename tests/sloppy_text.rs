//! PEM as people paste it: what we read, and what we warn about. OpenSSL, nginx and Caddy say what a real server
//! puts up with.
#![allow(clippy::print_stdout, reason = "how much was compared is part of the result")]

mod support;

use certloupe::engine::read::{Material, ProblemKind, Sloppiness, read};
use certloupe::report::Source;
use std::path::Path;
use std::process::Command;
use support::mint::{Cert, Key, Minted};
use support::openssl::{folder, openssl};

use Sloppiness::*;

fn read_one(bytes: impl Into<Vec<u8>>) -> Material {
    read(&[Source { name: String::new(), bytes: bytes.into() }])
}

fn leaf() -> Minted {
    Cert::server(&["a.example.com"]).key(Key::P256(9)).self_signed()
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
