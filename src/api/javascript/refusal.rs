use crate::{
    report::Finding,
    text::{self, Lang},
};
use js_sys::Reflect;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// An error that says why not. The package makes a `Refusal` of whatever has `findings` (`src/api/package/engine.js`).
pub(super) fn refusal(why: Vec<Finding>, lang: Lang) -> JsValue {
    let findings: Vec<_> = why.into_iter().map(|refusal| text::worded(refusal, lang)).collect();
    let error = js_sys::Error::new(findings.first().map_or("", |finding| &finding.title));
    match findings.serialize(&Serializer::json_compatible()) {
        Ok(findings) => drop(Reflect::set(&error, &"findings".into(), &findings)),
        Err(trouble) => return trouble.into(),
    }
    error.into()
}
