//! The documentation says what the code says: its generated pages are remade and compared, every code, server and platform
//! has its page in every language, and the languages do not drift apart. `UPDATE=1` writes the pages.

#[path = "../examples/book/book/mod.rs"]
mod book;
mod support;

use book::{Chapter, chapters, folder, left_over, table_of_contents, words};
use certloupe::{
    deploy::TARGETS,
    report::{Code, Platform},
    text::Lang,
};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// Markdown files of a language, by their path below `src`.
fn files(lang: Lang) -> BTreeMap<String, String> {
    fn below(folder: &Path, prefix: &str, files: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{prefix}{}", entry.file_name().to_str().unwrap());
            if entry.path().is_dir() {
                below(&entry.path(), &format!("{name}/"), files);
            } else if name.ends_with(".md") {
                files.insert(name, fs::read_to_string(entry.path()).unwrap());
            }
        }
    }
    let mut files = BTreeMap::new();
    below(&folder(lang), "", &mut files);
    files
}

#[test]
fn the_generated_pages_are_what_the_registries_say() {
    if std::env::var_os("UPDATE").is_some() {
        Lang::ALL.into_iter().for_each(|lang| assert!(book::write(lang).unwrap() > 100));
        return;
    }
    for lang in Lang::ALL {
        let written = files(lang);
        let differs = |path: &str, text: &str| written.get(path).is_none_or(|there| there != text);
        let chapters = chapters(lang);
        let pages = chapters.iter().flat_map(Chapter::pages);
        let changed: Vec<_> =
            pages.filter(|page| differs(&page.path, &page.text)).map(|page| page.path.as_str()).collect();
        assert!(changed.is_empty(), "{lang:?}: {changed:?} differ; UPDATE=1 cargo test --test book writes them");
        assert!(!differs("SUMMARY.md", &table_of_contents(lang).unwrap()), "{lang:?}: SUMMARY.md; UPDATE=1 writes it");
        assert_eq!(left_over(lang).unwrap(), [""; 0], "{lang:?}: nothing makes these any more; UPDATE=1 deletes them");
    }
}

#[test]
fn every_code_server_and_platform_has_a_page() {
    let codes = Code::ALL.iter().map(|code| format!("findings/{}.md", code.as_str().to_lowercase()));
    let servers = TARGETS.iter().map(|target| format!("servers/{}.md", target.id));
    let platforms = Platform::ALL.iter().map(|platform| format!("platforms/{}.md", platform.id()));
    let wanted: Vec<_> = codes.chain(servers).chain(platforms).collect();
    assert!(wanted.len() > 170, "only {} pages", wanted.len());
    for lang in Lang::ALL {
        let written = files(lang);
        for path in &wanted {
            assert!(written.contains_key(path), "{lang:?}: {path} is missing");
        }
    }
}

#[test]
fn the_table_of_contents_has_every_page_once() {
    for lang in Lang::ALL {
        let written = files(lang);
        let listed: Vec<_> = links(&written["SUMMARY.md"]);
        let once: BTreeSet<_> = listed.iter().map(String::as_str).collect();
        assert_eq!(once.len(), listed.len(), "{lang:?}: a page stands there twice");
        let pages: BTreeSet<_> = written.keys().map(String::as_str).filter(|path| *path != "SUMMARY.md").collect();
        assert_eq!(once, pages, "{lang:?}: SUMMARY.md and the files");
    }
}

/// The same pages, and on each the same headings, lists, tables, blocks of code and links in the same order: what one
/// language tells, the other does too.
#[test]
fn the_languages_have_the_same_structure() {
    let [english, chinese] = Lang::ALL.map(files);
    let (ours, theirs): (Vec<_>, Vec<_>) = (english.keys().collect(), chinese.keys().collect());
    assert_eq!(ours, theirs, "a page is there in one language only");
    for (path, text) in &english {
        // What people link to elsewhere may have an address for each language.
        let bare = |bone: String| if bone.starts_with("link http") { "link elsewhere".to_owned() } else { bone };
        let is_generated = text.starts_with("<!-- Generated");
        let [ours, theirs] = [text, &chinese[path]].map(|text| {
            bones(text).into_iter().map(|bone| if is_generated { bone } else { bare(bone) }).collect::<Vec<_>>()
        });
        let differs = ours.iter().zip(&theirs).find(|(one, other)| one != other);
        assert!(
            differs.is_none() && ours.len() == theirs.len(),
            "{path}: {differs:?}, {} {}",
            ours.len(),
            theirs.len()
        );
    }
}

/// mdBook puts files in place of `{{#include …}}`, wherever that stands.
#[test]
fn only_chapters_written_by_hand_include_files() {
    for lang in Lang::ALL {
        let written = files(lang);
        let including: Vec<_> =
            written.iter().filter(|(_, text)| text.contains("{{#")).map(|(path, _)| path.as_str()).collect();
        assert_eq!(including, ["embed.md", "hosting.md"], "{lang:?}");
    }
}

/// Emphasis ends only where the characters around its mark let it: beside Chinese punctuation it may not.
#[test]
fn no_mark_of_emphasis_is_shown() {
    for lang in Lang::ALL {
        for (path, text) in files(lang) {
            prose(&text).iter().for_each(|words| assert!(!words.contains("**"), "{lang:?} {path}: {words}"));
        }
    }
}

/// The words of a page, without its code.
fn prose(text: &str) -> Vec<String> {
    let (mut words, mut in_code) = (Vec::new(), false);
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(text) if !in_code => words.push(text.into_string()),
            _ => (),
        }
    }
    words
}

/// What a page is built of, without its words.
fn bones(text: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES;
    let bone = |event| match event {
        Event::Start(Tag::Heading { level, id, .. }) => Some(format!("{level} {}", id.as_deref().unwrap_or_default())),
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => Some(format!("code {language}")),
        Event::Start(Tag::Table(columns)) => Some(format!("table of {}", columns.len())),
        Event::Start(Tag::List(first)) => Some(format!("list {}", first.is_some())),
        Event::Start(Tag::Link { dest_url, .. }) => Some(format!("link {dest_url}")),
        Event::Start(Tag::Image { dest_url, .. }) => Some(format!("image {dest_url}")),
        Event::Start(Tag::Item) => Some("item".to_owned()),
        Event::Start(Tag::TableRow) => Some("row".to_owned()),
        _ => None,
    };
    Parser::new_ext(text, options).filter_map(bone).collect()
}

fn links(text: &str) -> Vec<String> {
    let to = |event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.into_string()),
        _ => None,
    };
    Parser::new(text).filter_map(to).collect()
}

/// As `tests/registry.rs` asks of `src/text`.
#[test]
fn the_words_are_in_their_language() {
    assert!(words::ALL.len() > 100, "only {} rows", words::ALL.len());
    for (name, pair) in words::ALL {
        assert!(!pair.en.chars().any(is_chinese), "{name}: {} is not English", pair.en);
        assert!(!has_half_width_punctuation(pair.zh), "{name}: half-width punctuation in {}", pair.zh);
        let same_outside = pair.en == pair.zh;
        assert!(same_outside || pair.zh.chars().any(is_chinese), "{name}: {} is not Chinese", pair.zh);
    }
}

/// The chapters that are written by hand, too: what is generated stands in tables that other tests look at.
#[test]
fn chinese_chapters_have_chinese_punctuation() {
    let by_hand = |(_, text): &(String, String)| !text.starts_with("<!-- Generated");
    for (path, text) in files(Lang::Zh).into_iter().filter(by_hand) {
        for words in prose(&text) {
            assert!(!has_half_width_punctuation(&words), "{path}: half-width punctuation in {words}");
            let stray = |mark: char| words.contains(&format!(" {mark}")) || words.contains(&format!("{mark} "));
            assert!(!['，', '。', '：', '；', '、'].into_iter().any(stray), "{path}: a space beside a mark: {words}");
        }
    }
}

fn is_chinese(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

/// A half-width mark right behind a Chinese character; between Latin words it belongs to them.
fn has_half_width_punctuation(text: &str) -> bool {
    let characters: Vec<_> = text.chars().collect();
    characters.windows(2).any(|pair| is_chinese(pair[0]) && matches!(pair[1], ',' | ';' | ':' | '?' | '!' | '('))
}
