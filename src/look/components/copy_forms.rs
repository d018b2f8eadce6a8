use super::copy_button::CopyButton;
use crate::look::{
    context::Page,
    view::structure::{base64, colons, hex},
};
use crate::text::page::details as words;
use std::rc::Rc;
use yew::prelude::*;

/// How bytes are written.
type Form = fn(&[u8]) -> String;

/// Bytes to take away, in the three forms that people and programs ask for.
pub fn copy_forms(page: &Page, bytes: impl Fn() -> Vec<u8> + 'static) -> Html {
    let bytes = Rc::new(bytes);
    let forms: [(_, _, Form); 3] =
        [("copy-hex", "hex", hex), ("copy-base64", "Base64", base64), ("copy-colon", "AA:BB", colons)];
    let of = page.say.text(words::VALUE);
    html! {
        <span class="cl-forms">
            for (hook, label, form) in forms {
                <span key={hook} data-test={hook}>
                    <CopyButton page={page.clone()} text={let bytes = Rc::clone(&bytes); move |()| form(&bytes())} {of} {label} />
                </span>
            }
        </span>
    }
}
