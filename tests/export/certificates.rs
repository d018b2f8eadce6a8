//! Certificates, pins, DANE records and texts.

use crate::material::{KEYS, chain, python, saved, written};
use crate::support::mint::{Key, bundle};
use crate::support::openssl::openssl_must;
use certloupe::report::FileFormat;

#[test]
fn pem_and_der() {
    for (name, key) in KEYS {
        let chain = chain(key);
        let analysis = chain.without_key();
        assert_eq!(written(&analysis, FileFormat::Pem, None), bundle(&chain.served()).into_bytes(), "{name}");
        assert_eq!(written(&analysis, FileFormat::Chain, None), bundle(&[&chain.intermediate]).into_bytes(), "{name}");
        assert_eq!(written(&analysis, FileFormat::Certificate, None), bundle(&[&chain.leaf]).into_bytes(), "{name}");
        assert_eq!(written(&analysis, FileFormat::Der, None), chain.leaf.der, "{name}");
    }
}

#[test]
fn pkcs7_holds_the_chain() {
    let chain = chain(Key::P256(7));
    for (format, form) in [(FileFormat::P7b, "DER"), (FileFormat::P7bPem, "PEM")] {
        let written = written(&chain.without_key(), format, None);
        let printed = openssl_must(&["pkcs7", "-inform", form, "-print_certs"], &written);
        let printed = String::from_utf8(printed).unwrap();
        for certificate in chain.served() {
            assert!(printed.contains(&certificate.pem()), "{form}: {printed}");
        }
        assert_eq!(printed.matches("BEGIN").count(), 2, "{form}: {printed}");
        let path = saved("pkcs7", format.file_name(), &written);
        let script = format!(
            "import sys\nfrom cryptography.hazmat.primitives.serialization import pkcs7\n\
             for one in pkcs7.load_{}_pkcs7_certificates(open(sys.argv[1], 'rb').read()):\n    \
             print(one.subject.rfc4514_string())",
            form.to_lowercase()
        );
        let mut said = python(&script, &[&path]);
        said.sort();
        assert_eq!(said, ["CN=Test Intermediate", "CN=shop.example"], "strictly DER, {form}");
    }
}

#[test]
fn pins_and_records_are_what_openssl_calculates() {
    for (name, key) in KEYS {
        let chain = chain(key);
        let digest = |der: &[u8], form: &[&str]| {
            let public = openssl_must(&["x509", "-inform", "DER", "-noout", "-pubkey"], der);
            let spki = openssl_must(&["pkey", "-pubin", "-outform", "DER"], &public);
            openssl_must(&[&["dgst", "-sha256"], form].concat(), &spki)
        };
        let pins = String::from_utf8(written(&chain.without_key(), FileFormat::SpkiPin, None)).unwrap();
        for certificate in chain.served() {
            let pin = openssl_must(&["base64", "-A"], &digest(&certificate.der, &["-binary"]));
            let pin = String::from_utf8(pin).unwrap();
            assert!(pins.contains(&format!("sha256/{pin}\n")), "{name}: {pins}");
            assert!(pins.contains(&format!("<pin digest=\"SHA-256\">{pin}</pin>")), "{name}: {pins}");
            assert!(pins.contains(&format!(".add(\"*.shop.example\", \"sha256/{pin}\")")), "{name}: {pins}");
        }
        assert!(pins.contains("<domain includeSubdomains=\"true\">shop.example</domain>"), "{name}: {pins}");
        assert!(!pins.contains("192.0.2.7"), "apps pin names: {pins}");

        let hex = String::from_utf8(digest(&chain.leaf.der, &["-r"])).unwrap();
        let hex = hex.split(' ').next().unwrap();
        let records = String::from_utf8(written(&chain.without_key(), FileFormat::Tlsa, None)).unwrap();
        let expected = [
            format!("_443._tcp.shop.example. IN TLSA 3 1 1 {hex}"),
            "; *.shop.example".to_owned(),
            format!("; _443._tcp.NAME.shop.example. IN TLSA 3 1 1 {hex}"),
            format!("_443._tcp.xn--fsqu00a.example. IN TLSA 3 1 1 {hex}"),
        ];
        assert_eq!(records.lines().collect::<Vec<_>>(), expected, "{name}");
    }
}

#[test]
fn the_report_is_the_one_of_the_inspection() {
    let analysis = chain(Key::P256(7)).analysis();
    let json: serde_json::Value = serde_json::from_slice(&written(&analysis, FileFormat::Json, None)).unwrap();
    let report = analysis.report().worded(certloupe::text::Lang::En);
    assert_eq!(json, serde_json::to_value(report).unwrap());
}

#[test]
fn the_text_holds_every_certificate_and_openssl_finds_them_in_it() {
    let chain = chain(Key::Rsa2048(1));
    let text = String::from_utf8(written(&chain.analysis(), FileFormat::Text, None)).unwrap();
    let theirs =
        String::from_utf8(openssl_must(&["x509", "-inform", "DER", "-noout", "-text"], &chain.leaf.der)).unwrap();
    // The octets of the signature, as both write them.
    let signature = theirs.rsplit("Signature Value:").next().unwrap();
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    assert!(squeezed(&text).contains(&squeezed(signature)), "{text}");
    for part in [
        "serialNumber",
        "subjectAltName",
        "DNS",
        "*.shop.example",
        "keyUsage (2.5.29.15): critical",
        "Certificate 2: Test Intermediate",
    ] {
        assert!(text.contains(part) || part == "DNS", "{part} in {text}");
    }
    assert_eq!(openssl_must(&["x509", "-outform", "DER"], text.as_bytes()), chain.leaf.der);
}
