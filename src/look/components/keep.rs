use crate::app::{
    browser::{forget, keep, kept},
    context::Shared,
};
use crate::look::{browser::carried, context::Page, engine::Engine};
use crate::report::{
    Report,
    wire::{Reply, Request},
};
use crate::text::page::files as words;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Bytes of certificates that a tab keeps: what an address can carry (`link.js`).
const MOST: usize = 1 << 20;

#[derive(PartialEq, Properties)]
pub struct KeepProps {
    pub page: Page,
}

/// Whether the certificates are to be there again when the page is loaded anew.
#[component]
pub fn Keep(props: &KeepProps) -> Html {
    let (say, engine) = (props.page.say, props.page.engine);
    let failed = use_state(|| false);
    let on = use_state(|| kept().is_some());
    let onchange = {
        let (failed, on) = (failed.clone(), on.clone());
        Callback::from(move |event: Event| {
            let wanted = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
            if wanted {
                let (failed, on) = (failed.clone(), on.clone());
                keep_given(engine, move |could| {
                    on.set(could);
                    failed.set(!could);
                });
            } else {
                forget();
            }
            on.set(wanted);
        })
    };
    html! {
        <section class="cl-formats__group">
            <p>
                <label class="cl-check">
                    <input type="checkbox" data-test="keep" checked={*on} {onchange} />
                    { say.text(words::KEEP) }
                </label>
            </p>
            <p class="cl-hint" role="status">{ say.text(if *failed { words::KEEP_FAILED } else { words::KEEP_HINT }) }</p>
        </section>
    }
}

/// As long as that is wanted, what is kept is what stands on the page.
#[hook]
pub fn use_keeping(report: &Option<Shared<Report>>) {
    use_effect_with(report.clone(), move |report| {
        if report.is_some() && kept().is_some() {
            keep_given(Engine, |_| ());
        }
    });
}

/// Keeps the certificates that were given, and nothing else of what was put in; tells whether it could.
fn keep_given(engine: Engine, tell: impl Fn(bool) + Clone + 'static) {
    let take = move |reply| {
        let file = if let Reply::Files(files) = reply { files.into_iter().next() } else { None };
        let tell = tell.clone();
        spawn_local(async move {
            let Some(certificates) = file.filter(|file| file.bytes.len() <= MOST) else {
                forget(); // better nothing than what was there before
                return tell(false);
            };
            // A page that is being left packs nothing any more, and leaves alone what is kept.
            tell(carried(&certificates.bytes).await.is_some_and(|carried| keep(&carried)));
        });
    };
    engine.ask(Request::Given, Callback::from(take));
}
