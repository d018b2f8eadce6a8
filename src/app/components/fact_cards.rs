use super::icon::{Sign, icon, severity_class};
use crate::app::{
    browser,
    context::{Shared, use_door, use_words},
    route::{Route, Tab},
    state::Action,
    view::cards::{cards, state},
};
use crate::report::Report;
use crate::text::page::cards as words;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct FactCardsProps {
    pub report: Shared<Report>,
}

/// Six facts in a row; each leads to more of it.
#[component]
pub fn FactCards(props: &FactCardsProps) -> Html {
    let say = use_words();
    let act = use_door();
    html! {
        <nav class="cl-cards" aria-label={say.text(words::LABEL)}>
            for card in cards(&props.report, say) {
                <a
                    key={card.title.en}
                    class="cl-card"
                    href={card.tab.map_or_else(|| "#findings".to_owned(), |tab| Route::to(tab).hash())}
                    onclick={go(act.clone(), card.tab)}
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

/// Opens a tab and brings it into view; without a tab, the findings.
fn go(act: Callback<Action>, tab: Option<Tab>) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        let target = if tab.is_some() { "[role=tablist]" } else { ".cl-findings" };
        if let Some(element) = browser::host_element().and_then(|host| browser::find(&host, target)) {
            browser::reveal_top(&element);
        }
        if let Some(tab) = tab {
            browser::show_hash(&Route::to(tab).hash());
            act.emit(Action::Went(Route::to(tab)));
        }
    })
}
