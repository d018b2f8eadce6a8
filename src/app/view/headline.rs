//! One sentence that decides, and the facts beside it, in the page's language.

use crate::app::context::Words;
use crate::report::Report;
use crate::text::headline;
pub use crate::text::headline::{is_talk, key};

/// The sentence: for trouble the title of the most serious finding, else that it is ready, for whom and how long.
pub fn sentence(report: &Report, say: Words) -> String {
    headline::sentence(report, say.0)
}

/// How many more errors and warnings there are than the one in the sentence.
pub fn others(report: &Report, say: Words) -> Option<String> {
    headline::others(report, say.0)
}

/// The facts of the server certificate after its name: level, key, days.
pub fn facts(report: &Report, say: Words) -> Vec<String> {
    headline::facts(report, say.0)
}

/// Days left, or how long ago it ended.
pub fn days_left(days: i64, say: Words) -> String {
    headline::days_left(days, say.0)
}
