use super::CaseFile;
use super::issued::{complete, good, intermediate, root};
use crate::support::{
    case_file::Case,
    der::{explicit, integer, octets, oid, sequence, set},
    locked,
    mint::{Key, Minted, bundle, pem_block},
    pfx,
};
use certloupe::engine::budget::LIMITS;
use sha1::Digest;

/// The password that fits.
const RIGHT: &str = "changeit";

/// The case files of this family.
pub fn files() -> Vec<CaseFile> {
    vec![("pfx", pfx()), ("jks", jks()), ("p7b", p7b()), ("limits", limits())]
}

fn leaf() -> Minted {
    good().key(Key::P256(1)).issued_by(&intermediate())
}

fn key() -> Vec<u8> {
    Key::P256(1).pkcs8()
}

/// The server certificate with its issuers and its key, as a CA packs them for IIS.
fn pfx_file(password: &str) -> Vec<u8> {
    locked::pfx(&key(), &[&leaf().der, &intermediate().der, &root().der], password)
}

/// The same without encryption: the password only makes its check value.
fn open_pfx(password: &str) -> Vec<u8> {
    pfx::pfx(password, &leaf(), &[&intermediate(), &root()])
}

/// Containers with nothing in them.
pub fn empty_containers() -> Vec<Case> {
    let store = [&0xfeed_feed_u32.to_be_bytes()[..], &2_u32.to_be_bytes(), &[0; 4]].concat();
    let seal = sha1::Sha1::digest([&[0, b'x'], b"Mighty Aphrodite".as_slice(), &store].concat());
    vec![
        Case::empty("a PFX with nothing in it").file("shop.pfx", locked::pfx_around(&sequence([]), "")),
        Case::empty("a PFX with nothing in it, and a wrong password")
            .file("shop.pfx", locked::pfx_around(&sequence([]), RIGHT))
            .password("wrong"),
        Case::empty("a key store with nothing in it").file("shop.jks", [&store[..], &seal].concat()),
    ]
}

/// The same for Tomcat.
fn jks_file(store: &str, key_password: &str) -> Vec<u8> {
    let chain = [&leaf().der[..], &intermediate().der, &root().der];
    locked::jks(&key(), &chain, &[], store, key_password)
}

fn locked_key(key: Key) -> String {
    pem_block("ENCRYPTED PRIVATE KEY", &locked::pkcs8(&key.pkcs8(), RIGHT, 10))
}

/// INP006: what is locked, and what was tried.
pub fn passwords() -> Vec<Case> {
    let chain = || Case::new("", complete(good().key(Key::P256(1))));
    let named = |name: &str, case: Case| Case { name: name.to_owned(), ..case };
    let locked_key = locked_key(Key::P256(1));
    vec![
        named("a locked key beside its certificate", chain().file("server.key", &locked_key)),
        named("with the right password", chain().file("server.key", &locked_key).password("wrong").password(RIGHT)),
        named("with a wrong one", chain().file("server.key", &locked_key).password("Changeit")),
        named(
            "with a password file",
            chain().file("a/server.key", &locked_key).file("a/key-password.txt", format!("\u{feff}{RIGHT}\r\n")),
        ),
        named(
            "with the password file of something else",
            chain().file("a/server.key", &locked_key).file("a/key-password.txt", "another\n"),
        ),
        Case::empty("a locked key alone").file("server.key", &locked_key),
        Case::empty("a locked PFX alone").file("shop.pfx", pfx_file(RIGHT)),
        Case::empty("a locked PFX and a wrong password").file("shop.pfx", pfx_file(RIGHT)).password("wrong"),
        Case::empty("a JKS without its password").file("shop.jks", jks_file(RIGHT, RIGHT)),
        Case::empty("locked with RC4")
            .file("server.key", pem_block("ENCRYPTED PRIVATE KEY", &locked::pkcs8_in("1.2.840.113549.1.12.1.1"))),
        Case::empty("a PFX that is not encrypted, without its password").file("shop.pfx", open_pfx(RIGHT)),
        Case::empty("a PFX that is not encrypted, and a wrong password")
            .file("shop.pfx", open_pfx(RIGHT))
            .password("wrong"),
        Case::empty("a PFX that is not encrypted, and another’s password file")
            .file("IIS/shop.pfx", open_pfx(RIGHT))
            .file("IIS/keystorePass.txt", "another\n"),
        Case::empty("a PFX that is not encrypted, and its password").file("shop.pfx", open_pfx(RIGHT)).password(RIGHT),
        named("an open key", chain().file("server.key", good().self_signed().key_pem())),
    ]
}

/// KEY004: locked keys, open and shut.
pub fn encrypted_keys() -> Vec<Case> {
    let legacy = locked::legacy("EC PRIVATE KEY", &key(), RIGHT);
    let chain = || complete(good().key(Key::P256(1)));
    vec![
        Case::new("PKCS#8, locked", chain() + &locked_key(Key::P256(1))),
        Case::new("PKCS#8, opened", chain() + &locked_key(Key::P256(1))).password(RIGHT),
        Case::new("PKCS#8, opened, of another certificate", chain() + &locked_key(Key::P256(2))).password(RIGHT),
        Case::new("OpenSSL’s old way, locked", chain()).file("server.key", &legacy),
        Case::new("OpenSSL’s old way, opened", chain()).file("server.key", &legacy).password(RIGHT),
        Case::empty("in a PFX, whose readers take the password").file("shop.pfx", pfx_file(RIGHT)).password(RIGHT),
    ]
}

fn pfx() -> Vec<Case> {
    let mut cut = pfx_file(RIGHT);
    cut.truncate(cut.len() / 2);
    let safe = locked::safe(&key(), &[&leaf().der, &intermediate().der, &root().der], RIGHT);
    vec![
        Case::empty("opened").file("shop.pfx", pfx_file(RIGHT)).password(RIGHT),
        Case::empty("with its password file")
            .file("IIS/shop.pfx", pfx_file(RIGHT))
            .file("IIS/keystorePass.txt", format!("{RIGHT}\n")),
        Case::empty("with the empty password").file("shop.pfx", pfx_file("")),
        Case::empty("with a Chinese password").file("shop.pfx", pfx_file("密码")).password("密码"),
        Case::empty("cut in the middle").file("shop.pfx", cut).password(RIGHT),
        Case::empty("whose check value is made with another password")
            .file("shop.pfx", locked::pfx_around(&safe, "another"))
            .password(RIGHT),
        Case::empty("the key of another certificate beside it")
            .file("shop.pfx", pfx_file(RIGHT))
            .file("server.key", good().key(Key::P256(2)).self_signed().key_pem())
            .password(RIGHT),
    ]
}

fn jks() -> Vec<Case> {
    let mut cut = jks_file(RIGHT, RIGHT);
    cut.truncate(cut.len() - 300);
    vec![
        Case::empty("opened").file("shop.jks", jks_file(RIGHT, RIGHT)).password(RIGHT),
        Case::empty("with its password file")
            .file("Tomcat/shop.jks", jks_file(RIGHT, RIGHT))
            .file("Tomcat/keystorePass.txt", format!("{RIGHT}\r\n")),
        Case::empty("whose key has a password of its own").file("shop.jks", jks_file(RIGHT, "another")).password(RIGHT),
        Case::empty("cut near its end").file("shop.jks", cut).password(RIGHT),
        Case::empty("with a secret key").file("shop.jceks", secret_key()),
    ]
}

/// JCEKS with one secret key: Java's serialised object, of which only the beginning counts here.
fn secret_key() -> Vec<u8> {
    let mut store = 0xcece_cece_u32.to_be_bytes().to_vec();
    store.extend(2_u32.to_be_bytes());
    store.extend(1_u32.to_be_bytes());
    store.extend(3_u32.to_be_bytes());
    store.extend([0, 3]);
    store.extend(b"aes");
    store.extend([0; 8]);
    store.extend([0xac, 0xed, 0, 5]);
    store.extend([7; 60]);
    store
}

/// SignedData around certificates.
fn bundle_of(certificates: &[&Minted]) -> Vec<u8> {
    let content = sequence([oid("1.2.840.113549.1.7.1")]);
    let inside: Vec<u8> = certificates.iter().flat_map(|certificate| certificate.der.clone()).collect();
    let data = sequence([integer(1), set([]), content, explicit(0, inside), set([])]);
    sequence([oid("1.2.840.113549.1.7.2"), explicit(0, data)])
}

/// A signed message whose content is a bundle.
fn signed(bundle: &[u8], certificates: &[&Minted]) -> Vec<u8> {
    let content = sequence([oid("1.2.840.113549.1.7.1"), explicit(0, octets(bundle))]);
    let inside: Vec<u8> = certificates.iter().flat_map(|certificate| certificate.der.clone()).collect();
    let data = sequence([integer(1), set([]), content, explicit(0, inside), set([])]);
    sequence([oid("1.2.840.113549.1.7.2"), explicit(0, data)])
}

fn p7b() -> Vec<Case> {
    let whole = bundle_of(&[&leaf(), &intermediate(), &root()]);
    let envelope = sequence([oid("1.2.840.113549.1.7.3"), explicit(0, sequence([integer(0), octets([7; 64])]))]);
    vec![
        Case::empty("in binary").file("shop.p7b", &whole),
        Case::new("as PEM", pem_block("PKCS7", &whole)),
        Case::empty("cut in the last certificate").file("shop.p7b", &whole[..whole.len() - 100]),
        Case::empty("the issuers only, beside the certificate")
            .file("shop.crt", leaf().pem())
            .file("issuers.p7b", bundle_of(&[&intermediate(), &root()])),
        Case::empty("in a signed message, beside its signer").file("signed.p7m", signed(&whole, &[&root()])),
        Case::empty("in a signed message without its signer").file("signed.p7m", signed(&whole, &[])),
        Case::empty("without certificates").file("empty.p7b", bundle_of(&[])),
        Case::empty("an encrypted message").file("smime.p7m", &envelope),
        Case::empty("an encrypted message beside a good chain")
            .file("smime.p7m", &envelope)
            .file("chain.pem", bundle(&[&leaf(), &intermediate(), &root()])),
    ]
}

/// A PFX with two keys, each of which asks for too many rounds.
fn costly_pfx() -> Vec<u8> {
    let bag = |rounds| {
        let key = locked::pkcs8_asking(&key(), RIGHT, rounds);
        sequence([oid("1.2.840.113549.1.12.10.1.2"), explicit(0, key)])
    };
    let keys = sequence([bag(1_000_000_000), bag(2_000_000_000)]);
    locked::pfx_around(&sequence([sequence([oid("1.2.840.113549.1.7.1"), explicit(0, octets(keys))])]), RIGHT)
}

fn limits() -> Vec<Case> {
    let key_file = |der: &[u8]| pem_block("ENCRYPTED PRIVATE KEY", der);
    vec![
        Case::empty("a thousand million rounds")
            .file("server.key", key_file(&locked::pkcs8_asking(&key(), RIGHT, 1_000_000_000)))
            .password(RIGHT),
        Case::empty("as many rounds as there may be, when some were spent")
            .file("a.key", key_file(&locked::pkcs8(&key(), RIGHT, 10)))
            .file("b.key", key_file(&locked::pkcs8_asking(&key(), RIGHT, LIMITS.key_rounds)))
            .password(RIGHT),
        Case::empty("two parts of one file, each too much").file("shop.pfx", costly_pfx()).password(RIGHT),
        Case::empty("a gigabyte of memory")
            .file("server.key", key_file(&locked::scrypt_asking(1 << 20, 8, 1)))
            .password(RIGHT),
    ]
}
