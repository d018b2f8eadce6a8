use super::{
    icon::{Sign, icon},
    long_list::LongList,
};
use crate::app::{
    context::Shared,
    desk::Desk,
    state::{Action, Origin},
    view::given::{GivenItem, GivenSource},
};
use crate::report::Report;
use crate::text::{escape, page::input as words};
use yew::prelude::*;

/// Things shown of one source at first; a bundle of thousands is no list to read.
const ITEMS: usize = 12;

/// What was given, as it was understood.
pub fn given_list(page: &Desk, sources: Vec<GivenSource>, report: Option<&Shared<Report>>) -> Html {
    let (page, say, of, report) = (page.clone(), page.say, sources.len(), report.cloned());
    if sources.is_empty() {
        return Html::default();
    }
    let draw = move |shown| {
        html! { <ul>for source in sources.iter().take(shown) { { source_of(source, &page, report.as_ref()) } }</ul> }
    };
    html! {
        <section class="cl-given">
            <h2>{ say.text(words::GIVEN) }</h2>
            <LongList {say} {of} {draw} />
        </section>
    }
}

/// One source with what is in it, and a way to take it back.
fn source_of(source: &GivenSource, page: &Desk, report: Option<&Shared<Report>>) -> Html {
    let say = page.say;
    let key = match source.origin {
        Origin::Pasted => 0,
        Origin::File(id) => u64::from(id) + 1,
    };
    let name = source.name.clone().unwrap_or_else(|| say.text(words::PASTED).to_owned());
    let remove = html! {
        <button
            type="button"
            class="cl-remove"
            aria-label={say.fill(words::REMOVE, [("name", name.as_str().into())])}
            onclick={page.does(Action::Removed(source.origin))}
        >{ icon(Sign::Close) }</button>
    };
    let (of, class) = (source.items.len(), source.name.as_ref().map(|_| "cl-name"));
    let (source, report) = (source.clone(), report.cloned());
    let draw = move |shown| {
        let items = report.as_ref().map(|report| source.first(shown, report, say)).unwrap_or_default();
        items_of(&items)
    };
    html! {
        <li key={key} data-test="given">
            <div class="cl-given__source">
                <bdi {class}>{ name }</bdi>
                { remove }
            </div>
            if of > 0 { <LongList {say} {of} {draw} first={ITEMS} /> }
        </li>
    }
}

/// The path of a file stands above the first thing in it.
fn items_of(items: &[GivenItem]) -> Html {
    let of_files = items.chunk_by(|one, next| one.path == next.path);
    html! {
        <ul>
            for (index, file) in of_files.enumerate() {
                if !file[0].path.is_empty() {
                    <li key={format!("path {index}")} class="cl-given__path"><bdi class="cl-name">{ &file[0].path }</bdi></li>
                }
                for (place, item) in file.iter().enumerate() {
                    <li key={format!("{index} {place}")} class="cl-given__item">{ one(item) }</li>
                }
            }
        </ul>
    }
}

fn one(item: &GivenItem) -> Html {
    html! {
        <>
            { icon(Sign::input(item.kind)) }
            <span>
                if let Some(name) = &item.name { <bdi class="cl-name">{ escape(name) }</bdi> }
                <span class="cl-given__role">{ &item.role }</span>
            </span>
        </>
    }
}
