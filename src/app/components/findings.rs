use super::{
    finding::Finding,
    show_more::{ROWS, ShowMore},
};
use crate::app::context::{Shared, use_words};
use crate::report::Report;
use crate::text::page::findings as words;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct FindingsProps {
    pub report: Shared<Report>,
    pub repaired: bool,
}

/// Everything that was found, most serious first, and how much was looked at.
#[component]
pub fn Findings(props: &FindingsProps) -> Html {
    let say = use_words();
    let shown = use_state(|| ROWS);
    let findings = &props.report.findings;
    let tally = props.report.tally;
    let more = {
        let shown = shown.clone();
        Callback::from(move |count| shown.set(count))
    };
    html! {
        <section class="cl-findings" aria-labelledby="cl-findings">
            <h2 id="cl-findings">{ say.text(words::TITLE) }</h2>
            if findings.is_empty() { <p class="cl-hint">{ say.text(words::NOTHING) }</p> }
            <ul>
                for (index, finding) in findings.iter().take(*shown).enumerate() {
                    <Finding
                        key={format!("{}-{index}", finding.code)}
                        finding={finding.clone()}
                        report={props.report.clone()}
                        repairable={!props.repaired}
                    />
                }
            </ul>
            <ShowMore shown={*shown} of={findings.len()} {more} />
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
