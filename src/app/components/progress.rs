use crate::app::context::use_words;
use crate::text::page::shell as words;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ProgressProps {
    pub cancel: Callback<()>,
}

/// Work that takes long enough to say so, and a way out of it.
#[component]
pub fn Progress(props: &ProgressProps) -> Html {
    let say = use_words();
    let cancel = props.cancel.reform(|_: MouseEvent| ());
    html! {
        <section class="cl-progress" data-test="progress" role="status">
            <span class="cl-progress__bar" aria-hidden="true"><i /></span>
            <span>{ say.text(words::WORKING) }</span>
            <button type="button" class="cl-button" data-test="cancel" onclick={cancel}>
                { say.text(words::CANCEL) }
            </button>
        </section>
    }
}
