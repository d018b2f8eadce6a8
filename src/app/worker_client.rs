//! The engine, seen from the page: a worker that is asked and answers.
//!
//! What is asked before the worker is up waits. A worker that crashes, or is stopped, is replaced; the new one is told
//! the last inspection again before anything that builds on it.

use super::browser;
use crate::report::wire::{Envelope, PROTOCOL, Reply, Request};
use js_sys::{Array, Reflect, Uint8Array};
use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{ErrorEvent, Event, MessageEvent, Worker, WorkerOptions, WorkerType};
use yew::Callback;

/// Workers that may fail in a row before they are up.
const ATTEMPTS: u32 = 2;

/// What the page hears besides answers.
#[derive(Clone, Debug)]
pub enum Trouble {
    /// The engine crashed and was replaced; what it was working on is lost.
    Crashed {
        /// In the browser's words.
        reason: String,
        /// It was judging.
        judging: bool,
    },
    /// The engine does not start.
    Missing,
}

/// Asks the engine.
#[derive(Clone)]
pub struct WorkerClient(Rc<RefCell<Inner>>);

impl PartialEq for WorkerClient {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Inner {
    url: String,
    line: Option<Line>,
    ready: bool,
    failures: u32,
    next: u32,
    waiting: VecDeque<(u32, Request)>,
    asked: BTreeMap<u32, Asked>,
    /// The inspection that the worker's answers build on, and whether this worker knows it.
    basis: Option<Request>,
    informed: bool,
    trouble: Callback<Trouble>,
}

struct Asked {
    judging: bool,
    answer: Callback<Reply>,
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
    /// Takes over the worker that `boot.js` started, or starts one.
    pub fn start(trouble: Callback<Trouble>) -> Self {
        let early = browser::global("certloupeWorker").filter(JsValue::is_object);
        let part = |name: &str| early.as_ref().and_then(|early| Reflect::get(early, &name.into()).ok());
        let url = part("url").and_then(|url| url.as_string()).unwrap_or_else(|| "worker_boot.js".to_owned());
        let client = Self(Rc::new(RefCell::new(Inner {
            url,
            line: None,
            ready: false,
            failures: 0,
            next: 1,
            waiting: VecDeque::new(),
            asked: BTreeMap::new(),
            basis: None,
            informed: false,
            trouble,
        })));
        let failed = part("failed").is_some_and(|failed| failed.is_truthy());
        match part("worker").and_then(|worker| worker.dyn_into::<Worker>().ok()).filter(|_| !failed) {
            Some(worker) => client.connect(worker),
            None => client.replace(),
        }
        let heard = part("heard").and_then(|heard| heard.dyn_into::<Array>().ok()).unwrap_or_default();
        if !failed {
            heard.iter().for_each(|data| client.hear(&data));
        }
        client
    }

    /// Asks; the answer comes when it comes, or never when the worker crashes or is stopped before.
    pub fn ask(&self, request: Request, answer: Callback<Reply>) {
        if self.0.borrow().line.is_none() {
            self.0.borrow_mut().failures = 0; // it was given up, but somebody asks again
            self.replace();
        }
        let mut inner = self.0.borrow_mut();
        let judging = matches!(request, Request::Inspect { .. });
        if judging {
            inner.basis = Some(request.clone());
            inner.informed = true;
        } else if !inner.informed
            && let Some(basis) = inner.basis.clone()
        {
            inner.informed = true;
            inner.send(basis, Asked { judging: false, answer: Callback::noop() });
        }
        inner.send(request, Asked { judging, answer });
    }

    /// Stops whatever the worker does, by replacing it.
    pub fn restart(&self) {
        self.replace();
    }

    fn replace(&self) {
        let url = {
            let mut inner = self.0.borrow_mut();
            inner.forget();
            inner.url.clone()
        };
        let options = WorkerOptions::new();
        // In the one-file build the worker is a blob, and a browser takes that only as a classic script.
        options.set_type(if url.starts_with("blob:") { WorkerType::Classic } else { WorkerType::Module });
        match Worker::new_with_options(&url, &options) {
            Ok(worker) => self.connect(worker),
            Err(_) => self.0.borrow().trouble.emit(Trouble::Missing),
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
        let reply = data.dyn_ref::<Uint8Array>().and_then(|bytes| Envelope::from_bytes(&bytes.to_vec()));
        let Some(Envelope { id, body }) = reply else { return self.mistake("no reply of this protocol") };
        match body {
            Reply::Ready { protocol: PROTOCOL } => self.0.borrow_mut().come_up(),
            Reply::Ready { .. } => self.mistake("another protocol"),
            body => {
                let asked = self.0.borrow_mut().asked.remove(&id);
                if let Some(asked) = asked {
                    asked.answer.emit(body);
                }
            }
        }
    }

    /// The worker speaks another language: an old one from the cache, so the next one has to be fresh.
    fn mistake(&self, reason: &str) {
        self.0.borrow_mut().refresh();
        self.fail(reason.to_owned());
    }

    fn lose(&self, event: &Event) {
        event.prevent_default();
        let reason = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default();
        self.fail(reason);
    }

    fn fail(&self, reason: String) {
        let (up, judging, waiting, failures, trouble) = {
            let mut inner = self.0.borrow_mut();
            inner.failures = if inner.ready { 0 } else { inner.failures.saturating_add(1) };
            let judging = inner.asked.values().any(|asked| asked.judging);
            if inner.ready && judging {
                inner.basis = None; // it would crash the next worker too
            }
            (inner.ready, judging, !inner.waiting.is_empty(), inner.failures, inner.trouble.clone())
        };
        if failures >= ATTEMPTS {
            self.0.borrow_mut().forget();
            trouble.emit(Trouble::Missing);
        } else if up {
            self.replace();
            trouble.emit(Trouble::Crashed { reason, judging });
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
    fn send(&mut self, request: Request, asked: Asked) {
        let id = self.next;
        self.next = self.next.wrapping_add(1).max(1);
        self.asked.insert(id, asked);
        if self.ready {
            self.post(id, request);
        } else {
            self.waiting.push_back((id, request));
        }
    }

    fn post(&self, id: u32, body: Request) {
        let Some(line) = &self.line else { return };
        if let Some(bytes) = (Envelope { id, body }).to_bytes() {
            let bytes = Uint8Array::from(bytes.as_slice());
            let _ = line.worker.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()));
        }
    }

    fn come_up(&mut self) {
        self.ready = true;
        self.failures = 0;
        while let Some((id, request)) = self.waiting.pop_front() {
            self.post(id, request);
        }
    }

    /// The next worker comes past the cache.
    fn refresh(&mut self) {
        let mark = if self.url.contains('?') { '&' } else { '?' };
        self.url.push_str(&format!("{mark}fresh={}", self.next));
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
