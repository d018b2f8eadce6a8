//! The glance, seen from the page: a small module in the page itself that speaks first, until the engine is up in its
//! worker. A worker takes as long to come as the glance does, and a look at a chain takes no longer than a frame or two: what
//! is more, it leaves to the engine (`tests/hostile_paths.rs` says how long each attack takes it).

use super::{
    browser,
    message::{Head, Message, Question, numbered},
};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// What `boot.js` calls it.
const GLANCE: &str = "glance";

/// Bytes of a question that a glance is taken at. More is more than a chain, and takes longer to hand over twice, and to
/// show twice, than the engine takes to come.
const MOST: usize = 1 << 18;

/// Whether it may be asked this: where everything stands in one file there is none, for the engine is here as soon.
pub fn may_see(question: &Question) -> bool {
    question.len() <= MOST && browser::booted(GLANCE).is_some()
}

/// What it says; nothing where it has failed before, or does not come in time: in so many milliseconds, or as fast as any
/// file.
pub async fn ask(question: &Question, patience: Option<u32>) -> Option<(Head, Message)> {
    let request = numbered(0, question);
    let asked = Array::of2(&request, &JsValue::from(patience));
    let said = browser::promised(GLANCE, &asked).await;
    request.fill(0, 0, request.length()); // there may be a key in it
    let said: Message = said?.dyn_ref::<Uint8Array>()?.to_vec().into();
    Some((Head::read(&said)?.1, said))
}
