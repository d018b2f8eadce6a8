//! What every part of the page is drawn with, handed down from the top: the words, and a door for what people do.

use super::{browser, deed::Deed, route::Route};
use crate::report::{Finding, Value};
use crate::text::{self, Lang, Pair, page};
use std::{ops::Deref, rc::Rc};
use yew::prelude::*;

/// The page's words in its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub Lang);

impl Words {
    /// A text without holes.
    pub fn text(self, pair: Pair) -> &'static str {
        pair.lang(self.0)
    }

    /// A text with its holes filled.
    pub fn fill<const N: usize>(self, pair: Pair, arguments: [(&'static str, Value); N]) -> String {
        page::fill(pair, &arguments, self.0)
    }

    /// One of a finding's sentences.
    pub fn of(self, finding: &Finding, sentence: fn(text::Words) -> Pair) -> String {
        let pair = sentence(text::words(finding.message.id));
        text::fill(pair.lang(self.0), &finding.message, self.0)
    }
}

/// The tabs, as a selector.
pub const TABS: &str = "[role=tablist]";

/// The findings, as a selector.
pub const FINDINGS: &str = ".cl-findings";

/// The page, as its parts see it.
#[derive(Clone, PartialEq)]
pub struct Page {
    /// Its words.
    pub say: Words,
    door: Callback<Deed>,
}

impl Page {
    /// The page in a language.
    pub const fn new(lang: Lang, door: Callback<Deed>) -> Self {
        Self { say: Words(lang), door }
    }

    /// Reports what was done.
    pub fn act(&self, deed: Deed) {
        self.door.emit(deed);
    }

    /// Opens a place of the result.
    pub fn go(&self, route: Route) {
        browser::show_hash(&route.hash());
        self.act(Deed::Went(route));
    }

    /// A button that does one thing.
    pub fn does(&self, deed: Deed) -> Callback<MouseEvent> {
        self.door.reform(move |_| deed.clone())
    }

    /// A link to a place of the result; first it may bring a part of the page to the top of the view.
    pub fn leads(&self, to: Option<Route>, shows: Option<&'static str>) -> Callback<MouseEvent> {
        let page = self.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            if let Some(selector) = shows {
                browser::reveal_top(selector);
            }
            if let Some(route) = &to {
                page.go(route.clone());
            }
        })
    }
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
