use super::CaseFile;
use super::issued::{complete, good, intermediate, root, with_intermediate};
use crate::support::{
    case_file::Case,
    der::{integer, oid, sequence},
    mint::{Key, bundle, pem_block},
};

/// The case files of this family.
pub fn files() -> Vec<CaseFile> {
    vec![
        ("inp001", nothing()),
        ("inp002", damaged_blocks()),
        ("inp003", broken_structures()),
        ("inp004", repeated()),
        ("inp006", super::containers::passwords()),
        ("inp007", something_else()),
        ("inp009", keys()),
        ("inp011", sloppy()),
    ]
}

fn pem() -> String {
    complete(good())
}

/// Bytes that look like nothing, the same every time.
fn noise(length: u32) -> Vec<u8> {
    (0..length).map(|number| (number.wrapping_mul(2_654_435_761) >> 13) as u8).collect()
}

fn nothing() -> Vec<Case> {
    let parameters = pem_block("EC PARAMETERS", &oid("1.2.840.10045.3.1.7"));
    let mut cases = vec![
        Case::empty("no source at all"),
        Case::new("empty", ""),
        Case::new("blank lines", "\n \n\n"),
        Case::new("prose", "Dear customer, your certificate is ready.\n"),
        Case::empty("random bytes").file("cert.crt", noise(700)),
        Case::empty("an empty file beside a good one").file("empty.key", "").file("fullchain.pem", pem()),
        Case::new("parameters without their key", &parameters),
        Case::new("parameters in front of a key", parameters + &pem_block("PRIVATE KEY", &Key::P256(1).pkcs8())),
    ];
    cases.extend(super::containers::empty_containers());
    cases
}

/// The server certificate's block changed, the others as they are.
fn changed(name: &str, change: impl Fn(&str) -> String) -> Case {
    let leaf = good().issued_by(&intermediate());
    Case::new(name, change(&leaf.pem()) + &bundle(&[&intermediate(), &root()]))
}

fn damaged_blocks() -> Vec<Case> {
    let lines = |text: &str, keep: usize| text.lines().take(keep).map(|line| format!("{line}\n")).collect::<String>();
    vec![
        changed("a star inside", |block| block.replacen("MII", "M*I", 1)),
        changed("no END line", |block| block.replace("-----END CERTIFICATE-----\n", "")),
        Case::new("cut off in the middle, beside a good one", pem() + &lines(&good().self_signed().pem(), 5)),
        changed("the last lines are missing", |block| lines(block, 6) + "-----END CERTIFICATE-----\n"),
        Case::empty("a good file beside a damaged one")
            .file("good.pem", pem())
            .file("bad.pem", "-----BEGIN CERTIFICATE-----\nMIIB€\n-----END CERTIFICATE-----\n"),
        Case::new("as it should be", pem()),
    ]
}

fn broken_structures() -> Vec<Case> {
    let not_a_certificate = sequence([integer(1), integer(2)]);
    let mut der = good().issued_by(&intermediate()).der;
    let length = der.len();
    der[13] ^= 0x40; // the tag of the serial number
    vec![
        Case::new("a sequence of numbers", pem_block("CERTIFICATE", &not_a_certificate)),
        Case::empty("one octet turned, DER").file("cert.der", der),
        Case::empty("DER as it should be").file("cert.der", good().issued_by(&intermediate()).der),
        Case::new(
            "half of the DER",
            pem_block("CERTIFICATE", &good().issued_by(&intermediate()).der[..length / 2]) + &with_intermediate(good()),
        ),
        Case::new("a key that is none", pem() + &pem_block("PRIVATE KEY", &sequence([integer(0)]))),
    ]
}

fn repeated() -> Vec<Case> {
    let leaf = good().issued_by(&intermediate());
    vec![
        Case::new("the server certificate twice", bundle(&[&leaf, &leaf, &intermediate(), &root()])),
        Case::new("the server certificate twice, repaired", bundle(&[&leaf, &leaf, &intermediate(), &root()]))
            .repaired(),
        Case::empty("in two files").file("cert.pem", leaf.pem()).file("fullchain.pem", pem()),
    ]
}

fn something_else() -> Vec<Case> {
    let html = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>Please sign in</body></html>\n";
    let png = [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &[0; 32]].concat();
    let ssh = pem_block("OPENSSH PRIVATE KEY", &[&b"openssh-key-v1\0"[..], &[7; 48]].concat());
    let zip = [&b"PK\x03\x04\x14\0\0\0\x08\0"[..], &[0; 40]].concat();
    vec![
        Case::empty("a web page named .crt").file("shop.crt", html),
        Case::empty("a web page beside a good chain").file("shop.crt", html).file("chain.pem", pem()),
        Case::empty("JSON").file("cert.json", "{\"error\": \"not found\", \"code\": 404}\n"),
        Case::empty("a screenshot").file("cert.png", &png),
        Case::empty("a screenshot beside a good chain").file("cert.png", &png).file("chain.pem", pem()),
        Case::empty("an SSH key").file("id_ed25519", ssh),
        Case::empty("a PDF").file("invoice.pdf", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"),
        Case::empty("a zip").file("shop.zip", &zip),
        Case::empty("random bytes beside a good chain").file("noise.bin", noise(700)).file("chain.pem", pem()),
        Case::empty("a read-me beside a good chain")
            .file("readme.txt", "Install with nginx.\n")
            .file("chain.pem", pem()),
    ]
}

fn keys() -> Vec<Case> {
    let key = good().self_signed().key_pem();
    vec![Case::new("with a key", pem() + &key), Case::new("without a key", pem())]
}

fn sloppy() -> Vec<Case> {
    let utf16: Vec<u8> = std::iter::once(0xfeff).chain(pem().encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let indented: String = pem().lines().map(|line| format!("    {line}\n")).collect();
    let long: String = {
        let text = good().issued_by(&intermediate()).pem();
        let body: String = text.lines().filter(|line| !line.starts_with('-')).collect();
        let lines: String =
            body.as_bytes().chunks(254).map(|line| format!("{}\n", String::from_utf8_lossy(line))).collect();
        format!("-----BEGIN CERTIFICATE-----\n{lines}-----END CERTIFICATE-----\n")
    };
    let rest = bundle(&[&intermediate(), &root()]);
    let rsa = pem_block("RSA PRIVATE KEY", &Key::Rsa2048(1).pkcs8());
    let block = good().issued_by(&intermediate()).pem();
    vec![
        Case::new("a byte order mark", format!("\u{feff}{}", pem())),
        Case::new("CRLF is fine", pem().replace('\n', "\r\n")),
        Case::new("text around the blocks is fine", format!("subject=CN = shop\n\n{}\nthe end\n", pem())),
        Case::new(
            "glued blocks",
            pem().replace("-----END CERTIFICATE-----\n-----BEGIN", "-----END CERTIFICATE----------BEGIN"),
        ),
        Case::new(
            "glued blocks, repaired",
            pem().replace("-----END CERTIFICATE-----\n-----BEGIN", "-----END CERTIFICATE----------BEGIN"),
        )
        .repaired(),
        changed("a blank line inside", |block| {
            block.replacen("\nMII", "\n\nMII", 1).replacen("=\n", "=\n\n", 1).replace("\n-----END", "\n\n-----END")
        }),
        changed("blank lines between all lines", |block| block.replace('\n', "\n\n")),
        Case::new("indented, as in YAML", indented),
        Case::new("lines of 254 characters", long + &rest),
        changed("an old label", |block| block.replace(" CERTIFICATE", " X509 CERTIFICATE")),
        Case::empty("a wrong label").file("", complete(good().key(Key::Rsa2048(1)))).file("server.key", rsa),
        Case::empty("UTF-16").file("chain.pem", utf16),
        Case::new("line breaks as in JSON", pem().trim_end().replace('\n', "\\n")),
        Case::empty("carriage returns alone").file("chain.pem", pem().replace('\n', "\r")),
        changed("long dashes from a chat program", |block| block.replace("-----", "—————")),
        changed("all on one line", |block| block.replace('\n', " ") + "\n"),
        changed("quoted as in a mail", |block| block.lines().map(|line| format!("> {line}\n")).collect()),
        changed("a zero-width space inside", |block| block.replacen("MII", "MI\u{200b}I", 1)),
        Case::new(
            "base64 alone",
            block.lines().filter(|line| !line.starts_with('-')).map(|line| format!("{line}\n")).collect::<String>(),
        ),
    ]
}
