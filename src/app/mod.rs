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
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Mounts the page on its host element, which it clears, as soon as its words are here. Without them `boot.js` says what
/// could not be had.
pub fn start() {
    #[cfg(not(panic = "immediate-abort"))] // which calls none
    console_error_panic_hook::set_once();
    spawn_local(async {
        if words::fetch(browser::preferred_language(), &[Shelf::First]).await
            && let (Some(host), Some(area)) = (browser::host_element(), browser::text_box())
        {
            let begun = Rc::new(opening::state(&area).await);
            let typing = browser::has_focus(&area);
            let props = components::AppProps { begun, area: area.clone() };
            yew::Renderer::<components::App>::with_root_and_props(host, props).render();
            if typing {
                spawn_local(async move { browser::focus_here(&area) }); // once it stands in the page again
            }
        }
    });
}
