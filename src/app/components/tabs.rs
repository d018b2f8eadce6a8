use crate::app::{
    browser,
    context::Page,
    route::{Route, Tab},
};
use crate::text::{Pair, page::tabs as words};
use std::rc::Rc;
use yew::prelude::*;

/// The parts of the result, one at a time; `look` fills the panel of the open one.
pub fn tabs(page: &Page, open: Tab, pile: bool, choices: &Rc<str>) -> Html {
    let say = page.say;
    let shown = Tab::shown(pile);
    let open = open.open(pile);
    let to = |tab: Tab| match tab {
        Tab::Deploy => Route::configuration(choices),
        tab => Route::to(tab),
    };
    // Arrow keys move between tabs and open them, as the pattern for tabs has it.
    let onkeydown = {
        let (page, deploy) = (page.clone(), to(Tab::Deploy));
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowRight" => open.step(1, shown),
                "ArrowLeft" => open.step(shown.len() - 1, shown),
                "Home" => Tab::default().open(pile),
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
                for tab in shown.iter().copied() {
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
            <div class="cl-panel" id="cl-panel" role="tabpanel" aria-labelledby={format!("cl-tab-{}", open.id())} data-look="panel" />
        </section>
    }
}

const fn title(tab: Tab) -> Pair {
    match tab {
        Tab::List => words::LIST,
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
