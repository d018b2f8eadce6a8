use super::{
    icon::{Sign, icon, severity_class},
    result::ResultProps,
};
use crate::app::{
    browser,
    context::{FINDINGS, TABS},
    deed::Deed,
    desk::Desk,
    message::{Head, question},
    route::{Route, Tab},
    state::Action,
};
use crate::report::{
    Chain, Finding, Repair, Report, Severity, Verdict,
    wire::{Request, Room},
};
use crate::text::{
    headline::{Judged, headline},
    page::verdict as words,
};
use std::rc::Rc;
use yew::prelude::*;

/// One sentence that decides, and what most people came for: the fixed file and the configuration. Before the page is there,
/// `boot.js` shows the same words at the same place, in the template of `index.html`.
pub fn verdict(page: &Desk, report: &Report, props: &ResultProps) -> Html {
    let say = page.say;
    let ResultProps { repairs: made, example, glance, .. } = props;
    let headline = headline(Judged::from(report).at_a_glance(*glance), say.0);
    // At a glance a fault is one, and anything else may still get worse.
    let is_final = !glance || report.verdict == Verdict::Broken;
    html! {
        <section class={classes!("cl-verdict", severity_class(headline.severity))} data-test="verdict" data-verdict={is_final.then(|| report.verdict.id())} data-glance={glance.then_some("true")}>
            <p class="cl-verdict__state">{ icon(Sign::of(headline.severity)) }{ headline.state }</p>
            <h1><bdi>{ headline.sentence }</bdi></h1>
            <p class="cl-verdict__facts">
                if let Some(label) = headline.label {
                    <span><bdi class="cl-name">{ label }</bdi></span>
                }
                for fact in headline.facts { <span key={fact.clone()}>{ fact }</span> }
                if let Some(others) = headline.others { <span><a href="#findings" onclick={page.leads(None, Some(FINDINGS))}>{ others }</a></span> }
            </p>
            if !made.is_empty() { { way_back(page, made) } }
            if let Some(moment) = *example {
                <p class="cl-verdict__note">{ say.fill(words::EXAMPLE, [("date", moment.into())]) }</p>
            }
            if *glance {
                <p class="cl-verdict__more">{ say.text(words::GLANCE_MORE) }</p>
            } else if report.leaf().is_some() { { actions(page, offered(report, made), &report.chain) } }
        </section>
    }
}

/// The other chain that a serious finding offers, unless one was made already.
fn offered(report: &Report, made: &[Repair]) -> Option<Repair> {
    let serious = report.findings.iter().filter(|finding: &&Finding| finding.severity != Severity::Info);
    let mut offered = serious.filter_map(|finding| finding.repair).filter(|repair| *repair != Repair::TrustRoot);
    offered.next().filter(|_| made.iter().all(|repair| *repair == Repair::TrustRoot))
}

/// Says that this is not what was given, and offers the way back.
fn way_back(page: &Desk, made: &[Repair]) -> Html {
    let said = |repair: &Repair| match repair {
        Repair::TrustRoot => words::OWN_ROOT,
        Repair::FullChain | Repair::WidestReach | Repair::ShortestHandshake => words::REPAIRED,
    };
    html! {
        <p class="cl-verdict__note" data-test="repaired">
            { icon(Sign::Good) }
            <span>
                for repair in made { { page.say.text(said(repair)) }{ " " } }
                <button type="button" class="cl-link" data-test="undo" onclick={page.does(Action::Unrepaired)}>
                    { page.say.text(words::UNDO) }
                </button>
            </span>
        </p>
    }
}

/// What to do with it. A chain that reaches a root makes the file worth taking; a lone certificate that lacks its issuer
/// makes none: nobody should install that as a full chain.
fn actions(page: &Desk, repair: Option<Repair>, chain: &Chain) -> Html {
    let say = page.say;
    let first = repair.is_none() && chain.complete;
    let offer = chain.complete || chain.served.len() > 1;
    let desk = page.clone();
    let download = Callback::from(move |_: MouseEvent| {
        let answer = |head, _| {
            if let Head::Files(files) = head
                && let Some(chain) = files.iter().find(|file| file.name == "fullchain.pem")
            {
                browser::download(&chain.name, &chain.bytes);
            }
        };
        desk.engine().ask(Room::Engine, question(&Request::Files), Rc::new(answer));
    });
    let deploy = page.leads(Some(Route::to(Tab::Deploy)), Some(TABS));
    html! {
        <div class="cl-actions">
            if let Some(repair) = repair {
                <button
                    type="button"
                    class="cl-button cl-button--first"
                    onclick={page.does(Deed::Repaired(repair).into())}
                >{ say.text(words::REPAIR) }</button>
            }
            if offer {
                <button
                    type="button"
                    class={classes!("cl-button", first.then_some("cl-button--first"))}
                    data-test="download"
                    onclick={download}
                >{ icon(Sign::Download) }{ say.text(words::DOWNLOAD) }</button>
            }
            <a class="cl-button" href="#deploy" onclick={deploy}>{ say.text(words::CONFIGURATION) }</a>
        </div>
    }
}
