//! The JavaScript package inside a real browser: what a script gets is what the contract and `types.d.ts` promise.
#![cfg(target_family = "wasm")]

mod support;

use certloupe::api::{
    codes, compare, convert, create, deploy, formats, handbook_in, inspect, platforms, renew, targets,
};
use js_sys::{Array, Date, Function, JSON, Object, Reflect, Uint8Array};
use std::collections::BTreeSet;
use support::mint::{Cert, Key, bundle};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const TYPES: &str = include_str!("../src/api/types.d.ts");

/// A server certificate, its intermediate and the root, in this order.
fn chain() -> String {
    let root = Cert::ca("Test Root").self_signed();
    let intermediate = Cert::ca("Test Intermediate").issued_by(&root);
    let server = Cert::server(&["shop.example", "www.shop.example"]).issued_by(&intermediate);
    bundle(&[&server, &intermediate, &root])
}

fn options(text: &str) -> JsValue {
    JSON::parse(text).expect("options of the test")
}

fn report(input: JsValue, options: JsValue) -> JsValue {
    inspect(input.unchecked_into(), Some(options.unchecked_into())).expect("a report").into()
}

fn message(result: Result<impl Into<JsValue>, JsValue>) -> String {
    let error = result.err().expect("an error");
    error.dyn_into::<js_sys::TypeError>().expect("a TypeError").message().into()
}

/// A value inside another: `chain.paths.0.valid`.
fn at(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, key| Reflect::get(&value, &key.into()).expect(key))
}

fn keys(value: &JsValue) -> BTreeSet<String> {
    Object::keys(value.unchecked_ref::<Object>()).iter().filter_map(|key| key.as_string()).collect()
}

/// The members of an interface in `types.d.ts`, its parents' included.
fn members(interface: &str) -> BTreeSet<String> {
    let (_, rest) = TYPES.split_once(&format!("export interface {interface} ")).expect(interface);
    let (head, body) = rest.split_once('{').expect("a body");
    let mut depth = 0;
    let mut outer = String::new();
    for character in body.chars() {
        match character {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 => outer.push(character),
            _ => {}
        }
    }
    let mut found: BTreeSet<_> = outer
        .split([';', '\n'])
        .filter(|line| !line.trim_start().starts_with(['/', '*', '|']))
        .filter_map(|line| Some(line.split_once(':')?.0.trim().trim_end_matches('?').to_owned()))
        .collect();
    found.extend(head.trim().strip_prefix("extends ").into_iter().flat_map(members));
    found
}

#[wasm_bindgen_test]
fn a_report_has_the_keys_that_the_types_promise() {
    let report = report(chain().into(), options(r#"{"now":"2026-11-21T00:00:00Z","hosts":["other.example"]}"#));
    for (path, interface) in [
        ("findings.0", "Finding"),
        ("inputs.0", "InputSummary"),
        ("certificates.0", "CertificateSummary"),
        ("certificates.0.key", "KeyFacts"),
        ("chain", "Chain"),
        ("names.hosts.0", "HostCoverage"),
        ("validity", "Validity"),
        ("renewals.0", "PlannedRenewal"),
    ] {
        assert_eq!(keys(&at(&report, path)), members(interface), "{interface}");
    }
    assert_eq!(keys(&report), members("Report"));
    let told =
        self::report("unable to get local issuer certificate".into(), options(r#"{"now":"2026-11-21T00:00:00Z"}"#));
    assert_eq!(keys(&at(&told, "symptoms.0")), members("SymptomSummary"));
    assert_eq!(keys(&at(&told, "symptoms.0.causes.0")), members("PossibleCause"));
    let evidence = Array::from(&at(&report, "findings")).iter().find_map(|finding| {
        let first = at(&finding, "evidence.0");
        first.is_object().then_some(first)
    });
    assert_eq!(keys(&evidence.expect("a finding that shows where")), members("Evidence"));
}

#[wasm_bindgen_test]
fn the_handbook_has_the_keys_that_the_types_promise() {
    let handbook: JsValue = handbook_in(Some(options(r#"{"lang":"zh"}"#).unchecked_into())).expect("a handbook").into();
    assert_eq!(keys(&handbook), members("Handbook"));
    assert_eq!(keys(&at(&handbook, "symptoms.0")), members("KnownSymptom"));
    assert_eq!(keys(&at(&handbook, "claims.0")), members("KnownClaim"));
    let wrong = options(r#"{"language":"zh"}"#).unchecked_into();
    assert!(message(handbook_in(Some(wrong))).contains("language"));
}

#[wasm_bindgen_test]
fn renewing_has_the_keys_that_the_types_promise() {
    let asked = options(r#"{"now":"2026-11-21","client":"lego","provider":"alibaba","lang":"zh"}"#);
    let renewal: JsValue =
        renew(JsValue::from(chain()).unchecked_into(), Some(asked.unchecked_into())).expect("an answer").into();
    for (path, interface) in [("records.0", "ChallengeRecord"), ("passages.0", "Passage"), ("calendar", "MadeFile")] {
        assert_eq!(keys(&at(&renewal, path)), members(interface), "{interface}");
    }
    assert_eq!(keys(&renewal), members("Renewal"));
    assert!(at(&renewal, "calendar.bytes").is_instance_of::<Uint8Array>());
    let wrong = options(r#"{"zone":"other.test"}"#);
    let error = renew(JsValue::from(chain()).unchecked_into(), Some(wrong.unchecked_into())).err().expect("refused");
    assert_eq!(at(&error, "findings.0.code"), "DEP008");
}

#[wasm_bindgen_test]
fn a_configuration_has_the_keys_that_the_types_promise() {
    let made = |given: &str| {
        deploy(JsValue::from(chain()).unchecked_into(), options(given).unchecked_into()).map(JsValue::from)
    };
    let deployment = made(r#"{"target":"nginx","now":"2026-11-21","with":["hsts"],"lang":"zh"}"#).expect("an answer");
    assert_eq!(keys(&deployment), members("Deployment"));
    for (path, interface) in
        [("configs.0", "MadeFile"), ("files.0", "MadeFile"), ("readme", "MadeFile"), ("notes.0", "Finding")]
    {
        assert_eq!(keys(&at(&deployment, path)), members(interface), "{interface}");
    }
    assert_eq!(at(&deployment, "options.names.length"), 2);
    assert!(at(&deployment, "options.system").is_null(), "absent is null");
    let config = String::from_utf8(content(&at(&deployment, "configs.0"))).expect("text");
    assert!(config.contains("shop.example") && config.contains("Strict-Transport-Security"), "{config}");
    let refused = made(r#"{"target":"nowhere"}"#).expect_err("a refusal");
    assert_eq!(at(&refused, "findings.0.code"), "DEP008");
    assert!(message(made(r#"{"target":"nginx","hosts":["a.example"]}"#)).contains("names"));
    assert!(message(made(r#"{"target":"nginx","profile":"ancient"}"#)).contains("options"));
}

#[wasm_bindgen_test]
fn a_comparison_has_the_keys_that_the_types_promise() {
    let root = Cert::ca("Test Root").self_signed();
    let [old, new] = [Key::P256(7), Key::P256(8)].map(|key| Cert::server(&["shop.example"]).key(key).issued_by(&root));
    let both = bundle(&[&old, &new, &root]);
    let compared = |given: &str| {
        compare(JsValue::from(&both).unchecked_into(), Some(options(given).unchecked_into())).map(JsValue::from)
    };
    let comparison = compared(r#"{"now":"2026-11-21"}"#).expect("an answer");
    assert_eq!(keys(&comparison), members("Comparison"));
    for (path, interface) in [("effects.0", "Effect"), ("names.0", "NameChange"), ("fields.0", "FieldChange")] {
        assert_eq!(keys(&at(&comparison, path)), members(interface), "{interface}");
    }
    let turned = compared(r#"{"now":"2026-11-21","old":1,"new":0}"#).expect("an answer");
    assert_eq!((at(&turned, "old"), at(&turned, "new")), (1.into(), 0.into()));
    assert!(message(compared(r#"{"old":0,"new":2}"#)).contains("[0, 1]"), "a root is none");
    assert!(message(compared(r#"{"old":0}"#)).contains("old and new"));
}

#[wasm_bindgen_test]
fn lists_have_the_keys_that_the_types_promise() {
    let chinese = || Some(options(r#"{"lang":"zh"}"#).unchecked_into());
    for (list, interface) in [
        (targets(chinese()).map(JsValue::from), "Target"),
        (platforms(chinese()).map(JsValue::from), "NamedPlatform"),
        (formats(chinese()).map(JsValue::from), "NamedFormat"),
        (codes(chinese()).map(JsValue::from), "NamedCode"),
    ] {
        let rows = Array::from(&list.expect("a list"));
        assert!(rows.length() > 10, "{interface}");
        for row in rows.iter() {
            assert_eq!(keys(&row), members(interface), "{interface}");
        }
    }
}

#[wasm_bindgen_test]
fn a_report_is_plain_json() {
    let report = report(chain().into(), options(r#"{"now":"2026-11-21"}"#));
    let text: String = JSON::stringify(&report).expect("JSON").into();
    let again: String = JSON::stringify(&JSON::parse(&text).expect("JSON")).expect("JSON").into();
    assert_eq!(text, again);
    assert_eq!(at(&report, "now"), "2026-11-21T00:00:00Z");
    assert!(at(&report, "findings.0.platform").is_null(), "absent is null, as in JSON, not undefined");
}

#[wasm_bindgen_test]
fn text_bytes_and_files_are_read_alike() {
    let text = chain();
    let bytes = Uint8Array::from(text.as_bytes());
    let file = Object::new();
    Reflect::set(&file, &"name".into(), &"chain.pem".into()).expect("set");
    Reflect::set(&file, &"bytes".into(), &bytes).expect("set");
    let now = || options(r#"{"now":"2026-11-21"}"#);
    for input in [JsValue::from(&text), bytes.clone().into(), bytes.buffer().into(), file.clone().into()] {
        let report = report(input, now());
        assert_eq!(at(&report, "certificates.length"), 3);
        assert_eq!(at(&report, "names.hosts.0.covered"), true);
    }
    let report = report(Array::of2(&file, &"nothing in here".into()).into(), now());
    assert_eq!(at(&report, "inputs.0.source"), "chain.pem");
    assert_eq!(at(&report, "certificates.length"), 3);
}

#[wasm_bindgen_test]
fn the_chain_is_judged_and_worded_in_the_language_asked_for() {
    let wanted = |lang: &str| options(&format!(r#"{{"now":"2026-11-21","hosts":["other.example"],"lang":"{lang}"}}"#));
    let (english, chinese) = (report(chain().into(), wanted("en")), report(chain().into(), wanted("zh")));
    assert_eq!(at(&english, "verdict"), "broken");
    assert_eq!(at(&english, "findings.0.code"), at(&chinese, "findings.0.code"));
    assert_eq!(at(&english, "chain.order"), "ok");
    assert_eq!(at(&english, "chain.paths.0.certificates.length"), 3);
    let title = |report| at(report, "findings.0.title").as_string().expect("a title");
    assert!(title(&english).is_ascii(), "{}", title(&english));
    assert!(
        title(&chinese).chars().any(|character| ('\u{4e00}'..='\u{9fff}').contains(&character)),
        "{}",
        title(&chinese)
    );
}

#[wasm_bindgen_test]
fn a_chain_in_the_wrong_order_is_repaired_on_request() {
    let root = Cert::ca("Test Root").self_signed();
    let intermediate = Cert::ca("Test Intermediate").issued_by(&root);
    let server = Cert::server(&["shop.example"]).issued_by(&intermediate);
    let wrong = bundle(&[&intermediate, &server]);
    let before = report(wrong.as_str().into(), options(r#"{"now":"2026-11-21"}"#));
    let after = report(wrong.as_str().into(), options(r#"{"now":"2026-11-21","repairs":["fullChain"]}"#));
    assert_eq!(at(&before, "chain.order"), "wrong");
    assert_eq!(at(&after, "chain.order"), "ok");
}

#[wasm_bindgen_test]
fn the_clock_is_read_only_where_no_moment_is_given() {
    let date = Date::new(&"2026-11-21T00:00:00Z".into());
    let given = Object::new();
    Reflect::set(&given, &"now".into(), &date).expect("set");
    assert_eq!(at(&report(chain().into(), given.into()), "now"), "2026-11-21T00:00:00Z");

    let before = Date::now();
    let report: JsValue = inspect(JsValue::from(chain()).unchecked_into(), None).expect("a report").into();
    let judged = Date::new(&at(&report, "now")).value_of();
    assert!((before - 1000.0..=Date::now()).contains(&judged), "{judged}");
}

#[wasm_bindgen_test]
fn a_call_that_makes_no_sense_says_why() {
    let call = |input: JsValue, given: JsValue| inspect(input.unchecked_into(), Some(given.unchecked_into()));
    assert!(message(call(JsValue::from(7), JsValue::NULL)).contains("input"));
    assert!(message(call("x".into(), options(r#"{"now":"soon"}"#))).contains("now"));
    assert!(message(call("x".into(), options(r#"{"host":"a.example"}"#))).contains("host"));
    assert!(message(call("x".into(), options(r#"{"repairs":["all"]}"#))).contains("options"));
}

#[wasm_bindgen_test]
fn bad_certificates_are_findings() {
    let report = report(Uint8Array::from(&[0xff, 0, 0x30, 0x82][..]).into(), JsValue::NULL);
    assert_eq!(at(&report, "verdict"), "broken");
    assert_eq!(at(&report, "validity"), JsValue::NULL);
}

/// A chain with the key of its server certificate.
fn with_key() -> String {
    let root = Cert::ca("Test Root").self_signed();
    let server = Cert::server(&["shop.example"]).key(Key::P256(7)).issued_by(&root);
    format!("{}{}", bundle(&[&root, &server]), server.key_pem())
}

fn converted(given: &str) -> Result<Array, JsValue> {
    let files = convert(JsValue::from(with_key()).unchecked_into(), options(given).unchecked_into())?;
    Ok(JsValue::from(files).unchecked_into())
}

fn content(file: &JsValue) -> Vec<u8> {
    at(file, "bytes").dyn_into::<Uint8Array>().expect("bytes").to_vec()
}

#[wasm_bindgen_test]
fn files_come_as_name_and_bytes() {
    let files = converted(r#"{"to":"aws","now":"2026-11-21"}"#).expect("files");
    assert_eq!(files.length(), 2);
    let file = files.get(0);
    assert_eq!(keys(&file), members("MadeFile"));
    assert_eq!(at(&file, "name"), "aws-certificate.pem");
    assert!(content(&file).starts_with(b"-----BEGIN CERTIFICATE-----\n"));
}

/// The browser's own random source: two files with the same password differ, and each opens.
#[wasm_bindgen_test]
fn a_locked_file_is_another_one_each_time() {
    let made = || converted(r#"{"to":"pfx-legacy","outPassword":"correct horse"}"#).expect("files").get(0);
    let (first, second) = (content(&made()), content(&made()));
    assert!(first.len() > 500 && first.len() == second.len() && first != second);
}

#[wasm_bindgen_test]
fn what_can_not_be_made_says_why() {
    let error = converted(r#"{"to":"pfx","lang":"zh"}"#).expect_err("a refusal");
    assert!(error.is_instance_of::<js_sys::Error>() && !error.is_instance_of::<js_sys::TypeError>());
    assert_eq!(keys(&at(&error, "findings.0")), members("Finding"));
    assert_eq!(at(&error, "findings.0.code"), "DEP009");
    assert_eq!(at(&error, "findings.0.title"), at(&error, "message"));
    assert!(message(converted(r#"{"to":"paper"}"#)).contains("k8s-secret"));
    assert!(message(converted("{}")).contains("to is not one of"));
    assert!(message(converted(r#"{"to":"pfx","password":"x"}"#)).contains("outPassword"));
}

#[wasm_bindgen_test]
fn a_key_and_its_request_are_made() {
    let made = |given: &str| create(options(given).unchecked_into()).map(JsValue::from);
    let files = made(r#"{"key":"ed25519","names":["例子.测试","192.0.2.7"]}"#).expect("files");
    assert_eq!(at(&files, "0.name"), "privkey.pem");
    assert!(content(&at(&files, "1")).starts_with(b"-----BEGIN CERTIFICATE REQUEST-----\n"));
    assert_ne!(
        content(&at(&files, "0")),
        content(&at(&made(r#"{"key":"ed25519","names":["a.example"]}"#).expect("files"), "0"))
    );
    let refused = made(r#"{"names":["https://a.example"]}"#).expect_err("a refusal");
    assert_eq!(at(&refused, "findings.0.code"), "DEP009");
    assert!(message(made(r#"{"key":"rsa1024","names":["a.example"]}"#)).contains("options"));
}

/// A key that the engine's memory has never seen, and how to look for it there: a script is given the memory, and finds whatever
/// stands in it. Not in the stack, which comes first: an unoptimised build copies to it what others keep in registers, and nobody
/// wipes that before it is written over.
const STRANGER: &str = "
    const random = (length) => crypto.getRandomValues(new Uint8Array(length));
    const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
    const octets = (text) => new TextEncoder().encode(text);
    const seed = random(32);
    const pkcs8 = base64([48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32, ...seed]);
    const password = base64(random(18));
    const stands = (part) => {
        const all = new Uint8Array(memory.buffer, 1 << 20);
        for (let at = all.indexOf(part[0]); at >= 0; at = all.indexOf(part[0], at + 1))
            if (part.every((octet, index) => all[at + index] === octet)) return true;
        return false;
    };
    return {
        pem: `-----BEGIN PRIVATE KEY-----\\n${pkcs8}\\n-----END PRIVATE KEY-----\\n`,
        options: { passwords: [password] },
        seed,
        left: () => [['key', seed], ['base64', octets(pkcs8.slice(24, 60))], ['password', octets(password)]]
            .filter(([, part]) => stands(part)).map(([what]) => what).join(),
    };";

/// What was read is wiped when the answer is given: the key as it came, what it says, and a password that was given with it.
#[wasm_bindgen_test]
fn a_key_that_was_read_is_wiped() {
    let meet = Function::new_with_args("memory", STRANGER);
    let stranger = meet.call1(&JsValue::NULL, &wasm_bindgen::memory()).expect("a key");
    let left = || {
        let look: Function = at(&stranger, "left").unchecked_into();
        look.call0(&JsValue::NULL).expect("a look").as_string().expect("what is left")
    };
    let read = report(at(&stranger, "pem"), at(&stranger, "options"));
    assert_eq!(at(&read, "keys.0.algorithm"), "Ed25519");
    assert_eq!(left(), "");
    // It would be seen.
    let seed = at(&stranger, "seed").unchecked_into::<Uint8Array>().to_vec();
    assert_eq!(left(), "key");
    assert_eq!(seed.len(), 32);
}
