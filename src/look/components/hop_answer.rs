use super::code_block::command_block;
use crate::app::components::icon::{Sign, icon};
use crate::look::context::Page;
use crate::report::HopAnswer;
use crate::text::{
    formats,
    page::{checks, hops as words},
};
use yew::prelude::*;

/// What one place needs.
pub fn hop_answer(page: &Page, answer: &HopAnswer) -> Html {
    let say = page.say;
    let told = [&answer.shows, &answer.onward, &answer.trap].into_iter().chain(&answer.known);
    html! {
        <div class="cl-hop__answer" data-test="hop-answer">
            if !answer.files.is_empty() {
                <p>
                    <b>{ say.text(words::FILES) }</b>
                    for format in &answer.files {
                        <span key={format.id()} class="cl-tag" data-format={format.id()}>{ say.text(formats::name(*format)) }</span>
                    }
                </p>
            }
            for (index, line) in told.filter(|line| !line.is_empty()).enumerate() { <p key={index}><bdi>{ line }</bdi></p> }
            if !answer.sources.is_empty() {
                <p class="cl-hint">
                    { say.text(words::SOURCES) }
                    for source in &answer.sources {
                        { " " }<a key={source.clone()} href={source.clone()} rel="noreferrer" target="_blank">{ host_of(source) }</a>
                    }
                </p>
            }
            <ul class="cl-probes">
                for (index, line) in answer.commands.iter().enumerate() {
                    <li key={index}>
                        { command_block(page, &line.command) }
                        <p>{ icon(Sign::Good) }<span>{ say.text(checks::EXPECT) }{ &line.expect }</span></p>
                    </li>
                }
            </ul>
        </div>
    }
}

/// The host of an address, which is enough to tell whose page it is.
fn host_of(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}
