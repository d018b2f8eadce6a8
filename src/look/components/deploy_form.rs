use super::{deploy_more::deploy_more, target_choice::TargetSelect};
use crate::app::{
    context::{Shared, Words},
    view::parted,
};
use crate::look::{context::Page, deploy_form};
use crate::report::{
    Report,
    wire::{DeployOptions, Field, Profile, TargetChoice},
};
use crate::text::{Pair, escape, page::deploy as words, profile};
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
    let change = Change { page: props.page.clone(), options: Rc::clone(&props.options) };
    let options = &props.options;
    let target = props.targets.iter().find(|target| target.id == options.target).or_else(|| props.targets.first());
    let own = props
        .report
        .leaf()
        .map(|leaf| leaf.names.iter().take(NAMES).map(|name| escape(name)).collect::<Vec<_>>().join(", "));
    let has_profiles = target.is_none_or(|target| target.has_profiles);
    html! {
        <div class="cl-form">
            <TargetSelect page={props.page.clone()} targets={Rc::clone(&props.targets)} options={Rc::clone(options)} />
            if let Some(target) = target.filter(|target| !target.systems.is_empty()) {
                { system(say, target, &change) }
            }
            if has_profiles { { profiles(say, &change) } }
            // Taken when it is finished: splitting names while they are typed would fight the typist.
            { line(say, "cl-names", "names", (words::NAMES, words::NAMES_HINT), own.unwrap_or_default(),
                options.names.join(", "), change.chosen(|options, names| options.names = parted(&names).map(str::to_owned).collect())) }
            if let Some(target) = target.filter(|target| target.fields.contains(&Field::Upstream)) {
                { upstream(say, target, &change) }
            }
            if let Some(target) = target { { deploy_more(say, target, &change) } }
        </div>
    }
}

/// One choice changed, the others as they are.
pub struct Change {
    page: Page,
    /// The choices so far.
    pub options: Rc<DeployOptions>,
}

impl Change {
    /// Lists, boxes and texts alike have a value.
    pub fn chosen(&self, edit: fn(&mut DeployOptions, String)) -> Callback<Event> {
        self.made(move |options, event| edit(options, event.target_unchecked_into::<HtmlInputElement>().value()))
    }

    /// A text, letter by letter.
    pub fn typed(&self, edit: fn(&mut DeployOptions, String)) -> Callback<InputEvent> {
        let changed = self.chosen(edit);
        Callback::from(move |event: InputEvent| changed.emit(event.into()))
    }

    /// A change that needs no value.
    pub fn made(&self, edit: impl Fn(&mut DeployOptions, &Event) + 'static) -> Callback<Event> {
        let (page, options) = (self.page.clone(), Rc::clone(&self.options));
        Callback::from(move |event: Event| {
            let mut options = (*options).clone();
            edit(&mut options, &event);
            page.configure(&options);
        })
    }
}

/// Which clients the configuration is for.
fn profiles(say: Words, change: &Change) -> Html {
    let chosen = change.options.profile;
    choice(
        say,
        "cl-profile",
        words::PROFILE,
        Some(meaning(chosen)),
        html! {
            <select id="cl-profile" data-test="profile" aria-describedby="cl-profile-hint"
                onchange={change.chosen(|options, id| options.profile = Profile::from_id(&id).unwrap_or_default())}>
                for known in Profile::ALL {
                    <option key={known.id()} value={known.id()} selected={chosen == known}>
                        { say.text(profile(known)) }
                    </option>
                }
            </select>
        },
    )
}

/// Where requests go on; taken with every letter, so that the configuration is seen to grow.
fn upstream(say: Words, target: &TargetChoice, change: &Change) -> Html {
    let value = change.options.upstream.clone().unwrap_or_default();
    let oninput = change.typed(|options, text| options.upstream = deploy_form::filled(&text));
    let example = target.upstream.as_deref().unwrap_or("http://127.0.0.1:3000").to_owned();
    let hint = match &target.upstream {
        Some(usual) => say.fill(words::UPSTREAM_NEEDED, [("upstream", usual.as_str().into())]),
        None => say.text(words::UPSTREAM_HINT).to_owned(),
    };
    html! {
        <div class="cl-form__row">
            <label for="cl-upstream">{ say.text(words::UPSTREAM) }</label>
            <input id="cl-upstream" type="text" data-test="upstream" aria-describedby="cl-upstream-hint" inputmode="url"
                autocomplete="off" autocapitalize="none" spellcheck="false" placeholder={example} {value} {oninput} />
            <small id="cl-upstream-hint">{ hint }</small>
        </div>
    }
}

/// The system, which says versions and folders.
fn system(say: Words, target: &TargetChoice, change: &Change) -> Html {
    let chosen = change.options.system.as_deref().unwrap_or_default();
    choice(
        say,
        "cl-system",
        words::SYSTEM,
        None,
        html! {
            <select id="cl-system" data-test="system" onchange={change.chosen(|options, system| {
                options.system = deploy_form::filled(&system);
                (options.version, options.library) = (None, None);
            })}>
                <option value="" selected={chosen.is_empty()}>
                    { say.fill(words::NEWEST, [("version", target.latest.as_str().into())]) }
                </option>
                for known in &target.systems {
                    <option key={known.id.clone()} value={known.id.clone()} selected={chosen == known.id}>
                        { format!("{} ({})", known.title, known.version) }
                    </option>
                }
            </select>
        },
    )
}

/// What a profile means.
const fn meaning(profile: Profile) -> Pair {
    match profile {
        Profile::Modern => words::MODERN_HINT,
        Profile::Compatible => words::COMPATIBLE_HINT,
        Profile::MiniProgram => words::MINI_PROGRAM_HINT,
        Profile::Legacy => words::LEGACY_HINT,
    }
}

/// A line of text that is taken when it is finished.
pub fn line(
    say: Words,
    id: &'static str,
    hook: &'static str,
    (label, hint): (Pair, Pair),
    placeholder: String,
    value: String,
    onchange: Callback<Event>,
) -> Html {
    choice(
        say,
        id,
        label,
        Some(hint),
        html! {
            <input {id} type="text" data-test={hook} aria-describedby={format!("{id}-hint")} autocomplete="off"
                autocapitalize="none" spellcheck="false" {placeholder} {value} {onchange} />
        },
    )
}

/// A control with its label and hint.
pub fn choice(say: Words, id: &'static str, label: Pair, hint: Option<Pair>, control: Html) -> Html {
    html! {
        <div class="cl-form__row">
            <label for={id}>{ say.text(label) }</label>
            { control }
            if let Some(hint) = hint { <small id={format!("{id}-hint")}>{ say.text(hint) }</small> }
        </div>
    }
}
