//! Files that come with the page: beside it, or packed inside it where everything stands in one file.

use super::{global, part};
use js_sys::{Array, ArrayBuffer, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The content of several files that lie beside the page, by their paths from there, all fetched at once; none for those
/// that can not be had. `boot.js` knows where they
/// are: a page in one file has them inside itself.
pub async fn bytes_beside(paths: Vec<String>) -> Vec<Option<Vec<u8>>> {
    let asked = asked(&paths).map(JsFuture::from);
    let came = match asked {
        Some(asked) => asked.await.map(|came| Array::from(&came)).unwrap_or_default(),
        None => Array::new(),
    };
    let content = |value: JsValue| Some(Uint8Array::new(value.dyn_ref::<ArrayBuffer>()?).to_vec());
    (0..paths.len()).map(|index| content(came.get(index as u32))).collect()
}

fn asked(paths: &[String]) -> Option<Promise> {
    let fetch: Function = part(&global("certloupeWorkers")?, "beside")?.dyn_into().ok()?;
    let paths: Array = paths.iter().map(|path| JsValue::from_str(path)).collect();
    fetch.call1(&JsValue::UNDEFINED, &paths).ok()?.dyn_into().ok()
}
