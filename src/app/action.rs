//! What can happen to the page.

use super::calls::Change;
use super::examples::Example;
use super::route::Route;
use super::state::{Origin, Stocked, Theme};
use crate::report::{Password, Progress, Repair, Report, Source, wire::DeployOptions};
use crate::text::Lang;
use std::rc::Rc;

/// What can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// The box was edited.
    Typed(String),
    /// Files were chosen or dropped.
    FilesRead(Vec<Source>, Refused),
    /// One source was taken back.
    Removed(Origin),
    /// Everything was taken back.
    Cleared,
    /// An example was chosen; its text is on the way.
    Tried(&'static Example),
    /// An example's text came; none where it could not be loaded.
    ExampleLoaded(&'static Example, Option<String>),
    /// Hosts were added.
    HostsAdded(String),
    /// A host was taken back.
    HostRemoved(usize),
    /// What the program calls changed, or who is asked about it.
    CallsChanged(Change),
    /// A password was typed, for whatever is locked.
    PasswordTyped(Password),
    /// A folder of a pack was chosen.
    FolderChosen(String),
    /// A repair was asked for.
    Repaired(Repair),
    /// All repairs were taken back.
    Unrepaired,
    /// The work takes long.
    Slow(u32),
    /// How far the work on a revision has come.
    Progressed(u32, Progress),
    /// The answer for a revision.
    Judged(u32, Rc<Report>),
    /// Files of the supply came, or did not.
    Supplied(Vec<Stocked>),
    /// What could not be had of the supply should be tried again.
    SupplyRetried,
    /// The engine crashed; the flag says that it was judging.
    Crashed(String, bool),
    /// The engine can not be started.
    EngineMissing,
    /// The part that writes configurations can not be started.
    DeployerMissing,
    /// The user stopped the work.
    Stopped,
    /// Once more with the same input.
    Retried,
    /// The notice was read.
    NoticeClosed,
    /// The address changed.
    Went(Route),
    /// The configuration should be another one.
    Configured(DeployOptions),
    /// Another language.
    Spoke(Lang),
    /// The words of another language could not be had.
    WordsMissing,
    /// Other colours.
    Coloured(Theme),
}

/// Files that were not read, by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refused {
    /// The browser could not read them.
    pub unreadable: Vec<String>,
    /// There is no room for them: [`crate::report::INPUT_BYTES`], [`crate::report::FILES`].
    pub too_large: Vec<String>,
}

impl Refused {
    /// Whether everything was read.
    pub const fn is_empty(&self) -> bool {
        self.unreadable.is_empty() && self.too_large.is_empty()
    }
}
