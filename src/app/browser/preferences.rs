//! All that the page ever stores: language and colours, and certificates as long as their tab lives, if somebody wants that.

use crate::app::state::Theme;
use crate::text::Lang;
use gloo::utils;
use web_sys::Storage;

/// An attribute of the document, and what it is remembered by.
type Preference = (&'static str, &'static str);

const LANG: Preference = ("lang", "certloupe.lang");
const THEME: Preference = ("data-theme", "certloupe.theme");
const KEPT: &str = "certloupe.kept";

/// The language to begin with, as `boot.js` found it: remembered, else the browser's first.
pub fn preferred_language() -> Lang {
    Lang::from_tag(&told(LANG).unwrap_or_default())
}

/// The colours to begin with, as `boot.js` remembered them.
pub fn preferred_theme() -> Theme {
    Theme::from_id(&told(THEME).unwrap_or_default())
}

/// Tells the document its language; remembers another one.
pub fn show_language(lang: Lang, title: &str) {
    utils::document().set_title(title);
    if lang != preferred_language() {
        tell(LANG, if lang == Lang::Zh { "zh-CN" } else { "en" });
    }
}

/// Colours the document; remembers other colours.
pub fn show_theme(theme: Theme) {
    if theme != preferred_theme() {
        tell(THEME, theme.id());
    }
}

fn told((attribute, _): Preference) -> Option<String> {
    utils::document().document_element()?.get_attribute(attribute)
}

/// Storage that is switched off or full of trouble is none of ours: preferences are a comfort.
fn tell((attribute, key): Preference, value: &str) {
    if let Some(root) = utils::document().document_element() {
        let _ = root.set_attribute(attribute, value);
    }
    if let Some(storage) = utils::window().local_storage().ok().flatten() {
        let _ = storage.set_item(key, value);
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
