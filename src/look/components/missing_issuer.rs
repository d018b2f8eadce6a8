use super::copy_button::copy_small;
use crate::app::{components::untrusted::untrusted, deed::Deed, state::Stock};
use crate::look::{
    context::Page,
    view::{
        gap::{Place, can_be_closed, place},
        trust_words::date,
    },
};
use crate::report::{MissingIssuer, Repair, Report};
use crate::text::page::chain as words;
use yew::prelude::*;

/// What is known of an issuer that was not given, and where it can be had.
pub fn missing_issuer(page: &Page, missing: &MissingIssuer, report: &Report, stock: Stock) -> Html {
    let say = page.say;
    let place = place(missing, report, stock);
    html! {
        <section class="cl-facts" data-test="missing">
            <h3>{ say.text(words::MISSING_TITLE) }</h3>
            <dl>
                <dt>{ say.text(words::SUBJECT) }</dt>
                <dd>{ untrusted(&missing.subject) }</dd>
                if let Some(id) = &missing.key_id {
                    <dt>{ say.text(words::KEY_ID) }</dt>
                    <dd>
                        <code>{ id }</code>
                        { copy_small(page, id, say.text(words::KEY_ID)) }
                    </dd>
                }
                if let Place::Here(index) = place
                    && let Some(found) = report.certificates.get(index)
                {
                    <dt>{ say.text(words::FINGERPRINT) }</dt>
                    <dd>
                        <code>{ &found.sha256 }</code>
                        { copy_small(page, &found.sha256, say.text(words::FINGERPRINT)) }
                    </dd>
                }
                if let Some(url) = &missing.url {
                    <dt>{ say.text(words::ADDRESS) }</dt>
                    <dd>
                        { untrusted(url) }
                        { copy_small(page, url, say.text(words::ADDRESS)) }
                        if !matches!(place, Place::Here(_)) {
                            <span class="cl-hint">{ say.text(words::ADDRESS_HINT) }</span>
                        }
                    </dd>
                }
                <dt>{ say.text(words::SUPPLY) }</dt>
                <dd data-test="supply" data-supply={place.id()}>{ supply(page, place, report) }</dd>
            </dl>
        </section>
    }
}

/// What the supply has to say, and what can be done about it.
fn supply(page: &Page, place: Place, report: &Report) -> Html {
    let say = page.say;
    let of = report.trust.supply_as_of.as_deref().map(|of| ("date", date(of, say).into()));
    let button = |hook: &'static str, word, action| {
        html! {
            <>
                { " " }
                <button type="button" class="cl-button" data-test={hook} onclick={page.does(action)}>{ say.text(word) }</button>
            </>
        }
    };
    match place {
        Place::Here(_) => html! {
            <>
                { of.map_or_else(String::new, |of| say.fill(words::SUPPLY_HAS, [of])) }
                if can_be_closed(report) { { button("add", words::ADD, Deed::Repaired(Repair::FullChain)) } }
            </>
        },
        Place::Coming => html! { say.text(words::SUPPLY_COMING) },
        Place::Absent => html! {
            <>{ say.text(words::SUPPLY_ABSENT) }{ button("supply-again", words::AGAIN, Deed::SupplyRetried) }</>
        },
        Place::Nowhere => {
            let said =
                of.map_or_else(|| say.text(words::SUPPLY_EMPTY).to_owned(), |of| say.fill(words::SUPPLY_LACKS, [of]));
            html! { said }
        }
    }
}
