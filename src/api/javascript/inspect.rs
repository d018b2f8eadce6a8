use super::input::{Asked, moment, some_sources, sources, type_error};
use super::{JsDescribed, JsInput, JsOptions, JsReport};
use crate::{
    engine::{self, Analysis},
    export::{self, Document},
    report::{Judge, Options, Password, Phone, Platform, Purpose, Repair, Report, SupplyFile},
    text::{Lang, WordedFinding},
};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Serializer, preserve};
use std::mem::take;
use wasm_bindgen::prelude::*;

#[derive(Default, Deserialize)]
#[serde(default)]
struct AskedToInspect {
    hosts: Vec<String>,
    lang: String,
    #[serde(with = "preserve")]
    now: JsValue,
    passwords: Vec<Password>,
    repairs: Vec<Repair>,
    #[serde(with = "preserve")]
    roots: JsValue,
    purpose: Purpose,
    depth: Option<u32>,
    judge: Judge,
    #[serde(with = "preserve")]
    supply: JsValue,
    urls: Vec<String>,
    #[serde(with = "preserve")]
    code: JsValue,
    listed: Vec<String>,
    platforms: Vec<Platform>,
    phones: Vec<Phone>,
    target: Option<String>,
    folder: Option<String>,
}

impl Asked for AskedToInspect {
    const KEYS: &[&str] = &[
        "urls",
        "code",
        "listed",
        "platforms",
        "phones",
        "hosts",
        "lang",
        "now",
        "passwords",
        "repairs",
        "roots",
        "purpose",
        "depth",
        "judge",
        "supply",
        "target",
        "folder",
    ];
}

/// Reads whatever a CA gave out, and judges it. The report's findings are worded in one language.
///
/// Bad certificates are findings. Only a call that makes no sense throws a `TypeError`.
#[wasm_bindgen]
pub fn inspect(input: JsInput, options: Option<JsOptions>) -> Result<JsReport, JsValue> {
    let (report, _, lang) = analysis(input, options)?;
    let report = report.worded(lang).serialize(&Serializer::json_compatible())?;
    Ok(report.unchecked_into())
}

/// As `inspect`, with what the report says as headings, sentences and tables. Nothing where it takes an engine with
/// more in it.
#[wasm_bindgen]
pub fn describe(input: JsInput, options: Option<JsOptions>) -> Result<JsDescribed, JsValue> {
    let (report, analysis, lang) = analysis(input, options)?;
    if analysis.material.needs_full {
        return Ok(JsValue::UNDEFINED.unchecked_into());
    }
    let described = Described { report: report.worded(lang), document: export::document(&analysis, lang) };
    Ok(described.serialize(&Serializer::json_compatible())?.unchecked_into())
}

/// A report, and what it says.
#[derive(Serialize)]
struct Described {
    report: Report<WordedFinding>,
    document: Document,
}

fn analysis(input: JsInput, options: Option<JsOptions>) -> Result<(Report, Analysis, Lang), JsValue> {
    let asked = AskedToInspect::read(options.map_or(JsValue::UNDEFINED, JsValue::from))?;
    let options = Options {
        hosts: asked.hosts,
        urls: asked.urls,
        code: some_sources(asked.code)?,
        listed: asked.listed,
        platforms: asked.platforms,
        phones: known_phones(asked.phones)?,
        repairs: asked.repairs,
        passwords: asked.passwords,
        roots: some_sources(asked.roots)?,
        purpose: asked.purpose,
        depth: asked.depth,
        judge: asked.judge,
        target: asked.target,
        folder: asked.folder,
        supply: some_sources(asked.supply)?
            .into_iter()
            .map(|mut file| SupplyFile { name: take(&mut file.name), bytes: take(&mut file.bytes) })
            .collect(),
        ..Options::at(moment(&asked.now)?)
    };
    let (report, analysis) = engine::inspect(&sources(input.into())?, &options);
    Ok((report, analysis, Lang::from_tag(&asked.lang)))
}

/// The phones by the versions that are known, or an error where one is none.
fn known_phones(phones: Vec<Phone>) -> Result<Vec<Phone>, JsValue> {
    let there_are = engine::platforms::phone_versions;
    let trouble =
        |it: &Phone| format!("options: phones: {} {} is not known; there are {}", it.client, it.version, there_are());
    phones.iter().map(|it| engine::platforms::known_phone(it).ok_or_else(|| type_error(&trouble(it)))).collect()
}
