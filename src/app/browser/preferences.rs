//! All that the page ever stores: language and colours, and certificates as long as their tab lives, if somebody wants that.

use crate::app::state::Theme;
use crate::text::Lang;
use gloo::utils;
use web_sys::Storage;

const LANG: &str = "certloupe.lang";
const THEME: &str = "certloupe.theme";
const KEPT: &str = "certloupe.kept";

/// The remembered language, else the browser's first.
pub fn preferred_language() -> Lang {
    let first = || utils::window().navigator().languages().get(0).as_string();
    Lang::from_tag(&recall(LANG).or_else(first).unwrap_or_default())
}

/// The remembered colours.
pub fn preferred_theme() -> Theme {
    recall(THEME).map_or(Theme::Auto, |theme| Theme::from_id(&theme))
}

/// Tells the document its language; remembers one that would not come by itself.
pub fn show_language(lang: Lang, title: &str) {
    let document = utils::document();
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", if lang == Lang::Zh { "zh-CN" } else { "en" });
    }
    document.set_title(title);
    if lang != preferred_language() {
        remember(LANG, lang.tag());
    }
}

/// Colours the document; remembers colours that would not come by themselves.
pub fn show_theme(theme: Theme) {
    if let Some(root) = utils::document().document_element() {
        let _ = root.set_attribute("data-theme", theme.id());
    }
    if theme != preferred_theme() {
        remember(THEME, theme.id());
    }
}

/// The certificates that this tab was asked to keep, as an address carries them.
pub fn kept() -> Option<String> {
    tab()?.get_item(KEPT).ok().flatten()
}

/// Keeps them until the tab is closed; whether it could.
#[cfg(feature = "look")]
pub fn keep(certificates: &str) -> bool {
    tab().is_some_and(|tab| tab.set_item(KEPT, certificates).is_ok())
}

/// Keeps them no longer.
pub fn forget() {
    if let Some(tab) = tab() {
        let _ = tab.remove_item(KEPT);
    }
}

/// The tab's own storage; none where that is switched off.
fn tab() -> Option<Storage> {
    utils::window().session_storage().ok().flatten()
}

/// None where storage is switched off or full of trouble: preferences are a comfort.
fn storage() -> Option<Storage> {
    utils::window().local_storage().ok().flatten()
}

fn recall(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

fn remember(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}
