//! What SECURITY.md, CONTRIBUTING.md and the chapters on embedding and hosting name is there: the tests that hold a promise, the places where
//! something is added, the recipes, the names of an element.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// The papers of the house.
const PAPERS: [&str; 4] = ["CHANGELOG.md", "CONTRIBUTING.md", "README.md", "SECURITY.md"];

/// The languages of the book.
const LANGUAGES: [&str; 2] = ["en", "zh"];

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
    for lang in LANGUAGES {
        assert_eq!(included(&format!("docs/book/{lang}/src/hosting.md")), recipes, "{lang}");
    }
}

/// Of every site that is made with the element in it, what makes it so.
#[test]
fn the_chapters_on_embedding_show_every_site() {
    let sites = fs::read_dir(root().join("tests/sites")).expect("the sites").map(|entry| entry.expect("an entry"));
    let sites =
        sites.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().to_string_lossy().into_owned());
    let sites: BTreeSet<_> = sites.filter(|name| name != "node_modules").collect(); // what makes some of them
    for lang in LANGUAGES {
        let chapter = format!("docs/book/{lang}/src/embed.md");
        let shown = included(&chapter);
        let shown = shown.iter().filter_map(|path| path.strip_prefix(root().join("tests/sites")).ok());
        let shown: BTreeSet<_> =
            shown.filter_map(|path| Some(path.iter().next()?.to_string_lossy().into_owned())).collect();
        assert_eq!(shown, sites, "{chapter}");
        let line = read(&chapter).split_once("trusted-types/index.html:").and_then(|(_, rest)| {
            let number: usize = rest.split_once("}}")?.0.parse().ok()?;
            read("tests/sites/trusted-types/index.html").lines().nth(number - 1).map(str::to_owned)
        });
        assert!(line.is_some_and(|line| line.contains("trusted-types certloupe")), "{chapter}: another line");
    }
}

/// Attributes, properties, parts, reasons and messages are those of the scripts, all of them.
#[test]
fn the_chapters_on_embedding_name_what_there_is() {
    let scripts: Vec<_> =
        files(&root().join("www/embed")).iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let scripts = scripts.join("\n") + &read("www/frame.js");
    let between = |before: &str, after: char| -> BTreeSet<String> {
        let found = scripts.split(before).skip(1).filter_map(|rest| rest.split_once(after));
        found.flat_map(|(it, _)| it.split_whitespace()).filter(|it| !it.contains('$')).map(str::to_owned).collect()
    };
    let attributes: BTreeSet<_> =
        between("observedAttributes = [", ']').iter().map(|it| it.replace(['"', ','], "")).collect();
    let tokens: BTreeSet<_> = between("var(--cl-", ',').iter().map(|it| format!("--cl-{it}")).collect();
    let parts = [("part: \"", '"'), ("part: `", '`'), ("\"part\", \"", '"')];
    let parts: BTreeSet<_> = parts.iter().flat_map(|(before, after)| between(before, *after)).collect();
    // Messages have no other types; buttons and scripts have.
    let types = |mark: &str| between(mark, '"').into_iter().filter(|it| !["button", "module"].contains(&it.as_str()));
    let messages: BTreeSet<_> = ["type: \"", "changes(\"", "data.type !== \""]
        .iter()
        .flat_map(|mark| types(mark).collect::<Vec<_>>())
        .collect();
    // The words that are no reason stand first.
    let words = read("www/embed/words.js");
    let (_, reasons) = words.split_once("  foreign: [").expect("the first reason");
    let keys = reasons.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(": ["));
    let reasons: BTreeSet<_> = keys.map(|(key, _)| key.to_owned()).chain(["foreign".to_owned()]).collect();
    assert!(
        attributes.len() > 4 && tokens.len() > 15 && parts.len() > 20 && reasons.len() > 8,
        "{parts:?} {reasons:?}"
    );

    for lang in LANGUAGES {
        let chapter = read(&format!("docs/book/{lang}/src/embed.md"));
        let named = |heading: &str, table: usize, cell: usize| -> BTreeSet<String> {
            let (_, section) = chapter.split_once(&format!("{{#{heading}}}")).expect(heading);
            let tables = section.split("\n|---").nth(table + 1).expect("a table").lines().skip(1);
            let rows = tables.take_while(|line| line.starts_with('|'));
            rows.flat_map(|row| {
                code(row.split('|').nth(cell + 1).unwrap_or_default()).map(str::to_owned).collect::<Vec<_>>()
            })
            .collect()
        };
        assert_eq!(named("element", 0, 0), attributes, "{lang}");
        assert_eq!(named("events", 1, 0), reasons, "{lang}");
        assert_eq!(named("theme", 0, 0), tokens, "{lang}");
        assert_eq!(named("theme", 1, 0), parts, "{lang}");
        assert_eq!(named("messages", 0, 1), messages, "{lang}");
        for name in named("events", 0, 0).into_iter().chain(named("blocks", 0, 1)) {
            assert!(scripts.contains(&name), "{lang}: {name}");
        }
        for name in named("blocks", 1, 0) {
            let (mark, name) = name.split_at(name.rfind('-').expect("a mark") + 1);
            assert!(
                scripts.contains(&format!("{mark}$")) && scripts.contains(&format!("\"{name}\"")),
                "{lang}: {mark}{name}"
            );
        }
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

/// The files that a chapter shows.
fn included(chapter: &str) -> BTreeSet<PathBuf> {
    let text = read(chapter);
    let folder = root().join(chapter);
    let folder = folder.parent().expect("a folder");
    let included = text.split("{{#include ").skip(1).filter_map(|rest| rest.split_once("}}"));
    let file = |place: &str| place.split_once(':').map_or(place.to_owned(), |(file, _)| file.to_owned());
    included.map(|(place, _)| fs::canonicalize(folder.join(file(place))).expect(place)).collect()
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
