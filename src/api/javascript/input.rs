//! What a script gives: material, a moment, options.

use crate::report::{Source, Timestamp};
use js_sys::{Array, ArrayBuffer, Date, Object, Reflect, Uint8Array};
use serde::de::DeserializeOwned;
use std::slice;
use wasm_bindgen::{JsCast, JsValue};

/// Options that a caller may leave out, all of them. A key that is none of ours is refused: a verdict without the
/// `host` that was meant as `hosts` would mislead.
pub(super) trait Asked: Default + DeserializeOwned {
    const KEYS: &[&str];

    fn read(given: JsValue) -> Result<Self, JsValue> {
        if given.is_undefined() || given.is_null() {
            return Ok(Self::default());
        }
        if !given.is_object() || Array::is_array(&given) {
            return Err(type_error("options: expected an object"));
        }
        let unknown = Object::keys(given.unchecked_ref::<Object>())
            .iter()
            .filter_map(|key| key.as_string())
            .find(|key| !Self::KEYS.contains(&key.as_str()));
        if let Some(key) = unknown {
            return Err(type_error(&format!("options: {key} is not one of {}", Self::KEYS.join(", "))));
        }
        serde_wasm_bindgen::from_value(given.clone()).or_else(|_| Self::read_carefully(given.unchecked_ref::<Object>()))
    }

    /// What is set to `undefined` is left out; what is none of what there is, is named.
    fn read_carefully(given: &Object) -> Result<Self, JsValue> {
        let given: Vec<_> = Object::entries(given)
            .iter()
            .map(|entry| Array::from(&entry))
            .filter(|entry| !entry.get(1).is_undefined())
            .collect();
        let wrong = |entry: &Array| {
            let error = Self::of(slice::from_ref(entry)).err()?;
            Some(type_error(&format!("options: {}: {error}", entry.get(0).as_string()?)))
        };
        Self::of(&given).map_err(|error| given.iter().find_map(wrong).unwrap_or_else(|| error.into()))
    }

    /// Those of these entries, and the usual for all others.
    fn of(entries: &[Array]) -> Result<Self, serde_wasm_bindgen::Error> {
        let given =
            Object::from_entries(&entries.iter().collect::<Array>()).map_err(serde_wasm_bindgen::Error::from)?;
        serde_wasm_bindgen::from_value(given.into())
    }
}

/// The same; nothing where it was left out.
pub(super) fn some_sources(input: JsValue) -> Result<Vec<Source>, JsValue> {
    if input.is_undefined() || input.is_null() { Ok(Vec::new()) } else { sources(input) }
}

/// One thing put in, or a list of them.
pub(super) fn sources(input: JsValue) -> Result<Vec<Source>, JsValue> {
    match input.dyn_into::<Array>() {
        Ok(list) => list.iter().map(|one| source(&one)).collect(),
        Err(one) => Ok(vec![source(&one)?]),
    }
}

/// Text, bytes, or `{ name, bytes }` with either of them.
pub(super) fn source(input: &JsValue) -> Result<Source, JsValue> {
    if let Some(bytes) = bytes(input) {
        return Ok(Source { name: String::new(), bytes });
    }
    let field = |name: &str| Reflect::get(input, &name.into()).unwrap_or_default();
    let bytes = bytes(&field("bytes"))
        .ok_or_else(|| type_error("input: expected a string, a Uint8Array, or { name, bytes }, or a list of them"))?;
    Ok(Source { name: field("name").as_string().unwrap_or_default(), bytes })
}

pub(super) fn bytes(input: &JsValue) -> Option<Vec<u8>> {
    if let Some(text) = input.as_string() {
        return Some(text.into_bytes());
    }
    if let Some(view) = input.dyn_ref::<Uint8Array>() {
        return Some(view.to_vec());
    }
    Some(Uint8Array::new(input.dyn_ref::<ArrayBuffer>()?).to_vec())
}

/// The moment to judge at: RFC 3339 text, a `Date`, or the clock where nothing is given.
pub(super) fn moment(now: &JsValue) -> Result<Timestamp, JsValue> {
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

pub(super) fn from_milliseconds(milliseconds: f64) -> Timestamp {
    Timestamp::from_unix((milliseconds / 1000.0).floor() as i64)
}

pub(super) fn type_error(message: &str) -> JsValue {
    js_sys::TypeError::new(message).into()
}
