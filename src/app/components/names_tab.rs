use super::{
    icon::{Sign, icon, icon_with, severity_class},
    rows::{ROWS, use_rows},
    untrusted::untrusted,
};
use crate::app::context::{Page, Shared, Words};
use crate::report::{Code, HostCoverage, Report, Severity};
use crate::text::{self, page::names as words};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct NamesTabProps {
    pub page: Page,
    pub report: Shared<Report>,
}

/// Names that get a column of their own; more of them are only listed.
const COLUMNS: usize = 8;

/// Hosts and the names that cover them.
#[component]
pub fn NamesTab(props: &NamesTabProps) -> Html {
    let say = props.page.say;
    let rows = use_rows(ROWS, ROWS);
    let report = &props.report;
    let Some(leaf) = report.leaf() else {
        return html! { <p class="cl-hint">{ say.text(words::NO_LEAF) }</p> };
    };
    let hosts = &report.names.hosts;
    // Without wanted hosts every name stands for itself: a matrix would only show its diagonal.
    let own = hosts.iter().all(|host| leaf.names.contains(&host.host));
    let columns: &[String] = if own || leaf.names.len() > COLUMNS { &[] } else { &leaf.names };
    html! {
        <>
            <p class="cl-hint">{ say.text(if own { words::HINT_OWN } else { words::HINT }) }</p>
            <div class="cl-scroll" tabindex="0" role="region" aria-label={say.text(words::TABLE)}>
                <table role="table" class="cl-table cl-matrix">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{ say.text(words::HOST) }</th>
                            <th scope="col" role="columnheader">{ say.text(words::STATE) }</th>
                            for name in columns {
                                <th key={name.clone()} scope="col" role="columnheader" class="cl-matrix__name">{ untrusted(name) }</th>
                            }
                            <th scope="col" role="columnheader">{ say.text(words::BECAUSE) }</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        for (index, host) in hosts.iter().take(rows.shown()).enumerate() {
                            <tr role="row" key={index}>{ row(host, columns, report, say) }</tr>
                        }
                    </tbody>
                </table>
            </div>
            { rows.more(hosts.len(), say) }
            if !own { <AllNames page={props.page.clone()} report={report.clone()} /> }
        </>
    }
}

fn row(host: &HostCoverage, columns: &[String], report: &Report, say: Words) -> Html {
    let severity = (!host.covered).then_some(Severity::Error);
    html! {
        <>
            <th scope="row" role="rowheader">{ untrusted(&host.host) }</th>
            <td role="cell">
                <span class={classes!("cl-mark", severity_class(severity))}>
                    { icon(Sign::of(severity)) }
                    { say.text(if host.covered { words::COVERED } else { words::NOT_COVERED }) }
                </span>
            </td>
            for name in columns {
                <td key={name.clone()} role="cell" class="cl-matrix__cell">
                    if host.by.as_ref() == Some(name) {
                        { icon_with(Sign::Good, "cl-is-good") }
                        <span class="cl-offscreen">{ say.text(words::COVERS) }</span>
                    } else {
                        <span aria-hidden="true" class="cl-matrix__no">{ "·" }</span>
                    }
                </td>
            }
            <td role="cell" data-label={say.text(words::BECAUSE)}>{ because(host, report, say) }</td>
        </>
    }
}

/// The name that covers it, or the words of the finding that says why none does.
fn because(host: &HostCoverage, report: &Report, say: Words) -> Html {
    if let Some(by) = &host.by {
        return untrusted(by);
    }
    let fits = |code: Option<Code>| move |finding: &&crate::report::Finding| Some(finding.code) == code;
    let finding = report
        .findings
        .iter()
        .filter(fits(host.reason))
        .find(|finding| finding.host.as_ref() == Some(&host.host))
        .or_else(|| report.findings.iter().find(|finding| finding.host.as_ref() == Some(&host.host)));
    match (finding, host.reason) {
        (Some(finding), _) => {
            html! { <><bdi>{ say.of(finding, |words| words.why) }</bdi>{ " " }<code>{ finding.code.as_str() }</code></> }
        }
        (None, Some(code)) => {
            html! { <>{ text::code_name(code).lang(say.0) }{ " " }<code>{ code.as_str() }</code></> }
        }
        (None, None) => Html::default(),
    }
}

/// Every name of the certificate.
#[component]
fn AllNames(props: &NamesTabProps) -> Html {
    let say = props.page.say;
    let rows = use_rows(ROWS, ROWS);
    let names = props.report.leaf().map(|leaf| leaf.names.as_slice()).unwrap_or_default();
    html! {
        <section class="cl-facts">
            <h3>{ say.fill(words::ALL, [("count", names.len().into())]) }</h3>
            <ul class="cl-names">
                for (index, name) in names.iter().take(rows.shown()).enumerate() {
                    <li key={index}>{ untrusted(name) }</li>
                }
            </ul>
            { rows.more(names.len(), say) }
        </section>
    }
}
