//! What stands behind the tabs: the page's second module, which is fetched when the first screen has a place for it.
//!
//! It is a yew program of its own. [`stage`] says where it is shown, and by what; [`components`] draw it, [`view`] says
//! without a browser what of a report is in it, [`engine`] asks the page's workers, [`browser`] touches the browser.

mod browser;
mod components;
mod context;
mod deploy_form;
mod deploy_link;
mod engine;
mod stage;
mod view;

/// Makes itself known to the page, which shows it.
pub fn start() {
    #[cfg(not(panic = "immediate-abort"))] // which calls none
    console_error_panic_hook::set_once();
    stage::open();
}
