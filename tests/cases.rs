//! Every case file says what the engine finds, to the finding; and every case file is what its recipe makes.
#![allow(clippy::print_stdout, reason = "it says how much it checked")]

mod support;

use std::{fs, path::Path};
use support::{case_file, recipes};

#[test]
fn cases_find_what_they_say() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let update = std::env::var_os("UPDATE").is_some();
    let (mut checked, mut wrong) = (0, Vec::new());
    for (family, files) in recipes::all() {
        for (file, recipe) in files {
            let path = root.join(family).join(format!("{file}.case"));
            if update {
                let cases: Vec<_> = recipe.iter().map(case_file::Case::answered).collect();
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(&path, case_file::write(&cases)).unwrap();
            }
            let written = case_file::read(
                &fs::read_to_string(&path).unwrap_or_else(|error| panic!("{family}/{file}.case: {error}")),
            );
            if written.iter().map(case_file::Case::input).ne(recipe.iter().map(case_file::Case::input)) {
                wrong.push(format!("{family}/{file}.case is not what its recipe makes; UPDATE=1 writes it"));
                continue;
            }
            for case in written {
                checked += 1;
                let found = case.answered();
                if found != case {
                    wrong.push(format!(
                        "{family}/{file}.case, {}:\n  expected {:#?} {:#?} {:#?}\n  found    {:#?} {:#?} {:#?}",
                        case.name,
                        case.expect,
                        case.understood,
                        case.trust,
                        found.expect,
                        found.understood,
                        found.trust
                    ));
                }
            }
        }
    }
    println!("{checked} cases checked");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(checked >= 100, "only {checked} cases: a family is missing");
}

#[test]
fn no_case_file_is_forgotten() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let listed: Vec<_> = recipes::all()
        .into_iter()
        .flat_map(|(family, files)| files.into_iter().map(move |(file, _)| format!("{family}/{file}.case")))
        .collect();
    for family in fs::read_dir(&root).expect("tests/cases") {
        let family = family.unwrap();
        for file in fs::read_dir(family.path()).unwrap() {
            let name = format!("{}/{}", family.file_name().display(), file.unwrap().file_name().display());
            assert!(listed.contains(&name), "{name} has no recipe");
        }
    }
}
