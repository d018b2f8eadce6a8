use super::picture::Picture;
use crate::app::{
    components::{
        icon::{Sign, icon, icon_with, severity_class},
        long_list::LongList,
        untrusted::untrusted,
    },
    context::{Shared, Words},
};
use crate::look::context::Page;
use crate::report::{Code, HostCoverage, Report, Severity};
use crate::text::{self, page::names as words};
use std::collections::HashSet;
use yew::prelude::*;

/// Names that get a column of their own; more of them are only listed.
const COLUMNS: usize = 8;

/// Hosts and the names that cover them.
pub fn names_tab(page: &Page, report: &Shared<Report>) -> Html {
    let say = page.say;
    let Some(leaf) = report.leaf() else {
        return html! { <p class="cl-hint">{ say.text(words::NO_LEAF) }</p> };
    };
    // Without wanted hosts every name stands for itself: a matrix would only show its diagonal.
    let names: HashSet<&str> = leaf.names.iter().map(String::as_str).collect(); // there may be thousands of both
    let own = report.names.hosts.iter().all(|host| names.contains(host.host.as_str()));
    let columns = if own || leaf.names.len() > COLUMNS { Vec::new() } else { leaf.names.clone() };
    let draw = {
        let report = report.clone();
        move |shown| matrix(&report, &columns, shown, say)
    };
    html! {
        <>
            <p class="cl-hint">{ say.text(if own { words::HINT_OWN } else { words::HINT }) }</p>
            <Picture {say} name="names"><LongList key="hosts" {say} of={report.names.hosts.len()} {draw} /></Picture>
            if !own { { all_names(report, say) } }
        </>
    }
}

fn matrix(report: &Report, columns: &[String], shown: usize, say: Words) -> Html {
    html! {
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
                    for (index, host) in report.names.hosts.iter().take(shown).enumerate() {
                        <tr role="row" key={index}>{ row(host, columns, report, say) }</tr>
                    }
                </tbody>
            </table>
        </div>
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
fn all_names(report: &Shared<Report>, say: Words) -> Html {
    let of = report.leaf().map_or(0, |leaf| leaf.names.len());
    let draw = {
        let report = report.clone();
        move |shown| {
            let names = report.leaf().map(|leaf| leaf.names.as_slice()).unwrap_or_default();
            html! {
                <ul class="cl-names">
                    for (index, name) in names.iter().take(shown).enumerate() {
                        <li key={index}>{ untrusted(name) }</li>
                    }
                </ul>
            }
        }
    };
    html! {
        <section class="cl-facts">
            <h3>{ say.fill(words::ALL, [("count", of.into())]) }</h3>
            <LongList {say} {of} {draw} />
        </section>
    }
}
