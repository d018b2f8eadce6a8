//! Revocation lists and OCSP responses that `openssl` writes, with every key that it has. OpenSSL is the judge.
#![allow(clippy::print_stdout, reason = "how much was compared is part of the result")]

mod support;

use certloupe::engine::{budget::LIMITS, inspect};
use certloupe::report::{
    Code, InputKind, Options, Report, RevocationKind, RevocationReason, RevocationState, SignatureState, Source,
    Timestamp,
};
use std::path::PathBuf;
use std::time::Duration;
use support::cpu::Stopwatch;
use support::mint::{Cert, Key};
use support::objects::{Answer, Crl, Ocsp};
use support::openssl::{folder, openssl, openssl_must};

fn look_at(now: Timestamp, files: &[(&str, &[u8])]) -> Report {
    let source = |(name, bytes): &(&str, &[u8])| Source { name: (*name).to_owned(), bytes: bytes.to_vec() };
    inspect(&files.iter().map(source).collect::<Vec<_>>(), &Options::at(now)).0
}

/// What openssl writes is of today, whenever that is.
#[allow(clippy::disallowed_methods, reason = "openssl writes the clock's dates, so the judge reads it too")]
fn today() -> Timestamp {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    Timestamp::from_unix(i64::try_from(seconds).unwrap() + 60)
}

/// What `openssl genpkey` is told for each kind of key, the hash to sign with, and whether we can check its signature.
const ALGORITHMS: [(&str, &[&str], &str, bool); 9] = [
    ("rsa", &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"], "sha256", true),
    ("p256", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"], "sha256", true),
    ("p384", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"], "sha384", true),
    ("secp256k1", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"], "sha256", true),
    ("brainpool256", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:brainpoolP256r1"], "sha256", true),
    ("brainpool512", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:brainpoolP512r1"], "sha512", false),
    ("ed25519", &["-algorithm", "ED25519"], "default", true),
    ("ed448", &["-algorithm", "ED448"], "default", true),
    ("sm2", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:SM2"], "sm3", true),
];

/// A CA of openssl's in a folder of its own: three server certificates, of which the second is revoked and the third on
/// hold.
struct Authority {
    folder: PathBuf,
    hash: &'static str,
}

impl Authority {
    fn new(name: &str, options: &[&str], hash: &'static str) -> Self {
        let it = Self { folder: folder(&format!("revocation-{name}")), hash };
        let key = openssl_must(&[&["genpkey"], options].concat(), b"");
        it.write("ca.key", &key);
        let (path, digest) = (|file: &str| it.path(file), it.digest());
        let digest: Vec<&str> = digest.iter().map(String::as_str).collect();
        let own = [
            "req",
            "-x509",
            "-key",
            &path("ca.key"),
            "-subj",
            "/CN=Openssl CA",
            "-days",
            "30",
            "-out",
            &path("ca.pem"),
        ];
        openssl_must(&[&own[..], &digest].concat(), b"");
        for serial in ["1", "2", "3"] {
            it.issue(serial, &format!("/CN=a{serial}.example.com"), "basicConstraints=CA:FALSE");
        }
        it.issue("9", "/CN=Responder", "extendedKeyUsage=OCSPSigning");
        it.write(
            "index.txt",
            b"V\t351121000000Z\t\t01\tunknown\t/CN=a1.example.com\n\
            R\t351121000000Z\t261101123456Z,keyCompromise\t02\tunknown\t/CN=a2.example.com\n\
            R\t351121000000Z\t261102123456Z,certificateHold\t03\tunknown\t/CN=a3.example.com\n",
        );
        it.write("index.txt.attr", b"unique_subject = no\n");
        it.write("crlnumber", b"1A\n");
        let config = format!(
            "[ca]\ndefault_ca=x\n[x]\ndatabase={0}/index.txt\ncrlnumber={0}/crlnumber\ndefault_md={1}\n\
             default_crl_days=7\ncrl_extensions=e\n[e]\nauthorityKeyIdentifier=keyid\n",
            it.folder.display(),
            hash
        );
        it.write("ca.cnf", config.as_bytes());
        it
    }

    fn path(&self, file: &str) -> String {
        self.folder.join(file).display().to_string()
    }

    fn write(&self, file: &str, bytes: &[u8]) {
        std::fs::write(self.folder.join(file), bytes).unwrap();
    }

    fn read(&self, file: &str) -> Vec<u8> {
        std::fs::read(self.folder.join(file)).unwrap()
    }

    fn digest(&self) -> Vec<String> {
        if self.hash == "default" { Vec::new() } else { vec![format!("-{}", self.hash)] }
    }

    fn issue(&self, serial: &str, subject: &str, extension: &str) {
        let key = openssl_must(&["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"], b"");
        self.write(&format!("{serial}.key"), &key);
        let request =
            openssl_must(&["req", "-new", "-key", &self.path(&format!("{serial}.key")), "-subj", subject], b"");
        self.write("ext.cnf", format!("{extension}\n").as_bytes());
        let (ca, key, ext, out) =
            (self.path("ca.pem"), self.path("ca.key"), self.path("ext.cnf"), self.path(&format!("{serial}.pem")));
        let base = [
            "x509",
            "-req",
            "-CA",
            &ca,
            "-CAkey",
            &key,
            "-set_serial",
            serial,
            "-extfile",
            &ext,
            "-days",
            "20",
            "-out",
            &out,
        ];
        let digest = self.digest();
        openssl_must(&[&base[..], &digest.iter().map(String::as_str).collect::<Vec<_>>()].concat(), &request);
    }

    /// The list as DER.
    fn list(&self) -> Vec<u8> {
        let base = ["ca", "-gencrl", "-config", &self.path("ca.cnf"), "-cert", &self.path("ca.pem"), "-keyfile"];
        let pem = openssl_must(&[&base[..], &[&self.path("ca.key")]].concat(), b"");
        openssl_must(&["crl", "-outform", "DER"], &pem)
    }

    /// A response about one certificate as DER; `more` says who signs.
    fn response(&self, serial: &str, more: &[&str]) -> Vec<u8> {
        let (index, ca, out) = (self.path("index.txt"), self.path("ca.pem"), self.path("response.der"));
        let certificate = self.path(&format!("{serial}.pem"));
        let base = ["ocsp", "-index", &index, "-CA", &ca, "-ndays", "7", "-no_nonce", "-respout", &out, "-issuer", &ca];
        let about = ["-cert", &certificate];
        // The hash of the certificate's name stands in front of the certificate.
        let (front, rest): (Vec<&str>, Vec<&str>) = more.iter().partition(|option| **option == "-sha256");
        openssl_must(&[&base[..], &front, &about, &rest].concat(), b"");
        self.read("response.der")
    }

    /// What is shown beside a list or a response.
    fn files<'a>(
        &self,
        held: &'a mut Vec<Vec<u8>>,
        serial: &str,
        name: &'a str,
        data: &'a [u8],
    ) -> Vec<(&'a str, &'a [u8])> {
        held.extend([self.read(&format!("{serial}.pem")), self.read("ca.pem")]);
        vec![("a.pem", &held[0]), ("ca.pem", &held[1]), (name, data)]
    }
}

#[test]
fn lists_of_every_algorithm() {
    let reasons = [None, Some(RevocationReason::KeyCompromise), Some(RevocationReason::CertificateHold)];
    for (name, options, hash, checked) in ALGORITHMS {
        let ca = Authority::new(name, options, hash);
        let list = ca.list();
        let judge = openssl(&["crl", "-inform", "DER", "-noout", "-CAfile", &ca.path("ca.pem")], &list);
        assert!(judge.succeeded && judge.stderr.contains("verify OK"), "{name}: {}", judge.stderr);
        for (serial, reason) in ["1", "2", "3"].into_iter().zip(reasons) {
            let mut held = Vec::new();
            let report = look_at(today(), &ca.files(&mut held, serial, "ca.crl", &list));
            let [data] = report.revocation.as_slice() else { panic!("{name}: {:?}", report.findings) };
            let signature = if checked { SignatureState::Valid } else { SignatureState::NotChecked };
            assert_eq!((data.kind, data.signature, data.entries), (RevocationKind::Crl, signature, 2), "{name}");
            assert_eq!((data.signed_by, data.number.as_deref()), (checked.then_some(1), Some("1a")), "{name}");
            let own = data.certificates.iter().find(|status| status.certificate == 0).unwrap();
            let state = if reason.is_some() { RevocationState::Revoked } else { RevocationState::Good };
            assert_eq!((own.status, own.reason), (state, reason), "{name} {serial}");
            assert_eq!(report.findings.iter().any(|it| it.code == Code::TRU006), reason.is_some(), "{name} {serial}");
            assert_eq!(report.findings.iter().any(|it| it.code == Code::TRU008), !checked, "{name} {serial}");
        }
        let fields = openssl_must(
            &["crl", "-inform", "DER", "-noout", "-lastupdate", "-nextupdate", "-dateopt", "iso_8601"],
            &list,
        );
        let mut held = Vec::new();
        let data = &look_at(today(), &ca.files(&mut held, "1", "ca.crl", &list)).revocation[0];
        let ours = |moment: Option<Timestamp>| moment.unwrap().to_string().replace('T', " ");
        let said = format!("lastUpdate={}\nnextUpdate={}\n", ours(data.this_update), ours(data.next_update));
        assert_eq!(String::from_utf8(fields).unwrap(), said, "{name}");
    }
    println!("{} algorithms", ALGORITHMS.len());
}

#[test]
fn responses_by_the_ca_and_by_its_responder() {
    let mut agreed = 0;
    for (name, options, hash, checked) in ALGORITHMS {
        // `openssl ocsp` signs with the hash it is given; Ed25519 and SM2 it can not.
        if ["ed25519", "ed448", "sm2"].contains(&name) {
            continue;
        }
        let ca = Authority::new(&format!("ocsp-{name}"), options, hash);
        let by_ca = ["-rsigner", &ca.path("ca.pem"), "-rkey", &ca.path("ca.key")].map(str::to_owned);
        let by_responder = ["-rsigner", &ca.path("9.pem"), "-rkey", &ca.path("9.key")].map(str::to_owned);
        for signer in [by_ca, by_responder] {
            for extra in [&[][..], &["-resp_key_id"], &["-sha256"]] {
                for (serial, state, said) in
                    [("1", RevocationState::Good, "good"), ("2", RevocationState::Revoked, "revoked")]
                {
                    let more = [&signer.each_ref().map(String::as_str)[..], extra].concat();
                    let response = ca.response(serial, &more);
                    assert_judged(&ca, serial, &response, said, extra);
                    let mut held = Vec::new();
                    let report = look_at(today(), &ca.files(&mut held, serial, "ocsp.der", &response));
                    let [data] = report.revocation.as_slice() else { panic!("{name}: {:?}", report.findings) };
                    assert_eq!(report.inputs[2].kind, InputKind::Ocsp);
                    let signature = if checked { SignatureState::Valid } else { SignatureState::NotChecked };
                    assert_eq!((data.kind, data.signature), (RevocationKind::Ocsp, signature), "{name} {more:?}");
                    let [own] = data.certificates.as_slice() else { panic!("{name} {more:?}: {data:?}") };
                    assert_eq!((own.certificate, own.status), (0, state), "{name} {more:?}");
                    let codes: Vec<Code> = report.findings.iter().map(|finding| finding.code).collect();
                    assert_eq!(codes.contains(&Code::TRU006), state == RevocationState::Revoked, "{name} {more:?}");
                    assert_eq!(codes.contains(&Code::TRU008), !checked, "{name} {more:?}");
                    agreed += 1;
                }
            }
        }
    }
    println!("{agreed} responses");
    assert!(agreed >= 60);
}

/// openssl's own verdict on a response.
fn assert_judged(ca: &Authority, serial: &str, response: &[u8], said: &str, extra: &[&str]) {
    ca.write("judged.der", response);
    let certificate = ca.path(&format!("{serial}.pem"));
    let base = ["ocsp", "-no_nonce", "-respin", &ca.path("judged.der"), "-issuer", &ca.path("ca.pem")];
    let hash: &[&str] = if extra == ["-sha256"] { extra } else { &[] };
    let run = openssl(&[&base[..], hash, &["-cert", &certificate, "-CAfile", &ca.path("ca.pem")]].concat(), b"");
    assert!(run.stderr.contains("Response verify OK"), "{}", run.stderr);
    assert!(run.text().contains(&format!("{serial}.pem: {said}")), "{}", run.text());
}

/// Of another CA's certificates with the same serial number, a list and a response say nothing.
#[test]
fn the_same_number_of_another_ca_is_another_certificate() {
    let now = Timestamp::day(2026, 11, 21);
    let issuer = Cert::ca("One CA").key(Key::P256(60)).self_signed();
    let other = Cert::ca("Other CA").key(Key::P256(61)).self_signed();
    let namesake = Cert::ca("One CA").key(Key::P256(62)).self_signed();
    let revoked = Cert::server(&["a.example.com"]).serial(&[5]).issued_by(&issuer);
    let list = Crl::of(&issuer).revoking(&revoked, "2026-11-01", Some(1)).der();
    let response = Ocsp::by(&issuer).about(&revoked, &issuer, Answer::Revoked("2026-11-01", Some(1))).der();
    for stranger in [&other, &namesake] {
        let leaf = Cert::server(&["a.example.com"]).serial(&[5]).issued_by(stranger);
        for data in [&list, &response] {
            let report = look_at(now, &[("a.der", &leaf.der), ("ca.der", &stranger.der), ("data", data)]);
            let error = report
                .findings
                .iter()
                .find(|it| it.code == Code::TRU006 && it.severity == certloupe::report::Severity::Error);
            assert!(error.is_none(), "{error:?}");
            assert!(report.findings.iter().any(|it| it.code == Code::TRU008));
        }
    }
}

#[test]
fn a_list_of_three_hundred_thousand() {
    let issuer = Cert::ca("Example CA").key(Key::P256(92)).self_signed();
    let leaf = Cert::server(&["a.example.com"]).serial(&[0x7f, 1, 2, 3]).issued_by(&issuer);
    let mut crl = Crl::of(&issuer);
    crl.entries = (0..300_000_u32)
        .map(|number| {
            (vec![1, (number >> 16) as u8, (number >> 8) as u8, number as u8, 9, 9, 9, 9], "2026-11-01", Some(4))
        })
        .collect();
    let der = crl.clone().revoking(&leaf, "2026-11-02", Some(1)).der();
    let start = Stopwatch::start();
    let report =
        look_at(Timestamp::day(2026, 11, 21), &[("a.der", &leaf.der), ("ca.der", &issuer.der), ("ca.crl", &der)]);
    let took = start.elapsed();
    println!("{} bytes, {} entries: {took:.2?}", der.len(), report.revocation[0].entries);
    assert_eq!((report.revocation[0].entries, report.revocation[0].signature), (300_001, SignatureState::Valid));
    assert!(report.findings.iter().any(|it| it.code == Code::TRU006));
    // Unoptimised builds are slow: the bound only tells linear from quadratic.
    assert!(took < Duration::from_secs(60));
}

/// Entries of other CAs in an indirect list, up to the next issuer.
#[test]
fn indirect_lists() {
    use support::der::{explicit, implicit, octets, oid, sequence, tlv};
    let now = Timestamp::day(2026, 11, 21);
    let collector = Cert::ca("Collector").key(Key::P256(70)).self_signed();
    let issuer = Cert::ca("Example CA").key(Key::P256(71)).self_signed();
    let leaf = Cert::server(&["a.example.com"]).serial(&[5]).issued_by(&issuer);
    let names = sequence([explicit(4, &issuer.name)]);
    let of_issuer = sequence([sequence([oid("2.5.29.29"), tlv(0x01, [0xff]), octets(names)])]);
    for (indirect, expected) in [(true, 1), (false, 0)] {
        let mut crl = Crl::of(&collector);
        if indirect {
            crl = crl.extension("2.5.29.28", true, sequence([implicit(4, [0xff])]));
        }
        let der = crl.with_raw_entry(sequence([tlv(0x02, [4]), support::mint::time("2026-11-01"), of_issuer.clone()]));
        let der = der.with_raw_entry(sequence([tlv(0x02, [5]), support::mint::time("2026-11-01")])).der();
        let report =
            look_at(now, &[("a.der", &leaf.der), ("ca.der", &issuer.der), ("c.der", &collector.der), ("x.crl", &der)]);
        let revoked =
            report.revocation[0].certificates.iter().filter(|it| it.status == RevocationState::Revoked).count();
        assert_eq!(revoked, expected, "{:?}", report.revocation);
    }
}

/// Every byte turned, every length cut: nothing panics, everything is spoken of, nothing is believed.
#[test]
fn damage_is_never_believed() {
    let now = Timestamp::day(2026, 11, 21);
    let issuer = Cert::ca("Example CA").key(Key::P256(92)).self_signed();
    let leaf = Cert::server(&["a.example.com"]).issued_by(&issuer);
    let responder = Cert::bare("R").key(Key::P256(5)).eku(&["1.3.6.1.5.5.7.3.9"]).issued_by(&issuer);
    let revoked = Answer::Revoked("2026-11-02", Some(1));
    let seeds = [
        Crl::of(&issuer).revoking(&leaf, "2026-11-02", Some(1)).der(),
        Ocsp::by(&issuer).about(&leaf, &issuer, revoked.clone()).der(),
        Ocsp::by(&responder).about(&leaf, &issuer, revoked).with(&responder).der(),
    ];
    let mut looked = 0;
    for der in &seeds {
        let look = |bytes: &[u8]| look_at(now, &[("a.der", &leaf.der), ("ca.der", &issuer.der), ("data", bytes)]);
        assert!(look(der).revocation[0].signature == SignatureState::Valid);
        for at in 0..der.len() {
            let mut turned = der.clone();
            turned[at] ^= 1 << (at % 8);
            let report = look(&turned);
            // What is not signed may change without harm: the certificate that came along, the frame around it.
            let believed = report.revocation.iter().any(|it| it.signature == SignatureState::Valid);
            let spoken = report
                .findings
                .iter()
                .any(|it| matches!(it.code, Code::TRU006 | Code::TRU008 | Code::INP003 | Code::INP007 | Code::INP002));
            assert!(spoken || believed, "byte {at} of {}: {:?}", der.len(), report.findings);
            if der.len() == seeds[0].len() {
                assert!(!believed, "byte {at}");
            }
            let report = look(&der[..at]);
            assert!(report.revocation.iter().all(|it| it.signature != SignatureState::Valid), "{at} bytes");
            looked += 2;
        }
    }
    println!("{looked} damaged ones");
}

/// More than anybody has: the rest is left, and that is said.
#[test]
fn limits_end_the_reading_and_keep_what_came_before() {
    let now = Timestamp::day(2026, 11, 21);
    let issuer = Cert::ca("Example CA").key(Key::P256(92)).self_signed();
    let leaf = Cert::server(&["a.example.com"]).issued_by(&issuer);
    let many: Vec<u8> = Crl::of(&issuer).der().repeat(LIMITS.objects + 5);
    let start = Stopwatch::start();
    let report = look_at(now, &[("a.der", &leaf.der), ("ca.der", &issuer.der), ("many.crl", &many)]);
    println!("{} lists: {:.2?}", LIMITS.objects, start.elapsed());
    assert_eq!(report.revocation.len(), LIMITS.objects);
    let checked = report.revocation.iter().filter(|it| it.signature == SignatureState::Valid).count();
    assert_eq!(checked, LIMITS.signatures as usize);
    let limits = report.findings.iter().filter(|it| it.code == Code::INP008).count();
    assert_eq!(limits, 2, "the objects and the signatures");

    let mut response = Ocsp::by(&issuer);
    response.answers = vec![(leaf.clone(), issuer.clone(), Answer::Good); 101];
    let report = look_at(now, &[("a.der", &leaf.der), ("ca.der", &issuer.der), ("a.ocsp", &response.der())]);
    assert!(report.findings.iter().any(|it| it.code == Code::INP003));
}
