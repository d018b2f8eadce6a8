//! The table of contents: hand-written, but for the lines between two marks.

use super::{Chapter, Page, markdown::escaped};

const BEGIN: &str = "<!-- generated -->\n";
const END: &str = "<!-- /generated -->";

/// The text with these chapters between the marks; none where it has no marks.
pub fn with(text: &str, chapters: &[Chapter]) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    let mut lines = String::new();
    for chapter in chapters {
        lines += &line(0, &chapter.page);
        chapter.below.iter().for_each(|page| lines += &line(2, page));
    }
    Some(format!("{before}{BEGIN}\n{lines}\n{END}{after}"))
}

fn line(indent: usize, page: &Page) -> String {
    format!("{:indent$}- [{}]({})\n", "", escaped(&page.title), page.path)
}
