use super::{code_block::command_block, copy_button::CopyButton};
use crate::app::{
    browser,
    components::{
        finding::finding_list,
        icon::{Sign, icon},
        long_list::LongList,
    },
    context::Shared,
    view::parted,
};
use crate::look::context::Page;
use crate::report::{
    CheckGroup, CheckOptions, CheckStep, Checks as Made, Finding, Report,
    wire::{Reply, Request},
};
use crate::text::page::checks as words;
use std::{cell::Cell, rc::Rc};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The topic that is open at first: the certificate itself. DNS comes before it, as in life.
const OPEN: usize = 1;

/// Steps of a topic shown at first, and more with each click: a certificate for many names has hundreds.
const STEPS: usize = 12;

#[derive(PartialEq, Properties)]
pub struct ChecksProps {
    pub page: Page,
    pub report: Shared<Report>,
}

/// What came of asking.
#[derive(Clone, PartialEq)]
enum Outcome {
    Waiting,
    Made(Shared<Made>),
    Refused(Rc<[Finding]>),
}

/// What to look at before the program is submitted: commands with what they have to show.
#[component]
pub fn Checks(props: &ChecksProps) -> Html {
    let (page, say) = (&props.page, props.page.say);
    let edges = use_state(String::new);
    let file = use_state(String::new);
    let outcome = use_checks(props, &edges, &file);
    html! {
        <section class="cl-checks" data-test="checks" aria-label={say.text(words::TITLE)}>
            <p class="cl-hint">{ say.text(words::LEAD) }</p>
            <div class="cl-form">
                { field("cl-edges", say.text(words::EDGES), say.text(words::EDGES_HINT), "203.0.113.7, 2001:db8::7", &edges) }
                { field("cl-verification", say.text(words::FILE), say.text(words::FILE_HINT), "WW_verify_….txt", &file) }
            </div>
            {
                match &*outcome {
                    Outcome::Waiting => html! { <p class="cl-hint" role="status">{ say.text(words::WAITING) }</p> },
                    Outcome::Made(made) => list(page, made, &props.report),
                    Outcome::Refused(why) => html! {
                        <>
                            <h4>{ say.text(words::REFUSED) }</h4>
                            { finding_list(page, why.iter(), &props.report, None, None) }
                        </>
                    },
                }
            }
        </section>
    }
}

/// A text that is taken when it is finished: an address half typed is none.
fn field(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    example: &'static str,
    value: &UseStateHandle<String>,
) -> Html {
    let onchange = {
        let value = value.clone();
        Callback::from(move |event: Event| value.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    html! {
        <div class="cl-form__row">
            <label for={id}>{ label }</label>
            <input
                {id}
                type="text"
                data-test={id.trim_start_matches("cl-")}
                aria-describedby={format!("{id}-hint")}
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                placeholder={example}
                value={(**value).clone()}
                {onchange}
            />
            <small id={format!("{id}-hint")}>{ hint }</small>
        </div>
    }
}

/// Asks whenever the report, the language or a field changes; answers that were overtaken are dropped.
#[hook]
fn use_checks(props: &ChecksProps, edges: &str, file: &str) -> UseStateHandle<Outcome> {
    let outcome = use_state(|| Outcome::Waiting);
    let options = CheckOptions {
        lang: props.page.say.0.tag().to_owned(),
        edges: parted(edges).map(str::to_owned).collect(),
        verification_file: file.trim().to_owned(),
    };
    {
        let (engine, outcome) = (props.page.engine, outcome.clone());
        use_effect_with((props.report.clone(), options), move |(_, options)| {
            let wanted = Rc::new(Cell::new(true));
            let still = Rc::clone(&wanted);
            engine.ask(
                Request::Checks(options.clone()),
                Callback::from(move |reply| match reply {
                    Reply::Checks(made) if still.get() => outcome.set(Outcome::Made(Shared(Rc::from(made)))),
                    Reply::Refused(why) if still.get() => outcome.set(Outcome::Refused(why.into())),
                    _ => {}
                }),
            );
            move || wanted.set(false)
        });
    }
    outcome
}

fn list(page: &Page, made: &Shared<Made>, report: &Shared<Report>) -> Html {
    let say = page.say;
    let all = {
        let made = made.clone();
        move |()| {
            let lines = made.groups.iter().flat_map(|group| &group.steps).map(|step| step.command.as_str());
            lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
        }
    };
    let script = {
        let made = made.clone();
        Callback::from(move |_: MouseEvent| browser::download("check.sh", made.script.as_bytes()))
    };
    html! {
        <>
            <p class="cl-files">
                <button type="button" class="cl-button" data-test="download-script" onclick={script}>
                    { icon(Sign::Download) }<span>{ say.text(words::DOWNLOAD) }</span>
                </button>
                <CopyButton page={page.clone()} text={all} of={say.text(words::ALL)} label={say.text(words::COPY_ALL)} />
            </p>
            if !made.notes.is_empty() {
                <h4>{ say.text(words::NOTES) }</h4>
                { finding_list(page, made.notes.iter(), report, None, None) }
            }
            for (index, group) in made.groups.iter().enumerate() {
                <details key={group.title.clone()} class="cl-group" data-test="check-group" open={index == OPEN}>
                    <summary>{ &group.title }</summary>
                    { topic(page, group, made, index) }
                </details>
            }
        </>
    }
}

fn topic(page: &Page, group: &CheckGroup, made: &Shared<Made>, index: usize) -> Html {
    let say = page.say;
    let draw = {
        let (page, made) = (page.clone(), made.clone());
        Callback::from(move |shown: usize| {
            let steps = made.groups.get(index).map(|group| group.steps.as_slice()).unwrap_or_default();
            html! {
                <ul class="cl-probes">
                    for (number, one) in steps.iter().take(shown).enumerate() { { step(&page, number, one) } }
                </ul>
            }
        })
    };
    html! {
        <>
            <p class="cl-hint">{ &group.why }</p>
            if !group.skip.is_empty() { <p class="cl-hint">{ say.text(words::SKIP) }{ &group.skip }</p> }
            <LongList {say} of={group.steps.len()} {draw} first={STEPS} step={STEPS} />
            if !group.answers.is_empty() {
                <h4>{ say.text(words::ANSWERS) }</h4>
                <table class="cl-table">
                    <thead><tr><th scope="col">{ say.text(words::SHOWN) }</th><th scope="col">{ say.text(words::MEANS) }</th></tr></thead>
                    <tbody>
                        for row in &group.answers {
                            <tr key={row.shown.clone()}>
                                <th scope="row"><code>{ &row.shown }</code></th>
                                <td data-label={say.text(words::MEANS)}>{ &row.means }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            }
        </>
    }
}

fn step(page: &Page, number: usize, step: &CheckStep) -> Html {
    let say = page.say;
    html! {
        <li key={number} data-test="check">
            <h4><bdi>{ &step.title }</bdi></h4>
            if !step.command.is_empty() { { command_block(page, &step.command) } }
            if !step.windows.is_empty() {
                <details class="cl-windows">
                    <summary>{ say.text(words::ON_WINDOWS) }</summary>
                    for (index, line) in step.windows.iter().enumerate() { <div key={index}>{ command_block(page, line) }</div> }
                </details>
            }
            for (index, line) in step.expect.iter().enumerate() {
                <p key={index}>{ icon(Sign::Good) }<span>{ say.text(words::EXPECT) }<bdi>{ line }</bdi></span></p>
            }
            if !step.link.is_empty() {
                <p><a href={step.link.clone()} rel="noreferrer" target="_blank">{ &step.link }</a></p>
            }
        </li>
    }
}
