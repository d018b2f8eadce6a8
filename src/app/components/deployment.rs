use super::{
    code_block::CodeBlock,
    copy_button::CopyButton,
    finding::Finding,
    icon::{Sign, icon},
};
use crate::app::{
    browser,
    context::{Shared, Words, use_words},
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

#[derive(PartialEq, Properties)]
pub struct DeploymentProps {
    pub made: Shared<Made>,
    pub report: Shared<Report>,
}

/// The configuration, what to know about it, and the commands around it.
#[component]
pub fn Deployment(props: &DeploymentProps) -> Html {
    let say = use_words();
    let made = &props.made;
    let config = String::from_utf8_lossy(&made.config.bytes).into_owned();
    html! {
        <>
            <CodeBlock title={made.config.name.clone()} text={config} hook="config">
                { download(&made.config, say, "download-config") }
            </CodeBlock>
            if !made.files.is_empty() {
                <p class="cl-files">
                    <span>{ say.text(words::FILES) }</span>
                    for file in &made.files { { download(file, say, "download-file") } }
                </p>
            }
            if !made.notes.is_empty() {
                <section>
                    <h3>{ say.text(words::NOTES) }</h3>
                    <ul class="cl-list">
                        for (index, note) in made.notes.iter().enumerate() {
                            <Finding key={index} finding={note.clone()} report={props.report.clone()} repairable=false />
                        }
                    </ul>
                </section>
            }
            <section class="cl-steps">
                <h3>{ say.text(words::COMMANDS) }</h3>
                <ol>
                    for step in Step::ALL {
                        <li key={step.heading().en}>
                            <h4>{ say.text(step.heading()) }</h4>
                            { commands(step, made, say) }
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

fn commands(step: Step, made: &Made, say: Words) -> Html {
    let lines = match step {
        Step::Install => &made.commands.install,
        Step::Check => &made.commands.check,
        Step::Reload => &made.commands.reload,
        Step::Verify => return probes(made, say),
    };
    line(&lines.join("\n"), say)
}

/// Commands with a button that copies them.
fn line(text: &str, say: Words) -> Html {
    html! {
        <div class="cl-command">
            <pre tabindex="0" aria-label={say.text(words::SHELL)}><code>{ text }</code></pre>
            <CopyButton text={text.to_owned()} of={text.to_owned()} small=true />
        </div>
    }
}

/// Commands that prove it, each with what it should show.
fn probes(made: &Made, say: Words) -> Html {
    html! {
        <ul class="cl-probes">
            for (index, probe) in made.commands.verify.iter().enumerate() {
                <li key={index}>
                    { line(&probe.command, say) }
                    <p>{ icon(Sign::Good) }{ say.text(words::EXPECT) }{ expectation(&probe.expect, say.0) }</p>
                </li>
            }
        </ul>
    }
}
