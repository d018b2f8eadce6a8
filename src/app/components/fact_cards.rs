use super::icon::{Sign, icon, severity_class};
use crate::app::{
    context::{Page, TABS},
    route::Route,
    view::cards::{cards, state},
};
use crate::report::Report;
use crate::text::page::cards as words;
use yew::prelude::*;

/// Six facts in a row; each leads to more of it.
pub fn fact_cards(page: &Page, report: &Report, glance: bool) -> Html {
    let say = page.say;
    html! {
        <nav class="cl-cards" aria-label={say.text(words::LABEL)}>
            for card in cards(report, glance, say) {
                <a
                    key={card.title.key()}
                    class="cl-card"
                    href={Route::to(card.tab).hash()}
                    onclick={page.leads(Some(Route::to(card.tab)), Some(TABS))}
                >
                    <span class={classes!("cl-card__title", severity_class(card.severity))}>
                        { icon(Sign::of(card.severity)) }
                        { say.text(card.title) }
                        <span class="cl-offscreen">{ say.text(state(card.severity)) }</span>
                    </span>
                    <b><bdi>{ card.value }</bdi></b>
                </a>
            }
        </nav>
    }
}
