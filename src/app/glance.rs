//! The glance, seen from the page: a small module in the page itself that speaks first, until the engine is up in its
//! worker. A worker takes as long to come as the glance does, and a look at a chain takes no longer than a frame or two: what
//! is more, it leaves to the engine (`tests/hostile_paths.rs` says how long each attack takes it).

use super::{
    browser,
    message::{Head, Message, Question, number},
};
use crate::report::wire::PROTOCOL;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// What `boot.js` calls it.
const GLANCE: &str = "glance";

/// Whether there may be one: where everything stands in one file the engine is here as soon.
pub fn may_come() -> bool {
    browser::booted(GLANCE).is_some_and(|glance| glance.is_function())
}

/// What it says; nothing where it has failed before, or does not come in time: in so many milliseconds, or as fast as any
/// file.
pub async fn ask(question: &Question, patience: Option<u32>) -> Option<(Head, Message)> {
    let request = Uint8Array::from([number(0).as_slice(), question].concat().as_slice());
    let asked = Array::of3(&request, &JsValue::from(PROTOCOL), &JsValue::from(patience));
    let said: Message = browser::promised(GLANCE, &asked).await?.dyn_ref::<Uint8Array>()?.to_vec().into();
    Some((Head::read(&said)?.1, said))
}
