use crate::app::{
    browser,
    context::{use_door, use_words},
    examples::{EXAMPLES, Example},
    state::Action,
};
use crate::text::page::examples as words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ExamplesProps {
    /// A row of names instead of a list that explains.
    pub brief: bool,
}

/// Things to try.
#[component]
pub fn Examples(props: &ExamplesProps) -> Html {
    let say = use_words();
    let act = use_door();
    let class = if props.brief { "cl-examples cl-examples--brief" } else { "cl-examples" };
    html! {
        <section {class} aria-labelledby="cl-examples">
            <h2 id="cl-examples">{ say.text(words::TITLE) }</h2>
            <ul>
                for example in EXAMPLES {
                    <li key={example.id}>
                        <button
                            type="button"
                            data-test="example"
                            data-example={example.id}
                            onclick={attempt(example, act.clone())}
                        >
                            <b>{ say.text(example.title) }</b>
                            if !props.brief { <span>{ say.text(example.note) }</span> }
                        </button>
                    </li>
                }
            </ul>
        </section>
    }
}

/// Loads an example.
fn attempt(example: &'static Example, act: Callback<Action>) -> Callback<MouseEvent> {
    Callback::from(move |_| {
        act.emit(Action::Tried(example));
        let act = act.clone();
        spawn_local(async move {
            act.emit(Action::ExampleLoaded(example, browser::text_beside(example.file).await));
        });
    })
}
