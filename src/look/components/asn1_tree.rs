use crate::app::{components::untrusted::untrusted, context::Shared};
use crate::look::{
    browser,
    context::Page,
    view::structure::{self, Span, Step},
};
use crate::report::{
    field::{CertificateDetail, FieldValue},
    structure::{Asn1Element, Asn1Stop},
};
use crate::text::{fields, page::details as words, page::shell};
use std::collections::HashSet;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Rows at first, and with each click.
const ROWS: usize = 400;

/// Bytes of a value that stand in its row.
const HEX: usize = 24;

/// Steps that are drawn; what is deeper stands as deep as these.
const STEPS: u8 = 14;

#[derive(PartialEq, Properties)]
pub struct Asn1TreeProps {
    pub page: Page,
    pub detail: Shared<CertificateDetail>,
    pub wanted: AttrValue,
    /// The element that is chosen.
    pub chosen: Option<usize>,
    pub onchoose: Callback<Span>,
}

/// The elements as a tree (WAI-ARIA's), a row each.
#[component]
pub fn Asn1Tree(props: &Asn1TreeProps) -> Html {
    let (say, tree) = (props.page.say, &props.detail.structure);
    let (list, row) = (use_node_ref(), use_node_ref());
    let folded = use_state(|| structure::folded_at_first(tree));
    let more = use_state(|| ROWS);
    let by_key = use_mut_ref(|| false);
    {
        // What is chosen from elsewhere unfolds.
        let (folded, detail) = (folded.clone(), props.detail.clone());
        use_effect_with(props.chosen, move |chosen| {
            let around = chosen.map(|index| structure::around(&detail.structure, index)).unwrap_or_default();
            if around.iter().any(|index| folded.contains(index)) {
                let open = |index: &usize| !around.contains(index);
                folded.set(folded.iter().copied().filter(open).collect());
            }
        });
    }
    let rows = structure::rows(tree, &folded, &props.wanted, &props.detail.der);
    let place = props.chosen.and_then(|chosen| rows.iter().position(|index| *index == chosen));
    {
        let (list, row, by_key) = (list.clone(), row.clone(), by_key.clone());
        use_effect_with((props.chosen, place), move |_| {
            if let (Some(list), Some(row)) = (list.cast::<Element>(), row.cast::<HtmlElement>()) {
                browser::reveal_within(&list, &row);
                if by_key.replace(false) {
                    let _ = row.focus();
                }
            }
        });
    }
    if rows.is_empty() {
        return html! { <p class="cl-hint">{ say.text(words::NOT_FOUND) }</p> };
    }
    let onkeydown = {
        let (rows, folded, detail, onchoose) =
            (rows.clone(), folded.clone(), props.detail.clone(), props.onchoose.clone());
        Callback::from(move |event: KeyboardEvent| {
            let at = place.unwrap_or(0);
            let tree = &detail.structure;
            let step = structure::step(tree, &rows, &folded, at, &event.key());
            let Some(step) = step.filter(|_| browser::is_plain(&event)) else { return };
            event.prevent_default();
            match step {
                Step::Fold(index) => folded.set(toggled(&folded, index)),
                Step::To(row) => {
                    if let Some(element) = rows.get(row).and_then(|index| tree.elements.get(*index)) {
                        *by_key.borrow_mut() = true;
                        onchoose.emit(Span::of(element));
                    }
                }
            }
        })
    };
    let shown = (*more).max(place.map_or(0, |place| place.saturating_add(20)));
    let all = rows.len();
    // Each row is a child of the list by itself: wrapped, its key would count for nothing, and the focus move with a fold.
    let listed = rows.into_iter().take(shown).enumerate();
    let listed = listed.filter_map(|(position, index)| Some((position, index, tree.elements.get(index)?)));
    html! {
        <>
            <div class="cl-asn1__tree" role="tree" aria-label={say.text(words::ASN1)} ref={list} {onkeydown}>
                for (position, index, element) in listed {
                    <div
                        key={index}
                        class="cl-asn1__row"
                        role="treeitem"
                        data-test="asn1-node"
                        data-offset={element.offset.to_string()}
                        aria-level={element.depth.saturating_add(1).to_string()}
                        aria-expanded={structure::has_parts(tree, index).then(|| (!folded.contains(&index)).to_string())}
                        aria-selected={(props.chosen == Some(index)).to_string()}
                        tabindex={if place.map_or(position == 0, |place| place == position) { "0" } else { "-1" }}
                        ref={if props.chosen == Some(index) { row.clone() } else { NodeRef::default() }}
                        onclick={choose(props, element)}
                    >
                        for step in 0..element.depth.min(STEPS) { <i key={step} /> }
                        { fold(&folded, index, structure::has_parts(tree, index)) }
                        { label(props, element, index) }
                    </div>
                }
            </div>
            if shown < all {
                <p class="cl-more">
                    <span>{ say.fill(shell::SHOWN, [("shown", shown.into()), ("count", all.into())]) }</span>
                    <button type="button" class="cl-button" onclick={Callback::from(move |_: MouseEvent| more.set(shown + ROWS))}>
                        { say.text(shell::SHOW_MORE) }
                    </button>
                </p>
            }
        </>
    }
}

fn choose(props: &Asn1TreeProps, element: &Asn1Element) -> Callback<MouseEvent> {
    let (span, onchoose) = (Span::of(element), props.onchoose.clone());
    Callback::from(move |_: MouseEvent| onchoose.emit(span))
}

/// The sign that folds; the keys do the same, so that it is only for the pointer.
fn fold(folded: &UseStateHandle<HashSet<usize>>, index: usize, inner: bool) -> Html {
    let handle = folded.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.stop_propagation();
        handle.set(toggled(&handle, index));
    });
    if inner {
        html! { <span class="cl-asn1__fold" aria-hidden="true" {onclick}>{ if folded.contains(&index) { "▸" } else { "▾" } }</span> }
    } else {
        html! { <span class="cl-asn1__fold" aria-hidden="true" /> }
    }
}

fn toggled(folded: &HashSet<usize>, index: usize) -> HashSet<usize> {
    let mut folded = folded.clone();
    if !folded.remove(&index) {
        folded.insert(index);
    }
    folded
}

/// Type, what it is in a certificate, and what it says.
fn label(props: &Asn1TreeProps, element: &Asn1Element, index: usize) -> Html {
    let (say, detail) = (props.page.say, &props.detail);
    let name = structure::field_name(&detail.fields, &detail.structure, index);
    let meaning = name.as_deref().and_then(fields::meaning);
    let stop = element.stop.map(|stop| match stop {
        Asn1Stop::Depth => words::TOO_DEEP,
        Asn1Stop::Broken => words::BROKEN,
    });
    html! {
        <>
            <span class="cl-asn1__type">{ structure::title(element) }</span>
            if let Some(name) = &name { <strong title={meaning.map(|meaning| say.text(meaning))}>{ name }</strong> }
            { value(detail, element, index) }
            if let Some(stop) = stop { <span class="cl-tag">{ say.text(stop) }</span> }
        </>
    }
}

fn value(detail: &Shared<CertificateDetail>, element: &Asn1Element, index: usize) -> Html {
    let text = match &element.value {
        FieldValue::Text(text) => {
            return html! {
                <>
                    if let Some(name) = &element.name { <span>{ name }</span> }
                    { untrusted(text) }
                </>
            };
        }
        FieldValue::Number(number) => number.to_string(),
        FieldValue::Flag(flag) => (if *flag { "TRUE" } else { "FALSE" }).to_owned(),
        _ if structure::has_parts(&detail.structure, index) => return Html::default(),
        _ => {
            let bytes = structure::value_of(&detail.structure, index).map(|span| span.bytes(&detail.der));
            let bytes = bytes.unwrap_or_default();
            let cut = if bytes.len() > HEX { "…" } else { "" };
            structure::hex(bytes.get(..HEX.min(bytes.len())).unwrap_or_default()) + cut
        }
    };
    html! { <code>{ text }</code> }
}
