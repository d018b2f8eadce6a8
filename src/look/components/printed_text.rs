use super::copy_button::CopyButton;
use crate::app::{
    browser,
    components::{
        icon::{Sign, icon},
        long_list::LongList,
    },
};
use crate::look::context::Page;
use crate::report::wire::{File, Reply, Request};
use crate::text::{escape, page::details as words};
use std::rc::Rc;
use yew::prelude::*;

/// Lines at first, and with each click.
const LINES: usize = 1_000;

#[derive(PartialEq, Properties)]
pub struct PrintedTextProps {
    pub page: Page,
    pub certificate: usize,
}

/// A certificate in the words of `openssl x509 -text`.
#[component]
pub fn PrintedText(props: &PrintedTextProps) -> Html {
    let (page, say) = (&props.page, props.page.say);
    let file = use_state(|| None::<Rc<File>>);
    {
        let (engine, file) = (page.engine, file.clone());
        use_effect_with(props.certificate, move |certificate| {
            let answer = move |reply| {
                if let Reply::Files(files) = reply {
                    file.set(files.into_iter().next().map(Rc::new));
                }
            };
            engine.ask(Request::Printed { certificate: *certificate }, Callback::from(answer));
        });
    }
    let Some(file) = &*file else {
        return html! { <p class="cl-hint">{ say.text(words::WAITING) }</p> };
    };
    let text: Rc<str> = String::from_utf8_lossy(&file.bytes).into();
    let download = {
        let file = Rc::clone(file);
        Callback::from(move |_: MouseEvent| browser::download(&file.name, &file.bytes))
    };
    let draw = {
        let text = Rc::clone(&text);
        move |shown| {
            let lines: String = text.split_inclusive('\n').take(shown).map(line).collect();
            html! { <pre tabindex="0" data-test="openssl-text" role="group" aria-label={say.text(words::PRINTED)}>{ lines }</pre> }
        }
    };
    let copied = Rc::clone(&text);
    html! {
        <div class="cl-printed">
            <p class="cl-details__take">
                <CopyButton page={page.clone()} text={move |()| copied.to_string()} of={say.text(words::PRINTED)} />
                <button type="button" class="cl-button" data-test="openssl-text-file" onclick={download}>
                    { icon(Sign::Download) }{ file.name.clone() }
                </button>
            </p>
            <p class="cl-hint">{ say.text(words::PRINTED_HINT) }</p>
            <div class="cl-bytes"><LongList {say} of={text.lines().count()} {draw} first={LINES} step={LINES} /></div>
        </div>
    }
}

/// A line with its hidden characters written out, but for its end.
fn line(text: &str) -> String {
    escape(text.trim_end_matches('\n')) + "\n"
}
