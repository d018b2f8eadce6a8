use crate::app::context::use_words;
use crate::text::page::shell as words;
use yew::prelude::*;

/// Rows that a list shows before it asks: more of them make the page slow and help nobody.
pub const ROWS: usize = 200;

#[derive(PartialEq, Properties)]
pub struct ShowMoreProps {
    /// Rows shown now.
    pub shown: usize,
    /// Rows that there are.
    pub of: usize,
    /// Asks for more rows; gets the new number.
    pub more: Callback<usize>,
}

/// "200 of 5,000 shown" with a button for more; nothing when all are shown.
#[component]
pub fn ShowMore(props: &ShowMoreProps) -> Html {
    let say = use_words();
    if props.shown >= props.of {
        return Html::default();
    }
    let (more, next) = (props.more.clone(), props.shown.saturating_add(ROWS));
    html! {
        <p class="cl-more">
            <span>{ say.fill(words::SHOWN, [("shown", props.shown.into()), ("count", props.of.into())]) }</span>
            <button type="button" class="cl-button" onclick={Callback::from(move |_| more.emit(next))}>
                { say.text(words::SHOW_MORE) }
            </button>
        </p>
    }
}
