use crate::app::{
    browser,
    components::{
        finding::finding_list,
        icon::{Sign, icon},
    },
    context::Shared,
};
use crate::look::context::Page;
use crate::report::{
    Finding, Report,
    wire::{File, Reply, Request},
};
use crate::text::page::files as words;
use std::rc::Rc;
use yew::prelude::*;

/// What came of asking for files.
#[derive(Clone, Default, PartialEq)]
pub enum Made {
    /// Nothing was asked for.
    #[default]
    Nothing,
    /// The engine works.
    Waiting,
    /// They are here; a single one was saved already.
    Files(Rc<[File]>),
    /// They can not be made, and why.
    Refused(Rc<[Finding]>),
}

/// Asks for files; a single one is saved as soon as it is there.
pub fn make(page: &Page, request: Request, made: UseStateHandle<Made>) {
    made.set(Made::Waiting);
    page.engine.ask(
        request,
        Callback::from(move |reply| match reply {
            Reply::Files(files) => {
                if let [only] = files.as_slice() {
                    browser::download(&only.name, &only.bytes);
                }
                made.set(Made::Files(files.into()));
            }
            Reply::Refused(why) => made.set(Made::Refused(why.into())),
            Reply::Progress(_) => {}
            _ => made.set(Made::Nothing),
        }),
    );
}

/// What came of it, to be spoken: the place for that is there before, or the first word would not be heard.
pub fn made_files(page: &Page, made: &Made, report: Option<&Shared<Report>>) -> Html {
    html! { <div role="status">{ outcome(page, made, report) }</div> }
}

/// The files that were made, each to be saved; browsers stop a page that saves several by itself.
fn outcome(page: &Page, made: &Made, report: Option<&Shared<Report>>) -> Html {
    let say = page.say;
    match made {
        Made::Nothing => Html::default(),
        Made::Waiting => html! { <p class="cl-hint">{ say.text(words::WAITING) }</p> },
        Made::Files(files) => html! {
            <ul class="cl-made" data-test="made">
                for (index, file) in files.iter().enumerate() {
                    <li key={index}>
                        <button type="button" class="cl-button" data-file={file.name.clone()} onclick={save(files, index)}>
                            { icon(Sign::Download) }{ say.fill(words::SAVE, [("name", file.name.as_str().into())]) }
                        </button>
                    </li>
                }
            </ul>
        },
        Made::Refused(why) => html! {
            <section data-test="file-refused">
                <h4>{ say.text(words::REFUSED) }</h4>
                if let Some(report) = report { { finding_list(page, why.iter(), report, None, None) } }
                else { for finding in why.iter() { <p>{ say.of(finding, |words| words.title) }{ " " }{ say.of(finding, |words| words.fix) }</p> } }
            </section>
        },
    }
}

fn save(files: &Rc<[File]>, index: usize) -> Callback<MouseEvent> {
    let files = Rc::clone(files);
    Callback::from(move |_| {
        if let Some(file) = files.get(index) {
            browser::download(&file.name, &file.bytes);
        }
    })
}
