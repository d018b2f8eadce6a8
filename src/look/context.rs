//! What every part behind the tabs is drawn with.

use super::{deploy_link, engine::Engine};
use crate::app::{
    browser,
    context::{self, TABS},
    deed::Deed,
    route::Route,
};
use crate::report::wire::DeployOptions;
use crate::text::Lang;
use std::ops::Deref;
use yew::{Callback, MouseEvent};

/// The page, as the parts behind its tabs see it.
#[derive(Clone, PartialEq)]
pub struct Page {
    page: context::Page,
    /// Its engine, and what else answers questions.
    pub engine: Engine,
}

impl Deref for Page {
    type Target = context::Page;

    fn deref(&self) -> &context::Page {
        &self.page
    }
}

impl Page {
    /// The page in a language.
    pub const fn new(lang: Lang, door: Callback<Deed>) -> Self {
        Self { page: context::Page::new(lang, door), engine: Engine }
    }

    /// A link in a tab that opens another one: it goes with its tab, so the keyboard goes on from the other's.
    pub fn leads_out(&self, to: Route) -> Callback<MouseEvent> {
        let tab = format!("#cl-tab-{}", to.tab.id());
        let leads = self.leads(Some(to), Some(TABS));
        Callback::from(move |event| {
            leads.emit(event);
            browser::focus(&tab);
        })
    }

    /// Takes other choices for the configuration; the address says them too.
    pub fn configure(&self, options: &DeployOptions) {
        let choices = deploy_link::write(options).into();
        browser::show_hash(&Route::configuration(&choices).hash());
        self.act(Deed::Configured(choices));
    }
}
