//! The workers, seen from the page: a question goes to the one that can answer it.

use super::{
    message::{Head, Message, Question, question},
    worker_client::{Trouble, WorkerClient},
};
use crate::report::wire::{Request, Room};
use std::rc::Rc;
use yew::Callback;

/// The wasm module of the full engine.
const FULL: &str = "full";

/// Takes a reply, and the message that it came in; any number of [`Head::Progress`], then the answer.
pub type Answer = Rc<dyn Fn(Head, Message)>;

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
    pub fn ask(&self, request: &Request, answer: Answer) {
        let judging = matches!(request, Request::Inspect { .. });
        self.pass(request.room(), question(request), judging, answer);
    }

    /// The same with a question that is bytes already, and no inspection.
    pub fn ask_in(&self, room: Room, question: Question, answer: Answer) {
        self.pass(room, question, false, answer);
    }

    fn pass(&self, room: Room, question: Question, judging: bool, answer: Answer) {
        if room == Room::Deployer {
            return self.deployer.ask(question, judging, answer);
        }
        let (rooms, again) = (self.clone(), Rc::clone(&question));
        let heard = move |head, message: Message| match head {
            // What is rarely needed is fetched when it is: the full engine takes the base engine's place.
            Head::NeedsFull if rooms.engine.turn_into(FULL) => {
                rooms.pass(room, Rc::clone(&again), judging, Rc::clone(&answer));
            }
            head => {
                if let Head::Report(_) = head {
                    rooms.deployer.build_on(self::question(&Request::Basis(message.to_vec())));
                }
                answer(head, message);
            }
        };
        self.engine.ask(question, judging, Rc::new(heard));
    }

    /// Stops whatever the engine does. No other room ever takes long.
    pub fn restart(&self) {
        self.engine.restart();
    }
}
