//! Files, folders and standard input as sources.

use certloupe::report::Source;
use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

/// Reads everything that was named; a folder stands for the files below it, in the order of their names.
pub fn read(paths: &[PathBuf]) -> Result<Vec<Source>, String> {
    let mut sources = Vec::new();
    for path in paths {
        add(path, &mut sources).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(sources)
}

fn add(path: &Path, sources: &mut Vec<Source>) -> io::Result<()> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes)?;
        sources.push(Source { name: String::new(), bytes });
    } else if path.is_dir() {
        let mut entries =
            fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
        entries.sort();
        for entry in entries {
            add(&entry, sources)?;
        }
    } else {
        sources.push(Source { name: path.display().to_string(), bytes: fs::read(path)? });
    }
    Ok(())
}
