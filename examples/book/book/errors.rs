//! Error messages, with what they come from.

use super::markdown::{Writer, code, escaped, link};
use super::words::{self, bracketed, capital, labelled, said};
use super::{Chapter, Page};
use certloupe::{
    api::handbook,
    report::{Cause, KnownSymptom, SeenAt},
    text::{self, Lang},
};

const COMMAND: &str = "cargo run --release --example certloupe -- symptoms";

/// The one page.
pub fn chapter(lang: Lang) -> Chapter {
    let mut page = Writer::default();
    page.title(words::ERRORS.lang(lang));
    page.paragraph(&said(words::ERRORS_LEAD, &[("command", code(COMMAND))], lang));
    page.heading(2, words::MESSAGES.lang(lang), "messages");
    for symptom in handbook(lang).symptoms {
        write(&mut page, &symptom, lang);
    }
    page.heading(2, words::CAUSES.lang(lang), "causes");
    for cause in Cause::ALL {
        let about = text::cause(*cause);
        page.heading(3, &escaped(about.title.lang(lang)), &anchor(*cause));
        page.paragraph(&escaped(about.why.lang(lang)));
        page.paragraph(&labelled(words::FIX, &escaped(about.fix.lang(lang)), lang));
    }
    let title = words::ERRORS.lang(lang).to_owned();
    Chapter::alone(Page { path: "errors.md".to_owned(), title, text: page.finish() })
}

fn anchor(cause: Cause) -> String {
    format!("cause-{cause:?}").to_lowercase()
}

fn write(page: &mut Writer, symptom: &KnownSymptom, lang: Lang) {
    let KnownSymptom { id, pattern, meaning, causes, sources } = symptom;
    page.heading(3, &code(pattern), &format!("message{}{}", if *id < 0 { "-code-" } else { "-" }, id.unsigned_abs()));
    let stop = if lang == Lang::En { "." } else { "。" };
    page.paragraph(&format!("{}{stop}", escaped(&capital(meaning))));
    page.steps(causes.iter().map(|cause| format!("[{}](#{})", escaped(&cause.title), anchor(cause.cause))));
    if sources.is_empty() {
        page.paragraph(words::KNOWN_FROM_USE.lang(lang));
        return;
    }
    let links = sources.iter().map(|SeenAt { url, date }| {
        let host = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest).split('/').next().unwrap_or_default();
        let day = if date.is_empty() { String::new() } else { bracketed(date, lang) };
        format!("{}{day}", link(host, url))
    });
    let links: Vec<_> = links.collect();
    page.paragraph(&labelled(words::SEEN_AT, &links.join(words::comma(lang)), lang));
}
