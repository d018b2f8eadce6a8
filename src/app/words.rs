//! The page's words, which lie beside its module: fetched with the page and with what stands behind the first screen.

use super::browser;
use crate::text::{Lang, shelf::Shelf};

/// Whether the words of a language are here.
pub fn have(lang: Lang, shelves: &[Shelf]) -> bool {
    shelves.iter().all(|shelf| has(lang, *shelf))
}

/// Fetches the words of a language that are not here yet; whether all of them are here now.
pub async fn fetch(lang: Lang, shelves: &[Shelf]) -> bool {
    let lacking: Vec<_> = shelves.iter().copied().filter(|shelf| !has(lang, *shelf)).collect();
    let files = browser::bytes_beside(lacking.iter().map(|shelf| shelf.file(lang)).collect()).await;
    let come =
        |(shelf, file): (Shelf, Option<Vec<u8>>)| has(lang, shelf) || file.is_some_and(|file| stock(lang, shelf, file));
    lacking.into_iter().zip(files).map(come).filter(|here| !here).count() == 0
}

#[cfg(target_family = "wasm")]
use crate::text::shelf::{has, stock};

/// Outside of a browser the words stand in the program itself, for tests.
#[cfg(not(target_family = "wasm"))]
const fn has(_: Lang, _: Shelf) -> bool {
    true
}

#[cfg(not(target_family = "wasm"))]
fn stock(_: Lang, _: Shelf, _: Vec<u8>) -> bool {
    true
}
