use super::{
    bundle::Bundle,
    code_block::{changed_block, command_block},
};
use crate::app::{
    browser,
    components::{
        finding::finding_list,
        icon::{Sign, icon},
    },
    context::{Shared, Words},
    route::{Route, Tab},
};
use crate::look::{
    context::Page,
    view::offers::{self, Key},
};
use crate::report::{
    Report,
    wire::{Deployment as Made, File},
};
use crate::text::{
    commands::{Step, expectation, place},
    formats,
    page::{deploy as words, tabs},
};
use yew::prelude::*;

/// The configuration, what to know about it, and the commands around it.
pub fn deployment(page: &Page, made: &Shared<Made>, before: Option<&Made>, report: &Shared<Report>) -> Html {
    let say = page.say;
    let steps = Step::ALL.into_iter().filter(|step| !step.is_empty(&made.commands));
    html! {
        <>
            <div class="cl-take">
                <Bundle page={page.clone()} deployment={made.clone()} report={report.clone()} />
                if !made.files.is_empty() {
                    <p class="cl-files">
                        <span>{ say.text(words::FILES) }</span>
                        for file in &made.files { { download(file, say, "download-file") } }
                    </p>
                }
                { key(page, made, report) }
            </div>
            for config in &made.configs {
                { changed_block(page, config, before, "config", save(config, say)) }
            }
            if !made.notes.is_empty() {
                <section>
                    <h3>{ say.text(words::NOTES) }</h3>
                    { finding_list(page, made.notes.iter(), report, None, None) }
                </section>
            }
            <section class="cl-steps">
                <h3>{ say.text(words::COMMANDS) }</h3>
                <p class="cl-hint">{ say.text(place(&made.commands)) }</p>
                <ol>
                    for step in steps {
                        <li key={step.heading(&made.commands).key()}>
                            <h4>{ say.text(step.heading(&made.commands)) }</h4>
                            { commands(page, step, made) }
                        </li>
                    }
                </ol>
            </section>
        </>
    }
}

/// What has to be put beside the files of the archive: a private key that was not given, or a file that takes a password.
fn key(page: &Page, made: &Made, report: &Report) -> Html {
    let say = page.say;
    let absent = match (made.key_file, offers::key(report)) {
        (Some(format), _) => {
            let files = Route::to(Tab::Files);
            return html! {
                <p class="cl-hint" data-test="key-file">
                    { say.fill(words::KEY_FILE, [("name", format.file_name().into())]) }{ " " }
                    <a href={files.hash()} onclick={page.leads_out(files)}>
                        { say.text(tabs::FILES) }{ " – " }{ say.text(formats::name(format)) }
                    </a>
                </p>
            };
        }
        (None, Key::Absent) if made.options.key.is_none() => words::KEY_ABSENT,
        (None, Key::Locked) if made.options.key.is_none() => words::KEY_LOCKED,
        _ => return Html::default(),
    };
    html! { <p class="cl-hint" data-test="key-absent">{ say.text(absent) }</p> }
}

/// A file's name as a button that hands it over.
pub fn download(file: &File, say: Words, hook: &'static str) -> Html {
    handed(file, say, hook, file.name.as_str().into())
}

/// The same where the name stands beside it.
fn save(file: &File, say: Words) -> Html {
    handed(file, say, "download-config", say.text(words::DOWNLOAD_SHORT).into())
}

fn handed(file: &File, say: Words, hook: &'static str, shown: AttrValue) -> Html {
    let (name, bytes) = (file.name.clone(), file.bytes.clone());
    let label = say.fill(words::DOWNLOAD, [("name", file.name.as_str().into())]);
    html! {
        <button type="button" class="cl-button" data-test={hook} aria-label={label}
            onclick={Callback::from(move |_: MouseEvent| browser::download(&name, &bytes))}>
            { icon(Sign::Download) }<span>{ shown }</span>
        </button>
    }
}

fn commands(page: &Page, step: Step, made: &Made) -> Html {
    match step {
        Step::Verify => probes(page, made),
        step => command_block(page, &step.lines(&made.commands).join("\n")),
    }
}

/// Commands that prove it, each with what it should show.
fn probes(page: &Page, made: &Made) -> Html {
    let say = page.say;
    html! {
        <ul class="cl-probes">
            for (index, probe) in made.commands.verify.iter().enumerate() {
                <li key={index}>
                    { command_block(page, &probe.command) }
                    <p>{ icon(Sign::Good) }{ say.text(words::EXPECT) }{ expectation(&probe.expect, say.0) }</p>
                </li>
            }
        </ul>
    }
}
