use crate::report::{
    Progress,
    brief::Answer,
    wire::{Envelope, PROTOCOL, Reply, Request},
};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, closure::Closure, throw_str};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Has the page's messages answered for as long as the worker lives; says [`Reply::Ready`] first.
///
/// One request, one reply with the same number; long work sends [`Reply::Progress`] before it. There is no error reply: a message that is none of ours, like a trap
/// in the answer, is thrown, reaches the page as the worker's `error` event, and the page starts a new worker.
/// Stopping a request is the page's business too: it terminates the worker.
pub fn serve(mut answer: impl FnMut(Request, &mut dyn FnMut(Progress)) -> Reply + 'static) {
    console_error_panic_hook::set_once();
    serve_bytes(move |message, say| {
        let Envelope { id, body } = Envelope::from_bytes(message)?;
        let mut watch = |progress| say(&written(&Envelope { id, body: Reply::Progress(progress) }));
        let body = answer(body, &mut watch);
        Some(written(&Envelope { id, body }))
    });
}

fn written(reply: &Envelope<Reply>) -> Vec<u8> {
    reply.to_bytes().unwrap_or_else(|| throw_str("a reply that can not be written"))
}

/// The same for whoever reads and writes messages by itself: no answer is a message that is none of ours.
pub fn serve_bytes(mut answer: impl FnMut(&[u8], &dyn Fn(&[u8])) -> Option<Vec<u8>> + 'static) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        let message = data.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
        let reply = message.and_then(|message| answer(&message, &|reply| say(&answering, reply)));
        say(&answering, &reply.unwrap_or_else(|| throw_str("not a request")));
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget(); // lives as long as the worker
    let greeting = Answer::Ready { protocol: PROTOCOL }.to_bytes(0);
    say(&scope, &greeting.unwrap_or_default());
}

/// Hands the bytes over: the message is not copied again.
fn say(scope: &DedicatedWorkerGlobalScope, reply: &[u8]) {
    let bytes = Uint8Array::from(reply);
    if let Err(error) = scope.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer())) {
        wasm_bindgen::throw_val(error);
    }
}
