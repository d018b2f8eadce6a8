//! The workers, seen from the page: a question goes to the one that can answer it.

use super::worker_client::{Trouble, WorkerClient};
use crate::report::wire::{Reply, Request, Room};
use yew::Callback;

/// Asks the engine, and the rooms that open when they are first used.
#[derive(Clone, PartialEq)]
pub struct Rooms {
    engine: WorkerClient,
    deployer: WorkerClient,
}

impl Rooms {
    /// Starts the engine; every other room waits for its first question.
    pub fn open(trouble: Callback<(Room, Trouble)>) -> Self {
        let client = |room| WorkerClient::new(room, trouble.reform(move |trouble| (room, trouble)));
        let rooms = Self { engine: client(Room::Engine), deployer: client(Room::Deployer) };
        rooms.engine.start();
        rooms
    }

    /// Asks; the answer comes when it comes, or never when the worker crashes or is stopped before.
    pub fn ask(&self, request: Request, answer: Callback<Reply>) {
        let Self { engine, deployer } = self.clone();
        match request.room() {
            Room::Engine => self.engine.ask(request, move |reply, message| {
                if matches!(reply, Reply::Report(_)) {
                    deployer.build_on(Request::Basis(message));
                }
                answer.emit(reply);
            }),
            Room::Deployer => self.deployer.ask(request, move |reply, _| match reply {
                // A report holds facts only; the files come from who holds the certificates.
                Reply::Deployment(mut made) => engine.ask(Request::Files, move |reply, _| {
                    if let Reply::Files(files) = reply {
                        made.files = files;
                    }
                    answer.emit(Reply::Deployment(made));
                }),
                reply => answer.emit(reply),
            }),
        }
    }

    /// Stops whatever the engine does. No other room ever takes long.
    pub fn restart(&self) {
        self.engine.restart();
    }
}
