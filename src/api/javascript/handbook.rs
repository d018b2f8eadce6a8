use super::input::Asked;
use super::{JsHandbook, JsHandbookOptions};
use crate::{api, text::Lang};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[derive(Default, Deserialize)]
#[serde(default)]
struct AskedForHandbook {
    lang: String,
}

impl Asked for AskedForHandbook {
    const KEYS: &[&str] = &["lang"];
}

/// Every error message that is known with what it comes from, and every claim of articles with how it is.
#[wasm_bindgen(js_name = handbook)]
pub fn handbook_in(options: Option<JsHandbookOptions>) -> Result<JsHandbook, JsValue> {
    let asked = AskedForHandbook::read(options.map_or(JsValue::UNDEFINED, JsValue::from))?;
    let handbook = api::handbook(Lang::from_tag(&asked.lang));
    Ok(handbook.serialize(&Serializer::json_compatible())?.unchecked_into())
}
