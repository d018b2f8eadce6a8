//! PKCS#7 and CMS: bundles, and messages that are none.

use super::site::*;
use super::support::openssl::openssl_must;
use certloupe::engine::read::{LooksLike, ProblemKind};
use certloupe::report::InputKind;
use std::fs;

fn crl(site: &Site) -> String {
    let database = site.path("index.txt");
    fs::write(&database, "").unwrap();
    let configuration = site.path("ca.cnf");
    let text = format!("[ca]\ndefault_ca=d\n[d]\ndatabase={database}\ndefault_md=sha256\ndefault_crl_days=7\n");
    fs::write(&configuration, text).unwrap();
    let (key, out) = (site.path("ca.key"), site.path("ca.crl"));
    openssl_must(&["ca", "-gencrl", "-config", &configuration, "-keyfile", &key, "-cert", &site.ca, "-out", &out], b"");
    out
}

#[test]
fn bundles_of_certificates() {
    let site = Site::ec("p7b");
    let list = crl(&site);
    let both = ["-certfile", site.certificate.as_str(), "-certfile", site.ca.as_str()];
    for form in ["PEM", "DER"] {
        let bundle = openssl_must(&[&["crl2pkcs7", "-nocrl", "-outform", form][..], &both].concat(), b"");
        let material = read_one("chain.p7b", &bundle, &[]);
        assert_eq!(problems(&material), Vec::<&ProblemKind>::new(), "{form}");
        assert_eq!(kinds(&material), [InputKind::Pkcs7, InputKind::Certificate, InputKind::Certificate], "{form}");
        assert!(material.inputs.iter().all(|input| input.source == "chain.p7b"));
        let with_list = openssl_must(&[&["crl2pkcs7", "-in", &list, "-outform", form][..], &both].concat(), b"");
        assert!(kinds(&read_one("chain.p7b", &with_list, &[])).contains(&InputKind::Crl), "{form}");
    }
    let der = openssl_must(&[&["crl2pkcs7", "-nocrl", "-outform", "DER"][..], &both].concat(), b"");
    for label in ["PKCS7", "CMS", "PKCS #7 SIGNED DATA", "CERTIFICATE"] {
        let material = read_one("a.p7b", crate::support::mint::pem_block(label, &der).as_bytes(), &[]);
        assert_eq!(material.certificates.len(), 2, "{label}");
    }
}

#[test]
fn signed_and_encrypted_messages() {
    let site = Site::ec("cms");
    let sign = ["cms", "-sign", "-signer", &site.certificate, "-inkey", &site.key, "-certfile", &site.ca];
    for options in [&["-outform", "DER", "-nodetach"][..], &["-outform", "PEM"], &["-outform", "SMIME", "-nodetach"]] {
        let message = openssl_must(&[&sign[..], options].concat(), b"hello\n");
        let material = read_one("message", &message, &[]);
        assert_eq!(material.certificates.len(), 2, "{options:?} {:?}", material.problems);
    }
    let bare = openssl_must(&[&sign[..], &["-outform", "DER", "-nocerts", "-nodetach"]].concat(), b"hello\n");
    let signed = ProblemKind::Unreadable(LooksLike::Message("SignedData"));
    // `-certfile` is kept by -nocerts.
    let material = read_one("message", &bare, &[]);
    assert!(material.certificates.len() == 1 || problems(&material) == [&signed]);
    let rsa = Site::fresh("cms-rsa", &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"]);
    let encrypt = ["cms", "-encrypt", "-aes256", "-outform", "DER", &rsa.certificate];
    let material = read_one("message.p7m", &openssl_must(&encrypt, b"hello\n"), &[]);
    assert_eq!(problems(&material), [&ProblemKind::Unreadable(LooksLike::Message("EnvelopedData"))]);
    let secret = ["cms", "-EncryptedData_encrypt", "-aes256", "-secretkey", &"00".repeat(32), "-outform", "DER"];
    let material = read_one("message.p7m", &openssl_must(&secret, b"hello\n"), &[]);
    assert_eq!(problems(&material), [&ProblemKind::Unreadable(LooksLike::Message("EncryptedData"))]);
    // A bundle in a signed message, with the signer's certificate and without; that of the message is another.
    let bundle = openssl_must(&["crl2pkcs7", "-nocrl", "-certfile", &site.ca, "-outform", "DER"], b"");
    let wrap =
        ["cms", "-sign", "-binary", "-signer", &rsa.certificate, "-inkey", &rsa.key, "-outform", "DER", "-nodetach"];
    for (options, count) in [(&[][..], 2), (&["-nocerts"], 1)] {
        let material = read_one("wrapped.p7m", &openssl_must(&[&wrap[..], options].concat(), &bundle), &[]);
        assert_eq!((problems(&material), material.certificates.len()), (vec![], count), "{options:?}");
    }
    // A bundle as the data of another.
    use crate::support::der::*;
    let bundle = openssl_must(&["crl2pkcs7", "-nocrl", "-certfile", &site.ca, "-outform", "DER"], b"");
    let wrapped = sequence([oid("1.2.840.113549.1.7.1"), explicit(0, octets(&bundle))]);
    assert_eq!(read_one("wrapped.p7b", &wrapped, &[]).certificates.len(), 1);
}
