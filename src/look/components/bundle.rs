use super::made_files::{Made, made_files, make};
use crate::app::{
    components::icon::{Sign, icon},
    context::Shared,
};
use crate::look::context::Page;
use crate::report::{
    Report,
    wire::{Deployment, Request},
};
use crate::text::{deploy_note, page::deploy as words};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct BundleProps {
    pub page: Page,
    pub deployment: Shared<Deployment>,
    pub report: Shared<Report>,
}

/// Everything in one archive, with a read-me in the page's language.
#[component]
pub fn Bundle(props: &BundleProps) -> Html {
    let (page, deployment) = (&props.page, &*props.deployment);
    let made = use_state(Made::default);
    let stem = |name: &str| name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned() + "-";
    let stem = deployment.config().map(|config| stem(&config.name)).unwrap_or_default();
    let name = format!("{stem}{}.zip", deployment.options.target);
    let files: Vec<_> = deployment.configs.iter().cloned().chain([deploy_note(deployment, page.say.0)]).collect();
    let waits = *made == Made::Waiting;
    {
        // What was made of other choices, or of another certificate, is no longer what stands on the page.
        let (choices, input) = (made.clone(), made.clone());
        use_effect_with((name.clone(), files.clone()), move |_| choices.set(Made::Nothing));
        use_effect_with(props.deployment.clone(), move |_| {
            // The first archive brings a larger engine, which writes the same once more: the wait goes on.
            if !waits {
                input.set(Made::Nothing);
            }
        });
    }
    let onclick = {
        let (page, made) = (page.clone(), made.clone());
        Callback::from(move |_: MouseEvent| {
            if !waits {
                make(&page, Request::Bundle { name: name.clone(), files: files.clone() }, made.clone());
            }
        })
    };
    html! {
        <div>
            // Not `disabled`, which would take the keyboard's focus away.
            <button type="button" class="cl-button cl-button--first" data-test="bundle" aria-disabled={waits.to_string()} {onclick}>
                { icon(Sign::Download) }<span>{ page.say.text(words::ZIP) }</span>
            </button>
            { made_files(page, &made, Some(&props.report)) }
        </div>
    }
}
