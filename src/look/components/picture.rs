use crate::app::{browser::download, context::Words};
use crate::look::browser;
use crate::text::{Pair, page::picture as words};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event};
use yew::prelude::*;

/// The forms a picture is saved in.
const FORMATS: [&str; 2] = ["svg", "png"];

#[derive(PartialEq, Properties)]
pub struct PictureProps {
    pub say: Words,
    /// What its file is called.
    pub name: &'static str,
    /// How to get at the details of its parts, which carry them in [`SAYS`].
    #[prop_or_default]
    pub hint: Option<Pair>,
    pub children: Html,
}

/// The attribute of a part of a picture that says more than is drawn. The part can be focused, and that is its name.
const SAYS: &str = "data-says";

/// What the part says that a pointer or the keyboard came to.
fn said(event: &Event) -> Option<String> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest(&format!("[{SAYS}]")).ok()??.get_attribute(SAYS)
}

/// A part of the page that people take along, with the buttons for that, and the details of what they point at.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let (say, name, place) = (props.say, props.name, use_node_ref());
    let failed = use_state(|| false);
    let details = use_state(|| None::<String>);
    {
        // Of another picture they are not.
        let details = details.clone();
        use_effect_with(props.children.clone(), move |_| details.set(None));
    }
    let tell = {
        let details = details.setter();
        Callback::from(move |event: Event| {
            if let Some(said) = said(&event) {
                details.set(Some(said));
            }
        })
    };
    let (onmouseover, onfocusin) =
        (tell.reform(|event: MouseEvent| event.into()), tell.reform(|event: FocusEvent| event.into()));
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
            <div ref={place.clone()} {onmouseover} {onfocusin}>{ props.children.clone() }</div>
            <div class="cl-saved__foot">
            if let Some(hint) = props.hint {
                <p class="cl-saved__says" aria-hidden="true" data-test="picture-says">
                    <bdi>{ details.as_deref().unwrap_or_else(|| say.text(hint)).to_owned() }</bdi>
                </p>
            }
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
        </div>
    }
}
