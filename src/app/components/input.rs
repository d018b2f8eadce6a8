use super::icon::{Sign, icon};
use crate::app::{browser, desk::Desk, state::Action};
use crate::text::page::input as words;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct InputProps {
    pub page: Desk,
    /// The box itself, which is there before the page: whoever writes in it goes on writing.
    pub area: HtmlTextAreaElement,
    /// What the page wrote into the box; the user's own typing stays in the box and is not written back.
    pub written: Rc<str>,
    /// Counts what the page wrote.
    pub times: u32,
    /// There is something to clear.
    pub filled: bool,
    /// Counts how often that was done: files that were being read then are not wanted any more.
    pub cleared: u32,
}

/// The box that takes everything: text, files, folders.
#[component]
pub fn Input(props: &InputProps) -> Html {
    let page = &props.page;
    let (say, cleared) = (page.say, props.cleared);
    let over = use_state(bool::default);
    {
        let (area, text) = (props.area.clone(), Rc::clone(&props.written));
        use_effect_with(props.times, move |times| {
            if *times > 0 {
                area.set_value(&text);
            }
        });
    }
    {
        let area = props.area.clone();
        use_effect_with(say, move |say| area.set_placeholder(say.text(words::PLACEHOLDER)));
    }
    let oninput = {
        let (area, page) = (props.area.clone(), page.clone());
        Callback::from(move |event: InputEvent| {
            if event.target().as_ref() != Some(&area) {
                return; // of a file that was chosen
            }
            // `insertFromPaste`, `insertFromDrop` (Input Events Level 2, §5.1.2).
            let at_once = event.input_type().starts_with("insertFrom");
            page.act(if at_once { Action::Pasted(area.value()) } else { Action::Typed(area.value()) });
        })
    };
    let ondragover = {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(true);
        })
    };
    let ondragleave = {
        let over = over.clone();
        Callback::from(move |_: DragEvent| over.set(false))
    };
    let ondrop = {
        let (page, over) = (page.clone(), over.clone());
        Callback::from(move |event: DragEvent| {
            over.set(false);
            let Some(transfer) = event.data_transfer() else { return };
            if transfer.files().is_none_or(|files| files.length() == 0) {
                return; // text: the box takes it by itself
            }
            event.prevent_default();
            take(browser::dropped(&transfer), page.clone(), cleared);
        })
    };
    html! {
        <section
            class={classes!("cl-input", over.then_some("cl-input--over"))}
            data-test="drop"
            {oninput}
            {ondragover}
            {ondragleave}
            {ondrop}
        >
            <label class="cl-offscreen" for="cl-input">{ say.text(words::LABEL) }</label>
            { Html::VRef(props.area.clone().into()) }
            <div class="cl-input__tools">
                { file_button(page, false, cleared) }
                { file_button(page, true, cleared) }
                <span class="cl-input__hint">{ say.text(words::DROP) }</span>
                if props.filled {
                    <button
                        type="button"
                        class="cl-button cl-button--quiet"
                        data-test="clear"
                        onclick={page.does(Action::Cleared)}
                    >{ say.text(words::CLEAR) }</button>
                }
            </div>
        </section>
    }
}

/// Reports files as soon as they are read.
fn take(files: impl Future<Output = browser::Read> + 'static, page: Desk, cleared: u32) {
    spawn_local(async move {
        let (sources, refused) = files.await;
        page.act(Action::FilesRead(sources, refused, cleared));
    });
}

/// A file input that looks like a button and is still one for the keyboard.
fn file_button(page: &Desk, folder: bool, cleared: u32) -> Html {
    let (label, sign, hook) = match folder {
        true => (words::FOLDER, Sign::Archive, "folder"),
        false => (words::FILES, Sign::Document, "file"),
    };
    let onchange = {
        let page = page.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(files) = input.files().filter(|files| files.length() > 0) else { return };
            take(browser::read(&files), page.clone(), cleared);
            input.set_value(""); // the same file can be chosen again
        })
    };
    html! {
        <label class="cl-button cl-upload">
            <input type="file" multiple=true data-test={hook} webkitdirectory={folder} {onchange} />
            { icon(sign) }
            { page.say.text(label) }
        </label>
    }
}
