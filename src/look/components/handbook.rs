use crate::app::{
    components::icon::{Sign, icon, severity_class},
    context::{Shared, Words},
};
use crate::look::{context::Page, view::search};
use crate::report::{
    Handbook as Book, KnownClaim, KnownSymptom, Severity, Standing, Term,
    wire::{Reply, Request},
};
use crate::text::{self, page::handbook as words};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct HandbookProps {
    pub page: Page,
}

/// Every known error message to look through, and what articles tell: what is inside the fold, once that was opened.
#[component]
pub fn Handbook(props: &HandbookProps) -> Html {
    let (page, say) = (&props.page, props.page.say);
    let wanted = use_state(String::new);
    let book = use_book(page);
    let oninput = {
        let wanted = wanted.clone();
        Callback::from(move |event: InputEvent| wanted.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    html! {
        <>
            <p class="cl-hint cl-lead">{ say.text(words::HINT) }</p>
            <label class="cl-search">
                <span>{ say.text(words::SEARCH) }</span>
                <input type="search" data-test="handbook-search" value={(*wanted).clone()} {oninput} placeholder={say.text(words::SEARCH_HINT)} />
            </label>
            if let Some(book) = book {
                { symptoms(say, &book, &wanted) }
                { claims(say, &book.book.claims) }
            } else {
                <p class="cl-hint">{ say.text(words::WAITING) }</p>
            }
        </>
    }
}

/// The handbook, and each of its messages as it is searched.
struct Indexed {
    book: Book,
    folded: Vec<String>,
}

impl From<Book> for Indexed {
    fn from(book: Book) -> Self {
        let of = |row: &KnownSymptom| {
            let causes = row.causes.iter().flat_map(|cause| [cause.title.as_str(), cause.todo.as_str()]);
            let texts: Vec<_> = [row.pattern.as_str(), row.meaning.as_str()].into_iter().chain(causes).collect();
            search::folded(&texts.join("\n"))
        };
        Self { folded: book.symptoms.iter().map(of).collect(), book }
    }
}

/// Asks for the handbook in the page's language.
#[hook]
fn use_book(page: &Page) -> Option<Shared<Indexed>> {
    let answer = use_state(|| None::<(Words, Shared<Indexed>)>);
    {
        let (engine, answer) = (page.engine, answer.clone());
        use_effect_with(page.say, move |say| {
            let say = *say;
            let lang = say.0.tag().to_owned();
            let take = Callback::from(move |reply| {
                if let Reply::Handbook(book) = reply {
                    answer.set(Some((say, Shared(Rc::new((*book).into())))));
                }
            });
            engine.ask(Request::Handbook { lang }, take);
        });
    }
    // An answer in the other language does not stay.
    answer.as_ref().filter(|(say, _)| *say == page.say).map(|(_, book)| book.clone())
}

/// The messages that have every word, and how many those are.
fn symptoms(say: Words, book: &Indexed, wanted: &str) -> Html {
    let rows = book.book.symptoms.iter().zip(&book.folded);
    let found: Vec<_> = rows.filter(|(_, text)| search::has_all(text, wanted)).map(|(row, _)| row).collect();
    let count = [("shown", found.len().into()), ("count", book.folded.len().into())];
    html! {
        <>
            <p class="cl-hint" role="status" data-test="handbook-count">{ say.fill(words::COUNT, count) }</p>
            if found.is_empty() { <p data-test="handbook-none">{ say.text(words::NONE) }</p> }
            <ul class="cl-handbook__rows">for row in found { { symptom(row) } }</ul>
        </>
    }
}

fn symptom(row: &KnownSymptom) -> Html {
    html! {
        <li key={row.id} data-test="symptom" data-id={row.id.to_string()}>
            <details>
                <summary><code>{ &row.pattern }</code><span>{ &row.meaning }</span></summary>
                <ol>
                    for cause in &row.causes {
                        <li key={cause.title.clone()}><b>{ &cause.title }</b><span>{ &cause.todo }</span></li>
                    }
                </ol>
                <p class="cl-finding__meta">
                    for source in &row.sources {
                        <span key={source.url.clone()}>{ link(&source.url) }{ " " }{ &source.date }</span>
                    }
                </p>
            </details>
        </li>
    }
}

/// What articles tell, with what is to be thought of it.
fn claims(say: Words, claims: &[KnownClaim]) -> Html {
    html! {
        <section aria-labelledby="cl-claims">
            <h3 id="cl-claims">{ say.text(words::CLAIMS) }</h3>
            <p class="cl-hint">{ say.text(words::CLAIMS_HINT) }</p>
            <ul class="cl-handbook__rows">for row in claims { { claim(say, row) } }</ul>
        </section>
    }
}

fn claim(say: Words, row: &KnownClaim) -> Html {
    let severity = match row.standing {
        Standing::True => None,
        Standing::HalfTrue | Standing::Outdated => Some(Severity::Warning),
        Standing::False => Some(Severity::Error),
    };
    let ground = ("ground", Term::Ground(row.ground).into());
    let rests_on = match row.wording.is_empty() {
        true => say.fill(words::RESTS_ON, [ground]),
        false => say.fill(words::SAYS, [ground, ("wording", row.wording.as_str().into())]),
    };
    let told = say.fill(words::TOLD, [("told", row.told.as_str().into())]);
    html! {
        <li key={row.id.id()} data-test="claim" data-id={row.id.id()}>
            <details>
                <summary>
                    <span>{ &row.claim }</span>
                    <span class={classes!("cl-mark", severity_class(severity))}>
                        { icon(Sign::of(severity)) }
                        { say.text(text::standing(row.standing)) }
                    </span>
                </summary>
                <p>{ &row.right }</p>
                <p><b>{ &row.todo }</b></p>
                <p class="cl-hint">{ say.text(text::telling(row.telling)) }{ " " }{ told }</p>
                <p class="cl-hint">{ rests_on }</p>
                <p class="cl-finding__meta">
                    <code>{ row.id.id() }</code>
                    if !row.source.is_empty() { { link(&row.source) } }
                    <span>{ say.fill(words::SEEN, [("seen", row.seen.into())]) }</span>
                </p>
            </details>
        </li>
    }
}

/// A page, by the name of its host.
fn link(address: &str) -> Html {
    let host = address.split('/').nth(2).unwrap_or(address);
    html! { <a href={address.to_owned()} rel="noreferrer" target="_blank">{ host.to_owned() }</a> }
}
