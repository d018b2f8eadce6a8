use super::deploy_form::choice;
use crate::app::context::Words;
use crate::look::{context::Page, deploy_form};
use crate::report::wire::{DeployOptions, TargetChoice, TargetGroup};
use crate::text::{Pair, page::deploy as words, target_title};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct TargetSelectProps {
    pub page: Page,
    pub targets: Rc<[TargetChoice]>,
    pub options: Rc<DeployOptions>,
}

/// The server: a list by what servers are for, and a search that shortens it. Typing chooses the first that is left;
/// where nothing is, the list stays whole and the choice what it was.
#[component]
pub fn TargetSelect(props: &TargetSelectProps) -> Html {
    let say = props.page.say;
    let searched = use_state(String::new);
    let chosen = props.options.target.as_str();
    let chosen = if chosen.is_empty() { props.targets.first().map_or("", |target| target.id.as_str()) } else { chosen };
    let left = deploy_form::search(&props.targets, &searched);
    let choose = {
        let (page, options) = (props.page.clone(), Rc::clone(&props.options));
        Callback::from(move |id: String| page.configure(&deploy_form::other_target(&options, id)))
    };
    let oninput = {
        let (searched, targets, choose) = (searched.clone(), Rc::clone(&props.targets), choose.clone());
        let chosen = chosen.to_owned();
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let left = deploy_form::search(&targets, &text);
            if let (Some(first), false) = (left.first(), left.iter().any(|target| target.id == chosen)) {
                choose.emit(first.id.clone());
            }
            searched.set(text);
        })
    };
    let onchange = Callback::from(move |event: Event| {
        choose.emit(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    let said = found(say, &searched, left.len(), props.targets.len());
    let left = if left.is_empty() { props.targets.iter().collect() } else { left };
    html! {
        <>
            <div class="cl-form__row">
                <label for="cl-target-search">{ say.text(words::SEARCH) }</label>
                <input id="cl-target-search" type="search" data-test="target-search" aria-describedby="cl-target-search-hint"
                    autocomplete="off" autocapitalize="none" spellcheck="false" placeholder={say.text(words::SEARCH_EXAMPLE)}
                    {oninput} />
                <small id="cl-target-search-hint" role="status" data-test="targets-found">{ said }</small>
            </div>
            { choice(say, "cl-target", words::TARGET, None, html! {
                <select id="cl-target" data-test="target" {onchange}>
                    for group in TargetGroup::ALL {
                        if left.iter().any(|target| target.group == group) {
                            <optgroup label={say.text(title(group))}>
                                for target in left.iter().filter(|target| target.group == group) {
                                    <option key={target.id.clone()} value={target.id.clone()} selected={target.id == chosen}>
                                        { target_title(&target.title, say.0).into_owned() }
                                    </option>
                                }
                            </optgroup>
                        }
                    }
                </select>
            }) }
        </>
    }
}

/// What came of a search.
fn found(say: Words, searched: &str, left: usize, all: usize) -> String {
    let (pair, count) = match (searched.trim().is_empty(), left) {
        (true, _) => (words::SEARCH_ALL, all),
        (false, 0) => (words::NO_TARGET, 0),
        (false, left) => (words::SEARCH_FOUND, left),
    };
    say.fill(pair, [("count", count.into())])
}

const fn title(group: TargetGroup) -> Pair {
    match group {
        TargetGroup::Web => words::WEB,
        TargetGroup::Application => words::APPLICATION,
        TargetGroup::Service => words::SERVICE,
        TargetGroup::Platform => words::PLATFORM,
    }
}
