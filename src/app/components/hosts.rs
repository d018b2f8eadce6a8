use super::{
    icon::{Sign, icon, severity_class},
    untrusted::untrusted,
};
use crate::app::{
    context::{Shared, Words, use_door, use_words},
    state::Action,
};
use crate::report::{Report, Severity};
use crate::text::page::input as words;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct HostsProps {
    pub hosts: Rc<[String]>,
    /// The report for these hosts, once there is one.
    pub report: Option<Shared<Report>>,
}

/// The hosts that must be covered, as chips in a text field.
#[component]
pub fn Hosts(props: &HostsProps) -> Html {
    let say = use_words();
    let act = use_door();
    let add = {
        let act = act.clone();
        move |input: &HtmlInputElement| {
            if !input.value().trim().is_empty() {
                act.emit(Action::HostsAdded(input.value()));
            }
            input.set_value("");
        }
    };
    let oninput = {
        let add = add.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            // Characters of an input method are not final until it says so.
            if !event.is_composing() && input.value().contains([',', '，', '、', ';', ' ', '\n']) {
                add(&input);
            }
        })
    };
    let onblur = {
        let add = add.clone();
        Callback::from(move |event: FocusEvent| add(&event.target_unchecked_into()))
    };
    let last = props.hosts.len().checked_sub(1);
    let onkeydown = {
        let act = act.clone();
        Callback::from(move |event: KeyboardEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            match (event.key().as_str(), last) {
                ("Enter", _) if !event.is_composing() => {
                    event.prevent_default();
                    add(&input);
                }
                ("Backspace", Some(last)) if input.value().is_empty() => act.emit(Action::HostRemoved(last)),
                _ => {}
            }
        })
    };
    html! {
        <section class="cl-hosts">
            <h2><label for="cl-hosts">{ say.text(words::HOSTS) }</label></h2>
            <div class="cl-chips">
                for (index, host) in props.hosts.iter().enumerate() {
                    { chip(index, host, covered(props, host), say, &act) }
                }
                <input
                    id="cl-hosts"
                    type="text"
                    data-test="hosts"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    inputmode="url"
                    placeholder={if props.hosts.is_empty() { "www.example.com" } else { "" }}
                    aria-describedby="cl-hosts-hint"
                    {oninput}
                    {onblur}
                    {onkeydown}
                />
            </div>
            <p class="cl-hint" id="cl-hosts-hint">{ say.text(words::HOSTS_HINT) }</p>
        </section>
    }
}

fn covered(props: &HostsProps, host: &str) -> Option<bool> {
    let report = props.report.as_ref()?;
    report.names.hosts.iter().find(|coverage| coverage.host == host).map(|coverage| coverage.covered)
}

/// One host, marked once it is known whether it is covered.
fn chip(index: usize, host: &str, covered: Option<bool>, say: Words, act: &Callback<Action>) -> Html {
    let severity = covered.map(|covered| (!covered).then_some(Severity::Error));
    html! {
        <span key={host.to_owned()} class={classes!("cl-chip", severity.map(severity_class))}>
            if let Some(severity) = severity {
                { icon(Sign::of(severity)) }
                <span class="cl-offscreen">
                    { say.text(if severity.is_none() { words::COVERED } else { words::NOT_COVERED }) }
                </span>
            }
            { untrusted(host) }
            <button
                type="button"
                aria-label={say.fill(words::REMOVE, [("name", host.into())])}
                onclick={act.reform(move |_| Action::HostRemoved(index))}
            >{ icon(Sign::Close) }</button>
        </span>
    }
}
