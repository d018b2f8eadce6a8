use crate::report::is_hidden;

/// How a text pretends to be another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Disguise {
    /// A control, bidirectional or invisible character.
    Hidden(char),
    /// One word mixes alphabets whose letters look alike.
    MixedAlphabets,
    /// Every letter is one that looks like another alphabet's (`аррӏе` in Cyrillic).
    LookAlike,
}

/// Whether a text pretends to be another: the cases that Unicode Technical Standard 39 §5 is about, for the alphabets
/// whose letters really look like Latin ones.
pub fn disguise(text: &str) -> Option<Disguise> {
    if let Some(hidden) = text.chars().find(|character| is_hidden(*character)) {
        return Some(Disguise::Hidden(hidden));
    }
    if text.is_ascii() {
        return None;
    }
    let words = || text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    if words().any(mixes_alphabets) {
        Some(Disguise::MixedAlphabets)
    } else {
        words().any(is_look_alike).then_some(Disguise::LookAlike)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Alphabet {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Cherokee,
}

/// The alphabet of a letter; none for digits and for writings that nobody takes for Latin (Han, Kana, Arabic …).
fn alphabet(character: char) -> Option<Alphabet> {
    match character {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => Some(Alphabet::Latin),
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some(Alphabet::Greek),
        '\u{400}'..='\u{52f}' => Some(Alphabet::Cyrillic),
        '\u{530}'..='\u{58f}' => Some(Alphabet::Armenian),
        '\u{13a0}'..='\u{13ff}' | '\u{ab70}'..='\u{abbf}' => Some(Alphabet::Cherokee),
        _ => None,
    }
}

fn mixes_alphabets(word: &str) -> bool {
    let mut alphabets = word.chars().filter_map(alphabet);
    alphabets.next().is_some_and(|first| alphabets.any(|next| next != first))
}

/// Small Cyrillic and Greek letters that most fonts draw like a Latin letter. Capitals are left out: too many real
/// words in capitals consist of them.
const LOOK_ALIKES: &str = "асԁеһіјӏорԛѕԝхуѵοορѕνіј";

/// At least three letters, all of them look-alikes: shorter ones are ordinary abbreviations.
fn is_look_alike(word: &str) -> bool {
    let mut letters = word.chars().filter(|character| character.is_alphabetic()).peekable();
    letters.peek().is_some()
        && word.chars().filter(|character| character.is_alphabetic()).count() >= 3
        && letters.all(|character| LOOK_ALIKES.contains(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disguises() {
        for (text, expected) in [
            ("www.example.com", None),
            ("бюро.рф", None),
            ("пример.example.com", None),
            ("上海示例 Example 科技", None),
            ("Müller & Söhne", None),
            ("exam\u{202e}ple", Some(Disguise::Hidden('\u{202e}'))),
            ("a\nb", Some(Disguise::Hidden('\n'))),
            ("p\u{430}ypal.com", Some(Disguise::MixedAlphabets)),
            ("\u{430}\u{440}\u{440}\u{4cf}\u{435}.com", Some(Disguise::LookAlike)),
        ] {
            assert_eq!(disguise(text), expected, "{text:?}");
        }
    }
}
