//! Writes the words that lie beside the page: `words FOLDER`. The page's module has keys in their place (`text::shelf`).
//!
//! What messages say is asked of them. Every other text stands in this crate's sources as a pair of literals, English
//! before Chinese, whatever macro it is in: all of those are taken, so that none can be forgotten.

use certloupe::{
    report::MessageId,
    text::{
        self, Lang,
        shelf::{self, Shelf},
    },
};
use proc_macro2::{TokenStream, TokenTree};
use std::{
    collections::BTreeMap,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

/// Files of `src/text` with the first screen's own words. Of the page's texts those are left out that nobody sees before
/// the whole answer, for which the page waits for all words.
fn is_first(name: &str) -> bool {
    let later = name.starts_with("page/behind/") || ["page/pack.rs", "page/platforms.rs"].contains(&name);
    (name.starts_with("page/") && !later) || ["fill.rs", "kinds.rs"].contains(&name)
}

/// Texts by their keys; shelf, then language.
type Texts = BTreeMap<(Shelf, Lang), BTreeMap<u32, String>>;

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(std::env::args_os().nth(1).ok_or("words FOLDER")?);
    let mut texts = Texts::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text");
    for file in sources(&root)? {
        let name = file.strip_prefix(&root)?.to_string_lossy().into_owned();
        if name.starts_with("findings/") {
            continue;
        }
        let shelf = if is_first(&name) { Shelf::First } else { Shelf::Rest };
        let mut pairs = Vec::new();
        read(fs::read_to_string(&file)?.parse()?, &mut pairs);
        for (en, zh) in pairs {
            put(&mut texts, shelf, shelf::key(&en, &zh), [(Lang::En, &en), (Lang::Zh, &zh)])?;
        }
    }
    for id in MessageId::all() {
        let words = text::words(id);
        let (family, message) = id.place();
        for (sentence, pair) in (0..).zip([words.title, words.why, words.fix]) {
            let key = shelf::sentence_key(family, message, sentence);
            put(&mut texts, shelf::of(id), key, Lang::ALL.map(|lang| (lang, pair.lang(lang))))?;
        }
    }
    for ((shelf, lang), texts) in &texts {
        let file = out.join(shelf.file(*lang));
        fs::create_dir_all(file.parent().ok_or("no folder")?)?;
        fs::write(file, shelf::write(texts.iter().map(|(key, text)| (*key, text.as_str()))))?;
    }
    Ok(())
}

/// A text that stands on the first shelf is not needed on the other.
fn put<T: AsRef<str>>(texts: &mut Texts, shelf: Shelf, key: u32, said: [(Lang, T); 2]) -> Result<(), String> {
    for (lang, text) in said {
        let text = text.as_ref();
        if text.contains(['⋯', '\0']) {
            return Err(format!("not for a text, for the page and its files have a use for it: “{text}”"));
        }
        for other in Shelf::ALL {
            if let Some(there) = texts.get(&(other, lang)).and_then(|texts| texts.get(&key)).filter(|it| *it != text) {
                return Err(format!("one key for two texts: “{there}” and “{text}”"));
            }
        }
        texts.entry((shelf, lang)).or_default().insert(key, text.to_owned());
    }
    Ok(())
}

/// Collects each two literals with a comma or a stroke between them.
fn read(tokens: TokenStream, pairs: &mut Vec<(String, String)>) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    for token in &tokens {
        if let TokenTree::Group(group) = token {
            read(group.stream(), pairs);
        }
    }
    for three in tokens.windows(3) {
        let [one, TokenTree::Punct(between), other] = three else { continue };
        if matches!(between.as_char(), ',' | '/')
            && let (Some(en), Some(zh)) = (literal(one), literal(other))
        {
            pairs.push((en, zh));
        }
    }
}

fn literal(token: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else { return None };
    syn::parse_str::<syn::LitStr>(&literal.to_string()).ok().map(|literal| literal.value())
}

fn sources(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(sources(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    Ok(found)
}
