//! What only the parts behind the tabs want of the browser.
#![allow(clippy::disallowed_methods, reason = "this is a place for it")]

pub use crate::app::browser::is_plain;
use crate::app::{
    browser::{self, focus_here, part},
    route::CARRIES,
};
use gloo::{events::EventListener, utils};
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, HtmlElement, HtmlTextAreaElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// An element that stands nowhere.
pub fn detached() -> Option<Element> {
    utils::document().create_element("div").ok()
}

/// Brings an element into view, without moving more than needed; at once for people who want less motion.
pub fn reveal(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_behavior(ScrollBehavior::Auto);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Calls back whenever the window has another size, as long as what is returned is kept.
pub fn on_resize(mut call: impl FnMut() + 'static) -> EventListener {
    EventListener::new(&utils::window(), "resize", move |_| call())
}

/// Moves the keyboard's focus to the first element inside of another that a selector finds, or to that itself.
pub fn focus_in(element: &Element, selector: &str) {
    let found = element.query_selector(selector).ok().flatten().unwrap_or_else(|| element.clone());
    if let Some(found) = found.dyn_ref::<HtmlElement>() {
        let _ = found.focus();
    }
}

/// How high an element inside of another is drawn, in pixels.
pub fn height_in(element: &Element, selector: &str) -> Option<f64> {
    let found = element.query_selector(selector).ok().flatten()?;
    Some(found.get_bounding_client_rect().height()).filter(|height| *height > 0.0)
}

/// Scrolls a box, and nothing else, until an element in it can be seen, with something around it.
pub fn reveal_within(frame: &Element, element: &Element) {
    let (outside, inside) = (frame.get_bounding_client_rect(), element.get_bounding_client_rect());
    if inside.top() < outside.top() || inside.bottom() > outside.bottom() {
        let third = frame.client_height() / 3;
        let down = (inside.top() - outside.top()) as i32;
        frame.set_scroll_top(frame.scroll_top().saturating_add(down).saturating_sub(third));
    }
}

/// Copies text. Says whether it worked.
pub async fn copy(text: String) -> bool {
    let navigator = utils::window().navigator();
    // Absent where the page is served over plain HTTP, as in many intranets.
    let has_clipboard = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object());
    if has_clipboard && JsFuture::from(navigator.clipboard().write_text(&text)).await.is_ok() {
        return true;
    }
    copy_selection(&text).unwrap_or(false)
}

/// The old way: select a text and say "copy". That takes the keyboard's focus, which goes back to where it was.
fn copy_selection(text: &str) -> Option<bool> {
    let document = utils::document();
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    area.set_class_name("cl-offscreen");
    let focused = document.active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    document.body()?.append_child(&area).ok()?;
    area.select();
    let command = part(&document, "execCommand").and_then(|command| command.dyn_into::<Function>().ok());
    let copied = command.and_then(|command| command.call1(&document, &JsValue::from_str("copy")).ok());
    area.remove();
    if let Some(focused) = focused {
        focus_here(&focused);
    }
    Some(copied?.is_truthy())
}

/// Whether others can open the page's address.
pub fn has_an_address() -> bool {
    utils::window().location().protocol().is_ok_and(|protocol| protocol != "file:")
}

/// The page's address with certificates in it, one behind the other in DER; none where the browser can not pack them.
pub async fn link(certificates: &[u8]) -> Option<String> {
    let carried = carried(certificates).await?;
    let address = utils::window().location().href().ok()?;
    Some(format!("{}{carried}", address.split('#').next()?))
}

/// Certificates as an address carries them, behind its `#` and with it.
pub async fn carried(certificates: &[u8]) -> Option<String> {
    let pack = scripted("link", "pack").await?;
    let packing = pack.call1(&JsValue::UNDEFINED, &Uint8Array::from(certificates)).ok()?;
    let packed = come(packing).await?.as_string()?;
    Some(format!("{CARRIES}{packed}"))
}

/// An element as a picture, `svg` or `png`; none where the browser can not draw it.
pub async fn picture(element: &Element, format: &str) -> Option<Vec<u8>> {
    let picture = scripted("picture", "picture").await?;
    let drawing = picture.call2(&JsValue::UNDEFINED, element, &format.into()).ok()?;
    Some(come(drawing).await?.dyn_into::<Uint8Array>().ok()?.to_vec())
}

/// What a script of its own does, which is fetched when it is first needed (`boot.js`).
async fn scripted(script: &str, what: &str) -> Option<Function> {
    let place = browser::global("certloupeScripts")?;
    let load: Function = part(&place, "load")?.dyn_into().ok()?;
    come(load.call1(&place, &script.into()).ok()?).await?;
    part(&place, what)?.dyn_into().ok()
}

/// What a promise comes to.
async fn come(promise: JsValue) -> Option<JsValue> {
    JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()
}
