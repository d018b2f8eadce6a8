use super::list_rows::ListRows;
use crate::app::{
    browser,
    components::icon::{Sign, icon},
    context::{Shared, Words},
};
use crate::look::{
    context::Page,
    view::{
        list::{self, Filter, Order, Row, SOON},
        list_files,
    },
};
use crate::report::{Report, Severity};
use crate::text::{code_name, page::list as words};
use std::cell::RefCell;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    wanted: String,
    filter: Filter,
    pub order: Order,
}

/// What a list is like when somebody comes back to it.
#[derive(Debug, Default)]
pub struct Kept {
    asked: Asked,
    /// Where its view begins, in pixels.
    pub top: f64,
    /// The row that the keyboard is at.
    pub at: usize,
}

#[derive(PartialEq, Properties)]
pub struct ListTabProps {
    pub page: Page,
    pub report: Shared<Report>,
    pub kept: Shared<RefCell<Kept>>,
}

/// Every certificate that was given, for those who have many.
#[component]
pub fn ListTab(props: &ListTabProps) -> Html {
    let (page, say, report) = (&props.page, props.page.say, &props.report);
    let asked = use_state_eq(|| props.kept.borrow().asked.clone());
    let rows = Shared(use_memo(report.clone(), |report| list::rows(report)));
    let codes = use_memo(rows.clone(), |rows| list::codes(rows, report));
    let now = Asked { filter: asked.filter.offered(&codes), ..(*asked).clone() };
    let chosen = Shared(use_memo((rows.clone(), now.clone()), |(rows, asked)| {
        list::chosen(rows, report, &asked.wanted, asked.filter, asked.order)
    }));
    let ask = {
        let (asked, kept) = (asked.clone(), props.kept.clone());
        Callback::from(move |wish: Asked| {
            *kept.borrow_mut() = Kept { asked: wish.clone(), ..Kept::default() };
            asked.set(wish);
        })
    };
    let oninput = {
        let asked = now.clone();
        ask.reform(move |event: InputEvent| {
            let wanted = event.target_unchecked_into::<HtmlInputElement>().value();
            Asked { wanted, ..asked.clone() }
        })
    };
    let onchange = {
        let asked = now.clone();
        ask.reform(move |event: Event| {
            let filter = Filter::from_id(&event.target_unchecked_into::<HtmlSelectElement>().value());
            Asked { filter, ..asked.clone() }
        })
    };
    let on_order = {
        let asked = now.clone();
        ask.reform(move |column| Asked { order: asked.order.clicked(column), ..asked.clone() })
    };
    let option = |filter: Filter, title: String| {
        html! { <option key={filter.id()} value={filter.id()} selected={now.filter == filter}>{ title }</option> }
    };
    html! {
        <div class="cl-list" data-test="list">
            <div class="cl-list__tools">
                <label class="cl-search">
                    <span>{ say.text(words::SEARCH) }</span>
                    <input
                        type="search"
                        data-test="list-search"
                        value={now.wanted.clone()}
                        {oninput}
                        placeholder={say.text(words::SEARCH_HINT)}
                        autocapitalize="none"
                        spellcheck="false"
                    />
                </label>
                <label class="cl-search">
                    <span>{ say.text(words::SHOW) }</span>
                    <select data-test="list-filter" {onchange}>
                        for filter in Filter::COMMON { { option(filter, title(filter, say)) } }
                        if !codes.is_empty() {
                            <optgroup label={say.text(words::CODES)}>
                                for (code, count) in codes.iter().copied() {
                                    { option(Filter::Code(code), format!("{code} · {} ({count})", say.text(code_name(code)))) }
                                }
                            </optgroup>
                        }
                    </select>
                </label>
                <span class="cl-list__take">
                    { take(&rows, &chosen, report, say, Kind::Csv) }
                    { take(&rows, &chosen, report, say, Kind::Json) }
                </span>
            </div>
            <p class="cl-hint" role="status" data-test="list-count">{ count(chosen.len(), rows.len(), say) }</p>
            if let Some(leaf) = report.leaf() {
                <p class="cl-hint">{ say.fill(words::WHOSE, [("host", leaf.label.as_str().into())]) }</p>
            }
            if chosen.is_empty() {
                <p>{ say.text(words::NONE) }</p>
            } else {
                <ListRows
                    page={page.clone()}
                    report={report.clone()}
                    {rows}
                    {chosen}
                    asked={now.clone()}
                    {on_order}
                    kept={props.kept.clone()}
                />
            }
        </div>
    }
}

fn title(filter: Filter, say: Words) -> String {
    let pair = match filter {
        Filter::Expired => words::EXPIRED,
        Filter::Expiring => return say.fill(words::EXPIRING, [("days", SOON.into())]),
        Filter::Severity(Severity::Error) => words::ERRORS,
        Filter::Severity(Severity::Warning) => words::WARNINGS,
        Filter::Severity(Severity::Info) => words::NOTES,
        Filter::All | Filter::Code(_) => words::ALL,
    };
    say.text(pair).to_owned()
}

fn count(shown: usize, all: usize, say: Words) -> String {
    if shown == all {
        say.fill(words::COUNT_ALL, [("count", all.into())])
    } else {
        say.fill(words::COUNT, [("shown", shown.into()), ("count", all.into())])
    }
}

/// A file that the rows are taken away in.
#[derive(Clone, Copy)]
enum Kind {
    Csv,
    Json,
}

fn take(rows: &Shared<Vec<Row>>, chosen: &Shared<Vec<usize>>, report: &Shared<Report>, say: Words, kind: Kind) -> Html {
    let (label, hook, hint) = match kind {
        Kind::Csv => ("CSV", "list-csv", words::CSV_OF),
        Kind::Json => ("JSON", "list-json", words::JSON_OF),
    };
    let onclick = {
        let (rows, chosen, report) = (rows.clone(), chosen.clone(), report.clone());
        Callback::from(move |_: MouseEvent| match kind {
            Kind::Csv => {
                browser::download("certificates.csv", list_files::csv(&rows, &chosen, &report).as_bytes());
            }
            Kind::Json => {
                browser::download("certificates.json", list_files::json(&rows, &chosen, &report).as_bytes());
            }
        })
    };
    html! {
        <button type="button" class="cl-button" data-test={hook} title={say.text(hint)} aria-label={say.text(hint)} {onclick}>
            { icon(Sign::Download) }{ label }
        </button>
    }
}
