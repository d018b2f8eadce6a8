use crate::app::{browser::download, context::Words};
use crate::look::browser;
use crate::text::page::picture as words;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

/// The forms a picture is saved in.
const FORMATS: [&str; 2] = ["svg", "png"];

#[derive(PartialEq, Properties)]
pub struct PictureProps {
    pub say: Words,
    /// What its file is called.
    pub name: &'static str,
    pub children: Html,
}

/// A part of the page that people take along, with the buttons for that.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let (say, name, place) = (props.say, props.name, use_node_ref());
    let failed = use_state(|| false);
    let save = |format: &'static str| {
        let (place, failed) = (place.clone(), failed.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(element) = place.cast::<Element>() else { return };
            let failed = failed.clone();
            spawn_local(async move {
                let made = browser::picture(&element, format).await;
                failed.set(made.is_none());
                if let Some(bytes) = made {
                    download(&format!("{name}.{format}"), &bytes);
                }
            });
        })
    };
    html! {
        <div class="cl-saved" data-test="picture" data-picture={name}>
            <div ref={place.clone()}>{ props.children.clone() }</div>
            <p class="cl-saved__as">
                { say.text(words::SAVE) }
                for format in FORMATS {
                    { " " }
                    <button
                        key={format}
                        type="button"
                        class="cl-link"
                        data-test="picture-save"
                        data-format={format}
                        aria-label={format!("{} {}", say.text(words::SAVE), format.to_uppercase())}
                        onclick={save(format)}
                    >{ format.to_uppercase() }</button>
                }
                if *failed { <span role="status">{ " " }{ say.text(words::FAILED) }</span> }
            </p>
        </div>
    }
}
