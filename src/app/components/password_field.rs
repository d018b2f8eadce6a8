use super::icon::{Sign, icon};
use crate::report::Password;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What a password field is for: what stands around it, and what happens to what was typed.
#[derive(PartialEq, Properties)]
pub struct PasswordFieldProps {
    /// Its identifier, for labels.
    pub id: AttrValue,
    /// Its hook.
    pub hook: AttrValue,
    /// What it asks for.
    pub label: AttrValue,
    /// The words on its button.
    pub button: AttrValue,
    /// Gets what was typed. The field is empty after that.
    pub on_password: Callback<Password>,
}

/// A field for a password that is given away at once: it stands in no form and has no name, so that no browser stores
/// it or fills it in, and it is emptied as soon as it is taken. It completes like a one-time code, as every field for a
/// password here: Chromium would take another one for that of a login, and may ask its maker's server whether it has leaked.
#[component]
pub fn PasswordField(props: &PasswordFieldProps) -> Html {
    let field = use_node_ref();
    let take = {
        let (field, on_password) = (field.clone(), props.on_password.clone());
        move || {
            if let Some(input) = field.cast::<HtmlInputElement>().filter(|input| !input.value().is_empty()) {
                on_password.emit(Password::new(input.value()));
                input.set_value("");
            }
        }
    };
    let onclick = {
        let take = take.clone();
        Callback::from(move |_: MouseEvent| take())
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            take();
        }
    });
    html! {
        <div class="cl-password">
            <label for={props.id.clone()}>{ icon(Sign::Lock) }{ &props.label }</label>
            <input
                ref={field}
                id={props.id.clone()}
                type="password"
                data-test={props.hook.clone()}
                autocomplete="one-time-code"
                autocapitalize="none"
                spellcheck="false"
                {onkeydown}
            />
            <button type="button" class="cl-button" data-test={format!("{}-use", props.hook)} {onclick}>{ &props.button }</button>
        </div>
    }
}
