use super::copy_button::CopyButton;
use crate::look::{
    context::Page,
    view::structure::{base64, colons, hex},
};
use crate::text::page::details as words;
use yew::prelude::*;

/// Bytes to take away, in the three forms that people and programs ask for.
pub fn copy_forms(page: &Page, bytes: &[u8]) -> Html {
    let forms = [
        ("copy-hex", "hex", hex(bytes)),
        ("copy-base64", "Base64", base64(bytes)),
        ("copy-colon", "AA:BB", colons(bytes)),
    ];
    let of = page.say.text(words::VALUE);
    html! {
        <span class="cl-forms">
            for (hook, label, text) in forms {
                <span key={hook} data-test={hook}><CopyButton page={page.clone()} {text} {of} {label} /></span>
            }
        </span>
    }
}
