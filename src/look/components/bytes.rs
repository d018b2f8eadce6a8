use crate::app::{
    components::long_list::LongList,
    context::{Shared, Words},
};
use crate::report::field::{CertificateDetail, Field};
use crate::text::page::details as words;
use std::fmt::Write;
use yew::prelude::*;

/// Bytes shown at first, and how many more when somebody asks.
const SHOWN: usize = 512;
const MORE: usize = 4096;

/// Bytes a line.
const LINE: usize = 16;

/// The bytes of a field, with their offsets in the certificate.
pub fn bytes(detail: &Shared<CertificateDetail>, field: &Field, say: Words) -> Html {
    let start = usize::try_from(field.offset).unwrap_or(usize::MAX);
    let end = start.saturating_add(usize::try_from(field.length).unwrap_or(usize::MAX)).min(detail.der.len());
    let draw = {
        let detail = detail.clone();
        move |shown| {
            let bytes = detail.der.get(start..end.min(start.saturating_add(shown))).unwrap_or_default();
            html! { <pre tabindex="0" role="group" aria-label={say.text(words::HEX)}>{ dump(bytes, start) }</pre> }
        }
    };
    html! {
        <div class="cl-bytes"><LongList {say} of={end.saturating_sub(start)} {draw} first={SHOWN} step={MORE} /></div>
    }
}

/// Offset, sixteen bytes, and the letters among them.
fn dump(bytes: &[u8], start: usize) -> String {
    let mut out = String::new();
    for (index, line) in bytes.chunks(LINE).enumerate() {
        let _ = write!(out, "{:06x} ", start.saturating_add(index.saturating_mul(LINE)));
        for column in 0..LINE {
            let _ = match line.get(column) {
                Some(byte) => write!(out, " {byte:02x}"),
                None => write!(out, "   "),
            };
        }
        out.push_str("  ");
        out.extend(line.iter().map(|byte| if (0x20..0x7f).contains(byte) { char::from(*byte) } else { '·' }));
        out.push('\n');
    }
    out
}
