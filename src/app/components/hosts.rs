use super::{
    icon::{Sign, icon, severity_class},
    untrusted::untrusted,
};
use crate::app::{desk::Desk, state::Action};
use crate::report::{Report, Severity};
use crate::text::page::input as words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The hosts that must be covered, as chips in a text field; marked once there is a report for them.
pub fn hosts(page: &Desk, hosts: &[String], report: Option<&Report>) -> Html {
    let say = page.say;
    let add = {
        let page = page.clone();
        move |input: &HtmlInputElement| {
            if !input.value().trim().is_empty() {
                page.act(Action::HostsAdded(input.value()));
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
    let last = hosts.len().checked_sub(1);
    let onkeydown = {
        let page = page.clone();
        Callback::from(move |event: KeyboardEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            match (event.key().as_str(), last) {
                // WebKit says of the Enter that ends a composition (keyCode 229) that there is none any more:
                // https://bugs.webkit.org/show_bug.cgi?id=165004
                ("Enter", _) if !event.is_composing() && event.key_code() != 229 => {
                    event.prevent_default();
                    add(&input);
                }
                ("Backspace", Some(last)) if input.value().is_empty() => page.act(Action::HostRemoved(last)),
                _ => {}
            }
        })
    };
    html! {
        <section class="cl-hosts">
            <h2><label for="cl-hosts">{ say.text(words::HOSTS) }</label></h2>
            <div class="cl-chips">
                for (index, host) in hosts.iter().enumerate() {
                    { chip(index, host, covered(report, host), page) }
                }
                <input
                    id="cl-hosts"
                    type="text"
                    data-test="hosts"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    inputmode="url"
                    placeholder={if hosts.is_empty() { "www.example.com" } else { "" }}
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

fn covered(report: Option<&Report>, host: &str) -> Option<bool> {
    report?.names.hosts.iter().find(|coverage| coverage.host == host).map(|coverage| coverage.covered)
}

/// One host, marked once it is known whether it is covered.
fn chip(index: usize, host: &str, covered: Option<bool>, page: &Desk) -> Html {
    let say = page.say;
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
                onclick={page.does(Action::HostRemoved(index))}
            >{ icon(Sign::Close) }</button>
        </span>
    }
}
