//! What only the parts behind the tabs want of the browser.
#![allow(clippy::disallowed_methods, reason = "this is a place for it")]

use gloo::utils;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlTextAreaElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

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

/// The old way: select a text and say "copy".
fn copy_selection(text: &str) -> Option<bool> {
    let document = utils::document();
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    area.set_class_name("cl-offscreen");
    let body = document.body()?;
    body.append_child(&area).ok()?;
    area.select();
    let command: Function = Reflect::get(&document, &"execCommand".into()).ok()?.dyn_into().ok()?;
    let copied = command.call1(&document, &JsValue::from_str("copy")).ok()?.is_truthy();
    area.remove();
    Some(copied)
}
