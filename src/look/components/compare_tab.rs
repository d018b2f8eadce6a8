use super::comparison::comparison;
use crate::app::context::{Shared, Words};
use crate::look::{
    context::Page,
    view::compare::{CHOICES, likely},
};
use crate::report::{
    Comparison, Report,
    wire::{Reply, Request},
};
use crate::text::{day, escape, page::compare as words};
use std::{cell::Cell, rc::Rc};
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct CompareTabProps {
    pub page: Page,
    pub report: Shared<Report>,
}

/// The certificate in use and the one to take its place.
type Couple = (usize, usize);

/// What happens when one server certificate takes another's place.
#[component]
pub fn CompareTab(props: &CompareTabProps) -> Html {
    let (say, report) = (props.page.say, &props.report);
    let servers = use_memo(report.clone(), |report| report.server_certificates());
    let chosen = use_state(|| None::<(Shared<Report>, Couple)>);
    // Another report numbers its certificates anew.
    let own = chosen.as_ref().filter(|(of, _)| of == report).map(|(_, couple)| *couple);
    let couple = own.or_else(|| likely(report, &servers));
    let answer = use_answer(props, couple);
    let Some(couple) = couple else {
        return html! { <p class="cl-hint" data-test="compare-one">{ say.text(words::ONE) }</p> };
    };
    let choose = {
        let report = report.clone();
        Callback::from(move |couple| chosen.set(Some((report.clone(), couple))))
    };
    let (old, new) = couple;
    let swap = choose.reform(move |_: MouseEvent| (new, old));
    html! {
        <div class="cl-compare" data-test="compare">
            <div class="cl-compare__choice">
                { choice(say, report, &servers, ("old", words::OLD), old, choose.reform(move |index| (index, new))) }
                <button type="button" class="cl-button" data-test="compare-swap" onclick={swap}>{ "⇄ " }{ say.text(words::SWAP) }</button>
                { choice(say, report, &servers, ("new", words::NEW), new, choose.reform(move |index| (old, index))) }
            </div>
            {
                match &*answer {
                    Some(made) if (made.old, made.new) == couple => comparison(&props.page, report, made),
                    _ => html! {
                        <p class="cl-hint">{ say.text(if old == new { words::SAME_CHOSEN } else { words::WAITING }) }</p>
                    },
                }
            }
        </div>
    }
}

/// Asks whenever the report or the two change; answers that were overtaken are dropped.
#[hook]
fn use_answer(props: &CompareTabProps, couple: Option<Couple>) -> UseStateHandle<Option<Shared<Comparison>>> {
    let answer = use_state(|| None::<Shared<Comparison>>);
    {
        let (engine, answer) = (props.page.engine, answer.clone());
        use_effect_with((props.report.clone(), couple), move |(_, couple)| {
            let wanted = Rc::new(Cell::new(true));
            answer.set(None);
            if let Some((old, new)) = couple.filter(|(old, new)| old != new) {
                let still = Rc::clone(&wanted);
                engine.ask(
                    Request::Compare { old, new },
                    Callback::from(move |reply| match reply {
                        Reply::Comparison(made) if still.get() => answer.set(Some(Shared(Rc::from(made)))),
                        _ => {}
                    }),
                );
            }
            move || wanted.set(false)
        });
    }
    answer
}

/// One of the two.
fn choice(
    say: Words,
    report: &Report,
    servers: &[usize],
    (hook, label): (&str, crate::text::Pair),
    chosen: usize,
    choose: Callback<usize>,
) -> Html {
    let id = format!("cl-compare-{hook}");
    let onchange = Callback::from(move |event: Event| {
        if let Ok(index) = event.target_unchecked_into::<HtmlInputElement>().value().parse() {
            choose.emit(index);
        }
    });
    let shown = servers.iter().enumerate().filter(|(at, index)| *at < CHOICES || **index == chosen);
    html! {
        <div class="cl-form__row">
            <label for={id.clone()}>{ say.text(label) }</label>
            <select {id} data-test={format!("compare-{hook}")} {onchange}>
                for (_, index) in shown {
                    <option key={*index} value={index.to_string()} selected={*index == chosen}>{ title(say, report, *index) }</option>
                }
            </select>
        </div>
    }
}

/// A certificate with its end, which tells it from its namesakes.
fn title(say: Words, report: &Report, index: usize) -> String {
    let Some(one) = report.certificates.get(index) else { return String::new() };
    let until = day(one.not_after, say.0);
    say.fill(words::CHOICE, [("name", escape(&one.label).into()), ("until", until.into())])
}
