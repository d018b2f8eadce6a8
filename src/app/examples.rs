//! Things to try, minted for this page (`tests/examples.rs` remakes them). Their texts are files of their own, which
//! only those who try them have to load.

use crate::report::{Repair, Timestamp};
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
    /// What is taken for granted: an invented CA's root is trusted by nobody else.
    pub repairs: &'static [Repair],
    /// The moment to judge at, so that it stays what it shows.
    pub now: Timestamp,
}

macro_rules! examples {
    ($($id:literal $title:ident $note:ident [$($host:literal),*] $repairs:expr;)*) => {
        /// Every example, the plain one first.
        pub static EXAMPLES: &[Example] = &[$(Example {
            id: $id,
            title: words::$title,
            note: words::$note,
            file: concat!("examples/", $id, ".pem"),
            hosts: &[$($host),*],
            repairs: $repairs,
            now: NOW,
        }),*];
    };
}

/// The example's own root counts as trusted.
const OWN_ROOT: &[Repair] = &[Repair::TrustRoot];

/// The examples' present.
const NOW: Timestamp = Timestamp::day(2026, 11, 21);

examples! {
    "good" GOOD GOOD_NOTE [] OWN_ROOT;
    "wrong-order" WRONG_ORDER WRONG_ORDER_NOTE [] OWN_ROOT;
    "leaf-only" LEAF_ONLY LEAF_ONLY_NOTE [] &[];
    "expired" EXPIRED EXPIRED_NOTE [] OWN_ROOT;
    "foreign-key" FOREIGN_KEY FOREIGN_KEY_NOTE [] OWN_ROOT;
    "hostile" HOSTILE HOSTILE_NOTE ["shop.example.com"] OWN_ROOT;
}
