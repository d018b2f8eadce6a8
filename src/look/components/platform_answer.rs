use super::copy_button::CopyButton;
use crate::app::{
    components::{
        finding::finding_list,
        icon::{Sign, icon, severity_class},
    },
    context::Shared,
    view::platforms::{said, severity},
};
use crate::look::{
    context::Page,
    view::platforms::{answer, verdict_id},
};
use crate::report::{ConsoleList, PlatformReadiness, Repair, Report};
use crate::text::{self, page::platforms as words, platform_title};
use yew::prelude::*;

/// What one platform says, why, and what to enter into its console.
pub fn platform_answer(page: &Page, readiness: &PlatformReadiness, report: &Shared<Report>, made: &[Repair]) -> Html {
    let say = page.say;
    let answer = answer(readiness, report);
    let tone = severity(readiness.verdict);
    html! {
        <section
            key={readiness.id.id()}
            class="cl-platform"
            data-test="platform-answer"
            data-id={readiness.id.id()}
            data-verdict={verdict_id(readiness.verdict)}
            aria-labelledby={format!("cl-platform-{}", readiness.id.id())}
        >
            <h3 id={format!("cl-platform-{}", readiness.id.id())}>
                { say.text(platform_title(readiness.id)) }
                <span class={classes!("cl-mark", severity_class(tone))}>
                    { icon(Sign::of(tone)) }{ say.text(said(readiness.verdict)) }
                </span>
            </h3>
            if answer.why.is_empty() {
                <p class="cl-hint">{ say.text(words::NOTHING) }</p>
            } else {
                { finding_list(page, answer.why.iter(), report, Some(made), None) }
            }
            if !readiness.lists.is_empty() {
                <h4>{ say.text(words::CONSOLE) }</h4>
                for list in &readiness.lists { { console_list(page, list) } }
            }
            if !answer.by_hand.is_empty() {
                <details class="cl-more-of" data-test="by-hand">
                    <summary>{ say.fill(words::BY_HAND, [("count", answer.by_hand.len().into())]) }</summary>
                    { finding_list(page, answer.by_hand.iter(), report, None, None) }
                </details>
            }
        </section>
    }
}

/// One field of the console, to be copied.
fn console_list(page: &Page, list: &ConsoleList) -> Html {
    let say = page.say;
    let text = list.entries.join("\n");
    let copied = text.clone();
    html! {
        <div key={list.name.clone()} class="cl-code" data-test="console-list" data-name={list.name.clone()}>
            <div class="cl-code__head">
                <span class="cl-code__title" lang="zh">{ &list.name }</span>
                <span class="cl-hint">{ say.fill(words::ENTRIES, [("count", list.entries.len().into())]) }</span>
                if !list.entries.is_empty() {
                    <CopyButton
                        page={page.clone()}
                        text={move |()| copied.clone()}
                        of={say.fill(words::COPIED_LIST, [("name", list.name.as_str().into())])}
                    />
                }
            </div>
            if list.entries.is_empty() {
                <p class="cl-hint">{ say.text(words::NO_ENTRY) }</p>
            } else {
                <pre tabindex="0" role="group" aria-label={list.name.clone()}><code>{ text }</code></pre>
            }
            for (index, left_out) in list.left_out.iter().enumerate() {
                <p key={index} class="cl-hint cl-code__note">
                    { say.fill(words::LEFT_OUT, [
                        ("url", text::escape(&left_out.url).into()),
                        ("why", text::code_name(left_out.code).lang(say.0).into()),
                    ]) }
                </p>
            }
        </div>
    }
}
