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

/// What the page says at a glance: a verdict where that is broken, for it can not get worse; nothing once it says more.
const GLANCE: &str = "const told = document.querySelector('[data-test=verdict][data-glance]'); \
                      return told && (told.dataset.verdict ?? 'open')";

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
    page.until(GLANCE, &[], "open").await;
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

/// Without a glance, with what is none, or with one that fails, the engine speaks first.
pub async fn no_glance_is_no_loss(page: &Page) {
    const GLANCE: &str = "/glance";
    let all: fn(&str) -> bool = |target| target.starts_with(GLANCE);
    let glue: fn(&str) -> bool = |target| target.starts_with("/glance.js");
    let other = "export default () => {}; export const glimpse = () => {};";
    for (instead, before) in [(HELD, FAILS), ((all, "404 Not Found", ""), ""), ((glue, "200 OK", other), "")] {
        page.site.answer_instead(Some(instead));
        page.site.begin_with(before);
        page.open_site().await;
        page.paste(&House::new().wrong_order()).await;
        if before == FAILS {
            page.until("return window.glanceWasAsked ?? false", &[], true).await;
            page.until(GO, &[], "done").await;
        }
        page.verdict("broken").await;
        page.finding("CHN002", true).await;
        page.until("return document.querySelector('[data-test=notice]')", &[], json!(null)).await;
    }
    page.site.answer_instead(None);
    page.leaves_nothing_behind_but(Some(GLANCE)).await;
}

/// Has whatever a glance is asked fail.
const FAILS: &str = "{ const real = WebAssembly.instantiateStreaming; \
    const fails = () => { window.glanceWasAsked = true; throw new WebAssembly.RuntimeError('unreachable'); }; \
    WebAssembly.instantiateStreaming = async (...all) => { \
        const { instance, module } = await real.apply(WebAssembly, all); \
        const exports = 'glimpse' in instance.exports ? { ...instance.exports, glimpse: fails, tell: fails } : instance.exports; \
        return { module, instance: { exports } }; }; }\n";

/// Keeps a file back until somebody calls `go`.
macro_rules! kept_back {
    ($path:literal) => {
        concat!(
            "{ const real = fetch; const word = new Promise((done) => { globalThis.go = done; });",
            " globalThis.fetch = async (what, ...how) => {",
            " if (String(what).includes('",
            $path,
            "')) await word;",
            " return real(what, ...how); }; }\n"
        )
    };
}

/// The page's words.
const WORDS_WAIT: &str = kept_back!("/words/first");

/// The page's own module.
const PAGE_WAITS: &str = kept_back!("/app-");

/// What is there before the page: what it says, and where it is.
const STANDS: &str = "
    const parts = document.querySelectorAll('.cl-intro > *, .cl-verdict, .cl-verdict > *, .cl-verdict path, textarea');
    // The box of a phone stands below whatever is found.
    const stays = (part) => part.checkVisibility() && (!part.value || innerWidth > 860);
    return [...parts].filter(stays).map((part) => {
        const { left, top, width, height } = part.getBoundingClientRect();
        return [part.tagName, part.textContent.replaceAll('\\n', ''), part.getAttribute('d'), left, top, width, height];
    }).sort()";

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
    let first = "return states.filter(([state], at) => state && states.findIndex(([other]) => other === state) === at)";
    let drawn = page.run(first, &[]).await;
    assert_eq!(drawn[0], json!(["loading", "broken"]), "the first thing drawn is the verdict");
    assert_eq!(drawn[1], json!(["working", "broken"]), "the page begins with it");
    let same_box = "return box === document.querySelector('[data-test=input]') && box === document.activeElement";
    page.until(same_box, &[], true).await;
    page.state("done").await;
    page.site.begin_with("");
    page.leaves_nothing_behind().await;
}

/// Opens what there is before the page, which waits.
pub async fn hold_the_page(page: &Page) {
    page.site.begin_with(PAGE_WAITS);
    page.browser.client.goto(&page.site.address("/")).await.unwrap();
}

/// The verdict is told before the page is there, for every text that is put in until then; then the page takes over, and
/// nothing moves.
pub async fn a_verdict_before_the_page(page: &Page) {
    const PAGE: &str = "const root = document.querySelector('.cl-app'); \
                        return [root.dataset.state, root.classList.contains('cl-app--empty'), \
                                document.querySelector('h1').checkVisibility()]";
    let (loading, empty) = (json!(["loading", false, false]), json!(["loading", true, true]));
    hold_the_page(page).await;
    page.until(PAGE, &[], empty.clone()).await;
    let begun = page.run(STANDS, &[]).await;
    page.run("go()", &[]).await;
    page.state("empty").await;
    assert_eq!(page.run(STANDS, &[]).await, begun, "nothing moves");

    hold_the_page(page).await;
    let house = House::new();
    for (text, verdict, wanted) in [
        (house.wrong_order(), json!("broken"), &loading),
        (house.chain() + &house.root.pem(), json!("open"), &loading),
        ("what only the engine knows".to_owned(), json!(null), &empty),
        (house.wrong_order(), json!("broken"), &loading),
        (String::new(), json!(null), &empty),
        (house.wrong_order(), json!("broken"), &loading),
    ] {
        page.paste(&text).await;
        page.until(GLANCE, &[], verdict).await;
        page.until(PAGE, &[], wanted.clone()).await;
    }
    page.loses_nothing().await;

    // What comes next waits, so that it is the page's glance that takes over.
    page.site.answer_instead(Some(HELD));
    for (text, verdict, code) in [
        (house.chain() + &house.root.pem(), "open", "CHN004"),
        (house.ending(), "open", "VAL003"),
        (house.wrong_order(), "broken", "CHN002"),
    ] {
        hold_the_page(page).await;
        page.paste(&text).await;
        page.until(GLANCE, &[], verdict).await;
        let told = page.run(STANDS, &[]).await;
        page.run("go()", &[]).await;
        page.state("working").await;
        page.until(GLANCE, &[], verdict).await;
        assert_eq!(page.run(STANDS, &[]).await, told, "nothing moves");
        page.until(GO, &[], "done").await;
        page.finding(code, true).await;
        page.loses_nothing().await;
    }
    page.site.answer_instead(None);
    page.site.begin_with("");
    page.leaves_nothing_behind().await;
}
