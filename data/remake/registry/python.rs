//! The Python package index, asked by pip.

use super::{empty_folder, files_below, output};
use crate::Outcome;
use std::path::PathBuf;

/// The newest wheel of a package, and its version.
pub fn wheel(package: &str) -> Outcome<(PathBuf, String)> {
    let folder = empty_folder("python")?;
    println!("downloading the wheel of {package} with pip");
    let quiet = ["-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--disable-pip-version-check"];
    output("python3", quiet.into_iter().chain(["--dest", ".", package]), &folder)?;
    let wheel = files_below(&folder)?.pop().ok_or("pip downloaded nothing")?;
    let name = wheel.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let version = name.split('-').nth(1).ok_or_else(|| format!("{name} names no version"))?;
    Ok((wheel.clone(), version.to_owned()))
}
