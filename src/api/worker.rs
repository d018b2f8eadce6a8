use crate::report::{
    Progress, Secret, Sheet,
    wire::{Envelope, PROTOCOL, Reply, Request},
};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, throw_str};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Has the page's messages answered for as long as the worker lives; says [`Reply::Ready`] first.
///
/// One request, one reply with the same number; long work sends [`Reply::Progress`] before it. There is no error reply: a message that is none of ours, like a trap
/// in the answer, is thrown, reaches the page as the worker's `error` event, and the page starts a new worker.
/// Stopping a request is the page's business too: it terminates the worker.
pub fn serve(mut answer: impl FnMut(Request, &mut dyn FnMut(Progress)) -> Reply + 'static) {
    #[cfg(not(panic = "immediate-abort"))] // which calls none
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Envelope { id, body } = read(&event.data());
        let mut watch = |progress| say(&answering, &Envelope { id, body: Reply::Progress(progress) });
        let mut body = answer(body, &mut watch);
        if let Reply::Report(report, sheets) = &mut body {
            *sheets = Sheet::taken(report);
        }
        say(&answering, &Envelope { id, body });
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget(); // lives as long as the worker
    say(&scope, &Envelope { id: 0, body: Reply::Ready { protocol: PROTOCOL } });
}

fn read(data: &JsValue) -> Envelope<Request> {
    let message = data.dyn_ref::<Uint8Array>().and_then(|bytes| {
        let message = Secret::from(bytes.to_vec());
        bytes.fill(0, 0, bytes.length()); // there may be a key in it
        Envelope::from_bytes(&message)
    });
    message.unwrap_or_else(|| throw_str("not a request"))
}

/// Hands the bytes over: the message is not copied again.
fn say(scope: &DedicatedWorkerGlobalScope, reply: &Envelope<Reply>) {
    let bytes = reply.to_bytes().unwrap_or_else(|| throw_str("a reply that can not be written"));
    let bytes = Uint8Array::from(bytes.as_slice());
    if let Err(error) = scope.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer())) {
        wasm_bindgen::throw_val(error);
    }
}
