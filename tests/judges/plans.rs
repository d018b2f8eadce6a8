//! Every kind of plan for a target, and programs in Python that look at what was written.

use crate::facts::{Key, report};
use crate::tools::tools;
use certloupe::deploy::{TARGETS, Version, deploy};
use certloupe::report::wire::{DeployOptions, Deployment, Profile, Switch};
use std::io::Write;
use std::process::{Command, Stdio};

/// A deployment with the words to find it again.
pub struct Made {
    pub label: String,
    pub version: Version,
    pub deployment: Deployment,
}

impl Made {
    /// The text of a file.
    pub fn text(&self, name: &str) -> Option<String> {
        let file = self.deployment.configs.iter().find(|file| file.name == name)?;
        Some(String::from_utf8(file.bytes.clone()).expect("configurations are text"))
    }
}

/// Every profile and key, with every switch on and off, in these versions.
pub fn plans(target: &str, versions: &[&str]) -> Vec<Made> {
    let known = TARGETS.iter().find(|known| known.id == target).expect("a target");
    let mut made = Vec::new();
    for version in versions {
        let parsed = Version::parse(version).expect("a version");
        for profile in Profile::ALL {
            for key in Key::ALL {
                for wanted in [true, false] {
                    let options = DeployOptions {
                        target: target.to_owned(),
                        version: Some((*version).to_owned()),
                        profile,
                        ..DeployOptions::default()
                    };
                    let options = Switch::ALL.iter().fold(options, |options, switch| options.set(*switch, wanted));
                    let names = ["www.example.com", "*.example.com", "example.com", "it--s.example.com", "192.0.2.1"];
                    let label = format!("{target} {version} {} {key:?} {wanted}", profile.id());
                    match deploy(&report(key, &names, &["http://ocsp.example.net"]), &options) {
                        Ok(deployment) => made.push(Made { label, version: parsed, deployment }),
                        Err(_) => assert!(
                            !known
                                .protocols
                                .iter()
                                .any(|(_, since)| parsed >= *since && profile == Profile::Compatible),
                            "{label}"
                        ),
                    }
                }
            }
        }
    }
    assert!(made.len() >= versions.len() * 12, "{target}: only {} plans", made.len());
    made
}

/// What a program in Python says to these texts, one answer each; none where the judges are not installed.
pub fn ask(program: &str, texts: &[String]) -> Option<Vec<serde_json::Value>> {
    let judges = tools("judges")?;
    let mut python = Command::new("python3");
    python.args(["-c", program]).env("PYTHONPATH", judges).env("PYTHONDONTWRITEBYTECODE", "1");
    let mut child = python.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("python3 is installed");
    let mut input = child.stdin.take().expect("an input");
    input.write_all(serde_json::to_string(texts).expect("texts").as_bytes()).expect("written");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "the program in Python failed");
    let answers: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).expect("an answer in JSON");
    assert_eq!(answers.len(), texts.len());
    Some(answers)
}
