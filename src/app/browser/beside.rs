//! Files that come with the page.

use super::global;
use gloo::{timers::callback::Timeout, utils};
use js_sys::{Array, ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::Response;

/// What has not come by then does not come, in milliseconds.
const PATIENCE: u32 = 15_000;

/// The text of a file that lies beside the page, by its path from there; none where it can not be had.
///
/// A page in one file may fetch nothing: there the text stands in a block of that name (`scripts/one_file.mjs`).
pub async fn text_beside(path: &str) -> Option<String> {
    match utils::document().get_element_by_id(path) {
        Some(block) => block.text_content(),
        None => JsFuture::from(fetched(path).await.ok()??.text().ok()?).await.ok()?.as_string(),
    }
}

/// The content of several such files, all fetched at once; none for those that can not be had.
pub async fn bytes_beside(paths: impl Iterator<Item = String>) -> Vec<Option<Vec<u8>>> {
    let asked: Vec<_> = paths.map(|path| in_time(future_to_promise(async move { content(&path).await }))).collect();
    let mut contents = Vec::with_capacity(asked.len());
    for promise in asked {
        let buffer = JsFuture::from(promise).await.ok().and_then(|value| value.dyn_into::<ArrayBuffer>().ok());
        contents.push(buffer.map(|buffer| Uint8Array::new(&buffer).to_vec()));
    }
    contents
}

/// The content of a file as a buffer; undefined where there is none. In a page in one file it stands packed.
async fn content(path: &str) -> Result<JsValue, JsValue> {
    if let Some(file) = global("certloupeFile").filter(JsValue::is_object) {
        let unpack: Function = Reflect::get(&file, &"unpack".into())?.dyn_into()?;
        return JsFuture::from(unpack.call1(&file, &path.into())?.dyn_into::<Promise>()?).await;
    }
    match fetched(path).await? {
        Some(response) => JsFuture::from(response.array_buffer()?).await,
        None => Ok(JsValue::UNDEFINED),
    }
}

async fn fetched(path: &str) -> Result<Option<Response>, JsValue> {
    let response: Response = JsFuture::from(utils::window().fetch_with_str(path)).await?.unchecked_into();
    Ok(Some(response).filter(Response::ok))
}

/// The same promise, which comes to nothing when it takes too long.
fn in_time(promise: Promise) -> Promise {
    let late = Promise::new(&mut |done: Function, _| {
        Timeout::new(PATIENCE, move || drop(done.call0(&JsValue::UNDEFINED))).forget();
    });
    Promise::race(&Array::of2(&promise, &late))
}
