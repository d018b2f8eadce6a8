//! The handbook is what the engine knows: a row for each symptom and each claim, in words that the engine recognises.

mod support;

use certloupe::{
    api::{Session, handbook},
    engine::{
        inspect,
        symptoms::{QUOTES, TABLE, UNSOURCED, entry},
    },
    report::{
        Claim, Handbook, Options, Source,
        wire::{Reply, Request},
    },
    text::Lang,
};
use std::collections::BTreeSet;
use support::case_file::NOW;

#[test]
fn every_symptom_has_its_words_its_causes_and_its_pages() {
    let ids: Vec<_> = TABLE.iter().map(|entry| entry.id).collect();
    assert_eq!(QUOTES.iter().map(|(id, _)| *id).collect::<Vec<_>>(), ids, "words for each row, in the same order");
    for lang in Lang::ALL {
        let Handbook { symptoms, .. } = handbook(lang);
        assert_eq!(symptoms.iter().map(|row| row.id).collect::<Vec<_>>(), ids);
        for row in &symptoms {
            assert!(!row.pattern.is_empty() && !row.meaning.is_empty() && !row.causes.is_empty(), "{row:?}");
            assert_eq!(row.sources.is_empty(), UNSOURCED.contains(&row.id), "{row:?}");
            assert!(row.causes.iter().all(|cause| !cause.title.is_empty() && !cause.todo.is_empty()), "{row:?}");
        }
        // The heading of each is its own, also where several have the same words.
        let headings: BTreeSet<_> = symptoms.iter().map(|row| (&row.pattern, &row.meaning)).collect();
        assert_eq!(headings.len(), symptoms.len());
    }
}

/// Whoever finds his message in the handbook and pastes it gets the same answer.
#[test]
fn the_engine_knows_what_the_handbook_quotes() {
    for (id, words) in QUOTES {
        let (report, _) =
            inspect(&[Source { name: String::new(), bytes: words.as_bytes().to_vec() }], &Options::at(NOW));
        let known: BTreeSet<_> = report.symptoms.iter().map(|symptom| symptom.id).collect();
        let as_which = entry(*id).and_then(|entry| entry.like).unwrap_or(*id);
        assert!(known.contains(&as_which), "{id}: {words} is known as {known:?}");
    }
}

#[test]
fn every_claim_stands_in_it_in_both_languages() {
    let [english, chinese] = Lang::ALL.map(handbook);
    assert_eq!(english.claims.iter().map(|row| row.id).collect::<Vec<_>>(), Claim::ALL);
    for (one, other) in english.claims.iter().zip(&chinese.claims) {
        assert!(one.claim != other.claim && one.right != other.right && one.todo != other.todo, "{one:?}");
        assert_eq!((&one.told, &one.wording, &one.source), (&other.told, &other.wording, &other.source), "a quotation");
    }
}

#[test]
fn the_full_engine_answers_without_having_inspected_anything() {
    let asked = |lang: &str| Session::default().answer(Request::Handbook { lang: lang.to_owned() });
    assert_eq!(asked("zh-CN"), Reply::Handbook(Box::new(handbook(Lang::Zh))));
    assert_eq!(asked(""), Reply::Handbook(Box::new(handbook(Lang::En))));
}
