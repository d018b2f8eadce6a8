use crate::{
    deploy, engine, export,
    report::{
        AcmeClient, Challenge, CheckOptions, DnsProvider, FileFormat, Finding, Hop, HopsOptions, Judge, KeyChoice,
        Options, Password, Phone, Platform, Purpose, RenewalOptions, Repair, Source, SupplyFile, Timestamp,
        wire::{ConvertOptions, CreateOptions, File},
    },
    text::{self, Lang},
};
use js_sys::{ArrayBuffer, Date, Object, Reflect, Uint8Array};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::{Serializer, preserve};
use std::mem::take;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "Input | Input[]")]
    pub type JsInput;
    #[wasm_bindgen(typescript_type = "InspectOptions")]
    pub type JsOptions;
    #[wasm_bindgen(typescript_type = "ConvertOptions")]
    pub type JsConvertOptions;
    #[wasm_bindgen(typescript_type = "CreateOptions")]
    pub type JsCreateOptions;
    #[wasm_bindgen(typescript_type = "RenewOptions")]
    pub type JsRenewOptions;
    #[wasm_bindgen(typescript_type = "Renewal")]
    pub type JsRenewal;
    #[wasm_bindgen(typescript_type = "CheckOptions")]
    pub type JsCheckOptions;
    #[wasm_bindgen(typescript_type = "HopsOptions")]
    pub type JsHopsOptions;
    #[wasm_bindgen(typescript_type = "Checks")]
    pub type JsChecks;
    #[wasm_bindgen(typescript_type = "Hops")]
    pub type JsHops;
    #[wasm_bindgen(typescript_type = "Report")]
    pub type JsReport;
    #[wasm_bindgen(typescript_type = "MadeFile[]")]
    pub type JsFiles;
    #[wasm_bindgen(typescript_type = "HandbookOptions")]
    pub type JsHandbookOptions;
    #[wasm_bindgen(typescript_type = "Handbook")]
    pub type JsHandbook;
}

/// Options that a caller may leave out, all of them. A key that is none of ours is refused: a verdict without the
/// `host` that was meant as `hosts` would mislead.
trait Asked: Default + DeserializeOwned {
    const KEYS: &[&str];

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
    ];
}

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

#[derive(Default, Deserialize)]
#[serde(default)]
struct AskedForHandbook {
    lang: String,
}

impl Asked for AskedForHandbook {
    const KEYS: &[&str] = &["lang"];
}

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

/// Reads whatever a CA gave out, and judges it. The report's findings are worded in one language.
///
/// Bad certificates are findings. Only a call that makes no sense throws a `TypeError`.
#[wasm_bindgen]
pub fn inspect(input: JsInput, options: Option<JsOptions>) -> Result<JsReport, JsValue> {
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
        supply: some_sources(asked.supply)?
            .into_iter()
            .map(|mut file| SupplyFile { name: take(&mut file.name), bytes: take(&mut file.bytes) })
            .collect(),
        ..Options::at(moment(&asked.now)?)
    };
    let (report, _) = engine::inspect(&sources(input.into())?, &options);
    let report = report.worded(Lang::from_tag(&asked.lang)).serialize(&Serializer::json_compatible())?;
    Ok(report.unchecked_into())
}

/// What to look at before the program is submitted, as commands and a script; nothing is connected to.
///
/// Throws an `Error` with `findings`, as `convert` does, where there is no host to look at.
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

/// Writes whatever a CA gave out in another format, in the right order and with the key that belongs to it.
///
/// What can not be written throws an `Error` whose `findings` say why, worded; a call that makes no sense a `TypeError`.
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
/// Names that can not stand in a certificate throw an `Error` with `findings`, as for `convert`.
#[wasm_bindgen]
pub fn create(options: JsCreateOptions) -> Result<JsFiles, JsValue> {
    let AskedToCreate { key, names, organization, country, lang, out_password } = Asked::read(options.into())?;
    let options = CreateOptions { key, names, organization, country, password: out_password };
    files(export::create(&options, &mut |_| (), &mut export::randomness()), Lang::from_tag(&lang))
}

/// Says how to get and renew the certificate: records, commands, dates, scripts.
///
/// Names that can not be written throw an `Error` with `findings`, as for `convert`.
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

/// Every error message that is known with what it comes from, and every claim of articles with how it is.
#[wasm_bindgen(js_name = handbook)]
pub fn handbook_in(options: Option<JsHandbookOptions>) -> Result<JsHandbook, JsValue> {
    let asked = AskedForHandbook::read(options.map_or(JsValue::UNDEFINED, JsValue::from))?;
    let handbook = super::handbook(Lang::from_tag(&asked.lang));
    Ok(handbook.serialize(&Serializer::json_compatible())?.unchecked_into())
}

/// `{ name, bytes }` each, or an error that says why not.
fn files(made: Result<Vec<File>, Vec<Finding>>, lang: Lang) -> Result<JsFiles, JsValue> {
    match made {
        Ok(files) => Ok(files.serialize(&Serializer::new())?.unchecked_into()),
        Err(refusals) => Err(refusal(refusals, lang)),
    }
}

/// An error that says why not.
fn refusal(why: Vec<Finding>, lang: Lang) -> JsValue {
    let findings: Vec<_> = why.into_iter().map(|refusal| text::worded(refusal, lang)).collect();
    let error = js_sys::Error::new(findings.first().map_or("", |finding| &finding.title));
    match findings.serialize(&Serializer::json_compatible()) {
        Ok(findings) => drop(Reflect::set(&error, &"findings".into(), &findings)),
        Err(trouble) => return trouble.into(),
    }
    error.into()
}

/// The phones by the versions that are known, or an error where one is none.
fn known_phones(phones: Vec<Phone>) -> Result<Vec<Phone>, JsValue> {
    let there_are = engine::platforms::phone_versions;
    let trouble =
        |it: &Phone| format!("options: phones: {} {} is not known; there are {}", it.client, it.version, there_are());
    phones.iter().map(|it| engine::platforms::known_phone(it).ok_or_else(|| type_error(&trouble(it)))).collect()
}

/// The same; nothing where it was left out.
fn some_sources(input: JsValue) -> Result<Vec<Source>, JsValue> {
    if input.is_undefined() || input.is_null() { Ok(Vec::new()) } else { sources(input) }
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
    let field = |name: &str| Reflect::get(input, &name.into()).unwrap_or_default();
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
