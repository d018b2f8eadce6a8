use crate::app::{
    desk::Desk,
    examples::{EXAMPLES, Example, load},
    state::Action,
};
use crate::text::page::examples as words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Things to try: a list that explains, or in `brief` a row of names.
pub fn examples(page: &Desk, brief: bool) -> Html {
    let say = page.say;
    let class = if brief { "cl-examples cl-examples--brief" } else { "cl-examples" };
    html! {
        <section {class} aria-labelledby="cl-examples">
            <h2 id="cl-examples">{ say.text(words::TITLE) }</h2>
            <ul>
                for example in EXAMPLES {
                    <li key={example.id}>
                        <button type="button" data-test="example" data-example={example.id} onclick={attempt(example, page)}>
                            <b>{ say.text(example.title) }</b>
                            if !brief { <span>{ say.text(example.note) }</span> }
                        </button>
                    </li>
                }
            </ul>
        </section>
    }
}

/// Loads an example.
fn attempt(example: &'static Example, page: &Desk) -> Callback<MouseEvent> {
    let page = page.clone();
    Callback::from(move |_| {
        page.act(Action::Tried(example));
        let page = page.clone();
        spawn_local(async move {
            page.act(Action::ExampleLoaded(example, load(example).await));
        });
    })
}
