use super::input::{Asked, moment, sources, type_error};
use super::{JsCompareOptions, JsComparison, JsInput};
use crate::{
    engine,
    report::{Options, Password, field::FieldValue},
    text::Lang,
};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Serializer, preserve};
use wasm_bindgen::prelude::*;

#[derive(Default, Deserialize)]
#[serde(default)]
struct AskedToCompare {
    old: Option<usize>,
    new: Option<usize>,
    lang: String,
    #[serde(with = "preserve")]
    now: JsValue,
    passwords: Vec<Password>,
}

impl Asked for AskedToCompare {
    const KEYS: &[&str] = &["old", "new", "lang", "now", "passwords"];
}

/// What changes, and what follows, when one of two server certificates takes the other's place. Both are in `input`; who
/// does not say which is which has given the old one first.
///
/// Indexes that are no server certificate's throw a `TypeError`, as an input does that has not two of them.
#[wasm_bindgen]
pub fn compare(input: JsInput, options: Option<JsCompareOptions>) -> Result<JsComparison, JsValue> {
    let asked = AskedToCompare::read(options.map_or(JsValue::UNDEFINED, JsValue::from))?;
    let options = Options { passwords: asked.passwords, ..Options::at(moment(&asked.now)?) };
    let (report, analysis) = engine::inspect(&sources(input.into())?, &options);
    let servers = report.server_certificates();
    let pair = match (asked.old, asked.new, &servers[..]) {
        (Some(old), Some(new), _) => Some((old, new)),
        (None, None, &[old, new]) => Some((old, new)),
        _ => None,
    };
    let comparison = pair.and_then(|(old, new)| engine::compare(&analysis, old, new)).ok_or_else(|| {
        type_error(&format!("options: old and new name two server certificates; those of the input are {servers:?}"))
    })?;
    let mut comparison = comparison.worded(Lang::from_tag(&asked.lang));
    for field in &mut comparison.fields {
        field.old = field.old.take().map(exact);
        field.new = field.new.take().map(exact);
    }
    Ok(comparison.serialize(&Serializer::json_compatible())?.unchecked_into())
}

/// The number as text where JavaScript's numbers can not hold it: the exponent of a key can be any.
fn exact(value: FieldValue) -> FieldValue {
    const SAFE: i64 = (1 << 53) - 1;
    match value {
        FieldValue::Number(number) if !(-SAFE..=SAFE).contains(&number) => FieldValue::Text(number.to_string()),
        other => other,
    }
}
