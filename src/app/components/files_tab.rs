use super::made_files::{Made, made_files, make};
use crate::app::{
    context::{Page, Shared},
    view::offers::{self, Group, Key},
};
use crate::report::{
    FileFormat, Password, PasswordUse, Report,
    wire::{ConvertOptions, Request},
};
use crate::text::{formats, page::files as words};
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct FilesTabProps {
    pub page: Page,
    pub report: Shared<Report>,
}

/// What was given, in every form that somebody may ask for.
#[component]
pub fn FilesTab(props: &FilesTabProps) -> Html {
    let (page, say) = (&props.page, props.page.say);
    let made = use_state(Made::default);
    let field = use_node_ref();
    {
        // What was made of another input is no longer what stands on the page.
        let made = made.clone();
        use_effect_with(props.report.clone(), move |_| made.set(Made::Nothing));
    }
    if props.report.leaf().is_none() {
        return html! { <p class="cl-hint">{ say.text(words::NO_LEAF) }</p> };
    }
    let convert = {
        let (page, made, field) = (page.clone(), made.clone(), field.clone());
        Callback::from(move |format: FileFormat| {
            let typed = field.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            let wanted = format.password() != PasswordUse::Never && !typed.is_empty();
            let password = wanted.then(|| Password::new(typed));
            make(
                &page,
                Request::Convert(ConvertOptions { format, password, lang: page.say.0.tag().to_owned() }),
                made.clone(),
            );
        })
    };
    let key = offers::key(&props.report);
    html! {
        <div class="cl-formats">
            <p class="cl-hint">{ say.text(words::HINT) }</p>
            <div class="cl-formats__all">
                { button(page, FileFormat::Zip, true, &convert) }
                <div class="cl-form__row">
                    <label for="cl-file-password">{ say.text(words::PASSWORD) }</label>
                    <input
                        ref={field}
                        id="cl-file-password"
                        type="password"
                        data-test="file-password"
                        aria-describedby="cl-file-password-hint"
                        autocomplete="new-password"
                        autocapitalize="none"
                        spellcheck="false"
                    />
                    <small id="cl-file-password-hint">{ say.text(words::PASSWORD_HINT) }</small>
                </div>
            </div>
            { made_files(page, &made, Some(&props.report)) }
            for group in offers::groups(&props.report) { { group_of(page, &group, key, &convert) } }
        </div>
    }
}

/// Formats that belong together; those with the key wait for one.
fn group_of(page: &Page, group: &Group, key: Key, convert: &Callback<FileFormat>) -> Html {
    let say = page.say;
    let waits = key != Key::Open && group.formats.iter().any(|format| format.needs_key());
    html! {
        <section class="cl-formats__group">
            <h3>{ say.text(group.title) }</h3>
            if waits {
                <p class="cl-hint">{ say.text(if key == Key::Locked { words::LOCKED_KEY } else { words::NO_KEY }) }</p>
            }
            <ul>
                for format in group.formats.iter().copied() {
                    <li key={format.id()}>{ button(page, format, key == Key::Open || !format.needs_key(), convert) }</li>
                }
            </ul>
        </section>
    }
}

fn button(page: &Page, format: FileFormat, possible: bool, convert: &Callback<FileFormat>) -> Html {
    let onclick = convert.reform(move |_: MouseEvent| format);
    html! {
        <button
            type="button"
            class="cl-file"
            data-test="convert"
            data-format={format.id()}
            disabled={!possible}
            {onclick}
        >
            <b>{ page.say.text(formats::name(format)) }</b>
            <span>{ page.say.text(formats::purpose(format)) }</span>
        </button>
    }
}
