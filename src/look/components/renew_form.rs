use super::deploy_form::choice;
use crate::app::view::parted;
use crate::look::context::Page;
use crate::report::{AcmeClient, Challenge, DnsProvider, RenewalOptions};
use crate::text::{Pair, page::renew as words};
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct RenewFormProps {
    pub page: Page,
    pub options: RenewalOptions,
    /// The last answer's options, with the defaults filled in.
    pub filled: Option<RenewalOptions>,
    pub on_change: Callback<RenewalOptions>,
}

/// How the certificate is to be got.
#[component]
pub fn RenewForm(props: &RenewFormProps) -> Html {
    let say = props.page.say;
    let options = &props.options;
    let chosen = |edit: fn(&mut RenewalOptions, String)| {
        let (options, on_change) = (options.clone(), props.on_change.clone());
        Callback::from(move |event: Event| {
            let mut options = options.clone();
            edit(&mut options, event.target_unchecked_into::<HtmlInputElement>().value());
            on_change.emit(options);
        })
    };
    let filled = props.filled.as_ref();
    let zone = filled.and_then(|filled| filled.zone.clone()).unwrap_or_default();
    html! {
        <div class="cl-form">
            { choice(say, "cl-acme-client", words::CLIENT, None, html! {
                <select id="cl-acme-client" data-test="acme-client" onchange={chosen(|options, id| {
                    options.client = AcmeClient::from_id(&id).unwrap_or_default();
                })}>
                    for known in AcmeClient::ALL {
                        <option key={known.id()} value={known.id()} selected={options.client == *known}>{ known.title() }</option>
                    }
                </select>
            }) }
            { choice(say, "cl-challenge", words::CHALLENGE, None, html! {
                <select id="cl-challenge" data-test="challenge" onchange={chosen(|options, id| {
                    options.challenge = Challenge::from_id(&id).unwrap_or_default();
                })}>
                    for known in Challenge::ALL {
                        <option key={known.id()} value={known.id()} selected={options.challenge == *known}>
                            { say.text(challenge(*known)) }
                        </option>
                    }
                </select>
            }) }
            if filled.map_or(options.challenge, |filled| filled.challenge) == Challenge::Dns {
                { choice(say, "cl-provider", words::PROVIDER, None, html! {
                    <select id="cl-provider" data-test="dns-provider" onchange={chosen(|options, id| {
                        options.provider = DnsProvider::from_id(&id).unwrap_or_default();
                    })}>
                        for known in DnsProvider::ALL {
                            <option key={known.id()} value={known.id()} selected={options.provider == *known}>
                                { say.text(provider(*known)) }
                            </option>
                        }
                    </select>
                }) }
                { choice(say, "cl-zone", words::ZONE, Some(words::ZONE_HINT), text(
                    "cl-zone", "zone", zone, options.zone.clone().unwrap_or_default(), chosen(|options, zone| {
                        options.zone = (!zone.trim().is_empty()).then(|| zone.trim().to_owned());
                    }),
                )) }
            }
            { choice(say, "cl-renew-names", words::NAMES, Some(words::NAMES_HINT), text(
                "cl-renew-names", "renew-names", String::new(), options.names.join(", "), chosen(|options, names| {
                    options.names = parted(&names).map(str::to_owned).collect();
                }),
            )) }
        </div>
    }
}

/// A field that is taken when it is finished: judging names while they are typed would fight the typist.
fn text(id: &'static str, hook: &'static str, placeholder: String, value: String, onchange: Callback<Event>) -> Html {
    html! {
        <input {id} type="text" data-test={hook} aria-describedby={format!("{id}-hint")} autocomplete="off"
            autocapitalize="none" spellcheck="false" inputmode="url" {placeholder} {value} {onchange} />
    }
}

const fn challenge(challenge: Challenge) -> Pair {
    match challenge {
        Challenge::Dns => words::DNS,
        Challenge::Http => words::HTTP,
    }
}

const fn provider(provider: DnsProvider) -> Pair {
    match provider {
        DnsProvider::Manual => words::MANUAL,
        DnsProvider::Alibaba => words::ALIBABA,
        DnsProvider::Tencent => words::TENCENT,
        DnsProvider::Cloudflare => words::CLOUDFLARE,
    }
}
