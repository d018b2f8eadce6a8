use super::input::{Asked, moment, sources, type_error};
use super::refusal::refusal;
use super::{JsConvertOptions, JsCreateOptions, JsFiles, JsInput};
use crate::{
    engine, export,
    report::{
        FileFormat, Finding, KeyChoice, Options, Password,
        wire::{ConvertOptions, CreateOptions, File},
    },
    text::Lang,
};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Serializer, preserve};
use wasm_bindgen::prelude::*;

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct AskedToConvert {
    to: String,
    hosts: Vec<String>,
    lang: String,
    #[serde(with = "preserve")]
    now: JsValue,
    out_password: Option<Password>,
    passwords: Vec<Password>,
}

impl Asked for AskedToConvert {
    const KEYS: &[&str] = &["to", "hosts", "lang", "now", "outPassword", "passwords"];
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct AskedToCreate {
    key: KeyChoice,
    names: Vec<String>,
    organization: Option<String>,
    country: Option<String>,
    lang: String,
    out_password: Option<Password>,
}

impl Asked for AskedToCreate {
    const KEYS: &[&str] = &["key", "names", "organization", "country", "lang", "outPassword"];
}

/// Writes whatever a CA gave out in another format, in the right order and with the key that belongs to it.
///
/// What can not be written throws a `Refusal`; a call that makes no sense a `TypeError`.
#[wasm_bindgen]
pub fn convert(input: JsInput, options: JsConvertOptions) -> Result<JsFiles, JsValue> {
    let asked = AskedToConvert::read(options.into())?;
    let format = FileFormat::from_id(&asked.to).ok_or_else(|| {
        let known: Vec<_> = FileFormat::ALL.iter().map(|format| format.id()).collect();
        type_error(&format!("options: to is not one of {}", known.join(", ")))
    })?;
    let options = Options { hosts: asked.hosts, passwords: asked.passwords, ..Options::at(moment(&asked.now)?) };
    let (_, analysis) = engine::inspect(&sources(input.into())?, &options);
    let lang = Lang::from_tag(&asked.lang);
    let options = ConvertOptions { format, password: asked.out_password, lang: asked.lang };
    files(export::convert(&analysis, &options, &mut export::randomness()), lang)
}

/// Makes a private key and the request for its certificate, with the browser's random source.
///
/// Names that can not stand in a certificate throw a `Refusal`.
#[wasm_bindgen]
pub fn create(options: JsCreateOptions) -> Result<JsFiles, JsValue> {
    let AskedToCreate { key, names, organization, country, lang, out_password } = Asked::read(options.into())?;
    let options = CreateOptions { key, names, organization, country, password: out_password };
    files(export::create(&options, &mut |_| (), &mut export::randomness()), Lang::from_tag(&lang))
}

/// `{ name, bytes }` each, or an error that says why not.
fn files(made: Result<Vec<File>, Vec<Finding>>, lang: Lang) -> Result<JsFiles, JsValue> {
    match made {
        Ok(files) => Ok(files.serialize(&Serializer::new())?.unchecked_into()),
        Err(refusals) => Err(refusal(refusals, lang)),
    }
}
