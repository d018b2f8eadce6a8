//! Remakes the facts in `data/trust/` and says what changed, compares them with what registries ship, and makes the
//! supply of certificates that the page loads when it needs one. `make data` does all of it.
//!
//! `data tables` writes `data/trust/{roots,revoked}.tsv`. `data check [NAME…]` compares. `data supply DIR` writes the
//! supply. The first and the last read the folder that `CERTLOUPE_DATA` names, else `../shared/data` beside the project;
//! the supply also takes the reports of the CCADB where they can be had.
#![allow(clippy::print_stdout, reason = "a program for the terminal")]

mod ccadb;
mod check;
mod facts;
mod registry;
mod supply;
mod tables;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};
use tables::Outcome;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["tables"] => write_tables(),
        ["check", names @ ..] => check::run(names),
        ["supply", folder] => supply::write(research().as_deref(), folder.as_ref()),
        _ => Err("usage: data tables | data check [NAME…] | data supply DIR".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("data: {trouble}");
            ExitCode::FAILURE
        }
    }
}

fn write_tables() -> Outcome<()> {
    let Some(from) = research() else {
        println!("tables: as they are; CERTLOUPE_DATA names no research folder, and ../shared/data is not there");
        return Ok(());
    };
    let trust = project("data/trust");
    for (name, text) in tables::all(&from, &trust)? {
        let path = trust.join(name);
        let before = fs::read_to_string(&path).unwrap_or_default();
        report(name, &before, &text);
        fs::write(&path, text)?;
    }
    Ok(())
}

/// Says which lines are new and which are gone.
fn report(name: &str, before: &str, after: &str) {
    let changed = |these: &str, others: &str, mark: &str| {
        let others: std::collections::BTreeSet<_> = others.lines().collect();
        let changed: Vec<_> = these.lines().filter(|line| !others.contains(line)).collect();
        changed.iter().for_each(|line| println!("  {mark} {line}"));
        changed.len()
    };
    let (gone, new) = (changed(before, after, "-"), changed(after, before, "+"));
    println!("{name}: {} lines, {new} new or changed, {gone} gone or changed", after.lines().count());
}

/// The research tables, where there are any.
fn research() -> Option<PathBuf> {
    let named = env::var_os("CERTLOUPE_DATA").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| project("../shared/data"));
    folder.join("roots.pem").exists().then_some(folder)
}

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
