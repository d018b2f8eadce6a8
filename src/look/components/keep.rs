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
use std::{cell::Cell, rc::Rc};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Bytes of certificates that a tab keeps: what an address can carry (`link.js`).
const MOST: usize = 1 << 20;

/// Whether the certificates are to be there again when the page is loaded anew.
#[derive(Clone, PartialEq)]
pub struct Keeping {
    /// That is wanted.
    on: UseStateHandle<bool>,
    /// The last time it could not be done.
    failed: UseStateHandle<bool>,
}

#[derive(PartialEq, Properties)]
pub struct KeepProps {
    pub page: Page,
    pub keeping: Keeping,
}

/// Where somebody says whether that is wanted.
#[component]
pub fn Keep(props: &KeepProps) -> Html {
    let (say, Keeping { on, failed }) = (props.page.say, &props.keeping);
    let onchange = {
        let (on, failed) = (on.clone(), failed.clone());
        Callback::from(move |event: Event| {
            let wanted = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
            if !wanted {
                forget();
            }
            on.set(wanted);
            failed.set(false);
        })
    };
    html! {
        <section class="cl-formats__group">
            <p>
                <label class="cl-check">
                    <input type="checkbox" data-test="keep" checked={**on} {onchange} />
                    { say.text(words::KEEP) }
                </label>
            </p>
            <p class="cl-hint" role="status">{ say.text(if **failed { words::KEEP_FAILED } else { words::KEEP_HINT }) }</p>
        </section>
    }
}

/// As long as that is wanted, what is kept is what stands on the page. Packing takes its time: what is no longer wanted
/// then, or no longer stands there, is not kept.
#[hook]
pub fn use_keeping(report: &Option<Shared<Report>>) -> Keeping {
    let keeping = Keeping { on: use_state_eq(|| kept().is_some()), failed: use_state_eq(bool::default) };
    let Keeping { on, failed } = keeping.clone();
    use_effect_with((report.clone(), *on), move |(report, wanted)| {
        let still = Rc::new(Cell::new(*wanted && report.is_some()));
        if still.get() {
            let tell = move |could: bool| {
                on.set(kept().is_some());
                failed.set(!could);
            };
            keep_given(Engine, Rc::clone(&still), tell);
        } else if report.is_none() {
            on.set(kept().is_some()); // whoever takes everything away wants nothing kept
        }
        move || still.set(false)
    });
    keeping
}

/// Keeps the certificates that were given, and nothing else of what was put in, if they still are to be kept then; tells
/// whether it could.
fn keep_given(engine: Engine, still: Rc<Cell<bool>>, tell: impl Fn(bool) + Clone + 'static) {
    let take = move |reply| {
        let Reply::Files(files) = reply else { return }; // not asked to its end: the next report asks again
        let file = files.into_iter().next();
        let (still, tell) = (Rc::clone(&still), tell.clone());
        spawn_local(async move {
            let fits = file.filter(|file| file.bytes.len() <= MOST);
            let packed = match &fits {
                Some(certificates) => carried(&certificates.bytes).await,
                None => None,
            };
            if !still.get() {
                return;
            }
            if fits.is_none() {
                forget(); // better nothing than what was there before
            }
            // A page that is being left packs nothing any more, and leaves alone what is kept.
            tell(packed.is_some_and(|carried| keep(&carried)));
        });
    };
    engine.ask(Request::Given, Callback::from(take));
}
