//! What there is to choose from.

use super::input::Asked;
use super::{JsCodes, JsFormats, JsListOptions, JsPlatforms, JsTargets};
use crate::{
    api::deployer,
    deploy::TARGETS,
    engine::rules,
    report::{Cite, Code, FileFormat, PasswordUse, Platform, wire::TargetChoice},
    text::{self, Lang, Reference},
};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// All that can be asked of a list.
#[derive(Default, Deserialize)]
#[serde(default)]
struct AskedForList {
    lang: String,
}

impl Asked for AskedForList {
    const KEYS: &[&str] = &["lang"];
}

/// The language that was asked for.
pub(super) fn language(options: Option<JsListOptions>) -> Result<Lang, JsValue> {
    let asked = AskedForList::read(options.map_or(JsValue::UNDEFINED, JsValue::from))?;
    Ok(Lang::from_tag(&asked.lang))
}

fn list<T: JsCast>(rows: impl Iterator<Item = impl Serialize>) -> Result<T, JsValue> {
    let rows: Vec<_> = rows.collect();
    Ok(rows.serialize(&Serializer::json_compatible())?.unchecked_into())
}

/// The servers that `deploy` writes configurations for, in the order in which they are offered.
#[wasm_bindgen]
pub fn targets(options: Option<JsListOptions>) -> Result<JsTargets, JsValue> {
    let lang = language(options)?;
    list(TARGETS.iter().map(|target| {
        let choice = deployer::choice(target);
        TargetChoice { title: text::target_title(&choice.title, lang).into_owned(), ..choice }
    }))
}

#[derive(Serialize)]
struct NamedPlatform {
    id: Platform,
    title: &'static str,
}

/// The platforms that are asked what they think of a server.
#[wasm_bindgen]
pub fn platforms(options: Option<JsListOptions>) -> Result<JsPlatforms, JsValue> {
    let lang = language(options)?;
    list(Platform::ALL.iter().map(|&id| NamedPlatform { id, title: text::platform_title(id).lang(lang) }))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NamedFormat {
    id: FileFormat,
    title: &'static str,
    file: &'static str,
    needs_key: bool,
    password: &'static str,
}

/// The formats that `convert` writes.
#[wasm_bindgen]
pub fn formats(options: Option<JsListOptions>) -> Result<JsFormats, JsValue> {
    let lang = language(options)?;
    list(FileFormat::ALL.iter().map(|&id| NamedFormat {
        id,
        title: text::formats::name(id).lang(lang),
        file: id.file_name(),
        needs_key: id.needs_key(),
        password: match id.password() {
            PasswordUse::Never => "never",
            PasswordUse::Optional => "optional",
            PasswordUse::Required => "required",
        },
    }))
}

#[derive(Serialize)]
struct NamedCode {
    code: Code,
    name: &'static str,
    rule: bool,
    references: Vec<Reference>,
}

/// Every code that a finding can have, and what the rule behind it rests on.
#[wasm_bindgen]
pub fn codes(options: Option<JsListOptions>) -> Result<JsCodes, JsValue> {
    let lang = language(options)?;
    let reference = |cite: &Cite| Reference { title: cite.title(), url: cite.url() };
    list(Code::ALL.iter().map(|&code| {
        let rule = rules::all().find(|rule| rule.code == code);
        NamedCode {
            code,
            name: text::code_name(code).lang(lang),
            rule: rule.is_some(),
            references: rule.map_or_else(Vec::new, |rule| rule.cites.iter().map(reference).collect()),
        }
    }))
}
