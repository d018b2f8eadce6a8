//! Every file of the certificate that a configuration names is replaced by the hook, and belongs to the same people
//! afterwards: for every target, in every version and on every system that changes what is written.

use super::report;
use certloupe::deploy::commands::renewal;
use certloupe::deploy::{Place, Plan, TARGETS, Target, deploy, systems_of};
use certloupe::report::wire::{DeployOptions, Shell, Switch};

/// The systems and versions of a target, its oldest version, and the newest.
fn kinds(target: &Target) -> Vec<DeployOptions> {
    let of = |version: Option<String>, system: Option<String>| DeployOptions {
        target: target.id.to_owned(),
        version,
        system,
        ..DeployOptions::default()
    };
    let systems = systems_of(target).into_iter().map(|system| of(Some(system.version), Some(system.id)));
    let versions = (!target.is_service()).then(|| of(Some(target.oldest.to_string()), None));
    systems.chain(versions).chain([of(None, None)]).collect()
}

#[test]
fn every_file_of_the_certificate_is_replaced_as_it_was_installed() {
    let facts = report(&["a.test"]);
    let (mut files, mut targets) = (0, 0);
    for target in TARGETS.iter().filter(|target| target.shell == Shell::Posix) {
        let before = files;
        for options in kinds(target) {
            // A second certificate is renewed by a hook of its own.
            for options in [options.clone(), options.set(Switch::BothKeys, true)] {
                let label = format!("{} {:?} {:?}", target.id, options.version, options.system);
                let Ok(made) = deploy(&facts, &options) else { continue };
                let (plan, _) = Plan::new(&facts, &options, Place::default()).expect("deployed above");
                let hook = renewal(&plan).expect("deployed above");
                let configs: String = made.configs.iter().map(|file| String::from_utf8_lossy(&file.bytes)).collect();
                let folder = format!("{}/", plan.folder());
                // Settings that stand beside the certificate change with the settings.
                let is_ours =
                    |path: &str| path.starts_with("second/") || made.configs.iter().any(|file| file.name == path);
                let mut named: Vec<&str> = configs.split(folder.as_str()).skip(1).map(path).collect();
                named.retain(|path| !path.is_empty() && !is_ours(path));
                named.sort_unstable();
                named.dedup();
                for path in named {
                    let whole = format!("{folder}{path}");
                    let touches = |line: &&String| !line.starts_with("for ") && words(line).any(|word| word == whole);
                    let installed: Vec<_> = made.commands.install.iter().filter(touches).collect();
                    let renewed: Vec<_> = hook.iter().filter(touches).collect();
                    assert!(!installed.is_empty(), "{label}: nothing puts {whole} in place");
                    let left: Vec<_> = installed.iter().filter(|line| !renewed.contains(line)).collect();
                    assert!(left.is_empty(), "{label}: the hook leaves out {left:?}");
                    files += 1;
                }
            }
        }
        targets += usize::from(files > before);
    }
    assert!(files > 300 && targets >= 40, "{files} files of {targets} targets");
}

/// What a path is until a configuration goes on.
fn path(rest: &str) -> &str {
    let ends = |c: char| !(c.is_ascii_alphanumeric() || "._/-".contains(c));
    rest.split(ends).next().unwrap_or_default().trim_end_matches(['.', '/'])
}

/// The words of a command, without what a container stands before them.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split([' ', ')']).map(|word| word.trim_matches(['"', '\'']).rsplit(':').next().unwrap_or(word))
}
