use super::{
    chain_legend::chain_legend,
    chain_svg::{Direction, chain_svg},
    missing_issuer::missing_issuer,
    picture::Picture as Saved,
    trust_grid::trust_grid,
};
use crate::app::{
    context::{Shared, Words},
    state::Stock,
};
use crate::look::{
    context::Page,
    view::{chain_picture::picture, trust_words::way},
};
use crate::report::{ClientTrust, Report};
use crate::text::page::chain as words;
use yew::prelude::*;

/// More columns than this do not fit beside each other.
const COLUMNS: usize = 4;

/// Ways that are listed.
const WAYS: usize = 20;

#[derive(PartialEq, Properties)]
pub struct ChainTabProps {
    pub page: Page,
    pub report: Shared<Report>,
    /// How much of the supply is here.
    pub supply: Stock,
}

/// Who signed whom, and who trusts it: given, missing, from the supply, and the roots that clients have.
#[component]
pub fn ChainTab(props: &ChainTabProps) -> Html {
    let (page, report) = (&props.page, &*props.report);
    let say = page.say;
    // The chosen client, by its place in the report; it stays chosen when a repair changes its answer.
    let chosen = use_state(|| None::<usize>);
    let choose = {
        let chosen = chosen.setter();
        Callback::from(move |place| chosen.set(place))
    };
    let picture = picture(report);
    let client = chosen.and_then(|place| report.trust.clients.get(place));
    let taken = client.and_then(ClientTrust::way).map(|path| picture.way(path)).unwrap_or_default();
    let class = if picture.columns() > COLUMNS { "cl-picture cl-picture--deep" } else { "cl-picture" };
    html! {
        <>
            <p class="cl-hint">{ say.text(if report.chain.leaf.is_some() { words::HINT } else { words::NO_LEAF }) }</p>
            <Saved {say} name="chain" hint={words::POINT}>
                <div {class}>
                    { chain_svg(&picture, report, taken, Direction::Across, say) }
                    { chain_svg(&picture, report, taken, Direction::Down, say) }
                </div>
            </Saved>
            { chain_legend(&picture, report, say) }
            if picture.left_out > 0 {
                <p class="cl-hint">{ say.fill(words::LEFT_OUT, [("count", picture.left_out.into())]) }</p>
            }
            for missing in &report.chain.missing { { missing_issuer(page, missing, report, props.supply) } }
            if !report.trust.clients.is_empty() { { trust_grid(page, report, *chosen, &choose) } }
            { paths(report, say) }
        </>
    }
}

/// The ways to a root, one a line, where there are several.
fn paths(report: &Report, say: Words) -> Html {
    let ways: Vec<_> = report.chain.paths.iter().filter(|path| path.root.is_some()).collect();
    if ways.len() < 2 {
        return Html::default();
    }
    html! {
        <section class="cl-facts">
            <h3>{ say.fill(words::PATHS, [("count", ways.len().into())]) }</h3>
            <ol>
                for (index, path) in ways.into_iter().take(WAYS).enumerate() {
                    <li key={index}>
                        <bdi>{ way(path, report) }</bdi>
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
