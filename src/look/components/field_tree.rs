use super::{
    bytes::bytes,
    copy_button::copy_small,
    copy_forms::copy_forms,
    field_value::{plain, shown},
};
use crate::app::{
    components::long_list::{LongList, ROWS},
    context::Shared,
};
use crate::look::{
    browser,
    context::Page,
    view::structure::{Span, field_bytes, hex_bytes, holds, holds_bytes, leads_to},
};
use crate::report::field::{CertificateDetail, Field};
use crate::text::{Lang, escape, fields, page::details as words};
use std::rc::Rc;
use yew::prelude::*;

/// The field that the address points at, and how often something was gone to until then: the same field again is brought
/// into view again.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// As findings name it.
    pub path: Rc<str>,
    /// See [`crate::app::scene::Scene`].
    pub went: u32,
}

/// The fields as a folding tree, or only those that hold what is `wanted`. The address points at `target`.
pub fn field_tree(
    page: &Page,
    detail: &Shared<CertificateDetail>,
    wanted: AttrValue,
    target: Option<Target>,
    onplace: Callback<Span>,
) -> Html {
    let fields = &detail.fields;
    let found: Vec<usize> = (0..fields.len()).filter(|index| has(&fields[*index], &wanted, &detail.der)).collect();
    if found.is_empty() {
        let text = if fields.is_empty() { words::NO_FIELDS } else { words::NOT_FOUND };
        return html! { <p class="cl-hint">{ page.say.text(text) }</p> };
    }
    html! {
        <ul class="cl-fields" key={detail.certificate}>
            for index in found {
                <Node key={index} page={page.clone()} detail={detail.clone()} at={Rc::from([index])} wanted={&wanted} target={target.clone()} onplace={&onplace} />
            }
        </ul>
    }
}

/// Whether a field or a part of it holds the text.
fn has(field: &Field, wanted: &str, der: &[u8]) -> bool {
    is(field, wanted, der) || field.children.iter().any(|child| has(child, wanted, der))
}

/// Whether a field holds the text, in any case of its letters, or the bytes that the text is in hex.
fn is(field: &Field, wanted: &str, der: &[u8]) -> bool {
    let holds = |text: &str| holds(text, wanted);
    let has_bytes = || {
        let bytes = hex_bytes(wanted).filter(|_| field.children.is_empty());
        bytes.is_some_and(|bytes| holds_bytes(&field_bytes(field, der), &bytes))
    };
    wanted.is_empty()
        || holds(&field.name)
        || fields::meaning(&field.name).is_some_and(|pair| Lang::ALL.iter().any(|lang| holds(pair.lang(*lang))))
        || field.oid.as_deref().is_some_and(holds)
        || holds(&plain(&field.value))
        || has_bytes()
}

#[derive(Clone, PartialEq, Properties)]
struct NodeProps {
    page: Page,
    detail: Shared<CertificateDetail>,
    /// The way to the field: indexes from the top.
    at: Rc<[usize]>,
    wanted: AttrValue,
    target: Option<Target>,
    /// The bytes of a field are to be shown among the others.
    onplace: Callback<Span>,
}

fn field_at<'a>(fields: &'a [Field], at: &[usize]) -> Option<&'a Field> {
    let (first, rest) = at.split_first()?;
    let field = fields.get(*first)?;
    if rest.is_empty() { Some(field) } else { field_at(&field.children, rest) }
}

/// Folds that are open at first: the top, where there is not too much in it.
const OPEN_AT_FIRST: usize = 24;

/// One field with its meaning, value, place and parts.
#[component]
fn Node(props: &NodeProps) -> Html {
    let say = props.page.say;
    let row = use_node_ref();
    let folded = use_state(|| None::<bool>);
    let bytes_open = use_state(|| None::<bool>);
    let field = field_at(&props.detail.fields, &props.at);
    let path = field.map(|field| field.path.clone()).unwrap_or_default();
    let is_target = props.target.as_ref().is_some_and(|target| *target.path == path);
    {
        let row = row.clone();
        use_effect_with((is_target, props.target.clone()), move |(is_target, _)| {
            if let Some(row) = row.cast::<web_sys::Element>().filter(|_| *is_target) {
                browser::reveal(&row);
            }
        });
    }
    let leads_to_target = props.target.as_ref().is_some_and(|target| leads_to(&path, &target.path));
    {
        // Whoever is led to a field wants to see it, though it was folded away before.
        let folded = folded.clone();
        use_effect_with(props.target.clone(), move |_| {
            if leads_to_target {
                folded.set(None);
            }
        });
    }
    let Some(field) = field else { return Html::default() };
    let found_inside =
        !props.wanted.is_empty() && field.children.iter().any(|child| has(child, &props.wanted, &props.detail.der));
    let at_first = leads_to_target || found_inside || (props.at.len() == 1 && field.children.len() <= OPEN_AT_FIRST);
    let open = folded.unwrap_or(at_first);
    let children: Vec<usize> = if open {
        let der = &props.detail.der;
        let all = |index: &usize| is(field, &props.wanted, der) || has(&field.children[*index], &props.wanted, der);
        (0..field.children.len()).filter(all).collect()
    } else {
        Vec::new()
    };
    let fold = {
        let folded = folded.clone();
        Callback::from(move |_: MouseEvent| folded.set(Some(!open)))
    };
    // Whoever comes from a finding wants to see the bytes that it is about.
    let shows_bytes = bytes_open.unwrap_or(is_target);
    let toggle_bytes = {
        let bytes_open = bytes_open.clone();
        Callback::from(move |_: MouseEvent| bytes_open.set(Some(!shows_bytes)))
    };
    let meaning = fields::meaning(&field.name).map(|pair| say.text(pair));
    let value = plain(&field.value);
    let end = field.offset.saturating_add(field.length);
    html! {
        <li>
            <div class={classes!("cl-field", is_target.then_some("cl-field--target"))} ref={row}>
                <div class="cl-field__name">
                    if field.children.is_empty() {
                        <span class="cl-field__title">{ escape(&field.name) }</span>
                    } else {
                        <button type="button" class="cl-field__title cl-fold" aria-expanded={open.to_string()} onclick={fold}>
                            { escape(&field.name) }
                        </button>
                    }
                    if let Some(meaning) = meaning { <small>{ meaning }</small> }
                </div>
                <div class="cl-field__value">
                    { shown(&field.value, say) }
                    if !value.is_empty() { { copy_small(&props.page, &value, field.name.clone()) } }
                    if let Some(critical) = field.critical.filter(|critical| *critical) {
                        <span class="cl-tag" data-critical={critical.to_string()}>{ say.text(words::CRITICAL) }</span>
                    }
                </div>
                <div class="cl-field__place">
                    if let Some(oid) = &field.oid { <code>{ oid }</code> }
                    if field.length > 0 {
                        <button type="button" class="cl-link" aria-expanded={shows_bytes.to_string()} onclick={toggle_bytes}>
                            { say.fill(words::BYTES, [("from", field.offset.into()), ("to", end.saturating_sub(1).into())]) }
                        </button>
                    }
                </div>
            </div>
            if shows_bytes && field.length > 0 { { place(props, field) } }
            if !children.is_empty() { { parts(props, &field.children, children) } }
        </li>
    }
}

/// The bytes of a field, to look at and to take away.
fn place(props: &NodeProps, field: &Field) -> Html {
    let (say, span, onplace) = (props.page.say, Span::field(field), props.onplace.clone());
    let onclick = Callback::from(move |_: MouseEvent| onplace.emit(span));
    let value = {
        let (detail, at) = (props.detail.clone(), Rc::clone(&props.at));
        move || {
            field_at(&detail.fields, &at).map(|field| field_bytes(field, &detail.der).into_owned()).unwrap_or_default()
        }
    };
    html! {
        <div class="cl-place">
            { bytes(&props.detail, field, say) }
            <p class="cl-place__take">
                { copy_forms(&props.page, value) }
                <button type="button" class="cl-link" data-test="field-asn1" {onclick}>{ say.text(words::IN_TREE) }</button>
            </p>
        </div>
    }
}

/// The fields inside a field: many at first, and as many as it takes to show what the address points at.
fn parts(field: &NodeProps, children: &[Field], inside: Vec<usize>) -> Html {
    let on_the_way = |index: &usize| {
        let path = children.get(*index).map(|child| child.path.as_str());
        path.zip(field.target.as_ref())
            .is_some_and(|(path, target)| *path == *target.path || leads_to(path, &target.path))
    };
    let first = inside.iter().position(on_the_way).map_or(ROWS, |place| ROWS.max(place.saturating_add(1)));
    let (say, of, field) = (field.page.say, inside.len(), field.clone());
    let draw = move |shown| {
        html! {
            <ul>
                for index in inside.iter().take(shown).copied() {
                    <Node key={index} at={field.at.iter().copied().chain([index]).collect::<Rc<[usize]>>()} ..field.clone() />
                }
            </ul>
        }
    };
    html! { <LongList {say} {of} {draw} {first} /> }
}
