use crate::{
    engine,
    report::{Options, Repair, Source, Timestamp},
    text::Lang,
};
use js_sys::{ArrayBuffer, Date, Object, Uint8Array};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Serializer, preserve};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "Input | Input[]")]
    pub type JsInput;
    #[wasm_bindgen(typescript_type = "InspectOptions")]
    pub type JsOptions;
    #[wasm_bindgen(typescript_type = "Report")]
    pub type JsReport;
}

/// What a caller may leave out.
#[derive(Default, Deserialize)]
#[serde(default)]
struct InspectOptions {
    hosts: Vec<String>,
    lang: String,
    #[serde(with = "preserve")]
    now: JsValue,
    repairs: Vec<Repair>,
}

impl InspectOptions {
    const KEYS: [&str; 4] = ["hosts", "lang", "now", "repairs"];

    /// Refuses a key that is none of ours: a verdict without the `host` that was meant as `hosts` would mislead.
    fn read(given: JsValue) -> Result<Self, JsValue> {
        if given.is_undefined() || given.is_null() {
            return Ok(Self::default());
        }
        let unknown = Object::keys(given.unchecked_ref::<Object>())
            .iter()
            .filter_map(|key| key.as_string())
            .find(|key| !Self::KEYS.contains(&key.as_str()));
        if let Some(key) = unknown {
            return Err(type_error(&format!("options: {key} is not one of {}", Self::KEYS.join(", "))));
        }
        serde_wasm_bindgen::from_value(given).map_err(|error| type_error(&format!("options: {error}")))
    }
}

/// Reads whatever a CA gave out, and judges it. The report's findings are worded in one language.
///
/// Bad certificates are findings. Only a call that makes no sense throws a `TypeError`.
#[wasm_bindgen]
pub fn inspect(input: JsInput, options: Option<JsOptions>) -> Result<JsReport, JsValue> {
    let asked = InspectOptions::read(options.map_or(JsValue::UNDEFINED, JsValue::from))?;
    let options = Options { hosts: asked.hosts, repairs: asked.repairs, ..Options::at(moment(&asked.now)?) };
    let (report, _) = engine::inspect(&sources(input.into())?, &options);
    let report = report.worded(Lang::from_tag(&asked.lang)).serialize(&Serializer::json_compatible())?;
    Ok(report.unchecked_into())
}

/// One thing put in, or a list of them.
fn sources(input: JsValue) -> Result<Vec<Source>, JsValue> {
    match input.dyn_into::<js_sys::Array>() {
        Ok(list) => list.iter().map(|one| source(&one)).collect(),
        Err(one) => Ok(vec![source(&one)?]),
    }
}

/// Text, bytes, or `{ name, bytes }` with either of them.
fn source(input: &JsValue) -> Result<Source, JsValue> {
    if let Some(bytes) = bytes(input) {
        return Ok(Source { name: String::new(), bytes });
    }
    let field = |name: &str| js_sys::Reflect::get(input, &name.into()).unwrap_or_default();
    let bytes = bytes(&field("bytes"))
        .ok_or_else(|| type_error("input: expected a string, a Uint8Array, or { name, bytes }, or a list of them"))?;
    Ok(Source { name: field("name").as_string().unwrap_or_default(), bytes })
}

fn bytes(input: &JsValue) -> Option<Vec<u8>> {
    if let Some(text) = input.as_string() {
        return Some(text.into_bytes());
    }
    if let Some(view) = input.dyn_ref::<Uint8Array>() {
        return Some(view.to_vec());
    }
    Some(Uint8Array::new(input.dyn_ref::<ArrayBuffer>()?).to_vec())
}

/// The moment to judge at: RFC 3339 text, a `Date`, or the clock where nothing is given.
fn moment(now: &JsValue) -> Result<Timestamp, JsValue> {
    if now.is_undefined() || now.is_null() {
        return Ok(from_milliseconds(Date::now()));
    }
    if let Some(text) = now.as_string() {
        return Timestamp::parse(&text).ok_or_else(|| type_error("now: not an RFC 3339 time"));
    }
    match now.dyn_ref::<Date>().map(Date::value_of) {
        Some(milliseconds) if milliseconds.is_finite() => Ok(from_milliseconds(milliseconds)),
        _ => Err(type_error("now: expected RFC 3339 text or a valid Date")),
    }
}

fn from_milliseconds(milliseconds: f64) -> Timestamp {
    Timestamp::from_unix((milliseconds / 1000.0).floor() as i64)
}

fn type_error(message: &str) -> JsValue {
    js_sys::TypeError::new(message).into()
}
