use crate::app::components::icon::{Sign, icon};
use crate::look::{browser, context::Page};
use crate::text::page::shell as words;
use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How long the button says that it worked, in milliseconds.
const SAID_FOR: u32 = 2_000;

#[derive(PartialEq, Properties)]
pub struct CopyButtonProps {
    pub page: Page,
    /// Makes what is copied: few buttons are ever pressed, and a certificate may be large.
    pub text: Callback<(), String>,
    /// What it is, for those who do not see where the button stands.
    pub of: AttrValue,
    /// Only the sign is shown.
    #[prop_or_default]
    pub small: bool,
    /// What stands behind "Copy", where the place does not say it.
    #[prop_or_default]
    pub label: &'static str,
}

/// Copies what stands beside it.
pub fn copy_small(page: &Page, text: &str, of: impl Into<AttrValue>) -> Html {
    let text = text.to_owned();
    html! { <CopyButton page={page.clone()} text={move |()| text.clone()} of={of.into()} small=true /> }
}

/// Copies a text, and says so.
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let say = props.page.say;
    let outcome = use_state(|| None::<bool>);
    let onclick = {
        let (text, outcome) = (props.text.clone(), outcome.clone());
        Callback::from(move |event: MouseEvent| {
            event.prevent_default(); // it may stand inside a summary
            let (text, outcome) = (text.emit(()), outcome.clone());
            spawn_local(async move {
                outcome.set(Some(browser::copy(text).await));
                Timeout::new(SAID_FOR, move || outcome.set(None)).forget();
            });
        })
    };
    let word = say.text(match *outcome {
        None => words::COPY,
        Some(true) => words::COPIED,
        Some(false) => words::NOT_COPIED,
    });
    let class = if props.small { "cl-copy cl-copy--small" } else { "cl-copy cl-button" };
    let sign = if *outcome == Some(true) { Sign::Good } else { Sign::Copy };
    html! {
        <button type="button" {class} {onclick} title={word} aria-label={format!("{word} {}: {}", props.label, props.of)}>
            { icon(sign) }
            if !props.small || outcome.is_some() { <span>{ word }{ " " }{ props.label }</span> }
        </button>
    }
}
