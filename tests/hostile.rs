//! Bad input in bulk: each kind gets a finding that says what and where, nothing else is lost, nothing panics and
//! nothing is interpreted.

mod support;

use certloupe::{
    api::Session,
    engine,
    report::{
        Code, Options, Report, Source,
        wire::{DeployOptions, Reply, Request},
    },
    text::Lang,
};
use proptest::prelude::*;
use support::{
    case_file::NOW,
    mint::{Cert, Key, Minted, bundle},
};

fn inspect(files: &[(&str, &[u8])]) -> Report {
    let sources: Vec<_> =
        files.iter().map(|(name, bytes)| Source { name: (*name).to_owned(), bytes: bytes.to_vec() }).collect();
    engine::inspect(&sources, &Options::at(NOW)).0
}

fn codes(report: &Report) -> Vec<Code> {
    report.findings.iter().map(|finding| finding.code).collect()
}

fn chain(names: &[&str]) -> (Minted, Minted, Minted) {
    let root = Cert::ca("Hostile Root").key(Key::P256(40)).self_signed();
    let issuer = Cert::ca("Hostile CA").key(Key::P256(41)).issued_by(&root);
    let leaf = Cert::server(names).key(Key::P256(42)).issued_by(&issuer);
    (root, issuer, leaf)
}

/// Bytes that look like nothing, the same every time.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    std::iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    })
    .take(length)
    .collect()
}

#[test]
fn nothing_at_all_says_so() {
    for nothing in [&b""[..], b"\n\n", b"hello"] {
        let report = inspect(&[("", nothing)]);
        assert!(codes(&report).contains(&Code::INP001), "{nothing:?}: {:?}", codes(&report));
    }
    assert!(codes(&inspect(&[])).contains(&Code::INP001));
}

#[test]
fn one_certificate_in_three_megabytes_of_junk_is_found() {
    let (_, issuer, leaf) = chain(&["shop.example.com"]);
    let mut junk = noise(3 << 20);
    let middle = junk.len() / 2;
    junk.splice(middle..middle, format!("\n{}", bundle(&[&leaf, &issuer])).into_bytes());
    let report = inspect(&[("dump.bin", &junk)]);
    assert_eq!(report.certificates.len(), 2);
    assert_eq!(report.leaf().unwrap().names, ["shop.example.com"]);
}

#[test]
fn five_thousand_certificates_are_all_read() {
    let (root, issuer, leaf) = chain(&["shop.example.com"]);
    let mut pem = bundle(&[&leaf, &issuer, &root]);
    for number in 0..4_997_u32 {
        let other =
            Cert::bare(&format!("device {number}")).serial(&number.to_be_bytes()).key(Key::Ed25519(1)).self_signed();
        pem.push_str(&other.pem());
    }
    let report = inspect(&[("all.pem", pem.as_bytes())]);
    assert_eq!(report.certificates.len(), 5_000);
    assert_eq!(report.inputs.len(), 5_000);
}

#[test]
fn ten_thousand_names_are_all_kept() {
    let names: Vec<_> = (0..10_000).map(|number| format!("h{number}.example.com")).collect();
    let borrowed: Vec<_> = names.iter().map(String::as_str).collect();
    let (_, issuer, leaf) = chain(&borrowed);
    let report = inspect(&[("", bundle(&[&leaf, &issuer]).as_bytes())]);
    assert_eq!(report.leaf().unwrap().names.len(), 10_000);
    assert!(report.names.hosts.iter().all(|host| host.covered));
}

#[test]
fn a_damaged_block_hides_nothing_else() {
    let (root, issuer, leaf) = chain(&["shop.example.com"]);
    let mut damaged = issuer.pem();
    damaged.replace_range(100..101, "*");
    let report = inspect(&[("", (leaf.pem() + &damaged + &root.pem()).as_bytes())]);
    assert_eq!(report.certificates.len(), 2);
    let finding = report.findings.iter().find(|finding| finding.code == Code::INP002).expect("INP002");
    assert!(finding.evidence.iter().any(|evidence| evidence.line.is_some()), "{finding:?}");
}

/// What people may find in a name, and what must never come out of one.
const HOSTILE: &[&str] = &[
    "a\";return 418;#.example.com",
    "a; return 418; #",
    "a\nserver_name evil.example;",
    "${jndi:ldap://x}",
    "$(calc)",
    "`id`.example.com",
    "<script>alert(1)</script>.example.com",
    "\u{202e}moc.elpmaxe",
    "a'b.example.com",
    "a{b}.example.com",
    "nul\0.example.com",
    "",
    " ",
    "*.*.example.com",
];

#[test]
fn hostile_names_stay_names() {
    for name in HOSTILE {
        let (_, issuer, leaf) = chain(&["good.example.com", name]);
        let report = inspect(&[("", bundle(&[&leaf, &issuer]).as_bytes())]);
        assert!(
            codes(&report).iter().any(|code| matches!(code, Code::NAM006 | Code::NAM008 | Code::CRT009)),
            "{name:?}: {:?}",
            codes(&report)
        );
        for lang in Lang::ALL {
            for finding in report.clone().worded(lang).findings {
                for text in [finding.title, finding.why, finding.fix] {
                    assert!(!text.contains(['\0', '\n', '\u{202e}']), "{name:?} changes how {text:?} is shown");
                }
            }
        }
        let mut named = 0;
        for target in certloupe::deploy::TARGETS {
            let mut session = Session::default();
            let source = Source { name: String::new(), bytes: bundle(&[&leaf, &issuer]).into_bytes() };
            session.answer(Request::Inspect { sources: vec![source], options: Box::new(Options::at(NOW)) });
            let options = DeployOptions { target: target.id.to_owned(), ..DeployOptions::default() };
            let Reply::Deployment(deployment) = session.answer(Request::Deploy(options)) else {
                panic!("{name:?} stops {}: the good name must still be served", target.id);
            };
            let commands = [&deployment.commands.install, &deployment.commands.check].into_iter().flatten().cloned();
            let files = deployment.configs.into_iter().map(|file| String::from_utf8(file.bytes).unwrap());
            let config: String = files.chain(commands).collect();
            named += usize::from(config.contains("good.example.com"));
            assert!(name.trim().is_empty() || !config.contains(name), "{name:?} reached {}", target.id);
        }
        // Certificate stores and listeners of some services are told no names.
        assert!(named >= 50, "only {named} targets write the good name");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn damage_anywhere_never_panics(at in 0usize..2_000, with in any::<u8>(), cut in 0usize..2_000) {
        let (_, issuer, leaf) = chain(&["shop.example.com"]);
        let mut der = leaf.der;
        let at = at % der.len();
        der[at] = with;
        der.truncate(der.len() - cut % 40);
        let report = inspect(&[("leaf.der", &der), ("", issuer.pem().as_bytes())]);
        prop_assert!(report.certificates.iter().any(|certificate| certificate.label == "Hostile CA"));
        let mut pem = bundle(&[&issuer]).into_bytes();
        let at = cut % pem.len();
        pem[at] = with;
        inspect(&[("", &pem)]);
    }

    #[test]
    fn any_text_gets_an_answer(text in "\\PC{0,200}") {
        let report = inspect(&[("", text.as_bytes())]);
        prop_assert!(!report.findings.is_empty());
    }
}
