use crate::app::{components::untrusted::untrusted, context::Words};
use crate::report::field::FieldValue;
use crate::text::{self, fields, page::details as words};
use yew::prelude::*;

/// Bytes of a long value that are shown before the hex pane has to help.
const HEX_SHOWN: usize = 48;

/// A value as text, for copying and searching.
pub fn plain(value: &FieldValue) -> String {
    match value {
        FieldValue::None => String::new(),
        FieldValue::Text(text) | FieldValue::Link(text) => text.clone(),
        FieldValue::Tokens(tokens) => tokens.join(", "),
        FieldValue::Moment(moment) => moment.to_string(),
        FieldValue::Number(number) => number.to_string(),
        FieldValue::Flag(flag) => (if *flag { "TRUE" } else { "FALSE" }).to_owned(),
        FieldValue::Hex(hex) => hex.clone(),
    }
}

/// A value as it is shown.
pub fn shown(value: &FieldValue, say: Words) -> Html {
    match value {
        FieldValue::None => Html::default(),
        FieldValue::Text(text) | FieldValue::Link(text) => untrusted(text),
        FieldValue::Tokens(tokens) => html! {
            <ul class="cl-tokens">
                for token in tokens {
                    <li key={token.clone()}>
                        <bdi>{ text::escape(token) }</bdi>
                        if let Some(meaning) = fields::meaning(token) { <small>{ say.text(meaning) }</small> }
                    </li>
                }
            </ul>
        },
        FieldValue::Moment(moment) => html! {
            <span>
                { text::day(*moment, say.0) }
                { " " }
                <time datetime={moment.to_string()} class="cl-name">{ moment.to_string() }</time>
            </span>
        },
        FieldValue::Number(number) => html! { <span class="cl-name">{ number }</span> },
        FieldValue::Flag(flag) => html! { <span>{ say.text(if *flag { words::YES } else { words::NO }) }</span> },
        FieldValue::Hex(hex) => html! { <code class="cl-hex">{ grouped(hex) }</code> },
    }
}

/// Hex in pairs, cut where nobody reads on.
fn grouped(hex: &str) -> String {
    let mut out = String::with_capacity(hex.len() * 3 / 2);
    for (index, digit) in hex.chars().enumerate() {
        if index >= HEX_SHOWN * 2 {
            out.push_str(" …");
            break;
        }
        if index > 0 && index % 2 == 0 {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}
