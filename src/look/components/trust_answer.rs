use super::trust_grid::severity;
use crate::app::{
    components::icon::{Sign, icon, severity_class},
    view::trust::Answer,
};
use crate::look::{
    context::Page,
    view::{
        trust_grid::Cell,
        trust_words::{Told, told},
    },
};
use crate::report::Report;
use crate::text::page::trust as words;
use yew::prelude::*;

/// What decides in a cell: the way that the client takes, the rule, what would help, and of when its list is. Keeps its
/// place while nothing is chosen, so that the grid stays where it is.
pub fn trust_answer(page: &Page, cell: Option<&Cell>, report: &Report) -> Html {
    let say = page.say;
    let said = cell.and_then(|cell| Some((Answer::of(cell.client()?), told(cell, report, say)?)));
    html! {
        <div class="cl-answer" data-test="trust-answer" aria-live="polite">
            if let Some((answer, told)) = said {
                <p class={classes!("cl-answer__said", severity_class(severity(answer)))}>
                    { icon(Sign::of(severity(answer))) }
                    <b><bdi>{ &told.sentence }</bdi></b>
                </p>
                { facts(page, told) }
            } else {
                <p class="cl-hint">{ say.text(words::HINT) }</p>
            }
        </div>
    }
}

fn facts(page: &Page, told: Told) -> Html {
    let say = page.say;
    html! {
        <dl>
            <dt>{ say.text(words::RULE) }</dt>
            <dd><bdi>{ told.rule }</bdi></dd>
            if let Some((called, path)) = told.path {
                <dt>{ called }</dt>
                <dd><bdi>{ path }</bdi></dd>
            }
            if let Some(help) = told.help {
                <dt>{ say.text(words::HELP) }</dt>
                <dd>{ help }</dd>
            }
            <dt>{ say.text(words::LIST_OF) }</dt>
            <dd>{ told.as_of }</dd>
        </dl>
    }
}
