use super::{
    examples::examples,
    fold::Fold,
    given_list::given_list,
    header::header,
    hosts::hosts,
    input::Input,
    intro::{intro, outcomes},
    notice::notice,
    pack::pack,
    progress::progress,
    result::Result,
};
use crate::app::{
    asking::{use_desk, use_errands},
    browser,
    context::Shared,
    desk::Desk,
    state::{Phase, State},
    view::given,
};
use crate::text::page::shell as words;
use std::{cell::Cell, rc::Rc};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What the page is made with.
#[derive(Properties)]
pub struct AppProps {
    /// What it begins with; nothing once it has begun, for there may be a key in it.
    pub begun: Rc<Cell<Option<State>>>,
    /// The box, which was there before.
    pub area: HtmlTextAreaElement,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.begun, &other.begun)
    }
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer(|| props.begun.take().unwrap_or_default());
    let page = use_desk(&state);
    use_errands(&state, &page);
    let (say, state): (_, &State) = (page.say, &state);
    let empty = state.phase == Phase::Empty;
    let failed = state.phase == Phase::Failed;
    let report = state.judged.as_ref().map(|judged| Shared(Rc::clone(&judged.report)));
    let filled = !empty || !state.hosts.is_empty();
    html! {
        <div class={if empty { "cl-app cl-app--empty" } else { "cl-app" }} data-state={state.phase.id()}>
            { header(&page, state.theme) }
            <main class="cl-page">
                if empty { { intro(say) } } else if report.is_none() { <h1 class="cl-offscreen">{ "certloupe" }</h1> }
                <div class="cl-side">
                    <Input page={page.clone()} area={props.area.clone()} written={Rc::clone(&state.text)} times={state.text_written} {filled} cleared={state.cleared} />
                    { given_list(&page, given::given(state), report.as_ref()) }
                    if let Some(report) = &report { { pack(&page, &report.packs) } }
                    if !empty { { hosts(&page, &state.hosts, report.as_deref()) } }
                    { examples(&page, !empty) }
                    <Fold page={page.clone()} part="create" title={words::CREATE} />
                </div>
                <div class="cl-result">
                    if let Some(what) = &state.notice { { notice(&page, what, failed) } }
                    // The live region stays in place, so that what comes into it is spoken.
                    <div role="status">if state.slow { { progress(&page, state.progress.as_ref()) } }</div>
                    <Result
                        page={page.clone()}
                        {report}
                        glance={state.judged.as_ref().is_some_and(|judged| judged.message.is_none())}
                        repairs={state.repairs.clone()}
                        example={state.example.map(|example| example.now)}
                        tab={state.route.tab}
                        pointed={state.pointed()}
                        choices={Rc::clone(&state.choices)}
                        {failed}
                    />
                </div>
                if empty {
                    { outcomes(say) }
                    <Fold page={page.clone()} part="handbook" title={words::HANDBOOK} />
                }
            </main>
            <footer class="cl-foot">
                <p role="status">if state.update { { update(&page) } }</p>
                <p>{ say.text(words::FOOT) }</p>
            </footer>
        </div>
    }
}

/// A new build waits until somebody wants it: it takes the input away.
fn update(page: &Desk) -> Html {
    html! {
        <span class="cl-update" data-test="update">
            { page.say.text(words::UPDATE) }
            { " " }
            <button type="button" class="cl-button" onclick={Callback::from(|_| browser::update())}>
                { page.say.text(words::UPDATE_NOW) }
            </button>
        </span>
    }
}
