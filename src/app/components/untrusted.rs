use crate::text::escape;
use yew::prelude::*;

/// Text that somebody else wrote: hidden characters are written out, and its direction stays its own affair.
pub fn untrusted(text: &str) -> Html {
    html! { <bdi class="cl-name">{ escape(text) }</bdi> }
}
