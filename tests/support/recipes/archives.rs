//! Archives, what is wrong with them, and what the names of files promise.

use super::CaseFile;
use super::issued::{complete, good, intermediate, root};
use crate::support::{
    case_file::Case,
    der::{bits, integer, oid, sequence},
    mint::{Key, Signing, bundle, pem_block},
    pfx::pfx,
    zip::{Entry, LOCKED, Zip, gzip, tar},
};

/// The case files of this family.
pub fn files() -> Vec<CaseFile> {
    vec![
        ("archives", archives()),
        ("damaged", damaged()),
        ("inp007", closed()),
        ("inp008", limits()),
        ("inp010", names()),
    ]
}

fn pem() -> String {
    complete(good())
}

fn key() -> String {
    good().self_signed().key_pem()
}

/// All that a server needs, its certificate in the wrong place.
fn disorder() -> String {
    bundle(&[&intermediate(), &root(), &good().issued_by(&intermediate())])
}

fn usual() -> Zip {
    Zip::default().file("Nginx/fullchain.pem", pem()).file("Nginx/shop.key", key())
}

fn case(name: &str) -> Case {
    Case::empty(name).understood()
}

fn archives() -> Vec<Case> {
    let named = |name: &[u8], flags| Entry { name: name.to_vec(), flags, ..Entry::default() };
    let both = tar(&[("shop/", b""), ("shop/fullchain.pem", pem().as_bytes()), ("shop/shop.key", key().as_bytes())]);
    let unicode = {
        let name = "证书/fullchain.pem";
        let plain = b"\xd6\xa4\xca\xe9/fullchain.pem";
        let mut extra = vec![0x75, 0x70];
        extra.extend((name.len() as u16 + 5).to_le_bytes());
        extra.push(1);
        extra.extend(rawzip::crc32(plain).to_le_bytes());
        extra.extend(name.as_bytes());
        Entry { name: plain.to_vec(), extra, ..Entry::default() }
    };
    vec![
        case("a zip").file("pack.zip", usual().bytes()),
        case("stored")
            .file("pack.zip", Zip::default().stored("fullchain.pem", pem()).stored("shop.key", key()).bytes()),
        case("a zip without a name").file("", usual().bytes()),
        case("a tar").file("pack.tar", &both),
        case("a packed tar").file("pack.tar.gz", gzip(None, &both)),
        case("a packed file").file("fullchain.pem.gz", gzip(None, pem().as_bytes())),
        case("a packed file that tells its name").file("download", gzip(Some("fullchain.pem"), pem().as_bytes())),
        case("a zip in a zip").file("outer.zip", Zip::default().stored("inner.zip", usual().bytes()).bytes()),
        case("what systems leave behind").file(
            "pack.zip",
            usual()
                .file("__MACOSX/Nginx/._fullchain.pem", [0, 5, 22, 7])
                .file("Nginx/.DS_Store", [0, 0, 0, 1])
                .file("Nginx/Thumbs.db", [0xd0, 0xcf])
                .file("desktop.ini", "[.ShellClassInfo]")
                .file("Nginx/notes.txt", "")
                .bytes(),
        ),
        case("names that would like to lead somewhere").file(
            "pack.zip",
            Zip::default()
                .file("../../etc/ssl/fullchain.pem", pem())
                .file("C:\\Windows\\shop.key", key())
                .file("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\ndaemon:x:1:1::/:/bin/false\n")
                .bytes(),
        ),
        case("a name in GBK").file(
            "pack.zip",
            Zip::default().add(named(b"\xd6\xa4\xca\xe9/fullchain.pem", 0), pem().as_bytes()).bytes(),
        ),
        case("names that come twice").file(
            "pack.zip",
            Zip::default()
                .file("shop.crt", good().issued_by(&intermediate()).pem())
                .file("shop.key", key())
                .file("shop.crt", disorder())
                .bytes(),
        ),
        case("names that can only be shown alike").file(
            "pack.zip",
            Zip::default()
                .add(named(b"\xb6\xa9\xb5\xa5.crt", 0), good().issued_by(&intermediate()).pem().as_bytes())
                .file("shop.key", key())
                .add(named(b"\xb9\xba\xc2\xf2.crt", 0), disorder().as_bytes())
                .bytes(),
        ),
        case("a name that a file in an inner archive has, too").file(
            "pack.zip",
            Zip::default()
                .file("in.zip/shop.crt", good().issued_by(&intermediate()).pem())
                .file("shop.key", key())
                .stored("in.zip", Zip::default().file("shop.crt", disorder()).bytes())
                .bytes(),
        ),
        case("a password and a chain of the same name")
            .file("pack.zip", Zip::default().file("pass.txt", "s3cret\n").file("pass.txt", pem() + &key()).bytes()),
        case("a password in a file named in GBK").file(
            "pack.zip",
            Zip::default()
                .file("shop.pfx", pfx("s3cret", &good().issued_by(&intermediate()), &[&intermediate(), &root()]))
                .add(named(b"\xc3\xdc\xc2\xeb.txt", 0), b"s3cret\r\n")
                .bytes(),
        ),
        case("error messages in several files").file(
            "pack.zip",
            Zip::default()
                .file("a.log", "unable to get local issuer certificate\n")
                .file("b.log", "\n\nkey values mismatch\n")
                .file("c.log", "\nunable to get local issuer certificate\n")
                .bytes(),
        ),
        case("nothing but a password").file("pack.zip", Zip::default().file("pass.txt", "s3cret\n").bytes()),
        case("a name in GBK, and in UTF-8 beside it")
            .file("pack.zip", Zip::default().add(unicode, pem().as_bytes()).bytes()),
        case("text that servers refuse, in one of two files").file(
            "pack.zip",
            Zip::default().file("a/fullchain.pem", format!("\u{feff}{}", pem())).file("a/shop.key", key()).bytes(),
        ),
        case("wrong order within a file of an archive").file(
            "pack.zip",
            Zip::default()
                .file("bundle.pem", bundle(&[&intermediate(), &good().issued_by(&intermediate()), &root()]))
                .bytes(),
        ),
        case("wrong order within a file of an archive, repaired").repaired().file(
            "pack.zip",
            Zip::default()
                .file("bundle.pem", bundle(&[&intermediate(), &good().issued_by(&intermediate()), &root()]))
                .bytes(),
        ),
        case("binary, one behind the other, has no order").file(
            "pack.zip",
            Zip::default()
                .file("all.der", [intermediate().der, good().issued_by(&intermediate()).der, root().der].concat())
                .bytes(),
        ),
        case("manuals and pictures beside the files").file(
            "pack.zip",
            usual()
                .file("说明.html", "<!DOCTYPE html>\n<html><body>安装说明</body></html>\n")
                .file("install.pdf", "%PDF-1.7\n")
                .file("logo.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
                .file("order.json", "{\"order\": 1}\n")
                .bytes(),
        ),
        case("a web page that was packed as a certificate").file(
            "pack.zip",
            usual().file("chain.crt", "<!DOCTYPE html>\n<html><body>Please sign in</body></html>\n").bytes(),
        ),
        case("an office document").file(
            "invoice.docx",
            Zip::default()
                .file("[Content_Types].xml", "<?xml version=\"1.0\"?>\n<Types/>\n")
                .file("word/document.xml", "<?xml version=\"1.0\"?>\n<document/>\n")
                .bytes(),
        ),
        case("nothing in it").file("pack.zip", Zip::default().bytes()),
        case("a read-me in it").file("pack.zip", Zip::default().file("readme.txt", "See our web site.\n").bytes()),
    ]
}

fn damaged() -> Vec<Case> {
    let cut = |keep: usize| {
        let mut bytes = usual().bytes();
        bytes.truncate(keep);
        bytes
    };
    let wrong_sum = Entry { name: b"fullchain.pem".to_vec(), crc: Some(7), ..Entry::default() };
    let no_deflate = Entry { name: b"shop.key".to_vec(), ..Entry::default() };
    let mut flipped = Zip::default().add(no_deflate, key().as_bytes()).file("fullchain.pem", pem()).bytes();
    flipped[30 + 8] = 0xff;
    let packed = gzip(None, pem().as_bytes());
    let whole = tar(&[("a.pem", pem().as_bytes()), ("shop.key", key().as_bytes())]);
    vec![
        case("no directory").file("pack.zip", usual().without_directory()),
        case("cut off in the second file").file("pack.zip", cut(usual().without_directory().len() - 60)),
        case("cut off in the first file").file("pack.zip", cut(700)),
        case("only a beginning").file("pack.zip", cut(20)),
        case("another checksum").file("pack.zip", Zip::default().add(wrong_sum, pem().as_bytes()).bytes()),
        case("a file that does not unpack").file("pack.zip", flipped),
        case("a gzip that is cut off").file("fullchain.pem.gz", &packed[..packed.len() - 300]),
        case("a tar that is cut off").file("pack.tar", &whole[..whole.len() - 1300]),
        case("a tar without its end").file("pack.tar", &whole[..whole.len() - 1024]),
        case("whole").file("pack.tar", whole),
    ]
}

fn closed() -> Vec<Case> {
    let locked = |name: &str| Entry { name: name.as_bytes().to_vec(), flags: LOCKED, ..Entry::default() };
    let lzma = Entry { name: b"fullchain.pem".to_vec(), method: Some(14), ..Entry::default() };
    let starts: [(&str, &[u8]); 4] = [
        ("pack.7z", b"7z\xbc\xaf\x27\x1c\0\x04"),
        ("pack.rar", b"Rar!\x1a\x07\x01\0"),
        ("pack.tar.xz", b"\xfd7zXZ\0\0\x04"),
        ("pack.tar.bz2", b"BZh91AY&SY"),
    ];
    let mut cases: Vec<_> = starts.map(|(name, start)| case(name).file(name, [start, &[0; 40]].concat())).into();
    cases.extend([
        case("a locked zip").file(
            "pack.zip",
            Zip::default().add(locked("fullchain.pem"), &[7; 90]).add(locked("shop.key"), &[8; 90]).bytes(),
        ),
        case("a locked file beside an open one")
            .file("pack.zip", Zip::default().add(locked("shop.key"), &[7; 90]).file("fullchain.pem", pem()).bytes()),
        case("another method").file("pack.zip", Zip::default().add(lzma, &[7; 90]).bytes()),
        case("a RAR beside a good chain")
            .file("pack.rar", [&b"Rar!\x1a\x07\0"[..], &[0; 40]].concat())
            .file("fullchain.pem", pem()),
    ]);
    cases
}

fn limits() -> Vec<Case> {
    let inner = Zip::default().stored("innermost.zip", usual().bytes()).bytes();
    vec![
        case("zeros that were packed well").file(
            "pack.zip",
            Zip::default().file("a.pem", pem()).file("b.bin", vec![0; (1 << 20) + 1]).file("c.key", key()).bytes(),
        ),
        case("zeros, gzip").file("zeros.gz", gzip(None, &vec![0; (1 << 20) + 1])),
        case("a zip in a zip in a zip")
            .file("outer.zip", Zip::default().stored("a.zip", inner).file("fullchain.pem", pem()).bytes()),
    ]
}

fn names() -> Vec<Case> {
    let leaf = good().issued_by(&intermediate());
    let one = |name: &str, file: &str, content: &str| Case::empty(name).file(file, content);
    let request = {
        let key = Key::P256(1);
        let info = sequence([integer(0), sequence([]), key.spki(), vec![0xa0, 0]]);
        let signature = bits(key.sign(Signing::Usual, &info));
        pem_block("CERTIFICATE REQUEST", &sequence([info, sequence([oid("1.2.840.10045.4.3.2")]), signature]))
    };
    vec![
        one("a full chain that is none", "fullchain.pem", &leaf.pem()),
        one("a full chain that is none, repaired", "fullchain.pem", &leaf.pem()).repaired(),
        one("a full chain that is none, its issuer elsewhere", "fullchain.pem", &leaf.pem())
            .file("ca.pem", bundle(&[&intermediate(), &root()])),
        one("a full chain", "fullchain.pem", &pem()),
        one("a bundle that is none", "1_shop.example.com_bundle.crt", &leaf.pem()),
        one("a full chain without its first", "fullchain.pem", &intermediate().pem()),
        one("a root that is none", "root_bundle.crt", &intermediate().pem()).file("2_shop.example.com.crt", leaf.pem()),
        one("a root", "root.crt", &root().pem()).file("shop.pem", bundle(&[&leaf, &intermediate()])),
        one("issuers with the certificate", "shop.example.com.ca-bundle", &pem()),
        one("a chain that is the certificate", "chain.pem", &leaf.pem()),
        one("a chain that is a full chain", "chain.pem", &pem()),
        one("a key that is a certificate", "shop.key", &pem()),
        one("a key that is a request", "private.key", &request).file("shop.pem", pem()),
        one("a certificate that is a key", "shop.crt", &key()).file("shop.pem", pem()),
        one("a certificate that is a request", "shop.cer", &request),
        one("a request that is a certificate", "shop.csr", &pem()),
        one("a key in .pem", "shop.pem", &key()).file("shop.crt", pem()),
        one("server.crt promises nothing", "server.crt", &leaf.pem()),
        Case::empty("binary").file("shop.cer", &leaf.der).file("ca.pem", bundle(&[&intermediate(), &root()])),
        Case::empty("binary, by its name")
            .file("shop.der", &leaf.der)
            .file("ca.pem", bundle(&[&intermediate(), &root()])),
    ]
}
