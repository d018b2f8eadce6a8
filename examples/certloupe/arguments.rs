//! The command line, word by word.

use certloupe::{
    report::{
        Options, Timestamp,
        wire::{DeployOptions, Profile},
    },
    text::Lang,
};
use lexopt::prelude::{Long, Short, Value, ValueExt};
use std::{
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

pub const USAGE: &str = "\
usage: certloupe inspect [--json] [--lang en|zh] [--now RFC3339] [--host H]… FILE…
       certloupe deploy --target ID [--target-version V] [--profile modern|compatible|mini-program|legacy]
                        [--name H]… [--upstream URL] [--hsts] [--now RFC3339] --out DIR FILE…
       certloupe fix --out DIR FILE…
       certloupe targets | codes [--json]
FILE may be a folder, or - for standard input.";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    Inspect,
    Fix,
    Deploy,
    Codes,
    Targets,
}

#[derive(Debug)]
pub struct Arguments {
    pub command: Command,
    pub json: bool,
    pub lang: Lang,
    pub options: Options,
    pub deploy: DeployOptions,
    pub files: Vec<PathBuf>,
    out: Option<PathBuf>,
}

impl Arguments {
    /// The folder to write to.
    pub fn out(&self) -> Result<&Path, String> {
        self.out.as_deref().ok_or_else(|| "--out says where to write".to_owned())
    }
}

/// Reads the command line.
pub fn parse() -> Result<Arguments, String> {
    parse_from(lexopt::Parser::from_env()).map_err(|error| format!("certloupe: {error}"))
}

fn parse_from(mut parser: lexopt::Parser) -> Result<Arguments, lexopt::Error> {
    let command = match parser.next()? {
        Some(Value(word)) => match word.string()?.as_str() {
            "inspect" => Command::Inspect,
            "fix" => Command::Fix,
            "deploy" => Command::Deploy,
            "codes" => Command::Codes,
            "targets" => Command::Targets,
            other => return Err(format!("there is no command {other}").into()),
        },
        Some(other) => return Err(other.unexpected()),
        None => return Err("say what to do".into()),
    };
    let mut arguments = Arguments {
        command,
        json: false,
        lang: Lang::from_tag(&std::env::var("LANG").unwrap_or_default()),
        options: Options::at(now()),
        deploy: DeployOptions::default(),
        files: Vec::new(),
        out: None,
    };
    while let Some(argument) = parser.next()? {
        match (argument, command) {
            (Long("json"), _) => arguments.json = true,
            (Long("lang"), _) => arguments.lang = Lang::from_tag(&parser.value()?.string()?),
            (Long("now"), _) => {
                arguments.options.now =
                    parser.value()?.parse_with(|text| Timestamp::parse(text).ok_or("not RFC 3339"))?;
            }
            (Long("host"), Command::Inspect) => arguments.options.hosts.push(parser.value()?.string()?),
            (Long("target"), Command::Deploy) => arguments.deploy.target = parser.value()?.string()?,
            (Long("target-version"), Command::Deploy) => arguments.deploy.version = Some(parser.value()?.string()?),
            (Long("profile"), Command::Deploy) => {
                arguments.deploy.profile =
                    parser.value()?.parse_with(|id| Profile::from_id(id).ok_or("no such profile"))?;
            }
            (Long("name"), Command::Deploy) => arguments.deploy.names.push(parser.value()?.string()?),
            (Long("upstream"), Command::Deploy) => arguments.deploy.upstream = Some(parser.value()?.string()?),
            (Long("hsts"), Command::Deploy) => arguments.deploy.hsts = true,
            (Short('o') | Long("out"), Command::Deploy | Command::Fix) => arguments.out = Some(parser.value()?.into()),
            (Value(file), Command::Inspect | Command::Deploy | Command::Fix) => arguments.files.push(file.into()),
            (other, _) => return Err(other.unexpected()),
        }
    }
    let wants_files = !matches!(command, Command::Codes | Command::Targets);
    if wants_files && arguments.files.is_empty() {
        return Err("name at least one file, or - for standard input".into());
    }
    Ok(arguments)
}

/// The clock; the only one, and `--now` replaces it.
fn now() -> Timestamp {
    #[allow(
        clippy::disallowed_methods,
        reason = "the terminal is an edge of the house: the clock is read here and passed on"
    )]
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp::from_unix(i64::try_from(elapsed.as_secs()).unwrap_or(i64::MAX))
}
