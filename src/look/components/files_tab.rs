use super::{
    keep::{Keep, Keeping},
    link::{self, Link},
    made_files::{Made, made_files, make},
};
use crate::app::{components::password_field::password_field, context::Shared};
use crate::look::{
    context::Page,
    view::offers::{self, Group, Key},
};
use crate::report::{
    FileFormat, MessageId, Password, PasswordUse, Report,
    message::ExportMessage,
    wire::{ConvertOptions, Request},
};
use crate::text::{formats, page::files as words};
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct FilesTabProps {
    pub page: Page,
    pub report: Shared<Report>,
    pub keeping: Keeping,
}

/// What was given, in every form that somebody may ask for.
#[component]
pub fn FilesTab(props: &FilesTabProps) -> Html {
    let (page, say) = (&props.page, props.page.say);
    let made = use_state(Made::default);
    let asked = use_state(|| FileFormat::Zip);
    let field = use_node_ref();
    {
        // What was made of another input is no longer what stands on the page.
        let made = made.clone();
        use_effect_with(props.report.clone(), move |_| made.set(Made::Nothing));
    }
    if props.report.leaf().is_none() {
        return html! { <p class="cl-hint">{ say.text(words::NO_LEAF) }</p> };
    }
    let order = {
        let (page, made, asked) = (page.clone(), made.clone(), asked.clone());
        Callback::from(move |(format, password): (FileFormat, Option<Password>)| {
            asked.set(format);
            let lang = page.say.0.tag().to_owned();
            make(&page, Request::Convert(ConvertOptions { format, password, lang }), made.clone());
        })
    };
    let convert = {
        let field = field.clone();
        order.reform(move |format: FileFormat| {
            let typed = field.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            let wanted = format.password() != PasswordUse::Never && !typed.is_empty();
            (format, wanted.then(|| Password::new(typed)))
        })
    };
    // Shown below the button that was pressed: at the top of the tab a phone would not show it.
    let outcome = outcome(page, &made, *asked, &props.report, &order);
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
                        autocomplete="one-time-code"
                        autocapitalize="none"
                        spellcheck="false"
                    />
                    <small id="cl-file-password-hint">{ say.text(words::PASSWORD_HINT) }</small>
                </div>
            </div>
            if *asked == FileFormat::Zip { { outcome.clone() } }
            for group in offers::groups(&props.report) {
                { group_of(page, &group, key, &convert) }
                if group.formats.contains(&asked) { { outcome.clone() } }
            }
            <Keep page={page.clone()} keeping={props.keeping.clone()} />
            if link::is_possible() { <Link page={page.clone()} report={props.report.clone()} /> }
        </div>
    }
}

/// What came of the last order; one that lacked a password can be mended in place.
fn outcome(
    page: &Page,
    made: &Made,
    format: FileFormat,
    report: &Shared<Report>,
    order: &Callback<(FileFormat, Option<Password>)>,
) -> Html {
    let say = page.say;
    let lacks = [ExportMessage::PasswordMissing, ExportMessage::PasswordShort].map(MessageId::from);
    let lacks_password =
        matches!(made, Made::Refused(why) if why.iter().any(|finding| lacks.contains(&finding.message.id)));
    html! {
        <>
            { made_files(page, made, Some(report)) }
            if lacks_password {
                {
                    password_field(
                        "cl-missing-password".into(),
                        "missing-password",
                        say.text(words::PASSWORD),
                        say.text(words::MAKE),
                        order.reform(move |password| (format, Some(password))),
                    )
                }
            }
        </>
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
