//! Files that come with the page.

use gloo::utils;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The text of a file that lies beside the page, by its path from there; none where it can not be had.
///
/// A page in one file may fetch nothing: there the text stands in a block of that name (`scripts/one_file.mjs`).
pub async fn text_beside(path: &str) -> Option<String> {
    match utils::document().get_element_by_id(path) {
        Some(block) => block.text_content(),
        None => fetched(path).await.ok().flatten(),
    }
}

async fn fetched(path: &str) -> Result<Option<String>, JsValue> {
    let response: Response = JsFuture::from(utils::window().fetch_with_str(path)).await?.unchecked_into();
    if !response.ok() {
        return Ok(None);
    }
    Ok(JsFuture::from(response.text()?).await?.as_string())
}
