//! The glance: it speaks first, in the page itself, until the engine is up in its worker. The page's seals let no other
//! build's in, so that it need not say which messages it understands.

use certloupe::{
    api,
    report::Timestamp,
    text::{
        Lang,
        shelf::{Shelf, has, stock},
    },
};
use wasm_bindgen::prelude::*;
use zeroize::Zeroizing;

#[global_allocator]
static HEAP: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Answers a request; nothing where it is none.
#[wasm_bindgen]
pub fn glimpse(request: Vec<u8>) -> Option<Vec<u8>> {
    api::glimpse(&Zeroizing::new(request))
}

/// What is told about a text before the page is there, at a moment in milliseconds: lines of UTF-8, as [`api::tell`] has
/// them. The words are the first of a language; nothing where they are others.
#[wasm_bindgen]
pub fn tell(text: Vec<u8>, now: f64, words: Vec<u8>, chinese: bool) -> Option<Vec<u8>> {
    let text = Zeroizing::new(text);
    let lang = if chinese { Lang::Zh } else { Lang::En };
    if !has(lang, Shelf::First) && !stock(lang, Shelf::First, words) {
        return None;
    }
    let told = api::tell(str::from_utf8(&text).ok()?, Timestamp::from_unix((now / 1000.0) as i64), lang)?;
    Some(told.join("\n").into_bytes())
}

fn main() {}
