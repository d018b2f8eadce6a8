//! The command line, word by word.

use certloupe::{
    engine::platforms::{known_phone, phone_versions},
    report::{
        AcmeClient, Challenge, CheckOptions, DnsProvider, FileFormat, Judge, KeyChoice, Options, Password, Phone,
        Platform, Purpose, RenewalOptions, Timestamp,
        wire::{ConvertOptions, CreateOptions, DeployOptions, Profile, Switch},
    },
    text::Lang,
};
use lexopt::prelude::{Long, Short, Value, ValueExt};
use std::{
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

pub const USAGE: &str = "\
usage: certloupe inspect [--json] [--lang en|zh] [--now RFC3339] [--host H]… [--url U]… [--code FILE]… [--listed U]…
                         [--platform ID]… [--phone ID=VERSION]… [--target ID] [--password P]… [--roots PEM]… [--purpose server|client]
                         [--depth N] [--judge clients|rfc5280|web] FILE…
       certloupe deploy --target ID [--target-version V] [--profile modern|compatible|mini-program|legacy]
                        [--system ID] [--library V] [--name H]… [--upstream URL] [--certificate PATH --key PATH] [--client-ca PATH]
                        [--with PART]… [--without PART]… [--hsts] [--now RFC3339] [--password P]… --out DIR FILE…
       certloupe checks [--json] [--lang en|zh] [--edge IP]… [--file NAME] [--host H]… [--url U]… [--code FILE]… FILE…
       certloupe compare [--json] [--lang en|zh] [--now RFC3339] [--password P]… OLD NEW
       certloupe fix [--password P]… --out DIR FILE…
       certloupe convert --to ID [--password P]… [--out-password P] --out FILE FILE…
       certloupe create [--key ID] --name H… [--organization O] [--country CC] [--out-password P] --out DIR
       certloupe renew [--json] [--lang en|zh] [--client certbot|acme.sh|lego|caddy] [--challenge dns|http]
                       [--dns-provider manual|alibaba|tencent|cloudflare] [--target ID] [--name H]… [--zone Z]
                       [--now RFC3339] [--password P]… [--out DIR] FILE…
       certloupe targets | platforms | formats | codes | symptoms | claims [--json] [--lang en|zh]
FILE may be a folder, or - for standard input. --password opens what is locked and may be given several times;
--out-password locks what is written. --url names an address that a mini-program calls (upload=https://… says what for), --code a file with its code, --listed an
entry of the platform's own list of domains, --platform who is asked, --phone the oldest version of a phone's system that counts there (android=7.0; inspect --json lists them).
checks prints a script that looks at these addresses, at each --edge of a CDN too, and at the --file that proves a business domain. --roots trusts the certificates of a file for this run; --purpose client judges a certificate of
a client (mutual TLS), --depth allows so many intermediates, --judge asks for the letter of a standard and not for what clients do. Where a pack has a folder for each server, --target prefers the one for it, and
--folder PATH names one (inspect --json lists them). A format of several files (aws, tencent, …) writes the first to --out and the
others beside it.";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    Inspect,
    Checks,
    Compare,
    Fix,
    Deploy,
    Convert,
    Create,
    Renew,
    Codes,
    Targets,
    Platforms,
    Formats,
    Symptoms,
    Claims,
}

impl Command {
    fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "inspect" => Self::Inspect,
            "checks" => Self::Checks,
            "compare" => Self::Compare,
            "fix" => Self::Fix,
            "deploy" => Self::Deploy,
            "convert" => Self::Convert,
            "create" => Self::Create,
            "renew" => Self::Renew,
            "codes" => Self::Codes,
            "targets" => Self::Targets,
            "platforms" => Self::Platforms,
            "formats" => Self::Formats,
            "symptoms" => Self::Symptoms,
            "claims" => Self::Claims,
            _ => return None,
        })
    }

    /// Whether it works on files.
    const fn reads(self) -> bool {
        matches!(
            self,
            Self::Inspect | Self::Checks | Self::Compare | Self::Fix | Self::Deploy | Self::Convert | Self::Renew
        )
    }

    /// Whether it is asked with the addresses that a program calls.
    const fn calls(self) -> bool {
        matches!(self, Self::Inspect | Self::Checks)
    }

    /// Whether it writes files.
    const fn writes(self) -> bool {
        matches!(self, Self::Fix | Self::Deploy | Self::Convert | Self::Create | Self::Renew)
    }
}

#[derive(Debug)]
pub struct Arguments {
    pub command: Command,
    pub json: bool,
    pub lang: Lang,
    pub options: Options,
    pub deploy: DeployOptions,
    pub checks: CheckOptions,
    pub create: CreateOptions,
    renew: RenewalOptions,
    pub files: Vec<PathBuf>,
    pub roots: Vec<PathBuf>,
    pub code: Vec<PathBuf>,
    to: Option<FileFormat>,
    out_password: Option<Password>,
    out: Option<PathBuf>,
}

impl Arguments {
    /// Where to write: a folder, for `convert` a file.
    pub fn out(&self) -> Result<&Path, String> {
        self.out.as_deref().ok_or_else(|| "--out says where to write".to_owned())
    }

    /// What to write of what was inspected.
    pub fn convert(&self) -> Result<ConvertOptions, String> {
        let format = self.to.ok_or_else(|| "--to says which format; `certloupe formats` lists them".to_owned())?;
        let lang = self.lang.tag().to_owned();
        Ok(ConvertOptions { password: self.out_password.clone(), lang, ..ConvertOptions::to(format) })
    }

    /// How to get and renew the certificate.
    pub fn renew(&self) -> RenewalOptions {
        RenewalOptions { lang: self.lang.tag().to_owned(), ..self.renew.clone() }
    }

    /// Where to write, where that was said.
    pub fn out_if_any(&self) -> Option<&Path> {
        self.out.as_deref()
    }

    /// What key to make.
    pub fn create(&self) -> CreateOptions {
        CreateOptions { password: self.out_password.clone(), ..self.create.clone() }
    }

    fn new(command: Command) -> Self {
        Self {
            command,
            json: false,
            lang: Lang::from_tag(&std::env::var("LANG").unwrap_or_default()),
            options: Options::at(now()),
            deploy: DeployOptions::default(),
            checks: CheckOptions::default(),
            create: CreateOptions::default(),
            renew: RenewalOptions::default(),
            files: Vec::new(),
            roots: Vec::new(),
            code: Vec::new(),
            to: None,
            out_password: None,
            out: None,
        }
    }
}

/// Reads the command line.
pub fn parse() -> Result<Arguments, String> {
    parse_from(lexopt::Parser::from_env()).map_err(|error| format!("certloupe: {error}"))
}

fn parse_from(mut parser: lexopt::Parser) -> Result<Arguments, lexopt::Error> {
    let command = match parser.next()? {
        Some(Value(word)) => {
            let word = word.string()?;
            Command::from_word(&word).ok_or_else(|| format!("there is no command {word}"))?
        }
        Some(other) => return Err(other.unexpected()),
        None => return Err("say what to do".into()),
    };
    let mut arguments = Arguments::new(command);
    while let Some(argument) = parser.next()? {
        // The names of the options are copied, since reading a value borrows the parser.
        let option = match argument {
            Long(name) => name.to_owned(),
            Short('o') => "out".to_owned(),
            Value(file) if command.reads() => {
                arguments.files.push(file.into());
                continue;
            }
            other => return Err(other.unexpected()),
        };
        if !(common(&mut arguments, &option, &mut parser)? || own(&mut arguments, &option, &mut parser)?) {
            return Err(lexopt::Error::UnexpectedOption(format!("--{option}")));
        }
    }
    if command.reads() && arguments.files.is_empty() {
        return Err("name at least one file, or - for standard input".into());
    }
    Ok(arguments)
}

/// An option that several commands take; whether it was one.
fn common(arguments: &mut Arguments, option: &str, parser: &mut lexopt::Parser) -> Result<bool, lexopt::Error> {
    match option {
        "json" => arguments.json = true,
        "lang" => arguments.lang = Lang::from_tag(&parser.value()?.string()?),
        "now" => {
            arguments.options.now = parser.value()?.parse_with(|text| Timestamp::parse(text).ok_or("not RFC 3339"))?;
        }
        "roots" if arguments.command == Command::Inspect => arguments.roots.push(parser.value()?.into()),
        "code" if arguments.command.calls() => arguments.code.push(parser.value()?.into()),
        "folder" if arguments.command.reads() => arguments.options.folder = Some(parser.value()?.string()?),
        "password" if arguments.command.reads() => arguments.options.passwords.push(password(parser)?),
        "out" if arguments.command.writes() => arguments.out = Some(parser.value()?.into()),
        "out-password" if matches!(arguments.command, Command::Convert | Command::Create) => {
            let password = password(parser)?;
            // A variable that was not set: what was meant to be locked is not handed out open.
            if password.is_empty() {
                return Err("--out-password is empty; leave it out for a file without a password".into());
            }
            arguments.out_password = Some(password);
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// An option of this command alone; whether it was one.
fn own(arguments: &mut Arguments, option: &str, parser: &mut lexopt::Parser) -> Result<bool, lexopt::Error> {
    let Arguments { command, options, checks, deploy, create, renew, to, .. } = arguments;
    let mut text = || parser.value()?.string();
    match (option, *command) {
        ("host", Command::Inspect | Command::Checks) => options.hosts.push(text()?),
        ("url", Command::Inspect | Command::Checks) => options.urls.push(text()?),
        ("edge", Command::Checks) => checks.edges.push(text()?),
        ("file", Command::Checks) => checks.verification_file = text()?,
        ("listed", Command::Inspect) => options.listed.push(text()?),
        ("platform", Command::Inspect) => {
            options
                .platforms
                .push(Platform::from_id(&text()?).ok_or("no such platform; `certloupe platforms` lists them")?);
        }
        ("phone", Command::Inspect) => {
            let phone = Phone::parse(&text()?).and_then(|it| known_phone(&it)).ok_or_else(no_such_phone)?;
            options.phones.push(phone);
        }
        ("purpose", Command::Inspect) => {
            options.purpose = Purpose::from_id(&text()?).ok_or("--purpose is server or client")?;
        }
        ("depth", Command::Inspect) => options.depth = Some(text()?.parse().map_err(|_| "--depth is a number")?),
        ("judge", Command::Inspect) => {
            options.judge = Judge::from_id(&text()?).ok_or("--judge is clients, rfc5280 or web")?;
        }
        ("target", Command::Inspect) => options.target = Some(text()?),
        ("target", Command::Deploy) => {
            deploy.target = text()?;
            options.target = Some(deploy.target.clone());
        }
        ("target-version", Command::Deploy) => deploy.version = Some(text()?),
        ("profile", Command::Deploy) => deploy.profile = Profile::from_id(&text()?).ok_or("no such profile")?,
        ("name", Command::Deploy) => deploy.names.push(text()?),
        ("upstream", Command::Deploy) => deploy.upstream = Some(text()?),
        ("hsts", Command::Deploy) => *deploy = std::mem::take(deploy).set(Switch::Hsts, true),
        ("with" | "without", Command::Deploy) => {
            let switch = Switch::from_id(&text()?).ok_or_else(no_such_switch)?;
            *deploy = std::mem::take(deploy).set(switch, option == "with");
        }
        ("system", Command::Deploy) => deploy.system = Some(text()?),
        ("library", Command::Deploy) => deploy.library = Some(text()?),
        ("certificate", Command::Deploy) => deploy.certificate = Some(text()?),
        ("key", Command::Deploy) => deploy.key = Some(text()?),
        ("client-ca", Command::Deploy) => deploy.client_ca = Some(text()?),
        ("to", Command::Convert) => *to = Some(FileFormat::from_id(&text()?).ok_or("no such format")?),
        ("key", Command::Create) => create.key = KeyChoice::from_id(&text()?).ok_or_else(no_such_key)?,
        ("name", Command::Create) => create.names.push(text()?),
        ("organization", Command::Create) => create.organization = Some(text()?),
        ("client", Command::Renew) => {
            renew.client = AcmeClient::from_id(&text()?).ok_or("--client is certbot, acme.sh, lego or caddy")?;
        }
        ("challenge", Command::Renew) => {
            renew.challenge = Challenge::from_id(&text()?).ok_or("--challenge is dns or http")?;
        }
        ("dns-provider", Command::Renew) => {
            let known = "--dns-provider is manual, alibaba, tencent or cloudflare";
            renew.provider = DnsProvider::from_id(&text()?).ok_or(known)?;
        }
        ("target", Command::Renew) => renew.target = text()?,
        ("name", Command::Renew) => renew.names.push(text()?),
        ("zone", Command::Renew) => renew.zone = Some(text()?),
        ("country", Command::Create) => create.country = Some(text()?),
        _ => return Ok(false),
    }
    Ok(true)
}

fn no_such_phone() -> String {
    format!("no such phone; there are {}", phone_versions())
}

fn no_such_key() -> String {
    let ids: Vec<&str> = KeyChoice::ALL.iter().map(|choice| choice.id()).collect();
    format!("no such kind of key; there are {}", ids.join(", "))
}

fn no_such_switch() -> String {
    let ids: Vec<&str> = Switch::ALL.iter().map(|switch| switch.id()).collect();
    format!("no such part of a configuration; there are {}", ids.join(", "))
}

fn password(parser: &mut lexopt::Parser) -> Result<Password, lexopt::Error> {
    Ok(Password::new(parser.value()?.string()?))
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
