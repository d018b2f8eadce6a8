use super::input::{Asked, moment, sources};
use super::refusal::refusal;
use super::{JsCheckOptions, JsChecks, JsHops, JsHopsOptions, JsInput};
use crate::{
    deploy, engine,
    report::{CheckOptions, Hop, HopsOptions, Options, Password},
    text::Lang,
};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Serializer, preserve};
use wasm_bindgen::prelude::*;

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct AskedToCheck {
    urls: Vec<String>,
    hosts: Vec<String>,
    lang: String,
    #[serde(with = "preserve")]
    now: JsValue,
    passwords: Vec<Password>,
    edges: Vec<String>,
    verification_file: String,
}

impl Asked for AskedToCheck {
    const KEYS: &[&str] = &["urls", "hosts", "lang", "now", "passwords", "edges", "verificationFile"];
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct AskedForHops {
    urls: Vec<String>,
    hosts: Vec<String>,
    lang: String,
    #[serde(with = "preserve")]
    now: JsValue,
    passwords: Vec<Password>,
    hops: Vec<Hop>,
}

impl Asked for AskedForHops {
    const KEYS: &[&str] = &["urls", "hosts", "lang", "now", "passwords", "hops"];
}

/// What to look at before the program is submitted, as commands and a script; nothing is connected to.
///
/// Throws a `Refusal` where there is no host to look at.
#[wasm_bindgen]
pub fn checks(input: JsInput, options: Option<JsCheckOptions>) -> Result<JsChecks, JsValue> {
    let AskedToCheck { urls, hosts, lang, now, passwords, edges, verification_file } =
        Asked::read(options.map_or(JsValue::UNDEFINED, JsValue::from))?;
    let options = Options { urls, hosts, passwords, ..Options::at(moment(&now)?) };
    let (report, _) = engine::inspect(&sources(input.into())?, &options);
    let language = Lang::from_tag(&lang);
    match deploy::checks(&report, &CheckOptions { lang, edges, verification_file }) {
        Ok(checks) => Ok(checks.worded(language).serialize(&Serializer::json_compatible())?.unchecked_into()),
        Err(refusals) => Err(refusal(refusals, language)),
    }
}

/// What each place on the way to the server needs, where TLS ends, and what is wrong between them. The certificates that
/// places show are indexes into what `inspect` gives for the same input.
#[wasm_bindgen]
pub fn hops(input: JsInput, options: JsHopsOptions) -> Result<JsHops, JsValue> {
    let AskedForHops { urls, hosts, lang, now, passwords, hops } = Asked::read(options.into())?;
    let options = Options { urls, hosts, passwords, ..Options::at(moment(&now)?) };
    let (report, _) = engine::inspect(&sources(input.into())?, &options);
    let language = Lang::from_tag(&lang);
    let answer = deploy::hops(&report, &HopsOptions { lang, hops }).worded(language);
    Ok(answer.serialize(&Serializer::json_compatible())?.unchecked_into())
}
