//! The registry of rules is whole: each rule has its paragraphs, its words in both languages, a case that makes it
//! speak and one that keeps it silent. Whoever forgets one of these hears of it here.
#![allow(clippy::print_stdout, reason = "it says how much it checked")]

mod support;

use certloupe::{
    engine::{rules, symptoms::TABLE},
    report::{Cause, Claim, Code, EffectId, Finding, MessageId, message::*},
    text::{self, Lang, Pair},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use support::{case_file::Case, recipes};

/// The rules that stand; a new one raises this, and an empty registry can not pass.
const AT_LEAST: usize = 60;

/// Their inputs are 64 MiB, 20,000 certificates, 10,000 files (`tests/limits.rs` makes them speak) or 5,000 addresses
/// (`tests/platforms.rs`).
const TOO_LARGE_FOR_A_CASE: [InputMessage; 5] = [
    InputMessage::TooManyBytes,
    InputMessage::TooMany,
    InputMessage::TooManyFiles,
    InputMessage::TooManyAddresses,
    InputMessage::UnpacksTooFar,
];

/// They take the certificate of a real root: `tests/supply.rs` makes them speak.
const NEED_A_REAL_ROOT: [MessageId; 2] =
    [MessageId::Chain(ChainMessage::NotByKnownRoot), MessageId::Trust(TrustMessage::TrustedBy)];

#[test]
fn every_rule_has_paragraphs_and_one_place() {
    let rules: Vec<_> = rules::all().collect();
    assert!(rules.len() >= AT_LEAST, "only {} rules", rules.len());
    let codes: BTreeSet<_> = rules.iter().map(|rule| rule.code).collect();
    assert_eq!(codes.len(), rules.len(), "a code has two rules");
    assert!(rules.is_sorted_by_key(|rule| rule.code), "findings come in the order of the rules");
    for rule in &rules {
        assert!(!rule.cites.is_empty(), "{} cites nothing", rule.code);
        for cite in rule.cites {
            assert!(!cite.title().is_empty() && cite.url().starts_with("https://"), "{}: {cite:?}", rule.code);
        }
    }
}

#[test]
fn every_rule_speaks_in_one_case_and_is_silent_in_another() {
    let cases: Vec<(String, BTreeSet<Code>)> = all_cases()
        .into_iter()
        .map(|(name, case)| (name, case.findings().iter().map(|finding| finding.code).collect()))
        .collect();
    for rule in rules::all() {
        let speaks = cases.iter().filter(|(_, codes)| codes.contains(&rule.code)).count();
        assert!(speaks > 0, "no case makes {} speak", rule.code);
        assert!(speaks < cases.len(), "{} is never silent", rule.code);
    }
}

#[test]
fn the_codes_are_those_of_the_catalogue() {
    let catalogue = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/FINDINGS.md");
    let Ok(text) = fs::read_to_string(&catalogue) else {
        println!("the catalogue is not here: only the shape of the codes is checked");
        assert!(Code::ALL.iter().all(|code| code.as_str().len() == 6));
        return;
    };
    let listed: Vec<_> = text
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split(' ').next())
        .filter(|word| word.len() == 6 && word[3..].chars().all(|digit| digit.is_ascii_digit()))
        .collect();
    assert!(listed.len() > 90, "only {} codes listed", listed.len());
    let ours: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
    // Codes that were added since stand at the end of their family; none is gone, none changed its place.
    for family in ["INP", "CRT", "CHN", "TRU", "NAM", "VAL", "KEY", "PLT", "DEP"] {
        let of_family = |codes: &[&str]| {
            codes.iter().filter(|code| code.starts_with(family)).map(|code| (*code).to_owned()).collect::<Vec<_>>()
        };
        assert!(of_family(&ours).starts_with(&of_family(&listed)), "{family}");
    }
}

#[test]
fn every_message_has_words_in_both_languages() {
    let ids: Vec<_> = MessageId::all().collect();
    assert!(ids.len() >= AT_LEAST, "only {} messages", ids.len());
    for id in ids {
        let words = text::words(id);
        for pair in [words.title, words.why, words.fix] {
            assert_words(&format!("{id:?}"), pair);
        }
        assert!(!words.title.en.ends_with('.') && !words.title.zh.ends_with('。'), "{id:?}: a title is no sentence");
        assert!(words.why.en.ends_with('.') && words.fix.en.ends_with('.'), "{id:?}: why and fix are sentences");
        assert!(words.why.zh.ends_with('。') && words.fix.zh.ends_with('。'), "{id:?}: why and fix are sentences");
    }
}

#[test]
fn every_effect_has_words_in_both_languages() {
    for effect in EffectId::ALL {
        let words = text::effect(*effect);
        for pair in [words.title, words.why, words.fix] {
            assert_words(&format!("{effect:?}"), pair);
        }
        assert!(
            !words.title.en.ends_with('.') && !words.title.zh.ends_with('。'),
            "{effect:?}: a title is no sentence"
        );
        for pair in [words.why, words.fix] {
            assert!(pair.en.ends_with('.') && pair.zh.ends_with('。'), "{effect:?}: why and fix are sentences");
        }
    }
}

/// Symptoms and their causes have words as findings have, but stand inside of sentences.
#[test]
fn every_symptom_and_every_cause_has_words_in_both_languages() {
    assert!(TABLE.len() > 100, "only {} symptoms", TABLE.len());
    let meanings = TABLE.iter().map(|entry| (format!("{}", entry.id), text::meaning(entry.id)));
    let titles = Cause::ALL.iter().map(|cause| (format!("{cause:?}"), Some(text::cause(*cause).title)));
    for (name, pair) in meanings.chain(titles) {
        let Some(pair) = pair else { panic!("{name} has no words") };
        assert_words(&name, pair);
        assert!(!pair.en.ends_with('.') && !pair.zh.ends_with('。'), "{name}: it stands inside of a sentence");
    }
    for cause in Cause::ALL {
        let words = text::cause(*cause);
        for pair in [words.why, words.fix] {
            assert_words(&format!("{cause:?}"), pair);
            assert!(pair.en.ends_with('.') && pair.zh.ends_with('。'), "{cause:?}: why and fix are sentences");
        }
    }
}

/// Claims have words as findings have; the claim stands inside of a sentence, and what is thought of it behind.
#[test]
fn every_claim_has_words_in_both_languages() {
    assert!(Claim::ALL.len() >= 25);
    for claim in Claim::ALL {
        let (id, words) = (claim.id(), text::claim(*claim));
        for pair in [words.title, words.why, words.fix] {
            assert_words(id, pair);
        }
        assert!(
            !words.title.en.ends_with('.') && !words.title.zh.ends_with('。'),
            "{id}: it stands inside of a sentence"
        );
        assert!(words.why.en.ends_with('.') && words.fix.en.ends_with('.'), "{id}: why and fix are sentences");
        assert!(words.why.zh.ends_with('。') && words.fix.zh.ends_with('。'), "{id}: why and fix are sentences");
    }
}

fn assert_words(name: &str, pair: Pair) {
    assert!(pair.zh.chars().any(is_chinese), "{name}: {} is not Chinese", pair.zh);
    assert!(!pair.en.chars().any(is_chinese), "{name}: {} is not English", pair.en);
    assert!(!has_half_width_punctuation(pair.zh), "{name}: half-width punctuation in {}", pair.zh);
    assert_eq!(pair.en.trim(), pair.en);
    assert_eq!(pair.zh.trim(), pair.zh);
}

#[test]
fn no_hole_stays_open_and_every_message_is_said_somewhere() {
    let mut said = BTreeMap::new();
    for (name, case) in all_cases() {
        for finding in case.findings() {
            *said.entry(format!("{:?}", finding.message.id)).or_insert(0) += 1;
            for lang in Lang::ALL {
                assert_filled(&name, &finding, lang);
            }
        }
    }
    let silent: Vec<_> = MessageId::all()
        .filter(|id| !matches!(id, MessageId::Deploy(_) | MessageId::Remark(_) | MessageId::Export(_)))
        .filter(|id| !matches!(id, MessageId::Input(id) if TOO_LARGE_FOR_A_CASE.contains(id)))
        .filter(|id| !NEED_A_REAL_ROOT.contains(id))
        .filter(|id| !said.contains_key(&format!("{id:?}")))
        .collect();
    assert!(silent.is_empty(), "no case says {silent:?}");
}

fn assert_filled(name: &str, finding: &Finding, lang: Lang) {
    let words = text::words(finding.message.id);
    for pair in [words.title, words.why, words.fix] {
        for hole in holes(pair.lang(lang)) {
            assert!(finding.message.argument(hole).is_some(), "{name}: {} leaves {{{hole}}} open", finding.code);
        }
    }
}

/// The names of a text's holes.
fn holes(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split(['}', ':']).next())
}

fn all_cases() -> Vec<(String, Case)> {
    recipes::all()
        .into_iter()
        .flat_map(|(family, files)| {
            files.into_iter().flat_map(move |(file, cases)| {
                cases.into_iter().map(move |case| (format!("{family}/{file}: {}", case.name), case))
            })
        })
        .collect()
}

fn is_chinese(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

/// A half-width mark right behind a Chinese character; between Latin words it belongs to them.
fn has_half_width_punctuation(text: &str) -> bool {
    let characters: Vec<_> = text.chars().collect();
    characters.windows(2).any(|pair| is_chinese(pair[0]) && matches!(pair[1], ',' | ';' | ':' | '?' | '!' | '(' | ')'))
}
