use super::lists::language;
use super::{JsHandbook, JsListOptions};
use crate::api;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// Every error message that is known with what it comes from, and every claim of articles with how it is.
#[wasm_bindgen(js_name = handbook)]
pub fn handbook_in(options: Option<JsListOptions>) -> Result<JsHandbook, JsValue> {
    let handbook = api::handbook(language(options)?);
    Ok(handbook.serialize(&Serializer::json_compatible())?.unchecked_into())
}
