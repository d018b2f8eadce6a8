//! Files that come with the page: beside it, or packed inside it where everything stands in one file.

use super::global;
use gloo::timers::callback::Timeout;
use js_sys::{Array, ArrayBuffer, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What has not come by then does not come, in milliseconds.
const PATIENCE: u32 = 15_000;

/// The contents of files that lie beside the page, by their paths from there, all fetched at once; none for those that
/// can not be had.
pub async fn bytes_beside(paths: impl IntoIterator<Item = String>) -> Vec<Option<Vec<u8>>> {
    let asked: Vec<_> = paths.into_iter().map(|path| Some(in_time(&asked_for(&path)?))).collect();
    let mut contents = Vec::with_capacity(asked.len());
    for promise in asked {
        let come = match promise {
            Some(promise) => JsFuture::from(promise).await.ok(),
            None => None,
        };
        let buffer = come.and_then(|value| value.dyn_into::<ArrayBuffer>().ok());
        contents.push(buffer.map(|buffer| Uint8Array::new(&buffer).to_vec()));
    }
    contents
}

/// The text of such a file.
pub async fn text_beside(path: &str) -> Option<String> {
    let bytes = bytes_beside([path.to_owned()]).await.pop()??;
    String::from_utf8(bytes).ok()
}

/// What `boot.js` promises of a file.
fn asked_for(path: &str) -> Option<Promise> {
    let files: Function = global("certloupeFiles")?.dyn_into().ok()?;
    files.call1(&JsValue::UNDEFINED, &path.into()).ok()?.dyn_into().ok()
}

/// The same promise, which comes to nothing when it takes too long.
fn in_time(promise: &Promise) -> Promise {
    let late = Promise::new(&mut |done: Function, _| {
        Timeout::new(PATIENCE, move || drop(done.call0(&JsValue::UNDEFINED))).forget();
    });
    Promise::race(&Array::of2(promise, &late))
}
