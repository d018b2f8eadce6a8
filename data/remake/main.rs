//! Remakes the facts in `data/trust/` from the research tables and says what changed; makes the pack of certificates
//! that the page loads when it needs one.
//!
//! `data tables` writes `data/trust/{roots,revoked}.tsv`. `data pack DIR` writes the pack. Both read the folder that
//! `CERTLOUPE_DATA` names, else `../shared/data` beside the project; the pack does without it, with less in it.
#![allow(clippy::print_stdout, reason = "a program for the terminal")]

mod cell;
mod pack;
mod revoked;
mod roots;

use std::{env, error::Error, fs, path::PathBuf, process::ExitCode};

/// What stops the program: said once, to standard error.
type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["tables"] => tables(),
        ["pack", folder] => pack::write(source_folder().as_deref(), folder.as_ref()),
        _ => Err("usage: data tables | data pack DIR".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("data: {trouble}");
            ExitCode::FAILURE
        }
    }
}

fn tables() -> Outcome<()> {
    let from =
        source_folder().ok_or("no research tables: CERTLOUPE_DATA names no folder, and ../shared/data is not there")?;
    for (name, text) in [("roots.tsv", roots::table(&from)?), ("revoked.tsv", revoked::table(&from)?)] {
        let path = project("data/trust").join(name);
        let before = fs::read_to_string(&path).unwrap_or_default();
        report(name, &before, &text);
        fs::write(&path, text)?;
    }
    Ok(())
}

/// Says which lines are new and which are gone.
fn report(name: &str, before: &str, after: &str) {
    let count = |these: &str, others: &str| {
        let others: std::collections::BTreeSet<_> = others.lines().collect();
        these.lines().filter(|line| !others.contains(line)).count()
    };
    let (new, gone) = (count(after, before), count(before, after));
    println!("{name}: {} lines, {new} new or changed, {gone} gone or changed", after.lines().count());
}

/// The research tables, where there are any.
fn source_folder() -> Option<PathBuf> {
    let named = env::var_os("CERTLOUPE_DATA").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| project("../shared/data"));
    folder.join("roots.pem").exists().then_some(folder)
}

fn project(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}
