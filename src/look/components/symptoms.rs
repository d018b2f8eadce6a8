use crate::app::{
    components::{
        finding::severity_id,
        icon::{Sign, icon, severity_class},
    },
    context::FINDINGS,
};
use crate::look::context::Page;
use crate::report::{CauseState, Code, Finding, PossibleCause, Report, Severity, SymptomSummary, Value};
use crate::text::{self, escape, page::symptoms as words};
use std::collections::BTreeSet;
use yew::prelude::*;

/// The error messages that were recognised: what each means, and what it may come from in the light of what was given.
pub fn symptoms(page: &Page, report: &Report) -> Html {
    if report.symptoms.is_empty() {
        return Html::default();
    }
    html! {
        <section class="cl-symptoms" aria-labelledby="cl-symptoms">
            <h2 id="cl-symptoms">{ page.say.text(words::TITLE) }</h2>
            <ul>for known in &report.symptoms { { symptom(page, report, known) } }</ul>
        </section>
    }
}

/// In place of its finding, whose hooks it has.
fn symptom(page: &Page, report: &Report, known: &SymptomSummary) -> Html {
    let say = page.say;
    let meaning = text::meaning(known.id).map_or("", |meaning| say.text(meaning));
    let said = finding_of(report, known);
    let line = say.fill(text::page::findings::LINE, [("line", known.line.into())]);
    html! {
        <li
            key={known.id}
            class="cl-symptom"
            data-test="finding"
            data-code={Code::INP012.as_str()}
            data-severity={severity_id(said.map_or(Severity::Info, |said| said.severity))}
            data-id={known.id.to_string()}
        >
            <h3><bdi>{ said.map_or_else(|| escape(&known.quote), |said| say.of(said, |words| words.title)) }</bdi></h3>
            <p>{ meaning }</p>
            if let Some(said) = said { <p class="cl-symptom__fix"><bdi>{ say.of(said, |words| words.fix) }</bdi></p> }
            <ol aria-label={say.text(words::CAUSES)}>
                for cause in &known.causes { { possible(page, report, cause) } }
            </ol>
            <small>{ Code::INP012.as_str() }{ " " }<bdi>{ escape(&known.source) }</bdi>{ " " }{ line }</small>
        </li>
    }
}

/// The finding that speaks of a message: it says what is most likely here, and what to do.
fn finding_of<'r>(report: &'r Report, known: &SymptomSummary) -> Option<&'r Finding> {
    let quotes = |finding: &Finding| matches!(finding.message.argument("quote"), Some(Value::Text(quote)) if *quote == known.quote);
    report.findings.iter().find(|finding| finding.code == Code::INP012 && quotes(finding))
}

/// A cause, what is known of it as a sign with its word, and the findings that speak of it.
fn possible(page: &Page, report: &Report, possible: &PossibleCause) -> Html {
    let say = page.say;
    let (sign, severity) = match possible.state {
        CauseState::Found => (Sign::Bad, Some(Severity::Error)),
        CauseState::Right => (Sign::Good, None),
        CauseState::Unknown => (Sign::Info, Some(Severity::Info)),
    };
    let found = possible.findings.iter().filter_map(|index| report.findings.get(*index));
    let codes: BTreeSet<_> = found.map(|finding| finding.code.as_str()).collect();
    let codes: Vec<_> = codes.into_iter().map(str::to_owned).collect();
    html! {
        <li key={format!("{:?}", possible.cause)}>
            <span>{ say.text(text::cause(possible.cause).title) }</span>
            <span class={classes!("cl-mark", severity_class(severity))}>
                { icon(sign) }
                { say.text(text::cause_state(possible.state)) }
            </span>
            if !codes.is_empty() {
                <a href="#findings" onclick={page.leads(None, Some(FINDINGS))}>
                    { say.fill(words::FINDINGS, [("codes", codes.into())]) }
                </a>
            }
        </li>
    }
}
