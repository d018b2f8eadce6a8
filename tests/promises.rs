//! What SECURITY.md, CONTRIBUTING.md and the chapters on hosting name is there: the tests that hold a promise, the places where something is
//! added, the recipes.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// The papers of the house.
const PAPERS: [&str; 4] = ["CHANGELOG.md", "CONTRIBUTING.md", "README.md", "SECURITY.md"];

/// What is built, and need not be there.
const BUILT: [&str; 3] = ["dist/", "pkg/", "target/"];

#[test]
fn every_promise_is_held_by_a_test() {
    let text = read("SECURITY.md");
    let (_, promises) = text.split_once("## What is promised\n").expect("the promises");
    let (promises, _) = promises.split_once("\n## ").expect("their end");
    let rows: Vec<_> = promises.lines().filter(|line| line.starts_with("| **")).collect();
    assert!(rows.len() > 10, "only {} promises", rows.len());
    for row in rows {
        let tests: Vec<_> = code(row).filter_map(|word| word.split_once("::")).collect();
        assert!(!tests.is_empty(), "no test holds this: {row}");
        for (file, name) in tests {
            assert!(is_run(file, name), "{file} has no test {name}");
        }
    }
}

#[test]
fn a_test_that_is_gone_would_be_missed() {
    assert!(
        is_run("tests/limits.rs", "too_many_bytes") && is_run("tests/e2e/link.rs", "a_link_carries_what_was_given")
    );
    assert!(!is_run("tests/limits.rs", "too_many") && !is_run("tests/limits.rs", "inspect"));
    assert!(!is_run("tests/e2e/link.rs", "reload") && !is_run("tests/none.rs", "too_many_bytes"));
}

#[test]
fn every_place_that_is_named_is_there() {
    let mut seen = 0;
    for paper in PAPERS {
        let text = read(paper);
        let linked = text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target);
        let linked = linked.filter(|target| !target.starts_with("http"));
        // A place to fill in ends what can be looked for; what a command is given is looked for word by word.
        let named = code(&text).flat_map(str::split_whitespace).filter(|word| word.contains('/'));
        let named = named.map(|word| word.split(['<', ':']).next().unwrap_or_default());
        let is_ours =
            |word: &&str| word.split('/').next().is_some_and(|first| !first.is_empty() && root().join(first).exists());
        for place in linked.chain(named.filter(is_ours)) {
            let is_built = BUILT.iter().any(|folder| place.starts_with(folder));
            assert!(is_built || root().join(place).exists(), "{paper}: there is no {place}");
            seen += 1;
        }
        for words in code(&text).map(|code| code.split_whitespace().collect::<Vec<_>>()) {
            for pair in words.windows(2).filter(|pair| pair[0] == "--test") {
                let (file, folder) = (format!("tests/{}.rs", pair[1]), format!("tests/{}/main.rs", pair[1]));
                assert!(root().join(&file).exists() || root().join(folder).exists(), "{paper}: there is no {file}");
                seen += 1;
            }
        }
    }
    assert!(seen > 80, "only {seen} places seen");
}

/// The chapters show the files themselves, and say of each what was tried.
#[test]
fn both_chapters_show_every_recipe() {
    let recipes: BTreeSet<_> = files(&root().join("hosting"))
        .into_iter()
        .filter(|path| path.extension().is_none_or(|end| end != "dockerignore"))
        .collect();
    assert!(recipes.len() > 4, "{recipes:?}");
    for chapter in ["docs/book/en/src/hosting.md", "docs/book/zh/src/hosting.md"] {
        let text = read(chapter);
        let folder = root().join(chapter);
        let folder = folder.parent().expect("a folder");
        let included = text.split("{{#include ").skip(1).filter_map(|rest| rest.split_once("}}"));
        let included = included.map(|(path, _)| fs::canonicalize(folder.join(path)).expect(path));
        assert_eq!(included.collect::<BTreeSet<_>>(), recipes, "{chapter}");
    }
}

/// Whether a file has a test of that name. The flows of browsers are run by their names in one place.
fn is_run(file: &str, name: &str) -> bool {
    let text = fs::read_to_string(root().join(file)).unwrap_or_default();
    if file == "tests/e2e/main.rs" {
        return text.contains(&format!("    {name}: ")) || text.contains(&format!("#[test]\nfn {name}("));
    }
    if file.starts_with("tests/e2e/") {
        let flows = read("tests/e2e/main.rs");
        let is_named = flows.lines().any(|line| line.trim().trim_end_matches(',') == name)
            || flows.contains(&format!("::{name})"));
        return is_named && text.contains(&format!("pub async fn {name}("));
    }
    let Some((before, _)) = text.split_once(&format!("fn {name}(")) else { return false };
    before.trim_end().ends_with("#[test]") || before.trim_end().ends_with("#[wasm_bindgen_test]")
}

/// What stands between backticks in a line.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with("```")).flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// All files of a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![fs::canonicalize(path).expect("a path")] })
        .collect()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
