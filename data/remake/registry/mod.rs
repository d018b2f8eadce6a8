//! What package registries ship, fetched with their own clients into `target/data/`. Every download is announced.

pub mod debian;
pub mod python;

use super::{Outcome, project};
use certloupe::{
    engine::{read, x509::Certificate},
    report::Source,
};
use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// A folder for what is fetched; it is kept, so that a second run fetches what is new.
pub fn folder(name: &str) -> Outcome<PathBuf> {
    let folder = project("target/data").join(name);
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The same, empty.
pub fn empty_folder(name: &str) -> Outcome<PathBuf> {
    fs::remove_dir_all(folder(name)?)?;
    folder(name)
}

/// A program's standard output; an error when it can not be started or fails.
pub fn output(program: &str, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>, at: &Path) -> Outcome<String> {
    let ran = Command::new(program).args(arguments).current_dir(at).stdin(Stdio::null()).output();
    let ran = ran.map_err(|error| format!("{program}: {error}"))?;
    if !ran.status.success() {
        let said = String::from_utf8_lossy(&ran.stderr);
        let last = said.lines().rfind(|line| !line.trim().is_empty()).unwrap_or("it failed without a word");
        return Err(format!("{program}: {last}").into());
    }
    Ok(String::from_utf8_lossy(&ran.stdout).into_owned())
}

/// Every certificate in a file, whatever it is packed in.
pub fn certificates_in(path: &Path) -> Outcome<Vec<Certificate>> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(read::read(&[Source { name: path.display().to_string(), bytes }]).certificates)
}

/// The files below a folder.
pub fn files_below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
