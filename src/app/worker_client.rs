//! A worker, seen from the page: it is asked and answers.
//!
//! What is asked before the worker is up waits. A worker that crashes, or is stopped, is replaced; the new one is told
//! its basis (the engine: the last inspection) again before anything that builds on it. A worker that says that it needs
//! more than it has is replaced by one that has it, which is asked everything again.

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

/// Makes what answers build on, once a worker has to hear of it: it can be large.
type Basis = Rc<dyn Fn() -> Question>;

struct Inner {
    /// The name of its wasm module.
    module: &'static str,
    /// The module that has everything, where that is another one.
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

    /// Asks; the answer comes when it comes, or never when the worker crashes or is stopped before. What is asked to
    /// judge is the basis of everything after it.
    pub fn ask(&self, question: Question, judging: bool, answer: Answer) {
        self.start();
        let mut inner = self.0.borrow_mut();
        if judging {
            let basis = Rc::clone(&question);
            inner.basis = Some(Rc::new(move || Rc::clone(&basis)));
        }
        let asked = Asked { question, judging, answer };
        let id = inner.take(asked.clone());
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

    /// Nobody wants to know any more what was asked, and the worker stops: another takes its place. One that is on its
    /// way does nothing yet, and goes on coming.
    pub fn restart(&self) {
        self.0.borrow_mut().asked.clear();
        if self.is_up() {
            self.replace();
        }
    }

    /// The same, where somebody has lost patience: what is on its way may have stuck there.
    pub fn stop(&self) {
        self.0.borrow_mut().asked.clear();
        if !self.is_up() {
            self.0.borrow_mut().look_past_caches();
        }
        self.replace();
    }

    /// Forgets whatever it was told: in the memory of the worker there is nothing left of it.
    pub fn clear(&self) {
        self.0.borrow_mut().basis = None;
        self.restart();
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
            inner.started += 1;
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
        let (up, judging, failures) = {
            let mut inner = self.0.borrow_mut();
            let judging = inner.asked.iter().any(|(_, asked)| asked.judging);
            if inner.ready {
                inner.asked.clear();
                inner.basis.take_if(|_| judging); // it would crash the next worker too
            } else {
                // It never came up, so what waits is not to blame: it waits for the next attempt.
                inner.failures += 1;
                inner.look_past_caches();
            }
            (inner.ready, judging, inner.failures)
        };
        if up {
            self.replace();
            self.tell(News::Crashed { reason, judging });
        } else if failures < ATTEMPTS {
            self.replace();
        } else {
            {
                let mut inner = self.0.borrow_mut();
                inner.end();
                inner.asked.clear();
            }
            self.tell(News::Missing);
        }
    }
}

fn with(weak: &Weak<RefCell<Inner>>, call: impl FnOnce(&WorkerClient)) {
    if let Some(inner) = weak.upgrade() {
        call(&WorkerClient(inner));
    }
}

impl Inner {
    /// Notes a question, and numbers it.
    fn take(&mut self, asked: Asked) -> u32 {
        let id = self.next;
        self.next = self.next.wrapping_add(1).max(1);
        self.asked.push((id, asked));
        id
    }

    /// Who asked. A handful waits at most: a list does what a map would.
    fn answered(&mut self, id: u32, goes_on: bool) -> Option<Answer> {
        let at = self.asked.iter().position(|(asked, _)| *asked == id)?;
        let answer = Rc::clone(&self.asked[at].1.answer);
        if !goes_on {
            self.asked.remove(at);
        }
        Some(answer)
    }

    /// Asks the worker that is up; first it hears of the basis, unless it knows that or is to judge another.
    fn send(&mut self, id: u32, asked: &Asked) {
        if !self.informed
            && !asked.judging
            && let Some(basis) = self.basis.clone()
        {
            let basis = Asked { question: basis(), judging: false, answer: Rc::new(|_, _| ()) };
            let id = self.take(basis.clone());
            self.post(id, &basis.question);
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
        for (id, asked) in self.asked.clone() {
            self.send(id, &asked);
        }
    }

    /// Whether the module that has everything is the next to come.
    fn becomes_whole(&mut self) -> bool {
        let whole = self.whole.take();
        self.module = whole.unwrap_or(self.module);
        whole.is_some()
    }

    fn look_past_caches(&mut self) {
        self.mark = format!("&fresh={}", self.started);
    }

    /// Ends the worker.
    fn end(&mut self) {
        self.line = None;
        self.ready = false;
        self.informed = false;
    }
}
