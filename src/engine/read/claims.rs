//! What articles and configurations tell about certificates, recognised by its words. What is to be thought of it stands
//! in `engine/platforms/claims`.

use super::collector::Collector;
use super::configuration::files_named;
use super::text::is_blank;
use crate::report::Claim;
use std::sync::OnceLock;

/// One clue or denial a line, tab separated: the claim, and words.
static TABLE: &str = include_str!("../../../data/platforms/clues.tsv");

/// What gives claims away, and what takes that back.
struct Clues {
    /// Words that all stand in one sentence, each in one of its forms.
    clues: Vec<(Claim, Vec<Forms>)>,
    /// Words of which none may stand there; without a claim, for all of them.
    denials: Vec<(Option<Claim>, Forms)>,
}

type Forms = Vec<&'static str>;

/// The longest sentence, in bytes; what is longer is none.
const LONGEST: usize = 600;
/// As much of a sentence as is shown, in characters.
const SHOWN: usize = 120;

fn clues() -> &'static Clues {
    static CLUES: OnceLock<Clues> = OnceLock::new();
    CLUES.get_or_init(|| {
        let rows = || TABLE.lines().filter_map(|line| line.split_once('\t'));
        let forms = |word: &'static str| word.split('|').collect();
        let clue = |(claim, words): (&str, &'static str)| {
            Some((Claim::from_id(claim)?, words.split(' ').map(forms).collect()))
        };
        let denial = |(claim, words): (&'static str, &'static str)| {
            Some((Claim::from_id(claim.strip_prefix('!')?), forms(words)))
        };
        Clues { clues: rows().filter_map(clue).collect(), denials: rows().filter_map(denial).collect() }
    })
}

impl Clues {
    /// The claims that a sentence makes.
    fn of<'a>(&'a self, sentence: &'a Plain) -> impl Iterator<Item = Claim> {
        let has = |forms: &Forms| forms.iter().any(|form| sentence.has(form));
        let is_denied = move |claim| {
            let mut denials = self.denials.iter().filter(|(of, _)| of.is_none_or(|of| of == claim));
            denials.any(|(_, forms)| has(forms))
        };
        let told = self.clues.iter().filter(move |(claim, words)| words.iter().all(has) && !is_denied(*claim));
        told.map(|(claim, _)| *claim)
    }
}

/// Remembers every claim in a text, each once; `first_line` is the line that the text begins on. Gives whether there is
/// any.
pub(super) fn read(collector: &mut Collector<'_>, text: &[u8], first_line: u32) -> bool {
    let allowed = collector.allowed_for_claims(text.len());
    let text = String::from_utf8_lossy(text.get(..allowed).unwrap_or_default());
    let mut known: Vec<Claim> = Vec::new();
    let mut fences = Fences::of(&text);
    for (line, written) in (first_line..).zip(text.lines()) {
        for sentence in sentences(uncommented(written, fences.has_headings(written))) {
            for claim in clues().of(&Plain::of(sentence)) {
                if !known.contains(&claim) {
                    known.push(claim);
                    collector.claim(claim, line, shown(sentence));
                }
            }
        }
    }
    !known.is_empty()
}

/// As much of a sentence as is shown.
fn shown(sentence: &str) -> String {
    sentence.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(SHOWN).collect()
}

/// Where `#` begins a heading: in articles, but not in the configurations that they quote.
struct Fences {
    /// The text as a whole is a configuration.
    is_configuration: bool,
    /// Inside of a quoted one.
    inside: bool,
}

const FENCE: &str = "```";

impl Fences {
    fn of(text: &str) -> Self {
        let is_fenced = text.lines().any(|line| line.trim_start().starts_with(FENCE));
        let is_directive = |line: &str| {
            let code = uncommented(line, false).trim_end();
            code.is_ascii() && code.ends_with([';', '{'])
        };
        let is_configuration =
            !is_fenced && (text.lines().any(is_directive) || !files_named(text.as_bytes()).is_empty());
        Self { is_configuration, inside: false }
    }

    /// Whether `#` may begin a heading on the next line.
    fn has_headings(&mut self, line: &str) -> bool {
        self.inside ^= line.trim_start().starts_with(FENCE);
        !self.inside && !self.is_configuration
    }
}

/// A line without its comment.
fn uncommented(line: &str, has_headings: bool) -> &str {
    let is_start =
        |at: usize| line.get(..at).is_some_and(|front| front.is_empty() || front.ends_with([' ', '\t', ';']));
    // `issue #12` is none.
    let is_number = |at: usize| line.get(at..).is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()));
    if has_headings && is_heading(line) {
        return line;
    }
    let mut marks = line.match_indices('#').filter(|(at, _)| is_start(*at) && !is_number(at.saturating_add(1)));
    marks.next().and_then(|(at, _)| line.get(..at)).unwrap_or(line)
}

/// Whether a line is a heading, and not a directive that was taken out.
fn is_heading(line: &str) -> bool {
    let title = line.trim_start_matches('#');
    let word = title.split_whitespace().next().unwrap_or_default();
    let is_directive = word.contains('_') || word.is_ascii() && word.len() > 3 && word.starts_with("SSL");
    title.len() < line.len() && title.starts_with(' ') && !title.trim_end().ends_with(';') && !is_directive
}

/// The sentences of a line; a full stop ends one where white space follows, for `1.2` has one too.
fn sentences(line: &str) -> impl Iterator<Item = &str> {
    let mut left = line;
    std::iter::from_fn(move || {
        let ends = |(at, character): (usize, char)| {
            let behind = left.get(at.saturating_add(character.len_utf8())..)?;
            let is_end = match character {
                '。' | '！' | '？' | '；' | '!' | '?' | ';' => true,
                '.' => behind.starts_with(char::is_whitespace),
                _ => at >= LONGEST,
            };
            is_end.then_some((left.get(..at)?, behind))
        };
        let (sentence, behind) = left.char_indices().find_map(ends).unwrap_or((left, ""));
        left = behind;
        (!sentence.is_empty() || !behind.is_empty()).then_some(sentence)
    })
}

/// A sentence as the table has its words: no white space, no marks of stress and no quotes, small letters, and no wide
/// ones.
#[derive(Default)]
struct Plain {
    text: String,
    /// For each byte, whether it goes on with a word or a number that began in front of it.
    goes_on: Vec<bool>,
}

impl Plain {
    fn of(sentence: &str) -> Self {
        let is_mark = |character: char| "*`\"'“”‘’「」《》".contains(character);
        let (mut plain, mut last) = (Self::default(), ' ');
        for character in sentence.chars().map(narrow) {
            let goes_on = last.is_ascii_alphabetic() && character.is_ascii_alphabetic()
                || last.is_ascii_digit() && character.is_ascii_digit();
            last = character;
            if !is_blank(character) && !is_mark(character) {
                plain.text.extend(character.to_lowercase());
                plain.goes_on.resize(plain.text.len(), goes_on);
            }
        }
        plain
    }

    /// Whether a form of the table stands in it.
    fn has(&self, form: &str) -> bool {
        let (head, tail) = form.split_once('@').map_or((form, None), |(head, tail)| (head, Some(tail)));
        let goes_on = |at: usize| self.goes_on.get(at).copied().unwrap_or_default();
        self.text.match_indices(head).any(|(at, _)| {
            let end = at.saturating_add(head.len());
            let is_part = goes_on(at) || head.ends_with(|it: char| it.is_ascii_digit()) && goes_on(end);
            !is_part && tail.is_none_or(|tail| self.text.get(end..).is_some_and(|rest| names_host(rest, tail)))
        })
    }
}

/// Whether a host name stands at the start, and `tail` behind it.
fn names_host(text: &str, tail: &str) -> bool {
    let is_of_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
    text.split_once(tail).is_some_and(|(name, _)| name.contains('.') && name.bytes().all(is_of_name))
}

/// The ASCII character that a full-width one stands for (Unicode, Halfwidth and Fullwidth Forms).
fn narrow(character: char) -> char {
    match u32::from(character) {
        wide @ 0xff01..=0xff5e => char::from_u32(wide.saturating_sub(0xfee0)).unwrap_or(character),
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_and_can_match() {
        let Clues { clues, denials } = clues();
        assert_eq!(clues.len() + denials.len(), TABLE.lines().filter(|line| !line.starts_with('#')).count());
        let forms = clues.iter().flat_map(|(_, words)| words).chain(denials.iter().map(|(_, forms)| forms));
        for form in forms.flatten() {
            assert!(!form.is_empty() && Plain::of(form).text == *form, "{form}");
        }
        assert_eq!(denials.iter().filter(|(claim, _)| claim.is_none()).count(), 1);
        for claim in Claim::ALL {
            assert!(clues.iter().any(|(of, _)| of == claim), "{} has no clue", claim.id());
        }
    }

    #[test]
    fn words_and_numbers_are_whole() {
        for (sentence, form, has) in [
            ("it is unsafe", "safe", false),
            ("it is safe", "safe", true),
            ("one year", "oneyear", true),
            ("since 2021年", "1年", false),
            ("nginx 1.24", "1.2", false),
            ("TLSv1.2", "1.2", true),
            ("/2_a.example.com.crt;", "/2_@.crt", true),
            ("/2_fullchain.crt /1_a.com.crt", "/2_@.crt", false),
        ] {
            assert_eq!(Plain::of(sentence).has(form), has, "{sentence}: {form}");
        }
    }

    #[test]
    fn comments_are_cut_and_headings_are_not() {
        for (line, left) in [
            ("ssl_protocols TLSv1.2; # TLS 1.0", "ssl_protocols TLSv1.2; "),
            ("#ssl_stapling on", ""),
            ("# ssl_stapling on;", ""),
            ("# SSLUseStapling on", ""),
            ("## 必须启用 TLS", "## 必须启用 TLS"),
            ("# SSL证书有效期", "# SSL证书有效期"),
            ("see issue #12 there", "see issue #12 there"),
        ] {
            assert_eq!(uncommented(line, true), left);
        }
        assert_eq!(uncommented("  # 必须启用 TLS", false), "  ");
    }

    #[test]
    fn sentences_end_where_they_end() {
        let cut = |line| sentences(line).map(str::trim).filter(|it| !it.is_empty()).collect::<Vec<_>>();
        assert_eq!(cut("TLS 1.2 is on. 好。a; b"), ["TLS 1.2 is on", "好", "a", "b"]);
        assert_eq!(cut(""), [""; 0]);
        assert_eq!(cut(&"x".repeat(5_000)).len(), 9);
        assert_eq!(Plain::of("“ＴＬＳ １.0” `*a*`").text, "tls1.0a");
    }
}
