use super::{finding::finding_list, long_list::LongList};
use crate::app::context::{Page, Shared};
use crate::report::{Repair, Report};
use crate::text::page::findings as words;
use yew::prelude::*;

/// Findings shown at first, and more with each click: each is a dozen elements, the worst come first, and drawing 200
/// at once keeps the page from moving for a tenth of a second.
const FINDINGS: usize = 50;

#[derive(PartialEq, Properties)]
pub struct FindingsProps {
    pub page: Page,
    pub report: Shared<Report>,
    /// Repairs that were made.
    pub repairs: Vec<Repair>,
}

/// Everything that was found, most serious first, and how much was looked at.
#[component]
pub fn Findings(props: &FindingsProps) -> Html {
    let say = props.page.say;
    let findings = &props.report.findings;
    let tally = props.report.tally;
    let draw = {
        let (page, report, repairs) = (props.page.clone(), props.report.clone(), props.repairs.clone());
        move |shown| {
            let first = report.findings.get(..shown).unwrap_or(&report.findings);
            finding_list(&page, first, &report, Some(&repairs))
        }
    };
    html! {
        <section class="cl-findings" aria-labelledby="cl-findings">
            <h2 id="cl-findings">{ say.text(words::TITLE) }</h2>
            if findings.is_empty() { <p class="cl-hint">{ say.text(words::NOTHING) }</p> }
            <LongList {say} of={findings.len()} {draw} first={FINDINGS} step={FINDINGS} />
            <p class="cl-tally" data-test="tally">
                { say.fill(words::TALLY, [
                    ("checked", tally.checked.into()),
                    ("passed", tally.passed.into()),
                    ("skipped", tally.not_applicable.into()),
                    ("later", tally.not_in_force.into()),
                    ("found", tally.found.into()),
                ]) }
            </p>
        </section>
    }
}
