//! Packages that a server needs beside its own, by the package manager of each system. What is there is left alone.

use crate::deploy::commands::Script;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::Plain;

/// Systems, what says whether a package is there, and what installs it.
const MANAGERS: [(&[&str], &str, &str); 3] = [
    (&["rhel"], "rpm -q", "dnf install -y"),
    (&["centos"], "rpm -q", "yum install -y"),
    (&["alpine"], "apk info -e", "apk add"),
];

/// Installs what is missing; nothing on a system whose packages nobody knows here.
pub fn need(plan: &Plan, script: &mut Script, packages: impl IntoIterator<Item = &'static str>) {
    let Some((_, has, install)) = MANAGERS.iter().find(|(systems, ..)| plan.runs_on(systems)) else { return };
    for package in packages {
        let missing = [Plain(has), Plain(package), Plain(">/dev/null 2>&1 ||")];
        script.install(missing.into_iter().chain([Plain(install), Plain(package)]));
    }
}
