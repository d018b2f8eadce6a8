use super::{
    chain_tab::ChainTab,
    compare_tab::CompareTab,
    create::Create,
    dates_tab::dates_tab,
    deploy_tab::DeployTab,
    details_tab::DetailsTab,
    files_tab::FilesTab,
    glossary::glossary,
    handbook::Handbook,
    keep::{Keeping, use_keeping},
    list_tab::{Kept, ListTab},
    names_tab::names_tab,
    platforms_tab::PlatformsTab,
    renew_tab::RenewTab,
    symptoms::symptoms,
};
use crate::app::{context::Shared, deed::Deed, route::Tab, scene::Scene};
use crate::look::{context::Page, deploy_link, stage::Place};
use crate::report::Report;
use std::{cell::RefCell, rc::Rc};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct LookProps {
    pub scene: Rc<Scene>,
    pub report: Option<Shared<Report>>,
    /// What of the page is to be filled.
    pub places: Vec<Place>,
    /// Hears what is done here.
    pub door: Callback<Deed>,
}

/// Everything that stands behind the tabs, each in its place.
#[component]
pub fn Look(props: &LookProps) -> Html {
    let keeping = use_keeping(&props.report);
    html! {
        for place in &props.places { <Filled key={place.number} place={place.clone()} look={props.clone()} keeping={keeping.clone()} /> }
    }
}

#[derive(PartialEq, Properties)]
struct FilledProps {
    place: Place,
    look: LookProps,
    keeping: Keeping,
}

/// One place. A component, so that its portal ends with it: a portal that only moves loses its events.
#[component]
fn Filled(props: &FilledProps) -> Html {
    let LookProps { scene, report, door, .. } = &props.look;
    let page = Page::new(scene.lang, door.clone());
    let kept = use_state(|| Shared(Rc::<RefCell<Kept>>::default()));
    let filling = match (props.place.part.as_str(), report) {
        // What was typed and made there goes with everything else.
        ("create", _) => html! { <Create key={scene.cleared} {page} /> },
        ("handbook", _) => html! { <Handbook {page} /> },
        ("symptoms", Some(report)) => symptoms(&page, report),
        ("panel", Some(report)) => panel(page, report.clone(), scene, &kept, &props.keeping),
        _ => Html::default(),
    };
    create_portal(filling, props.place.host.clone())
}

/// The open tab. What was looked for in the list is kept while another one is open.
fn panel(page: Page, report: Shared<Report>, scene: &Scene, kept: &Shared<RefCell<Kept>>, keeping: &Keeping) -> Html {
    let tab = scene.route.tab.open(&report);
    let words = glossary(tab, page.say);
    let filled = match tab {
        Tab::List => html! { <ListTab {page} {report} kept={kept.clone()} /> },
        Tab::Chain => html! { <ChainTab {page} {report} supply={scene.supply} /> },
        Tab::Names => names_tab(&page, &report),
        Tab::Dates => dates_tab(&page, &report),
        Tab::Platforms => html! {
            <PlatformsTab {page} {report} calls={Rc::clone(&scene.calls)} repairs={scene.repairs.clone()} />
        },
        Tab::Deploy => html! { <DeployTab {page} {report} options={Rc::new(deploy_link::read(&scene.choices))} /> },
        Tab::Renew => html! { <RenewTab {page} {report} target={deploy_link::read(&scene.choices).target} /> },
        Tab::Files => html! { <FilesTab {page} {report} keeping={keeping.clone()} /> },
        Tab::Compare => html! { <CompareTab {page} {report} /> },
        Tab::Details => html! { <DetailsTab {page} {report} route={scene.route.clone()} went={scene.went} /> },
    };
    html! { <>{ filled }{ words }</> }
}
