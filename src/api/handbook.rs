use crate::{
    engine::{
        platforms::{ClaimFacts, claims},
        symptoms::{Entry, SOURCES, TABLE, quote},
    },
    report::{Handbook, KnownCause, KnownClaim, KnownSymptom, SeenAt},
    text::{self, Lang},
};

/// Every error message that is known, and every claim, in a language.
pub fn handbook(lang: Lang) -> Handbook {
    Handbook {
        symptoms: TABLE.iter().map(|entry| symptom(entry, lang)).collect(),
        claims: claims().iter().map(|facts| claim(facts, lang)).collect(),
    }
}

fn symptom(entry: &Entry, lang: Lang) -> KnownSymptom {
    let cause = |cause: &_| {
        let words = text::cause(*cause);
        KnownCause { cause: *cause, title: words.title.lang(lang).into(), todo: words.fix.lang(lang).into() }
    };
    let of_it = SOURCES.iter().filter(|source| source.of.contains(&entry.id));
    KnownSymptom {
        id: entry.id,
        pattern: quote(entry.id).unwrap_or_default().to_owned(),
        meaning: text::meaning(entry.id).map_or("", |meaning| meaning.lang(lang)).to_owned(),
        causes: entry.causes.iter().map(cause).collect(),
        sources: of_it.map(|source| SeenAt { url: source.address.into(), date: source.date.into() }).collect(),
    }
}

fn claim(facts: &ClaimFacts, lang: Lang) -> KnownClaim {
    let words = text::claim(facts.claim);
    KnownClaim {
        id: facts.claim,
        claim: words.title.lang(lang).to_owned(),
        standing: facts.standing,
        telling: facts.telling,
        told_in: facts.told_in.to_owned(),
        told: facts.told.to_owned(),
        right: words.why.lang(lang).to_owned(),
        todo: words.fix.lang(lang).to_owned(),
        ground: facts.ground,
        wording: facts.wording.to_owned(),
        source: facts.source.to_owned(),
        seen: facts.seen,
        unsourced: !facts.unsourced.is_empty(),
    }
}
