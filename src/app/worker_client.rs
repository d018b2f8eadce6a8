//! A worker, seen from the page: it is asked and answers.
//!
//! What is asked before the worker is up waits. A worker that crashes, or is stopped, is replaced; the new one is told
//! its basis (the engine: the last inspection) again before anything that builds on it.

use super::{
    browser,
    message::{Head, Message, Question, numbered},
    rooms::Answer,
};
use crate::report::wire::PROTOCOL;
use js_sys::{Array, Function, Uint8Array};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};
use yew::Callback;

/// Workers that may fail in a row before they are up.
const ATTEMPTS: u32 = 2;

/// What the page hears besides answers.
#[derive(Clone, Debug)]
pub enum News {
    /// The worker is up.
    Up,
    /// The worker crashed and was replaced; what it was working on is lost.
    Crashed {
        /// In the browser's words.
        reason: String,
        /// It was judging.
        judging: bool,
    },
    /// The worker does not start.
    Missing,
}

/// Asks one worker.
#[derive(Clone)]
pub struct WorkerClient(Rc<RefCell<Inner>>);

impl PartialEq for WorkerClient {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Makes what answers build on, once a worker has to hear of it: it can be large.
type Basis = Rc<dyn Fn() -> Question>;

struct Inner {
    /// The name of its wasm module.
    module: &'static str,
    /// What gets the next worker past a cache, where one gave an old one.
    mark: String,
    line: Option<Line>,
    ready: bool,
    failures: u32,
    next: u32,
    waiting: Vec<(u32, Question)>,
    asked: Vec<(u32, Asked)>,
    /// What the worker's answers build on, and whether this worker knows it.
    basis: Option<Basis>,
    informed: bool,
    news: Callback<News>,
}

struct Asked {
    judging: bool,
    answer: Answer,
}

/// A worker with its listeners. Ends it when dropped.
struct Line {
    worker: Worker,
    _message: Closure<dyn FnMut(MessageEvent)>,
    _error: Closure<dyn FnMut(Event)>,
}

impl Drop for Line {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl WorkerClient {
    /// A client for a wasm module. Its worker starts with the first question, or with [`Self::start`].
    pub fn new(module: &'static str, news: Callback<News>) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            module,
            mark: String::new(),
            line: None,
            ready: false,
            failures: 0,
            next: 1,
            waiting: Vec::new(),
            asked: Vec::new(),
            basis: None,
            informed: false,
            news,
        })))
    }

    /// Starts the worker, where it is not on its way already.
    pub fn start(&self) {
        if self.0.borrow().line.is_none() {
            self.replace();
        }
    }

    /// Asks; the answer comes when it comes, or never when the worker crashes or is stopped before. What is asked to
    /// judge is the basis of everything after it.
    pub fn ask(&self, question: Question, judging: bool, answer: Answer) {
        if self.0.borrow().line.is_none() {
            self.0.borrow_mut().failures = 0; // it was given up or not needed yet, but somebody asks
            self.replace();
        }
        let mut inner = self.0.borrow_mut();
        if judging {
            let basis = Rc::clone(&question);
            inner.basis = Some(Rc::new(move || Rc::clone(&basis)));
            inner.informed = true;
        } else if !inner.informed
            && let Some(basis) = inner.basis.clone()
        {
            inner.informed = true;
            inner.send(basis(), Asked { judging: false, answer: Rc::new(|_, _| ()) });
        }
        inner.send(question, Asked { judging, answer });
    }

    /// What answers build on from now on. The worker hears of it with the next question.
    pub fn build_on(&self, basis: impl Fn() -> Question + 'static) {
        let mut inner = self.0.borrow_mut();
        inner.basis = Some(Rc::new(basis));
        inner.informed = false;
    }

    /// Goes on with another module, which is told the basis before anything that builds on it; false where that is the
    /// module already.
    pub fn turn_into(&self, module: &'static str) -> bool {
        let other = std::mem::replace(&mut self.0.borrow_mut().module, module) != module;
        if other {
            self.replace();
        }
        other
    }

    /// Whether the worker answers at once.
    pub fn is_up(&self) -> bool {
        self.0.borrow().ready
    }

    /// Stops whatever the worker does, by replacing it. One that is on its way does nothing yet.
    pub fn restart(&self) {
        if self.is_up() {
            return self.replace();
        }
        let mut inner = self.0.borrow_mut();
        inner.waiting.clear();
        inner.asked.clear();
    }

    fn tell(&self, news: News) {
        let listener = self.0.borrow().news.clone();
        listener.emit(news);
    }

    fn replace(&self) {
        let (module, mark) = {
            let mut inner = self.0.borrow_mut();
            inner.forget();
            (inner.module, inner.mark.clone())
        };
        let start = browser::booted("start").and_then(|start| start.dyn_into::<Function>().ok());
        let started = start.and_then(|start| start.call2(&JsValue::UNDEFINED, &module.into(), &mark.into()).ok());
        match started.and_then(|worker| worker.dyn_into::<Worker>().ok()) {
            Some(worker) => self.connect(worker),
            None => self.tell(News::Missing),
        }
    }

    fn connect(&self, worker: Worker) {
        let weak = Rc::downgrade(&self.0);
        let message = Closure::<dyn FnMut(MessageEvent)>::new({
            let weak = weak.clone();
            move |event: MessageEvent| with(&weak, |client| client.hear(&event.data()))
        });
        let error = Closure::<dyn FnMut(Event)>::new(move |event: Event| with(&weak, |client| client.lose(&event)));
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(error.as_ref().unchecked_ref()));
        self.0.borrow_mut().line = Some(Line { worker, _message: message, _error: error });
    }

    fn hear(&self, data: &JsValue) {
        let message: Message = data.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default().into();
        match Head::read(&message) {
            Some((_, Head::Ready { protocol: PROTOCOL })) => {
                self.0.borrow_mut().come_up();
                self.tell(News::Up);
            }
            Some((_, Head::Ready { .. })) => self.mistake("another protocol"),
            Some((id, head)) => {
                let goes_on = matches!(head, Head::Progress(_));
                let asked = self.0.borrow_mut().answered(id);
                if let Some(asked) = asked {
                    (asked.answer)(head, message);
                    if goes_on {
                        self.0.borrow_mut().asked.push((id, asked));
                    }
                }
            }
            None => self.mistake("no reply of this protocol"),
        }
    }

    /// The worker speaks another language: an old one from the cache, so the next one has to be fresh.
    fn mistake(&self, reason: &str) {
        {
            let mut inner = self.0.borrow_mut();
            inner.mark = format!("&fresh={}", inner.next);
        }
        self.fail(reason.to_owned());
    }

    fn lose(&self, event: &Event) {
        event.prevent_default();
        let reason = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default();
        self.fail(reason);
    }

    fn fail(&self, reason: String) {
        let (up, judging, waiting, failures) = {
            let mut inner = self.0.borrow_mut();
            inner.failures = if inner.ready { 0 } else { inner.failures.saturating_add(1) };
            let judging = inner.asked.iter().any(|(_, asked)| asked.judging);
            if inner.ready && judging {
                inner.basis = None; // it would crash the next worker too
            }
            (inner.ready, judging, !inner.waiting.is_empty(), inner.failures)
        };
        if failures >= ATTEMPTS {
            self.0.borrow_mut().forget();
            self.tell(News::Missing);
        } else if up {
            self.replace();
            self.tell(News::Crashed { reason, judging });
        } else {
            // It never came up, so what waits is not to blame: keep it for the next attempt.
            let kept = waiting.then(|| {
                let mut inner = self.0.borrow_mut();
                (std::mem::take(&mut inner.waiting), std::mem::take(&mut inner.asked), inner.informed)
            });
            self.replace();
            if let Some((waiting, asked, informed)) = kept {
                let mut inner = self.0.borrow_mut();
                (inner.waiting, inner.asked, inner.informed) = (waiting, asked, informed);
            }
        }
    }
}

fn with(weak: &Weak<RefCell<Inner>>, call: impl FnOnce(&WorkerClient)) {
    if let Some(inner) = weak.upgrade() {
        call(&WorkerClient(inner));
    }
}

impl Inner {
    /// Who asked. A handful waits at most: a list does what a map would.
    fn answered(&mut self, id: u32) -> Option<Asked> {
        let at = self.asked.iter().position(|(asked, _)| *asked == id)?;
        Some(self.asked.swap_remove(at).1)
    }

    fn send(&mut self, question: Question, asked: Asked) {
        let id = self.next;
        self.next = self.next.wrapping_add(1).max(1);
        self.asked.push((id, asked));
        if self.ready {
            self.post(id, &question);
        } else {
            self.waiting.push((id, question));
        }
    }

    fn post(&self, id: u32, question: &Question) {
        let Some(line) = &self.line else { return };
        let bytes = numbered(id, question);
        let _ = line.worker.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()));
    }

    fn come_up(&mut self) {
        self.ready = true;
        self.failures = 0;
        for (id, question) in std::mem::take(&mut self.waiting) {
            self.post(id, &question);
        }
    }

    /// Ends the worker and everything it was asked.
    fn forget(&mut self) {
        self.line = None;
        self.ready = false;
        self.informed = false;
        self.waiting.clear();
        self.asked.clear();
    }
}
