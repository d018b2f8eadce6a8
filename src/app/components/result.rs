use super::{fact_cards::fact_cards, findings::findings, tabs::tabs, verdict::verdict};
use crate::app::{
    context::Shared,
    desk::Desk,
    route::{Pointed, Tab},
};
use crate::report::{Repair, Report, Timestamp};
use crate::text::page::verdict as words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ResultProps {
    pub page: Desk,
    pub report: Option<Shared<Report>>,
    /// The report is what can be told at a glance: more is to come.
    pub glance: bool,
    /// Repairs that were made before judging.
    pub repairs: Vec<Repair>,
    /// The moment of the example in the box.
    pub example: Option<Timestamp>,
    /// The open tab.
    pub tab: Tab,
    /// The finding that the address points at.
    pub pointed: Option<Pointed>,
    /// What the configuration should be like.
    pub choices: Rc<str>,
    /// There is no answer, and none will come by itself.
    pub failed: bool,
}

/// The answer: verdict, facts, findings, and the tabs behind them.
#[component]
pub fn Result(props: &ResultProps) -> Html {
    let page = &props.page;
    let report = props.report.as_ref();
    let has_leaf = report.is_some_and(|report| report.leaf().is_some());
    let has_certificates = report.is_some_and(|report| !report.certificates.is_empty());
    html! {
        <>
            // The live region stays in place, so that what comes into it is spoken.
            <div class="cl-live" aria-live="polite">
                if let Some(report) = report {
                    { verdict(page, report, props) }
                } else if props.failed {
                    <p class="cl-hint">{ page.say.text(words::NO_ANSWER) }</p>
                }
            </div>
            if let Some(report) = report {
                if has_leaf { { fact_cards(page, report, props.glance) } }
                if !report.symptoms.is_empty() { <div class="cl-slot cl-slot--symptoms" data-look="symptoms" /> }
                { findings(page, report, props.glance, &props.repairs, props.pointed.as_ref()) }
                if has_certificates { { tabs(page, report, props.tab, &props.choices) } }
            }
        </>
    }
}
