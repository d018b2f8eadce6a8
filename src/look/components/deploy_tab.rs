use super::{deploy_form::DeployForm, deployment::deployment, hops::Hops};
use crate::app::{components::finding::finding_list, context::Shared};
use crate::look::{context::Page, engine::Engine};
use crate::report::{
    Finding as Found, Report,
    wire::{DeployOptions, Deployment as Made, Reply, Request, TargetChoice, TargetGroup},
};
use crate::text::page::deploy as words;
use std::{cell::Cell, rc::Rc};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct DeployTabProps {
    pub page: Page,
    pub report: Shared<Report>,
    pub options: Rc<DeployOptions>,
}

/// What the engine made of the options.
#[derive(Clone, PartialEq)]
enum Outcome {
    Waiting,
    /// What was made, and what was made before for the same target.
    Made(Shared<Made>, Option<Shared<Made>>),
    Refused(Rc<[Found]>),
}

/// A server configuration made from this certificate.
#[component]
pub fn DeployTab(props: &DeployTabProps) -> Html {
    let (page, say) = (&props.page, props.page.say);
    let targets = use_targets(page.engine);
    let outcome = use_outcome(props, targets.first().map(|target| target.id.clone()));
    if props.report.leaf().is_none() {
        return html! { <p class="cl-hint">{ say.text(words::NO_LEAF) }</p> };
    }
    let target = targets.iter().find(|target| target.id == props.options.target);
    // Databases and mail are not reached by phones, nor by CDNs.
    let is_web = target.is_none_or(|target| target.group != TargetGroup::Service);
    html! {
        <div class="cl-deploy">
            <DeployForm page={page.clone()} targets={Rc::clone(&targets)} options={Rc::clone(&props.options)} report={props.report.clone()} />
            <div class="cl-deploy__made">
                {
                    match &*outcome {
                        Outcome::Waiting => html! { <p class="cl-hint">{ say.text(words::WAITING) }</p> },
                        Outcome::Made(made, before) => deployment(page, made, before.as_deref(), &props.report),
                        Outcome::Refused(why) => refused(page, why, &props.report),
                    }
                }
            </div>
            if is_web { <Hops page={page.clone()} report={props.report.clone()} /> }
        </div>
    }
}

fn refused(page: &Page, why: &[Found], report: &Shared<Report>) -> Html {
    html! {
        <section data-test="refused">
            <h3>{ page.say.text(words::REFUSED) }</h3>
            { finding_list(page, why.iter(), report, None, None) }
        </section>
    }
}

/// The servers that there are.
#[hook]
fn use_targets(engine: Engine) -> Rc<[TargetChoice]> {
    let targets = use_state(Rc::<[TargetChoice]>::default);
    {
        let targets = targets.clone();
        use_effect_with((), move |()| {
            engine.ask(
                Request::Targets,
                Callback::from(move |reply| {
                    if let Reply::Targets(known) = reply {
                        targets.set(known.into());
                    }
                }),
            );
        });
    }
    Rc::clone(&*targets)
}

/// Asks whenever the report or an option changes; answers that were overtaken are dropped.
#[hook]
fn use_outcome(props: &DeployTabProps, first: Option<String>) -> UseStateHandle<Outcome> {
    let outcome = use_state(|| Outcome::Waiting);
    let asked = (props.report.clone(), Rc::clone(&props.options), first);
    {
        let (engine, outcome) = (props.page.engine, outcome.clone());
        use_effect_with(asked, move |(report, options, first)| {
            let wanted = Rc::new(Cell::new(true));
            if let (Some(first), Some(_)) = (first, report.leaf()) {
                let mut options = (**options).clone();
                if options.target.is_empty() {
                    options.target.clone_from(first); // nothing was chosen yet
                }
                let wanted = Rc::clone(&wanted);
                let before = match &*outcome {
                    Outcome::Made(made, _) => Some(made.clone()),
                    _ => None,
                };
                engine.ask(
                    Request::Deploy(options),
                    Callback::from(move |reply| match reply {
                        Reply::Deployment(made) if wanted.get() => {
                            let before = before.clone().filter(|before| before.options.target == made.options.target);
                            outcome.set(Outcome::Made(Shared(Rc::from(made)), before));
                        }
                        Reply::Refused(why) if wanted.get() => outcome.set(Outcome::Refused(why.into())),
                        _ => {}
                    }),
                );
            }
            move || wanted.set(false)
        });
    }
    outcome
}
