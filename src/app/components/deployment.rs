use super::{
    code_block::code_block,
    copy_button::copy_small,
    finding::finding_list,
    icon::{Sign, icon},
};
use crate::app::{
    browser,
    context::{Page, Shared, Words},
};
use crate::report::{
    Report,
    wire::{Deployment as Made, File},
};
use crate::text::{
    commands::{Step, expectation},
    page::deploy as words,
};
use yew::prelude::*;

/// The configuration, what to know about it, and the commands around it.
pub fn deployment(page: &Page, made: &Made, report: &Shared<Report>) -> Html {
    let say = page.say;
    let config = String::from_utf8_lossy(&made.config.bytes).into_owned();
    html! {
        <>
            { code_block(page, &made.config.name, config, "config", download(&made.config, say, "download-config")) }
            if !made.files.is_empty() {
                <p class="cl-files">
                    <span>{ say.text(words::FILES) }</span>
                    for file in &made.files { { download(file, say, "download-file") } }
                </p>
            }
            if !made.notes.is_empty() {
                <section>
                    <h3>{ say.text(words::NOTES) }</h3>
                    { finding_list(page, &made.notes, report, None) }
                </section>
            }
            <section class="cl-steps">
                <h3>{ say.text(words::COMMANDS) }</h3>
                <ol>
                    for step in Step::ALL {
                        <li key={step.heading().en}>
                            <h4>{ say.text(step.heading()) }</h4>
                            { commands(page, step, made) }
                        </li>
                    }
                </ol>
            </section>
        </>
    }
}

/// A file's name as a button that hands it over.
fn download(file: &File, say: Words, hook: &'static str) -> Html {
    let (name, bytes) = (file.name.clone(), file.bytes.clone());
    let label = say.fill(words::DOWNLOAD, [("name", file.name.as_str().into())]);
    html! {
        <button type="button" class="cl-button" data-test={hook} aria-label={label}
            onclick={Callback::from(move |_: MouseEvent| browser::download(&name, &bytes))}>
            { icon(Sign::Download) }<span>{ &file.name }</span>
        </button>
    }
}

fn commands(page: &Page, step: Step, made: &Made) -> Html {
    let lines = match step {
        Step::Install => &made.commands.install,
        Step::Check => &made.commands.check,
        Step::Reload => &made.commands.reload,
        Step::Verify => return probes(page, made),
    };
    line(page, &lines.join("\n"))
}

/// Commands with a button that copies them.
fn line(page: &Page, text: &str) -> Html {
    html! {
        <div class="cl-command">
            <pre tabindex="0" aria-label={page.say.text(words::SHELL)}><code>{ text }</code></pre>
            { copy_small(page, text, text.to_owned()) }
        </div>
    }
}

/// Commands that prove it, each with what it should show.
fn probes(page: &Page, made: &Made) -> Html {
    let say = page.say;
    html! {
        <ul class="cl-probes">
            for (index, probe) in made.commands.verify.iter().enumerate() {
                <li key={index}>
                    { line(page, &probe.command) }
                    <p>{ icon(Sign::Good) }{ say.text(words::EXPECT) }{ expectation(&probe.expect, say.0) }</p>
                </li>
            }
        </ul>
    }
}
