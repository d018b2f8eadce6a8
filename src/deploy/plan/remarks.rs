//! What to know about a plan's choices, beyond what was said while making them.

use super::Plan;
use crate::deploy::guideline::{self, Group, Protocol};
use crate::deploy::notes;
use crate::deploy::targets::{Quirk, Reach};
use crate::report::wire::{DeployOptions, Switch};
use crate::report::{Finding, Report};

impl Plan {
    /// What to know about the choices, beyond what was said while making them.
    pub(super) fn remarks(
        &self,
        report: &Report,
        options: &DeployOptions,
        has_responder: bool,
        notes: &mut Vec<Finding>,
    ) {
        // Where the service has no policy without them, that was said.
        let is_asked = guideline::advice(options.profile, "RSA").is_some_and(|it| it.protocols.iter().any(is_old));
        if is_asked && self.range().0 < Protocol::Tls12 && self.target.reach != Reach::Store {
            notes.push(notes::old_protocols(self.target.title, self.security_level.is_some()));
        }
        if self.target.knows(Switch::Stapling) && !has_responder {
            notes.push(notes::no_responder(report));
        }
        let missing = |switch: &Switch| options.has(*switch) && !self.target.has(*switch, self.version);
        // The key exchange of tomorrow is missed by nobody yet.
        let missing = |switch: &Switch| *switch != Switch::Hybrid && missing(switch);
        // Nor is what only web sites have, by a database.
        let missing = |switch: &Switch| missing(switch) && (self.target.reach == Reach::Https || !switch.is_of_web());
        let (late, never): (Vec<_>, Vec<_>) =
            Switch::ALL.iter().copied().filter(missing).partition(|switch| self.target.knows(*switch));
        if !late.is_empty() {
            notes.push(notes::options_left_out(self.target, self.version, &late));
        }
        let asked: Vec<_> = never.into_iter().filter(|switch| !switch.is_usual()).collect();
        if !asked.is_empty() {
            notes.push(notes::options_unknown(self.target, &asked));
        }
        if self.library.is_some() && self.on(Switch::Hybrid) && !self.groups.iter().any(Group::is_hybrid) {
            notes.extend(self.library.map(|library| notes::hybrid_left_out(self.target, library)));
        }
        notes.extend((self.target.remarks)(self).into_iter().map(|id| notes::remark(self.target, id)));
        if self.assumes_upstream {
            notes.extend(self.upstream.as_ref().map(|upstream| notes::upstream_assumed(self.target, upstream)));
        }
        if self.target.reach == Reach::Https && !self.target.is(Quirk::AtTheEdge) {
            notes.push(notes::also_in_front());
        }
    }
}

fn is_old(protocol: &Protocol) -> bool {
    *protocol < Protocol::Tls12
}
