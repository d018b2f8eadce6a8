//! What can happen to the page.

use super::deed::Deed;
use super::examples::{Example, Loaded};
use super::message::Message;
use super::state::{Origin, Stocked, Theme};
use crate::report::{Progress, Report, Source};
use crate::text::Lang;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// What can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// What can be done behind the tabs too.
    Did(Deed),
    /// The box was edited.
    Typed(String),
    /// Text was put into the box at once: there is nothing to wait for.
    Pasted(String),
    /// Files were chosen or dropped, when everything had been taken away so many times.
    FilesRead(Vec<Source>, Refused, u32),
    /// One source was taken back.
    Removed(Origin),
    /// Everything was taken back.
    Cleared,
    /// An example was chosen; its text is on the way.
    Tried(&'static Example),
    /// An example's files came; none where it could not be loaded.
    ExampleLoaded(&'static Example, Option<Loaded>),
    /// The address carries certificates, or the tab has kept them: they are being unpacked.
    Awaited,
    /// Their PEM; none where they can not be read.
    Carried(Option<String>),
    /// Hosts were added.
    HostsAdded(String),
    /// A host was taken back.
    HostRemoved(usize),
    /// A folder of a pack was chosen.
    FolderChosen(String),
    /// All repairs were taken back.
    Unrepaired,
    /// The work takes long.
    Slow(u32),
    /// How far the work on a revision has come.
    Progressed(u32, Progress),
    /// The answer for a revision, and the message that it came in.
    Judged(u32, Rc<Report>, Option<Message>),
    /// Files of the supply came, or did not.
    Supplied(Vec<Stocked>),
    /// The engine crashed; the flag says that it was judging.
    Crashed(String, bool),
    /// The engine can not be started.
    EngineMissing,
    /// The part that writes configurations can not be started.
    DeployerMissing,
    /// What stands behind the tabs can not be had.
    LookMissing,
    /// It came.
    LookCame,
    /// The user stopped the work.
    Stopped,
    /// Once more with the same input.
    Retried,
    /// A new build of the page is ready.
    UpdateCame,
    /// The notice was read.
    NoticeClosed,
    /// Another language.
    Spoke(Lang),
    /// Other colours.
    Coloured(Theme),
}

impl From<Deed> for Action {
    fn from(deed: Deed) -> Self {
        Self::Did(deed)
    }
}

/// Files that were not read, by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
