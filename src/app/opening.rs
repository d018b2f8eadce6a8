//! What the page begins with. The box of `index.html` is there before the page: what was put into it is looked at before
//! anything is drawn, so that the first thing drawn is the verdict.

use super::{
    action::Action,
    browser, glance,
    message::Head,
    route::Route,
    state::{Phase, State},
    words,
};
use crate::text::shelf::needed_by;
use web_sys::HtmlTextAreaElement;

/// The first drawing waits this long for a verdict, in milliseconds.
const PATIENCE: u32 = 100;

/// The state to begin with.
pub async fn state(area: &HtmlTextAreaElement) -> State {
    let route = Route::parse(&browser::hash());
    let mut state = State {
        lang: browser::preferred_language(),
        theme: browser::preferred_theme(),
        choices: route.choices.clone().unwrap_or_default(),
        route,
        ..State::default()
    };
    let text = browser::part(area, "value");
    state.begin(&area.value());
    if state.phase == Phase::Working
        && let question = state.question(browser::now())
        && glance::may_see(&question)
        && let Some((Head::Glance(report), _)) = glance::ask(&question, Some(PATIENCE)).await
        && words::have(state.lang, needed_by(&report.findings))
    {
        state.apply(Action::Judged(state.revision, report.into(), None));
    }
    // Meanwhile somebody may have written on. Compared over there: a long text is dear to bring here.
    if browser::part(area, "value") != text {
        state.begin(&area.value());
    }
    state
}
