use super::hop_answer::hop_answer;
use crate::app::{
    components::finding::finding_list,
    context::{Shared, Words},
};
use crate::look::context::Page;
use crate::report::{
    Cloud, Hop, HopKind, HopTls, Hops as Answer, HopsOptions, Report, Role,
    wire::{Reply, Request},
};
use crate::text::{day, escape, hops as names, page::hops as words};
use std::{cell::Cell, rc::Rc};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Places that can be drawn.
const PLACES: usize = 6;

#[derive(PartialEq, Properties)]
pub struct HopsProps {
    pub page: Page,
    pub report: Shared<Report>,
}

type Way = UseStateHandle<Vec<Hop>>;

/// The way from the phone to the server, drawn by who knows it; below each place what it needs.
#[component]
pub fn Hops(props: &HopsProps) -> Html {
    let (page, say) = (&props.page, props.page.say);
    let way = use_state(|| vec![Hop::new(HopKind::Server)]);
    {
        let way = way.clone();
        // Another report numbers its certificates anew.
        use_effect_with(props.report.clone(), move |_| {
            if way.iter().any(|hop| hop.shows.is_some()) {
                way.set(way.iter().map(|hop| Hop { shows: None, ..hop.clone() }).collect());
            }
        });
    }
    let answer = use_answer(props, &way);
    let told = answer.as_ref().map(|answer| answer.hops.as_slice()).unwrap_or_default();
    html! {
        <section class="cl-hops" data-test="hops" aria-labelledby="cl-hops">
            <h3 id="cl-hops">{ say.text(words::TITLE) }</h3>
            <p class="cl-hint">{ say.text(words::LEAD) }</p>
            <p class="cl-files">
                { adds(say, &way, HopKind::Cdn) }
                { adds(say, &way, HopKind::LoadBalancer) }
            </p>
            <ol class="cl-way">
                <li class="cl-hop cl-hop--client"><b>{ say.text(words::CLIENT) }</b></li>
                for (index, hop) in way.iter().enumerate() {
                    <li key={index} class="cl-hop" data-test="hop" data-kind={kind_id(hop.kind)}>
                        { place(page, &way, index, hop, &props.report) }
                        if let Some(told) = told.get(index) { { hop_answer(page, told) } }
                    </li>
                }
            </ol>
            if let Some(answer) = &*answer {
                <section>
                    <h4>{ say.text(words::FINDINGS) }</h4>
                    if answer.findings.is_empty() { <p class="cl-hint">{ say.text(words::RIGHT) }</p> }
                    { finding_list(page, answer.findings.iter(), &props.report, None, None) }
                </section>
            }
        </section>
    }
}

/// Asks whenever the report, the language or the way changes; answers that were overtaken are dropped.
#[hook]
fn use_answer(props: &HopsProps, way: &[Hop]) -> UseStateHandle<Option<Shared<Answer>>> {
    let answer = use_state(|| None::<Shared<Answer>>);
    let options = HopsOptions { lang: props.page.say.0.tag().to_owned(), hops: way.to_vec() };
    {
        let (engine, answer) = (props.page.engine, answer.clone());
        use_effect_with((props.report.clone(), options), move |(_, options)| {
            let wanted = Rc::new(Cell::new(true));
            let still = Rc::clone(&wanted);
            engine.ask(
                Request::Hops(options.clone()),
                Callback::from(move |reply| match reply {
                    Reply::Hops(made) if still.get() => answer.set(Some(Shared(Rc::from(made)))),
                    _ => {}
                }),
            );
            move || wanted.set(false)
        });
    }
    answer
}

/// A button that adds a place: a CDN in front of everything, a load balancer in front of the server.
fn adds(say: Words, way: &Way, kind: HopKind) -> Html {
    let (label, hook) = match kind {
        HopKind::Cdn => (words::ADD_CDN, "add-cdn"),
        _ => (words::ADD_BALANCER, "add-balancer"),
    };
    let full = way.len() >= PLACES;
    let way = way.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let mut drawn = (*way).clone();
        let at = if kind == HopKind::Cdn { 0 } else { drawn.len().saturating_sub(1) };
        drawn.insert(at, Hop::new(kind));
        way.set(drawn);
    });
    html! {
        <button type="button" class="cl-button" data-test={hook} disabled={full} {onclick}>{ say.text(label) }</button>
    }
}

/// One place as its owner describes it.
fn place(page: &Page, way: &Way, index: usize, hop: &Hop, report: &Report) -> Html {
    let say = page.say;
    let server = hop.kind == HopKind::Server;
    let title = say.text(names::kind(hop.kind));
    let remove = {
        let way = way.clone();
        Callback::from(move |_: MouseEvent| {
            let kept = way.iter().enumerate().filter(|(at, _)| *at != index).map(|(_, hop)| hop.clone());
            way.set(kept.collect());
        })
    };
    let clouds = Cloud::ALL.iter().map(|cloud| (say.text(names::cloud(*cloud)).to_owned(), *cloud == hop.cloud));
    // Behind the server there is nothing to hand TLS on to.
    let ways: Vec<HopTls> =
        HopTls::ALL.into_iter().filter(|tls| !server || matches!(tls, HopTls::Ends | HopTls::Plain)).collect();
    let tls = ways.iter().map(|tls| (say.text(names::tls(*tls)).to_owned(), *tls == hop.tls));
    html! {
        <div class="cl-hop__place">
            <div class="cl-hop__head">
                <b>{ title }</b>
                if !server {
                    <button type="button" class="cl-link" data-test="remove-hop" onclick={remove}>
                        { say.fill(words::REMOVE, [("name", title.into())]) }
                    </button>
                }
            </div>
            if !server {
                { choice(index, "cloud", say.text(words::CLOUD), clouds.collect(), changes(way, index, |hop, at| {
                    hop.cloud = Cloud::ALL.get(at).copied().unwrap_or_default();
                })) }
            }
            { choice(index, "tls", say.text(words::TLS), tls.collect(), changes(way, index, move |hop, at| {
                if let Some(tls) = ways.get(at) {
                    hop.tls = *tls;
                }
            })) }
            if hop.tls.ends() { { shown(say, way, index, hop, report) } }
        </div>
    }
}

/// What the place shows today, and whether the certificate at hand goes there.
fn shown(say: Words, way: &Way, index: usize, hop: &Hop, report: &Report) -> Html {
    let known: Vec<usize> = (0..report.certificates.len())
        .filter(|at| report.certificates.get(*at).is_some_and(|one| one.role == Role::Leaf))
        .collect();
    let mut options = vec![(say.text(words::NOT_LOOKED).to_owned(), hop.shows.is_none())];
    options.extend(known.iter().filter_map(|at| {
        let one = report.certificates.get(*at)?;
        let pair = if report.chain.leaf == Some(*at) { words::AT_HAND } else { words::UNTIL };
        let holes = [("name", escape(&one.label).into()), ("until", day(one.not_after, say.0).into())];
        Some((say.fill(pair, holes), hop.shows == Some(*at)))
    }));
    let plan = changes(way, index, |hop, _| hop.planned = !hop.planned);
    html! {
        <>
            { choice(index, "shows", say.text(words::SHOWS), options, changes(way, index, move |hop, at| {
                hop.shows = at.checked_sub(1).and_then(|at| known.get(at).copied());
            })) }
            <label class="cl-check">
                <input
                    type="checkbox"
                    data-test="hop-planned"
                    checked={hop.planned}
                    onchange={Callback::from(move |_: Event| plan.emit(0))}
                />
                <span>{ say.text(words::PLANNED) }</span>
            </label>
        </>
    }
}

/// The way with one place changed; the number is that of the option chosen.
fn changes(way: &Way, index: usize, change: impl Fn(&mut Hop, usize) + 'static) -> Callback<usize> {
    let way = way.clone();
    Callback::from(move |at| {
        let mut drawn = (*way).clone();
        if let Some(hop) = drawn.get_mut(index) {
            change(hop, at);
        }
        way.set(drawn);
    })
}

/// A list of options by their numbers.
fn choice(
    index: usize,
    hook: &'static str,
    label: &'static str,
    options: Vec<(String, bool)>,
    chosen: Callback<usize>,
) -> Html {
    let id = format!("cl-hop-{index}-{hook}");
    let onchange = Callback::from(move |event: Event| {
        chosen.emit(event.target_unchecked_into::<HtmlInputElement>().value().parse().unwrap_or_default());
    });
    html! {
        <div class="cl-form__row">
            <label for={id.clone()}>{ label }</label>
            <select {id} data-test={format!("hop-{hook}")} {onchange}>
                for (number, (text, selected)) in options.into_iter().enumerate() {
                    <option key={number} value={number.to_string()} {selected}>{ text }</option>
                }
            </select>
        </div>
    }
}

const fn kind_id(kind: HopKind) -> &'static str {
    match kind {
        HopKind::Cdn => "cdn",
        HopKind::LoadBalancer => "load-balancer",
        HopKind::Server => "server",
    }
}
