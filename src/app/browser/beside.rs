//! Files that come with the page: beside it, or packed inside it where everything stands in one file.

use super::promised;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// The content of several files that lie beside the page, by their paths from there, all fetched at once; none for those
/// that can not be had. `boot.js` knows where they are: a page in one file has them inside itself.
pub async fn bytes_beside(paths: Vec<String>) -> Vec<Option<Vec<u8>>> {
    let asked: Array = paths.iter().map(|path| JsValue::from_str(path)).collect();
    let came = promised("beside", &Array::of1(&asked)).await.map(|came| Array::from(&came)).unwrap_or_default();
    let content = |value: JsValue| Some(Uint8Array::new(value.dyn_ref::<ArrayBuffer>()?).to_vec());
    (0..paths.len()).map(|index| content(came.get(index as u32))).collect()
}
