use super::deploy_form::{Change, line};
use crate::app::context::Words;
use crate::look::deploy_form::filled;
use crate::report::wire::{Field, Switch, TargetChoice};
use crate::text::page::deploy as words;
use yew::prelude::*;

/// What few people change: versions, files of one's own, parts to have or to leave out.
pub fn deploy_more(say: Words, target: &TargetChoice, change: &Change) -> Html {
    let options = &change.options;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let has = |field: Field| target.fields.contains(&field);
    let has_version = !target.latest.is_empty();
    let has_fields = target.fields.iter().any(|field| *field != Field::Upstream);
    let title = if has_fields { words::MORE } else { words::MORE_VERSION };
    let system = options.system.as_ref().and_then(|id| target.systems.iter().find(|system| system.id == *id));
    let usual = system.map_or(&target.latest, |system| &system.version);
    html! {
        <>
            if !target.switches.is_empty() {
                <fieldset class="cl-switches">
                    <legend>{ say.text(words::PARTS) }</legend>
                    for &switch in &target.switches { { self::switch(say, switch, change) } }
                </fieldset>
            }
            if has_version || has_fields {
                <details class="cl-form__more">
                    <summary data-test="more">{ say.text(title) }</summary>
                    <div class="cl-form">
                        if has_version {
                            { line(say, "cl-version", "version", (words::VERSION, words::VERSION_HINT), usual.clone(),
                                text(&options.version), change.chosen(|options, text| options.version = filled(&text))) }
                        }
                        if has(Field::Library) {
                            { line(say, "cl-library", "library", (words::LIBRARY, words::LIBRARY_HINT), "3.5".to_owned(),
                                text(&options.library), change.chosen(|options, text| options.library = filled(&text))) }
                        }
                        if has(Field::Paths) {
                            { line(say, "cl-certificate", "certificate-path", (words::CERTIFICATE, words::PATH_HINT),
                                "/etc/ssl/shop/fullchain.pem".to_owned(), text(&options.certificate),
                                change.chosen(|options, text| options.certificate = filled(&text))) }
                            { line(say, "cl-key", "key-path", (words::KEY, words::PATH_HINT),
                                "/etc/ssl/shop/privkey.pem".to_owned(), text(&options.key),
                                change.chosen(|options, text| options.key = filled(&text))) }
                        }
                        if has(Field::ClientCa) {
                            { line(say, "cl-client-ca", "client-ca", (words::CLIENT_CA, words::CLIENT_CA_HINT),
                                "/etc/ssl/shop/clients.pem".to_owned(), text(&options.client_ca),
                                change.chosen(|options, text| options.client_ca = filled(&text))) }
                        }
                    </div>
                </details>
            }
        </>
    }
}

fn switch(say: Words, switch: Switch, change: &Change) -> Html {
    let on = change.options.has(switch);
    let onchange = change.made(move |options, _| *options = std::mem::take(options).set(switch, !on));
    html! {
        <label class="cl-check" key={switch.id()}>
            <input type="checkbox" data-test="switch" data-id={switch.id()} checked={on} {onchange} />
            <span>{ say.text(words::part(switch)) }<small>{ say.text(words::hint(switch)) }</small></span>
        </label>
    }
}
