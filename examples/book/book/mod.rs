//! The generated parts of the documentation, one file a chapter. Pages are made in memory; whoever asks writes them, or
//! compares them with what is written.
//!
//! Their own words are in `words` and `meanings`, not in `src/text`: everything there is shipped beside the page
//! (`examples/words.rs`), which never shows these.

mod cases;
mod claims;
mod declarations;
mod deployments;
mod errors;
mod findings;
mod markdown;
mod meanings;
mod platforms;
mod report;
mod servers;
mod summary;
pub mod words;

use certloupe::text::Lang;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// A page that is generated.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    /// Where it stands below `src`.
    pub path: String,
    /// What the table of contents calls it.
    pub title: String,
    /// Its Markdown.
    pub text: String,
}

/// A page with those below it in the table of contents.
#[derive(Debug, PartialEq, Eq)]
pub struct Chapter {
    /// The page itself.
    pub page: Page,
    /// The pages below it.
    pub below: Vec<Page>,
}

impl Chapter {
    fn alone(page: Page) -> Self {
        Self { page, below: Vec::new() }
    }

    /// All its pages.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        std::iter::once(&self.page).chain(&self.below)
    }
}

/// Every generated chapter in a language, in the order of the table of contents.
pub fn chapters(lang: Lang) -> Vec<Chapter> {
    vec![
        findings::chapter(lang),
        servers::chapter(lang),
        platforms::chapter(lang),
        errors::chapter(lang),
        claims::chapter(lang),
        report::chapter(lang),
    ]
}

/// The folder of a language's pages.
pub fn folder(lang: Lang) -> PathBuf {
    project("docs/book").join(lang.tag()).join("src")
}

/// The table of contents, with the generated lines in their place.
///
/// # Errors
/// The file can not be read, or has no place for them.
pub fn table_of_contents(lang: Lang) -> io::Result<String> {
    let text = fs::read_to_string(folder(lang).join("SUMMARY.md"))?;
    summary::with(&text, &chapters(lang)).ok_or_else(|| io::Error::other("SUMMARY.md has no place for them"))
}

/// Generated pages that nothing makes any more, as paths below `src`.
///
/// # Errors
/// A folder can not be read.
pub fn left_over(lang: Lang) -> io::Result<Vec<String>> {
    let chapters = chapters(lang);
    let made: Vec<_> = chapters.iter().flat_map(Chapter::pages).map(|page| page.path.as_str()).collect();
    let mut stale = Vec::new();
    for folder_name in ["findings", "servers", "platforms"] {
        for entry in fs::read_dir(folder(lang).join(folder_name))? {
            let path = format!("{folder_name}/{}", entry?.file_name().to_string_lossy());
            if !made.contains(&path.as_str()) {
                stale.push(path);
            }
        }
    }
    Ok(stale)
}

/// Writes every page and the table of contents, takes away what is left over, and says how many pages there are.
///
/// # Errors
/// A file can not be written.
pub fn write(lang: Lang) -> io::Result<usize> {
    let (src, chapters) = (folder(lang), chapters(lang));
    let pages: Vec<_> = chapters.iter().flat_map(Chapter::pages).collect();
    for page in &pages {
        let path = src.join(&page.path);
        fs::create_dir_all(path.parent().unwrap_or(&src))?;
        fs::write(path, &page.text)?;
    }
    fs::write(src.join("SUMMARY.md"), table_of_contents(lang)?)?;
    left_over(lang)?.into_iter().try_for_each(|path| fs::remove_file(src.join(path)))?;
    Ok(pages.len())
}

/// A path of the project.
fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
