use crate::app::context::Page;
use crate::app::state::Action;
use crate::text::page::shell as words;
use yew::prelude::*;

/// Work that takes long enough to say so, and a way out of it.
pub fn progress(page: &Page) -> Html {
    let cancel = {
        let page = page.clone();
        Callback::from(move |_| {
            page.engine.restart();
            page.act(Action::Stopped);
        })
    };
    html! {
        <section class="cl-progress" data-test="progress" role="status">
            <span class="cl-progress__bar" aria-hidden="true"><i /></span>
            <span>{ page.say.text(words::WORKING) }</span>
            <button type="button" class="cl-button" data-test="cancel" onclick={cancel}>
                { page.say.text(words::CANCEL) }
            </button>
        </section>
    }
}
