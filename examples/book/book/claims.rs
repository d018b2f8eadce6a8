//! What articles tell, and how it is.

use super::markdown::{Writer, code, escaped, link};
use super::words::{self, capital, labelled, said};
use super::{Chapter, Page};
use certloupe::{
    api::handbook,
    report::KnownClaim,
    text::{self, Lang},
};

const COMMAND: &str = "cargo run --release --example certloupe -- claims";

/// The one page.
pub fn chapter(lang: Lang) -> Chapter {
    let claims = handbook(lang).claims;
    let mut page = Writer::default();
    page.title(words::CLAIMS.lang(lang));
    page.paragraph(&said(words::CLAIMS_LEAD, &[("command", code(COMMAND))], lang));
    let head = [words::CODE, words::CLAIM, words::STANDING].map(|pair| pair.lang(lang));
    page.table(
        head,
        claims.iter().map(|claim| {
            let id = claim.id.id();
            let to = format!("[{id}](#{})", id.to_lowercase());
            [to, escaped(&claim.claim), text::standing(claim.standing).lang(lang).to_owned()]
        }),
    );
    for claim in &claims {
        write(&mut page, claim, lang);
    }
    let title = words::CLAIMS.lang(lang).to_owned();
    Chapter::alone(Page { path: "claims.md".to_owned(), title, text: page.finish() })
}

fn write(page: &mut Writer, claim: &KnownClaim, lang: Lang) {
    let id = claim.id.id();
    let standing = text::standing(claim.standing).lang(lang);
    page.heading(2, &format!("{id} {}", escaped(&claim.claim)), &id.to_lowercase());
    page.paragraph(&format!("**{}**", capital(standing)));
    page.paragraph(text::telling(claim.telling).lang(lang)).quote(&claim.told, language(&claim.told));
    page.paragraph(&escaped(&claim.right));
    page.paragraph(&labelled(words::FIX, &escaped(&claim.todo), lang));
    let ground = text::ground(claim.ground).lang(lang).to_owned();
    let seen = said(text::page::handbook::SEEN, &[("seen", text::day(claim.seen, lang))], lang);
    let host = claim.source.split('/').nth(2).unwrap_or_default();
    let source = if claim.source.is_empty() { String::new() } else { link(host, &claim.source) };
    let parts: Vec<_> = [ground, source, seen].into_iter().filter(|part| !part.is_empty()).collect();
    page.paragraph(&labelled(words::RESTS_ON, &parts.join(words::comma(lang)), lang));
    if !claim.wording.is_empty() {
        page.quote(&claim.wording, language(&claim.wording));
    }
    if claim.unsourced {
        page.paragraph(words::UNSOURCED_PART.lang(lang));
    }
}

/// The language of a quotation.
fn language(text: &str) -> &'static str {
    if text.chars().any(|character| ('\u{4e00}'..='\u{9fff}').contains(&character)) { "zh" } else { "en" }
}
