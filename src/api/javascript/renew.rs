use super::input::{Asked, moment, sources};
use super::refusal::refusal;
use super::{JsInput, JsRenewOptions, JsRenewal};
use crate::{
    deploy, engine,
    report::{AcmeClient, Challenge, DnsProvider, Options, Password, RenewalOptions},
    text::{self, Lang},
};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Serializer, preserve};
use wasm_bindgen::prelude::*;

#[derive(Default, Deserialize)]
#[serde(default)]
struct AskedToRenew {
    client: AcmeClient,
    challenge: Challenge,
    provider: DnsProvider,
    target: String,
    names: Vec<String>,
    zone: Option<String>,
    lang: String,
    #[serde(with = "preserve")]
    now: JsValue,
    passwords: Vec<Password>,
}

impl Asked for AskedToRenew {
    const KEYS: &[&str] = &["client", "challenge", "provider", "target", "names", "zone", "lang", "now", "passwords"];
}

/// Says how to get and renew the certificate: records, commands, dates, scripts.
///
/// Names that can not be written throw a `Refusal`.
#[wasm_bindgen]
pub fn renew(input: JsInput, options: Option<JsRenewOptions>) -> Result<JsRenewal, JsValue> {
    let asked = AskedToRenew::read(options.map_or(JsValue::UNDEFINED, JsValue::from))?;
    let AskedToRenew { client, challenge, provider, target, names, zone, lang, now, passwords } = asked;
    let (report, _) = engine::inspect(&sources(input.into())?, &Options { passwords, ..Options::at(moment(&now)?) });
    let words = Lang::from_tag(&lang);
    let options = RenewalOptions { client, challenge, provider, target, names, zone, lang };
    let renewal = deploy::renew::renew(&report, &options).map_err(|why| refusal(why, words))?;
    let renewal = renewal.map_notes(|note| text::worded(note, words));
    Ok(renewal.serialize(&Serializer::new().serialize_missing_as_null(true))?.unchecked_into())
}
