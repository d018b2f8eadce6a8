//! The workers, seen from the page: a question goes to the one that can answer it.

use super::worker_client::{Trouble, WorkerClient};
use crate::report::wire::{Deployment, Reply, Request, Room};
use yew::Callback;

/// The wasm module of the full engine.
const FULL: &str = "full";

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
            Room::Engine => {
                let rooms = self.clone();
                let again = request.clone();
                self.engine.ask(request, move |reply, message| {
                    match reply {
                        // What is rarely needed is fetched when it is: the full engine takes the base engine's place.
                        Reply::NeedsFull if rooms.engine.turn_into(FULL) => {
                            return rooms.ask(again.clone(), answer.clone());
                        }
                        Reply::Report(_) => deployer.build_on(Request::Basis(message)),
                        _ => {}
                    }
                    answer.emit(reply);
                });
            }
            Room::Deployer => self.deployer.ask(request, move |reply, _| match reply {
                // A report holds facts only; the files come from who holds the certificates.
                Reply::Deployment(made) => {
                    let answer = answer.clone();
                    engine.ask(Request::Files, move |reply, _| {
                        let files = if let Reply::Files(files) = reply { files } else { Vec::new() };
                        answer.emit(Reply::Deployment(Box::new(Deployment { files, ..(*made).clone() })));
                    });
                }
                reply => answer.emit(reply),
            }),
        }
    }

    /// Stops whatever the engine does. No other room ever takes long.
    pub fn restart(&self) {
        self.engine.restart();
    }
}
