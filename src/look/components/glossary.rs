use crate::app::{context::Words, route::Tab};
use crate::text::page::glossary::{self as words, Entry};
use yew::prelude::*;

/// The words that somebody may not know who opens a tab.
const fn words_of(tab: Tab) -> &'static [Entry] {
    match tab {
        Tab::List => &[words::LEAF, words::INTERMEDIATE, words::ROOT, words::FINGERPRINT],
        Tab::Chain => {
            &[words::CHAIN, words::LEAF, words::INTERMEDIATE, words::ROOT, words::CROSS_SIGNED, words::TRUST_STORE]
        }
        Tab::Names => &[words::SAN, words::WILDCARD],
        Tab::Dates => &[words::VALIDITY, words::ACME],
        Tab::Platforms => &[words::MINI_PROGRAM, words::CHAIN, words::TRUST_STORE],
        Tab::Deploy => &[words::CHAIN, words::PRIVATE_KEY, words::HSTS, words::OCSP, words::MUTUAL_TLS],
        Tab::Renew => &[words::ACME, words::VALIDITY, words::CSR],
        Tab::Files => &[words::PEM, words::PFX, words::PRIVATE_KEY, words::CSR],
        Tab::Compare => &[words::SAN, words::FINGERPRINT, words::VALIDITY],
        Tab::Details => &[words::OID, words::CRITICAL, words::FINGERPRINT, words::PEM],
    }
}

/// What the words of a tab mean: each opens in its place.
pub fn glossary(tab: Tab, say: Words) -> Html {
    html! {
        <section class="cl-glossary" data-test="glossary" aria-label={say.text(words::TITLE)}>
            for entry in words_of(tab) {
                <details key={entry.word.key()}>
                    <summary>{ say.text(entry.word) }</summary>
                    <p>{ say.text(entry.meaning) }</p>
                </details>
            }
        </section>
    }
}
