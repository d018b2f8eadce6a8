//! The workers, seen from the page: a question goes to the one that can answer it.

use super::{
    browser, glance,
    message::{Head, Message, Question, question},
    worker_client::{News, WorkerClient},
};
use crate::report::wire::{Request, Room};
use js_sys::Array;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// The wasm modules that judge: what is ordinary, and everything.
const ENGINE: &str = "worker";
const FULL: &str = "full";

/// The wasm module that writes configurations.
const DEPLOYER: &str = "deploy";

/// Takes a reply, and the message that it came in; any number of [`Head::Progress`], perhaps a [`Head::Glance`], then the
/// answer.
pub type Answer = Rc<dyn Fn(Head, Message)>;

/// Asks the engine, and the rooms that open when they are first used. Until the engine is up, a glance stands in for it:
/// that is a fourth of its size, and what it says is true and final, though not everything.
#[derive(Clone)]
pub struct Rooms {
    engine: WorkerClient,
    deployer: WorkerClient,
    /// What the engine is to be asked as soon as the glance has spoken.
    waiting: Rc<RefCell<Option<(Question, Answer)>>>,
}

impl Rooms {
    /// Starts the engine, once the page rests; every other room waits for its first question.
    pub fn open(trouble: Callback<(Room, News)>) -> Self {
        // What a worker tells concerns the others, which are not there before all are made.
        let rooms: Rc<RefCell<Option<Self>>> = Rc::default();
        let client = |module: &'static str, whole| {
            let (rooms, trouble) = (Rc::clone(&rooms), trouble.clone());
            let news = move |news| {
                let known = rooms.borrow().clone();
                if let Some(rooms) = known {
                    rooms.hear(module, news, &trouble);
                }
            };
            WorkerClient::new(module, whole, Callback::from(news))
        };
        let open =
            Self { engine: client(ENGINE, Some(FULL)), deployer: client(DEPLOYER, None), waiting: Rc::default() };
        *rooms.borrow_mut() = Some(open.clone());
        let engine = open.engine.clone();
        spawn_local(async move {
            browser::promised("rest", &Array::new()).await;
            engine.start();
        });
        open
    }

    fn hear(&self, module: &str, news: News, trouble: &Callback<(Room, News)>) {
        match (module, news) {
            (DEPLOYER, news) => trouble.emit((Room::Deployer, news)),
            (_, news) => {
                if !matches!(news, News::Crashed { .. }) {
                    browser::engine_is_up(); // or never will be: what waits for the line may have it
                }
                if let News::Up = news {
                    self.judge_waiting();
                }
                trouble.emit((Room::Engine, news));
            }
        }
    }

    /// Has an inspection made, with a glance first unless that has spoken. The answer comes when it comes, or never when
    /// the worker crashes or is stopped before.
    pub fn judge(&self, inspection: Question, glanced: bool, answer: Answer) {
        if !glanced && !self.engine.is_up() && glance::may_see(&inspection) {
            self.glimpse(inspection, answer);
        } else {
            self.pass_to_engine(inspection, true, answer);
        }
    }

    /// Asks about what was inspected.
    pub fn ask(&self, room: Room, question: Question, answer: Answer) {
        match room {
            Room::Deployer => self.deployer.ask(question, false, answer),
            Room::Engine => self.pass_to_engine(question, false, answer),
        }
    }

    /// Has a glance at it first; then the engine is asked, which may be on its way by then.
    fn glimpse(&self, question: Question, answer: Answer) {
        *self.waiting.borrow_mut() = Some((Rc::clone(&question), Rc::clone(&answer)));
        let rooms = self.clone();
        spawn_local(async move {
            let said = glance::ask(&question, None).await;
            let is_asked = |(waiting, _): &(Question, Answer)| Rc::ptr_eq(waiting, &question);
            if !rooms.waiting.borrow().as_ref().is_some_and(is_asked) {
                return; // something else is asked by now
            }
            if let Some((head @ Head::Glance(_), message)) = said {
                answer(head, message);
            }
            rooms.judge_waiting();
        });
    }

    fn judge_waiting(&self) {
        let waiting = self.waiting.borrow_mut().take();
        if let Some((question, answer)) = waiting {
            self.pass_to_engine(question, true, answer);
        }
    }

    fn pass_to_engine(&self, question: Question, judging: bool, answer: Answer) {
        let deployer = self.deployer.clone();
        let heard = move |head, message: Message| {
            if let Head::Report(..) = head {
                let report = Rc::clone(&message);
                deployer.build_on(move || self::question(&Request::Basis(report.to_vec())));
            }
            answer(head, message);
        };
        self.engine.ask(question, judging, Rc::new(heard));
    }

    /// Nobody wants to know any more what the engine was asked. No other room ever takes long.
    pub fn restart(&self) {
        self.waiting.borrow_mut().take();
        self.engine.restart();
    }

    /// The same at somebody's wish, who may have waited for an engine that does not come.
    pub fn stop(&self) {
        self.waiting.borrow_mut().take();
        self.engine.stop();
    }

    /// Forgets what was put in: keys and passwords stay in nobody's memory.
    pub fn clear(&self) {
        self.waiting.borrow_mut().take();
        self.engine.clear();
        self.deployer.clear();
    }
}
