use crate::app::context::Words;
use crate::app::desk::Desk;
use crate::app::state::Action;
use crate::report::{Progress, Step, Value};
use crate::text::{escape, page::shell as words};
use yew::prelude::*;

/// Work that takes long enough to say so, how far it has come where that is known, and a way out of it.
pub fn progress(page: &Desk, progress: Option<&Progress>) -> Html {
    let cancel = {
        let page = page.clone();
        Callback::from(move |_| {
            page.engine().stop();
            page.act(Action::Stopped);
        })
    };
    html! {
        <section class="cl-progress" data-test="progress">
            if let Some(Progress { done, total, .. }) = progress.filter(|progress| progress.done > 0) {
                <progress class="cl-progress__part" aria-hidden="true" value={done.to_string()} max={total.to_string()} />
            } else {
                <span class="cl-progress__bar" aria-hidden="true"><i /></span>
            }
            <span>{ step(progress, page.say) }</span>
            <button type="button" class="cl-button" data-test="cancel" onclick={cancel}>
                { page.say.text(words::CANCEL) }
            </button>
        </section>
    }
}

fn step(progress: Option<&Progress>, say: Words) -> String {
    let Some(progress) = progress else { return say.text(words::WORKING).to_owned() };
    let pair = match progress.step {
        Step::Unpacking => words::UNPACKING,
        Step::Reading => words::READING,
        Step::Unlocking => words::UNLOCKING,
        Step::MakingKey => words::MAKING_KEY,
    };
    let number = |count: u64| Value::from(i64::try_from(count).unwrap_or(i64::MAX));
    let name = Value::from(escape(&progress.source));
    say.fill(pair, [("name", name), ("done", number(progress.done)), ("total", number(progress.total))])
}
