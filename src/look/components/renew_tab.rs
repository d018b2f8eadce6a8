use super::{renew_form::RenewForm, renewal::renewal};
use crate::app::{components::finding::finding_list, context::Shared};
use crate::look::context::Page;
use crate::report::{
    Finding as Found, Renewal as Made, RenewalOptions, Report,
    wire::{Reply, Request},
};
use crate::text::page::renew as words;
use std::{cell::Cell, rc::Rc};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct RenewTabProps {
    pub page: Page,
    pub report: Shared<Report>,
    /// The server that configurations are written for; empty while none is chosen.
    pub target: String,
}

/// What came of the options.
#[derive(Clone, PartialEq)]
enum Outcome {
    Waiting,
    Made(Shared<Made>),
    Refused(Rc<[Found]>),
}

/// How to get the certificate again, and when.
#[component]
pub fn RenewTab(props: &RenewTabProps) -> Html {
    let (page, say) = (&props.page, props.page.say);
    let options = use_state(RenewalOptions::default);
    let outcome = use_outcome(props, &options);
    let filled = match &*outcome {
        Outcome::Made(made) => Some(made.options.clone()),
        _ => None,
    };
    let on_change = {
        let options = options.clone();
        Callback::from(move |changed| options.set(changed))
    };
    html! {
        <div class="cl-deploy cl-renew">
            if props.report.leaf().is_none() { <p class="cl-hint">{ say.text(words::NO_LEAF) }</p> }
            <RenewForm page={page.clone()} options={(*options).clone()} {filled} {on_change} />
            {
                match &*outcome {
                    Outcome::Waiting => html! { <p class="cl-hint">{ say.text(words::WAITING) }</p> },
                    Outcome::Made(made) => renewal(page, made, &props.report),
                    Outcome::Refused(why) => html! {
                        <section data-test="refused">
                            <h3>{ say.text(words::REFUSED) }</h3>
                            { finding_list(page, why.iter(), &props.report, None, None) }
                        </section>
                    },
                }
            }
        </div>
    }
}

/// Asks whenever the report, the language or an option changes; answers that were overtaken are dropped.
#[hook]
fn use_outcome(props: &RenewTabProps, options: &RenewalOptions) -> UseStateHandle<Outcome> {
    let outcome = use_state(|| Outcome::Waiting);
    let lang = props.page.say.0.tag().to_owned();
    let asked = RenewalOptions { target: props.target.clone(), lang, ..options.clone() };
    {
        let (engine, outcome) = (props.page.engine, outcome.clone());
        use_effect_with((props.report.clone(), asked), move |(_, asked)| {
            let wanted = Rc::new(Cell::new(true));
            {
                let wanted = Rc::clone(&wanted);
                engine.ask(
                    Request::Renewal(asked.clone()),
                    Callback::from(move |reply| match reply {
                        Reply::Renewal(made) if wanted.get() => outcome.set(Outcome::Made(Shared(Rc::from(made)))),
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
