//! Files that somebody changed on the server: a page that is sealed by hashes takes none of them.

use super::{dist, page::Page};
use std::{collections::BTreeMap, fs};

/// A custom section: the module stays a valid one, and does the same.
const SECTION: &[u8] = b"\0\x02\x01x";
const SCRIPT: &[u8] = b"\n;document.title = 'changed';";
const SHEET: &[u8] = b"\n:root { --changed: yes; }";

/// What the page begins with, by the start of a file's name and its end; what is added to it, and where the page gets
/// without it.
const FILES: [(&str, &str, &[u8], &str); 6] = [
    ("page-", ".css", SHEET, "empty"),
    ("glance", "_bg.wasm", SECTION, "empty"),
    ("words/first-en", ".bin", b"\0", "failed"),
    ("app-", "_bg.wasm", SECTION, "failed"),
    ("app-", ".js", SCRIPT, "failed"),
    // The script that would say so is the one that does not come.
    ("boot", ".js", SCRIPT, "loading"),
];

/// Whether what was changed has been taken.
const TAKEN: &str = "return document.title === 'changed' \
    || getComputedStyle(document.documentElement).getPropertyValue('--changed') !== ''";

/// None of what the page begins with is taken when it was changed; without its hash it is.
pub async fn a_changed_file_is_refused(page: &Page) {
    for (number, (start, end, added, state)) in FILES.into_iter().enumerate() {
        let mut files = built();
        let path = named(&files, start, end);
        files.get_mut(&path).unwrap().extend(added);
        open(page, number, files, state).await;
        assert_eq!(page.run(TAKEN, &[]).await, false, "{path}");
    }
    let mut files = built();
    let path = named(&files, "page-", ".css");
    files.get_mut(&path).unwrap().extend(SHEET);
    let unsealed = without_hash(&files["index.html"], &path);
    files.insert("index.html".to_owned(), unsealed);
    open(page, FILES.len(), files, "empty").await;
    assert_eq!(page.run(TAKEN, &[]).await, true, "it sees nothing");
}

/// Opens the page from a folder of its own: browsers remember what they took or refused, by its address.
async fn open(page: &Page, number: usize, files: BTreeMap<String, Vec<u8>>, state: &str) {
    page.site.serve_too(files.into_iter().map(|(path, bytes)| (format!("/{number}/{path}"), bytes)));
    page.browser.client.goto(&page.site.address(&format!("/{number}/index.html"))).await.unwrap();
    page.find_by(&format!("[data-state={state}]")).await;
}

/// The files of the build that the page begins with, by their paths.
fn built() -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for folder in ["", "words/"] {
        for entry in fs::read_dir(dist().join(folder)).unwrap().map(Result::unwrap) {
            if entry.path().is_file() {
                let path = format!("{folder}{}", entry.file_name().to_str().expect("a plain name"));
                files.insert(path, fs::read(entry.path()).unwrap());
            }
        }
    }
    files
}

/// The one file with a name like this.
fn named(files: &BTreeMap<String, Vec<u8>>, start: &str, end: &str) -> String {
    let found: Vec<_> = files.keys().filter(|path| path.starts_with(start) && path.ends_with(end)).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

/// The page without the hash of one of its files.
fn without_hash(page: &[u8], path: &str) -> Vec<u8> {
    let text = String::from_utf8(page.to_vec()).expect("a page is UTF-8");
    let at = text.find(path).expect("the page names it");
    let hash = at + text[at..].find(" integrity=").expect("its hash");
    let end = hash + text[hash..].find('>').expect("the end of the tag");
    [&text[..hash], &text[end..]].concat().into_bytes()
}
