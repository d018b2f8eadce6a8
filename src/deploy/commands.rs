//! The commands around a configuration: install, check, reload, prove it from outside, and take it back.

use super::allow::FilePath;
use super::kept;
use super::plan::Plan;
use super::syntax::{Plain, Unwritable, Word, around, powershell, shell, text};
use super::systems::Manager;
use super::targets::Quirk;
use super::verify;
use crate::report::wire::{Commands, Expect, Probe, Shell, Switch};

/// Commands being written, one a line, to be run as root in the folder that holds the files.
#[derive(Debug)]
pub struct Script {
    commands: Commands,
    manager: Manager,
    container: &'static str,
    /// The install commands that a new certificate needs again.
    renewal: Vec<String>,
    /// What is put in place, for it to be kept and taken back.
    placed: Vec<Word>,
    /// The shell's variable `kept`: the folder with what stood there before, one a day in it.
    kept: Word,
    /// What ends before the files are taken back.
    ends: Vec<String>,
    /// What takes the files into use that are there again.
    again: Vec<String>,
    unwritable: Option<Unwritable>,
}

/// The first line of what is merged into a file of the server's own.
pub const BEGIN: &str = "certloupe begins";
/// The last line of it.
pub const END: &str = "certloupe ends";
/// Takes out what was merged before, and ends a last line that has no end.
const TAKE_OUT: &str = "sed -i -e '/^# certloupe begins$/,/^# certloupe ends$/d' -e '$a\\'";

/// Who may read a file.
#[derive(Clone, Copy, Debug)]
pub struct Access {
    /// The mode, as `install` takes it.
    pub mode: &'static str,
    /// The user that it belongs to, where that is not root.
    pub owner: Option<&'static str>,
    /// The group, where that is not root's.
    pub group: Option<&'static str>,
}

impl Access {
    /// Everybody reads it.
    pub const ALL: Self = Self { mode: "644", owner: None, group: None };
    /// Root reads it: the server begins as root and takes the key along.
    pub const ROOT: Self = Self { mode: "600", owner: None, group: None };

    /// A group reads it too.
    pub const fn group(group: &'static str) -> Self {
        Self { mode: "640", owner: None, group: Some(group) }
    }

    /// It belongs to a user of the server's own.
    pub const fn owner(owner: &'static str) -> Self {
        Self { mode: "600", owner: Some(owner), group: None }
    }
}

impl Script {
    fn new(plan: &Plan) -> Self {
        Self {
            commands: Commands {
                shell: plan.target.shell,
                by_account: plan.target.is(Quirk::ByAccount),
                ..Commands::default()
            },
            manager: plan.manager(),
            container: plan.target.id,
            renewal: Vec::new(),
            placed: Vec::new(),
            kept: kept::folder(plan),
            ends: Vec::new(),
            again: Vec::new(),
            unwritable: None,
        }
    }

    /// A folder that everybody may look into.
    pub fn folder(&mut self, path: &FilePath) {
        let line = match (self.commands.shell, self.manager) {
            (Shell::PowerShell, _) => {
                vec![Plain("New-Item -ItemType Directory -Force -Path"), text(path), Plain("| Out-Null")]
            }
            (_, Manager::Image) => vec![Plain("docker exec"), Plain(self.container), Plain("mkdir -p"), text(path)],
            _ => vec![Plain("install -d -m 755"), text(path)],
        };
        self.install(line);
    }

    /// A file of ours, put where it belongs.
    pub fn put(&mut self, name: &str, to: Word, access: Access) {
        let line = match (self.commands.shell, self.manager) {
            (Shell::PowerShell, _) => vec![Plain("Copy-Item -Force"), text(name), to.clone()],
            (_, Manager::Image) => {
                let to = match &to {
                    Word::Text(path) => around("", format!("{}:{path}", self.container), ""),
                    other => other.clone(),
                };
                vec![Plain("docker cp"), text(name), to]
            }
            _ => {
                let mut words = vec![Plain("install -m"), Plain(access.mode)];
                words.extend(access.owner.into_iter().flat_map(|owner| [Plain("-o"), Plain(owner)]));
                words.extend(access.group.into_iter().flat_map(|group| [Plain("-g"), Plain(group)]));
                words.extend([text(name), to.clone()]);
                words
            }
        };
        if self.manager != Manager::Image {
            self.placed.push(to);
        }
        self.install(line);
    }

    /// Two files in one.
    pub fn join(&mut self, (first, second): (Word, Word), to: Word, access: Access) {
        let mut words = vec![Plain("cat"), first, second, Plain("| install -m"), Plain(access.mode)];
        words.extend(access.owner.into_iter().flat_map(|owner| [Plain("-o"), Plain(owner)]));
        words.extend(access.group.into_iter().flat_map(|group| [Plain("-g"), Plain(group)]));
        words.extend([Plain("/dev/stdin"), to.clone()]);
        self.placed.push(to);
        self.install(words);
    }

    /// A file of the server's own that commands change: kept before, taken back after.
    pub fn edit(&mut self, path: Word) {
        if self.manager != Manager::Image {
            self.placed.push(path);
        }
    }

    /// A line in a file of the server's own, once.
    pub fn include(&mut self, line: Word, into: Word) {
        self.edit(into.clone());
        let found = [Plain("grep -qxF"), line.clone(), into.clone()];
        self.install(found.into_iter().chain([Plain("|| echo"), line, Plain(">>"), into]));
    }

    /// Our file at the end of one of the server's own, which includes nothing: between [`BEGIN`] and [`END`], so that the
    /// next one takes its place.
    pub fn merge(&mut self, name: &str, into: Word) {
        self.edit(into.clone());
        self.install([Plain(TAKE_OUT), into.clone()]);
        self.install([Plain("cat"), text(name), Plain(">>"), into]);
    }

    /// A command that puts things in place.
    pub fn install(&mut self, words: impl IntoIterator<Item = Word>) {
        let line = self.line(words);
        self.commands.install.push(line);
    }

    /// What only its owner knows of a service: nothing goes on until this variable is set.
    pub fn ask(&mut self, variable: &'static str, to: &'static str) {
        self.commands.install.push(format!(": \"${{{variable}:?set it to {to}}}\""));
    }

    /// Install commands that a new certificate needs again.
    pub fn renewing(&mut self, write: impl FnOnce(&mut Self)) {
        let before = self.commands.install.len();
        write(self);
        self.renewal.extend_from_slice(&self.commands.install[before..]);
    }

    /// A command that lets the server check its configuration.
    pub fn check(&mut self, words: impl IntoIterator<Item = Word>) {
        let line = self.inside(words);
        self.commands.check.push(line);
    }

    /// A command that takes the configuration into use.
    pub fn reload(&mut self, words: impl IntoIterator<Item = Word>) {
        let line = self.inside(words);
        self.commands.reload.push(line.clone());
        self.again.push(line);
    }

    /// The same for what is only there with this file: on the way back there may be none.
    pub fn reload_of(&mut self, file: Word, words: impl IntoIterator<Item = Word>) {
        let line = self.inside(words);
        let back = self.line([Plain("[ ! -e"), file, Plain("] ||")]);
        self.again.push(format!("{back} {line}"));
        self.commands.reload.push(line);
    }

    /// A command that changes over to what the configuration is for; the way back does not repeat it.
    pub fn change_over(&mut self, words: impl IntoIterator<Item = Word>) {
        let line = self.inside(words);
        self.commands.reload.push(line);
    }

    /// The system's own way of reloading or restarting a service.
    pub fn service(&mut self, verb: &'static str, name: &'static str) {
        let line = match self.manager {
            Manager::OpenRc => self.line([Plain("rc-service"), Plain(name), Plain(verb)]),
            Manager::Image => self.line([Plain("docker restart"), Plain(self.container)]),
            Manager::Baota => self.line([around("/etc/init.d/", name, ""), Plain(verb)]),
            Manager::Windows => self.line([Plain("Restart-Service"), Plain(name)]),
            Manager::Systemd => self.line([Plain("systemctl"), Plain(verb), Plain(name)]),
        };
        self.commands.reload.push(line.clone());
        self.again.push(line);
    }

    /// A command that proves something from outside. It is for `sh` on any machine.
    pub(super) fn probe(&mut self, words: impl IntoIterator<Item = Word>, expect: Expect) {
        let command = self.spelled(shell::command(words));
        self.commands.verify.push(Probe { command, expect });
    }

    /// The same for PowerShell of any Windows.
    pub(super) fn probe_windows(&mut self, words: impl IntoIterator<Item = Word>, expect: Expect) {
        let command = self.spelled(powershell::command(words));
        self.commands.verify.push(Probe { command, expect });
    }

    /// A command that ends what runs by this file, where there was no such file before; it stands before the files are
    /// taken back, for afterwards nothing would know what to end.
    pub fn end_first(&mut self, file: Word, words: impl IntoIterator<Item = Word>) {
        let line = self.line(kept::where_absent(file, words));
        self.ends.push(line);
    }

    /// Another place for what stood there before, for who is not root: an assignment of the variable `kept`.
    pub fn keep_in(&mut self, kept: &'static str) {
        self.kept = Plain(kept);
    }

    /// A command that takes back what putting the files back does not; it stands between them and the reload.
    pub fn take_back(&mut self, words: impl IntoIterator<Item = Word>) {
        let line = self.line(words);
        self.commands.roll_back.push(line);
    }

    /// A command that runs where the server runs.
    fn inside(&mut self, words: impl IntoIterator<Item = Word>) -> String {
        let inside = match self.manager {
            Manager::Image => vec![Plain("docker exec"), Plain(self.container)],
            _ => Vec::new(),
        };
        self.line(inside.into_iter().chain(words))
    }

    fn line(&mut self, words: impl IntoIterator<Item = Word>) -> String {
        match self.commands.shell {
            Shell::Posix => self.spelled(shell::command(words)),
            Shell::PowerShell => self.spelled(powershell::command(words)),
        }
    }

    fn spelled(&mut self, line: Result<String, Unwritable>) -> String {
        line.unwrap_or_else(|why| {
            self.unwritable.get_or_insert(why);
            String::new()
        })
    }

    /// What stood there before is kept first, and the last step puts it back.
    fn keep(&mut self) {
        if self.placed.is_empty() {
            return;
        }
        let lines = match self.commands.shell {
            Shell::Posix => kept::posix(&self.kept, &self.placed),
            Shell::PowerShell => kept::powershell(&self.kept, &self.placed),
        };
        let (keep, [folder, back]) =
            (lines.keep.map(|words| self.line(words)), lines.back.map(|words| self.line(words)));
        // What has to be asked for first may be part of a place.
        let asked = self.commands.install.iter().take_while(|line| line.starts_with(": ")).count();
        self.commands.install.splice(asked..asked, keep);
        let first = [vec![folder], std::mem::take(&mut self.ends), vec![back]].concat();
        self.commands.roll_back.splice(..0, first);
        self.commands.roll_back.append(&mut self.again);
    }
}

/// The commands of a plan.
///
/// # Errors
/// A value holds a character that has no place in a command line.
pub fn commands(plan: &Plan) -> Result<Commands, Unwritable> {
    let mut script = Script::new(plan);
    (plan.target.script)(plan, &mut script);
    script.keep();
    verify::verify(plan, &mut script);
    script.unwritable.map_or(Ok(script.commands), Err)
}

/// What takes a renewed certificate into use, run in the folder that holds it; nothing for a target that `sh` can not
/// give a certificate to.
///
/// # Errors
/// A value holds a character that has no place in a command line.
pub fn renewal(plan: &Plan) -> Result<Vec<String>, Unwritable> {
    let mut script = Script::new(plan);
    (plan.target.script)(plan, &mut script);
    let Script { commands, renewal, unwritable, .. } = script;
    let lines = match (plan.target.shell, renewal.is_empty()) {
        (Shell::Posix, false) => [renewal, commands.check, commands.reload].concat(),
        _ => Vec::new(),
    };
    unwritable.map_or(Ok(lines), Err)
}

/// Puts the certificate and the key into the site's folder, unless they stand somewhere already; `key` says who may
/// read the key.
pub fn install_certificates(plan: &Plan, script: &mut Script, key: Access) {
    if plan.own_files.is_none() {
        script.renewing(|script| {
            script.folder(&plan.folder());
            script.put("fullchain.pem", text(plan.certificate()), Access::ALL);
            script.put("privkey.pem", text(plan.key()), key);
        });
    }
    if let Some(second) = plan.second() {
        script.folder(&plan.file("second"));
        script.put("second/fullchain.pem", text(second.certificate), Access::ALL);
        script.put("second/privkey.pem", text(second.key), key);
    }
}

/// Joins chain and key into one file, which only root (or the server's user) reads. A file of one's own is joined from
/// where it stands.
pub fn install_combined(plan: &Plan, script: &mut Script, access: Access) {
    let own = plan.own_files.as_ref().map(|own| (text(&own.certificate), text(&own.key)));
    let parts = own.unwrap_or_else(|| (text("fullchain.pem"), text("privkey.pem")));
    script.renewing(|script| {
        script.folder(&plan.folder());
        script.join(parts, text(plan.combined()), access);
    });
    if plan.on(Switch::BothKeys) {
        script.folder(&plan.file("second"));
        let parts = (text("second/fullchain.pem"), text("second/privkey.pem"));
        script.join(parts, text(plan.file("second/combined.pem")), access);
    }
}

/// Fetches what the responder says of the certificate, for servers that staple a file. Without an answer nothing is
/// stapled.
pub fn install_staple(plan: &Plan, script: &mut Script, to: &FilePath) {
    let certificate = plan.own_files.as_ref().map_or_else(|| text("fullchain.pem"), |own| text(&own.certificate));
    script.renewing(|script| {
        script.install([
            Plain("openssl ocsp -no_nonce -noverify -issuer chain.pem -cert"),
            certificate.clone(),
            Plain("-url \"$(openssl x509 -noout -ocsp_uri -in"),
            certificate,
            Plain(")\" -respout"),
            text(to),
            Plain("|| rm -f"),
            text(to),
        ])
    });
}

/// Makes the folder of the site's pages.
pub fn install_pages(plan: &Plan, script: &mut Script) {
    script.folder(&plan.pages());
}
