//! The first verdict on a slow line: a glance stands in for the engine, and does without being there.

use super::{material::House, page::Page};
use certloupe::report::wire::PROTOCOL;
use serde_json::json;

/// The engine's glue, as far as the worker asks for it the first time: it waits for a word, and goes on with the real one.
const WAITS: &str = "
    await new Promise((done) => { new BroadcastChannel('go').onmessage = done; });
    export default (await import('./worker.js?v=0&fresh=1')).default;";

/// Answers the engine's glue with one that waits.
pub const HELD: (fn(&str) -> bool, &str, &str) =
    (|target| target.starts_with("/worker.js") && !target.contains("fresh"), "200 OK", WAITS);

/// Gives the word, and says where the page stands.
const GO: &str =
    "new BroadcastChannel('go').postMessage(0); return document.querySelector('[data-state]').dataset.state";

/// What the page says at a glance; nothing once it says more.
const GLANCE: &str = "return document.querySelector('[data-test=verdict][data-glance]')?.dataset.verdict ?? null";

/// How high the verdict stands, but for its sentence, which may be a line longer.
const FRAME: &str = "const high = (selector) => document.querySelector(selector).offsetHeight; \
                     return high('.cl-verdict') - high('.cl-verdict h1')";

/// A fault is told at a glance and stays one; that all is well is told by nobody but the engine.
pub async fn a_glance_stands_in(page: &Page) {
    page.site.answer_instead(Some(HELD));
    page.open_site().await;
    let house = House::new();
    page.paste(&house.wrong_order()).await;
    page.until(GLANCE, &[], "broken").await;
    page.finding("CHN002", true).await;

    page.paste(&(house.chain() + &house.root.pem())).await;
    page.finding("CHN002", false).await;
    page.until(GLANCE, &[], "ready").await;
    page.state("working").await;
    let shown = page.text("verdict").await;
    assert!(!shown.contains("No problems found") && shown.contains("still being checked"), "{shown}");
    let offered = "return document.querySelectorAll('[data-test=download], [data-test=tally]').length";
    page.until(offered, &[], 0).await;
    page.click("lang-zh").await;
    page.until("return document.querySelector('[data-test=verdict]').innerText.includes('正在检查')", &[], true).await;
    page.click("lang-en").await;
    page.until("return document.documentElement.lang", &[], "en").await;
    let (glimpsed, before) = (page.codes().await, page.run(FRAME, &[]).await);

    page.until(GO, &[], "done").await;
    page.until(GLANCE, &[], json!(null)).await;
    let codes = page.codes().await;
    assert!(!glimpsed.is_empty() && glimpsed.iter().all(|code| codes.contains(code)), "{glimpsed:?} in {codes:?}");
    assert!(codes.len() > glimpsed.len(), "the engine adds to {glimpsed:?}");
    assert_eq!(page.run(FRAME, &[]).await, before, "nothing jumps");
    page.site.answer_instead(None);
    page.leaves_nothing_behind().await;
}

/// Without a glance, with one that speaks another language, or with one that fails, the engine speaks first.
pub async fn no_glance_is_no_loss(page: &Page) {
    const GLANCE: &str = "/glance";
    let not_there: fn(&str) -> bool = |target| target.starts_with(GLANCE);
    let glue: fn(&str) -> bool = |target| target.starts_with("/glance.js");
    let other = format!("export default () => {{}}; export const protocol = () => {}; {FAILS}", PROTOCOL + 1);
    let fails = format!("export default () => {{}}; export const protocol = () => {PROTOCOL}; {FAILS}");
    for (what, status, script) in
        [(not_there, "404 Not Found", String::new()), (glue, "200 OK", other), (glue, "200 OK", fails)]
    {
        page.site.answer_instead(Some((what, status, script.leak())));
        page.open_site().await;
        page.paste(&House::new().wrong_order()).await;
        page.verdict("broken").await;
        page.finding("CHN002", true).await;
        page.until("return document.querySelector('[data-test=notice]')", &[], json!(null)).await;
    }
    page.site.answer_instead(None);
    page.leaves_nothing_behind_but(Some(GLANCE)).await;
}

/// A glance that says it if somebody asks it all the same.
const FAILS: &str = "export const glimpse = () => { globalThis.wasAsked = true; throw new Error('unreachable'); };";

/// Keeps the page's words back until somebody calls `go`.
const WORDS_WAIT: &str = "{ const real = fetch; \
    const word = new Promise((done) => { globalThis.go = done; }); \
    globalThis.fetch = async (what, ...how) => { \
        if (String(what).includes('/words/first')) await word; \
        return real(what, ...how); }; }\n";

/// The box takes a text before the page is there: the page begins with its verdict, and whoever writes in the box goes on
/// writing.
pub async fn a_paste_before_the_page(page: &Page) {
    const STATE: &str = "return document.querySelector('[data-state]').dataset.state";
    page.site.begin_with(WORDS_WAIT);
    page.browser.client.goto(&page.site.address("/")).await.unwrap();
    page.paste(&House::new().wrong_order()).await;
    assert_eq!(page.run(STATE, &[]).await, "loading");
    // Every state from here on, and whether the box stays the same.
    page.run(
        "window.box = document.querySelector('[data-test=input]'); window.states = []; \
         new MutationObserver(() => states.push([document.querySelector('[data-state]')?.dataset.state, \
             document.querySelector('[data-test=verdict]')?.dataset.verdict])) \
         .observe(document, { childList: true, subtree: true }); go()",
        &[],
    )
    .await;
    page.verdict("broken").await;
    page.finding("CHN002", true).await;
    let first = page.run("return states.find(([state]) => state)", &[]).await;
    assert_eq!(first, json!(["working", "broken"]), "the first thing drawn is the verdict");
    let same_box = "return box === document.querySelector('[data-test=input]') && box === document.activeElement";
    page.until(same_box, &[], true).await;
    page.state("done").await;
    page.site.begin_with("");
    page.leaves_nothing_behind().await;
}
