use super::icon::{Sign, icon_with, severity_class};
use super::{finding::finding_list, long_list::LongList};
use crate::app::{
    context::{Page, Shared, TABS},
    route::{Route, Tab},
    view::platforms::{is_of_platform, said, severity, to_look_at},
};
use crate::report::{Code, Finding, Repair, Report};
use crate::text::{
    page::{findings as words, platforms as verdicts},
    platform_title,
};
use std::rc::Rc;
use yew::prelude::*;

/// Findings shown at first, and more with each click: each is a dozen elements, the worst come first, and drawing 200
/// at once keeps the page from moving for a tenth of a second.
const FINDINGS: usize = 50;

#[derive(PartialEq, Properties)]
pub struct FindingsProps {
    pub page: Page,
    pub report: Shared<Report>,
    /// More is to come.
    pub glance: bool,
    /// Repairs that were made.
    pub repairs: Vec<Repair>,
}

/// Everything that was found, most serious first, and how much was looked at.
#[component]
pub fn Findings(props: &FindingsProps) -> Html {
    let say = props.page.say;
    // What was recognised of error messages stands above, with all that is known of it; what a platform says stands with
    // that platform.
    let here = |finding: &&Finding| finding.code != Code::INP012 && !is_of_platform(finding);
    let findings: Rc<[_]> = props.report.findings.iter().filter(here).cloned().collect();
    let tally = props.report.tally;
    let draw = {
        let (page, report, repairs) = (props.page.clone(), props.report.clone(), props.repairs.clone());
        let findings = Rc::clone(&findings);
        move |shown| {
            let first = findings.get(..shown).unwrap_or(&findings);
            finding_list(&page, first, &report, Some(&repairs))
        }
    };
    html! {
        <section class="cl-findings" aria-labelledby="cl-findings">
            <h2 id="cl-findings">{ say.text(words::TITLE) }</h2>
            { platforms(&props.page, &props.report) }
            if findings.is_empty() && !props.glance { <p class="cl-hint">{ say.text(words::NOTHING) }</p> }
            <LongList {say} of={findings.len()} {draw} first={FINDINGS} step={FINDINGS} />
            if !props.glance {
            <p class="cl-tally" data-test="tally">
                { say.fill(words::TALLY, [
                    ("checked", tally.checked.into()),
                    ("passed", tally.passed.into()),
                    ("skipped", tally.not_applicable.into()),
                    ("later", tally.not_in_force.into()),
                    ("found", tally.found.into()),
                ]) }
            </p>
            }
        </section>
    }
}

/// A line for each platform that does not simply take it: why stands in the platforms' tab.
fn platforms(page: &Page, report: &Report) -> Html {
    let say = page.say;
    let route = Route::to(Tab::Platforms);
    html! {
        <ul class="cl-refusals">
            for readiness in to_look_at(report) {
                <li key={readiness.id.id()}>
                    { icon_with(Sign::of(severity(readiness.verdict)), severity_class(severity(readiness.verdict))) }
                    <a href={route.hash()} onclick={page.leads(Some(route.clone()), Some(TABS))}>
                        { say.fill(verdicts::SAYS, [
                            ("platform", say.text(platform_title(readiness.id)).into()),
                            ("says", say.text(said(readiness.verdict)).into()),
                        ]) }
                    </a>
                </li>
            }
        </ul>
    }
}
