//! What the first screen has at hand besides: the reducer's door, the workers, and what stands behind the tabs.

use super::{
    context::Page,
    deed::Deed,
    look_client::LookClient,
    rooms::Rooms,
    state::{Action, State},
    words,
};
use crate::text::{Lang, shelf::Shelf};
use std::{ops::Deref, rc::Rc};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The page, as the parts of its first screen see it.
#[derive(Clone)]
pub struct Desk {
    page: Page,
    kept: Rc<Kept>,
}

/// What is the same as long as the page is there.
pub struct Kept {
    /// The engine, and what else answers questions.
    pub engine: Rooms,
    /// What stands behind the tabs.
    pub look: LookClient,
    /// The reducer's door.
    pub door: UseReducerDispatcher<State>,
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        self.page == other.page && Rc::ptr_eq(&self.kept, &other.kept)
    }
}

impl Deref for Desk {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

impl Desk {
    /// A page with all of it.
    pub const fn new(page: Page, kept: Rc<Kept>) -> Self {
        Self { page, kept }
    }

    /// The engine, and what else answers questions.
    pub fn engine(&self) -> &Rooms {
        &self.kept.engine
    }

    /// What stands behind the tabs.
    pub fn look(&self) -> &LookClient {
        &self.kept.look
    }

    /// Reports what happened.
    pub fn act(&self, action: Action) {
        self.kept.door.dispatch(action);
    }

    /// A button that does one thing.
    pub fn does(&self, action: Action) -> Callback<MouseEvent> {
        let kept = Rc::clone(&self.kept);
        Callback::from(move |_| kept.door.dispatch(action.clone()))
    }

    /// A button that changes the language, as soon as its words are here.
    pub fn speaks(&self, lang: Lang) -> Callback<MouseEvent> {
        let kept = Rc::clone(&self.kept);
        Callback::from(move |_| {
            let kept = Rc::clone(&kept);
            spawn_local(async move {
                let come = words::fetch(lang, &Shelf::ALL).await;
                kept.door.dispatch(if come { Action::Spoke(lang) } else { Deed::WordsMissing.into() });
            });
        })
    }

    /// A choice that does one thing.
    pub fn does_on_change(&self, action: Action) -> Callback<Event> {
        let kept = Rc::clone(&self.kept);
        Callback::from(move |_| kept.door.dispatch(action.clone()))
    }
}
