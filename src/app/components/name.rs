use crate::text::escape;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct NameProps {
    /// Text from a certificate or a file name, as it stands there.
    pub text: AttrValue,
}

/// Text that somebody else wrote: hidden characters are written out, and its direction stays its own affair.
#[component]
pub fn Name(props: &NameProps) -> Html {
    html! { <bdi class="cl-name">{ escape(&props.text) }</bdi> }
}
