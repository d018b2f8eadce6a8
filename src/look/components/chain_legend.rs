use crate::app::context::Words;
use crate::look::view::{
    chain_picture::Picture,
    chain_words::{Part, part},
};
use crate::report::Report;
use crate::text::page::chain as words;
use yew::prelude::*;

/// What the boxes of the picture mean, as far as they are in it.
pub fn chain_legend(picture: &Picture, report: &Report, say: Words) -> Html {
    let is_drawn = |wanted: &Part| picture.nodes.iter().any(|node| part(&node.what, report) == *wanted);
    let drawn = Part::ALL.into_iter().filter(is_drawn).filter_map(|part| Some((part.id(), part.legend()?)));
    html! {
        <ul class="cl-legend" aria-label={say.text(words::LEGEND)}>
            for (id, said) in drawn {
                <li key={id}>
                    <svg class="cl-chain" width="22" height="14" aria-hidden="true" focusable="false">
                        <g class={classes!("cl-chain__box", format!("cl-chain__box--{id}"))}>
                            <rect x="1" y="1" width="20" height="12" rx="3" />
                        </g>
                    </svg>
                    { say.text(said) }
                </li>
            }
        </ul>
    }
}
