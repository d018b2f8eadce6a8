use super::{
    chain_tab::ChainTab, dates_tab::dates_tab, deploy_tab::DeployTab, details_tab::DetailsTab, files_tab::FilesTab,
    names_tab::names_tab, platforms_tab::PlatformsTab, renew_tab::RenewTab, result::ResultProps,
};
use crate::app::{
    browser,
    context::{Page, Shared},
    route::{Route, Tab},
};
use crate::report::Report;
use crate::text::page::tabs as words;
use std::rc::Rc;
use yew::prelude::*;

/// The parts of the result, one at a time.
pub fn tabs(page: &Page, report: &Shared<Report>, props: &ResultProps) -> Html {
    let say = page.say;
    let route = &props.route;
    let open = route.tab;
    let to = |tab: Tab| match tab {
        Tab::Deploy => Route::configuration(&props.deploy),
        tab => Route::to(tab),
    };
    // Arrow keys move between tabs and open them, as the pattern for tabs has it.
    let onkeydown = {
        let (page, deploy) = (page.clone(), to(Tab::Deploy));
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowRight" => open.step(1),
                "ArrowLeft" => open.step(Tab::ALL.len() - 1),
                "Home" => Tab::Chain,
                "End" => Tab::Details,
                _ => return,
            };
            event.prevent_default();
            page.go(if next == Tab::Deploy { deploy.clone() } else { Route::to(next) });
            browser::focus(&format!("#cl-tab-{}", next.id()));
        })
    };
    html! {
        <section class="cl-look">
            <div class="cl-tabs" role="tablist" aria-label={say.text(words::LABEL)} {onkeydown}>
                for tab in Tab::ALL {
                    <a
                        key={tab.id()}
                        id={format!("cl-tab-{}", tab.id())}
                        href={to(tab).hash()}
                        role="tab"
                        data-test={format!("tab-{}", tab.id())}
                        aria-selected={(tab == open).to_string()}
                        aria-controls="cl-panel"
                        tabindex={if tab == open { "0" } else { "-1" }}
                        onclick={page.leads(Some(to(tab)), None)}
                    >{ say.text(title(tab)) }</a>
                }
            </div>
            <div class="cl-panel" id="cl-panel" role="tabpanel" aria-labelledby={format!("cl-tab-{}", open.id())}>
                { panel(page, report.clone(), props) }
            </div>
        </section>
    }
}

const fn title(tab: Tab) -> crate::text::Pair {
    match tab {
        Tab::Chain => words::CHAIN,
        Tab::Names => words::NAMES,
        Tab::Dates => words::DATES,
        Tab::Platforms => words::PLATFORMS,
        Tab::Deploy => words::DEPLOY,
        Tab::Renew => words::RENEW,
        Tab::Files => words::FILES,
        Tab::Details => words::DETAILS,
    }
}

fn panel(page: &Page, report: Shared<Report>, props: &ResultProps) -> Html {
    let page = page.clone();
    match props.route.tab {
        Tab::Chain => html! { <ChainTab {page} {report} supply={props.supply} /> },
        Tab::Names => names_tab(&page, &report),
        Tab::Dates => dates_tab(&page, &report),
        Tab::Platforms => html! {
            <PlatformsTab {page} {report} calls={Rc::clone(&props.calls)} repairs={props.repairs.clone()} />
        },
        Tab::Deploy => html! { <DeployTab {page} {report} options={Rc::clone(&props.deploy)} /> },
        Tab::Renew => html! { <RenewTab {page} {report} target={props.deploy.target.clone()} /> },
        Tab::Files => html! { <FilesTab {page} {report} /> },
        Tab::Details => html! { <DetailsTab {page} {report} route={props.route.clone()} /> },
    }
}
