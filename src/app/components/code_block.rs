use super::copy_button::CopyButton;
use crate::app::context::Page;
use yew::prelude::*;

/// Text to take away, with a button that copies it, and more buttons. `hook` is for tests.
pub fn code_block(page: &Page, title: &str, text: String, hook: &'static str, buttons: Html) -> Html {
    let (title, text) = (AttrValue::from(title.to_owned()), AttrValue::from(text));
    html! {
        <figure class="cl-code">
            <figcaption class="cl-code__head">
                <span class="cl-code__title">{ &title }</span>
                <span class="cl-code__tools">
                    { buttons }
                    <CopyButton page={page.clone()} text={&text} of={&title} />
                </span>
            </figcaption>
            // Focusable, since it scrolls.
            <pre tabindex="0" data-test={hook} aria-label={title}><code>{ text }</code></pre>
        </figure>
    }
}
