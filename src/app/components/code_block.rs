use super::copy_button::CopyButton;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct CodeBlockProps {
    /// What it is.
    pub title: AttrValue,
    /// The text.
    pub text: AttrValue,
    /// Hook for tests.
    #[prop_or_default]
    pub hook: Option<AttrValue>,
    /// More buttons.
    #[prop_or_default]
    pub children: Html,
}

/// Text to take away, with a button that copies it.
#[component]
pub fn CodeBlock(props: &CodeBlockProps) -> Html {
    html! {
        <figure class="cl-code">
            <figcaption class="cl-code__head">
                <span class="cl-code__title">{ &props.title }</span>
                <span class="cl-code__tools">
                    { props.children.clone() }
                    <CopyButton text={&props.text} of={&props.title} />
                </span>
            </figcaption>
            // Focusable, since it scrolls.
            <pre tabindex="0" data-test={props.hook.clone()} aria-label={&props.title}><code>{ &props.text }</code></pre>
        </figure>
    }
}
