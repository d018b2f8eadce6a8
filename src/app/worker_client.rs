//! A worker, seen from the page: it is asked and answers.
//!
//! What is asked before the worker is up waits. A worker that crashes, or is stopped, is replaced; the new one is told
//! its basis (the engine: the last inspection that it answered) again before anything that builds on it. A worker that
//! says that it needs more than it has is replaced by one that has it, which is asked everything again.

use super::{
    browser,
    message::{Head, Message, Question, numbered},
    rooms::Answer,
};
use crate::report::wire::{PROTOCOL, Reply};
use js_sys::{Array, Function, Uint8Array};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};
use yew::Callback;

/// Workers that may fail in a row before they are up.
const ATTEMPTS: u32 = 2;

/// Whose answer nobody waits for: no question has this number.
const NOBODY: u32 = 0;

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

/// Makes what answers build on, once a worker has to hear of it: it can be large.
type Basis = Rc<dyn Fn() -> Question>;

struct Inner {
    /// The name of its wasm module, of the one that it begins with, and of the one that has everything, where that is
    /// another.
    module: &'static str,
    first: &'static str,
    whole: Option<&'static str>,
    /// What gets the next worker past a cache, where that one may have given a file that is old or broken.
    mark: String,
    line: Option<Line>,
    ready: bool,
    /// How many workers were started, and how many failed in a row before they were up.
    started: u32,
    failures: u32,
    next: u32,
    /// What has no answer yet, in the order asked.
    asked: Vec<(u32, Asked)>,
    /// What the worker's answers build on, and whether this worker knows it.
    basis: Option<Basis>,
    informed: bool,
    news: Callback<News>,
}

#[derive(Clone)]
struct Asked {
    question: Question,
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
        self.worker.set_onmessageerror(None);
        self.worker.terminate();
    }
}

impl WorkerClient {
    /// A client for a wasm module, whose place the `whole` takes once something is asked that it can not do. Its worker
    /// starts with the first question, or with [`Self::start`].
    pub fn new(module: &'static str, whole: Option<&'static str>, news: Callback<News>) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            module,
            first: module,
            whole,
            mark: String::new(),
            line: None,
            ready: false,
            started: 0,
            failures: 0,
            next: 1,
            asked: Vec::new(),
            basis: None,
            informed: false,
            news,
        })))
    }

    /// Starts the worker, where it is not on its way already.
    pub fn start(&self) {
        if self.0.borrow().line.is_none() {
            self.0.borrow_mut().failures = 0; // it was given up or not needed yet
            self.replace();
        }
    }

    /// Asks; the answer comes when it comes: [`Head::Nothing`] when the worker crashes before. What was asked to judge is
    /// the basis of everything after it, and has no answer when nobody wants to know it any more.
    pub fn ask(&self, question: Question, judging: bool, answer: Answer) {
        self.start();
        let mut inner = self.0.borrow_mut();
        let id = inner.next;
        inner.next = inner.next.wrapping_add(1).max(1);
        let asked = Asked { question, judging, answer };
        inner.asked.push((id, asked.clone()));
        if inner.ready {
            inner.send(id, &asked);
        }
    }

    /// What answers build on from now on. The worker hears of it with the next question.
    pub fn build_on(&self, basis: impl Fn() -> Question + 'static) {
        let mut inner = self.0.borrow_mut();
        inner.basis = Some(Rc::new(basis));
        inner.informed = false;
    }

    /// Whether the worker answers at once.
    pub fn is_up(&self) -> bool {
        self.0.borrow().ready
    }

    /// Nobody wants to know any more what is being judged, and the worker stops: another takes its place, and does the
    /// rest. One that is on its way does nothing yet, and goes on coming.
    pub fn restart(&self) {
        self.0.borrow_mut().asked.retain(|(_, asked)| !asked.judging);
        if self.is_up() {
            self.replace();
        }
    }

    /// The same, where somebody has lost patience: what is on its way may have stuck there.
    pub fn stop(&self) {
        if self.is_up() {
            return self.restart();
        }
        {
            let mut inner = self.0.borrow_mut();
            inner.asked.retain(|(_, asked)| !asked.judging);
            inner.mark_past_caches();
        }
        self.replace();
    }

    /// Forgets whatever it was told: in the memory of the worker there is nothing left of it.
    pub fn clear(&self) {
        self.0.borrow_mut().basis = None;
        self.refuse_all();
        self.restart();
    }

    /// Nobody answers what was asked. Of a judging whoever asked for it hears in other ways.
    fn refuse_all(&self) {
        let refused = std::mem::take(&mut self.0.borrow_mut().asked);
        for (_, asked) in refused.into_iter().filter(|(_, asked)| !asked.judging) {
            (asked.answer)(Head::Nothing, Reply::NOTHING.to_vec().into());
        }
    }

    fn tell(&self, news: News) {
        let listener = self.0.borrow().news.clone();
        listener.emit(news);
    }

    /// Starts another worker, which is asked all that has no answer yet.
    fn replace(&self) {
        let (module, mark) = {
            let mut inner = self.0.borrow_mut();
            inner.end();
            inner.started = inner.started.wrapping_add(1);
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
            Some((_, Head::Ready { .. })) => self.fail("another protocol".to_owned()),
            Some((_, Head::NeedsFull)) if self.0.borrow_mut().becomes_whole() => self.replace(),
            Some((id, head)) => {
                let answer = self.0.borrow_mut().answered(id, matches!(head, Head::Progress(_)));
                if let Some(answer) = answer {
                    answer(head, message);
                }
            }
            None => self.fail("no reply of this protocol".to_owned()),
        }
    }

    fn lose(&self, event: &Event) {
        event.prevent_default();
        let reason = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default();
        self.fail(reason);
    }

    fn fail(&self, reason: String) {
        if self.is_up() {
            let judging = self.0.borrow().asked.iter().any(|(_, asked)| asked.judging);
            self.refuse_all();
            self.replace();
            return self.tell(News::Crashed { reason, judging });
        }
        let gone = {
            let mut inner = self.0.borrow_mut();
            // One of two attempts goes past the caches, and one may use them: there may be no network.
            if inner.mark.is_empty() {
                inner.mark_past_caches()
            } else {
                inner.mark.clear()
            }
            inner.failures = inner.failures.saturating_add(1);
            inner.failures >= ATTEMPTS
        };
        if !gone {
            return self.replace(); // it never came up: what was asked is not to blame, and waits
        }
        {
            let mut inner = self.0.borrow_mut();
            inner.end();
            inner.module = inner.first; // for the next time
        }
        self.refuse_all();
        self.tell(News::Missing);
    }
}

fn with(weak: &Weak<RefCell<Inner>>, call: impl FnOnce(&WorkerClient)) {
    if let Some(inner) = weak.upgrade() {
        call(&WorkerClient(inner));
    }
}

impl Inner {
    /// Who asked. A handful waits at most: a list does what a map would.
    fn answered(&mut self, id: u32, goes_on: bool) -> Option<Answer> {
        let at = self.asked.iter().position(|(asked, _)| *asked == id)?;
        if goes_on {
            return self.asked.get(at).map(|(_, asked)| Rc::clone(&asked.answer));
        }
        let (_, Asked { question, judging, answer }) = self.asked.remove(at);
        if judging {
            self.basis = Some(Rc::new(move || Rc::clone(&question)));
        }
        Some(answer)
    }

    /// Asks the worker that is up; first it hears of the basis, unless it knows that or is to judge another.
    fn send(&mut self, id: u32, asked: &Asked) {
        if !self.informed
            && !asked.judging
            && let Some(basis) = self.basis.clone()
        {
            self.post(NOBODY, &basis());
        }
        self.informed = true;
        self.post(id, &asked.question);
    }

    fn post(&self, id: u32, question: &Question) {
        let Some(line) = &self.line else { return };
        let bytes = numbered(id, question);
        let _ = line.worker.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()));
    }

    fn come_up(&mut self) {
        self.ready = true;
        self.failures = 0;
        self.mark.clear();
        for (id, asked) in self.asked.clone() {
            self.send(id, &asked);
        }
    }

    /// Whether the next to come is the module that has everything, and this was not.
    fn becomes_whole(&mut self) -> bool {
        self.whole.is_some_and(|whole| std::mem::replace(&mut self.module, whole) != whole)
    }

    fn mark_past_caches(&mut self) {
        self.mark = format!("&fresh={}", self.started);
    }

    /// Ends the worker.
    fn end(&mut self) {
        self.line = None;
        self.ready = false;
        self.informed = false;
    }
}
