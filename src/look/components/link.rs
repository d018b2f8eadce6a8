use super::copy_button::CopyButton;
use crate::app::context::Shared;
use crate::look::{browser, context::Page};
use crate::report::{
    Report,
    wire::{Reply, Request},
};
use crate::text::page::files as words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Characters of a link that still gets through: chats and mail programs cut at some 16,000, older ones before that.
const LONGEST: usize = 16_000;

#[derive(PartialEq, Properties)]
pub struct LinkProps {
    pub page: Page,
    pub report: Shared<Report>,
}

/// What came of making a link.
#[derive(PartialEq)]
enum Made {
    Here(AttrValue),
    TooLong(usize),
    /// The browser can not pack.
    Refused,
}

/// A link that carries the certificates.
#[component]
pub fn Link(props: &LinkProps) -> Html {
    let (page, say) = (&props.page, props.page.say);
    let made = use_state(|| None::<(Shared<Report>, Made)>);
    let onclick = {
        let (engine, made, report) = (page.engine, made.clone(), props.report.clone());
        Callback::from(move |_: MouseEvent| {
            let (made, report) = (made.clone(), report.clone());
            let take = move |reply| {
                let Reply::Files(files) = reply else { return };
                let Some(certificates) = files.into_iter().next() else { return };
                let (made, report) = (made.clone(), report.clone());
                spawn_local(async move {
                    let link = match browser::link(&certificates.bytes).await {
                        Some(link) if link.len() > LONGEST => Made::TooLong(link.len()),
                        Some(link) => Made::Here(link.into()),
                        None => Made::Refused,
                    };
                    made.set(Some((report, link)));
                });
            };
            engine.ask(Request::Given, Callback::from(take));
        })
    };
    // A link to what was put in before is not for what stands on the page, however late it comes.
    let made = made.as_ref().filter(|(of, _)| *of == props.report).map(|(_, made)| made);
    html! {
        <section class="cl-formats__group" data-test="link">
            <h3>{ say.text(words::LINK) }</h3>
            <p class="cl-hint">{ say.text(words::LINK_HINT) }</p>
            <p><button type="button" class="cl-button" data-test="link-make" {onclick}>{ say.text(words::LINK_MAKE) }</button></p>
            <div role="status">
                {
                    match made {
                        None => Html::default(),
                        Some(Made::Here(link)) => here(page, link, props.report.chain.given.len()),
                        Some(Made::TooLong(letters)) => html! {
                            <p data-test="link-long">
                                { say.fill(words::LINK_LONG, [("letters", (*letters).into()), ("limit", LONGEST.into())]) }
                            </p>
                        },
                        Some(Made::Refused) => html! { <p>{ say.text(words::LINK_OLD) }</p> },
                    }
                }
            </div>
        </section>
    }
}

/// A page that lies on a disk has no address for others.
pub fn is_possible() -> bool {
    browser::has_an_address()
}

fn here(page: &Page, link: &AttrValue, count: usize) -> Html {
    let (say, copied) = (page.say, link.clone());
    html! {
        <>
            <p class="cl-link-made">
                <input type="text" readonly=true data-test="link-address" aria-label={say.text(words::LINK_ADDRESS)} value={link.clone()} />
                <CopyButton page={page.clone()} text={move |()| copied.to_string()} of={say.text(words::LINK_ADDRESS)} />
            </p>
            <p class="cl-hint" data-test="link-note">
                { say.fill(words::LINK_CARRIES, [("count", count.into()), ("letters", link.len().into())]) }
            </p>
        </>
    }
}
