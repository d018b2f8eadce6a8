//! What stood there before: kept by the install commands, and put back by the last step.
//!
//! A file is kept once a day, so that a second try does not take the first for what was there before; and a later
//! deployment has a folder of its own, so that nothing is ever lost. What is put back is no longer kept: a second time
//! puts back nothing, and without an install nothing is removed. The folder is nobody's configuration, for some servers
//! read every file beside their own.

use super::plan::Plan;
use super::syntax::{Plain, Word, around, powershell};
use crate::report::wire::Shell;

/// The words of the commands.
#[derive(Debug)]
pub struct Lines {
    /// Before anything is put in place: the folder of today, that it is there, and each file in it or a mark that there
    /// was none.
    pub keep: [Vec<Word>; 3],
    /// The way back: the newest folder, and each file out of it.
    pub back: [Vec<Word>; 2],
}

/// The folder, in which each day has its own: for `sh` as the variable `kept`, for PowerShell below `ProgramData`.
pub fn folder(plan: &Plan) -> Word {
    let site = format!("{}/{}", plan.target.id, plan.stem);
    match plan.target.shell {
        Shell::Posix => around("kept=/var/backups/certloupe/", site, ""),
        Shell::PowerShell => around("certloupe/", site, ""),
    }
}

/// For `sh`. Files are copied, and not moved, so that each has the label of the folder it stands in (SELinux).
pub fn posix(folder: &Word, placed: &[Word]) -> Lines {
    let each = |what| among("for file in", placed, what);
    Lines {
        keep: [
            vec![folder.clone(), Plain("&& kept=$kept/$(date +%F)")],
            // Keys are among the files.
            vec![Plain("install -d -m 700 \"$kept\"")],
            each(
                "; do [ -e \"${kept:?}$file\" ] || [ -e \"$kept$file.absent\" ] || { mkdir -p \"$kept${file%/*}\"; \
                 if [ -e \"$file\" ]; then cp -p \"$file\" \"$kept$file\"; else touch \"$kept$file.absent\"; fi; }; done",
            ),
        ],
        back: [
            vec![folder.clone(), Plain("&& kept=$(ls -d \"$kept\"/* | tail -n 1)")],
            each(
                "; do if [ -e \"${kept:?nothing is kept}$file\" ]; then cp -p \"$kept$file\" \"$file\" && \
                 rm \"$kept$file\"; elif [ -e \"$kept$file.absent\" ]; then rm -f \"$file\" \"$kept$file.absent\"; fi; done",
            ),
        ],
    }
}

/// For PowerShell, in which a path without its punctuation is the name of the copy.
pub fn powershell(folder: &Word, placed: &[Word]) -> Lines {
    let placed = powershell::list(placed);
    // At the start of a line a path would be a command.
    let each = |what| among("Write-Output", &placed, what);
    let folder = |what| vec![Plain("$kept = Join-Path $env:ProgramData"), folder.clone(), Plain(what)];
    Lines {
        keep: [
            folder("| Join-Path -ChildPath (Get-Date -Format yyyy-MM-dd)"),
            vec![Plain("New-Item -ItemType Directory -Force -Path $kept | Out-Null")],
            each(
                "| ForEach-Object { $copy = Join-Path $kept ($_ -replace '\\W', '_'); \
                 if (-not ((Test-Path $copy) -or (Test-Path \"$copy.absent\"))) { \
                 if (Test-Path $_) { Copy-Item $_ $copy } else { New-Item -ItemType File \"$copy.absent\" | Out-Null } } }",
            ),
        ],
        back: [
            folder("| Get-ChildItem | Sort-Object Name | Select-Object -Last 1 | ForEach-Object { $_.FullName }"),
            each(
                "| Where-Object { $kept } | ForEach-Object { $copy = Join-Path $kept ($_ -replace '\\W', '_'); \
                 if (Test-Path $copy) { Copy-Item -Force $copy $_; Remove-Item $copy } \
                 elseif (Test-Path \"$copy.absent\") { Remove-Item -Force $_, \"$copy.absent\" } }",
            ),
        ],
    }
}

/// A command for where there was no such file before.
pub fn where_absent(file: Word, command: impl IntoIterator<Item = Word>) -> Vec<Word> {
    let found = [Plain("for file in"), file, Plain("; do [ ! -e \"${kept:?nothing is kept}$file.absent\" ] ||")];
    found.into_iter().chain(command).chain([Plain("; done")]).collect()
}

fn among(before: &'static str, placed: &[Word], after: &'static str) -> Vec<Word> {
    [Plain(before)].into_iter().chain(placed.iter().cloned()).chain([Plain(after)]).collect()
}
