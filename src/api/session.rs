use super::{Deployer, Inspector};
use crate::{
    engine::Analysis,
    report::{
        Options, Report, Source, SupplyFile,
        wire::{Reply, Request, Room},
    },
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
                if let Reply::Report(report, _) = &reply {
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

    /// Inspects, and again with each file of the supply that the report asks for, until nothing new can be had.
    pub fn inspect(
        &mut self,
        sources: &[Source],
        mut options: Options,
        supply: &mut dyn FnMut(&str) -> Option<Vec<u8>>,
    ) -> Option<Report> {
        loop {
            let request = Request::Inspect { sources: sources.to_vec(), options: Box::new(options.clone()) };
            let Reply::Report(report, _) = self.answer(request) else { return None };
            let before = options.supply.len();
            for name in report.chain.wanted.iter() {
                options.supply.extend(supply(name).map(|bytes| SupplyFile { name: name.clone(), bytes }));
            }
            if options.supply.len() == before {
                return Some(*report);
            }
        }
    }

    /// The analysis of the last inspection.
    pub fn analysis(&self) -> Option<&Analysis> {
        self.inspector.analysis()
    }
}
