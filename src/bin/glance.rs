//! The glance as a web worker: it speaks first, until the engine is up.
//!
//! By itself, without the loop of the other workers: what `js-sys` and `web-sys` bring with them is a twelfth of it.

use certloupe::{
    api::glimpse,
    report::{brief::Answer, wire::PROTOCOL},
};
use wasm_bindgen::prelude::*;

#[global_allocator]
static HEAP: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[wasm_bindgen]
extern "C" {
    /// The event that brings a request.
    type MessageEvent;

    #[wasm_bindgen(method, getter)]
    fn data(this: &MessageEvent) -> Vec<u8>;

    #[wasm_bindgen(js_name = addEventListener)]
    fn listen(kind: &str, heard: &Closure<dyn FnMut(MessageEvent)>);

    #[wasm_bindgen(js_name = postMessage)]
    fn say(message: Vec<u8>);
}

/// One request, one reply with the same number; a message that is none of ours reaches the page as an error.
fn main() {
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| match glimpse(&event.data()) {
        Some(reply) => say(reply),
        None => wasm_bindgen::throw_str("not a request"),
    });
    listen("message", &heard);
    heard.forget(); // lives as long as the worker
    say(Answer::Ready { protocol: PROTOCOL }.to_bytes(0).unwrap_or_default());
}
