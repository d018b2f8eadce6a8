//! Two other validators on the paths of x509-limbo (where it lies beside the project) and on our own: `openssl verify`,
//! told to be strict, and webpki, which rustls stands on. Each follows some of the standard; where one differs from us,
//! `tests/exceptions/second_opinions.json` says why. A difference that has gone fails, too.
#![allow(clippy::print_stdout, reason = "it says how much it compared")]
#![cfg(not(target_family = "wasm"))]

mod support;

use certloupe::{
    engine::inspect,
    report::{Options, Purpose, Source},
};
use rustls_pki_types::{CertificateDer, ServerName, UnixTime};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    net::IpAddr,
    path::Path,
    time::Duration,
};
use support::{
    limbo::{self, Outcome, Suite},
    openssl::{folder, openssl, shared_data},
    recipes,
};
use webpki::{ALL_VERIFICATION_ALGS, EndEntityCert, KeyUsage, anchor_from_trusted_cert};

/// A path to judge.
struct Question {
    id: String,
    options: Options,
    /// The certificate that it is about, others, and revocation lists.
    leaf: String,
    others: Vec<String>,
    lists: Vec<String>,
}

/// Cases on which a validator differs from us, for one reason.
#[derive(Deserialize)]
struct Difference {
    validator: String,
    theirs: Outcome,
    reason: String,
    cases: Vec<String>,
}

#[test]
fn openssl_is_asked() {
    let folder = folder("second-opinions");
    compare("openssl", 200, &mut |question| Some(by_openssl(question, &folder)));
}

#[test]
fn webpki_is_asked() {
    compare("webpki", 200, &mut |question| by_webpki(question).ok());
}

/// Asks a validator about every path; none where it can not be asked.
fn compare(validator: &str, at_least: usize, ask: &mut dyn FnMut(&Question) -> Option<(bool, String)>) {
    let mut known = differences(validator);
    let (mut agree, mut differ, mut not_asked, mut wrong) = (0, 0, 0, Vec::new());
    let mut seen = BTreeSet::new();
    let questions = questions();
    for question in &questions {
        seen.insert(question.id.clone());
        let Some((accepts, said)) = ask(question) else {
            not_asked += 1;
            continue;
        };
        let theirs = if accepts { Outcome::Success } else { Outcome::Failure };
        let (report, analysis) = inspect(&sources(question), &question.options);
        let ours = limbo::outcome(&report, &analysis);
        match known.remove(&question.id) {
            None if ours == theirs => agree += 1,
            Some(expected) if expected == theirs && ours != theirs => differ += 1,
            Some(_) => wrong.push(format!("{}: the known difference is none any more", question.id)),
            None => {
                wrong.push(format!("{}: {validator} {theirs:?} ({said}), we: {}", question.id, limbo::why(&report)))
            }
        }
    }
    println!("{validator}: {agree} agree, {differ} known differences, {not_asked} not asked of {}", questions.len());
    // Without the shared file its cases are not here.
    let is_here = |id: &String| shared_data("limbo.json").is_some() || !id.contains("::");
    wrong
        .extend(known.into_keys().filter(is_here).map(|id| format!("{id}: a known difference that was not looked at")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(agree >= at_least, "only {agree} agree");
}

fn differences(validator: &str) -> BTreeMap<String, Outcome> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exceptions/second_opinions.json");
    let all: Vec<Difference> = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    assert!(all.iter().all(|difference| !difference.reason.is_empty()));
    let of_it = all.into_iter().filter(|difference| difference.validator == validator);
    let mut known = BTreeMap::new();
    for Difference { theirs, cases, .. } in of_it {
        for case in cases {
            assert!(known.insert(case.clone(), theirs).is_none(), "{case} is listed twice");
        }
    }
    known
}

fn questions() -> Vec<Question> {
    let text = |source: &Source| String::from_utf8(source.bytes.clone()).unwrap();
    let mut questions = Vec::new();
    for (file, cases) in recipes::letter::files() {
        for case in cases {
            let texts: Vec<String> = case.sources.iter().map(text).collect();
            let (lists, certificates): (Vec<_>, Vec<_>) = texts.into_iter().partition(|it| it.contains("X509 CRL"));
            let (leaf, others) = certificates.split_first().unwrap();
            questions.push(Question {
                id: format!("{file}: {}", case.name),
                options: case.options,
                leaf: leaf.clone(),
                others: others.to_vec(),
                lists,
            });
        }
    }
    let Some(file) = shared_data("limbo.json") else { return questions };
    let suite: Suite = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    questions.extend(suite.testcases.into_iter().map(|case| Question {
        id: case.id.clone(),
        options: limbo::options(&case),
        leaf: case.peer_certificate,
        others: case.untrusted_intermediates,
        lists: case.crls,
    }));
    questions
}

fn sources(question: &Question) -> Vec<Source> {
    let all = std::iter::once(&question.leaf).chain(&question.others).chain(&question.lists);
    all.enumerate().map(|(number, pem)| limbo::source(&format!("{number}.pem"), pem)).collect()
}

fn by_openssl(question: &Question, folder: &Path) -> (bool, String) {
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let options = &question.options;
    let leaf = write("leaf.pem", &question.leaf);
    let roots: String = options.roots.iter().map(|root| String::from_utf8_lossy(&root.bytes).into_owned()).collect();
    let (roots, others) = (write("roots.pem", &roots), write("others.pem", &question.others.concat()));
    let moment = options.now.unix().to_string();
    let purpose = if options.purpose == Purpose::Client { "sslclient" } else { "sslserver" };
    let mut arguments: Vec<String> = [
        "verify",
        "-no-CApath",
        "-no-CAstore",
        "-x509_strict",
        "-partial_chain",
        "-policy_check",
        "-policy",
        "2.5.29.32.0",
    ]
    .map(str::to_owned)
    .to_vec();
    let mut add = |words: &[&str]| arguments.extend(words.iter().map(|word| (*word).to_owned()));
    add(&["-purpose", purpose, "-attime", &moment, "-CAfile", &roots]);
    if !question.others.is_empty() {
        add(&["-untrusted", &others]);
    }
    if let Some(depth) = options.depth {
        add(&["-verify_depth", &depth.to_string()]);
    }
    if !question.lists.is_empty() {
        add(&["-crl_check", "-CRLfile", &write("lists.pem", &question.lists.concat())]);
    }
    let ask = |more: &[&str]| {
        let words: Vec<&str> =
            arguments.iter().map(String::as_str).chain(more.iter().copied()).chain([leaf.as_str()]).collect();
        let run = openssl(&words, &[]);
        let said = run.stderr.lines().filter(|line| line.contains("error")).collect::<Vec<_>>().join(" / ");
        (run.succeeded, said)
    };
    let answers = options.hosts.iter().map(|host| match host {
        host if host.contains('@') => ask(&["-verify_email", host]),
        host if host.parse::<IpAddr>().is_ok() => ask(&["-verify_ip", host]),
        host => ask(&["-verify_hostname", host]),
    });
    answers.reduce(|one, other| if one.0 { other } else { one }).unwrap_or_else(|| ask(&[]))
}

/// Cases that webpki has no words for: mailboxes, limits of depth, revocation lists (ours are about form).
fn by_webpki(question: &Question) -> Result<(bool, String), ()> {
    let options = &question.options;
    let names: Vec<ServerName<'_>> = options
        .hosts
        .iter()
        .map(|host| ServerName::try_from(host.as_str()).map_err(|_| ()))
        .collect::<Result<_, _>>()?;
    if options.depth.is_some() || !question.lists.is_empty() {
        return Err(());
    }
    let der = |text: &str| CertificateDer::from(pem::parse(text).unwrap().into_contents());
    let leaf = der(&question.leaf);
    let others: Vec<_> = question.others.iter().map(|text| der(text)).collect();
    let roots: Vec<_> = options.roots.iter().map(|root| der(&String::from_utf8_lossy(&root.bytes))).collect();
    let verdict = (|| {
        let anchors = roots.iter().map(anchor_from_trusted_cert).collect::<Result<Vec<_>, _>>()?;
        let moment = UnixTime::since_unix_epoch(Duration::from_secs(options.now.unix().try_into().unwrap()));
        let usage = match options.purpose {
            Purpose::Client => KeyUsage::client_auth(),
            Purpose::Server => KeyUsage::server_auth(),
        };
        let end = EndEntityCert::try_from(&leaf)?;
        end.verify_for_usage(ALL_VERIFICATION_ALGS, &anchors, &others, moment, usage, None, None)?;
        names.iter().try_for_each(|name| end.verify_is_valid_for_subject_name(name))
    })();
    Ok(match verdict {
        Ok(()) => (true, String::new()),
        Err(error) => (false, format!("{error:?}").chars().take(100).collect()),
    })
}
