use super::{calls_form::CallsForm, checks::Checks, handbook::Handbook, platform_answer::platform_answer};
use crate::app::{
    calls::{Calls, Change},
    components::icon::{Sign, icon, severity_class},
    context::Shared,
    deed::Deed,
    view::platforms::{said, severity},
};
use crate::look::{
    context::Page,
    view::platforms::{readiness, verdict_id},
};
use crate::report::{Phone, Platform, Repair, Report};
use crate::text::{
    client_title,
    page::{checks, platforms as words, shell},
    platform_title,
};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct PlatformsTabProps {
    pub page: Page,
    pub report: Shared<Report>,
    pub calls: Rc<Calls>,
    /// Repairs that were made.
    pub repairs: Vec<Repair>,
}

/// What the program calls, where it runs, and what each platform says to it.
#[component]
pub fn PlatformsTab(props: &PlatformsTabProps) -> Html {
    let (page, report, calls) = (&props.page, &props.report, &props.calls);
    let say = page.say;
    // The commands come from another worker, which is fetched when somebody wants them.
    let before = use_state(|| false);
    let handbook = use_state(|| false);
    html! {
        <div class="cl-platforms">
            <CallsForm page={page.clone()} calls={Rc::clone(calls)} report={report.clone()} />
            <section aria-labelledby="cl-where">
                <h3 id="cl-where">{ say.text(words::WHERE) }</h3>
                <p class="cl-hint">{ say.text(words::WHERE_HINT) }</p>
                <div class="cl-grid__cells">
                    for platform in Platform::ALL { { choice(page, *platform, report, calls) } }
                </div>
                <div class="cl-form cl-phones">
                    for client in PHONES { { oldest_phone(page, client, report, calls) } }
                </div>
            </section>
            for platform in calls.platforms.iter() {
                if let Some(readiness) = readiness(*platform, report) {
                    { platform_answer(page, readiness, report, &props.repairs) }
                }
            }
            <details class="cl-more-of cl-platform" data-test="before" ontoggle={opens(&before)}>
                <summary>{ say.text(checks::TITLE) }</summary>
                if *before { <Checks page={page.clone()} report={report.clone()} /> }
            </details>
            <details class="cl-handbook" data-test="handbook" ontoggle={opens(&handbook)}>
                <summary>{ say.text(shell::HANDBOOK) }</summary>
                if *handbook { <Handbook page={page.clone()} /> }
            </details>
        </div>
    }
}

/// Notes that something was unfolded; what stays in it when it is folded again.
fn opens(opened: &UseStateHandle<bool>) -> Callback<Event> {
    let opened = opened.setter();
    Callback::from(move |_| opened.set(true))
}

/// Systems of phones whose oldest version can be chosen.
const PHONES: [&str; 2] = ["android", "ios"];

/// The oldest version of a system that counts.
fn oldest_phone(page: &Page, client: &'static str, report: &Report, calls: &Calls) -> Html {
    let say = page.say;
    let versions = report.trust.clients.iter().filter(|it| it.id == client).map(|it| it.version.as_str());
    let chosen = calls.phones.iter().find(|phone| phone.client == client).map(|phone| phone.version.as_str());
    let onchange = {
        let page = page.clone();
        Callback::from(move |event: Event| {
            let version = event.target_unchecked_into::<HtmlSelectElement>().value();
            let phone = Phone { client: client.to_owned(), version };
            page.act(Deed::CallsChanged(Change::OldestPhone(phone)));
        })
    };
    let id = format!("cl-oldest-{client}");
    html! {
        <div class="cl-form__row" key={client}>
            <label for={id.clone()}>{ say.fill(words::OLDEST, [("system", client_title(client, say.0).into())]) }</label>
            <select {id} data-test={format!("oldest-{client}")} {onchange}>
                <option value="" selected={chosen.is_none()}>{ say.text(words::ANY_PHONE) }</option>
                for version in versions {
                    <option key={version.to_owned()} value={version.to_owned()} selected={chosen == Some(version)}>
                        { version }
                    </option>
                }
            </select>
        </div>
    }
}

/// A platform to be asked, with its answer where there is one.
fn choice(page: &Page, platform: Platform, report: &Report, calls: &Calls) -> Html {
    let say = page.say;
    let verdict = readiness(platform, report).map(|readiness| readiness.verdict);
    let tone = verdict.map(|verdict| severity_class(severity(verdict)));
    html! {
        <button
            type="button"
            key={platform.id()}
            class={classes!("cl-grid__cell", tone)}
            data-test="platform"
            data-id={platform.id()}
            data-verdict={verdict.map(verdict_id)}
            aria-pressed={calls.platforms.contains(&platform).to_string()}
            onclick={page.does(Deed::CallsChanged(Change::Toggled(platform)))}
        >
            if let Some(verdict) = verdict { { icon(Sign::of(severity(verdict))) } }
            <b>{ say.text(platform_title(platform)) }</b>
            if let Some(verdict) = verdict { <span class="cl-offscreen">{ say.text(said(verdict)) }</span> }
        </button>
    }
}
