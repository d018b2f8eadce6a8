use super::made_files::{Made, made_files, make};
use crate::app::view::parted;
use crate::look::context::Page;
use crate::report::{
    KeyChoice, Password,
    wire::{CreateOptions, Request},
};
use crate::text::page::files as words;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct CreateProps {
    pub page: Page,
}

/// A private key and a request for a certificate, for whoever has none yet: what is inside the fold.
#[component]
pub fn Create(props: &CreateProps) -> Html {
    let (page, say) = (&props.page, props.page.say);
    let made = use_state(Made::default);
    let (names, kind, password) = (use_node_ref(), use_node_ref(), use_node_ref());
    let onclick = {
        let (page, made) = (page.clone(), made.clone());
        let (names, kind, password) = (names.clone(), kind.clone(), password.clone());
        Callback::from(move |_: MouseEvent| {
            // Lists and texts alike have a value.
            let value = |node: &NodeRef| node.get().map(|node| node.unchecked_into::<HtmlInputElement>().value());
            let typed = value(&names).unwrap_or_default();
            let options = CreateOptions {
                key: KeyChoice::from_id(&value(&kind).unwrap_or_default()).unwrap_or_default(),
                names: parted(&typed).map(str::to_owned).collect(),
                password: value(&password).filter(|typed| !typed.is_empty()).map(Password::new),
                ..CreateOptions::default()
            };
            if let Some(field) = password.cast::<HtmlInputElement>() {
                field.set_value(""); // taken, as every password here
            }
            make(&page, Request::Create(options), made.clone());
        })
    };
    html! {
        <>
            <p class="cl-hint">{ say.text(words::CREATE_HINT) }</p>
            <div class="cl-form">
                <div class="cl-form__row">
                    <label for="cl-create-names">{ say.text(words::CREATE_NAMES) }</label>
                    <input ref={names} id="cl-create-names" type="text" data-test="create-names" autocomplete="one-time-code"
                        autocapitalize="none" spellcheck="false" inputmode="url" placeholder="example.com, www.example.com" />
                </div>
                <div class="cl-form__row">
                    <label for="cl-create-key">{ say.text(words::CREATE_KEY) }</label>
                    <select ref={kind} id="cl-create-key" data-test="create-key">
                        for known in KeyChoice::ALL { <option key={known.id()} value={known.id()} selected={known == KeyChoice::default()}>{ known.title() }</option> }
                    </select>
                </div>
                <div class="cl-form__row">
                    <label for="cl-create-password">{ say.text(words::CREATE_PASSWORD) }</label>
                    <input ref={password} id="cl-create-password" type="password" data-test="create-password"
                        autocomplete="one-time-code" autocapitalize="none" spellcheck="false" />
                </div>
                <button type="button" class="cl-button" data-test="create-do" {onclick}>{ say.text(words::CREATE_DO) }</button>
            </div>
            { made_files(page, &made, None) }
        </>
    }
}
