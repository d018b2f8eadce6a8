//! Text from anywhere: what chats, mails, pages, clusters and terminals do to certificates, what is taken for one, and
//! error messages.

use super::CaseFile;
use super::issued::{complete, good, intermediate, root};
use crate::support::{
    case_file::Case,
    mint::{Key, bundle, pem_block},
};
use base64::{Engine, engine::general_purpose::STANDARD};

/// The case files of this family.
pub fn files() -> Vec<CaseFile> {
    vec![
        ("wrapped_text", wrapped()),
        ("configurations", configurations()),
        ("ssh_keys", ssh_keys()),
        ("taken_for_one", taken_for_one()),
        ("inp012", errors()),
    ]
}

fn pem() -> String {
    complete(good())
}

fn key() -> String {
    good().self_signed().key_pem()
}

/// The server certificate's block changed, the others as they are.
fn changed(name: &str, change: impl Fn(&str) -> String) -> Case {
    Case::new(name, change(&good().issued_by(&intermediate()).pem()) + &bundle(&[&intermediate(), &root()]))
}

/// Every line changed; the number counts from 1.
fn each(text: &str, change: impl Fn(usize, &str) -> String) -> String {
    (1..).zip(text.lines()).map(|(number, line)| change(number, line) + "\n").collect()
}

fn hex(bytes: &[u8], between: &str) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(between)
}

/// The dump of `hexdump -C`.
fn dump(bytes: &[u8]) -> String {
    let line = |(number, line): (usize, &[u8])| {
        let shown: String = line.iter().map(|it| if it.is_ascii_graphic() { char::from(*it) } else { '.' }).collect();
        format!("{:08x}  {}  |{shown}|\n", number * 16, hex(line, " "))
    };
    bytes.chunks(16).enumerate().map(line).collect()
}

fn wrapped() -> Vec<Case> {
    let der = good().issued_by(&intermediate()).der;
    let above = bundle(&[&intermediate(), &root()]);
    let escaped = |text: &str| text.replace('-', "&#45;").replace('+', "&#43;").replace('\n', "&#10;");
    let percent = |text: &str| text.replace('+', "%2B").replace('/', "%2F").replace(' ', "%20").replace('\n', "%0A");
    let url_safe = STANDARD.encode(&der).replace('+', "-").replace('/', "_");
    let wide = |text: &str| {
        let widen = |it: char| if it.is_ascii_graphic() { char::from_u32(it as u32 + 0xfee0).unwrap() } else { it };
        text.chars().map(widen).collect::<String>()
    };
    vec![
        Case::new("line numbers", each(&pem(), |number, line| format!("{number:>6}\t{line}"))),
        Case::new("line numbers, repaired", each(&pem(), |number, line| format!("{number:>6}\t{line}"))).repaired(),
        Case::new("as grep prints it", each(&pem(), |number, line| format!("chain.pem:{number}:{line}"))),
        Case::new("added in a diff", each(&pem(), |_, line| format!("+{line}"))),
        Case::new("removed in a diff", each(&pem(), |_, line| format!("-{line}"))),
        Case::new("commented out", each(&(pem() + &key()), |_, line| format!("# {line}"))),
        Case::new("quoted with bars", each(&pem(), |_, line| format!("| {line}"))),
        Case::new("a table", each(&pem(), |_, line| format!("| {line:<64} |"))),
        Case::new("an array of lines", each(&pem(), |_, line| format!("\"{line}\","))),
        Case::new("colours of a terminal", each(&pem(), |_, line| format!("\x1b[32m{line}\x1b[0m"))),
        changed("line breaks of HTML", |block| block.replace('\n', "<br>\n")),
        Case::new("the source of a page", escaped(&pem()) + "\n"),
        Case::new("an escaped page", format!("&lt;pre&gt;{}&lt;/pre&gt;\n", pem().replace('\n', "&lt;br&gt;"))),
        Case::new("percent signs", percent(&pem()) + "\n"),
        Case::new("a form", format!("cert={}\n", percent(&pem()).replace("%20", "+"))),
        changed("the source of a mail", |block| block.replace('=', "=3D").replacen("MII", "M=\nII", 1)),
        changed("rich text", |block| block.replace('\n', "\\par\n")),
        Case::new("full-width letters", wide(&pem())),
        changed("full-width signs", |block| block.replace('+', "＋").replace('/', "／").replace('=', "＝")),
        changed("curved quotes", |block| format!("“{}”\n", block.trim_end())),
        Case::empty("the base64 of URLs").file("x5c.txt", url_safe + "\n").file("chain.pem", &above),
        Case::empty("hexadecimal digits").file("der.txt", hex(&der, "") + "\n").file("chain.pem", &above),
        Case::empty("with colons").file("der.txt", hex(&der, ":") + "\n").file("chain.pem", &above),
        Case::empty("an array of C")
            .file("der.h", format!("const unsigned char der[] = {{\n 0x{}\n}};\n", hex(&der, ", 0x")))
            .file("chain.pem", &above),
        Case::empty("a dump").file("dump.txt", dump(&der)).file("chain.pem", &above),
        Case::new("base64 of PEM", STANDARD.encode(pem()) + "\n"),
        Case::new("base64 of a key alone", STANDARD.encode(Key::Ed25519(1).pkcs8()) + "\n"),
    ]
}

fn configurations() -> Vec<Case> {
    let (first, second) = (STANDARD.encode(pem()), STANDARD.encode(key()));
    let indented = |text: &str| each(text, |_, line| format!("    {line}"));
    let secret = format!(
        "apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop-tls\ntype: kubernetes.io/tls\ndata:\n  tls.crt: {first}\n  \
         tls.key: {second}\n"
    );
    let nginx = "# a self signed certificate: certificate has expired\nserver {\n  listen 443 ssl;\n  server_name shop.example.com;\n  \
                 ssl_certificate /etc/nginx/ssl/shop.crt; # leaf and chain\n  ssl_certificate_key \"/etc/nginx/ssl/shop.key\";\n  \
                 ssl_protocols TLSv1.2 TLSv1.3;\n}\n";
    let apache = "<VirtualHost *:443>\n  SSLEngine on\n  SSLCertificateFile conf/shop.crt\n  SSLCertificateKeyFile conf/shop.key\n\
                  </VirtualHost>\n";
    let tomcat = "<?xml version=\"1.0\"?>\n<Server><Connector port=\"8443\"><SSLHostConfig>\n<Certificate \
                  certificateKeystoreFile=\"conf/shop.jks\"/></SSLHostConfig></Connector></Server>\n";
    let kubeconfig = format!(
        "apiVersion: v1\nkind: Config\nusers:\n- name: me\n  user:\n    client-certificate-data: {first}\n    \
         client-key-data: {second}\n"
    );
    vec![
        Case::new("a Secret", &secret),
        Case::new("a Secret, repaired", &secret).repaired(),
        Case::new("a Secret as JSON", format!("{{\"data\":{{\"tls.crt\":\"{first}\",\"tls.key\":\"{second}\"}}}}\n")),
        Case::new(
            "a Secret in plain text",
            format!("stringData:\n  tls.crt: |\n{}  tls.key: |\n{}", indented(&pem()), indented(&key())),
        ),
        Case::new("a ConfigMap", format!("kind: ConfigMap\ndata:\n  ca.crt: |\n{}", indented(&pem()))),
        Case::new("a kubeconfig", kubeconfig),
        Case::new("variables", format!("TLS_CRT={first}\nTLS_KEY={second}\n")),
        Case::new("variables with line breaks", format!("TLS_CRT=\"{}\"\n", pem().trim_end().replace('\n', "\\n"))),
        Case::new("nginx", nginx),
        Case::new("nginx with blocks inside", format!("{nginx}\n{}", pem())),
        Case::empty("nginx beside its files").file("nginx.conf", nginx).file("shop.crt", pem()),
        Case::new("Apache", apache),
        Case::new("Tomcat", tomcat),
    ]
}

/// OpenSSH's own form (PROTOCOL.key): the cipher's name, then what the reader looks for; no secret is in it.
fn open_ssh(cipher: &str) -> String {
    let string = |bytes: &[u8]| [&(bytes.len() as u32).to_be_bytes()[..], bytes].concat();
    let public = [string(b"ssh-ed25519"), string(&[7; 32])].concat();
    let head = [string(cipher.as_bytes()), string(b"none"), string(b""), 1_u32.to_be_bytes().to_vec()].concat();
    pem_block("OPENSSH PRIVATE KEY", &[&b"openssh-key-v1\0"[..], &head, &string(&public), &string(&[7; 64])].concat())
}

fn ssh_keys() -> Vec<Case> {
    let public = STANDARD.encode([&[0, 0, 0, 11][..], b"ssh-ed25519", &[0, 0, 0, 32], &[7; 32]].concat());
    let putty = |version: u8, encryption: &str| {
        format!(
            "PuTTY-User-Key-File-{version}: ssh-ed25519\r\nEncryption: {encryption}\r\nComment: me\r\nPublic-Lines: 2\r\n\
             {public}\r\nPrivate-Lines: 1\r\nBwcHBwcH\r\n"
        )
    };
    vec![
        Case::empty("OpenSSH").file("id_ed25519", open_ssh("none")),
        Case::empty("OpenSSH, locked").file("id_ed25519", open_ssh("aes256-ctr")),
        Case::empty("OpenSSH, public").file("id_ed25519.pub", format!("ssh-ed25519 {public} me@host\n")),
        Case::empty("SSH2, public").file(
            "key.pub",
            format!("---- BEGIN SSH2 PUBLIC KEY ----\nComment: \"me\"\n{public}\n---- END SSH2 PUBLIC KEY ----\n"),
        ),
        Case::empty("PuTTY 2").file("key.ppk", putty(2, "none")),
        Case::empty("PuTTY 3, locked").file("key.ppk", putty(3, "aes256-cbc")),
        Case::empty("OpenSSH beside a good chain").file("id_ed25519", open_ssh("none")).file("chain.pem", pem()),
    ]
}

fn taken_for_one() -> Vec<Case> {
    let pgp = "-----BEGIN PGP MESSAGE-----\nVersion: GnuPG v2\n\nhQEMA1N1MAAAAAAAAQf/Zm9v\n=aBcD\n-----END PGP MESSAGE-----\n";
    let mangled = String::from_utf8_lossy(&good().self_signed().der).into_owned();
    let lfs = format!("version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 1704\n", "7".repeat(64));
    let printed =
        "Certificate:\n    Data:\n        Version: 3 (0x2)\n        Serial Number: 30:82:01:0a:02:82:01:01:00\n";
    vec![
        Case::empty("PGP").file("cert.asc", pgp),
        Case::empty("a formatted document")
            .file("cert.cer", "{\\rtf1\\ansi\\pard Please find the certificate attached.\\par}\n"),
        Case::empty("a certificate in a formatted document")
            .file("cert.cer", format!("{{\\rtf1\\ansi\\pard\n{}}}\n", pem().replace('\n', "\\par\n"))),
        Case::new("DER that went through an editor", mangled),
        Case::empty("a pointer of Git LFS").file("shop.pem", lfs),
        Case::new("printed", printed),
        Case::new("printed, with the certificate", format!("{printed}{}", pem())),
    ]
}

fn errors() -> Vec<Case> {
    let phone = "request:fail errcode:-202 cronet_error_code:-202 error_msg:net::ERR_CERT_AUTHORITY_INVALID\n";
    let nginx = "nginx: [emerg] SSL_CTX_use_PrivateKey(\"/etc/nginx/a.key\") failed (SSL: error:05800074:x509 certificate \
                 routines::key values mismatch)\n";
    vec![
        Case::new("from a phone", phone),
        Case::new("from nginx", nginx),
        Case::new(
            "from Java",
            "javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path\n",
        ),
        Case::new("from a mini-program, with full-width signs", "报错：errno：600001，证书验证失败\n"),
        Case::new("from iOS", "NSURLErrorDomain Code=-1202 \"(null)\" UserInfo={_kCFStreamErrorCodeKey=-9813}\n"),
        Case::new(
            "a reason behind what stands before every reason",
            "certificate verify failed: certificate has expired\n",
        ),
        Case::new("a timeout", "request:fail timeout\n"),
        Case::new("stapling", "nginx: [warn] \"ssl_stapling\" ignored, no OCSP responder URL in the certificate\n"),
        Case::new(
            "of another host",
            format!("https://api.example.net/v1 -200:net::ERR_CERT_COMMON_NAME_INVALID\n{}", pem()),
        ),
        Case::new("beside the certificate", format!("It says:\n{phone}\nThis is it:\n{}", pem())),
        Case::new("about the platform's list", "errno:600002 request:fail url not in domain list\n"),
        Case::new("beside files that are right", "nginx: key values mismatch\n")
            .file("chain.pem", pem())
            .file("a.key", key()),
        Case::new("none that we know", "It does not work, please help\n"),
    ]
}
