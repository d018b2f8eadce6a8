use crate::app::{
    context::{Page, Shared, Words},
    state::Action,
};
use crate::report::{
    Report,
    wire::{DeployOptions, Profile, TargetChoice},
};
use crate::text::{Pair, escape, page::deploy as words};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct DeployFormProps {
    pub page: Page,
    pub targets: Rc<[TargetChoice]>,
    pub options: Rc<DeployOptions>,
    pub report: Shared<Report>,
}

/// Names that the placeholder shows.
const NAMES: usize = 3;

/// What the configuration should be like.
#[component]
pub fn DeployForm(props: &DeployFormProps) -> Html {
    let say = props.page.say;
    let options = &props.options;
    let target = props.targets.iter().find(|target| target.id == options.target).or_else(|| props.targets.first());
    // One option changed, the others as they are.
    let change = |edit: fn(&mut DeployOptions, String)| {
        let (page, options) = (props.page.clone(), Rc::clone(options));
        move |value: String| {
            let mut options = (*options).clone();
            edit(&mut options, value);
            page.act(Action::Configured(options));
        }
    };
    // Lists, boxes and texts alike have a value.
    let chosen = |edit: fn(&mut DeployOptions, String)| {
        let change = change(edit);
        Callback::from(move |event: Event| change(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let typed = |edit: fn(&mut DeployOptions, String)| {
        let change = change(edit);
        Callback::from(move |event: InputEvent| change(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let own = props
        .report
        .leaf()
        .map(|leaf| leaf.names.iter().take(NAMES).map(|name| escape(name)).collect::<Vec<_>>().join(", "));
    let version = options.version.clone().unwrap_or_default();
    html! {
        <div class="cl-form">
            { choice(say, "cl-target", words::TARGET, None, html! {
                <select id="cl-target" data-test="target" onchange={chosen(|options, id| {
                    (options.target, options.version) = (id, None);
                })}>
                    for known in props.targets.iter() {
                        <option key={known.id.clone()} value={known.id.clone()} selected={target == Some(known)}>
                            { &known.title }
                        </option>
                    }
                </select>
            }) }
            { choice(say, "cl-version", words::VERSION, None, html! {
                <select id="cl-version" data-test="version" onchange={chosen(|options, version| {
                    options.version = (!version.is_empty()).then_some(version);
                })}>
                    if let Some(target) = target {
                        <option value="" selected={version.is_empty()}>
                            { say.fill(words::NEWEST, [("version", target.latest.as_str().into())]) }
                        </option>
                        for (system, number) in &target.presets {
                            <option key={number.clone()} value={number.clone()} selected={version == *number}>
                                { format!("{number} ({system})") }
                            </option>
                        }
                    }
                </select>
            }) }
            { choice(say, "cl-profile", words::PROFILE, Some(profile(options.profile).1), html! {
                <select id="cl-profile" data-test="profile" aria-describedby="cl-profile-hint" onchange={chosen(|options, id| {
                    options.profile = Profile::from_id(&id).unwrap_or_default();
                })}>
                    for known in Profile::ALL {
                        <option key={known.id()} value={known.id()} selected={options.profile == known}>
                            { say.text(profile(known).0) }
                        </option>
                    }
                </select>
            }) }
            { choice(say, "cl-names", words::NAMES, Some(words::NAMES_HINT), html! {
                <input
                    id="cl-names"
                    type="text"
                    data-test="names"
                    aria-describedby="cl-names-hint"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    placeholder={own.unwrap_or_default()}
                    value={options.names.join(", ")}
                    // Taken when it is finished: splitting names while they are typed would fight the typist.
                    onchange={chosen(|options, names| {
                        let names = names.split([',', '，', '、', ';', ' ']).map(str::trim).filter(|name| !name.is_empty());
                        options.names = names.map(str::to_owned).collect();
                    })}
                />
            }) }
            { choice(say, "cl-upstream", words::UPSTREAM, Some(words::UPSTREAM_HINT), html! {
                <input
                    id="cl-upstream"
                    type="text"
                    data-test="upstream"
                    aria-describedby="cl-upstream-hint"
                    inputmode="url"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    placeholder="http://127.0.0.1:3000"
                    value={options.upstream.clone().unwrap_or_default()}
                    oninput={typed(|options, upstream| {
                        options.upstream = (!upstream.trim().is_empty()).then(|| upstream.trim().to_owned());
                    })}
                />
            }) }
            <label class="cl-check">
                <input type="checkbox" data-test="hsts" checked={options.hsts} onchange={chosen(|options, _| {
                    options.hsts = !options.hsts;
                })} />
                <span>{ say.text(words::HSTS) }<small>{ say.text(words::HSTS_HINT) }</small></span>
            </label>
        </div>
    }
}

/// A profile's name, and what it means.
const fn profile(profile: Profile) -> (Pair, Pair) {
    match profile {
        Profile::Modern => (words::MODERN, words::MODERN_HINT),
        Profile::Compatible => (words::COMPATIBLE, words::COMPATIBLE_HINT),
        Profile::MiniProgram => (words::MINI_PROGRAM, words::MINI_PROGRAM_HINT),
        Profile::Legacy => (words::LEGACY, words::LEGACY_HINT),
    }
}

/// A control with its label and hint.
fn choice(say: Words, id: &'static str, label: Pair, hint: Option<Pair>, control: Html) -> Html {
    html! {
        <div class="cl-form__row">
            <label for={id}>{ say.text(label) }</label>
            { control }
            if let Some(hint) = hint { <small id={format!("{id}-hint")}>{ say.text(hint) }</small> }
        </div>
    }
}
