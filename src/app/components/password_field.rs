use super::icon::{Sign, icon};
use crate::report::Password;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A field for a password that is given away at once: it stands in no form and has no name, so that no browser stores
/// it or fills it in, and it is emptied as soon as it is taken. It completes like a one-time code, as every field for a
/// password here: Chromium would take another one for that of a login, and may ask its maker's server whether it has leaked.
/// The hooks are for the field and, with `-use`, for its button.
pub fn password_field(id: AttrValue, hook: &str, label: &str, button: &str, on_password: Callback<Password>) -> Html {
    let field = NodeRef::default();
    let take = {
        let field = field.clone();
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
            <label for={id.clone()}>{ icon(Sign::Lock) }{ label }</label>
            <input
                ref={field}
                {id}
                type="password"
                data-test={hook.to_owned()}
                autocomplete="one-time-code"
                autocapitalize="none"
                spellcheck="false"
                {onkeydown}
            />
            <button type="button" class="cl-button" data-test={format!("{hook}-use")} {onclick}>{ button }</button>
        </div>
    }
}
