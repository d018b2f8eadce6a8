use super::icon::{Sign, icon_with, severity_class};
use crate::app::{
    browser,
    context::{Shared, use_door, use_words},
    route::Route,
    state::Action,
};
use crate::report::{Evidence, Finding as Found, Report, Severity};
use crate::text::{self, escape, page};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct FindingProps {
    pub finding: Found,
    pub report: Shared<Report>,
    /// Its repair can still be made.
    pub repairable: bool,
}

/// What, why, what to do, and the small print.
#[component]
pub fn Finding(props: &FindingProps) -> Html {
    let say = use_words();
    let act = use_door();
    let finding = &props.finding;
    let worded = text::worded(finding.clone(), say.0);
    let severity = Some(finding.severity);
    // Worth knowing, but not now: a line that unfolds.
    let foldable = finding.severity == Severity::Info;
    let open = use_state(|| !foldable);
    let fold = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    html! {
        <li
            class={classes!("cl-finding", (!*open).then_some("cl-finding--folded"))}
            data-test="finding"
            data-code={finding.code.as_str()}
            data-severity={severity_id(finding.severity)}
        >
            { icon_with(Sign::of(severity), severity_class(severity)) }
            <div class="cl-finding__text">
                <h3>
                    <span class="cl-offscreen">{ say.text(page::severity::of(finding.severity)) }{ ": " }</span>
                    if foldable {
                        <button type="button" class="cl-fold" aria-expanded={open.to_string()} onclick={fold}>
                            <bdi>{ worded.title }</bdi>
                        </button>
                    } else {
                        <bdi>{ worded.title }</bdi>
                    }
                </h3>
                if *open {
                <p><bdi>{ worded.why }</bdi></p>
                <p class="cl-finding__fix"><bdi>{ worded.fix }</bdi></p>
                <p class="cl-finding__meta">
                    <code>{ finding.code.as_str() }</code>
                    for (index, reference) in worded.references.iter().enumerate() {
                        <a key={index} href={reference.url.clone()} rel="noreferrer" target="_blank">{ &reference.title }</a>
                    }
                    for (index, evidence) in finding.evidence.iter().take(EVIDENCE).enumerate() {
                        <Place
                            key={index}
                            evidence={evidence.clone()}
                            report={props.report.clone()}
                            named={index == 0 || finding.evidence[index - 1].certificate != evidence.certificate}
                        />
                    }
                </p>
                }
            </div>
            if let Some(repair) = finding.repair.filter(|_| props.repairable) {
                <button
                    type="button"
                    class="cl-button"
                    data-test="fix"
                    onclick={act.reform(move |_| Action::Repaired(repair))}
                >{ say.text(page::findings::FIX) }</button>
            }
        </li>
    }
}

/// The contract's name of a severity.
const fn severity_id(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// Places shown of one finding.
const EVIDENCE: usize = 4;

#[derive(PartialEq, Properties)]
struct PlaceProps {
    evidence: Evidence,
    report: Shared<Report>,
    /// The certificate's name goes before the field.
    named: bool,
}

/// Where to look: a field leads to the details, a line of the input is only named.
#[component]
fn Place(props: &PlaceProps) -> Html {
    let say = use_words();
    let act = use_door();
    let evidence = &props.evidence;
    let Some(index) = evidence.certificate else {
        let source = if evidence.path.is_empty() { String::new() } else { escape(&evidence.path) };
        return match evidence.line {
            Some(line) => {
                let line = say.fill(page::findings::LINE, [("line", line.into())]);
                html! { <span><bdi>{ source }</bdi>{ " " }{ line }</span> }
            }
            None => html! { <span><bdi>{ source }</bdi></span> },
        };
    };
    let route = Route::field(index, &evidence.path);
    let href = route.hash();
    let label = props.report.certificates.get(index).map(|certificate| escape(&certificate.label)).unwrap_or_default();
    let field = evidence.path.rsplit('.').next().map(escape).unwrap_or_default();
    let go = act.reform(move |event: MouseEvent| {
        event.prevent_default();
        browser::show_hash(&route.hash());
        Action::Went(route.clone())
    });
    html! {
        <a {href} onclick={go}>
            if props.named { <bdi>{ label }</bdi>{ " · " } }
            <bdi>{ field }</bdi>
        </a>
    }
}
