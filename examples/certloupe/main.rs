//! The engine from a terminal, for scripts, CI and our own tests.
//!
//! Exit status: 0 no error finding · 1 at least one error finding · 2 usage, or nothing readable. Messages go to
//! standard error, results to standard output.
#![allow(clippy::print_stdout, reason = "this is the terminal")]

mod arguments;
mod show;
mod sources;

use arguments::{Arguments, Command};
use certloupe::{
    api::Session,
    deploy, export,
    report::{
        Code, InputKind, Repair, Report, Verdict,
        wire::{File, Reply, Request},
    },
};
use std::{fs, path::Path, process::ExitCode};

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
        Command::Fix => fix(arguments),
        Command::Deploy => write_deployment(arguments),
        Command::Codes => {
            show::codes(Code::ALL, arguments);
            Ok(ExitCode::SUCCESS)
        }
        Command::Targets => {
            show::targets(deploy::TARGETS, arguments);
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
            files.push(deployment.config.clone());
            files.extend(session.analysis().and_then(export::key_file));
            write_files(arguments.out()?, &files)?;
            show::deployment(&deployment, arguments);
            Ok(status(&report))
        }
        Reply::Refused(refusals) => {
            for refusal in refusals {
                show::finding(refusal, arguments);
            }
            Ok(ExitCode::from(1))
        }
        _ => Err("there is no server certificate to deploy".to_owned()),
    }
}

fn inspected(arguments: &Arguments, repairs: Vec<Repair>) -> Result<(Session, Report), Trouble> {
    let mut options = arguments.options.clone();
    options.repairs = repairs;
    let mut session = Session::default();
    let request = Request::Inspect { sources: sources::read(&arguments.files)?, options };
    match session.answer(request) {
        Reply::Report(report) => Ok((session, *report)),
        _ => Err("the engine gave no report".to_owned()),
    }
}

/// 2 when nothing readable was given, 1 when there is an error finding, else 0.
fn status(report: &Report) -> ExitCode {
    let readable = report.inputs.iter().any(|input| input.kind != InputKind::Unknown);
    match report.verdict {
        _ if !readable => ExitCode::from(2),
        Verdict::Broken => ExitCode::from(1),
        Verdict::Attention | Verdict::Ready => ExitCode::SUCCESS,
    }
}

fn write_files(folder: &Path, files: &[File]) -> Result<(), Trouble> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for file in files {
        let path = folder.join(&file.name);
        write_file(&path, file).map_err(|error| format!("{}: {error}", path.display()))?;
        eprintln!("{}", path.display());
    }
    Ok(())
}

/// Keys are readable for their owner only.
fn write_file(path: &Path, file: &File) -> std::io::Result<()> {
    use std::io::Write;
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    if file.name.ends_with("key.pem") {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)?.write_all(&file.bytes)
}
