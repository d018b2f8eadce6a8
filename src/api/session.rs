use super::{Deployer, Inspector};
use crate::{
    engine::Analysis,
    report::wire::{Reply, Request, Room},
};

/// Both rooms in one: whoever needs no workers (a terminal, a test, a script) asks here.
#[derive(Debug, Default)]
pub struct Session {
    inspector: Inspector,
    deployer: Deployer,
}

impl Session {
    /// Answers one request. Never fails: what can not be answered is [`Reply::Nothing`] or [`Reply::Refused`].
    pub fn answer(&mut self, request: Request) -> Reply {
        match request.room() {
            Room::Engine => {
                let reply = self.inspector.answer(request, &mut |_| ());
                if let Reply::Report(report) = &reply {
                    self.deployer.build_on((**report).clone());
                }
                reply
            }
            Room::Deployer => {
                let mut reply = self.deployer.answer(request);
                if let Reply::Deployment(deployment) = &mut reply {
                    deployment.files = self.inspector.files().unwrap_or_default();
                }
                reply
            }
        }
    }

    /// The analysis of the last inspection.
    pub fn analysis(&self) -> Option<&Analysis> {
        self.inspector.analysis()
    }
}
