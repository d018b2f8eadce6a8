use super::{code_block::command_block, copy_button::copy_small, deployment::download};
use crate::app::{
    browser,
    components::{
        finding::finding_list,
        icon::{Sign, icon},
        long_list::LongList,
    },
    context::{Shared, Words},
};
use crate::look::context::Page;
use crate::report::{ChallengeRecord, Part, Passage, PlannedRenewal, Renewal as Made, Report, Timestamp, wire::File};
use crate::text::{self, Pair, page::renew as words};
use yew::prelude::*;

/// Rows of the plan that are shown at first, and that come with each click.
const ROWS: usize = 8;

/// Everything about getting the certificate again.
pub fn renewal(page: &Page, made: &Shared<Made>, report: &Shared<Report>) -> Html {
    let part = |title, part, more| section(page, title, made, part, more);
    html! {
        <>
            if report.leaf().is_some() { { part(words::PLAN, Part::Plan, plan(page, made, report)) } }
            if !made.records.is_empty() { { part(words::RECORDS, Part::Challenge, records(page, made)) } }
            { part(words::COMMANDS, Part::Commands, html! {}) }
            if !made.notes.is_empty() { { finding_list(page, made.notes.iter(), report, None, None) } }
            if has(made, Part::Watch) { { part(words::WATCH, Part::Watch, html! {}) } }
            { folded(page, words::KINDS, made, Part::Kind, "kinds") }
            if has(made, Part::Revoke) { { folded(page, words::REVOKE, made, Part::Revoke, "revoke") } }
        </>
    }
}

fn has(made: &Made, part: Part) -> bool {
    made.passages.iter().any(|passage| passage.part == part)
}

fn section(page: &Page, title: Pair, made: &Made, part: Part, first: Html) -> Html {
    let id = format!("cl-renew-{part:?}").to_lowercase();
    html! {
        <section class="cl-renew__part" aria-labelledby={id.clone()}>
            <h3 {id}>{ page.say.text(title) }</h3>
            { first }
            { passages(page, made, part) }
        </section>
    }
}

/// What is rarely needed.
fn folded(page: &Page, title: Pair, made: &Made, part: Part, hook: &'static str) -> Html {
    html! {
        <details class="cl-create" data-test={hook}>
            <summary>{ page.say.text(title) }</summary>
            <div class="cl-renew__part">{ passages(page, made, part) }</div>
        </details>
    }
}

fn passages(page: &Page, made: &Made, part: Part) -> Html {
    let of: Vec<_> = made.passages.iter().filter(|passage| passage.part == part).collect();
    // A file stands below the passages that name it.
    let speaks = |file: &&File| {
        let texts =
            |passage: &&Passage| passage.commands.iter().chain(&passage.text).any(|text| text.contains(&file.name));
        of.iter().any(texts)
    };
    let files: Vec<_> = made.files.iter().filter(speaks).collect();
    html! {
        <>
            for (index, passage) in of.iter().enumerate() { <div key={index} class="cl-passage">{ draw(page, passage) }</div> }
            if !files.is_empty() {
                <p class="cl-files">for file in files { { download(file, page.say, "download-file") } }</p>
            }
        </>
    }
}

fn draw(page: &Page, passage: &Passage) -> Html {
    html! {
        <>
            <h4>{ &passage.title }</h4>
            for paragraph in &passage.text { <p>{ paragraph }</p> }
            if !passage.commands.is_empty() { { command_block(page, &passage.commands.join("\n")) } }
            if !passage.links.is_empty() {
                <p class="cl-hint">
                    { page.say.text(words::SOURCES) }
                    for (index, link) in passage.links.iter().enumerate() {
                        <>
                            if index > 0 { { " · " } }
                            <a href={link.url.clone()} rel="noreferrer noopener" target="_blank">{ &link.title }</a>
                        </>
                    }
                </p>
            }
        </>
    }
}

/// The dates as a table, and as a file for a calendar.
fn plan(page: &Page, made: &Made, report: &Shared<Report>) -> Html {
    let say = page.say;
    let draw = {
        let report = report.clone();
        move |shown| {
            let titles = [words::ON, words::LIFETIME, words::UNTIL, words::ALLOWED, words::REUSE];
            let rows = report.renewals.iter().take(shown).map(|renewal| planned(renewal, say));
            table(say, words::PLAN_TABLE, &titles, rows.collect())
        }
    };
    let calendar = made.calendar.clone();
    html! {
        <>
            <LongList key="plan" {say} of={report.renewals.len()} {draw} first={ROWS} step={ROWS} />
            if let Some(file) = calendar {
                <p class="cl-files">
                    <button type="button" class="cl-button" data-test="ics"
                        onclick={Callback::from(move |_: MouseEvent| browser::download(&file.name, &file.bytes))}>
                        { icon(Sign::Download) }<span>{ say.text(words::ICS) }</span>
                    </button>
                </p>
            }
        </>
    }
}

fn planned(renewal: &PlannedRenewal, say: Words) -> Html {
    let day = |moment: Timestamp| {
        html! { <time datetime={moment.to_string()} title={moment.to_string()}>{ text::day(moment, say.0) }</time> }
    };
    let days = |days: Option<u32>| match days {
        Some(days) => say.fill(words::DAYS, [("days", days.into())]),
        None => say.text(words::NO_LIMIT).to_owned(),
    };
    html! {
        <>
            <th scope="row" role="rowheader">{ day(renewal.at) }</th>
            <td role="cell" data-label={say.text(words::LIFETIME)}>{ days(Some(renewal.days)) }</td>
            <td role="cell" data-label={say.text(words::UNTIL)}>{ day(renewal.not_after) }</td>
            <td role="cell" data-label={say.text(words::ALLOWED)}>{ days(renewal.allowed_days) }</td>
            <td role="cell" data-label={say.text(words::REUSE)}>{ days(renewal.reuse_days) }</td>
        </>
    }
}

/// The records, each part with a button that copies it.
fn records(page: &Page, made: &Shared<Made>) -> Html {
    let say = page.say;
    let draw = {
        let (page, made) = (page.clone(), made.clone());
        move |shown| {
            let titles = [words::FOR, words::RECORD, words::HOST, words::CHECK];
            let rows = made.records.iter().take(shown).map(|record| row(&page, record));
            table(page.say, words::RECORDS_TABLE, &titles, rows.collect())
        }
    };
    html! { <LongList key="records" {say} of={made.records.len()} {draw} first={ROWS} step={ROWS} /> }
}

fn row(page: &Page, record: &ChallengeRecord) -> Html {
    let say = page.say;
    let code = |text: &str| html! { <><code>{ text }</code>{ copy_small(page, text, text.to_owned()) }</> };
    html! {
        <>
            <th scope="row" role="rowheader">{ record.names.join(", ") }</th>
            <td role="cell" data-label={say.text(words::RECORD)}>{ code(&record.record) }</td>
            <td role="cell" data-label={say.text(words::HOST)}>{ code(&record.label) }</td>
            <td role="cell" data-label={say.text(words::CHECK)}>{ code(&record.check) }</td>
        </>
    }
}

fn table(say: Words, label: Pair, titles: &[Pair], rows: Vec<Html>) -> Html {
    html! {
        <div class="cl-scroll" tabindex="0" role="region" aria-label={say.text(label)}>
            <table role="table" class="cl-table">
                <thead role="rowgroup">
                    <tr role="row">
                        for title in titles { <th key={title.key()} scope="col" role="columnheader">{ say.text(*title) }</th> }
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    for (index, row) in rows.into_iter().enumerate() { <tr role="row" key={index}>{ row }</tr> }
                </tbody>
            </table>
        </div>
    }
}
