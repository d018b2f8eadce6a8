use super::icon::{Sign, icon};
use crate::app::{
    context::{use_door, use_words},
    state::{Action, Notice as What},
};
use crate::report::Value;
use crate::text::{escape, page::notice as words};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct NoticeProps {
    pub notice: What,
    /// Trying once more makes sense.
    pub again: bool,
}

/// Something went wrong outside of the certificates: what, and what to do.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    let say = use_words();
    let act = use_door();
    let text = match &props.notice {
        What::Crashed(_) => say.text(words::CRASHED).to_owned(),
        What::Stopped => say.text(words::STOPPED).to_owned(),
        What::NoEngine => say.text(words::NO_ENGINE).to_owned(),
        What::NoExample => say.text(words::NO_EXAMPLE).to_owned(),
        What::Unreadable(names) => say.fill(words::UNREADABLE, [("names", Value::List(names.to_vec()))]),
    };
    let reason = match &props.notice {
        What::Crashed(reason) if !reason.is_empty() => Some(escape(reason)),
        _ => None,
    };
    html! {
        <section class="cl-notice cl-is-warning" role="alert" data-test="notice">
            { icon(Sign::Warning) }
            <div>
                <p>{ text }</p>
                if let Some(reason) = reason { <p class="cl-notice__reason"><code>{ reason }</code></p> }
                if props.again {
                    <button type="button" class="cl-button" onclick={act.reform(|_| Action::Retried)}>
                        { say.text(words::AGAIN) }
                    </button>
                }
            </div>
            <button
                type="button"
                class="cl-remove"
                aria-label={say.text(words::CLOSE)}
                onclick={act.reform(|_| Action::NoticeClosed)}
            >{ icon(Sign::Close) }</button>
        </section>
    }
}
