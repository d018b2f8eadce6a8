//! Thousands of real and of deliberately odd certificates, read by us and by OpenSSL.
#![allow(clippy::print_stdout, reason = "how much was compared is part of the result")]

mod support;

use base64::Engine;
use certloupe::engine::crypto::{self, Verification};
use certloupe::engine::x509::{Certificate, DateEncoding, ExtensionValue, detail, parse};
use certloupe::report::{Timestamp, field::Field};
use std::collections::{BTreeMap, HashMap};
use std::fs;
use support::openssl::{folder, openssl, openssl_must, shared_data};

/// A certificate file's name with one of its blocks.
type Named = (String, Vec<u8>);

/// The certificates in a PEM file, cut out by hand: the reader under test is another one.
fn blocks(name: &str, text: &str) -> Vec<Named> {
    let decode = |block: &str| {
        let body: String = block.split("-----END").next().unwrap().split_whitespace().collect();
        // One entry of the shared roots says "Dummy Root CA file, replace it": all DER of this size begins with MI.
        let body = Some(body).filter(|body| body.starts_with("MI"))?;
        let der = base64::engine::general_purpose::STANDARD.decode(body);
        Some((name.to_owned(), der.unwrap_or_else(|error| panic!("{name}: {error}"))))
    };
    text.split("-----BEGIN CERTIFICATE-----").skip(1).filter_map(decode).collect()
}

/// zlint's certificates, odd on purpose.
fn odd_ones() -> Vec<Named> {
    let Some(folder) = shared_data("zlint") else { return Vec::new() };
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "pem"));
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        blocks(&path.file_name().unwrap().to_string_lossy(), &String::from_utf8_lossy(&fs::read(path).unwrap()))
    };
    paths.iter().flat_map(read).collect()
}

fn shared(name: &str) -> Vec<Named> {
    shared_data(name).map(|path| blocks(name, &String::from_utf8_lossy(&fs::read(path).unwrap()))).unwrap_or_default()
}

/// Where the shared data is not there: what `openssl` makes on the spot.
fn made_on_the_spot() -> Vec<Named> {
    let keys: [&[&str]; 5] = [
        &["rsa:2048"],
        &["ed25519"],
        &["ed448"],
        &["ec", "-pkeyopt", "ec_paramgen_curve:P-384"],
        &["rsa:1024", "-sigopt", "rsa_padding_mode:pss"],
    ];
    // In the configuration, not as `-addext`: there OpenSSL 3.0 does not find the section of the directory name.
    let settings = "[req]\ndistinguished_name=n\nx509_extensions=x\n[n]\n[d]\nCN=inside\n[x]\nsubjectAltName=DNS:a.example,IP:192.0.2.1,email:a@b.example,URI:http://a.example/,dirName:d,otherName:1.2.3;UTF8:x,RID:1.2.3\n";
    let config = folder("made").join("openssl.cnf");
    fs::write(&config, settings).unwrap();
    let config = config.display().to_string();
    let make = |key: &&[&str]| {
        let arguments = [
            "req",
            "-x509",
            "-config",
            &config,
            "-nodes",
            "-keyout",
            "/dev/null",
            "-subj",
            "/C=CN/O=a+CN=b",
            "-outform",
            "DER",
            "-newkey",
        ];
        ("made".to_owned(), openssl_must(&[&arguments[..], key].concat(), b""))
    };
    keys.iter().map(make).collect()
}

/// Every certificate that we can lay our hands on.
fn everything() -> Vec<Named> {
    let all: Vec<_> = [odd_ones(), shared("intermediates.pem"), shared("roots.pem"), made_on_the_spot()].concat();
    if all.len() < 1000 {
        println!("the shared data is not there: only {} certificates", all.len());
    }
    all
}

#[test]
fn every_certificate_parses() {
    let all = everything();
    let mut malformed = BTreeMap::<String, usize>::new();
    for (name, der) in &all {
        let certificate = parse(der).unwrap_or_else(|error| {
            panic!(
                "{name}: {error:?}, while openssl says {}",
                openssl(&["x509", "-inform", "DER", "-noout"], der).succeeded
            )
        });
        for extension in &certificate.extensions {
            assert_eq!(certificate.bytes(&extension.bytes).first(), Some(&0x30), "{name}: {}", extension.path());
            if let ExtensionValue::Malformed(why) = extension.value {
                let offset = why.offset();
                assert!(
                    extension.bytes.contains(&offset) || offset == extension.bytes.end,
                    "{name}: {}",
                    extension.path()
                );
                *malformed.entry(extension.path()).or_default() += 1;
            }
        }
        assert_fields_hold(name, &certificate);
    }
    println!("{} certificates; malformed extensions: {malformed:?}", all.len());
}

/// Every field of the detail view stands inside the certificate, and parts stand inside wholes.
fn assert_fields_hold(name: &str, certificate: &Certificate) {
    let detail = detail(certificate, 0);
    assert_eq!(pem::parse(&detail.pem).unwrap().contents(), &*certificate.der, "{name}");
    let mut pending: Vec<(&Field, std::ops::Range<u32>)> = Vec::new();
    let whole = 0..u32::try_from(certificate.der.len()).unwrap();
    pending.extend(detail.fields.iter().map(|field| (field, whole.clone())));
    let mut paths = BTreeMap::new();
    while let Some((field, outer)) = pending.pop() {
        let place = field.offset..field.offset + field.length;
        assert!(
            outer.start <= place.start && place.end <= outer.end,
            "{name}: {} at {place:?} in {outer:?}",
            field.path
        );
        *paths.entry(field.path.as_str()).or_insert(0) += 1;
        pending.extend(field.children.iter().map(|child| (child, place.clone())));
    }
    assert!(paths.len() >= 15, "{name}: only {} fields", paths.len());
}

/// What OpenSSL prints about one certificate.
struct Printed {
    serial: String,
    dates: [String; 2],
    fingerprint: String,
    subject: String,
    text: String,
}

impl Printed {
    fn of(der: &[u8]) -> Option<Self> {
        let arguments = ["x509", "-inform", "DER", "-noout", "-serial", "-dates", "-fingerprint", "-sha256", "-text"];
        // RFC 4514, without the escapes for characters above ASCII.
        let names =
            ["-subject", "-nameopt", "esc_2253,utf8,sep_comma_plus,dn_rev,sname,dump_nostr,dump_unknown,dump_der"];
        let arguments = [&arguments[..], &names].concat();
        let run = openssl(&arguments, der);
        let all = run.text();
        let line = |start: &str| Some(all.lines().find_map(|line| line.strip_prefix(start))?.to_owned());
        Some(Self {
            serial: line("serial=")?.to_lowercase(),
            dates: [line("notBefore=")?, line("notAfter=")?],
            fingerprint: line("sha256 Fingerprint=")?.replace(':', "").to_lowercase(),
            subject: line("subject=")?,
            text: all,
        })
        .filter(|_| run.succeeded)
    }

    /// `Public-Key: (2048 bit)`.
    fn key_bits(&self) -> Option<u32> {
        self.text.split_once("Public-Key: (")?.1.split_once(" bit")?.0.parse().ok()
    }

    fn signature(&self) -> &str {
        self.text
            .split_once("Signature Algorithm: ")
            .map(|(_, rest)| rest.lines().next().unwrap().trim())
            .unwrap_or_default()
    }

    /// Lines under `X509v3 extensions:` that are indented by exactly twelve columns. (Values print raw control
    /// characters, so that some lines are not indented at all.)
    fn extensions(&self) -> usize {
        let Some((_, rest)) = self.text.split_once("        X509v3 extensions:\n") else { return 0 };
        let block = rest.rsplit_once("\n    Signature Algorithm: ").map_or(rest, |(block, _)| block);
        block.lines().filter(|line| line.starts_with("            ") && !line[12..].starts_with(' ')).count()
    }

    /// Entries under `X509v3 Subject Alternative Name`.
    fn alternative_names(&self) -> Option<usize> {
        const KINDS: [&str; 9] = [
            "DNS:",
            "IP Address:",
            "email:",
            "URI:",
            "DirName:",
            "othername:",
            "Registered ID:",
            "X400Name:",
            "EdiPartyName:",
        ];
        let (_, rest) = self.text.split_once("X509v3 Subject Alternative Name:")?;
        let names = rest.lines().nth(1)?.trim();
        Some(names.split(", ").filter(|name| KINDS.iter().any(|kind| name.starts_with(kind))).count())
    }
}

/// A date as OpenSSL prints it: `Nov 21 00:00:00 2026 GMT`.
fn printed_date(moment: Timestamp) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (year, month, day) = moment.civil();
    let text = moment.to_string();
    format!("{} {day:>2} {} {year} GMT", MONTHS[usize::from(month) - 1], &text[11..19])
}

/// A serial number as OpenSSL prints it: hex without leading zeros, a minus in front of negative ones.
fn printed_serial(content: &[u8]) -> String {
    let negative = content[0] >= 0x80;
    let mut digits = content.to_vec();
    if negative {
        let mut carry = true;
        for digit in digits.iter_mut().rev() {
            let (sum, over) = (!*digit).overflowing_add(u8::from(carry));
            (*digit, carry) = (sum, over);
        }
    }
    let significant =
        digits.iter().position(|digit| *digit != 0).map_or(&digits[digits.len() - 1..], |first| &digits[first..]);
    let hex: String = significant.iter().map(|digit| format!("{digit:02x}")).collect();
    if negative { format!("-{hex}") } else { hex }
}

/// What OpenSSL calls differently.
fn printed_algorithm(ours: &str) -> &str {
    match ours {
        "Ed25519" => "ED25519",
        "Ed448" => "ED448",
        "dsa-with-sha1" => "dsaWithSHA1",
        "dsa-with-sha256" => "dsa_with_SHA256",
        "sm2sign-with-sm3" => "SM2-with-SM3",
        other => other,
    }
}

/// Where OpenSSL and we differ, and why.
const DIFFERENCES: [(&str, &str, &str); 4] = [
    (
        "SANDNSNameNotFQDN.pem",
        "alternative names",
        "two INTEGERs: OpenSSL gives up the list, we keep two malformed entries",
    ),
    (
        "SANDNSNull.pem",
        "alternative names",
        "OpenSSL prints the control characters inside the names, which breaks its line",
    ),
    (
        "mismatchingSigAlgsBadOID.pem",
        "signature algorithm",
        "OpenSSL prints the inner one first, we name the outer one",
    ),
    ("unknownpublickey.pem", "signature algorithm", "OpenSSL has a prose name for GOST, we use that of RFC 4491"),
];

/// One comparison: certificate, what was compared, ours, theirs.
type Comparison = (String, &'static str, String, String);

fn comparisons(name: &str, der: &[u8]) -> Vec<Comparison> {
    let certificate = parse(der).unwrap();
    let Some(printed) = Printed::of(der) else {
        return vec![(name.to_owned(), "readable", "yes".to_owned(), "no".to_owned())];
    };
    let mut all = Vec::new();
    let mut compare = |what, ours: String, theirs: String| all.push((name.to_owned(), what, ours, theirs));
    let hex: String = certificate.sha256.iter().map(|byte| format!("{byte:02x}")).collect();
    compare("fingerprint", hex, printed.fingerprint.clone());
    compare("serial", printed_serial(&certificate.serial), printed.serial.clone());
    for (moment, theirs) in [&certificate.not_before, &certificate.not_after].into_iter().zip(&printed.dates) {
        if moment.encoding != DateEncoding::Irregular {
            compare("date", printed_date(moment.at), theirs.clone());
        }
    }
    // OpenSSL writes `street` where RFC 4514 §3 says STREET.
    compare("subject", certificate.subject.to_string(), printed.subject.replace("street=", "STREET="));
    let algorithm = &certificate.signature_algorithm;
    compare("signature algorithm", printed_algorithm(&algorithm.name).to_owned(), printed.signature().to_owned());
    if let Some(bits) = printed.key_bits() {
        let ours = certificate.public_key.algorithm.facts().bits;
        compare("key size", format!("{ours:?}"), format!("{:?}", Some(bits)));
    }
    compare("extensions", certificate.extensions.len().to_string(), printed.extensions().to_string());
    if let (Some(ours), Some(theirs)) = (certificate.subject_alternative_names(), printed.alternative_names()) {
        compare("alternative names", ours.len().to_string(), theirs.to_string());
    }
    all
}

#[test]
fn openssl_prints_the_same() {
    // Every second one is enough, but each of which a difference is known.
    let odd = odd_ones().into_iter().enumerate();
    let named = |name: &str| DIFFERENCES.iter().any(|(file, ..)| *file == name);
    let odd = odd.filter(|(index, (name, _))| index % 2 == 0 || named(name)).map(|(_, it)| it);
    let sample: Vec<Named> = odd
        .chain(shared("intermediates.pem").into_iter().step_by(20))
        .chain(shared("roots.pem").into_iter().step_by(20))
        .chain(made_on_the_spot())
        .collect();
    let compare = |part: &[Named]| part.iter().flat_map(|(name, der)| comparisons(name, der)).collect::<Vec<_>>();
    let compared: Vec<Comparison> = std::thread::scope(|scope| {
        let part = sample.len().div_ceil(4);
        let workers: Vec<_> = sample.chunks(part).map(|part| scope.spawn(move || compare(part))).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    let mut counts = BTreeMap::<&str, usize>::new();
    compared.iter().for_each(|(_, what, ..)| *counts.entry(what).or_default() += 1);
    println!("{} certificates: {counts:?}, {} known differences", sample.len(), DIFFERENCES.len());
    let differ = |(name, what, ours, theirs): &Comparison| {
        let known = DIFFERENCES.iter().any(|(file, about, _)| file == name && about == what);
        (known != (ours != theirs)).then(|| format!("{name}: {what}: we say {ours}, OpenSSL {theirs} (known: {known})"))
    };
    let surprises: Vec<_> = compared.iter().filter_map(differ).collect();
    assert!(surprises.is_empty(), "{surprises:#?}");
    assert!(sample.len() >= if shared_data("zlint").is_some() { 350 } else { 5 });
}

/// Certificates whose issuer, by name and key identifier, is at hand too.
#[test]
fn real_signatures_verify() {
    let ders: Vec<Vec<u8>> = [shared("intermediates.pem"), shared("roots.pem"), made_on_the_spot()]
        .concat()
        .into_iter()
        .map(|(_, der)| der)
        .collect();
    let certificates: Vec<Certificate> = ders.iter().map(|der| parse(der).unwrap()).collect();
    let mut by_subject = HashMap::<&[u8], Vec<&Certificate>>::new();
    certificates.iter().for_each(|it| by_subject.entry(&it.subject.raw).or_default().push(it));
    let mut valid = BTreeMap::<&str, usize>::new();
    let mut refused = 0;
    let mut not_checked = BTreeMap::<&str, usize>::new();
    for certificate in &certificates {
        let id = certificate.authority_key_identifier().or(certificate.subject_key_identifier());
        let Some(issuers) = by_subject.get(certificate.issuer.raw.as_slice()) else { continue };
        let Some(issuer) = issuers.iter().find(|issuer| id.is_some() && issuer.subject_key_identifier() == id) else {
            continue;
        };
        let algorithm = certificate.signature_algorithm.name.as_str();
        match verify(certificate, issuer) {
            Verification::Valid => *valid.entry(algorithm).or_default() += 1,
            Verification::NotChecked => *not_checked.entry(algorithm).or_default() += 1,
            Verification::Invalid => {
                refused += 1;
                assert!(!openssl_verifies(certificate, issuer), "{} by {}", certificate.label(), issuer.label());
            }
        }
    }
    println!("valid: {valid:?}\nnot checked: {not_checked:?}\nwrong, as OpenSSL says too: {refused}");
    let total: usize = valid.values().sum();
    assert!(total >= if ders.len() > 1000 { 500 } else { 3 }, "only {total} verified");
    let checkable = [
        "sha256WithRSAEncryption",
        "ecdsa-with-SHA256",
        "ecdsa-with-SHA384",
        "sha1WithRSAEncryption",
        "sha384WithRSAEncryption",
    ];
    assert!(checkable.iter().all(|algorithm| !not_checked.contains_key(algorithm)), "{not_checked:?}");
}

fn verify(certificate: &Certificate, issuer: &Certificate) -> Verification {
    crypto::verify(
        certificate.signature_algorithm.scheme,
        &issuer.public_key,
        issuer.bytes(&issuer.public_key.spki),
        certificate.bytes(&certificate.tbs),
        certificate.bytes(&certificate.signature),
    )
}

/// Whether OpenSSL accepts a signature.
fn openssl_verifies(certificate: &Certificate, issuer: &Certificate) -> bool {
    let folder = folder("verify");
    let path = |name: &str| folder.join(name).display().to_string();
    fs::write(path("issuer.pem"), detail(issuer, 0).pem).unwrap();
    fs::write(path("certificate.pem"), detail(certificate, 0).pem).unwrap();
    let chain = ["-trusted", &path("issuer.pem"), &path("certificate.pem")];
    openssl(&[&["verify", "-no_check_time", "-partial_chain", "-check_ss_sig"], &chain[..]].concat(), b"").succeeded
}
