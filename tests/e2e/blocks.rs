//! Live code blocks on other people's pages.

use super::{
    embed::{BLOCKS, chain},
    page::Page,
};
use serde_json::{Value, json};

/// The button of a code block.
pub fn block(number: usize) -> String {
    format!("document.querySelectorAll('[data-certloupe=block]')[{number}]?.shadowRoot.querySelector('button')")
}

impl Page {
    /// Asks for the verdict on a code block, and waits for it.
    pub async fn inspect_block(&self, number: usize, verdict: &str) {
        let button = block(number);
        self.until(&format!("return {button} != null"), &[], true).await;
        self.click_found(&button).await;
        self.until(&format!("return {button}.dataset.verdict ?? {button}.textContent"), &[], verdict).await;
    }
}

/// Where everything on the page is, but for what the blocks have been given.
pub const PLACES: &str = "return JSON.stringify([...document.querySelectorAll('body *')].filter((it) => !it.dataset.certloupe) \
     .map((it) => { const { x, y, width, height } = it.getBoundingClientRect(); return [it.tagName, x, y + scrollY, width, height]; }))";

/// A button on each, a line of verdict in its place, everything in a window of its own; nothing moves, and nothing is
/// fetched before somebody asks.
pub async fn code_blocks_come_alive(page: &Page) {
    let chain = chain();
    let narrow = "<style>pre { overflow: auto; background: #eee; padding: 12px; margin: 20px 0 } .narrow { width: 300px } \
                  .floats code { float: left; min-width: 100% } pre:last-child { margin-bottom: 50px }</style>";
    let body = format!(
        "<p>before</p><pre><code class='language-pem'>{chain}</code></pre><p>between</p>\
         <div class='language-pem narrow'><pre><code>{}</code></pre></div><p>between</p>\
         <pre class='language-pem floats'><code>{}</code></pre><pre><code class='language-js'>no();</code></pre>\
         <div style='height: 3000px'></div><section lang='zh'><pre><code class='language-pem'>nothing</code></pre></section><p>after</p>",
        chain.replace('\n', "<br>"),
        chain.lines().map(|line| format!("<span>{line}\n</span>")).collect::<String>(),
    );
    page.open_documentation("without", narrow, &body).await;
    let before = page.run(PLACES, &[]).await;
    page.open_documentation("blocks", &format!("{BLOCKS}{narrow}"), &body).await;
    page.until("return document.querySelectorAll('[data-certloupe=block]').length", &[], 4).await;
    assert_eq!(page.run(PLACES, &[]).await, before, "something moved for the buttons");
    assert_eq!(
        (page.asked_for("/embed/engine.js"), page.asked_for("/embed/engine_bg.wasm")),
        (0, 0),
        "nobody has asked"
    );
    assert_eq!(page.run(&format!("return {}.textContent", block(3)), &[]).await, "检查");

    page.inspect_block(0, "attention").await;
    // The others in sight follow; what is further down waits.
    for number in [1, 2] {
        page.run("document.querySelectorAll('pre')[arguments[0]].scrollIntoView()", &[json!(number)]).await;
        page.until(&format!("return {}.dataset.verdict", block(number)), &[], "attention").await;
    }
    assert_eq!(page.run(&format!("return {}.dataset.verdict ?? null", block(3)), &[]).await, Value::Null);
    assert_eq!(page.run(PLACES, &[]).await, before, "something moved for the verdicts");
    let inside = "return [...document.querySelectorAll('pre')].slice(0, 3).every((pre) => { const [block, button] = [pre, \
         pre.querySelector('[data-certloupe]').shadowRoot.querySelector('button')].map((it) => it.getBoundingClientRect()); \
         return block.left <= button.left && button.right <= block.right && block.top <= button.top && button.bottom <= block.bottom; })";
    assert_eq!(page.run(inside, &[]).await, true, "the buttons are in their blocks");

    page.click_found(&block(0)).await;
    let dialog = "document.querySelector('[data-certloupe]').shadowRoot.querySelector('dialog')";
    page.until(
        &format!("return {dialog}?.open && {dialog}.querySelectorAll('[data-test=finding]').length > 2"),
        &[],
        true,
    )
    .await;
    page.click_found(&format!("{dialog}.querySelector('[data-test=close]')")).await;
    page.until(&format!("return {dialog}"), &[], Value::Null).await;
    assert_eq!(page.run("return document.activeElement.dataset.certloupe", &[]).await, "block", "back to the button");

    // Pages that are drawn anew, as frameworks do.
    page.run(
        "document.body.innerHTML = `<pre><code class='language-pem'>${arguments[0]}</code></pre>`",
        &[json!(chain)],
    )
    .await;
    page.until(&format!("return {}?.dataset.verdict ?? null", block(0)), &[], "attention").await;
    // Another text in the same place is another question.
    page.run("document.querySelector('code').textContent = 'nothing'", &[]).await;
    page.until(&format!("return {}?.dataset.verdict ?? null", block(0)), &[], "broken").await;
    assert_eq!(page.run("return document.querySelectorAll('[data-certloupe]').length", &[]).await, 1);
    assert_eq!(page.asked_for("/embed/engine_bg.wasm"), 1, "one engine");
    assert_eq!(page.notes().await, [""; 0], "what nobody sees");
}
