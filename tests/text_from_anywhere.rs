//! Certificates and keys inside whatever people copy them out of: what real programs print, and what they do to text.
//! OpenSSL says whether a real server would read the very bytes.
//!
//! A long file, for it is a list: a line for each place that people copy from.

mod support;

use certloupe::engine::read::{Material, ProblemKind, Sloppiness, read};
use certloupe::report::{InputKind, Source};
use std::io::Write;
use std::process::{Command, Stdio};
use support::mint::{Cert, Key, Minted, pem_block};
use support::openssl::{folder, openssl, openssl_must};

use Sloppiness::*;

fn read_one(bytes: impl Into<Vec<u8>>) -> Material {
    read(&[Source { name: String::new(), bytes: bytes.into() }])
}

fn leaf() -> Minted {
    Cert::server(&["a.example.com", "*.a.example.com"]).key(Key::Rsa2048(1)).self_signed()
}

/// What a program makes of some bytes.
fn run(program: &str, arguments: &[&str], input: impl AsRef<[u8]>) -> Vec<u8> {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    child.stdin.take().unwrap().write_all(input.as_ref()).unwrap();
    child.wait_with_output().unwrap().stdout
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

fn python(program: &str, input: impl AsRef<[u8]>) -> String {
    text(run("/usr/bin/env", &["python3", "-c", &format!("import sys\nx=sys.stdin.buffer.read()\n{program}")], input))
}

/// The sloppiness found, in the order of its list; anything worse ends the test.
fn sloppiness(name: &str, material: &Material) -> Vec<Sloppiness> {
    let sloppy = |kind: &ProblemKind| if let ProblemKind::Sloppy(what) = kind { Some(*what) } else { None };
    let mut found: Vec<_> =
        material.problems.iter().map(|it| sloppy(&it.kind).unwrap_or_else(|| panic!("{name}: {it:?}"))).collect();
    found.sort();
    found
}

/// Reads one form of the certificate, which must be there once, whole, and the only thing.
fn check(name: &str, bytes: impl Into<Vec<u8>>, expected: &[Sloppiness]) {
    let bytes = bytes.into();
    let material = read_one(bytes.clone());
    assert_eq!(sloppiness(name, &material), expected, "{name}: {}", String::from_utf8_lossy(&bytes));
    assert_eq!(material.given.len(), 1, "{name}: {:?}\n{}", material.problems, String::from_utf8_lossy(&bytes));
    assert_eq!(&*material.certificates[0].der, leaf().der.as_slice(), "{name}");
    assert_eq!((material.inputs.len(), material.keys.len()), (1, 0), "{name}: {:?}", material.inputs);
    let refused = !openssl(&["x509", "-noout"], &bytes).succeeded;
    assert_eq!(refused, !expected.is_empty(), "{name}: OpenSSL judges otherwise");
}

/// The lines of the certificate's PEM, changed one by one.
fn each(change: impl Fn(usize, &str) -> String) -> String {
    leaf().pem().lines().enumerate().map(|(index, line)| change(index, line) + "\n").collect()
}

#[test]
fn what_programs_print() {
    let folder = folder("printed");
    let path = |name: &str| folder.join(name).display().to_string();
    let pem = leaf().pem();
    std::fs::write(path("a.pem"), &pem).unwrap();
    std::fs::write(path("a.key"), leaf().key_pem()).unwrap();
    std::fs::write(path("a b-2.pem"), &pem).unwrap();
    let printed = text(openssl_must(&["x509", "-text"], pem.as_bytes()));
    assert!(printed.contains("Public-Key:"));
    check("openssl x509 -text", printed.clone(), &[]);
    check("openssl x509 with facts behind", openssl_must(&["x509", "-serial", "-fingerprint"], pem.as_bytes()), &[]);
    check("openssl x509, facts in front", format!("serial=4A3F\nnotAfter=Nov 21 2027\n{pem}"), &[]);
    let pfx = openssl_must(
        &["pkcs12", "-export", "-in", &path("a.pem"), "-inkey", &path("a.key"), "-passout", "pass:x"],
        b"",
    );
    let bags = openssl_must(&["pkcs12", "-nodes", "-passin", "pass:x"], &pfx);
    let material = read_one(bags.clone());
    assert!(text(bags).starts_with("Bag Attributes"));
    assert_eq!((material.given.len(), material.keys.len(), material.problems.len()), (1, 1, 0));
    // certutil -encode tells what it did on the console.
    let windows = pem.replace('\n', "\r\n");
    check("certutil -encode", format!("Input Length = 756\r\n{windows}CertUtil: -encode command completed.\r\n"), &[]);

    check("cat -n", run("cat", &["-n"], &pem), &[Decorated]);
    check("cat -n from the middle", run("cat", &["-n"], "\n".repeat(97) + &pem), &[Decorated]);
    check("grep -n", run("grep", &["-n", ""], &pem), &[Decorated]);
    check("grep -n -A, with names", run("grep", &["-nH", "-A40", "BEGIN", &path("a b-2.pem")], ""), &[Decorated]);
    check("grep -H", run("grep", &["-H", "", &path("a.pem")], ""), &[Decorated]);
    check("xxd of PEM", run("xxd", &[], &pem), &[Hexadecimal]);
    for (name, program, arguments) in [
        ("xxd", "xxd", &[][..]),
        ("xxd -p", "xxd", &["-p"]),
        ("xxd -i", "xxd", &["-i"]),
        ("xxd -u -c 32", "xxd", &["-u", "-c", "32"]),
        ("xxd -g 1", "xxd", &["-g", "1"]),
        // Without -v a line that repeats is a star; the mint's keys repeat themselves, real ones do not.
        ("hexdump -C", "hexdump", &["-v", "-C"]),
        ("od", "od", &["-An", "-v", "-tx1"]),
        ("od with addresses", "od", &["-Ax", "-v", "-tx1"]),
    ] {
        check(name, run(program, arguments, leaf().der), &[Hexadecimal]);
    }
    check("base64", run("base64", &[], leaf().der), &[NoMarkers]);
    check("base64 -w0", run("base64", &["-w0"], leaf().der), &[NoMarkers]);
    check("base64 of PEM", run("base64", &[], &pem), &[Packed]);
    check("base64 -w0 of PEM", run("base64", &["-w0"], &pem), &[Packed]);
    check("base64 of what -text prints", run("base64", &[], &printed), &[Packed]);
    check("base64 twice", run("base64", &["-w0"], run("base64", &[], &pem)), &[Packed]);
}

#[test]
fn a_diff_shows_what_a_file_is_now() {
    let folder = folder("diff");
    let path = |name: &str| folder.join(name).display().to_string();
    let other = Cert::server(&["b.example.com"]).key(Key::Rsa2048(2)).self_signed().pem();
    std::fs::write(path("old"), format!("# chain\n{other}")).unwrap();
    std::fs::write(path("new"), format!("# chain\n{}", leaf().pem())).unwrap();
    std::fs::write(path("none"), "# chain\n").unwrap();
    check("added", run("diff", &["-u", &path("none"), &path("new")], ""), &[Decorated]);
    check("removed", run("diff", &["-u", &path("new"), &path("none")], ""), &[Decorated]);
    check("replaced", run("diff", &["-u", &path("old"), &path("new")], ""), &[Decorated]);
}

#[test]
fn what_s_client_prints_of_a_whole_chain() {
    let folder = folder("s_client");
    let path = |name: &str| folder.join(name).display().to_string();
    let root = Cert::ca("Text Root").key(Key::P256(90)).self_signed();
    let ca = Cert::ca("Text CA").key(Key::P256(91)).issued_by(&root);
    let leaf = Cert::server(&["localhost"]).key(Key::P256(9)).issued_by(&ca);
    std::fs::write(path("leaf.pem"), leaf.pem()).unwrap();
    std::fs::write(path("leaf.key"), leaf.key_pem()).unwrap();
    std::fs::write(path("chain.pem"), ca.pem()).unwrap();
    let server = |chain: &[&str]| {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let address = format!("127.0.0.1:{port}");
        let key = [path("leaf.pem"), path("leaf.key")];
        let mut server = Command::new("openssl")
            .args(["s_server", "-quiet", "-accept", &address, "-cert", &key[0], "-key", &key[1]])
            .args(chain)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let ready = (0..100).any(|_| {
            std::thread::sleep(std::time::Duration::from_millis(50));
            std::net::TcpStream::connect(&address).is_ok()
        });
        assert!(ready, "s_server does not listen");
        let output = run("openssl", &["s_client", "-showcerts", "-connect", &address], "Q\n");
        server.kill().unwrap();
        server.wait().unwrap();
        output
    };
    let printed = server(&["-cert_chain", &path("chain.pem")]);
    let material = read_one(printed.clone());
    assert_eq!(material.certificates.len(), 2, "{}", String::from_utf8_lossy(&printed));
    // With -showcerts the leaf is printed twice: in the chain, and as the server's certificate by some versions.
    assert!(material.problems.is_empty(), "{:?}", material.problems);
    // The root is not known to this client: that is the one thing it complains about.
    assert!(material.symptoms.iter().all(|symptom| matches!(symptom.id, 50 | 51)), "{:?}", material.symptoms);
    let alone = read_one(server(&[]));
    assert_eq!((alone.certificates.len(), alone.problems.len()), (1, 0));
    let said: Vec<_> = alone.symptoms.iter().map(|symptom| (symptom.id, symptom.quote.as_str())).collect();
    assert_eq!(said, [(50, "unable to verify the first certificate")]);
    assert_eq!(alone.inputs.iter().filter(|input| input.kind == InputKind::ErrorText).count(), 1);
}

#[test]
fn configuration_formats() {
    let (pem, key) = (leaf().pem(), leaf().key_pem());
    let base64 = |text: &str| python("import base64; print(base64.b64encode(x).decode(), end='')", text);
    let (packed, packed_key) = (base64(&pem), base64(&key));
    let indented = |text: &str, by: usize| text.lines().map(|line| " ".repeat(by) + line + "\n").collect::<String>();
    let secret = |first: &str, second: &str| {
        format!(
            "apiVersion: v1\nkind: Secret\ntype: kubernetes.io/tls\ndata:\n  tls.crt: {first}\n  tls.key: {second}\n\
             metadata:\n  name: shop-tls\n"
        )
    };
    let one_line = |text: &str| text.trim_end().replace('\n', "\\n");
    let forms: Vec<(&str, String, &[Sloppiness])> = vec![
        ("Secret", secret(&packed, &packed_key), &[PackedValue]),
        ("Secret, quoted", secret(&format!("\"{packed}\""), &format!("'{packed_key}'")), &[PackedValue]),
        ("Secret, folded", secret(&fold(&packed), &fold(&packed_key)), &[PackedValue]),
        (
            "Secret, stringData",
            secret(&format!("|\n{}", indented(&pem, 4)), &format!("|\n{}", indented(&key, 4))),
            &[Indented],
        ),
        (
            "Secret as JSON",
            format!("{{\"kind\":\"Secret\",\"data\":{{\"tls.crt\":\"{packed}\",\"tls.key\":\"{packed_key}\"}}}}"),
            &[PackedValue],
        ),
        (
            "kubeconfig",
            format!(
                "users:\n- name: me\n  user:\n    client-certificate-data: {packed}\n    client-key-data: {packed_key}\n"
            ),
            &[PackedValue],
        ),
        ("environment, packed", format!("TLS_CRT={packed}\nTLS_KEY={packed_key}\n"), &[PackedValue]),
        (
            "environment, one line",
            format!("TLS_CRT=\"{}\"\nTLS_KEY='{}'\n", one_line(&pem), one_line(&key)),
            &[EscapedNewlines, Quoted],
        ),
        (
            "JSON",
            python(
                "import json; a,b=x.decode().split('@'); print(json.dumps({'cert': a, 'key': b}))",
                format!("{pem}@{key}"),
            ),
            &[EscapedNewlines, Quoted],
        ),
        (
            "JSON in JSON",
            python(
                "import json; a,b=x.decode().split('@'); print(json.dumps({'body': json.dumps({'cert': a, 'key': b})}))",
                format!("{pem}@{key}"),
            ),
            &[EscapedNewlines, Quoted],
        ),
        ("nginx with blocks inside", format!("server {{\n  listen 443 ssl;\n}}\n# cert:\n{pem}# key:\n{key}"), &[]),
        ("markdown", format!("Here it is:\n```pem\n{pem}{key}```\n"), &[]),
        (
            "commented out",
            [&pem, &key].map(|it| it.lines().map(|line| format!("# {line}\n")).collect::<String>()).concat(),
            &[Decorated],
        ),
    ];
    for (name, text, expected) in forms {
        let material = read_one(text.clone());
        assert_eq!(sloppiness(name, &material), expected, "{name}\n{text}");
        assert_eq!((material.given.len(), material.keys.len()), (1, 1), "{name}\n{text}");
        assert!(material.keys[0].public_key.is_some(), "{name}: the key is not whole");
        assert_eq!(&*material.certificates[0].der, leaf().der.as_slice(), "{name}");
        let lines: Vec<_> = material.inputs.iter().map(|input| input.line.unwrap()).collect();
        assert!(lines.is_sorted() && lines[1] as usize <= text.lines().count(), "{name}: {lines:?}");
        let refused = !openssl(&["x509", "-noout"], text.as_bytes()).succeeded;
        assert_eq!(refused, !expected.is_empty(), "{name}: OpenSSL judges otherwise");
        assert!(!format!("{material:?}").contains(&key.lines().nth(2).unwrap()[..40]), "{name} prints a key");
    }
    // The cluster's own judge, where it is here: what it decodes is what we read.
    let config = format!("data:\n  ca.crt: |\n{}", indented(&pem, 4));
    check("ConfigMap", format!("kind: ConfigMap\n{config}"), &[Indented]);
}

/// A YAML block scalar of 64 columns.
fn fold(packed: &str) -> String {
    let lines = packed.as_bytes().chunks(64).map(|line| format!("    {}\n", String::from_utf8_lossy(line)));
    format!("|\n{}", lines.collect::<String>().trim_end())
}

#[test]
fn what_tables_terminals_and_source_code_do() {
    let pem = leaf().pem();
    let lines = "import json; print(json.dumps({'cert': x.decode().split('\\n')[:-1]}";
    check("an array of lines", python(&format!("{lines}, indent=2))"), &pem), &[Quoted]);
    check("an array on one line", python(&format!("{lines}))"), &pem), &[Quoted]);
    check("a dense array", python(&format!("{lines}, separators=(',', ':')))"), &pem), &[Quoted]);
    check("a JSON string of that", python(&format!("{lines}).replace('\"', '\\\\\"'))"), &pem), &[EscapedNewlines]);
    let joined = |quote: &str, sign: &str| {
        let line = |line: &str| format!("{quote}{line}{quote} {sign} \"\\n\"");
        format!("$cert = {};\n", pem.lines().map(line).collect::<Vec<_>>().join(&format!(" {sign}\n  ")))
    };
    check("PHP", joined("'", "."), &[EscapedNewlines, Quoted]);
    check("JavaScript", joined("\"", "+"), &[EscapedNewlines, Quoted]);

    for dash in ['—', '–', '─', '―', '‐', '－'] {
        check("five of another dash", pem.replace("-----", &String::from(dash).repeat(5)), &[MarkerLine]);
        check("two of another dash", pem.replace("-----", &String::from(dash).repeat(2)), &[MarkerLine]);
    }
    let glued = format!("{0}{0}", pem.trim_end()).replace("-----", "—————");
    let material = read_one(glued);
    assert_eq!((material.given.len(), sloppiness("glued", &material)), (2, vec![GluedBlocks, MarkerLine]));

    let coloured = |pattern: &str| run("grep", &["--color=always", pattern], &pem);
    check("grep --color", coloured(""), &[]);
    check("grep --color, every line", coloured("..*"), &[TerminalColours]);
    check("grep --color, the markers", run("grep", &["--color=always", "-A40", "-e-----.*"], &pem), &[TerminalColours]);
    // No marker is left of BEGIN; the base64 is there all the same.
    check("grep --color, a word", run("grep", &["--color=always", "-A40", "BEGIN"], &pem), &[NoMarkers]);
    check("grep --color -n", run("grep", &["--color=always", "-n", ""], &pem), &[Decorated]);

    check("a table of Markdown", format!("| cert |\n|---|\n{}", each(|_, line| format!("| {line} |"))), &[Decorated]);
    check("a table of mysql", each(|_, line| format!("| {line:<64} |")), &[Decorated]);
    check("a table in a box", each(|_, line| format!("│ {line:<64} │")), &[Decorated]);
    let last = pem.lines().count() - 1;
    let psql = each(|index, line| format!(" {line}{}", if index < last { "+" } else { "" }));
    check("psql", format!(" cert\n------\n{psql}(1 row)\n"), &[Decorated]);
    check("psql, with a border", each(|_, line| format!("| {line:<64}+|")), &[Decorated]);

    check("a zero-width space in front", format!("\u{200b}{pem}"), &[InvisibleCharacter]);
    check("a continuation behind each line", each(|_, line| format!("{line}\\")), &[SharedLine, Quoted]);
}

#[test]
fn what_chats_mails_and_pages_do() {
    let pem = leaf().pem();
    check("quoted", each(|_, line| format!("> {line}")), &[Quoted]);
    check("quoted twice", each(|_, line| format!(">> {line}")), &[Quoted]);
    check("quoted with bars", each(|_, line| format!("| {line}")), &[Decorated]);
    check("boxed", each(|_, line| format!("│ {line}")), &[Decorated]);
    check("numbers with bars", each(|index, line| format!("{:>3} | {line}", index + 7)), &[Decorated]);
    check("numbers without anything", each(|index, line| format!("{}{line}", index + 7)), &[Decorated]);
    check("numbers with dots", each(|index, line| format!("{}. {line}", index + 1)), &[Decorated]);
    check("a log", each(|index, line| format!("2026-11-21T10:00:{index:02}Z app[7]: {line}")), &[Decorated]);
    check("a comment of C", each(|_, line| format!(" * {line}")), &[Decorated]);
    check("curved quotes", format!("“{}”\n", pem.trim_end()), &[Quoted]);
    check("full-width dashes", pem.replace('-', "－"), &[MarkerLine]);
    let wide = |text: &str| {
        let widen = |it: char| if it.is_ascii_graphic() { char::from_u32(it as u32 + 0xfee0).unwrap() } else { it };
        text.chars().map(widen).collect::<String>()
    };
    check("full-width all over", wide(&pem).replace(' ', "\u{3000}"), &[FullWidth]);
    check("full-width signs", pem.replace('+', "＋").replace('/', "／").replace('=', "＝"), &[FullWidth]);
    let escape =
        "import html; print(html.escape(x.decode()).replace('-','&#45;').replace('+','&#43;').replace('\\n','&#10;'))";
    check("references", python(escape, &pem), &[Html]);
    check("references twice", python(escape, python(escape, &pem)), &[Html]);
    check("line breaks of HTML", pem.replace('\n', "<br>"), &[Html]);
    check("line breaks of HTML, both", pem.replace('\n', "<br />\n"), &[Html]);
    check(
        "no-break spaces",
        pem.replace("BEGIN ", "BEGIN&nbsp;").replace("END ", "END&nbsp;").replace('\n', "<br>"),
        &[Html],
    );
    check("an escaped page", format!("&lt;pre&gt;{}&lt;/pre&gt;", pem.replace('\n', "&lt;br&gt;")), &[Html]);
    check("paragraphs", each(|_, line| format!("<p><span style=\"x\">{line}</span></p>")), &[Html]);
    check("a page with the block in it", format!("<html><pre>\n{pem}</pre></html>"), &[]);
    check("percent", python("import urllib.parse as u; print(u.quote(x.decode()))", &pem), &[PercentEncoded]);
    check(
        "percent, all",
        python("import urllib.parse as u; print(u.quote(x.decode(), safe=''))", &pem),
        &[PercentEncoded],
    );
    check(
        "a form",
        python("import urllib.parse as u; print('cert='+u.quote_plus(x.decode()))", &pem),
        &[PercentEncoded],
    );
    check(
        "percent twice",
        python("import urllib.parse as u; print(u.quote(u.quote(x.decode())))", &pem),
        &[PercentEncoded],
    );
    let alone = pem.lines().filter(|line| !line.starts_with('-')).collect::<String>();
    check(
        "percent, base64 alone",
        python("import urllib.parse as u; print(u.quote_plus(x.decode()))", &alone),
        &[PercentEncoded],
    );
    check(
        "quoted-printable",
        python("import quopri; sys.stdout.write(quopri.encodestring(x).decode())", &pem),
        &[QuotedPrintable],
    );
}

#[test]
fn base64_and_digits_without_armour() {
    let (pem, der) = (leaf().pem(), leaf().der);
    let alone = |text: &str| text.lines().filter(|line| !line.starts_with('-')).collect::<Vec<_>>().join("\n");
    check("wrapped", alone(&pem), &[NoMarkers]);
    check(
        "narrow",
        python("import textwrap; print(textwrap.fill(x.decode().replace('\\n',''), 20))", alone(&pem)),
        &[NoMarkers],
    );
    check(
        "URL-safe",
        python("import base64; print(base64.urlsafe_b64encode(x).decode())", &der),
        &[NoMarkers, UrlSafe],
    );
    check("URL-safe in PEM", pem_block("CERTIFICATE", &der).replace('+', "-").replace('/', "_"), &[UrlSafe]);
    check("in a sentence", format!("My certificate is {} and it fails", alone(&pem).replace('\n', "")), &[NoMarkers]);
    check(
        "x5c with escapes",
        format!("{{\"x5c\":[\"{}\"]}}", alone(&pem).replace('\n', "").replace('/', "\\/")),
        &[EscapedNewlines],
    );
    let hex = python("print(x.hex())", &der);
    let pairs = |sign: &str| python(&format!("print({sign:?}.join('%02x' % b for b in x))"), &der);
    check("hex", hex.clone(), &[Hexadecimal]);
    check("hex, large", hex.to_uppercase(), &[Hexadecimal]);
    check("hex of a database", format!("\\x{hex}"), &[Hexadecimal]);
    check("hex of MySQL", format!("0x{hex}"), &[Hexadecimal]);
    check("hex with colons", pairs(":"), &[Hexadecimal]);
    check("hex with blanks", pairs(" "), &[Hexadecimal]);
    check("hex of C", format!("unsigned char der[] = {{ 0x{} }};", pairs(", 0x")), &[Hexadecimal]);
    check("hex in a string", format!("b'\\x{}'", pairs("\\x").trim_end()), &[Hexadecimal]);
    let certutil = "for i in range(0, len(x), 16):\n p=x[i:i+16].hex(' ')\n g=''.join(chr(b) if 32<=b<127 else '.' for b in x[i:i+16])\n \
                    print('%04x\\t%s  %s   %s' % (i, p[:23], p[24:], g))";
    check("certutil -encodehex", python(certutil, &der), &[Hexadecimal]);
    check(
        "Format-Hex",
        python(&format!("print('   00 01 02 03\\n')\n{}", certutil.replace("%04x", "%08X")), &der),
        &[Hexadecimal],
    );
    // Every key of ours, in every form.
    for key in [Key::P256(9), Key::P521(1), Key::Rsa2048(1), Key::Ed25519(1)] {
        let der = key.pkcs8();
        let forms = [
            run("base64", &[], &der),
            run("base64", &["-w0"], &der),
            run("xxd", &[], &der),
            run("xxd", &["-p"], &der),
            run("base64", &["-w0"], pem_block("PRIVATE KEY", &der)),
        ];
        for form in forms {
            let material = read_one(form.clone());
            assert_eq!(material.keys.len(), 1, "{}", text(form));
            assert!(material.keys[0].public_key.is_some());
        }
    }
}
