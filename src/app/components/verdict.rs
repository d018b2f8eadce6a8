use super::{
    icon::{Sign, icon, severity_class},
    untrusted::untrusted,
};
use crate::app::{
    browser,
    context::{Shared, Words, use_door, use_engine, use_words},
    route::{Route, Tab},
    state::Action,
    view::headline,
};
use crate::report::{
    Finding, Repair, Report, Severity, Timestamp, Verdict as Outcome,
    wire::{Reply, Request},
};
use crate::text::page::verdict as words;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct VerdictProps {
    pub report: Shared<Report>,
    pub repaired: bool,
    pub example: Option<Timestamp>,
}

/// One sentence that decides, and what most people came for: the fixed file and the configuration.
#[component]
pub fn Verdict(props: &VerdictProps) -> Html {
    let say = use_words();
    let act = use_door();
    let report = &props.report;
    let (severity, id, state) = match report.verdict {
        Outcome::Broken => (Some(Severity::Error), "broken", words::BROKEN),
        Outcome::Attention => (Some(Severity::Warning), "attention", words::ATTENTION),
        Outcome::Ready => (None, "ready", words::READY),
    };
    let facts = headline::facts(report, say);
    html! {
        <section class={classes!("cl-verdict", severity_class(severity))} data-test="verdict" data-verdict={id}>
            <p class="cl-verdict__state">{ icon(Sign::of(severity)) }{ say.text(state) }</p>
            <h1><bdi>{ headline::sentence(report, say) }</bdi></h1>
            <p class="cl-verdict__facts">
                if let Some(leaf) = report.leaf() {
                    <span>{ untrusted(&leaf.label) }</span>
                }
                for fact in facts { <span key={fact.clone()}>{ &fact }</span> }
                if let Some(others) = headline::others(report, say) { <span><a href="#findings" onclick={to_findings()}>{ others }</a></span> }
            </p>
            if props.repaired { { repaired(say, &act) } }
            if let Some(moment) = props.example {
                <p class="cl-verdict__note">{ say.fill(words::EXAMPLE, [("date", moment.into())]) }</p>
            }
            if report.leaf().is_some() { <Actions repair={offered(report, props.repaired)} recommended={report.chain.complete} /> }
        </section>
    }
}

/// The findings are on the same page, not behind an address.
fn to_findings() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        if let Some(list) = browser::host_element().and_then(|host| browser::find(&host, ".cl-findings")) {
            browser::reveal_top(&list);
        }
    })
}

/// The repair that a serious finding offers, unless it was made already.
fn offered(report: &Report, repaired: bool) -> Option<Repair> {
    let serious = report.findings.iter().filter(|finding: &&Finding| finding.severity != Severity::Info);
    serious.filter_map(|finding| finding.repair).next().filter(|_| !repaired)
}

/// Says that this is not what was given, and offers the way back.
fn repaired(say: Words, act: &Callback<Action>) -> Html {
    html! {
        <p class="cl-verdict__note" data-test="repaired">
            { icon(Sign::Good) }
            <span>
                { say.text(words::REPAIRED) }
                <button type="button" class="cl-link" data-test="undo" onclick={act.reform(|_| Action::Unrepaired)}>
                    { say.text(words::UNDO) }
                </button>
            </span>
        </p>
    }
}

#[derive(PartialEq, Properties)]
struct ActionsProps {
    repair: Option<Repair>,
    /// The chain reaches a root: its file is worth taking.
    recommended: bool,
}

#[component]
fn Actions(props: &ActionsProps) -> Html {
    let say = use_words();
    let act = use_door();
    let engine = use_engine();
    let first = props.repair.is_none() && props.recommended;
    let download = Callback::from(move |_: MouseEvent| {
        let Some(engine) = &engine else { return };
        engine.ask(
            Request::Files,
            Callback::from(|reply| {
                if let Reply::Files(files) = reply
                    && let Some(chain) = files.iter().find(|file| file.name == "fullchain.pem")
                {
                    browser::download(&chain.name, &chain.bytes);
                }
            }),
        );
    });
    let deploy = act.reform(|event: MouseEvent| {
        event.prevent_default();
        let route = Route::to(Tab::Deploy);
        browser::show_hash(&route.hash());
        if let Some(tabs) = browser::host_element().and_then(|host| browser::find(&host, "[role=tablist]")) {
            browser::reveal_top(&tabs);
        }
        Action::Went(route)
    });
    html! {
        <div class="cl-actions">
            if let Some(repair) = props.repair {
                <button
                    type="button"
                    class="cl-button cl-button--first"
                    onclick={act.reform(move |_| Action::Repaired(repair))}
                >{ say.text(words::REPAIR) }</button>
            }
            <button
                type="button"
                class={classes!("cl-button", first.then_some("cl-button--first"))}
                data-test="download"
                onclick={download}
            >{ icon(Sign::Download) }{ say.text(words::DOWNLOAD) }</button>
            <a class="cl-button" href="#deploy" onclick={deploy}>{ say.text(words::CONFIGURATION) }</a>
        </div>
    }
}
