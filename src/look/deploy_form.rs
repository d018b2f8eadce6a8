//! What the form of configurations makes of what is typed and chosen.

use crate::report::wire::{DeployOptions, TargetChoice};

/// A text, unless it is empty.
pub fn filled(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The targets that a search finds: every word of it stands in the title, the identifier or another name. What begins
/// with the words comes first.
pub fn search<'a>(targets: &'a [TargetChoice], text: &str) -> Vec<&'a TargetChoice> {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let mut found: Vec<_> = targets.iter().filter_map(|target| Some((distance(target, &words)?, target))).collect();
    found.sort_by_key(|(distance, _)| *distance);
    found.into_iter().map(|(_, target)| target).collect()
}

/// How far a target is from the words: 0 where its own names begin with them, 1 where another name does, 2 where they
/// stand somewhere; none where one stands nowhere.
fn distance(target: &TargetChoice, words: &[String]) -> Option<u8> {
    let own = [&target.title, &target.id].map(|name| name.to_lowercase());
    let also: Vec<String> = target.also.iter().map(|name| name.to_lowercase()).collect();
    let of_word = |word: &String| {
        let begins = |names: &[String]| names.iter().any(|name| name.starts_with(word.as_str()));
        let is_somewhere = own.iter().chain(&also).any(|name| name.contains(word.as_str()));
        match (begins(&own), begins(&also)) {
            (true, _) => Some(0),
            (_, true) => Some(1),
            _ => is_somewhere.then_some(2),
        }
    };
    words.iter().map(of_word).try_fold(0, |far, word| Some(far.max(word?)))
}

/// The choices for another target: versions and systems were about the one before.
pub fn other_target(options: &DeployOptions, target: String) -> DeployOptions {
    DeployOptions { target, system: None, version: None, library: None, ..options.clone() }
}

/// Lines of one text times those of the other that are compared: a certificate of ten thousand names makes a text that
/// would fill the memory.
const COMPARED: usize = 1 << 20;

/// Which lines of a text were not in the one before: what a change of the choices brought. None is said to be new where
/// there are too many to compare.
pub fn fresh(before: &str, now: &str) -> Vec<bool> {
    let (before, now): (Vec<&str>, Vec<&str>) = (before.lines().collect(), now.lines().collect());
    let same = |(one, other): &(&&str, &&str)| one == other;
    let head = before.iter().zip(&now).take_while(same).count();
    let (before, rest) = (&before[head..], &now[head..]);
    let tail = before.iter().rev().zip(rest.iter().rev()).take_while(same).count();
    let (before, rest) = (&before[..before.len() - tail], &rest[..rest.len() - tail]);
    let mut fresh = vec![false; now.len()];
    if before.len().saturating_mul(rest.len()) <= COMPARED {
        fresh.splice(head..head + rest.len(), fresh_between(before, rest));
    }
    fresh
}

/// The same for lines that begin and end with others.
fn fresh_between(before: &[&str], now: &[&str]) -> Vec<bool> {
    // Lengths of the longest common subsequences of what lies behind: longest[i][j] for before[i..], now[j..].
    let mut longest = vec![vec![0_usize; now.len() + 1]; before.len() + 1];
    for i in (0..before.len()).rev() {
        for j in (0..now.len()).rev() {
            longest[i][j] = match before[i] == now[j] {
                true => longest[i + 1][j + 1] + 1,
                false => longest[i + 1][j].max(longest[i][j + 1]),
            };
        }
    }
    let (mut i, mut fresh) = (0, vec![true; now.len()]);
    let mut j = 0;
    while i < before.len() && j < now.len() {
        if before[i] == now[j] {
            fresh[j] = false;
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    fresh
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::wire::TargetGroup;

    fn target(id: &str, title: &str, also: &[&str]) -> TargetChoice {
        TargetChoice {
            id: id.to_owned(),
            title: title.to_owned(),
            also: also.iter().map(|&word| word.to_owned()).collect(),
            group: TargetGroup::Web,
            upstream: None,
            latest: String::new(),
            systems: Vec::new(),
            has_profiles: true,
            switches: Vec::new(),
            fields: Vec::new(),
        }
    }

    #[test]
    fn targets_are_found_by_any_of_their_names() {
        let targets = [target("nginx", "nginx", &[]), target("baota", "宝塔面板", &["bt", "BaoTa"])];
        let found = |text: &str| search(&targets, text).iter().map(|it| it.id.clone()).collect::<Vec<_>>();
        assert_eq!(found(""), ["nginx", "baota"]);
        assert_eq!(found(" NGI"), ["nginx"]);
        assert_eq!(found("宝塔"), ["baota"]);
        assert_eq!(found("bt 面板"), ["baota"]);
        assert!(found("iis").is_empty());
    }

    #[test]
    fn what_begins_with_the_words_comes_first() {
        let targets = [
            target("baota", "宝塔", &["aaPanel"]),
            target("oracle-http", "OHS", &["Apache"]),
            target("apache", "Apache", &[]),
        ];
        let found = |text: &str| search(&targets, text).iter().map(|it| it.id.clone()).collect::<Vec<_>>();
        assert_eq!(found("apa"), ["apache", "oracle-http", "baota"]);
        assert_eq!(found(""), ["baota", "oracle-http", "apache"]);
    }

    #[test]
    fn fresh_lines_are_those_that_came() {
        assert_eq!(fresh("a\nb\nc", "a\nx\nc\nd"), [false, true, false, true]);
        assert_eq!(fresh("a\nb", "a\nb"), [false, false]);
        assert_eq!(fresh("", "a"), [true]);
        assert_eq!(fresh("a\n}\nb\n}", "a\n}\n}"), [false, false, false]);
        assert_eq!(fresh("a\na", "a\na\na"), [false, false, true]);
    }

    #[test]
    fn of_too_many_lines_none_is_marked() {
        let text = |lines: std::ops::Range<u32>| lines.map(|line| format!("{line}\n")).collect::<String>();
        let one_more = fresh(&text(0..50_000), &(text(0..40_000) + "x\n" + &text(40_000..50_000)));
        assert_eq!(one_more.iter().position(|fresh| *fresh), Some(40_000));
        assert_eq!(fresh(&text(0..2_000), &text(2_000..4_000)), [false; 2_000]);
    }

    #[test]
    fn a_text_of_spaces_is_none() {
        assert_eq!(filled("  "), None);
    }
}
