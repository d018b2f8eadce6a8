//! The one place that touches the browser.
#![allow(clippy::disallowed_methods, reason = "this is that place")]

mod beside;
mod files;
mod preferences;

pub use beside::bytes_beside;
pub use files::{Read, download, dropped, read};
#[cfg(feature = "look")]
pub use preferences::keep;
pub use preferences::{forget, kept, preferred_language, preferred_theme, show_language, show_theme};

use crate::report::Timestamp;
use gloo::{events::EventListener, utils};
use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement, KeyboardEvent};

/// Where the page is mounted.
pub fn host_element() -> Option<Element> {
    utils::document().get_element_by_id("certloupe")
}

/// The box of `index.html`, which is there before the page and stays.
pub fn text_box() -> Option<HtmlTextAreaElement> {
    find("textarea")?.dyn_into().ok()
}

/// Something that `boot.js` left for us.
pub fn global(name: &str) -> Option<JsValue> {
    part(&utils::window(), name)
}

/// One of the functions by which `boot.js` has workers and files.
pub fn booted(name: &str) -> Option<Function> {
    part(&global("certloupeBoot")?, name)?.dyn_into().ok()
}

/// What one of them promises; nothing where it can not be had.
pub async fn promised(name: &str, asked: &Array) -> Option<JsValue> {
    let promise = booted(name)?.apply(&JsValue::UNDEFINED, asked).ok()?.dyn_into::<Promise>().ok()?;
    JsFuture::from(promise).await.ok()
}

/// Tells `boot.js` that the page is there, or which of its files could not be had.
pub fn begun(missing: &str) {
    if let Some(begun) = booted("begun") {
        let _ = begun.call1(&JsValue::UNDEFINED, &missing.into());
    }
}

/// Tells `boot.js` that the engine is up, or never will be: what waits for the line may have it.
pub fn engine_is_up() {
    if let Some(up) = booted("up") {
        let _ = up.call0(&JsValue::UNDEFINED);
    }
}

/// A property of an object.
pub fn part(of: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(of, &name.into()).ok()
}

/// The clock.
pub fn now() -> Timestamp {
    Timestamp::from_unix((js_sys::Date::now() / 1000.0) as i64)
}

/// The part of the address behind `#`, with it.
pub fn hash() -> String {
    utils::window().location().hash().unwrap_or_default()
}

/// Changes the address without a new entry in the history: switching tabs is no journey.
pub fn show_hash(hash: &str) {
    if let Ok(history) = utils::window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

/// Calls back whenever the address behind `#` changes.
pub fn on_hash(mut call: impl FnMut(String) + 'static) {
    EventListener::new(&utils::window(), "hashchange", move |_| call(hash())).forget();
}

/// Calls back when a new build of the page is ready, also where that was before.
pub fn on_update(call: impl Fn() + 'static) {
    if offline_part("update").is_some_and(|update| update.is_function()) {
        call();
    }
    EventListener::new(&utils::window(), "certloupe-update", move |_| call()).forget();
}

/// Loads the new build.
pub fn update() {
    if let Some(update) = offline_part("update").and_then(|update| update.dyn_into::<Function>().ok()) {
        let _ = update.call0(&JsValue::UNDEFINED);
    }
}

/// What `offline.js` left.
fn offline_part(name: &str) -> Option<JsValue> {
    part(&global("certloupeOffline").filter(JsValue::is_object)?, name)
}

/// Brings the first element that a selector of ours finds to the top of the view.
pub fn reveal_top(selector: &str) {
    if let Some(element) = find(selector) {
        element.scroll_into_view();
    }
}

/// The same, unless its top is in view already.
pub fn reveal_start(selector: &str) {
    let Some(element) = find(selector) else { return };
    let top = element.get_bounding_client_rect().top();
    let height = utils::window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::MAX);
    if top < 0.0 || top > height * 0.7 {
        element.scroll_into_view();
    }
}

/// Whether an element has the keyboard's focus.
pub fn has_focus(element: &Element) -> bool {
    utils::document().active_element().as_ref() == Some(element)
}

/// Moves the keyboard's focus to the first element that a selector of ours finds.
pub fn focus(selector: &str) {
    if let Some(element) = find(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The same, where nothing has it any more; without moving the page.
pub fn focus_if_lost(selector: &str) {
    if utils::document().active_element().is_some_and(|element| element.tag_name() != "BODY") {
        return;
    }
    if let Some(element) = find(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        focus_here(&element);
    }
}

/// Whether a key was pressed by itself: with Alt and the like, it is the browser's (Alt and an arrow go back).
pub fn is_plain(event: &KeyboardEvent) -> bool {
    !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key())
}

/// Moves the keyboard's focus to an element without moving the page.
pub fn focus_here(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// The elements of the page that have an attribute.
pub fn find_all(attribute: &str) -> Vec<Element> {
    let found = host_element().and_then(|host| host.query_selector_all(&format!("[{attribute}]")).ok());
    let found = found.map(|found| Array::from(&found)).unwrap_or_default();
    found.iter().filter_map(|element| element.dyn_into().ok()).collect()
}

fn find(selector: &str) -> Option<Element> {
    host_element()?.query_selector(selector).ok().flatten()
}
