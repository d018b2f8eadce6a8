use super::copy_button::{CopyButton, copy_small};
use crate::look::{context::Page, deploy_form::fresh};
use crate::report::wire::{Deployment, File};
use crate::text::page::deploy as words;
use yew::prelude::*;

/// A file of a configuration, with the lines marked that were not in the one before.
pub fn changed_block(page: &Page, file: &File, before: Option<&Deployment>, hook: &'static str, buttons: Html) -> Html {
    let title = AttrValue::from(file.name.clone());
    let text = String::from_utf8_lossy(&file.bytes).into_owned();
    let old = before.and_then(|made| made.configs.iter().find(|old| old.name == file.name));
    let fresh = old.map(|old| fresh(&String::from_utf8_lossy(&old.bytes), &text)).unwrap_or_default();
    let is_fresh = |index: usize, line: &str| fresh.get(index).copied().unwrap_or_default() && !line.trim().is_empty();
    // On a phone the lines may be far below the choice that changed them, and who hears the page does not see them.
    let changed = match text.lines().enumerate().filter(|(index, line)| is_fresh(*index, line)).count() {
        0 => String::new(),
        count => page.say.fill(words::CHANGED_LINES, [("count", count.into())]),
    };
    let line = |(index, line): (usize, &str)| {
        let is_fresh = is_fresh(index, line);
        let line = format!("{line}\n");
        let (class, title) = if is_fresh { ("cl-fresh", Some(page.say.text(words::CHANGED))) } else { ("", None) };
        html! { <span key={index} {class} {title}>{ line }</span> }
    };
    let lines: Html = text.lines().enumerate().map(line).collect();
    html! {
        <figure class="cl-code">
            <figcaption class="cl-code__head">
                <span class="cl-code__title">{ &title }</span>
                <span class="cl-hint" role="status" data-test="changed">{ changed }</span>
                <span class="cl-code__tools">
                    { buttons }
                    <CopyButton page={page.clone()} text={move |()| text.clone()} of={&title} />
                </span>
            </figcaption>
            // Focusable, since it scrolls.
            <pre tabindex="0" role="group" data-test={hook} aria-label={title}><code>{ lines }</code></pre>
        </figure>
    }
}

/// Commands with a button that copies them. Each is a block of its own, so that it is seen where a long one goes on.
pub fn command_block(page: &Page, text: &str) -> Html {
    let lines = text.lines().enumerate().map(|(index, line)| {
        html! { <span key={index} class="cl-command__line">{ for line.split_inclusive(' ').map(word) }{ "\n" }</span> }
    });
    html! {
        <div class="cl-command">
            <pre tabindex="0" role="group" aria-label={page.say.text(words::SHELL)}><code>{ for lines }</code></pre>
            { copy_small(page, text, text.to_owned()) }
        </div>
    }
}

/// A word of a command. A browser would end a line behind any of its hyphens, and make two options of one.
fn word(word: &str) -> Html {
    match word.trim_end_matches(' ') {
        plain if plain.contains('-') => {
            html! { <><span class="cl-command__word">{ plain }</span>{ &word[plain.len()..] }</> }
        }
        _ => html! { word.to_owned() },
    }
}
