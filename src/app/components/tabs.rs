use super::{
    chain_tab::ChainTab, dates_tab::DatesTab, deploy_tab::DeployTab, details_tab::DetailsTab, names_tab::NamesTab,
};
use crate::app::{
    browser,
    context::{Shared, use_door, use_words},
    route::{Route, Tab},
    state::Action,
};
use crate::report::{Report, wire::DeployOptions};
use crate::text::page::tabs as words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct TabsProps {
    pub report: Shared<Report>,
    pub route: Route,
    pub deploy: Rc<DeployOptions>,
}

/// The parts of the result, one at a time.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let say = use_words();
    let act = use_door();
    let open = props.route.tab;
    let list = use_node_ref();
    let go = move |tab: Tab| {
        browser::show_hash(&Route::to(tab).hash());
        act.emit(Action::Went(Route::to(tab)));
    };
    // Arrow keys move between tabs and open them, as the pattern for tabs has it.
    let onkeydown = {
        let (go, list) = (go.clone(), list.clone());
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowRight" => open.step(1),
                "ArrowLeft" => open.step(Tab::ALL.len() - 1),
                "Home" => Tab::Chain,
                "End" => Tab::Details,
                _ => return,
            };
            event.prevent_default();
            go(next);
            let selector = format!("#cl-tab-{}", next.id());
            if let Some(tab) = list.cast::<web_sys::Element>().and_then(|list| browser::find(&list, &selector)) {
                browser::focus(&tab);
            }
        })
    };
    html! {
        <section class="cl-look">
            <div class="cl-tabs" role="tablist" aria-label={say.text(words::LABEL)} ref={list} {onkeydown}>
                for tab in Tab::ALL {
                    <a
                        key={tab.id()}
                        id={format!("cl-tab-{}", tab.id())}
                        href={Route::to(tab).hash()}
                        role="tab"
                        data-test={format!("tab-{}", tab.id())}
                        aria-selected={(tab == open).to_string()}
                        aria-controls="cl-panel"
                        tabindex={if tab == open { "0" } else { "-1" }}
                        onclick={{
                            let go = go.clone();
                            Callback::from(move |event: MouseEvent| {
                                event.prevent_default();
                                go(tab);
                            })
                        }}
                    >{ say.text(title(tab)) }</a>
                }
            </div>
            <div class="cl-panel" id="cl-panel" role="tabpanel" aria-labelledby={format!("cl-tab-{}", open.id())}>
                { panel(props) }
            </div>
        </section>
    }
}

const fn title(tab: Tab) -> crate::text::Pair {
    match tab {
        Tab::Chain => words::CHAIN,
        Tab::Names => words::NAMES,
        Tab::Dates => words::DATES,
        Tab::Deploy => words::DEPLOY,
        Tab::Details => words::DETAILS,
    }
}

fn panel(props: &TabsProps) -> Html {
    let report = props.report.clone();
    match props.route.tab {
        Tab::Chain => html! { <ChainTab {report} /> },
        Tab::Names => html! { <NamesTab {report} /> },
        Tab::Dates => html! { <DatesTab {report} /> },
        Tab::Deploy => html! { <DeployTab {report} options={Rc::clone(&props.deploy)} /> },
        Tab::Details => html! { <DetailsTab {report} route={props.route.clone()} /> },
    }
}
