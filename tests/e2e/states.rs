//! The states that people meet the page in, for whoever looks at all of them.

use super::{
    glance,
    material::{HOST, House, many},
    page::Page,
};

/// What the page is brought to.
pub enum State {
    Empty,
    /// An example's verdict.
    Example(&'static str),
    /// An example's part behind a tab.
    Tab(&'static str, &'static str),
    /// The elements of a certificate beside its bytes.
    Bytes,
    /// Many certificates.
    List,
    /// Two certificates side by side.
    Compare,
    /// A link with the certificates in it.
    Link,
    /// The engine is on its way.
    Glance,
    /// The engine crashed.
    Crash,
}

/// Every state that people meet, by name.
pub const STATES: &[(&str, State)] = &[
    ("empty", State::Empty),
    ("ready", State::Example("good")),
    ("broken", State::Example("wrong-order")),
    ("hostile", State::Example("hostile")),
    ("chain", State::Tab("leaf-only", "chain")),
    ("names", State::Tab("hostile", "names")),
    ("dates", State::Tab("expired", "dates")),
    ("platforms", State::Tab("good", "platforms")),
    ("deploy", State::Tab("good", "deploy")),
    ("renew", State::Tab("good", "renew")),
    ("files", State::Tab("foreign-key", "files")),
    ("details", State::Tab("good", "details")),
    ("bytes", State::Bytes),
    ("list", State::List),
    ("compare", State::Compare),
    ("link", State::Link),
    ("glance", State::Glance),
    ("crash", State::Crash),
];

/// Brings the page to a state; the script that brings into sight what is special about it.
pub async fn bring(page: &Page, state: &State) -> &'static str {
    const TABS: &str = "document.querySelector('[role=tablist]').scrollIntoView()";
    const TOP: &str = "scrollTo(0, 0)";
    let filled = "return document.querySelector('[role=tabpanel]').textContent.length > 40";
    page.site.answer_instead(matches!(state, State::Glance).then_some(glance::HELD));
    page.open_site().await;
    let house = House::new();
    match state {
        State::Empty => page.state("empty").await,
        State::Example(example) => page.try_example(example).await,
        State::Tab(example, tab) => {
            page.try_example(example).await;
            page.click(&format!("tab-{tab}")).await;
            page.until(filled, &[], true).await;
            return TABS;
        }
        State::Bytes => {
            page.try_example("good").await;
            page.click("tab-details").await;
            page.click("view-asn1").await;
            page.find("hex").await;
            return TABS;
        }
        State::List => {
            page.paste(&many(300)).await;
            page.find("list-row").await;
            return TABS;
        }
        State::Compare => {
            page.paste(&(house.chain() + &house.renewed(&[HOST]))).await;
            page.click("tab-compare").await;
            page.find("compare-verdict").await;
            return TABS;
        }
        State::Link => {
            page.paste(&house.wrong_order()).await;
            page.click("tab-files").await;
            page.click("link-make").await;
            page.find("link-note").await;
            return "document.querySelector('[data-test=link]').scrollIntoView({ block: 'center' })";
        }
        State::Glance => {
            page.paste(&(house.chain() + &house.root.pem())).await;
            page.find_by("[data-test=verdict][data-glance]").await;
        }
        State::Crash => {
            page.paste(&house.chain()).await;
            page.verdict("broken").await;
            page.run("__watch.spoilNext = true", &[]).await;
            page.paste(&house.wrong_order()).await;
            page.find("notice").await;
        }
    }
    TOP
}

/// Changes the language and the colours.
pub async fn speak(page: &Page, lang: &str, theme: &str) {
    page.click(&format!("lang-{lang}")).await;
    page.until("return document.documentElement.lang.slice(0, 2)", &[], lang).await;
    const THEME: &str = "return document.documentElement.dataset.theme";
    for _ in 0..3 {
        let before = page.run(THEME, &[]).await;
        if before == theme {
            return;
        }
        page.click("theme").await;
        page.until(&format!("{THEME} !== arguments[0]"), &[before], true).await;
    }
    page.until(THEME, &[], theme).await;
}
