//! The engine from a terminal, for scripts, CI and our own tests.
//!
//! Exit status: 0 no error finding · 1 at least one error finding · 2 usage, or nothing readable. Messages go to
//! standard error, results to standard output.
#![allow(clippy::print_stdout, reason = "this is the terminal")]

mod arguments;
mod show;
mod sources;
mod supply;

use arguments::{Arguments, Command};
use certloupe::{
    api::{Session, handbook},
    deploy,
    engine::read,
    export,
    report::{
        CheckOptions, Code, FileFormat, Finding, InputKind, Platform, Repair, Report, Severity, Source, Verdict,
        wire::{File, Reply, Request},
    },
};
use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};
use supply::Supply;

/// Why there is no result: for standard error, exit status 2.
type Trouble = String;

fn main() -> ExitCode {
    let arguments = match arguments::parse() {
        Ok(arguments) => arguments,
        Err(trouble) => {
            eprintln!("{trouble}\n\n{}", arguments::USAGE);
            return ExitCode::from(2);
        }
    };
    match run(&arguments) {
        Ok(status) => status,
        Err(trouble) => {
            eprintln!("certloupe: {trouble}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<ExitCode, Trouble> {
    match arguments.command {
        Command::Inspect => inspect(arguments),
        Command::Checks => checks(arguments),
        Command::Compare => compare(arguments),
        Command::Fix => fix(arguments),
        Command::Deploy => write_deployment(arguments),
        Command::Convert => convert(arguments),
        Command::Create => create(arguments),
        Command::Renew => renew(arguments),
        Command::Codes => {
            show::codes(Code::ALL, arguments);
            Ok(ExitCode::SUCCESS)
        }
        Command::Targets => {
            show::targets(deploy::TARGETS, arguments);
            Ok(ExitCode::SUCCESS)
        }
        Command::Platforms => {
            show::platforms(Platform::ALL, arguments);
            Ok(ExitCode::SUCCESS)
        }
        Command::Formats => {
            show::formats(FileFormat::ALL, arguments);
            Ok(ExitCode::SUCCESS)
        }
        Command::Symptoms => {
            show::symptoms(&handbook(arguments.lang).symptoms, arguments);
            Ok(ExitCode::SUCCESS)
        }
        Command::Claims => {
            show::claims(&handbook(arguments.lang).claims, arguments);
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn inspect(arguments: &Arguments) -> Result<ExitCode, Trouble> {
    let (session, report) = inspected(arguments, Vec::new())?;
    drop(session);
    let status = status(&report);
    show::report(report, arguments);
    Ok(status)
}

/// The script on standard output, what was left out on standard error; with `--json` everything.
fn checks(arguments: &Arguments) -> Result<ExitCode, Trouble> {
    let (mut session, _) = inspected(arguments, Vec::new())?;
    let options = CheckOptions { lang: arguments.lang.tag().to_owned(), ..arguments.checks.clone() };
    match session.answer(Request::Checks(options)) {
        Reply::Checks(checks) => {
            let refused = checks.notes.iter().any(|note| note.severity == Severity::Error);
            show::checks(*checks, arguments);
            Ok(if refused { ExitCode::from(1) } else { ExitCode::SUCCESS })
        }
        Reply::Refused(refusals) => Ok(refused(refusals, arguments)),
        _ => Err("there is nothing to check".to_owned()),
    }
}

/// The first is the one in use.
fn compare(arguments: &Arguments) -> Result<ExitCode, Trouble> {
    let (mut session, report) = inspected(arguments, Vec::new())?;
    let [old, new] = report.server_certificates()[..] else {
        return Err("give two server certificates, each with its chain".to_owned());
    };
    let Reply::Comparison(comparison) = session.answer(Request::Compare { old, new }) else {
        return Err("there is nothing to compare".to_owned());
    };
    let verdict = comparison.verdict;
    show::comparison(*comparison, arguments);
    Ok(if verdict == Verdict::Broken { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn fix(arguments: &Arguments) -> Result<ExitCode, Trouble> {
    let (mut session, report) = inspected(arguments, vec![Repair::FullChain])?;
    let Reply::Files(mut files) = session.answer(Request::Files) else { return Err("nothing to fix".to_owned()) };
    files.extend(session.analysis().and_then(export::key_file));
    write_files(arguments.out()?, &files)?;
    show::findings(&report, arguments);
    Ok(status(&report))
}

fn write_deployment(arguments: &Arguments) -> Result<ExitCode, Trouble> {
    let (mut session, report) = inspected(arguments, vec![Repair::FullChain])?;
    match session.answer(Request::Deploy(arguments.deploy.clone())) {
        Reply::Deployment(deployment) => {
            let mut files = deployment.files.clone();
            files.extend(deployment.configs.iter().cloned());
            files.push(certloupe::text::deploy_note(&deployment, arguments.lang));
            files.extend(session.analysis().and_then(export::key_file));
            write_files(arguments.out()?, &files)?;
            show::deployment(&deployment, arguments);
            Ok(status(&report))
        }
        Reply::Refused(refusals) => Ok(refused(refusals, arguments)),
        _ => Err("there is no server certificate to deploy".to_owned()),
    }
}

/// One file to the place that was named; what is written is in the right order without a repair, and the report stays
/// that of the inspection. A format of several files has the others beside it, under their own names.
fn convert(arguments: &Arguments) -> Result<ExitCode, Trouble> {
    let (out, options) = (arguments.out()?, arguments.convert()?);
    let private = options.format.needs_key() || options.format == FileFormat::Zip;
    let (mut session, report) = inspected(arguments, Vec::new())?;
    match session.answer(Request::Convert(options)) {
        Reply::Files(files) => {
            let named = |file: &File| out.file_name().is_some_and(|name| name == file.name.as_str());
            if let Some(file) = files.iter().skip(1).find(|file| named(file)) {
                return Err(format!("--out {}: {} is written beside it, under that name", out.display(), file.name));
            }
            show::errors(&report, arguments);
            for (index, file) in files.iter().enumerate() {
                let path = if index == 0 { out.to_owned() } else { out.with_file_name(&file.name) };
                write_file(&path, &file.bytes, private)?;
            }
            Ok(ExitCode::SUCCESS)
        }
        Reply::Refused(refusals) => {
            let refused = refused(refusals, arguments);
            Ok(if is_readable(&report) { refused } else { ExitCode::from(2) })
        }
        _ => Err("nothing to convert".to_owned()),
    }
}

fn create(arguments: &Arguments) -> Result<ExitCode, Trouble> {
    let folder = arguments.out()?;
    match Session::default().answer(Request::Create(arguments.create())) {
        Reply::Files(files) => {
            // A key that a server may be using is not replaced by one that nobody asked a certificate for.
            if let Some(there) = files.iter().map(|file| folder.join(&file.name)).find(|path| path.exists()) {
                return Err(format!("{} is there already: name another folder", there.display()));
            }
            write_files(folder, &files)?;
            Ok(ExitCode::SUCCESS)
        }
        Reply::Refused(refusals) => Ok(refused(refusals, arguments)),
        _ => Err("no key was made".to_owned()),
    }
}

/// What to do goes to standard output, scripts, settings and the calendar into a folder where one is named.
fn renew(arguments: &Arguments) -> Result<ExitCode, Trouble> {
    let (mut session, report) = inspected(arguments, Vec::new())?;
    match session.answer(Request::Renewal(arguments.renew())) {
        Reply::Renewal(renewal) => {
            if let Some(folder) = arguments.out_if_any() {
                let files: Vec<File> = renewal.files.iter().chain(&renewal.calendar).cloned().collect();
                write_files(folder, &files)?;
            }
            show::renewal(&renewal, &report.renewals, arguments);
            Ok(if is_readable(&report) { ExitCode::SUCCESS } else { ExitCode::from(2) })
        }
        Reply::Refused(refusals) => Ok(refused(refusals, arguments)),
        _ => Err("there is nothing to renew".to_owned()),
    }
}

fn refused(refusals: Vec<Finding>, arguments: &Arguments) -> ExitCode {
    for refusal in refusals {
        show::finding(refusal, arguments);
    }
    ExitCode::from(1)
}

fn inspected(arguments: &Arguments, repairs: Vec<Repair>) -> Result<(Session, Report), Trouble> {
    let mut options = arguments.options.clone();
    options.repairs = repairs;
    options.roots = roots(&arguments.roots)?;
    options.code = sources::read(&arguments.code)?;
    let mut session = Session::default();
    let mut supply = Supply::of_this_machine();
    let report = session.inspect(&sources::read(&arguments.files)?, options, &mut |name| supply.file(name));
    report.map(|report| (session, report)).ok_or_else(|| "the engine gave no report".to_owned())
}

/// What is trusted in this run. A file without a certificate would pass for trust in nothing.
fn roots(files: &[PathBuf]) -> Result<Vec<Source>, Trouble> {
    let sources = sources::read(files)?;
    match sources.iter().find(|source| read::read(std::slice::from_ref(source)).certificates.is_empty()) {
        Some(empty) => Err(format!("--roots {}: there is no certificate in it", empty.name)),
        None => Ok(sources),
    }
}

/// 2 when nothing readable was given, 1 when there is an error finding, else 0.
fn status(report: &Report) -> ExitCode {
    match report.verdict {
        _ if !is_readable(report) => ExitCode::from(2),
        Verdict::Broken => ExitCode::from(1),
        Verdict::Attention | Verdict::Ready => ExitCode::SUCCESS,
    }
}

/// Whether there is anything besides wrapping paper: archives, passwords and error messages alone are none.
fn is_readable(report: &Report) -> bool {
    const NOTHING_BY_THEMSELVES: [InputKind; 5] =
        [InputKind::Unknown, InputKind::Parameters, InputKind::Archive, InputKind::Password, InputKind::ErrorText];
    report.inputs.iter().any(|input| !NOTHING_BY_THEMSELVES.contains(&input.kind))
}

fn write_files(folder: &Path, files: &[File]) -> Result<(), Trouble> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    files.iter().try_for_each(|file| write_file(&folder.join(&file.name), &file.bytes, file.name.ends_with("key.pem")))
}

/// Writes a file and says so. A private one is readable for its owner only, also where it was there before.
fn write_file(path: &Path, bytes: &[u8], private: bool) -> Result<(), Trouble> {
    let write = || {
        let mut options = fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        if private {
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        }
        let mut file = options.open(path)?;
        #[cfg(unix)]
        if private {
            file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
        }
        file.write_all(bytes)
    };
    write().map_err(|error: io::Error| format!("{}: {error}", path.display()))?;
    eprintln!("{}", path.display());
    Ok(())
}
