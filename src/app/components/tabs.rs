use crate::app::{
    browser,
    context::Page,
    route::{Route, Tab},
};
use crate::report::Report;
use crate::text::{Pair, page::tabs as words};
use std::rc::Rc;
use yew::prelude::*;

/// The parts of the result, one at a time; `look` fills the panel of the open one.
pub fn tabs(page: &Page, report: &Report, open: Tab, choices: &Rc<str>) -> Html {
    let say = page.say;
    let open = open.open(report);
    let shown: Vec<Tab> = Tab::ALL.into_iter().filter(|tab| *tab == open || tab.is_of(report)).collect();
    let to = |tab: Tab| match tab {
        Tab::Deploy => Route::configuration(choices),
        tab => Route::to(tab),
    };
    // Arrow keys move between tabs and open them, as the pattern for tabs has it.
    let onkeydown = {
        let (page, deploy, shown) = (page.clone(), to(Tab::Deploy), shown.clone());
        Callback::from(move |event: KeyboardEvent| {
            let next = neighbour(&shown, open, &event.key()).filter(|_| browser::is_plain(&event));
            let Some(next) = next else { return };
            event.prevent_default();
            page.go(if next == Tab::Deploy { deploy.clone() } else { Route::to(next) });
            browser::focus(&format!("#cl-tab-{}", next.id()));
        })
    };
    html! {
        <section class="cl-look">
            <div class="cl-tabs" role="tablist" aria-label={say.text(words::LABEL)} {onkeydown}>
                for tab in shown {
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

/// The tab that a key leads to, round and round.
fn neighbour(shown: &[Tab], open: Tab, key: &str) -> Option<Tab> {
    let at = shown.iter().position(|tab| *tab == open)?;
    let last = shown.len() - 1;
    let next = match key {
        "ArrowRight" if at < last => at + 1,
        "ArrowRight" | "Home" => 0,
        "ArrowLeft" if at > 0 => at - 1,
        "ArrowLeft" | "End" => last,
        _ => return None,
    };
    shown.get(next).copied()
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
        Tab::Compare => words::COMPARE,
        Tab::Details => words::DETAILS,
    }
}

#[cfg(test)]
mod tests {
    use super::{Tab, neighbour};

    #[test]
    fn keys_go_round() {
        let shown = [Tab::Chain, Tab::Files, Tab::Details];
        for (key, from, to) in [
            ("ArrowRight", Tab::Chain, Tab::Files),
            ("ArrowRight", Tab::Details, Tab::Chain),
            ("ArrowLeft", Tab::Chain, Tab::Details),
            ("ArrowLeft", Tab::Details, Tab::Files),
            ("Home", Tab::Files, Tab::Chain),
            ("End", Tab::Chain, Tab::Details),
        ] {
            assert_eq!(neighbour(&shown, from, key), Some(to), "{key} at {from:?}");
        }
        assert_eq!(neighbour(&shown, Tab::Chain, "Enter"), None);
        assert_eq!(neighbour(&shown, Tab::Names, "Home"), None);
    }
}
