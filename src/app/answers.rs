//! How answers come in: what an answer asks for of the supply, and what becomes of work that ends without one.

use super::message::Message;
use super::state::{Judged, Notice, Phase, State, Stocked};
use crate::report::Report;
use std::rc::Rc;

impl State {
    /// Whether the answer shown is for the present input, and all of it.
    fn is_answered(&self) -> bool {
        self.judged.as_ref().is_some_and(|judged| judged.input == self.input && judged.message.is_some())
    }

    /// Whether a glance at the present input stands there, and nothing more yet.
    pub(super) fn is_glanced(&self) -> bool {
        self.judged.as_ref().is_some_and(|judged| judged.input == self.input && judged.message.is_none())
    }

    /// Whether the next question waits for files of the supply.
    pub(super) fn waits_for_supply(&self) -> bool {
        self.phase == Phase::Working && self.is_answered() && !self.supply.lacking().is_empty()
    }

    /// The same once more, with what has come of the supply.
    pub(super) fn ask_again(&mut self) {
        self.revision = self.revision.wrapping_add(1);
        self.typing = false;
        self.phase = Phase::Working;
        self.supply.send();
    }

    /// Takes the answer to a revision, and asks on where it wants more of the supply than it had. A glance stands until
    /// there is an answer.
    pub(super) fn accept(&mut self, revision: u32, report: Rc<Report>, message: Option<Message>) {
        if revision != self.revision || self.phase != Phase::Working {
            return; // an answer to what is no longer asked
        }
        if message.is_none() && self.is_answered() {
            return; // more is known by now
        }
        let is_glance = message.is_none();
        let wants_more = !is_glance && self.supply.want(&report.chain.wanted);
        self.judged = Some(Judged { input: self.input, report, message, origins: self.origins() });
        if is_glance {
            return;
        }
        self.slow = false;
        self.progress = None;
        match (wants_more, self.supply.lacking().is_empty()) {
            (true, true) => self.ask_again(),
            (true, false) => {} // the files are on their way
            (false, _) => self.phase = Phase::Done,
        }
    }

    /// Takes files of the supply.
    pub(super) fn take_supply(&mut self, files: Vec<Stocked>) {
        let waited = self.waits_for_supply();
        self.supply.stock(files);
        if waited && !self.waits_for_supply() {
            self.ask_again();
        }
    }

    /// Ends the work. An answer that is there stands, without what more of the supply would have told.
    pub(super) fn stop(&mut self) {
        if self.is_answered() {
            (self.phase, self.slow, self.progress) = (Phase::Done, false, None);
            return;
        }
        self.notice = Some(Notice::Stopped);
        self.fail_if(true);
    }

    /// There is no answer, if it was the work that ended.
    pub(super) fn fail_if(&mut self, judging: bool) {
        if judging && self.phase == Phase::Working {
            self.phase = Phase::Failed;
            self.judged = None;
            self.slow = false;
        }
    }
}
