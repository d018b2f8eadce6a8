use super::icon::{Sign, icon};
use crate::app::{
    desk::Desk,
    state::{Action, Notice, Refused},
};
use crate::report::{FILES, INPUT_BYTES, Value};
use crate::text::{escape, page::notice as words};
use yew::prelude::*;

/// Which files were not read, and why not.
fn said(refused: &Refused, page: &Desk) -> String {
    const MEBIBYTE: usize = 1 << 20;
    let limit = || Value::from(INPUT_BYTES / MEBIBYTE);
    let say = |pair, names: &[String]| {
        let names = Value::List(names.to_vec());
        page.say.fill(pair, [("names", names), ("limit", limit()), ("files", Value::from(FILES))])
    };
    [(words::TOO_LARGE, &refused.too_large), (words::UNREADABLE, &refused.unreadable)]
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(pair, names)| say(pair, names))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Something went wrong outside of the certificates: what, and what to do. `again` where trying once more makes sense.
pub fn notice(page: &Desk, notice: &Notice, again: bool) -> Html {
    let say = page.say;
    let text = match notice {
        Notice::Crashed(_) => say.text(words::CRASHED).to_owned(),
        Notice::Stopped => say.text(words::STOPPED).to_owned(),
        Notice::NoEngine => say.text(words::NO_ENGINE).to_owned(),
        Notice::NoDeployer => say.text(words::NO_DEPLOYER).to_owned(),
        Notice::NoLook => say.text(words::NO_LOOK).to_owned(),
        Notice::NoExample => say.text(words::NO_EXAMPLE).to_owned(),
        Notice::BadLink => say.text(words::BAD_LINK).to_owned(),
        Notice::NoWords => say.text(words::NO_WORDS).to_owned(),
        Notice::Refused(refused) => said(refused, page),
    };
    let reason = match notice {
        Notice::Crashed(reason) if !reason.is_empty() => Some(escape(reason)),
        _ => None,
    };
    let retry = match notice {
        Notice::NoLook => Some({
            let look = page.look().clone();
            Callback::from(move |_| look.retry())
        }),
        _ => again.then(|| page.does(Action::Retried)),
    };
    html! {
        <section class="cl-notice cl-is-warning" role="alert" data-test="notice">
            { icon(Sign::Warning) }
            <div>
                <p>{ text }</p>
                if let Some(reason) = reason { <p class="cl-notice__reason"><code>{ reason }</code></p> }
                if let Some(onclick) = retry {
                    <button type="button" class="cl-button" {onclick}>
                        { say.text(words::AGAIN) }
                    </button>
                }
            </div>
            <button
                type="button"
                class="cl-remove"
                aria-label={say.text(words::CLOSE)}
                onclick={page.does(Action::NoticeClosed)}
            >{ icon(Sign::Close) }</button>
        </section>
    }
}
