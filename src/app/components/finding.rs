use super::{
    icon::{Sign, icon_with, severity_class},
    password_field::password_field,
};
use crate::app::{
    context::{Page, Shared, TABS, Words},
    deed::Deed,
    route::{Pointed, Route},
};
use crate::report::{Code, Evidence, Finding as Found, Quote, Repair, Report, Severity};
use crate::text::{escape, page as words};
use std::rc::Rc;
use yew::prelude::*;

/// Findings, one below the other, with the repairs that were not made yet; none where nothing can be mended. The one that
/// the address points at is unfolded.
pub fn finding_list<'a>(
    page: &Page,
    findings: impl Iterator<Item = &'a Found>,
    report: &Shared<Report>,
    made: Option<&[Repair]>,
    pointed: Option<&Pointed>,
) -> Html {
    let pointed = |finding: &Found| pointed.filter(|(code, _)| **code == *finding.code.as_str()).map(|(_, time)| *time);
    let offers = |repair: &Repair| made.is_some_and(|made| !made.contains(repair));
    html! {
        <ul>
            for (index, finding) in findings.enumerate() {
                <Finding
                    key={format!("{}-{index}", finding.code)}
                    page={page.clone()}
                    place={index}
                    finding={Shared(Rc::new(finding.clone()))}
                    report={report.clone()}
                    repair={finding.repair.filter(offers)}
                    pointed={pointed(finding)}
                    as_given={made.is_some_and(|made| made.iter().all(|repair| *repair == Repair::TrustRoot))}
                />
            }
        </ul>
    }
}

#[derive(PartialEq, Properties)]
struct FindingProps {
    page: Page,
    /// Its place among those shown.
    place: usize,
    finding: Shared<Found>,
    report: Shared<Report>,
    /// What can be done about it with a click.
    repair: Option<Repair>,
    /// The address points at it, and this is which time.
    pointed: Option<u32>,
    /// No other chain was made of what was given.
    as_given: bool,
}

/// What, why, what to do, and the small print.
#[component]
fn Finding(props: &FindingProps) -> Html {
    let page = &props.page;
    let say = page.say;
    let finding = &props.finding;
    let title = say.of(finding, |words| words.title);
    let severity = Some(finding.severity);
    // Worth knowing, but not now: a line that unfolds.
    let foldable = finding.severity == Severity::Info;
    let turned = use_state(bool::default);
    let open = *turned == foldable;
    {
        let turned = turned.clone();
        use_effect_with(props.pointed, move |pointed| {
            if pointed.is_some() {
                turned.set(foldable);
            }
        });
    }
    let fold = Callback::from(move |_: MouseEvent| turned.set(!*turned));
    html! {
        <li
            class={classes!("cl-finding", (!open).then_some("cl-finding--folded"))}
            data-test="finding"
            data-code={finding.code.as_str()}
            data-severity={severity_id(finding.severity)}
        >
            { icon_with(Sign::of(severity), severity_class(severity)) }
            <div class="cl-finding__text">
                <h3>
                    <span class="cl-offscreen">{ say.text(words::severity::of(finding.severity)) }{ ": " }</span>
                    if foldable {
                        <button type="button" class="cl-fold" aria-expanded={open.to_string()} onclick={fold}>
                            <bdi>{ title }</bdi>
                        </button>
                    } else {
                        <bdi>{ title }</bdi>
                    }
                </h3>
                if open {
                <p><bdi>{ say.of(finding, |words| words.why) }</bdi></p>
                if let Some(quote) = &finding.quote { { own_words(quote, say) } }
                <p class="cl-finding__fix"><bdi>{ say.of(finding, |words| words.fix) }</bdi></p>
                if finding.code == Code::INP006 && props.as_given { { unlock(page, props.place) } }
                <p class="cl-finding__meta">
                    <a href={Route::finding(finding.code.as_str()).hash()}><code>{ finding.code.as_str() }</code></a>
                    for (index, reference) in finding.references.iter().enumerate() {
                        <a key={index} href={reference.url()} rel="noreferrer" target="_blank">{ reference.title() }</a>
                    }
                    for (index, evidence) in finding.evidence.iter().take(EVIDENCE).enumerate() {
                        { place(page, evidence, &props.report, index == 0 || finding.evidence[index - 1].certificate != evidence.certificate) }
                    }
                </p>
                }
            </div>
            if let Some(repair) = props.repair {
                <button
                    type="button"
                    class="cl-button"
                    data-test="fix"
                    onclick={page.does(Deed::Repaired(repair))}
                >{ say.text(words::findings::fix(repair)) }</button>
            }
        </li>
    }
}

/// The rule in the platform's own words, and where they stand.
fn own_words(quote: &Quote, say: Words) -> Html {
    let Quote { text, lang, source, seen } = quote;
    let site = source.split('/').nth(2).unwrap_or(source).to_owned();
    html! {
        <figure class="cl-finding__quote">
            <blockquote lang={lang.clone()} cite={source.clone()}>{ text.clone() }</blockquote>
            <figcaption>
                <a href={source.clone()} rel="noreferrer" target="_blank">{ site }</a>
                { " · " }{ say.fill(words::findings::SEEN, [("date", (*seen).into())]) }
            </figcaption>
        </figure>
    }
}

/// Where the password is typed: at the finding that asks for it, as often as it takes.
fn unlock(page: &Page, place: usize) -> Html {
    let (say, page) = (page.say, page.clone());
    password_field(
        format!("cl-password-{place}").into(),
        "password",
        say.text(words::findings::PASSWORD),
        say.text(words::findings::UNLOCK),
        Callback::from(move |password| page.act(Deed::PasswordTyped(password))),
    )
}

/// The contract's name of a severity.
pub const fn severity_id(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// Places shown of one finding.
const EVIDENCE: usize = 4;

/// Where to look: a field leads to the details, a line of the input is only named. `named` puts the certificate's name
/// before the field.
fn place(page: &Page, evidence: &Evidence, report: &Report, named: bool) -> Html {
    let Some(index) = evidence.certificate else {
        let source = if evidence.path.is_empty() { String::new() } else { escape(&evidence.path) };
        return match evidence.line {
            Some(line) => {
                let line = page.say.fill(words::findings::LINE, [("line", line.into())]);
                html! { <span><bdi>{ source }</bdi>{ " " }{ line }</span> }
            }
            None => html! { <span><bdi>{ source }</bdi></span> },
        };
    };
    let route = Route::field(index, &evidence.path);
    let href = route.hash();
    let label = report.certificates.get(index).map(|certificate| escape(&certificate.label)).unwrap_or_default();
    let field = evidence.path.rsplit('.').next().map(escape).unwrap_or_default();
    html! {
        // A field that there is not, such as a missing extension, shows at least the tab.
        <a {href} onclick={page.leads(Some(route), Some(TABS))}>
            if named { <bdi>{ label }</bdi>{ " · " } }
            <bdi>{ field }</bdi>
        </a>
    }
}
