//! Configurations: what is written, literally; and that no value can change what is written around it.
//!
//! `UPDATE=1 cargo test --test deploy` rewrites `tests/deploy/*.snap`; look at the difference.

#[path = "deployments/beside.rs"]
mod beside;
#[path = "deployments/hostile.rs"]
mod hostile;
#[path = "deployments/judges.rs"]
mod judges;
#[path = "deployments/keys.rs"]
mod keys;
#[path = "deployments/messages.rs"]
mod messages;
#[path = "deployments/names.rs"]
mod names;
#[path = "deployments/protocols.rs"]
mod protocols;
#[path = "deployments/refusals.rs"]
mod refusals;
#[path = "deployments/services.rs"]
mod services;
#[path = "deployments/snapshots.rs"]
mod snapshots;
#[path = "deployments/taken_back.rs"]
mod taken_back;
#[path = "deployments/units.rs"]
mod units;
#[path = "deployments/weave.rs"]
mod weave;

#[path = "support/facts.rs"]
mod facts;

use certloupe::deploy::allow::{Host, Upstream};
use certloupe::deploy::{TARGETS, Target, deploy};
use certloupe::report::message::DeployMessage;
use certloupe::report::wire::{DeployOptions, Deployment, File, Profile, Switch};
use certloupe::report::{Code, Finding, Report, Severity};
use certloupe::text::{Lang, worded};
use facts::{Key, report};

/// The target of an identifier.
fn target(id: &str) -> &'static Target {
    TARGETS.iter().copied().find(|target| target.id == id).expect("a target")
}

/// Every profile with every kind of key.
fn kinds() -> impl Iterator<Item = (Profile, Key)> {
    Profile::ALL.into_iter().flat_map(|profile| Key::ALL.map(|key| (profile, key)))
}

/// Where a target can send requests to: in a cluster there are only Services.
fn upstream(target: &Target) -> &'static str {
    ["http://127.0.0.1:3000", "http://app:3000"]
        .into_iter()
        .find(|url| Upstream::parse(url).is_ok_and(|upstream| (target.upstreams)(&upstream)))
        .expect("somewhere")
}

/// What somebody asks for who only chooses; HSTS, which nobody gets unasked, is among it.
fn options(target: &Target, version: &str, profile: Profile, upstream: Option<&str>) -> DeployOptions {
    DeployOptions {
        target: target.id.to_owned(),
        version: Some(version.to_owned()).filter(|version| !version.is_empty()),
        profile,
        names: Vec::new(),
        upstream: upstream.map(str::to_owned),
        ..DeployOptions::default()
    }
    .set(Switch::Hsts, true)
}

/// The text of every file.
fn config(deployment: &Deployment) -> String {
    let text = |file: &File| String::from_utf8(file.bytes.clone()).expect("configurations are text");
    deployment.configs.iter().map(text).collect()
}

/// The configuration with its commands: of some services there is nothing else.
fn whole(deployment: &Deployment) -> String {
    all_commands(deployment).into_iter().fold(config(deployment), |text, line| text + line + "\n")
}

/// Every command that leads forward.
fn all_commands(deployment: &Deployment) -> Vec<&String> {
    let commands = &deployment.commands;
    let lists = [&commands.install, &commands.check, &commands.reload];
    lists.into_iter().flatten().chain(commands.verify.iter().map(|probe| &probe.command)).collect()
}

/// What is usual, for these facts.
fn plain(target: &Target, report: &Report) -> Deployment {
    deploy(report, &options(target, "", Profile::Compatible, None)).expect("a plain certificate can be deployed")
}

/// Whether it serves addresses as well as names.
fn takes_addresses(target: &Target) -> bool {
    (target.hosts)(&Host::Ip([192, 0, 2, 1].into()))
}
