use super::rows::use_rows;
use crate::app::context::{Page, Shared};
use crate::report::field::CertificateDetail;
use crate::text::page::details as words;
use std::fmt::Write;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct BytesProps {
    pub page: Page,
    pub detail: Shared<CertificateDetail>,
    pub offset: u32,
    pub length: u32,
}

/// Bytes shown at first, and how many more when somebody asks.
const SHOWN: usize = 512;
const MORE: usize = 4096;

/// Bytes a line.
const LINE: usize = 16;

/// The bytes of a field, with their offsets in the certificate.
#[component]
pub fn Bytes(props: &BytesProps) -> Html {
    let say = props.page.say;
    let rows = use_rows(SHOWN, MORE);
    let start = usize::try_from(props.offset).unwrap_or(usize::MAX);
    let end = start.saturating_add(usize::try_from(props.length).unwrap_or(usize::MAX));
    let bytes = props.detail.der.get(start..end.min(props.detail.der.len())).unwrap_or_default();
    html! {
        <div class="cl-bytes">
            <pre tabindex="0" aria-label={say.text(words::HEX)}>{ dump(bytes.get(..rows.shown()).unwrap_or(bytes), start) }</pre>
            { rows.more(bytes.len(), say) }
        </div>
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
