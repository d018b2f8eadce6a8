//! The table that sets TLSRef's output beside ours is made from what was found of theirs and from our own judges.

use certloupe::deploy::targets::{Judge, find};
use std::fmt::Write as _;
use std::path::PathBuf;

const THEIRS: &str = include_str!("compared/theirs.tsv");

#[test]
fn every_shared_server_has_a_judge_of_ours() {
    let mut table =
        "| server | theirs, as it comes | theirs, told the versions | ours |\n|---|---|---|---|\n".to_owned();
    for row in THEIRS.lines().filter(|row| !row.starts_with('#')) {
        let [id, as_it_comes, told] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("three columns: {row}") };
        let target = find(id).unwrap_or_else(|| panic!("{id} is not written for"));
        let ours = match target.judge {
            Judge::Server => "✔ started and asked".to_owned(),
            Judge::Like(other) => format!("✔ as {other}"),
            Judge::Program(program) => format!("✔ {program}"),
        };
        let _ = writeln!(table, "| {} | {as_it_comes} | {told} | {ours} |", target.title);
    }
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/comparison.md");
    let text = std::fs::read_to_string(&path).expect("the documentation is there");
    let (before, rest) = text.split_once("<!-- compared -->\n").expect("a place for the table");
    let (_, after) = rest.split_once("<!-- /compared -->").expect("its end");
    let wanted = format!("{before}<!-- compared -->\n{table}<!-- /compared -->{after}");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, wanted).expect("written");
    } else {
        assert_eq!(text, wanted, "UPDATE=1 rewrites it");
    }
}
