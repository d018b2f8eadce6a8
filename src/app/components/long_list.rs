use crate::app::context::Words;
use crate::text::page::shell as words;
use yew::prelude::*;

/// Rows that a list shows before it asks: more of them make the page slow and help nobody.
pub const ROWS: usize = 200;

#[derive(PartialEq, Properties)]
pub struct LongListProps {
    pub say: Words,
    /// Rows that there are.
    pub of: usize,
    /// Draws that many of them.
    pub draw: Callback<usize, Html>,
    /// Rows shown at first.
    #[prop_or(ROWS)]
    pub first: usize,
    /// Rows that come with each click.
    #[prop_or(ROWS)]
    pub step: usize,
}

/// As many rows as help, and below them "200 of 5,000 shown" with a button for more.
#[component]
pub fn LongList(props: &LongListProps) -> Html {
    let (say, of) = (props.say, props.of);
    let more = use_state(usize::default);
    let shown = props.first.saturating_add(more.saturating_mul(props.step));
    html! {
        <>
            { props.draw.emit(shown) }
            if shown < of {
                <p class="cl-more">
                    <span>{ say.fill(words::SHOWN, [("shown", shown.into()), ("count", of.into())]) }</span>
                    <button type="button" class="cl-button" onclick={Callback::from(move |_| more.set(*more + 1))}>
                        { say.text(words::SHOW_MORE) }
                    </button>
                </p>
            }
        </>
    }
}
