//! What the page knows and how it changes: a pure reducer without a browser in it.

use super::calls::Calls;
use super::deed::Deed;
use super::examples::{Example, Loaded};
use super::given::add;
use super::message::{Inspection, Put, Question};
use super::route::{Pointed, Route, target};
use super::view::parted;
pub use super::{
    action::{Action, Refused},
    given::{GivenFile, Judged, Origin},
    notice::Notice,
    phase::Phase,
    supply::{Stock, Stocked, Supply},
    theme::Theme,
};
use crate::report::{Options, Password, Progress, Repair, Source, Timestamp};
use crate::text::Lang;
use std::rc::Rc;
use yew::Reducible;

/// Everything that the page knows.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// Language of the page.
    pub lang: Lang,
    /// Colours.
    pub theme: Theme,
    /// What stands in the box.
    pub text: Rc<str>,
    /// Counts how often the page itself (not the user) wrote into the box.
    pub text_written: u32,
    /// Files, in the order given.
    pub files: Rc<Vec<GivenFile>>,
    /// Hosts that must be covered.
    pub hosts: Rc<Vec<String>>,
    /// What the program calls, and where it runs.
    pub calls: Rc<Calls>,
    /// Passwords to try on whatever is locked, in the order typed.
    pub passwords: Rc<Vec<Password>>,
    /// The folder of a pack that was chosen.
    pub folder: Option<String>,
    /// Repairs asked for.
    pub repairs: Vec<Repair>,
    /// The example in the box, as long as nobody changed it.
    pub example: Option<&'static Example>,
    /// The root that it brings with it.
    pub root: Option<Source>,
    /// What is on its way into the box, as long as nothing else was put in.
    pub expected: Option<Expected>,
    /// Counts what has to be judged anew.
    pub revision: u32,
    /// The revision that brought the present input; later ones only bring more of the supply.
    pub input: u32,
    /// The last change came from typing: wait for the next key.
    pub typing: bool,
    /// Where the work stands.
    pub phase: Phase,
    /// The work takes long enough to say so.
    pub slow: bool,
    /// How far it has come, where the engine says so.
    pub progress: Option<Progress>,
    /// The last answer, as long as there is input.
    pub judged: Option<Judged>,
    /// Public CA certificates that lie beside the page.
    pub supply: Supply,
    /// Counts how often everything was taken away.
    pub cleared: u32,
    /// Something went wrong outside of the certificates.
    pub notice: Option<Notice>,
    /// A new build of the page waits.
    pub update: bool,
    /// What the address points at.
    pub route: Route,
    /// Counts how often it was pointed somewhere: whoever goes to the same place again wants to see it again.
    pub went: u32,
    /// What the configuration should be like, as the address says it.
    pub choices: Rc<str>,
}

/// What is on its way into the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// An example's text.
    Example(&'static Example),
    /// What the address carries, or what the tab has kept.
    Carried,
}

impl State {
    /// Begins with a text in the box, if there is any.
    pub(super) fn begin(&mut self, text: &str) {
        if self.text.as_ref() != text {
            self.apply(Action::Pasted(text.to_owned()));
        }
    }

    /// The question about what was put in.
    pub fn question(&self, now: Timestamp) -> Question {
        Inspection::of(self.sources(), self.options(now)).question()
    }

    /// What is to be judged.
    pub fn sources(&self) -> Vec<Put<'_>> {
        let pasted = self.has_text().then(|| Put { name: "", bytes: self.text.as_bytes() });
        pasted.into_iter().chain(self.files.iter().map(GivenFile::put)).collect()
    }

    /// Where each source came from.
    pub fn origins(&self) -> Rc<[Origin]> {
        let pasted = self.has_text().then_some(Origin::Pasted);
        pasted.into_iter().chain(self.files.iter().map(|file| Origin::File(file.id))).collect()
    }

    fn has_text(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// What to judge by. An example brings its own moment and its own root, so that it stays the example that it is.
    pub fn options(&self, now: Timestamp) -> Options {
        let options = Options {
            hosts: self.hosts.to_vec(),
            repairs: self.repairs.clone(),
            passwords: self.passwords.to_vec(),
            target: target(&self.choices).map(str::to_owned),
            folder: self.folder.clone(),
            supply: self.supply.files(),
            roots: self.root.clone().into_iter().collect(),
            ..Options::at(self.example.map_or(now, |example| example.now))
        };
        self.calls.options(options)
    }

    /// The finding that the address points at.
    pub fn pointed(&self) -> Option<Pointed> {
        self.route.finding.as_deref().map(|code| (code.into(), self.went))
    }

    fn is_empty(&self) -> bool {
        self.files.is_empty() && !self.has_text()
    }

    /// The input is another one now.
    fn changed(&mut self, typing: bool) {
        self.ask_again();
        self.input = self.revision;
        self.typing = typing;
        self.notice = None;
        self.progress = None;
        if self.is_empty() {
            self.empty();
        }
    }

    fn empty(&mut self) {
        self.phase = Phase::Empty;
        self.judged = None;
        self.repairs.clear();
        self.passwords = Rc::default();
        self.slow = false;
        self.supply.rest();
    }

    /// The input is no longer what repairs and the example's date were meant for.
    fn take_new_material(&mut self, typing: bool) {
        self.repairs.clear();
        self.folder = None;
        self.example = None;
        self.root = None;
        self.expected = None;
        self.supply.turn_over();
        self.changed(typing);
    }

    fn write(&mut self, text: &str) {
        self.text = text.into();
        self.text_written = self.text_written.wrapping_add(1);
    }

    pub(super) fn apply(&mut self, action: Action) {
        match action {
            Action::Did(deed) => self.take(deed),
            Action::Typed(text) => {
                self.text = text.into();
                self.take_new_material(true);
            }
            Action::Pasted(text) => {
                self.text = text.into();
                self.take_new_material(false);
            }
            Action::FilesRead(_, _, cleared) if cleared != self.cleared => {}
            Action::FilesRead(sources, refused, _) => self.add_files(sources, refused),
            Action::Removed(origin) => {
                match origin {
                    Origin::Pasted => self.write(""),
                    Origin::File(id) => {
                        Rc::make_mut(&mut self.files).retain(|file| file.id != id);
                    }
                }
                self.take_new_material(false);
            }
            Action::Cleared => {
                self.cleared = self.cleared.wrapping_add(1);
                self.files = Rc::default();
                self.hosts = Rc::default();
                self.calls = Rc::new(self.calls.cleared());
                self.write("");
                self.take_new_material(false);
            }
            Action::Tried(example) => self.expected = Some(Expected::Example(example)),
            Action::ExampleLoaded(example, text) => self.take_example(example, text),
            Action::Awaited => self.expected = Some(Expected::Carried),
            Action::Carried(_) if self.expected != Some(Expected::Carried) => {}
            Action::Carried(Some(text)) => {
                self.files = Rc::default();
                self.write(&text);
                self.take_new_material(false);
            }
            Action::Carried(None) => {
                self.expected = None;
                self.notice = Some(Notice::BadLink);
            }
            Action::HostsAdded(typed) => self.add_hosts(&typed),
            Action::HostRemoved(index) => {
                if index < self.hosts.len() {
                    Rc::make_mut(&mut self.hosts).remove(index);
                }
                self.changed(false);
            }
            Action::FolderChosen(folder) => {
                self.folder = Some(folder);
                self.changed(false);
            }
            Action::Unrepaired => {
                self.repairs.clear();
                self.changed(false);
            }
            Action::Slow(revision) => {
                self.slow = revision == self.revision && self.phase == Phase::Working && !self.waits_for_supply();
            }
            Action::Progressed(revision, progress) => {
                if revision == self.revision && self.phase == Phase::Working {
                    self.progress = Some(progress);
                }
            }
            Action::Judged(revision, report, message) => self.accept(revision, report, message),
            Action::Crashed(reason, judging) => {
                self.notice = Some(Notice::Crashed(reason.into()));
                self.fail_if(judging);
            }
            Action::EngineMissing => {
                self.notice = Some(Notice::NoEngine);
                self.fail_if(true);
            }
            Action::DeployerMissing => self.notice = Some(Notice::NoDeployer),
            Action::LookMissing => self.notice = Some(Notice::NoLook),
            Action::LookCame => drop(self.notice.take_if(|notice| *notice == Notice::NoLook)),
            Action::Supplied(files) => self.take_supply(files),
            Action::Stopped => self.stop(),
            Action::Retried => self.changed(false),
            Action::UpdateCame => self.update = true,
            Action::NoticeClosed => self.notice = None,
            Action::Spoke(lang) => self.lang = lang,
            Action::Coloured(theme) => self.theme = theme,
        }
    }

    fn take(&mut self, deed: Deed) {
        match deed {
            Deed::CallsChanged(change) => {
                let typing = change.is_typing();
                Rc::make_mut(&mut self.calls).change(change);
                self.changed(typing);
            }
            Deed::PasswordTyped(password) => {
                if !self.passwords.contains(&password) {
                    Rc::make_mut(&mut self.passwords).push(password);
                }
                self.changed(false);
            }
            Deed::Refused(refused) => self.add_files(Vec::new(), refused),
            Deed::Repaired(repair) => {
                // A server sends one chain: another one takes its place. Whom to trust is another question.
                let another = |made: &Repair| (*made == Repair::TrustRoot) == (repair == Repair::TrustRoot);
                self.repairs.retain(|made| !another(made));
                self.repairs.push(repair);
                self.changed(false);
            }
            Deed::SupplyRetried => {
                self.supply.forget_failures();
                self.changed(false);
            }
            Deed::WordsMissing => self.notice = Some(Notice::NoWords),
            Deed::Went(route) => {
                self.went = self.went.wrapping_add(1);
                // A link carries its choices; without any they stay as they are.
                if let Some(choices) = &route.choices {
                    self.choices = Rc::clone(choices);
                }
                // A finding stands above the tabs: what is open there stays open.
                self.route = match route.finding {
                    Some(_) => Route { finding: route.finding, ..self.route.clone() },
                    None => route,
                };
            }
            Deed::Configured(choices) => {
                let other = target(&self.choices) != target(&choices);
                self.choices = choices;
                // A pack has a folder for each kind of server: for another server another one counts.
                let packed = self.judged.as_ref().is_some_and(|judged| !judged.report.packs.is_empty());
                if other && packed && self.folder.is_none() {
                    self.changed(false);
                }
            }
        }
    }

    fn take_example(&mut self, example: &'static Example, loaded: Option<Loaded>) {
        if self.expected != Some(Expected::Example(example)) {
            return; // something else was put in meanwhile
        }
        let Some(Loaded { text, root }) = loaded else {
            self.expected = None;
            self.notice = Some(Notice::NoExample);
            return;
        };
        self.files = Rc::default();
        self.hosts = Rc::new(example.hosts.iter().map(|host| (*host).to_owned()).collect());
        self.write(&text);
        self.take_new_material(false);
        self.example = Some(example);
        self.root = Some(root);
    }

    fn add_files(&mut self, sources: Vec<Source>, refused: Refused) {
        if !sources.is_empty() {
            add(Rc::make_mut(&mut self.files), sources);
            // An example makes room for the user's own files.
            if self.example.is_some() {
                self.hosts = Rc::default();
                self.write("");
            }
            self.take_new_material(false);
        }
        if !refused.is_empty() {
            self.notice = Some(Notice::Refused(refused.into()));
        }
    }

    fn add_hosts(&mut self, typed: &str) {
        let before = self.hosts.len();
        for host in parted(typed).map(host_of) {
            if !host.is_empty() && !self.hosts.contains(&host) {
                Rc::make_mut(&mut self.hosts).push(host);
            }
        }
        if self.hosts.len() != before {
            self.changed(false);
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(mut self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::make_mut(&mut self).apply(action);
        self
    }
}

/// The host in what people type or copy: an address bar's URL gives its host.
pub fn host_of(typed: &str) -> String {
    let typed = typed.trim();
    let rest = typed.split_once(':').and_then(|(_, rest)| rest.strip_prefix("//")).unwrap_or(typed);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    if let Some((address, _)) = host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        return address.to_owned();
    }
    match host.split_once(':') {
        Some((name, port)) if port.chars().all(|digit| digit.is_ascii_digit()) => name.to_owned(),
        _ => host.to_owned(),
    }
}
