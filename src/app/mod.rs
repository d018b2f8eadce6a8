//! The page. Knows the report, the words, and how to ask; never sees a byte of X.509.
//!
//! [`state`] says what the page knows and [`view`] what of it is shown (both without a browser, tested on the host);
//! [`components`] draw its first screen, and [`look_client`] has `look` draw what stands behind the tabs; [`asking`] and
//! [`rooms`] ask the engine and the other workers; [`browser`] is the one place that touches the browser.

pub(crate) mod action;
mod answers;
mod asking;
pub(crate) mod browser;
pub(crate) mod calls;
pub(crate) mod components;
pub(crate) mod context;
pub(crate) mod deed;
mod desk;
mod examples;
mod given;
mod glance;
pub(crate) mod look_client;
pub(crate) mod message;
mod notice;
mod opening;
mod phase;
mod rooms;
pub(crate) mod route;
pub(crate) mod scene;
pub(crate) mod sheets;
pub(crate) mod state;
#[cfg(test)]
mod state_tests;
mod supply;
#[cfg(test)]
mod supply_tests;
mod theme;
mod unpack;
pub(crate) mod view;
pub(crate) mod words;
mod worker_client;

use crate::text::shelf::Shelf;
use std::{cell::Cell, rc::Rc};
use wasm_bindgen_futures::spawn_local;

/// Mounts the page on its host element, which it clears, as soon as its words are here. Tells `boot.js` that it did, or
/// what is missing: that one says so.
pub fn start() {
    #[cfg(not(panic = "immediate-abort"))] // which calls none
    console_error_panic_hook::set_once();
    spawn_local(async {
        let lang = browser::preferred_language();
        if !words::fetch(lang, &[Shelf::First]).await {
            return browser::begun(&Shelf::First.file(lang));
        }
        let (Some(host), Some(area)) = (browser::host_element(), browser::text_box()) else {
            return browser::begun("index.html");
        };
        let begun = Rc::new(Cell::new(Some(opening::state(&area).await)));
        let typing = browser::has_focus(&area);
        let props = components::AppProps { begun, area: area.clone() };
        yew::Renderer::<components::App>::with_root_and_props(host, props).render();
        browser::begun("");
        if typing {
            spawn_local(async move { browser::focus_here(&area) }); // once it stands in the page again
        }
    });
}
