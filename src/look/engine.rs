//! The page's workers, seen from behind its tabs.

use crate::app::{
    browser::{self, part},
    look_client::PLACE,
    message::question,
};
use crate::report::wire::{Deployment, Envelope, Reply, Request, Room};
use js_sys::{Function, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use yew::Callback;

/// Asks the workers by way of the page, which has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Engine;

impl Engine {
    /// Asks; the answer comes when it comes, or never when the worker crashes or is stopped before.
    pub fn ask(self, request: Request, answer: Callback<Reply>) {
        put(&request, move |reply| match reply {
            // A report holds facts only; the files come from who holds the certificates.
            Reply::Deployment(made) => {
                let answer = answer.clone();
                put(&Request::Files, move |reply| {
                    let files = if let Reply::Files(files) = reply { files } else { Vec::new() };
                    answer.emit(Reply::Deployment(Box::new(Deployment { files, ..(*made).clone() })));
                });
            }
            reply => answer.emit(reply),
        });
    }
}

/// Hands a question over; every reply to it comes back as bytes.
fn put(request: &Request, answer: impl Fn(Reply) + 'static) {
    let heard = Closure::<dyn Fn(Uint8Array)>::new(move |message: Uint8Array| {
        if let Some(Envelope { body, .. }) = Envelope::from_bytes(&message.to_vec()) {
            answer(body);
        }
    });
    let deployer = request.room() == Room::Deployer;
    let bytes = Uint8Array::from(&**question(request));
    if let Some(ask) = page_part("ask") {
        let _ = ask.call3(&JsValue::UNDEFINED, &deployer.into(), &bytes, &heard.into_js_value());
    }
    bytes.fill(0, 0, bytes.length()); // the page has its own; there may be a password in it
}

/// What the page left where the two meet.
pub fn page_part(name: &str) -> Option<Function> {
    part(&browser::global(PLACE)?, name)?.dyn_into().ok()
}
