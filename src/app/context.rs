//! What components reach without passing it through everything: the language, the reducer's door, the engine.

use super::{
    rooms::Rooms,
    state::{Action, State},
};
use crate::report::Value;
use crate::text::{Lang, Pair, page};
use std::{ops::Deref, rc::Rc};
use yew::prelude::*;

/// The page's words in its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub Lang);

impl Words {
    /// A text without holes.
    pub const fn text(self, pair: Pair) -> &'static str {
        pair.lang(self.0)
    }

    /// A text with its holes filled.
    pub fn fill<const N: usize>(self, pair: Pair, arguments: [(&'static str, Value); N]) -> String {
        page::fill(pair, arguments, self.0)
    }
}

/// Where actions go.
pub type Door = UseReducerDispatcher<State>;

/// The page's words.
#[hook]
pub fn use_words() -> Words {
    use_context::<Words>().unwrap_or(Words(Lang::En))
}

/// A function that reports what happened.
#[hook]
pub fn use_door() -> Callback<Action> {
    let door = use_context::<Door>();
    Callback::from(move |action| {
        if let Some(door) = &door {
            door.dispatch(action);
        }
    })
}

/// The engine, and what else answers questions.
#[hook]
pub fn use_engine() -> Option<Rooms> {
    use_context::<Rooms>()
}

/// Something big that is compared by identity, so that a component draws anew only when it was replaced.
#[derive(Debug)]
pub struct Shared<T>(pub Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
