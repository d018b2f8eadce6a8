use super::icon::{Sign, icon_with, severity_class};
use super::{finding::finding_list, long_list::LongList};
use crate::app::{
    context::{Page, Shared, TABS},
    route::{Pointed, Route, Tab},
    view::platforms::{is_of_platform, said, severity, to_look_at},
};
use crate::report::{Code, Finding, Repair, Report};
use crate::text::{
    page::{findings as words, platforms as verdicts},
    platform_title,
};
use yew::prelude::*;

/// Findings shown at first, and more with each click: each is a dozen elements, the worst come first, and drawing 200
/// at once keeps the page from moving for a tenth of a second.
const FINDINGS: usize = 50;

/// Everything that was found, most serious first, and how much was looked at; at a glance more is to come.
pub fn findings(
    page: &Page,
    report: &Shared<Report>,
    glance: bool,
    repairs: &[Repair],
    pointed: Option<&Pointed>,
) -> Html {
    let say = page.say;
    let of = listed(report).count();
    let tally = report.tally;
    // Whoever is led to one far down sees all before it.
    let place = pointed.and_then(|(code, _)| listed(report).position(|finding| finding.code.as_str() == &**code));
    let first = place.map_or(FINDINGS, |place| FINDINGS.max(place + 1));
    let draw = {
        let (page, report, repairs, pointed) = (page.clone(), report.clone(), repairs.to_vec(), pointed.cloned());
        move |shown| finding_list(&page, listed(&report).take(shown), &report, Some(&repairs), pointed.as_ref())
    };
    html! {
        <section class="cl-findings" aria-labelledby="cl-findings">
            <h2 id="cl-findings">{ say.text(words::TITLE) }</h2>
            { platforms(page, report) }
            if of == 0 && !glance { <p class="cl-hint">{ say.text(words::NOTHING) }</p> }
            <LongList {say} {of} {draw} {first} step={FINDINGS} />
            if !glance {
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

/// What was recognised of error messages stands above, with all that is known of it; what a platform says stands with that
/// platform.
fn listed(report: &Report) -> impl Iterator<Item = &Finding> {
    report.findings.iter().filter(|finding| finding.code != Code::INP012 && !is_of_platform(finding))
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
