//! What is said at a glance is true and final: the engine says it too, and only adds. Judged over every case, over what
//! becomes of their certificates in other orders, in part and damaged, and over chains that dice put together.
//!
//! A long file, because all of them are judged by one comparison.
#![allow(clippy::print_stdout, reason = "it says how much it checked")]

mod support;

use certloupe::{
    api::{glimpse, tell},
    engine::{self, read, rules},
    report::{
        Code, Evidence, Finding, Judge, Message, Options, Order, Purpose, Repair, Report, Severity, Source, SupplyFile,
        Term, Timestamp, Value, Verdict,
        wire::{Envelope, Reply, Request},
    },
    text::{
        Lang, escape,
        shelf::{self, Shelf},
    },
};
use std::{
    collections::{BTreeMap, HashSet},
    fs,
    path::Path,
};
use support::{
    case_file::NOW,
    dice::Dice,
    mint::{self, Cert, Key, Minted, Signing, bundle, pem_block},
    recipes,
};

/// What was compared so far.
#[derive(Default)]
struct Compared {
    /// Looks that were taken, and those that were answered.
    looks: usize,
    answers: usize,
    /// Those that are told before the page is there, in both languages.
    told: usize,
    /// How often each code was said.
    codes: BTreeMap<Code, usize>,
}

impl Compared {
    /// Takes a look, and compares what was seen with what the engine says; the look, where it was answered.
    fn look(&mut self, name: &str, sources: &[Source], options: &Options) -> Option<Report> {
        self.looks += 1;
        let glance = Report::from(engine::glance(sources, options)?);
        self.answers += 1;
        let (full, _) = engine::inspect(sources, options);
        for finding in &glance.findings {
            *self.codes.entry(finding.code).or_default() += 1;
            assert!(
                full.findings.iter().any(|other| is_same(finding, other)),
                "{name}: only a glance says {finding:#?}"
            );
            let has_words =
                |value: &Value| !matches!(value, Value::Term(term) if !matches!(term, Term::Role(_) | Term::Input(_)));
            assert!(finding.message.arguments.iter().all(|(_, value)| has_words(value)), "{name}: {finding:#?}");
        }
        assert!(rank(glance.verdict) <= rank(full.verdict), "{name}");
        self.tell(name, sources, options, &glance);
        assert_eq!(glance.certificates, full.certificates, "{name}");
        assert_eq!(glance.inputs, full.inputs, "{name}");
        assert_eq!(glance.names, full.names, "{name}");
        assert_eq!(glance.validity, full.validity, "{name}");
        let of_chain = |report: &Report| {
            let chain = report.chain.clone();
            (chain.leaf, chain.given, chain.order, chain.complete)
        };
        assert_eq!(of_chain(&glance), of_chain(&full), "{name}");
        assert_eq!((glance.schema, glance.now), (full.schema, full.now), "{name}");
        assert!(glance.tally.checked > 0 && glance.tally.checked < full.tally.checked, "{name}");
        // What a wrong signature keeps from being served is the one thing that a glance can not see.
        let is_forged = full.findings.iter().any(|finding| finding.code == Code::CHN006)
            || full.chain.paths.iter().any(|path| path.reasons.contains(&Code::CHN006))
            || full.chain.served.len() < glance.chain.served.len();
        assert!(is_forged || glance.chain.served == full.chain.served, "{name}: {:?}", full.chain);
        Some(glance)
    }

    /// What is told before the page is there is the same verdict, each part of it in a line.
    fn tell(&mut self, name: &str, sources: &[Source], options: &Options, glance: &Report) {
        let [Source { bytes, .. }] = sources else { return };
        let (Ok(text), true) = (str::from_utf8(bytes), options.hosts.is_empty()) else { return };
        let is_short_of_words = shelf::needed_by(&glance.findings) != [Shelf::First];
        for lang in Lang::ALL {
            let told = tell(text, options.now, lang);
            assert_eq!(told.is_none(), is_short_of_words, "{name}");
            let Some(told) = told else { continue };
            self.told += 1;
            assert_eq!(told[0], glance.verdict.id(), "{name}");
            assert!(told.len() >= 5 && told.iter().all(|line| !line.contains('\n')), "{name}: {told:?}");
            let label = glance.leaf().map(|leaf| escape(&leaf.label)).unwrap_or_default();
            assert_eq!(told[4], label, "{name}");
        }
    }
}

/// The same words about the same thing; what the engine's tables add to it may be missing.
fn is_same(glance: &Finding, full: &Finding) -> bool {
    type Said<'a> = (Code, Severity, &'a Message, Option<usize>, Option<&'a str>, &'a [Evidence], Option<Repair>);
    fn said(finding: &Finding) -> Said<'_> {
        let Finding { code, severity, message, certificate, host, evidence, repair, .. } = finding;
        (*code, *severity, message, *certificate, host.as_deref(), evidence, *repair)
    }
    said(glance) == said(full) && (glance.rule == full.rule || full.rule.is_none())
}

/// The words that come with the first screen are enough for it.
fn speaks_at_once(report: &Report) {
    let messages: Vec<_> = report.findings.iter().map(|finding| finding.message.id).collect();
    assert_eq!(shelf::needed_by(&report.findings), [Shelf::First], "{messages:?}");
}

fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Ready => 0,
        Verdict::Attention => 1,
        Verdict::Broken => 2,
    }
}

fn pasted(bytes: impl AsRef<[u8]>) -> Vec<Source> {
    vec![Source { name: String::new(), bytes: bytes.as_ref().to_vec() }]
}

fn codes(report: &Report) -> Vec<Code> {
    report.findings.iter().map(|finding| finding.code).collect()
}

fn cases() -> impl Iterator<Item = support::case_file::Case> {
    recipes::all().into_iter().flat_map(|(_, files)| files).flat_map(|(_, cases)| cases)
}

#[test]
fn of_every_case_the_engine_says_the_same_and_more() {
    let (mut compared, mut cases_seen) = (Compared::default(), 0);
    for case in cases() {
        cases_seen += 1;
        compared.look(&case.name, &case.sources, &case.options);
    }
    println!("{cases_seen} cases, {} answered at a glance: {:?}", compared.answers, compared.codes);
    println!("{} told before the page is there", compared.told);
    assert!(compared.told > 100, "only {} told", compared.told);
    assert!(cases_seen > 500 && compared.answers * 5 > cases_seen, "{} of {cases_seen}", compared.answers);
}

/// The certificates of every case by themselves, in other orders and in part, and each with a signature that is wrong.
#[test]
fn of_what_can_become_of_every_case_too() {
    let (mut compared, mut seen) = (Compared::default(), HashSet::new());
    for case in cases() {
        let ders: Vec<Vec<u8>> =
            read::read(&case.sources).certificates.iter().map(|certificate| certificate.der.to_vec()).collect();
        if ders.is_empty() || ders.len() > 6 {
            continue;
        }
        let options = Options { hosts: case.options.hosts.clone(), ..Options::at(case.options.now) };
        let mut look = |what: &str, ders: &[Vec<u8>]| {
            let text: String = ders.iter().map(|der| pem_block("CERTIFICATE", der)).collect();
            if !seen.insert((text.clone(), options.hosts.clone(), options.now)) {
                return;
            }
            compared.look(&format!("{}, {what}", case.name), &pasted(text), &options);
        };
        look("clean", &ders);
        look("reversed", &ders.iter().rev().cloned().collect::<Vec<_>>());
        for (place, der) in ders.iter().enumerate() {
            look("alone", std::slice::from_ref(der));
            look("up to one", &ders[..=place]);
            let mut others = ders.clone();
            others.remove(place);
            look("without one", &others);
            let mut forged = ders.clone();
            *forged[place].last_mut().unwrap() ^= 1;
            look("forged", &forged);
            forged.rotate_left(1);
            look("forged and turned", &forged);
        }
    }
    println!("{} looks, {} answered: {:?}", compared.looks, compared.answers, compared.codes);
    assert!(compared.looks > 3_000 && compared.answers * 2 > compared.looks, "{} looks", compared.looks);
    let silent: Vec<_> = rules::AT_A_GLANCE
        .iter()
        .map(|(rule, _)| rule.code)
        .filter(|code| !compared.codes.contains_key(code))
        .collect();
    assert!(silent.is_empty(), "no case makes a glance say {silent:?}");
}

/// Chains of everything that decides about chains, put together by dice.
#[test]
fn of_what_dice_put_together_too() {
    let mut compared = Compared::default();
    let public = webpki_root_certs::TLS_SERVER_ROOT_CERTS;
    for seed in 1..=1_500 {
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(seed));
        let mut pool: Vec<Minted> = vec![authority(&mut dice, 0).self_signed()];
        if dice.roll(3) == 0 {
            pool.push(bearer(public[dice.roll(public.len())].as_ref(), &mut dice));
        }
        let mut ders: Vec<Vec<u8>> = pool.iter().map(|it| it.der.clone()).collect();
        for number in 1..=1 + dice.roll(3) {
            let issuer = pool[dice.roll(pool.len())].clone();
            let minted = spoilt(authority(&mut dice, number), &mut dice).issued_by(&issuer);
            ders.push(minted.der.clone());
            pool.push(minted);
        }
        let leaf = spoilt(server(&mut dice), &mut dice).issued_by(&pool[pool.len() - 1 - dice.roll(2)]);
        ders.push(leaf.der);
        let mut given: Vec<Vec<u8>> = Vec::new();
        for der in ders.into_iter().rev() {
            let times = [0, 1, 1, 1, 1, 1, 1, 2][dice.roll(8)];
            (0..times).for_each(|_| given.insert(given.len() - dice.roll(8).min(given.len()) / 4, der.clone()));
        }
        let mut sources = vec![Source::default()];
        for der in &given {
            match dice.roll(12) {
                0 => sources.push(Source { name: format!("{}.der", sources.len()), bytes: der.clone() }),
                1 => sources.push(Source { name: "more.pem".to_owned(), bytes: pem_block("CERTIFICATE", der).into() }),
                _ => sources[0].bytes.extend(pem_block("CERTIFICATE", der).bytes()),
            }
        }
        sources.retain(|source| !source.bytes.is_empty());
        let hosts = ["www.example.com", "example.com", "a.b.example.com", "192.0.2.1", "no host"];
        let hosts = (0..dice.roll(3)).map(|_| hosts[dice.roll(hosts.len())].to_owned()).collect();
        let now = [NOW, NOW, NOW, Timestamp::day(2030, 1, 1), Timestamp::day(2019, 1, 1)][dice.roll(5)];
        compared.look(&format!("dice {seed}"), &sources, &Options { hosts, ..Options::at(now) });
    }
    println!("{} looks, {} answered: {:?}", compared.looks, compared.answers, compared.codes);
    assert!(compared.answers * 2 > compared.looks, "{} of {}", compared.answers, compared.looks);
    for code in [Code::CHN002, Code::CHN003, Code::CHN004, Code::CHN005, Code::CHN008, Code::CHN016, Code::VAL001] {
        assert!(compared.codes.contains_key(&code), "the dice never made {code}");
    }
}

fn authority(dice: &mut Dice, number: usize) -> Cert {
    const NAMES: [&str; 6] = ["House Root", "House CA 1", "House CA 2", "House  ca 1", "house CA 2", "Другой"];
    // Namesakes, to the byte and by meaning, now and then.
    let name = if dice.roll(6) == 0 { NAMES[dice.roll(NAMES.len())] } else { NAMES[number] };
    Cert::ca(name).key(Key::P256(u8::try_from(40 + number).unwrap()))
}

fn server(dice: &mut Dice) -> Cert {
    let names: [&[&str]; 5] = [
        &["www.example.com", "example.com"],
        &["*.example.com"],
        &["www.example.com", "192.0.2.1"],
        &["bad name", "www.example.com."],
        &["printer.local"],
    ];
    Cert::server(names[dice.roll(names.len())]).key(Key::P256(39))
}

/// With something that decides about it, for better or worse.
fn spoilt(cert: Cert, dice: &mut Dice) -> Cert {
    match dice.roll(20) {
        0 => cert.spoil_signature(),
        1 => cert.valid("2020-01-01", "2021-01-01"),
        2 => cert.valid("2028-01-01", "2029-01-01"),
        3 => cert.without(mint::BASIC_CONSTRAINTS),
        4 => cert.without(mint::KEY_USAGE),
        5 => cert.path_length(0),
        6 => cert.eku(&[mint::CLIENT_AUTH]),
        7 => cert.no_key_ids(),
        8 => cert.signing(Signing::Sha1),
        9 => cert.extension(mint::AKI, false, mint_aki(b"another key")),
        10 => cert.extension("1.2.3.4", true, vec![5, 0]),
        11 => cert.key(Key::Rsa1024),
        12 => cert.valid("2020-01-01", "2039-01-01"),
        _ => cert,
    }
}

fn mint_aki(key_id: &[u8]) -> Vec<u8> {
    support::der::sequence([support::der::implicit(0, key_id)])
}

/// Somebody with the name of a public root, to the byte of its certificate or with a key of our own.
fn bearer(der: &[u8], dice: &mut Dice) -> Minted {
    let root = engine::x509::parse(der).unwrap();
    let mut bearer = Cert::ca("nobody").key(Key::P256(50)).raw_subject(&root.subject.raw).self_signed();
    if dice.roll(2) == 0 {
        bearer.der = der.to_vec();
    }
    if dice.roll(3) > 0 {
        bearer.key_id = root.subject_key_identifier().unwrap_or_default().to_vec();
    }
    bearer
}

#[test]
fn ordinary_chains_are_answered() {
    let mut compared = Compared::default();
    let root = Cert::ca("Ordinary Root").key(Key::P256(61)).self_signed();
    let issuer = Cert::ca("Ordinary CA").key(Key::P256(62)).issued_by(&root);
    let leaf = Cert::server(&["www.example.com", "example.com"]).key(Key::P256(63)).issued_by(&issuer);
    let old = Cert::server(&["www.example.com", "example.com"]).key(Key::P256(63));
    let old = old.valid("2026-01-01", "2026-03-31T23:59:59Z").issued_by(&issuer);
    let public = webpki_root_certs::TLS_SERVER_ROOT_CERTS[0].as_ref();
    let known = engine::x509::parse(public).unwrap();
    let mut above = Cert::ca("nobody").key(Key::P256(64)).raw_subject(&known.subject.raw).self_signed();
    above.key_id = known.subject_key_identifier().unwrap().to_vec();
    let public_issuer = Cert::ca("Public CA").key(Key::P256(65)).issued_by(&above);
    let public_leaf = Cert::server(&["www.example.com", "example.com"]).key(Key::P256(66)).issued_by(&public_issuer);
    let with_root = bundle(&[&public_leaf, &public_issuer]) + &pem_block("CERTIFICATE", public);
    type Chain<'a> = (&'a str, String, Verdict, bool, Order, &'a [Code]);
    let chains: [Chain<'_>; 9] = [
        ("whole", bundle(&[&leaf, &issuer, &root]), Verdict::Ready, true, Order::Ok, &[Code::CHN004]),
        ("a gap above", bundle(&[&leaf, &issuer]), Verdict::Broken, false, Order::Ok, &[Code::CHN003]),
        ("alone", leaf.pem(), Verdict::Broken, false, Order::Ok, &[Code::CHN003]),
        ("turned", bundle(&[&root, &issuer, &leaf]), Verdict::Broken, true, Order::Wrong, &[Code::CHN002]),
        ("expired", bundle(&[&old, &issuer, &root]), Verdict::Broken, true, Order::Ok, &[Code::VAL001]),
        ("public", bundle(&[&public_leaf, &public_issuer]), Verdict::Ready, true, Order::Ok, &[]),
        (
            "public, turned",
            bundle(&[&public_issuer, &public_leaf]),
            Verdict::Broken,
            true,
            Order::Wrong,
            &[Code::CHN002],
        ),
        ("public, with its root", with_root, Verdict::Ready, true, Order::Ok, &[]),
        ("only a root", root.pem(), Verdict::Broken, false, Order::Ok, &[Code::CHN001]),
    ];
    for (name, text, verdict, complete, order, said) in chains {
        let windows = text.replace('\n', "\r\n");
        for text in [text.clone(), windows, format!("\n{text}\n"), text.trim_end().to_owned()] {
            let report = compared.look(name, &pasted(text), &Options::at(NOW));
            let report = report.unwrap_or_else(|| panic!("{name}: not answered"));
            let seen = (report.verdict, report.chain.complete, report.chain.order);
            assert_eq!(seen, (verdict, complete, order), "{name}: {:?}", codes(&report));
            assert!(said.iter().all(|code| codes(&report).contains(code)), "{name}: {:?}", codes(&report));
            speaks_at_once(&report);
        }
    }
    // Several files, one of them not text.
    let file = |name: &str, bytes: &[u8]| Source { name: name.to_owned(), bytes: bytes.to_vec() };
    let files = [file("cert.pem", leaf.pem().as_bytes()), file("ca.cer", &issuer.der), file("root.der", &root.der)];
    assert!(compared.look("files", &files, &Options::at(NOW)).is_some_and(|report| report.chain.complete));
    let hosts = vec!["other.example.org".to_owned()];
    let report = compared.look("a host", &files, &Options { hosts, ..Options::at(NOW) }).expect("an answer");
    assert!(codes(&report).contains(&Code::NAM001) && report.verdict == Verdict::Broken);
}

#[test]
fn the_examples_of_the_page_are_answered() {
    let mut compared = Compared::default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/examples");
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let has_key = bytes.windows(11).any(|part| part == b"PRIVATE KEY");
        let answer = compared.look(&path.display().to_string(), &pasted(&bytes), &Options::at(NOW));
        assert_eq!(answer.is_some(), !has_key, "{}", path.display());
    }
    assert!(compared.answers >= 5, "only {} examples without a key", compared.answers);
}

#[test]
fn what_takes_more_is_left_to_the_engine() {
    let root = Cert::ca("Ordinary Root").key(Key::P256(61)).self_signed();
    let leaf = Cert::server(&["www.example.com"]).key(Key::P256(63)).issued_by(&root);
    let text = bundle(&[&leaf, &root]);
    let plain = || Options::at(NOW);
    let answered = |text: &str, options: &Options| engine::glance(&pasted(text), options).is_some();
    assert!(answered(&text, &plain()));
    for (what, text) in [
        ("nothing", String::new()),
        ("words", format!("Here it is:\n{text}")),
        ("a key", text.clone() + &leaf.key_pem()),
        ("a blank line inside", text.replacen('\n', "\n\n", 3)),
        ("no end", text.trim_end().trim_end_matches('-').to_owned()),
        ("another label", text.replace("CERTIFICATE", "X509 CERTIFICATE")),
        ("spaces", text.replace('\n', " \n")),
        ("old line ends", text.replace('\n', "\r")),
        ("a byte order mark", format!("\u{feff}{text}")),
        ("one line", text.replace('\n', "")),
        ("namesakes", text.clone() + &Cert::ca("Ordinary Root").key(Key::P256(67)).self_signed().pem()),
        ("two servers", text.clone() + &Cert::server(&["b.example.com"]).issued_by(&root).pem()),
    ] {
        assert!(!answered(&text, &plain()), "{what}");
    }
    let source = || Source { name: "x".to_owned(), bytes: text.clone().into_bytes() };
    let folder = Source { name: "nginx/chain.pem".to_owned(), bytes: source().bytes.clone() };
    assert!(engine::glance(&[folder], &plain()).is_none(), "a folder");
    let binary = Source { name: source().name.clone(), bytes: [leaf.der.as_slice(), b"\n"].concat() };
    assert!(engine::glance(&[binary], &plain()).is_none(), "something behind a binary file");
    for options in more(source()) {
        assert!(!answered(&text, &options), "{options:?}");
    }
}

/// Options that ask for more than a glance.
fn more(source: Source) -> Vec<Options> {
    let plain = || Options::at(NOW);
    vec![
        Options { hosts: vec!["bücher.example".to_owned()], ..plain() },
        Options { urls: vec!["https://a.example".to_owned()], ..plain() },
        Options { code: vec![source.clone()], ..plain() },
        Options { listed: vec!["https://a.example".to_owned()], ..plain() },
        Options { repairs: vec![Repair::FullChain], ..plain() },
        Options { passwords: vec![certloupe::report::Password::new("x")], ..plain() },
        Options { roots: vec![source], ..plain() },
        Options { purpose: Purpose::Client, ..plain() },
        Options { depth: Some(0), ..plain() },
        Options { judge: Judge::Web, ..plain() },
        Options { supply: vec![SupplyFile { name: "index.bin".to_owned(), bytes: Vec::new() }], ..plain() },
    ]
}

/// The glance writes and reads messages by itself: they are those of the wire.
#[test]
fn its_messages_are_those_of_the_wire() {
    let ask = |sources: &[Source], options: &Options| {
        let body = Request::Inspect { sources: sources.to_vec(), options: Box::new(options.clone()) };
        let reply = glimpse(&Envelope { id: 300, body }.to_bytes().unwrap()).expect("a request");
        let Envelope { id, body } = Envelope::<Reply>::from_bytes(&reply).expect("a reply");
        assert_eq!(id, 300);
        body
    };
    let mut answered = 0;
    for case in cases() {
        let expected = match engine::glance(&case.sources, &case.options) {
            Some(glance) => Reply::Glance(Box::new(glance.into())),
            None => Reply::NeedsEngine,
        };
        answered += usize::from(expected != Reply::NeedsEngine);
        assert!(ask(&case.sources, &case.options) == expected, "{}", case.name);
    }
    assert!(answered > 100, "only {answered}");
    let leaf = Cert::server(&["www.example.com"]).self_signed();
    let sources = pasted(leaf.pem());
    for options in more(sources[0].clone()) {
        assert_eq!(ask(&sources, &options), Reply::NeedsEngine, "{options:?}");
    }
    let files = Envelope { id: 1, body: Request::Files }.to_bytes().unwrap();
    let needs_engine = Envelope { id: 1, body: Reply::NeedsEngine }.to_bytes();
    assert_eq!(glimpse(&files), needs_engine);
    assert_eq!(glimpse(b""), None);
}

#[test]
fn its_rules_are_rules() {
    let all: Vec<Code> = rules::all().map(|rule| rule.code).collect();
    let place = |code: Code| all.iter().position(|other| *other == code).expect("a rule of the registry");
    let places: Vec<usize> = rules::AT_A_GLANCE.iter().map(|(rule, _)| place(rule.code)).collect();
    assert!(places.is_sorted_by(|one, next| one < next), "in the order of the catalogue, each once");
    assert!(places.len() >= 30);
    // Others take tables, or another floor.
    for (rule, _) in rules::AT_A_GLANCE {
        let family = &rule.code.as_str()[..3];
        assert!(["CRT", "CHN", "NAM", "VAL", "KEY"].contains(&family), "{}", rule.code);
    }
}
