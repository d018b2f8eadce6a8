use crate::app::context::{Shared, Words};
use crate::look::{
    browser,
    view::structure::{Span, chosen_with},
};
use crate::report::field::CertificateDetail;
use crate::text::page::details as words;
use web_sys::Element;
use yew::prelude::*;

/// Bytes a line, and in each of its halves: a phone shows them one below the other.
const LINE: u32 = 16;
const HALF: usize = 8;

/// Bytes at a time: every certificate that anybody uses is smaller, and larger ones make a page slow.
const SHEET: u32 = 4096;

#[derive(PartialEq, Properties)]
pub struct HexPaneProps {
    pub say: Words,
    pub detail: Shared<CertificateDetail>,
    /// Bytes that are marked.
    pub chosen: Option<Span>,
    /// Where the header ends that the marked bytes begin with.
    pub header_end: u32,
    /// A byte was chosen.
    pub onbyte: Callback<u32>,
}

/// The bytes of a certificate; those of the chosen element are marked.
#[component]
pub fn HexPane(props: &HexPaneProps) -> Html {
    let (say, pane) = (props.say, use_node_ref());
    let length = u32::try_from(props.detail.der.len()).unwrap_or(u32::MAX);
    let cursor = use_state(|| 0_u32);
    let sheet = use_state(|| 0_u32);
    // The cursor stays in what it has chosen, and follows what the tree has.
    let chosen = props.chosen.unwrap_or(Span::byte(0));
    let at = if chosen_with(&props.detail.structure, *cursor) == chosen { *cursor } else { chosen.start };
    {
        let sheet = sheet.clone();
        use_effect_with((props.chosen, at), move |(chosen, at)| {
            if chosen.is_some() {
                sheet.set(at / SHEET);
            }
        });
    }
    {
        // The cursor is kept in sight where it walks; on another sheet, what is marked there.
        let pane = pane.clone();
        use_effect_with((props.chosen, at, *sheet), move |_| {
            let Some(pane) = pane.cast::<Element>() else { return };
            let find = |selector| pane.query_selector(selector).ok().flatten();
            if let Some(found) = find("[data-cursor]").or_else(|| find("[data-mark]")) {
                browser::reveal_within(&pane, &found);
            }
        });
    }
    let onclick = {
        let (cursor, onbyte) = (cursor.clone(), props.onbyte.clone());
        Callback::from(move |event: MouseEvent| {
            let byte = event.target_dyn_into::<Element>().and_then(|it| it.get_attribute("data-at")?.parse().ok());
            if let Some(byte) = byte {
                cursor.set(byte);
                onbyte.emit(byte);
            }
        })
    };
    let onkeydown = {
        let (cursor, onbyte) = (cursor.clone(), props.onbyte.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(to) = moved(at, &event.key()).filter(|_| browser::is_plain(&event)) else { return };
            event.prevent_default();
            if to < length {
                cursor.set(to);
                onbyte.emit(to);
            }
        })
    };
    let first = first_of(*sheet, length);
    let last = first.saturating_add(SHEET).min(length);
    html! {
        <div class="cl-bytes cl-dump">
            if length > SHEET { { turn(say, &sheet, Span { start: first, end: last }, length) } }
            <div class="cl-dump__pane" data-test="hex" role="group" tabindex="0" aria-label={say.text(words::HEX_PANE)} ref={pane} {onclick} {onkeydown}>
                for at_line in (first..last).step_by(LINE as usize) {
                    <Line
                        key={at_line}
                        detail={props.detail.clone()}
                        at={at_line}
                        marked={props.chosen.and_then(|chosen| cut(chosen, at_line))}
                        header_end={props.header_end.clamp(at_line, at_line.saturating_add(LINE))}
                        cursor={(props.chosen.is_some() && at / LINE == at_line / LINE).then_some(at)}
                    />
                }
            </div>
        </div>
    }
}

/// The first byte of a sheet, or of the last one where there is no such sheet.
fn first_of(sheet: u32, length: u32) -> u32 {
    sheet.min(length.saturating_sub(1) / SHEET).saturating_mul(SHEET)
}

/// Where a key moves the cursor.
fn moved(at: u32, key: &str) -> Option<u32> {
    match key {
        "ArrowLeft" => Some(at.saturating_sub(1)),
        "ArrowRight" => Some(at.saturating_add(1)),
        "ArrowUp" => Some(at.checked_sub(LINE).unwrap_or(at)),
        "ArrowDown" => Some(at.saturating_add(LINE)),
        _ => None,
    }
}

/// Which bytes are shown, and the way to those before and after them.
fn turn(say: Words, sheet: &UseStateHandle<u32>, shown: Span, length: u32) -> Html {
    let to = |sheet: &UseStateHandle<u32>, number: u32| {
        let sheet = sheet.clone();
        Callback::from(move |_: MouseEvent| sheet.set(number))
    };
    let (before, after) = (to(sheet, sheet.saturating_sub(1)), to(sheet, sheet.saturating_add(1)));
    let last = shown.end.saturating_sub(1);
    html! {
        <p class="cl-more">
            <span>{ say.fill(words::SHEET, [("from", shown.start.into()), ("to", last.into()), ("of", length.into())]) }</span>
            <button type="button" class="cl-button" disabled={shown.start == 0} onclick={before}>{ say.text(words::BEFORE) }</button>
            <button type="button" class="cl-button" disabled={shown.end == length} onclick={after}>{ say.text(words::AFTER) }</button>
        </p>
    }
}

/// As much of marked bytes as stands on a line, so that only lines that change are drawn again.
fn cut(chosen: Span, line: u32) -> Option<Span> {
    let span = Span { start: chosen.start.max(line), end: chosen.end.min(line.saturating_add(LINE)) };
    (span.start < span.end).then_some(span)
}

#[derive(PartialEq, Properties)]
struct LineProps {
    detail: Shared<CertificateDetail>,
    at: u32,
    marked: Option<Span>,
    header_end: u32,
    cursor: Option<u32>,
}

/// Offset, sixteen bytes, and the letters among them.
#[component]
fn Line(props: &LineProps) -> Html {
    let bytes = Span { start: props.at, end: props.at.saturating_add(LINE) }.bytes(&props.detail.der);
    let mark = |at: u32| {
        let marked = props.marked.is_some_and(|marked| marked.holds(Span::byte(at)));
        marked.then_some(if at < props.header_end { "header" } else { "content" })
    };
    html! {
        <div class="cl-dump__line">
            <span class="cl-dump__at">{ format!("{:04x}", props.at) }</span>
            for (half, chunk) in bytes.chunks(HALF).enumerate() {
                <span class="cl-dump__half">
                    for (at, byte) in (props.at.saturating_add(if half == 0 { 0 } else { 8 })..).zip(chunk) {
                        <span data-test="hex-byte" data-at={at.to_string()} data-mark={mark(at)} data-cursor={(props.cursor == Some(at)).then_some("")}>
                            { format!("{byte:02x}") }
                        </span>
                    }
                </span>
                <span class="cl-dump__letters" aria-hidden="true">
                    { chunk.iter().map(|byte| if (0x20..0x7f).contains(byte) { char::from(*byte) } else { '·' }).collect::<String>() }
                </span>
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::{SHEET, first_of};

    #[test]
    fn no_sheet_lies_behind_the_last_byte() {
        assert_eq!([0, 1, 9].map(|sheet| first_of(sheet, SHEET)), [0, 0, 0]);
        assert_eq!([0, 1, 9].map(|sheet| first_of(sheet, SHEET + 1)), [0, SHEET, SHEET]);
        assert_eq!(first_of(3, 0), 0);
    }
}
