//! The house keeps its floors: each imports only what lies below it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// A floor and what it may name by `crate::…`.
const FLOORS: &[(&str, &[&str])] = &[
    ("report", &["report"]),
    ("text", &["report", "text"]),
    ("engine", &["engine", "report"]),
    ("deploy", &["deploy", "report", "text"]),
    ("export", &["engine", "export", "report", "text"]),
    ("api", &["api", "deploy", "engine", "export", "report", "text"]),
    ("app", &["app", "report", "text"]),
    ("look", &["app", "look", "report", "text"]),
];

/// A floor that stands behind a feature, so that a module built without it can not link it.
const GATES: &[(&str, &str)] =
    &[("engine", "glance"), ("export", "engine"), ("deploy", "deploy"), ("app", "page"), ("look", "look")];

/// A wasm module of the page, the feature it is built with, and the floors behind gates that it is made of.
const MODULES: &[(&str, &str, &[&str])] = &[
    ("app", "page", &["app"]),
    ("look", "look", &["app", "look"]),
    ("glance", "glance-module", &["engine"]),
    ("worker", "worker", &["engine", "export"]),
    ("full", "full-worker", &["engine", "export"]),
    ("deploy", "deployer", &["deploy"]),
];

/// Longest file without a reason in its first comment, in lines.
const LONG_FILE: usize = 400;

#[test]
fn each_floor_imports_only_what_lies_below() {
    let mut seen = 0;
    for (floor, allowed) in FLOORS {
        let files = rust_files(&source().join(floor));
        assert!(!files.is_empty(), "{floor} has no files");
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            for named in floors_named(&text) {
                seen += 1;
                assert!(allowed.contains(&named.as_str()), "{}: names crate::{named}", file.display());
            }
        }
    }
    assert!(seen > 50, "only {seen} imports seen");
}

#[test]
fn every_folder_is_a_floor() {
    let folders: BTreeSet<_> = fs::read_dir(source())
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir() && entry.file_name() != "bin")
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    let floors: BTreeSet<_> = FLOORS.iter().map(|(floor, _)| (*floor).to_owned()).collect();
    assert_eq!(folders, floors);
}

#[test]
fn each_module_is_made_of_its_own_floors_only() {
    let (manifest, features) = (read("Cargo.toml"), features());
    let (house, page) = (read("src/lib.rs"), read("www/index.html"));
    for (floor, feature) in GATES {
        let gate = format!("#[cfg(feature = \"{feature}\")]\npub mod {floor};");
        assert!(house.contains(&gate), "src/lib.rs lets {floor} in without {feature}");
    }
    for (module, feature, floors) in MODULES {
        let on = turned_on(feature, &features);
        let open: Vec<_> = GATES.iter().filter(|(_, gate)| on.contains(*gate)).map(|(floor, _)| *floor).collect();
        assert_eq!(open, *floors, "{module}: the floors that the feature {feature} opens");
        let bin = format!("name = \"{module}\"\nrequired-features = [\"{feature}\"]");
        assert!(manifest.contains(&bin), "Cargo.toml builds {module} without {feature}");
        let line = page.lines().find(|line| line.contains(&format!("data-bin=\"{module}\"")));
        let line = line.unwrap_or_else(|| panic!("www/index.html does not build {module}"));
        for wanted in [&format!("data-cargo-features=\"{feature}\""), "data-cargo-no-default-features"] {
            assert!(line.contains(wanted), "{module}: www/index.html builds it without {wanted}");
        }
    }
    let bins: BTreeSet<_> =
        rust_files(&source().join("bin")).iter().map(|file| file.file_stem().unwrap().to_owned()).collect();
    assert_eq!(bins, MODULES.iter().map(|(module, ..)| (*module).into()).collect(), "every binary is a module");
}

#[test]
fn the_engine_has_no_clock_no_browser_and_no_files() {
    for file in rust_files(&source().join("engine")) {
        let text = fs::read_to_string(&file).unwrap();
        for forbidden in ["SystemTime", "Instant::now", "web_sys", "js_sys", "std::fs", "std::net::Tcp", "println!"] {
            assert!(!text.contains(forbidden), "{}: {forbidden}", file.display());
        }
    }
}

#[test]
fn a_long_file_says_why() {
    for folder in ["src", "tests", "examples"] {
        for file in rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) {
            let text = fs::read_to_string(&file).unwrap();
            let lines = text.lines().count();
            let reason = text.lines().take(12).any(|line| line.starts_with("//") && line.contains("long"));
            assert!(lines <= LONG_FILE || reason, "{}: {lines} lines without a reason", file.display());
        }
    }
}

/// The floors that a source text names: `crate::report::…`, `use crate::{engine::…, text}`.
fn floors_named(text: &str) -> BTreeSet<String> {
    let code: String =
        text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
    let mut named = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => named.extend(top_level_names(group)),
            None => named.extend(first_name(rest)),
        }
    }
    named
}

/// The first names of a group's entries: `engine` and `text` of `engine::{self, x}, text}`.
fn top_level_names(group: &str) -> Vec<String> {
    let (mut depth, mut entry, mut names) = (0, String::new(), Vec::new());
    for character in group.chars() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.extend(first_name(&std::mem::take(&mut entry))),
            _ => entry.push(character),
        }
    }
    names.extend(first_name(&entry));
    names
}

fn first_name(text: &str) -> Option<String> {
    let name: String =
        text.trim_start().chars().take_while(|character| character.is_alphanumeric() || *character == '_').collect();
    (!name.is_empty()).then_some(name)
}

/// The features of Cargo.toml with what each turns on.
fn features() -> BTreeMap<String, Vec<String>> {
    let manifest = read("Cargo.toml");
    let (_, section) = manifest.split_once("[features]\n").expect("a section of features");
    let section = section.split("\n[").next().unwrap_or_default();
    let code: String = section.lines().filter(|line| !line.starts_with('#')).collect();
    let lists = code.split_terminator(']').map(|list| list.split_once('[').expect("a list"));
    lists
        .map(|(name, list)| {
            let name = name.trim().trim_end_matches('=').trim();
            let on = list.split(',').map(|one| one.trim().trim_matches('"').to_owned());
            (name.to_owned(), on.filter(|one| !one.is_empty()).collect())
        })
        .collect()
}

/// What a feature turns on, itself and what that turns on included.
fn turned_on(feature: &str, features: &BTreeMap<String, Vec<String>>) -> BTreeSet<String> {
    let others = features.get(feature).into_iter().flatten().flat_map(|one| turned_on(one, features));
    others.chain([feature.to_owned()]).collect()
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}
