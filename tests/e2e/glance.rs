//! The first verdict on a slow line: a glance stands in for the engine, and does without being there.

use super::{material::House, page::Page};
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

/// Without a glance, or with one that speaks another language, the engine speaks first.
pub async fn no_glance_is_no_loss(page: &Page) {
    const GLANCE: &str = "/glance";
    let not_there: fn(&str) -> bool = |target| target.starts_with(GLANCE);
    for script in ["", "export default () => postMessage(new Uint8Array([0, 0, 1]));"] {
        let status = if script.is_empty() { "404 Not Found" } else { "200 OK" };
        page.site.answer_instead(Some((not_there, status, script)));
        page.open_site().await;
        page.paste(&House::new().wrong_order()).await;
        page.verdict("broken").await;
        page.finding("CHN002", true).await;
        page.until("return document.querySelector('[data-test=notice]')", &[], json!(null)).await;
    }
    page.site.answer_instead(None);
    page.leaves_nothing_behind_but(Some(GLANCE)).await;
}
