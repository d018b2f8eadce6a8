use super::{
    finding::finding_list,
    rows::{ROWS, use_rows},
};
use crate::app::context::{Page, Shared};
use crate::report::Report;
use crate::text::page::findings as words;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct FindingsProps {
    pub page: Page,
    pub report: Shared<Report>,
    pub repaired: bool,
}

/// Everything that was found, most serious first, and how much was looked at.
#[component]
pub fn Findings(props: &FindingsProps) -> Html {
    let say = props.page.say;
    let rows = use_rows(ROWS, ROWS);
    let findings = &props.report.findings;
    let tally = props.report.tally;
    let first = findings.get(..rows.shown()).unwrap_or(findings);
    html! {
        <section class="cl-findings" aria-labelledby="cl-findings">
            <h2 id="cl-findings">{ say.text(words::TITLE) }</h2>
            if findings.is_empty() { <p class="cl-hint">{ say.text(words::NOTHING) }</p> }
            { finding_list(&props.page, first, &props.report, !props.repaired) }
            { rows.more(findings.len(), say) }
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
