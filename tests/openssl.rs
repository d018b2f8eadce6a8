//! OpenSSL is the judge of our chains.
//!
//! Every case with a server certificate goes through the real `openssl verify`. Where the two differ, the table below
//! says why; a difference that is not in it fails, and so does one that has gone. The table makes this file long.
#![allow(clippy::print_stdout, reason = "a test says what it counted")]

mod support;

use certloupe::{
    engine::{
        Analysis,
        chain::{self, PathEnd},
        crypto::Verification,
        inspect,
        names::{self, Wanted},
        read::{self, Material},
        supply::Supply,
        x509::{self, Certificate, KeyAlgorithm},
    },
    report::{Code, Finding, Judge, Options, Report, Role, Severity, Source},
};
use std::{collections::BTreeSet, path::Path};
use support::{
    case_file::{Case, NOW},
    mint::{Cert, Key, pem_block},
    openssl::{folder, openssl, shared_data},
    recipes,
};

/// What `openssl verify` judges too, as findings of ours: all errors, and the warnings of [`REFUSED`]. Order, strangers
/// and repetitions are not among them, since it sorts what it is given; nor are lifetimes, names beyond the wanted
/// hosts, and what only browsers ask for.
const JUDGED: &[Code] = &[
    Code::CHN003,
    Code::CHN006,
    Code::CHN008,
    Code::CHN009,
    Code::CHN010,
    Code::CHN011,
    Code::CHN013,
    Code::CHN014,
    Code::CHN016,
    Code::CHN017,
    Code::VAL001,
    Code::VAL002,
    Code::CRT002,
    Code::CRT004,
    Code::CRT011,
    Code::KEY002,
    Code::NAM001,
    Code::NAM003,
    Code::NAM004,
    Code::NAM005,
    Code::KEY003,
    Code::KEY005,
    Code::VAL006,
];

/// Warnings of ours that OpenSSL always refuses.
const REFUSED: &[Code] = &[Code::CHN011, Code::CHN014, Code::VAL006];

/// Cases on which we differ.
struct Difference {
    /// Whether OpenSSL accepts them.
    openssl: bool,
    /// Why both are right.
    reason: &'static str,
    /// File and case.
    cases: &'static [(&'static str, &'static str)],
}

const DIFFERENCES: &[Difference] = &[
    Difference {
        openssl: false,
        reason: "A program calls several servers, each with a certificate of its own; OpenSSL is asked about every host.",
        cases: &[("platforms/plt006", "another host beside"), ("platforms/plt006", "a neighbour beside")],
    },
    Difference {
        openssl: true,
        reason: "Without an extended key usage OpenSSL takes a certificate for any purpose; Apple and the BR want serverAuth.",
        cases: &[
            ("certificate/crt001", "version 1"),
            ("certificate/crt001", "version 2"),
            ("certificate/crt002", "not said"),
            ("platforms/plt006-clients", "no extended key usage"),
        ],
    },
    Difference {
        openssl: true,
        reason: "OpenSSL is asked about a server; this certificate is to be a client's, and may not.",
        cases: &[("platforms/plt010", "S22 shows in a client certificate")],
    },
    Difference {
        openssl: false,
        reason: "anyExtendedKeyUsage is no serverAuth for OpenSSL; RFC 5280 4.2.1.12 lets it stand for every purpose, as Go does.",
        cases: &[
            ("certificate/crt002", "for anything, before Apple asked"),
            ("chain/chn013", "an intermediate for anything"),
        ],
    },
    Difference {
        openssl: true,
        reason: "OpenSSL handles this extension, browsers do not know it.",
        cases: &[("certificate/crt011", "known by name only, critical")],
    },
    Difference {
        openssl: false,
        reason: "A broken extension makes OpenSSL give up on the whole certificate; browsers differ, so we only warn.",
        cases: &[
            ("certificate/crt012", "alternative names that do not parse"),
            ("certificate/crt012", "key usage that is no bit string"),
            ("certificate/crt012", "alternative names twice"),
            ("certificate/crt012", "key usage without a bit"),
            ("certificate/crt012", "critical access information"),
            ("certificate/crt012", "critical subject key identifier"),
        ],
    },
    Difference {
        openssl: false,
        reason: "OpenSSL follows the first issuer that fits by name and does not turn back; browsers and Go try the others.",
        cases: &[
            ("chain/chn006", "no key ids, another key and the right one"),
            ("chain/chn012", "one of the two roots is not given"),
            ("chain/chn012", "the first way is at fault, the second is not"),
            ("chain/trusted", "of two ways the trusted one counts"),
        ],
    },
    Difference {
        openssl: true,
        reason: "OpenSSL does not ask whether a wildcard could stand for an excluded host; Go does since CVE-2025-61727.",
        cases: &[("chain/chn010", "a wildcard over an excluded host")],
    },
    Difference {
        openssl: true,
        reason: "OpenSSL reads only constraints of a form that the leaf has; Go does not read the CA certificate at all.",
        cases: &[("chain/chn010", "an address without its mask")],
    },
    Difference {
        openssl: true,
        reason: "OpenSSL follows one way only, and compares four times as many names, before it gives up.",
        cases: &[
            ("chain/chn017", "three ways at each of ten steps"),
            ("chain/chn017", "six hundred names below five hundred limits"),
        ],
    },
    Difference {
        openssl: true,
        reason: "Kinds of key that browsers or phones refuse, or that should not be trusted; verifying a chain does not look.",
        cases: &[
            ("keys/key003", "P-521"),
            ("keys/key003", "Ed25519"),
            ("keys/key003", "Ed448"),
            ("keys/key003", "X25519"),
            ("keys/key003", "X448"),
            ("keys/key003", "secp256k1"),
            ("keys/key003", "Brainpool P256r1"),
            ("keys/key003", "SM2"),
            ("keys/key003", "P-224"),
            ("keys/key009", "SM2"),
            ("keys/key009", "P-521 is neither"),
            ("keys/key005", "an exponent of 1"),
            ("keys/key005", "an even exponent"),
            ("keys/key005", "an even modulus"),
            ("keys/key005", "the mark of ROCA"),
            ("keys/key005", "an Ed25519 key that is no point"),
            ("keys/key005", "a damaged private key"),
        ],
    },
    Difference {
        openssl: false,
        reason: "Of an algorithm that nobody knows we can only say so; OpenSSL measures its strength as none.",
        cases: &[("keys/key003", "nobody’s algorithm")],
    },
    Difference {
        openssl: false,
        reason: "RFC 5280 4.1.2.5 includes the last second; OpenSSL does not.",
        cases: &[("validity/val001", "the last second is still valid"), ("validity/val006", "a single second")],
    },
    Difference {
        openssl: true,
        reason: "OpenSSL reads either form of date in any year.",
        cases: &[("validity/val006", "GeneralizedTime before 2050")],
    },
];

/// Fewer comparisons mean that the cases were not found.
const AT_LEAST: usize = 30;

#[test]
fn openssl_agrees_with_every_case() {
    let folder = folder("openssl-cases");
    let (mut agreed, mut with_our_anchor, mut no_leaf, mut post_quantum) = (0, 0, 0, 0);
    let mut differences = BTreeSet::new();
    let mut unexpected = Vec::new();
    // By the letter of standards, and for clients: `tests/second_opinions.rs` asks.
    for (file, case) in all_cases().into_iter().filter(|(file, _)| !file.starts_with("letter/")) {
        let (report, analysis) = inspect(&case.sources, &case.options);
        let Some(asked) = Question::of(&analysis) else {
            no_leaf += 1;
            continue;
        };
        if analysis.material.certificates.iter().any(is_post_quantum) {
            post_quantum += 1;
            continue;
        }
        let (accepted, said) = asked.put(&folder, &case);
        let ours = accepts(&report, &analysis);
        let listed = DIFFERENCES.iter().find(|it| it.cases.contains(&(file.as_str(), case.name.as_str())));
        with_our_anchor += usize::from(asked.partial);
        match (accepted == ours, listed) {
            (true, None) => agreed += 1,
            (false, Some(difference)) if difference.openssl == accepted => {
                differences.insert((file, case.name.clone()));
            }
            (true, Some(_)) => unexpected.push(format!("{file}, {}: agrees now", case.name)),
            (false, _) => {
                let codes: Vec<_> = judged(&report).map(|finding| finding.code.as_str()).collect();
                unexpected.push(format!("{file}, {}: OpenSSL {accepted}, we {ours} {codes:?}: {said}", case.name));
            }
        }
    }
    println!(
        "openssl: {agreed} agree ({with_our_anchor} of all judged below the last certificate given), {} known \
         differences, {no_leaf} without a server certificate, {post_quantum} with ML-DSA",
        differences.len()
    );
    assert!(unexpected.is_empty(), "{}", unexpected.join("\n"));
    let listed: usize = DIFFERENCES.iter().map(|difference| difference.cases.len()).sum();
    assert_eq!(differences.len(), listed, "a case of the table is gone: {differences:?}");
    assert!(DIFFERENCES.iter().all(|difference| !difference.reason.is_empty()));
    assert!(agreed >= AT_LEAST, "only {agreed} comparisons");
}

/// OpenSSL knows ML-DSA from 3.5 on only; `tests/signatures.rs` has its opinion.
fn is_post_quantum(certificate: &Certificate) -> bool {
    matches!(certificate.public_key.algorithm, KeyAlgorithm::MlDsa(_))
}

fn judged(report: &Report) -> impl Iterator<Item = &Finding> {
    report.findings.iter().filter(|finding| JUDGED.contains(&finding.code))
}

fn accepts(report: &Report, analysis: &Analysis) -> bool {
    let hard = |finding: &&Finding| finding.severity == Severity::Error || REFUSED.contains(&finding.code);
    // What is wrong with a certificate that the path does not use hurts nobody.
    let path = analysis.chain.best().map(|path| path.certificates.clone()).unwrap_or_default();
    let on_path = |finding: &&Finding| finding.certificate.is_none_or(|index| path.contains(&index));
    report.chain.complete && judged(report).filter(hard).find(on_path).is_none()
}

/// What OpenSSL is asked: a leaf, what it may use, and what it must trust.
struct Question {
    leaf: String,
    untrusted: String,
    trusted: String,
    /// The chain ends below a known root whose key is not at hand: the last certificate is taken for the anchor.
    partial: bool,
    /// What it must be for.
    hosts: Vec<String>,
}

impl Question {
    fn of(analysis: &Analysis) -> Option<Self> {
        let (leaf, certificate) = analysis.leaf()?;
        let all = || (0..analysis.material.certificates.len()).filter(|index| *index != leaf);
        let text = |indexes: Vec<usize>| -> String {
            indexes.iter().filter_map(|&index| analysis.certificate(index)).map(pem).collect()
        };
        let best = analysis.chain.best()?;
        let partial = matches!(best.end, PathEnd::KnownRoot(_) | PathEnd::Trusted);
        let (roots, others): (Vec<_>, Vec<_>) = all().partition(|&index| analysis.role(index) == Role::Root);
        let trusted = match best.certificates.last() {
            Some(_) if best.end == PathEnd::Trusted => text(analysis.chain.anchors.clone()),
            Some(&last) if partial => text(vec![last]),
            _ => text(roots),
        };
        let hosts = analysis.options.hosts.iter().map(|typed| asked(typed)).collect();
        Some(Self { leaf: pem(certificate), untrusted: text(others), trusted, partial, hosts })
    }

    /// Whether OpenSSL accepts it, and what it said.
    fn put(&self, folder: &Path, case: &Case) -> (bool, String) {
        let write = |name: &str, text: &str| {
            let path = folder.join(name);
            std::fs::write(&path, text).unwrap();
            path.display().to_string()
        };
        let (leaf, untrusted, trusted) = (
            write("leaf.pem", &self.leaf),
            write("untrusted.pem", &self.untrusted),
            write("trusted.pem", &self.trusted),
        );
        let moment = case.options.now.unix().to_string();
        let mut arguments = vec!["verify", "-no-CApath", "-no-CAstore", "-auth_level", "2", "-purpose", "sslserver"];
        arguments.extend(["-attime", &moment]);
        match self.trusted.is_empty() {
            true => arguments.push("-no-CAfile"),
            false => arguments.extend(["-CAfile", &trusted]),
        }
        if !self.untrusted.is_empty() {
            arguments.extend(["-untrusted", &untrusted]);
        }
        if self.partial {
            arguments.push("-partial_chain");
        }
        if self.hosts.is_empty() {
            return run(&arguments, &leaf);
        }
        // One host a question: given several, OpenSSL is content with one.
        let answers = self.hosts.iter().map(|host| {
            let option = if host.parse::<std::net::IpAddr>().is_ok() { "-verify_ip" } else { "-verify_hostname" };
            run(&[arguments.as_slice(), &[option, host]].concat(), &leaf)
        });
        answers.reduce(|one, other| if one.0 { other } else { one }).unwrap_or_default()
    }
}

fn run(arguments: &[&str], leaf: &str) -> (bool, String) {
    let run = openssl(&[arguments, &[leaf]].concat(), &[]);
    let said = format!("{} {}", run.text().trim(), run.stderr.trim()).replace('\n', " / ");
    assert!(!said.contains("Could not read"), "{said}");
    (run.succeeded, said)
}

/// A host as we understand what was typed; OpenSSL does not take URLs and Unicode apart.
fn asked(typed: &str) -> String {
    match names::wanted(typed) {
        Some(Wanted::Name(name)) => name,
        Some(Wanted::Address(address)) => address.to_string(),
        Some(Wanted::Wildcard(_)) | None => typed.to_owned(),
    }
}

fn pem(certificate: &Certificate) -> String {
    pem_block("CERTIFICATE", &certificate.der)
}

fn all_cases() -> Vec<(String, Case)> {
    let files = recipes::all().into_iter().flat_map(|(family, files)| files.into_iter().map(move |it| (family, it)));
    files
        .flat_map(|(family, (file, cases))| cases.into_iter().map(move |case| (format!("{family}/{file}"), case)))
        .collect()
}

/// Intermediates of the public pack that are tried.
const SAMPLE: usize = 80;

/// Public CA certificates below public roots: for each of a sample, a leaf that claims to come from it, and the way
/// that we find upward through all two thousand of them. OpenSSL verifies the CA certificate itself.
#[test]
fn openssl_agrees_on_public_intermediates() {
    let Some((pack, public)) = shared_data("intermediates.pem").zip(shared_data("roots.pem")) else {
        println!("the public certificates are not here: the shape of their chains is in tests/cases/chain/chn015.case");
        assert!(all_cases().iter().any(|(file, case)| file == "chain/chn015" && case.name.contains("Root YE")));
        return;
    };
    let folder = folder("openssl-public");
    let source = |bytes: Vec<u8>| Source { name: String::new(), bytes };
    // Every root that some client has.
    let public = read::read(&[source(std::fs::read(public).unwrap())]).certificates;
    let known = public.iter().filter(|it| certloupe::engine::trust::known_root(it).is_some());
    let roots: String = known.map(|it| pem_block("CERTIFICATE", &it.der)).collect();
    let roots_file = folder.join("roots.pem").display().to_string();
    std::fs::write(&roots_file, &roots).unwrap();
    let pack_text = std::fs::read(&pack).unwrap();
    let intermediates = read::read(&[source(pack_text.clone())]).certificates;
    let material = read::read(&[source(pack_text), source(roots.into_bytes())]);
    assert!(intermediates.len() > 1000, "only {} intermediates", intermediates.len());
    let step = intermediates.len() / SAMPLE;
    // The newest generation of Let's Encrypt, whose roots are in no store, is always among them.
    let generation_y = |it: &&Certificate| it.label().starts_with("YR") || it.label().starts_with("YE");
    // A root signed by another one is left out: a leaf below it may as well come from its self-signed twin.
    let is_twin = |it: &&Certificate| certloupe::engine::trust::is_root_name(&it.subject.raw);
    let sample: Vec<_> = intermediates
        .iter()
        .step_by(step)
        .chain(intermediates.iter().filter(generation_y))
        .filter(|it| !is_twin(it))
        .collect();
    let files: Vec<_> = sample
        .iter()
        .enumerate()
        .map(|(number, certificate)| {
            let path = folder.join(format!("{number}.pem"));
            std::fs::write(&path, pem(certificate)).unwrap();
            path.display().to_string()
        })
        .collect();
    let pack = pack.display().to_string();
    // A root's dates and a CA's purpose are no matter of the chain; the search does not look at them either.
    let mut arguments =
        vec!["verify", "-no-CApath", "-no-CAstore", "-no_check_time", "-CAfile", &roots_file, "-untrusted", &pack];
    arguments.extend(files.iter().map(String::as_str));
    let answer = openssl(&arguments, &[]).text();
    let accepted: BTreeSet<_> = answer.lines().filter_map(|line| line.strip_suffix(": OK")).collect();
    let mut wrong = Vec::new();
    for (certificate, file) in sample.iter().zip(&files) {
        let ours = way_upward(&material, certificate);
        if accepted.contains(file.as_str()) != ours.is_ok() {
            wrong.push(format!("{}: OpenSSL {}, we {ours:?}", certificate.subject, accepted.contains(file.as_str())));
        }
    }
    println!("openssl: {} public intermediates, {} accepted", sample.len(), accepted.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(accepted.len() >= SAMPLE / 2, "only {} accepted", accepted.len());
}

/// Whether the best way from below this CA certificate is complete, with every signature verified and nothing at fault.
fn way_upward(public: &Material, issuer: &Certificate) -> Result<(), String> {
    let mut bearer = Cert::ca("bearer").key(Key::P256(1)).self_signed();
    bearer.name.clone_from(&issuer.subject.raw);
    bearer.key_id = issuer.subject_key_identifier().unwrap_or_default().to_vec();
    let leaf = Cert::server(&["www.example.com"]).key(Key::P256(2)).issued_by(&bearer);
    let mut material = Material { certificates: vec![x509::parse(&leaf.der).unwrap()], ..Material::default() };
    material.certificates.extend(public.certificates.iter().cloned());
    let chain = chain::analyse(&mut material, &Options::at(NOW), &Supply::new(&[]), &[]);
    let best = chain.best().ok_or("no path")?;
    // The leaf's own signature is by our key, not by the CA's; everything above it is as published.
    let wrong = chain.best_links().skip(1).find(|(_, link)| link.signature != Verification::Valid);
    // What the CA may not say of this leaf is no matter either: its name is made up.
    let counts = |fault: &&chain::Fault| fault.below != 0 && fault.kind.law().binds(Judge::Clients);
    let faults: Vec<_> = chain.faults().iter().filter(counts).collect();
    match (best.end.is_complete(), wrong, faults.as_slice()) {
        (true, None, []) => Ok(()),
        (complete, wrong, faults) => {
            Err(format!("complete {complete}, wrong {wrong:?}, {faults:?}, {:?}", chain.stopped))
        }
    }
}
