use super::{
    chain_svg::{Direction, chain_svg},
    copy_button::copy_small,
    untrusted::untrusted,
};
use crate::app::{
    context::{Page, Words},
    view::{
        chain_picture::{Picture, picture},
        chain_words::label,
    },
};
use crate::report::{ChainPath, MissingIssuer, Report};
use crate::text::{escape, page::chain as words};
use yew::prelude::*;

/// More columns than this do not fit beside each other.
const COLUMNS: usize = 4;

/// Who signed whom: given, missing, and the roots that clients have.
pub fn chain_tab(page: &Page, report: &Report) -> Html {
    let say = page.say;
    let picture = picture(report);
    let class = if picture.columns() > COLUMNS { "cl-picture cl-picture--deep" } else { "cl-picture" };
    html! {
        <>
            <p class="cl-hint">{ say.text(if report.chain.leaf.is_some() { words::HINT } else { words::NO_LEAF }) }</p>
            <div {class}>
                { chain_svg(&picture, report, Direction::Across, say) }
                { chain_svg(&picture, report, Direction::Down, say) }
            </div>
            if picture.left_out > 0 {
                <p class="cl-hint">{ say.fill(words::LEFT_OUT, [("count", picture.left_out.into())]) }</p>
            }
            { spoken(&picture, report, say) }
            for issuer in &report.chain.missing { { missing(page, issuer) } }
            if report.chain.paths.len() > 1 { { paths(report, say) } }
        </>
    }
}

/// The picture in words, for those who do not see it.
fn spoken(picture: &Picture, report: &Report, say: Words) -> Html {
    html! {
        <ol class="cl-offscreen">
            for (index, node) in picture.nodes.iter().enumerate() {
                <li key={index}>{ label(&node.what, report, say).spoken() }</li>
            }
        </ol>
    }
}

/// What is known of an issuer that was not given, and where it can be had.
fn missing(page: &Page, missing: &MissingIssuer) -> Html {
    let say = page.say;
    html! {
        <section class="cl-facts">
            <h3>{ say.text(words::MISSING_TITLE) }</h3>
            <dl>
                <dt>{ say.text(words::SUBJECT) }</dt>
                <dd>{ untrusted(&missing.subject) }</dd>
                if let Some(id) = &missing.key_id {
                    <dt>{ say.text(words::KEY_ID) }</dt>
                    <dd>
                        <code>{ id }</code>
                        { copy_small(page, id, say.text(words::KEY_ID)) }
                    </dd>
                }
                if let Some(url) = &missing.url {
                    <dt>{ say.text(words::ADDRESS) }</dt>
                    <dd>
                        { untrusted(url) }
                        { copy_small(page, url, say.text(words::ADDRESS)) }
                        <span class="cl-hint">{ say.text(words::ADDRESS_HINT) }</span>
                    </dd>
                }
            </dl>
        </section>
    }
}

/// Several ways upward, one a line.
fn paths(report: &Report, say: Words) -> Html {
    let name = |index: &usize| report.certificates.get(*index).map(|one| escape(&one.label)).unwrap_or_default();
    let text = |path: &ChainPath| {
        let mut names: Vec<_> = path.certificates.iter().map(name).collect();
        let root = path.root.as_ref().map(|root| escape(&root.name));
        names.extend(root.filter(|root| names.last() != Some(root)));
        names.join(" → ")
    };
    html! {
        <section class="cl-facts">
            <h3>{ say.fill(words::PATHS, [("count", report.chain.paths.len().into())]) }</h3>
            <ol>
                for (index, path) in report.chain.paths.iter().take(20).enumerate() {
                    <li key={index}>
                        <bdi>{ text(path) }</bdi>
                        { " · " }
                        { say.text(if path.valid { words::PATH_VALID } else { words::PATH_INVALID }) }
                        if !path.reasons.is_empty() {
                            { " · " }
                            <code>{ path.reasons.iter().map(|code| code.as_str()).collect::<Vec<_>>().join(" ") }</code>
                        }
                    </li>
                }
            </ol>
        </section>
    }
}
