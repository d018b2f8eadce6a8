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
use std::ops::Deref;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The page, as the parts of its first screen see it.
#[derive(Clone, PartialEq)]
pub struct Desk {
    page: Page,
    /// The engine, and what else answers questions.
    pub engine: Rooms,
    /// What stands behind the tabs.
    pub look: LookClient,
    door: UseReducerDispatcher<State>,
}

impl Deref for Desk {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

impl Desk {
    /// A page with all of it.
    pub const fn new(page: Page, engine: Rooms, look: LookClient, door: UseReducerDispatcher<State>) -> Self {
        Self { page, engine, look, door }
    }

    /// Reports what happened.
    pub fn act(&self, action: impl Into<Action>) {
        self.door.dispatch(action.into());
    }

    /// A button that does one thing.
    pub fn does(&self, action: impl Into<Action>) -> Callback<MouseEvent> {
        let (door, action) = (self.door.clone(), action.into());
        Callback::from(move |_| door.dispatch(action.clone()))
    }

    /// A button that changes the language, as soon as its words are here.
    pub fn speaks(&self, lang: Lang) -> Callback<MouseEvent> {
        let door = self.door.clone();
        Callback::from(move |_| {
            let door = door.clone();
            spawn_local(async move {
                let come = words::fetch(lang, &Shelf::ALL).await;
                door.dispatch(if come { Action::Spoke(lang) } else { Deed::WordsMissing.into() });
            });
        })
    }

    /// A choice that does one thing.
    pub fn does_on_change(&self, action: Action) -> Callback<Event> {
        let door = self.door.clone();
        Callback::from(move |_| door.dispatch(action.clone()))
    }
}
