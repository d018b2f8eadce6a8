use crate::app::{
    browser,
    calls::{Calls, Change},
    components::{
        icon::{Sign, icon},
        long_list::LongList,
        untrusted::untrusted,
    },
    context::{Shared, Words},
    deed::Deed,
    state::GivenFile,
};
use crate::look::{context::Page, view::platforms::used_for};
use crate::report::{CalledUrl, Report};
use crate::text::{page::platforms as words, skipped};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct CallsFormProps {
    pub page: Page,
    pub calls: Rc<Calls>,
    pub report: Shared<Report>,
}

/// Where the user says what the program calls, and sees what was understood.
#[component]
pub fn CallsForm(props: &CallsFormProps) -> Html {
    let (page, calls) = (&props.page, &props.calls);
    let say = page.say;
    html! {
        <section class="cl-calls" aria-labelledby="cl-calls">
            <h3 id="cl-calls"><label for="cl-urls">{ say.text(words::CALLS) }</label></h3>
            <TextBox
                id="cl-urls"
                hook="urls"
                text={Rc::clone(&calls.text)}
                placeholder={say.text(words::CALLS_PLACEHOLDER)}
                on_text={changes(page, Change::Typed)}
            />
            <div class="cl-calls__tools">
                { file_button(page) }
                for file in calls.files.iter() { { file_chip(page, file) } }
            </div>
            <p class="cl-hint" id="cl-urls-hint">{ say.text(words::CALLS_HINT) }</p>
            if !props.report.urls.is_empty() { { found(&props.report, say) } }
            <details class="cl-more-of" open={!calls.listed.is_empty()}>
                <summary><label for="cl-listed">{ say.text(words::LISTED) }</label></summary>
                <TextBox
                    id="cl-listed"
                    hook="listed"
                    text={Rc::clone(&calls.listed)}
                    placeholder="https://api.example.com;wss://push.example.com"
                    on_text={changes(page, Change::Listed)}
                />
                <p class="cl-hint" id="cl-listed-hint">{ say.text(words::LISTED_HINT) }</p>
            </details>
        </section>
    }
}

fn changes(page: &Page, change: fn(String) -> Change) -> Callback<String> {
    let page = page.clone();
    Callback::from(move |text| page.act(Deed::CallsChanged(change(text))))
}

#[derive(PartialEq, Properties)]
struct TextBoxProps {
    id: &'static str,
    hook: &'static str,
    text: Rc<str>,
    placeholder: AttrValue,
    on_text: Callback<String>,
}

/// A box for a few lines. What the user types stays in it; what changed elsewhere is written into it.
#[component]
fn TextBox(props: &TextBoxProps) -> Html {
    let area = use_node_ref();
    {
        let area = area.clone();
        use_effect_with(Rc::clone(&props.text), move |text| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>().filter(|area| area.value() != **text) {
                area.set_value(text);
            }
        });
    }
    let oninput = {
        let on_text = props.on_text.clone();
        Callback::from(move |event: InputEvent| {
            on_text.emit(event.target_unchecked_into::<HtmlTextAreaElement>().value());
        })
    };
    html! {
        <textarea
            id={props.id}
            ref={area}
            class="cl-box"
            data-test={props.hook}
            rows="4"
            spellcheck="false"
            autocomplete="off"
            autocapitalize="none"
            wrap="off"
            aria-describedby={format!("{}-hint", props.id)}
            placeholder={props.placeholder.clone()}
            {oninput}
        />
    }
}

fn file_button(page: &Page) -> Html {
    let onchange = {
        let page = page.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(files) = input.files().filter(|files| files.length() > 0) else { return };
            let (read, page) = (browser::read(&files), page.clone());
            spawn_local(async move {
                let (sources, refused) = read.await;
                page.act(Deed::CallsChanged(Change::FilesRead(sources)));
                if !refused.is_empty() {
                    page.act(Deed::Refused(refused));
                }
            });
            input.set_value(""); // the same file can be chosen again
        })
    };
    html! {
        <label class="cl-button cl-upload">
            <input type="file" multiple=true data-test="code" {onchange} />
            { icon(Sign::Document) }
            { page.say.text(words::CODE_FILES) }
        </label>
    }
}

fn file_chip(page: &Page, file: &GivenFile) -> Html {
    let label = page.say.fill(words::REMOVE, [("name", file.name.as_ref().into())]);
    html! {
        <span key={file.id} class="cl-chip">
            { untrusted(&file.name) }
            <button
                type="button"
                aria-label={label}
                onclick={page.does(Deed::CallsChanged(Change::FileRemoved(file.id)))}
            >{ icon(Sign::Close) }</button>
        </span>
    }
}

/// What was read out of it.
fn found(report: &Shared<Report>, say: Words) -> Html {
    let left_out = report.urls.iter().filter(|url| url.skipped.is_some()).count();
    let count = report.urls.len() - left_out;
    let draw = {
        let report = report.clone();
        move |shown| table(report.urls.get(..shown).unwrap_or(&report.urls), say)
    };
    html! {
        <details class="cl-more-of" data-test="called">
            <summary>{ say.fill(words::FOUND, [("count", count.into()), ("skipped", left_out.into())]) }</summary>
            <LongList {say} of={report.urls.len()} {draw} />
        </details>
    }
}

fn table(urls: &[CalledUrl], say: Words) -> Html {
    html! {
        <table role="table" class="cl-table">
            <thead role="rowgroup">
                <tr role="row">
                    for title in [words::ADDRESS, words::USED_FOR, words::PLACE] {
                        <th key={title.key()} scope="col" role="columnheader">{ say.text(title) }</th>
                    }
                </tr>
            </thead>
            <tbody role="rowgroup">
                for (index, url) in urls.iter().enumerate() {
                    <tr role="row" key={index} class={url.skipped.map(|_| "cl-is-quiet")}>
                        <th scope="row" role="rowheader">{ untrusted(&url.url) }</th>
                        <td role="cell">
                            {
                                match url.skipped {
                                    Some(why) => say.fill(words::SKIPPED, [("why", say.text(skipped(why)).into())]),
                                    None => say.text(used_for(url.used_for)).to_owned(),
                                }
                            }
                        </td>
                        <td role="cell">
                            { untrusted(&url.source) }
                            if let Some(line) = url.line { { " " }{ say.fill(words::LINE, [("line", line.into())]) } }
                        </td>
                    </tr>
                }
            </tbody>
        </table>
    }
}
