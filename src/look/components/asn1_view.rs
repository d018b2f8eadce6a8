use super::{asn1_tree::Asn1Tree, copy_forms::copy_forms, hex_pane::HexPane};
use crate::app::{components::untrusted::untrusted, context::Shared};
use crate::look::{
    context::Page,
    view::structure::{self, Span},
};
use crate::report::field::{CertificateDetail, FieldValue};
use crate::text::page::details as words;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct Asn1ViewProps {
    pub page: Page,
    pub detail: Shared<CertificateDetail>,
    /// What is looked for.
    pub wanted: AttrValue,
    /// Bytes that are chosen.
    pub chosen: Option<Span>,
    pub onchoose: Callback<Span>,
}

/// The elements of a certificate beside its bytes: what is chosen here is marked there.
#[component]
pub fn Asn1View(props: &Asn1ViewProps) -> Html {
    let (page, detail) = (&props.page, &props.detail);
    let say = page.say;
    let tree = &detail.structure;
    let index = props.chosen.and_then(|chosen| structure::innermost(tree, chosen));
    let header_end =
        index.and_then(|index| tree.elements.get(index)).map_or(0, |it| it.offset.saturating_add(it.header));
    let onbyte = {
        let (detail, onchoose) = (detail.clone(), props.onchoose.clone());
        Callback::from(move |at: u32| onchoose.emit(structure::chosen_with(&detail.structure, at)))
    };
    html! {
        <div class="cl-asn1" data-test="asn1">
            <div class="cl-asn1__side">
                <Asn1Tree page={page.clone()} detail={detail.clone()} wanted={props.wanted.clone()} chosen={index} onchoose={props.onchoose.clone()} />
                if tree.is_cut { <p class="cl-hint">{ say.fill(words::CUT, [("count", tree.elements.len().into())]) }</p> }
            </div>
            <div class="cl-asn1__side">
                { about(page, detail, index) }
                <HexPane {say} detail={detail.clone()} chosen={props.chosen} {header_end} {onbyte} />
            </div>
        </div>
    }
}

/// What is chosen, in words, with its value to take away.
fn about(page: &Page, detail: &Shared<CertificateDetail>, index: Option<usize>) -> Html {
    let say = page.say;
    let chosen = index.and_then(|index| Some((index, detail.structure.elements.get(index)?)));
    let Some((index, element)) = chosen else {
        return html! { <p class="cl-hint cl-asn1__about">{ say.text(words::CHOOSE) }</p> };
    };
    let last = element.end().saturating_sub(1);
    let value = {
        let (detail, span) = (detail.clone(), structure::value_of(&detail.structure, index));
        move || span.map(|span| span.bytes(&detail.der).to_vec()).unwrap_or_default()
    };
    html! {
        <div class="cl-asn1__about" data-test="asn1-chosen" aria-live="polite">
            <p>
                <strong>{ structure::title(element) }</strong>
                if let Some(name) = &element.name { { " " }<span>{ name }</span> }
                if let FieldValue::Text(text) = &element.value { { " " }{ untrusted(text) } }
                <br />
                <small>
                    { say.fill(words::BYTES, [("from", element.offset.into()), ("to", last.into())]) }
                    { " · " }
                    { say.fill(words::SIZES, [("header", element.header.into()), ("content", element.length.into())]) }
                </small>
            </p>
            { copy_forms(page, value) }
        </div>
    }
}
