use crate::app::desk::Desk;
use crate::text::Pair;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct FoldProps {
    pub page: Desk,
    /// What is inside; its hook, and a part of its class.
    pub part: &'static str,
    pub title: Pair,
}

/// Something that unfolds, and that `look` fills when it was opened once.
#[component]
pub fn Fold(props: &FoldProps) -> Html {
    let part = props.part;
    let opened = use_state(bool::default);
    {
        let look = props.page.look().clone();
        use_effect_with(*opened, move |_| look.refresh());
    }
    let ontoggle = {
        let opened = opened.clone();
        Callback::from(move |_: Event| opened.set(true))
    };
    html! {
        <details class={format!("cl-{part}")} data-test={part} {ontoggle}>
            <summary>{ props.page.say.text(props.title) }</summary>
            if *opened { <div class="cl-slot" data-look={part} /> }
        </details>
    }
}
