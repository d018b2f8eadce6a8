//! Things to try, minted for this page (`tests/examples.rs` remakes them). Their texts are files of their own, which
//! only those who try them have to load.

use super::browser;
use crate::report::{Source, Timestamp};
use crate::text::{Pair, page::examples as words};

/// Something to try.
#[derive(Debug, PartialEq, Eq)]
pub struct Example {
    /// Its name in tests.
    pub id: &'static str,
    /// What it shows, in a few words.
    pub title: Pair,
    /// What to notice.
    pub note: Pair,
    /// The file with what goes into the box, beside the page.
    pub file: &'static str,
    /// Hosts that it should cover.
    pub hosts: &'static [&'static str],
    /// The moment to judge at, so that it stays what it shows.
    pub now: Timestamp,
}

macro_rules! examples {
    ($($id:literal $title:ident $note:ident [$($host:literal),*];)*) => {
        /// Every example, the plain one first.
        pub static EXAMPLES: &[Example] = &[$(Example {
            id: $id,
            title: words::$title,
            note: words::$note,
            file: concat!("examples/", $id, ".pem"),
            hosts: &[$($host),*],
            now: NOW,
        }),*];
    };
}

/// The files of an example.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What goes into the box.
    pub text: String,
    /// The invented root that all of them come from. It is trusted while an example is in the box, and never else.
    pub root: Source,
}

/// Fetches an example; none where it can not be had.
pub async fn load(example: &Example) -> Option<Loaded> {
    let mut come = browser::bytes_beside(vec![example.file.to_owned(), "examples/root.pem".to_owned()]).await;
    let root = Source { name: "root.pem".to_owned(), bytes: come.pop()?? };
    Some(Loaded { text: String::from_utf8(come.pop()??).ok()?, root })
}

/// The examples' present.
const NOW: Timestamp = Timestamp::day(2026, 11, 21);

examples! {
    "good" GOOD GOOD_NOTE [];
    "wrong-order" WRONG_ORDER WRONG_ORDER_NOTE [];
    "leaf-only" LEAF_ONLY LEAF_ONLY_NOTE [];
    "wrong-file" WRONG_FILE WRONG_FILE_NOTE [];
    "expired" EXPIRED EXPIRED_NOTE [];
    "foreign-key" FOREIGN_KEY FOREIGN_KEY_NOTE [];
    "hostile" HOSTILE HOSTILE_NOTE ["shop.example.com"];
}
