//! What is written, and what is said, when a configuration or a file is asked for; all of it for one public example.

use super::project;
use crate::support::case_file::NOW;
use certloupe::{
    api::Session,
    deploy::{TARGETS, Target, deploy},
    report::{
        Code, FileFormat, Finding, Options, Report, Source, Timestamp,
        wire::{ConvertOptions, DeployOptions, Deployment, Profile, Reply, Request, Switch},
    },
};
use std::{collections::BTreeMap, fs, sync::LazyLock};

/// The example that everything is made for, and the invented root above it.
pub const EXAMPLE: &str = "www/examples/good.pem";
pub const ROOT: &str = "www/examples/root.pem";
/// The day that it is judged at: what is written must not depend on the clock.
pub const DAY: Timestamp = NOW;

/// What was said of a request.
#[derive(Debug)]
pub struct Said {
    /// The request, as a command line.
    pub command: String,
    /// What was said.
    pub finding: Finding,
}

/// The report on the example.
pub fn report() -> &'static Report {
    static REPORT: LazyLock<Report> = LazyLock::new(|| session(&[EXAMPLE]).1);
    &REPORT
}

/// A configuration for the example, or why there is none.
///
/// # Errors
/// As [`deploy`].
pub fn example(target: &Target, profile: Profile) -> Result<Deployment, Vec<Finding>> {
    let options = DeployOptions { target: target.id.to_owned(), profile, ..DeployOptions::default() };
    deploy(report(), &options)
}

/// For each message that a code has when configurations and files are asked for, the plainest request that shows it.
pub fn of_code(code: Code) -> Vec<&'static Said> {
    static SAID: LazyLock<Vec<Said>> = LazyLock::new(everything);
    let mut first: BTreeMap<String, (usize, &Said)> = BTreeMap::new();
    for (at, said) in SAID.iter().enumerate().filter(|(_, said)| said.finding.code == code) {
        first.entry(format!("{:?}", said.finding.message.id)).or_insert((at, said));
    }
    let mut first: Vec<_> = first.into_values().collect();
    first.sort_by_key(|(at, _)| *at);
    first.into_iter().map(|(_, said)| said).collect()
}

/// The plain requests come first.
fn everything() -> Vec<Said> {
    let mut said = Vec::new();
    for options in requests() {
        let findings = match deploy(report(), &options) {
            Ok(deployment) => deployment.notes,
            Err(refusals) => refusals,
        };
        let command = command(&options);
        said.extend(findings.into_iter().map(|finding| Said { command: command.clone(), finding }));
    }
    for files in [&[EXAMPLE][..], &["www/examples/leaf-only.pem"], &["www/examples/wrong-file.pem"]] {
        for format in FileFormat::ALL {
            let Reply::Refused(refusals) = session(files).0.answer(Request::Convert(ConvertOptions::to(*format)))
            else {
                continue;
            };
            let command = format!("convert --to {} --out {} {}", format.id(), format.file_name(), files.join(" "));
            said.extend(refusals.into_iter().map(|finding| Said { command: command.clone(), finding }));
        }
    }
    said
}

/// What nobody should ask for, and what nothing can be made of.
fn odd_requests() -> Vec<DeployOptions> {
    let nginx = || DeployOptions { target: "nginx".to_owned(), ..DeployOptions::default() };
    let some = |text: &str| Some(text.to_owned());
    vec![
        DeployOptions { names: vec!["shop.example.com;".to_owned()], ..nginx() },
        DeployOptions { names: vec!["*.*.example.com".to_owned()], ..nginx() },
        DeployOptions { upstream: some("http://127.0.0.1:3000\""), ..nginx() },
        DeployOptions { upstream: some("127.0.0.1:3000"), ..nginx() },
        DeployOptions { certificate: some("/etc/ssl/site;.pem"), key: some("/etc/ssl/key.pem"), ..nginx() },
        DeployOptions { certificate: some("site.pem"), key: some("/etc/ssl/key.pem"), ..nginx() },
        DeployOptions { certificate: some("/etc/ssl/site.pem"), ..nginx() },
        DeployOptions { key: some("/etc/ssl/key.pem"), ..nginx() },
        DeployOptions { version: some("1.0.15"), ..nginx() },
        DeployOptions { version: some("stable"), ..nginx() },
        DeployOptions { system: some("windows-2022"), ..nginx() },
        DeployOptions { target: "telnetd".to_owned(), ..DeployOptions::default() },
    ]
}

/// Every server with every profile: its newest version, then its oldest; as it comes, then with all that can be had.
fn requests() -> Vec<DeployOptions> {
    const PROFILES: [Profile; 4] = [Profile::Compatible, Profile::Modern, Profile::MiniProgram, Profile::Legacy];
    let mut requests = Vec::new();
    for with in [&[][..], Switch::ALL] {
        for oldest in [false, true] {
            for profile in PROFILES {
                for target in TARGETS.iter().filter(|target| !oldest || !target.is_service()) {
                    requests.push(DeployOptions {
                        target: target.id.to_owned(),
                        version: oldest.then(|| target.oldest.to_string()),
                        profile,
                        with: with.to_vec(),
                        ..DeployOptions::default()
                    });
                }
            }
        }
        if with.is_empty() {
            requests.extend(odd_requests());
        }
    }
    requests
}

/// The request as it is typed.
fn command(options: &DeployOptions) -> String {
    let mut command = format!("deploy --target {}", options.target);
    let mut add = |option: &str, value: &str| {
        let plain = value.chars().all(|character| character.is_ascii_alphanumeric() || "./:_-".contains(character));
        command += &if plain { format!(" {option} {value}") } else { format!(" {option} '{value}'") };
    };
    options.system.iter().for_each(|system| add("--system", system));
    options.version.iter().for_each(|version| add("--target-version", version));
    if options.profile != Profile::default() {
        add("--profile", options.profile.id());
    }
    options.names.iter().for_each(|name| add("--name", name));
    options.upstream.iter().for_each(|upstream| add("--upstream", upstream));
    options.certificate.iter().for_each(|path| add("--certificate", path));
    options.key.iter().for_each(|path| add("--key", path));
    options.with.iter().for_each(|part| add("--with", part.id()));
    format!("{command} --out site {EXAMPLE}")
}

fn session(files: &[&str]) -> (Session, Report) {
    let source = |file: &str| Source { name: file.to_owned(), bytes: fs::read(project(file)).expect("an example") };
    let sources: Vec<_> = files.iter().map(|file| source(file)).collect();
    let options = Options { roots: vec![source(ROOT)], ..Options::at(DAY) };
    let mut session = Session::default();
    let report = session.inspect(&sources, options, &mut |_| None).expect("a report");
    (session, report)
}
